"""The answer to a question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from tantivy import Order, Query, Searcher

from catalogue import facets

from . import database
from .index.follower import IndexBeingBuiltError
from .index.schema import schema
from .marks import marked_hits
from .query import CaseQuery, SearchResult, Sort, Suggestion, Understanding
from .question.engine import combined, filter_queries
from .question.known import number_found
from .question.offers import named_filters
from .question.understand import Understood
from .sentence import in_words
from .state import Counts, State, counted, state

FIELDS = {"region": "regions", "indicator": "indicators", "year": "years", "source": "sources"}
"""The facets, and the fields of a question that hold what is chosen in them."""
MOST_OFFERS = 6
"""Filters tried that the words of a question name."""


def find(query: CaseQuery) -> SearchResult:
    """The page of hits asked for, the number of all cases that answer the question, and exact counts for refining it.

    An empty question is answered with every published case. A page beyond the last has no hits. While a site's index
    is being built the database answers (`SearchResult.from_database`). Never raises for anything a `CaseFilter` lets
    through.
    """
    try:
        asked = _Asked.of(query, state())
    except IndexBeingBuiltError:
        return database.find(query)
    total, ids = asked.page()
    understood = asked.understood
    return SearchResult(
        query=query,
        hits=marked_hits(ids, understood.terms, asked.missing(ids), asked.state.analyser.borders),
        total=total,
        facets=facets.facet_options(asked.counts(), query),
        understanding=Understanding(understood.read, understood.widened, tuple(asked.offers()), understood.complete),
    )


def find_all(query: CaseQuery) -> list[int]:
    """Primary keys of all cases that answer the question, in its order, whatever its page."""
    try:
        return _Asked.of(query, state()).all()
    except IndexBeingBuiltError:
        return database.find_all(query)


def total(query: CaseQuery) -> int:
    """How many cases answer the question."""
    try:
        return _Asked.of(query, state()).total()
    except IndexBeingBuiltError:
        return database.cases_answering(query).count()


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question put to one state of the index, so that hits, total and counts agree."""

    query: CaseQuery
    state: State
    understood: Understood
    filters: dict[str, Query]

    @classmethod
    def of(cls, query: CaseQuery, over: State) -> _Asked:
        return cls(query, over, over.understood(query.q, query.without), filter_queries(query, schema()))

    @property
    def searcher(self) -> Searcher:
        return self.state.searcher

    @property
    def text(self) -> Query | None:
        return self.understood.text

    def missing(self, ids: list[int]) -> dict[int, tuple[str, ...]]:
        """For each of these cases the words of the question that it does not hold; empty where each holds all."""
        if not (self.understood.complete is not None and ids):
            return {}
        lacking: dict[int, list[str]] = {pk: [] for pk in ids}
        among = Query.term_set_query(schema(), "id", ids)
        for unit in self.understood.units:
            found = self.searcher.search(combined(unit.query, [among]), len(ids), count=False)
            held = set(self.searcher.fast_field_values("id", [address for _, address in found.hits]))
            for pk in lacking.keys() - held:
                lacking[pk].append(unit.text)
        return {pk: tuple(words) for pk, words in lacking.items()}

    def offers(self) -> Iterator[Suggestion]:
        """The filters that the words name, those that find something."""
        named = {narrower: label for label, narrower in named_filters(self.query, self.understood)}
        for narrower, label in islice(named.items(), MOST_OFFERS):
            if number := self.of(narrower, self.state).total():
                yield Suggestion(label, replace(narrower, sentence=in_words(narrower)), number)

    def page(self) -> tuple[int, list[int]]:
        """The total, and the keys on the page asked for."""
        offset = (self.query.page - 1) * self.query.page_size
        if offset >= self.searcher.num_docs:  # the engine reserves room for all hits up to the page's end
            return self.total(), []
        return self._ids(offset, self.query.page_size)

    def total(self) -> int:
        if self.text is None:  # each case is of one year, or of none
            return sum(self._count("year")["year"].values())
        return number_found(self.searcher, combined(self.text, self.filters.values()))

    def all(self) -> list[int]:
        return self._ids(0, max(1, self.searcher.num_docs))[1]

    def _ids(self, offset: int, limit: int) -> tuple[int, list[int]]:
        wanted = combined(self.text, self.filters.values())
        if self.text is not None and self.query.sort == Sort.RELEVANCE:
            found: Any = self.searcher.search(wanted, limit, offset=offset, weight_by_field="freshness")
        elif self.query.sort == Sort.OLDEST:
            found = self.searcher.search(wanted, limit, offset=offset, order_by_field="oldest", order=Order.Asc)
        else:
            found = self.searcher.search(wanted, limit, offset=offset, order_by_field="newest")
        keys = self.searcher.fast_field_values("id", [address for _, address in found.hits])
        return int(found.count), [int(key) for key in keys if key is not None]

    def counts(self) -> Counts:
        """For each facet the number of cases by value, as if nothing were chosen in that facet itself."""
        of_chosen = [self._count(facet, left_open=facet) for facet in self.filters]
        counts = self._count(*(facet for facet in FIELDS if facet not in self.filters))
        return {facet: by_value for part in [counts, *of_chosen] for facet, by_value in part.items()}

    def _count(self, *facets: str, left_open: str = "") -> Counts:
        chosen = {field: getattr(self.query, field) for facet, field in FIELDS.items() if facet != left_open}
        if self.text is None:
            return self.state.counted_without_words(facets, CaseQuery(**chosen))
        filters = (query for facet, query in self.filters.items() if facet != left_open)
        return counted(self.searcher, facets, combined(self.text, filters))
