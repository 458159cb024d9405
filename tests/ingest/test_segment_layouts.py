"""Layouts of other offices and newspapers: columns of short news, transcripts, headlines of several lines."""

from __future__ import annotations

import pytest

from tests.ingest.pages import LONG, PROSE, cut, left_over

ACHIEVED = "全市企业开办时间已由3个工作日压减到1个工作日，累计服务企业1200户。"


CASES: dict[str, tuple[str, list[str]]] = {
    "newspaper page with its folio": (
        f"湘潭日报 2023年3月21日 星期二 第二版 要闻\n\n湘潭：一枚印章管审批\n\n{LONG}",
        ["湘潭：一枚印章管审批"],
    ),
    "chapters of a book, the label on a line of its own, one of them without a colon behind its place": (
        (
            f"湖南营商故事\n\n上篇\n准入之变\n\n第一章\n长沙市：一张表办到底\n\n{PROSE}\n一、并流程\n{PROSE}\n\n第二章\n"
            f"株洲市“立等可取”改革纪实\n\n一、减材料\n{PROSE}\n\n第三章\n湘潭市：承诺换时间\n\n一、给承诺\n{PROSE}"
        ),
        ["长沙市：一张表办到底", "株洲市“立等可取”改革纪实", "湘潭市：承诺换时间"],
    ),
    "numbered Markdown headings, one of a place by its short name, and a list of references": (
        (
            f"# 实践案例选登\n\n## 1. 龙游：园区里的“办事角”\n\n{PROSE}\n\n## 2. 余杭：用地清单一次交付\n\n{PROSE}\n\n"
            f"## 3. 宁波：验收联合办\n\n{PROSE}\n\n## 参考资料\n\n1. 《优化营商环境条例》\n2. 各地门户网站"
        ),
        ["龙游：园区里的“办事角”", "余杭：用地清单一次交付", "宁波：验收联合办"],
    ),
    "marked articles of one page, who made it marked as well": (
        (
            f"一线见闻\n## 湘潭 窗口前移“少跑路”\n{LONG}\n## 株洲 仓库“云监管”\n{LONG}\n"
            f"## 油菜花开春意浓\n本报讯 连日来，村里的油菜花陆续开放，游人纷至沓来，花田边的农家小院坐满了客人。\n"
            f"## 本版责编：王宁 电话：0731-8400xxxx"
        ),
        ["湘潭 窗口前移“少跑路”", "株洲 仓库“云监管”"],
    ),
    "items of a site under the name of its column": (
        (
            f"公告信息\n\n湘潭县推行企业注销“一窗办”\n\n{LONG}\n\n长沙市银行网点专设小微企业窗口\n\n{LONG}\n\n"
            "株洲商业街开出首家五星级酒店\n\n酒店占地三十亩，有客房二百余间，配有泳池和宴会厅，春节前迎客。"
        ),
        ["湘潭县推行企业注销“一窗办”", "长沙市银行网点专设小微企业窗口"],
    ),
    "short news, one of the weather": (
        (
            "营商环境短讯\n长沙：施工许可分阶段办\n本报讯 长沙市对项目推行施工许可分阶段办理，企业可先行开工。\n"
            "湘潭：税务管家进园区\n本报讯 湘潭市税务局组建团队上门辅导。\n"
            "山区迎来入冬首场降雪\n本报讯 昨日夜间，海拔千米以上的山地普降小雪，部分路段结冰。\n"
            "株洲：贷款当天到账\n本报讯 株洲市搭建平台，企业线上申请贷款，当天到账。"
        ),
        ["长沙：施工许可分阶段办", "湘潭：税务管家进园区", "株洲：贷款当天到账"],
    ),
    "web page with date and publisher": (
        f"湘潭县推行“容缺受理”\n2023-05-11·湘潭发布\n{LONG}",
        ["湘潭县推行“容缺受理”"],
    ),
    "second headline": (
        f"“一窗通”跑出加速度\n湘潭市多措并举优化企业开办服务\n{LONG}\n{LONG}",
        ["“一窗通”跑出加速度 湘潭市多措并举优化企业开办服务"],
    ),
    "first heading of the text is no second headline": (
        f"湘潭县打造一流营商环境\n“零跑团”让项目审批驶入快车道\n{LONG}\n“驻企服务”助力企业成长壮大\n{LONG}",
        ["湘潭县打造一流营商环境"],
    ),
    "headline of two lines over a dash": (
        f"聚焦“三个维度”\n推动政务服务提质增效\n——湘潭市深化改革典型经验\n{LONG}\n一、聚焦审批\n{PROSE}",
        ["聚焦“三个维度” 推动政务服务提质增效 ——湘潭市深化改革典型经验"],
    ),
    "editor's note over the headline": (
        (
            f"编者按：近年来，全省各地大胆探索，形成了一批典型经验。现予刊发，供各地学习借鉴。\n湘潭市推行并联审批\n"
            f"{LONG}"
        ),
        ["湘潭市推行并联审批"],
    ),
    "report below the name of the court": (
        f"湘潭市中级人民法院\n2022年优化营商环境工作情况的报告\n今年以来，{LONG}\n一、主要做法\n{PROSE}",
        ["湘潭市中级人民法院 2022年优化营商环境工作情况的报告"],
    ),
    "end of a long case title set off on the next line": (
        (
            f"典型案例选编\n\n【案例1】长沙市长沙县：工程建设项目“模拟审批”\n提前办理\n\n{PROSE}\n\n"
            f"【案例2】湘潭市湘潭县：推行“首席服务员”\n\n{PROSE}"
        ),
        ["长沙市长沙县：工程建设项目“模拟审批” 提前办理", "湘潭市湘潭县：推行“首席服务员”"],
    ),
    "bulletin of marked items, one of them a meeting": (
        (
            f"湘潭营商环境快讯\n2023年第4期\n\n★ 湘潭县：上线“企业码”\n{PROSE}\n\n★ 长沙县：代办员跑手续\n{PROSE}\n\n"
            f"★ 我市召开优化营商环境大会\n5月8日，全市优化营商环境大会召开，市委书记出席会议并讲话。"
        ),
        ["湘潭县：上线“企业码”", "长沙县：代办员跑手续"],
    ),
    "two issues bound as one, a case of the first printed again in the second": (
        (
            f"每周优秀案例\n\n长沙市：企业开办“一网通”\n一、优化流程\n{PROSE}\n\n"
            f"湘潭市：推行“首席服务员”\n一、优化流程\n{PROSE}\n\n"
            f"株洲市：“证照联办”\n一、优化流程\n{PROSE}\n\n"
            f"长沙市：企业开办“一网通”\n一、优化流程\n{PROSE}"
        ),
        ["长沙市：企业开办“一网通”", "湘潭市：推行“首席服务员”", "株洲市：“证照联办”", "长沙市：企业开办“一网通”"],
    ),
    "cases below the names of their places": (
        (
            f"湖南省优化营商环境典型案例（第一批）\n\n长沙市\n推行“交房即交证”改革\n{PROSE}\n\n株洲市\n"
            f"打造“无证明城市”\n{PROSE}"
        ),
        ["推行“交房即交证”改革", "打造“无证明城市”"],
    ),
    "cases numbered by chapter": (
        (
            f"第一篇 开办企业\n案例1-1 长沙市：企业开办“一网通”\n{PROSE}\n案例1-2 株洲市：“证照联办”\n{PROSE}\n"
            f"第二篇 获得电力\n案例2-1 湘潭市：“五零”服务\n{PROSE}"
        ),
        ["长沙市：企业开办“一网通”", "株洲市：“证照联办”", "湘潭市：“五零”服务"],
    ),
    "work summary whose first sentence ends with a colon": (
        (
            f"关于湘潭县优化营商环境工作的总结\n今年以来，我县主要做了以下工作：\n"
            f"第一，深化改革。{LONG}第二，强化保障。{LONG}"
        ),
        ["关于湘潭县优化营商环境工作的总结"],
    ),
    "how long a list is open to objections is no part of its last case": (
        (
            f"湖南省典型案例公示\n一、长沙市：智慧审批\n{PROSE}\n二、株洲市：产业链招商\n{PROSE}\n"
            "公示期为2022年12月1日至12月7日。"
        ),
        ["长沙市：智慧审批", "株洲市：产业链招商"],
    ),
    "policies that pay out without an application": (
        "湘潭县：政策“免申即享”\n以往企业多头跑、反复交材料。湘潭县打通12个部门数据，自动匹配，兑现资金3.6亿元。",
        ["湘潭县：政策“免申即享”"],
    ),
    "introduction, then one numbered case": (
        (
            f"本书选取了各地有代表性的创新案例，供读者参考。{PROSE}\n案例7：长沙市推行“交房即交证”\n{LONG}\n"
            f"一、典型做法\n{PROSE}"
        ),
        ["长沙市推行“交房即交证”"],
    ),
    "column of short news, one of them a contest": (
        (
            f"营商环境进行时\n\n长沙：企业注销“一网通”\n本报长沙讯（记者 王宁）{PROSE}\n\n株洲举办营商环境知识竞赛\n"
            f"本报株洲讯（记者 李程）6月5日，株洲市营商环境知识竞赛决赛举行。\n\n湘潭：报装“零收费”\n"
            f"本报湘潭讯 {PROSE}"
        ),
        ["长沙：企业注销“一网通”", "湘潭：报装“零收费”"],
    ),
    "round-up of the cities of one province": (
        (
            f"多点开花\n各地改革创新，{PROSE}\n长沙市推行“交房即交证”改革\n{LONG}\n株洲市打造政务服务“帮代办”队伍\n"
            f"{LONG}\n湘潭市实现“拿地即开工”\n{LONG}"
        ),
        ["长沙市推行“交房即交证”改革", "株洲市打造政务服务“帮代办”队伍", "湘潭市实现“拿地即开工”"],
    ),
    "numbered by what they are called, each of another place": (
        f"第三批改革经验\n\n经验一长沙市：车辆年检“零排队”\n{PROSE}\n\n经验二株洲市：货运资格“网上考”\n{PROSE}",
        ["长沙市：车辆年检“零排队”", "株洲市：货运资格“网上考”"],
    ),
    "one of the numbered titles names its place without a colon": (
        (
            f"各地一线观察\n样本一：长沙市：驾照换发“自助办”\n{PROSE}\n样本二：株洲市推行“错时服务”\n{PROSE}\n"
            f"样本三：湘潭市：码头岸电“一键接”\n{PROSE}"
        ),
        ["长沙市：驾照换发“自助办”", "株洲市推行“错时服务”", "湘潭市：码头岸电“一键接”"],
    ),
    "PART over the title": (
        f"各地一线观察\n\nPART 01\n长沙市：驾照换发“自助办”\n{PROSE}\n\nPART 02\n株洲市推行“错时服务”\n{PROSE}",
        ["长沙市：驾照换发“自助办”", "株洲市推行“错时服务”"],
    ),
    "NO.1 before the title": (
        f"各地一线观察\nNO.1长沙市：驾照换发“自助办”\n{PROSE}\nNO.2株洲市推行“错时服务”\n{PROSE}",
        ["长沙市：驾照换发“自助办”", "株洲市推行“错时服务”"],
    ),
    "one place's measures numbered in the same way": (
        f"湘潭县提升办税体验\n{PROSE}\n经验一：预约办理\n{PROSE}\n经验二：远程帮办\n{PROSE}",
        ["湘潭县提升办税体验"],
    ),
    "label and title on two lines, no heading over them all": (
        (
            f"改革案例之一\n杭州市：水电气“一表通”\n痛点\n报装要填三张表。\n做法\n{PROSE}\n（杭州市建委供稿）\n\n"
            f"改革案例之二\n宁波市：提单“电子签”\n痛点\n换单要跑码头。\n做法\n{PROSE}\n（宁波市口岸办供稿）"
        ),
        ["杭州市：水电气“一表通”", "宁波市：提单“电子签”"],
    ),
    "newspaper page with a related story": (
        (
            f"B02 民生 2023年5月9日 星期二\n\n代跑变直达 难办变好办\n湘潭县老旧楼宇加装电梯审批见闻\n{LONG}\n\n"
            f"◎相关新闻\n株洲：商标注册“家门口”办\n{LONG}"
        ),
        ["代跑变直达 难办变好办", "株洲：商标注册“家门口”办"],
    ),
    "page of a newspaper on the web": (
        f"湘潭日报 数字报纸\n00003版：县域\n代办员带着公章跑园区\n湘潭县深化改革，{LONG}",
        ["代办员带着公章跑园区"],
    ),
    "date and source in brackets below the headline": (
        f"湘潭县：流水线旁办证\n（2024-06-18）稿件来源：湘潭日报\n{LONG}",
        ["湘潭县：流水线旁办证"],
    ),
    "transcript of a press conference": (
        (
            f"湘潭市“放管服”改革新闻发布会实录\n时间：2020年9月16日\n湖南日报记者：请问有哪些新举措？\n"
            f"市场监管局 吴江：谢谢提问。我们推行“一窗通”服务。{ACHIEVED}\n红网记者：融资难怎么解决？\n韦丽：{PROSE}"
        ),
        ["湘潭市“放管服”改革新闻发布会实录"],
    ),
}


@pytest.mark.parametrize(("text", "titles"), CASES.values(), ids=CASES.keys())
def test_cases(text: str, titles: list[str]) -> None:
    assert [section.title.text for section in cut(text).sections] == titles


@pytest.mark.parametrize("text", [text for text, _ in CASES.values()])
def test_every_character_is_in_a_case_or_in_a_notice(text: str) -> None:
    assert left_over(cut(text), text) == ""


def test_answers_of_one_place_stay_one_case() -> None:
    text = (
        f"湘潭市优化营商环境新闻发布会实录\n记者：请问怎样提速？\n湘潭市发展改革委主任 王×：{ACHIEVED}\n"
        f"记者：怎样减费？\n湘潭市财政局局长 李×：{ACHIEVED}"
    )
    assert len(cut(text).sections) == 1


def test_datelines_below_each_other_name_one_start_twice() -> None:
    first = f"湘潭市推行容缺受理 让\n新湘资讯 2022-\n本报株洲讯（记者 王宁）\n{PROSE}"
    text = f"{first}\n湘潭县减材料\n本报湘潭讯（记者 王宁）\n{PROSE}"
    assert left_over(cut(text), text) == ""


def test_what_stands_over_a_lone_case_is_no_part_of_it() -> None:
    (section,) = cut(CASES["editor's note over the headline"][0]).sections
    assert [block.text.text for block in section.blocks] == [LONG]


def test_the_last_case_ends_before_the_closing_lines() -> None:
    text, _ = CASES["how long a list is open to objections is no part of its last case"]
    assert [[block.text.text for block in section.blocks] for section in cut(text).sections] == [[PROSE], [PROSE]]


def test_who_sent_a_case_in_belongs_to_it_and_not_to_the_next() -> None:
    sections = cut(CASES["label and title on two lines, no heading over them all"][0]).sections
    assert [section.preamble.text for section in sections] == ["（杭州市建委供稿）", "（宁波市口岸办供稿）"]
    assert [section.blocks[-1].text.text for section in sections] == [PROSE, PROSE]


def test_issues_of_a_bulletin_bound_together() -> None:
    issue = "优化营商环境工作简报\n第{0}期\n长沙市优化营商环境办公室 2022年{0}月6日\n{1}\n{2}\n一、压减环节\n{2}\n"
    titles = ["长沙县打造“无证明”城市", "株洲市推行“码上监督”", "湘潭县实施“全链条”服务"]
    text = "".join(issue.format(n, title, PROSE) for n, title in enumerate(titles, 4))
    assert [section.title.text for section in cut(text).sections] == titles
    assert left_over(cut(text), text) == ""


def test_a_header_on_every_page_begins_no_issue() -> None:
    header = "长沙市优化营商环境经验材料\n2022年4月\n"
    pages = [f"长沙市推行“一窗受理”\n{PROSE}\n一、再造流程\n{LONG}", f"二、共享数据\n{PROSE}", f"三、加强监督\n{PROSE}"]
    text = "\n".join(header + page for page in pages)
    assert len(cut(text).sections) == 1


def test_a_clause_that_is_the_title_stays_in_the_text() -> None:
    text = (
        "各地优化营商环境做法摘登\n1.长沙市推行“一窗受理”，企业开办由三天压缩至一天。\n惠及企业两万户。\n"
        "2.湘潭市压减材料。取消证明。"
    )
    first, second = cut(text).sections
    assert [block.text.text for block in first.blocks] == [
        "长沙市推行“一窗受理”，企业开办由三天压缩至一天。",
        "惠及企业两万户。",
    ]
    assert (first.title.text, first.title_is_made) == ("长沙市推行“一窗受理”", True)
    assert [block.text.text for block in second.blocks] == ["取消证明。"]  # a heading of its own is cut off
    assert not second.title_is_made
