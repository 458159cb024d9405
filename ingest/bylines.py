"""Who wrote, sent in or edited what a page prints: 本报记者 王宁, 文/王宁, 责编王宁校对李程, ■ 王宁 over the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ingest.types import Block, SpannedText
from ingest.word_lists import one_of

SURNAMES: Final = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊"
    "金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文章楼岳翟莫施倪严温芦俞鲁葛伍韦聂"
)
"""Those of more than nine in ten people."""
FIRST_LINES: Final = 8
"""Lines of a page among which a story begins."""
SHORTEST_TEXT: Final = 30
"""Characters of the paragraph below."""
LONGEST: Final = 60
"""Characters of a line of credits."""

WRITER: Final = one_of("文 图 图文 文[、/／]图 撰写人? 撰稿人? 作者 供稿")
EDITOR: Final = one_of("""
    (?:[\u4e00-\u9fff]{2})?(?:编辑|主编|责编|校对) 审核 审校 排版 签发人? 核稿 监制 [初复终一二三]审 审签 终编 编发
    值班(?:主任|编委)
""")
MAKER: Final = one_of("美编 编审 检校 审读 版式 组版 视觉 制图 设计 统筹 策划")
"""Who has a part in a page, in words of any text: they tell it only where several stand in a row."""
REPORTER: Final = r"(?:[\u4e00-\u9fff·+＋—-]{0,14}(?:记者|通讯员)|实习生)"

_ANY_NAME: Final = r"[\u4e00-\u9fff]{2,4}(?:·[\u4e00-\u9fff]{1,6})?"
# 王宁, 王　宁, 赵明远
_NAME: Final = rf"[{SURNAMES}](?: ?[\u4e00-\u9fff]|[\u4e00-\u9fff]{{2}})"
_SET_OFF: Final = r"(?:\s?[：:/／|｜丨]\s?|\s)"
_OWN: Final = r"(?:本[报网刊]|全媒体|融媒体|见习)(?:记者|通讯员)"
# Set off, or behind the paper's own reporters, any names; else those that are told by their surnames: no 记者走访.
_CREDIT: Final = (
    rf"(?:(?:(?:{WRITER}|{EDITOR}|{REPORTER}){_SET_OFF}|{_OWN}){_ANY_NAME}(?:[\s、，/／]+{_ANY_NAME}){{0,5}}"
    rf"|(?:{REPORTER}|(?:责任|执行)?编辑|校对){_NAME}(?:[\s、]?{_NAME}){{0,5}})"
)
_CREDITS: Final = rf"{_CREDIT}(?:[\s、，/／]*{_CREDIT}){{0,5}}(?:采访|摄影)?(?:报道|整理)?"
_PART: Final = (
    rf"(?:本[版期])?(?:[\u4e00-\u9fff]{{2}}?)?(?:{EDITOR}|{MAKER})"
    rf"(?:{_SET_OFF}{_ANY_NAME}|{_NAME})(?:[、/／]{_ANY_NAME})*\s?"
)

_LINES: Final = tuple(
    re.compile(pattern)
    for pattern in (
        # “记者 王宁 通讯员 李程”, “（本报记者 王宁）”, “责任编辑：王宁”, “山城新闻记者王宁”
        rf"[（(【\[]?\s?{_CREDITS}\s?[）)】\]]?$",
        # “□本报通讯员赵明报道”
        rf"[□■◎●]\s?(?={_OWN}){_CREDITS}$",
        # “责编王宁校对李程”, “组稿编辑：王宁执行编辑：李程”, “本版编辑 王宁”
        rf"[□■]?(?:{_PART}){{2,}}$|本版(?:责编|编辑)\s?{_ANY_NAME}$",
        # “山城发展网 王宁/文”
        rf"(?:[\u4e00-\u9fff]{{2,10}}[网报社]\s?)?{_ANY_NAME}\s?[/／]\s?(?:文|图|图文|摄影?)$",
        # “海报制作：李程”
        rf"(?:海报|图表|视频|漫画)(?:制作|设计|剪辑)?\s?[：:]\s?{_ANY_NAME}(?:[\s、]{_ANY_NAME})*$",
        # “供稿：县优化办”
        r"供稿(?:单位)?\s?[：:|｜]\s?\S{2,20}$",
    )
)
_SENT_IN: Final = r"(?:作者|撰稿|供稿)(?:单位)?[：:][^（）()。]{2,30}"
_REPORTERS: Final = rf"{REPORTER}{_ANY_NAME}(?:[\s、，/／]*{REPORTER}?{_ANY_NAME}){{0,5}}"
TAIL: Final = re.compile(rf"[（(](?=[^（）()]{{2,{LONGEST}}}[）)]$)(?:{_CREDITS}|{_REPORTERS}|{_SENT_IN})[）)]$")
"""“……提升。（撰写人：李程）”, “……1323户。（记者彭思琦通讯员陆彦汝）”, “……办结。（供稿单位：县优化办）”."""

# “某区行政审批局 王宁”: whom the writer works for
_HOUSE: Final = r"[^，。：；“”\s]{2,24}(?:局|委|办公室|中心|政府|法院|检察院|海关|大学|学院|研究院|党校|公司)"
_NAMES: Final = re.compile(rf"(?:{_NAME}(?: {_NAME}){{1,3}}|(?:[■□◎●] ?|{_HOUSE} ){_NAME}(?: {_NAME}){{0,3}})$")
_CLOSED: Final = re.compile(r"[。！？；：，、]$")


def is_credits(line: str) -> bool:
    """Whether a line only names writers, editors or whoever else had a part in a page."""
    return len(line) <= LONGEST and any(pattern.match(line) for pattern in (*_LINES, TAIL))


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
