"""The tree of measures, one small text for each way of printing it."""

from __future__ import annotations

import re

import pytest

from ingest.outline import outline
from ingest.types import AgencyRole, MeasureDraft
from tests.ingest.pages import section

PROSE = "市政务服务局会同有关部门梳理高频事项，公布清单并逐项明确办理时限和所需材料，企业到一个窗口就能把事办完。"

Tree = list[tuple[int, str, str]]

OUTLINES: dict[str, tuple[str, Tree]] = {
    "numbered on lines of their own, three deep": (
        (
            f"一、压减环节\n（一）推行一窗受理\n1. 合并窗口\n{PROSE}\n2. 统一收件\n{PROSE}\n（二）推行并联审批\n"
            f"{PROSE}\n二、降低成本\n{PROSE}"
        ),
        [
            (1, "一、", "压减环节"),
            (2, "（一）", "推行一窗受理"),
            (3, "1.", "合并窗口"),
            (3, "2.", "统一收件"),
            (2, "（二）", "推行并联审批"),
            (1, "二、", "降低成本"),
        ],
    ),
    "levels go by the order in which the styles come": (
        f"1. 压减环节\n（1）合并窗口\n{PROSE}\n（2）统一收件\n{PROSE}\n2. 降低成本\n{PROSE}",
        [(1, "1.", "压减环节"), (2, "（1）", "合并窗口"), (2, "（2）", "统一收件"), (1, "2.", "降低成本")],
    ),
    "heading run into a numbered paragraph, to the full stop": (
        f"一、强化培训，提升服务能力。{PROSE}\n二、实地检查，确保措施落地。{PROSE}",
        [(1, "一、", "强化培训，提升服务能力"), (1, "二、", "实地检查，确保措施落地")],
    ),
    "numbered item without a heading: its first clause": (
        (
            "1、健全涉企政策公开机制，在门户网站开设专栏，集中发布惠企政策，实行清单管理，方便企业查询。\n"
            "2、完善多元解纷机制，指导商会设立行业性调解组织，帮助企业化解合同违约和债务追偿等方面的纠纷。"
        ),
        [(1, "1、", "健全涉企政策公开机制"), (1, "2、", "完善多元解纷机制")],
    ),
    "what is wrong still and what is planned, in clauses": (
        (
            f"一、压减环节\n{PROSE}\n二、存在的主要问题\n一是材料仍偏多，群众有意见；二是窗口人手不足，轮换频繁。\n"
            "三、下一步工作打算\n一是再减材料，做到应减尽减。\n二是补足人手，稳定窗口队伍。"
        ),
        [(1, "一、", "压减环节"), (1, "二、", "存在的主要问题"), (1, "三、", "下一步工作打算")],
    ),
    "plans numbered as the measures above were": (
        f"一、主要做法\n（一）压减环节\n{PROSE}\n二、下一步打算\n（一）继续压减\n一是减材料，应减尽减；二是减时限，能快则快。",
        [
            (1, "一、", "主要做法"),
            (2, "（一）", "压减环节"),
            (1, "二、", "下一步打算"),
            (2, "（一）", "继续压减"),
        ],
    ),
    "what was wrong before, then what was done in clauses": (
        f"一、存在问题\n{PROSE}\n二、主要做法\n一是减环节，合并窗口；二是减材料，共享证照。",
        [(1, "一、", "存在问题"), (1, "二、", "主要做法"), (2, "一是", "减环节"), (2, "二是", "减材料")],
    ),
    "what is wrong still, under a heading without a number": (
        f"主要做法\n{PROSE}\n存在的不足\n一是材料仍偏多，群众有意见；二是窗口人手不足。\n取得成效\n{PROSE}",
        [(1, "", "主要做法"), (1, "", "存在的不足"), (1, "", "取得成效")],
    ),
    "bullets before a name and its text, one of them short": (
        f"- 收件一窗办：{PROSE}\n- 放行一路快：闸口识别，无感通行。",
        [(1, "-", "收件一窗办"), (1, "-", "放行一路快")],
    ),
    "bodies that each did something are no addressees": (
        f"县税务局：\n{PROSE}\n县人社局：\n{PROSE}",
        [(1, "", "县税务局"), (1, "", "县人社局")],
    ),
    "一是 at the start of paragraphs": (
        f"一是着力精简材料。{PROSE}\n二是着力压缩时限。{PROSE}",
        [(1, "一是", "着力精简材料"), (1, "二是", "着力压缩时限")],
    ),
    "words in brackets that open paragraphs": (
        f"{PROSE}\n【图纸不用带】{PROSE}\n【窗口不用排】{PROSE}",
        [(1, "", "图纸不用带"), (1, "", "窗口不用排")],
    ),
    "short sentences that say what each measure is": (
        f"简化手续是前提。{PROSE}\n压低费用是重点。{PROSE}\n",
        [(1, "", "简化手续是前提"), (1, "", "压低费用是重点")],
    ),
    "一是 inside one paragraph, headings to the colon": (
        (
            "我市推进“三化”建设。一是团队“专业化”：成立专门审判庭；二是程序“制度化”：制定立案规程；"
            "三是平台“信息化”：网上公开信息。"
        ),
        [(1, "一是", "团队“专业化”"), (1, "二是", "程序“制度化”"), (1, "三是", "平台“信息化”")],
    ),
    "一是 inside a paragraph, 二是 at the start of the next": (
        f"我市推进三项改革。一是着力精简材料。{PROSE}\n二是着力压缩时限。{PROSE}",
        [(1, "一是", "着力精简材料"), (1, "二是", "着力压缩时限")],
    ),
    "一是 inside a paragraph, 二是 and 三是 in the next": (
        "主要做法：一是减环节，合并窗口；\n二是减材料，共享证照；三是减时间，当天办结。",
        [(1, "一是", "减环节"), (1, "二是", "减材料"), (1, "三是", "减时间")],
    ),
    "一是 where the text is cut off": (
        f"我市推进三项改革。一是着力精简材料。{PROSE}",
        [(1, "一是", "着力精简材料")],
    ),
    "一是 inside one paragraph, one sentence each, then what they brought": (
        (
            "我们做了两件事。一是推行“一窗通”服务，在十二个县的政务大厅全部设立开办专区。"
            "二是推行“智能审批”，个体工商户登记可在自助终端上当场办结。目前，全州开办时间压减到一天。"
        ),
        [(1, "一是", "推行“一窗通”服务"), (1, "二是", "推行“智能审批”")],
    ),
    "run-in headings that speak of data": (
        f"下放权力，让群众少跑腿。{PROSE}\n数据跑路，让办事更高效。{PROSE}",
        [(1, "", "下放权力，让群众少跑腿"), (1, "", "数据跑路，让办事更高效")],
    ),
    "做法一 at the start of paragraphs": (
        f"做法一：数据归集。{PROSE}\n做法二：亮照经营。{PROSE}",
        [(1, "做法一：", "数据归集"), (1, "做法二：", "亮照经营")],
    ),
    "做法一 without a mark behind it": (
        f"做法一合并窗口\n{PROSE}\n做法二分类查验\n{PROSE}",
        [(1, "做法一", "合并窗口"), (1, "做法二", "分类查验")],
    ),
    "首先 … 其次 … 其三 inside one paragraph": (
        (
            "市财政局推进订单融资。首先，推出无抵押信用贷款，企业凭中标合同申请。其次，设立风险补偿资金池，出台贴息政策。"
            "其三，建成信息平台，全程在线办理。"
        ),
        [
            (1, "首先，", "推出无抵押信用贷款"),
            (1, "其次，", "设立风险补偿资金池"),
            (1, "其三，", "建成信息平台"),
        ],
    ),
    "一是 inside an item goes a level down": (
        (
            "（一）优化服务\n推行帮办代办。一是选派专员，上门服务项目；二是建立台账，逐项销号管理。\n（二）强化监管\n"
            "实行“双随机”抽查。"
        ),
        [
            (1, "（一）", "优化服务"),
            (2, "一是", "选派专员"),
            (2, "二是", "建立台账"),
            (1, "（二）", "强化监管"),
        ],
    ),
    "a list that fills its paragraph": (
        "一是压减材料，企业只填一张表；二是压缩时限，当日办结；三是降低费用，免费刻章。",
        [
            (1, "一是", "压减材料"),
            (1, "二是", "压缩时限"),
            (1, "三是", "降低费用"),
        ],
    ),
    "one of many run-in items cut off before its end": (
        f"1、规范行政检查，{PROSE}\n2、优化仲裁工作程序，即咨询\n立案便捷化、案件办理规范化，做到举止文明、服务优质。\n3、推进依法治企，{PROSE}",
        [(1, "1、", "规范行政检查"), (1, "2、", "优化仲裁工作程序"), (1, "3、", "推进依法治企")],
    ),
    "decimal numbers": (
        f"1.1 企业开办\n{PROSE}\n1.1.1 一窗受理\n{PROSE}\n1.2 项目审批\n1.5倍的提速由此而来，企业反映良好，群众满意。",
        [(1, "1.1", "企业开办"), (2, "1.1.1", "一窗受理"), (1, "1.2", "项目审批")],
    ),
    "a label alone on its line": (
        f"一、\n压减环节\n{PROSE}\n二、\n降低成本\n{PROSE}",
        [(1, "一、", "压减环节"), (1, "二、", "降低成本")],
    ),
    "headings that announce with a colon": (
        f"主要做法：\n1. 推进标准化。{PROSE}\n工作成效：\n{PROSE}",
        [(1, "", "主要做法"), (2, "1.", "推进标准化"), (1, "", "工作成效")],
    ),
    "two digits before headings": (
        f"01 企业开办一日办结\n{PROSE}\n02 项目审批一网通办\n{PROSE}",
        [(1, "01", "企业开办一日办结"), (1, "02", "项目审批一网通办")],
    ),
    "headings without numbers": (
        f"聚焦制度建设\n{PROSE}\n\n聚焦执法监督\n{PROSE}",
        [(1, "", "聚焦制度建设"), (1, "", "聚焦执法监督")],
    ),
    "numbers that run on under headings without numbers": (
        (
            f"聚焦制度建设\n1、公开政策清单，在网站开设专栏，集中发布惠企政策，方便企业查询和办理。\n聚焦执法监督\n"
            f"2、规范行政检查，推行扫码入企，{PROSE}"
        ),
        [(1, "", "聚焦制度建设"), (2, "1、", "公开政策清单"), (1, "", "聚焦执法监督"), (2, "2、", "规范行政检查")],
    ),
    "a heading broken over two lines": (
        (
            f"近年来全区持续优化服务。\n\n推进流程革命性再造，从以部门管理为中心向以用户为\n中心转变\n\n{PROSE}\n\n"
            f"构建全方位服务体系，从政务服务向公共服务转变\n\n{PROSE}"
        ),
        [
            (1, "", "推进流程革命性再造，从以部门管理为中心向以用户为中心转变"),
            (1, "", "构建全方位服务体系，从政务服务向公共服务转变"),
        ],
    ),
    "heading sentences built alike open the paragraphs": (
        f"履职尽责强担当，窗口服务更“便利”。{PROSE}\n用心用情解难题，项目审批更“高效”。{PROSE}",
        [(1, "", "履职尽责强担当，窗口服务更“便利”"), (1, "", "用心用情解难题，项目审批更“高效”")],
    ),
    "short heading sentences of one length": (
        f"延伸服务触角。{PROSE}\n再造登记流程。{PROSE}\n双语帮办。{PROSE}\n定期巡回。{PROSE}",
        [(1, "", "延伸服务触角"), (1, "", "再造登记流程"), (1, "", "双语帮办"), (1, "", "定期巡回")],
    ),
    "catchwords of nearly one length": (
        f"区域评估先行。{PROSE}\n承诺制审批。{PROSE}",
        [(1, "", "区域评估先行"), (1, "", "承诺制审批")],
    ),
    "names before dashes": (
        f"收单——企业现场提需求，专人登记、建立台账。\n派单——能当场解决的当场解决。{PROSE}",
        [(1, "", "收单"), (1, "", "派单")],
    ),
    "a known heading over a short paragraph": (
        "改革背景\n企业需办多张许可证。\n主要做法\n六张许可证整合为一张。",
        [(1, "", "改革背景"), (1, "", "主要做法")],
    ),
    "heading sentences with 了 in them": (
        f"“云勘验”解决“到不了场”。{PROSE}\n“云发证”解决“取不了证”。{PROSE}\n项目来了有人接。{PROSE}\n手续难了有人帮。{PROSE}",
        [
            (1, "", "“云勘验”解决“到不了场”"),
            (1, "", "“云发证”解决“取不了证”"),
            (1, "", "项目来了有人接"),
            (1, "", "手续难了有人帮"),
        ],
    ),
    "parallel leading clauses inside a paragraph": (
        (
            "全市统筹推进各项改革。聚焦创新创业，市科技局设立风险补偿资金池。聚焦公共服务，市教育局推进智慧教育。"
            "聚焦立体交通，市交通运输局加快公路建设。"
        ),
        [(1, "", "聚焦创新创业"), (1, "", "聚焦公共服务"), (1, "", "聚焦立体交通")],
    ),
    "what stands under quoted means": (
        (
            "“三心服务”促夜间经济繁荣，一是贴心支持：出台政策十二条。二是暖心服务：开设自助服务厅。"
            "以“智慧营商”促市场主体活跃，率先推出线上金融超市。"
        ),
        [
            (1, "", "“三心服务”促夜间经济繁荣"),
            (2, "一是", "贴心支持"),
            (2, "二是", "暖心服务"),
            (1, "", "以“智慧营商”促市场主体活跃"),
        ],
    ),
    "一减 and 二减": (
        f"一减环节。{PROSE}\n二减材料。{PROSE}",
        [(1, "一", "减环节"), (1, "二", "减材料")],
    ),
    "第一步 and 第二步": (
        f"第一步：摸清底数\n{PROSE}\n第二步：逐项销号\n{PROSE}",
        [(1, "第一步：", "摸清底数"), (1, "第二步：", "逐项销号")],
    ),
    "a word of the document's own with a number": (
        f"服务链一：签约即代办\n{PROSE}\n服务链二：开工即办证\n{PROSE}",
        [(1, "服务链一：", "签约即代办"), (1, "服务链二：", "开工即办证")],
    ),
    "short phrases after stars, each over a paragraph": (
        f"★ 审批提速\n{PROSE}\n★ 服务提质\n{PROSE}",
        [(1, "★", "审批提速"), (1, "★", "服务提质")],
    ),
    "arrows and filled circles": (
        f"❶推行一窗受理\n{PROSE}\n❷推行并联审批\n{PROSE}",
        [(1, "❶", "推行一窗受理"), (1, "❷", "推行并联审批")],
    ),
    "01 before a quotation": (
        f"01“一门进”，告别多头跑\n{PROSE}\n02“一网办”，实现掌上办\n{PROSE}",
        [(1, "01", "“一门进”，告别多头跑"), (1, "02", "“一网办”，实现掌上办")],
    ),
    "一、指导思想 run into its sentence": (
        f"一、指导思想。以改革创新为动力，{PROSE}\n二、工作目标。到年底，{PROSE}",
        [(1, "一、", "指导思想"), (1, "二、", "工作目标")],
    ),
    "a lost label of a heading run into its paragraph": (
        f"一、优流程。{PROSE}\n二、减材料。{PROSE}\n降成本。{PROSE}\n四、强监管。{PROSE}",
        [(1, "一、", "优流程"), (1, "二、", "减材料"), (1, "", "降成本"), (1, "四、", "强监管")],
    ),
    "headings that Markdown marks": (
        f"### 优化政务环境\n{PROSE}\n### 优化信用环境\n{PROSE}",
        [(1, "", "优化政务环境"), (1, "", "优化信用环境")],
    ),
    "the first clause only says how: the second belongs to the heading": (
        "我市推进两项改革。一是通过整合窗口，实现一次收件；二是在街道大厅，设立自助专区，全天开放。",
        [(1, "一是", "通过整合窗口，实现一次收件"), (1, "二是", "在街道大厅，设立自助专区")],
    ),
    "① in the middle of a sentence": (
        "市税务局会同海关①开通联网核查，数据每日更新；②推行无纸申报，材料全部上传。",
        [(1, "①", "开通联网核查"), (1, "②", "推行无纸申报")],
    ),
    "1. and 2. inside one paragraph": (
        (
            "（一）健全机制。1.成立专班。由分管领导牵头，按月调度。2.明确规则。急事随时会商，逐项落实。\n"
            "（二）优化流程。实行并联审批，限时办结，全程公开。"
        ),
        [
            (1, "（一）", "健全机制"),
            (2, "1.", "成立专班"),
            (2, "2.", "明确规则"),
            (1, "（二）", "优化流程"),
        ],
    ),
    "（一） and （二） inside one paragraph": (
        "主要抓了两条。（一）减环节。合并同类审批，五步并作两步。（二）减材料。证照共享，能免尽免。",
        [(1, "（一）", "减环节"), (1, "（二）", "减材料")],
    ),
    "a list inside an item of a list": (
        "一是减环节。①合并窗口；②合并踏勘。二是减材料。免交复印件，一律共享。",
        [(1, "一是", "减环节"), (2, "①", "合并窗口"), (2, "②", "合并踏勘"), (1, "二是", "减材料")],
    ),
    "one sign for number and brackets": (
        f"㈠减环节\n{PROSE}\n⑴合并窗口\n{PROSE}\n⑵合并踏勘\n{PROSE}\n㈡减材料\n{PROSE}",
        [
            (1, "㈠", "减环节"),
            (2, "⑴", "合并窗口"),
            (2, "⑵", "合并踏勘"),
            (1, "㈡", "减材料"),
        ],
    ),
    "an item before whose number the bracket was lost": (
        f"（一）减环节\n{PROSE}\n二）减材料\n{PROSE}",
        [(1, "（一）", "减环节"), (1, "二）", "减材料")],
    ),
    "short bulleted items that have a heading and a text": (
        "推出扶持贷款，凭产权证即可申请。\n·额度更高。最高一百万元。\n·利率更低。平均降一个百分点。",
        [(1, "·", "额度更高"), (1, "·", "利率更低")],
    ),
    "a heading of two clauses before a colon": (
        f"（一）促重整，挽救危困企业：{PROSE}\n（二）快清算，释放沉睡资产：{PROSE}",
        [(1, "（一）", "促重整，挽救危困企业"), (1, "（二）", "快清算，释放沉睡资产")],
    ),
    "what is done in one respect and another": (
        "我市抓好两个环节：在归集环节，打通部门数据，日日更新；在修复环节，开通线上通道，即时办理。",
        [(1, "在归集环节，", "打通部门数据"), (1, "在修复环节，", "开通线上通道")],
    ),
    "what came of it in one respect and another": (
        "改革见了成效。在时限方面，全部压到一天，企业满意；在费用方面，全部免收，群众满意。",
        [(1, "", "在时限方面"), (1, "", "在费用方面")],
    ),
    "slogans before short texts": (
        (
            "“就近办”，让群众少跑腿。社区设立窗口，办事不出村居，跑动次数减半。\n"
            "“马上办”，让效率再提升。公布即办清单，一律当场办结，全程公开。"
        ),
        [(1, "", "“就近办”，让群众少跑腿"), (1, "", "“马上办”，让效率再提升")],
    ),
    "paragraphs that each take up one respect": (
        f"在压缩时限方面，推行并联审批，一天办结。{PROSE}\n在降低成本方面，免收登记费，省时省钱。{PROSE}",
        [(1, "在压缩时限方面，", "推行并联审批"), (1, "在降低成本方面，", "免收登记费")],
    ),
    "paragraphs that open with words before a colon": (
        f"流程再造：{PROSE}\n数据共享：{PROSE}\n服务延伸：{PROSE}",
        [(1, "", "流程再造"), (1, "", "数据共享"), (1, "", "服务延伸")],
    ),
    "slogans before a colon": (
        f"“一窗办”：{PROSE}\n“一网办”：{PROSE}",
        [(1, "", "“一窗办”"), (1, "", "“一网办”")],
    ),
    "the parts of a report before a colon": (
        f"改革背景：{PROSE}\n做法：{PROSE}\n取得成效：{PROSE}",
        [(1, "", "改革背景"), (1, "", "做法"), (1, "", "取得成效")],
    ),
    "words before colons inside one paragraph": (
        "改革分三步。流程再造：合并同类环节；数据共享：打通部门系统；服务延伸：进驻银行网点。",
        [(1, "", "流程再造"), (1, "", "数据共享"), (1, "", "服务延伸")],
    ),
    "lists inside two passages": (
        "主要做了两件事。一是减环节，合并窗口；二是减材料，共享证照。\n还有：①延伸服务，进驻银行；②上门服务，方便老人。",
        [(1, "一是", "减环节"), (1, "二是", "减材料"), (1, "①", "延伸服务"), (1, "②", "上门服务")],
    ),
    "a dash behind the heading": (
        f"一是流程再造——{PROSE}二是数据共享——{PROSE}",
        [(1, "一是", "流程再造"), (1, "二是", "数据共享")],
    ),
    "a comma behind the number": (
        f"一，推行一窗受理\n{PROSE}\n二，推行一网通办\n1,整合系统。{PROSE}\n2,共享证照。{PROSE}",
        [
            (1, "一，", "推行一窗受理"),
            (1, "二，", "推行一网通办"),
            (2, "1,", "整合系统"),
            (2, "2,", "共享证照"),
        ],
    ),
    "parts in square brackets": (
        f"【主要做法】\n1.推行一窗受理。{PROSE}\n2.推行一网通办。{PROSE}\n【取得成效】\n{PROSE}",
        [(1, "", "主要做法"), (2, "1.", "推行一窗受理"), (2, "2.", "推行一网通办"), (1, "", "取得成效")],
    ),
    "numbered paragraphs of one sentence each": (
        "1.归并窗口，企业只跑一次。\n2.线上，开发系统，企业一次填报。",
        [(1, "1.", "归并窗口"), (1, "2.", "线上，开发系统")],
    ),
    "a sentence as heading over its paragraphs": (
        f"一是聚力流程再造，审批跑出“加速度”。\n{PROSE}\n二是聚力政策直达，企业添了“强动力”。\n{PROSE}",
        [(1, "一是", "聚力流程再造，审批跑出“加速度”"), (1, "二是", "聚力政策直达，企业添了“强动力”")],
    ),
    "a numbered heading torn over two lines": (
        f"（一）整合窗口\n{PROSE}\n（二）打造高效便捷的政务服务环境，让企业办事更加\n省心省力\n{PROSE}",
        [(1, "（一）", "整合窗口"), (1, "（二）", "打造高效便捷的政务服务环境，让企业办事更加省心省力")],
    ),
    "the last label of a series is lost": (
        f"一、减负\n（一）减轻税费负担。{PROSE}\n（二）减轻融资负担。{PROSE}\n减轻物流负担。{PROSE}\n二、提效\n{PROSE}",
        [
            (1, "一、", "减负"),
            (2, "（一）", "减轻税费负担"),
            (2, "（二）", "减轻融资负担"),
            (2, "", "减轻物流负担"),
            (1, "二、", "提效"),
        ],
    ),
    "a lost label": (
        f"（一）培育专利组合\n{PROSE}\n推动成果转化\n{PROSE}\n（三）推动质押融资\n{PROSE}",
        [(1, "（一）", "培育专利组合"), (1, "", "推动成果转化"), (1, "（三）", "推动质押融资")],
    ),
    "a misprinted label": (
        (
            f"一、挖掘价值\n（一）培育组合\n{PROSE}\n二、严格保护\n（一）大保护\n{PROSE}\n（二）快保护\n{PROSE}\n"
            f"（三）严保护\n{PROSE}\n"
            f"（三）提升服务\n（一）完善平台\n{PROSE}\n（二）加强宣传\n{PROSE}"
        ),
        [
            (1, "一、", "挖掘价值"),
            (2, "（一）", "培育组合"),
            (1, "二、", "严格保护"),
            (2, "（一）", "大保护"),
            (2, "（二）", "快保护"),
            (2, "（三）", "严保护"),
            (1, "（三）", "提升服务"),
            (2, "（一）", "完善平台"),
            (2, "（二）", "加强宣传"),
        ],
    ),
}

NO_MEASURES = {
    "a bulleted list of figures": f"{PROSE}\n- 材料：由四十五份减到十二份。\n- 时间：3天。",
    "whom a report is for": f"县优化办：\n{PROSE}\n{PROSE}",
    "the list of annexes": f"{PROSE}\n附件：1.甲类事项清单\n2.乙类事项清单\n3.丙类事项清单",
    "annexes below their word": f"{PROSE}\n附件：\n1.甲类事项清单\n2.乙类事项清单",
    "a byline with blanks": f"李四  通讯员 王五 赵六\n{PROSE}",
    "a byline without": f"李四通讯员王五赵六\n{PROSE}",
    "what closes a book": f"{PROSE}\n后  记\n{PROSE}",
    "the last cells of a row": f"{PROSE}\n县林业站\n全县",
    "days of the week": f"星期一、星期三全天开放，周末可以预约。{PROSE}\n星期二、星期四轮值。{PROSE}",
    "words before numbers that do not count up": f"方案三：暂不采用。{PROSE}\n方案五：同样搁置。{PROSE}",
    "one word with a number": f"服务链一：签约即代办，全程无偿，由专员代跑所有手续并负责到底。{PROSE}",
    "who speaks before a colon": f"企业代表李某：{PROSE}\n窗口人员王某说：{PROSE}\n问：{PROSE}\n答：{PROSE}",
    "fields before a colon": f"牵头处室名称：{PROSE}\n案例所属地区：{PROSE}",
    "figures before and after, with a colon": (
        "申报材料：由四十五份压减到十二份，其中共享免交八份。\n跑动次数：由四次压减到一次以内，多数一次也不用跑。"
    ),
    "做法 as a word": f"上述做法一经推出就受到欢迎，{PROSE}\n做法一经推出，{PROSE}",
    "since when": f"“一窗通办”改革推进以来，企业办事更方便。{PROSE}\n“一网通办”系统上线以来，数据共享更充分。{PROSE}",
    "numbers with a comma": "2，300户企业完成登记。\n十，百，千工程稳步推进。",
    "notes": f"{PROSE}\n注：①数据截至九月底。②“四证”指规划、施工等四种许可证。",
    "a line in brackets": f"（东部片区）\n{PROSE}",
    "what somebody says": f"{PROSE}\n企业负责人感慨，窗口人员说：“一天就能办好。”{PROSE}",
    "plain prose": f"{PROSE}\n{PROSE}",
    "one short sentence before a paragraph": f"优化营商环境，我市一直在路上。{PROSE}\n{PROSE}",
    "sentences that state": f"好的服务，意味着便利。{PROSE}\n好的服务，意味着效率。{PROSE}",
    "short sentences that tell": f"企业都说好。{PROSE}\n奇迹出现了。{PROSE}",
    "clauses of what is planned": f"{PROSE}\n下一步，我市将一是打通系统壁垒；二是加强队伍建设。",
    "clauses of what is wrong still": f"{PROSE}\n存在的不足：一是系统不互通；二是队伍不稳定。",
    "what is said behind a dash": f"市长说——“今天就办”，大家都笑了。{PROSE}\n企业说——“真快”，大家也笑了。{PROSE}",
    "an editor's comment": f"{PROSE}\n专家点评：这一做法抓住了关键\n{PROSE}",
    "a quotation": f"“以前要跑几个窗口，现在跑一次就行。”企业负责人说。\n{PROSE}",
    "numbers that label nothing": "1.5亿元资金已经到位，3、4月间办结。\n一、二、三产业融合发展，二、三线城市竞相跟进。",
    "一是 alone": "问题一是材料多，群众反映强烈。市里随即整改。",
    "首先 and 第一 as words": f"首先，要感谢窗口的同志。{PROSE}\n第一，市里重视。{PROSE}",
    "a bulleted list of phrases": f"{PROSE}\n- 审批时间缩短50%\n- 企业满意度98%",
    "rows of a table": f"{PROSE}\n序号\n事项名称\n办理时限\n企业设立登记\n1个工作日\n不动产登记\n3个工作日\n{PROSE}",
    "a number that numbers nothing": f"{PROSE}\n一、",
    "a date and a byline": f"{PROSE}\n2021年3月5日\n记者 王某",
}


def tree(measures: tuple[MeasureDraft, ...]) -> Tree:
    return [(m.level, m.label, m.heading.text) for measure in measures for m in measure.walk()]


@pytest.mark.parametrize(("text", "expected"), OUTLINES.values(), ids=OUTLINES.keys())
def test_measures(text: str, expected: Tree) -> None:
    assert tree(outline(section(text), "1").measures) == expected


@pytest.mark.parametrize("text", NO_MEASURES.values(), ids=NO_MEASURES.keys())
def test_prose_gives_no_measures(text: str) -> None:
    case = outline(section(text), "1")
    assert case.measures == ()
    assert case.lead.text == text


@pytest.mark.parametrize("text", [text for text, _ in OUTLINES.values()], ids=OUTLINES.keys())
def test_nothing_is_lost_or_told_twice(text: str) -> None:
    words = re.compile(r"[\s#，。；：:、【】—]")
    assert words.sub("", outline(section(text), "1").body) == words.sub("", text)


def test_the_text_before_the_first_measure_is_the_lead() -> None:
    case = outline(section(f"近年来，全市持续优化营商环境。\n一、压减环节\n{PROSE}"), "7")
    assert (case.key, case.lead.text, case.measures[0].text.text) == ("7", "近年来，全市持续优化营商环境。", PROSE)


def test_every_character_knows_its_place() -> None:
    text = f"近年来成效明显。\n一、压减环节\n{PROSE}\n{PROSE}\n二是不在此列。"
    measure = outline(section(text), "1").measures[0]
    assert [text[span.start : span.end] for span in measure.heading.spans()] == ["压减环节"]
    assert [text[span.start : span.end] for span in measure.text.spans()] == [f"{PROSE}\n{PROSE}\n二是不在此列。"]


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        (f"（一）甲项改革\n{PROSE}\n乙项改革\n{PROSE}\n（三）丙项改革\n{PROSE}", "label-missing", "（二）"),
        (
            f"（一）甲改\n{PROSE}\n（二）乙改\n{PROSE}\n（二）丙改\n{PROSE}\n（四）丁改\n{PROSE}",
            "label-misprint",
            "（三）",
        ),
        (f"1.减轻甲负担。{PROSE}\n2.减轻乙负担。{PROSE}\n减轻丙负担。{PROSE}", "label-missing", "3."),
        (f"一、甲流程。{PROSE}\n二、乙材料。{PROSE}\n丙成本。{PROSE}\n四、丁监管。{PROSE}", "label-missing", "三、"),
        (
            f"一、甲\n（一）子项\n{PROSE}\n（二）子项\n{PROSE}\n（二）乙项\n（一）孙项\n{PROSE}",
            "label-misprint",
            "二、",
        ),
    ],
)
def test_mended_numbering_is_told(text: str, code: str, words: str) -> None:
    notices = outline(section(text), "1").notices
    assert [notice.code for notice in notices] == [code]
    assert words in notices[0].message


def test_a_note_of_duties_at_the_end_of_a_paragraph_stays_in_the_text() -> None:
    text = f"{PROSE}（牵头单位：市发展改革委；责任单位：市财政局、各县（市、区）政府）"
    measure = outline(section(f"一、降低成本\n{text}"), "1").measures[0]
    assert [agency.name for agency in measure.agencies] == ["市发展改革委", "市财政局", "各县（市、区）政府"]
    assert measure.text.text == text


def test_lines_of_duties_become_agencies_of_their_measure() -> None:
    case = outline(
        section(
            f"1. 推进简政放权。{PROSE}\n责任科室：综合科、审批服务科\n完成时限：全年持续推进。\n配合单位：财政局\n"
            f"2. 加强保护。{PROSE}"
        ),
        "1",
    )
    first, second = case.measures
    assert [(agency.name, agency.role) for agency in first.agencies] == [
        ("综合科", AgencyRole.RESPONSIBLE),
        ("审批服务科", AgencyRole.RESPONSIBLE),
        ("财政局", AgencyRole.COOPERATING),
    ]
    assert first.text.text == f"{PROSE}\n完成时限：全年持续推进。"
    assert second.agencies == ()
    assert [notice.code for notice in case.notices] == ["agency-line", "agency-line"]


def test_a_line_of_duties_with_a_time_limit_names_the_agencies_only() -> None:
    case = outline(section(f"1. 推进简政放权。{PROSE}\n责任单位：行政审批局、财政局 完成时限：全年"), "1")
    assert [agency.name for agency in case.measures[0].agencies] == ["行政审批局", "财政局"]
    assert case.measures[0].text.text == PROSE
