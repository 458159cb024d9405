"""Quantified results: 由A减至B、压减至B、缩短p%、惠及企业17.94万家, each with the clause it was read from.

paragraphs ─ masks (dates, numbers of documents, names) ─ clauses ─ figures ─ changes ─ kinds ─ outcomes
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from ingest.recognise.outcomes.sentences import OutcomeReader
from ingest.recognise.plain import plain
from ingest.types import CaseDraft, Figure, MeasureDraft, OutcomeDraft

__all__ = ["recognise_outcomes"]


# 实施方案, 行动计划, 工作要点: a title that says the text is a plan
PLAN_TITLE = re.compile(
    r"(?:(?:方案|计划|规划|要点|任务清单)|关于.*(?:意见|若干(?:措施|政策|规定))|(?:实施|指导)意见)(?:来[啦了]|出炉|发布|公布|印发|全文)?(?:（.*）)?$"
)
OF_PROVINCES = "0000"
"""How the codes of provinces end."""

_Told = defaultdict[tuple[Figure | None, Figure | None, Figure | None, str], list[OutcomeDraft]]
"""Outcomes already told, by their figures and unit."""


def recognise_outcomes(case: CaseDraft, *, plan: bool = False) -> CaseDraft:
    """The case with the outcomes of its lead and of each measure (heading and text).

    `plan` says that the document is a plan (a title like 实施方案 says so too): its figures are targets unless the text
    says that they were reached. A figure that a heading repeats from the text is given once, with the text's clause.
    Notices name printed changes that do not fit the figures beside them.
    """
    year = case.year.year if case.year else None
    below_province = bool(case.regions) and not case.regions[0].code.endswith(OF_PROVINCES)
    reader = OutcomeReader(plan or PLAN_TITLE.search(plain(case.title.text)) is not None, year, below_province)
    told: _Told = defaultdict(list)
    lead = _once(reader.read(case.lead), told)
    in_text = {id(measure): _once(reader.read(measure.text), told) for measure in case.walk()}

    def filled(measure: MeasureDraft) -> MeasureDraft:
        own = (*_once(reader.read(measure.heading), told), *in_text[id(measure)])
        return replace(measure, outcomes=own, children=tuple(filled(child) for child in measure.children))

    measures = tuple(filled(measure) for measure in case.measures)
    return replace(case, outcomes=tuple(lead), measures=measures, notices=(*case.notices, *reader.notices))


def _once(outcomes: Iterable[OutcomeDraft], told: _Told) -> list[OutcomeDraft]:
    """The outcomes that were not `told` before; `told` grows by them."""
    new: list[OutcomeDraft] = []
    for outcome in outcomes:
        alike = told[(outcome.before, outcome.after, outcome.change, outcome.unit)]
        if not any(_same(outcome, known) for known in alike):
            new.append(outcome)
            alike.append(outcome)
    return new


def _same(one: OutcomeDraft, other: OutcomeDraft) -> bool:
    """Whether two clauses with the same figures tell the same: of what shares most of its characters."""
    shorter, longer = sorted((one.metric, other.metric), key=len)
    shared = sum(character in longer for character in shorter)
    if one.text == other.text:
        return one.metric == other.metric
    return one.text.text in other.text.text or shared >= 0.7 * len(shorter)
