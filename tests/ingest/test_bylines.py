"""Names of writers that stand alone on their line."""

from __future__ import annotations

import pytest

from ingest.clean import clean
from tests.ingest.pages import document

TEXT = "在长沙，小微企业是地方经济的重要力量。今年以来，供电公司主动上门服务，企业当天就用上了电。"


@pytest.mark.parametrize(
    ("line", "is_byline"),
    [
        ("王宁 李程 赵明远", True),
        ("　　王宁　李程", True),
        ("■ 王宁", True),
        ("石 琪 莫进华 朱跃军", True),
        ("王宁", False),  # may be the title of a column
        ("张弛有度 宽严相济", False),
        ("主要做法", False),
        ("减环节 减材料", False),
    ],
)
def test_names_below_a_headline(line: str, is_byline: bool) -> None:
    page = clean(document(f"当好企业的电保姆\n{line}\n{TEXT}"))
    assert ("byline" in {notice.code for notice in page.notices}) is is_byline
    assert len(page.blocks) == 3 - is_byline


def test_names_at_the_top() -> None:
    page = clean(document(f"王宁 李程 赵明远\n{TEXT}"))
    assert [block.text.text for block in page.blocks] == [TEXT]


def test_names_inside_a_list_stay() -> None:
    page = clean(document(f"名单如下：\n王宁 李程 赵明远\n{TEXT}"))
    assert len(page.blocks) == 3
