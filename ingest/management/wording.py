"""A run's report in words, for the console."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from catalogue.models import Finding, IngestRun
from ingest.load import DocumentReport, RunReport, Status
from ingest.types import Severity

CASES = {
    "new": "新增 {} 个案例",
    "repeat": "{} 个此前已收录，列为重复",
    "changed": "更新 {} 个",
    "unchanged": "不变 {} 个",
    "vanished": "{} 个在原文中不再出现",
    "deleted": "{} 个已由人工删除",
}
SLOWEST = 3
"""Stages that the console names; the report file has all."""


def document_lines(document: DocumentReport) -> Iterator[str]:
    """What became of one document: a line for it, one for each kind of doubt, one for all mere explanations."""
    cases = _cases(document.cases)
    if not cases and document.status is not Status.FAILED:
        cases = "其中没有案例"
    yield f"{document.file}　{_joined([str(document.status.label), cases, document.error])}"
    if document.accounted is not None:
        yield f"    {_accounted(document.accounted)}；用时 {_spent(document.seconds)}"
    explained = []
    for code, entry in sorted(document.findings.items()):
        kind = Finding(code=code).kind
        if entry.severity is Severity.INFO:
            explained.append(f"{kind} × {entry.count}")
            continue
        example = entry.examples[0]
        place = f"（{example.place}）" if example.place else ""
        label = Finding.Severity(entry.severity).label
        yield f"    [{label}] {kind} × {entry.count}，例如{place}：{example.message}"
    if explained:
        yield f"    [{Finding.Severity.INFO.label}] {'，'.join(explained)}"


def summary_lines(report: RunReport) -> Iterator[str]:
    """The run in two lines, its doubts never left out."""
    documents = f"共 {len(report.documents)} 份文献"
    cases = _cases(report.cases)
    failed = f"{len(report.failed)} 份未能收入" if report.failed else ""
    if all(document.status is Status.UNCHANGED for document in report.documents):
        cases = "自上次识读以来没有变化"
    doubts = f"{report.doubts} 条提示待核对" if report.doubts else "" if report.failed else "没有需要核对的提示"
    yield f"{_joined([documents, cases, failed, doubts])}。"
    if report.accounted is not None:
        yield f"{_accounted(report.accounted)}；历时 {report.seconds:.1f} 秒，各步合计 {_spent(report.stages)}。"


def _cases(cases: Mapping[str, int]) -> str:
    return _joined(words.format(cases[fate]) for fate, words in CASES.items() if cases.get(fate))


def _accounted(share: float) -> str:
    """Cut, not rounded, to a decimal: 100% is said only of the whole."""
    return f"归入案例或说明的文字占 {int(share * 1000) / 10:g}%"


def _spent(seconds: Mapping[str, float]) -> str:
    """Seconds in all, and the stages that took longest."""
    slowest = sorted(seconds, key=lambda stage: -seconds[stage])[:SLOWEST]
    named = "、".join(f"{IngestRun.Stage(stage).label} {seconds[stage]:.2f}" for stage in slowest)
    return f"{sum(seconds.values()):.2f} 秒，最久的是{named}"


def _joined(parts: Iterable[str]) -> str:
    return "，".join(part for part in parts if part)
