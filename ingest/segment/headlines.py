"""Cases below headlines: titles without a number, told by what stands under them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Final

from ingest.outline import labels
from ingest.outline.labels import read_label
from ingest.segment.evidence import BRIEFS, CASE_WORDS, DIGEST, Evidence, Series
from ingest.segment.imprint import MASTHEAD, is_imprint, is_meta
from ingest.segment.items import SKELETON, bare, cut, item_of, ranges
from ingest.segment.lines import GROUP_LINE, Lines, is_body_line, is_meta_line
from ingest.segment.title_lines import is_title_line
from ingest.types import SourceKind

SHORTEST_TEXT: Final = 20
"""Characters of a paragraph below a headline."""
SHORTEST_TITLE: Final = 8
"""Characters of a headline."""
MOST_OF_ONE: Final = 0.8
"""The share of the places a section names that are of one province."""
# What stands behind the first sentence that is no speech
_FIRST_SENTENCE: Final = re.compile(r"(?<=。)(?!”).*")
# “本报长沙讯（记者……）” “湘潭日报讯 近日” “新华社长沙5月6日电”
_DATELINE: Final = re.compile(
    r"[（(【]?(?:本[報网網刊台]|[\u4e00-\u9fff]{2,8}(?:日报|晚报|融媒体中心|新闻网|新华社))?"
    r"[\u4e00-\u9fff]{0,6}(?:\d{1,2}月\d{1,2}日)?(?<=[\u4e00-\u9fff])[讯訊电電](?=[（(：:\s\d）)】]|[\u4e00-\u9fff])"
)
# “【政府采购】” over the items of a column
_COLUMN: Final = re.compile(r"[【\[〖][^【】]{2,12}[】\]〗]$")
SECTION_STYLES: Final = (*labels.PARTS, labels.CHINESE, labels.CHINESE_BRACKETED, labels.ARABIC, labels.TWO_DIGIT)


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
        and not MASTHEAD.match(text)
        and not re.search(r"[：:]$", text)
        and (len(following) > 40 or (len(following) >= SHORTEST_TEXT and following.endswith("。")))
    )


def digest(lines: Lines, evidence: Evidence) -> Series | None:
    """A headline, a paragraph or two, the next headline, below a title such as 电子政务简讯."""
    starts = _under_one(lines, [at for at in range(len(lines)) if is_headline(lines, at)])
    if (
        len(starts) < (2 if BRIEFS.search(evidence.masthead) else 4)
        or not _is_digest(lines, starts, evidence)
        or CASE_WORDS.search(evidence.heading)
    ):
        return None
    tops = [at - _is_subtitle(lines, at, evidence) for at in starts]
    items = cut(lines, tops)
    if median(len(item.blocks) for item in items) > 2:
        return None
    return Series(items, lines.blocks[: tops[0]], judged=True, kind=SourceKind.COMPILATION, trust=9)


def _under_one(lines: Lines, starts: list[int]) -> list[int]:
    """The headlines without the first, where that is put together from those of the others: 广西…… 河南……."""
    whole, parts = (lines.texts[starts[0]], [lines.texts[at] for at in starts[1:]]) if starts else ("", [])
    return starts[1:] if len(parts) > 1 and all(part in whole for part in parts) else starts


def _is_digest(lines: Lines, starts: Sequence[int], evidence: Evidence) -> bool:
    """Whether the title says so; a bulletin's name says it only where its headlines open with several places."""
    places = {place for at in starts if (place := lines.places[at])}
    return bool(
        DIGEST.search(evidence.heading)
        or BRIEFS.search(evidence.masthead)
        or (DIGEST.search(evidence.masthead) and len(places) > 1)
    )


def _is_subtitle(lines: Lines, at: int, evidence: Evidence) -> bool:
    """Whether a headline that names no place stands right below one that does: its title's second line."""
    above = lines.texts[at - 1]
    return (
        at > evidence.front
        and len(above) >= SHORTEST_TITLE
        and lines.is_bare_title(at - 1)
        and not (GROUP_LINE.match(above) or is_body_line(above))
        and bool(lines.gazetteer.find(above))
        and not lines.gazetteer.find(lines.texts[at])
    )


def headlines_by_province(lines: Lines, evidence: Evidence) -> Series | None:
    """One report on several provinces, a headline over each that opens with its name, or has it in the text below."""
    starts = [at for at in range(evidence.front, len(lines)) if is_headline(lines, at)]
    provinces = [_province_told(lines, at, end) for at, end in ranges(starts, len(lines))]
    if len(starts) < 2 or None in provinces or len(set(provinces)) < len(starts):
        return None
    return Series(cut(lines, starts), lines.blocks[: starts[0]], judged=True, trust=2)


def _province_told(lines: Lines, at: int, end: int) -> str | None:
    """The province a headline opens with, or that of its text's first sentence, if the rest names hardly any other."""
    if place := lines.places[at]:
        return place[:2]
    opening = lines.gazetteer.find(_FIRST_SENTENCE.sub("", lines.texts[at + 1]))
    named = [place.code[:2] for text in lines.texts[at:end] for place in lines.gazetteer.find(text)]
    if not opening or named.count(opening[0].code[:2]) < MOST_OF_ONE * len(named):
        return None
    return opening[0].code[:2]


def datelined(lines: Lines, evidence: Evidence) -> Series | None:
    """News items of a newspaper column: a headline over each 本报长沙讯（记者……）."""
    starts = []
    for at in range(1, len(lines)):
        top = at - 1 if is_meta_line(lines.texts[at - 1]) else at  # 《人民日报》（2025年2月20日第13版）
        if _opens_story(lines, at, evidence) and top and lines.is_bare_title(top - 1):
            starts.append(top - 2 if _are_one_title(lines, top - 2) else top - 1)
    if sum(map(_is_datelined, lines.texts)) < 2 or len(starts) < 2:
        return None
    columns = (at for at in range(len(lines) - 1) if _COLUMN.match(lines.texts[at]) and lines.is_bare_title(at + 1))
    starts = sorted({*starts, *(at + 1 for at in columns)})
    items = [item_of(lines, at, end, _bare_lines(lines, at, end)) for at, end in ranges(starts, len(lines))]
    return Series(tuple(items), lines.blocks[: starts[0]], judged=True, kind=SourceKind.NEWSPAPER, trust=4)


def _is_datelined(line: str) -> bool:
    """Whether a line begins with where and when it was written, and says more than that."""
    return bool(_DATELINE.match(line)) and not is_meta(line)


def _opens_story(lines: Lines, at: int, evidence: Evidence) -> bool:
    """Whether a line begins with where and when it was written, or stands below its writer's name."""
    text = lines.blocks[at].text
    return _is_datelined(lines.texts[at]) or (bool(text) and text.offset(0) in evidence.below_bylines)


def _are_one_title(lines: Lines, at: int) -> bool:
    """Whether a title's first line stands at `at`, no name of a column and nothing that breaks off in a quotation."""
    if at < 0 or lines.blocks[at + 1].gap_before or not lines.is_bare_title(at) or _COLUMN.match(lines.texts[at]):
        return False
    both = lines.texts[at] + lines.texts[at + 1]
    return both.count("“") == both.count("”")


def _bare_lines(lines: Lines, at: int, end: int) -> int:
    return next((n for n in range(1, end - at) if not lines.is_bare_title(at + n)), 1)


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


def restarted_chapters(lines: Lines, evidence: Evidence) -> Series | None:
    """Titles without numbers, under each of which 一、, or whatever numbers the sections, begins anew."""
    style = next((label.style for _, label in lines.labelled if label.style in SECTION_STYLES), None)
    chapters = [at for at, label in lines.labelled if label.style == style and label.ordinal == 1]
    if len(chapters) < 2 or style in labels.PARTS:
        return None
    ends = [_title_above(lines, at, before) for before, at in pairwise([-1, *chapters])]
    if not all(ends):
        return None
    tall = [(end, _run_up(lines, end)) for end in ends if end]
    least = min(run for _, run in tall[1:])
    runs = [(end, whole_height(lines, end, min(run, least), run, evidence)) for end, run in tall]
    starts = [end - run for end, run in runs]
    if any(SKELETON.match(lines.texts[at]) for at in starts):
        return None
    sections = zip(ranges(starts, len(lines)), runs, strict=True)
    items = [item_of(lines, at, end, run) for (at, end), (_, run) in sections]
    return Series(tuple(items), lines.blocks[: starts[0]], trust=3 if style == labels.CHINESE else 1)


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


def whole_height(lines: Lines, end: int, height: int, most: int, evidence: Evidence) -> int:
    """The height of the title that ends above `end`: `height` lines, and those above them that it goes on from.

    A line goes on in the next one where it leaves a quotation open or ends with a dash, where the next one begins with
    a dash, where the table of contents prints the two as one, or where only the first names a place.
    """
    while height < most:
        above, line = lines.texts[end - height - 1], lines.texts[end - height]
        open_quote = above.count("“") > above.count("”") or above.count("《") > above.count("》")
        one_entry = bare(above) + bare(line)[:4] in evidence.contents
        by_dash = line.startswith("—") or above.endswith("—")
        if not (by_dash or open_quote or one_entry or _is_subtitle(lines, end - height, evidence)):
            break
        height += 1
    return height
