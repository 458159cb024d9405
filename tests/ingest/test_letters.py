"""Letters without a title of their own: the case is that of the paper they send."""

from __future__ import annotations

import pytest

from ingest.accounting import UNACCOUNTED
from tests.ingest.test_titles_and_places import PROSE, read

PAPER = "衡阳市优化营商环境提升行动方案（3.0版）"
TEXT = (
    f"为深入贯彻关于优化营商环境的决策部署，结合衡阳市实际，制定本方案。\n一、开办企业\n{PROSE}\n"
    f"二、获得电力\n{PROSE}\n三、保障措施\n各单位要加强组织领导，压实工作责任。"
)

LETTERS = {
    "its number, whom it addresses, who signed it and when": (
        f"衡政办发〔2024〕9号\n各县市区人民政府，市政府各部门：\n《{PAPER}》已经市政府第3次常务会议审议通过，现印发给你们，"
        "请认真贯彻执行。\n衡阳市人民政府办公室\n2024年3月25日"
    ),
    "no number": (
        f"局机关各科室、所属各单位：\n现将《{PAPER}》印发给你们，请认真组织实施。\n衡阳市行政审批服务局\n2024年3月25日"
    ),
    "another paper is named first": (
        f"市直有关单位：\n根据《湖南省优化营商环境条例》，市政府制定了《{PAPER}》，现将该方案印发你们，请抓好落实。\n"
        "衡阳市人民政府\n2024年3月25日\n（此件公开发布）"
    ),
}


@pytest.mark.parametrize("letter", LETTERS)
@pytest.mark.parametrize("title", [PAPER, PAPER.replace("提升", "\n提升"), PAPER.replace("提升行动", "提升\n行动\n")])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_the_paper_sent_is_the_case(letter: str, title: str, gap: str) -> None:
    reading = read(f"{LETTERS[letter]}\n{title}\n{TEXT}".replace("\n", gap))
    (case,) = reading.cases
    assert case.title.text == title.replace("\n", " ")
    assert reading.draft.title == case.title.text
    assert f"{reading.draft.publisher}\n20" in LETTERS[letter]
    assert case.lead.text.startswith("为深入贯彻")
    assert UNACCOUNTED not in {notice.code for notice in reading.notices}


def test_a_paper_that_is_not_printed_below_gives_no_title() -> None:
    reading = read(f"各县市区人民政府：\n现将《{PAPER}》印发给你们。\n{TEXT}")
    assert reading.draft.title != PAPER
