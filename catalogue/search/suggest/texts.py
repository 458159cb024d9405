"""Titles of cases and headings of measures that spell what was typed: asked of the index, checked in the texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from tantivy import Occur, Query, Schema, Searcher

from catalogue.search.index.schema import SPELLINGS, TITLE_PAIRS
from catalogue.search.query import Mark
from catalogue.search.text.analyser import Analyser, phrase_pairs
from catalogue.search.text.fold import FoldedText
from catalogue.search.text.readings import LETTERS, RUNS, beginning, spelled, syllables, syllables_of

from .names import ENOUGH_CHARACTERS, ENOUGH_LETTERS

CANDIDATES = 24
"""Texts looked at for a handful of entries: some begin otherwise, some are printed by many cases."""
LONGEST_READING = 24
"""Letters of one word's pinyin."""
SHORTEST_BEGUN, SHORTEST_BEGUN_AFTER_OTHERS = 3, 2
"""Letters from which on words that begin so are looked for: with fewer, too many do."""
MOST_SPELLINGS = 6
"""Ways to take letters apart into words that are tried: xian is 先 and 西安."""
BEGINS = 20.0
"""Weight of a text that begins with the character typed first; greater than what being short can add."""


class Texts(NamedTuple):
    """Where texts of one kind are searched."""

    searcher: Searcher
    schema: Schema
    words: str
    """Their field of words."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, folded, by its words; each may be characters, letters or both."""

    terms: tuple[str, ...]

    @property
    def in_letters(self) -> bool:
        return any(LETTERS.search(term) for term in self.terms)


# --- asking the index -------------------------------------------------------------------------------------------------


def candidates(typed: Typed, texts: Texts, *, weighed_by: str | None = None) -> list[int]:
    """Keys of texts that may spell what was typed, those that begin with its first character first."""
    wanted = [query for term in typed.terms if (query := _spelling(term, texts)) is not None]
    if not wanted:
        return []
    first = Query.term_query(texts.schema, SPELLINGS, beginning(typed.terms[0]), "basic")
    ranked = [(Occur.Must, query) for query in wanted] + [(Occur.Should, Query.const_score_query(first, BEGINS))]
    found: Any = texts.searcher.search(Query.boolean_query(ranked), CANDIDATES, count=False, weight_by_field=weighed_by)
    keys = texts.searcher.fast_field_values("id", [address for _, address in found.hits])
    return [int(key) for key in keys if key is not None]


def _spelling(term: str, texts: Texts) -> Query | None:
    """Texts that print a term, or are read so; None where it is too short to tell."""
    ways = [way for way in (_printing(term, texts), _read(term, texts)) if way is not None]
    return Query.disjunction_max_query(ways) if ways else None


def _printing(term: str, texts: Texts) -> Query | None:
    if len(term) == 1:
        return Query.term_query(texts.schema, SPELLINGS, beginning(term), "basic")
    if texts.words == "title_words":
        if len(term) == 2:
            return Query.term_query(texts.schema, TITLE_PAIRS, term, "freq")
        words: list[str | tuple[int, str]] = [*phrase_pairs(term)]
        return Query.phrase_query(texts.schema, TITLE_PAIRS, words)
    return Query.fuzzy_term_query(texts.schema, texts.words, term, distance=0, prefix=True)


def _read(term: str, texts: Texts) -> Query | None:
    """Texts of which words are read like the term, one after another; the last of them may be begun only."""
    if len(term) == 1:
        return None
    letters = "".join("".join(syllables(run)) for run in RUNS.findall(term))
    if not LETTERS.fullmatch(letters):
        return None
    ways = []
    for words, begun in _taken_apart(letters, texts):
        parts = [Query.term_query(texts.schema, SPELLINGS, word, "basic") for word in words]
        if len(begun) >= (SHORTEST_BEGUN_AFTER_OTHERS if words else SHORTEST_BEGUN):
            parts.append(Query.fuzzy_term_query(texts.schema, SPELLINGS, begun, distance=0, prefix=True))
        if parts:
            ways.append(Query.boolean_query([(Occur.Must, part) for part in parts]))
    return Query.disjunction_max_query(ways) if ways else None


def _taken_apart(letters: str, texts: Texts) -> list[tuple[tuple[str, ...], str]]:
    """Letters as words that the index knows and the beginning of another: huodedianl → huode + dianl, huodedianl."""
    known: dict[int, tuple[str, ...]] = {0: ()}
    for start in range(len(letters)):
        if start not in known:
            continue
        for end in range(start + 1, min(len(letters), start + LONGEST_READING) + 1):
            if end not in known and texts.searcher.doc_freq(SPELLINGS, letters[start:end]):
                known[end] = (*known[start], letters[start:end])
    apart = [(words, letters[end:]) for end, words in known.items()]
    return sorted(apart, key=lambda way: (len(way[0]), len(way[1])))[:MOST_SPELLINGS]


# --- checking the texts -----------------------------------------------------------------------------------------------


class Spelt(NamedTuple):
    """A text that spells what was typed, and where."""

    key: int
    text: str
    marks: tuple[Mark, ...]
    rank: tuple[bool, int]
    """Those that begin with it go first, then the shorter ones."""


def spelt(texts: Iterable[tuple[int, str]], typed: Typed, analyser: Analyser) -> list[Spelt]:
    """Those of the texts that spell every term, the best first; of equal texts the first."""
    found: dict[str, Spelt] = {}
    for key, text in texts:
        folded = FoldedText(text)
        if folded.text in found or (places := _places(folded.text, typed, analyser)) is None:
            continue
        marks = tuple(Mark(*folded.original_range(*place)) for place in sorted(places))
        found[folded.text] = Spelt(key, text, marks, (places[0][0] > 0, len(text)))
    return sorted(found.values(), key=lambda one: one.rank)


def _places(folded: str, typed: Typed, analyser: Analyser) -> list[tuple[int, int]] | None:
    """Where a folded text spells each of the terms; None where it misses one."""
    read: Sequence[str] = syllables_of(folded, analyser.cut(folded)) if typed.in_letters else ()
    places = [_place(term, folded, read) for term in typed.terms]
    found = [place for place in places if place is not None]
    return found if len(found) == len(places) else None


def _place(term: str, folded: str, read: Sequence[str]) -> tuple[int, int] | None:
    """Where a folded text spells a term; a syllable or two initials count at its beginning only."""
    at = folded.find(term)
    if at >= 0:
        return at, at + len(term)
    place = spelled(term, folded, read) if read else None
    if place is None or not place[0] or not LETTERS.fullmatch(term):
        return place
    return place if len(term) >= ENOUGH_LETTERS and place[1] - place[0] >= ENOUGH_CHARACTERS else None
