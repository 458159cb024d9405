"""How a character is read, printed behind it in brackets: what some sites put into a text so that it is not copied."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from ingest.types import Block, Notice, Severity, Span

_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
READING = re.compile(rf"(?<=[\u4e00-\u9fff])\s?[（(](?=[a-zü]*[{_TONED}])[a-zü{_TONED}]{{1,6}}[）)]")
"""“新津区（qū）”, “业(yè)务”: one syllable with its tone, behind a Chinese character."""


def without_readings(blocks: Iterable[Block]) -> tuple[tuple[Block, ...], list[Notice]]:
    """The blocks as they read, and a notice for all that was put in between."""
    plain: list[Block] = []
    spans: list[Span] = []
    for block in blocks:
        for found in READING.finditer(block.text.text):
            spans += block.text[found.start() : found.end()].spans()
        plain.append(replace(block, text=block.text.sub(READING, "")))
    notice = Notice("reading", Severity.INFO, "夹在字间的注音，不属于正文。", tuple(spans))
    return tuple(plain), [notice] if spans else []
