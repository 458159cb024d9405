"""Quantified results: 由A减至B、压减至B、缩短p%、惠及企业17.94万家, each with the clause it was read from.

paragraphs ─ masks (dates, numbers of documents, names) ─ clauses ─ figures ─ changes ─ kinds ─ outcomes
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ingest.recognise.outcomes.sentences import OutcomeReader
from ingest.recognise.plain import plain
from ingest.types import CaseDraft, Figure, MeasureDraft, OutcomeDraft, OutcomeKind, SpannedText

__all__ = ["recognise_outcomes"]


# 实施方案, 行动计划, 工作要点: a title that says the text is a plan
PLAN_TITLE = re.compile(
    r"(?:(?:方案|计划|规划|要点|任务清单)|关于.*(?:意见|若干(?:措施|政策|规定))|(?:实施|指导)意见)(?:来[啦了]|出炉|发布|公布|印发|全文)?(?:（.*）)?$"
)
# 三、下一步工作打算; 2024年重点工作安排: a heading over what is still to come
AHEAD = re.compile(
    r"(?:下一?步|下一?阶段|今后|明年|来年|未来)[^，。]{0,8}(?:打算|计划|安排|思路|考虑|目标|设想|举措)$"
    r"|20\d\d\s?年[^，。]{0,8}(?:打算|计划|安排|思路|设想)$"
)
# 二、存在的主要问题和困难: a heading over what does not go well
PROBLEMS = re.compile(
    r"(?:存在|面临)(?:的)?(?:主要|突出)?(?:问题|困难|不足|短板)[^，。]{0,6}$"
    r"|^(?:问题|困难)(?:与|和|及)(?:不足|困难|建议|原因)$"
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
    ahead = replace(reader, plan=True)
    told: _Told = defaultdict(list)

    def read(text: SpannedText, over: Sequence[str]) -> list[OutcomeDraft]:
        """The outcomes of a text below these headings that were not told before."""
        found = (ahead if any(map(AHEAD.search, over)) else reader).read(text)
        return _once(map(_as_problem, found) if any(map(PROBLEMS.search, over)) else found, told)

    lead = read(case.lead, ())
    over = dict(_headings(case.measures))
    in_text = {id(measure): read(measure.text, over[id(measure)]) for measure in case.walk()}

    def filled(measure: MeasureDraft) -> MeasureDraft:
        own = (*read(measure.heading, over[id(measure)]), *in_text[id(measure)])
        return replace(measure, outcomes=own, children=tuple(filled(child) for child in measure.children))

    measures = tuple(filled(measure) for measure in case.measures)
    return replace(case, outcomes=tuple(lead), measures=measures, notices=(*case.notices, *reader.notices))


def _headings(measures: Iterable[MeasureDraft], above: tuple[str, ...] = ()) -> Iterator[tuple[int, tuple[str, ...]]]:
    """For each measure, by its identity, its heading and those above it."""
    for measure in measures:
        own = (*above, measure.heading.text)
        yield id(measure), own
        yield from _headings(measure.children, own)


def _as_problem(outcome: OutcomeDraft) -> OutcomeDraft:
    """A figure told of what does not go well: no result."""
    if outcome.kind is not OutcomeKind.RESULT:
        return outcome
    return replace(outcome, kind=OutcomeKind.BACKGROUND, reason="所述是存在的问题")


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
