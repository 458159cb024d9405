"""The words and pairs of characters of a text, how much of it each makes up, and what learned weights make of them.

Pairs see what words alone do not: new words, parts of long ones, and how words follow each other. Names of places and
persons are left out, so that no place is preferred.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from ingest.lexicon import jieba_names, jieba_words

TITLE: Final = 2
"""Times that the words of a title count: it says what a text is about."""
MOST: Final = 2000
"""Characters of a text that are looked at; what it is about is told by then."""
NAMED: Final = 3
"""Words told to the editor."""

_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]+")
_NAME: Final = "\n"
"""What stands for a name, no Chinese character."""


def features_of(title: str, text: str) -> list[str]:
    """The words and each two characters that stand side by side, those of the title `TITLE` times, without names."""
    names, cut = jieba_names(), jieba_words().words
    runs = [*_CHINESE.findall(title) * TITLE, *_CHINESE.findall(text[:MOST])]
    found = []
    for words in map(cut, runs):
        found += [word for word in words if word not in names]
        between = "".join(_NAME if word in names else word for word in words)
        pairs = map("".join, pairwise(between))
        found += [pair for pair in pairs if _NAME not in pair and pair not in names]
    return found


def shares_of(features: list[str], rarity: Mapping[str, float]) -> dict[str, float]:
    """The share of each that has a `rarity` (inverse document frequency): commoner ones less, one that comes again less
    each time, long texts like short ones."""
    counted = {feature: n for feature, n in Counter(features).items() if feature in rarity}
    shares = {feature: (1 + math.log(n)) * rarity[feature] for feature, n in counted.items()}
    length = math.sqrt(sum(share**2 for share in shares.values())) or 1.0
    return {feature: share / length for feature, share in shares.items()}


@dataclass(frozen=True, slots=True)
class Wording:
    """What each word and pair of a text adds to the logarithm of the odds that something is so."""

    constant: float
    added: Mapping[str, float]

    @property
    def log_odds(self) -> float:
        """The natural logarithm of the odds, by the words alone."""
        return self.constant + sum(self.added.values())

    def most_for(self, surely: float) -> list[str]:
        """The words that speak for it most, up to `NAMED`, each adding more than `surely`."""
        words = self._words()
        most = sorted(words, key=lambda word: -words[word])[:NAMED]
        return [word for word in most if words[word] > surely]

    def most_against(self, surely: float) -> list[str]:
        """The words that speak against it most, up to `NAMED`, each taking away more than `surely`."""
        words = self._words()
        least = sorted(words, key=words.__getitem__)[:NAMED]
        return [word for word in least if words[word] < -surely]

    def _words(self) -> dict[str, float]:
        """What each word adds with the pairs in it; no single characters and no pairs from between words."""
        told = [word for word in self.added if len(word) > 1 and jieba_words().knows(word)]
        return {word: sum(self.added.get(part, 0.0) for part in {word, *map("".join, pairwise(word))}) for word in told}
