"""One spelling for all: width, case, script and blanks folded away, with the way back to the original offsets.

Folding goes character by character, so the folded form of any run of a text is a run of the folded text. That is what
lets every run that a case prints be found, and every mark stand at its own place.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
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
    """A table for `str.translate` that fills itself; it knows which characters do not fold to exactly one."""

    def __init__(self) -> None:
        super().__init__()
        self.uneven: set[str] = set()

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        if len(folded) != 1:
            self.uneven.add(chr(code))
        return folded


_table = _Table()


def fold(text: str) -> str:
    """The text as search compares it: NFKC, lower case, Simplified, marks made alike, blanks and controls dropped."""
    return text.translate(_table)


@cache
def _by_phrases() -> OpenCC:
    return OpenCC("t2s")


def fold_by_phrases(folded: str) -> str:
    """A folded text with the characters simplified that only their neighbours tell: 瞭解 → 了解, but 瞭望.

    Not a run of the folded text it comes from, so only questions are read so, where they find nothing as they stand.
    """
    return fold(_by_phrases().convert(folded))


_COMMON_MARKS = "，。、；：“”‘’（）《》—"
"""Marks that each fold to one other mark."""
_FOLDED_MARKS = frozenset(map(_fold_character, _COMMON_MARKS))


@cache
def _unusual() -> re.Pattern[str]:
    """Any character that does not fold to itself, the common marks aside."""
    characters = map(chr, [*range(0x21, 0x7F), *_CJK])
    same = "".join(character for character in characters if _fold_character(character) == character)
    return re.compile(f"[^{re.escape(same)}{_COMMON_MARKS}]")


Tell = Callable[[str, int, int], bool]
"""Tells something of a half-open range of a folded text."""


class FoldedText:
    """A folded text that knows for each of its characters which character of the original it came from."""

    def __init__(self, original: str) -> None:
        self._original = original
        self._is_usual = not _unusual().search(original)

    @cached_property
    def text(self) -> str:
        """The whole of it, folded."""
        return fold(self._original)

    @cached_property
    def _origins(self) -> Sequence[int]:
        if self._is_usual or _table.uneven.isdisjoint(self._original):
            return range(len(self._original))
        origins: list[int] = []
        rest = 0
        for at in (at for at, character in enumerate(self._original) if character in _table.uneven):
            origins += (*range(rest, at), *[at] * len(fold(self._original[at])))
            rest = at + 1
        return [*origins, *range(rest, len(self._original))]

    def original_range(self, start: int, end: int) -> tuple[int, int]:
        """The half-open range of the original that a non-empty half-open range of the folded text came from."""
        return self._origins[start], self._origins[end - 1] + 1

    def places(self, folded: str) -> list[tuple[int, int]]:
        """The ranges of the original where a folded text stands, from the first on, none overlapping.

        Most texts have nothing to fold but common marks: there a word stands where it stands in the original.
        """
        return [(start, end) for start, end, _ in self.told_places(folded, None)]

    def told_places(self, folded: str, tell: Tell | None) -> list[tuple[int, int, bool]]:
        """The same, with what is told of each from the text around it."""
        is_same = self._is_usual and _FOLDED_MARKS.isdisjoint(folded)
        text = self._original if is_same else self.text
        places: list[tuple[int, int, bool]] = []
        at = text.find(folded)
        while at >= 0:
            end = at + len(folded)
            start, stop = (at, end) if is_same else self.original_range(at, end)
            places.append((start, stop, tell is not None and tell(text, at, end)))
            at = text.find(folded, end)
        return places
