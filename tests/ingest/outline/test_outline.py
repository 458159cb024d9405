"""What becomes of the text around the headings: nothing is lost, the lead, the bodies in charge."""

from __future__ import annotations

import re

import pytest

from ingest.outline import outline
from ingest.types import AgencyRole
from tests.ingest.pages import section

from . import test_asides, test_clauses, test_mended, test_numbered, test_unnumbered
from .trees import PROSE

TABLES = (test_numbered, test_clauses, test_unnumbered, test_mended, test_asides)
TEXTS = {name: text for table in TABLES for name, (text, _) in table.OUTLINES.items()}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_nothing_is_lost_or_told_twice(text: str) -> None:
    words = re.compile(r"[\s#，。；：:、【】—]")
    assert words.sub("", outline(section(text), "1").body) == words.sub("", text)


def test_the_text_before_the_first_measure_is_the_lead() -> None:
    case = outline(section(f"近年来，全市持续优化营商环境。\n一、压减环节\n{PROSE}"), "7")
    assert (case.key, case.lead.text, case.measures[0].text.text) == ("7", "近年来，全市持续优化营商环境。", PROSE)


def test_every_character_knows_its_place() -> None:
    text = f"近年来成效明显。\n一、压减环节\n{PROSE}\n{PROSE}\n二是不在此列。"
    measure = outline(section(text), "1").measures[0]
    assert [text[span.start : span.end] for span in measure.heading.spans()] == ["压减环节"]
    assert [text[span.start : span.end] for span in measure.text.spans()] == [f"{PROSE}\n{PROSE}\n二是不在此列。"]


def test_a_note_of_duties_at_the_end_of_a_paragraph_stays_in_the_text() -> None:
    text = f"{PROSE}（牵头单位：市发展改革委；责任单位：市财政局、各县（市、区）政府）"
    measure = outline(section(f"一、降低成本\n{text}"), "1").measures[0]
    assert [agency.name for agency in measure.agencies] == ["市发展改革委", "市财政局", "各县（市、区）政府"]
    assert measure.text.text == text


def test_lines_of_duties_become_agencies_of_their_measure() -> None:
    case = outline(
        section(
            f"1. 推进简政放权。{PROSE}\n责任科室：综合科、审批服务科\n完成时限：全年持续推进。\n配合单位：财政局\n"
            f"2. 加强保护。{PROSE}"
        ),
        "1",
    )
    first, second = case.measures
    assert [(agency.name, agency.role) for agency in first.agencies] == [
        ("综合科", AgencyRole.RESPONSIBLE),
        ("审批服务科", AgencyRole.RESPONSIBLE),
        ("财政局", AgencyRole.COOPERATING),
    ]
    assert first.text.text == PROSE
    assert second.agencies == ()
    assert [notice.code for notice in case.notices] == ["agency-line", "deadline", "agency-line"]
    assert case.notices[1].message == "“完成时限：全年持续推进。”是“推进简政放权”的时限，不列入正文"


def test_a_line_of_duties_with_a_time_limit_names_the_agencies_only() -> None:
    case = outline(section(f"1. 推进简政放权。{PROSE}\n责任单位：行政审批局、财政局 完成时限：全年"), "1")
    assert [agency.name for agency in case.measures[0].agencies] == ["行政审批局", "财政局"]
    assert case.measures[0].text.text == PROSE


def test_a_time_limit_below_the_agencies_of_the_whole_case_is_no_text() -> None:
    case = outline(section(f"{PROSE}\n责任单位：行政审批局、财政局\n完成时限：全年"), "1")
    assert case.lead.text == PROSE
    assert case.notices[1].message == "“完成时限：全年”是全案的时限，不列入正文"
