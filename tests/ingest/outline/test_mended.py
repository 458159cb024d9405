"""Numbering that was lost or misprinted, mended by what stands around it, and told to the editor."""

from __future__ import annotations

import pytest

from ingest.outline import outline
from tests.ingest.pages import section

from .trees import PROSE, Tree, tree

OUTLINES: dict[str, tuple[str, Tree]] = {
    "a lost label of a heading run into its paragraph": (
        f"一、优流程。{PROSE}\n二、减材料。{PROSE}\n降成本。{PROSE}\n四、强监管。{PROSE}",
        [(1, "一、", "优流程"), (1, "二、", "减材料"), (1, "", "降成本"), (1, "四、", "强监管")],
    ),
    "an item before whose number the bracket was lost": (
        f"（一）减环节\n{PROSE}\n二）减材料\n{PROSE}",
        [(1, "（一）", "减环节"), (1, "二）", "减材料")],
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


@pytest.mark.parametrize(("text", "expected"), OUTLINES.values(), ids=OUTLINES.keys())
def test_measures(text: str, expected: Tree) -> None:
    assert tree(text) == expected


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        (f"（一）甲项改革\n{PROSE}\n乙项改革\n{PROSE}\n（三）丙项改革\n{PROSE}", "label-missing", "（二）"),
        (
            f"（一）甲改\n{PROSE}\n（二）乙改\n{PROSE}\n（二）丙改\n{PROSE}\n（四）丁改\n{PROSE}",
            "label-misprint",
            "（三）",
        ),
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
