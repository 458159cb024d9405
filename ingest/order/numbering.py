"""Printed numbering (一、 （一） 1. 一是 …): which label can follow which, and where a lost one belongs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

HAN_NUMBER = r"[一二三四五六七八九十百]{1,4}"
STYLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("chapter", re.compile(rf"第({HAN_NUMBER}|\d{{1,2}})(?:章|节|部分|篇|条)")),  # "第三章"
    ("ordinal", re.compile(rf"第({HAN_NUMBER})[，、]")),  # "第一，"
    ("han", re.compile(rf"({HAN_NUMBER})、")),  # "三、"
    ("han-in-brackets", re.compile(rf"[（(]({HAN_NUMBER})[）)]")),  # "（三）"
    ("shi", re.compile(rf"({HAN_NUMBER})是")),  # "三是"
    ("digit", re.compile(r"(\d{1,2})[.．、](?!\d)")),  # "3." "3、", but not "3.5"
    ("digit-in-brackets", re.compile(r"[（(]?(\d{1,2})[）)]")),  # "（3）" "3）"
    ("circled", re.compile(r"([①-⑳])")),
    ("two-digits", re.compile(r"0(\d)(?=[ 、.]?[\u4e00-\u9fff])")),  # "03 众多"
)
DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")}


@dataclass(frozen=True, slots=True)
class Label:
    style: str
    number: int


def read_label(text: str) -> Label | None:
    """The number a line begins with."""
    for style, pattern in STYLES:
        match = pattern.match(text)
        if match:
            return Label(style, _value(match[1]))
    return None


def _value(printed: str) -> int:
    """“十二”, “12” and “⑫” as 12."""
    if printed.isdecimal():
        return int(printed)
    if "①" <= printed <= "⑳":
        return ord(printed) - ord("①") + 1
    tens, ten, ones = printed.rpartition("十")
    return (DIGITS.get(tens, 1) * 10 if ten else 0) + DIGITS.get(ones, 0)


class Verdict(Enum):
    FITS = "fits"
    GAP = "gap"
    """One or more numbers are skipped."""
    ORPHAN = "orphan"
    """Nothing before it leads up to it."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The lists open at a place, outermost first, and of each style the last number seen with the lists above it."""

    open: tuple[Label, ...] = ()
    seen: tuple[tuple[Label, tuple[Label, ...]], ...] = ()

    def follow(self, label: Label) -> tuple[Verdict, Outline]:
        """Whether `label` can come next, and the outline after it."""
        depth = next((d for d, other in enumerate(self.open) if other.style == label.style), None)
        if depth is not None:
            verdict = _next(self.open[depth].number, label.number)
        else:
            verdict = Verdict.FITS if label.number == 1 or self._continues(label) else Verdict.ORPHAN
        above = self.open if depth is None else self.open[:depth]
        seen = tuple(entry for entry in self.seen if entry[0].style != label.style)
        return verdict, Outline((*above, label), (*seen, (label, above)))

    def _continues(self, label: Label) -> bool:
        """Some lists count on through the sections of one chapter: 一、 1. 2. 二、 3. 4."""
        return any(
            last == Label(label.style, label.number - 1)
            and len(above) == len(self.open) > 0
            and above[:-1] == self.open[:-1]
            and above[-1].style == self.open[-1].style
            for last, above in self.seen
        )

    def expects(self, label: Label) -> bool:
        """Whether `label` is the next number of an open list."""
        return Label(label.style, label.number - 1) in self.open

    def closes(self, label: Label, wanted: Label) -> bool:
        """Whether printing `label` here ends the list that still expects `wanted`."""
        depth = next((d for d, other in enumerate(self.open) if other.style == label.style), None)
        waiting = next(d for d, other in enumerate(self.open) if other.style == wanted.style)
        return depth is not None and depth <= waiting and label != wanted


def _next(last: int, number: int) -> Verdict:
    if number in (last + 1, 1):
        return Verdict.FITS
    return Verdict.GAP if number > last else Verdict.ORPHAN
