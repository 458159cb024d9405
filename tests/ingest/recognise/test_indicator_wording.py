"""What all words of a case say together of its indicators, beside what the rules found."""

from __future__ import annotations

import pytest

from ingest.lexicon import jieba_names
from ingest.recognise.indicator_lexicon import Lexicon
from ingest.recognise.indicator_wording import SHORTEST, WEIGHTS, weigh_indicators, wordings_of
from ingest.recognise.indicators import recognise_indicators
from ingest.types import CaseDraft, IndicatorMention
from tests.ingest.recognise.drafts import a_case
from tests.reading import vocabulary

LEXICON = Lexicon(vocabulary().indicators)

LAND = (
    "用地用林“一件事”一起批",
    (
        "项目既要占地又要占林，从前先报一遍林业，再报一遍国土，同样的材料递交两次。如今一个窗口收件，两家一同到现场勘查，"
        "一次批复，修路的、建厂的都省下一个多月，项目得以早日开工。"
    ),
)
SHOP = (
    "一张牌照开到底",
    (
        "过去开一家小超市，食品、烟草、书刊各要一张许可，店主在几个窗口间来回跑，备几套材料。现在一个行业只要一张综合许可证，"
        "一次告知、一表申请，一天办完就能开门营业，全县已发出三百多张。"
    ),
)
BORDER = (
    "夜里也亮着灯",
    (
        "某市口岸的货车从前天黑就停，司机要在车里过夜。自四月起通道昼夜开放，查验人员轮班值守，鲜活农产品排在最前，"
        "货到当场验、当场放，日均进出车辆增加三成，车队老板说一趟能省一天。"
    ),
)
CANTEEN = (
    "村里办起养老食堂",
    (
        "村里把旧学校改成食堂，六十岁以上的老人每餐只要三元，行动不便的由邻居送到家，志愿者轮流择菜、洗碗，"
        "老人们吃完饭在院子里下棋、听戏，儿女在外地打工也放心。"
    ),
)


def slugs(draft: CaseDraft) -> set[str]:
    return {mention.slug for mention in weighed(draft)}


def weighed(draft: CaseDraft) -> tuple[IndicatorMention, ...]:
    return weigh_indicators(draft, LEXICON).indicators


@pytest.mark.parametrize(
    ("text", "by_rules", "expected"),
    [
        (LAND, {"government-services"}, {"government-services", "construction-permits"}),
        (SHOP, {"government-services"}, {"starting-a-business"}),
        (BORDER, {"trading-across-borders"}, {"trading-across-borders"}),
        (CANTEEN, {"inclusive-innovation"}, set()),
    ],
)
def test_words_are_weighed_beside_the_rules(text: tuple[str, str], by_rules: set[str], expected: set[str]) -> None:
    draft = a_case(*text)
    assert {mention.slug for mention in recognise_indicators(draft, LEXICON).indicators} == by_rules
    assert {mention.slug for mention in weighed(draft)} == expected


def test_what_the_source_prints_is_not_weighed() -> None:
    draft = a_case(f"获得电力指标——{LAND[0]}", LAND[1])
    assert weighed(draft) == recognise_indicators(draft, LEXICON).indicators
    assert [mention.slug for mention in weighed(draft)] == ["getting-electricity"]


def test_a_line_or_two_are_left_to_the_rules() -> None:
    draft = a_case(CANTEEN[0], CANTEEN[1][: SHORTEST - 1])
    assert weighed(draft) == recognise_indicators(draft, LEXICON).indicators != ()


def test_an_indicator_that_words_alone_tell_says_which_and_where() -> None:
    draft = a_case(*SHOP)
    (mention,) = weighed(draft)
    assert mention.reason.startswith("用词像这一指标的案例，如“")
    source = "".join(SHOP)
    told = [source[span.start : span.end] for span in mention.spans]
    assert told == [word.split("”")[0] for word in mention.reason.split("“")[1:]]


def test_an_indicator_of_the_rules_keeps_their_reason() -> None:
    (mention,) = weighed(a_case(*BORDER))
    assert mention.reason == "正文有“口岸”1 处、“查验”1 处"
    assert 0.5 < mention.confidence <= 0.98


def test_the_surest_comes_first() -> None:
    sure = [mention.confidence for mention in weighed(a_case(*LAND))]
    assert sure == sorted(sure, reverse=True)


def test_words_speak_for_the_indicators_whose_cases_use_them() -> None:
    wordings = wordings_of("", "破产重整")
    assert max(wordings, key=lambda slug: wordings[slug].log_odds) == "resolving-insolvency"
    assert wordings_of("", "").keys() == {entry.slug for entry in vocabulary().indicators if not entry.parent}


def test_the_weights_are_words_without_names() -> None:
    (_, _, *slugs), (_, _, *constants), *lines = (line.split("\t") for line in WEIGHTS.read_text("utf-8").splitlines())
    assert slugs == [entry.slug for entry in vocabulary().indicators if not entry.parent]
    assert all(float(constant) < 0 for constant in constants)
    words = [word for word, *_ in lines]
    assert words == sorted(set(words))
    assert not set(words) & jieba_names().keys()
    assert all(float(rare) >= 1 and all(abs(float(w)) < 50 for w in weights) for _, rare, *weights in lines)


@pytest.mark.parametrize(
    ("title", "lead", "expected"),
    [
        (
            "“掌上办”富了边境人家",
            "边民互市扩容，每人每天可带的货多了。通关缩短到3分钟。口岸货物多。报关单减少2张，货车随到随走。",
            {"trading-across-borders"},
        ),
        (
            "坚持“马上就办”",
            "工程建设项目审批压到8天，施工许可证2天拿到。办事窗口周末值守，审批时限减半，办件5000件。",
            {"government-services", "construction-permits"},
        ),
        (
            "“知产”变“资产”",
            "商标、专利登记建册。银行发放信用贷款2亿元，贷款利率降1%，风险补偿金兜底90%。为80户授信900万元，征信花1天。",
            {"intellectual-property", "getting-credit"},
        ),
        (
            "一枚公章的故事",
            "行政审批局设综合窗口5个，一窗受理90项。施工许可证3天办结。",
            {"government-services", "construction-permits"},
        ),
        ("坚持“马上就办”", "窗口周末值守，办件5000件，含企业开办。", {"government-services"}),
    ],
)
def test_what_the_text_treats_at_length_is_a_subject_beside_the_strongest(
    title: str, lead: str, expected: set[str]
) -> None:
    assert slugs(a_case(title, lead)) == expected


def test_indicators_named_as_such_are_what_a_court_works_on() -> None:
    lead = "法院紧盯“办理破产”“执行合同”两项指标，全年审理周期缩短至40天，1案入选“全国知识产权典型案例”。"
    assert slugs(a_case("中级法院优化营商环境工作报告", lead)) == {"resolving-insolvency", "enforcing-contracts"}


def test_a_whole_environment_case_has_what_it_treats_with_figures() -> None:
    lead = (
        "深化“放管服”改革，设立综合窗口，推行一网通办。企业开办1日办结、不动产登记3日办结。"
        "全县GDP增长较快，专利申请较多。"
    )
    assert slugs(a_case("某县打造营商环境新高地", lead)) == {
        "government-services",
        "starting-a-business",
        "registering-property",
    }
