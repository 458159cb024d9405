"""Cases as lists show them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Prefetch, QuerySet, prefetch_related_objects

from catalogue.models import CaseIndicator, CaseRegion, CaseStudy, Measure, Outcome
from catalogue.search import vocabulary
from catalogue.search.query import CaseQuery, Hit, SearchResult
from catalogue.strongest import strength
from catalogue.views.address import case_address

NAMES_OF_PLACE = 3
"""The region and the two above it: 湖南省 长沙市 天心区."""


@dataclass(frozen=True, slots=True)
class ShownHit:
    """One hit with its case and what the list shows of it."""

    hit: Hit
    case: CaseStudy
    place: tuple[str, ...]
    """Names of its main region and of those above it, the widest first; none where it names no region."""
    subjects: tuple[str, ...]
    """Names of its indicators."""
    outcome: Outcome | None
    address: str

    @property
    def anchor(self) -> str:
        """Where on the case's page its passage stands."""
        measure = self.hit.passage and self.hit.passage.measure_id
        return f"measure-{measure}" if measure else "lead"


def shown(result: SearchResult) -> list[ShownHit]:
    """The hits with their cases, in a fixed number of queries.

    A case that has been withdrawn since the index last looked is left out.
    """
    return _shown(result.hits, result.query)


def newest(count: int) -> list[ShownHit]:
    """The cases that came into the catalogue last."""
    ids = CaseStudy.objects.published().order_by("-created_at", "-pk").values_list("pk", flat=True)[:count]
    return _shown([Hit(pk) for pk in ids], CaseQuery())


def _shown(hits: Sequence[Hit], query: CaseQuery) -> list[ShownHit]:
    cases = _cases().order_by().in_bulk([hit.case_id for hit in hits])
    _with_headings(cases[hit.case_id] for hit in hits if hit.case_id in cases and not hit.passage)
    places, subjects, outcomes = _places(cases), _subjects(cases), _strongest(cases)
    return [
        ShownHit(hit, case, places.get(pk, ()), tuple(subjects[pk]), outcomes.get(pk), case_address(pk, query))
        for hit in hits
        if (case := cases.get(pk := hit.case_id))
    ]


def _cases() -> QuerySet[CaseStudy]:
    """Cases with their source, without what is as long as a document and without the spans, which no list shows."""
    published: QuerySet[CaseStudy] = CaseStudy.objects.published().select_related("source")
    return published.defer(
        "spans", "lead_spans", "year_spans", "source__text", "source__machine_reading", "source__pages"
    )


def _with_headings(cases: Iterable[CaseStudy]) -> None:
    """The headings of cases that have neither a passage found nor a lead, to stand in their place."""
    headings = Measure.objects.filter(level=1).only("case_id", "label", "heading", "position").order_by("position")
    prefetch_related_objects([case for case in cases if not case.lead], Prefetch("measures", headings))


def _places(case_ids: Collection[int]) -> Mapping[int, tuple[str, ...]]:
    known = vocabulary.current().places
    links = CaseRegion.objects.filter(case__in=case_ids, is_main=True).values_list("case_id", "region_id")
    return {
        case: tuple(known[above].name for above in known[code].path[-NAMES_OF_PLACE:])
        for case, code in links
        if code in known
    }


def _subjects(case_ids: Collection[int]) -> Mapping[int, list[str]]:
    links = CaseIndicator.objects.filter(case__in=case_ids).order_by("position")
    names: defaultdict[int, list[str]] = defaultdict(list)
    for case, name in links.values_list("case_id", "indicator__name"):
        names[case].append(name)
    return names


def _strongest(case_ids: Collection[int]) -> Mapping[int, Outcome]:
    """The result of each case that tells most: all are weighed by a few columns, and those chosen read whole."""
    results = Outcome.objects.results().filter(case__in=case_ids).order_by("position")
    best: dict[int, Any] = {}
    for row in results.values_list(
        "pk", "case_id", "before", "after", "change_pct", "direction", "position", named=True
    ):
        if row.case_id not in best or strength(row) > strength(best[row.case_id]):
            best[row.case_id] = row
    chosen = Outcome.objects.order_by().defer("spans", "reason").in_bulk([row.pk for row in best.values()])
    return {case: chosen[row.pk] for case, row in best.items() if row.pk in chosen}


def first_page(query: CaseQuery, size: int) -> CaseQuery:
    """The first `size` cases of a question, for pages that show a few and link to the rest."""
    return replace(query, page=1, page_size=size)
