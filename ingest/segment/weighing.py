"""Cases or measures? What a proposed cut into items has to show before each item is taken for a case.

A repetition alone proves nothing: the measures of one case repeat as well. What tells is whether the items name
different places or bodies, carry the same inner headings, are as many as the document announces, stand under a title
that speaks of several. Points are set by hand, in steps of one; ENOUGH of them make a series.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from ingest.outline.labels import chinese_number, inline_lists, read_label
from ingest.recognise.gazetteer import Gazetteer
from ingest.segment.evidence import CASE_WORDS, DIGEST, SEVERAL, Evidence, Series
from ingest.segment.items import SKELETON, Item, bare, unnumbered
from ingest.segment.lines import Lines, is_place_alone, is_title_words, opening_body, opening_place
from ingest.segment.patterns import proposals
from ingest.segment.reasons import circulated, other_paper
from ingest.segment.series import RULES

ENOUGH: Final = 4
NAMED_PLACES: Final = 3
"""Points of items that belong to different places."""
LONG_TEXT: Final = 100
"""Characters of an item that is more than a title and a line or two."""
MOST: Final = 0.6
"""The share of items that must show a trait before it counts."""

# “现将5个典型案例印发” “评选出十大优秀案例” “（共4项）” “3个做法入选”
_ANNOUNCED: Final = re.compile(
    r"(?P<n>\d{1,3}|[两一二三四五六七八九十]{1,3})\s*(?:个|项|条|例|则|大|佳|篇|家|地|市|件)(?:市州|城市|区县|县市区)?[^，。；\d]{0,14}?"
    r"(?:案例|经验|做法|实践|成果|典型|探索|品牌|[的]探索)|(?:共|等)\s?(?P<total>\d{1,3})\s?[项个例条则]"
)
# “……大会上的交流发言” “经验交流材料”: one place tells of itself; 经验一 and 经验二 are its measures
_SPEECH: Final = re.compile(r"(?:发言|汇报)(?:稿|提纲|材料)?$|(?:经验|交流|典型)材料$")


def series_of(lines: Lines, evidence: Evidence) -> Series | None:
    """The cut into cases that has most to show, the one with more items among equals; None where none has enough."""
    proposed = [found for rule in RULES if (found := rule(lines, evidence))]
    proposed += proposals(lines, evidence)
    proposed = [series for series in proposed if not _begins_above_text(series, lines, evidence)]
    weighed = [(weigh(series, lines, evidence), len(series.items), series) for series in proposed]
    enough = [entry for entry in weighed if entry[0] >= ENOUGH]
    return max(enough, key=lambda entry: entry[:2], default=(0, 0, None))[2]


def _begins_above_text(series: Series, lines: Lines, evidence: Evidence) -> bool:
    """Whether the first of several items is nothing but lines over the text: the title that a form prints before it."""
    first = series.items[0]
    return (
        len(series.items) > 1
        and bool(first.blocks)
        and all(block in lines.blocks[: evidence.front] for block in first.blocks)
    )


def weigh(series: Series, lines: Lines, evidence: Evidence) -> int:
    """The points of a proposed series: `trust` in its way of printing, and what its items show."""
    items, n = series.items, len(series.items)
    over = evidence.heading + " ".join(block.text.text for block in series.before)[:600]
    gathered = _label_is_named(items, evidence)
    owners = _owners(items, lines.gazetteer)
    placed = _stand_under_places(series, lines.gazetteer)
    owned = owners >= NAMED_PLACES or placed
    return (
        series.trust
        + owners
        + _inner_headings(items)
        + (3 if n > 1 and n in announced(over) else 0)
        + _heading(evidence, lines.gazetteer, trusted=series.trust > 0, gathered=gathered, owned=owned)
        + (2 if gathered else 0)
        + (4 if placed else 0)
        + _titles(items, lines.gazetteer)
        - (3 if _is_mixed(items) else 0)
        - (4 if not owners and _SPEECH.search(evidence.heading) else 0)
        - (9 if other_paper(circulated(over)) else 0)
    )


def announced(text: str) -> set[int]:
    """How many cases the words over them say there are: 现将5个典型案例印发."""
    numbers = set()
    for match in _ANNOUNCED.finditer(text):
        number = match["n"] or match["total"]
        numbers.add(int(number) if number.isdecimal() else chinese_number(number.replace("两", "二")))
    return numbers


def _share(items: Sequence[Item], test: Callable[[Item], bool]) -> float:
    return sum(map(test, items)) / len(items)


def _owners(items: Sequence[Item], gazetteer: Gazetteer) -> int:
    """Whether the items belong to different places, or to different bodies."""
    opening = [opening_place(item.title.text, gazetteer) for item in items]
    if _differ(opening):
        return 4
    named = [place or _place_of(item, gazetteer) for place, item in zip(opening, items, strict=True)]
    if _differ(named):
        return 3
    bodies = [opening_body(item.title.text) or _body_of(item) for item in items]
    if _differ([place or body for place, body in zip(opening, bodies, strict=True)]):
        return 3 if any(opening) else 2
    return 2 if _differ(bodies) else 0


def _differ(owners: Sequence[str | None]) -> bool:
    known = [owner for owner in owners if owner]
    return len(known) >= MOST * len(owners) and len(set(known)) >= max(2, 0.5 * len(known))


def _place_of(item: Item, gazetteer: Gazetteer) -> str | None:
    """The place a title or the lines below it name, or the first words of the text."""
    for text in (item.title.text, *(block.text.text for block in item.setting)):
        if found := gazetteer.find(text):
            return found[0].code
    return opening_place(_first_words(item), gazetteer)


def _body_of(item: Item) -> str | None:
    for block in item.setting:
        return bare(block.text.text)
    return opening_body(_first_words(item)[:30])


def _first_words(item: Item) -> str:
    """The paragraph an item opens with; a numbered heading there is not yet its text."""
    first = item.blocks[0].text.strip().text if item.blocks else ""
    return "" if read_label(first) else first


def _inner_headings(items: Sequence[Item]) -> int:
    """Whether the same headings come again in most items: 改革背景, 主要做法, 改革成效."""
    inside = [_short_heads(item) for item in items]
    if len(items) < 2:
        return 0
    common = Counter(head for heads in inside for head in heads)
    shared = sum(count >= max(2, MOST * len(items)) for count in common.values())
    return min(3, 1 + shared) if shared else 0


def _short_heads(item: Item) -> set[str]:
    heads = set()
    for block in item.blocks:
        words = unnumbered(block).strip("【】：: ")
        field = re.match(r"[【]?([\u4e00-\u9fff]{2,8})(?:】|[：:])", unnumbered(block))
        if field:
            heads.add(field[1])
        elif len(words) <= 12 and is_title_words(words):
            heads.add(words)
    return heads


def _is_mixed(items: Sequence[Item]) -> bool:
    """Titles without a text among others with one: a list of titles, not the cases themselves."""
    lengths = [sum(len(block.text) for block in item.blocks) for item in items]
    return 0 in lengths and max(lengths) > LONG_TEXT


def _stand_under_places(series: Series, gazetteer: Gazetteer) -> bool:
    """Whether each group of items stands under the name of a place, most items with steps or paragraphs of their own.

    The measures of one place have neither.
    """
    heads = [series.before[-1] if series.before else None, *(item.group_below for item in series.items)]
    groups = [unnumbered(head).removesuffix("篇") for head in heads if head is not None]
    if len(set(groups)) < 2 or not all(is_place_alone(group, gazetteer) for group in groups):
        return False
    return _share(series.items, _has_parts) >= MOST


def _has_parts(item: Item) -> bool:
    """Whether an item's title is a line of its own and its text has paragraphs, or a list inside one."""
    long = sum(len(block.text) for block in item.blocks) > LONG_TEXT
    parts = len(item.blocks) > 1 or any(inline_lists(block.text.text) for block in item.blocks)
    return bool(item.title_blocks) and long and parts


def _label_is_named(items: Sequence[Item], evidence: Evidence) -> bool:
    """Whether the title over them all speaks of what the labels number: 典型做法 over 【典型做法一】."""
    first = next((block.text.strip().text for item in items[:1] for block in item.title_blocks[:1]), "")
    word = re.match(r"[【（『「〔\[]?([\u4e00-\u9fff]{2,8}?)之?[一1]", first)
    return bool(word and word[1] in evidence.heading)


def _heading(evidence: Evidence, gazetteer: Gazetteer, *, trusted: bool, gathered: bool, owned: bool) -> int:
    """What the title over them all says: several cases, several, or the practice of one place."""
    heading = evidence.heading
    several = bool(SEVERAL.search(heading)) or max(announced(heading), default=0) > 1 or gathered
    cases = bool(CASE_WORDS.search(heading) or DIGEST.search(heading + evidence.masthead))
    if several and cases:
        return 3
    if several or (cases and not gazetteer.find(heading)):
        return 2
    if cases and owned:  # the practice of a province, the cases of its cities
        return 1
    return 0 if trusted or not gazetteer.find(heading) else -2


def _titles(items: Sequence[Item], gazetteer: Gazetteer) -> int:
    """What the titles themselves say against: sections of a report, groups of cases, names of places alone."""
    titles = [item.title.text.strip() for item in items]
    points = 0
    if any(SKELETON.match(title) for title in titles) or not all(titles):
        points -= 6
    if _share(items, lambda item: is_place_alone(item.title.text, gazetteer)) >= MOST:
        points -= 2
    return points
