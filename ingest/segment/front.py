"""The front of a document: masthead, letterhead, number, title, addressees."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from ingest.outline.labels import ARABIC, CHINESE, CHINESE_BRACKETED, TWO_DIGIT, read_label
from ingest.segment.continued import BEGINS_TEXT, goes_on, is_lacking
from ingest.segment.evidence import DIGEST
from ingest.segment.framing import FIRST_TITLE, is_framed, length_of_label, unwrapped, without_site
from ingest.segment.imprint import DAY, LETTERHEAD, is_meta
from ingest.segment.letters import lines_of_paper_sent
from ingest.segment.mastheads import (
    COLUMN_NAME,
    SITE_NAME,
    end_of_frame,
    end_of_note,
    end_of_note_below,
    end_of_site,
    is_masthead,
)
from ingest.segment.press import is_signed, only_story, without_column
from ingest.segment.title_lines import LONGEST_LINE, is_title_line, join_lines
from ingest.segment.title_wording import title_odds
from ingest.types import NO_TEXT, Block, Span, SpannedText

LIKELY: Final = 1.0
UNLIKELY: Final = -1.5
SURELY_NOT: Final = -4.0
"""Logarithms of the odds that a line is of the title, by its words: from where on it is rather the title than one above
it that is unlikely to be, below which it is unlikely, and below which it never is."""
LONGEST_NAME: Final = 16
"""Characters of the name of a digest."""
LONGEST_PLACE: Final = 8
"""Characters of a line that is a place's name."""
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

# “2023-03-12 晋城市行政审批服务管理局”
_LEADING_DAY: Final = re.compile(rf"^{DAY}\s*")
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
    blocks: Sequence[Block],
    below_bylines: frozenset[int] = frozenset(),
    below_imprint: frozenset[int] = frozenset(),
    *,
    by_words: bool = False,
) -> Front:
    """The lines before the first paragraph, the title among them; the title is empty where none is printed.

    `below_bylines` are the source offsets of blocks over which a writer's name was put aside, `below_imprint` of those
    over which a name, day or source was. `by_words` weighs the words of each line, too, as learned from documents of
    one case.
    """
    odds = _odds_of(blocks) if by_words else ()
    reading = _Reading(blocks, only_story(blocks, below_bylines), below_imprint, odds)
    at = len(reading.front)
    while at < len(blocks) and (reading.takes_below(at) if reading.title else reading.takes_above(at)):
        at += 1
    return reading.result()


class _Reading:
    """A front as it is read, line by line."""

    def __init__(
        self, blocks: Sequence[Block], story: int, below_imprint: frozenset[int], odds: Sequence[float]
    ) -> None:
        self._blocks = blocks
        self._story = story
        self._below_imprint = below_imprint
        self._odds = odds
        """For each line over the text, how likely it is of the title by its words (logarithm of the odds), if asked."""
        self._site = max(end_of_site(blocks), end_of_frame(blocks))
        self._end_of_note = 0
        sent = lines_of_paper_sent(blocks)
        self.front: list[Block] = list(blocks[: sent.stop])
        self.title: list[Block] = list(blocks[sent.start : sent.stop])
        self._number = 0
        """How many characters stand before the title on its first line."""
        self._letterhead = NO_TEXT
        self._closed = False
        """Something stands below the title that is no part of it."""

    def takes_above(self, at: int) -> bool:
        """Whether the line is of the front, while no title has been found: one that stands over it, or the title."""
        block, line = self._blocks[at], self._blocks[at].text.strip().text
        self._end_of_note = max(self._end_of_note, end_of_note(self._blocks, at))
        if at < max(self._end_of_note, self._site):
            self.front.append(block)
        elif self._is_above_title(at):
            self._put_aside(block)
        elif label := length_of_label(line):
            self.front.append(block)
            if line[label:] and not any(line[label:] == other.text.strip().text for other in self._blocks[at + 1 :]):
                self.title, self._number = [block], label
        elif is_meta(line) or is_masthead(self._blocks, at, self._story):
            self._put_aside(block)
        elif is_title_line(line) and self._is_unlikely(at, SURELY_NOT):
            self.front.append(block)
        elif _opens_title(self._blocks[at:]):
            self.title = [*(self.front[-1:] if _is_reported_by(self.front, block) else ()), block]
            self.front.append(block)
        elif number := _number_of_lone_item(self._blocks, at):
            self.title, self._number = [block], number
            self.front.append(block)
        else:
            return False
        return True

    def takes_below(self, at: int) -> bool:
        """Whether the line is of the front, below the title's first line: it goes on with it, or is no text yet."""
        block, above = self._blocks[at], self.front[-1]
        line, rest = block.text.strip().text, self._blocks[at:]
        self._closed = self._closed or above is not self.title[-1] or _offset(block) in self._below_imprint
        self._end_of_note = max(self._end_of_note, end_of_note_below(self._blocks, at))
        if is_meta(line):
            self._put_aside(block)
        elif len(self.title) > 1 and line == self.title[0].text.strip().text:  # again, below what stands over it
            self.title = self.title[:1]
            self.front.append(block)
        elif at < self._end_of_note or _is_below_title(rest, self.title, above):
            self.front.append(block)
        elif goes_on(self.title, rest, above=above, heading=self._story - at, closed=self._closed):
            self.front.append(block)
            if not self._is_beside_title(at) or is_lacking(self.title, rest, closed=self._closed):
                self.title.append(block)
        elif self._closed and at < self._story and is_title_line(line):  # what a picture shows
            self.front.append(block)
        else:
            return False
        return True

    def _is_above_title(self, at: int) -> bool:
        """Whether the words of a line are against it, and those of one below for that one.

        A sentence is text, and a place before a colon stands over an item.
        """
        is_text = self._blocks[at].text.text.strip().endswith(("。", "："))
        return not is_text and self._is_unlikely(at) and max(self._odds[at + 1 :], default=UNLIKELY) > LIKELY

    def _is_beside_title(self, at: int) -> bool:
        """Whether the words of a line below the title are against it, and those of the title's first are not."""
        return self._is_unlikely(at) and not self._is_unlikely(self._blocks.index(self.title[0]))

    def _is_unlikely(self, at: int, below: float = UNLIKELY) -> bool:
        """Whether the words of a line over the text are against its being of the title."""
        return at < len(self._odds) and self._odds[at] < below

    def _put_aside(self, block: Block) -> None:
        self.front.append(block)
        if not self._letterhead and LETTERHEAD.match(block.text.strip().text):
            self._letterhead = block.text.strip().sub(_LEADING_DAY, "")

    def result(self) -> Front:
        """The front, when all its lines have been taken."""
        above = _lines_of_kicker(self.title) if self._story else 0
        words, marks = _title_and_marks(self.title[above:], self._number, in_story=self._story > 0)
        title, kicker = tuple(self.title[above:]), join_lines(self.title[:above])
        return Front(words, tuple(self.front), title, self._letterhead, marks, kicker, self._site)


def _odds_of(blocks: Sequence[Block]) -> Sequence[float]:
    """How likely each line over the text is of the title by its words; even odds at least for what names a paper."""
    lines = [block.text.strip() for block in blocks]
    return [
        max(odds, 0.0) if _names_paper(line.text) else odds
        for line, odds in zip(lines, title_odds(lines), strict=False)
    ]


def _names_paper(line: str) -> bool:
    """Whether a line is a notice's title, or the name of a digest, which stands over titles, too."""
    return bool(NOTICE_TITLE.search(line)) or (len(line) <= LONGEST_NAME and bool(DIGEST.search(line)))


def _offset(block: Block) -> int:
    """Where in the source a block begins; -1 if it is empty."""
    return block.text.offset(0) if len(block.text) else -1


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


def _opens_title(blocks: Sequence[Block]) -> bool:
    """Whether the first of the blocks is a title, or the first line of one that is broken after a comma."""
    line = blocks[0].text.strip().text
    if is_title_line(line):
        return True
    if (
        not line.endswith(("，", "、"))
        or len(line) > LONGEST_LINE
        or not is_title_line(line[:-1])
        or BEGINS_TEXT.search(line)
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


def _is_below_title(blocks: Sequence[Block], title: Sequence[Block], above: Block) -> bool:
    """Whether a line below the title says who wrote it or what paper it is, or prints it once more below a form.

    So does what it was called first, and the name of a column over the day or source.
    """
    line, so_far = blocks[0].text.strip().text, join_lines(title).text
    again = line == so_far or is_framed(line, so_far)
    return (
        again
        or is_signed(line)
        or bool(SITE_NAME.match(line) or FIRST_TITLE.match(line))
        or (bool(COLUMN_NAME.match(line)) and any(is_meta(other.text.strip().text) for other in blocks[1:2]))
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
