"""Words that two others make by chance where they meet: 通关 in 打通|关键, 办电 in 申办|电子.

A run of characters stands by chance where it begins inside one word and ends inside the next. One that is a whole part
of a longer word (农业 in 农业发展银行) or of several (采购人 in 政府采购|人) does not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, chain, pairwise
from math import log

LONGEST_SIMPLE = 3
"""Characters of the longest word that is not looked into for the words it is made of."""
FUNCTION_CHARACTERS = frozenset("的了和与及或等在为是将把被从之其并而以所各就都还也又很太能会可")
"""Words of one character that hardly ever begin or end a name: 和 of 诉求|和|解决 is no part of 和解."""
NEAR = 12
"""Characters on each side of a run by which its borders are told."""
REACH = 5
"""Characters that a word reaches beyond a run at most, for all that is asked of it first."""
LOG_TOTAL = log(60_000_000)
"""jieba's corpus has so many words."""
KEPT = 2**16
"""Words, and pairs of them, of which it is remembered what they are made of and what they make: texts repeat them."""


class _Made(dict[tuple[str, str], tuple[str, ...]]):
    """What words make with those that follow them, of the first pairs asked for: the common ones come early.

    No order of use is kept: that takes longer than to look one up.
    """

    def __init__(self, make: Callable[[str, str], tuple[str, ...]]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, pair: tuple[str, str]) -> tuple[str, ...]:
        made = self._make(*pair)
        if len(self) < KEPT:
            self[pair] = made
        return made


class Borders:
    """Tells where the words of a folded text begin and end, by a dictionary and what cuts with it.

    `frequency` has 0 for what only begins longer words, as jieba keeps it.
    """

    def __init__(self, frequency: Mapping[str, int], cut: Callable[[str], Sequence[str]]) -> None:
        self._frequency = frequency
        self._cut = cut
        self._parts = lru_cache(KEPT)(self._apart)
        self._made = _Made(self._made_of)

    def by_chance(self, cut: Sequence[str]) -> list[str]:
        """Each word of the dictionary that stands by chance in a text cut into these words, as often as it does."""
        pairs = zip(["", *cut], cut)  # noqa: B905  the last word has none after it
        return list(chain.from_iterable(filter(None, map(self._made.__getitem__, pairs))))

    def is_by_chance(self, folded: str, start: int, end: int) -> bool:
        """Whether the run of a text from `start` to `end` stands there by chance, as far as its neighbours tell."""
        if not (self._may_begin_inside(folded, start, end) and self._may_end_inside(folded, start, end)):
            return False
        first = max(0, start - NEAR)
        words = list(chain.from_iterable(map(self._parts, self._cut(folded[first : end + NEAR]))))
        borders = list(accumulate(map(len, words), initial=first))
        at = next(at for at, border in enumerate(borders[1:]) if start < border)
        return end > borders[at + 1] and folded[start:end] in self._between(words[at], words[at + 1])

    def _made_of(self, word: str, following: str) -> tuple[str, ...]:
        """What a word makes with the one that follows it at once, and what is made within that one."""
        parts = [*self._parts(word)[-1:], *self._parts(following)]
        return tuple(made for pair in pairwise(parts) for made in self._between(*pair))

    def _between(self, word: str, following: str) -> Iterator[str]:
        """Words of the dictionary that begin inside a word and end inside the one that follows it at once."""
        first = 0 if word in FUNCTION_CHARACTERS else 1
        last = len(following) - (following not in FUNCTION_CHARACTERS)
        for start in range(first, len(word)):
            for end in range(1, last + 1):
                if self._frequency.get(made := word[start:] + following[:end]):
                    yield made

    def _apart(self, word: str) -> tuple[str, ...]:
        """The words of two characters and more that a long word is made of, the likeliest; else the word itself."""
        length = len(word)
        if length <= LONGEST_SIMPLE:
            return (word,)
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
        return tuple(chain.from_iterable(map(self._parts, best[0][1]))) if best[0] else (word,)

    def _may_begin_inside(self, folded: str, start: int, end: int) -> bool:
        """Whether a word of the dictionary begins before the run and ends inside; spares most runs the cutting."""
        if folded[start] in FUNCTION_CHARACTERS:
            return True
        known = self._frequency.get
        for first in range(max(0, start - REACH), start):
            for last in range(start + 1, end):
                if known(folded[first:last]):
                    return True
        return False

    def _may_end_inside(self, folded: str, start: int, end: int) -> bool:
        if folded[end - 1] in FUNCTION_CHARACTERS:
            return True
        known = self._frequency.get
        for last in range(end + 1, min(len(folded), end + REACH) + 1):
            for first in range(start + 1, end):
                if known(folded[first:last]):
                    return True
        return False
