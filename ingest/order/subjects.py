"""What passages of a page talk about, told by their pairs of characters, and how alike two subjects are."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping

HAN = re.compile(r"[\u4e00-\u9fff]+")
CLAUSE = re.compile(r"[，。、；：！？“”‘’（）《》【】\s,;:!?()]")
SEAM, MOST_SEEN = 2, 3
"""Characters on each side of a seam that are looked for elsewhere on the page, and how often at most."""


class Subjects:
    """A stretch of a page; every passage is asked for by its index in the whole document."""

    def __init__(self, texts: Mapping[int, str]) -> None:
        self._texts = texts
        self._page = "\n".join(texts.values())
        self._pairs = {i: character_pairs(text) for i, text in texts.items()}
        counts = Counter(pair for pairs in self._pairs.values() for pair in pairs)
        self._weights = {pair: math.log((len(texts) + 1) / count) for pair, count in counts.items()}
        self._subjects: dict[tuple[int, ...], tuple[frozenset[str], float]] = {}

    def likeness(self, some: Iterable[int], others: Iterable[int]) -> float:
        """The weight of the pairs in both, against that of all (0 to 1); rare pairs weigh more.

        Unlike texts have one of 0.02, neighbours in one text of 0.08.
        """
        one, weight = self._subject(tuple(some))
        other, other_weight = self._subject(tuple(others))
        return self._weight(one & other) / math.sqrt((1 + weight) * (1 + other_weight))

    def seen(self, tail: int, head: int) -> int:
        """How often the words at the seam of two passages stand together elsewhere on the page."""
        left = CLAUSE.split(self._texts[tail][-SEAM:])[-1]
        right = CLAUSE.split(self._texts[head][:SEAM])[0]
        if len(left) < SEAM or len(right) < SEAM:
            return 0
        return min(MOST_SEEN, self._page.count(left + right))

    def _subject(self, indexes: tuple[int, ...]) -> tuple[frozenset[str], float]:
        if indexes not in self._subjects:
            pairs = frozenset[str]().union(*(self._pairs[i] for i in indexes))
            self._subjects[indexes] = pairs, self._weight(pairs)
        return self._subjects[indexes]

    def _weight(self, pairs: Iterable[str]) -> float:
        return sum(self._weights[pair] for pair in pairs)


def character_pairs(text: str) -> frozenset[str]:
    """Each two Chinese characters in a row."""
    return frozenset(run[i : i + 2] for run in HAN.findall(text) for i in range(len(run) - 1))
