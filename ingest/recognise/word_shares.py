"""The words of a text, how much of it each makes up, and what learned weights make of them.

Names of places and persons are left out, so that no place is preferred.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ingest.lexicon import jieba_names, jieba_words

TITLE: Final = 2
"""Times that the words of a title count: it says what a text is about."""
MOST: Final = 2000
"""Characters of a text that are looked at; what it is about is told by then."""
NAMED: Final = 3
"""Words told to the editor."""

_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]+")


def words_of(title: str, text: str) -> list[str]:
    """The words of two characters and more, those of the title `TITLE` times, without names."""
    names = jieba_names()
    words = jieba_words().words
    runs = [*_CHINESE.findall(title) * TITLE, *_CHINESE.findall(text[:MOST])]
    return [word for run in runs for word in words(run) if len(word) > 1 and word not in names]


def shares_of(words: list[str], rarity: Mapping[str, float]) -> dict[str, float]:
    """The share of each word that has a `rarity` (inverse document frequency): commoner ones less, one that comes again
    less each time, long texts like short ones."""
    counted = {word: n for word, n in Counter(words).items() if word in rarity}
    shares = {word: (1 + math.log(n)) * rarity[word] for word, n in counted.items()}
    length = math.sqrt(sum(share**2 for share in shares.values())) or 1.0
    return {word: share / length for word, share in shares.items()}


@dataclass(frozen=True, slots=True)
class Wording:
    """What each word of a text adds to the logarithm of the odds that something is so."""

    constant: float
    added: Mapping[str, float]

    @property
    def log_odds(self) -> float:
        """The natural logarithm of the odds, by the words alone."""
        return self.constant + sum(self.added.values())

    def most_for(self, surely: float) -> list[str]:
        """The words that speak for it most, up to `NAMED`, each adding more than `surely`."""
        most = sorted(self.added, key=lambda word: -self.added[word])[:NAMED]
        return [word for word in most if self.added[word] > surely]

    def most_against(self, surely: float) -> list[str]:
        """The words that speak against it most, up to `NAMED`, each taking away more than `surely`."""
        least = sorted(self.added, key=self.added.__getitem__)[:NAMED]
        return [word for word in least if self.added[word] < -surely]
