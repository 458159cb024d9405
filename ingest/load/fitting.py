"""What the columns of the catalogue can hold: a reading made to fit, with a notice wherever that took something."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import Any, cast

from django.core.exceptions import ValidationError
from django.db.models import CharField, Model

from catalogue.models import Agency, CaseRegion, CaseStudy, Measure, Outcome, Source
from catalogue.models.validators import plausible_year
from ingest.merge import AgencyRecord, CaseRecord, MeasureRecord, OutcomeRecord, SourceRecord
from ingest.merge.records import as_typed
from ingest.types import Notice, Severity, Span

DEEPEST = 9
"""Levels of an outline that the catalogue keeps."""


def fit_source(source: SourceRecord, file: str) -> SourceRecord:
    """The source's facts cut to their columns; a source without a title is called after its file."""
    return replace(
        source,
        title=_cut(Source, "title", source.title or PurePath(file).stem),
        publisher=_cut(Source, "publisher", source.publisher),
        document_number=_cut(Source, "document_number", source.document_number),
    )


def fit_case(case: CaseRecord) -> tuple[CaseRecord, list[Notice]]:
    """The case as its row can hold it, and what had to give way."""
    notices = []
    year, title = case.year, _cut(CaseStudy, "title", as_typed(case.title))
    spans = tuple(Span(*pair) for pair in case.spans[:1])
    if title != as_typed(case.title):
        notices.append(Notice("title-cut", Severity.WARNING, f"标题过长，已截短：{title}", spans))
    if year is not None:
        try:
            plausible_year(year)
        except ValidationError as error:
            notices.append(Notice("year-rejected", Severity.WARNING, f"{year}：{error.messages[0]}", spans))
            year = None
    fitted = replace(
        case,
        title=title,
        year=year,
        lead=as_typed(case.lead),
        regions=tuple(_reason_cut(region) for region in case.regions),
        indicators=tuple(_reason_cut(indicator) for indicator in case.indicators),
        measures=tuple(_fit_measure(measure) for measure in case.measures),
        outcomes=tuple(_fit_outcome(outcome) for outcome in case.outcomes),
        agencies=tuple(_fit_agency(agency) for agency in case.agencies),
    )
    return fitted, notices


def _fit_measure(measure: MeasureRecord) -> MeasureRecord:
    """A label or heading too long for its column is text: it goes to the head of what follows, nothing is lost."""
    label, heading, text = (as_typed(part) for part in (measure.label, measure.heading, measure.text))
    if len(label) > _width(Measure, "label"):
        label, heading = "", label + heading
    if len(heading) > _width(Measure, "heading"):
        heading, text = "", "\n".join(part for part in (heading, text) if part)
    return replace(
        measure,
        label=label,
        heading=heading,
        text=text,
        level=min(max(measure.level, 1), DEEPEST),
        region_reason=_cut(Measure, "region_reason", measure.region_reason),
    )


def _fit_outcome(outcome: OutcomeRecord) -> OutcomeRecord:
    return replace(
        outcome,
        text=as_typed(outcome.text),
        metric=_cut(Outcome, "metric", as_typed(outcome.metric)),
        reason=_cut(Outcome, "reason", as_typed(outcome.reason)),
    )


def _fit_agency(agency: AgencyRecord) -> AgencyRecord:
    return replace(
        agency,
        name=_cut(Agency, "name", agency.name),
        full_name=_cut(Agency, "full_name", agency.full_name),
        reason=_cut(Agency, "reason", agency.reason),
    )


def _reason_cut(link: Any) -> Any:
    return replace(link, reason=_cut(CaseRegion, "reason", link.reason))


def _cut(model: type[Model], field: str, value: str) -> str:
    width = _width(model, field)
    return value if len(value) <= width else f"{value[: width - 1]}…"


def _width(model: type[Model], field: str) -> int:
    return cast(CharField, model._meta.get_field(field)).max_length or 0
