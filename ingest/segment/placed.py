"""Lines or paragraphs without number or title, each of which opens with the name of another place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ingest.segment.items import cut, ranges
from ingest.segment.lines import GROUP_LINE, Lines
from ingest.segment.series import CASE_WORDS, DIGEST, SEVERAL, Evidence, Series

FEWEST: Final = 3
"""Places that make a list."""
MOST_ALIKE: Final = 0.8
"""The least share of different ones among them."""
LONGEST_LINE: Final = 80
"""Characters of a practice told in one line."""
BESIDE: Final = 2
"""Paragraphs before the first or behind the last of them: more, and the places are examples in somebody's report."""
LIST: Final = 2
"""The trust in a list of one-line practices."""

# “本报讯（记者 王宁）” “央视网消息”: a report, whose paragraphs go from place to place
_REPORT: Final = re.compile(r"讯[（(]|消息[（(：:]|记者")


def lines_of_places(lines: Lines, evidence: Evidence) -> Series | None:
    """长沙市 推行… / 株洲市 试行…, a place a line; or a paragraph each, under a title that says they are several's."""
    starts = [at for at in range(evidence.front, len(lines)) if lines.places[at] and not lines.labels[at]]
    if len(starts) < FEWEST or len({lines.places[at] for at in starts}) < MOST_ALIKE * len(starts):
        return None
    if not all(_is_only_headed(lines, at + 1, end) for at, end in ranges(starts, starts[-1])):
        return None
    last = starts[-1] + 1
    paragraphs = [at for at in range(evidence.front, starts[0]) if "。" in lines.texts[at]]
    if len(paragraphs) > BESIDE or len(lines) - last > BESIDE:
        return None
    short = all(len(lines.texts[at]) <= LONGEST_LINE and "。" not in lines.texts[at][:-1] for at in starts)
    if not short and not _are_several(lines.texts[: starts[0]], evidence):
        return None
    items = cut(lines, starts, end=last)
    return Series(items, lines.blocks[: starts[0]], after=lines.blocks[last:], trust=LIST if short else 0)


def _is_only_headed(lines: Lines, start: int, end: int) -> bool:
    """Whether nothing stands between two of them but the heading of a group."""
    return all(lines.labels[at] or GROUP_LINE.match(lines.texts[at]) for at in range(start, end)) and end - start <= 1


def _are_several(before: Sequence[str], evidence: Evidence) -> bool:
    """Whether the words over the paragraphs say that they are of several places, and no reporter tells of them."""
    over = evidence.masthead + evidence.heading
    said = DIGEST.search(over) or SEVERAL.search(over) or CASE_WORDS.search(over)
    return bool(said) and not any(_REPORT.search(text) for text in before)
