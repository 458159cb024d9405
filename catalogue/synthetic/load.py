"""Invented cases into the database, in bulk; and out of it again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from django.db import transaction

from catalogue.models import (
    Agency,
    CaseFingerprint,
    CaseIndicator,
    CaseRegion,
    CaseStudy,
    Finding,
    Measure,
    Outcome,
    Source,
)
from catalogue.search import record

from .compose import InventedCase, Passage, compose
from .mark import READER_VERSION, TITLE
from .stock import Stock

CASES_IN_SOURCE = 50
SOURCES_AT_ONCE = 10
"""Sources that are written with their cases in one transaction: some megabytes."""


def load(stock: Stock, seed: int, count: int) -> Iterator[int]:
    """Write `count` invented cases, published; yields how many were written, some hundred at a time.

    Each step is a transaction that also notes its cases in the change log, so that every index learns of them.
    """
    firsts = iter(range(0, count, CASES_IN_SOURCE))
    while some := list(islice(firsts, SOURCES_AT_ONCE)):
        batch = _Batch()
        for first in some:
            numbers = range(first, min(first + CASES_IN_SOURCE, count))
            batch.add_source(seed, first, [compose(stock, seed, number) for number in numbers])
        batch.write()
        yield len(batch.cases)


def remove() -> Iterator[int]:
    """Delete all invented cases with their sources; yields how many were deleted, some hundred at a time."""
    invented = Source.objects.filter(reader_version=READER_VERSION).order_by("pk")
    while sources := list(invented.values_list("pk", flat=True)[:SOURCES_AT_ONCE]):
        cases = CaseStudy.objects.filter(source__in=sources)
        keys = list(cases.values_list("pk", flat=True))
        with transaction.atomic():
            # Row by row, as `delete` does it where there are signals, this would take as long as writing them.
            for part in (Finding, CaseFingerprint, Agency, Outcome, Measure, CaseRegion, CaseIndicator):
                rows = part._default_manager.filter(case__in=cases)
                rows._raw_delete(rows.db)
            freed = CaseStudy.objects.filter(repeat_of__in=keys)
            record([*keys, *freed.values_list("pk", flat=True)])
            freed.update(repeat_of=None)
            cases._raw_delete(cases.db)
            Source.objects.filter(pk__in=sources).delete()
        yield len(keys)


@dataclass(slots=True)
class _Batch:
    """Rows of some sources, to be written together."""

    sources: list[Source] = field(default_factory=list)
    cases: list[CaseStudy] = field(default_factory=list)
    links: list[CaseRegion | CaseIndicator] = field(default_factory=list)
    measures: list[Measure] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    agencies: list[Agency] = field(default_factory=list)

    def add_source(self, seed: int, first: int, cases: Sequence[InventedCase]) -> None:
        """A source that prints these cases one after the other."""
        number = first // CASES_IN_SOURCE + 1
        source = Source(
            title=f"{TITLE} {seed}-{number}",
            publisher=TITLE,
            kind=Source.Kind.COMPILATION,
            file=f"synthetic-{seed}-{number}.txt",
            sha256=hashlib.sha256(f"{READER_VERSION} {seed} {number}".encode()).hexdigest(),
            reader_version=READER_VERSION,
        )
        self.sources.append(source)
        printed = _Print()
        for place, case in enumerate(cases):
            self._add_case(source, f"{place:04}", case, printed)
        source.text = printed.text

    def _add_case(self, source: Source, key: str, invented: InventedCase, printed: _Print) -> None:
        start, _end = printed.add(invented.title)
        case = CaseStudy(
            source=source, key=key, title=invented.title, year=invented.year, lead=invented.lead.text,
            state=CaseStudy.State.PUBLISHED,
        )  # fmt: skip
        self.cases.append(case)
        at = printed.add(case.lead)
        case.lead_spans = [list(at)] if case.lead else []
        self._add_outcomes(case, None, invented.lead, at[0])
        self._add_measures(case, invented.measures, printed)
        case.spans = [[start, printed.end]]
        self.links += [
            CaseRegion(case=case, region=region, is_main=not position, position=position)
            for position, region in enumerate(invented.regions)
        ]
        self.links += [
            CaseIndicator(case=case, indicator=indicator, position=position)
            for position, indicator in enumerate(invented.indicators)
        ]
        self.agencies += [
            Agency(case=case, name=name, role=role, position=position)
            for position, (name, role) in enumerate(invented.agencies)
        ]

    def _add_measures(self, case: CaseStudy, passages: Sequence[Passage], printed: _Print) -> None:
        top: Measure | None = None
        for position, passage in enumerate(passages):
            start, _end = printed.add(f"{passage.label}{passage.heading}")
            at, end = printed.add(passage.text)
            measure = Measure(
                case=case, parent=top if passage.level > 1 else None, position=position, level=passage.level,
                label=passage.label, heading=passage.heading, text=passage.text, spans=[[start, end]],
            )  # fmt: skip
            if passage.level == 1:
                top = measure
            self.measures.append(measure)
            self._add_outcomes(case, measure, passage, at)

    def _add_outcomes(self, case: CaseStudy, measure: Measure | None, passage: Passage, at: int) -> None:
        for position, outcome in enumerate(passage.outcomes):
            start = at + passage.text.index(outcome.text)
            outcome.case, outcome.measure, outcome.position = case, measure, position
            outcome.spans = [[start, start + len(outcome.text)]]
            self.outcomes.append(outcome)

    def write(self) -> None:
        """All rows, those first that others point at."""
        with transaction.atomic():
            Source.objects.bulk_create(self.sources)
            CaseStudy.objects.bulk_create(self.cases)
            for level in (1, 2):
                Measure.objects.bulk_create([measure for measure in self.measures if measure.level == level])
            CaseRegion.objects.bulk_create([link for link in self.links if isinstance(link, CaseRegion)])
            CaseIndicator.objects.bulk_create([link for link in self.links if isinstance(link, CaseIndicator)])
            Outcome.objects.bulk_create(self.outcomes)
            Agency.objects.bulk_create(self.agencies)
            record(case.pk for case in self.cases)


class _Print:
    """The text of a source as it grows, a paragraph a line."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self.end = 0
        """Where the last paragraph ends."""
        self._next = 0

    def add(self, line: str) -> tuple[int, int]:
        """Print a paragraph; its half-open range in the text. Nothing is printed of an empty one."""
        if not line:
            return self.end, self.end
        start, self.end = self._next, self._next + len(line)
        self._next = self.end + 1
        self._lines.append(line)
        return start, self.end

    @property
    def text(self) -> str:
        return "\n".join(self._lines)
