"""A document cut into its cases: one small text for each way that compilations, notices, digests and news do."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.recognise.documents import recognise_document
from ingest.segment import segment
from ingest.types import Notice, Severity, SourceKind, Span
from tests.ingest.pages import GAZETTEER, LEXICON, PROSE, cut, document, left_over, page

NEWS = "近日，记者从市政务服务局获悉，该市推行“一件事一次办”改革，企业开办由五个环节压减为一个环节，当日即可办结。"


CASES: dict[str, tuple[str, list[str]]] = {
    "compilation with a cover": (
        (
            f"每周优秀案例\n12月13日-12月19日\n\n湖南省：探索信用监管“一张网”\n{NEWS}\n夯实基础\n{PROSE}\n"
            f"浙江省杭州市：余杭区提升服务效能 打造优质环境\n{NEWS}\n浙江省宁波市：36条热线合并了！\n{NEWS}"
        ),
        [
            "湖南省：探索信用监管“一张网”",
            "浙江省杭州市：余杭区提升服务效能 打造优质环境",
            "浙江省宁波市：36条热线合并了！",
        ],
    ),
    "labelled 案例一, title on the same line": (
        (
            f"湖南省优化营商环境典型案例汇编\n案例一：长沙市推行“交房即交证”\n{PROSE}\n一、主要做法\n{PROSE}\n"
            f"案例二：株洲市推行并联审批\n{PROSE}"
        ),
        ["长沙市推行“交房即交证”", "株洲市推行并联审批"],
    ),
    "labelled 案例一 without a mark, 【主要做法】 below each": (
        f"湖南省典型案例汇编\n案例一长沙市：打造不打烊服务\n【主要做法】\n{PROSE}\n案例二湘潭县：拿地即开工\n【主要做法】\n{PROSE}",
        ["长沙市：打造不打烊服务", "湘潭县：拿地即开工"],
    ),
    "ten cases of one city": (
        f"长沙市十大营商环境创新案例\n1. 市行政审批局：“湘易办”掌上通办\n{PROSE}\n2. 市税务局：“非接触式”办税\n{PROSE}",
        ["市行政审批局：“湘易办”掌上通办", "市税务局：“非接触式”办税"],
    ),
    "bulletin with issuer, date and circulation": (
        (
            "中共湘潭县委改革工作简报\n第8期\n中共湘潭县委改革办2023年4月12日\n湘潭县“四减四增”打造新高地\n"
            f"今年以来，我县深化改革。{PROSE}\n报：市委改革办\n送：县委常委"
        ),
        ["湘潭县“四减四增”打造新高地"],
    ),
    "title of two lines set off by a blank one": (
        f"湘潭县聚焦企业需求\n全力打造营商环境新高地\n\n{NEWS}\n\n{PROSE}",
        ["湘潭县聚焦企业需求 全力打造营商环境新高地"],
    ),
    "practices of places after dashes": (
        f"各地优化营商环境的做法\n——上海市：推行“一业一证”改革。{PROSE}\n——浙江省杭州市：建设亲清在线平台。{PROSE}",
        ["上海市：推行“一业一证”改革", "浙江省杭州市：建设亲清在线平台"],
    ),
    "one case that says so and names its place": (
        f"营商环境典型案例：湖南省湘潭市“一网通办”改革\n湘潭市深化改革。{PROSE}\n主要做法：\n1.推进标准化。{PROSE}\n2.推进数据共享。{PROSE}",
        ["营商环境典型案例：湖南省湘潭市“一网通办”改革"],
    ),
    "web news with time and source": (
        f"浙江：“拿地即开工”让项目加速跑\n2023-05-06 08:12 来源：新华日报\n{NEWS}\n流程再造，审批提速\n{PROSE}",
        ["浙江：“拿地即开工”让项目加速跑"],
    ),
    "labelled 【案例1】, title on the next line": (
        f"典型案例\n【案例1】\n长沙市推行“交房即交证”\n{PROSE}\n【案例2】\n株洲市推行并联审批\n{PROSE}",
        ["长沙市推行“交房即交证”", "株洲市推行并联审批"],
    ),
    "numbered titles that open with the place": (
        f"全省优化营商环境改革举措\n（一）长沙市：推行“交房即交证”\n{PROSE}\n（二）株洲市：推行并联审批\n{PROSE}",
        ["长沙市：推行“交房即交证”", "株洲市：推行并联审批"],
    ),
    "ten cases, each with the same headings below": (
        (
            f"长沙市十大改革案例\n一、交房即交证\n（一）主要做法\n{PROSE}\n（二）取得成效\n{PROSE}\n"
            f"二、企业开办一日办结\n（一）主要做法\n{PROSE}\n"
            f"（二）取得成效\n{PROSE}"
        ),
        ["交房即交证", "企业开办一日办结"],
    ),
    "newspaper spread, out of order": (
        (
            f"一地一域添光彩\n长沙七大领域案例向全国推介\n本报受权发布七个案例。\n1. 强化保护激发活力\n一、挖掘价值\n"
            f"{PROSE}\n二、严格保护\n{PROSE}\n"
            f"3. 提高通关便利\n一、降低成本\n{PROSE}\n2. 劳动力市场监管 服务市场主体\n一、提高水平\n{PROSE}"
        ),
        ["强化保护激发活力", "提高通关便利", "劳动力市场监管 服务市场主体"],
    ),
    "notice with an annex of run-in cases": (
        (
            "长沙市优化营商环境工作领导小组办公室\n关于表彰先进单位的通报\n各区县（市）政府：\n一、牵头单位\n"
            "（一）获得电力指标\n牵头单位：市发展改革委。\n"
            "附件：《典型经验做法》\n长沙市优化营商环境工作领导小组办公室\n2021年2月18日\n典型经验做法\n"
            f"一、获得电力指标——压减报装环节，降低用电成本。{PROSE}\n二、长沙县打造中部标杆。{PROSE}"
        ),
        ["获得电力指标——压减报装环节，降低用电成本", "长沙县打造中部标杆"],
    ),
    "annex of one-line practices": (
        (
            "国务院办公厅关于对典型经验做法给予表扬的通报\n国办发〔2018〕108号\n各省、自治区、直辖市人民政府：\n"
            "现予以通报表扬。\n国务院办公厅\n"
            "2018年11月19日\n附件\n大督查发现的典型经验做法\n（共4项）\n1.湖南省长沙市推进“交房即交证”，"
            "提升不动产登记水平。\n"
            "2.浙江省杭州市探索企业开办“一件事”改革。\n3.湖南省湘潭市推进棚户区改造。\n"
            "4.上海市浦东新区全面推进“证照分离”试点。"
        ),
        [
            "湖南省长沙市推进“交房即交证”，提升不动产登记水平",
            "浙江省杭州市探索企业开办“一件事”改革",
            "上海市浦东新区全面推进“证照分离”试点",
        ],
    ),
    "digest in which only some items are cases": (
        (
            f"电子政务简讯第238期：本周简报\n杭州：余杭区开办企业“一网通办”走在前列\n{NEWS}\n"
            f"自然资源标准化信息服务平台上线运行\n"
            "5月28日，平台正式上线，可为公众提供1000余项国家标准的全文在线阅读，企事业单位可以免费查阅。\n"
            "多部门联合发布《网络安全审查办法》正式实施\n"
            "由国家互联网信息办公室等12个部门联合发布的《网络安全审查办法》从6月1日起正式实施。\n"
            "政策文件\n征集｜《长沙市产业区块管理办法》公开征求意见\n为规范产业区块管理，推动工业高质量发展，"
            "我局组织制定了管理办法，现公开征求意见，欢迎社会各界提出。\n"
            f"长沙：全力打造营商环境高地\n{NEWS}"
        ),
        ["杭州：余杭区开办企业“一网通办”走在前列", "长沙：全力打造营商环境高地"],
    ),
    "television news": (
        f"《新闻联播》（20230415）\n上海实施237项改革 优化营商环境\n央视网消息（新闻联播）：{NEWS}\n{PROSE}",
        ["上海实施237项改革 优化营商环境"],
    ),
    "a programme and its day over the title": (
        f"晚间新闻 2023-04-15\n\n上海实施237项改革 优化营商环境\n\n{NEWS}\n{PROSE}",
        ["上海实施237项改革 优化营商环境"],
    ),
    "television news on two provinces": (
        (
            "《新闻联播》（20260411）\n【真抓实干】湖南融入全国统一大市场 浙江不断优化营商环境\n"
            "央视网消息（新闻联播）：湖南、浙江持续推动改革。\n"
            f"湖南积极融入全国统一大市场\n{NEWS}\n浙江不断优化营商环境 推动发展\n{NEWS}"
        ),
        ["湖南积极融入全国统一大市场", "浙江不断优化营商环境 推动发展"],
    ),
    "an article with headings of its own": (
        (
            f"长沙县打造一流营商环境\n来源：湖南日报\n{NEWS}\n“零跑团”让项目审批驶入“快车道”\n{PROSE}\n"
            f"“驻企服务”助力企业成长壮大\n{PROSE}"
        ),
        ["长沙县打造一流营商环境"],
    ),
    "news without a title": (
        f"湘潭县牢固树立“企业有事马上办”的理念，深化“放管服”改革。{PROSE}\n{PROSE}",
        ["湘潭县牢固树立“企业有事马上办”的理念，深化“放管服”改革"],
    ),
    "plan": (
        (
            f"湖南湘江新区政务服务中心\n长沙市“营商环境优化年”活动实施方案\n为扎实推进营商环境优化，制定本方案。\n"
            f"一、总体要求\n{PROSE}\n二、主要任务\n"
            f"1. 推进简政放权。{PROSE}\n责任科室：审批科\n长沙市政务服务中心\n2019年3月26日"
        ),
        ["长沙市“营商环境优化年”活动实施方案"],
    ),
    "notice that prints a plan": (
        (
            "长沙市人民政府办公厅\n关于印发《长沙市优化营商环境三年行动计划》的通知\n长政办发〔2019〕10号\n"
            "各区县（市）人民政府：\n"
            "现将行动计划印发给你们，请认真贯彻执行。\n长沙市人民政府办公厅\n2019年3月26日\n"
            "长沙市优化营商环境三年行动计划\n"
            f"为优化营商环境，制定本计划。\n一、总体要求\n{PROSE}\n二、主要任务\n{PROSE}"
        ),
        ["长沙市优化营商环境三年行动计划"],
    ),
    "county work summary": (
        (
            f"湘潭县2022年优化营商环境工作总结\n2022年，我县深化“放管服”改革。\n一、主要做法\n（一）减材料\n{PROSE}\n"
            f"二、存在问题\n{PROSE}\n三、下一步打算\n{PROSE}"
        ),
        ["湘潭县2022年优化营商环境工作总结"],
    ),
    "bulletin with a masthead": (
        (
            f"优化营商环境工作简报\n第12期\n湘潭市优化营商环境办公室\n2022年5月6日\n"
            f"湘潭县：推行帮办代办 跑出审批加速度\n{NEWS}\n{PROSE}"
        ),
        ["湘潭县：推行帮办代办 跑出审批加速度"],
    ),
    "practices grouped by place": (
        f"各地优化营商环境经验做法\n上海市\n{NEWS}\n{PROSE}\n浙江省\n{NEWS}\n{PROSE}",
        ["上海市", "浙江省"],
    ),
    "practices in groups, numbered through": (
        (
            "全国优化营商环境典型做法\n一、简政放权方面\n1. 上海市推行企业开办“一窗通”。\n"
            "2. 湖南省长沙市推行并联审批。\n二、放管结合方面\n"
            "3. 浙江省杭州市推行“双随机”监管。\n4. 四川省成都市推行包容审慎监管。"
        ),
        [
            "上海市推行企业开办“一窗通”",
            "湖南省长沙市推行并联审批",
            "浙江省杭州市推行“双随机”监管",
            "四川省成都市推行包容审慎监管",
        ],
    ),
    "titles listed at the front and printed again": (
        (
            "全区优化营商环境建设典型案例（2025年第3期）\n1.“云勘验”大幅提升审批效能\n2.数字赋能打造就业宜居新样板\n"
            "“云勘验”大幅提升审批效能\n"
            f"近年来，长沙县深化改革。{PROSE}\n一、具体做法\n{PROSE}\n数字赋能打造就业宜居新样板\n{PROSE}"
        ),
        ["“云勘验”大幅提升审批效能", "数字赋能打造就业宜居新样板"],
    ),
    "titles of two lines under 排名1": (
        (
            f"2023年度各区优化营商环境优秀案例\n排名1\n立足专业、着力规范、持续创新\n精耕企业合规“实验田”\n"
            f"一、工作背景\n{PROSE}\n二、主要做法\n{PROSE}\n"
            f"排名2\n浦东新区推行“一业一证”\n一、工作背景\n{PROSE}"
        ),
        ["立足专业、着力规范、持续创新 精耕企业合规“实验田”", "浦东新区推行“一业一证”"],
    ),
    "titles without numbers, 一、 anew under each": (
        (
            f"长沙县推行“云勘验”提升审批效能\n近年来，长沙县深化改革。{PROSE}\n一、具体做法\n{PROSE}\n二、工作成效\n"
            f"{PROSE}\n"
            f"湘潭县数字赋能打造宜居样板\n一、具体做法\n{PROSE}"
        ),
        ["长沙县推行“云勘验”提升审批效能", "湘潭县数字赋能打造宜居样板"],
    ),
    "notice that prints measures under another title": (
        (
            "长沙市人民政府办公厅关于印发聚焦企业关切若干措施的通知\n长政办发〔2019〕10号\n各区县（市）人民政府：\n"
            "现印发给你们，请认真组织实施。\n"
            "长沙市人民政府办公厅\n2019年1月16日\n长沙市聚焦企业关切若干政策措施\n为贯彻落实国务院文件精神，"
            "提出若干措施。\n"
            f"一、破除门槛\n（一）{PROSE}\n责任单位：市发改委\n时限要求：持续推进\n二、降低成本\n（一）{PROSE}"
        ),
        ["长沙市聚焦企业关切若干政策措施"],
    ),
    "several articles on a page": (
        (
            f"## 从百年党史中汲取营商环境奋进力量\n湘潭市优化营商环境协调事务中心开展学习。{PROSE}\n"
            f"# “双优”工程引领攻坚行动\n## ——我市工作综述\n"
            f"近年来，湘潭市优化营商环境。{PROSE}\n### 优化政务环境\n{PROSE}"
        ),
        ["从百年党史中汲取营商环境奋进力量", "“双优”工程引领攻坚行动 ——我市工作综述"],
    ),
}


@pytest.mark.parametrize(("text", "titles"), CASES.values(), ids=CASES.keys())
def test_cases(text: str, titles: list[str]) -> None:
    assert [section.title.text for section in cut(text).sections] == titles


@pytest.mark.parametrize("text", [text for text, _ in CASES.values()])
def test_every_character_is_in_a_case_or_in_a_notice(text: str) -> None:
    assert left_over(cut(text), text) == ""


def test_a_title_of_two_lines_is_put_together_from_the_contents() -> None:
    contents = "湖南省长沙市：全国首创，率先实现公共资源交易“一照通办” 3\n"
    first = f"湖南省长沙市：全国首创\n率先实现公共资源交易“一照通办”\n{NEWS}"
    text = f"{contents}{first}\n湖南省：探索信用监管\n推进改革\n{NEWS}"
    notice = Notice("contents", Severity.INFO, "目录", (Span(0, len(contents)),))
    body = page(text, (notice,))
    draft = segment(type(body)(body.blocks[1:], (notice,)), document(text, (notice,)), GAZETTEER, LEXICON)
    assert [section.title.text for section in draft.sections] == [
        "湖南省长沙市：全国首创 率先实现公共资源交易“一照通办”",
        "湖南省：探索信用监管",
    ]
    assert [block.text.text for block in draft.sections[1].blocks] == ["推进改革", NEWS]


def test_an_item_of_a_digest_ends_where_the_next_headline_stands() -> None:
    sections = cut(CASES["digest in which only some items are cases"][0]).sections
    assert [[block.text.text for block in section.blocks] for section in sections] == [[NEWS], [NEWS]]


def test_the_text_of_a_run_in_item_begins_after_its_title() -> None:
    text, _ = CASES["notice with an annex of run-in cases"]
    assert [[block.text.text for block in section.blocks] for section in cut(text).sections] == [[PROSE], [PROSE]]


@pytest.mark.parametrize("text", ["", "案例一\n案例二", "附件", "一、\n二、"])
def test_a_document_with_no_words_in_it_holds_no_case(text: str) -> None:
    assert cut(text).sections == ()


def test_a_made_title_says_so() -> None:
    sections = cut(CASES["news without a title"][0]).sections
    assert [section.title_is_made for section in sections] == [True]


def test_the_heading_over_a_group_goes_with_the_items_below() -> None:
    sections = cut(CASES["practices in groups, numbered through"][0]).sections
    assert [section.preamble.text for section in sections] == ["一、简政放权方面"] * 2 + ["二、放管结合方面"] * 2


@pytest.mark.parametrize(
    ("name", "title", "kind"),
    [
        ("compilation with a cover", "每周优秀案例", SourceKind.COMPILATION),
        ("newspaper spread, out of order", "一地一域添光彩", SourceKind.NEWSPAPER),
        ("notice with an annex of run-in cases", "关于表彰先进单位的通报", SourceKind.NOTICE),
        ("television news", "上海实施237项改革 优化营商环境", SourceKind.NEWS),
        ("plan", "长沙市“营商环境优化年”活动实施方案", SourceKind.PLAN),
        ("several articles on a page", "从百年党史中汲取营商环境奋进力量", SourceKind.NEWSPAPER),
        ("bulletin with a masthead", "湘潭县：推行帮办代办 跑出审批加速度", SourceKind.OTHER),
    ],
)
def test_what_a_document_is(name: str, title: str, kind: SourceKind) -> None:
    text = CASES[name][0]
    draft = recognise_document(cut(text), document(text))
    assert (draft.title, draft.kind) == (title, kind)


def test_facts_of_a_notice() -> None:
    text = CASES["annex of one-line practices"][0]
    draft = recognise_document(cut(text), document(text))
    assert (draft.document_number, draft.published_on) == ("国办发〔2018〕108号", date(2018, 11, 19))
    assert cut(CASES["plan"][0]).letterhead.text == "湖南湘江新区政务服务中心"
