"""What invented cases are made of: sentences, headings, figures and bodies of the catalogue's own published cases."""

from __future__ import annotations

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

from django.db.models import Count, Q

from catalogue.models import Agency, CaseStudy, Indicator, Outcome, Region, Source

from .mark import READER_VERSION

PLACE = "\ue000"
"""Stands in a text of the stock where the name of the case's own region stood."""
SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]?")
"""“压减时间。再压减成本；” → “压减时间。”, “再压减成本；”."""
SENTENCE_LENGTH = range(8, 160)
HEADING_LENGTH = range(4, 40)
ENOUGH = 30
"""Sentences from which an indicator's own cases can be told; where it has fewer, all sentences serve."""

T = TypeVar("T")


class Skewed(Generic[T]):
    """Things to pick from, each picked the less often the later it stands, or by weights of their own."""

    STEEPNESS = 0.8
    """How fast the frequency falls with the rank; words of a language are near 1."""

    def __init__(self, items: Sequence[T], weights: Iterable[float] | None = None) -> None:
        self._items = items
        self._sums = list(accumulate(weights or (rank**-self.STEEPNESS for rank in range(1, len(items) + 1))))

    def __len__(self) -> int:
        return len(self._items)

    def pick(self, chance: Random) -> T:
        return self._items[bisect(self._sums, chance.random() * self._sums[-1])]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a case, with the results that were read from it."""

    text: str
    outcomes: tuple[Outcome, ...] = ()


@dataclass(frozen=True, slots=True)
class Texts:
    """Sentences and headings of the cases of one indicator, or of all."""

    sentences: Skewed[Sentence]
    headings: Skewed[str]


@dataclass(frozen=True, slots=True)
class Stock:
    """All that is picked from."""

    regions: Skewed[Region]
    indicators: Skewed[Indicator]
    agencies: Skewed[tuple[str, str]]
    """Names with their part in the case."""
    texts: Texts
    texts_by_indicator: dict[str, Texts]


@dataclass(slots=True)
class _Found:
    sentences: dict[str, Sentence] = field(default_factory=dict)
    headings: dict[str, None] = field(default_factory=dict)

    def texts(self, chance: Random) -> Texts:
        return Texts(_shuffled(self.sentences.values(), chance), _shuffled(self.headings, chance))


def read_stock(seed: int) -> Stock | None:
    """What the published cases hold; None where there are none. `seed` decides what is frequent and what is rare."""
    everything = _Found()
    by_indicator: defaultdict[str, _Found] = defaultdict(_Found)
    agencies: dict[tuple[str, str], None] = {}
    for case in _real_cases():
        slugs = [link.indicator.slug for link in case.case_indicators.all()]
        kept = [everything, *(by_indicator[slug] for slug in slugs)]
        for heading, sentences in _passages(case):
            for found in kept:
                found.headings |= dict.fromkeys([heading] if len(heading) in HEADING_LENGTH else [])
                found.sentences |= {sentence.text: sentence for sentence in sentences}
        agencies |= dict.fromkeys((agency.name, agency.role) for agency in case.agencies.all())
    if not (everything.sentences and everything.headings):
        return None
    chance = Random(f"stock {seed}")  # noqa: S311  nothing is kept secret by it
    return Stock(
        regions=_regions(chance),
        indicators=_indicators(),
        agencies=_shuffled(agencies or {("政务服务中心", Agency.Role.LEAD): None}, chance),
        texts=everything.texts(chance),
        texts_by_indicator={
            slug: found.texts(chance)
            for slug, found in sorted(by_indicator.items())
            if len(found.sentences) >= ENOUGH and found.headings
        },
    )


def _real_cases() -> Iterable[CaseStudy]:
    real = Source.objects.exclude(reader_version=READER_VERSION)
    return CaseStudy.objects.published().for_detail().filter(source__in=real).order_by("pk").iterator(chunk_size=200)


def _passages(case: CaseStudy) -> Iterable[tuple[str, list[Sentence]]]:
    """Each heading of a case with the sentences under it; the lead has none."""
    names = {name for link in case.case_regions.all() for name in (link.region.name, link.region.short_name)}
    longest_first = sorted((name for name in names if len(name) > 1), key=lambda name: (-len(name), name))
    place = re.compile("|".join(map(re.escape, longest_first))) if longest_first else None
    outcomes = list(case.outcomes.all())
    for heading, text in [("", case.lead), *((measure.heading, measure.text) for measure in case.measures.all())]:
        sentences = []
        for sentence in SENTENCE.findall(text):
            if len(stripped := sentence.strip()) in SENTENCE_LENGTH:
                anywhere = place.sub(PLACE, stripped) if place else stripped
                told = tuple(outcome for outcome in outcomes if outcome.text in anywhere)
                sentences.append(Sentence(anywhere, told))
        yield (place.sub(PLACE, heading) if place else heading).strip("：:。 "), sentences


def _regions(chance: Random) -> Skewed[Region]:
    """All regions in force: provinces, then cities, then districts and areas, each in an order of chance."""
    regions = list(Region.objects.current().order_by("code"))
    return Skewed(sorted(regions, key=lambda region: (region.level, chance.random())))


def _indicators() -> Skewed[Indicator]:
    """All indicators, each as often as among the real cases, and now and then where it has none."""
    real = Count("case_indicators", filter=~Q(case_indicators__case__source__reader_version=READER_VERSION))
    indicators = list(Indicator.objects.annotate(frequency=real).order_by("pk"))
    return Skewed(indicators, [indicator.frequency + 1 for indicator in indicators])


def _shuffled(items: Iterable[T], chance: Random) -> Skewed[T]:
    shuffled = list(items)
    chance.shuffle(shuffled)
    return Skewed(shuffled)
