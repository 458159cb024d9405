"""What a run did, as data: for the console, for the report file and for the record of the run."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from catalogue.models import IngestRun
from ingest.types import Notice, Severity

Status = IngestRun.Status

EXAMPLES = 3
"""Findings of a kind that a report quotes."""


@dataclass(frozen=True, slots=True)
class Example:
    """A finding as a report quotes it: where in the document, in words; in which, where the report is on several."""

    message: str
    place: str = ""
    file: str = ""


@dataclass(slots=True)
class FindingCount:
    """The findings of one code."""

    severity: Severity
    count: int = 0
    examples: list[Example] = field(default_factory=list)

    def add(self, count: int, examples: Iterable[Example]) -> None:
        """Count these, and keep the first few examples."""
        self.count += count
        self.examples += examples
        del self.examples[EXAMPLES:]


@dataclass(slots=True)
class DocumentReport:
    """One document of a run."""

    file: str
    status: IngestRun.Status
    cases: dict[str, int] = field(default_factory=dict)
    """Cases by what became of them, in the words of `IngestRun.Fate`."""
    findings: dict[str, FindingCount] = field(default_factory=dict)
    """By code."""
    characters: int = 0
    """Of the source, blanks not counted; 0 where it was not read."""
    accounted: float | None = None
    """Share of these that stand in a case or a finding."""
    seconds: dict[str, float] = field(default_factory=dict)
    """By stage (`IngestRun.Stage`)."""
    source: int | None = None
    """Primary key of its row."""
    error: str = ""

    def count_findings(self, notices: Iterable[Notice], text: str, pages: Sequence[int]) -> None:
        """Add these to the findings; mere explanations (`info`) are counted too."""
        for notice in notices:
            entry = self.findings.setdefault(notice.code, FindingCount(notice.severity))
            quoted = len(entry.examples) < EXAMPLES
            entry.add(1, [Example(notice.message, place_of(notice, text, pages))] if quoted else [])


def place_of(notice: Notice, text: str, pages: Sequence[int]) -> str:
    """Where a notice speaks of, for somebody with the document before them: its page, else its line; “” for none."""
    if not notice.spans:
        return ""
    start = notice.spans[0].start
    return f"第 {bisect_right(pages, start)} 页" if pages else f"第 {text.count(chr(10), 0, start) + 1} 行"


@dataclass(slots=True)
class RunReport:
    """All documents of a run."""

    documents: list[DocumentReport] = field(default_factory=list)
    interrupted: bool = False
    """Somebody stopped it before the last document."""
    seconds: float = 0.0
    """From its start to its end, by the clock on the wall."""

    @property
    def failed(self) -> list[DocumentReport]:
        return [document for document in self.documents if document.status is Status.FAILED]

    @property
    def cases(self) -> Counter[str]:
        """Cases of all documents by what became of them."""
        total: Counter[str] = Counter()
        for document in self.documents:
            total.update(document.cases)
        return total

    @property
    def findings(self) -> dict[str, FindingCount]:
        """Findings of all documents by code."""
        total: dict[str, FindingCount] = {}
        for document in self.documents:
            for code, entry in document.findings.items():
                examples = [replace(example, file=document.file) for example in entry.examples]
                total.setdefault(code, FindingCount(entry.severity)).add(entry.count, examples)
        return total

    @property
    def doubts(self) -> int:
        """Findings that somebody should look at."""
        return sum(entry.count for entry in self.findings.values() if entry.severity != Severity.INFO)

    @property
    def accounted(self) -> float | None:
        """Share of the characters read that stand in a case or a finding; None where nothing was read."""
        read = [document for document in self.documents if document.accounted is not None]
        characters = sum(document.characters for document in read)
        return sum(d.characters * (d.accounted or 0) for d in read) / characters if characters else None

    @property
    def stages(self) -> dict[str, float]:
        """Seconds by stage, of all documents together; where several are read at once, more than the clock shows."""
        total: dict[str, float] = {}
        for document in self.documents:
            for stage, seconds in document.seconds.items():
                total[stage] = total.get(stage, 0.0) + seconds
        return total

    def to_json(self) -> dict[str, Any]:
        total = {
            "documents": len(self.documents),
            "failed": len(self.failed),
            "cases": dict(self.cases),
            "findings": {code: asdict(entry) for code, entry in sorted(self.findings.items())},
            "doubts": self.doubts,
            "characters": sum(document.characters for document in self.documents),
            "accounted": self.accounted,
            "stages": self.stages,
        }
        return {**asdict(self), "total": total}
