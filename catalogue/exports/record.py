"""Cases as plain data: what the JSON export and the API say of them (format `reform-cases/1`).

They are read as values: models of all that belongs to a case take four times as long to make, and a page of the API has
twenty cases, an export as many as there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from catalogue.models import (
    Agency,
    CaseIndicator,
    CaseRegion,
    CaseStudyQuerySet,
    Finding,
    Measure,
    Outcome,
    Region,
    Source,
)

FORMAT = "reform-cases/1"

Number = int | float
Range = list[Number]
Record = dict[str, Any]

OF_CASE = (
    *("pk", "title", "year", "lead", "state", "spans"),
    *("source__title", "source__file", "source__published_on", "source__pages"),
)
OF_MEASURE = ("pk", "parent_id", "label", "heading", "text", "level", "region_id")
OF_OUTCOME = (
    *("text", "metric", "before", "before_max", "before_unit", "after", "after_max", "unit"),
    *("change_pct", "change_pct_max", "change_is_computed", "direction", "effect", "beneficiary"),
)


def records(cases: CaseStudyQuerySet) -> dict[int, Record]:
    """Everything a reader may know of these cases, in JSON's own types, by key; in nine queries whatever their number.

    Only results are among the outcomes: targets, inputs and other places' figures are no outcome of the case.
    """
    found: list[Any] = list(cases.order_by().values_list(*OF_CASE, named=True))

    def rows(of: QuerySet[Any], *columns: str) -> list[Any]:
        keys = [case.pk for case in found]
        return list(of.filter(case__in=keys).values_list("case_id", *columns, named=True))

    links = rows(CaseRegion.objects.order_by("-is_main", "position", "pk"), "region_id")
    measures = rows(Measure.objects.order_by("position", "pk"), *OF_MEASURE)
    indicators = rows(CaseIndicator.objects.order_by("position", "pk"), "indicator__slug", "indicator__name")
    agencies = rows(Agency.objects.order_by("position", "pk"), "name", "full_name", "role")
    outcomes = rows(Outcome.objects.results().order_by("position", "pk"), *OF_OUTCOME)
    findings = rows(Finding.objects.filter(resolved=False).order_by("-created_at", "pk"), "code", "severity", "message")
    regions = _regions({row.region_id for row in [*links, *measures]})

    texts = _by_case(measures, lambda row: (f"{row.label}{row.heading}", row.text))
    regions_of = _by_case(links, lambda row: regions[row.region_id])
    indicators_of = _by_case(indicators, lambda row: {"slug": row.indicator__slug, "name": row.indicator__name})
    agencies_of = _by_case(agencies, lambda row: {"name": row.name, "full_name": row.full_name, "role": row.role})
    outcomes_of = _by_case(outcomes, _outcome)
    findings_of = _by_case(findings, lambda row: {"code": row.code, "severity": row.severity, "message": row.message})
    measures_of = _trees(measures, regions)
    return {
        case.pk: {
            "id": case.pk,
            "title": case.title,
            "year": case.year,
            "body": "\n".join(filter(None, (case.lead, *(part for parts in texts[case.pk] for part in parts)))),
            "regions": regions_of[case.pk],
            "indicators": indicators_of[case.pk],
            "agencies": agencies_of[case.pk],
            "measures": measures_of[case.pk],
            "outcomes": outcomes_of[case.pk],
            "source": _source(case),
            "state": case.state,
            "findings": findings_of[case.pk],
        }
        for case in found
    }


def _by_case(rows: Iterable[Any], record: Callable[[Any], Any]) -> Mapping[int, list[Any]]:
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.case_id].append(record(row))
    return found


def _regions(codes: Iterable[str | None]) -> dict[str, Record]:
    """Regions, each with the names on its path."""
    paths = dict(Region.objects.filter(pk__in=set(codes) - {None}).values_list("code", "path"))
    above = {code: path.rstrip("/").split("/") for code, path in paths.items()}
    within = {code for path in above.values() for code in path}
    names = dict(Region.objects.filter(pk__in=within).values_list("code", "name"))
    return {
        code: {"code": code, "name": names[code], "path": short_path([names[up] for up in above[code]])}
        for code in paths
    }


def short_path(names: list[str]) -> list[str]:
    """Three of a region's names at most, from the province down: 江苏省, 苏州市, 昆山高新技术产业开发区.

    A municipality's district has no city between; a functional area stands in the place of the district it lies in.
    """
    above = 1 if names[0].endswith("市") else 2
    return names[:above] + names[above:][-1:]


def _trees(rows: Iterable[Any], regions: Mapping[str, Record]) -> Mapping[int, list[Record]]:
    """The measures of each case, each with those under it."""
    roots: defaultdict[int, list[Record]] = defaultdict(list)
    known: dict[int, Record] = {}
    for row in rows:
        record = known[row.pk] = {
            "label": row.label,
            "heading": row.heading,
            "body": row.text,
            "level": row.level,
            "regions": [regions[row.region_id]] if row.region_id else [],
            "children": [],
        }
        parent = known.get(row.parent_id)
        (parent["children"] if parent else roots[row.case_id]).append(record)
    return roots


def _outcome(row: Any) -> Record:
    """One result; `before_unit` is there only where it differs from `unit`, lest 3 (月) → 20 (天) be read as a rise.

    `change_is_computed` tells a change worked out from before and after from one that the source prints; `effect` is
    “better”, “worse” or null where that cannot be said.
    """
    record: Record = {
        "text": row.text,
        "metric": row.metric,
        "before": figure(row.before, row.before_max),
        "after": figure(row.after, row.after_max),
        "unit": row.unit,
        "change_pct": figure(row.change_pct, row.change_pct_max),
        "direction": row.direction,
    }
    if row.before_unit and row.before_unit != row.unit:
        record["before_unit"] = row.before_unit
    record["change_is_computed"] = row.change_is_computed
    record["effect"] = row.effect or None
    record["beneficiary"] = row.beneficiary
    return record


def figure(low: Decimal | None, high: Decimal | None = None) -> Number | Range | None:
    """A figure as JSON has it: 34, 0.5, or the pair [30, 50] for a range; None where there is none."""
    if low is None:
        return None
    return number(low) if high is None else [number(low), number(high)]


def number(value: Decimal) -> Number:
    """An int where the figure is whole, else a float."""
    return int(value) if value == value.to_integral_value() else float(value)


def _source(case: Any) -> Record:
    """Where the case was printed.

    `span` reaches from its first character in the source to its last; `pages` are counted from the first page of the
    file, which is 1, and empty where the source has none.
    """
    published = case.source__published_on
    return {
        "title": case.source__title,
        "file": case.source__file,
        "published_on": published.isoformat() if published else None,
        "span": [min(start for start, _ in case.spans), max(end for _, end in case.spans)] if case.spans else None,
        "pages": Source(pages=case.source__pages).pages_of(case.spans) if case.source__pages else [],
    }
