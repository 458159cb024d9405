"""A source's rows as records, to be compared with what the machine reads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.db.models import QuerySet

from catalogue.models import Agency, CaseIndicator, CaseRegion, CaseStudy, Measure, Outcome, Source
from ingest.merge import (
    AgencyRecord,
    CaseRecord,
    IndicatorRecord,
    MeasureRecord,
    OutcomeRecord,
    Reading,
    RegionRecord,
    SourceRecord,
)
from ingest.merge.reading import shortest
from ingest.merge.records import Spans, as_typed, evidence_of

Row = Any
"""A row as values, by the names of its columns: a large document has tens of thousands, and models take far more."""

OF_CASE = (
    *("pk", "key", "title", "title_is_made", "year", "year_reason", "year_confidence", "year_spans"),
    *("lead", "spans", "lead_spans", "vanished", "repeat_of_id"),
)
EVIDENCE = ("reason", "confidence", "spans")
OF_MEASURE = (
    *("pk", "label", "heading", "text", "level", "parent_id", "spans"),
    *("region_id", "region_reason", "region_confidence", "region_spans"),
)
OF_OUTCOME = (
    *("pk", "text", "metric", "kind", "measure_id", "before", "before_max", "before_unit", "after", "after_max"),
    *("unit", "change_pct", "change_pct_max", "change_is_computed", "direction", "effect", "beneficiary", *EVIDENCE),
)
OF_AGENCY = ("pk", "name", "role", "measure_id", "full_name", *EVIDENCE)


def live_reading(source: Source) -> Reading:
    """The source and its cases as they stand in the database, in a fixed number of queries.

    The cases stay locked until the transaction ends: what staff save meanwhile waits, and is not overwritten.
    """
    cases = CaseStudy.objects.select_for_update(no_key=True).filter(source=source).order_by("pk")
    found = list(cases.values_list(*OF_CASE, named=True))

    def rows(of: QuerySet[Any], *columns: str) -> Mapping[int, list[Row]]:
        by_case: defaultdict[int, list[Row]] = defaultdict(list)
        for row in of.filter(case__source=source).values_list("case_id", *columns, named=True).iterator():
            by_case[row.case_id].append(row)
        return by_case

    regions = rows(CaseRegion.objects.order_by("-is_main", "position", "pk"), "region_id", "is_main", *EVIDENCE)
    indicators = rows(CaseIndicator.objects.order_by("position", "pk"), "indicator__slug", *EVIDENCE)
    measures = rows(Measure.objects.order_by("position", "pk"), *OF_MEASURE)
    outcomes = rows(Outcome.objects.order_by("position", "pk"), *OF_OUTCOME)
    agencies = rows(Agency.objects.order_by("position", "pk"), *OF_AGENCY)
    return Reading(
        _source(source),
        tuple(
            replace(
                _case(row),
                regions=tuple(map(_region, regions[row.pk])),
                indicators=tuple(map(_indicator, indicators[row.pk])),
                measures=tuple(map(_measure, measures[row.pk])),
                outcomes=tuple(map(_outcome, outcomes[row.pk])),
                agencies=tuple(map(_agency, agencies[row.pk])),
            )
            for row in found
        ),
    )


def _source(source: Source) -> SourceRecord:
    return SourceRecord(
        title=source.title,
        publisher=source.publisher,
        kind=str(source.kind),
        published_on=source.published_on.isoformat() if source.published_on else None,
        document_number=source.document_number,
        evidence=evidence_of(source.evidence),
    )


def _case(row: Row) -> CaseRecord:
    return CaseRecord(
        id=row.pk,
        key=row.key,
        title=as_typed(row.title),
        title_is_made=row.title_is_made,
        year=row.year,
        year_reason=row.year_reason,
        year_confidence=row.year_confidence,
        year_spans=_spans(row.year_spans),
        lead=as_typed(row.lead),
        spans=_spans(row.spans),
        lead_spans=_spans(row.lead_spans),
        vanished=row.vanished,
        repeat_of=row.repeat_of_id,
    )


def _region(row: Row) -> RegionRecord:
    return RegionRecord(row.region_id, row.is_main, row.reason, row.confidence, _spans(row.spans))


def _indicator(row: Row) -> IndicatorRecord:
    return IndicatorRecord(row.indicator__slug, row.reason, row.confidence, _spans(row.spans))


def _measure(row: Row) -> MeasureRecord:
    return MeasureRecord(
        id=row.pk,
        label=as_typed(row.label),
        heading=as_typed(row.heading),
        text=as_typed(row.text),
        level=row.level,
        parent=row.parent_id,
        region=row.region_id or "",
        region_reason=row.region_reason,
        region_confidence=row.region_confidence,
        region_spans=_spans(row.region_spans),
        spans=_spans(row.spans),
    )


def _outcome(row: Row) -> OutcomeRecord:
    is_printed = not row.change_is_computed
    return OutcomeRecord(
        id=row.pk,
        text=as_typed(row.text),
        metric=as_typed(row.metric),
        kind=row.kind,
        reason=row.reason,
        measure=row.measure_id,
        before=shortest(row.before),
        before_max=shortest(row.before_max),
        before_unit=row.before_unit,
        after=shortest(row.after),
        after_max=shortest(row.after_max),
        unit=row.unit,
        change_pct=shortest(row.change_pct) if is_printed else None,
        change_pct_max=shortest(row.change_pct_max) if is_printed else None,
        direction=row.direction,
        effect=row.effect,
        beneficiary=as_typed(row.beneficiary),
        spans=_spans(row.spans),
        confidence=row.confidence,
    )


def _agency(row: Row) -> AgencyRecord:
    return AgencyRecord(
        id=row.pk,
        name=row.name,
        role=row.role,
        measure=row.measure_id,
        full_name=row.full_name,
        reason=row.reason,
        spans=_spans(row.spans),
        confidence=row.confidence,
    )


def _spans(spans: list[list[int]]) -> Spans:
    return tuple((start, end) for start, end in spans)
