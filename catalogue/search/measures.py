"""Measures that answer a question: the concrete steps themselves, each with its case."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tantivy import FieldType, Occur, Query, Searcher

from catalogue.models import Measure

from .index.follower import IndexBeingBuiltError, follower
from .index.schema import BY_CHANCE, MEASURE_WORD_FIELDS, measure_schema
from .marks import CaseText, best_passage
from .query import CaseQuery, Passage
from .question.engine import combined, filter_queries, holding
from .question.terms import Term, Word
from .state import state
from .text.analyser import Analyser
from .text.borders import Borders
from .text.fold import fold

LINKED_WEIGHT = 1.0
"""What it counts that a measure lies in the place, or under the indicator or year, that a word names."""
OTHERS = 0.8
"""What the fields and ways other than the best one add to a word's score, as among cases."""
BY_CHANCE_WEIGHT = 0.01
"""A word that two others make where they meet, as among cases."""
MOST_READ = 2_000
"""Measures whose texts are looked through for what the index cannot tell: a tenth of a second."""
MOST_CASES = 1_000
"""Cases that the measures to look through are taken from."""
BEGINNING = 120
"""Characters shown of a measure in which nothing is marked."""
NOTHING_YET = Passage("", ())


@dataclass(frozen=True, slots=True)
class MeasureHit:
    """One measure found, its case, and the stretch of it that answers best or else its beginning."""

    measure_id: int
    case_id: int
    passage: Passage = NOTHING_YET


@dataclass(frozen=True, slots=True)
class MeasureResult:
    """Measures, best first, and the number of all that answer the question."""

    hits: tuple[MeasureHit, ...]
    total: int
    exact: bool = True
    """False where there may be more than `total`: too many to look through for a phrase."""


def find_measures(query: CaseQuery, limit: int) -> MeasureResult:
    """The best `limit` measures that answer the question; without words the newest.

    A measure answers as a case does: it prints every word or another way to say it, or lies in the place, indicator or
    year that the word names; what is quoted it prints as it stands, 标题: in its heading. Filters are those of cases; a
    measure that names a region of its own lies there. None while there is no index.
    """
    try:
        over = state()
    except IndexBeingBuiltError:
        return MeasureResult((), 0)
    terms = over.understood(query.q, query.without).terms
    analyser = follower().analyser
    asked = _Asked(over.generation.measures, over.generation.cases, analyser, terms)
    answer = asked.answer([*filter_queries(query, measure_schema()).values()], limit)
    return replace(answer, hits=_with_passages(answer.hits, terms, analyser.borders))


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question put to one state of the index."""

    searcher: Searcher
    cases: Searcher
    analyser: Analyser
    terms: Sequence[Term]

    def answer(self, filters: list[Query], limit: int) -> MeasureResult:
        wanted = [query for term in self.terms if (query := self._term(term))]
        literal = list(self._literal_terms())
        if not literal:
            total, hits = self._found(combined(_all_of(wanted) if wanted else None, filters), limit)
            return MeasureResult(tuple(hits), total)
        within, exact = self._cases_printing([term.text for term in literal if not term.excluded])
        total, hits = self._found(combined(_all_of(wanted) if wanted else None, [*filters, *within]), MOST_READ)
        kept = _printing(hits, literal)
        return MeasureResult(tuple(kept[:limit]), len(kept), exact and total <= MOST_READ)

    def _found(self, query: Query, limit: int) -> tuple[int, list[MeasureHit]]:
        """How many measures a query finds, and the best; of those that score the same the later entry first."""
        if any(not term.excluded for term in self.terms):
            found: Any = self.searcher.search(query, limit)
        else:
            found = self.searcher.search(query, limit, order_by_field="year")
        addresses = [address for _, address in found.hits]
        keys, cases = (self.searcher.fast_field_values(name, addresses) for name in ("id", "case"))
        rows = zip(found.hits, keys, cases, strict=True)
        ordered = sorted(((-score, -int(key or 0), int(case or 0)) for (score, _), key, case in rows))
        return int(found.count), [MeasureHit(-key, case) for _, key, case in ordered]

    def _literal_terms(self) -> Iterable[Term]:
        """What only the texts can tell: phrases, what must stand in the heading, characters that are no word."""
        for term in self.terms:
            if term.in_title or not term.words:
                yield term
            elif term.excluded:
                yield from [] if term.words[0].known else [term]
            else:
                for word in term.words:
                    if not (word.optional or word.known or self._ways(word)):
                        yield Term(word.text)

    def _cases_printing(self, texts: Iterable[str]) -> tuple[list[Query], bool]:
        """The cases in which each of these texts stands, as a filter of measures; and whether these are all of them."""
        held = [holding(text) for text in texts]
        if not held:
            return [], True
        found: Any = self.cases.search(_all_of(held), MOST_CASES)
        keys = self.cases.fast_field_values("id", [address for _, address in found.hits])
        within = Query.term_set_query(measure_schema(), "case", keys)
        return [Query.const_score_query(within, 0.0)], found.count <= MOST_CASES

    # --- queries

    def _term(self, term: Term) -> Query | None:
        """Measures that may hold a term; None where the index cannot tell."""
        if term.excluded:
            known = term.words and term.words[0].known and not term.in_title
            return _not(self._any_way(term.words[0])) if known else None
        if not term.words:
            return self._inside(term.text)
        must = [(Occur.Must, query) for word in term.words if not word.optional and (query := self._word(word))]
        should = [(Occur.Should, query) for word in term.words if word.optional and (query := self._word(word))]
        return Query.boolean_query([*must, *should]) if must or should else None

    def _word(self, word: Word) -> Query | None:
        ways = self._ways(word)
        if word.known:
            ways += _standing(word.text)
        return Query.disjunction_max_query(ways, OTHERS) if ways else self._inside(word.text)

    def _any_way(self, word: Word) -> Query:
        return Query.disjunction_max_query([*self._ways(word), *_standing(word.text)], OTHERS)

    def _ways(self, word: Word) -> list[Query]:
        """What answers to a word besides the word itself."""
        fields = measure_schema()
        linked = [
            *(Query.term_query(fields, "region", code, "basic") for code in word.places),
            *(Query.term_query(fields, "indicator", slug, "basic") for slug in word.subjects),
        ]
        if word.years:
            linked.append(Query.range_query(fields, "year", FieldType.Integer, *word.years))
        return [
            *(Query.boost_query(_printed(way.text), way.weight) for way in word.also),
            *([_all_of(parts)] if (parts := self._parts(word)) else []),
            *(Query.const_score_query(query, LINKED_WEIGHT) for query in linked),
        ]

    def _parts(self, word: Word) -> list[Query]:
        return [query for part in word.parts if not part.optional and (query := self._word(part))]

    def _inside(self, text: str) -> Query | None:
        """Measures that hold the words within a text, wherever: all that print the text are among them."""
        words = [word for word in dict.fromkeys(self.analyser.words(text)) if self.analyser.indexes(word)]
        standing = [Query.disjunction_max_query(_standing(word), OTHERS) for word in words]
        return _all_of(standing) if words else None


def _standing(word: str) -> list[Query]:
    """Measures in which a word stands, last those where two others make it by chance."""
    made = Query.term_query(measure_schema(), BY_CHANCE, word, "basic")
    return [_printed(word), Query.const_score_query(made, BY_CHANCE_WEIGHT)]


def _printed(word: str) -> Query:
    """Measures that hold a word among their words."""
    return Query.disjunction_max_query(
        [
            Query.boost_query(Query.term_query(measure_schema(), field, word, "basic"), weight)
            for field, weight in MEASURE_WORD_FIELDS.items()
        ],
        OTHERS,
    )


def _not(query: Query) -> Query:
    return Query.boolean_query([(Occur.Must, Query.const_score_query(Query.all_query(), 0.0)), (Occur.MustNot, query)])


def _all_of(queries: list[Query]) -> Query:
    return queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Must, query) for query in queries])


def _with_passages(hits: Sequence[MeasureHit], terms: Sequence[Term], borders: Borders) -> tuple[MeasureHit, ...]:
    """The hits with what each shows; one that was deleted since the index last looked is left out."""
    wanted = [term for term in terms if not term.excluded]
    measures = Measure.objects.in_bulk([hit.measure_id for hit in hits])

    def passage(measure: Measure) -> Passage:
        heading = f"{measure.label}{measure.heading}"
        best = best_passage([CaseText(measure.text, measure.pk, heading)], wanted, borders)
        return best or Passage(measure.text[:BEGINNING], (), measure.pk, heading)

    return tuple(replace(hit, passage=passage(measures[hit.measure_id])) for hit in hits if hit.measure_id in measures)


def _printing(hits: Sequence[MeasureHit], literal: Sequence[Term]) -> list[MeasureHit]:
    """Those of the hits that print these terms as they stand, and none that is excluded; in the same order."""
    rows = Measure.objects.filter(pk__in=[hit.measure_id for hit in hits])
    texts = {
        pk: (fold(heading), "\n".join([fold(f"{label}{heading}"), fold(text)]))
        for pk, label, heading, text in rows.values_list("pk", "label", "heading", "text")
    }

    def answers(measure: int) -> bool:
        heading, text = texts.get(measure, ("", ""))
        return all((term.text in (heading if term.in_title else text)) != term.excluded for term in literal)

    return [hit for hit in hits if hit.measure_id in texts and answers(hit.measure_id)]
