"""What is no regional reform case, with the reason told to the editor."""

from __future__ import annotations

import pytest

from ingest.segment.scope import Judge
from tests.ingest.pages import LEXICON, LONG, PROSE, cut, left_over
from tests.ingest.recognise.drafts import gazetteer

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
    "judgments of a court": (
        f"长沙法院发布优化营商环境典型案例\n案例一\n某公司合同纠纷案\n【基本案情】\n甲公司向乙公司购买设备，{PROSE}\n【裁判结果】\n法院判决甲公司付款。",
        "裁判案例",
    ),
    "a report explained": (
        f"破除制度性障碍——解读《营商环境报告》\n刚刚发布的报告显示，长沙市、湘潭市推行改革。{PROSE}",
        "解读",
    ),
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
    "a visit whose object stands behind it": (
        f"株洲市政务服务局到长沙县调研优化营商环境重点工作推进情况\n长沙县介绍了一窗通办的做法。{PROSE}",
        "调研",
    ),
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
    "contest": (f"“优化营商环境我们在行动”主题演讲比赛圆满落幕\n5月25日，长沙市举办比赛。{PROSE}", "活动"),
    "questions on formalities": (
        "企业开办常见问题解答\n问：在长沙办理设立登记需要多久？\n答：自受理之日起1个工作日内办结。",
        "问答",
    ),
    "figures of trade": (
        "湘潭市一季度口岸进出口货运量达3万吨\n一季度，湘潭海关验放进出口货物3万吨，货值1亿元，同比增长两成。",
        "没有讲采取了什么举措",
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
    "a supervisor's plans": (
        f"证监会着力支持民营企业融资\n证监会日前表示，要做好民营企业股债融资支持，推出一批便利措施。{PROSE}",
        "全国性",
    ),
    "a ministry below the name of a column": (
        (
            "【权威部门谈发展】商务部：多措并举稳外贸\n商务部负责人在发布会上表示，将优化口岸营商环境，服务跨境贸易。"
            "下一步将支持上海等地探索，推动通关便利，服务企业。"
        ),
        "举例",
    ),
    "power stations that are built": (
        "浙江：加快建设新型能源体系\n在海上风电基地施工现场，建设者推进一期工程。能源装机达到2000万千瓦，打造清洁能源基地，储能与能源并进。",
        "无关",
    ),
    "figures of trade that are a record": (
        "浙江货物贸易进出口总值连续两年突破百亿元\n浙江进出口总值同比增长15.4%，规模再创新高，贸易伙伴拓展，口岸通关顺畅。",
        "没有讲采取了什么举措",
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
    "lines of traffic": (
        (
            "湖南：走出去的路更宽\n央视网消息（新闻联播）：今年以来，湖南不断拓宽走出去的路。从长沙开往明斯克的中欧班列每周三列，"
            "株洲至广州的班列也已开行，外贸企业把产品装上班列。长沙机场新开三条国际航线，航班更密，高铁建设加快推进。"
        ),
        "无关",
    ),
    "a meeting with firms, told in its first sentence": (
        (
            f"8月5日上午，湘潭市委书记王某主持召开第八期政商恳谈会，10位企业负责人参加。\n会上，企业家说诉求、提建议。{PROSE}\n"
            "王某强调，要优化营商环境，推行一窗通办，压缩办理时限。"
        ),
        "会议",
    ),
    "what a head of a place asks for at a meeting": (
        (
            f"8月24日下午，湘潭县政府县长高某主持召开营商环境工作调度会，听取各单位汇报。\n{PROSE}\n"
            "高某强调，一要推进清单化，整合服务窗口。二要推进公开化，公示审批时限。"
        ),
        "会议",
    ),
    "a comment signed in the title": (f"三湘评论丨营商环境没有最好只有更好\n湖南始终重商亲商。{PROSE}", "观点"),
    "a comment signed behind the title": (f"优化环境 赢得未来｜麓山评论\n长沙推行“一窗通办”。{PROSE}", "观点"),
    "how counties in general approve": (
        "县级行政审批制度改革是重要抓手。通过公开审批目录、简化审批流程，县级政府能够解决企业办事难。推行一网通办，压减材料。",
        "地区",
    ),
    "problems made known, without a title": (
        (
            "为严明纪律，现将两起损害营商环境典型案例通报如下。\n一、湘潭县某所干部王某吃拿卡要问题。王某多次接受企业宴请，"
            "拖延办理登记，受到处分。\n二、株洲市某镇书记李某阻挠施工问题。李某要求企业分包工程，受到处分。"
        ),
        "通报的是问题",
    ),
    "projects looked at": (
        (
            "2月22日至24日，湘潭市委书记王某带领重点项目观摩组，深入各县区观摩在建项目。\n"
            f"25日，营商环境提升年动员大会举行，公布评比结果，湘潭县排名第一。{PROSE}"
        ),
        "考察",
    ),
    "a bank's services told from county to county": (
        (
            "普惠金融走进田间地头\n湖南湘潭县的合作社负责人最近拿到了小微贷款。当地银行审批只用了三天。\n"
            "在浙江余杭区，银行网点为民宿推出专属贷款，线上申请、一站式审批。融资更便捷。\n"
            "四川成都的一家养殖企业也获得订单融资，银行推广“一产业一方案”，全县农户受益。\n"
            "上海浦东新区的网点上门办理业务，为企业开立账户。"
        ),
        "多地的例子",
    ),
}


@pytest.mark.parametrize(("text", "reason"), NO_CASE.values(), ids=NO_CASE.keys())
def test_no_case_and_why(text: str, reason: str) -> None:
    draft = cut(text)
    assert draft.sections == ()
    assert any(reason in notice.message for notice in draft.notices if notice.code == "not-a-case")


@pytest.mark.parametrize("text", [text for text, _ in NO_CASE.values()])
def test_every_character_is_in_a_case_or_in_a_notice(text: str) -> None:
    assert left_over(cut(text), text) == ""


def test_provinces_that_one_word_names_are_no_examples() -> None:
    text = (
        "去年底，天津自贸区行政审批局揭牌。首批56项事项京津冀通办，审批改为备案9项，告知承诺42项，优化审批服务121项，"
        "企业提交一张申请表、一张承诺书就能当场取证，已有8400家市场主体受益，办事不再往返。"
    )
    assert Judge(gazetteer(), LEXICON).why_no_case("", text) is None
