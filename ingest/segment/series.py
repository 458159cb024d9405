"""Where the cases of a document begin, as offices print them: one rule for each known way of numbering or heading them.

A rule only proposes; `weighing` tells whether what it proposes are cases or the measures of one case. The rules of
`patterns` know no words at all, only what repeats.
"""

from __future__ import annotations

import re
from typing import Final

from ingest.outline import labels
from ingest.outline.wording import is_heading_line
from ingest.segment.evidence import CASE_WORDS, SEVERAL, Evidence, Rule, Series
from ingest.segment.headlines import (
    SECTION_STYLES,
    articles,
    datelined,
    digest,
    headlines_by_province,
    restarted_chapters,
)
from ingest.segment.items import bare, cut, is_text, last_of_each, ranges
from ingest.segment.lines import Lines
from ingest.segment.placed import place_headings, place_titles
from ingest.segment.tables import table_rows
from ingest.segment.title_lines import is_title_line

# The number of an entry of the contents, the page of the one before it, the heading 目录
_BEFORE_ENTRY: Final = re.compile(r"(?:[^\u4e00-\u9fff]|[一二三四五六七八九十]|目[录次])$")
_CASE_LABEL: Final = re.compile(r"案例|排名|实例|例$")
NEVER_ABOVE_CHAPTERS: Final = (labels.ARABIC, labels.CHINESE_BRACKETED, labels.TWO_DIGIT)
"""Styles that stand below 一、 in an outline: where 一、 begins under them, they number cases."""


def listed_titles(lines: Lines, evidence: Evidence) -> Series | None:
    """Titles listed at the front, with page numbers or without, and printed again over each case."""
    words = [bare(text) for text in lines.words]
    first = {word: at for at, word in reversed(list(enumerate(words)))}
    starts = [
        at
        for at, word in enumerate(words)
        if len(word) >= 8
        and (_is_listed(lines, first[word], at) or _is_entry(word, evidence.contents))
        and is_title_line(lines.words[at])
    ]
    starts = last_of_each(lines, starts)
    if sum(end - at > 1 for at, end in ranges(starts, len(lines))) < 2:
        return None
    told = CASE_WORDS.search(evidence.heading) or SEVERAL.search(evidence.heading)
    return Series(cut(lines, starts, evidence.contents), lines.blocks[: starts[0]], judged=not told, trust=4)


def _is_entry(word: str, contents: str) -> bool:
    """Whether an entry of the table of contents begins with it: what stands before is a number or a page's."""
    at = contents.find(word)
    while at >= 0:
        if at == 0 or _BEFORE_ENTRY.search(contents[:at]):
            return True
        at = contents.find(word, at + 1)
    return False


def _is_listed(lines: Lines, first: int, at: int) -> bool:
    """Whether a title printed at `at` is printed before, at `first`, without a text below it."""
    return first < at and not is_text(lines, first + 1)


def case_labels(lines: Lines, evidence: Evidence) -> Series | None:
    """案例一 / 【案例1】 / 排名1 / 第1例 lines, the title on the same line or the next.

    One alone is enough below an introduction that has no numbers of its own.
    """
    found = [
        at
        for at, label in lines.labelled
        if _CASE_LABEL.search(label.printed if label.style == labels.CASE else label.style.removesuffix("一"))
    ]
    starts = last_of_each(lines, found)
    first = len(starts) == 1 and lines.labelled[0][0] == starts[0] and starts[0] + 1 < len(lines)
    return Series(cut(lines, starts), lines.blocks[: starts[0]], trust=5) if len(starts) >= 2 or first else None


def table(lines: Lines, evidence: Evidence) -> Series | None:
    """序号 / 案例名称 / 申报单位 / 主要内容: the rows of a table, a cell a line."""
    found = table_rows(lines.blocks, evidence.heading)
    if found is None:
        return None
    rows, start, end = found
    return Series(rows, lines.blocks[:start], after=lines.blocks[end:], trust=6)


def restarted_numbering(lines: Lines, evidence: Evidence) -> Series | None:
    """1. titles under each of which 一、 begins anew."""
    for style in SECTION_STYLES:
        starts = [at for at, label in lines.labelled if label.style == style and is_heading_line(lines.words[at])]
        restarts = sum(_restarts(lines, at + 1, end, style) for at, end in ranges(starts, len(lines)))
        if len(starts) >= 2 and restarts >= max(2, len(starts) // 2):
            return Series(cut(lines, starts), lines.blocks[: starts[0]], trust=4)
    return None


def _restarts(lines: Lines, start: int, end: int, style: str) -> bool:
    """Whether a numbering that cannot stand below `style` begins inside."""
    numbers = [label for label in lines.labels[start:end] if label and label.ordinal == 1]
    return style in NEVER_ABOVE_CHAPTERS and any(label.style == labels.CHINESE for label in numbers)


RULES: Final[tuple[Rule, ...]] = (
    listed_titles,
    table,
    case_labels,
    articles,
    datelined,
    digest,
    place_titles,
    restarted_chapters,
    headlines_by_province,
    place_headings,
    restarted_numbering,
)
