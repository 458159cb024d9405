"""What the stages read, as records."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from ingest.accounting import case_spans, measure_spans
from ingest.types import AgencyDraft, CaseDraft, DocumentReading, Figure, MeasureDraft, OutcomeDraft, Span

from .records import (
    AgencyRecord,
    CaseRecord,
    EvidenceRecord,
    IndicatorRecord,
    MeasureRecord,
    OutcomeRecord,
    Reading,
    RegionRecord,
    SourceRecord,
    Spans,
)

PLACES = Decimal("0.0001")
"""The catalogue keeps four decimal places of a figure."""


def records_of(reading: DocumentReading) -> Reading:
    """The reading as records; the cases, and within each its parts, have negative ids in reading order."""
    draft = reading.draft
    source = SourceRecord(
        title=draft.title,
        publisher=draft.publisher,
        kind=draft.kind.value,
        published_on=draft.published_on.isoformat() if draft.published_on else None,
        document_number=draft.document_number,
        evidence=tuple(
            EvidenceRecord(fact, told.reason, told.confidence, _pairs(told.spans))
            for fact, told in sorted(draft.evidence.items())
        ),
    )
    text = reading.document.text
    return Reading(source, tuple(_case(case, -n, text) for n, case in enumerate(reading.cases, 1)))


def _case(case: CaseDraft, number: int, text: str) -> CaseRecord:
    measures = _measures(case.measures, text)
    holders: list[tuple[int | None, CaseDraft | MeasureDraft]] = [
        (None, case),
        *((record.id, measure) for record, measure in zip(measures, case.walk(), strict=True)),
    ]
    outcomes = [(place, outcome) for place, holder in holders for outcome in holder.outcomes]
    agencies = [(place, agency) for place, holder in holders for agency in holder.agencies]
    return CaseRecord(
        id=number,
        key=case.key,
        title=case.title.text,
        title_is_made=case.title_is_made,
        year=case.year.year if case.year else None,
        year_reason=case.year.reason if case.year else "",
        year_confidence=case.year.confidence if case.year else None,
        year_spans=_pairs(case.year.spans) if case.year else (),
        lead=case.lead.text,
        regions=_regions(case),
        indicators=_indicators(case),
        measures=tuple(measures),
        outcomes=tuple(_outcome(outcome, -n, place) for n, (place, outcome) in enumerate(outcomes, 1)),
        agencies=tuple(_agency(agency, -n, place) for n, (place, agency) in enumerate(agencies, 1)),
        spans=_pairs(case_spans(case, text)),
        lead_spans=_pairs(case.lead.spans()),
    )


def _regions(case: CaseDraft) -> tuple[RegionRecord, ...]:
    """Each region once, the first one the main one."""
    first = {mention.code: mention for mention in reversed(case.regions)}
    codes = list(dict.fromkeys(mention.code for mention in case.regions))
    return tuple(
        RegionRecord(code, n == 0, first[code].reason, first[code].confidence, _pairs(first[code].spans))
        for n, code in enumerate(codes)
    )


def _indicators(case: CaseDraft) -> tuple[IndicatorRecord, ...]:
    """Each indicator once."""
    first = {mention.slug: mention for mention in reversed(case.indicators)}
    slugs = dict.fromkeys(mention.slug for mention in case.indicators)
    return tuple(
        IndicatorRecord(slug, first[slug].reason, first[slug].confidence, _pairs(first[slug].spans)) for slug in slugs
    )


def _measures(measures: Iterable[MeasureDraft], text: str) -> list[MeasureRecord]:
    """The tree laid out in reading order, each naming the one above it."""
    records: list[MeasureRecord] = []

    def lay_out(measure: MeasureDraft, parent: int | None) -> None:
        record = MeasureRecord(
            id=-len(records) - 1,
            label=measure.label,
            heading=measure.heading.text,
            text=measure.text.text,
            level=measure.level,
            parent=parent,
            region=measure.region.code if measure.region else "",
            region_reason=measure.region.reason if measure.region else "",
            region_confidence=measure.region.confidence if measure.region else None,
            region_spans=_pairs(measure.region.spans) if measure.region else (),
            spans=_pairs(measure_spans(measure, text)),
        )
        records.append(record)
        for child in measure.children:
            lay_out(child, record.id)

    for measure in measures:
        lay_out(measure, None)
    return records


def _outcome(outcome: OutcomeDraft, number: int, measure: int | None) -> OutcomeRecord:
    before, before_max = _figures(outcome.before)
    after, after_max = _figures(outcome.after)
    change, change_max = _figures(outcome.change)
    return OutcomeRecord(
        id=number,
        text=outcome.text.text,
        metric=outcome.metric,
        kind=outcome.kind.value,
        reason=outcome.reason,
        measure=measure,
        before=before,
        before_max=before_max,
        before_unit=outcome.before_unit,
        after=after,
        after_max=after_max,
        unit=outcome.unit,
        change_pct=change,
        change_pct_max=change_max,
        direction=outcome.direction.value,
        effect=outcome.effect.value,
        beneficiary=outcome.beneficiary,
        spans=_pairs(outcome.text.spans()),
        confidence=outcome.confidence,
    )


def _agency(agency: AgencyDraft, number: int, measure: int | None) -> AgencyRecord:
    return AgencyRecord(
        id=number,
        name=agency.name,
        role=agency.role.value,
        measure=measure,
        full_name=agency.full_name,
        reason=agency.reason,
        spans=_pairs(agency.spans),
        confidence=agency.confidence,
    )


def _figures(figure: Figure | None) -> tuple[str | None, str | None]:
    return (shortest(figure.low), shortest(figure.high)) if figure else (None, None)


def shortest(value: Decimal | None) -> str | None:
    """A figure to four places, without trailing zeros: “34”, “0.5”."""
    if value is None:
        return None
    rounded = value.quantize(PLACES) if abs(value) < Decimal(10) ** 14 else value
    return format(rounded.normalize(), "f")


def _pairs(spans: Iterable[Span]) -> Spans:
    return tuple((span.start, span.end) for span in spans)
