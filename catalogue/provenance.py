"""Where in its source each piece of a case was read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from catalogue.models import CaseStudy, Source

Range = tuple[int, int]
"""Half-open range of character offsets in `Source.text`."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A stretch of the source on one page."""

    text: str
    page: int | None = None
    """The page that begins here, counted from the first of the file; None in the middle of one."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the source in which nothing changes: marked as a figure or not, in a case or not."""

    text: str
    start: int
    figure: bool = False
    """An outcome was read here."""
    case_id: int | None = None
    anchors: tuple[str, ...] = ()
    """Fragment names of what begins here (`source-measure-12`)."""
    sheets: tuple[Sheet, ...] = ()
    """The text, cut where a page ends."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the source that belongs to one case, as the source prints it."""

    start: int
    pieces: tuple[Piece, ...] = field(default=())
    pages: tuple[int, ...] = ()
    """Those it stands on, where the source has pages."""


def ranges(spans: Iterable[Sequence[int]]) -> list[Range]:
    """Spans as stored (pairs of offsets), sorted, those that touch or overlap made one."""
    merged: list[Range] = []
    for start, end in sorted((int(start), int(end)) for start, end in spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def passages(case: CaseStudy) -> list[Passage]:
    """The source's own words for a case, in the order printed, with anchors for measures and marks on figures."""
    text = case.source.text
    figures = ranges(span for outcome in case.outcomes.all() for span in outcome.spans)
    anchors: dict[int, tuple[str, ...]] = {}
    for measure in case.measures.all():
        for start, _end in measure.spans[:1]:  # where reading begins, which need not be the first place in print
            anchors[start] = (*anchors.get(start, ()), f"source-measure-{measure.pk}")
    return [
        Passage(span[0], tuple(_cut(text, span, figures, anchors)), tuple(case.source.pages_of([span])))
        for span in ranges(case.spans)
    ]


def source_pieces(source: Source, cases: Iterable[CaseStudy]) -> list[Piece]:
    """The whole source, cut where a case begins or ends; a case's first piece carries its anchor `case-<id>`."""
    pieces: list[Piece] = []
    anchored: set[int] = set()
    at = 0
    for begin, end, pk in sorted((s, e, case.pk) for case in cases for s, e in ranges(case.spans)):
        start = max(begin, at)
        if start >= end:
            continue
        if at < start:
            pieces.append(_piece(source, at, start))
        anchors = () if pk in anchored else (f"case-{pk}",)
        anchored.add(pk)
        pieces.append(_piece(source, start, end, pk, anchors))
        at = end
    if at < len(source.text):
        pieces.append(_piece(source, at, len(source.text)))
    return pieces


def _piece(source: Source, start: int, end: int, case_id: int | None = None, anchors: tuple[str, ...] = ()) -> Piece:
    first, last = bisect_left(source.pages, start), bisect_left(source.pages, end)
    numbers = {begin: number for number, begin in enumerate(source.pages[first:last], first + 1)}
    sheets = tuple(
        Sheet(source.text[left:right], numbers.get(left)) for left, right in pairwise(sorted({start, end, *numbers}))
    )
    return Piece(source.text[start:end], start, case_id=case_id, anchors=anchors, sheets=sheets)


def _cut(text: str, span: Range, figures: list[Range], anchors: dict[int, tuple[str, ...]]) -> Iterable[Piece]:
    """One span of the source as pieces: a new one wherever a figure or a measure begins or ends."""
    start, end = span
    borders = {start, end, *(at for at in anchors if start < at < end)}
    borders.update(at for figure in figures for at in figure if start < at < end)
    edges = sorted(borders)
    for left, right in pairwise(edges):
        marked = any(first <= left < last for first, last in figures)
        yield Piece(text[left:right], left, figure=marked, anchors=anchors.get(left, ()))
