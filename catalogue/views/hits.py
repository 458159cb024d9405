"""Cases as lists show them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db.models import Prefetch

from catalogue.models import CaseStudy, Measure, Outcome
from catalogue.search.query import CaseQuery, Hit, SearchResult
from catalogue.strongest import strongest
from catalogue.views.address import case_address


@dataclass(frozen=True, slots=True)
class ShownHit:
    """One hit with its case and what the list shows of it."""

    hit: Hit
    case: CaseStudy
    outcome: Outcome | None
    address: str


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
    headings = Measure.objects.filter(level=1).only("case_id", "label", "heading", "position").order_by("position")
    listed = CaseStudy.objects.published().for_list().prefetch_related(Prefetch("measures", headings))
    cases = listed.in_bulk([hit.case_id for hit in hits])
    return [
        ShownHit(hit, case, strongest(case.outcomes.all()), case_address(case.pk, query))
        for hit in hits
        if (case := cases.get(hit.case_id))
    ]


def first_page(query: CaseQuery, size: int) -> CaseQuery:
    """The first `size` cases of a question, for pages that show a few and link to the rest."""
    return replace(query, page=1, page_size=size)
