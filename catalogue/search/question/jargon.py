"""The words of the field: what means the same, what is typed for it in English, and how it is spelt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from catalogue.reference import Kind, WordGroup, read_glossary, read_thesaurus
from catalogue.search.text.fold import fold
from catalogue.search.vocabulary import Vocabulary, current

from .forms import Forms
from .spelling import Spelling

GENERAL = (Kind.ALIKE, Kind.EVERYDAY)
"""Kinds of groups whose words say little of what is asked about."""


class Jargon:
    """What the thesaurus and a vocabulary say of words; all words in and out are folded, the English without blanks."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._groups: defaultdict[str, list[WordGroup]] = defaultdict(list)
        for group in map(_folded, read_thesaurus()):
            for word in group.asking:
                self._groups[word].append(group)

    def groups(self, word: str) -> Sequence[WordGroup]:
        """The groups of the thesaurus whose words a word asks for; of a word it has not, those of names of its form."""
        return self._groups.get(word) or self.groups_like(word)

    def further_groups(self, word: str) -> Sequence[WordGroup]:
        """Those that a word does not stand in, but one that means the same does: what is near to it, or it leads to."""
        own = self._groups.get(word, ())
        same = (other for group in own if group.kind == Kind.SAME for other in group.words)
        further = dict.fromkeys(group for other in same for group in self._groups[other])
        return [group for group in further if group.kind in (Kind.NEAR, Kind.LEADS) and group not in own]

    def has(self, word: str) -> bool:
        """Whether a word of the thesaurus is spelt just so."""
        return word in self._groups

    def groups_like(self, text: str) -> Sequence[WordGroup]:
        """The names of the form of a text (职工权益 for 员工权益), and what they ask for, in groups of their own."""
        names = self._forms.like(text)
        if not names:
            return ()
        wider = (group.words for name in names for group in self._groups[name] if group.kind not in GENERAL)
        further = dict.fromkeys(other for words in wider for other in words)
        return (WordGroup(Kind.SAME, names), WordGroup(Kind.LEADS, tuple(further), asked=(text,)))

    def is_everyday(self, word: str) -> bool:
        """Whether a word says little alone."""
        return any(group.kind == Kind.EVERYDAY for group in self.groups(word))

    def subjects(self, word: str) -> tuple[str, ...]:
        """Slugs of the indicators that a word names: by their name, or by a word that means the same (办电)."""
        own = [subject.slug for subject in self.vocabulary.find_subjects(word) if fold(subject.name) == word]
        if own:
            return tuple(own)
        same = (name for group in self.groups(word) if group.kind == Kind.SAME for name in group.words)
        return tuple(dict.fromkeys(slug for name in same for slug in self._slugs.get(name, ())))

    @cached_property
    def _slugs(self) -> dict[str, tuple[str, ...]]:
        slugs: defaultdict[str, list[str]] = defaultdict(list)
        for subject in self.vocabulary.subjects.values():
            slugs[fold(subject.name)].append(subject.slug)
        return {name: tuple(found) for name, found in slugs.items()}

    def in_chinese(self, english: str) -> tuple[str, ...]:
        """What is meant by a term in English: gettingelectricity → 获得电力; several where it is a topic of many."""
        typed = _typed(english)
        singular = f"{typed.removesuffix('ies')}y" if typed.endswith("ies") else typed.removesuffix("s")
        return self._english.get(typed) or self._english.get(singular, ())

    @cached_property
    def _english(self) -> dict[str, tuple[str, ...]]:
        meant: defaultdict[str, list[str]] = defaultdict(list)
        for subject in self.vocabulary.subjects.values():
            if subject.parent is None:
                for topic in subject.english:
                    meant[_typed(topic)].append(subject.name)
        for group in read_thesaurus():
            for topic in group.english:
                if _typed(topic) not in meant:
                    meant[_typed(topic)].append(group.words[0])
        for term, word in read_glossary().items():
            meant.setdefault(_typed(term), [word])
        for subject in self.vocabulary.subjects.values():
            meant.setdefault(_typed(subject.slug), [subject.name])
        return {topic: tuple(map(fold, names)) for topic, names in meant.items()}

    @cached_property
    def _forms(self) -> Forms:
        general = (map(fold, group.words) for group in read_thesaurus() if group.kind in GENERAL)
        return Forms(
            general, [name for name, groups in self._groups.items() if any(g.kind not in GENERAL for g in groups)]
        )

    @cached_property
    def spelling(self) -> Spelling:
        """All names and words, those that are meant more often first: indicators, their jargon, places from the top."""
        return Spelling(fold(name) for name in self._names())

    def _names(self) -> Iterator[str]:
        subjects = self.vocabulary.subjects.values()
        yield from (subject.name for subject in subjects)
        for group in read_thesaurus():
            if group.kind not in GENERAL:
                yield from (*group.words, *group.asked)
        for subject in subjects:
            yield from subject.aliases
        for place in sorted(self.vocabulary.places.values(), key=lambda place: place.level):
            if place.in_force:
                yield place.short_name
                yield place.name
                yield from (alias for alias in place.aliases if len(alias) > 1)


def _folded(group: WordGroup) -> WordGroup:
    return replace(group, words=tuple(map(fold, group.words)), asked=tuple(map(fold, group.asked)))


def _typed(english: str) -> str:
    """An English term without what may be typed or not: cross-border trade, Cross border trade."""
    return fold(english).replace("-", "")


_latest: Jargon | None = None


def jargon() -> Jargon:
    """The jargon over the current vocabulary, kept as long as that is."""
    global _latest  # noqa: PLW0603  one a process, as the vocabulary
    known = current()
    if _latest is None or _latest.vocabulary is not known:
        _latest = Jargon(known)
    return _latest
