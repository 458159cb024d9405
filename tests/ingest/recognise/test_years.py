"""The year a case is reported for."""

from dataclasses import replace
from datetime import date

import pytest

from ingest.recognise.years import recognise_year
from ingest.types import CaseDraft, DocumentDraft, Evidence, Span
from tests.ingest.recognise.drafts import a_case, a_document


def year_of(case: CaseDraft, document: DocumentDraft) -> int | None:
    found = recognise_year(case, document).year
    return found.year if found else None


UNDATED = [
    ("2020年，全市办件量增长一成。", 2020),
    ("截至2021年11月底，累计办理3万件。2014年商事制度改革前需要30天。", 2021),
    ("二〇二一年，全市推行一件事。", 2021),
    ("2021年1-10月办理3万件，比2019年增长5%。到2025年，力争全部网办。", 2021),
    ("公司成立于2008年。2019年度全市节约2亿元。", 2019),
    ("从2018年的1.0版升级至2022年的5.0版，2014年3月起步。", 2022),
    ("2015年园区成立时，审批要盖十枚章。", None),
    ("自2018年设立窗口，至今五年。2023年，设到乡镇。", 2023),
    ("时间从2016年的60天减到目前的3天，2021年上半年又减1天。", 2021),
    ("入选《中国营商环境报告2021》。", 2021),
    ("2024年，全省新增企业5万户。省政府印发《湖南省优化营商环境2025年工作要点》。", 2025),
    ("2021年，出台《湖南省产业发展三年行动方案（2022—2024年）》。", 2021),
    ("落实三年行动计划（2020-2022年）。", 2020),
    ("自2014年12月26日行政审批局挂牌以来，窗口减半。", 2014),
    ("自2018年以来，累计办理3万件。", 2018),
    ("公司2008年成立，是当地龙头。", None),
    ("自2016年以来，累计办理3万件。今年，办理1万件。", None),
    ("2016年至2020年，全市累计办理3万件。", 2020),
    ("压减2000余项材料。", None),
    ("依据湘政发〔2019〕10号文件，推行一件事。", None),
    ("21世纪以来，推行一件事。", None),
    ("推行一件事一次办。", None),
]


@pytest.mark.parametrize(("text", "expected"), UNDATED)
def test_year_from_the_text(text: str, expected: int | None) -> None:
    case = a_case("推行改革", text)
    assert year_of(case, a_document("", case)) == expected


DATED = [
    ("", "今年以来，全市推行一件事。", date(2022, 5, 3), 2022),
    ("", "从2018年的1.0版到今年的6.0版。", date(2023, 10, 22), 2023),
    ("", "到2025年全部网办。2021年，出台方案。今年落实。", date(2022, 1, 20), 2022),
    ("", "2021年，新增5万户。截至2021年底，共有20万户。", date(2022, 1, 20), 2021),
    ("", "去年，全市推行一件事。去年全年办理3万件。", date(2022, 1, 20), 2021),
    ("", "去年，全市推行一件事。今年1月，又增加3万件。", date(2022, 1, 20), 2022),
    ("", "2021年，全市办理3万件，比2020年多一成。2022年，全市将继续推进。", date(2022, 2, 5), 2021),
    ("", "2020年10月，入选典型案例。", date(2021, 2, 1), 2020),
    ("", "2020年10月，入选典型案例。", date(2021, 8, 1), 2021),
    ("", "上半年，办理3万件，去年同期2万件。", date(2023, 7, 15), 2023),
    ("2021年工作总结和2022年工作安排", "2022年，继续推进。", date(2022, 1, 5), 2021),
    ("2021年工作总结及2022年工作计划", "2021年，办理3万件。2022年，将继续推进。", None, 2021),
    ("关于2020年考核先进单位的通报", "推行一件事。", date(2021, 2, 18), 2020),
    ("三年行动计划（2021—2023年）", "推行一件事。", date(2021, 4, 1), 2021),
]


@pytest.mark.parametrize(("title", "text", "published", "expected"), DATED)
def test_year_of_a_dated_document(title: str, text: str, published: date | None, expected: int) -> None:
    case = a_case("推行改革", text)
    assert year_of(case, a_document(title, case, published=published)) == expected


def test_the_year_of_the_whole_document_holds_for_a_case_without_one() -> None:
    plain, dated = a_case("推行改革", "窗口减半。"), a_case("推行改革", "截至2021年底，办理3万件。2021年7月启动。")
    assert year_of(plain, a_document("", plain, dated)) == 2021


def test_a_case_of_an_earlier_year_keeps_it() -> None:
    old = a_case("首创一件事", "2018年，首创一件事。2018年全年办理3万件。")
    new = a_case("深化一件事", "2021年，深化改革。2021年上半年办理5万件。2021年1-11月办理9万件。2021年度获奖。")
    document = a_document("", old, new)
    read = recognise_year(old, document)
    assert read.year is not None
    assert read.year.year == 2018
    assert [notice.code for notice in read.notices] == ["year-doubtful"]
    assert year_of(new, document) == 2021


def test_a_title_speaks_first() -> None:
    case = a_case("2022年度优秀案例：一件事", "2023年，继续推行。")
    assert year_of(case, a_document("", case)) == 2022


# The day in a file's name is the document's, where the text prints none; a year there counts where nothing else tells.
FILES = [
    # file, text, year
    ("cctv-20181118-fujian.txt", "窗口减半。", 2018),
    ("新闻_2023-04-15.html", "2021年，窗口减半。订单排到了2026年。", 2023),
    ("新闻_2023-04-15.html", "2021年，窗口减半。2021年上半年，办理3万件。", 2021),
    ("总结_2022-01-15.docx", "2021年，窗口减半。", 2021),
    ("新闻2023-4-5.html", "窗口减半。", 2023),
    ("t20210803_123456.html", "窗口减半。", 2021),
    ("art_2021_8_3_12345.html", "窗口减半。", 2021),
    ("art_2021_18_3_12345.html", "窗口减半。", 2021),
    ("岳阳2021营商环境.docx", "窗口减半。", 2021),
    ("2021-08.docx", "窗口减半。", 2021),
    ("2019年优化营商环境典型案例.docx", "窗口减半。", 2019),
    ("2019年优化营商环境典型案例.docx", "2021年，窗口减半。", 2021),
    ("000_dc381cdf20220133.txt", "窗口减半。", None),
    ("000_20220133.txt", "窗口减半。", None),
    ("img20220301.txt", "窗口减半。", None),
    ("2035年远景.txt", "窗口减半。", None),
    ("3-20191340.txt", "窗口减半。", None),
]


@pytest.mark.parametrize(("file", "text", "expected"), FILES)
def test_the_name_of_the_file_tells_the_year(file: str, text: str, expected: int | None) -> None:
    case = a_case("推行改革", text)
    assert year_of(case, replace(a_document("", case), file=file)) == expected


def test_a_year_that_only_the_name_of_the_file_tells_is_doubtful() -> None:
    case = a_case("推行改革", "窗口减半。")
    read = recognise_year(case, replace(a_document("", case), file="cctv-20181118-fujian.txt"))
    assert [notice.code for notice in read.notices] == ["year-doubtful"]


NEWS = [
    # title of the document, text, publisher, day of issue, year
    ("", "2022年，全市新增5万户。", "晚间新闻", date(2023, 2, 18), 2023),
    ("", "2022年，全市新增5万户。", "某州日报", date(2023, 2, 18), 2023),
    ("", "2022年，全市新增5万户。", "某市政务服务局", date(2023, 2, 18), 2022),
    ("", "2022年，全市新增5万户。", "某市政务服务网", date(2023, 2, 18), 2022),
    ("", "2022年上半年，新增5万户。2022年下半年，又增3万户。", "某州日报", date(2023, 6, 5), 2023),
    ("我国公布2023年度审计结果", "某县颁发全省首张权证。", "新闻联播", date(2024, 6, 5), 2024),
    ("某市2023年度改革案例", "某县颁发全省首张权证。", "某市改革办", date(2024, 6, 5), 2023),
]


@pytest.mark.parametrize(("title", "text", "publisher", "published", "expected"), NEWS)
def test_the_press_tells_of_the_year_it_appears_in(
    title: str, text: str, publisher: str, published: date, expected: int
) -> None:
    case = a_case("推行改革", text)
    assert year_of(case, a_document(title, case, publisher=publisher, published=published)) == expected


def test_no_year_is_said() -> None:
    case = a_case("推行改革", "窗口减半。")
    assert [notice.code for notice in recognise_year(case, a_document("", case)).notices] == ["no-year"]


EVIDENCE = [
    ("2022年度优秀案例：一件事", "继续推行。", None, "标题写明年份", ["2022年"]),
    ("推行一件事", "2021年，全市推行。2021年底办结。", None, "全文所述年份", ["2021年", "2021年"]),
    ("推行一件事", "全市推行。", date(2020, 5, 6), "文献日期为2020-05-06", []),
]


@pytest.mark.parametrize(("title", "text", "published", "reason", "places"), EVIDENCE)
def test_the_year_says_why_and_where(
    title: str, text: str, published: date | None, reason: str, places: list[str]
) -> None:
    case = a_case(title, text)
    year = recognise_year(case, a_document("", case, published=published)).year
    assert year is not None
    assert year.reason == reason
    assert [(title + text)[span.start : span.end] for span in year.spans] == places


def test_the_day_of_the_document_is_where_its_year_was_read() -> None:
    case = a_case("推行改革", "今年，全市推行一件事。")
    dated = {"published_on": Evidence("落款日期", 0.9, (Span(90, 99),))}
    document = replace(a_document("", case, published=date(2022, 5, 3)), evidence=dated)
    assert recognise_year(case, document).year.spans == (Span(90, 99),)
    own = a_case("推行改革", "截至2019年底，办理1万件；2018年，办理3万件。2019年，全市推行一件事。")
    assert Span(90, 99) not in recognise_year(own, document).year.spans
