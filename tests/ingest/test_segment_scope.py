"""What is a regional reform case, and what is none, with the reason told to the editor."""

from __future__ import annotations

import pytest

from tests.ingest.pages import cut, left_over

PROSE = "市政务服务局会同有关部门梳理高频审批事项，公布清单并逐项明确办理时限和所需材料，企业到一个窗口就能把事办完。"
LONG = (
    "湘潭市深化“放管服”改革，把企业开办、公章刻制、税务登记、社保开户归并到一个窗口，当日受理、当日办结，企业只需跑一次。"
    * 2
)

NO_CASE: dict[str, tuple[str, str]] = {
    "national policy": (
        (
            "国务院办公厅关于推广第二批改革举措的通知\n国办发〔2018〕126号\n各省、自治区、直辖市人民政府：\n"
            "上海、浙江杭州等先行先试，现就有关事项通知如下：\n"
            f"一、推广的改革举措\n{PROSE}\n国务院办公厅\n2018年12月23日\n附件\n推广清单\n序号"
        ),
        "通知",
    ),
    "national figures": (
        (
            f"《新闻联播》（20260508）\n我国营商环境持续改善\n央视网消息（新闻联播）：当前，我国营商环境建设取得新进展。"
            f"{PROSE}"
        ),
        "全国性",
    ),
    "meeting": (f"长沙市召开优化营商环境工作推进会\n昨日，长沙市优化营商环境工作推进会召开。{PROSE}", "会议"),
    "inspection visit": (f"市领导赴湘潭县调研营商环境工作\n昨日，市领导到湘潭县走访企业。{PROSE}", "调研"),
    "deputy's proposal": (f"关于加快优化长沙市营商环境的建议\n我市营商环境还有短板，建议加快改革。{PROSE}", "建议"),
    "commendation": (
        (
            f"长沙市人民政府\n关于表彰优化营商环境先进单位的通报\n各区县（市）人民政府：\n决定对长沙县予以通报表彰。"
            f"{PROSE}"
        ),
        "通报",
    ),
    "meeting told without a headline that says so": (
        (
            f"长沙县：凝聚改革合力\n3月20日，长沙县优化营商环境推进会召开，县委主要负责同志出席会议。会议强调，"
            f"要对标先进。{PROSE}"
        ),
        "会议",
    ),
    "speech": (f"在长沙市营商环境推进会上的讲话\n同志们：今天我们召开会议，部署营商环境改革。{PROSE}", "讲话"),
    "no place at all": (
        "优化营商环境的思考\n营商环境是市场主体生存发展的土壤，改革必须坚持问题导向，久久为功，善作善成。",
        "地区",
    ),
    "another field": (
        (
            "湘潭县油菜花海迎来游客\n湘潭县油菜花竞相开放，游客可乘船观赏沿途美景，欣赏文艺演出，品尝特色小吃，"
            "拍照留念。"
        ),
        "无关",
    ),
    "visit told without a headline": (
        (
            "4月8日，市委书记王某到湘潭县政务服务中心调研优化营商环境工作。他强调，要持续深化改革，推行一窗通办。"
            f"在大厅，王某察看窗口设置。{PROSE}"
        ),
        "调研",
    ),
    "what a leader asked for on the spot": (f"王某督导湘潭县政务服务大厅时强调 打造一流环境\n{PROSE}", "调研"),
    "training": (f"湘潭县举办优化营商环境业务培训班 百余人参加\n6月20日，湘潭县举办培训班。{PROSE}", "活动"),
    "agreement signed": (f"湘潭市与某银行签署战略合作协议\n3月28日，双方举行仪式。{PROSE}", "活动"),
    "promotion of a place": (f"湘潭县招商推介会在深圳举行 签约项目12个\n11月6日，湘潭县推介投资环境。{PROSE}", "活动"),
    "problems exposed, however many": (
        (
            "关于2起损害营商环境典型案例的通报\n现将典型案例通报如下：\n1.湘潭县某局工作人员推诿拖延问题。该局无正当理由"
            "拖延办理不动产登记，受到处理。\n2.株洲市某所干部吃拿卡要问题。该干部多次接受企业宴请，受到处分。"
        ),
        "问题",
    ),
    "comment": (f"湖南日报评论员：让法治成为最好的营商环境\n长沙市、株洲市以法治护航改革。{PROSE}", "观点"),
    "study": (f"长沙市委理论学习中心组专题学习优化营商环境\n5月16日，举行集体学习。{PROSE}", "活动"),
    "guests": (f"世界银行专家组访问上海 了解营商环境改革\n专家组与市发展改革委座谈。{PROSE}", "考察"),
    "a law passed": (f"湖南省人大常委会表决通过《湖南省优化营商环境条例》\n条例保护市场主体。{PROSE}", "立法"),
    "contest": (f"“优化营商环境我们在行动”主题演讲比赛圆满落幕\n5月25日，长沙市举办比赛。{PROSE}", "活动"),
    "research": (
        "数字政府与营商环境\n摘要：本文以长沙市等地为样本，考察数字政府对营商环境的影响。\n关键词：数字政府；营商环境\n一、引言\n各地改革备受关注。",
        "论文",
    ),
    "letter": (f"致长沙市企业家的一封信\n尊敬的企业家朋友们：我市持续深化改革。{PROSE}", "书信"),
    "questions on formalities": (
        "企业开办常见问题解答\n问：在长沙办理设立登记需要多久？\n答：自受理之日起1个工作日内办结。",
        "问答",
    ),
    "figures of trade": (
        "湘潭市一季度口岸进出口货运量达3万吨\n一季度，湘潭海关验放进出口货物3万吨，货值1亿元，同比增长两成。",
        "只有数据",
    ),
    "industry, not how business is dealt with": (
        (
            "长沙市新兴产业加快发展\n长沙市引进的新型显示项目顺利投产，产业链不断延伸，科技创新取得突破，传统产业加速"
            "转型升级，产值再创新高。"
        ),
        "无关",
    ),
    "a ministry's work, places only where a firm stands": (
        (
            "《新闻联播》（20230319）\n便利通关 助企出海\n海关总署等部门推出一批通关便利措施。\n"
            "湖南长沙的这家服装企业正在赶制订单，通关时间短了，成本降了。\n"
            "目前，全国口岸推行“提前申报”，海关总署还公布了一批监管证件清单。"
        ),
        "举例",
    ),
    "a ministry's figures, a place only in the dateline": (
        (
            "服务平台为企业节约费用近五亿元\n本报长沙4月8日电（记者王宁）市场监管总局发布数据显示：全国已建成一站式服务平台"
            "两千多个，为企业办理计量、认证、检验检测等事项。"
        ),
        "地区",
    ),
    "a ministry's figures, places in a list of some": (
        (
            "民营企业活力增强\n新华社长沙7月18日电 国家税务总局数据显示，民营企业销售收入增长。浙江、湖南等地增长较快。"
            "税务部门推出专项行动，办理退税，公布办税清单。"
        ),
        "举例",
    ),
    "a ministry acting in a place": (
        f"财政部在上海开展政府采购业务培训\n财政部日前组织政府采购培训。{PROSE}",
        "全国性",
    ),
    "a supervisor's plans": (
        f"证监会着力支持民营企业融资\n证监会日前表示，要做好民营企业股债融资支持，推出一批便利措施。{PROSE}",
        "全国性",
    ),
    "a ministry below the name of a column": (
        (
            "【权威部门谈发展】商务部：多措并举稳外贸\n商务部负责人在发布会上表示，将优化口岸营商环境，服务跨境贸易。"
            "下一步将支持上海等地探索，推动通关便利，服务企业。"
        ),
        "全国性",
    ),
    "industry of many provinces": (
        (
            "【开新局】各地加快产业升级\n新年伊始，各地抓项目、优环境，产业升级取得新成效。\n在长沙，一批数据中心加快建设，"
            "浙江培育专精特新企业。在四川，各口岸优化通关流程，开设“绿色通道”，上海举办投资洽谈，服务企业。"
        ),
        "综述",
    ),
    "power stations that are built": (
        "浙江：加快建设新型能源体系\n在海上风电基地施工现场，建设者推进一期工程。能源装机达到2000万千瓦，打造清洁能源基地，储能与能源并进。",
        "无关",
    ),
    "a ship's first voyage": (
        "大型集装箱船在宁波首航\n满载货物的集装箱船在宁波港口首航，将打造一条物流通道，口岸贸易更便捷。",
        "动态",
    ),
    "figures of trade that are a record": (
        "浙江货物贸易进出口总值连续两年突破百亿元\n浙江进出口总值同比增长15.4%，规模再创新高，贸易伙伴拓展，口岸通关顺畅。",
        "数据",
    ),
    "inspectors from above": (
        f"市营商环境互查组来我区检查\n12月20日，市互查组一行来到我区政务大厅，查阅资料。{PROSE}",
        "考察",
    ),
    "deputies' visits": (
        f"良好的营商环境是企业发展的沃土。近日，湘潭县人大组织辖区人大代表开展走访活动，听取企业对营商环境的意见。{PROSE}",
        "人大",
    ),
    "a company's award": (
        "华泰建设集团荣获“优化营商环境突出贡献企业”称号\n1月12日，华泰建设集团在湘潭市民营企业家座谈会上受到表彰。",
        "获奖",
    ),
    "judges who call on those concerned": (
        f"湘潭县法院回访清算企业\n近日，湘潭县法院的法官来到一家企业，询问清算后的经营情况。{PROSE}",
        "考察",
    ),
    "a ranking made known": (
        "湖南省营商环境年度报告揭晓\n全省共有3个市获评优秀，5个市获评良好。评价由第三方机构开展。",
        "发布",
    ),
    "a contest": (f"湘潭市举办优化营商环境知识竞赛\n6月5日，湘潭市营商环境知识竞赛决赛落幕。{PROSE}", "活动"),
    "a policy explained by those who made it": (
        (
            f"《湘潭市优化营商环境条例》答记者问\n记者：请介绍《条例》出台的背景。\n"
            f"市司法局局长：条例共六章，对简政放权作了规定。{PROSE}"
        ),
        "解读",
    ),
    "portrait of a clerk": (
        f"窗口里的贴心人\n——记湘潭市政务服务中心窗口工作人员王宁\n\n王宁在窗口一干就是十二年，办件无一差错。{PROSE}\n{LONG}",
        "个人事迹",
    ),
    "comment on the whole country with examples of many places": (
        (
            f"好的营商环境是发展的沃土。今年我国优化营商环境的步子迈得更稳。{PROSE}\n各地都在改革。上海推行信息“一处变更”，浙江杭州设立体验员，"
            "湖南长沙推行并联审批，四川成都探索柔性执法，企业办事更加便利。"
        ),
        "全国性综述",
    ),
    "lines of traffic": (
        (
            "湖南：走出去的路更宽\n央视网消息（新闻联播）：今年以来，湖南不断拓宽走出去的路。从长沙开往明斯克的中欧班列每周三列，"
            "株洲至广州的班列也已开行，外贸企业把产品装上班列。长沙机场新开三条国际航线，航班更密，高铁建设加快推进。"
        ),
        "无关",
    ),
    "an affair looked into": (
        f"餐馆贴出手写菜单拟被罚2万元\n湘潭联合调查组认定处罚不当\n本报湘潭7月15日电（记者王宁）湘潭市联合调查组通报，正在复查。{PROSE}",
        "调查",
    ),
    "a paper of figures announced": (
        f"湘潭中院发布2024年度行政审判白皮书\n本报湘潭6月3日电（记者王宁）湘潭市中级人民法院通报行政审判情况。{PROSE}",
        "发布",
    ),
}


ITEMS: dict[str, tuple[str, list[str]]] = {
    "what 营商环境 was called before": (
        (
            "湘潭：项目争快 企业争先\n央视网消息（新闻联播）：湘潭市转变作风，改善软环境，"
            "加大对项目的服务力度，推动项目早日开工，"
            "从签约到开工只用六个月，而在过去至少得一年。"
        ),
        ["湘潭：项目争快 企业争先"],
    ),
    "relief for firms of an industry": (
        (
            "株洲：惠企纾困 推动工业经济回升\n央视网消息（新闻联播）：株洲市出台一系列惠企纾困举措。"
            "企业在线上反映问题，没多久就得到答复。"
            "社保返还和房租减免合计上千万元。株洲市组建8个产业链专班，分业推进政策落实。政府组织银行与企业对接，推出供应链金融。"
            "汽车产业回升。食品产业向好。"
        ),
        ["株洲：惠企纾困 推动工业经济回升"],
    ),
    "a place that set something up for foreigners": (
        "上海优化外籍人员支付服务\n上海市在机场、酒店布设终端3万台，外籍来沪人员绑卡成功率达95%。",
        ["上海优化外籍人员支付服务"],
    ),
    "a place that set something up for disputes of labour": (
        "长沙设立“劳动争议一站式”调解室\n长沙市在园区设立调解室，争议处理周期由45天缩短到15天。",
        ["长沙设立“劳动争议一站式”调解室"],
    ),
    "firms, and what the government does for them": (
        (
            "【一线调研】湘潭中小企业把钱投向研发\n湘潭市中小企业的研发投入增长。政府打造的创新综合体里设备共用，"
            "产品不出园区就能做完试验，研发成本下降一半。"
        ),
        ["【一线调研】湘潭中小企业把钱投向研发"],
    ),
    "what many provinces do for firms": (
        (
            "【开新局】各地优化营商环境\n新年伊始，各地推出改革举措，打造便捷高效的营商环境。\n在长沙，企业登记全程网办，"
            "浙江推行“一件事”。在四川，投资项目审批提速，上海为企业代办。"
        ),
        ["【开新局】各地优化营商环境"],
    ),
    "a policy that a place issued": (
        "长沙发布8方面人才发展支持政策\n长沙市发布实施方案，优化人才引进政策，上线一站式门户，集岗位发布、简历投递于一体。",
        ["长沙发布8方面人才发展支持政策"],
    ),
    "a bulletin with one item under each of its headings": (
        (
            f"政务信息快报\n第37期\n\n一、上级动态\n国务院部署扩大“跨省通办”范围\n国务院常务会议决定推出一批“跨省通办”事项。\n\n"
            f"二、兄弟市州\n株洲推行“一业一证”改革\n株洲市推行“一业一证”。{PROSE}\n\n"
            f"三、市内要闻\n我市召开营商环境工作推进会\n全市营商环境工作推进会召开，要求对标先进。\n\n"
            f"四、数说\n前三季度进出口总额增长8.2%\n据海关统计，前三季度全市进出口总额增长8.2%。"
        ),
        ["株洲推行“一业一证”改革"],
    ),
    "a figure in the title, how it came about in the text": (
        "长沙“信易贷”平台授信突破500亿元\n长沙市推广“信易贷”平台，企业凭信用即可申请贷款，入驻银行32家。",
        ["长沙“信易贷”平台授信突破500亿元"],
    ),
    "a page of which one story is of another field": (
        (
            f"长沙：服务窗口“证照联办”\n{PROSE}\n湘潭：夏粮收购全面启动\n记者从市粮食局获悉，夏粮收购全面启动，全市设网点96个。"
            f"\n株洲：办税“码上办”\n税务部门上门辅导，审批时限由5天压缩至1天，企业不再跑腿。"
        ),
        ["长沙：服务窗口“证照联办”", "株洲：办税“码上办”"],
    ),
    "one-line practices of every field": (
        (
            "关于通报表扬典型经验做法的通知\n附件\n典型经验做法（共4项）\n1．长沙市推行涉企行政检查“综合查一次”\n"
            "2．湘潭市深化公立医院综合改革\n3．株洲市试行招标“评定分离”\n4．余杭区构建十五分钟养老服务圈"
        ),
        ["长沙市推行涉企行政检查“综合查一次”", "株洲市试行招标“评定分离”"],
    ),
    "a body no gazetteer knows, in a bulletin of its province": (
        (
            f"湖南省“放管服”改革工作简报\n第18期\n湖南省行政审批局\n2020年9月25日\n\n浦南产业园创新“联审联办一张表”\n{PROSE}\n\n"
            f"长沙县开设“办不成事”窗口\n{PROSE}\n\n湘潭县推行“一企来”服务\n{PROSE}"
        ),
        ["浦南产业园创新“联审联办一张表”", "长沙县开设“办不成事”窗口", "湘潭县推行“一企来”服务"],
    ),
}


@pytest.mark.parametrize(("text", "reason"), NO_CASE.values(), ids=NO_CASE.keys())
def test_no_case_and_why(text: str, reason: str) -> None:
    draft = cut(text)
    assert draft.sections == ()
    assert any(reason in notice.message for notice in draft.notices if notice.code == "not-a-case")


@pytest.mark.parametrize(("text", "titles"), ITEMS.values(), ids=ITEMS.keys())
def test_items_that_are_cases(text: str, titles: list[str]) -> None:
    assert [section.title.text for section in cut(text).sections] == titles


@pytest.mark.parametrize("text", [text for text, _ in (*NO_CASE.values(), *ITEMS.values())])
def test_every_character_is_in_a_case_or_in_a_notice(text: str) -> None:
    assert left_over(cut(text), text) == ""
