"""The words that speak for an indicator, found in a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ingest.recognise.indicator_terms import EVIDENCE, SILENT
from ingest.vocabulary import IndicatorEntry

# 市场监管局, 税务部门, 市场监管领域: the word names who acts, not what is reformed
OFFICE = re.compile(r"总?局|部门|厅|领域")
IN_A_NAME = 0.5
"""What is left of a word's weight inside the name of an office."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word, the indicator it speaks for, how surely (0-1), and where in the text it begins."""

    word: str
    slug: str
    weight: float
    start: int = 0

    @property
    def end(self) -> int:
        return self.start + len(self.word)

    @property
    def shown(self) -> str:
        """The word without the quotation mark that belongs to it (“税易算”, “木耳贷”)."""
        return self.word.strip("“”")


class Lexicon:
    """All words that speak for an indicator, found longest first, so that 知识产权质押融资 is not 融资.

    `entries` are the national indicators and the local ones that point at them: their names and aliases speak for
    them without doubt; `words` add weaker evidence, by slug. `printed` has the names, `synonyms` the aliases too.
    """

    def __init__(self, entries: Iterable[IndicatorEntry], words: Mapping[str, Mapping[str, float]] = EVIDENCE) -> None:
        terms: dict[str, list[Term]] = defaultdict(list)
        self.printed: dict[str, str] = {}
        self.synonyms: dict[str, str] = {}
        for entry in entries:
            slug = entry.parent or entry.slug
            self.printed[entry.name] = slug
            for word in {entry.name, *entry.aliases}:
                terms[word].append(Term(word, slug, 1.0))
                self.synonyms[word] = slug
        for slug, weights in words.items():
            for word, weight in weights.items():
                if all(term.slug != slug for term in terms[word]):
                    terms[word].append(Term(word, slug, weight))
        terms |= {word: [] for word in SILENT}
        self._by_head: dict[str, list[tuple[str, list[Term]]]] = defaultdict(list)
        for word in sorted(terms, key=len, reverse=True):
            self._by_head[word[:2]].append((word, terms[word]))

    def find(self, text: str) -> Iterator[Term]:
        """The terms of `text` in order, none inside another."""
        at = 0
        while at < len(text):
            for word, terms in self._by_head.get(text[at : at + 2], ()):
                if text.startswith(word, at):
                    share = IN_A_NAME if OFFICE.match(text, at + len(word)) else 1.0
                    yield from (replace(term, weight=term.weight * share, start=at) for term in terms)
                    at += len(word) - 1
                    break
            at += 1
