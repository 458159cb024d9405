"""The front of a document: masthead, letterhead, number, title, addressees."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from ingest.outline.labels import ARABIC, CHINESE, CHINESE_BRACKETED, TWO_DIGIT, read_label
from ingest.recognise.genre import OFFICIAL_TITLE, PLAN_TITLE
from ingest.segment.framing import is_framed, length_of_label, unwrapped, without_site
from ingest.segment.imprint import DAY, LETTERHEAD, is_meta
from ingest.segment.mastheads import (
    BULLETIN,
    COLUMN_NAME,
    SITE_NAME,
    end_of_frame,
    end_of_menu,
    end_of_note,
    end_of_site,
    is_filled_in,
    is_masthead,
)
from ingest.segment.press import is_signed, only_story, without_column
from ingest.segment.title_lines import (
    CLOSING,
    FULL_LINE,
    LONGEST_LINE,
    LONGEST_TITLE,
    breaks_word,
    is_title_line,
    join_lines,
)
from ingest.types import NO_TEXT, Block, Span, SpannedText

LONGEST_PLACE: Final = 8
"""Characters of a line that is a place's name."""
SHORTEST_SUBTITLE: Final = 6
"""Characters of a title's second line. Shorter ones head the first part of the text (基本情况)."""
MOST_LINES: Final = 3
"""Lines of a title."""
SHORTEST_PARAGRAPH: Final = 50
"""Characters of the paragraph with which an article begins."""

# “2022年优化营商环境工作总结” below the name of the body that reports
REPORT_TITLE: Final = re.compile(r"(?:\d{4}年|今年|上半年|关于).*(?:报告|总结|汇报|情况|综述)$")
# “中共湘潭县委书记 李程”: below the title of a speech
_SPEAKER: Final = re.compile(
    r"[^，。：；“”]{2,30}(?:[省市县区州]长|(?:书记|主任|局长|厅长|院长|行长|主席|秘书长)(?:\s?[\u4e00-\u9fff]{2,4})?)$"
)
# “——平利县优化营商环境交流发言材料”: says what kind of paper it is, not what was done
_KIND_OF_PAPER: Final = re.compile(
    r"—{1,3}.{0,40}(?:发言(?:材料|稿|提纲)?|(?:汇报|交流|经验|典型|调研)(?:材料|提纲)|汇报)$"
)
# Of those, the ones that only tell of something: a 报告 or 意见 may hold a place's own practice
NOTICE_TITLE: Final = re.compile(r"关于.*的?(?:通知|通报|决定|函|批复|公告|通告|请示|复函)$")

# “今年以来，我区主要做了以下工作：”
_BEGINS_TEXT: Final = re.compile(
    r"^(?:今年|去年|近年|近日|日前|为了?|据|截至|根据|按照|\d{4}年|[（(]?\d{1,2}月)|[：:]$"
)
# “工作开展情况” “典型经验做法”: heads the first part of a text
_OF_PARTS: Final = re.compile(r"(?:情况|做法|背景|概况|成效|经验|简介|前言|引言|导语|概述|目标|要求|措施|内容|介绍)$")
# “2023-03-12 晋城市行政审批服务管理局”
_LEADING_DAY: Final = re.compile(rf"^{DAY}\s*")
# “各地动态摘编” “营商环境典型案例选编”: over several stories
_GATHERED: Final = re.compile(r"(?:摘编|选编|汇编|集萃|集锦|合集|荟萃|选登|摘登|速览|一览|周报|日报|晚报|联播)$")
_ITEM_STYLES: Final = (ARABIC, CHINESE, CHINESE_BRACKETED, TWO_DIGIT)
"""How the items of a collection are numbered, one of which may be a document by itself."""


@dataclass(frozen=True, slots=True)
class Front:
    """What stands before the text of a document."""

    title: SpannedText
    blocks: tuple[Block, ...]
    """All front blocks, the title's among them."""
    title_blocks: tuple[Block, ...]
    letterhead: SpannedText
    """The body or paper named first above or below the title."""
    marks: tuple[Span, ...] = ()
    """The number before the title, the brackets around it and the column behind it, which are no part of it."""
    kicker: SpannedText = NO_TEXT
    """What a newspaper prints over its headline."""
    site: int = 0
    """How many of the front blocks are a web page's own lines, above everything else."""

    @property
    def heading(self) -> str:
        """The title and what stands over it."""
        return " ".join(filter(None, (self.kicker.text, self.title.text)))


def read_front(
    blocks: Sequence[Block], below_bylines: frozenset[int] = frozenset(), *, on_web_page: bool = False
) -> Front:
    """The lines before the first paragraph, the title among them; the title is empty where none is printed.

    `below_bylines` are the source offsets of blocks over which a writer's name was put aside; `on_web_page` says that
    parts of a web page's frame were.
    """
    story = only_story(blocks, below_bylines)
    front: list[Block] = []
    title: list[Block] = []
    letterhead = NO_TEXT
    number, note, site = 0, 0, max(end_of_site(blocks), end_of_frame(blocks), end_of_menu(blocks) if on_web_page else 0)
    for at, block in enumerate(blocks):
        line = block.text.strip().text
        note = max(note, end_of_note(blocks, at))
        if not title and at < max(note, site):
            front.append(block)
        elif not title and (label := length_of_label(line)):
            front.append(block)
            if line[label:] and not any(line[label:] == other.text.strip().text for other in blocks[at + 1 :]):
                title, number = [block], label
        elif is_meta(line) or (not title and (is_masthead(blocks, at, story) or is_filled_in(blocks, at))):
            front.append(block)
            if LETTERHEAD.match(line) and not letterhead:
                letterhead = block.text.strip().sub(_LEADING_DAY, "")
        elif title and _is_below_title(line, title, front[-1]):
            front.append(block)
        elif _goes_on(title, front[-1], blocks[at:], story - at) if title else _opens_title(blocks[at:]):
            if not title and _is_reported_by(front, block):
                title.append(front[-1])
            front.append(block)
            title.append(block)
        elif not title and (number := _number_of_lone_item(blocks, at)):
            front.append(block)
            title.append(block)
        else:
            break
    above = _lines_of_kicker(title) if story else 0
    words, marks = _title_and_marks(title[above:], number, in_story=story > 0)
    return Front(words, tuple(front), tuple(title[above:]), letterhead, marks, join_lines(title[:above]), site)


def _lines_of_kicker(heading: Sequence[Block]) -> int:
    """How many lines of a newspaper's heading stand over its headline, which bears the column's name in brackets.

    A place alone (河南开封) goes with the headline.
    """
    lines = [block.text.strip() for block in heading]
    headline = next((at for at, line in enumerate(lines) if len(without_column(line)) < len(line)), 0)
    return headline if any(len(line) > LONGEST_PLACE for line in lines[:headline]) else 0


def _title_and_marks(title: Sequence[Block], number: int, *, in_story: bool) -> tuple[SpannedText, tuple[Span, ...]]:
    """The words of a title of these lines without its `number` characters of number, and where its marks stand."""
    lines = [replace(block, text=without_column(block.text.strip())) for block in title] if in_story else title
    whole = join_lines(lines)
    words = unwrapped(without_site(whole[number:]))
    start = whole.text.index(words.text)
    columns = (
        span for line, kept in zip(title, lines, strict=True) for span in line.text.strip()[len(kept.text) :].spans()
    )
    return words, (*whole[:start].spans(), *whole[start + len(words) :].spans(), *columns)


def _goes_on(title: Sequence[Block], above: Block, blocks: Sequence[Block], heading: int) -> bool:
    """Whether the first of the blocks goes on with a title, by itself or as one of `heading` lines over the writer.

    Below the writer's name the text begins.
    """
    if is_signed(above.text.strip().text):
        return False
    return _continues_title(title, blocks) or _is_in_heading(title, blocks[: max(0, heading)])


def _opens_title(blocks: Sequence[Block]) -> bool:
    """Whether the first of the blocks is a title, or the first line of one that is broken after a comma."""
    line = blocks[0].text.strip().text
    if is_title_line(line):
        return True
    if (
        not line.endswith(("，", "、"))
        or len(line) > LONGEST_LINE
        or not is_title_line(line[:-1])
        or _BEGINS_TEXT.search(line)
    ):
        return False
    return len(blocks) > 2 and len(blocks[1].text) <= LONGEST_LINE and is_title_line(blocks[1].text.strip().text)


def _number_of_lone_item(blocks: Sequence[Block], at: int) -> int:
    """How many characters number a title that was taken, number and all, from a collection: ## 5. 上海：…

    None other is numbered like it. A number that could be the first of the document's own needs the mark of a heading.
    """
    block = blocks[at]
    line = block.text.strip().text
    label = read_label(line)
    if label is None or label.style not in _ITEM_STYLES or not is_title_line(line[label.length :]):
        return 0
    others = [other for other in blocks[at + 1 :] if not block.heading_level or other.heading_level]
    alike = (found for other in others if (found := read_label(other.text.strip().text)))
    first = label.ordinal == 1 and not block.heading_level
    return 0 if first or any(found.style == label.style for found in alike) else label.length


def _is_below_title(line: str, title: Sequence[Block], above: Block) -> bool:
    """Whether a line below the title says who wrote it or what paper it is, or prints it once more below a form."""
    so_far = join_lines(title).text
    again = line == so_far or is_framed(line, so_far)
    return (
        again
        or is_signed(line)
        or bool(SITE_NAME.match(line))
        or (above is title[-1] and _tells_of_paper(line, lines=len(title)))
    )


def _tells_of_paper(line: str, lines: int) -> bool:
    """Whether a line below a title of so many lines says what kind of paper it is, or who speaks."""
    return bool(_KIND_OF_PAPER.match(line) or (lines == 1 and _SPEAKER.match(line) and not read_label(line)))


def _is_reported_by(front: Sequence[Block], title: Block) -> bool:
    """湘潭市中级人民法院 / 2020年优化营商环境工作情况的报告: the body's name is the first line of the title."""
    return (
        bool(front)
        and not title.gap_before
        and bool(REPORT_TITLE.match(title.text.strip().text))
        and bool(LETTERHEAD.match(front[-1].text.strip().text))
    )


def _continues_title(title: Sequence[Block], blocks: Sequence[Block]) -> bool:
    """A second line of the same title: a subtitle, the end of an official title or quotation, what a mark leads to."""
    so_far, line = "".join(part.text.text for part in title), blocks[0].text.strip().text
    if len(title) >= MOST_LINES:
        return False
    if line.startswith("—"):  # one such line is a subtitle, two are a list
        return len(line) <= LONGEST_TITLE and not CLOSING.search(line) and not _begins_with_dash(blocks[1:2])
    if not is_title_line(line):
        return False
    return (
        any(so_far.count(opening) > so_far.count(closing) for opening, closing in ("“”", "《》", "【】"))
        or so_far.endswith(("，", "、", "："))
        or (not blocks[0].gap_before and breaks_word(so_far, line))
        or _completes(so_far, line, close=not blocks[0].gap_before)
        or _is_between(so_far, blocks)
        or (not blocks[0].gap_before and not blocks[0].heading_level and _is_set_off(so_far, blocks))
    )


def _completes(so_far: str, line: str, *, close: bool) -> bool:
    """Whether the line ends an official title that the lines before it begin: 关于印发《…》 / 的通知."""
    ends = any(whole.search(so_far + line) and not whole.search(so_far) for whole in (OFFICIAL_TITLE, PLAN_TITLE))
    return ends and ("关于" in so_far or close)


def _is_between(so_far: str, blocks: Sequence[Block]) -> bool:
    """Whether the line right below the title is the second of three, of which the last names the kind of paper.

    沈抚改革创新示范区 / 建设“优化投资营商环境标杆区” / 2026年行动计划
    """
    line, last = blocks[0], blocks[1] if len(blocks) > 1 else None
    if last is None or line.gap_before or last.gap_before or line.heading_level:
        return False
    end = last.text.strip().text
    return is_title_line(end) and _completes(so_far + line.text.strip().text, end, close=True)


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
        and not _BEGINS_TEXT.search(second)
        and len(text[0].text) >= SHORTEST_PARAGRAPH
        and not any(block.heading_level or is_title_line(block.text.strip().text) for block in text)
    )
