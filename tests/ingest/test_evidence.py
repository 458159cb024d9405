"""What a document tells outside a case is where the case's fact was read."""

import pytest

from ingest.types import DocumentReading, Span
from tests.ingest.test_pipeline import reader

TEXT = "推行一窗受理，企业到一个窗口就能办成事，窗口由8个减至3个，办理时限由5天压减至2天。"
DIGEST = f"""长沙市优化营商环境典型案例
案例1：一窗受理
{TEXT}
案例2：一网通办
{TEXT}
"""
TOGETHER = f"""优化营商环境典型案例
近年来，长沙市、湘潭市、株洲市先后推行改革。
案例1：一窗受理
{TEXT}
案例2：一网通办
{TEXT}
2021年，全省推行。
"""
SIGNED = f"""营商环境典型案例
案例1：一窗受理
{TEXT}
案例2：一网通办
{TEXT}
长沙市发展和改革委员会
2021年5月6日
"""


def words(reading: DocumentReading, spans: tuple[Span, ...]) -> list[str]:
    return [reading.document.text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    ("text", "reason", "expected"),
    [
        (DIGEST, "文件标题：文中写作“长沙市”", ["长沙市"]),
        (SIGNED, "发布单位：文中写作“长沙市”", ["长沙市发展和改革委员会"]),
        (TOGETHER, "文件通篇讲这个地区", ["长沙市", "湘潭市", "株洲市"]),
    ],
)
def test_a_region(text: str, reason: str, expected: list[str]) -> None:
    reading = reader().read("x.txt", text.encode())
    assert len(reading.cases) == 2
    for case in reading.cases:
        assert (case.regions[0].reason, words(reading, case.regions[0].spans)) == (reason, expected)


@pytest.mark.parametrize(
    ("text", "reason", "expected"),
    [
        (SIGNED, "文献日期为2021-05-06", ["2021年5月6日"]),
        (DIGEST.replace("典型", "2021年典型"), "文献标题写明年份", ["2021年"]),
        (DIGEST.replace("典型", "2021典型"), "文献标题写明年份", ["2021"]),
        (TOGETHER, "全文所述年份", ["2021年"]),
        (f"长政发〔2021〕3号\n{DIGEST}", "文号所带年份", ["长政发〔2021〕3号"]),
    ],
)
def test_a_year(text: str, reason: str, expected: list[str]) -> None:
    reading = reader().read("x.txt", text.encode())
    year = reading.cases[0].year
    assert year is not None
    assert (year.reason, words(reading, year.spans)) == (reason, expected)


def test_an_indicator_named_over_its_group() -> None:
    text = DIGEST.replace("案例1", "一、获得电力\n案例1").replace("案例2", "二、登记财产\n案例2")
    reading = reader().read("x.txt", text.encode())
    found = [(one.slug, words(reading, one.spans)) for case in reading.cases for one in case.indicators]
    assert found == [("getting-electricity", ["一、获得电力"]), ("registering-property", ["二、登记财产"])]
