"""Lines of a document made clean: one-line cleaners in a fixed sequence, and noise put aside with a notice.

No word of a text is changed here. What goes is markup, blanks inside Chinese, half-width punctuation and marks nobody
sees; what is no part of any text (page headers, page numbers, contents) becomes a notice with its place.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace

from ingest.interjected import without_interjections
from ingest.lexicon import jieba_words
from ingest.noise import without_noise
from ingest.order.apart import articles_apart
from ingest.read.characters import PAGE_BREAK
from ingest.sentence_ends import SENTENCE_END
from ingest.types import Block, Page, ReadDocument, SpannedText
from ingest.wrapping import full_lines, unwrapped

HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇"
WIDE = HAN + r"，。、；：？！“”‘’（）《》〈〉〔〕【】「」『』—…·×％"
"""Characters that are set without blanks around them."""

LINE = re.compile(rf"\n|{PAGE_BREAK}")
TABLE_HEAD = re.compile(
    r"\s*\|?\s*(?:序\s?号|编号|(?:所[属在])?(?:地区|县区|区县|市县|市州|地市|城市|省份|县市区))\s*[|\t]"
    r"(?=.*(?:案例|做法|经验|举措|成果|(?:改革|创新)事项|品牌|名称.*内容))"
)  # "| 序号 | 案例名称 |", "| 地区 | 创新举措 |"
CELL_END = re.compile(r"[|\t]")
RULE = re.compile(r"\s*:?-{2,}:?\s*$")  # below the head of a Markdown table: "---|:---:"
INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufe00-\ufe0f]")  # soft hyphen, joiners
BLANK = re.compile(r"[^\S\n]+")  # "　　企业" (ideographic), "\xa0", tabs
HEADING = re.compile(r"^\s*(#{1,6})\s*(?=\S)")  # "## 优化政务环境"
QUOTE = re.compile(r"^\s*>\s+(?=\S)")  # "> 引用"
STRONG = re.compile(r"\*{2,3}|^\s*\*\s+(?=\S)")  # "**审批效率全省第一。**", "* 压缩时限"; "5*8小时" stays
BAR = re.compile(r"^\s*[▍▎▌▏▊┃❙]\s*(?=\S)")  # "▍主要做法": the bar some editors set before a heading
SUBSCRIPT = re.compile(r"_\{|(?<=\d)\}(?!\})")  # "PM_{2.5}"
MATHS = re.compile(r"\$(?=[\d.,+\-~%\\ ]{1,20}\$)|(?<=[\d%])\s?\$|\\(?=%)")  # "$60\%$"
STRAY_AND = re.compile(rf"(?<=[{WIDE}\d])\s*and\s*(?=[{WIDE}\d])")  # "企业 and 群众", "公司and市局"
DOTTED_LABEL = re.compile(r"\s*[（(]?第?[一二三四五六七八九十]{1,3}[）)]?\.$")  # "一. 总体情况"
BETWEEN_WIDE = re.compile(
    rf"(?<=[{WIDE}]) (?=[{WIDE}\dA-Za-z])|(?<=[\dA-Za-z%+]) (?=[{WIDE}])"  # "11 月 18 日", "与 APP 融合"
)
LABEL_BLANK = re.compile(
    r"^\s*(?:0\d|第[一二三四五六七八九十百\d]{1,4}[章节条部编篇])(?= )"
)  # "01 人人都是", "第一章 总则"
TRAILING_NUMBER = re.compile(
    r"^[^。，；]{1,40}(?= \d{1,4}$)"
)  # a page header, an entry of a contents, a cell: "绍兴市 120"
KEPT_BLANKS = (LABEL_BLANK, TRAILING_NUMBER)
EVENLY_SPACED = 0.95
"""The share of lines below a blank one from which blank lines mean nothing."""


def clean(document: ReadDocument) -> Page:
    """The document's paragraphs as blocks; page headers, contents and the like are left out, each with a notice."""
    printed, interjected = without_interjections(_blocks(SpannedText.of_source(document.text)))
    blocks, notices = without_noise(_closed_ranks(printed))
    page = Page(blocks, (*document.notices, *interjected, *notices))
    if lines := full_lines(blocks, document.text):
        page = articles_apart(page, jieba_words(), lines)
    return Page(unwrapped(page.blocks, document.text), page.notices)


def _blocks(source: SpannedText) -> Iterator[Block]:
    gap, hard_break, at = 0, False, 0
    columns = 0
    for end in [*(match.start() for match in LINE.finditer(source.text)), len(source)]:
        printed = source[at:end]
        at = end + 1
        columns = _columns(printed.text, columns)
        heading = HEADING.match(printed.text)
        cells = printed.split(CELL_END) if columns else [printed]
        lines = [line for cell in cells if not RULE.match(cell.text) and (line := clean_line(cell))]
        for line in lines:
            yield Block(line, gap, hard_break, len(heading[1]) if heading else 0)
            gap, hard_break = 0, False
        gap += not lines
        hard_break = hard_break or source.text[end : end + 1] == PAGE_BREAK


def _closed_ranks(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks without the blank line that stands before every one of them and so parts none from the other."""
    spaced = sum(block.gap_before > 0 for block in blocks[1:])
    if spaced < EVENLY_SPACED * (len(blocks) - 1):
        return blocks
    return tuple(replace(block, gap_before=max(0, block.gap_before - 1)) for block in blocks)


def _columns(line: str, columns: int) -> int:
    """How many columns the table has whose row this line is, a table of cases; 0 where it is none.

    `columns` are those of the line before. A table of tasks stays a row a line: its cells are no texts to be read.
    """
    cells = line.strip().strip("|").count("|") or line.count("\t")
    if cells > 1 and TABLE_HEAD.match(line):
        return cells + 1
    return columns if cells + 1 == columns or not line.strip() else 0


def clean_line(line: SpannedText) -> SpannedText:
    """The line after all cleaners, in their order."""
    for cleaner in CLEANERS:
        line = cleaner(line)
    return line


def invisible(line: SpannedText) -> SpannedText:
    """Without zero-width and soft characters."""
    return line.sub(INVISIBLE, "")


def markup(line: SpannedText) -> SpannedText:
    """Without Markdown's and LaTeX's marks: “## ”, “**”, “PM_{2.5}”, “$60\\%$”."""
    line = line.sub(HEADING, "").sub(QUOTE, "").sub(BAR, "").sub(STRONG, "").sub(MATHS, "")
    return line.sub(SUBSCRIPT, "") if "_{" in line.text else line


def folded(line: SpannedText) -> SpannedText:
    """Full-width letters and digits as the plain ones: “２０２１年ＡＰＰ” → “2021年APP”."""
    return _replaced(line, lambda text, i: FOLDED.get(text[i], text[i]))


def blanks(line: SpannedText) -> SpannedText:
    """Every run of blanks one plain blank, none at the ends."""
    return line.sub(BLANK, " ").strip()


def stray_and(line: SpannedText) -> SpannedText:
    """An English “and” between Chinese words is the 和 a recogniser translated."""
    return line.sub(STRAY_AND, "和")


def punctuation(line: SpannedText) -> SpannedText:
    """Half-width punctuation beside Chinese made full-width; that in 1,000 or 11:30 stays."""
    pairs = _pairs(line.text)
    return _replaced(line, lambda text, i: _full_width(text, i, pairs))


def closed_up(line: SpannedText) -> SpannedText:
    """No blanks inside Chinese, but for one between the two halves of a title."""
    text = line.text
    kept = {match.end() for pattern in KEPT_BLANKS for match in pattern.finditer(text)} | _title_gaps(text)
    places = [match.start() for match in BETWEEN_WIDE.finditer(text) if match.start() not in kept]
    pieces = [line[start:end] for start, end in zip([0, *(p + 1 for p in places)], [*places, len(line)], strict=True)]
    return SpannedText.join(pieces)


CLEANERS: tuple[Callable[[SpannedText], SpannedText], ...] = (
    invisible,
    markup,
    folded,
    blanks,
    stray_and,
    punctuation,
    closed_up,
)

FOLDED = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code - 0xFEE0).isalnum()} | {
    "％": "%",
    "＋": "+",
    "＠": "@",
    "｡": "。",
    "､": "、",
}
FULL_WIDTH = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}


def _replaced(line: SpannedText, character: Callable[[str, int], str]) -> SpannedText:
    """The line with each character replaced by one other."""
    text = line.text
    changed = "".join(character(text, i) for i in range(len(text)))
    return line if changed == text else SpannedText(changed, (line.offset(i) for i in range(len(line))))


def _is_wide(character: str) -> bool:
    return character != "" and (unicodedata.east_asian_width(character) in "WF" or character in "“”‘’…—")


def _full_width(text: str, i: int, pairs: dict[int, int]) -> str:
    character = text[i]
    if character == "." and _is_full_stop(text, i):
        return "。"
    if character not in FULL_WIDTH:
        return character
    if character in "()":
        other = pairs.get(i)
        beside = [text[i - 1 : i] if i else "", text[i + 1 : i + 2]]
        if other is not None:
            start, end = sorted((i, other))
            beside += [*text[start:end], text[start - 1 : start] if start else "", text[end + 1 : end + 2]]
    else:
        before, after = text[:i].rstrip()[-1:], text[i + 1 :].lstrip()[:1]
        beside = [before, after]
        if before.isdigit() and after.isdigit():
            beside = []
    return FULL_WIDTH[character] if any(map(_is_wide, beside)) else character


def _is_full_stop(text: str, i: int) -> bool:
    """Whether a plain dot ends a Chinese sentence, in a line typed with half-width marks only.

    The dot after a number (“一. 总体情况”, “1.8”) and that in a name (“买买提.艾力”) is none.
    """
    if "。" in text or not ("," in text or text.rstrip().endswith(".")) or DOTTED_LABEL.match(text[: i + 1]):
        return False
    before, after = text[:i].rstrip("\"'")[-1:], text[i + 1 :].lstrip("\"' ")[:1]
    return (before == "%" or _is_wide(before)) and (not after or _is_wide(after) or after.isdigit())


def _pairs(text: str) -> dict[int, int]:
    """For each bracket the place of its partner."""
    pairs: dict[int, int] = {}
    waiting: list[int] = []
    for i, character in enumerate(text):
        if character in "(（":
            waiting.append(i)
        elif character in ")）" and waiting:
            other = waiting.pop()
            pairs |= {i: other, other: i}
    return pairs


def _title_gaps(text: str) -> set[int]:
    """Places of blanks between the halves of a title: “强化权益保护 维护公平秩序”.

    A title is short and ends without closing punctuation; its halves have four characters or more and neither is
    three times as long as the other (a stray blank in a heading cuts it less evenly).
    """
    if len(text) > 60 or SENTENCE_END.search(text):
        return set()
    gaps = set()
    for match in re.finditer(r"(?<!\d) (?![\d（])", text):
        left = re.split(r"[ ，：:、.）]", text[: match.start()])[-1]
        right = re.split(r"[ ，：:、.）]", text[match.end() :])[0]
        if min(len(left), len(right)) >= 4 and max(len(left), len(right)) <= 3 * min(len(left), len(right)):
            gaps.add(match.start())
    return gaps
