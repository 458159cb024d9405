"""What is asked of the catalogue and what it answers: the one seam between search and everything that shows cases."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

PAGE_SIZE = 20


class Sort(StrEnum):
    RELEVANCE = "relevance"
    OLDEST = "year"
    NEWEST = "-year"


@dataclass(frozen=True, slots=True)
class CaseQuery:
    """A validated question: OR within a field, AND across fields.

    Made by `CaseFilter` from a query string and answered by `catalogue.search.find`.
    """

    q: str = ""
    regions: tuple[str, ...] = ()
    """Region codes; each includes everything under it."""
    indicators: tuple[str, ...] = ()
    """Slugs; a national one includes the local ones that belong to it."""
    years: tuple[tuple[int, int], ...] = ()
    """Inclusive ranges; a single year is (2021, 2021)."""
    sources: tuple[int, ...] = ()
    """Primary keys of sources."""
    sort: Sort = Sort.RELEVANCE
    page: int = 1
    page_size: int = PAGE_SIZE
    sentence: str = ""
    """The question in words, without `q`: “湖南省、获得电力、2019-2021 年”."""

    def without(self, *fields: str) -> CaseQuery:
        """The same question with these fields (`q`, `regions`, `indicators`, `years`, `sources`) left open."""
        return replace(self, page=1, **{name: "" if name == "q" else () for name in fields})  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class FacetOption:
    """One choice within a facet; `count` is the number of cases that choosing it alone in its facet would give."""

    value: str
    label: str
    count: int
    selected: bool = False
    children: tuple[FacetOption, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A half-open range of character offsets in a text of the case that the query found."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """The stretch of a case that answers the query best, with the words found marked at their own offsets in it."""

    text: str
    marks: tuple[Mark, ...] = ()
    measure_id: int | None = None
    """The measure it stands in; None for the lead."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One case found; `title_marks` are ranges in its title."""

    case_id: int
    title_marks: tuple[Mark, ...] = ()
    passage: Passage | None = None


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The answer: hits of the page asked for, in order; the number of all; exact counts."""

    query: CaseQuery
    hits: tuple[Hit, ...]
    total: int
    facets: dict[str, tuple[FacetOption, ...]] = field(default_factory=dict)
    """By name: `region` (a tree), `indicator`, `year`, `source`. Each ignores its own selection."""

    @property
    def ids(self) -> tuple[int, ...]:
        return tuple(hit.case_id for hit in self.hits)

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // self.query.page_size))
