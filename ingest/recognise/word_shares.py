"""The words of a text, and how much of it each makes up: what weights learned from labelled texts are multiplied with.

Names of places and persons are left out, so that no place is preferred.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from typing import Final

from ingest.lexicon import jieba_names, jieba_words

TITLE: Final = 2
"""Times that the words of a title count: it says what a text is about."""
MOST: Final = 2000
"""Characters of a text that are looked at; what it is about is told by then."""

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
