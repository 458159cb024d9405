"""Articles printed beside each other, whose columns a copy of the page mixed up."""

from __future__ import annotations

import random

import pytest

from ingest.clean import clean
from ingest.order import put_in_order
from ingest.read import read
from ingest.types import Page

HARBOUR = [
    "先验后放变先放后验",
    "——青屿港压缩通关时间见闻",
    "青屿海关把查验环节后移，进口矿石靠港即可卸船，货主在手机上申报，船舶平均在港时间缩短了一天半。",
    "港口集团公布收费清单，清单之外一律不收，每只集装箱的费用由三百元降到二百元，客户凭一张单据结算。",
]
LOANS = [
    "一张信用报告换来贷款",
    "——松岭县破解农户融资难题",
    "松岭县整合水电、社保、税务数据，为种植大户建立信用档案，银行凭档案授信，农户不再四处寻找担保人。",
    "县财政设立风险补偿资金，不良贷款由财政与银行分担，全年发放信用贷款四亿元，利率下降一个百分点。",
]


def page(text: str) -> Page:
    return put_in_order(clean(read("page.txt", text.encode())))


def texts(text: str) -> list[str]:
    return [block.text.text for block in page(text).blocks]


def torn(article: list[str], paragraph: int, before: str) -> tuple[list[str], list[str]]:
    """The article in two columns; the second begins with the words `before`."""
    at = article[paragraph].index(before)
    first, second = article[paragraph][:at], article[paragraph][at:]
    return [*article[:paragraph], first], [second, *article[paragraph + 1 :]]


@pytest.mark.parametrize(
    ("harbour", "loans"),
    [
        ("报，船舶平均", "案授信"),  # both inside a word: 申|报, 档|案
        ("报，船舶平均", "银行凭档案"),  # one of them between two words
    ],
)
def test_two_articles_in_two_columns(harbour: str, loans: str):
    left, right = torn(HARBOUR, 2, harbour), torn(LOANS, 2, loans)
    assert texts("\n".join([*left[0], *right[0], *left[1], *right[1]])) == [*HARBOUR, *LOANS]


def test_an_article_beside_one_that_is_whole():
    (head, tail), notice = torn(HARBOUR, 2, "船舶平均"), LOANS
    assert texts("\n".join([*head, *notice, *tail])) == [*HARBOUR, *LOANS]


def test_titles_are_headings_of_one_level():
    left, right = torn(HARBOUR, 2, "报，船舶平均"), torn(LOANS, 2, "案授信")
    blocks = page("\n".join([*left[0], *right[0], *left[1], *right[1]])).blocks
    assert [block.heading_level for block in blocks] == [2, 2, 0, 0] * 2


@pytest.mark.parametrize("over", ["优化营商环境 看松岭", "松岭建设组织报"])
def test_the_first_title_stands_below_the_name_of_the_page_or_of_the_column(over: str):
    left, right = torn(HARBOUR, 2, "报，船舶平均"), torn(LOANS, 2, "案授信")
    blocks = page("\n".join([over, *left[0], "", *right[0], *left[1], *right[1]])).blocks
    marked = [block.text.text for block in blocks if block.heading_level]
    assert marked == [*HARBOUR[:2], *LOANS[:2]]


def test_jumps_to_another_page_are_followed_and_put_aside():
    text = """河湾晚报
2021年5月6日 星期四 第一版 要闻
老厂房里办起新公司
本报记者 林一鸣
河湾区把闲置厂房改成创业园，公司登记、刻章、开户在园内一（下转第三版②）
河边步道开放
本报讯（记者 周遥）沿河步道昨日开放，市民可以从老桥走到新桥。
第三版 综合
②（上接第一版）次办完。园区还派人上门辅导报税。
半年里，三十家公司在这里落户。"""
    result = page(text)
    assert [block.text.text for block in result.blocks] == [
        "河湾晚报",
        "老厂房里办起新公司",
        "河湾区把闲置厂房改成创业园，公司登记、刻章、开户在园内一次办完。园区还派人上门辅导报税。",
        "半年里，三十家公司在这里落户。",
        "河边步道开放",
        "本报讯（记者周遥）沿河步道昨日开放，市民可以从老桥走到新桥。",
    ]
    assert [n.code for n in result.notices].count("jump") == 2


def test_lines_of_two_articles_in_alternate_blocks():
    result = texts(lines_side_by_side(18, 4))
    assert "".join(result) == "".join([SIGNED_HARBOUR[0], *SIGNED_HARBOUR[1:], *SIGNED_LOANS])


SIGNED_HARBOUR = [HARBOUR[0], f"本报讯（记者林一鸣）{HARBOUR[2]}", HARBOUR[3]]
SIGNED_LOANS = [LOANS[0], f"本报讯（记者周遥）{LOANS[2]}", LOANS[3]]


def lines_side_by_side(width: int, height: int) -> str:
    """Two articles set in lines of `width` characters, printed in turns of `height` lines."""
    columns = [
        [text[at : at + width] for text in article for at in range(0, len(text), width)]
        for article in (SIGNED_HARBOUR, SIGNED_LOANS)
    ]
    longest = max(map(len, columns))
    return "\n".join(
        line for at in range(0, longest, height) for column in columns for line in column[at : at + height]
    )


@pytest.mark.parametrize("lines", [HARBOUR + LOANS, LOANS + HARBOUR, HARBOUR, SIGNED_HARBOUR + SIGNED_LOANS])
def test_articles_in_order_stay(lines: list[str]):
    result = page("\n".join(lines))
    assert [block.text.text for block in result.blocks] == lines
    assert not result.notices


def test_missing_full_stops_move_nothing():
    """Of the paragraphs of articles in order some end without a full stop."""
    for seed in range(20):
        rng = random.Random(seed)
        lines = [line.rstrip("。") if rng.random() < 0.3 else line for line in HARBOUR + LOANS]
        assert not [n for n in page("\n".join(lines)).notices if n.code == "moved-block"]
