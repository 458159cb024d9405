"""Several issues of one bulletin, or copies of one document, bound together: each is read as a document of its own."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ingest.segment.front import read_front
from ingest.segment.imprint import DATE_LINE, DOCUMENT_NUMBER, MASTHEAD, TIME_LINE
from ingest.segment.items import ranges
from ingest.segment.mastheads import ISSUE
from ingest.types import Block

COVER: Final = 12
"""Lines in which a cover shows itself."""
SHORTEST_PARAGRAPH: Final = 20
"""Characters of a paragraph that is not printed twice by chance."""

_DATED: Final = (DATE_LINE, ISSUE, MASTHEAD, TIME_LINE, DOCUMENT_NUMBER)
_BLANKS: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class _Cover:
    """The lines before the first paragraph, what dates them, and the paragraph."""

    lines: tuple[str, ...]
    dates: tuple[str, ...]
    below: str
    has_contents: bool


def split_issues(blocks: Sequence[Block], contents: Sequence[int]) -> list[tuple[Block, ...]]:
    """The blocks, cut wherever the document begins anew.

    It does so where its first line is printed again over another date or number, over a table of contents of its own,
    or over the same cover and paragraph. A page header has none of these. `contents` are the source offsets of the
    tables of contents.
    """
    first = _line(blocks[0]) if blocks else ""
    places = [at for at, block in enumerate(blocks) if _line(block) == first]
    if len(places) < 2:
        return [tuple(blocks)]
    covers = [_cover(blocks[at : min(end, at + COVER)], contents) for at, end in ranges(places, len(blocks))]
    starts, dates = [0], {covers[0].dates}
    for at, cover in zip(places[1:], covers[1:], strict=True):
        if _begins_anew(cover, covers[0], dates):
            starts.append(at)
            dates.add(cover.dates)
    return [tuple(blocks[start:end]) for start, end in ranges(starts, len(blocks))]


def _begins_anew(cover: _Cover, first: _Cover, dates: set[tuple[str, ...]]) -> bool:
    dated_anew = bool(cover.dates) and bool(first.dates) and cover.dates not in dates
    copied = cover.lines == first.lines and cover.below == first.below and len(cover.below) >= SHORTEST_PARAGRAPH
    return dated_anew or copied or (cover.has_contents and first.has_contents)


def _cover(blocks: Sequence[Block], contents: Sequence[int]) -> _Cover:
    front = read_front(blocks).blocks
    lines = tuple(_line(block) for block in front)
    dates = tuple(line for line in lines if any(pattern.match(line) for pattern in _DATED))
    below = next((_line(block) for block in blocks[len(front) :]), "")
    begin, end = blocks[0].text.offset(0), blocks[-1].text.offset(0)
    at = bisect_left(contents, begin)
    return _Cover(lines, dates, below, at < len(contents) and contents[at] < end)


def _line(block: Block) -> str:
    return _BLANKS.sub("", block.text.text)
