"""Headings without a number, on lines of their own or run into their paragraphs."""

from __future__ import annotations

import pytest

from .trees import PROSE, Tree, tree

OUTLINES: dict[str, tuple[str, Tree]] = {
    "words in brackets that open paragraphs": (
        f"{PROSE}\n【图纸不用带】{PROSE}\n【窗口不用排】{PROSE}",
        [(1, "", "图纸不用带"), (1, "", "窗口不用排")],
    ),
    "short sentences that say what each measure is": (
        f"简化手续是前提。{PROSE}\n压低费用是重点。{PROSE}\n",
        [(1, "", "简化手续是前提"), (1, "", "压低费用是重点")],
    ),
    "run-in headings that speak of data": (
        f"下放权力，让群众少跑腿。{PROSE}\n数据跑路，让办事更高效。{PROSE}",
        [(1, "", "下放权力，让群众少跑腿"), (1, "", "数据跑路，让办事更高效")],
    ),
    "headings that announce with a colon": (
        f"主要做法：\n1. 推进标准化。{PROSE}\n工作成效：\n{PROSE}",
        [(1, "", "主要做法"), (2, "1.", "推进标准化"), (1, "", "工作成效")],
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
    "headings that break off before their object, blank lines between": (
        f"{PROSE}\n\n数字政务大厅推动\n\n审批服务再提速\n\n{PROSE}\n\n家门口可办理\n\n九成以上事项\n\n{PROSE}",
        [(1, "", "数字政务大厅推动审批服务再提速"), (1, "", "家门口可办理九成以上事项")],
    ),
    "lines that say who drew, what a report opens with, what its core is": (
        f"扫码看直播\n本报讯（记者王宁）{PROSE}\n王小宁绘\n{PROSE}\n核心阅读\n{PROSE}\n整合办事窗口\n{PROSE}\n压减办理时限\n{PROSE}",
        [(1, "", "整合办事窗口"), (1, "", "压减办理时限")],
    ),
    "a catchword over a heading": (
        f"{PROSE}\n\n办事更便捷\n\n一窗受理少跑腿\n\n{PROSE}",
        [(1, "", "办事更便捷"), (1, "", "一窗受理少跑腿")],
    ),
    "a sentence that says what to do over a list": (
        f"{PROSE}\n坚持规范引领，夯实审判基底。一是提级监管。{PROSE}二是建强队伍。{PROSE}",
        [(1, "", "坚持规范引领，夯实审判基底"), (2, "一是", "提级监管"), (2, "二是", "建强队伍")],
    ),
    "sentences that only say that a list comes": (
        f"{PROSE}\n推进情况如下。一是成立专班。{PROSE}二是出台方案。{PROSE}\n全县环境持续向好。一是办事更快。{PROSE}二是成本更低。{PROSE}",
        [(1, "一是", "成立专班"), (1, "二是", "出台方案"), (1, "一是", "办事更快"), (1, "二是", "成本更低")],
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
    "headings that Markdown marks": (
        f"### 优化政务环境\n{PROSE}\n### 优化信用环境\n{PROSE}",
        [(1, "", "优化政务环境"), (1, "", "优化信用环境")],
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
    "parts in square brackets": (
        f"【主要做法】\n1.推行一窗受理。{PROSE}\n2.推行一网通办。{PROSE}\n【取得成效】\n{PROSE}",
        [(1, "", "主要做法"), (2, "1.", "推行一窗受理"), (2, "2.", "推行一网通办"), (1, "", "取得成效")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), OUTLINES.values(), ids=OUTLINES.keys())
def test_measures(text: str, expected: Tree) -> None:
    assert tree(text) == expected
