"""What the words of a question are widened to: other words that mean the same or nearly, by the thesaurus."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from catalogue.reference import Kind, WordGroup
from catalogue.search.query import PAGE_SIZE, Widening
from catalogue.search.text.fold import fold

from .jargon import GENERAL
from .known import Known
from .terms import Term, Way, Word
from .words import ABOUT_CASES

WAY_WEIGHTS = {Kind.SAME: 0.4, Kind.NEAR: 0.2, Kind.LEADS: 0.2, Kind.ALIKE: 0.4, Kind.EVERYDAY: 0.4}
FURTHER_WEIGHT = 0.02
"""How much what is near to another name of a word counts."""
BROADER_WEIGHT = 0.02
"""How much the indicator counts that a word belongs to (电子税务局 → 纳税)."""
BY_SIGNS = 3.0
"""How much more a word itself counts in a question with quotes, a minus or 标题:, whose reader minds words."""
MOST_WAYS = 12
"""Other words asked for beside one: of the nearest, those that the most cases print."""


@dataclass
class Widened:
    """Widens the words of one question, and takes a note of it; never to what the reader does `without`."""

    known: Known
    without: frozenset[str]
    widened: list[Widening] = field(default_factory=list)
    by_signs: bool = False
    """Whether the question has quotes, a minus or 标题:."""

    def with_ways(self, terms: Sequence[Term]) -> tuple[Term, ...]:
        """The terms with what their words widen to; words of a question of several need not all be telling."""
        words = [word for term in terms if not term.excluded for word in term.words]
        telling = any(word.text not in ABOUT_CASES for word in words)
        unwanted = [term.text for term in terms if term.excluded and not term.in_title]
        self.by_signs = any(term.excluded or term.in_title or not term.words for term in terms)
        return tuple(
            term
            if term.excluded
            else replace(
                term,
                words=tuple(
                    self._widened(word, unwanted, telling=telling, beside=len(term.words) > 1) for word in term.words
                ),
            )
            for term in terms
        )

    def _widened(self, word: Word, unwanted: Sequence[str], *, telling: bool, beside: bool) -> Word:
        """The word with what it widens to; general ones are widened only where they stand `beside` others."""
        if telling and word.text in ABOUT_CASES:
            return replace(word, optional=True)
        groups = [group for group in self.known.jargon.groups(word.text) if beside or group.kind not in GENERAL]
        also = self._ways(word, groups, unwanted)
        if sum(map(self.known.cases_with, (word.text, *(way.text for way in also)))) < PAGE_SIZE:
            also += self._further(replace(word, also=(*word.also, *also)), unwanted)
        also += self._broader(word, also)
        parts = tuple(self._widened(part, unwanted, telling=telling, beside=True) for part in word.parts)
        asked = replace(word, also=(*word.also, *self._kept(word.text, also)), parts=parts)
        return replace(asked, rarity=self._rarity(asked))

    def _rarity(self, word: Word) -> float:
        """How much a word that others may stand in for counts by itself; a case of a place need not print its name."""
        if word.places or word.years or not (word.also or word.subjects):
            return 0.0
        return self.known.rarity(self.known.printed(word.text)) * (BY_SIGNS if self.by_signs else 1.0)

    def _ways(self, word: Word, groups: Iterable[WordGroup], unwanted: Sequence[str]) -> list[Way]:
        """The words of groups that cases print, the nearest first; none that holds what is excluded.

        Nor any that holds the word or another way: who prints 信用监管制度 prints 信用监管 too.
        """
        weights: dict[str, float] = {}
        for group in groups:
            for other in group.words:
                if other not in word.ways and not any(text in other for text in unwanted):
                    weights[other] = max(weights.get(other, 0.0), WAY_WEIGHTS[group.kind])
        counted = [(weights[other], self.known.cases_with(other), other) for other in weights]
        most: dict[str, float] = {}
        for weight, number, other in sorted(counted, key=lambda way: (-way[0], -way[1])):
            if number and len(most) < MOST_WAYS and not any(way in other for way in (word.text, *most)):
                most[other] = weight
        return [self.known.way(other, weight) for other, weight in most.items()]

    def _further(self, word: Word, unwanted: Sequence[str]) -> list[Way]:
        """What is near to other names of a word that few cases answer."""
        ways = self._ways(word, self.known.jargon.further_groups(word.text), unwanted)
        return [replace(way, weight=FURTHER_WEIGHT) for way in ways]

    def _kept(self, asked: str, ways: Iterable[Way]) -> list[Way]:
        """The ways that the reader has not removed, and takes a note of them."""
        kept = [way for way in ways if way.text not in self.without]
        if kept:
            self.widened.append(Widening(asked, tuple(way.text for way in kept)))
        return kept

    def _broader(self, word: Word, also: Sequence[Way]) -> list[Way]:
        """The indicator that a word belongs to by its jargon, where neither it nor its like is found.

        Where they are, one in twenty of the other cases of the indicator has something to do with what was asked.
        """
        if word.subjects or word.places or also or self.known.printed(word.text):
            return []
        names = [fold(subject.name) for subject in self.known.jargon.vocabulary.find_subjects(word.text)]
        return [self.known.way(name, BROADER_WEIGHT) for name in names if name != word.text]
