"""How like a case a text is worded: weights of words, learned from texts that people had labelled.

Rules ask for single things, and a text may pass or fail each of them narrowly. Here all its words count together, as a
logistic regression weighed them; names of places and persons are left out, so that no place is preferred.
`tests/learn_wording.py` makes the weights, and `docs/ingest-quality.md` tells from what and how much they mend.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from ingest.lexicon import jieba_names, jieba_words

WEIGHTS: Final = Path(__file__).with_name("wording.tsv")
"""A word a line, with how rare it is (inverse document frequency) and its weight; the first line is the constant."""
TITLE: Final = 2
"""Times that the words of a title count: it says what a text is about."""
MOST: Final = 2000
"""Characters of a text that are looked at; what it is about is told by then."""
NAMED: Final = 3
"""Words told to the editor."""
SURELY: Final = 0.05
"""Log odds from which a word is worth telling."""

_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]+")


def words_of(title: str, text: str) -> list[str]:
    """The words of two characters and more, those of the title `TITLE` times, without names."""
    names = jieba_names()
    words = jieba_words().words
    runs = [*_CHINESE.findall(title) * TITLE, *_CHINESE.findall(text[:MOST])]
    return [word for run in runs for word in words(run) if len(word) > 1 and word not in names]


@dataclass(frozen=True, slots=True)
class Wording:
    """What each word of a text adds to the logarithm of the odds that it is a case."""

    constant: float
    added: Mapping[str, float]

    @property
    def log_odds(self) -> float:
        """The natural logarithm of the odds, by the words alone."""
        return self.constant + sum(self.added.values())

    @property
    def against(self) -> list[str]:
        """The words that speak against a case most, up to `NAMED`."""
        least = sorted(self.added, key=self.added.__getitem__)[:NAMED]
        return [word for word in least if self.added[word] < -SURELY]


def wording_of(title: str, text: str) -> Wording:
    """The words of a text weighed: commoner ones less, one that comes again less each time, long texts like short."""
    constant, known = _weights()
    counted = {word: n for word, n in Counter(words_of(title, text)).items() if word in known}
    shares = {word: (1 + math.log(n)) * known[word][0] for word, n in counted.items()}
    length = math.sqrt(sum(share**2 for share in shares.values())) or 1.0
    return Wording(constant, {word: share / length * known[word][1] for word, share in shares.items()})


@cache
def _weights() -> tuple[float, Mapping[str, tuple[float, float]]]:
    first, *lines = WEIGHTS.read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    return float(first), {word: (float(rarity), float(weight)) for word, rarity, weight in rows}
