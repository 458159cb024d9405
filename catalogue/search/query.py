"""What is asked of the catalogue and what it answers: the one seam between search and everything that shows cases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple

PAGE_SIZE = 20
MISSING = "none"
"""Asks, among regions and among indicators, for the cases that have none."""
NO_YEAR = (0, 0)
"""The same among years."""


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
    without: tuple[str, ...] = ()
    """Words that are not to be searched for besides or in place of those of `q`."""

    def leaving_open(self, *fields: str) -> CaseQuery:
        """The same question with these fields (`q`, `regions`, `indicators`, `years`, `sources`) left open."""
        open_query = replace(self, page=1, **{name: "" if name == "q" else () for name in fields})  # type: ignore[arg-type]
        return open_query if open_query.q else replace(open_query, without=())


@dataclass(slots=True)  # not frozen: an answer has up to three thousand, and freezing each takes twice the time
class FacetOption:
    """One choice within a facet; `count` is the number of cases that choosing it alone in its facet would give."""

    value: str
    label: str
    count: int
    selected: bool = False
    children: Sequence[FacetOption] = ()

    @property
    def is_missing(self) -> bool:
        """Whether it stands for the cases that have no value."""
        return self.value == MISSING


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
    heading: str = ""
    """The measure's label and heading, as printed."""
    heading_marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """One case found; `title_marks` are ranges in its title."""

    case_id: int
    title_marks: tuple[Mark, ...] = ()
    passage: Passage | None = None
    missing: tuple[str, ...] = ()
    """Words of the question that the case does not hold, where no case holds all."""


class Suggestion(NamedTuple):
    """Another question, what to call it, and how many cases answer it (never none)."""

    label: str
    query: CaseQuery
    total: int


@dataclass(frozen=True, slots=True)
class Widening:
    """What was searched for besides a word of the question, at lower weight."""

    word: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """What a part of the question was taken for: hddl → 获得电力. Several are any of them, or each of them in a row."""

    asked: str
    taken: tuple[str, ...]
    in_a_row: bool = False


@dataclass(frozen=True, slots=True)
class Understanding:
    """What was made of the words of a question, so that the reader can see and undo it."""

    read: tuple[Read, ...] = ()
    widened: tuple[Widening, ...] = ()
    offers: tuple[Suggestion, ...] = ()
    """Filters that the words name, each with the question that has the filter in place of the word."""
    complete: int | None = None
    """How many cases hold all of the words, where others follow them that hold most; their hits say what is missing."""


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The answer: hits of the page asked for, in order; the number of all; exact counts."""

    query: CaseQuery
    hits: tuple[Hit, ...]
    total: int
    facets: dict[str, Sequence[FacetOption]] = field(default_factory=dict)
    """By name: `region` (a tree), `indicator`, `year`, `source`. Each ignores its own selection."""
    from_database: bool = False
    """There was no index to ask: the filters are exact, words were only looked for as they stand."""
    understanding: Understanding = Understanding()

    @property
    def ids(self) -> tuple[int, ...]:
        return tuple(hit.case_id for hit in self.hits)

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // self.query.page_size))
