"""What is no measure: prose, what is wrong still, what is planned, whom a report is for, its annexes."""

from __future__ import annotations

import pytest

from ingest.outline import outline
from tests.ingest.pages import section

from .trees import PROSE, Tree, tree

OUTLINES: dict[str, tuple[str, Tree]] = {
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
    "bodies that each did something are no addressees": (
        f"县税务局：\n{PROSE}\n县人社局：\n{PROSE}",
        [(1, "", "县税务局"), (1, "", "县人社局")],
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


@pytest.mark.parametrize(("text", "expected"), OUTLINES.values(), ids=OUTLINES.keys())
def test_measures(text: str, expected: Tree) -> None:
    assert tree(text) == expected


@pytest.mark.parametrize("text", NO_MEASURES.values(), ids=NO_MEASURES.keys())
def test_prose_gives_no_measures(text: str) -> None:
    case = outline(section(text), "1")
    assert case.measures == ()
    assert case.lead.text == text
