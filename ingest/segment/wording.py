"""How like a case a text is worded: weights of words, learned from texts that people had labelled.

Rules ask for single things, and a text may pass or fail each of them narrowly. Here all its words count together, as a
logistic regression weighed them. `tests/learn_wording.py` makes the weights, and `docs/ingest-quality.md`
tells from what and how much they mend.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from ingest.recognise.word_shares import Wording, features_of, shares_of

WEIGHTS: Final = Path(__file__).with_name("wording.tsv")
"""A word a line, with how rare it is (inverse document frequency) and its weight; the first line is the constant."""


def wording_of(title: str, text: str) -> Wording:
    """The words of a text weighed."""
    constant, rarity, weights = _weights()
    shares = shares_of(features_of(title, text), rarity)
    return Wording(constant, {word: share * weights[word] for word, share in shares.items()})


@cache
def _weights() -> tuple[float, Mapping[str, float], Mapping[str, float]]:
    """The constant; how rare each word is; its weight."""
    first, *lines = WEIGHTS.read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    return float(first), {word: float(rare) for word, rare, _ in rows}, {word: float(adds) for word, _, adds in rows}
