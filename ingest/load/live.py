"""A source's rows as records, to be compared with what the machine reads."""

from __future__ import annotations

from catalogue.models import CaseStudy, Source
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

TOGETHER = 100
"""Cases whose rows are fetched, and held, at once."""


def live_reading(source: Source) -> Reading:
    """The source and its cases as they stand in the database, some of them at a time: rows take far more than records.

    The cases stay locked until the transaction ends: what staff save meanwhile waits, and is not overwritten.
    """
    cases = (
        CaseStudy.objects.select_for_update(no_key=True)
        .filter(source=source)
        .prefetch_related("case_regions", "case_indicators__indicator", "measures", "outcomes", "agencies")
    )
    record = SourceRecord(
        title=source.title,
        publisher=source.publisher,
        kind=str(source.kind),
        published_on=source.published_on.isoformat() if source.published_on else None,
        document_number=source.document_number,
        evidence=evidence_of(source.evidence),
    )
    return Reading(record, tuple(_case(case) for case in cases.order_by("pk").iterator(TOGETHER)))


def _case(case: CaseStudy) -> CaseRecord:
    links = sorted(case.case_regions.all(), key=lambda link: (not link.is_main, link.position))
    return CaseRecord(
        id=case.pk,
        key=case.key,
        title=as_typed(case.title),
        title_is_made=case.title_is_made,
        year=case.year,
        year_reason=case.year_reason,
        year_confidence=case.year_confidence,
        year_spans=_spans(case.year_spans),
        lead=as_typed(case.lead),
        regions=tuple(
            RegionRecord(link.region_id, link.is_main, link.reason, link.confidence, _spans(link.spans))
            for link in links
        ),
        indicators=tuple(
            IndicatorRecord(link.indicator.slug, link.reason, link.confidence, _spans(link.spans))
            for link in case.case_indicators.all()
        ),
        measures=_measures(case),
        outcomes=_outcomes(case),
        agencies=_agencies(case),
        spans=_spans(case.spans),
        lead_spans=_spans(case.lead_spans),
        vanished=case.vanished,
        repeat_of=case.repeat_of_id,
    )


def _measures(case: CaseStudy) -> tuple[MeasureRecord, ...]:
    return tuple(
        MeasureRecord(
            id=measure.pk,
            label=as_typed(measure.label),
            heading=as_typed(measure.heading),
            text=as_typed(measure.text),
            level=measure.level,
            parent=measure.parent_id,
            region=measure.region_id or "",
            region_reason=measure.region_reason,
            region_confidence=measure.region_confidence,
            region_spans=_spans(measure.region_spans),
            spans=_spans(measure.spans),
        )
        for measure in case.measures.all()
    )


def _outcomes(case: CaseStudy) -> tuple[OutcomeRecord, ...]:
    return tuple(
        OutcomeRecord(
            id=outcome.pk,
            text=as_typed(outcome.text),
            metric=as_typed(outcome.metric),
            kind=outcome.kind,
            reason=outcome.reason,
            measure=outcome.measure_id,
            before=shortest(outcome.before),
            before_max=shortest(outcome.before_max),
            before_unit=outcome.before_unit,
            after=shortest(outcome.after),
            after_max=shortest(outcome.after_max),
            unit=outcome.unit,
            change_pct=shortest(outcome.printed_change),
            change_pct_max=shortest(outcome.printed_change_max),
            direction=outcome.direction,
            effect=outcome.effect,
            beneficiary=as_typed(outcome.beneficiary),
            spans=_spans(outcome.spans),
            confidence=outcome.confidence,
        )
        for outcome in case.outcomes.all()
    )


def _agencies(case: CaseStudy) -> tuple[AgencyRecord, ...]:
    return tuple(
        AgencyRecord(
            id=agency.pk,
            name=agency.name,
            role=agency.role,
            measure=agency.measure_id,
            full_name=agency.full_name,
            reason=agency.reason,
            spans=_spans(agency.spans),
            confidence=agency.confidence,
        )
        for agency in case.agencies.all()
    )


def _spans(spans: list[list[int]]) -> Spans:
    return tuple((start, end) for start, end in spans)
