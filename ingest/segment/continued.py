"""Which of the lines below a title's first go on with it, and which only stand near it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ingest.recognise.genre import OFFICIAL_TITLE, PLAN_TITLE
from ingest.segment.imprint import is_meta
from ingest.segment.lines import BRACKETED_PLACE, OWNER_FIELD
from ingest.segment.mastheads import BULLETIN, COLUMN_NAME
from ingest.segment.press import is_signed
from ingest.segment.title_lines import CLOSING, FULL_LINE, LONGEST_LINE, LONGEST_TITLE, breaks_word, is_title_line
from ingest.types import Block

SHORTEST_SUBTITLE: Final = 6
"""Characters of a title's second line. Shorter ones head the first part of the text (基本情况)."""
MOST_LINES: Final = 3
"""Lines of a title."""
SHORTEST_PARAGRAPH: Final = 50
"""Characters of the paragraph with which an article begins."""

# “……提质增效的”, “……水平和”: no title ends so
_UNFINISHED: Final = re.compile(r"[，、：的暨]$|(?<!参)与$|(?<![普涉以])及$|(?<![共饱])和$")
# “（2024—2026年）”, “（6.0版）”, “（试行）”: which of several papers of this title it is
_EDITION: Final = re.compile(
    r"[（(](?:\d{4}\s?(?:[-—–~至]{1,2}\s?\d{4}\s?)?年?(?:度|版|修订版?)?|[\d.]+版|[试暂]行|修订[版稿]?|第[一二三四五六七八九十\d]{1,3}[版批])[）)]$"
)
# “今年以来，我区主要做了以下工作：”
BEGINS_TEXT: Final = re.compile(r"^(?:今年|去年|近年|近日|日前|为了?|据|截至|根据|按照|\d{4}年|[（(]?\d{1,2}月)|[：:]$")
# “工作开展情况” “典型经验做法”: heads the first part of a text
_OF_PARTS: Final = re.compile(r"(?:情况|做法|背景|概况|成效|经验|简介|前言|引言|导语|概述|目标|要求|措施|内容|介绍)$")
# “各地动态摘编” “营商环境典型案例选编”: over several stories
_GATHERED: Final = re.compile(r"(?:摘编|选编|汇编|集萃|集锦|合集|荟萃|选登|摘登|速览|一览|周报|日报|晚报|联播)$")


def goes_on(title: Sequence[Block], blocks: Sequence[Block], *, above: Block, heading: int, closed: bool) -> bool:
    """Whether the first of the blocks goes on with a title, by itself or as one of `heading` lines over the writer.

    `above` is the line above it: below the writer's name the text begins. Where a title is `closed`, by a day or source
    that stands below it or by anything else, only what it lacks by its own words goes on with it, and a subtitle.
    """
    if is_signed(above.text.strip().text) or len(title) >= MOST_LINES:
        return False
    return is_lacking(title, blocks, closed=closed) or (
        not closed and (_is_second_line(title, blocks) or _is_in_heading(title, blocks[: max(0, heading)]))
    )


def is_lacking(title: Sequence[Block], blocks: Sequence[Block], *, closed: bool) -> bool:
    """Whether the title lacks the line by its own words, or is broken before it."""
    return _is_wanted(title, blocks) or (not closed and _is_broken_before(title, blocks))


def _is_wanted(title: Sequence[Block], blocks: Sequence[Block]) -> bool:
    """Whether the line is a subtitle, or ends what the title leaves open: an official title, a quotation, a clause."""
    so_far, line = _words(title), blocks[0].text.strip().text
    if line.startswith("—"):  # one such line is a subtitle, two are a list
        return len(line) <= LONGEST_TITLE and not CLOSING.search(line) and not _begins_with_dash(blocks[1:2])
    return is_title_line(line) and (
        any(so_far.count(opening) > so_far.count(closing) for opening, closing in ("“”", "《》", "【】"))
        or bool(_UNFINISHED.search(so_far))
        or ("关于" in so_far and _completes(so_far, line))
    )


def _is_broken_before(title: Sequence[Block], blocks: Sequence[Block]) -> bool:
    """Whether the title that the line stands right below ends with it, by a word or the kind of paper it names."""
    so_far, line = _words(title), blocks[0].text.strip().text
    return _is_right_below(blocks[0]) and (
        breaks_word(so_far, line)
        or _completes(so_far, line)
        or _is_between(so_far, blocks)
        or bool(_EDITION.match(line))
    )


def _is_second_line(title: Sequence[Block], blocks: Sequence[Block]) -> bool:
    """Whether the line goes on with the title that it stands right below by how they are printed."""
    return _is_right_below(blocks[0]) and not blocks[0].heading_level and _is_set_off(_words(title), blocks)


def _is_right_below(block: Block) -> bool:
    """Whether a line that may be of a title stands below the line before it without a blank one."""
    line = block.text.strip().text
    return not block.gap_before and is_title_line(line) and not (BRACKETED_PLACE.match(line) or OWNER_FIELD.match(line))


def _words(title: Sequence[Block]) -> str:
    return "".join(part.text.text for part in title)


def _completes(so_far: str, line: str) -> bool:
    """Whether the line ends an official title that the lines before it begin: 关于印发《…》 / 的通知."""
    return any(whole.search(so_far + line) and not whole.search(so_far) for whole in (OFFICIAL_TITLE, PLAN_TITLE))


def _is_between(so_far: str, blocks: Sequence[Block]) -> bool:
    """Whether the line right below the title is the second of three, of which the last names the kind of paper.

    沈抚改革创新示范区 / 建设“优化投资营商环境标杆区” / 2026年行动计划
    """
    line, last = blocks[0], blocks[1] if len(blocks) > 1 else None
    if last is None or last.gap_before or line.heading_level:
        return False
    end = last.text.strip().text
    return is_title_line(end) and _completes(so_far + line.text.strip().text, end)


def _is_set_off(so_far: str, blocks: Sequence[Block]) -> bool:
    """Whether the line right below a title goes with it: before a gap or a subtitle, or as a second headline."""
    line, text = blocks[0].text.strip().text, blocks[1:]
    if not text or not 4 <= len(line) <= LONGEST_LINE:
        return False
    if len(line) > 4 and _begins_with_dash(text[:1]) and not _begins_with_dash(text[1:2]):
        return True
    set_off = text[0].gap_before > 0 or is_meta(text[0].text.strip().text)
    if len(so_far) < 8 and set_off:  # 船边直提 / 货畅其流, and no other line that could be a heading
        return not any(is_title_line(block.text.strip().text) for block in text if not is_meta(block.text.text))
    return (set_off and len(line) > 4) or (len(so_far) >= SHORTEST_SUBTITLE and _is_headline_of_two(line, text))


def _is_in_heading(title: Sequence[Block], lines: Sequence[Block]) -> bool:
    """Whether the first of the lines, all that stand between a newspaper's title and its writer, goes on with it.

    The name of a bulletin or column is no title.
    """
    so_far = title[0].text.strip().text
    return (
        0 < len(lines) <= MOST_LINES - len(title)
        and all(len(line.text) <= LONGEST_LINE and is_title_line(line.text.strip().text) for line in lines)
        and (len(so_far) < FULL_LINE or all(len(line.text) >= SHORTEST_SUBTITLE for line in lines))
        and not (COLUMN_NAME.match(so_far) or BULLETIN.match(so_far) or _GATHERED.search(so_far))
    )


def _begins_with_dash(blocks: Sequence[Block]) -> bool:
    return any(block.text.text.startswith("——") for block in blocks)


def _is_headline_of_two(second: str, text: Sequence[Block]) -> bool:
    """A newspaper's second headline: the article below it has no other line that could be a heading like it."""
    return (
        len(second) >= SHORTEST_SUBTITLE
        and not _OF_PARTS.search(second)
        and not BEGINS_TEXT.search(second)
        and len(text[0].text) >= SHORTEST_PARAGRAPH
        and not any(block.heading_level or is_title_line(block.text.strip().text) for block in text)
    )
