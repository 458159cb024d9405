"""What is a regional reform case, however it is told."""

from __future__ import annotations

import pytest

from tests.ingest.pages import PROSE, cut, left_over

ITEMS: dict[str, tuple[str, list[str]]] = {
    "what 营商环境 was called before": (
        (
            "湘潭：项目争快 企业争先\n央视网消息（新闻联播）：湘潭市转变作风，改善软环境，"
            "加大对项目的服务力度，推动项目早日开工，"
            "从签约到开工只用六个月，而在过去至少得一年。"
        ),
        ["湘潭：项目争快 企业争先"],
    ),
    "a box on the whole province under the word for it": (
        (
            f"半天办结的背后\n在株洲市的登记大厅，从受理到领证不出半天。株洲市推行“云审核”，{PROSE}\n"
            f"链接\n湖南整治“登记难”\n湖南省推行“交房即发证”，督促各地摸排不动产登记难题，公布清单，目前已办结四万件。"
        ),
        ["半天办结的背后", "湖南整治“登记难”"],
    ),
    "a practice told without a verb of practice": (
        (
            "长沙县：项目代办员全程跟着跑\n“我们只管搞生产，手续都由代办员跑。”长沙县一家企业负责人说。每个项目有一名代办员，"
            "从备案到施工许可全程代跑，企业不用自己去办事窗口，已代办项目213个。审批时间比原来少了一半，群众和企业都满意。"
        ),
        ["长沙县：项目代办员全程跟着跑"],
    ),
    "contracts that serve as security, without a verb of practice": (
        (
            "株洲：政府采购合同能当抵押\n湖南株洲的中小企业中标之后，凭政府采购合同就能在线申请贷款，银行不要抵押物，"
            "利率比普通贷款低一个百分点。合同一签，系统就把信息推给银行。目前已有132家企业拿到4.6亿元。"
        ),
        ["株洲：政府采购合同能当抵押"],
    ),
    "what several places do, as the title says": (
        (
            "多地规范涉企检查\n长沙推行“亮码入企”，检查前先扫码备案。执法更规范。\n"
            "浙江推行“综合查一次”，企业迎检次数减少一半。\n四川、上海也建立检查计划，监管部门联合入企。"
        ),
        ["多地规范涉企检查"],
    ),
    "an item of a digest on what a group of provinces does together": (
        (
            "《新闻联播》 (20240301)\n\n国内联播快讯\n\n央视网消息（新闻联播）：\n首个远海风电项目并网\n"
            "我国首个远海风电项目今天并网发电，装机容量90万千瓦。\n前两个月铁路运量增长\n"
            "1至2月，全国铁路发送旅客6亿人次，同比增长5%。\n长江经济圈企业登记可异地办理\n"
            "记者了解到，浙江、上海、四川推行企业登记跨省通办，企业在异地窗口就能领到营业执照。\n全国春播面积增加\n"
            "目前，全国已春播粮食3500万亩，进度快于去年同期。\n"
        ),
        ["长江经济圈企业登记可异地办理"],
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
    "a bulletin whose editor's note has its label on a line of its own": (
        (
            "湘潭法院简报\n2023年第5期\n编者按：\n近年来，全市各级法院推动执行提质增效，现将经验做法刊发，供各地法院学习借鉴。\n"
            "湘潭县法院：涉企案件快立快审快执\n湘潭县法院设立涉企案件快速通道，推行网上立案，企业不到法院就能打官司，平均审理天数由62天减至40天。"
        ),
        ["湘潭县法院：涉企案件快立快审快执"],
    ),
    "a campaign of a year, which is no event": (
        (
            "开展“营商环境提升年”活动的做法\n湘潭县开展“营商环境提升年”活动，成立领导小组，明确专项行动。县委印发“营商环境"
            "提升年”活动方案，分解到乡镇。宣传活动遍及城乡，设立户外宣传牌，刊发稿件。"
        ),
        ["开展“营商环境提升年”活动的做法"],
    ),
    "a title that names the field and no place, a court by its short name": (
        (
            "全力创优法治化营商环境，护航企业发展\n湘潭法院把护航企业融入办案全过程，办结破产案件7件，有产可破案件结案周期69天。"
            "湘潭县召开府院联动工作会议，成员单位参加会议。"
        ),
        ["全力创优法治化营商环境，护航企业发展"],
    ),
    "a press conference at which an office tells what it has done": (
        (
            "湘潭市政务服务中心召开新闻发布会\n4月1日，湘潭市政务服务中心召开重大项目许可结果新闻发布会，市政协副主席主持会议。\n"
            "今年初，中心出台全程跟踪制，服务全市重大项目建设。截至目前，各窗口共办结许可事项2351件，限时办结率100%。"
        ),
        ["湘潭市政务服务中心召开新闻发布会"],
    ),
    "small firms in the first sentence, their place in the title": (
        (
            "湘潭：培育发展新动力\n湘潭市出台政策，打造平台，扶持小微企业发展。\n入驻企业三年不交租金，水电费有补贴，政府给予5万元资金支持。"
            "目前已有89个团队入驻。"
        ),
        ["湘潭：培育发展新动力"],
    ),
    "what was said on a visit of years ago": (
        (
            "长沙加快规则衔接\n长沙市加快打造开放高地。\n2020年9月，总书记在湖南考察时指出，要打造内陆地区改革开放高地。\n"
            "长沙推行企业登记“一网通办”，企业开办时间压缩到1个工作日，政务服务事项跨省通办108项。"
        ),
        ["长沙加快规则衔接"],
    ),
}


@pytest.mark.parametrize(("text", "titles"), ITEMS.values(), ids=ITEMS.keys())
def test_items_that_are_cases(text: str, titles: list[str]) -> None:
    assert [section.title.text for section in cut(text).sections] == titles


@pytest.mark.parametrize("text", [text for text, _ in ITEMS.values()])
def test_every_character_is_in_a_case_or_in_a_notice(text: str) -> None:
    assert left_over(cut(text), text) == ""
