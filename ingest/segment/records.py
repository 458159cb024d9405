"""Cases listed as records without a text: number, title, place and date, a field a line or a record a line.

1 / 登记云平台上线 / 浙江·丽水 / 2019-01-02, or 登记云平台上线（浙江丽水，2019年1月2日）. What tells a list of records
is that the same kinds of fields come in the same order again and again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from ingest.recognise.gazetteer import Gazetteer
from ingest.segment.evidence import Evidence, Series
from ingest.segment.items import Item
from ingest.segment.lines import Lines
from ingest.types import Block, Span, SpannedText

FEWEST: Final = 3
"""Records that make a list."""
MOST_PLACED: Final = 0.6
"""The share of records that must name their place; of a whole country's news, some have none."""
LEAST_COVERED: Final = 0.5
"""The share of a paper's lines that the list must take up."""
LONGEST_RECORD: Final = 100
"""Characters of a line that may hold a record."""
LONGEST_PLACE: Final = 20
"""Characters of the field of a place."""
SHORTEST_TITLE: Final = 4
"""Characters of a title."""
TRUST: Final = 6

NUMBER, TITLE, PLACE, DATE, TEXT = "NTPDX"
# Where title, place and date stand; the number may be missing or left out with the pages'
_ORDERS: Final = ("N?TP?D", "N?TDP", "N?DTP", "N?DP?T", "N?P?TD", "N?P?DT", "NTP", "NPT")
_NUMBER: Final = re.compile(r"\d{1,3}$")
_DATE: Final = re.compile(
    r"(?:(?:19|20)\d{2}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?|月)|\d{1,2}月\d{1,2}日|\d{1,2}[-/]\d{1,2})$"
)
# “浙江·龙港”: a place that no list knows, behind its province
_BELOW_PROVINCE: Final = re.compile(r"(?P<province>[\u4e00-\u9fff]{2,8})[·•・/／\-—－][\u4e00-\u9fff]{2,8}$")
_BETWEEN: Final = re.compile(r"[\s·•・/／|｜、，,：:\-—－]+")
_MARKS: Final = "|｜/／·•・、，,.．）)】]（(【[ -—－"
_OPENING_MARKS: Final = "|｜/／·•、，,（(【[ -"
_CLOSING_MARKS: Final = "|｜/／·•、，,.．）)】] -"


@dataclass(frozen=True, slots=True)
class _Field:
    kind: str
    text: SpannedText
    line: int


def records(lines: Lines, evidence: Evidence) -> Series | None:
    """The longest run of records, each an item; None where it is short, or only a part of the paper."""
    fields = [field for at in range(len(lines)) for field in _fields(lines, at)]
    kinds = "".join(field.kind for field in fields)
    runs = [run for order in _ORDERS for run in _runs(kinds, order) if _are_whole_lines(run, fields)]
    run = max(runs, key=len, default=[])
    found = [fields[match.start("record") : match.end()] for match in run]
    if len(found) < FEWEST or not _are_placed(found):
        return None
    headed = [fields[match.start()] if match["head"] else None for match in run]
    start, end = found[0][0].line, found[-1][-1].line + 1
    if sum(map(bool, headed)) > len(found) / 2 or end - start < LEAST_COVERED * len(lines):
        return None  # a second title in each record, or a list in somebody's report
    groups = [lines.blocks[head.line] if head else None for head in headed[1:]]
    items = [_item(record, lines, group) for record, group in zip(found, [*groups, None], strict=True)]
    return Series(tuple(items), lines.blocks[:start], judged=True, after=lines.blocks[end:], trust=TRUST)


def _runs(kinds: str, order: str) -> Iterator[list[re.Match[str]]]:
    """The records of this order, those together that stand right behind each other, headings over groups allowed."""
    run: list[re.Match[str]] = []
    for match in re.finditer(f"(?P<head>T)?(?P<record>{order})", kinds):
        if run and match.start() != run[-1].end():
            yield run
            run = []
        run.append(match)
    yield run


def _are_whole_lines(run: Sequence[re.Match[str]], fields: Sequence[_Field]) -> bool:
    """Whether no two records share a line."""
    return all(fields[a.end() - 1].line < fields[b.start("record")].line for a, b in pairwise(run))


def _are_placed(found: Sequence[Sequence[_Field]]) -> bool:
    placed = sum(any(field.kind == PLACE for field in record) for record in found)
    return placed >= MOST_PLACED * len(found)


def _item(record: Sequence[_Field], lines: Lines, group: Block | None) -> Item:
    """The title, and place and date as its setting; numbers and the marks between fields are no part of either."""
    title = next(field for field in record if field.kind == TITLE)
    own = sum(field.line == title.line for field in record) == 1
    shared = {field.line for field in record if field.kind == NUMBER or (field.line == title.line and not own)}
    marks: list[Span] = [span for line in sorted(shared) for span in lines.blocks[line].text.spans()]
    return Item(
        title.text,
        (),
        (lines.blocks[title.line],) if own else (),
        marks=tuple(marks),
        setting=tuple(Block(field.text) for field in record if field.kind in (PLACE, DATE)),
        group_below=group,
    )


def _fields(lines: Lines, at: int) -> Iterator[_Field]:
    """What a line holds, from left to right; a paragraph is one field."""
    text = lines.blocks[at].text.strip()
    if len(text) > LONGEST_RECORD or "。" in text.text[:-1]:
        yield _Field(TEXT, text, at)
        return
    first, last = 0, len(text)
    behind: list[_Field] = []
    while cut := _last_field(text[first:last], lines.gazetteer):
        begin, kind = cut
        behind.insert(0, _Field(kind, text[first + begin : last].strip(_MARKS), at))
        last = first + begin
    while cut := _first_field(text[first:last], lines.gazetteer):
        length, kind = cut
        yield _Field(kind, text[first : first + length].strip(_MARKS), at)
        first += length
    title = _trimmed(text[first:last])
    if title:
        yield _Field(TITLE if len(title) >= SHORTEST_TITLE else TEXT, title, at)
    yield from behind


def _last_field(text: SpannedText, gazetteer: Gazetteer) -> tuple[int, str] | None:
    """Where the date or the place begins that closes a line, and which of them it is."""
    for at in (0, *_bounds(text)):
        kind = _kind(text.text[at:], gazetteer) if len(text) - at <= LONGEST_PLACE else None
        if kind and (kind != NUMBER or at == 0):
            return at, kind
    return None


def _first_field(text: SpannedText, gazetteer: Gazetteer) -> tuple[int, str] | None:
    """The length of the number, date or place that opens a line, and which of them it is."""
    for at in reversed(_bounds(text)):
        if at <= LONGEST_PLACE and (kind := _kind(text.text[:at], gazetteer)):
            return at, kind
    return None


def _bounds(text: SpannedText) -> list[int]:
    """Where fields may meet: at a mark, or where the source has blanks that cleaning took away."""
    return [
        at
        for at in range(1, len(text))
        if text.text[at - 1] in _MARKS or text.text[at] in _MARKS or text.offset(at) > text.offset(at - 1) + 1
    ]


def _kind(text: str, gazetteer: Gazetteer) -> str | None:
    words = text.strip(_MARKS)
    if _NUMBER.match(words):
        return NUMBER
    if _DATE.match(words):
        return DATE
    return PLACE if 2 <= len(words) <= LONGEST_PLACE and _is_place(words, gazetteer) else None


def _is_place(words: str, gazetteer: Gazetteer) -> bool:
    """Whether words are nothing but a place, or a province and a name: 浙江·丽水, 浙江丽水, 浙江·龙港."""
    bare = _BETWEEN.sub("", words)
    found = gazetteer.find(words)
    if found and sum(len(place.surface) for place in found) >= len(bare):
        return True
    known = _BELOW_PROVINCE.match(words)
    return bool(known and found and found[0].surface == known["province"])


def _trimmed(title: SpannedText) -> SpannedText:
    """The title without the marks around it; its own brackets stay."""
    start = len(title.text) - len(title.text.lstrip(_CLOSING_MARKS))
    return title[start : max(start, len(title.text.rstrip(_OPENING_MARKS)))]
