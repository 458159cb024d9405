"""Where a case answers a question: its best passage, and marks at their own offsets in the original text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate
from operator import attrgetter, itemgetter
from typing import NamedTuple

from django.db import connection

from catalogue.models import CaseStudy

from .query import Hit, Mark, Passage
from .question.terms import Term, Word
from .text.borders import Borders
from .text.fold import JOINT, FoldedText

SENTENCE_END = re.compile(r"[。！？；!?;\n]")
"""What a sentence ends with: “…减至34天。|二是…”."""
CLAUSE_END = re.compile(r"[，；：;]|[,:](?!\d)")
"""Where a passage may begin and end within a sentence too long for it."""
PASSAGE_LENGTH = 120
"""Characters a passage has at most: two to three lines of a list."""
GOOD_LENGTH = 60
"""Characters of a passage that says something and is read at a glance."""
BEFORE_MARK = 30
"""Characters kept before the first mark of a sentence that is longer than a passage."""

HEADING_SHARE = 0.5
"""How much a word in a measure's heading counts for a passage of that measure."""
MARK_SHARE, MOST_MARKS = 0.08, 4
"""How much each mark adds to what a passage holds, up to so many of them: all together less than it counts that of two
ways to say a word one is nearer to it."""
LESSER_SHARE = 0.3
"""How much a word counts that need not be found, or that names a place or year, which a list shows anyway."""
LEAST_WAY_SHARE, WAY_SHARE = 0.4, 0.75
"""How much any other way to say a word counts, and how much the more, the nearer it is: what means the same counts 0.7,
what is of the same kind 0.55."""
BY_CHANCE_SHARE = 0.2
"""How much a word counts where two others make it: it was asked for, but is hardly meant."""


def marked_hits(
    case_ids: Sequence[int],
    wanted: Sequence[Term],
    missing: Mapping[int, tuple[str, ...]] | None = None,
    borders: Borders | None = None,
) -> tuple[Hit, ...]:
    """Hits in this order, with title marks and best passage where words were asked for: one query for all of them.

    `borders` tell the words that are meant from those that two others make by chance.
    """
    wanted = [term for term in wanted if not term.excluded]
    if not (wanted and case_ids):
        return tuple(Hit(pk) for pk in case_ids)
    titles, texts = _read(case_ids)
    in_titles = _Finder(wanted, borders).found([titles.get(pk, "") for pk in case_ids])
    inside = _Finder((term for term in wanted if not term.in_title), borders)
    telling: defaultdict[int, list[_Telling]] = defaultdict(list)
    for number, told in inside.telling([text for _, text in texts]):
        telling[texts[number][0]].append(told)
    return tuple(
        Hit(pk, _merged(in_titles.get(at, ())), _best(telling[pk]), (missing or {}).get(pk, ()))
        for at, pk in enumerate(case_ids)
    )


def _read(case_ids: Sequence[int]) -> tuple[dict[int, str], list[tuple[int, CaseText]]]:
    """Titles of cases, and each lead followed by the measures: put in order here, which is quicker than in SQL."""
    with connection.cursor() as cursor:
        cursor.execute(_texts_of(len(case_ids)), case_ids)
        rows = cursor.fetchall()
    titles: dict[int, str] = {}
    texts: list[tuple[int, CaseText]] = []
    for pk, title, lead, _position, key, label, heading, text in sorted(rows, key=_in_order):
        if pk not in titles:
            titles[pk] = title
            texts.append((pk, CaseText(lead)))
        if key is not None:
            texts.append((pk, CaseText(text, key, f"{label}{heading}")))
    return titles, texts


@cache
def _texts_of(number: int) -> str:
    """SQL that asks for the texts of so many cases by their keys: the ORM takes longer to put it together than the
    database to answer it."""
    in_measure = ("measures__position", "measures__pk", "measures__label", "measures__heading", "measures__text")
    cases = CaseStudy.objects.filter(pk__in=range(number)).order_by()
    return cases.values_list("pk", "title", "lead", *in_measure).query.sql_with_params()[0]


_in_order = itemgetter(0, 3, 4)


def marks(original: str, wanted: Iterable[Term]) -> tuple[Mark, ...]:
    """What the terms found in a text, as ranges of the original that neither overlap nor touch."""
    return _merged(_Finder(wanted).found([original]).get(0, ()))


class CaseText(NamedTuple):
    """A text of a case, with the measure it belongs to and that measure's heading."""

    text: str
    measure_id: int | None = None
    heading: str = ""


def best_passage(texts: Sequence[CaseText], wanted: Sequence[Term], borders: Borders | None = None) -> Passage | None:
    """The stretch of the whole case that holds most of what was asked for, closest together.

    Of equals the one with more marks, then the one of a good length, then the first. None where the case holds it
    outside its text only (in its title, or in the name of its region).
    """
    return _best(told for _, told in _Finder(wanted, borders).telling(texts))


# --- finding


class _Needle(NamedTuple):
    """A folded text to look for, the word of the question that it stands for, and how much finding it counts.

    Where two other words make it, it counts `by_chance`; None where that is not asked.
    """

    text: str
    word: str
    weight: float
    by_chance: float | None = None


class _Found(NamedTuple):
    """A place in a text: which word of the question was found there, and how much that counts."""

    start: int
    end: int
    word: str
    weight: float


class _Telling(NamedTuple):
    """A text of a case that holds something of what was asked for, in its heading or in itself."""

    text: CaseText
    above: Sequence[_Found]
    found: Sequence[_Found]


_place = attrgetter("start", "end")


class _Finder:
    """Looks for the terms of one question in many texts."""

    def __init__(self, wanted: Iterable[Term], borders: Borders | None = None) -> None:
        self._needles = [(_whole(term), list(_words(term))) for term in wanted]
        self._is_by_chance = borders.is_by_chance if borders else None

    def found(self, originals: Sequence[str]) -> Mapping[int, list[_Found]]:
        """By the number of a text that holds any, each place that a term found in it: the whole of the term where it
        stands so, or else its words and their other ways.

        All texts are looked through as one, since most of what is looked for stands in few of them.
        """
        texts = FoldedText(JOINT.join(originals))
        starts = [*accumulate((len(text) + 1 for text in originals), initial=0)]
        found: defaultdict[int, list[_Found]] = defaultdict(list)
        for whole, words in self._needles:
            held_whole: set[int] = set()
            for number, place in self._places(whole, texts, starts):
                found[number].append(place)
                if place.weight == whole.weight:
                    held_whole.add(number)
            for word in words:
                for number, place in self._places(word, texts, starts, held_whole):
                    found[number].append(place)
        for places in found.values():
            places.sort(key=_place)
        return found

    def _places(
        self, needle: _Needle, texts: FoldedText, starts: Sequence[int], but_in: Container[int] = ()
    ) -> Iterator[tuple[int, _Found]]:
        """Where a needle stands, with the number of the text; not by chance where that counts nothing."""
        tell = None if needle.by_chance is None else self._is_by_chance
        for at in texts.spots(needle.text):
            start, end = texts.original_range(at, after := at + len(needle.text))
            number = bisect_right(starts, start) - 1
            if number in but_in or end >= starts[number + 1]:  # beyond the joint
                continue
            weight = needle.by_chance if tell and tell(texts.text, at, after) else needle.weight
            if weight:
                yield number, _Found(start - starts[number], end - starts[number], needle.word, weight)

    def telling(self, texts: Sequence[CaseText]) -> Iterator[tuple[int, _Telling]]:
        """Those of the texts that hold something, with their numbers."""
        found = self.found([part for text in texts for part in (text.heading, text.text)])
        for number in sorted({part // 2 for part in found}):
            yield number, _Telling(texts[number], found.get(2 * number, ()), found.get(2 * number + 1, ()))


def _best(texts: Iterable[_Telling]) -> Passage | None:
    """As `best_passage` says; a text that cannot hold a better one than was found before is not cut up."""
    best: tuple[float, ...] = ()
    chosen: tuple[CaseText, int, int, Sequence[_Found], Sequence[_Found]] | None = None
    for text, above, found in texts:
        held_above = _held(above, {}, HEADING_SHARE)
        if best and _most(found, held_above) < best[0]:
            continue
        for start, end in _stretches(text.text, found):
            inside = [one for one in found if start <= one.start and one.end <= end]
            if (score := _score(inside, held_above, text.text[start:end])) > best:
                best, chosen = score, (text, start, end, found, above)
        if not found and (score := _score([], held_above, text.text)) > best:
            best, chosen = score, (text, 0, _length_of_beginning(text.text), (), above)
    return _cut(*chosen) if chosen else None


def _whole(term: Term) -> _Needle:
    counts = sum(map(_telling, term.words)) or len(term.text)
    is_word = [word.text for word in term.words] == [term.text]
    return _Needle(term.text, term.text, counts, counts * BY_CHANCE_SHARE if is_word else None)


def _words(term: Term) -> Iterator[_Needle]:
    """What is looked for where the whole of a term does not stand: each of its words, and other ways to say them."""
    for word in (each for joined in term.words for each in (joined, *joined.parts)):
        counts = _telling(word)
        if word.text != term.text:
            yield _Needle(word.text, word.text, counts, counts * BY_CHANCE_SHARE)
        for way in word.also:
            if way.text != term.text:
                share = min(1.0, LEAST_WAY_SHARE + WAY_SHARE * way.weight)
                yield _Needle(way.text, word.text, counts * share, 0.0)


def _telling(word: Word) -> float:
    """How much it tells that a word stands somewhere: the more, the longer it is."""
    return len(word.text) * (LESSER_SHARE if word.optional or word.places or word.years else 1.0)


def _merged(found: Iterable[_Found]) -> tuple[Mark, ...]:
    """The ranges of what was found, in order, those that overlap or touch as one."""
    merged: list[Mark] = []
    for one in found:
        if merged and one.start <= merged[-1].end:
            merged[-1] = Mark(merged[-1].start, max(merged[-1].end, one.end))
        else:
            merged.append(Mark(one.start, one.end))
    return tuple(merged)


# --- choosing


Held = dict[str, float]
"""The words of the question that stand somewhere, and how much the best of what stands there counts for each."""


def _held(found: Iterable[_Found], besides: Held, share: float = 1.0) -> Held:
    held = besides.copy()
    for one in found:
        if one.weight * share > held.get(one.word, 0.0):
            held[one.word] = one.weight * share
    return held


def _score(found: Sequence[_Found], above: Held, stretch: str) -> tuple[float, ...]:
    """What makes one stretch better than another: words held, how close together, how many marks, its length."""
    spread = found[-1].end - found[0].start if len({one.word for one in found}) > 1 else 0
    worth = _worth(found, above) - spread / PASSAGE_LENGTH - _sentence_count(stretch) / 2
    return (worth, -abs(len(stretch) - GOOD_LENGTH))


def _most(found: Sequence[_Found], above: Held) -> float:
    """What no stretch of a text is worth more than: all that is found in it, side by side in one sentence."""
    return _worth(found, above) - (0.5 if found else 0.0)


def _worth(found: Sequence[_Found], above: Held) -> float:
    return sum(_held(found, above).values()) + min(len(found), MOST_MARKS) * MARK_SHARE


def _stretches(text: str, found: Sequence[_Found]) -> Iterator[tuple[int, int]]:
    """Sentences that hold marks, with the next where it holds more, and parts of those too long for a passage."""
    ends = _sentence_ends(text) if found else []
    last = -1
    for one in found:
        at = bisect_right(ends, one.start)
        start, end = ends[at - 1] if at else 0, ends[at]
        if end - start > PASSAGE_LENGTH:
            yield _clauses_around(text, one, start, end)
        elif at > last:
            yield start, end
            both = ends[at + 1] if at + 1 < len(ends) else end
            if both - start <= PASSAGE_LENGTH and any(end < other.end <= both for other in found):
                yield start, both
        last = at


def _clauses_around(text: str, mark: _Found, start: int, end: int) -> tuple[int, int]:
    """The part of a long sentence around a mark, from clause to clause where clauses end near its limits."""
    first = max(start, min(mark.start - BEFORE_MARK, end - PASSAGE_LENGTH))
    last = max(mark.end, min(end, first + PASSAGE_LENGTH))
    if first > start and (before := CLAUSE_END.search(text, first, mark.start)):
        first = before.end()
    if last < end and (after := list(CLAUSE_END.finditer(text, mark.end, last))):
        last = after[-1].end()
    return first, last


def _sentence_ends(text: str) -> list[int]:
    """Where each sentence ends; the last one with the text."""
    ends = [end.end() for end in SENTENCE_END.finditer(text)]
    return ends if ends and ends[-1] == len(text) else [*ends, len(text)]


def _sentence_count(stretch: str) -> int:
    """How many sentences a stretch is of, the blanks around it aside."""
    inner = stretch.strip()
    return len(SENTENCE_END.findall(inner, 0, len(inner) - 1)) + 1 if inner else 0


def _length_of_beginning(text: str) -> int:
    """How much is shown of a text that holds nothing of what its heading holds: its first sentence."""
    first = SENTENCE_END.search(text)
    return min(PASSAGE_LENGTH, first.end() if first else len(text))


def _cut(text: CaseText, start: int, end: int, found: Sequence[_Found], above: Sequence[_Found]) -> Passage:
    """The stretch without the blanks around it; a measure that is all heading shows that."""
    cut = text.text[start:end]
    start += len(cut) - len(cut.lstrip())
    cut = cut.strip()
    inside = (Mark(max(mark.start, start) - start, min(mark.end, start + len(cut)) - start) for mark in _merged(found))
    return Passage(
        cut,
        tuple(mark for mark in inside if mark.start < mark.end),
        text.measure_id,
        text.heading,
        _merged(above),
    )
