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
    "the first day of a programme": (
        f"8月4日，长沙广播电视台在演播大厅举行“营商环境追踪”开播仪式。栏目宣传长沙的新举措，跟随办事。{PROSE}",
        "活动",
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
    "what an essayist saw": (
        (
            "让窗口更有温度\n窗口是企业看营商环境的第一眼。笔者先后走访长沙、株洲的政务服务中心，发现排队仍久、自助机难用等"
            f"问题，亟待改进。{PROSE}"
        ),
        "观点",
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
    "a press conference that explains measures": (
        f"5月27日，湘潭市召开《优化营商环境工作举措》解读新闻发布会。\n市发展改革委负责人对24条举措进行解读。{PROSE}",
        "解读",
    ),
    "a comment signed in the title": (f"三湘评论丨营商环境没有最好只有更好\n湖南始终重商亲商。{PROSE}", "观点"),
    "a comment signed behind the title": (f"优化环境 赢得未来｜麓山评论\n长沙推行“一窗通办”。{PROSE}", "观点"),
    "a study with a model": (
        f"湖南自贸区设立的贸易促进效应\n一、文献回顾\n湖南自贸区推动简政放权，促进贸易便利化。本文选取湖南14个市州的数据。{PROSE}",
        "论文",
    ),
    "a comment that goes from province to province": (
        (
            "营商环境优，发展磁场强\n前不久，一家公司在上海浦东新区递交材料，浦东新区一小时就办好登记。上海的速度让企业点赞。\n"
            "好的营商环境对企业来说不可或缺，如同阳光、水和空气之于生命。在湖南，企业享受免申即享，审批更快。\n"
            "在浙江杭州，项目落地有专员服务。在四川，恳谈会帮企业解难题，融资更便利。\n"
            "营商环境没有最好，只有更好。面对复杂形势，唯有以更大决心破除思想上的藩篱，才能赢得未来、行稳致远，"
            "让中国经济这艘巨轮乘风破浪。"
        ),
        "多地的例子",
    ),
    "a place in a ranking": (
        (
            "营商环境指数长沙排名全国前十\n昨日，一家研究院发布《优化营商环境指数报告》。长沙市凭借良好的营商环境闯入前十，"
            "指标按《优化营商环境条例》全面升级，政务服务、监管执法都计入评分。"
        ),
        "获评",
    ),
    "a ranking printed": (
        (
            "2020营商环境百强城市出炉\n一家研究院联合发布百强榜单，企业的主观评价计入评分。\n"
            "1 上海市 94.93\n2 杭州市 90.53\n3 成都市 84.52\n4 长沙市 80.96"
        ),
        "",
    ),
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
    "where the head of state went": (
        (
            "种好改革开放“试验田”\n4月8日上午，中共中央总书记、国家主席考察了湖南自贸试验区长沙片区。\n"
            f"长沙片区推行“一窗通办”，企业办事更方便。{PROSE}"
        ),
        "考察",
    ),
    "projects looked at": (
        (
            "2月22日至24日，湘潭市委书记王某带领重点项目观摩组，深入各县区观摩在建项目。\n"
            f"25日，营商环境提升年动员大会举行，公布评比结果，湘潭县排名第一。{PROSE}"
        ),
        "考察",
    ),
    "a study of how things stand": (
        f"以湖南政务数据平台为例：看数字政府建设的现状、困境及对策\n湖南的平台推行数据共享，提供政务服务。{PROSE}",
        "研究",
    ),
    "an example of nowhere": (
        (
            "质押贷款，市场监管局如何办理？\n中小企业融资难。例如，某省市场监管局联合省地方金融监管局出台意见，推行知识产权质押贷款，"
            "设立风险补偿基金，简化登记流程，企业贷款更便捷。"
        ),
        "地区",
    ),
    "a word explained": (
        f"“封关”是一个海关术语，是指把湖南某区建成海关监管特殊区域，货物自由进出。以下是具体介绍。{PROSE}",
        "解读",
    ),
    "an essay": (
        f"湖南自贸区通关规则详解\n湖南自贸区推行“提前申报”。本文结合最新文件，重点讲解规则，供企业参考。{PROSE}",
        "论文",
    ),
    "a catalogue published": (
        f"湖南省发布最新《测绘成果目录》\n湖南省自然资源厅发布最新目录，供企业查询申请。{PROSE}",
        "发布",
    ),
    "guests invited to listen": (
        f"湖南邀请外国友人旁听省人代会——感受发展信心\n会后，湖南省有关负责人与大家座谈，友人称赞营商环境好。{PROSE}",
        "活动",
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
    "a comment that opens with an example": (
        (
            "服务没有“上限”\n前不久，长沙的一位招商干部凭专业和贴心吸引了一批项目，企业纷纷点赞。\n"
            "招商引资已从拼优惠转向拼服务，必须跳出补贴的老路，把审批、登记、融资这些事办得更好，让企业放心。\n"
            "优化营商环境，要从企业的需求出发，不能只图一时热闹。干部应当多走进园区，多听企业家的心里话。\n"
            "服务做到家，项目才能留得住。惟有持续用力，才能赢得长远。"
        ),
        "举例",
    ),
    "a paper of figures announced": (
        f"湘潭中院发布2024年度行政审判白皮书\n本报湘潭6月3日电（记者王宁）湘潭市中级人民法院通报行政审判情况。{PROSE}",
        "发布",
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
