"""One spelling for all: width, case, script and blanks folded away, with the way back to the original offsets.

Folding goes character by character, so the folded form of any run of a text is a run of the folded text. That is what
lets every run that a case prints be found, and every mark stand at its own place.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, cached_property

from opencc import OpenCC

_CJK = range(0x3400, 0x9FFF + 1)

# Radicals that PDF extraction prints in place of the characters they stand for; NFKC leaves these alone.
_RADICALS = dict(
    zip(
        "⺁⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻤⻥⻦⻩⻬⻮⻰⻳",
        "厂母民虎西见角贝车长门青页风飞食马骨鬼鱼鸟黄齐齿龙龟",
        strict=True,
    )
)

# Marks that are typed one for the other: “指标” "指标" 「指标」, 52—56 52-56 52–56, 开办、注销 开办,注销.
_SAME_MARKS = {
    **dict.fromkeys("“”„‟«»「」『』＂〝〞", '"'),
    **dict.fromkeys("‘’‚‛′`", "'"),
    **dict.fromkeys("—–‒―−‐‑─━", "-"),
    **dict.fromkeys("、", ","),
    **dict.fromkeys("。｡", "."),
    **dict.fromkeys("·•‧・∙⋅", "·"),
    **dict.fromkeys("〔［【〖", "["),
    **dict.fromkeys("〕］】〗", "]"),
    **dict.fromkeys("〈《", "<"),
    **dict.fromkeys("〉》", ">"),
    "～": "~",
    "〜": "~",
}


_UNPRINTED = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})
"""Unicode's categories of controls, format marks, private use, surrogates and the unassigned."""


@cache
def _simplified() -> dict[str, str]:
    """Each Traditional character with its Simplified one, taken singly: no context, so that runs fold as their text."""
    characters = [chr(code) for code in _CJK]
    converted = OpenCC("t2s").convert("\n".join(characters)).split("\n")
    return {old: new for old, new in zip(characters, converted, strict=True) if old != new}


def _fold_character(character: str) -> str:
    """What stands for one character: nothing for blanks, controls and lone surrogates; "..." for "…"."""
    if character in _SAME_MARKS:
        return _SAME_MARKS[character]
    character = _RADICALS.get(character, character)
    folded = unicodedata.normalize("NFKC", character).lower()
    folded = "".join(_SAME_MARKS.get(part, _simplified().get(part, part)) for part in folded)
    return "".join(part for part in folded if not part.isspace() and unicodedata.category(part) not in _UNPRINTED)


class _Table(dict[int, str]):
    """A table for `str.translate` that fills itself."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


_table = _Table()

_COMMON_MARKS = {mark: _fold_character(mark) for mark in "，。、；：“”‘’（）《》—"}
"""Marks that each fold to one other mark."""

JOINT = "\ufffc"
"""Stands between texts that are looked through together: it folds to itself, and nobody types it."""


@cache
def _unusual() -> re.Pattern[str]:
    """Any character that does not fold to itself, the common marks aside."""
    characters = map(chr, [*range(0x21, 0x7F), *_CJK, ord(JOINT)])
    same = "".join(character for character in characters if _fold_character(character) == character)
    return re.compile(f"[^{re.escape(same)}{''.join(_COMMON_MARKS)}]")


def fold(text: str) -> str:
    """The text as search compares it: NFKC, lower case, Simplified, marks made alike, blanks and controls dropped.

    Most texts have nothing to fold but common marks: replacing these one by one takes a third of the time of a table.
    """
    folded = _unusual().sub(_folded_match, text)
    for mark, same in _COMMON_MARKS.items():
        folded = folded.replace(mark, same)
    return folded


def _folded_match(match: re.Match[str]) -> str:
    return match[0].translate(_table)


@cache
def _by_phrases() -> OpenCC:
    return OpenCC("t2s")


def fold_by_phrases(folded: str) -> str:
    """A folded text with the characters simplified that only their neighbours tell: 瞭解 → 了解, but 瞭望.

    Not a run of the folded text it comes from, so only questions are read so, where they find nothing as they stand.
    """
    return fold(_by_phrases().convert(folded))


class FoldedText:
    """A folded text that knows for each of its characters which character of the original it came from."""

    def __init__(self, original: str) -> None:
        self._original = original
        self.text = fold(original)

    @cached_property
    def _uneven(self) -> tuple[list[int], list[int], list[int]]:
        """Of each character that does not fold to exactly one: where it stands; where what it folds to ends; and how
        far ahead of the folded text the original is, before the first of them and after each."""
        starts: list[int] = []
        ends: list[int] = []
        ahead = [0]
        for match in _unusual().finditer(self._original):
            if (length := len(_table[ord(match[0])])) != 1:
                starts.append(match.start())
                ends.append(match.start() - ahead[-1] + length)
                ahead.append(ahead[-1] + 1 - length)
        return starts, ends, ahead

    def original_range(self, start: int, end: int) -> tuple[int, int]:
        """The half-open range of the original that a non-empty half-open range of the folded text came from."""
        if not self._uneven[0]:
            return start, end
        return self._origin(start), self._origin(end - 1) + 1

    def _origin(self, at: int) -> int:
        starts, ends, ahead = self._uneven
        passed = bisect_right(ends, at)
        origin = at + ahead[passed]
        return min(origin, starts[passed]) if passed < len(starts) else origin

    def places(self, folded: str) -> list[tuple[int, int]]:
        """The ranges of the original where a folded text stands, from the first on, none overlapping."""
        return [self.original_range(at, at + len(folded)) for at in self.spots(folded)]

    def spots(self, folded: str) -> Iterator[int]:
        """Where these begin in the folded text."""
        at = self.text.find(folded)
        while at >= 0:
            yield at
            at = self.text.find(folded, at + len(folded))
