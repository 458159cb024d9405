"""Where the cases of a document begin: one rule for each way that compilations, annexes and digests print them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from ingest.outline import labels
from ingest.outline.headings import is_heading_line
from ingest.outline.labels import Label, read_label
from ingest.recognise.gazetteer import Gazetteer
from ingest.segment.front import CREDIT_LINE, DATE_LINE, is_title_line
from ingest.segment.items import (
    LONG_LINE,
    SKELETON,
    Item,
    bare,
    cut,
    is_place_alone,
    item_of,
    labelled,
    ranges,
    unnumbered,
)
from ingest.segment.tables import forms, table_rows
from ingest.types import Block, SourceKind


@dataclass(frozen=True, slots=True)
class Series:
    """A document cut into items; `judged` where each must still show that it is a regional case."""

    items: tuple[Item, ...]
    before: tuple[Block, ...]
    judged: bool = False
    one_line: bool = False
    kind: SourceKind | None = None
    """The genre that prints its cases in this way, where it tells."""
    after: tuple[Block, ...] = ()
    """What stands below the last case and belongs to none."""


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
# “岳阳市十大创新案例” “典型案例汇编” “优秀案例（第三批）”
_SEVERAL: Final = re.compile(
    r"[\d一二三四五六七八九十百]+\s*(?:大|个|例|项|则)|汇编|选编|集锦|合集|一批|第.{1,3}[批辑期]"
)
_CASE_LABEL: Final = re.compile(r"案例|排名")
# “电子政务简讯第238期” “国内联播快讯”
# “本报长沙讯（记者……）” “湘潭日报讯 近日” “新华社长沙5月6日电”
_DATELINE: Final = re.compile(
    r"[（(【]?(?:本[报網网刊台]|[\u4e00-\u9fff]{2,8}(?:日报|晚报|融媒体中心|新闻网|新华社))?"
    r"[\u4e00-\u9fff]{0,6}(?:\d{1,2}月\d{1,2}日)?(?<=[\u4e00-\u9fff])[讯訊电電](?=[（(：:\s\d）)】]|[\u4e00-\u9fff])"
)
_DIGEST: Final = re.compile(r"简讯|简报|快讯|周报|要闻|动态|速览|资讯|集萃|摘编|联播|一周|每周")
_SECTION_STYLES: Final = (labels.PART, labels.CHINESE, labels.CHINESE_BRACKETED, labels.ARABIC, labels.TWO_DIGIT)
_CALLED: Final = (labels.CASE, labels.NAMED)
"""经验一, 做法一: measures of one case, unless each tells of another place."""
_NEVER_ABOVE_CHAPTERS: Final = (labels.ARABIC, labels.CHINESE_BRACKETED, labels.TWO_DIGIT)
"""Styles that stand below 一、 in an outline: where 一、 begins under them, they number cases."""


def listed_titles(blocks: Sequence[Block], evidence: Evidence) -> Series | None:
    """Titles listed at the front, with page numbers or without, and printed again over each case."""
    words = [bare(unnumbered(block)) for block in blocks]
    first = {word: at for at, word in reversed(list(enumerate(words)))}
    starts = [
        at
        for at, word in enumerate(words)
        if len(word) >= 8
        and (_is_listed(blocks, first[word], at) or word in evidence.contents)
        and is_title_line(unnumbered(blocks[at]))
    ]
    printed_first = {first[words[at]] for at in starts} - set(starts)
    starts = _last_of_each(blocks, starts)
    with_text = sum(end - at > 1 for at, end in ranges(starts, len(blocks)))
    if with_text < 2 and not (with_text == 1 and any(_is_in_list_of_titles(blocks, at) for at in printed_first)):
        return None
    return Series(cut(blocks, starts, evidence.contents), tuple(blocks[: starts[0]]))


def _is_listed(blocks: Sequence[Block], first: int, at: int) -> bool:
    """Whether a title printed at `at` is printed before, at `first`, without a text below it."""
    return first < at and not _is_text(blocks[first + 1])


def _is_in_list_of_titles(blocks: Sequence[Block], at: int) -> bool:
    """Whether numbered titles, three or more, stand around a place with nothing between them."""
    numbered = [
        bool(read_label(block.text.text)) and is_title_line(unnumbered(block))
        for block in blocks[max(0, at - 2) : at + 3]
    ]
    return any(all(numbered[n : n + 3]) for n in range(len(numbered) - 2))


def case_labels(blocks: Sequence[Block], evidence: Evidence) -> Series | None:
    """案例一 / 【案例1】 / 排名1 lines, the title on the same line or the next; 样本一, PART 01 over titles of places.

    One alone is enough below an introduction that has no numbers of its own.
    """
    numbered = labelled(blocks)
    found = [(at, label.printed) for at, label in numbered if label.style == labels.CASE]
    starts = _last_of_each(blocks, [at for at, printed in found if _CASE_LABEL.search(printed)])
    others = _last_of_each(blocks, [at for at, _ in found])
    if not starts and len(others) >= 2 and _each_of_a_place(cut(blocks, others), evidence.gazetteer):
        starts = others
    first = len(starts) == 1 and numbered[0][0] == starts[0] and starts[0] + 1 < len(blocks)
    return Series(cut(blocks, starts), tuple(blocks[: starts[0]])) if len(starts) >= 2 or first else None


def datelined(blocks: Sequence[Block], evidence: Evidence) -> Series | None:
    """News items of a newspaper column: a headline over each 本报长沙讯（记者……）."""
    starts = []
    for at in range(1, len(blocks)):
        if _DATELINE.match(blocks[at].text.text) and _is_bare_title(blocks[at - 1]):
            two = at > 1 and not blocks[at - 1].gap_before and _is_bare_title(blocks[at - 2])
            starts.append(at - 2 if two else at - 1)
    if len(starts) < 2:
        return None
    items = [item_of(blocks[at:end], _unnumbered_lines(blocks[at:end])) for at, end in ranges(starts, len(blocks))]
    return Series(tuple(items), tuple(blocks[: starts[0]]), judged=True, kind=SourceKind.NEWSPAPER)


def table(blocks: Sequence[Block], evidence: Evidence) -> Series | None:
    """序号 / 案例名称 / 申报单位 / 主要内容: the rows of a table, a cell a line."""
    found = table_rows(blocks, evidence.heading, evidence.gazetteer)
    if found is None:
        return None
    rows, start, end = found
    return Series(rows, tuple(blocks[:start]), after=tuple(blocks[end:]))


def filled_forms(blocks: Sequence[Block], evidence: Evidence) -> Series | None:
    """案例名称：… / 申报单位：… / 主要做法：…, again and again."""
    found = forms(blocks, evidence.heading)
    return Series(found[0], tuple(blocks[: found[1]])) if found else None


def articles(blocks: Sequence[Block], evidence: Evidence) -> Series | None:
    """Headings marked # and ## over the articles of one page, ### inside them."""
    depths = {at: block.heading_level for at, block in enumerate(blocks) if block.heading_level}
    top = min(depths.values(), default=0)
    if not depths or (next(iter(depths.values())) == top and list(depths.values()).count(top) == 1):
        return None  # one title with its sections
    heads = [at for at, depth in depths.items() if depth <= max(2, top)]
    starts = [at for at in heads if at - 1 not in heads]
    if len(starts) < 2:
        return None
    items = []
    for at, end in ranges(starts, len(blocks)):
        lines = next(n for n in range(1, end - at + 1) if at + n not in heads)
        items.append(item_of(blocks[at:end], lines))
    return Series(tuple(items), tuple(blocks[: starts[0]]), judged=True, kind=SourceKind.NEWSPAPER)


def place_titles(blocks: Sequence[Block], evidence: Evidence) -> Series | None:
    """江西省：探索企业信用监管“一张网”显成效"""
    starts = [at for at, block in enumerate(blocks) if _is_place_title(unnumbered(block), evidence.gazetteer)]
    starts = _last_of_each(blocks, starts)
    if len(starts) < 2:
        return None
    starts = _whole_numbering(blocks, starts, evidence.gazetteer) or starts
    return Series(cut(blocks, starts, evidence.contents), tuple(blocks[: starts[0]]))


def _whole_numbering(blocks: Sequence[Block], starts: Sequence[int], gazetteer: Gazetteer) -> list[int]:
    """Every line of the numbering that these lines are of, where it runs from first to last without beginning anew.

    Among titles like 一、长沙市：…, one may name its place without a colon (三、湘潭市推行…). Of lines with a bullet
    (◆湘潭市推行…) those that open with a place are of it.
    """
    found = dict(labelled(blocks))
    styles = {found[at].style if at in found else None for at in starts}
    numbered = [at for at, label in found.items() if {label.style} == styles]
    if styles == {labels.BULLET}:
        lines = {at: unnumbered(blocks[at]) for at in numbered}
        of_places = [at for at, line in lines.items() if is_heading_line(line) and _first_place(line, gazetteer)]
        return _last_of_each(blocks, of_places)
    whole = [found[at].ordinal for at in numbered] == list(range(1, len(numbered) + 1))
    return numbered if whole else []


def restarted_chapters(blocks: Sequence[Block], evidence: Evidence) -> Series | None:
    """Titles without numbers, under each of which 一、 begins anew."""
    found = labelled(blocks)
    chapters = [at for at, label in found if label.style == labels.CHINESE and label.ordinal == 1]
    if len(chapters) < 2 or any(label.style == labels.PART for _, label in found):
        return None
    starts = [_title_above(blocks, at, before) for before, at in pairwise([-1, *chapters])]
    titled = [at for at in starts if at is not None]
    if len(titled) < len(chapters):
        return None
    items = [item_of(blocks[at:end], _unnumbered_lines(blocks[at:end])) for at, end in ranges(titled, len(blocks))]
    return Series(tuple(items), tuple(blocks[: titled[0]]))


def digest(blocks: Sequence[Block], evidence: Evidence) -> Series | None:
    """A headline, a paragraph or two, the next headline, below a title such as 电子政务简讯."""
    starts = [at for at in range(len(blocks)) if _is_headline(blocks, at)]
    if len(starts) < 4 or not _DIGEST.search(evidence.heading) or CASE_WORDS.search(evidence.heading):
        return None
    items = cut(blocks, starts)
    if median(len(item.blocks) for item in items) > 2:
        return None
    return Series(items, tuple(blocks[: starts[0]]), judged=True, kind=SourceKind.COMPILATION)


def headlines_by_place(blocks: Sequence[Block], evidence: Evidence) -> Series | None:
    """One report on several provinces, each below a headline that opens with its name; or a round-up of many places."""
    starts = [at for at in range(len(blocks)) if _is_headline(blocks, at)]
    items = cut(blocks, starts)
    places = {place for item in items if (place := _first_place(item.title.text, evidence.gazetteer))}
    of_provinces = len(items) >= 2 and len({place[:2] for place in places}) == len(items)
    of_many = len(items) >= 3 and len(places) >= 0.75 * len(items)
    if not of_provinces and not of_many:
        return None
    return Series(items, tuple(blocks[: starts[0]]), judged=True)


def place_headings(blocks: Sequence[Block], evidence: Evidence) -> Series | None:
    """上海市 / 北京市 alone on their lines, the practice of each below, with or without a title of its own."""
    starts = [at for at, block in enumerate(blocks) if is_place_alone(unnumbered(block), evidence.gazetteer)]
    if len(starts) < 2 or any(end - at < 2 for at, end in ranges(starts, len(blocks))):
        return None
    items = [blocks[at:end] for at, end in ranges(starts, len(blocks))]
    titled = all(len(item) > 2 and _is_bare_title(item[1]) and len(item[2].text) > LONG_LINE for item in items)
    return Series(tuple(item_of(item, 2 if titled else 1) for item in items), tuple(blocks[: starts[0]]))


def restarted_numbering(blocks: Sequence[Block], evidence: Evidence) -> Series | None:
    """1. titles under each of which 一、 begins anew, or 主要做法 and the like come again."""
    found = labelled(blocks)
    for style in _SECTION_STYLES:
        starts = [at for at, label in found if label.style == style and is_heading_line(unnumbered(blocks[at]))]
        restarts = sum(_restarts(blocks[at + 1 : end], style) for at, end in ranges(starts, len(blocks)))
        if len(starts) >= 2 and restarts >= max(2, len(starts) // 2):
            return Series(cut(blocks, starts), tuple(blocks[: starts[0]]))
    return None


def numbered_cases(blocks: Sequence[Block], evidence: Evidence) -> Series | None:
    """Numbered items that each open with a place, or stand, on the first level, under a heading such as 典型案例."""
    found: list[tuple[int, Label]] = labelled(blocks)
    styles = dict.fromkeys(
        label.style for _, label in found if label.style in (*_SECTION_STYLES, *_CALLED, labels.BULLET)
    )
    levels = [[at for at, label in found if label.style == style] for style in styles]
    cuts = [(starts, cut(blocks, starts)) for starts in levels if len(starts) >= 2]
    chosen = next(((starts, items) for starts, items in cuts if _each_of_a_place(items, evidence.gazetteer)), None)
    if not chosen and cuts and next(iter(styles)) != labels.BULLET and _announces_cases(evidence):
        chosen = cuts[0]
    if not chosen:
        return None
    starts, items = chosen
    one_line = median(len(item.blocks) for item in items) == 0
    judged = bool(_DIGEST.search(evidence.heading)) and not CASE_WORDS.search(evidence.heading) and not one_line
    return Series(items, tuple(blocks[: starts[0]]), judged=judged, one_line=one_line)


WHOLE: Final[tuple[Rule, ...]] = (
    listed_titles,
    table,
    filled_forms,
    case_labels,
    articles,
    datelined,
    digest,
    place_titles,
    restarted_chapters,
)
"""Rules for the whole document: its first title may be that of the first case."""
BODY: Final[tuple[Rule, ...]] = (headlines_by_place, place_headings, restarted_numbering, numbered_cases)
"""Rules for what stands below the title, the surest first."""


def series_of_document(blocks: Sequence[Block], evidence: Evidence) -> Series | None:
    """The series with the most items: a list of contents or a colon may be missing here and there."""
    found = [series for rule in WHOLE if (series := rule(blocks, evidence))]
    return max(found, key=lambda series: len(series.items), default=None)


def series_below_title(blocks: Sequence[Block], evidence: Evidence) -> Series | None:
    """What the first rule finds that cuts the blocks into items."""
    return next((series for rule in BODY if (series := rule(blocks, evidence))), None)


def _last_of_each(blocks: Sequence[Block], starts: Sequence[int]) -> list[int]:
    """The places of titles without those that only list them at the front, with no text before the next title."""
    titles = [bare(unnumbered(blocks[at])) for at in starts]
    last = dict(zip(titles, starts, strict=True))
    return [
        at
        for title, (at, end) in zip(titles, ranges(starts, len(blocks)), strict=True)
        if last[title] == at or not unnumbered(blocks[at]) or any(_is_text(block) for block in blocks[at + 1 : end])
    ]


def _is_text(block: Block) -> bool:
    return len(block.text) > LONG_LINE and not is_title_line(unnumbered(block))


def _announces_cases(evidence: Evidence) -> bool:
    """Whether the heading calls what follows cases: not where it names the place of a single one."""
    heading = evidence.heading
    return bool(CASE_WORDS.search(heading) and (_SEVERAL.search(heading) or not evidence.gazetteer.find(heading)))


def _each_of_a_place(items: Sequence[Item], gazetteer: Gazetteer) -> bool:
    """Whether most titles open with a place, and not all with the same."""
    places = [place for item in items if (place := _first_place(item.title.text, gazetteer))]
    return len(places) >= 0.6 * len(items) and len(set(places)) >= 2


def _is_place_title(text: str, gazetteer: Gazetteer) -> bool:
    """浙江省杭州市：余杭区提升数字化服务效能: nothing but a place before the colon."""
    match = re.match(r"[【（(]?([\u4e00-\u9fff·]{2,20}?)[】）)]?\s*[：:｜|]\s*\S", text)
    if not match or not 8 <= len(text) <= 80 or re.search(r"[。；，：]$", text):
        return False
    found = gazetteer.find(match[1])
    return sum(place.end - place.start for place in found) >= len(match[1].replace("·", ""))


def _title_above(blocks: Sequence[Block], chapter: int, before: int) -> int | None:
    """Where the title over the chapter 一、 begins: the nearest unnumbered line that reads like one."""
    for at in range(chapter - 1, max(before, chapter - 8), -1):
        if _is_bare_title(blocks[at]):
            while at - 1 > before and _is_bare_title(blocks[at - 1]) and chapter - at < 10:
                at -= 1  # noqa: PLW2901
            return at
    return None


def _unnumbered_lines(blocks: Sequence[Block]) -> int:
    return next((n for n in range(1, len(blocks)) if not _is_bare_title(blocks[n])), 1)


def _is_bare_title(block: Block) -> bool:
    text = block.text.strip().text
    return (
        is_heading_line(text) and read_label(text) is None and not DATE_LINE.match(text) and not CREDIT_LINE.match(text)
    )


def _restarts(blocks: Sequence[Block], style: str) -> bool:
    """Whether a numbering that cannot stand below `style` begins inside, or the headings of a case report come."""
    for block in blocks:
        label = read_label(block.text.strip().text)
        if label and label.ordinal == 1 and label.style == labels.CHINESE and style in _NEVER_ABOVE_CHAPTERS:
            return True
        if SKELETON.match(unnumbered(block)):
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
        and not DATE_LINE.match(text)
        and not CREDIT_LINE.match(text)
        and len(following) > 40
    )
