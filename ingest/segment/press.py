"""What newspapers print around a story: kicker, headline and subtitle above it, the column, its writer and dateline."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from ingest.recognise.press import DATELINE
from ingest.types import Block, SpannedText

# “《人民日报》（2025年02月20日第13版）”: where an item of a digest was printed first
CITATION: Final = re.compile(
    r"《[^《》]{2,16}》\s?[（(](?P<year>\d{4})年\d{1,2}月\d{1,2}日[，,\s]?(?:第?\s?[A-Z]?\d{1,3}\s?版[^（）()]{0,8})?[）)]$"
)
# “本报记者王宁 通讯员李程”, “本报记者王宁《人民日报》（2025年2月20日第13版）”
BYLINE: Final = re.compile(
    r"[□■◎●]?\s?(?:本[报報网網刊]|全媒体|见习|融媒体|特约)?(?:[记記]者|通讯员|实习生)[\s：:]?[\u4e00-\u9fff\s、]{2,24}"
    rf"(?:$|{CITATION.pattern})"
)
# The same, but no headline such as “记者探访长沙办税大厅” and no box “记者手记”
_WRITERS: Final = (
    r"通讯员(?!.*[会班队])[\u4e00-\u9fff\s、]{2,14}|"
    r"(?:本[报報网網刊台社]|新华社|全媒体|见习|融媒体|特约|首席)+(?:[记記]者|通讯员)[\u4e00-\u9fff\s、]{2,24}"
    r"|[记記]者(?!调查|观察|探访|走访|手记|眼中|视点|直击|来信|连线|体验)[\u4e00-\u9fff]{2,3}(?:[\s、][\u4e00-\u9fff]{2,3})*"
)
_SIGNED: Final = re.compile(rf"[□■◎●]?\s?(?:(?:{_WRITERS})?{CITATION.pattern}|(?:{_WRITERS})$)")
# “靠什么吸引企业（干部状态新观察）”, but no “……办法（试行）” and no “……改革（第三批）”
_COLUMN_BEHIND: Final = re.compile(
    r"(?<=.{4})\s?[（(](?![^（()）]*(?:试行|暂行|[第\d]|[省市县区州]）))[^（()），。]{4,24}[）)]$"
)


def is_signed(line: str) -> bool:
    """Whether a line says who wrote the story or where it was printed first, and nothing more."""
    return bool(_SIGNED.match(line))


def _opens_story(block: Block) -> bool:
    """Whether a story begins here: the line is its writer's name, or begins with where and when it was written."""
    line = block.text.strip().text
    return (is_signed(line) and not line.endswith("摄")) or bool(DATELINE.match(line))


def only_story(blocks: Sequence[Block], below_bylines: frozenset[int]) -> int:
    """Where the writer's name or the dateline of the only story stands; 0 where there is none, or several.

    `below_bylines` are the source offsets of blocks over which a writer's name was put aside.
    """
    begins = [
        at
        for at, block in enumerate(blocks)
        if _opens_story(block) or (len(block.text) and block.text.offset(0) in below_bylines)
    ]
    first = begins[0] if begins else 0
    return first if all(at - first == n for n, at in enumerate(begins)) else 0


def without_column(headline: SpannedText) -> SpannedText:
    """A headline without the name of its column in brackets behind it: 为企业减负（经济聚焦）."""
    found = _COLUMN_BEHIND.search(headline.text)
    return headline[: found.start()] if found else headline


def follows(blocks: Sequence[Block], offsets: Sequence[int]) -> frozenset[int]:
    """The source offsets at which those blocks begin that stand right behind one of `offsets`."""
    begins = sorted(block.text.offset(0) for block in blocks if len(block.text))
    places = (bisect_right(begins, offset) for offset in offsets)
    return frozenset(begins[at] for at in places if at < len(begins))
