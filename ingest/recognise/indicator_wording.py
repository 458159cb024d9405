"""Which of the 18 indicators a case is about, all of its words weighed beside the rules.

Rules know single words and where they stand; a text may say of what it is with many others, none of which is sure
alone. Here all its words count together, as one logistic regression an indicator weighed them, and are added to what
the rules found. `tests/learn_indicators.py` makes the weights; `docs/ingest-quality.md` tells from what, and how much
they mend.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Final

from ingest.recognise.indicator_lexicon import Lexicon
from ingest.recognise.indicators import MOST, RuleReading, Support, read_by_rules
from ingest.recognise.plain import plain
from ingest.recognise.word_shares import Wording, features_of, shares_of
from ingest.types import CaseDraft, IndicatorMention, Span, SpannedText

WEIGHTS: Final = Path(__file__).with_name("indicator_wording.tsv")
"""A word a line, with how rare it is (inverse document frequency) and its weight for each indicator; the slugs of these
stand in the first line, the constants in the second."""
SHORTEST: Final = 40
"""Characters of a text whose words say more than those of its title."""
SURELY: Final = 0.1
"""Log odds from which a word is worth telling."""


@dataclass(frozen=True, slots=True)
class Balance:
    """What rules and words add to the logarithm of the odds that a case is about an indicator.

    Learned, with whole sets of documents left out, from what the rules had said of texts that they had not been made
    with; as they hardly differed by the set left out, they are kept round. What the rules had decided from their
    scores added nothing to these.
    """

    constant: float = -1.2
    score: float = 2.0
    """Times the logarithm of 1 and its score by the rules."""
    share: float = 2.0
    """Times its score, as a share of the strongest; of `least`, where all are weaker."""
    least: float = 2.0
    words: float = 0.8
    """Times the log odds by the words alone."""
    lead: float = 0.3
    """Times how far these are above those of the strongest other indicator."""
    beside_title: float = -2.0
    """The title names others, and not this."""


BALANCE: Final = Balance()


def weigh_indicators(case: CaseDraft, lexicon: Lexicon) -> CaseDraft:
    """The case with its indicators, the surest first, each at most once; none where nothing speaks for one.

    What the source prints stays as it is, and the words of a text of a line or two are too few to be weighed.
    """
    read = read_by_rules(case, lexicon)
    if read.is_printed or len(case.body) < SHORTEST:
        return replace(case, indicators=read.mentions)
    wordings = wordings_of(plain(case.title.text), plain(case.body))
    odds = _weighed(read, wordings)
    chosen = sorted((slug for slug in odds if odds[slug] > 0), key=lambda slug: -odds[slug])[:MOST]
    by_rules = {mention.slug: mention for mention in read.mentions}
    mentions = (
        replace(
            by_rules.get(slug) or _told_by_words(slug, case, read.support.get(slug), wordings[slug]),
            confidence=_probability(odds[slug]),
        )
        for slug in chosen
    )
    return replace(case, indicators=tuple(mentions))


def wordings_of(title: str, text: str) -> dict[str, Wording]:
    """The words and pairs of a text weighed for each indicator, by slug."""
    known = _weights()
    added: dict[str, dict[str, float]] = {slug: {} for slug in known.constants}
    for feature, share in shares_of(features_of(title, text), known.rarity).items():
        for slug, weight in known.of_features[feature].items():
            added[slug][feature] = share * weight
    return {slug: Wording(constant, added[slug]) for slug, constant in known.constants.items()}


def _weighed(read: RuleReading, wordings: Mapping[str, Wording]) -> dict[str, float]:
    """The log odds of each indicator, by rules and words together."""
    scores = {slug: read.support[slug].score if slug in read.support else 0.0 for slug in wordings}
    top = max(BALANCE.least, *scores.values())
    by_words = {slug: wording.log_odds for slug, wording in wordings.items()}
    return {
        slug: BALANCE.constant
        + BALANCE.score * math.log1p(scores[slug])
        + BALANCE.share * scores[slug] / top
        + BALANCE.words * by_words[slug]
        + BALANCE.lead * (by_words[slug] - max(odds for other, odds in by_words.items() if other != slug))
        + BALANCE.beside_title * (bool(read.in_title) and slug not in read.in_title)
        for slug in wordings
    }


def _told_by_words(slug: str, case: CaseDraft, support: Support | None, wording: Wording) -> IndicatorMention:
    """An indicator that the rules alone would not give: what speaks for it, and where that stands."""
    telling = wording.most_for(SURELY)
    reasons = [support.reason] if support and support.words else []
    if telling:
        reasons.append(f"用词像这一指标的案例，如{'、'.join(f'“{word}”' for word in telling)}")
    spans = support.spans if support and support.spans else [span for word in telling for span in _first(word, case)]
    return IndicatorMention(slug, reason="；".join(reasons), spans=tuple(spans))


def _first(word: str, case: CaseDraft) -> tuple[Span, ...]:
    """Where the word stands first."""
    for text in _texts(case):
        if (at := plain(text.text).find(word)) >= 0:
            return text.rewritten(plain(text.text))[at : at + len(word)].spans()
    return ()


def _texts(case: CaseDraft) -> Iterator[SpannedText]:
    yield from (case.title, case.lead)
    for measure in case.walk():
        yield from (measure.heading, measure.text)


def _probability(log_odds: float) -> float:
    """How sure that is; never as sure as what is printed."""
    return round(min(0.98, 1 / (1 + math.exp(-log_odds))), 2)


@dataclass(frozen=True, slots=True)
class _Weights:
    """What was learned: the constant of each indicator, how rare each word is, its weights by slug."""

    constants: Mapping[str, float]
    rarity: Mapping[str, float]
    of_features: Mapping[str, Mapping[str, float]]


@cache
def _weights() -> _Weights:
    head, constants, *lines = (line.split("\t") for line in WEIGHTS.read_text("utf-8").splitlines())
    slugs = head[2:]
    return _Weights(
        {slug: float(constant) for slug, constant in zip(slugs, constants[2:], strict=True)},
        {word: float(rare) for word, rare, *_ in lines},
        {
            word: {slug: float(weight) for slug, weight in zip(slugs, weights, strict=True) if weight != "0"}
            for word, _, *weights in lines
        },
    )
