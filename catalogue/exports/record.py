"""One case as plain data: what the JSON export and the API say of it (format `reform-cases/1`)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from catalogue.models import Agency, CaseStudy, Finding, Measure, Outcome, Region

FORMAT = "reform-cases/1"

Number = int | float
Range = list[Number]


def case_as_dict(case: CaseStudy) -> dict[str, Any]:
    """Everything a reader may know of a case, in JSON's own types.

    Only results are among the outcomes: targets, inputs and other places' figures are no outcome of the case. Take the
    case from `CaseStudy.objects.for_detail()`, so that nothing here asks the database again.
    """
    return {
        "id": case.pk,
        "title": case.title,
        "year": case.year,
        "body": case.body,
        "regions": [region_as_dict(link.region) for link in main_region_first(case)],
        "indicators": [
            {"slug": link.indicator.slug, "name": link.indicator.name} for link in case.case_indicators.all()
        ],
        "agencies": [agency_as_dict(agency) for agency in case.agencies.all()],
        "measures": [measure_as_dict(measure) for measure in case.measure_tree()],
        "outcomes": [outcome_as_dict(outcome) for outcome in results(case)],
        "source": source_as_dict(case),
        "state": case.state,
        "findings": [finding_as_dict(finding) for finding in case.findings.all() if not finding.resolved],
    }


def main_region_first(case: CaseStudy) -> list[Any]:
    """The case's links to regions, the main one at the head."""
    return sorted(case.case_regions.all(), key=lambda link: (not link.is_main, link.position))


def results(case: CaseStudy) -> list[Outcome]:
    """What the case achieved, from prefetched rows where there are any."""
    return [outcome for outcome in case.outcomes.all() if outcome.kind == Outcome.Kind.RESULT]


def region_as_dict(region: Region) -> dict[str, Any]:
    """A region with three names at most, from the province down: 江苏省, 苏州市, 昆山高新技术产业开发区.

    A municipality's district has no city between; a functional area stands in the place of the district it lies in.
    """
    path = region_path(region)
    return {"code": region.code, "name": region.name, "path": path[:2] + path[2:][-1:]}


def region_path(region: Region) -> list[str]:
    """Names from the province down to the region itself: ["湖南省", "长沙市"], ["重庆市", "万州区"]."""
    names: list[str] = []
    above: Region | None = region
    while above is not None:
        names.append(above.name)
        above = above.parent
    return names[::-1]


def agency_as_dict(agency: Agency) -> dict[str, str]:
    return {"name": agency.name, "full_name": agency.full_name, "role": agency.role}


def measure_as_dict(measure: Measure) -> dict[str, Any]:
    """A measure with those under it; `measure.branches` must be filled in (`CaseStudy.measure_tree`)."""
    return {
        "label": measure.label,
        "heading": measure.heading,
        "body": measure.text,
        "level": measure.level,
        "regions": [region_as_dict(measure.region)] if measure.region else [],
        "children": [measure_as_dict(child) for child in measure.branches],
    }


def outcome_as_dict(outcome: Outcome) -> dict[str, Any]:
    """One result; `before_unit` is there only where it differs from `unit`, lest 3 (月) → 20 (天) be read as a rise.

    `change_is_computed` tells a change worked out from before and after from one that the source prints; `effect` is
    “better”, “worse” or null where that cannot be said.
    """
    record: dict[str, Any] = {
        "text": outcome.text,
        "metric": outcome.metric,
        "before": figure(outcome.before, outcome.before_max),
        "after": figure(outcome.after, outcome.after_max),
        "unit": outcome.unit,
        "change_pct": figure(outcome.change_pct, outcome.change_pct_max),
        "direction": outcome.direction,
    }
    if outcome.before_unit and outcome.before_unit != outcome.unit:
        record["before_unit"] = outcome.before_unit
    record["change_is_computed"] = outcome.change_is_computed
    record["effect"] = outcome.effect or None
    record["beneficiary"] = outcome.beneficiary
    return record


def figure(low: Decimal | None, high: Decimal | None = None) -> Number | Range | None:
    """A figure as JSON has it: 34, 0.5, or the pair [30, 50] for a range; None where there is none."""
    if low is None:
        return None
    return number(low) if high is None else [number(low), number(high)]


def number(value: Decimal) -> Number:
    """An int where the figure is whole, else a float."""
    return int(value) if value == value.to_integral_value() else float(value)


def source_as_dict(case: CaseStudy) -> dict[str, Any]:
    """Where the case was printed.

    `span` reaches from its first character in the source to its last; `pages` are counted from the first page of the
    file, which is 1, and empty where the source has none.
    """
    source = case.source
    return {
        "title": source.title,
        "file": source.file,
        "published_on": source.published_on.isoformat() if source.published_on else None,
        "span": [min(start for start, _ in case.spans), max(end for _, end in case.spans)] if case.spans else None,
        "pages": source.pages_of(case.spans),
    }


def finding_as_dict(finding: Finding) -> dict[str, str]:
    return {"code": finding.code, "severity": finding.severity, "message": finding.message}
