"""The whole sequence on any text: it never fails otherwise than it says, and loses nothing."""

import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.accounting import UNACCOUNTED, account, case_spans
from ingest.merge import Reading, records_of
from ingest.types import DocumentReading, Evidence, Span, UnreadableDocumentError
from tests.reading import reader

SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds").glob("*.txt"))

LINES = [
    "优化营商环境典型案例汇编",
    "目录",
    "湖南省株洲市：优化获得电力服务",
    "一、压减办电环节",
    "（一）推行线上报装。企业提交一次申请即可。",
    "1. 办电时间由30天压减到12天，降低60%。",
    "责任单位：市发展改革委、市供电公司",
    "2021年，株洲市把办电作为重点，推出一批新做",
    "法，惠及企业500余家。",
    "- 3 -",
    "### 标题",
    "茑州市推行容缺受理，时限缩短两至三成。",
    "（此件公开发布）",
    "１２３，ＡＢＣ。",
    "優化營商環境，推動“一網通辦”。",
    "株洲市(shì)推行政务(wù)服务（本文来自www.example.com）“一网通办”。",
    "\u2f2f\u2ed3\u200b\u3000",
    "",
    # places and bodies alone on their lines
    "观山湖区人民政府",
    "株洲市",
    "【天心区】",
    "湘潭市（2项）",
    "（浏阳市税务局）",
    "报送单位：湘潭市行政审批服务局",
    "——株洲市天元区",
    # writers, days, sources
    "本报记者 王宁",
    "来源：湖南日报",
    "2021年3月5日",
    "本报长沙讯（记者 王宁）岳阳市推行一网通办，材料减少三成。",
    "本报株洲讯（记者 王宁）",
    "新湘资讯 2022-",
    "（株洲市改革办供稿）",
    "2021年第3期",
    # lists inside a line, in half width too
    "市里办了三件事:(1)合并窗口,一次收件;(2)共享证照,免交材料;(3)延伸服务,就近能办。",
    "一是流程再造——合并同类环节，五步并作两步，一天办结。二是在窗口，设立专区；①现场教；②上门教。",
    "在时限方面，推行并联审批，一天办结；在费用方面，免收登记费，省时省钱。",
    # numbered titles
    "1、推行“一窗受理”",
    "案例一",
    "案例2：湘潭市压减审批环节",
    "之三 | 衡阳市：打造“税务管家”",
    "第一部分 规则衔接",
    "01 | 益阳市法院盘活停产企业",
    "二是",
    "（1）",
    "△郴州市推出专窗。",
    # fields, entries of contents, table cells, separators
    "【背景】企业反映往返多。",
    "案例名称：“一照通”改革",
    "主要做法：建立专班。",
    "一、主要做法",
    "目    录",
    "推行“一窗受理”........12",
    "● 湘潭市压减审批环节",
    "序号",
    "案例名称",
    "申报单位",
    "1",
    "2",
    "——————",
    "\f",
    "附件1",
    "附件：1.典型案例",
    "⊙相关新闻",
    "一网通办",
    "优化营商环境工作简报",
]


NUMBERING = set("第章节条篇")


def read(data: bytes) -> DocumentReading | None:
    """The reading; None where the bytes are said to be no document."""
    try:
        return reader().read("x.txt", data)
    except UnreadableDocumentError:
        return None


def all_spans(reading: DocumentReading) -> list[Span]:
    spans = [span for notice in reading.notices for span in notice.spans]
    for case in reading.cases:
        spans += case_spans(case, reading.document.text)
        spans += [span for notice in case.notices for span in notice.spans]
    return spans + [span for fact in facts(reading) for span in fact.spans]


def facts(reading: DocumentReading) -> list[Evidence]:
    """Why each fact was read, of the document, of its cases and of their measures."""
    found = list(reading.draft.evidence.values())
    for case in reading.cases:
        year = [case.year] if case.year else []
        measured = [measure.region for measure in case.walk() if measure.region]
        mentions = (*case.regions, *case.indicators, *year, *measured)
        found += [Evidence(one.reason, one.confidence, one.spans) for one in mentions]
        for holder in (case, *case.walk()):
            found += [Evidence(agency.reason, agency.confidence, agency.spans) for agency in holder.agencies]
            found += [Evidence(one.reason, one.confidence, one.text.spans()) for one in holder.outcomes]
    return found


def check(reading: DocumentReading) -> None:
    """Spans lie inside the source, every character is spoken for, and the reading can be stored and had back.

    Every fact says why it was read, how surely, and where; only that nothing tells a document's kind stands nowhere.
    """
    text = reading.document.text
    spans = all_spans(reading)
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)
    spoken_for = {place for span in spans for place in range(span.start, span.end)}
    unspoken = {char for place, char in enumerate(text) if char.isalpha() and place not in spoken_for}
    assert {char for char in unspoken if not char.isnumeric()} <= NUMBERING, "the number of a case goes with it"
    for fact in facts(reading):
        assert fact.reason
        assert 0 < fact.confidence <= 1
        assert fact.spans or fact.reason == "没有表明类型的字样" or not reading.cases, fact
    records = records_of(reading)
    assert Reading.from_json(records.to_json()) == records


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(LINES), max_size=25).map("\n".join))
def test_lines_of_the_genre_in_any_order(text):
    if reading := read(text.encode()):
        check(reading)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_text(text):
    if reading := read(text.encode("utf-8", errors="surrogatepass")):
        check(reading)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes(data):
    if reading := read(data):
        check(reading)


@pytest.mark.parametrize("file", SEEDS, ids=lambda file: file.name[:3])
def test_seeds(file):
    reading = reader().read(file.name, file.read_bytes())
    check(reading)
    assert account(reading).share == 1
    assert UNACCOUNTED not in {notice.code for notice in reading.notices}
    assert set(reading.seconds) >= {"read", "clean", "order", "segment", "outline", "regions", "year", "outcomes"}


@pytest.mark.parametrize(
    "text",
    [
        "长沙" * 20_000,
        "长沙市推行企业开办一日办结，" * 3_000,
        "\n".join(f"一、长沙市{n}" for n in range(5_000)),
    ],
    ids=["places", "a clause without an end", "headings"],
)
def test_what_nobody_would_write_takes_seconds(text):
    start = time.process_time()
    check(reader().read("x.txt", text.encode()))
    assert time.process_time() - start < 20


def test_copies_of_a_digest_bound_together_give_the_cases_of_each():
    digest = SEEDS[4].read_bytes()
    titles = [case.title.text for case in reader().read("x.txt", b"\n".join([digest] * 3)).cases]
    assert len(titles) == 81
    assert titles[:27] == titles[27:54] == titles[54:]


def test_the_same_bytes_give_the_same_reading():
    file = SEEDS[0]
    first, second = (records_of(reader().read(file.name, file.read_bytes())) for _ in range(2))
    assert first == second


def test_what_no_stage_speaks_of_is_named():
    """Takes the cases away from a reading: their text is then in nothing, and the account says so."""
    reading = reader().read(SEEDS[1].name, SEEDS[1].read_bytes())
    assert reading.cases
    told = account(replace(reading, cases=(), notices=()))
    assert told.share == 0
    assert [notice.code for notice in told.notices] == [UNACCOUNTED]
    assert f"{told.characters} 个字" in told.notices[0].message


def test_what_a_site_put_in_makes_no_gap():
    text = (
        "株洲市(shì)推行企业(yè)开办“一网通办”\n株洲市（shì）整合企业(yè)登记窗口，一(yī)次受理。（本文来自www.example.com）"
        "办理时间由5天压减到1天，材料减少六成，企业跑一次就能办结，已惠及企业(yè)500余家。"
    )
    reading = reader().read("x.txt", text.encode())
    (case,) = reading.cases
    assert case_spans(case, reading.document.text) == (Span(0, len(text)),)
