"""Pages mixed up beyond doubt: breaks between two words are joined by what both halves talk about."""

from __future__ import annotations

import random
import re
from itertools import combinations

import pytest

from ingest.types import Page, Severity
from tests.ingest.order.articles import ARTICLES, LISHUI, YICHANG, ZUNYI
from tests.ingest.order.test_order import codes, cut, ordered, texts


def doubted(page: Page) -> list[str]:
    return [notice.message for notice in page.notices if notice.code == "doubtful-join"]


def test_one_column_torn_inside_a_word_tells_of_the_others_torn_between_two():
    columns = [cut(LISHUI, 3, "一律不再要"), cut(ZUNYI, 5, "电力外线工程"), cut(YICHANG, 3, "取消重复提交的身份证明")]
    page = ordered(*(line for half in zip(*columns, strict=True) for column in half for line in column))
    assert texts(page) == [*LISHUI, *ZUNYI, *YICHANG]


def test_columns_torn_between_words_where_nothing_proves_it_stay_and_are_named():
    """A single break between two words: the page may as well have lost the end of a sentence."""
    (first, second), (third, fourth) = cut(LISHUI, 3, "一律不再要求企业"), cut(ZUNYI, 5, "对低压小微企业的")
    lines = [*first, *third, *second, *fourth]
    page = ordered(*lines)
    assert "moved-block" not in codes(page)
    messages = " ".join(notice.message for notice in page.notices if notice.severity is Severity.WARNING)
    assert "一律不再要求企业" in messages
    assert "对低压小微企业的" in messages
    assert f"也可能接“{fourth[0][:16]}" in messages


def test_a_doubt_shows_the_break_and_both_continuations():
    (first, second), (third, fourth) = cut(LISHUI, 3, "一律不再要求企业"), cut(ZUNYI, 5, "对低压小微企业的")
    lines = [*first, *third, *second, *fourth]
    source = "\n\n".join(lines)
    page = ordered(*lines)
    (notice,) = (n for n in page.notices if n.code == "doubtful-join" and "之后接了" in n.message)
    shown = [source[span.start : span.end] for span in notice.spans]
    assert shown == [third[-1][-16:], second[0][:16], fourth[0][:16]]


def test_a_column_that_begins_with_a_whole_paragraph_goes_behind_its_text():
    lead = "市不动产登记中心与税务、住建部门共享查册和缴税信息，群众办理二手房过户不再往返三个大厅。"
    more = "不动产登记还延伸到银行网点，二手房过户和抵押登记可在网点一并申请，税务缴税同步完成。"
    port = "海关与港口企业推行船边直提，进口货物卸船后直接装车离港，集装箱在港停留时间由两天压"
    rest = "缩到三小时，货主按小时预约提货，码头堆存费用下降两成。"
    court = "区法院为小额商事纠纷设立速裁团队，当事人在线提交证据，案件从立案到宣判的平均时间降为四十五天，服判息"
    end = "诉率达到九成。"
    page = ordered("二手房过户进一扇门", lead, "船边直提提速通关", port, "速裁团队化解纠纷", court, more, rest, end)
    assert texts(page) == [
        *("二手房过户进一扇门", lead, more),
        *("船边直提提速通关", port + rest),
        *("速裁团队化解纠纷", court + end),
    ]


@pytest.mark.parametrize("article", ARTICLES)
def test_missing_full_stops_move_nothing(article):
    for missing in combinations(range(1, len(article)), 2):
        lines = [line.rstrip("。") if i in missing else line for i, line in enumerate(article)]
        page = ordered(*lines)
        assert "moved-block" not in codes(page)
        assert texts(page) == lines


@pytest.mark.parametrize(
    ("line", "following"),
    [
        (
            "全市二十个县区的物流枢纽作为一张网来布局",
            "货运站场，统一标准，错位发展，既避免重复建设，又方便企业发货。",
        ),
        ("市行政审批局把分散在各部门的涉企服务热线", "、投诉信箱和留言板归并为一个平台，统一受理、分类转办。"),
        ("推行容缺受理的企业在补正期限内提交材料", "的，视同首次申请时一并提交，审批部门不再另行计算时间。"),
    ],
)
def test_a_line_that_goes_on_in_the_next_is_no_heading(line, following):
    page = ordered("一、主要做法", line, following)
    assert texts(page) == ["一、主要做法", line + following]


@pytest.mark.parametrize(
    ("heading", "following"),
    [
        ("把企业的难题作为自己的家事来办理", "今年以来，全区派出服务专员三百名，逐户走访重点企业。"),
        ("把企业的难题作为自己的家事来办理", "服务专员走进车间厂房，为企业协调解决用工、用地等难题。"),
        ("企业开办实现一日办结全程网办", "了解到企业急需开户，专员当天上门办理。"),
        ("推动惠企政策直达快享落地见效", "的士司机李师傅也享受到了减税政策。"),
    ],
)
def test_a_heading_over_its_text_stays_one(heading, following):
    assert texts(ordered("一、主要做法", heading, following)) == ["一、主要做法", heading, following]


def columns_of(article: list[str], rng: random.Random) -> tuple[list[str], list[str]]:
    """The article in two columns of lines of one width: torn at the end of a line, wherever that is."""
    width = rng.randint(18, 25)
    places = [
        (number, at)
        for number, text in enumerate(article)
        if len(text) > 60
        for at in range(width - 2, len(text) - width, width)
        if not re.match(r"[，。、；：”》）]", text[at:]) and text[at - 1] not in "“《（"
    ]
    number, at = rng.choice(places)
    return [*article[:number], article[number][:at]], [article[number][at:], *article[number + 1 :]]


def test_columns_torn_at_the_ends_of_lines_are_restored_or_named():
    """Three articles side by side, each torn at the end of a line, 60 times; half of the breaks are between words."""
    found = named = breaks = 0
    for number in range(60):
        rng = random.Random(number)
        halves = [columns_of(article, rng) for article in ARTICLES]
        page = ordered(*(line for side in zip(*halves, strict=True) for half in side for line in half))
        whole = "".join(texts(page))
        warnings = " ".join(n.message for n in page.notices if n.severity is Severity.WARNING)
        for first, second in halves:
            right = first[-1][-15:] + second[0][:15] in whole
            found += right
            named += not right and (first[-1][-10:] in warnings or second[0][:10] in warnings)
            breaks += 1
    assert found >= 0.65 * breaks
    assert found + named >= 0.8 * breaks


PRINTED_BEFORE = [
    [
        "标的创新经验，获全国通报表扬。全市还建立了部门联席会议制度，按月调度工作进展。",
        "三、强化要素保障",
        "市自然资源局推行标准地出让，企业拿地即可开工，办理时间由90天压减到7天。",
        "一、推行一窗受理",
        "不动产登记、交易、缴税并到一个窗口，群众少跑三趟，全市由此形成了获得电力、登记财产等7个指",
    ],
    [
        "一、推行一窗受理",
        "制度（试行）》，明确容缺的范围，逐项公布清单，企业先办事后补材料。",
        "二、延伸服务网点",
        "便民服务点配备自助终端和帮办人员，平均往返路程缩短三十公里，市里还为此出台了《容缺受理",
    ],
]


@pytest.mark.parametrize("lines", PRINTED_BEFORE)
def test_an_end_that_is_printed_further_up_is_named_and_not_moved(lines):
    page = ordered(*lines)
    assert texts(page) == lines
    (lost,) = [notice for notice in page.notices if notice.code == "lost-tail"]
    head = next(line for line in lines if line[0] in "标制")
    assert f"排在它前面的“{head[:16]}…”可能是它的下文" in lost.message
