"""What speaks for two passages being of one text besides the words at the seam: subject, numbering, columns."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.order.seams import Passage
from ingest.order.subjects import Subjects

BACK = 3
"""Passages before a break whose subject is compared with that of what may continue it."""


class Surroundings:
    """A stretch of a mixed-up page; every passage is asked for by its index in the whole document."""

    SUBJECT = 17.5
    """For a likeness of 1 of the words in both."""
    SEEN = 1.8
    """For the words at the seam, each time they stand together elsewhere on the page."""
    NUMBER_FITS, NUMBER_MISSED = 1.4, -1.9
    """The next number in the column is the one that the column before it leads up to; or one it is past."""
    BEHIND_BREAK = 0.7
    """What is printed before it breaks off as well."""

    def __init__(self, passages: Sequence[Passage], stretch: range) -> None:
        self._passages = passages
        self._subjects = Subjects({i: passages[i].text for i in stretch})
        self._column: dict[int, int] = {}
        self._starts: dict[int, int] = {}
        self._ends: dict[int, int] = {}
        column = 0
        for i in stretch:
            self._column[i] = column
            self._starts.setdefault(column, i)
            self._ends[column] = i
            column += passages[i].is_broken_off

    def score(self, tail: int, head: int) -> float:
        """How well what `head` begins goes with what `tail` ends; about 1 where nothing speaks for or against it."""
        before = range(max(self._start(tail), tail - BACK), tail + 1)
        behind = range(head, min(self._end(head), head + 1) + 1)
        score = self.SUBJECT * self._subjects.likeness(before, behind) + self.SEEN * self._subjects.seen(tail, head)
        score += self._number(tail, head)
        if head != tail + 1 and head - 1 in self._column and self._passages[head - 1].is_broken_off:
            score += self.BEHIND_BREAK
        return score

    def _start(self, index: int) -> int:
        """Where the column of a passage begins."""
        return self._starts[self._column[index]]

    def _end(self, index: int) -> int:
        return self._ends[self._column[index]]

    def _number(self, tail: int, head: int) -> float:
        """Whether the first number behind `head` follows one of those before `tail` in its column."""
        following = self._labels(range(head, self._end(head) + 1))
        if not following:
            return 0.0
        style, number = following[0]
        last = dict(self._labels(range(self._start(tail), tail + 1))).get(style)
        if last is None:
            return 0.0
        if number == last + 1:
            return self.NUMBER_FITS
        return self.NUMBER_MISSED if 1 < number <= last else 0.0

    def _labels(self, indexes: range) -> list[tuple[str, int]]:
        labels = (self._passages[i].label for i in indexes)
        return [(label.style, label.number) for label in labels if label]
