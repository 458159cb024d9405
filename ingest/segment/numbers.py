"""Numbers of items that no other paper prints in this way: 02 | 标题, 3 标题; several lines together prove them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from ingest.outline.labels import Label, read_label

SET_OFF: Final = "1 |"
"""The style of a number that a stroke sets off from its title."""
BARE: Final = "1 "
"""The style of a number right before its title."""
LONGEST_TITLE: Final = 60
"""Characters of a title with a bare number."""

# “02 | 应城市：……” “3｜……”; gaps are allowed where an excerpt is printed
_SET_OFF: Final = re.compile(r"(?P<n>\d{1,3})\s*[|｜丨]\s*(?=\S)")
# “1 呼和浩特市设立……”, also “12标题”, “1️⃣标题”, but not “3个”, “5月”, “2022年”
_BARE: Final = re.compile(
    r"(?P<n>[1-9]\d?)[\ufe0f\u20e3]*\s*(?=[\u4e00-\u9fff“])"
    r"(?![个例等项年月日号家名户条件是天次位大类级线种批成分百千万亿区期版届岁元米吨户人小时省县市镇村社周季台套把张本楼层栋路座所对双组轮步环维网窗门站式倍秒])"
)


def item_numbers(texts: Sequence[str]) -> dict[int, Label]:
    """The labels of the lines that are numbered in one of these ways, by their places."""
    found: dict[int, Label] = {}
    for style, pattern, counts in ((BARE, _BARE, _counts_from_one), (SET_OFF, _SET_OFF, _rises)):
        matches = {
            at: match for at, text in enumerate(texts) if (match := pattern.match(text)) and _may_be(text, style)
        }
        if len(matches) > 1 and counts([int(match["n"]) for match in matches.values()]):
            found |= {at: Label(style, int(m["n"]), m.group().strip(), m.end()) for at, m in matches.items()}
    return found


def _may_be(text: str, style: str) -> bool:
    if style == SET_OFF:
        return True
    return len(text) <= LONGEST_TITLE and not re.search(r"[。；，：]$|。", text) and read_label(text) is None


def _rises(numbers: Sequence[int]) -> bool:
    return all(before < after for before, after in pairwise(numbers))


def _counts_from_one(numbers: Sequence[int]) -> bool:
    """Whether they count from one, perhaps anew under each of several heads."""
    return numbers[0] == 1 and all(after in (before + 1, 1) for before, after in pairwise(numbers)) and max(numbers) > 1
