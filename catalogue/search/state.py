"""One state of the index and of the vocabularies, and what has been worked out over it: it goes when either changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any, TypeVar

from tantivy import Query, Searcher

from .index.folder import Generation
from .index.follower import IndexBeingBuiltError, follower
from .index.schema import schema
from .query import MISSING, CaseQuery
from .question.engine import combined, filter_queries
from .question.jargon import Jargon, jargon
from .question.known import Known
from .question.understand import Understood, understand
from .text.analyser import Analyser

Counts = Mapping[str, Mapping[Any, int]]
"""For each facet the number of cases by value; a source's is its key, those of the others are text."""

MOST_OPTIONS = 65_000
"""Values that the engine counts in a facet: more than there are regions, indicators, years or sources."""
QUESTIONS_KEPT = 256
"""Questions whose words stay understood: a reader asks them again with every page and filter. Some kilobytes each."""
COUNTS_KEPT = 64
"""Choices of filters whose counts are kept, where no words are asked: without words the most cases are to be counted.
Up to half a megabyte each, with all regions and two thousand sources."""

ANSWERS_KEPT = 256
"""Answers of the database that are kept: figures, and the questions they answer."""

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class State:
    """What questions are answered from; it is the same object until the index or the vocabularies change."""

    generation: Generation
    analyser: Analyser
    jargon: Jargon
    understood: Callable[[str, tuple[str, ...]], Understood]
    """What a question means, without the words that the reader does not want added or put in place."""
    counted_without_words: Callable[[tuple[str, ...], CaseQuery], Counts]
    """Counts of these facets over all cases within the filters of a question."""
    asked_once: Callable[[Callable[[CaseQuery], Any], CaseQuery], Any]
    """What a function gives for a question, where only the database can tell."""

    @property
    def searcher(self) -> Searcher:
        return self.generation.cases


_latest: State | None = None


def state() -> State:
    """The state to answer from now.

    Raises:
        IndexBeingBuiltError: there is no index.
    """
    global _latest  # noqa: PLW0603  one a process, as the index and the vocabulary
    generation, words, latest = follower().generation(), jargon(), _latest
    if latest is None or latest.generation is not generation or latest.jargon is not words:
        # What remembers holds no State: that would keep the files of an old index until Python looks for circles.
        analyser = follower().analyser
        latest = _latest = State(
            generation,
            analyser,
            words,
            lru_cache(QUESTIONS_KEPT)(partial(_understood, generation.cases, analyser, words)),
            lru_cache(COUNTS_KEPT)(partial(_counted_without_words, generation.cases)),
            lru_cache(ANSWERS_KEPT)(_answer),
        )
    return latest


def asked_once(ask: Callable[[CaseQuery], T], query: CaseQuery) -> T:
    """What `ask` gives for a question: the database is asked once for all readers, until a case changes."""
    try:
        over = state()
    except IndexBeingBuiltError:
        return ask(query)
    answer: T = over.asked_once(ask, query)
    return answer


def _answer(ask: Callable[[CaseQuery], T], query: CaseQuery) -> T:
    return ask(query)


def _understood(
    searcher: Searcher, analyser: Analyser, words: Jargon, question: str, without: tuple[str, ...]
) -> Understood:
    return understand(question, without, Known(searcher, analyser, words))


def _counted_without_words(searcher: Searcher, facets: tuple[str, ...], within: CaseQuery) -> Counts:
    return counted(searcher, facets, combined(None, filter_queries(within, schema()).values()))


def counted(searcher: Searcher, facets: Iterable[str], within: Query) -> Counts:
    """For each of these facets the number of cases that a query finds, by value."""
    asked = {facet: {"terms": {"field": facet, "size": MOST_OPTIONS}} for facet in facets}
    answer = searcher.aggregate(within, asked) if asked else {}
    return {facet: _by_value(facet, answer[facet]["buckets"]) for facet in asked}


def _by_value(facet: str, buckets: list[dict[str, Any]]) -> dict[Any, int]:
    """The engine's counts by a facet's values; it gives years as numbers, and 0 for none."""
    if facet == "year":
        return {str(bucket["key"] or MISSING): bucket["doc_count"] for bucket in buckets}
    return {bucket["key"]: bucket["doc_count"] for bucket in buckets}
