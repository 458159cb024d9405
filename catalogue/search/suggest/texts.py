"""Titles of cases and headings of measures that spell what was typed: asked of the index, checked in the texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, groupby, islice
from typing import Any, NamedTuple

from tantivy import Occur, Query, Schema, Searcher

from catalogue.search.index.schema import SPELLINGS, TITLE_PAIRS
from catalogue.search.query import Mark
from catalogue.search.text.analyser import phrase_pairs
from catalogue.search.text.fold import FoldedText
from catalogue.search.text.readings import (
    LETTERS,
    SOUNDED,
    beginning,
    say_little,
    spelled,
    syllable_ends,
    syllables,
    syllables_of,
)

CANDIDATES = 24
"""Texts looked at for a handful of entries: some begin otherwise, some are printed by many cases."""
ENOUGH = 8
"""Texts that spell what was typed, after which no more are looked at."""
LONGEST_READING = 24
"""Letters of one word's pinyin."""
SHORTEST_BEGUN, SHORTEST_BEGUN_AFTER_OTHERS = 3, 2
"""Letters from which on words that begin so are looked for: with fewer, too many do."""
WAYS = 2
"""Of the ways to take letters apart into so many words those that leave the fewest letters; xian is 先 and 西安."""
BEGINS = 20.0
"""Weight of a text that begins with the character typed first; greater than what being short can add."""


Cut = Callable[[str], Sequence[str]]
"""Cuts a folded text into words with nothing left out."""


class Texts(NamedTuple):
    """Where texts of one kind are searched."""

    searcher: Searcher
    schema: Schema
    words: str
    """Their field of words."""
    cut: Cut


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
    first = Query.term_query(texts.schema, SPELLINGS, beginning(typed.terms[0][0]), "basic")
    ranked = [(Occur.Must, query) for query in wanted] + [(Occur.Should, Query.const_score_query(first, BEGINS))]
    found: Any = texts.searcher.search(Query.boolean_query(ranked), CANDIDATES, count=False, weight_by_field=weighed_by)
    keys = texts.searcher.fast_field_values("id", [address for _, address in found.hits])
    return [int(key) for key in keys if key is not None]


def _spelling(term: str, texts: Texts) -> Query | None:
    """Texts that print a term, or are read so; None where it is too short to tell."""
    if LETTERS.fullmatch(term) and say_little(term):
        read: Query | None = Query.fuzzy_term_query(texts.schema, SPELLINGS, beginning(term), distance=0, prefix=True)
    else:
        read = _read(term, texts)
    ways = [way for way in (_printing(term, texts), read) if way is not None]
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
    """Texts that hold words read like the term, whatever marks and figures stand between them."""
    if len(term) == 1:
        return None
    runs = SOUNDED.findall(term)
    telling = [run for run in runs if len(run) >= (SHORTEST_BEGUN if run.isascii() else 2)] or runs
    parts = [part for run in telling if (part := _read_in_a_row(run, texts)) is not None]
    return Query.boolean_query([(Occur.Must, part) for part in parts]) if parts else None


def _read_in_a_row(run: str, texts: Texts) -> Query | None:
    """Texts with words that this run of characters or letters is read like; the last word may be begun only."""
    if run.isascii():
        apart = _taken_apart(run, syllable_ends(run) or range(1, len(run) + 1), texts)
    else:
        words = texts.cut(run)
        read = syllables_of(run, words)
        apart = _taken_apart("".join(read), [*accumulate(map(len, read))], texts)
        # How a character is read depends on its word (调 is diao, 调解 tiaojie), and at both ends words may be broken.
        *whole, last = ("".join(syllables(word)) if len(word) > 1 else "" for word in words)
        apart.append((tuple(filter(None, whole)), last))
    ways = [way for words, begun in apart if (way := _holding(words, begun, texts)) is not None]
    return Query.disjunction_max_query(ways) if ways else None


def _holding(words: Sequence[str], begun: str, texts: Texts) -> Query | None:
    """Texts that hold these words and one that begins so; None where that says too little."""
    parts = [Query.term_query(texts.schema, SPELLINGS, word, "basic") for word in dict.fromkeys(words)]
    if len(begun) >= (SHORTEST_BEGUN_AFTER_OTHERS if words else SHORTEST_BEGUN):
        parts.append(Query.fuzzy_term_query(texts.schema, SPELLINGS, begun, distance=0, prefix=True))
    return Query.boolean_query([(Occur.Must, part) for part in parts]) if parts else None


def _taken_apart(letters: str, ends: Sequence[int], texts: Texts) -> list[tuple[tuple[str, ...], str]]:
    """Letters as the fewest words that texts have, and the beginning of another: huodedianl → huode + dianl.

    `ends` are the places where a word may end.
    """
    known: dict[int, tuple[str, ...]] = {0: ()}
    for start in [0, *ends]:
        if (words := known.get(start)) is None:
            continue
        for end in ends:
            if not start < end <= start + LONGEST_READING or len(known.get(end, letters)) <= len(words) + 1:
                continue
            if texts.searcher.doc_freq(SPELLINGS, letters[start:end]):
                known[end] = (*words, letters[start:end])
    furthest = sorted(known.items(), key=lambda reached: (len(reached[1]), -reached[0]))
    by_length = (islice(same, WAYS) for _length, same in groupby(furthest, key=lambda reached: len(reached[1])))
    return [(words, letters[end:]) for same in by_length for end, words in same]


# --- checking the texts -----------------------------------------------------------------------------------------------


class Spelt(NamedTuple):
    """A text that spells what was typed, and where."""

    key: int
    text: str
    marks: tuple[Mark, ...]
    rank: tuple[bool, int]
    """Those that begin with it go first, then the shorter ones."""


def spelt(texts: Mapping[int, str], keys: Iterable[int], typed: Typed, cut: Cut) -> list[Spelt]:
    """The first of the texts under these keys that spell every term, the best first; of equal texts one."""
    found: dict[str, Spelt] = {}
    looked_at: set[str] = set()
    for key in keys:
        folded = FoldedText(texts.get(key, ""))
        if folded.text in looked_at:
            continue
        looked_at.add(folded.text)
        if places := _places(folded.text, typed, cut):
            marks = tuple(Mark(*folded.original_range(*place)) for place in sorted(places))
            found[folded.text] = Spelt(key, texts[key], marks, (places[0][0] > 0, len(texts[key])))
            if len(found) == ENOUGH:
                break
    return sorted(found.values(), key=lambda one: one.rank)


def _places(folded: str, typed: Typed, cut: Cut) -> list[tuple[int, int]]:
    """Where a folded text spells each of the terms; nothing where it misses one."""
    read = _read_aloud(folded, cut) if typed.in_letters else ()
    places = [_place(term, folded, read) for term in typed.terms]
    found = [place for place in places if place is not None]
    return found if len(found) == len(places) else []


@lru_cache(maxsize=4_000)
def _read_aloud(folded: str, cut: Cut) -> tuple[str, ...]:
    """How each character of a folded text is read; kept, since the next letter typed mostly finds the same texts."""
    return syllables_of(folded, cut(folded))


def _place(term: str, folded: str, read: Sequence[str]) -> tuple[int, int] | None:
    """Where a folded text spells a term; letters that say little count at its beginning only."""
    at = folded.find(term)
    if at >= 0:
        return at, at + len(term)
    place = spelled(term, folded, read) if read else None
    return None if place and place[0] and LETTERS.fullmatch(term) and say_little(term) else place
