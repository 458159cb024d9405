"""Conservation: every character of a source stands in a case or in a notice that says why not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .interjected import between
from .read.characters import PAGE_BREAK
from .types import CaseDraft, DocumentReading, MeasureDraft, Notice, Severity, Span

UNACCOUNTED = "unaccounted"
"""Code of the notice that names what is in no case and in no other notice."""

WORD = re.compile(r"\w")

NUMBERING = re.compile(
    r"[^\w\n\u2029]*(?:第?[0-9０-９一二三四五六七八九十百]{1,4}[章节条篇]?)?[^\w\n\u2029]*"
)  # "### 十一、", "（3）"

MARKS = re.compile(r"[^\w\n\u2029]*")  # "。", "**"

HALF_WIDTH = str.maketrans("（）．，：；０１２３４５６７８９", "().,:;0123456789")
"""A label is kept as cleaned: “（2）” may stand as “(2)” in the source."""

LABEL_REACH = 3
"""Blanks or marks that may stand between a printed label and what it numbers."""


@dataclass(frozen=True, slots=True)
class Account:
    """How many of a source's non-blank characters are accounted for, and a notice naming those that are not."""

    characters: int
    accounted: int
    notices: tuple[Notice, ...] = ()

    @property
    def share(self) -> float:
        """Between 0 and 1; 1 for an empty source."""
        return self.accounted / self.characters if self.characters else 1.0


def account(reading: DocumentReading) -> Account:
    """Compare the source with the spans of its cases and notices."""
    text = reading.document.text
    covered = bytearray(len(text))
    for span in (_with_marks(span, text) for span in _spoken_for(reading)):
        covered[span.start : span.end] = b"\x01" * max(0, min(span.end, len(text)) - span.start)
    characters = sum(not c.isspace() for c in text)
    missing = list(_runs_left_out(text, covered))
    lost = sum(not c.isspace() for span in missing for c in text[span.start : span.end])
    return Account(characters, characters - lost, (_unaccounted(text, missing, lost),) if missing else ())


def case_spans(case: CaseDraft, text: str) -> tuple[Span, ...]:
    """The source ranges of a whole case: title, lead and measures, in the source's order.

    The number and the marks printed before and after a range on its own line belong to it; ranges with nothing but
    marks, blanks and what a site put in between them are one.
    """
    spans = sorted([*case.title.spans(), *case.lead.spans(), *_measures_spans(case, text)])
    joined: list[Span] = []
    for span in (_with_marks(span, text) for span in spans):
        if joined and (span.start <= joined[-1].end or not WORD.search(between(text, joined[-1].end, span.start))):
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def measure_spans(measure: MeasureDraft, text: str) -> tuple[Span, ...]:
    """The source ranges of a measure's label, heading and own text, in reading order."""
    spans = [*measure.heading.spans(), *measure.text.spans()]
    if not spans:
        return ()
    first = spans[0]
    before = text[max(0, first.start - len(measure.label) - LABEL_REACH) : first.start]
    at = before.translate(HALF_WIDTH).rfind(measure.label.translate(HALF_WIDTH)) if measure.label else -1
    if at >= 0:
        first = Span(first.start - len(before) + at, first.end)
    return tuple(_touching_joined([first, *spans[1:]]))


def _measures_spans(case: CaseDraft, text: str) -> Iterator[Span]:
    for measure in case.walk():
        yield from measure_spans(measure, text)


def _with_marks(span: Span, text: str) -> Span:
    """A range with what numbers it at the start of its line, and with the marks that close it: “### 十一、……。”."""
    line = max(text.rfind("\n", 0, span.start), text.rfind(PAGE_BREAK, 0, span.start)) + 1
    start = line if NUMBERING.fullmatch(text, line, span.start) else span.start
    closing = MARKS.match(text, span.end)
    return Span(start, closing.end() if closing else span.end)


def _touching_joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Neighbours in reading order that touch, or leave only a line break between them, as one."""
    last: Span | None = None
    for span in spans:
        if last is not None and 0 <= span.start - last.end <= LABEL_REACH:
            last = Span(last.start, span.end)
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last


def _spoken_for(reading: DocumentReading) -> Iterator[Span]:
    for notice in reading.notices:
        if notice.code != UNACCOUNTED:
            yield from notice.spans
    for case in reading.cases:
        yield from case_spans(case, reading.document.text)
        for notice in case.notices:
            yield from notice.spans
        for agencies in (case.agencies, *(measure.agencies for measure in case.walk())):
            for agency in agencies:
                yield from agency.spans


def _runs_left_out(text: str, covered: bytearray) -> Iterator[Span]:
    """Ranges without a covered character that hold more than blanks, trimmed to their first and last non-blank."""
    start: int | None = None
    last = 0
    for at, char in enumerate(text):
        if covered[at]:
            if start is not None:
                yield Span(start, last + 1)
            start = None
        elif not char.isspace():
            start = at if start is None else start
            last = at
    if start is not None:
        yield Span(start, last + 1)


def _unaccounted(text: str, spans: list[Span], lost: int) -> Notice:
    longest = max(spans, key=lambda span: span.end - span.start)
    sample = " ".join(text[longest.start : longest.end].split())
    sample = sample if len(sample) <= 40 else f"{sample[:40]}…"
    return Notice(
        "unaccounted", Severity.WARNING, f"有 {lost} 个字未归入任何案例或说明，例如“{sample}”。", tuple(spans)
    )
