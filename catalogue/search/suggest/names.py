"""Names of indicators and regions, found by how they begin: as written, in pinyin or by initials."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from catalogue.search.text.fold import fold
from catalogue.search.text.readings import LETTERS, RUNS, say_little, spelled, split_reading, syllables
from catalogue.search.vocabulary import Place, Subject, Vocabulary

from .entries import Kind

ENGLISH_WORD = re.compile(r"[^\s()-]+")


class Name(NamedTuple):
    """One of the names of an indicator or a region."""

    kind: Kind
    key: str
    text: str
    is_own: bool
    """Its official or short name, not an alias."""
    level: int = 0
    """Of a region: 1 for provinces, higher below."""


class Found(NamedTuple):
    """A name that spells what was typed."""

    name: Name
    rank: int
    """How well: 0 where it is the thing's own name and all of it, more where less."""


class Names:
    """All names by each of their spellings, from each of their characters on; some megabytes."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        names: list[Name] = []
        own: list[tuple[str, int, int]] = []
        others: list[tuple[str, int, int]] = []
        for name, spellings in _all_names(vocabulary):
            for spelling, offset in spellings:
                (own if name.is_own and not offset else others).append((spelling, len(names), offset))
            names.append(name)
        self._own_beginnings = _Spellings(own, names)
        self._others = _Spellings(others, names)

    def spelling(self, typed: str) -> list[Found]:
        """Indicators and regions with a name that begins with what was typed, or holds it; each once, the best first.

        `typed` is folded. Letters that say little are looked for where a thing's own name begins only.
        """
        runs = RUNS.findall(typed)
        begun = self._own_beginnings.beginning(runs[0])
        if not (LETTERS.fullmatch(typed) and say_little(typed)):
            begun = chain(begun, self._others.beginning(runs[0]))
        found: dict[tuple[Kind, str], Found] = {}
        for spelling, name, offset in begun:
            if len(runs) > 1 and not _spells(typed, name, offset):
                continue
            one = Found(name, _rank(name, offset, whole=spelling == typed))
            best = found.setdefault((name.kind, name.key), one)
            if one.rank < best.rank:
                found[name.kind, name.key] = one
        return sorted(found.values(), key=lambda one: (one.rank, one.name.level))


class _Spellings:
    """What may be typed, in order, with the name that it spells and the character of the name that it begins at."""

    def __init__(self, spellings: list[tuple[str, int, int]], names: list[Name]) -> None:
        spellings.sort()
        self._typed = [typed for typed, _, _ in spellings]
        self._numbers = array("I", (number for _, number, _ in spellings))
        self._offsets = array("B", (offset for _, _, offset in spellings))
        self._names = names

    def beginning(self, typed: str) -> Iterator[tuple[str, Name, int]]:
        at = bisect_left(self._typed, typed)
        while at < len(self._typed) and self._typed[at].startswith(typed):
            yield self._typed[at], self._names[self._numbers[at]], self._offsets[at]
            at += 1


def _rank(name: Name, offset: int, *, whole: bool) -> int:
    """A whole name, then what begins with it or holds it: names of the thing's own before its aliases."""
    if whole and not offset:
        return 0 if name.is_own else 1
    return (2 if not offset else 3) if name.is_own else (4 if not offset else 5)


def _spells(typed: str, name: Name, offset: int) -> bool:
    """Whether characters and letters that stand mixed spell a name from there on."""
    folded = fold(name.text)
    place = spelled(typed, folded[offset:], syllables(folded)[offset:])
    return place is not None and place[0] == 0


Spellings = Iterator[tuple[str, int]]


def _all_names(vocabulary: Vocabulary) -> Iterator[tuple[Name, Spellings]]:
    for subject in vocabulary.subjects.values():
        yield from _names_of_subject(subject)
    for place in vocabulary.places.values():
        yield from _names_of_place(place)


def _names_of_subject(subject: Subject) -> Iterator[tuple[Name, Spellings]]:
    for text in (subject.name, *subject.aliases):
        name = Name(Kind.INDICATOR, subject.slug, text, is_own=text == subject.name)
        yield name, _spellings(fold(text), syllables(fold(text)))
    for text in subject.english:
        yield Name(Kind.INDICATOR, subject.slug, text, is_own=False), _english_spellings(text)


def _names_of_place(place: Place) -> Iterator[tuple[Name, Spellings]]:
    """The reading of the short name is kept with the region (长治 is changzhi); the rest is read as it comes.

    Nothing is found by its last character alone: that is 省, 市, 县 or 区.
    """
    short, full = fold(place.short_name), fold(place.name)
    read = syllables(short)
    if "".join(read) != place.pinyin:
        read = split_reading(place.pinyin, short) or read
    begun = full != short and full.startswith(short)
    last = 0 if begun else -2
    yield Name(Kind.REGION, place.code, place.short_name, True, place.level), _spellings(short, read, last)
    if full != short:
        whole = (*read, *syllables(full[len(short) :])) if begun else syllables(full)
        yield Name(Kind.REGION, place.code, place.name, True, place.level), _spellings(full, whole, -2)
    for alias in place.aliases:
        name = Name(Kind.REGION, place.code, alias, False, place.level)
        yield name, _spellings(fold(alias), syllables(fold(alias)), -2)


def _spellings(folded: str, read: tuple[str, ...], last: int = -1) -> Spellings:
    """A name as written, in pinyin and by initials, from its first character on and from each to the last named."""
    for offset in range(max(0, last % len(folded)) + 1):
        rest = read[offset:]
        initials = "".join(syllable[0] for syllable in rest)
        yield from ((spelling, offset) for spelling in {folded[offset:], "".join(rest), initials})


def _english_spellings(text: str) -> Spellings:
    """A name as written, from each of its words on."""
    for word in ENGLISH_WORD.finditer(text):
        yield fold(text[word.start() :]), word.start()


_known: tuple[Vocabulary, Names] | None = None


def names_of(vocabulary: Vocabulary) -> Names:
    """The names of a vocabulary; put in order anew, which takes half a second, only where one has changed."""
    global _known  # noqa: PLW0603  one a process, as the vocabulary itself
    known = _known
    if known is None or known[0] is not vocabulary:
        names = known[1] if known and known[0] == vocabulary else Names(vocabulary)
        known = _known = (vocabulary, names)
    return known[1]
