"""A document in Traditional characters gives what it gives in Simplified ones, and its cases stand as printed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

from ingest.accounting import account
from ingest.script import simplified
from ingest.types import DocumentReading, ReadDocument
from tests.ingest.test_pipeline import SEEDS, check, reader

TRADITIONAL = """衡陽市優化獲得電力服務
2021年，衡陽市把辦電作為優化營商環境的重點，推出一批新做法。
（一）壓減環節。辦電由5個環節壓減到2個環節，惠及企業3600戶。
責任單位：市發展改革委
（二）延伸界面。紅線外的工程由供電公司投資建設，用戶不再出資。
"""
SIMPLIFIED = OpenCC("t2s").convert(TRADITIONAL)


def facts(reading: DocumentReading) -> list[object]:
    """All that is recognised in a document, by codes, figures and places."""
    draft = reading.draft
    found: list[object] = [(draft.kind, draft.publisher, draft.document_number, draft.published_on)]
    for case in reading.cases:
        found.append(
            (case.title.spans(), case.lead.spans(), [one.code for one in case.regions], case.year and case.year.year)
        )
        found.append(([one.slug for one in case.indicators], [(one.name, one.role) for one in case.agencies]))
        for part in (case, *case.walk()):
            found += [(one.text.spans(), one.metric, one.before, one.after, one.kind) for one in part.outcomes]
        for measure in case.walk():
            region = measure.region and measure.region.code
            named = [agency.name for agency in measure.agencies]
            found.append((measure.label, measure.heading.spans(), measure.text.spans(), region, named))
    return found


def read(text: str) -> DocumentReading:
    return reader().read("x.txt", text.encode())


@pytest.mark.parametrize("file", SEEDS, ids=lambda file: file.name[:3])
def test_the_seeds(file: Path) -> None:
    text = file.read_text("utf-8")
    other = OpenCC("s2t").convert(text)
    reading = read(other)
    assert facts(reading) == facts(read(text))
    assert account(reading).share == 1
    check(reading)


def test_what_is_shown_is_printed() -> None:
    reading = read(TRADITIONAL)
    (case,) = reading.cases
    assert reading.document.text == TRADITIONAL
    assert reading.draft.title == "衡陽市優化獲得電力服務"
    assert case.title.text == "衡陽市優化獲得電力服務"
    assert case.lead.text == "2021年，衡陽市把辦電作為優化營商環境的重點，推出一批新做法。"
    assert [measure.heading.text for measure in case.measures] == ["壓減環節", "延伸界面"]
    assert case.measures[0].outcomes[0].text.text == "辦電由5個環節壓減到2個環節"
    assert case.measures[0].outcomes[0].metric == "办电"
    assert case.measures[0].agencies[0].full_name == "衡阳市发展和改革委员会"


def test_an_article_among_simplified_ones() -> None:
    reading = read(f"优化营商环境典型案例\n一、{SIMPLIFIED.replace('衡阳', '株洲')}\n二、{TRADITIONAL}")
    assert [case.title.text for case in reading.cases] == ["株洲市优化获得电力服务", "衡陽市優化獲得電力服務"]
    assert [case.regions[0].code for case in reading.cases] == ["430200", "430400"]


@pytest.mark.parametrize("text", [SIMPLIFIED, "乾县推行一件事。\n乾县\n", "乾安县、乾县、瞭望塔。", "Ω\n\n", ""])
def test_a_simplified_text_is_left_alone(text: str) -> None:
    document = ReadDocument("x.txt", "", f"{text * 3}\n{SIMPLIFIED}")
    assert simplified(document) is document


@given(st.text(alphabet="衡陽乾隆縣辦電乾坤著於 \n\r\u2028，1aＡ", max_size=60))
def test_each_character_keeps_its_place(text: str) -> None:
    assert len(simplified(ReadDocument("x.txt", "", text)).text) == len(text)
