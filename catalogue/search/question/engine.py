"""From what a question asks for to a query of the engine."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from tantivy import FieldType, Occur, Query, Schema

from catalogue.search.index.schema import ALL_PAIRS, BY_CHANCE, NAME_PAIRS, TITLE_PAIRS, fields_of, is_pair, schema
from catalogue.search.query import CaseQuery
from catalogue.search.text.analyser import phrase_pairs

from .terms import Term, Way, Word, words_to_find


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each kind of finding counts; a word in a text counts 1."""

    title_phrase: float = 4.0
    phrase: float = 1.0
    itself: float = 1.25
    """That a case prints a word, times how rare the word is, where others that mean the same may stand in for it."""
    others: float = 0.8
    """What the fields and ways other than the best one add to a word's score."""
    place: float = 4.0
    """A case of the place that a word names."""
    subject: float = 4.0
    """A case of the indicator that a word names."""
    year: float = 8.0
    """A case of the year that a word names."""
    optional: float = 0.25
    parts: float = 0.2
    """All the parts of a word, wherever they stand, where a name of the same form is meant."""
    by_chance: float = 0.01
    """A word that two others make where they meet: less than any that is meant."""


WEIGHTS = Weights()


def text_query(terms: Sequence[Term]) -> Query:
    """Cases that hold every term and none that is excluded, best first."""
    wanted = [term_query(term) for term in terms if not term.excluded]
    return _without(_all_of(wanted) if wanted else _everything(), terms)


def preferring(query: Query, better: Query) -> Query:
    """The same cases, those first that another query finds, too."""
    return Query.boolean_query([(Occur.Must, query), (Occur.Should, better)])


def _without(query: Query, terms: Iterable[Term]) -> Query:
    excluded = [(Occur.MustNot, _excluded(term)) for term in terms if term.excluded]
    return Query.boolean_query([(Occur.Must, query), *excluded]) if excluded else query


def _everything() -> Query:
    return Query.const_score_query(Query.all_query(), 0.0)


def _excluded(term: Term) -> Query:
    """What prints the text, or is a case of the indicator, the place or the year that it names.

    Not what lies under an indicator that the text is jargon of: 知识产权 -专利 keeps what does not print 专利.
    """
    if term.in_title:
        return _in_a_row(TITLE_PAIRS, term.text)
    ways = [_in_a_row(ALL_PAIRS, term.text)]
    for word in term.words:
        ways += _linked(word)
    return _any_of(ways)


def term_query(term: Term) -> Query:
    """The text literally, or all its words."""
    if term.in_title:
        return _in_title(term.text)
    if not term.words:
        return _printed(term.text)
    if [word.text for word in term.words] == [term.text]:
        return word_query(term.words[0])
    if term.often:
        return _best_of([_in_title(term.text), _all_words(term.words)])
    return _best_of([_literal(term.text), _all_words(term.words)])


def _all_words(words: Sequence[Word]) -> Query:
    """All words that must be found; the optional ones add to the score."""
    return Query.boolean_query(
        [
            (Occur.Should, Query.boost_query(word_query(word), WEIGHTS.optional))
            if word.optional
            else (Occur.Must, word_query(word))
            for word in words
        ]
    )


def word_query(word: Word) -> Query:
    """A word of the index or its characters in a row; what means the same; what it names."""
    ways = [_best_of(_meant(word) if word.known else [*_meant(word), _literal(word.text)])]
    if word.known and word.by_chance:
        ways.append(Query.const_score_query(_is(BY_CHANCE, word.text), WEIGHTS.by_chance))
    if word.rarity:
        ways.append(Query.const_score_query(_itself(word), WEIGHTS.itself * word.rarity))
    ways += [Query.boost_query(_best_of(_meant(way)), way.weight) for way in word.also]
    if word.parts:
        ways.append(Query.boost_query(_all_words(word.parts), WEIGHTS.parts))
    return _best_of([*ways, *_linked(word)])


def _linked(word: Word) -> list[Query]:
    """Cases of the place, the indicator or the year that a word names, whatever they print."""
    subjects = [Query.boost_query(_is("indicator", slug), WEIGHTS.subject) for slug in word.subjects]
    return [*_in_its_places(word), *subjects, *_of_its_years(word)]


def _in_its_places(word: Word) -> list[Query]:
    return [Query.boost_query(_is("region", code), WEIGHTS.place) for code in word.places]


def _of_its_years(word: Word) -> list[Query]:
    if word.years is None:
        return []
    within = Query.range_query(schema(), "year", FieldType.Integer, *word.years)
    return [Query.const_score_query(within, WEIGHTS.year)]


def _is(field: str, value: str) -> Query:
    return Query.term_query(schema(), field, value, "basic")


def _meant(word: Word | Way) -> list[Query]:
    """Cases that hold a word among their words, where its place weighs; not those that print it by chance."""
    return [
        Query.boost_query(held_in(field, word.text, not_by_chance=word.by_chance), weight)
        for field, weight in fields_of(word.text).items()
    ]


def _itself(word: Word) -> Query:
    """Cases that print a word, not by chance; what they are filed under aside."""
    if not word.known:
        return _in_a_row(ALL_PAIRS, word.text)
    printed_in = [ALL_PAIRS] if is_pair(word.text) else ["title_words", "text_words"]
    return _any_of([held_in(field, word.text, not_by_chance=word.by_chance) for field in printed_in])


def held_in(field: str, word: str, *, not_by_chance: bool = True) -> Query:
    """Cases of which a field holds a word; among the pairs, which hold it also where two others make it, not those."""
    held = Query.term_query(schema(), field, word, "freq")
    if not (not_by_chance and field == ALL_PAIRS):
        return held
    return Query.boolean_query([(Occur.Must, held), (Occur.MustNot, _is(BY_CHANCE, word))])


def _literal(text: str) -> Query:
    """These characters in a row: in what the case prints, or in what it is filed under."""
    named = Query.boost_query(_in_a_row(NAME_PAIRS, text), WEIGHTS.phrase)
    return _best_of([_printed(text), named])


def _printed(text: str) -> Query:
    """These characters in a row: in the title, or anywhere that the case prints something."""
    return _best_of(
        [
            _in_title(text),
            Query.boost_query(_in_a_row(ALL_PAIRS, text), WEIGHTS.phrase),
        ]
    )


def _in_title(text: str) -> Query:
    return Query.boost_query(_in_a_row(TITLE_PAIRS, text), WEIGHTS.title_phrase)


def holding(text: str) -> Query:
    """Cases that print a folded text anywhere, or are filed under a name that holds it."""
    return _any_of([_in_a_row(ALL_PAIRS, text), _in_a_row(NAME_PAIRS, text)])


def _in_a_row(field: str, text: str) -> Query:
    if len(text) == 1:
        # The last character of a text is indexed alone and every other one begins a pair: a prefix finds them all.
        return Query.fuzzy_term_query(schema(), field, text, distance=0, prefix=True)
    if len(text) == 2:
        return Query.term_query(schema(), field, text, "freq")
    words: list[str | tuple[int, str]] = [*phrase_pairs(text)]
    return Query.phrase_query(schema(), field, words)


@dataclass(frozen=True, slots=True)
class Unit:
    """A word or part of a question that a case may hold or miss, and how much it weighs beside the others."""

    text: str
    query: Query
    weight: float


def most_of_query(complete: Query, terms: Sequence[Term], units: Sequence[Unit], share: float) -> Query:
    """Cases that hold at least `share` of the units by weight, all that was quoted, and nothing excluded.

    What `complete` finds, those that hold all, comes first.
    """
    weights = [unit.weight for unit in units]
    ways = [_all_of([units[at].query for at in chosen]) for chosen in _least_sets(weights, share * sum(weights))]
    optional = [
        (Occur.Should, Query.boost_query(word_query(word), WEIGHTS.optional))
        for term in terms
        if not term.excluded
        for word in term.words
        if word.optional
    ]
    exact = [(Occur.Must, term_query(term)) for term in terms if not term.excluded and not term.words]
    held = [(Occur.Should, word_query(word)) for word in words_to_find(terms)]
    needed = (Occur.Must, Query.const_score_query(_any_of([complete, *ways]), 0.0))
    first = (Occur.Should, Query.const_score_query(complete, FIRST))
    return _without(Query.boolean_query([needed, first, *held, *optional, *exact]), terms)


FIRST = 200.0
"""More than any words score."""
MOST_WORDS = 8
"""Units whose combinations are tried one by one, the heaviest: 70 of them at most."""


def _least_sets(weights: Sequence[float], enough: float) -> list[tuple[int, ...]]:
    """The smallest sets of places whose weights reach `enough`: none holds another."""
    found: list[tuple[int, ...]] = []
    heaviest = sorted(range(len(weights)), key=lambda at: -weights[at])[:MOST_WORDS]
    for size in range(1, len(heaviest) + 1):
        for chosen in combinations(sorted(heaviest), size):
            if sum(weights[at] for at in chosen) >= enough and not any(set(less) <= set(chosen) for less in found):
                found.append(chosen)
    return found


def _best_of(queries: list[Query]) -> Query:
    return queries[0] if len(queries) == 1 else Query.disjunction_max_query(queries, WEIGHTS.others)


def _any_of(queries: list[Query]) -> Query:
    return queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Should, query) for query in queries])


def _all_of(queries: list[Query]) -> Query:
    return queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Must, query) for query in queries])


def filter_queries(query: CaseQuery, fields: Schema) -> dict[str, Query]:
    """For each facet in which something is chosen, what lies in any of its choices; none of them touches the score."""
    chosen: dict[str, list[Query]] = {
        "region": [Query.term_set_query(fields, "region", list(query.regions))] if query.regions else [],
        "indicator": [Query.term_set_query(fields, "indicator", list(query.indicators))] if query.indicators else [],
        "year": [Query.range_query(fields, "year", FieldType.Integer, first, last) for first, last in query.years],
        "source": [Query.term_set_query(fields, "source", list(query.sources))] if query.sources else [],
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
