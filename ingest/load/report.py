"""What a run did, as data: for the console, for the report file and for the record of the run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from ingest.types import Notice, Severity


class Status(StrEnum):
    """What became of a document."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(slots=True)
class DocumentReport:
    """One document of a run."""

    file: str
    status: Status
    cases: dict[str, int] = field(default_factory=dict)
    """Cases by what became of them: new, repeat (new here, but in the catalogue already), changed, unchanged,
    vanished, deleted (by staff, and left so)."""
    findings: dict[str, dict[str, Any]] = field(default_factory=dict)
    """By code: how many, how grave and one message as an example."""
    accounted: float | None = None
    """Share of the source's characters that stand in a case or a finding."""
    seconds: dict[str, float] = field(default_factory=dict)
    """By stage."""
    error: str = ""

    def count_findings(self, notices: Iterable[Notice]) -> None:
        """Add these to the findings; mere explanations (`info`) are counted too."""
        for notice in notices:
            entry = self.findings.setdefault(
                notice.code, {"count": 0, "severity": notice.severity.value, "example": notice.message}
            )
            entry["count"] += 1


@dataclass(slots=True)
class RunReport:
    """All documents of a run."""

    documents: list[DocumentReport] = field(default_factory=list)
    interrupted: bool = False
    """Somebody stopped it before the last document."""

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
    def doubts(self) -> int:
        """Findings that somebody should look at."""
        return sum(
            entry["count"]
            for document in self.documents
            for entry in document.findings.values()
            if entry["severity"] != Severity.INFO
        )

    def to_json(self) -> dict[str, Any]:
        return asdict(self)
