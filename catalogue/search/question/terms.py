"""From the words of a question to a query of the engine."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tantivy import FieldType, Occur, Query

from catalogue.search.index.schema import ALL_PAIRS, TITLE_PAIRS, WORD_FIELDS, schema
from catalogue.search.query import CaseQuery
from catalogue.search.text.analyser import Analyser, phrase_pairs
from catalogue.search.text.fold import fold

QUOTES = '"“”„‟«»「」『』＂〝〞'
TERM = re.compile(rf"(?<!\S)[{QUOTES}](?P<phrase>[^{QUOTES}]+)[{QUOTES}](?!\S)|\S+")
"""A phrase in quotes that stands by itself, or anything between blanks: “获得 电力”, 长沙, 推“一件事”."""

TITLE_PHRASE_WEIGHT = 6.0
PHRASE_WEIGHT = 1.5
OTHER_FIELDS_COUNT = 0.25
"""How much the fields other than the best one add to a word's score."""


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that a case must hold: `text` as it stands, or else, unless it was quoted, all of `words`."""

    text: str
    words: tuple[str, ...] = ()


def terms(question: str, analyser: Analyser) -> tuple[Term, ...]:
    """What a question asks for; nothing where it holds no character that a case could print."""
    return tuple(dict.fromkeys(_terms(question, analyser)))


def _terms(question: str, analyser: Analyser) -> Iterator[Term]:
    for match in TERM.finditer(question):
        if phrase := match["phrase"]:
            if text := fold(phrase):
                yield Term(text)
        elif text := fold(match[0]):
            yield Term(text, tuple(analyser.question_words(match[0])))


def text_query(wanted: Iterable[Term]) -> Query:
    """Cases that hold every term, best first."""
    return _all_of([_term_query(term) for term in wanted])


def _term_query(term: Term) -> Query:
    """The text literally, or all its words; a word is a word of the index or its characters in a row."""
    ways = [_literal(term.text)]
    if term.words:
        ways.append(_all_of([_word(word) for word in term.words]))
    return Query.disjunction_max_query(ways, OTHER_FIELDS_COUNT) if len(ways) > 1 else ways[0]


def _word(word: str) -> Query:
    fields = [
        Query.boost_query(Query.term_query(schema(), field, word, "freq"), weight)
        for field, weight in WORD_FIELDS.items()
    ]
    return Query.disjunction_max_query([*fields, _literal(word)], OTHER_FIELDS_COUNT)


def _literal(text: str) -> Query:
    """These characters in a row: in the title, or anywhere that the case prints something."""
    return Query.disjunction_max_query(
        [
            Query.boost_query(_in_a_row(TITLE_PAIRS, text), TITLE_PHRASE_WEIGHT),
            Query.boost_query(_in_a_row(ALL_PAIRS, text), PHRASE_WEIGHT),
        ],
        OTHER_FIELDS_COUNT,
    )


def _in_a_row(field: str, text: str) -> Query:
    if len(text) == 1:
        # The last character of a text is indexed alone and every other one begins a pair: a prefix finds them all.
        return Query.fuzzy_term_query(schema(), field, text, distance=0, prefix=True)
    if len(text) == 2:
        return Query.term_query(schema(), field, text, "freq")
    words: list[str | tuple[int, str]] = [*phrase_pairs(text)]
    return Query.phrase_query(schema(), field, words)


def _all_of(queries: list[Query]) -> Query:
    return queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Must, query) for query in queries])


def filter_queries(query: CaseQuery) -> dict[str, Query]:
    """For each facet in which something is chosen, the cases of any of its choices; none of them touches the score."""
    chosen: dict[str, list[Query]] = {
        "region": [Query.term_set_query(schema(), "region", list(query.regions))] if query.regions else [],
        "indicator": [Query.term_set_query(schema(), "indicator", list(query.indicators))] if query.indicators else [],
        "year": [Query.range_query(schema(), "year", FieldType.Integer, first, last) for first, last in query.years],
        "source": [Query.term_set_query(schema(), "source", list(query.sources))] if query.sources else [],
    }
    return {
        facet: Query.const_score_query(Query.boolean_query([(Occur.Should, choice) for choice in choices]), 0.0)
        for facet, choices in chosen.items()
        if choices
    }


def combined(text: Query | None, filters: Iterable[Query]) -> Query:
    """Cases that answer the words and lie within every filter; all cases where there are neither."""
    parts = [query for query in [text, *filters] if query is not None]
    return _all_of(parts) if parts else Query.all_query()
