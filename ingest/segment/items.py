"""Items of a document: a title, the lines it is printed on, and the blocks under it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from ingest.outline import labels
from ingest.outline.headings import is_heading_line, run_in_heading
from ingest.outline.labels import Label, read_label
from ingest.recognise.gazetteer import Gazetteer
from ingest.segment.front import DATE_LINE, LETTERHEAD, is_title_line, join_lines
from ingest.types import Block, Span, SpannedText

# “（浦东新区市场监管局供稿）”
_CONTRIBUTOR: Final = re.compile(r"[（(][^（()）。]{4,40}(?:供稿|撰稿|提供|报送|来稿)[）)]$")
# “一、获得信贷指标——强化支持保障，助力高质量发展。市政府金融办…”: the title of a run-in item
_TITLE_SENTENCE: Final = re.compile(r"(?P<title>[^。！？]{4,60})[。！？]")
# “主要做法” “（一）改革背景” “经验启示”: what compilations print under every case
SKELETON: Final = re.compile(
    r"【?(?:(?:主要|具体|典型|改革|创新|工作)?(?:做法|举措|措施|背景|内容|经验)(?:及成效|与成效|和成效)?|"
    r"(?:工作|实施|取得|改革|实践|主要)?的?成效|(?:经验|案例)?启示|(?:案例|基本|有关)(?:背景|概况|情况|简介)|推广价值|(?:痛点|难点|堵点)(?:问题)?)】?[：:]?$"
)
_GROUP_STYLES: Final = (labels.PART, labels.CHINESE)
LONG_LINE: Final = 15
"""Characters of a title that may have been broken to fit the page."""
_MARKS: Final = re.compile(r"[\s，,、。：:；;“”\"‘’'《》（）()—\-·.…]+")


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a document."""

    title: SpannedText
    blocks: tuple[Block, ...]
    title_blocks: tuple[Block, ...] = ()
    """The lines that hold nothing but the title and its number."""
    marks: tuple[Span, ...] = ()
    """The number before a title run into the text and the full stop after it."""
    setting: tuple[Block, ...] = ()
    """Words that say whose case it is and are no part of its text: the cell 申报单位 of a table, （…供稿）."""


def labelled(blocks: Sequence[Block]) -> list[tuple[int, Label]]:
    """The blocks that begin with a label: their places and labels."""
    return [(at, label) for at, block in enumerate(blocks) if (label := read_label(block.text.strip().text))]


def unnumbered(block: Block) -> str:
    """The words of a line without its label."""
    text = block.text.strip().text
    label = read_label(text)
    return text[label.length :] if label else text


def bare(text: str) -> str:
    """The words without blanks and marks, for comparing."""
    return _MARKS.sub("", text)


def is_place_alone(text: str, gazetteer: Gazetteer) -> bool:
    """Whether a line is the name of one place and nothing more."""
    found = gazetteer.find(text) if 2 <= len(text) <= 20 else []
    return len(found) == 1 and len(found[0].surface) == len(text)


def ranges(starts: Sequence[int], end: int) -> list[tuple[int, int]]:
    """Each start with the next one, the last with `end`."""
    return list(zip(starts, [*starts[1:], end], strict=True)) if starts else []


def cut(blocks: Sequence[Block], starts: Sequence[int], contents: str = "") -> tuple[Item, ...]:
    """The items that begin at these places; `contents` helps to tell a title of two lines."""
    return tuple(
        item_of(blocks[at:end], title_lines(blocks[at:end], contents)) for at, end in ranges(starts, len(blocks))
    )


def item_of(blocks: Sequence[Block], lines: int = 1) -> Item:
    """The item made up of these blocks: its title is the heading of the first, run-in text stays in the item."""
    first = blocks[0].text.strip()
    label = read_label(first.text)
    rest = first[label.length :] if label else first
    if label and not rest:
        lines = 1 + _lines_below(blocks[1:])
        return Item(join_lines(blocks[1:lines]), tuple(blocks[lines:]), tuple(blocks[:lines]))
    if lines > 1 or label is None or is_title_line(rest.text):
        title = join_lines([Block(rest), *blocks[1:lines]])
        return Item(title, tuple(blocks[lines:]), tuple(blocks[:lines]))
    sentence = _TITLE_SENTENCE.match(rest.text)
    if sentence:
        title, text = rest[: sentence.end("title")], rest[sentence.end() :].strip()
    else:
        title, text = run_in_heading(rest)
    number = (*first[: label.length].spans(), *rest[len(title) : len(rest) - len(text)].spans())
    return Item(title, (Block(text), *blocks[1:]) if text else tuple(blocks[1:]), marks=number)


def without_contributor(item: Item) -> Item:
    """The item, the line that closes it with the body that wrote it moved from its text to its setting."""
    if not item.blocks or not _CONTRIBUTOR.match(item.blocks[-1].text.strip().text):
        return item
    return replace(item, blocks=item.blocks[:-1], setting=(*item.setting, item.blocks[-1]))


def _lines_below(blocks: Sequence[Block]) -> int:
    """How many lines a title takes that stands under its label (案例一, 排名1)."""
    lines = 0
    for block in blocks[:3]:
        text = block.text.strip().text
        if not is_title_line(text) or SKELETON.match(text) or (lines and len(text) > 30):
            break
        lines += 1
    return max(1, min(lines, len(blocks)))


def title_lines(blocks: Sequence[Block], contents: str = "") -> int:
    """How many lines a title takes.

    Two where the table of contents goes on with the second, a quotation is open, or the end of a long title is set off
    with it from the text below.
    """
    if len(blocks) < 3 or not is_title_line(blocks[1].text.text):
        return 1
    first, second = (bare(unnumbered(block)) for block in blocks[:2])
    text = blocks[0].text.text
    open_quote = text.count("“") > text.count("”") or text.count("《") > text.count("》")
    right_below = not blocks[1].gap_before and blocks[2].gap_before > 0 and not SKELETON.match(blocks[1].text.text)
    set_off = right_below and len(first) >= LONG_LINE and len(second) <= LONG_LINE and not blocks[1].heading_level
    return 2 if first + second[:4] in contents or open_quote or set_off else 1


def group_heading(blocks: Sequence[Block]) -> Block | None:
    """The heading over the next items (政策文件; 二、简政放权方面), which closes the blocks of the item before."""
    if not blocks:
        return None
    last = blocks[-1].text.strip().text
    label = read_label(last)
    if not is_heading_line(unnumbered(blocks[-1])) or len(last) > 30:
        return None
    if any(pattern.match(last) for pattern in (LETTERHEAD, DATE_LINE, _CONTRIBUTOR)):
        return None
    inside = {other.style for _, other in labelled(blocks[:-1])}
    above = len(blocks) > 1 if label is None else label.style in _GROUP_STYLES and label.style not in inside
    return blocks[-1] if above else None
