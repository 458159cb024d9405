"""Writers whom a line names without saying that they are: 王宁 李程 below a headline, ■ 王宁 over the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ingest.types import Block, SpannedText

SURNAMES: Final = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊"
    "金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文章楼岳翟莫施倪严温芦俞鲁葛伍韦聂"
)
"""Those of more than nine in ten people."""
FIRST_LINES: Final = 8
"""Lines of a page among which a story begins."""
SHORTEST_TEXT: Final = 30
"""Characters of the paragraph below."""

# 王宁, 王　宁, 赵明远
_NAME: Final = rf"[{SURNAMES}](?: ?[\u4e00-\u9fff]|[\u4e00-\u9fff]{{2}})"
# “某区行政审批局 王宁”: whom the writer works for
_HOUSE: Final = r"[^，。：；“”\s]{2,24}(?:局|委|办公室|中心|政府|法院|检察院|海关|大学|学院|研究院|党校|公司)"
_NAMES: Final = re.compile(rf"(?:{_NAME}(?: {_NAME}){{1,3}}|(?:[■□◎●] ?|{_HOUSE} ){_NAME}(?: {_NAME}){{0,3}})$")
REPORTED_BY: Final = re.compile(
    rf"(?:[\u4e00-\u9fff·+＋—-]{{0,14}}(?:记者|通讯员)|(?:责任|执行)?编辑|校对)\s?{_NAME}"
    rf"(?:[\s、]?(?:[\u4e00-\u9fff]{{0,8}}?(?:记者|通讯员)|实习生|编辑|校对)?\s?{_NAME})*$"
)
"""“某某新闻记者王宁”, “记者王宁 通讯员李程”: the names are told by their surnames, so 记者走访 is none."""
_CLOSED: Final = re.compile(r"[。！？；：，、]$")


def names_alone(blocks: Sequence[Block]) -> Iterator[int]:
    """The lines below a headline, or at the top, right over a paragraph, that are names alone, blanks between them."""
    for at in range(min(FIRST_LINES, len(blocks) - 1)):
        text = blocks[at].text
        below_headline = not at or not _CLOSED.search(blocks[at - 1].text.text)
        between = below_headline and len(blocks[at + 1].text) >= SHORTEST_TEXT
        if between and _NAMES.match(_with_blanks(text)):
            yield at


def _with_blanks(text: SpannedText) -> str:
    """The words with a blank wherever the source has something between two characters."""
    parts = (
        character if not at or text.offset(at) == text.offset(at - 1) + 1 else f" {character}"
        for at, character in enumerate(text.text)
    )
    return "".join(parts)
