"""What a case may hold or miss of a question, where few cases hold all of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .engine import Unit, term_query, word_query
from .known import Known
from .terms import Term, Word, words_to_find

FIELD_STANDING, EVERYDAY_STANDING = 1.5, 0.5
"""How much more a word of the field, and how much less an everyday word, stands for what is asked than others do."""


def units_of(terms: Sequence[Term], known: Known) -> tuple[Unit, ...]:
    """What a case may hold or miss, with its weight: the words of a sentence, or each part of several alike.

    A part that is a compound of the field (天然气报装) is looked into: its words share its weight.
    """
    free = [term for term in terms if term.words and not term.excluded]
    if len(free) == 1:
        return tuple(_words_of(free[0], known))
    units: list[Unit] = []
    for term in free:
        inside = _words_of(term, known) if _is_compound(term, known) else [Unit(term.text, term_query(term), 1.0)]
        whole = sum(unit.weight for unit in inside)
        units += [replace(unit, weight=unit.weight / whole) for unit in inside]
    return tuple(units)


def _words_of(term: Term, known: Known) -> list[Unit]:
    words = words_to_find([term])
    return [
        Unit(word.text, word_query(word), known.rarity(_found(word, known)) * _standing(word, known)) for word in words
    ]


def _is_compound(term: Term, known: Known) -> bool:
    """Whether a part is of several words that are all found, one of them of the field; not 量子|计算机."""
    words = words_to_find([term])
    return (
        len(words) > 1
        and any(known.is_of_the_field(word.text) for word in words)
        and all(word.places or word.years or any(map(known.printed, word.ways)) for word in words)
    )


def _found(word: Word, known: Known) -> int:
    """About how many cases answer to a word."""
    ways = max((known.cases_with(way) for way in word.ways), default=0)
    parts = min((_found(part, known) for part in word.parts), default=0)
    return max(ways, parts, known.printed(word.text), 1 if word.places or word.subjects or word.years else 0)


def _standing(word: Word, known: Known) -> float:
    """How much a word stands for what a sentence asks, beside how rare it is."""
    if known.jargon.is_everyday(word.text):
        return EVERYDAY_STANDING
    return FIELD_STANDING if known.is_of_the_field(word.text) else 1.0
