"""Where a paragraph breaks off, and how well another continues it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.lexicon import WordModel
from ingest.order.numbering import Label, read_label
from ingest.order.subjects import CLAUSE
from ingest.outline.asides import DUTY_LINE
from ingest.recognise.places import DATELINE
from ingest.sentence_ends import CLOSED
from ingest.types import Block

CLAUSE_END = re.compile(r"[，。；]")
SENTENCE = re.compile(r"[。；]")
OPENER = re.compile(
    r"(?:(?:19|20)\d\d年|今年|去年|近年|近日|日前|目前|同时|此外|另外|其中|其次|首先|最后|下一步|接下来|截至|据|为了?|通过|在.{2,12}[上中下]，|"
    r"自.{2,15}以来|\d{1,2}月|以往|过去|不仅如此|与此同时|例如|比如)"
)  # how a sentence begins: "2021年，我市", "截至目前"
NUMERAL_SEAM = (re.compile(r"\d$"), re.compile(r"[%％个家件项份户人万亿余多天年月日次类条种]|\d"))  # "是10|个省级"
DATE_END = re.compile(
    r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[:：]\d{2}|\d{1,2}月\d{1,2}日)$"
)  # "2022-05-06" over "天津市……", "9月25日" over "报：……"
TAIL_WORD = re.compile(
    r"(?:[的和与及或为把将被对在从向以由让使并是有]|(?<!不用)(?<!不再)(?<!不必)(?<!无需)(?<!零)等|关于|根据|按照|针对|围绕|随着|以及|能够|可以|必须|不仅|不断|进一步|更加|"
    r"成为|包括|达到|超过|来自|位于|具有|属于|给予|予以|加以)$"
)
HEAD_WORD = re.compile(r"[，。、；：！？）》」』”’]|的(?![确士])|了(?![解却结如])")
WANTS_OBJECT = re.compile(r"(?:把|将|以|用|作为|通过)[^，。；]{1,20}[来去][\u4e00-\u9fff]{2}$")  # "作为一个整体来规划"
BARE_OBJECT = re.compile(r"[\u4e00-\u9fff]{2,6}，")  # "产业布局，突出各自特色": what the verb before it is about
UNITS_FIRST = re.compile(r"[/／%％‰℃]")  # "/天，累计为186家企业"
RUN_IN = re.compile(
    r"[\u4e00-\u9fff“”]{4,14}。[\u4e00-\u9fff“]"
)  # "创新担保方式。县财政……": a paragraph with its heading
CLIPPED = re.compile(r"[\u4e00-\u9fff]{1,2}[，。、；：）》」』”]")  # "制，开展重大案件会商", "法》，全市"
OPEN, CLOSE = "《（“‘「『", "》）”’」』"

HEADING_LENGTH = 40
LABELLED_HEADING_LENGTH = 70
LINE_LENGTH = 12
"""A shorter line is no line of a paragraph that a column or a page cut off."""
WINDOW = 8
"""Characters on each side of a seam that can make a word or tip the cut next to it."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What the order stage needs to know of a block."""

    index: int
    text: str
    label: Label | None
    is_heading: bool
    is_unmarked: bool
    """No Markdown mark says that it is a heading."""
    is_broken_off: bool
    """It ends in the middle of a sentence."""
    left_open: frozenset[str]
    """Opening brackets without their closing one."""
    closes: frozenset[str]
    """Opening brackets whose closing one comes before any of theirs."""
    is_duty: bool = False
    """It says who is in charge, or until when (责任单位：…): whole without a full stop."""

    @property
    def can_continue(self) -> bool:
        """Whether it may be the second half of a broken sentence."""
        return not (self.is_heading or self.is_duty) and self.label is None and not DATELINE.match(self.text)

    @property
    def opens_sentence(self) -> bool:
        """Whether it begins as sentences do."""
        return bool(OPENER.match(self.text))


def passages_of(blocks: Sequence[Block]) -> tuple[Passage, ...]:
    """The blocks as passages; a title that is broken after a comma (推行“一证通”， / 让数据多跑路) is whole.

    So is what stands over the first words of a report (……大有可为 / 本报讯).
    """
    passages = [passage(i, block) for i, block in enumerate(blocks)]
    for at, (first, second) in enumerate(pairwise(passages)):
        if (second.index + 1 < len(passages) and _is_broken_title(first, second)) or _is_headline(first, second):
            passages[at] = replace(first, is_heading=True, is_broken_off=False)
    return tuple(passages)


def _is_headline(first: Passage, second: Passage) -> bool:
    """Whether a line without a sentence in it stands over the first words of a report."""
    short = len(first.text) <= 2 * HEADING_LENGTH and not SENTENCE.search(first.text)
    return bool(first.is_broken_off and short and DATELINE.match(second.text))


def _is_broken_title(first: Passage, second: Passage) -> bool:
    """Whether two short lines are a title: over the whole or numbered, the second one whole and without a number."""
    short = max(len(first.text), len(second.text)) <= HEADING_LENGTH
    opens = first.index == 0 or first.label is not None
    ends_in_clause = first.is_broken_off and first.text.endswith(("，", "、"))
    goes_on = second.is_heading and second.is_unmarked and second.label is None
    return bool(short and opens and ends_in_clause and goes_on and not first.opens_sentence)


def passage(index: int, block: Block) -> Passage:
    text = block.text.text
    label = read_label(text)
    closed = bool(CLOSED.search(text))
    open_ones = unclosed(text)
    heading = block.heading_level > 0 or (
        not closed and not open_ones and _looks_like_heading(text, label, is_first=index == 0)
    )
    duty = bool(DUTY_LINE.match(text)) and not text.endswith(("、", "，"))
    unmarked, broken_off = block.heading_level == 0, not (closed or heading or duty)
    return Passage(index, text, label, heading, unmarked, broken_off, open_ones, unopened(text), duty)


def _looks_like_heading(text: str, label: Label | None, *, is_first: bool) -> bool:
    """Headings are short, whole and end without punctuation; a sentence broken off shows a sign of being one.

    The title over the whole may have several clauses.
    """
    if text[-1] in "，、" + OPEN or SENTENCE.search(text):
        return False
    if label is not None:
        return len(text) <= LABELLED_HEADING_LENGTH
    if TAIL_WORD.search(text) or (text.count("，") > 1 and not is_first):
        return False
    if "，" not in text:
        return len(text) <= 2 * HEADING_LENGTH
    return len(text) <= HEADING_LENGTH and not OPENER.match(text)


def is_first_line(passages: Sequence[Passage], index: int) -> bool:
    """Whether what looks like a heading stands under a numbered one: it is the first line of the text there."""
    line = passages[index]
    above = passages[index - 1] if index else None
    under_number = above is not None and above.is_heading and above.label is not None
    looks_like_heading = line.is_heading and line.is_unmarked and line.label is None
    return looks_like_heading and under_number and len(line.text) >= LINE_LENGTH


def unclosed(text: str) -> frozenset[str]:
    """The opening brackets that are still open at the end."""
    return frozenset(o for o, c in zip(OPEN, CLOSE, strict=True) if text.count(o) > text.count(c))


def unopened(text: str) -> frozenset[str]:
    """The opening brackets that are missing: their closing one comes first."""
    return frozenset(o for o, c in zip(OPEN, CLOSE, strict=True) if c in text and _closes_first(text, o, c))


def _closes_first(text: str, opening: str, closing: str) -> bool:
    depth = 0
    for character in text:
        depth += (character == opening) - (character == closing)
        if depth < 0:
            return True
    return False


class Seams:
    """Scores for joining a broken-off passage to another; about 0 for two passages that have nothing to do."""

    NEXT = 4.0
    """For the passage printed next: most breaks are page or line breaks."""
    AFAR = -1.0
    MISPLACED = 2.5
    """The passage begins as no sentence does."""
    BRACKET_MET, BRACKET_MISSED = 4.0, -3.0
    QUOTE_MISSED = -1.0
    """Quotation marks are often left open, over several paragraphs or by a slip."""
    UNDER_HEADING, UNDER_SHORT_LINE = -3.0, -2.0
    """A short line without mark or number may be a heading or another column's last line."""
    FROM_SHORT_LINE = -1.5
    """The tail looks like a heading, and may be one."""
    OPENS_SENTENCE = -2.0
    CUT_WORD = -0.5
    """The tail ends in a character that mostly begins words, and the seam makes none."""

    def __init__(self, words: WordModel) -> None:
        self._words = words

    def word_gain(self, tail: str, head: str) -> float:
        """Log-likelihood gained by words that span the seam; a number and its unit count as one.

        A day of the calendar is whole: 9月25日 over 报：… makes no 日报.
        """
        if DATE_END.search(tail):
            return 0.0
        left = CLAUSE.split(tail[-WINDOW:])[-1]
        right = CLAUSE.split(head[:WINDOW])[0]
        if NUMERAL_SEAM[0].search(left) and NUMERAL_SEAM[1].match(right):
            return 4.0
        return round(self._words.gain(left, right), 3) if left and right else 0.0

    def breaks_heading(self, tail: Passage, head: Passage) -> bool:
        """Whether what looks like a heading is a line of a paragraph that goes on in `head`, which is printed next.

        It breaks off inside a word (更深，突|出), or its verb wants the object with which `head` begins, or `head`
        begins as none does.
        """
        if not (tail.is_heading and tail.is_unmarked):
            return False
        if self.word_gain(tail.text, head.text) >= self.NEXT:
            return True
        if len(tail.text) < LINE_LENGTH or head.opens_sentence:
            return False
        wanted = WANTS_OBJECT.search(tail.text) and BARE_OBJECT.match(head.text)
        return bool(wanted or HEAD_WORD.match(head.text))

    def score(self, tail: Passage, head: Passage, before_head: Passage) -> float:
        """How well `head` continues `tail`; `before_head` is what is printed before it."""
        score = self.joined(tail, head)
        if head.index == tail.index + 1:
            return score + self.NEXT
        if before_head.is_heading and not self._is_torn(before_head):
            marked = before_head.label is not None or not before_head.is_unmarked
            score += self.UNDER_HEADING if marked else self.UNDER_SHORT_LINE
        return score + self.AFAR + (self.FROM_SHORT_LINE if tail.is_heading and not self._is_torn(tail) else 0.0)

    def joined(self, tail: Passage, head: Passage) -> float:
        """How well the words and brackets at the seam go together, wherever the two are printed."""
        gain = self.word_gain(tail.text, head.text)
        brackets = self._brackets(tail, head)
        score = gain + brackets
        if HEAD_WORD.match(head.text) or (gain and CLIPPED.match(head.text)):
            score += self.MISPLACED
        if head.opens_sentence and (not gain or head.index > tail.index + 1):
            score += self.OPENS_SENTENCE
        if not gain and brackets <= 0 and self._words.begins_words(tail.text[-1:]):
            score += self.CUT_WORD
        return score

    def _is_torn(self, line: Passage) -> bool:
        """Whether it ends in the first character of a word; of 285 headings in well-ordered documents 6 do."""
        return line.is_unmarked and self._words.ends_in_loose_character(CLAUSE.split(line.text[-WINDOW:])[-1])

    def _brackets(self, tail: Passage, head: Passage) -> float:
        """Whether the head closes what the tail left open."""
        met = len(tail.left_open & head.closes) * self.BRACKET_MET
        missed = sum(
            self.QUOTE_MISSED if opening in "“‘" else self.BRACKET_MISSED for opening in tail.left_open ^ head.closes
        )
        return met + missed
