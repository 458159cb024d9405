"""Words that two others make by chance where they meet: 通关 in 打通|关键, 办电 in 申办|电子.

A run of characters stands by chance where it begins inside one word and ends inside another. One that is a whole part
of a longer word (农业 in 农业发展银行) or of several (采购人 in 政府采购|人) does not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate
from math import log

LONGEST_SIMPLE = 3
"""Characters of the longest word that is not looked into for the words it is made of."""
FUNCTION_CHARACTERS = frozenset("的了和与及或等在为是将把被从之其并而以所各就都还也又很太能会可")
"""Words of one character that hardly ever begin or end a name: 和 of 诉求|和|解决 is no part of 和解."""
NEAR = 12
"""Characters on each side of a run by which its borders are told."""


class Borders:
    """Tells where the words of a folded text begin and end, by a dictionary and what cuts with it.

    `frequency` has 0 for what only begins longer words, as jieba keeps it.
    """

    def __init__(self, frequency: Mapping[str, int], cut: Callable[[str], Sequence[str]]) -> None:
        self._frequency = frequency
        self._cut = cut
        self._parts: dict[str, tuple[str, ...]] = {}

    def by_chance(self, folded: str) -> list[str]:
        """Each word of the dictionary that stands in a text by chance, as often as it does."""
        return [folded[start:end] for start, end in self._places(folded)]

    def is_by_chance(self, folded: str, start: int, end: int) -> bool:
        """Whether the run of a text from `start` to `end` stands there by chance, as far as its neighbours tell."""
        if not (self._may_begin_inside(folded, start, end) and self._may_end_inside(folded, start, end)):
            return False
        first = max(0, start - NEAR)
        return (start - first, end - first) in self._places(folded[first : end + NEAR])

    def _places(self, folded: str) -> Iterator[tuple[int, int]]:
        words = self._simple_words(folded)
        ends = list(accumulate(map(len, words)))
        whole = {end for word, end in zip(words, ends, strict=True) if word not in FUNCTION_CHARACTERS}
        for word, border in zip(words, ends, strict=True):
            if len(word) > 1:
                starts = range(border - len(word) + 1, border)
            elif word in FUNCTION_CHARACTERS:
                starts = range(border - 1, border)
            else:
                continue
            for start in starts:
                end = border + 1
                while end <= len(folded) and (often := self._frequency.get(folded[start:end])) is not None:
                    if often and end not in whole:
                        yield start, end
                    end += 1

    def _simple_words(self, folded: str) -> list[str]:
        words: list[str] = []
        for word in self._cut(folded):
            if len(word) <= LONGEST_SIMPLE:
                words.append(word)
            else:
                words += self._parts.get(word) or self._apart(word)
        return words

    def _apart(self, word: str) -> tuple[str, ...]:
        """The words of two characters and more that a long word is made of, the likeliest; itself where there are none.

        Remembered: texts repeat them.
        """
        length = len(word)
        best: list[tuple[float, tuple[str, ...]] | None] = [None] * length + [(0.0, ())]
        for start in range(length - 2, -1, -1):
            for end in range(start + 2, length + 1):
                rest, often = best[end], self._frequency.get(word[start:end])
                if rest is None or not often or end - start == length:
                    continue
                likely = rest[0] + log(often) - LOG_TOTAL
                found = best[start]
                if found is None or likely > found[0]:
                    best[start] = likely, (word[start:end], *rest[1])
        parts = best[0][1] if best[0] else (word,)
        if len(parts) > 1:
            parts = tuple(inner for part in parts for inner in self._whole_or_apart(part))
        self._parts[word] = parts
        return parts

    def _whole_or_apart(self, word: str) -> tuple[str, ...]:
        return (word,) if len(word) <= LONGEST_SIMPLE else self._parts.get(word) or self._apart(word)

    def _may_begin_inside(self, folded: str, start: int, end: int) -> bool:
        """Whether a word of the dictionary begins before the run and ends inside; spares most runs the cutting."""
        if folded[start] in FUNCTION_CHARACTERS:
            return True
        firsts = range(max(0, start - REACH), start)
        return any(self._frequency.get(folded[first:last]) for last in range(start + 1, end) for first in firsts)

    def _may_end_inside(self, folded: str, start: int, end: int) -> bool:
        if folded[end - 1] in FUNCTION_CHARACTERS:
            return True
        lasts = range(end + 1, min(len(folded), end + REACH) + 1)
        return any(self._frequency.get(folded[first:last]) for first in range(start + 1, end) for last in lasts)


LOG_TOTAL = log(60_000_000)
"""jieba's corpus has so many words."""
REACH = 5
"""Characters that a word reaches beyond a run at most, for all that is asked of it first."""
