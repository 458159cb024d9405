"""The outcomes of a text, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest.recognise.outcomes.changes import SAID_OF_LAST, Reading, agrees, change_figure, direction_of, read_clause
from ingest.recognise.outcomes.clauses import Clause, sentences
from ingest.recognise.outcomes.kinds import Said, kind_of
from ingest.recognise.outcomes.metric import metric_of
from ingest.types import Direction, Notice, OutcomeDraft, OutcomeKind, Severity, SpannedText

LONGEST_UNIT = 20


@dataclass(slots=True)
class OutcomeReader:
    """Reads outcomes out of texts; gathers notices about figures that do not fit each other."""

    plan: bool = False
    notices: list[Notice] = field(default_factory=list)

    def read(self, text: SpannedText) -> list[OutcomeDraft]:
        """The outcomes of paragraphs, in order."""
        return [outcome for clauses in sentences(text.text) for outcome in self._of_sentence(text, clauses)]

    def _of_sentence(self, text: SpannedText, clauses: Sequence[Clause]) -> Iterator[OutcomeDraft]:
        last: OutcomeDraft | None = None
        start = 0
        previous = ""
        sentence = "，".join(clause.text for clause in clauses)
        for clause in clauses:
            reading = read_clause(clause) if clause.figures else None
            subject_end = reading.first.start if reading else len(clause.text)
            if reading:
                joined = self._joined(text[start : clause.end], last, clause, reading) if last else None
                if joined is None:
                    if last:
                        yield last
                    joined, start = self._outcome(text, clause, reading, previous, sentence), clause.start
                last = joined
            previous = text.text[clause.start : clause.start + subject_end]
        if last:
            yield last

    def _outcome(
        self, text: SpannedText, clause: Clause, reading: Reading, previous: str, sentence: str
    ) -> OutcomeDraft:
        main = reading.main
        printed = text.text[clause.start : clause.end]
        moves = reading.before is not None or reading.change is not None or reading.direction is not Direction.LEVEL
        unit = "%" if reading.change and main.unit == "倍" else main.unit
        before_unit = reading.before.unit if reading.before and reading.after and reading.before.unit != unit else ""
        said = Said(clause.text[: main.start], clause.text[main.end :], unit, moves)
        return OutcomeDraft(
            text=text[clause.start : clause.end],
            metric=metric_of(printed[: reading.first.start], printed[main.end :], previous),
            unit=unit[:LONGEST_UNIT],
            kind=kind_of(said, sentence, plan=self.plan),
            before=reading.before.figure if reading.before else None,
            before_unit=before_unit[:LONGEST_UNIT],
            after=reading.after.figure if reading.after else None,
            change=change_figure(reading.change, reading.direction) if reading.change else None,
            direction=reading.direction,
        )

    def _joined(self, whole: SpannedText, last: OutcomeDraft, clause: Clause, reading: Reading) -> OutcomeDraft | None:
        """The last outcome with what this clause adds to it (…146976户，同比增长20.25%); None where it adds nothing."""
        if not SAID_OF_LAST.match(clause.text) or last.after is None or last.change is not None:
            return None
        direction = reading.direction
        if direction is Direction.LEVEL:
            direction = direction_of(clause.text)
        if direction is Direction.LEVEL or last.direction not in (Direction.LEVEL, direction):
            return None
        if kind_of(Said(clause.text, "", "", True), "", plan=False) is OutcomeKind.ELSEWHERE:
            return None
        change = change_figure(reading.main, direction) if reading.main.unit in ("%", "倍") else None
        if change and last.before and not last.before_unit and not agrees(last.before, last.after, change):
            message = f"“{whole}”：所印变化与改革前后的数字不符，未采用"
            self.notices.append(Notice("change-disagrees", Severity.WARNING, message, whole.spans()))
            change = None
        return replace(last, text=whole, change=change, direction=direction)
