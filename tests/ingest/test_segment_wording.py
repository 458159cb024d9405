"""What all words of a text say together, where the rules pass or fail it narrowly."""

from __future__ import annotations

import math

import pytest

from ingest.lexicon import jieba_names
from ingest.recognise.word_shares import features_of
from ingest.segment.scope import UNLIKE
from ingest.segment.wording import WEIGHTS, wording_of
from tests.ingest.pages import cut

NEIGHBOURHOOD = (
    "网格里的“小管家”\n湘潭县某街道的社区建立党员联系制度，网格员每天入户走访，居民有事先找网格。"
    "社区设立议事角，居民代表共同商量小区里的事。志愿服务队由党员带头，打造邻里互助品牌，社区治理有了新帮手，"
    "还为沿街商户送去便利，开设便民服务点，帮助办理营业执照。社区党群服务中心每周开放六天，居民随时可以来。"
)
FAIR = (
    "博览会准备就绪\n在长沙的会展中心，参会代表和嘉宾陆续抵达。组委会优化通关服务，展品随到随检，"
    "布展活动全部结束。开幕式后还将举行论坛，与会企业围绕贸易合作、知识产权保护座谈，登记的采购商比上届多两成。"
)
COUNTER = (
    "长沙县：审批提速\n长沙县推行一窗受理、并联审批，企业提交一次材料，办理时间由15天压缩到5天，"
    "已为312家企业办理施工许可，窗口工作人员全程代办，企业不用来回跑。"
)


def test_words_and_pairs_are_counted_without_names() -> None:
    assert features_of("长沙推行“一网通办”", "企业在浏阳办理登记。") == [
        *("推行", "推行", "一网通办", "一网", "网通", "通办") * 2,
        *("企业", "在", "办理", "登记", "企业", "业在", "办理", "理登", "登记"),
    ]


@pytest.mark.parametrize(("text", "is_like"), [(NEIGHBOURHOOD, False), (FAIR, False), (COUNTER, True)])
def test_the_words_of_cases_and_of_others(text: str, is_like: bool) -> None:
    title, _, body = text.partition("\n")
    assert (wording_of(title, body).log_odds > 0) is is_like


def test_a_text_is_weighed_by_its_shares() -> None:
    """Twice the same text is as like a case as once, but for what a word that comes again adds."""
    once, twice = wording_of("", COUNTER), wording_of("", COUNTER * 2)
    assert once.added.keys() == twice.added.keys()
    assert math.isclose(once.log_odds, twice.log_odds, abs_tol=1.0)
    assert wording_of("", "").log_odds == wording_of("", "ABC 123").constant


@pytest.mark.parametrize(("text", "word"), [(NEIGHBOURHOOD, "社区"), (FAIR, "举行")])
def test_what_only_its_words_tell_is_told_by_them(text: str, word: str) -> None:
    draft = cut(text)
    assert draft.sections == ()
    told = [notice.message for notice in draft.notices if notice.code == "not-a-case"]
    assert len(told) == 1
    assert UNLIKE in told[0]
    assert f"“{word}”" in told[0]


def test_a_short_text_is_left_to_the_rules() -> None:
    assert [section.title.text for section in cut("湘潭县优化营商环境\n湘潭县举行活动，推行一窗通办。").sections]


def test_no_name_has_a_weight() -> None:
    constant, *lines = WEIGHTS.read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    features = [feature for feature, _, _ in rows]
    assert float(constant) < 0
    assert features == sorted(set(features))
    assert not set(features) & jieba_names().keys()
    assert all(float(rarity) >= 1 and abs(float(weight)) < 50 for _, rarity, weight in rows)
