"""Where a case answers a question: its best passage, and marks at their own offsets in the original text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any, NamedTuple

from catalogue.models import CaseStudy

from .query import Hit, Mark, Passage
from .question.terms import Term, Word
from .text.borders import Borders
from .text.fold import FoldedText

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
    if not wanted:
        return tuple(Hit(pk) for pk in case_ids)
    anywhere = _Finder(wanted, borders)
    inside = _Finder((term for term in wanted if not term.in_title), borders)
    titles, texts = _read(case_ids)
    return tuple(
        Hit(
            pk,
            _merged(anywhere.found(titles.get(pk, ""))),
            inside.best_passage(texts.get(pk, ())),
            (missing or {}).get(pk, ()),
        )
        for pk in case_ids
    )


def _read(case_ids: Sequence[int]) -> tuple[dict[int, str], dict[int, list[CaseText]]]:
    """Titles of cases, and their leads and measures in order: put in order here, which is quicker than in SQL."""
    titles: dict[int, str] = {}
    leads: dict[int, str] = {}
    steps: defaultdict[int, list[tuple[Any, ...]]] = defaultdict(list)
    in_measure = ("measures__position", "measures__pk", "measures__label", "measures__heading", "measures__text")
    rows = CaseStudy.objects.filter(pk__in=case_ids).order_by().values_list("pk", "title", "lead", *in_measure)
    for pk, titles[pk], leads[pk], *step in rows:
        if step[0] is not None:
            steps[pk].append(tuple(step))
    return titles, {
        pk: [
            CaseText(lead),
            *(CaseText(text, key, f"{label}{heading}") for _, key, label, heading, text in sorted(steps[pk])),
        ]
        for pk, lead in leads.items()
    }


def marks(original: str, wanted: Iterable[Term]) -> tuple[Mark, ...]:
    """What the terms found in a text, as ranges of the original that neither overlap nor touch."""
    return _merged(_Finder(wanted).found(original))


class CaseText(NamedTuple):
    """A text of a case, with the measure it belongs to and that measure's heading."""

    text: str
    measure_id: int | None = None
    heading: str = ""


def best_passage(texts: Iterable[CaseText], wanted: Sequence[Term], borders: Borders | None = None) -> Passage | None:
    """The stretch of the whole case that holds most of what was asked for, closest together.

    Of equals the one with more marks, then the one of a good length, then the first. None where the case holds it
    outside its text only (in its title, or in the name of its region).
    """
    return _Finder(wanted, borders).best_passage(texts)


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


_place = attrgetter("start", "end")


class _Finder:
    """Looks for the terms of one question in many texts."""

    def __init__(self, wanted: Iterable[Term], borders: Borders | None = None) -> None:
        self._needles = [(_whole(term), list(_words(term))) for term in wanted]
        self._is_by_chance = borders.is_by_chance if borders else None

    def found(self, original: str) -> list[_Found]:
        """Each place that a term found: the whole of it where it stands so, or else its words and their other ways."""
        folded = FoldedText(original)
        found: list[_Found] = []
        for whole, words in self._needles:
            if places := self._places(whole, folded):
                found += places
                if any(place.weight == whole.weight for place in places):
                    continue
            for word in words:
                found += self._places(word, folded)
        if len(found) > 1:
            found.sort(key=_place)
        return found

    def _places(self, needle: _Needle, folded: FoldedText) -> list[_Found]:
        """Where a needle stands; not by chance where that counts nothing."""
        by_chance = needle.by_chance
        tell = None if by_chance is None else self._is_by_chance
        return [
            _Found(start, end, needle.word, by_chance if chance and by_chance is not None else needle.weight)
            for start, end, chance in folded.told_places(needle.text, tell)
            if by_chance or not chance
        ]

    def best_passage(self, texts: Iterable[CaseText]) -> Passage | None:
        """As the function says; a text that cannot hold a better one than was found before is not cut up."""
        best: tuple[float, ...] = ()
        chosen: tuple[CaseText, int, int, list[_Found], list[_Found]] | None = None
        for text in texts:
            above, found = self.found(text.heading), self.found(text.text)
            if not (above or found):
                continue
            held_above = _held(above, {}, HEADING_SHARE)
            if best and _most(found, held_above) < best[0]:
                continue
            for start, end in _stretches(text.text, found):
                inside = [one for one in found if start <= one.start and one.end <= end]
                if (score := _score(inside, held_above, text.text[start:end])) > best:
                    best, chosen = score, (text, start, end, found, above)
            if not found and (score := _score([], held_above, text.text)) > best:
                best, chosen = score, (text, 0, _length_of_beginning(text.text), [], above)
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
