"""One invented case: what a real one would hold, in the proportions of real ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random
from typing import TypeVar

from catalogue.models import Indicator, Outcome, Region

from .stock import PLACE, Sentence, Skewed, Stock, Texts

SHORTEST, LONGEST = 400, 1500
"""Characters of a case, title included."""
YEARS = range(2013, 2027)
LABELS = "一二三四五六七八九十"
QUOTED = re.compile(r"“[^”]{2,8}”")
"""A name in quotes: “一窗受理”."""
FIGURE = re.compile(r"[0-9]+(?:\.[0-9]+)?")
"""A figure as it is printed: 143, 94.9."""
BRANDS = ("通", "e办", "快办", "码上办", "云窗", "直通车", "智办", "一点通")
"""What places call their platforms, after their own name: “天心快办”. They are the rare words of the genre."""

MOST_MEASURES = 7
NO_REGION, NO_YEAR, NO_INDICATOR = 0.02, 0.03, 0.03
SECOND_REGION, SECOND_INDICATOR = 0.05, 0.25
OWN_TEXT = 0.65
"""How often a sentence or heading comes from cases of the same indicator; the others come from anywhere."""
FRESH = 0.9
"""How often another sentence is looked for in place of one that the case has already."""
NESTED = 0.2
"""How often a measure stands under the one before it."""
SPLICED = 0.3
"""How often a sentence ends as another one does: new neighbours for words, as every author has them."""
BRANDED = 0.15
"""How often a name in quotes is that of a platform of the place."""

T = TypeVar("T")


@dataclass(slots=True)
class Passage:
    """The lead of a case, which has neither label nor heading, or a measure."""

    label: str = ""
    heading: str = ""
    text: str = ""
    level: int = 1
    outcomes: list[Outcome] = field(default_factory=list)
    """Not saved; the text of each stands in `text`."""


@dataclass(frozen=True, slots=True)
class InventedCase:
    title: str
    year: int | None
    regions: list[Region]
    """The main one first."""
    indicators: list[Indicator]
    agencies: list[tuple[str, str]]
    lead: Passage
    measures: list[Passage]


def compose(stock: Stock, seed: int, number: int) -> InventedCase:
    """The case of this number: the same one from the same stock and seed, whichever were invented before."""
    return _Author(stock, Random(f"{seed} {number}")).write()  # noqa: S311  nothing is kept secret by it


class _Author:
    """Invents one case; whatever it leaves to chance comes from `chance`, in a fixed order."""

    def __init__(self, stock: Stock, chance: Random) -> None:
        self._stock = stock
        self._chance = chance
        self._regions = self._some(stock.regions, NO_REGION, SECOND_REGION)
        self._indicators = self._some(stock.indicators, NO_INDICATOR, SECOND_INDICATOR)
        of_its_kind = (stock.texts_by_indicator.get(indicator.slug) for indicator in self._indicators)
        self._own = next(filter(None, of_its_kind), stock.texts)
        self._place = self._regions[0] if self._regions else None
        self._room = LONGEST
        self._used: set[str] = set()

    def write(self) -> InventedCase:
        chance = self._chance
        title = self._title()
        self._room -= len(title)
        spare = LONGEST - chance.randint(SHORTEST, LONGEST)
        lead = Passage()
        self._fill(lead, chance.randint(20, 160))
        measures = []
        outline = list(self._outline())
        for written, (label, level) in enumerate(outline):
            measure = Passage(label, self._told(self._texts().headings.pick(chance)), level=level)
            self._room -= len(label) + len(measure.heading)
            self._fill(measure, (self._room - spare) // (len(outline) - written))
            measures.append(measure)
        year = None if chance.random() < NO_YEAR else chance.choices(YEARS, range(1, len(YEARS) + 1))[0]
        agencies = dict.fromkeys(self._stock.agencies.pick(chance) for _ in range(chance.randint(0, 3)))
        return InventedCase(title, year, self._regions, self._indicators, list(agencies), lead, measures)

    def _some(self, things: Skewed[T], none: float, second: float) -> list[T]:
        """Mostly one of these, at times none or two."""
        if self._chance.random() < none:
            return []
        picked = [things.pick(self._chance)]
        if self._chance.random() < second and (other := things.pick(self._chance)) not in picked:
            picked.append(other)
        return picked

    def _title(self) -> str:
        place = self._place.name if self._place else ""
        subject = self._indicators[0].name if self._indicators else ""
        heading = self._told(self._own.headings.pick(self._chance))
        forms = [f"{place}：{heading}" if place else heading, f"{place}{heading}"]
        if subject:
            forms += [f"{subject}指标——{place}{heading}", f"{place}{subject}改革：{heading}"]
        return self._chance.choice(forms)

    def _outline(self) -> Iterator[tuple[str, int]]:
        """Labels and levels: 一、 （一） （二） 二、 …"""
        top = below = 0
        for _ in range(self._chance.randint(2, MOST_MEASURES)):
            if top and self._chance.random() < NESTED:
                below += 1
                yield f"（{LABELS[below - 1]}）", 2
            else:
                top, below = top + 1, 0
                yield f"{LABELS[top - 1]}、", 1

    def _texts(self) -> Texts:
        return self._own if self._chance.random() < OWN_TEXT else self._stock.texts

    def _fill(self, passage: Passage, length: int) -> None:
        """Add sentences up to about this length; the case never grows beyond its longest."""
        while len(passage.text) < length:
            text, outcomes = self._sentence()
            if len(text) > self._room:
                return
            passage.text += text
            passage.outcomes += outcomes
            self._room -= len(text)

    def _sentence(self) -> tuple[str, list[Outcome]]:
        sentence = self._texts().sentences.pick(self._chance)
        while sentence.text in self._used and self._chance.random() < FRESH:
            sentence = self._texts().sentences.pick(self._chance)
        self._used.add(sentence.text)
        if sentence.outcomes:
            return self._with_figures(sentence)
        text = sentence.text
        if self._chance.random() < SPLICED:
            other = self._texts().sentences.pick(self._chance)
            if not other.outcomes:
                text = f"{text.rpartition('，')[0] or text.rstrip('。；！？')}，{other.text.rpartition('，')[2]}"
        if self._place and self._chance.random() < BRANDED:
            text = QUOTED.sub(f"“{self._place.short_name}{self._chance.choice(BRANDS)}”", text, count=1)
        return self._told(text), []

    def _told(self, text: str) -> str:
        """The text as told of this case's place."""
        return text.replace(PLACE, self._place.name if self._place else "当地")

    def _with_figures(self, sentence: Sentence) -> tuple[str, list[Outcome]]:
        """The sentence with its results; where one prints two plain figures, with others in the same proportion."""
        text, outcomes = sentence.text, []
        for told in sentence.outcomes:
            if told.text not in text:  # it overlaps one whose figures are others now
                continue
            outcome = copy(told)
            outcome.pk = None
            if figures := _plain_figures(told):
                before = self._chance.randint(2, 200)
                after = max(1, before * figures[1] // figures[0])
                outcome.before, outcome.after = Decimal(before), Decimal(after)
                outcome.text = _with_others(told.text, dict(zip(figures, (before, after), strict=True)))
                outcome.compute_change()
                text = text.replace(told.text, outcome.text)
            outcomes.append(outcome)
        return self._told(text), [outcome for outcome in outcomes if outcome.text in text]


def _plain_figures(outcome: Outcome) -> tuple[int, int] | None:
    """The whole numbers before and after, where each stands once in the clause and no change is printed with them."""
    low, high = outcome.before, outcome.after
    if low is None or high is None or low == high or outcome.before_unit or outcome.printed_change is not None:
        return None
    if outcome.before_max is not None or outcome.after_max is not None or low % 1 or high % 1 or low < 2 or high < 1:
        return None
    figures = int(low), int(high)
    printed = FIGURE.findall(outcome.text)
    return figures if all(printed.count(str(figure)) == 1 for figure in figures) else None


def _with_others(text: str, others: dict[int, int]) -> str:
    """The text with some of its figures replaced."""
    by_text = {str(figure): str(other) for figure, other in others.items()}
    return FIGURE.sub(lambda match: by_text.get(match[0], match[0]), text)
