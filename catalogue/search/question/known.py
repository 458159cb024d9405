"""What the index, its analyser and the vocabularies know of words, while one question is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from math import log
from typing import Any

from tantivy import Query, Searcher

from catalogue.reference import Kind
from catalogue.search.index.schema import ALL_PAIRS, BY_CHANCE, EVERY_CASE, fields_of, is_pair
from catalogue.search.text.analyser import Analyser

from .engine import held_in, holding
from .jargon import GENERAL, Jargon
from .terms import Way

FEW = 50
"""Statistics of so few cases are not relied on while they count deleted ones: one more or less tells there."""
MATTERS = 100
"""One case by chance among so many that mean a word is not worth the time of leaving it out."""


def number_found(searcher: Searcher, query: Query) -> int:
    """How many documents a query finds."""
    found: Any = searcher.search(Query.const_score_query(query, 0.0), 1)  # no time is spent on scores
    return int(found.count)


@dataclass(frozen=True, eq=False)
class Known:
    """One state of the index, with the words of the field; what was looked up of a word is kept."""

    searcher: Searcher
    analyser: Analyser
    jargon: Jargon
    _printed: dict[str, int] = field(default_factory=dict)
    _cases_with: dict[str, int] = field(default_factory=dict)

    @property
    def cases(self) -> int:
        """How many cases there are."""
        return self.searcher.num_docs

    def count(self, query: Query) -> int:
        """Cases that a query finds."""
        return number_found(self.searcher, query)

    def printed(self, text: str) -> int:
        """Cases that print a folded text or are filed under it; of a word of the dictionary only about how many."""
        if text not in self._printed:
            if self.analyser.indexes(text):
                self._printed[text] = self.cases_with(text) + self._cases_by_chance(text)
            else:
                self._printed[text] = self.count(holding(text))
        return self._printed[text]

    def cases_with(self, word: str) -> int:
        """About how many cases hold a word among their words: those of the field where the most do."""
        if word not in self._cases_with:
            by_field = {name: self.searcher.doc_freq(name, word) for name in fields_of(word)}
            if ALL_PAIRS in by_field:
                by_field[ALL_PAIRS] = max(0, by_field[ALL_PAIRS] - self._cases_by_chance(word))
            counted = max(by_field.values())
            if self._living < 1 and 0 < counted <= FEW:
                self._cases_with[word] = max(self.count(held_in(name, word)) for name, n in by_field.items() if n)
            else:
                self._cases_with[word] = round(counted * self._living)
        return self._cases_with[word]

    def rarity(self, cases: int) -> float:
        """How telling a word is that so many cases hold: the rarer, the more."""
        return log(1 + self.cases / (cases + 0.5))

    def way(self, text: str, weight: float) -> Way:
        """Another word for a word, which counts so much beside it."""
        return Way(text, weight, by_chance=self.is_made_by_chance(text))

    def is_made_by_chance(self, word: str) -> bool:
        """Whether cases print a word only where two others make it; of the pairs so few that it does not matter aside.

        Longer words are looked for in fields that hold none of these cases, so each of them matters.
        """
        made = self._cases_by_chance(word)
        return made > 0 and (not is_pair(word) or made * MATTERS > self.cases_with(word))

    def _cases_by_chance(self, word: str) -> int:
        return self.searcher.doc_freq(BY_CHANCE, word)

    @cached_property
    def _living(self) -> float:
        """The share of cases that are still there among those that the index counts in its statistics."""
        return self.cases / max(1, self.searcher.doc_freq(EVERY_CASE, EVERY_CASE))

    def is_of_the_field(self, text: str) -> bool:
        """Whether a word is one of the thesaurus or of an indicator, and says something alone."""
        groups = self.jargon.groups(text)
        if any(group.kind == Kind.EVERYDAY for group in groups):
            return False
        return any(group.kind not in GENERAL for group in groups) or bool(self.jargon.vocabulary.find_subjects(text))

    def names_a_matter(self, text: str) -> bool:
        """Whether a word says by itself what is asked about: one of an indicator, or one that leads to others."""
        same = any(group.kind in (Kind.SAME, Kind.LEADS) for group in self.jargon.groups(text))
        return same or bool(self.jargon.vocabulary.find_subjects(text))
