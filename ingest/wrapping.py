"""Paragraphs set in lines of one width (typed text, copies of printed pages) put together again.

A text is taken for one of lines only where many of its lines are as wide as the widest and end within a sentence:
where every line is a paragraph of its own, lengths are all different.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.outline.labels import read_label
from ingest.read.characters import PAGE_BREAK
from ingest.sentence_ends import CLOSED
from ingest.types import Block, SpannedText

NARROWEST, WIDEST = 12.0, 60.0
"""Width of a line, in Chinese characters, from a newspaper's column to a sheet across."""
RAGGED = 0.1
"""How much narrower a full line may be, as a share: a number was not split, a mark could not begin the next line."""
BROKEN = 0.4
"""The same for a line broken anywhere in the sentence of an indented paragraph."""
FEWEST = 4
"""Full lines that end within a sentence, which prove that lines are no paragraphs."""
SHARE = 0.2
"""The least share of them among all lines."""
SHARE_INDENTED = 0.1
"""The same where paragraphs begin indented."""
MOST = 0.6
"""Their least share among the lines that end within a sentence: a list of titles has lines of every length."""
LONGER = 0.05
"""The largest share of lines wider than the text is set: headings, tables, addresses."""

BULLET = re.compile(r"[①-⑳●■◆▲★▶▪◇□○•·◎☆※]|—|-\s|附件")


@dataclass(frozen=True, slots=True)
class Line:
    """What the source prints around a block."""

    width: float
    """In Chinese characters, from the margin; or in characters of any kind, where a program counted those."""
    is_indented: bool


def unwrapped(blocks: tuple[Block, ...], source: str) -> tuple[Block, ...]:
    """The blocks, each a line of `source`, with the lines of one paragraph joined."""
    lines = _lines(blocks, source)
    if not _are_lines(blocks, lines):
        return blocks
    width = _set_width(lines)
    indented = sum(line.is_indented for line in lines)
    by_indent = FEWEST - 1 <= indented <= len(lines) / 2
    paragraphs: list[list[int]] = []
    for i, block in enumerate(blocks):
        headed = by_indent and _is_heading_between(blocks, lines, i, width * (1 - RAGGED))
        if i and not headed and _goes_on(blocks[i - 1], block, lines[i], by_indent=by_indent):
            began_indented = by_indent and lines[paragraphs[-1][0]].is_indented
            ragged = BROKEN if began_indented and not CLOSED.search(blocks[i - 1].text.text) else RAGGED
            if lines[i - 1].width >= width * (1 - ragged):
                paragraphs[-1].append(i)
                continue
        paragraphs.append([i])
    return tuple(replace(blocks[p[0]], text=SpannedText.running(blocks[i].text for i in p)) for p in paragraphs)


def _is_heading_between(blocks: Sequence[Block], lines: Sequence[Line], i: int, full: float) -> bool:
    """Whether a short line without a full stop stands between the end of a sentence and an indented paragraph."""
    if not 0 < i < len(blocks) - 1 or not CLOSED.search(blocks[i - 1].text.text):
        return False
    return lines[i + 1].is_indented and lines[i].width < full and not CLOSED.search(blocks[i].text.text)


def full_lines(blocks: tuple[Block, ...], source: str) -> frozenset[int]:
    """Which of the blocks are lines as wide as the text is set; none where blocks are paragraphs."""
    lines = _lines(blocks, source)
    if not _are_lines(blocks, lines):
        return frozenset()
    least = _set_width(lines) * (1 - RAGGED)
    return frozenset(i for i, line in enumerate(lines) if line.width >= least)


def _lines(blocks: tuple[Block, ...], source: str) -> list[Line]:
    """The printed lines, measured in that way by which more of them are of one width."""
    by_width = [_line(block, source, _width) for block in blocks]
    by_count = [_line(block, source, len) for block in blocks]
    return max(by_width, by_count, key=lambda lines: len(_full_lines(blocks, lines)))


def _line(block: Block, source: str, measure: Callable[[str], float]) -> Line:
    """The line of the source that the block was read from, up to where the block ends."""
    first, last = block.text.offset(0), block.text.offset(len(block.text) - 1)
    before = source[max(0, first - int(2 * WIDEST)) : first]
    printed = before[max(before.rfind("\n"), before.rfind(PAGE_BREAK)) + 1 :] + source[first : last + 1]
    indent = printed[: len(printed) - len(printed.lstrip())]
    return Line(measure(printed), _width(indent) >= 1)


def _width(text: str) -> float:
    """How wide it is in Chinese characters; quotation marks and dashes are set as wide as those."""
    return sum(1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.5 for character in text)


def _set_width(lines: Sequence[Line]) -> float:
    """How wide the text is set, but for a few lines that are wider."""
    widths = sorted(line.width for line in lines)
    return widths[-1 - int(LONGER * len(widths))]


def _broken_lines(blocks: Sequence[Block], lines: Sequence[Line]) -> list[Line]:
    """The lines that end within a sentence and go on in the next, as far as that shows."""
    return [
        line
        for (block, following), (line, after) in zip(pairwise(blocks), pairwise(lines), strict=True)
        if line.width >= (NARROWEST if _opens(block.text.text) else NARROWEST / 2)  # 一、主要做法 is whole
        and _goes_on(block, following, after, by_indent=False)
    ]


def _full_lines(blocks: Sequence[Block], lines: Sequence[Line]) -> list[Line]:
    """Those of them that are as wide as the text is set."""
    if len(lines) <= FEWEST:
        return []
    width = _set_width(lines)
    return [line for line in _broken_lines(blocks, lines) if width * (1 - RAGGED) <= line.width <= width + 1]


def _are_lines(blocks: Sequence[Block], lines: Sequence[Line]) -> bool:
    """Whether the blocks are the lines of paragraphs, not paragraphs themselves."""
    full = len(_full_lines(blocks, lines))
    share = SHARE_INDENTED if sum(line.is_indented for line in lines) >= FEWEST - 1 else SHARE
    return (
        full >= max(FEWEST, share * len(lines), MOST * len(_broken_lines(blocks, lines)))
        and NARROWEST <= _set_width(lines) <= WIDEST
    )


def _opens(text: str) -> bool:
    """Whether a line begins a paragraph: with a number, a bullet or a dash."""
    return read_label(text) is not None or bool(BULLET.match(text))


def _goes_on(block: Block, following: Block, line: Line, *, by_indent: bool) -> bool:
    """Whether the next line may belong to the same paragraph; where paragraphs are indented, that tells them apart."""
    if following.gap_before or following.hard_break or following.heading_level or block.heading_level:
        return False
    if _opens(following.text.text) or (by_indent and line.is_indented):
        return False
    return by_indent or not CLOSED.search(block.text.text)
