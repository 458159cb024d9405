"""Cases as lists show them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import FilteredRelation, Q
from django.urls import reverse

from catalogue.models import CaseIndicator, CaseStudy, Measure, Outcome
from catalogue.search import vocabulary
from catalogue.search.query import CaseQuery, Hit, SearchResult
from catalogue.search.sentence import years_name
from catalogue.strongest import strength
from catalogue.views.address import query_string

NAMES_OF_PLACE = 3
"""The region and the two above it: 湖南省 长沙市 天心区."""
MOST_HEADINGS = 4
"""Headings that stand in place of a lead."""

# What a list reads, put together once: to do so for each page takes longer than the database takes to answer.
LISTED = (
    CaseStudy.objects.published()
    .annotate(main=FilteredRelation("case_regions", condition=Q(case_regions__is_main=True)))
    .order_by()
    .values_list("pk", "title", "year", "lead", "main__region_id", "source_id", "source__title", "source__published_on")
)
SUBJECTS = CaseIndicator.objects.order_by("position").values_list("case_id", "indicator__name")
WEIGHED = ("case_id", "before", "after", "change_pct", "direction", "position")
PRINTED = ("text", "metric", "unit", "before_unit", "before_max", "after_max", "change_pct_max", "change_is_computed")
RESULTS = Outcome.objects.results().order_by("position").values_list(*WEIGHED, *PRINTED, named=True)


@dataclass(frozen=True, slots=True)
class ListedCase:
    """What lists show of a case itself: its values alone, for a model of it and one of its source take four times as
    long to make."""

    pk: int
    title: str
    year: int | None
    lead: str
    region: str | None
    """Code of its main region."""
    source_id: int
    source_title: str
    published_on: date | None
    """The day its source was published."""


@dataclass(frozen=True, slots=True)
class ShownHit:
    """One hit with its case and what the list shows of it."""

    hit: Hit
    case: ListedCase
    place: tuple[str, ...]
    """Names of its main region and of those above it, the widest first; none where it names no region."""
    year: str
    """Its year in words; empty where it has none."""
    subjects: Sequence[str]
    """Names of its indicators."""
    headings: Sequence[str]
    """Of a case that has neither a passage found nor a lead, to stand in their place."""
    outcome: Any
    """The result that tells most, as a row with what its figures are printed from; None where there is none."""
    path: str
    """The address of its page."""
    address: str
    """The same with the question, so that the page leads back and onwards."""
    source_path: str

    @property
    def anchor(self) -> str:
        """Where on the case's page its passage stands."""
        measure = self.hit.passage and self.hit.passage.measure_id
        return f"measure-{measure}" if measure else "lead"


def shown(result: SearchResult) -> list[ShownHit]:
    """The hits with their cases, in a fixed number of queries.

    A case that has been withdrawn since the index last looked is left out.
    """
    return shown_hits(result.hits, result.query)


def newest(count: int) -> list[ShownHit]:
    """The cases that came into the catalogue last."""
    ids = CaseStudy.objects.published().order_by("-created_at", "-pk").values_list("pk", flat=True)[:count]
    return shown_hits([Hit(pk) for pk in ids], CaseQuery())


def shown_hits(hits: Sequence[Hit], query: CaseQuery) -> list[ShownHit]:
    """The same of hits that are not a page of the list: links to them lead back to this question."""
    cases = {case.pk: case for case in _cases([hit.case_id for hit in hits])}
    bare = [hit.case_id for hit in hits if not hit.passage and (found := cases.get(hit.case_id)) and not found.lead]
    headings = _headings(bare) if bare else {}
    subjects, outcomes = _subjects(cases), _strongest(cases)
    question = query_string(query) or "page=1"
    case_path, source_path = _numbered("case"), _numbered("source")
    return [
        ShownHit(
            hit,
            case,
            _place(case.region),
            years_name((case.year, case.year)) if case.year else "",
            subjects.get(pk, ()),
            headings.get(pk, ()),
            outcomes.get(pk),
            path := case_path % pk,
            f"{path}?{question}",
            source_path % case.source_id,
        )
        for hit in hits
        if (case := cases.get(pk := hit.case_id))
    ]


def _cases(ids: Collection[int]) -> Iterable[ListedCase]:
    return (ListedCase(*row) for row in LISTED.filter(pk__in=ids))


def _place(region: str | None) -> tuple[str, ...]:
    known = vocabulary.current().places
    return tuple(known[above].name for above in known[region].path[-NAMES_OF_PLACE:]) if region in known else ()


def _headings(case_ids: Collection[int]) -> Mapping[int, Sequence[str]]:
    rows = Measure.objects.filter(case__in=case_ids, level=1).order_by("position")
    found: defaultdict[int, list[str]] = defaultdict(list)
    for case, label, heading in rows.values_list("case_id", "label", "heading"):
        found[case].append(f"{label}{heading}" if heading else "")
    return {case: list(filter(None, headings[:MOST_HEADINGS])) for case, headings in found.items()}


def _subjects(case_ids: Collection[int]) -> Mapping[int, Sequence[str]]:
    names: defaultdict[int, list[str]] = defaultdict(list)
    for case, name in SUBJECTS.filter(case__in=case_ids):
        names[case].append(name)
    return names


def _strongest(case_ids: Collection[int]) -> Mapping[int, Any]:
    """The result of each case that tells most."""
    of_case: defaultdict[int, list[Any]] = defaultdict(list)
    for row in RESULTS.filter(case__in=case_ids):
        of_case[row.case_id].append(row)
    return {case: max(rows, key=strength) for case, rows in of_case.items()}


def _numbered(name: str) -> str:
    """The address of pages of this name with %d for their number: to work it out for each of them takes longer."""
    return reverse(name, args=[0]).replace("0", "%d")


def first_page(query: CaseQuery, size: int) -> CaseQuery:
    """The first `size` cases of a question, for pages that show a few and link to the rest."""
    return replace(query, page=1, page_size=size)
