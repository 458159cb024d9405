"""Where a paper says itself what it holds, how it numbers it, and what stands around it that is none of it."""

from __future__ import annotations

import pytest

from tests.ingest.pages import PROSE, cut, left_over

STEPS = "一是优化流程，压减环节。二是共享数据，精简材料。三是延伸服务，就近能办，还可以预约上门，节假日照常受理。"

CASES: dict[str, tuple[str, list[str]]] = {
    "a place and its practice on each line, no number": (
        (
            "附件2\n2023年全省优化营商环境“微改革”项目清单\n长沙市推行二手房“带押过户”，买卖双方一次办理\n"
            "株洲市建设惠企政策直达平台\n湘潭市开展工程建设项目“用地清单制”改革\n杭州市推行“信用+承诺”极简审批"
        ),
        [
            "长沙市推行二手房“带押过户”，买卖双方一次办理",
            "株洲市建设惠企政策直达平台",
            "湘潭市开展工程建设项目“用地清单制”改革",
            "杭州市推行“信用+承诺”极简审批",
        ],
    ),
    "a paragraph for each place, no title": (
        (
            "湖南优化营商环境工作简报\n2023年第6期\n各市上半年优化营商环境工作动态\n"
            f"长沙市推行“一窗通办”，归集事项312项，设立代办站6个。{PROSE}\n株洲市组建专员队伍，上半年收集诉求486个，办结471个。{PROSE}\n"
            f"湘潭市推出“安全贷”，联合银行授信2.8亿元，惠及企业143家。{PROSE}\n报：省领导"
        ),
        ["长沙市推行“一窗通办”", "株洲市组建专员队伍", "湘潭市推出“安全贷”"],
    ),
    "one section of a notice goes from county to county": (
        (
            "湖南省人民政府办公厅\n关于2023年度优化营商环境工作情况的通报\n各市人民政府：\n现将有关情况通报如下：\n"
            f"一、总体情况\n{PROSE}\n二、特色亮点\n（一）长沙县。推行“帮代办”服务，代办事项1280件，平均减少跑动3次。\n"
            f"（二）湘潭县。推出“湘莲贷”，授信3.2亿元。\n三、存在的问题\n{PROSE}\n四、下一步要求\n{PROSE}"
        ),
        ["长沙县推行“帮代办”服务", "湘潭县推出“湘莲贷”"],
    ),
    "a weekly with national news and an event between": (
        (
            f"一周营商环境动态\n\n◎长沙：长沙县启用“一业一证”审批\n{PROSE}\n\n◎国家税务总局：4月份减税超4000亿元\n"
            f"据国家税务总局数据，前4个月新增减税4000亿元。\n\n◎杭州：余杭区举办“营商大讲堂”\n5月10日，余杭区举办大讲堂。\n\n"
            f"◎成都：推行“准入即准营”\n{PROSE}"
        ),
        ["长沙：长沙县启用“一业一证”审批", "成都：推行“准入即准营”"],
    ),
    "forms below numbered heads, the body named in its own way": (
        (
            f"表1 全省“揭榜挂帅”成果登记表\n项目名称：园区“拿地即开工”\n揭榜单位：湘潭县人民政府\n主要做法：{PROSE}\n"
            f"取得成效：{PROSE}\n"
            f"表2 全省“揭榜挂帅”成果登记表\n项目名称：涉企“简案快审”\n揭榜单位：长沙市中级人民法院\n主要做法：{PROSE}\n"
            f"取得成效：{PROSE}"
        ),
        ["园区“拿地即开工”", "涉企“简案快审”"],
    ),
    "a press conference at which offices tell what they did": (
        (
            "长沙市优化营商环境系列新闻发布会实录\n主持人：各位记者朋友，大家好！今天请相关部门介绍情况。\n"
            f"市税务局副局长 何某：我们推行“税邮同办”，全年新增减税23.6亿元。{PROSE}\n"
            "市行政审批局副局长 彭某：项目审批时限压缩至40个工作日。"
        ),
        ["长沙市优化营商环境系列新闻发布会实录"],
    ),
    "a reporter who goes from place to place tells one story": (
        (
            "各地优化营商环境 激发活力\n本报讯（记者 王宁）连日来，湖南各地推出改革举措。\n"
            f"长沙市推行“一窗通办”。{PROSE}\n株洲市组建专员队伍。{PROSE}\n湘潭市推出“安全贷”。{PROSE}"
        ),
        ["各地优化营商环境 激发活力"],
    ),
    "the number and the body alone over each title": (
        (
            f"全省优化营商环境典型案例\n案例1：长沙县行政审批服务局\n开展项目“一本制”审批\n{PROSE}\n"
            f"案例2：湘潭县税务局\n推行“非接触式”办税\n{PROSE}\n案例3：浦东新区\n推进“一业一证”改革\n{PROSE}"
        ),
        ["开展项目“一本制”审批", "推行“非接触式”办税", "推进“一业一证”改革"],
    ),
    "paragraphs of places with nothing over them": (
        (
            "成都市在全国率先推行“一窗通办”，将32个部门的窗口整合为8个，群众平均等候时间缩短到6分钟。窗口人员减少三成。\n"
            "近年来，走在前列的浙江省宁波市不断深化工程建设审批改革，审批时限由120个工作日压缩到60个。企业跑动次数减半。\n"
            "在中部，湖南省湘潭市推出“办事不找关系”指南，梳理1300多个事项的办理路径。企业对照指南就能办成事。"
        ),
        [
            "成都市在全国率先推行“一窗通办”",
            "走在前列的浙江省宁波市不断深化工程建设审批改革",
            "湖南省湘潭市推出“办事不找关系”指南，梳理1300多个事项的办理路径",
        ],
    ),
    "paragraphs of places below an introduction alone": (
        (
            "连日来，各地持续深化“放管服”改革，推出一系列举措优化营商环境，为企业发展保驾护航。\n"
            "在浙江宁波，当地推行“一窗通办”服务，企业开办时间压缩至半天。今年以来已有3万多家企业受益。\n"
            "湖南湘潭推行“银税互动”，为小微企业发放信用贷款超过100亿元。企业不用抵押。\n"
            "四川成都推行“蓉易办”，1600多个事项实现全程网办。群众一次都不用跑。"
        ),
        ["在浙江宁波，当地推行“一窗通办”服务，企业开办时间压缩至半天"],
    ),
    "paragraphs of a province and its cities with nothing over them": (
        (
            f"湖南省深化“放管服”改革，企业开办时间压缩到1天。{PROSE}\n长沙市推行“一窗通办”，归集事项312项。{PROSE}\n"
            f"株洲市组建专员队伍，收集诉求486个。{PROSE}\n湘潭市推出“安全贷”，授信2.8亿元。{PROSE}"
        ),
        ["湖南省深化“放管服”改革，企业开办时间压缩到1天"],
    ),
    "paragraphs that open with a word of time before the place": (
        (
            "各地优化营商环境动态\n"
            f"近日，宁波市推出“拿地即开工”审批模式，首批6个项目已经开工建设。{PROSE}\n"
            f"日前，湘潭市开设企业开办专区，实行“一窗受理”。{PROSE}\n"
            f"3月8日，成都市推行“非接触式”办税，212项业务全程网办。{PROSE}"
        ),
        [
            "宁波市推出“拿地即开工”审批模式，首批6个项目已经开工建设",
            "湘潭市开设企业开办专区，实行“一窗受理”",
            "成都市推行“非接触式”办税，212项业务全程网办",
        ],
    ),
    "a line for each city below the report of their province": (
        (
            f"湖南省全面推进“一件事一次办”改革\n近年来，湖南省以企业需求为导向，办事时间平均压缩60%。{PROSE}\n"
            "湘潭市率先将企业开办等事项纳入改革，办事环节由12个减少到4个。\n"
            "长沙市推行“帮代办”服务，为企业免费代办事项2100余件。\n株洲市设立代办站6个，建立“好差评”制度。"
        ),
        ["湖南省全面推进“一件事一次办”改革"],
    ),
    "titles of one line and of two, headings that come again below": (
        (
            f"湖南省优秀案例集\n\n长沙县“标准地+”改革\n跑出项目建设“加速度”\n\n改革背景\n{PROSE}\n\n主要做法\n{STEPS}\n\n"
            f"湘潭县湘莲“仓单贷”\n破解莲企融资难\n\n改革背景\n{PROSE}\n\n主要做法\n{STEPS}\n\n"
            f"浦东新区推行“一业一证”\n\n改革背景\n{PROSE}\n\n主要做法\n{STEPS}"
        ),
        ["长沙县“标准地+”改革 跑出项目建设“加速度”", "湘潭县湘莲“仓单贷” 破解莲企融资难", "浦东新区推行“一业一证”"],
    ),
    "numbers set off by a stroke, with gaps, in an excerpt": (
        (
            f"湘潭市优化营商环境“十佳案例”（节选）\n03 | 湘潭县：拿地即开工\n【背景】{PROSE}\n【成效】{PROSE}\n"
            f"07 | 市法院：执破衔接\n【背景】{PROSE}\n【成效】{PROSE}\n10 | 高新区：水气报装“零跑腿”\n"
            f"【背景】{PROSE}\n【成效】{PROSE}"
        ),
        ["湘潭县：拿地即开工", "市法院：执破衔接", "高新区：水气报装“零跑腿”"],
    ),
    "之一, 之二 set off by a stroke": (
        (
            f"改革参考\n（他山之石专辑）\n2024年第11期\n编者按：现予编发，供学习参考。\n"
            "之一 | 杭州市余杭区以信用分级为基础推行综合监管\n"
            f"一、改革缘起\n{PROSE}\n二、改革成效\n{PROSE}\n之二 | 浦东新区：市场准营承诺即入\n一、改革缘起\n"
            f"{PROSE}\n"
            f"二、改革成效\n{PROSE}"
        ),
        ["杭州市余杭区以信用分级为基础推行综合监管", "浦东新区：市场准营承诺即入"],
    ),
    "bare numbers before the titles": (
        (
            f"湖南省优化营商环境典型案例\n1长沙市设立“办不成事”窗口\n{PROSE}\n2株洲市推行“首违不罚”\n{PROSE}\n"
            f"3湘潭县“开门接电”\n{PROSE}"
        ),
        ["长沙市设立“办不成事”窗口", "株洲市推行“首违不罚”", "湘潭县“开门接电”"],
    ),
    "a guide without page numbers at the front": (
        (
            "营商周报\n第9期\n导读\n● 长沙市：企业服务“一码通办”\n● 株洲：“一品一策”护航企业出海\n"
            "● 湘潭县：产业链“一链一码”监管\n● 一句话新闻\n【地方实践】\n"
            f"长沙市：企业服务“一码通办”\n{PROSE}\n株洲：“一品一策”护航企业出海\n"
            f"长沙市、株洲市相继推行改革。{PROSE}\n湘潭县：产业链“一链一码”监管\n{PROSE}"
        ),
        ["长沙市：企业服务“一码通办”", "株洲：“一品一策”护航企业出海", "湘潭县：产业链“一链一码”监管"],
    ),
    "title lines that a dash holds together": (
        (
            f"湖南省优化营商环境典型案例\n多式联运“一单制” 打通堵点\n——长沙市\n长沙市推进改革。{PROSE}\n"
            f"一、主要做法\n{PROSE}\n二、工作成效\n{PROSE}\n"
            f"办电“阳光业扩”提升“获得电力”水平——\n湘潭市湘潭县\n一、主要做法\n{PROSE}\n二、工作成效\n{PROSE}\n"
            f"让诚信变真金白银——株洲市\n一、主要做法\n{PROSE}\n二、工作成效\n{PROSE}"
        ),
        [
            "多式联运“一单制” 打通堵点 ——长沙市",
            "办电“阳光业扩”提升“获得电力”水平——湘潭市湘潭县",
            "让诚信变真金白银——株洲市",
        ],
    ),
    "a long title that goes on over the first heading": (
        (
            f"湖南省典型案例汇编\n案例一 长沙市以“风险分级、信用分类”为基础推行餐饮物流等三十个\n"
            f"场景综合监管的探索\n一、改革缘起\n{PROSE}\n二、改革成效\n{PROSE}\n"
            f"案例二 株洲市推行承诺即入制\n一、改革缘起\n{PROSE}\n二、改革成效\n{PROSE}"
        ),
        ["长沙市以“风险分级、信用分类”为基础推行餐饮物流等三十个 场景综合监管的探索", "株洲市推行承诺即入制"],
    ),
    "cases numbered anew under each place": (
        (
            f"优化营商环境·市县行\n2021年第6辑\n〇 长沙市\n1、“全代办”服务进楼宇\n{PROSE}{STEPS}\n"
            f"2、加装电梯“七变一”\n{PROSE}{STEPS}\n"
            f"〇 株洲市\n1、黄花“保险+期货”\n{PROSE}{STEPS}\n2、办电“一次都不跑”\n{PROSE}{STEPS}\n报：局领导\n"
            "责任编辑：王某 核稿：李某"
        ),
        ["“全代办”服务进楼宇", "加装电梯“七变一”", "黄花“保险+期货”", "办电“一次都不跑”"],
    ),
    "a part of the book for each place": (
        (
            f"湖南省优化营商环境典型做法\n长沙篇\n“一照通办”破解准营难\n{PROSE}\n{PROSE}\n"
            f"株洲篇\n“一窗通办”破解多头跑\n{PROSE}\n{PROSE}\n湘潭篇\n“一网通办”破解往返跑\n{PROSE}\n{PROSE}"
        ),
        ["“一照通办”破解准营难", "“一窗通办”破解多头跑", "“一网通办”破解往返跑"],
    ),
    "the experiences of the one who speaks are measures": (
        (
            f"在全省优化营商环境大会上的经验交流材料\n长沙市人民政府\n2023年，长沙市坚持改革。{PROSE}\n"
            f"经验一：流程再造\n{PROSE}\n"
            f"经验二：数据赋能\n{PROSE}\n经验三：服务下沉\n{PROSE}"
        ),
        ["在全省优化营商环境大会上的经验交流材料"],
    ),
    "addresses at the end are no articles": (
        (
            f"湘潭市政务服务中心简介\n2019年，湘潭市组建行政审批局，推行一枚印章管审批。{PROSE}\n联系我们：\n"
            "1.湘潭市行政审批服务局\n地址：湘潭市双拥路2号\n2.湘潭市政务服务中心\n地址：湘潭市双拥路9号"
        ),
        ["湘潭市政务服务中心简介"],
    ),
    "how a paper is to be kept is not its title": (
        (
            f"内部资料 注意保存\n\n打造“软联通”新支点\n湘潭市发展和改革委员会\n（2023年11月）\n\n"
            f"湘潭市优化营商环境。{PROSE}\n一、规则衔接\n{PROSE}"
        ),
        ["打造“软联通”新支点"],
    ),
    "who made the page is not its title": (
        f"责编 李某 美编 张某\n组稿编辑：王某 执行编辑：赵某\n湘潭市推行并联审批\n近日，湘潭市推行并联审批。{PROSE}",
        ["湘潭市推行并联审批"],
    ),
    "what kind of paper it is does not belong to the title": (
        (
            f"优环境 强服务 打造营商环境样板\n——湘潭县优化营商环境交流发言材料\n\n各位领导：\n"
            f"湘潭县坚持改革。{PROSE}\n"
            f"一、抓审批\n{PROSE}"
        ),
        ["优环境 强服务 打造营商环境样板"],
    ),
    "the last cell of a table is no signature": (
        (
            "湖南省优化营商环境创新案例名单\n序号\n案例名称\n申报单位\n1\n长沙市推行“半日办结”\n长沙市人民政府\n2\n"
            "株洲市推行用电“三零”\n株洲市人民政府"
        ),
        ["长沙市推行“半日办结”", "株洲市推行用电“三零”"],
    ),
}

NO_CASE: dict[str, tuple[str, str]] = {
    "profiles of persons": (
        f"湘潭市政务之星评选\n王宁，女，中共党员，窗口工作人员。{PROSE}\n李程，男，大学文化，进驻大厅多年。{PROSE}",
        "个人事迹",
    ),
    "how a matter is applied for": (f"湘潭市不动产登记办事指南\n湘潭市双拥路9号办理登记。{PROSE}", "指南"),
    "articles of a local law": (
        f"湖南省优化营商环境条例\n第一章 总则\n第一条 为了优化营商环境，制定本条例。\n第二条 {PROSE}\n第三条 {PROSE}",
        "条文",
    ),
    "statistics with the mark of a note": (
        f"湘潭市2022年国民经济和社会发展统计公报[1]\n湘潭市统计局\n2022年，全市营商环境持续优化。\n一、综合\n{PROSE}",
        "统计",
    ),
    "how cases are to be sent in": (
        (
            f"典型案例报送要求及模板\n一、报送要求\n（一）突出创新性。{PROSE}\n二、模板\n湘潭市某县：标题。{PROSE}\n"
            f"三、报送方式\n{PROSE}"
        ),
        "要求",
    ),
}


@pytest.mark.parametrize(("text", "titles"), CASES.values(), ids=CASES.keys())
def test_cases(text: str, titles: list[str]) -> None:
    assert [section.title.text for section in cut(text).sections] == titles


@pytest.mark.parametrize(("text", "reason"), NO_CASE.values(), ids=NO_CASE.keys())
def test_no_case_and_why(text: str, reason: str) -> None:
    draft = cut(text)
    assert draft.sections == ()
    assert any(reason in notice.message for notice in draft.notices if notice.code == "not-a-case")


@pytest.mark.parametrize("text", [text for text, _ in (*CASES.values(), *NO_CASE.values())])
def test_every_character_is_in_a_case_or_in_a_notice(text: str) -> None:
    assert left_over(cut(text), text) == ""


def test_an_area_in_brackets_says_whose_case_it_is() -> None:
    heading = "湖南自贸试验区最佳实践案例"
    text = f"{heading}\n案例一 知识价值贷款\n（岳阳片区）\n一、背景\n{PROSE}\n"
    text += f"案例二 集中查验\n（长沙片区）\n一、背景\n{PROSE}"
    assert [section.preamble.text for section in cut(text).sections] == ["（岳阳片区）", "（长沙片区）"]


def test_a_place_that_ends_a_table_belongs_to_its_row() -> None:
    text, _ = CASES["the last cell of a table is no signature"]
    assert [section.preamble.text for section in cut(text).sections] == ["长沙市人民政府", "株洲市人民政府"]


def test_a_bulletin_of_one_place_prints_other_news_too() -> None:
    """Its items need not name the place again, but must be cases by all else."""
    items = {
        "县政务中心推行“一窗受理”": PROSE,
        "县领导带队检查防汛物资": "5月3日，县领导到两个乡镇的仓库，逐一清点沙袋、雨衣和照明设备，要求专人值守。",
        "关于报送二季度信息的通知": "请各单位于6月20日前报送二季度信息，每单位不少于两篇，由专人负责联系。",
        "易俗河镇：水电气联办到厂门": f"镇便民服务中心推行联合报装，企业一次申请。{PROSE}",
    }
    contents = "\n".join(f"★{title}" for title in items)
    text = "\n".join(f"{title}\n{told}" for title, told in items.items())
    masthead = "优化营商环境工作简报\n第9期\n湘潭县优化营商环境领导小组办公室  2022年5月6日"
    found = cut(f"{masthead}\n\n本期要目\n{contents}\n\n{text}").sections
    assert [section.title.text for section in found] == ["县政务中心推行“一窗受理”", "易俗河镇：水电气联办到厂门"]
