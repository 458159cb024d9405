"""Measures that are numbered, or marked with bullets, each at the start of a line."""

from __future__ import annotations

import pytest

from .trees import PROSE, Tree, tree

OUTLINES: dict[str, tuple[str, Tree]] = {
    "heading sentences of three clauses, and one that tells a figure": (
        f"一、把握放权准度，减负同时明责，提升环境的法治化和稳定性。{PROSE}\n二、取消预审环节，合并评审，办理时间压缩到3天，惠及企业86家。{PROSE}",
        [(1, "一、", "把握放权准度，减负同时明责，提升环境的法治化和稳定性"), (1, "二、", "取消预审环节")],
    ),
    "a line over the whole text that heads no part of it": (
        f"源盛城钢材仓库\n某市深化改革。{PROSE}\n一、聚焦审批改革\n{PROSE}\n二、聚焦办税服务\n{PROSE}",
        [(1, "一、", "聚焦审批改革"), (1, "二、", "聚焦办税服务")],
    ),
    "sections run together in one paragraph": (
        f"区税务局优化服务。{PROSE} 一、推行预约服务，减少等候。{PROSE} 二、开通绿色通道。{PROSE}",
        [(1, "一、", "推行预约服务，减少等候"), (1, "二、", "开通绿色通道")],
    ),
    "sections run together, their headings set off by blanks": (
        f"{PROSE} 一、建立信用平台，归集企业数据 依据市级平台，{PROSE}\n{PROSE} 二、创新金融产品 联合12家银行，{PROSE}",
        [(1, "一、", "建立信用平台，归集企业数据"), (1, "二、", "创新金融产品")],
    ),
    "headings that only a blank sets off from their texts": (
        f"（一） 聚焦审批提速 {PROSE}\n（二） 聚焦服务提质，建好窗口 {PROSE}",
        [(1, "（一）", "聚焦审批提速"), (1, "（二）", "聚焦服务提质，建好窗口")],
    ),
    "formal numerals": (
        f"壹、聚焦审批提速\n{PROSE}\n贰、聚焦服务提质\n{PROSE}",
        [(1, "壹、", "聚焦审批提速"), (1, "贰、", "聚焦服务提质")],
    ),
    "numerals inside a sentence that number nothing": (
        f"一、产业融合\n{PROSE} 一、二、三产业融合项目28个落户。{PROSE}",
        [(1, "一、", "产业融合")],
    ),
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
    "bullets before a name and its text, one of them short": (
        f"- 收件一窗办：{PROSE}\n- 放行一路快：闸口识别，无感通行。",
        [(1, "-", "收件一窗办"), (1, "-", "放行一路快")],
    ),
    "一是 at the start of paragraphs": (
        f"一是着力精简材料。{PROSE}\n二是着力压缩时限。{PROSE}",
        [(1, "一是", "着力精简材料"), (1, "二是", "着力压缩时限")],
    ),
    "做法一 at the start of paragraphs": (
        f"做法一：数据归集。{PROSE}\n做法二：亮照经营。{PROSE}",
        [(1, "做法一：", "数据归集"), (1, "做法二：", "亮照经营")],
    ),
    "做法一 without a mark behind it": (
        f"做法一合并窗口\n{PROSE}\n做法二分类查验\n{PROSE}",
        [(1, "做法一", "合并窗口"), (1, "做法二", "分类查验")],
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
    "two digits alone on their lines": (
        f"01\n一键申报\n{PROSE}\n02\n一窗通办\n{PROSE}",
        [(1, "01", "一键申报"), (1, "02", "一窗通办")],
    ),
    "two digits before headings": (
        f"01 企业开办一日办结\n{PROSE}\n02 项目审批一网通办\n{PROSE}",
        [(1, "01", "企业开办一日办结"), (1, "02", "项目审批一网通办")],
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
    "one sign for number and brackets": (
        f"㈠减环节\n{PROSE}\n⑴合并窗口\n{PROSE}\n⑵合并踏勘\n{PROSE}\n㈡减材料\n{PROSE}",
        [
            (1, "㈠", "减环节"),
            (2, "⑴", "合并窗口"),
            (2, "⑵", "合并踏勘"),
            (1, "㈡", "减材料"),
        ],
    ),
    "short bulleted items that have a heading and a text": (
        "推出扶持贷款，凭产权证即可申请。\n·额度更高。最高一百万元。\n·利率更低。平均降一个百分点。",
        [(1, "·", "额度更高"), (1, "·", "利率更低")],
    ),
    "a heading of two clauses before a colon": (
        f"（一）促重整，挽救危困企业：{PROSE}\n（二）快清算，释放沉睡资产：{PROSE}",
        [(1, "（一）", "促重整，挽救危困企业"), (1, "（二）", "快清算，释放沉睡资产")],
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
}


@pytest.mark.parametrize(("text", "expected"), OUTLINES.values(), ids=OUTLINES.keys())
def test_measures(text: str, expected: Tree) -> None:
    assert tree(text) == expected
