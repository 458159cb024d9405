"""Cases of a similar meaning, for a question whose words no case prints."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from django.conf import settings

from catalogue.search.database import cases_within
from catalogue.search.find import total
from catalogue.search.marks import CLAUSE_END, PASSAGE_LENGTH, SENTENCE_END, CaseText
from catalogue.search.query import CaseQuery, Hit, Passage, SearchResult
from catalogue.search.question.parts import parts
from catalogue.search.question.words import FIGURE, YEAR, YEARS

from . import model
from .pieces import pieces_of

NEAR = 0.868
"""The least cosine of a question and the nearest piece of a case that is shown.

Chosen on the judged queries (docs/search-quality.md): what nothing answers comes up to 0.867, what is answered begins
at 0.87. It holds for this model and for about a hundred cases; among many more, some will be as near by chance.
"""
MOST = 5
"""Cases shown: a hint where to look, not a list of hits."""
MOST_PIECES = 500
"""Pieces looked at, the nearest: many can be of cases outside the filters, or edited since they were embedded."""


def find_similar(result: SearchResult) -> tuple[Hit, ...]:
    """At most five cases near in meaning to a question whose words find nothing, the nearest first, each with the
    beginning of the piece that is nearest. They lie within the question's filters, are no hits and counted nowhere.

    None where the setting is off, the extra missing or nothing embedded; nor where the words, or what may have been
    meant by them, find a case outside the filters. A case that says something else than was embedded is left out.
    """
    if not (settings.SEMANTIC_SEARCH and model.is_installed()) or result.total or result.from_database:
        return ()
    asked = _in_words(result.query)
    if not asked or total(CaseQuery(q=result.query.q)):
        return ()
    try:
        return tuple(_similar(asked, result.query))
    except model.NoModelError:
        return ()


def load() -> None:
    """Have the first reader find the model and the vectors ready."""
    if settings.SEMANTIC_SEARCH and model.is_installed():
        with suppress(model.NoModelError):  # which has been logged
            list(_similar("", CaseQuery()))


def _in_words(query: CaseQuery) -> str:
    """What is asked, folded word by word; empty where it is to be taken literally: quoted, excluded or a figure."""
    asked = parts(query.q)
    if all(part.is_free and not _names_a_figure(part.text) for part in asked):
        return " ".join(part.text for part in asked)
    return ""


def _names_a_figure(text: str) -> bool:
    return FIGURE.search(YEAR.sub("", YEARS.sub("", text))) is not None


def _similar(asked: str, query: CaseQuery) -> Iterator[Hit]:
    from .vectors import vectors  # noqa: PLC0415  the extra brings numpy

    near = vectors().near(model.of_question(asked), NEAR)[:MOST_PIECES]
    within = cases_within(query).filter(pk__in={piece.case for piece in near}).values_list("pk", flat=True)
    current = {case.pk: case for case in pieces_of(list(within))} if near else {}
    shown: set[int] = set()
    for piece in near:
        case = current.get(piece.case)
        if case and case.digest == piece.digest and case.pk not in shown and len(shown) < MOST:
            shown.add(case.pk)
            nearest = case.pieces[piece.piece]
            telling = (each for each in (nearest, *case.pieces) if each.text)  # a title alone can be nearest
            yield Hit(case.pk, passage=_beginning(next(telling, nearest)))


def _beginning(piece: CaseText) -> Passage | None:
    """As many whole sentences as a passage takes, or clauses of the first; None for a case that is but a title."""
    text = piece.text
    for end in (SENTENCE_END, CLAUSE_END):
        if len(text) > PASSAGE_LENGTH and (ends := list(end.finditer(text, 0, PASSAGE_LENGTH))):
            text = text[: ends[-1].end()]
    text = text[:PASSAGE_LENGTH].strip()
    return Passage(text, (), piece.measure_id, piece.heading) if text or piece.heading else None
