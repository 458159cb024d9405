"""The marks in the HTML that scripts hold on to, read the way a script would."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

CASE = re.compile(r'data-case="(\d+)"')
TOTAL = re.compile(r'data-total="(\d+)"')
OPTION = re.compile(r'data-facet="(\w+)" data-value="([^"]*)" data-count="(\d+)"')


def html(response: Any) -> str:
    return response.content.decode()


def hits(response: Any) -> list[int]:
    """Numbers of the cases listed, in order."""
    return [int(number) for number in CASE.findall(html(response))]


def total(response: Any) -> int:
    """The number of hits; fails where the page says none or two."""
    [number] = TOTAL.findall(html(response))
    return int(number)


def facets(response: Any) -> dict[tuple[str, str], int]:
    """Counts by facet and value."""
    return {(facet, unescape(value)): int(count) for facet, value, count in OPTION.findall(html(response))}
