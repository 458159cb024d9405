"""The report of an ingest's run as rows of tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from catalogue.models import Finding, IngestRun

Report = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document: what became of it and its cases, and what took longest."""

    file: str
    source: int | None
    status: str
    cases: str
    doubts: int
    accounted: str
    seconds: float
    slowest: str
    error: str


@dataclass(frozen=True, slots=True)
class FindingRow:
    """The findings of one kind, with the first few as examples."""

    kind: str
    severity: str
    count: int
    examples: tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True)
class StageRow:
    """The time one stage took, of all documents together; `share` in whole percent."""

    name: str
    seconds: float
    share: int


class RunTables:
    """A run's report, row by row."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._total: Report = report.get("total", {})

    @cached_property
    def documents(self) -> list[DocumentRow]:
        """In the order they were read."""
        return [_document(document) for document in self._report.get("documents", ())]

    @cached_property
    def findings(self) -> list[FindingRow]:
        """The gravest first, then the most frequent."""
        grave = list(reversed(Finding.Severity.values))
        entries = sorted(
            self._total.get("findings", {}).items(),
            key=lambda item: (grave.index(item[1]["severity"]), -item[1]["count"], item[0]),
        )
        return [
            FindingRow(
                Finding(code=code).kind,
                _label(Finding.Severity, entry["severity"]),
                entry["count"],
                tuple(entry["examples"]),
            )
            for code, entry in entries
        ]

    @cached_property
    def stages(self) -> list[StageRow]:
        """The slowest first."""
        seconds: Mapping[str, float] = self._total.get("stages", {})
        whole = sum(seconds.values()) or 1.0
        return [
            StageRow(_label(IngestRun.Stage, stage), seconds[stage], round(100 * seconds[stage] / whole))
            for stage in sorted(seconds, key=lambda stage: -seconds[stage])
        ]

    @property
    def accounted(self) -> str:
        """The share of all characters read that stand in a case or a finding."""
        return _percent(self._total.get("accounted"))

    @property
    def characters(self) -> int:
        """Characters read, blanks not counted."""
        return int(self._total.get("characters", 0))


def fates(cases: Mapping[str, int]) -> str:
    """Numbers of cases by what became of them, in words: “新增 27，不变 3”."""
    return "，".join(f"{fate.label} {cases[fate]}" for fate in IngestRun.Fate if cases.get(fate)) or "—"


def _document(document: Report) -> DocumentRow:
    seconds: Mapping[str, float] = document.get("seconds", {})
    slowest = max(seconds, key=lambda stage: seconds[stage], default=None)
    findings = document.get("findings", {}).values()
    return DocumentRow(
        file=document["file"],
        source=document.get("source"),
        status=_label(IngestRun.Status, document["status"]),
        cases=fates(document.get("cases", {})),
        doubts=sum(entry["count"] for entry in findings if entry["severity"] != Finding.Severity.INFO),
        accounted=_percent(document.get("accounted")),
        seconds=sum(seconds.values()),
        slowest=f"{_label(IngestRun.Stage, slowest)} {seconds[slowest]:.2f}" if slowest else "",
        error=document.get("error", ""),
    )


def _label(choices: type[IngestRun.Status | IngestRun.Stage | Finding.Severity], value: str) -> str:
    """The choice in words; a word that this version does not know as it is."""
    return str(dict(choices.choices).get(value, value))


def _percent(share: float | None) -> str:
    """Cut, not rounded, to a decimal: 100% is said only of the whole."""
    return "" if share is None else f"{int(share * 1000) / 10:g}%"
