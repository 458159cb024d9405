"""Cases told by the places they open with: 江西省：…, 上海市 alone on its line, a place a line, a place a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.outline import labels
from ingest.recognise.gazetteer import Gazetteer
from ingest.segment.evidence import CASE_WORDS, DIGEST, SEVERAL, Evidence, Series, names_one_place
from ingest.segment.items import LONG_LINE, Item, cut, end_of_headings, item_of, last_of_each, ranges
from ingest.segment.lines import GROUP_LINE, Lines
from ingest.segment.numbers import SET_OFF
from ingest.segment.titles import made_title

FEWEST: Final = 3
"""Places that make a list."""
MOST_ALIKE: Final = 0.8
"""The least share of different ones among them."""
LONGEST_LINE: Final = 80
"""Characters of a practice told in one line."""
BESIDE: Final = 2
"""Paragraphs before the first or behind the last of them: more, and the places are examples in somebody's report."""
LIST: Final = 2
"""The trust in a list of one-line practices."""

# “本报讯（记者 王宁）” “央视网消息”: a report, whose paragraphs go from place to place
_REPORT: Final = re.compile(r"讯[（(]|消息[（(：:]|记者")


def place_titles(lines: Lines, evidence: Evidence) -> Series | None:
    """江西省：探索企业信用监管“一张网”显成效"""
    starts = last_of_each(lines, [at for at in range(len(lines)) if _is_place_title(lines, at)])
    if len(starts) < 2:
        return None
    starts = _whole_numbering(lines, starts) or starts
    end = end_of_headings(lines, starts)
    return Series(
        cut(lines, starts, evidence.contents, end), lines.blocks[: starts[0]], after=lines.blocks[end:], trust=4
    )


def _is_place_title(lines: Lines, at: int) -> bool:
    """浙江省杭州市：余杭区提升数字化服务效能: nothing but a place before the colon."""
    text = lines.words[at]
    match = re.match(r"[【（(]?([\u4e00-\u9fff·]{2,20}?)[】）)]?\s*(?:[：:｜|]|—{1,2})\s*\S", text)
    if not match or not 8 <= len(text) <= 80 or re.search(r"[。；，：]$", text):
        return False
    found = lines.gazetteer.find(match[1])
    return sum(place.end - place.start for place in found) >= len(match[1].replace("·", ""))


def _whole_numbering(lines: Lines, starts: Sequence[int]) -> list[int]:
    """Every line of the numbering or bullets of these lines; a numbering must run from first to last without a break.

    Among titles like 一、长沙市：…, one may name its place without a colon (三、湘潭市推行…). The number may stand on
    the line above (第三章), and where the titles are marked as headings of one depth, lists inside the text are of no
    account.
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
    whole = [label.ordinal for _, label in numbered] == list(range(1, len(numbered) + 1))
    return [at for at, _ in numbered] if whole or styles in ({SET_OFF}, {labels.BULLET}) else []


def place_headings(lines: Lines, evidence: Evidence) -> Series | None:
    """上海市 / 北京市 / 【天心区】 alone on their lines, the practice of each below, with or without its own title."""
    starts = [at for at in range(len(lines)) if lines.is_place_alone(at)]
    sections = ranges(starts, len(lines))
    if len(starts) < 2 or any(end - at < 2 for at, end in sections):
        return None
    titled = all(
        end - at > 2 and lines.is_bare_title(at + 1) and len(lines.texts[at + 2]) > LONG_LINE for at, end in sections
    )
    if titled:
        named = [
            replace(item_of(lines, at + 1, end), setting=(lines.blocks[at],), title_blocks=(lines.blocks[at + 1],))
            for at, end in sections
        ]
        return Series(tuple(named), lines.blocks[: starts[0]], trust=2)
    items = tuple(item_of(lines, at, end) for at, end in sections)
    return Series(items, lines.blocks[: starts[0]], trust=2)


def lines_of_places(lines: Lines, evidence: Evidence) -> Series | None:
    """长沙市 推行… / 株洲市 试行…, a place a line; or a paragraph each, under a title that says they are several's.

    Paragraphs with nothing over them at all, a place each, are several's too.
    """
    alone = _are_of_places_alone(lines, evidence)
    starts = [at for at in range(evidence.front, len(lines)) if alone or (lines.places[at] and not lines.labels[at])]
    if not alone and not _are_a_list(lines, starts, evidence):
        return None
    last = starts[-1] + 1
    short = all(len(lines.texts[at]) <= LONGEST_LINE and "。" not in lines.texts[at][:-1] for at in starts)
    if not alone and not _are_several(lines.texts[: starts[0]], evidence):
        one = names_one_place(evidence.heading, lines.gazetteer)  # 衡阳市推进…: its counties are examples
        if one or not short:
            return None
    items = [_named_by_place(item, lines.gazetteer) for item in cut(lines, starts, end=last)]
    return Series(tuple(items), lines.blocks[: starts[0]], after=lines.blocks[last:], trust=LIST if short else 0)


def _are_a_list(lines: Lines, starts: Sequence[int], evidence: Evidence) -> bool:
    """Whether lines that open with a place are most different ones, stand together and take up most of a paper."""
    if len(starts) < FEWEST or len({lines.places[at] for at in starts}) < MOST_ALIKE * len(starts):
        return False
    if not all(_is_only_headed(lines, at + 1, end) for at, end in ranges(starts, starts[-1])):
        return False
    if all(at and lines.labels[at - 1] for at in starts):  # each under a numbered title of its own
        return False
    paragraphs = [at for at in range(evidence.front, starts[0]) if "。" in lines.texts[at]]
    return len(paragraphs) <= BESIDE and len(lines) - starts[-1] - 1 <= BESIDE


def _are_of_places_alone(lines: Lines, evidence: Evidence) -> bool:
    """Whether all there is are paragraphs, each with another place in its first sentence and no word of the others'.

    With a title or an introduction over them they would tell one story: 连日来，各地推出举措优化营商环境。
    """
    if evidence.front or evidence.heading or len(lines) < FEWEST or not all("。" in text for text in lines.texts):
        return False
    firsts = [lines.gazetteer.find(text[: text.index("。")]) for text in lines.texts]
    if not all(firsts) or any(lines.labels) or any(_REPORT.search(text) for text in lines.texts):
        return False
    return not any(
        lines.gazetteer.is_within(place.code, found[0].code)
        for at, found in enumerate(firsts)
        for n, text in enumerate(lines.texts)
        if n != at
        for place in lines.gazetteer.find(text)
    )


def _named_by_place(item: Item, gazetteer: Gazetteer) -> Item:
    """The item; a first clause that names no place (近日；对标一流) makes no title."""
    if not item.title_is_made or gazetteer.find(item.title.text):
        return item
    return replace(item, title=made_title(item.blocks, gazetteer))


def _is_only_headed(lines: Lines, start: int, end: int) -> bool:
    """Whether nothing stands between two of them but the heading of a group."""
    return all(lines.labels[at] or GROUP_LINE.match(lines.texts[at]) for at in range(start, end)) and end - start <= 1


def _are_several(before: Sequence[str], evidence: Evidence) -> bool:
    """Whether the words over the paragraphs say that they are of several places, and no reporter tells of them."""
    over = evidence.masthead + evidence.heading
    said = DIGEST.search(over) or SEVERAL.search(over) or CASE_WORDS.search(over)
    return bool(said) and not any(_REPORT.search(text) for text in before)
