"""What speaks for two passages being of one text besides the words at the seam: subject, numbering, columns."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from ingest.order.seams import CLAUSE, Passage

HAN = re.compile(r"[\u4e00-\u9fff]+")
BACK = 3
"""Passages before a break whose subject is compared with that of what may continue it."""
SEAM = 2
"""Characters on each side of a seam that are looked for elsewhere on the page."""
MOST_SEEN = 3


class Surroundings:
    """A stretch of a mixed-up page; every passage is asked for by its index in the whole document."""

    SUBJECT = 17.5
    """For a likeness of 1 of the words in both; unlike texts have one of 0.02, neighbours in one text of 0.08."""
    SEEN = 1.8
    """For the words at the seam, each time they stand together elsewhere on the page."""
    NUMBER_FITS, NUMBER_MISSED = 1.4, -1.9
    """The next number in the column is the one that the column before it leads up to; or one it is past."""
    BEHIND_BREAK = 0.7
    """What is printed before it breaks off as well."""

    def __init__(self, passages: Sequence[Passage], stretch: range) -> None:
        self._passages = passages
        self._stretch = stretch
        self._column: dict[int, int] = {}
        column = 0
        for i in stretch:
            self._column[i] = column
            column += passages[i].is_broken_off
        self._starts: dict[int, int] = {}
        self._ends: dict[int, int] = {}
        for i in stretch:
            self._starts.setdefault(self._column[i], i)
            self._ends[self._column[i]] = i
        self._pairs = {i: character_pairs(passages[i].text) for i in stretch}
        counts = Counter(pair for pairs in self._pairs.values() for pair in pairs)
        self._befores: dict[int, tuple[set[str], float]] = {}
        self._behinds: dict[int, tuple[set[str], float]] = {}
        self._weights = {pair: math.log((len(stretch) + 1) / count) for pair, count in counts.items()}

    @cached_property
    def _text(self) -> str:
        return "\n".join(self._passages[i].text for i in self._stretch)

    def score(self, tail: int, head: int) -> float:
        """How well what `head` begins goes with what `tail` ends; about 1 where nothing speaks for or against it."""
        score = (
            self.SUBJECT * self._likeness(tail, head) + self.SEEN * self._seen(tail, head) + self._number(tail, head)
        )
        if head != tail + 1 and head - 1 in self._column and self._passages[head - 1].is_broken_off:
            score += self.BEHIND_BREAK
        return score

    def _likeness(self, tail: int, head: int) -> float:
        """The weight of the character pairs in both, against that of all; rare pairs weigh more."""
        before, weight_before = self._before(tail)
        behind, weight_behind = self._behind(head)
        return self._weight(before & behind) / math.sqrt((1 + weight_before) * (1 + weight_behind))

    def _before(self, tail: int) -> tuple[set[str], float]:
        """What is talked about up to a break, and its weight."""
        if tail not in self._befores:
            first = max(self._starts[self._column[tail]], tail - BACK)
            pairs = set().union(*(self._pairs[i] for i in range(first, tail + 1)))
            self._befores[tail] = pairs, self._weight(pairs)
        return self._befores[tail]

    def _behind(self, head: int) -> tuple[set[str], float]:
        """What is talked about behind one, and its weight."""
        if head not in self._behinds:
            last = min(self._ends[self._column[head]], head + 1)
            pairs = set().union(*(self._pairs[i] for i in range(head, last + 1)))
            self._behinds[head] = pairs, self._weight(pairs)
        return self._behinds[head]

    def _weight(self, pairs: set[str]) -> float:
        return sum(self._weights[pair] for pair in pairs)

    def _seen(self, tail: int, head: int) -> int:
        left = CLAUSE.split(self._passages[tail].text[-SEAM:])[-1]
        right = CLAUSE.split(self._passages[head].text[:SEAM])[0]
        if len(left) < SEAM or len(right) < SEAM:
            return 0
        return min(MOST_SEEN, self._text.count(left + right))

    def _number(self, tail: int, head: int) -> float:
        """Whether the first number behind `head` follows one of those before `tail` in its column."""
        following = self._labels(range(head, self._ends[self._column[head]] + 1))
        if not following:
            return 0.0
        style, number = following[0]
        last = dict(self._labels(range(self._starts[self._column[tail]], tail + 1))).get(style)
        if last is None:
            return 0.0
        if number == last + 1:
            return self.NUMBER_FITS
        return self.NUMBER_MISSED if 1 < number <= last else 0.0

    def _labels(self, indexes: range) -> list[tuple[str, int]]:
        labels = (self._passages[i].label for i in indexes)
        return [(label.style, label.number) for label in labels if label]


def character_pairs(text: str) -> frozenset[str]:
    """Each two Chinese characters in a row."""
    return frozenset(run[i : i + 2] for run in HAN.findall(text) for i in range(len(run) - 1))
