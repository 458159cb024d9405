"""Where a case answers a question: its best passage, and marks at their own offsets in the original text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from catalogue.models import CaseStudy, Measure

from .query import Hit, Mark, Passage
from .question.terms import Term
from .text.fold import FoldedText

SENTENCE_END = re.compile(r"(?<=[。！？；!?;\n])")
"""Where one sentence ends and the next begins: “…减至34天。|二是…”."""
PASSAGE_LENGTH = 120
"""Characters a passage has at most: two to three lines of a list."""
GOOD_LENGTH = 60
"""Characters of a sentence that says something and is read at a glance."""
BEFORE_MARK = 30
"""Characters kept before the first mark of a sentence that is longer than a passage."""


def marked_hits(case_ids: Sequence[int], wanted: Sequence[Term]) -> tuple[Hit, ...]:
    """Hits in this order, with title marks and best passage where words were asked for: two queries for all of them."""
    if not wanted:
        return tuple(Hit(pk) for pk in case_ids)
    cases = CaseStudy.objects.filter(pk__in=case_ids).values_list("pk", "title", "lead")
    titles, texts = {}, {}
    for pk, title, lead in cases:
        titles[pk] = title
        texts[pk] = [CaseText(lead, None)]
    measures = Measure.objects.filter(case__in=case_ids).order_by("position", "pk")
    for pk, case, label, heading, text in measures.values_list("pk", "case_id", "label", "heading", "text"):
        if case in texts:
            texts[case] += [CaseText(f"{label}{heading}", pk), CaseText(text, pk)]
    return tuple(Hit(pk, marks(titles.get(pk, ""), wanted), best_passage(texts.get(pk, ()), wanted)) for pk in case_ids)


def marks(original: str, wanted: Iterable[Term]) -> tuple[Mark, ...]:
    """What the terms found in a text, as ranges of the original that neither overlap nor touch."""
    return _merged(mark for _, mark in _found(original, wanted))


def _found(original: str, wanted: Iterable[Term]) -> Iterator[tuple[str, Mark]]:
    """Each place that a term found, with what was looked for: the term itself, or else its words."""
    folded = FoldedText(original)
    for term in wanted:
        whole = list(_places(folded, term.text))
        for needle in [term.text] if whole else term.words:
            for mark in whole or _places(folded, needle):
                yield needle, mark


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
    """A text of a case, and the measure it belongs to."""

    text: str
    measure_id: int | None


def best_passage(texts: Iterable[CaseText], wanted: Sequence[Term]) -> Passage | None:
    """The sentence that holds the most of what was asked for; of equals the one of a good length, then the first.

    None where the case holds it outside its text only (in its title, or in the name of its region).
    """
    best: tuple[int, int] | None = None
    passage = None
    for text in texts:
        found = list(_found(text.text, wanted))
        if not found:
            continue
        for start, end in _sentences(text.text):
            inside = [(needle, mark) for needle, mark in found if start <= mark.start < end]
            length = sum(len(needle) for needle in {needle for needle, _ in inside})
            score = (length, -abs(min(end - start, PASSAGE_LENGTH) - GOOD_LENGTH))
            if inside and (best is None or score > best):
                best = score
                passage = _cut(text, start, end, _merged(mark for _, mark in found))
    return passage


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for sentence in SENTENCE_END.split(text):
        yield start, start + len(sentence)
        start += len(sentence)


def _cut(text: CaseText, start: int, end: int, found: tuple[Mark, ...]) -> Passage:
    """The sentence, or where it is too long the part of it from a little before its first mark on."""
    first = next(mark.start for mark in found if start <= mark.start < end)
    if end - start > PASSAGE_LENGTH:
        start = max(start, min(first - BEFORE_MARK, end - PASSAGE_LENGTH))
        end = min(end, start + PASSAGE_LENGTH)
    cut = text.text[start:end]
    start += len(cut) - len(cut.lstrip())
    cut = cut.strip()
    inside = (Mark(max(mark.start, start) - start, min(mark.end, start + len(cut)) - start) for mark in found)
    return Passage(cut, tuple(mark for mark in inside if mark.start < mark.end), text.measure_id)
