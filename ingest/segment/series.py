"""Where the cases of a document begin, as offices print them: one rule for each known way of numbering or heading them.

A rule only proposes; `weighing` tells whether what it proposes are cases or the measures of one case. The rules of
`patterns` know no words at all, only what repeats.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Final

from ingest.outline import labels
from ingest.outline.headings import is_heading_line
from ingest.outline.labels import read_label
from ingest.recognise.gazetteer import Gazetteer
from ingest.segment.front import is_imprint, is_title_line
from ingest.segment.items import LONG_LINE, SKELETON, Item, bare, cut, end_of_headings, item_of, ranges
from ingest.segment.lines import Lines, is_body_line, opening_body
from ingest.segment.numbers import SET_OFF
from ingest.segment.tables import forms, table_rows
from ingest.types import Block, SourceKind


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the rules look at besides the lines."""

    heading: str
    """The words over the lines: the document's title, or the annex's."""
    masthead: str = ""
    """What stands over the title: the name of the bulletin, its number."""
    front: int = 0
    """How many lines these are, the title's own among them."""
    contents: str = ""
    """The entries of the table of contents, blanks and marks removed."""
    below_bylines: frozenset[int] = frozenset()
    """Source offsets at which lines begin that stand below a writer's name."""


@dataclass(frozen=True, slots=True)
class Series:
    """A document cut into items; `judged` where each must still show that it is a regional case."""

    items: tuple[Item, ...]
    before: tuple[Block, ...]
    judged: bool = False
    kind: SourceKind | None = None
    """The genre that prints its cases in this way, where it tells."""
    after: tuple[Block, ...] = ()
    """What stands below the last case and belongs to none."""
    trust: int = 0
    """How far the way of printing alone tells that these are cases: see `weighing`."""


Rule = Callable[[Lines, Evidence], "Series | None"]

# “典型经验做法” “优秀案例” “十大创新案例” “改革举措”
CASE_WORDS: Final = re.compile(
    r"案例|典型经验|典型做法|经验做法|优秀做法|创新做法|创新举措|好做法|最佳实践|示范引领|(?:创新|特色)实践|(?:改革|创新|优秀)成果|试点经验"
)
# “岳阳市十大创新案例” “典型案例汇编” “优秀案例（第三批）” “各地创新做法” “发言材料”
SEVERAL: Final = re.compile(
    r"[\d一二三四五六七八九十百]+\s*(?:大|佳|例|优)|汇编|选编|集锦|合集|案例集|展播|展示|巡礼|一批|第.{1,3}[批辑期]|各地|各市|各县|各区|各部门|各单位|各[乡镇街村园]|[两二三四五六]则|"
    r"[两三四五六七八九十\d]+(?:地|市|县|区)|一[区县市地园部]一[品策]|(?:发言|交流)材料|一览表|汇总|清单|目录|获奖项目|选登|选刊|摘登|系列"
)
_CASE_LABEL: Final = re.compile(r"案例|排名|实例|例$")
# “本报长沙讯（记者……）” “湘潭日报讯 近日” “新华社长沙5月6日电”
_DATELINE: Final = re.compile(
    r"[（(【]?(?:本[報网網刊台]|[\u4e00-\u9fff]{2,8}(?:日报|晚报|融媒体中心|新闻网|新华社))?"
    r"[\u4e00-\u9fff]{0,6}(?:\d{1,2}月\d{1,2}日)?(?<=[\u4e00-\u9fff])[讯訊电電](?=[（(：:\s\d）)】]|[\u4e00-\u9fff])"
)
# “嘉善：” “江宁｜”: a short name before the title
_NAME_FIRST: Final = re.compile(r"[\u4e00-\u9fff]{2,6}[：｜|]")
MOST_KNOWN: Final = 0.6
"""The share of headlines of one shape whose names are surely places."""
SHORTEST_TEXT: Final = 20
"""Characters of a paragraph below a headline."""
SHORTEST_TITLE: Final = 8
"""Characters of a headline."""
# “电子政务简讯第238期” “国内联播快讯”
DIGEST: Final = re.compile(
    r"^(?:公告|政务|工作|部门|基层|最新|综合)信息$|简讯|简报|快讯|周报|要闻|动态|速览|资讯|集萃|摘编|联播|一周|每周"
)
_SECTION_STYLES: Final = (*labels.PARTS, labels.CHINESE, labels.CHINESE_BRACKETED, labels.ARABIC, labels.TWO_DIGIT)
NEVER_ABOVE_CHAPTERS: Final = (labels.ARABIC, labels.CHINESE_BRACKETED, labels.TWO_DIGIT)
"""Styles that stand below 一、 in an outline: where 一、 begins under them, they number cases."""


def listed_titles(lines: Lines, evidence: Evidence) -> Series | None:
    """Titles listed at the front, with page numbers or without, and printed again over each case."""
    words = [bare(text) for text in lines.words]
    first = {word: at for at, word in reversed(list(enumerate(words)))}
    starts = [
        at
        for at, word in enumerate(words)
        if len(word) >= 8
        and (_is_listed(lines, first[word], at) or _is_entry(word, evidence.contents))
        and is_title_line(lines.words[at])
    ]
    printed_first = {first[words[at]] for at in starts} - set(starts)
    starts = last_of_each(lines, starts)
    with_text = sum(end - at > 1 for at, end in ranges(starts, len(lines)))
    if with_text < 2 and not (with_text == 1 and any(_is_in_list_of_titles(lines, at) for at in printed_first)):
        return None
    told = CASE_WORDS.search(evidence.heading) or SEVERAL.search(evidence.heading)
    return Series(cut(lines, starts, evidence.contents), lines.blocks[: starts[0]], judged=not told, trust=4)


def _is_entry(word: str, contents: str) -> bool:
    """Whether an entry of the table of contents begins with it: what stands before is a number or a page's."""
    at = contents.find(word)
    while at >= 0:
        if at == 0 or not re.match(r"(?![一二三四五六七八九十])[\u4e00-\u9fff]", contents[at - 1]):
            return True
        at = contents.find(word, at + 1)
    return False


def _is_listed(lines: Lines, first: int, at: int) -> bool:
    """Whether a title printed at `at` is printed before, at `first`, without a text below it."""
    return first < at and not _is_text(lines, first + 1)


def _is_in_list_of_titles(lines: Lines, at: int) -> bool:
    """Whether numbered titles, three or more, stand around a place with nothing between them."""
    numbered = [
        lines.labels[n] is not None and is_title_line(lines.words[n])
        for n in range(max(0, at - 2), min(at + 3, len(lines)))
    ]
    return any(all(numbered[n : n + 3]) for n in range(len(numbered) - 2))


def case_labels(lines: Lines, evidence: Evidence) -> Series | None:
    """案例一 / 【案例1】 / 排名1 / 第1例 lines, the title on the same line or the next.

    One alone is enough below an introduction that has no numbers of its own.
    """
    found = [
        at
        for at, label in lines.labelled
        if _CASE_LABEL.search(label.printed if label.style == labels.CASE else label.style.removesuffix("一"))
    ]
    starts = last_of_each(lines, found)
    first = len(starts) == 1 and lines.labelled[0][0] == starts[0] and starts[0] + 1 < len(lines)
    return Series(cut(lines, starts), lines.blocks[: starts[0]], trust=5) if len(starts) >= 2 or first else None


def datelined(lines: Lines, evidence: Evidence) -> Series | None:
    """News items of a newspaper column: a headline over each 本报长沙讯（记者……）."""
    starts = []
    for at in range(1, len(lines)):
        if _DATELINE.match(lines.texts[at]) and lines.is_bare_title(at - 1):
            two = at > 1 and not lines.blocks[at - 1].gap_before and lines.is_bare_title(at - 2)
            starts.append(at - 2 if two else at - 1)
    if len(starts) < 2:
        return None
    items = [item_of(lines, at, end, _bare_lines(lines, at, end)) for at, end in ranges(starts, len(lines))]
    return Series(tuple(items), lines.blocks[: starts[0]], judged=True, kind=SourceKind.NEWSPAPER, trust=4)


def table(lines: Lines, evidence: Evidence) -> Series | None:
    """序号 / 案例名称 / 申报单位 / 主要内容: the rows of a table, a cell a line."""
    found = table_rows(lines.blocks, evidence.heading, lines.gazetteer)
    if found is None:
        return None
    rows, start, end = found
    return Series(rows, lines.blocks[:start], after=lines.blocks[end:], trust=6)


def filled_forms(lines: Lines, evidence: Evidence) -> Series | None:
    """案例名称：… / 申报单位：… / 主要做法：…, again and again."""
    found = forms(lines.blocks, evidence.heading)
    return Series(found[0], lines.blocks[: found[1]], trust=5) if found else None


def articles(lines: Lines, evidence: Evidence) -> Series | None:
    """Headings marked # and ## over the articles of one page, ### inside them."""
    depths = {at: block.heading_level for at, block in enumerate(lines.blocks) if block.heading_level}
    top = min(depths.values(), default=0)
    if not depths or (next(iter(depths.values())) == top and list(depths.values()).count(top) == 1):
        return None  # one title with its sections
    heads = {at for at, depth in depths.items() if depth <= max(2, top) and not is_imprint(lines.texts[at])}
    starts = sorted(at for at in heads if at - 1 not in heads)
    if len(starts) < 2:
        return None
    items = []
    for at, end in ranges(starts, len(lines)):
        height = next(n for n in range(1, end - at + 1) if at + n not in heads)
        items.append(item_of(lines, at, end, height))
    return Series(tuple(items), lines.blocks[: starts[0]], judged=True, kind=SourceKind.NEWSPAPER, trust=4)


def place_titles(lines: Lines, evidence: Evidence) -> Series | None:
    """江西省：探索企业信用监管“一张网”显成效"""
    starts = last_of_each(lines, [at for at in range(len(lines)) if _is_place_title(lines, at)])
    if len(starts) < 2:
        return None
    starts = _whole_numbering(lines, starts) or _of_one_shape(lines, starts) or starts
    end = end_of_headings(lines, starts)
    return Series(
        cut(lines, starts, evidence.contents, end), lines.blocks[: starts[0]], after=lines.blocks[end:], trust=4
    )


def _whole_numbering(lines: Lines, starts: Sequence[int]) -> list[int]:
    """Every line of the numbering that these lines are of, where it runs from first to last without beginning anew.

    Among titles like 一、长沙市：…, one may name its place without a colon (三、湘潭市推行…). Of lines with a bullet
    (◆湘潭市推行…) those that open with a place are of it. The number may stand on the line above (第三章), and where
    the titles are marked as headings of one depth, lists inside the text are of no account.
    """
    if all(at and lines.labels[at - 1] and not lines.words[at - 1] for at in starts):
        starts = [at - 1 for at in starts]
    styles = {label.style if (label := lines.labels[at]) else None for at in starts}
    depths = {lines.blocks[at].heading_level for at in starts}
    depth = depths.pop() if len(depths) == 1 else 0
    numbered = [
        (at, label)
        for at, label in lines.labelled
        if {label.style} == styles and (not depth or lines.blocks[at].heading_level == depth)
    ]
    if styles == {labels.BULLET}:
        signs = {label.printed for at, label in numbered if at in starts}
        alike = [at for at, label in numbered if label.printed in signs]
        if len(signs) == 1 and all(_is_title_over_text(lines, at) for at in alike):
            return last_of_each(lines, alike)
        owned = [at for at, _ in numbered if lines.places[at] or opening_body(lines.words[at])]
        return last_of_each(lines, [at for at in owned if is_heading_line(lines.words[at])])
    whole = [label.ordinal for _, label in numbered] == list(range(1, len(numbered) + 1))
    return [at for at, _ in numbered] if whole or styles == {SET_OFF} else []


def _is_title_over_text(lines: Lines, at: int) -> bool:
    """Whether a line is a whole title, not a catchword, over a paragraph."""
    below = at + 1 < len(lines) and lines.labels[at + 1] is None and len(lines.texts[at + 1]) > LONG_LINE
    return below and len(lines.words[at]) >= SHORTEST_TITLE and is_heading_line(lines.words[at])


def _of_one_shape(lines: Lines, starts: Sequence[int]) -> list[int]:
    """These titles and the headlines of the same shape (嘉善：…), where most of that shape name a place for sure."""
    shaped = [at for at in range(len(lines)) if is_headline(lines, at) and _NAME_FIRST.match(lines.texts[at])]
    known = [at for at in shaped if at in starts]
    return shaped if len(known) == len(starts) >= MOST_KNOWN * len(shaped) else []


def restarted_chapters(lines: Lines, evidence: Evidence) -> Series | None:
    """Titles without numbers, under each of which 一、, or whatever numbers the sections, begins anew."""
    style = next((label.style for _, label in lines.labelled if label.style in _SECTION_STYLES), None)
    chapters = [at for at, label in lines.labelled if label.style == style and label.ordinal == 1]
    if len(chapters) < 2 or style in labels.PARTS:
        return None
    ends = [_title_above(lines, at, before) for before, at in pairwise([-1, *chapters])]
    if not all(ends):
        return None
    tall = [(end, _run_up(lines, end)) for end in ends if end]
    least = min(run for _, run in tall[1:])
    runs = [(end, whole_height(lines, end, min(run, least), run, evidence.contents)) for end, run in tall]
    starts = [end - run for end, run in runs]
    if any(SKELETON.match(lines.texts[at]) for at in starts):
        return None
    sections = zip(ranges(starts, len(lines)), runs, strict=True)
    items = [item_of(lines, at, end, run) for (at, end), (_, run) in sections]
    return Series(tuple(items), lines.blocks[: starts[0]], trust=3 if style == labels.CHINESE else 1)


def digest(lines: Lines, evidence: Evidence) -> Series | None:
    """A headline, a paragraph or two, the next headline, below a title such as 电子政务简讯."""
    starts = [at for at in range(len(lines)) if is_headline(lines, at)]
    if len(starts) < 4 or not _is_digest(lines, starts, evidence) or CASE_WORDS.search(evidence.heading):
        return None
    items = cut(lines, starts)
    if median(len(item.blocks) for item in items) > 2:
        return None
    return Series(items, lines.blocks[: starts[0]], judged=True, kind=SourceKind.COMPILATION, trust=9)


def _is_digest(lines: Lines, starts: Sequence[int], evidence: Evidence) -> bool:
    """Whether the title says so; a bulletin's name says it only where its headlines open with several places."""
    places = {place for at in starts if (place := lines.places[at])}
    return bool(DIGEST.search(evidence.heading) or (DIGEST.search(evidence.masthead) and len(places) > 1))


def headlines_by_place(lines: Lines, evidence: Evidence) -> Series | None:
    """One report on several provinces, each below a headline that opens with its name; or a round-up of many places."""
    starts = [at for at in range(evidence.front, len(lines)) if is_headline(lines, at)]
    places = {place for at in starts if (place := lines.places[at])}
    of_provinces = len(starts) >= 2 and len({place[:2] for place in places}) == len(starts)
    of_many = len(starts) >= 3 and len(places) >= 0.75 * len(starts)
    if not of_provinces and not of_many:
        return None
    return Series(cut(lines, starts), lines.blocks[: starts[0]], judged=True, trust=2)


def place_headings(lines: Lines, evidence: Evidence) -> Series | None:
    """上海市 / 北京市 / 【天心区】 alone on their lines, the practice of each below, with or without its own title."""
    starts = [at for at in range(len(lines)) if lines.is_place_alone(at)]
    sections = ranges(starts, len(lines))
    if len(starts) < 2 or any(end - at < 2 for at, end in sections):
        return None
    titled = all(
        end - at > 2 and lines.is_bare_title(at + 1) and len(lines.texts[at + 2]) > LONG_LINE for at, end in sections
    )
    if titled and all(lines.texts[at].startswith(("【", "[", "〖")) for at in starts):
        named = [
            replace(item_of(lines, at + 1, end), setting=(lines.blocks[at],), title_blocks=(lines.blocks[at + 1],))
            for at, end in sections
        ]
        return Series(tuple(named), lines.blocks[: starts[0]], trust=2)
    items = tuple(item_of(lines, at, end, 2 if titled else 1) for at, end in sections)
    return Series(items, lines.blocks[: starts[0]], trust=2)


def restarted_numbering(lines: Lines, evidence: Evidence) -> Series | None:
    """1. titles under each of which 一、 begins anew."""
    for style in _SECTION_STYLES:
        starts = [at for at, label in lines.labelled if label.style == style and is_heading_line(lines.words[at])]
        restarts = sum(_restarts(lines, at + 1, end, style) for at, end in ranges(starts, len(lines)))
        if len(starts) >= 2 and restarts >= max(2, len(starts) // 2):
            return Series(cut(lines, starts), lines.blocks[: starts[0]], trust=4)
    return None


def _restarts(lines: Lines, start: int, end: int, style: str) -> bool:
    """Whether a numbering that cannot stand below `style` begins inside."""
    numbers = [label for label in lines.labels[start:end] if label and label.ordinal == 1]
    return style in NEVER_ABOVE_CHAPTERS and any(label.style == labels.CHINESE for label in numbers)


RULES: Final[tuple[Rule, ...]] = (
    listed_titles,
    table,
    filled_forms,
    case_labels,
    articles,
    datelined,
    digest,
    place_titles,
    restarted_chapters,
    headlines_by_place,
    place_headings,
    restarted_numbering,
)


def names_one_place(heading: str, gazetteer: Gazetteer) -> bool:
    """Whether a title tells of one place's practice: it names the place and says nothing of several."""
    return bool(gazetteer.find(heading)) and not SEVERAL.search(heading)


def last_of_each(lines: Lines, starts: Sequence[int]) -> list[int]:
    """The places of titles without those that only list them at the front, with no text before the next title."""
    titles = [bare(lines.words[at]) for at in starts]
    last = dict(zip(titles, starts, strict=True))
    return [
        at
        for title, (at, end) in zip(titles, ranges(starts, len(lines)), strict=True)
        if last[title] == at or not lines.words[at] or any(_is_text(lines, n) for n in range(at + 1, end))
    ]


def _is_text(lines: Lines, at: int) -> bool:
    return len(lines.texts[at]) > LONG_LINE and not is_title_line(lines.words[at])


def _is_place_title(lines: Lines, at: int) -> bool:
    """浙江省杭州市：余杭区提升数字化服务效能: nothing but a place before the colon."""
    text = lines.words[at]
    match = re.match(r"[【（(]?([\u4e00-\u9fff·]{2,20}?)[】）)]?\s*(?:[：:｜|]|—{1,2})\s*\S", text)
    if not match or not 8 <= len(text) <= 80 or re.search(r"[。；，：]$", text):
        return False
    found = lines.gazetteer.find(match[1])
    return sum(place.end - place.start for place in found) >= len(match[1].replace("·", ""))


def _title_above(lines: Lines, chapter: int, before: int) -> int | None:
    """Below which line the title over the chapter 一、 ends: the nearest unnumbered line that reads like one."""
    nearest = range(chapter - 1, max(before, chapter - 8), -1)
    return next((at + 1 for at in nearest if lines.is_bare_title(at) or lines.is_subtitle(at)), None)


def _run_up(lines: Lines, end: int) -> int:
    """How many lines without a number that read like titles, subtitles among them, stand right above `end`."""
    run = 0
    while run < min(end, 5) and (lines.is_bare_title(end - run - 1) or lines.is_subtitle(end - run - 1)):
        run += 1
    return run


def whole_height(lines: Lines, end: int, height: int, most: int, contents: str) -> int:
    """The height of the title that ends above `end`: `height` lines, and those above them that it goes on from.

    A line goes on in the next one where it leaves a quotation open or ends with a dash, where the next one begins with
    a dash, or where the table of contents prints the two as one.
    """
    while height < most:
        above, line = lines.texts[end - height - 1], lines.texts[end - height]
        open_quote = above.count("“") > above.count("”") or above.count("《") > above.count("》")
        one_entry = bare(above) + bare(line)[:4] in contents
        if not (line.startswith("—") or above.endswith("—") or open_quote or one_entry):
            break
        height += 1
    return height


def _bare_lines(lines: Lines, at: int, end: int) -> int:
    return next((n for n in range(1, end - at) if not lines.is_bare_title(at + n)), 1)


def is_headline(lines: Lines, at: int) -> bool:
    """Whether the line is a heading without a number right over a paragraph."""
    text = lines.texts[at]
    following = lines.texts[at + 1] if at + 1 < len(lines) else ""
    return (
        SHORTEST_TITLE <= len(text) <= 60
        and is_title_line(text)
        and read_label(text) is None
        and lines.is_bare_title(at)
        and not is_body_line(text)
        and not re.search(r"[：:]$", text)
        and (len(following) > 40 or (len(following) >= SHORTEST_TEXT and following.endswith("。")))
    )
