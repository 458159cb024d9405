"""Labels of a document's own making: 镜头一, 第3例, 探索之二, known by their rising numbers alone.

`labels` knows the labels every office prints. Those of this module mean nothing in a single line: several lines must
begin with the same words around a number that counts up from one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from ingest.outline.labels import CN, Label, ordinal_of, read_label

NUMBER_ALONE: Final = "单独的序号"
"""The style of a number that stands alone on its line, over what it numbers."""
HALVES: Final = {"上": 1, "中": 2, "下": 2}
FORMAL: Final = "壹贰叁肆伍陆柒捌玖拾"
LONGEST_TITLE: Final = 60
"""Characters of a line whose label no mark sets off from its title."""

_NOT_COUNTED: Final = r"(?![个例等起些项年月日号家名户条件是则天次位大类级线种批成分百千万亿区县市镇村社])"
# “镜头一：” “交流材料之二” “实例3 耒阳市”
_WORD_FIRST: Final = re.compile(
    rf"[【〖（(]?(?P<word>[\u4e00-\u9fff]{{1,8}}?)之?(?P<n>{CN}|\d{{1,2}})"
    rf"(?P<mark>[】〗）)]?\s?[：:、.．｜|]\s*|[】〗）)]\s*|\s+|$|(?=[\u4e00-\u9fff“]){_NOT_COUNTED})"
)
# “第3例” “第二站：”
_COUNTED: Final = re.compile(
    rf"[【〖（(]?第(?P<n>{CN}|\d{{1,2}})(?P<word>[例则站期招步式篇课集辑回弹站封张幕])(?P<mark>[】〗）)]?\s?[：:、｜|]?\s*)"
)
# “[1]” “【02】” “#3”
_BRACKETED: Final = re.compile(r"(?P<word>[【〖\[#＃])(?P<n>\d{1,2})(?P<mark>[】〗\]]?\s?[：:、.]?\s*)")
# “之一”, “上篇：”, “A. ”, “Ⅱ ”
_AFTER: Final = re.compile(rf"(?P<word>之)(?P<n>{CN})(?P<mark>\s*[：:、｜|]\s*|\s+|$)")
_HALVES: Final = re.compile(r"[【〖（(]?(?P<n>[上中下])(?P<word>[篇部集])(?P<mark>[】〗）)]?\s?[：:、｜|]?\s*)")
_LETTERED: Final = re.compile(r"[（(]?(?P<word>)(?P<n>[A-Z])(?P<mark>[）)]?\s?[.．、：:）)]\s*)")
_ROMAN: Final = re.compile(r"(?P<word>)(?P<n>[Ⅰ-Ⅻⅰ-ⅻ])(?P<mark>\s?[.．、：:]?\s*)")
# “壹、审批提速” “【贰】服务提质”
_FORMAL: Final = re.compile(rf"[【（(]?(?P<word>)(?P<n>[{FORMAL}])(?P<mark>(?:[】）)]|[、.．：:｜|])\s*)")
# “01” “3” “②” alone on a line
_ALONE: Final = re.compile(rf"(?P<word>)(?P<n>0?[1-9]|[1-9]\d|{CN})(?P<mark>)$")
_PATTERNS: Final = (_COUNTED, _AFTER, _HALVES, _LETTERED, _ROMAN, _FORMAL, _BRACKETED, _ALONE, _WORD_FIRST)
_NO_LABEL: Final = re.compile(r"图|表|附|附件|附表|注|星期|周|每周|专栏|其|列|第|统|唯|万|同|有|每")


def learnt_labels(texts: Sequence[str]) -> dict[int, Label]:
    """The labels that `texts`, the lines of a document, have in common: by the place of the line."""
    found: dict[tuple[re.Pattern[str], str], list[tuple[int, re.Match[str]]]] = defaultdict(list)
    for at, text in enumerate(texts):
        if read_label(text) is not None:
            continue
        for pattern in _PATTERNS:
            match = pattern.match(text)
            if match and _may_be_label(match, text, pattern):
                found[pattern, match["word"]].append((at, match))
                break
    learnt: dict[int, Label] = {}
    for (pattern, word), matches in found.items():
        ordinals = [_ordinal(match["n"]) for _, match in matches]
        if not _counts_up(ordinals):
            continue
        style = NUMBER_ALONE if pattern is _ALONE else f"{word}一"
        for (at, match), ordinal in zip(matches, ordinals, strict=True):
            learnt[at] = Label(style, ordinal, match.group().strip(), match.end())
    return learnt


def _ordinal(number: str) -> int:
    """The number a label prints, letters and 上, 中, 下 (下 after 上 alone: 2) among them."""
    if number in HALVES:
        return HALVES[number]
    if number in FORMAL:
        return FORMAL.index(number) + 1
    return ord(number) - ord("A") + 1 if number.isascii() and number.isalpha() else ordinal_of(number) or 0


def _may_be_label(match: re.Match[str], text: str, pattern: re.Pattern[str]) -> bool:
    if _NO_LABEL.fullmatch(match["word"]):
        return False
    if pattern is _WORD_FIRST and not match["mark"]:
        return match.end() == len(text) or (len(text) <= LONGEST_TITLE and not re.search(r"[。；，]", text))
    return True


def _counts_up(ordinals: Iterable[int]) -> bool:
    """Whether these numbers count from one without a gap, twice or more, perhaps anew under each of several heads."""
    numbers = list(ordinals)
    return (
        len(set(numbers)) > 1
        and numbers[0] == 1
        and all(after in (before + 1, 1) for before, after in pairwise(numbers))
    )
