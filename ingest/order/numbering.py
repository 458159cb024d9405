"""Printed numbering (一、 （一） 1. 一是 …): which label can follow which, and where a lost one belongs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ingest.outline import labels


@dataclass(frozen=True, slots=True)
class Label:
    style: str
    number: int


def read_label(text: str) -> Label | None:
    """The number a line begins with."""
    label = labels.read_label(text)
    return Label(label.style, label.ordinal) if label and label.ordinal else None


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
