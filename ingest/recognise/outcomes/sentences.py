"""The outcomes of a text, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import repeat

from ingest.recognise.outcomes.changes import (
    SHARE_OF_LAST,
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
from ingest.recognise.outcomes.figures import Found
from ingest.recognise.outcomes.kinds import Said, kind_of
from ingest.recognise.outcomes.metric import metric_of
from ingest.recognise.plain import plain
from ingest.types import Direction, Notice, OutcomeDraft, OutcomeKind, Severity, SpannedText

LONGEST_UNIT = 20
# 到2025年（底）: a year by which something is to be reached
BY_YEAR = re.compile(r"(?<![从由])到\s*(?P<year>20\d\d)\s*年")

_Told = tuple[OutcomeDraft, int]
"""An outcome and the place where its text begins."""


@dataclass(slots=True)
class _Sentence:
    """A sentence being read: its clauses, and what earlier ones left for later ones."""

    text: SpannedText
    """As printed."""
    plain: str
    clauses: Sequence[Clause]
    future: bool
    earlier: list[tuple[Found, int]] = field(default_factory=list)
    """Figures of an earlier state, each with the place where its clause begins."""
    subject: str = ""
    """The clause before, up to its figure: what a clause without a subject is said of."""

    @property
    def whole(self) -> str:
        return "，".join(clause.text for clause in self.clauses)


@dataclass(slots=True)
class OutcomeReader:
    """Reads outcomes out of texts; gathers notices about figures that do not fit each other.

    `plan`: the texts are a plan's; `year`: the year they speak of, after which any figure is a target.
    """

    plan: bool = False
    year: int | None = None
    notices: list[Notice] = field(default_factory=list)

    def read(self, text: SpannedText) -> list[OutcomeDraft]:
        """The outcomes of paragraphs, in order."""
        found: list[OutcomeDraft] = []
        read = plain(text.text)
        for clauses in sentences(read):
            if clauses:
                future = self._is_future(read[clauses[0].start : clauses[-1].end])
                found += self._of_sentence(_Sentence(text, read, clauses, future))
        return found

    def _is_future(self, sentence: str) -> bool:
        by = BY_YEAR.search(sentence)
        return by is not None and self.year is not None and int(by["year"]) > self.year

    def _of_sentence(self, sentence: _Sentence) -> Iterator[OutcomeDraft]:
        last: list[_Told] = []
        for clause in sentence.clauses:
            readings = read_clause(clause)
            if readings and readings[0].before is None and (earlier := earlier_state(clause)):
                sentence.earlier += [(found, clause.whole) for found in earlier]
                readings = []
            if readings:
                joined = self._joined(sentence, last, clause, readings)
                if joined is None:
                    yield from (outcome for outcome, _ in last)
                    joined = [self._outcome(sentence, clause, readings[0].first.start, one) for one in readings]
                last = joined
            subject_end = readings[0].first.start if readings else len(clause.text)
            sentence.subject = sentence.plain[clause.start : clause.start + subject_end]
        yield from (outcome for outcome, _ in last)

    def _outcome(self, sentence: _Sentence, clause: Clause, subject_end: int, reading: Reading) -> _Told:
        start, main = clause.start, reading.main
        read = sentence.plain[clause.start : clause.end]
        metric = metric_of(read[:subject_end], read[main.end :], sentence.subject)
        for found, place in reversed(sentence.earlier):
            if told := since(found, reading):
                reading, start = told, place
                break
        unit = "%" if reading.change and main.unit == "倍" else main.unit
        before_unit = reading.before.unit if reading.before and reading.after and reading.before.unit != unit else ""
        moves = reading.before is not None or reading.change is not None or reading.direction is not Direction.LEVEL
        said = Said(clause.follows + clause.text[: main.start], clause.text[main.end :], unit, moves)
        kind = OutcomeKind.TARGET if sentence.future else kind_of(said, sentence.whole, plan=self.plan)
        outcome = OutcomeDraft(
            text=sentence.text[start : clause.end],
            metric=metric,
            unit=unit[:LONGEST_UNIT],
            kind=kind,
            before=reading.before.figure if reading.before else None,
            before_unit=before_unit[:LONGEST_UNIT],
            after=reading.after.figure if reading.after else None,
            change=change_figure(reading.change, reading.direction) if reading.change else None,
            direction=reading.direction,
        )
        return outcome, start

    def _joined(
        self, sentence: _Sentence, last: Sequence[_Told], clause: Clause, readings: Sequence[Reading]
    ) -> list[_Told] | None:
        """The last outcomes with what this clause says of them, one by one; None where it speaks of something else."""
        if len(last) != len(readings) or not speaks_of_last(clause, readings[0]):
            return None
        joined = [self._with_change(sentence, *pair) for pair in zip(last, repeat(clause), readings, strict=False)]
        told = [one for one in joined if one is not None]
        return told if len(told) == len(last) else None

    def _with_change(self, sentence: _Sentence, last: _Told, clause: Clause, reading: Reading) -> _Told | None:
        outcome, start = last
        if outcome.after is None or outcome.change is not None:
            return None
        if SHARE_OF_LAST.match(clause.text):
            return replace(outcome, text=sentence.text[start : clause.end]), start
        direction = reading.direction
        if direction is Direction.LEVEL:
            direction = direction_of(clause.text)
        if direction is Direction.LEVEL or outcome.direction not in (Direction.LEVEL, direction):
            return None
        if kind_of(Said(clause.text, "", "", True), "", plan=False) is OutcomeKind.ELSEWHERE:
            return None
        whole = sentence.text[start : clause.end]
        change = change_figure(reading.main, direction) if reading.main.unit in ("%", "倍") else None
        if change and outcome.before and not outcome.before_unit and not agrees(outcome.before, outcome.after, change):
            message = f"“{whole}”：所印变化与改革前后的数字不符，未采用"
            self.notices.append(Notice("change-disagrees", Severity.WARNING, message, whole.spans()))
            change = None
        return replace(outcome, text=whole, change=change, direction=direction), start
