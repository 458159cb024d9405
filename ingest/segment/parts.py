"""The parts of a document: its own text, the annexes after it, and what a newspaper prints beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ingest.segment.front import NOTICE_TITLE
from ingest.segment.imprint import DATE_LINE, LETTERHEAD
from ingest.segment.items import bare
from ingest.types import Block

# “附件” “附件1：” “附件2 典型案例”, alone on a line
_ANNEX_LINE: Final = re.compile(r"附\s*件\s*(?:[\d一二三四五六七八九十]{1,2})?\s*[：:]?$")
# “⊙相关新闻”, alone on a line: the next story stands below it
_RELATED: Final = re.compile(
    r"[^\u4e00-\u9fff]{0,2}(?:(?:相关|延伸)(?:新闻|报道|阅读|链接)|(?:新闻|背景)?链接|短评|时评|本报评论)[：:]?$"
)
# “附件：《典型经验做法》” “附件：1.优化营商环境典型案例（共20项）” “2.任务清单”: point to annexes below
_POINTER: Final = re.compile(
    r"(?P<first>附\s*件\s*\d{0,2}\s*[：:]\s*)?(?P<number>\d{1,2}\s*[.．、]\s*)?《?(?P<title>[^《》。]{4,60}?)》?(?:（共.*）)?$"
)
# “关于印发《湖南湘江新区“营商环境优化年”实施方案》的通知”
_PRINTED_WITH: Final = re.compile(
    r"(?:印发|公布|发布|推广|转发)《?(?P<title>[^《》]{4,60}?)》?(?:（.{2,10}）)?的(?:通知|通报|公告)"
)


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex or a related story: the line 附件 or 相关新闻 that opens it, where there is one, and its blocks."""

    marker: tuple[Block, ...]
    blocks: tuple[Block, ...]


def split_annexes(blocks: Sequence[Block], title: str) -> tuple[tuple[Block, ...], tuple[Annex, ...]]:
    """The document's own blocks, and its annexes: opened by 附件 alone on a line, or by the title pointed to before.

    A story below the line 相关新闻 is taken for an annex too.
    """
    pointed = {bare(match["title"]) for match in [_PRINTED_WITH.search(title)] if match}
    starts: list[int] = []
    pointing = False
    for at, block in enumerate(blocks):
        line = block.text.strip().text
        pointer = _POINTER.match(line)
        pointing = bool(pointer and (pointer["first"] or (pointing and pointer["number"])))
        if pointer and pointing:
            pointed.add(bare(pointer["title"]))
        elif _is_marker(line) or (bare(line) in pointed and not (starts and starts[-1] >= at - 2)):
            starts.append(at)
    if not starts and NOTICE_TITLE.search(title):
        starts = _below_signature(blocks)
    if not starts:
        return tuple(blocks), ()
    ends = [*starts[1:], len(blocks)]
    return tuple(blocks[: starts[0]]), tuple(_annex(blocks[a:b]) for a, b in zip(starts, ends, strict=True))


def _below_signature(blocks: Sequence[Block]) -> list[int]:
    """Where the printed paper begins, right below the signature and date of the notice that prints it."""
    lines = [block.text.strip().text for block in blocks[:12]]
    dated = (at for at in range(1, len(lines)) if DATE_LINE.match(lines[at]) and LETTERHEAD.match(lines[at - 1]))
    at = next(dated, None)
    return [at + 1] if at is not None and at + 3 < len(blocks) else []


def _annex(blocks: Sequence[Block]) -> Annex:
    marked = int(_is_marker(blocks[0].text.strip().text))
    return Annex(tuple(blocks[:marked]), tuple(blocks[marked:]))


def _is_marker(line: str) -> bool:
    return bool(_ANNEX_LINE.match(line) or _RELATED.match(line))
