"""A run's report in words, for the console."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ingest.load import DocumentReport, RunReport, Status
from ingest.types import Severity

STATUS = {
    Status.NEW: "新收入",
    Status.CHANGED: "已更新",
    Status.UNCHANGED: "没有变化",
    Status.FAILED: "未能收入",
}
CASES = {
    "new": "新增 {} 个案例",
    "repeat": "{} 个此前已收录，列为重复",
    "changed": "更新 {} 个",
    "unchanged": "不变 {} 个",
    "vanished": "{} 个在原文中不再出现",
    "deleted": "{} 个已由人工删除",
}
SEVERITY = {Severity.INFO: "说明", Severity.WARNING: "请核对", Severity.ERROR: "错误"}
STAGES = {
    "read": "读入",
    "clean": "清理",
    "order": "理顺",
    "segment": "切分",
    "outline": "提纲",
    "regions": "地区",
    "year": "年份",
    "agencies": "单位",
    "indicators": "指标",
    "outcomes": "成效",
}


def document_lines(document: DocumentReport) -> Iterator[str]:
    """What became of one document, a line for it and one for each kind of finding."""
    cases = _joined(words.format(document.cases[fate]) for fate, words in CASES.items() if document.cases.get(fate))
    if not cases and document.status is not Status.FAILED:
        cases = "其中没有案例"
    yield f"{document.file}　{_joined([STATUS[document.status], cases, document.error])}"
    if document.accounted is not None:
        spent = _joined(f"{STAGES.get(stage, stage)} {seconds:.2f}" for stage, seconds in document.seconds.items())
        yield f"    归入案例或说明的文字占 {_percent(document.accounted)}；用时（秒）：{spent}"
    for code, entry in sorted(document.findings.items()):
        yield f"    [{SEVERITY[entry['severity']]}] {code} × {entry['count']}，例如：{entry['example']}"


def summary_line(report: RunReport) -> str:
    """The run in one line, its doubts never left out."""
    documents = f"共 {len(report.documents)} 份文献"
    cases = _joined(words.format(report.cases[fate]) for fate, words in CASES.items() if report.cases[fate])
    failed = f"{len(report.failed)} 份未能收入" if report.failed else ""
    if all(document.status is Status.UNCHANGED for document in report.documents):
        cases = "自上次识读以来没有变化"
    doubts = f"{report.doubts} 条提示待核对" if report.doubts else "" if report.failed else "没有需要核对的提示"
    return f"{_joined([documents, cases, failed, doubts])}。"


def _percent(share: float) -> str:
    """Cut, not rounded, to a decimal: 100% is said only of the whole."""
    return f"{int(share * 1000) / 10:g}%"


def _joined(parts: Iterable[str]) -> str:
    return "，".join(part for part in parts if part)
