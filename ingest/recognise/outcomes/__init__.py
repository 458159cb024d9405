"""Quantified results: 由A减至B、压减至B、缩短p%、惠及企业17.94万家, each with the clause it was read from.

paragraphs ─ masks (dates, numbers of documents, names) ─ clauses ─ figures ─ changes ─ kinds ─ outcomes
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.recognise.outcomes.sentences import OutcomeReader
from ingest.types import CaseDraft, MeasureDraft, OutcomeDraft

__all__ = ["recognise_outcomes"]


def recognise_outcomes(case: CaseDraft, *, plan: bool = False) -> CaseDraft:
    """The case with the outcomes of its lead and of each measure (heading and text).

    `plan` says that the document is a plan: its figures are targets unless the text says that they were reached.
    A figure that a heading repeats from the text is given once, with the text's clause. Notices name printed changes
    that do not fit the figures beside them.
    """
    reader = OutcomeReader(plan)
    lead = reader.read(case.lead)
    in_text = {id(measure): reader.read(measure.text) for measure in case.walk()}
    told = [outcome for outcomes in (lead, *in_text.values()) for outcome in outcomes]

    def filled(measure: MeasureDraft) -> MeasureDraft:
        headed = [one for one in reader.read(measure.heading) if not _repeated(one, told)]
        own = (*headed, *in_text[id(measure)])
        return replace(measure, outcomes=own, children=tuple(filled(child) for child in measure.children))

    measures = tuple(filled(measure) for measure in case.measures)
    return replace(case, outcomes=tuple(lead), measures=measures, notices=(*case.notices, *reader.notices))


def _repeated(outcome: OutcomeDraft, told: Sequence[OutcomeDraft]) -> bool:
    """Whether the text tells the same figures as this heading."""
    return any(
        (one.before, one.after, one.change, one.unit) == (outcome.before, outcome.after, outcome.change, outcome.unit)
        for one in told
    )
