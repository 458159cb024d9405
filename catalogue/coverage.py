"""What the catalogue covers, for those who ask what they can expect to find."""

from __future__ import annotations

from dataclasses import dataclass

from catalogue.search import find
from catalogue.search.query import CaseQuery, FacetOption, SearchResult


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many cases, of which years, from how many provinces and sources."""

    total: int
    first_year: int | None
    last_year: int | None
    provinces: int
    sources: int


def everything() -> SearchResult:
    """The whole catalogue as a search result: its total and all facet counts."""
    return find(CaseQuery(page_size=1))


def coverage(result: SearchResult) -> Coverage:
    """What `everything()` found, in five figures."""
    years = sorted(int(option.value) for option in _held(result, "year"))
    return Coverage(
        total=result.total,
        first_year=years[0] if years else None,
        last_year=years[-1] if years else None,
        provinces=len(_held(result, "region")),
        sources=len(_held(result, "source")),
    )


def _held(result: SearchResult, facet: str) -> list[FacetOption]:
    return [option for option in result.facets.get(facet, ()) if option.count and not option.is_missing]
