"""Where the cases of a document begin: one rule for each way that compilations, annexes and digests print them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from ingest.outline import labels
from ingest.outline.headings import is_heading_line, run_in_heading
from ingest.outline.labels import Label, read_label
from ingest.recognise.gazetteer import Gazetteer
from ingest.segment.front import CREDIT_LINE, DATE_LINE, is_title_line, join_lines
from ingest.types import Block, SourceKind, Span, SpannedText


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a document: its title, the lines it is printed on, and the blocks under it."""

    title: SpannedText
    blocks: tuple[Block, ...]
    title_blocks: tuple[Block, ...] = ()
    """The lines that hold nothing but the title and its number."""
    marks: tuple[Span, ...] = ()
    """The number before a title run into the text and the full stop after it."""


@dataclass(frozen=True, slots=True)
class Series:
    """A document cut into items; `judged` where each must still show that it is a regional case."""

    items: tuple[Item, ...]
    before: tuple[Block, ...]
    judged: bool = False
    one_line: bool = False
    kind: SourceKind | None = None
    """The genre that prints its cases in this way, where it tells."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the rules look at besides the blocks."""

    gazetteer: Gazetteer
    heading: str
    """The words over the blocks: the document's title, or the annex's."""
    contents: str = ""
    """The entries of the table of contents, blanks and marks removed."""


Rule = Callable[[Sequence[Block], Evidence], "Series | None"]

# “典型经验做法” “优秀案例” “十大创新案例” “改革举措”
CASE_WORDS: Final = re.compile(r"案例|典型经验|典型做法|经验做法|优秀做法|创新做法|创新举措|好做法|最佳实践|示范引领")
# “电子政务简讯第238期” “国内联播快讯”
_DIGEST: Final = re.compile(r"简讯|简报|快讯|周报|要闻|动态|速览|资讯|集萃|摘编|一周|每周")
# “主要做法” “（一）改革背景” “经验启示”: what compilations print under every case
_SKELETON: Final = re.compile(
    r"(?:主要|具体|典型|改革|创新)?(?:做法|举措|措施|背景|成效|内容|经验)(?:及成效|与成效|和成效)?$|"
    r"(?:工作|实施|取得|改革|实践|主要)?成效$|(?:经验|案例)?启示$|(?:案例|基本|有关)(?:背景|概况|情况|简介)$|推广价值$|经验启示"
)
_TITLE_SENTENCE: Final = re.compile(
    r"(?P<title>[^。！？]{4,60})[。！？]"
)  # “一、获得信贷指标——强化…支持保障。市政府金融办…”
_SECTION_STYLES: Final = (labels.PART, labels.CHINESE, labels.CHINESE_BRACKETED, labels.ARABIC, labels.TWO_DIGIT)
_GROUP_STYLES: Final = (labels.PART, labels.CHINESE)
_MARKS: Final = re.compile(r"[\s，,、。：:；;“”\"‘’'《》（）()—\-·.…]+")


def case_labels(blocks: Sequence[Block], evidence: Evidence) -> Series | None:
    """案例一 / 【案例1】 lines, the title on the same line or the next."""
    starts = [at for at, label in _labelled(blocks) if label.style == labels.CASE]
    if len(starts) < 2:
        return None
    return Series(_cut(blocks, starts), tuple(blocks[: starts[0]]))


def place_titles(blocks: Sequence[Block], evidence: Evidence) -> Series | None:
    """江西省：探索企业信用监管“一张网”显成效"""
    starts = [at for at, block in enumerate(blocks) if _is_place_title(block.text.text, evidence.gazetteer)]
    if len(starts) < 2:
        return None
    items = []
    for at, end in _ranges(starts, len(blocks)):
        lines = _title_lines(blocks[at:end], evidence.contents)
        items.append(_item(blocks, at, end, lines))
    return Series(tuple(items), tuple(blocks[: starts[0]]))


def place_headings(blocks: Sequence[Block], evidence: Evidence) -> Series | None:
    """上海市 / 北京市 alone on their lines, the practice of each below."""
    starts = [at for at, block in enumerate(blocks) if _is_place_alone(block.text.text, evidence.gazetteer)]
    if len(starts) < 2 or any(b - a < 2 for a, b in _ranges(starts, len(blocks))):
        return None
    items = _cut(blocks, starts)
    return Series(items, tuple(blocks[: starts[0]]))


def restarted_numbering(blocks: Sequence[Block], evidence: Evidence) -> Series | None:
    """1. titles under each of which 一、 begins anew, or 主要做法 and the like come again."""
    found = _labelled(blocks)
    for style in (labels.ARABIC, labels.CHINESE, labels.CHINESE_BRACKETED, labels.TWO_DIGIT, labels.PART):
        starts = [at for at, label in found if label.style == style and _own_line(blocks[at], label)]
        restarts = sum(_restarts(blocks[at + 1 : end], style) for at, end in _ranges(starts, len(blocks)))
        if len(starts) >= 2 and restarts >= max(2, len(starts) // 2):
            return Series(_cut(blocks, starts), tuple(blocks[: starts[0]]))
    return None


def numbered_cases(blocks: Sequence[Block], evidence: Evidence) -> Series | None:
    """Numbered items that each open with a place, or, on the first level, stand under a heading that calls them cases."""
    found = _labelled(blocks)
    styles = dict.fromkeys(label.style for _, label in found if label.style in _SECTION_STYLES)
    levels = [[at for at, label in found if label.style == style] for style in styles]
    cuts = [(starts, _cut(blocks, starts)) for starts in levels if len(starts) >= 2]
    chosen = next(((starts, items) for starts, items in cuts if _each_of_a_place(items, evidence.gazetteer)), None)
    if not chosen and cuts and CASE_WORDS.search(evidence.heading):
        chosen = None if _first_place(evidence.heading, evidence.gazetteer) else cuts[0]
    if not chosen:
        return None
    starts, items = chosen
    one_line = median(len(item.blocks) for item in items) == 0
    return Series(items, tuple(blocks[: starts[0]]), one_line=one_line)


def articles(blocks: Sequence[Block], evidence: Evidence) -> Series | None:
    """Headings marked # and ## over the articles of one page, ### inside them."""
    depths = {at: block.heading_level for at, block in enumerate(blocks) if block.heading_level}
    if len(depths) < 2:
        return None
    heads = [at for at, depth in depths.items() if depth <= max(2, min(depths.values()))]
    starts = [at for at in heads if at - 1 not in heads]
    if len(starts) < 2:
        return None
    items = []
    for at, end in _ranges(starts, len(blocks)):
        lines = next(n for n in range(1, end - at + 1) if at + n not in heads)
        items.append(_item(blocks, at, end, lines))
    return Series(tuple(items), tuple(blocks[: starts[0]]), judged=True, kind=SourceKind.NEWSPAPER)


def headlines(blocks: Sequence[Block], evidence: Evidence) -> Series | None:
    """A digest: a headline, a paragraph or two, the next headline."""
    starts = [at for at, block in enumerate(blocks) if _is_headline(blocks, at)]
    if len(starts) < 2:
        return None
    items = _cut(blocks, starts)
    places = [_first_place(item.title.text, evidence.gazetteer) for item in items]
    digest = _DIGEST.search(evidence.heading) and len(items) >= 4 and median(len(i.blocks) for i in items) <= 3
    by_place = all(places) and len({*(place[:2] for place in places if place)}) == len(places)
    if not (digest or by_place):
        return None
    return Series(items, tuple(blocks[: starts[0]]), judged=True)


RULES: Final[tuple[Rule, ...]] = (
    case_labels,
    headlines,
    place_titles,
    place_headings,
    restarted_numbering,
    numbered_cases,
    articles,
)


def find_series(blocks: Sequence[Block], evidence: Evidence) -> Series | None:
    """The first rule that cuts the blocks into items."""
    return next((series for rule in RULES if (series := rule(blocks, evidence))), None)


def group_heading(item: Item) -> Block | None:
    """The heading over the next items (政策文件; 二、简政放权方面), which stands at the end of this one."""
    if not item.blocks:
        return None
    last = item.blocks[-1].text.strip().text
    label = read_label(last)
    if not is_heading_line(last[label.length :] if label else last) or len(last) > 30:
        return None
    inside = {other.style for _, other in _labelled(item.blocks[:-1])}
    above = len(item.blocks) > 1 if label is None else label.style in _GROUP_STYLES and label.style not in inside
    return item.blocks[-1] if above else None


def _labelled(blocks: Sequence[Block]) -> list[tuple[int, Label]]:
    return [(at, label) for at, block in enumerate(blocks) if (label := read_label(block.text.strip().text))]


def _ranges(starts: Sequence[int], end: int) -> list[tuple[int, int]]:
    return list(zip(starts, [*starts[1:], end], strict=True)) if starts else []


def _each_of_a_place(items: Sequence[Item], gazetteer: Gazetteer) -> bool:
    """Whether most titles open with a place, and not all with the same."""
    places = [place for item in items if (place := _first_place(item.title.text, gazetteer))]
    return len(places) >= 0.6 * len(items) and len(set(places)) >= 2


def _own_line(block: Block, label: Label) -> bool:
    return is_heading_line(block.text.strip().text[label.length :])


def _cut(blocks: Sequence[Block], starts: Sequence[int]) -> tuple[Item, ...]:
    return tuple(_item(blocks, at, end) for at, end in _ranges(starts, len(blocks)))


def _item(blocks: Sequence[Block], at: int, end: int, lines: int = 1) -> Item:
    """The item that begins at block `at`: its title is the heading of that line, run-in text stays in the item."""
    first = blocks[at].text.strip()
    label = read_label(first.text)
    rest = first[label.length :] if label else first
    if label and not rest and at + 1 < end:
        return Item(blocks[at + 1].text.strip(), tuple(blocks[at + 2 : end]), tuple(blocks[at : at + 2]))
    if lines > 1 or label is None or is_title_line(rest.text):
        title_blocks = tuple(blocks[at : at + lines])
        title = join_lines(title_blocks) if label is None else join_lines([Block(rest), *title_blocks[1:]])
        return Item(title, tuple(blocks[at + lines : end]), title_blocks)
    cut = _TITLE_SENTENCE.match(rest.text)
    title, text = (rest[: cut.end("title")], rest[cut.end() :].strip()) if cut else run_in_heading(rest)
    number = [*first[: label.length].spans(), *rest[len(title) : len(rest) - len(text)].spans()]
    body = (Block(text), *blocks[at + 1 : end]) if text else tuple(blocks[at + 1 : end])
    return Item(title, tuple(body), marks=tuple(number))


def _is_place_title(text: str, gazetteer: Gazetteer) -> bool:
    """浙江省杭州市：余杭区提升数字化服务效能: nothing but a place before the colon."""
    text = text.strip()
    label = read_label(text)
    text = text[label.length :] if label else text
    match = re.match(r"[【（(]?([\u4e00-\u9fff·]{2,20}?)[】）)]?\s*[：:｜|]\s*\S", text)
    if not match or not 8 <= len(text) <= 80 or re.search(r"[。；，：]$", text):
        return False
    found = gazetteer.find(match[1])
    return sum(place.end - place.start for place in found) >= len(match[1].replace("·", ""))


def _is_place_alone(text: str, gazetteer: Gazetteer) -> bool:
    text = text.strip()
    label = read_label(text)
    text = text[label.length :] if label else text
    found = gazetteer.find(text) if 2 <= len(text) <= 20 else []
    return len(found) == 1 and (found[0].start, found[0].end) == (0, len(text))


def _title_lines(blocks: Sequence[Block], contents: str) -> int:
    """How many lines a title takes: two where the table of contents goes on with the second, or a quotation is open."""
    if len(blocks) < 3 or not is_title_line(blocks[1].text.text):
        return 1
    first, second = (_MARKS.sub("", block.text.text) for block in blocks[:2])
    text = blocks[0].text.text
    return 2 if (first + second[:4]) in contents or text.count("“") > text.count("”") else 1


def _restarts(blocks: Sequence[Block], style: str) -> bool:
    """Whether a numbering that cannot stand below `style` begins inside, or the headings of a case report come."""
    above = {
        labels.ARABIC: {labels.CHINESE},
        labels.CHINESE_BRACKETED: {labels.CHINESE},
        labels.TWO_DIGIT: {labels.CHINESE},
    }
    for block in blocks:
        text = block.text.strip().text
        label = read_label(text)
        if label and label.ordinal == 1 and label.style in above.get(style, set()):
            return True
        if _SKELETON.match(text[label.length :] if label else text) and len(text) <= 16:
            return True
    return False


def _first_place(text: str, gazetteer: Gazetteer) -> str | None:
    """The code of the place a title opens with."""
    found = gazetteer.find(text[:40])
    return found[0].code if found and found[0].start <= 2 else None


def _is_headline(blocks: Sequence[Block], at: int) -> bool:
    text = blocks[at].text.strip().text
    following = blocks[at + 1].text.text if at + 1 < len(blocks) else ""
    return (
        8 <= len(text) <= 60
        and is_title_line(text)
        and not re.search(r"[：:]$", text)
        and read_label(text) is None
        and not DATE_LINE.match(text)
        and not CREDIT_LINE.match(text)
        and len(following) > 40
    )
