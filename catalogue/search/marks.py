"""Where a case answers a question: its best passage, and marks at their own offsets in the original text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from catalogue.models import CaseStudy, Measure

from .query import Hit, Mark, Passage
from .question.terms import Term, Word
from .text.fold import FoldedText

SENTENCE_END = re.compile(r"(?<=[。！？；!?;\n])")
"""Where one sentence ends and the next begins: “…减至34天。|二是…”."""
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
MARK_SHARE, MOST_MARKS = 0.2, 5
"""How much each mark adds to what a passage holds, up to so many of them."""
LESSER_SHARE = 0.3
"""How much a word counts that need not be found, or that names a place or year, which a list shows anyway."""
OTHER_WAY_SHARE = 0.7
"""How much another way to say a word counts: to a reader it is nearly the same."""


def marked_hits(
    case_ids: Sequence[int], wanted: Sequence[Term], missing: Mapping[int, tuple[str, ...]] | None = None
) -> tuple[Hit, ...]:
    """Hits in this order, with title marks and best passage where words were asked for: two queries for all of them."""
    wanted = [term for term in wanted if not term.excluded]
    if not wanted:
        return tuple(Hit(pk) for pk in case_ids)
    titles, texts = {}, {}
    for pk, title, lead in CaseStudy.objects.filter(pk__in=case_ids).values_list("pk", "title", "lead"):
        titles[pk] = title
        texts[pk] = [CaseText(lead)]
    measures = Measure.objects.filter(case__in=case_ids).order_by("position", "pk")
    for pk, case, label, heading, text in measures.values_list("pk", "case_id", "label", "heading", "text"):
        if case in texts:
            texts[case].append(CaseText(text, pk, f"{label}{heading}"))
    inside = [term for term in wanted if not term.in_title]
    return tuple(
        Hit(
            pk,
            marks(titles.get(pk, ""), wanted),
            best_passage(texts.get(pk, ()), inside),
            (missing or {}).get(pk, ()),
        )
        for pk in case_ids
    )


def marks(original: str, wanted: Iterable[Term]) -> tuple[Mark, ...]:
    """What the terms found in a text, as ranges of the original that neither overlap nor touch."""
    return _merged(found.mark for found in _found(original, wanted))


@dataclass(frozen=True, slots=True)
class _Found:
    """A place in a text: which word of the question was found there, and how much that counts."""

    word: str
    weight: float
    mark: Mark


def _found(original: str, wanted: Iterable[Term]) -> Iterator[_Found]:
    """Each place that a term found: the whole of it where it stands so, or else its words and their other ways."""
    folded = FoldedText(original)
    for term in wanted:
        weight = sum(map(_telling, term.words)) or len(term.text)
        whole = [_Found(term.text, weight, mark) for mark in _places(folded, term.text)]
        yield from whole
        for word in () if whole else term.words:
            for text, counts in ((word.text, 1.0), *((way.text, OTHER_WAY_SHARE) for way in word.also)):
                for mark in _places(folded, text):
                    yield _Found(word.text, _telling(word) * counts, mark)


def _telling(word: Word) -> float:
    """How much it tells that a word stands somewhere: the more, the longer it is."""
    return len(word.text) * (LESSER_SHARE if word.optional or word.places or word.years else 1.0)


def _places(folded: FoldedText, needle: str) -> Iterator[Mark]:
    at = folded.text.find(needle)
    while at >= 0:
        yield Mark(*folded.original_range(at, at + len(needle)))
        at = folded.text.find(needle, at + len(needle))


def _merged(found: Iterable[Mark]) -> tuple[Mark, ...]:
    merged: list[Mark] = []
    for mark in sorted(found, key=lambda mark: (mark.start, mark.end)):
        if merged and mark.start <= merged[-1].end:
            merged[-1] = Mark(merged[-1].start, max(merged[-1].end, mark.end))
        else:
            merged.append(mark)
    return tuple(merged)


@dataclass(frozen=True, slots=True)
class CaseText:
    """A text of a case, with the measure it belongs to and that measure's heading."""

    text: str
    measure_id: int | None = None
    heading: str = ""


def best_passage(texts: Iterable[CaseText], wanted: Sequence[Term]) -> Passage | None:
    """The stretch of the whole case that holds most of what was asked for, closest together.

    Of equals the one with more marks, then the one of a good length, then the first. None where the case holds it
    outside its text only (in its title, or in the name of its region).
    """
    best: tuple[float, ...] = ()
    passage = None
    for text in texts:
        above = list(_found(text.heading, wanted))
        found = sorted(_found(text.text, wanted), key=lambda one: (one.mark.start, one.mark.end))
        for start, end in _stretches(text.text, found):
            inside = [one for one in found if start <= one.mark.start and one.mark.end <= end]
            score = _score(inside, above, text.text[start:end])
            if score > best:
                best = score
                passage = _cut(text, start, end, found, above)
        if above and not found and (score := _score([], above, text.text)) > best:
            best = score
            passage = _cut(text, 0, min([PASSAGE_LENGTH, *(end for _, end in _sentences(text.text)[:1])]), [], above)
    return passage


def _score(found: Sequence[_Found], above: Sequence[_Found], stretch: str) -> tuple[float, ...]:
    """What makes one stretch better than another: words held, how close together, how many marks, its length."""
    held: dict[str, float] = {}
    for one in above:
        held[one.word] = max(held.get(one.word, 0.0), one.weight * HEADING_SHARE)
    for one in found:
        held[one.word] = max(held.get(one.word, 0.0), one.weight)
    spread = found[-1].mark.end - found[0].mark.start if len({one.word for one in found}) > 1 else 0
    sentences = len(_sentences(stretch.strip()))
    density = min(len(found), MOST_MARKS) * MARK_SHARE
    return (sum(held.values()) + density - spread / PASSAGE_LENGTH - sentences / 2, -abs(len(stretch) - GOOD_LENGTH))


def _stretches(text: str, found: Sequence[_Found]) -> Iterator[tuple[int, int]]:
    """Sentences that hold marks, two in a row where they fit, and parts of those too long for a passage."""
    sentences = _sentences(text)
    for at, (start, end) in enumerate(sentences):
        inside = [one.mark for one in found if start <= one.mark.start < end]
        if not inside:
            continue
        if end - start <= PASSAGE_LENGTH:
            yield start, end
            if at + 1 < len(sentences) and sentences[at + 1][1] - start <= PASSAGE_LENGTH:
                yield start, sentences[at + 1][1]
        else:
            for mark in inside:
                yield _clauses_around(text, mark, start, end)


def _clauses_around(text: str, mark: Mark, start: int, end: int) -> tuple[int, int]:
    """The part of a long sentence around a mark, from clause to clause where clauses end near its limits."""
    first = max(start, min(mark.start - BEFORE_MARK, end - PASSAGE_LENGTH))
    last = max(mark.end, min(end, first + PASSAGE_LENGTH))
    if first > start and (before := CLAUSE_END.search(text, first, mark.start)):
        first = before.end()
    if last < end and (after := list(CLAUSE_END.finditer(text, mark.end, last))):
        last = after[-1].end()
    return first, last


def _sentences(text: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for sentence in SENTENCE_END.split(text):
        if sentence:
            found.append((start, start + len(sentence)))
        start += len(sentence)
    return found


def _cut(text: CaseText, start: int, end: int, found: Sequence[_Found], above: Sequence[_Found]) -> Passage:
    """The stretch without the blanks around it; a measure that is all heading shows that."""
    cut = text.text[start:end]
    start += len(cut) - len(cut.lstrip())
    cut = cut.strip()
    inside = (
        Mark(max(mark.start, start) - start, min(mark.end, start + len(cut)) - start)
        for mark in _merged(one.mark for one in found)
    )
    return Passage(
        cut,
        tuple(mark for mark in inside if mark.start < mark.end),
        text.measure_id,
        text.heading,
        _merged(one.mark for one in above),
    )
