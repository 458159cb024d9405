"""Titles and texts in the manner of the genre, each with the indicators a reader would file it under."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from ingest.recognise.indicator_lexicon import Lexicon
from ingest.recognise.indicator_terms import EVIDENCE
from ingest.recognise.indicators import recognise_indicators
from ingest.types import CaseDraft, MeasureDraft, SpannedText
from ingest.vocabulary import IndicatorEntry

REFERENCE = Path(__file__).parents[3] / "catalogue" / "reference" / "indicators.toml"


def _entries() -> tuple[IndicatorEntry, ...]:
    return tuple(
        IndicatorEntry(one["slug"], one["name"], tuple(one["aliases"]), parent)
        for national in tomllib.loads(REFERENCE.read_text("utf-8"))["indicator"]
        for one, parent in ((national, None), *((local, national["slug"]) for local in national.get("local", [])))
    )


LEXICON = Lexicon(_entries())


def case(title: str, lead: str = "", headings: tuple[str, ...] = (), preamble: str = "") -> CaseDraft:
    of = SpannedText.of_source
    measures = tuple(MeasureDraft("", of(heading), of(""), 1) for heading in headings)
    return CaseDraft("1", of(title), False, of(lead), measures, preamble=preamble)


def slugs(draft: CaseDraft) -> list[str]:
    return [mention.slug for mention in recognise_indicators(draft, LEXICON).indicators]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("某市压缩企业开办时间", "starting-a-business"),
        ("简易注销让企业退得快", "starting-a-business"),
        ("工程建设项目审批提速", "construction-permits"),
        ("区域评估助力拿地即开工", "construction-permits"),
        ("“三零”办电再升级", "getting-electricity"),
        ("压减业扩报装环节", "getting-electricity"),
        ("用气报装一次办好", "water-and-gas"),
        ("不动产登记立等可取", "registering-property"),
        ("推行带押过户", "registering-property"),
        ("智慧税务便利办税缴费", "paying-taxes"),
        ("口岸通关再提速", "trading-across-borders"),
        ("搭建平台破解融资难融资贵", "getting-credit"),
        ("示范判决机制保护投资者", "protecting-minority-investors"),
        ("智慧法院推进网上立案", "enforcing-contracts"),
        ("府院联动化解僵尸企业破产难题", "resolving-insolvency"),
        ("根治欠薪 构建和谐劳动关系", "labour-market-regulation"),
        ("政采贷助企发展", "government-procurement"),
        ("政府采购合同融资缓解资金压力", "government-procurement"),
        ("取消投标保证金", "tendering-and-bidding"),
        ("“一件事一次办”改革", "government-services"),
        ("推进“跨省通办”", "government-services"),
        ("知识产权快速维权", "intellectual-property"),
        ("银税互动让诚信变真金", "getting-credit"),
        ("園區推廣用電報裝“零上門”", "getting-electricity"),
        ("足不出户办执照", "starting-a-business"),
        ("全流程电子招投标监管机制", "tendering-and-bidding"),
        ("“双随机、一公开”监管全覆盖", "market-regulation"),
        ("打造双创示范基地", "inclusive-innovation"),
    ],
)
def test_a_title_that_names_its_subject_gives_exactly_that(title: str, expected: str) -> None:
    other = "同时深化放管服改革，优化纳税服务，企业开办1日办结。"
    assert slugs(case(title, other)) == [expected]


def test_a_longer_word_hides_the_shorter_one_inside_it() -> None:
    assert slugs(case("劳动力市场监管 优化用工服务")) == ["labour-market-regulation"]


@pytest.mark.parametrize(
    ("title", "preamble", "expected"),
    [
        ("获得用气指标——减环节、降成本，提升供电供气服务", "", "water-and-gas"),
        ("惠企政策落实指标——政策资金直达企业", "", "government-services"),
        ("登记财产指标——与水电气联动过户", "", "registering-property"),
        ("“四化”联动见实效", "（三）执行合同指标", "enforcing-contracts"),
    ],
)
def test_the_printed_indicator_decides(title: str, preamble: str, expected: str) -> None:
    (mention,) = recognise_indicators(case(title, preamble=preamble), LEXICON).indicators
    assert mention.slug == expected
    assert "印有指标名" in mention.reason


def test_two_subjects_in_a_title() -> None:
    assert set(slugs(case("水电气暖一链办理"))) == {"getting-electricity", "water-and-gas"}


def test_a_loan_on_intellectual_property_is_both() -> None:
    assert slugs(case("知识产权质押融资风险共担")) == ["intellectual-property", "getting-credit"]


def test_indicators_named_as_such_are_what_a_court_works_on() -> None:
    lead = "法院紧盯“办理破产”“执行合同”两项指标，全年审理周期缩短至40天，1案入选“全国知识产权典型案例”。"
    assert set(slugs(case("中级法院优化营商环境工作报告", lead))) == {"resolving-insolvency", "enforcing-contracts"}


def test_an_office_in_the_title_is_not_its_subject() -> None:
    assert slugs(case("税务部门深化“放管服”改革")) == ["government-services"]


def test_a_whole_environment_case_has_what_it_treats_with_figures() -> None:
    lead = (
        "深化“放管服”改革，设立综合窗口，推行一网通办。企业开办1日办结、不动产登记3日办结。"
        "全县GDP增长较快，专利申请较多。"
    )
    assert set(slugs(case("某县打造营商环境新高地", lead))) == {
        "government-services",
        "starting-a-business",
        "registering-property",
    }


def test_headings_decide_where_the_title_is_silent() -> None:
    found = slugs(case("三招破题促发展", "工作扎实。", ("破产案件快审快结", "推行破产管理人名册", "强化府院联动")))
    assert found == ["resolving-insolvency"]


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        ("推进棚户区改造提升居住品质", ""),
        ("三级医疗机构一体化增强群众获得感", "全县新增床位。"),
        ("走进历史 汲取力量", "机关党支部重温入党誓词。"),
    ],
)
def test_none_rather_than_a_wrong_one(title: str, lead: str) -> None:
    assert slugs(case(title, lead)) == []


def test_reason_names_the_words_and_each_indicator_comes_once() -> None:
    found = recognise_indicators(case("开办企业与企业开办一网通", "企业登记提速。"), LEXICON).indicators
    assert [mention.slug for mention in found] == ["starting-a-business"]
    assert "标题有" in found[0].reason
    assert 0 < found[0].confidence <= 1


def test_evidence_speaks_for_known_indicators_and_repeats_no_alias() -> None:
    national = {entry.slug: entry for entry in _entries() if entry.parent is None}
    assert set(EVIDENCE) == set(national)
    for slug, words in EVIDENCE.items():
        assert not set(words) & {national[slug].name, *national[slug].aliases}
        assert all(0 < weight < 1 for weight in words.values())


def test_reference_has_the_eighteen_in_order() -> None:
    national = tomllib.loads(REFERENCE.read_text("utf-8"))["indicator"]
    assert [entry["order"] for entry in national] == list(range(1, 19))
    assert all(entry["definition"].endswith("。") for entry in national)
    names = [name for entry in _entries() for name in (entry.name, *entry.aliases)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("title", "lead", "words"),
    [
        ("某市压缩企业开办时间", "压缩到1天。", ["企业开办"]),
        ("改革见实效", "停电压到2小时。电力服务不断。供电上门。", ["停电", "电力服务", "供电"]),
    ],
)
def test_a_mention_knows_where_its_words_stand(title: str, lead: str, words: list[str]) -> None:
    source = SpannedText.of_source(title + lead)
    draft = CaseDraft("1", source[: len(title)], False, source[len(title) :], ())
    (mention,) = recognise_indicators(draft, LEXICON).indicators
    assert [source.text[span.start : span.end] for span in mention.spans] == words
