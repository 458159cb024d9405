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
    return CaseDraft("1", of(title), False, of(lead), measures, preamble=of(preamble))


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
        ("“AI帮办”发出首张个体工商户营业执照", "starting-a-business"),
        ("个体工商户转型为企业“一件事”", "starting-a-business"),
        ("工程建设项目“暗标盲评、远程异地评标”", "tendering-and-bidding"),
        ("农村产权抵押贷款“线上评估、线上放款”", "getting-credit"),
        ("探索商事主体信用分级分类监管", "market-regulation"),
        ("国际中转集拼中心启用", "trading-across-borders"),
        ("“一数一源”为基层报表做减法", "government-services"),
        ("公证服务“最多跑一次”", "government-services"),
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


@pytest.mark.parametrize(
    ("preamble", "expected"),
    [
        ("【获得电力篇】", "getting-electricity"),
        ("四、纳税服务方面", "paying-taxes"),
        ("第三章 招标投标（5个）", "tendering-and-bidding"),
        ("某市营商环境案例选\n◆跨境贸易类", "trading-across-borders"),
        ("二、深化商事制度改革", "starting-a-business"),
        ("优化知识产权保护典型案例", "intellectual-property"),
    ],
)
def test_the_heading_of_a_group_tells_the_indicator_of_its_cases(preamble: str, expected: str) -> None:
    (mention,) = recognise_indicators(case("一个电话管到底", preamble=preamble), LEXICON).indicators
    assert mention.slug == expected
    assert "所在栏目" in mention.reason


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("【执行合同】一站到底化干戈", "enforcing-contracts"),
        ("“获得信贷”指标：让数据说话", "getting-credit"),
        ("水果出证立等可取（跨境贸易）", "trading-across-borders"),
    ],
)
def test_an_indicator_in_brackets_is_printed_too(title: str, expected: str) -> None:
    (mention,) = recognise_indicators(case(title), LEXICON).indicators
    assert (mention.slug, mention.confidence) == (expected, 0.99)


@pytest.mark.parametrize(
    ("title", "lead", "expected"),
    [
        ("推进“跨省通办”", "政务服务窗口联办，含企业开办与纳税申报。", "government-services"),
        ("中级法院建立破产案件繁简分流机制", "", "resolving-insolvency"),
        ("综合保税区创新通关监管模式", "", "trading-across-borders"),
        ("企业扩张更容易", "连锁门店一证多址，新办企业当天领执照。", "starting-a-business"),
        ("一个班组的承诺", "改造线路，接电缩短到5天，停电压减到1小时，供电公司上门。", "getting-electricity"),
        ("“木耳贷”撑起致富伞", "", "getting-credit"),
        ("“税易算”送到厂门口", "", "paying-taxes"),
        ("老业主领到新本本", "交房即交证覆盖12个小区，首次登记并联办理。", "registering-property"),
        ("让港口不再等船", "船舶候泊时间压缩至10小时，海事、边检联合登临。", "trading-across-borders"),
        ("一纸清单见温度", "轻微违法不予处罚，入企检查减少50%。", "market-regulation"),
        ("小驿站大作用", "零工驿站帮助务工人员求职，解决用工200人。", "labour-market-regulation"),
        ("打通出行最后一公里", "新开通公交线路12条，空气质量优良天数增多。", "inclusive-innovation"),
        ("给企业留出时间", "债权人会议通过重整计划，清偿率达40%。", "resolving-insolvency"),
        ("股民的钱要回来了", "示范判决之后，虚假陈述案平均28天调解。", "protecting-minority-investors"),
        ("小企业也能中大单", "预留采购份额，预付款不低于40%。", "government-procurement"),
        ("机坪里的快节奏", "冷链海鲜落地90分钟出关，货站与海关互通。", "trading-across-borders"),
        ("公司僵局有解", "法院审理解散公司诉讼，引导回购股权，股东拿回分红。", "protecting-minority-investors"),
        ("从实验室到生产线", "中试平台转化科研成果120项。", "inclusive-innovation"),
        ("给大货车装上眼睛", "非现场执法点位46处，治超更准。", "market-regulation"),
        ("把供水装进口袋", "提高了信用水平和服务水平，自来水接入减到1天。", "water-and-gas"),
    ],
)
def test_everyday_words_tell_the_subject(title: str, lead: str, expected: str) -> None:
    assert slugs(case(title, lead)) == [expected]


@pytest.mark.parametrize(
    ("title", "lead", "expected"),
    [
        ("首本公益林碳汇收益权证颁发", "村民凭证抵押。", ["registering-property"]),
        ("一名干部跟到底", "为落户企业配驻企秘书、项目管家，园区事园区办。", ["government-services"]),
        ("让车间安心生产", "严查涉企乱检查、乱罚款。", ["market-regulation"]),
        ("一批新规矩", "海事审判改革提速。", ["enforcing-contracts"]),
        ("自由贸易港再出新招", "全岛封关筹备有序。", []),
        ("标准厂房往上长", "工业上楼项目“五证齐发”，弹性出让。", ["construction-permits"]),
        ("厂区的新电源", "虚拟电厂接入园区，源网荷储一体。", ["getting-electricity"]),
        ("养殖户领到新证", "县里发出首批养殖证、水权证。", ["registering-property"]),
        ("商户的好消息", "六税两费减半，离境退税即买即退。", ["paying-taxes"]),
        ("两地货柜一次过关", "湾区组合港开行，一港通覆盖12个码头。", ["trading-across-borders"]),
        ("让科研企业不缺长钱", "投贷联动，耐心资本超9亿元。", ["getting-credit"]),
        ("拆掉看不见的墙", "清理地方保护、市场分割的文件30件。", ["market-regulation"]),
        ("企业有事找得到人", "企业综合服务中心设综窗，智能导办。", ["government-services"]),
        ("实验室里的新生意", "概念验证中心开放，低空经济企业入驻。", ["inclusive-innovation"]),
    ],
)
def test_newer_words_of_the_field(title: str, lead: str, expected: list[str]) -> None:
    assert slugs(case(title, lead)) == expected


@pytest.mark.parametrize(
    "figure",
    [
        "全年外贸出口额增长12%",
        "可提供就业岗位1000个",
        "投产后税收可达800万元",
        "企业今年拿到授权专利30件",
        "光伏产业产值超过90亿元",
    ],
)
def test_how_the_economy_does_is_no_subject(figure: str) -> None:
    assert slugs(case("小城的新变化", f"{figure}。")) == []


@pytest.mark.parametrize(
    ("text", "chance"),
    [
        ("提高信用水平", "用水"),
        ("接电话及时", "接电"),
        ("结合同志们的意见", "合同"),
        ("其中标准三项", "中标"),
        ("企业扩张", "业扩"),
        ("召开工作会", "开工"),
        ("列出清单", "出清"),
        ("加强管理人员队伍", "管理人"),
        ("省外企业落户", "外企"),
        ("推出行动方案", "出行"),
        ("开展市场准入效能评估", "能评"),
        ("明确权限", "确权"),
        ("确保全市达标", "保全"),
    ],
)
def test_a_word_inside_another_by_chance_is_none(text: str, chance: str) -> None:
    assert chance in {word for words in EVIDENCE.values() for word in words}
    assert chance not in {term.word for term in LEXICON.find(text)}


def test_a_service_across_the_border_is_no_trade() -> None:
    assert slugs(case("政务服务自助机实现“跨境通办”", "")) == ["government-services"]


def test_two_subjects_in_a_title() -> None:
    assert set(slugs(case("水电气暖一链办理"))) == {"getting-electricity", "water-and-gas"}


def test_a_loan_on_intellectual_property_is_both() -> None:
    assert slugs(case("知识产权质押融资风险共担")) == ["intellectual-property", "getting-credit"]


def test_an_office_in_the_title_is_not_its_subject() -> None:
    assert slugs(case("税务部门深化“放管服”改革")) == ["government-services"]


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


def test_what_is_printed_is_surer_than_a_title_and_a_title_surer_than_the_text() -> None:
    lead = "接电缩短到5天。停电压减到1小时。供电公司上门。" * 9
    (printed,) = recognise_indicators(case("获得电力指标——更快", lead), LEXICON).indicators
    (titled,) = recognise_indicators(case("接电更快", lead), LEXICON).indicators
    (read,) = recognise_indicators(case("更快更好", lead), LEXICON).indicators
    assert printed.confidence > titled.confidence > read.confidence


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
