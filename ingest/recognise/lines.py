"""A document's lines as the recognisers of its own facts look at them: without marks around them, with their places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ingest.types import Span

_EDGES = " \t　\xa0*#>•·●"
"""Blanks and Markdown's marks around a line."""
_BREAKS = "\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"


class Line(NamedTuple):
    """A line without the marks around it, and where in the text it begins."""

    text: str
    start: int

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Where in the text a part of the line stands; all of it, if none is named."""
        return Span(self.start + start, self.start + (len(self.text) if end is None else end))


def lines_of(text: str) -> list[Line]:
    """The lines of a text that hold more than marks."""
    return list(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    at = 0
    for line in text.splitlines(keepends=True):
        bare = line.rstrip(_BREAKS + _EDGES)
        if words := bare.lstrip(_EDGES):
            yield Line(words, at + len(bare) - len(words))
        at += len(line)
