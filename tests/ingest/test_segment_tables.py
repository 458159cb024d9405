"""Tables and forms: a case a row, or a case a form, and the fields beside its text."""

from __future__ import annotations

import pytest

from ingest.clean import clean
from ingest.order import put_in_order
from ingest.segment import segment
from tests.ingest.pages import GAZETTEER, LEXICON, LONG, PROSE, cut, document, left_over

CASES: dict[str, tuple[str, list[str]]] = {
    "who created a practice, in a field with brackets": (
        (
            "湖南省改革创新举措清单（3项）\n1．推行水电气“一窗报装”\n创新地区（单位）：长沙市\n2．企业登记“容缺受理”\n创新地区（单位）：湘潭市\n"
            "3．建立新业态劳动者“一站式”仲裁中心\n创新地区（单位）：株洲市"
        ),
        ["推行水电气“一窗报装”", "企业登记“容缺受理”", "建立新业态劳动者“一站式”仲裁中心"],
    ),
    "form with fields below the title": (
        f"湘潭县推行“容缺受理”\n报送单位：湘潭县营商办 日期：2021年11月\n{LONG}",
        ["湘潭县推行“容缺受理”"],
    ),
    "table, a cell a line": (
        (
            "2023年度湖南省优化营商环境创新案例公示名单\n\n序号\n案例名称\n申报单位\n主要内容\n"
            f"1\n“办照即供电”改革\n长沙市营商局\n{PROSE}\n2\n信用修复“一网通办”\n株洲市信用中心\n{PROSE}\n"
            "公示时间：11月6日至10日，欢迎监督"
        ),
        ["“办照即供电”改革", "信用修复“一网通办”"],
    ),
    "table of tasks, which are no cases of their own": (
        "湘潭市优化营商环境任务分工表\n序号\n任务名称\n责任单位\n1\n简化登记\n市市场监管局\n2\n压缩时限\n市税务局",
        ["湘潭市优化营商环境任务分工表"],
    ),
    "forms filled in one after another": (
        (
            "2022年全省优化营商环境优秀案例\n\n案例名称：公章刻制“秒批”\n申报单位：长沙市公安局\n"
            "案例背景：刻章要跑两趟。\n"
            f"主要做法：{PROSE}\n\n案例名称：仓储用地“带图出让”\n申报单位：株洲市自然资源局\n主要做法：{PROSE}"
        ),
        ["公章刻制“秒批”", "仓储用地“带图出让”"],
    ),
    "bidding forms, which are no cases": (
        f"湘潭市公共资源交易改革\n项目名称：一号路\n{PROSE}\n{PROSE}\n项目名称：二号路\n{PROSE}\n{PROSE}",
        ["湘潭市公共资源交易改革"],
    ),
}


@pytest.mark.parametrize(("text", "titles"), CASES.values(), ids=CASES.keys())
def test_cases(text: str, titles: list[str]) -> None:
    assert [section.title.text for section in cut(text).sections] == titles


@pytest.mark.parametrize("text", [text for text, _ in CASES.values()], ids=CASES.keys())
def test_every_character_is_in_a_case_or_in_a_notice(text: str) -> None:
    assert left_over(cut(text), text) == ""


def test_a_row_of_a_table_keeps_to_its_cells() -> None:
    sections = cut(CASES["table, a cell a line"][0]).sections
    assert [[block.text.text for block in section.blocks] for section in sections] == [[PROSE], [PROSE]]
    assert [section.preamble.text for section in sections] == ["长沙市营商局", "株洲市信用中心"]


def test_the_numbers_of_a_table_are_no_page_numbers() -> None:
    text = "湖南省典型案例名单\n序号\n案例名称\n主要内容\n" + "".join(
        f"{n}\n{place}市推行并联审批\n{PROSE}\n" for n, place in enumerate(["长沙", "株洲", "湘潭"], 1)
    )
    read_text = document(text)
    sections = segment(put_in_order(clean(read_text)), read_text, GAZETTEER, LEXICON).sections
    assert [section.title.text for section in sections] == [
        "长沙市推行并联审批",
        "株洲市推行并联审批",
        "湘潭市推行并联审批",
    ]


@pytest.mark.parametrize(
    "rows",
    [
        (
            "| 序号 | 案例名称 | 报送单位 | 主要做法 |\n|---|:---:|---|---|\n"
            "| 1 | 办照即供电 | 长沙市营商办 | {0} |\n"
            "| 2 | 修复一网通办 | 株洲市信用中心 | {0} |"
        ),
        "序号\t案例名称\t报送单位\t主要做法\n1\t办照即供电\t长沙市营商办\t{0}\n2\t修复一网通办\t株洲市信用中心\t{0}",
        "| 市州 | 创新举措 | 内容 |\n|---|---|---|\n| 长沙市 | 办照即供电 | {0} |\n| 株洲市 | 修复一网通办 | {0} |",
    ],
    ids=["Markdown", "tabs", "a place before each row"],
)
def test_a_table_with_a_row_on_each_line(rows: str) -> None:
    read_text = document("湖南省典型案例清单\n\n" + rows.format(PROSE))
    sections = segment(put_in_order(clean(read_text)), read_text, GAZETTEER, LEXICON).sections
    assert [section.title.text for section in sections] == ["办照即供电", "修复一网通办"]
    assert [[block.text.text for block in section.blocks] for section in sections] == [[PROSE], [PROSE]]


def test_who_sent_a_form_in_belongs_to_it_and_not_to_the_next() -> None:
    sections = cut(CASES["forms filled in one after another"][0]).sections
    assert [section.preamble.text for section in sections] == ["申报单位：长沙市公安局", "申报单位：株洲市自然资源局"]
