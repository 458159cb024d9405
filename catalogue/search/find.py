"""The answer to a question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tantivy import Order, Query, Searcher

from catalogue import facets

from .index.follower import follower
from .marks import marked_hits
from .query import CaseQuery, SearchResult, Sort
from .question.terms import Term, combined, filter_queries, terms, text_query

FACETS = ("region", "indicator", "year", "source")
MOST_OPTIONS = 65_000
"""Values that the engine counts in a facet: more than there are regions, indicators, years or sources."""


def find(query: CaseQuery) -> SearchResult:
    """The page of hits asked for, the number of all cases that answer the question, and exact counts for refining it.

    An empty question is answered with every published case. A page beyond the last has no hits. Never raises for
    anything a `CaseFilter` lets through.
    """
    asked = _Asked.of(query, follower().searcher())
    total, ids = asked.page()
    return SearchResult(
        query=query,
        hits=marked_hits(ids, asked.terms),
        total=total,
        facets=facets.facet_options(asked.counts(), query),
    )


def find_all(query: CaseQuery) -> list[int]:
    """Primary keys of all cases that answer the question, in its order, whatever its page."""
    return _Asked.of(query, follower().searcher()).all()


def total(query: CaseQuery) -> int:
    """How many cases answer the question."""
    return _Asked.of(query, follower().searcher()).total()


def counts(query: CaseQuery) -> dict[str, dict[str, int]]:
    """The number of cases by value for each of `FACETS`, each as if nothing were chosen in that facet itself."""
    return _Asked.of(query, follower().searcher()).counts()


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question put to one state of the index, so that hits, total and counts agree."""

    query: CaseQuery
    searcher: Searcher
    terms: tuple[Term, ...]
    text: Query | None
    filters: dict[str, Query]

    @classmethod
    def of(cls, query: CaseQuery, searcher: Searcher) -> _Asked:
        wanted = terms(query.q, follower().analyser)
        return cls(query, searcher, wanted, text_query(wanted) if wanted else None, filter_queries(query))

    def page(self) -> tuple[int, list[int]]:
        """The total, and the keys on the page asked for."""
        offset = (self.query.page - 1) * self.query.page_size
        if offset >= self.searcher.num_docs:  # the engine reserves room for all hits up to the page's end
            return self.total(), []
        return self._ids(offset, self.query.page_size)

    def total(self) -> int:
        return self._ids(0, 1)[0]

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

    def counts(self) -> dict[str, dict[str, int]]:
        """For each facet the number of cases by value, as if nothing were chosen in that facet itself."""
        open_facets = [facet for facet in FACETS if facet not in self.filters]
        counts = self._count(open_facets, combined(self.text, self.filters.values()))
        for facet in self.filters:
            others = [chosen for name, chosen in self.filters.items() if name != facet]
            counts |= self._count([facet], combined(self.text, others))
        return counts

    def _count(self, facets: list[str], within: Query) -> dict[str, dict[str, int]]:
        if not facets:
            return {}
        asked = {facet: {"terms": {"field": facet, "size": MOST_OPTIONS}} for facet in facets}
        answer = self.searcher.aggregate(within, asked)
        return {
            facet: {_value(bucket["key"]): int(bucket["doc_count"]) for bucket in answer[facet]["buckets"]}
            for facet in facets
        }


def _value(key: str | float) -> str:
    """A bucket's key as a facet's value; the engine gives numbers for years and sources."""
    return key if isinstance(key, str) else str(int(key))
