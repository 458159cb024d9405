"""The report of a run: what is counted, what is quoted."""

import pytest

from ingest.load import DocumentReport, RunReport, Status
from ingest.load.report import place_of
from ingest.types import Notice, Severity, Span

TEXT = "一\n二\n三\n四\n五"


@pytest.mark.parametrize(
    ("spans", "pages", "place"),
    [
        ((), (), ""),
        ((), (0,), ""),
        ((Span(0, 1),), (), "第 1 行"),
        ((Span(4, 5),), (), "第 3 行"),
        ((Span(8, 9), Span(0, 1)), (), "第 5 行"),
        ((Span(0, 1),), (0, 4), "第 1 页"),
        ((Span(3, 4),), (0, 4), "第 1 页"),
        ((Span(4, 5),), (0, 4), "第 2 页"),
    ],
)
def test_the_place_of_a_finding(spans, pages, place):
    assert place_of(Notice("lost-tail", Severity.WARNING, "没有结尾。", spans), TEXT, pages) == place


def report_on(file: str, tails: int, headers: int) -> DocumentReport:
    """A document with lost tails, one a line, and page headers."""
    report = DocumentReport(file, Status.NEW, {"new": 2}, characters=100 * (tails or 1), accounted=1 / (headers or 1))
    report.seconds = {"read": 0.5, "load": 1.0}
    notices = [
        Notice("lost-tail", Severity.WARNING, f"第{n}句没有结尾。", (Span(2 * n, 2 * n + 1),)) for n in range(tails)
    ]
    notices += [Notice("page-header", Severity.INFO, "页眉。")] * headers
    report.count_findings(notices, TEXT, ())
    return report


def test_three_of_a_kind_are_quoted_and_all_are_counted():
    entry = report_on("甲.txt", 5, 0).findings["lost-tail"]
    assert entry.count == 5
    assert [(example.message, example.place) for example in entry.examples] == [
        ("第0句没有结尾。", "第 1 行"),
        ("第1句没有结尾。", "第 2 行"),
        ("第2句没有结尾。", "第 3 行"),
    ]


def test_a_run_adds_up_its_documents():
    failed = DocumentReport("丙.txt", Status.FAILED, error="文件是空的，里面没有文字。")
    run = RunReport([report_on("甲.txt", 3, 1), report_on("乙.txt", 1, 2), failed], seconds=3.5)
    total = run.to_json()["total"]
    assert (total["documents"], total["failed"], total["cases"]) == (3, 1, {"new": 4})
    assert total["findings"]["lost-tail"]["count"] == 4
    assert [example["file"] for example in total["findings"]["lost-tail"]["examples"]] == ["甲.txt"] * 3
    assert total["doubts"] == 4
    assert total["stages"] == {"read": 1.0, "load": 2.0}
    assert (total["characters"], total["accounted"]) == (400, (300 + 100 / 2) / 400)
    assert run.to_json()["seconds"] == 3.5


def test_a_run_that_read_nothing_says_nothing_of_characters():
    assert RunReport().to_json()["total"]["accounted"] is None
