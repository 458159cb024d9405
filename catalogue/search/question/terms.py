"""What a question asks for once it is understood: plain values, from which the engine's query and marks are made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Way:
    """Another word for a word, and how much it counts beside the word itself, which counts 1."""

    text: str
    weight: float
    by_chance: bool = False
    """Whether cases hold it that do not mean it: two other words make it, where they meet."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word that a case must hold, or one of its other ways, or all its parts; or be a case of what it names."""

    text: str
    also: tuple[Way, ...] = ()
    places: tuple[str, ...] = ()
    """Codes of the regions that the word names."""
    subjects: tuple[str, ...] = ()
    """Slugs of the indicators that the word names."""
    years: tuple[int, int] | None = None
    """The inclusive range of years that the word names."""
    optional: bool = False
    """Adds to the score where it is found, and need not be."""
    known: bool = False
    """Whether texts were cut with it among their words."""
    by_chance: bool = False
    """Whether cases print it that do not mean it: two other words make it, where they meet."""
    parts: tuple[Word, ...] = ()
    """The words that it was joined from: 员工|权益."""
    rarity: float = 0.0
    """How telling it is that a case prints the word itself; 0 where nothing else is asked for in its place."""

    @property
    def ways(self) -> tuple[str, ...]:
        return (self.text, *(way.text for way in self.also))


@dataclass(frozen=True, slots=True)
class Term:
    """One part of a question: `text` as it stands, or else, unless it was quoted, all of `words`; folded."""

    text: str
    words: tuple[Word, ...] = ()
    excluded: bool = False
    """No case found may print it."""
    in_title: bool = False
    """It must stand in the title."""
    often: bool = False
    """Its words are found so often that only titles are looked through for the whole of it."""


def words_to_find(terms: Iterable[Term]) -> tuple[Word, ...]:
    """The words of all terms that must be found, each once."""
    found = (word for term in terms if not term.excluded for word in term.words if not word.optional)
    return tuple(dict.fromkeys(found))


OWN_WEIGHT = 2.0
"""More than any other way to say a word weighs."""


def each_way_once(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """The terms with each way for the word only that it is nearest to, or else for the first.

    A case that prints 项目审批 alone holds both words of 工程建设项目 联合验收, but only one of them so.
    """
    nearest: dict[str, tuple[float, str]] = {}
    for word in words_to_find(terms):
        for text, weight in ((word.text, OWN_WEIGHT), *((way.text, way.weight) for way in word.also)):
            if weight > nearest.get(text, (0.0, ""))[0]:
                nearest[text] = weight, word.text
    return tuple(
        replace(
            term,
            words=tuple(
                replace(
                    word, also=tuple(way for way in word.also if nearest.get(way.text, (0, word.text))[1] == word.text)
                )
                for word in term.words
            ),
        )
        for term in terms
    )
