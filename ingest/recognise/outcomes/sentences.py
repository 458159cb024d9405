"""The outcomes of a text, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ingest.recognise.outcomes.changes import (
    BESIDE_LAST,
    Reading,
    agrees,
    change_figure,
    direction_of,
    earlier_state,
    read_clause,
    since,
    speaks_of_last,
)
from ingest.recognise.outcomes.clauses import Clause, sentences
from ingest.recognise.outcomes.confidence import MOVED, confidence_of
from ingest.recognise.outcomes.effects import beneficiary_of, effect_of
from ingest.recognise.outcomes.figures import Found
from ingest.recognise.outcomes.kinds import kind_of
from ingest.recognise.outcomes.metric import metric_of
from ingest.recognise.outcomes.said import Judgement, Said
from ingest.recognise.outcomes.scope import speaks_of_the_nation, speaks_of_the_province
from ingest.recognise.plain import plain
from ingest.types import Direction, Notice, OutcomeDraft, OutcomeKind, Severity, SpannedText

LONGEST_UNIT = 20
FEW = 10
"""Fewer persons or incidents than this are the report's own."""
# 到2025年（底）: a year by which something is to be reached
BY_YEAR = re.compile(r"(?<![从由降升减增加长])到\s*(?P<year>20\d\d)\s*年")

# 过去，新开一家便利店，办证需要2天: how it was is told on, until 现在 or a verb that says what became of it
WAS = re.compile(
    r"[“\"]?(?:而|但)?(?:过去|以往|以前|此前|从前|原来|原先|原本|改革前|[\d一二三四五六七八九十几]{1,2}年前)"
)
NOW = re.compile(r"如今|现在|目前|现已|改革后|通过改革|只需|仅需|只用|仅用|缩短|压[缩减]|减少|减至|降")

# 平均用时68天，比原来少了101天: two results; 优良天数309天，同比增加34天 is one
OF_ITS_OWN = re.compile(r"(?:比|较)(?!去年|上年|同期|上月)")

# 下一步，我市将…。不动产登记2个工作日办结。
COMES_NEXT = re.compile(r"\s*(?:下一?步|下一?阶段|接下来|今后)[，,]")

AND = re.compile(r"[、和及与]")


@dataclass(frozen=True, slots=True)
class _Told:
    """An outcome, and what a later clause of the sentence needs to go on from it."""

    outcome: OutcomeDraft
    start: int
    """Where its text begins."""
    said: Said


@dataclass(slots=True)
class _Sentence:
    """A sentence being read: its clauses, and what earlier ones left for later ones."""

    text: SpannedText
    """As printed."""
    plain: str
    clauses: Sequence[Clause]
    future: str
    """The words that put it after the year of the case; “” where there are none."""
    earlier: list[tuple[Found, int]] = field(default_factory=list)
    """Figures of an earlier state, each with the place where its clause begins."""
    planned: bool = False
    """Its paragraph opens with what comes next (下一步，…)."""
    was: bool = False
    """It tells how it was before the reform (过去，办证需要2天，…), until it comes to the present."""
    subject: str = ""
    """The clause before, up to its figure: what a clause without a subject is said of."""

    @property
    def whole(self) -> str:
        return "，".join(clause.text for clause in self.clauses)


@dataclass(slots=True)
class OutcomeReader:
    """Reads outcomes out of texts; gathers notices about figures that do not fit each other.

    `plan`: the texts are a plan's; `year`: the year they speak of, after which any figure is a target;
    `below_province`: they tell of a city or county, so that what is said of the whole province is none of theirs.
    """

    plan: bool = False
    year: int | None = None
    below_province: bool = False
    notices: list[Notice] = field(default_factory=list)

    def read(self, text: SpannedText) -> list[OutcomeDraft]:
        """The outcomes of paragraphs, in order."""
        found: list[OutcomeDraft] = []
        read = plain(text.text)
        for clauses in sentences(read):
            if clauses:
                future = self._future(read[clauses[0].start : clauses[-1].end])
                opening = read.rfind("\n", 0, clauses[0].start) + 1
                planned = COMES_NEXT.match(read, opening) is not None
                found += self._of_sentence(_Sentence(text, read, clauses, future, planned=planned))
        return found

    def _future(self, sentence: str) -> str:
        """The words that put a sentence after the year of the case (到2025年); “” where there are none."""
        by = BY_YEAR.search(sentence)
        return by[0] if by is not None and self.year is not None and int(by["year"]) > self.year else ""

    def _of_sentence(self, sentence: _Sentence) -> list[OutcomeDraft]:
        told: list[_Told] = []
        last = 0
        for clause in sentence.clauses:
            readings = read_clause(clause)
            sentence.was = bool(WAS.match(sentence.plain, clause.start)) or (
                sentence.was and not NOW.search(clause.text)
            )
            told_alone = readings and readings[0].before is None and readings[0].change is None
            if told_alone and (earlier := earlier_state(clause, was=sentence.was)):
                sentence.earlier += [(found, clause.whole) for found in earlier]
                readings = []
            if readings:
                together = last if last == len(readings) else len(readings) * ("分别" in clause.text)
                joined = self._joined(sentence, told[len(told) - together :], clause, readings)
                if joined is None:
                    told += self._outcomes(sentence, clause, readings)
                else:
                    told[-together:] = joined
                last = sum(not one.is_beside for one in readings)
            subject_end = readings[0].first.start if readings else len(clause.text)
            sentence.subject = sentence.plain[clause.start : clause.start + subject_end]
        return [one.outcome for one in told]

    def _outcomes(self, sentence: _Sentence, clause: Clause, readings: Sequence[Reading]) -> list[_Told]:
        """One for each reading; those that stand beside the figure the clause leads up to are named by themselves."""
        beside = [one for one in readings if one.is_beside]
        led_to = [one for one in readings if not one.is_beside]
        told = [outcome for one in beside for outcome in self._alike(sentence, clause, [one], led_to[0].first.start)]
        return told + self._alike(sentence, clause, led_to, len(clause.text))

    def _alike(self, sentence: _Sentence, clause: Clause, readings: Sequence[Reading], until: int) -> list[_Told]:
        """One for each reading, named by what stands before the first figure and behind the last, `until` there."""
        start, end = clause.start + readings[0].first.start, clause.start + max(one.main.end for one in readings)
        behind = sentence.plain[end : max(end, clause.start + until)]
        metric = metric_of(sentence.plain[clause.start : start], behind, sentence.subject)
        told = [self._outcome(sentence, clause, metric, one) for one in readings]
        return self._apart(clause, told)

    def _apart(self, clause: Clause, told: list[_Told]) -> list[_Told]:
        """签约率、开工率、投产率分别达到…: each outcome with the name of its own, where there are as many names."""
        names = AND.split(told[0].outcome.metric)
        if "分别" not in clause.text or len(names) != len(told) or not all(names):
            return told
        return [
            replace(one, outcome=_named(one.outcome, name, clause.text)) for name, one in zip(names, told, strict=True)
        ]

    def _outcome(self, sentence: _Sentence, clause: Clause, metric: str, reading: Reading) -> _Told:
        start, main = clause.start, reading.main
        for found, place in reversed(sentence.earlier):
            if told := since(found, reading):
                reading, start = told, place
                break
        unit = "%" if reading.change and main.unit == "倍" else main.unit
        before_unit = reading.before.unit if reading.before and reading.after and reading.before.unit != unit else ""
        moves = reading.before is not None or reading.change is not None or reading.direction is not Direction.LEVEL
        few = not main.is_rank and main.figure.low < FEW
        said = Said(clause.follows + clause.text[: main.start], clause.text[main.end :], unit, moves, few)
        judgement = self._judged(sentence, said)
        outcome = OutcomeDraft(
            text=sentence.text[start : clause.end],
            metric=metric,
            unit=unit[:LONGEST_UNIT],
            kind=judgement.kind,
            reason=judgement.reason or reading.reason,
            confidence=confidence_of(reading, judgement, said.before, said.after),
            before=reading.before.figure if reading.before else None,
            before_unit=before_unit[:LONGEST_UNIT],
            after=reading.after.figure if reading.after else None,
            change=change_figure(reading.change, reading.direction) if reading.change else None,
            direction=reading.direction,
            effect=effect_of(metric, clause.text, unit, reading.direction),
            beneficiary=beneficiary_of(sentence.plain[start : clause.end]),
        )
        return _Told(outcome, start, said)

    def _judged(self, sentence: _Sentence, said: Said) -> Judgement:
        """What the figure is, by the whole sentence first, then by the words around it."""
        if sentence.future:
            return Judgement(OutcomeKind.TARGET, f"“{sentence.future}”：晚于案例所报告的{self.year}年")
        if speaks_of_the_nation(sentence.whole):
            return Judgement(OutcomeKind.ELSEWHERE, "全句说的是全国的情况")
        if self.below_province and speaks_of_the_province(sentence.whole):
            return Judgement(OutcomeKind.ELSEWHERE, "全句说的是全省的情况")
        return kind_of(said, sentence.whole, plan=self.plan or sentence.planned)

    def _joined(
        self, sentence: _Sentence, last: Sequence[_Told], clause: Clause, readings: Sequence[Reading]
    ) -> list[_Told] | None:
        """The last outcomes with what this clause says of them, one by one; None where it speaks of something else."""
        if len(last) != len(readings) or not speaks_of_last(clause, readings[0]):
            return None
        joined = [
            self._with_change(sentence, one, clause, reading) for one, reading in zip(last, readings, strict=True)
        ]
        told = [one for one in joined if one is not None]
        return told if len(told) == len(last) else None

    def _with_change(self, sentence: _Sentence, last: _Told, clause: Clause, reading: Reading) -> _Told | None:
        outcome, start = last.outcome, last.start
        if BESIDE_LAST.match(clause.text):
            return replace(last, outcome=replace(outcome, text=sentence.text[start : clause.end]))
        if outcome.after is None or outcome.change is not None:
            return None
        if reading.main.is_time and OF_ITS_OWN.match(clause.text):
            return None
        direction = reading.direction
        if direction is Direction.LEVEL:
            direction = direction_of(clause.text)
        if direction is Direction.LEVEL or outcome.direction not in (Direction.LEVEL, direction):
            return None
        if kind_of(Said(clause.text, "", "", True), "", plan=False).kind is OutcomeKind.ELSEWHERE:
            return None
        whole = sentence.text[start : clause.end]
        change = change_figure(reading.main, direction) if reading.main.unit in ("%", "倍") else None
        if change and outcome.before and not outcome.before_unit and not agrees(outcome.before, outcome.after, change):
            message = f"“{whole}”：所印变化与改革前后的数字不符，未采用"
            self.notices.append(Notice("change-disagrees", Severity.WARNING, message, whole.spans()))
            change = None
        # 引进种质资源1.84万份，同比增长1.1倍: what is said to have grown is no mere input
        judgement = self._judged(sentence, replace(last.said, moves=True))
        told = replace(
            outcome,
            text=whole,
            kind=judgement.kind,
            reason=judgement.reason or reading.reason,
            confidence=max(outcome.confidence, MOVED),
            change=change,
            direction=direction,
            effect=effect_of(outcome.metric, clause.text, outcome.unit, direction),
        )
        return replace(last, outcome=told)


def _named(outcome: OutcomeDraft, name: str, clause: str) -> OutcomeDraft:
    """The outcome under another name, its effect judged by that."""
    return replace(outcome, metric=name, effect=effect_of(name, clause, outcome.unit, outcome.direction))
