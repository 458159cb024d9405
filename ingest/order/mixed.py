"""A page that is mixed up beyond doubt: every break and every continuation on it weighed together.

Where nothing is mixed up, only a word or a bracket across the seam proves that two passages far apart belong together.
Where that is proven once, the columns beside it were torn as well, and lesser signs count: what both halves talk about,
words that stand together elsewhere, the numbering, the order of the columns. Weights were fitted on torn pages of
well-ordered texts, one document left out at a time, and rounded.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.order.assignment import assign
from ingest.order.seams import Passage, Seams, is_first_line
from ingest.order.surroundings import Surroundings

REACH = 150
"""A continuation is sought among this many passages after the break: more than a newspaper page holds."""
AROUND = 40
"""Passages before and behind a break that may stand on the same page."""
LONGEST = 400
"""Passages weighed together at most; a longer stretch is more than one page, and is cut."""
LOST = -2.0
"""What it costs to leave a break without continuation."""
CROSSING, MOST_CROSSINGS = -1.5, 2
"""For each certain join whose halves stand in the other order: columns break off and go on in the same order."""
CONVINCING, ENOUGH = 5.0, 0.25
"""A page is mixed up if so large a share of its moves, one at least, score so well: of well-ordered texts none seems
so, of those in which every fifth full stop is missing 2 in 100, of torn pages 3 in 4."""
SURE = 1.5
"""What any other reading must lose for a join to need no second look."""
OF_ONE_TEXT = 2.0
"""The least score of two whole paragraphs that one column ends and another begins with."""
MOST_DOUBTS = 40
"""So many breaks are weighed against the next best reading; a page has no more."""

Scores = dict[tuple[int, int], float]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A break whose continuation is uncertain: `head` is taken for it, `other` is nearly as good; None is none."""

    tail: int
    head: int | None
    other: int | None


@dataclass(frozen=True, slots=True)
class Reading:
    """Which passage continues which on a stretch of the document."""

    links: dict[int, int]
    columns: dict[int, int]
    """Last whole paragraph of a column → the whole paragraph with which its text goes on in another."""
    unplaced: tuple[int, ...]
    """Whole paragraphs with which a column begins that may continue any or none."""
    doubts: tuple[Doubt, ...]
    is_mixed: bool = True
    """Its moves convince."""


def stretches(places: Mapping[int, int], count: int) -> list[range]:
    """The parts of a document of `count` passages that may be mixed up, around breaks and their continuations."""
    found: list[range] = []
    for tail, head in sorted(places.items()):
        start, stop = max(0, tail - AROUND), min(count, head + AROUND)
        if found and start < found[-1].stop and stop - found[-1].start <= LONGEST:
            found[-1] = range(found[-1].start, max(stop, found[-1].stop))
        elif not found or stop > found[-1].stop:
            found.append(range(max(start, found[-1].stop) if found else start, stop))
    return found


class MixedPage:
    """One stretch of passages."""

    def __init__(self, passages: Sequence[Passage], stretch: range, seams: Seams, proven: Mapping[int, int]) -> None:
        """`proven`: continuations, by a word or a bracket, of lines that look like headings."""
        self._passages, self._stretch, self._seams, self._proven = passages, stretch, seams, proven
        self._around = Surroundings(passages, stretch)

    def read(self) -> Reading:
        """The best reading there is; those of its joins that another one could replace are doubted."""
        scores = self._scores()
        certain = {t: h for t, h in assign(scores).items() if h != t + 1 and self.is_certain(t, h)}
        scores = self._in_order(scores, certain)
        links = assign(scores)
        columns, unplaced = self._columns(links, certain)
        moves = [score + LOST for (tail, head), score in scores.items() if links.get(tail) == head != tail + 1]
        convincing = sum(score >= CONVINCING for score in moves)
        is_mixed = convincing >= max(1, ENOUGH * len(moves))
        return Reading(links, columns, unplaced, tuple(self._doubts(links, scores)), is_mixed)

    def is_certain(self, tail: int, head: int) -> bool:
        """Whether a word across the seam proves the join."""
        return self._seams.word_gain(self._passages[tail].text, self._passages[head].text) >= Seams.NEXT

    def _scores(self) -> Scores:
        scores: Scores = {}
        heads = [i for i in self._stretch if self._passages[i].can_continue]
        for tail in self._stretch:
            if self._passages[tail].is_broken_off or is_first_line(self._passages, tail):
                pairs = {(tail, head): self._score(tail, head) - LOST for head in heads if tail < head <= tail + REACH}
                scores |= {pair: score for pair, score in pairs.items() if score > 0}
            elif (proven := self._proven.get(tail)) is not None and proven in self._stretch:
                scores[tail, proven] = max(self._score(tail, proven), 0.0) - LOST
        return scores

    def _score(self, tail: int, head: int) -> float:
        score = self._seams.score(self._passages[tail], self._passages[head], self._passages[head - 1])
        if head == tail + 1:
            score -= Seams.NEXT  # on such a page it is no likelier than another
        return score + self._around.score(tail, head)

    def _in_order(self, scores: Scores, certain: Mapping[int, int]) -> Scores:
        """The scores less what it costs to stand across the certain joins."""
        weak = {(tail, head) for tail, head in scores if head != tail + 1 and tail not in certain}
        costs = {(tail, head): _cost_of_crossing(tail, head, certain) for tail, head in weak}
        ordered = {pair: score + costs.get(pair, 0.0) for pair, score in scores.items()}
        return {pair: score for pair, score in ordered.items() if score > 0}

    def _columns(self, links: Mapping[int, int], certain: Mapping[int, int]) -> tuple[dict[int, int], tuple[int, ...]]:
        """Where a column that begins with a whole paragraph continues one that ends with one."""
        heads = set(links.values())
        loose = [t + 1 for t, h in links.items() if h != t + 1 and t + 1 not in heads and t + 1 in self._stretch]
        loose = [head for head in loose if self._passages[head].can_continue or self._goes_on_counting(head)]
        ends = [i for i in self._stretch[:-1] if i not in links and self._ends_column(i, heads)]
        scores: Scores = {}
        for head in loose:
            for end in ends:
                score = self._around.score(end, head) + _cost_of_crossing(end, head, certain)
                if end < head - 1 and score > OF_ONE_TEXT:
                    scores[end, head] = score
        columns = assign(scores)
        placed = set(columns.values())
        return columns, tuple(head for head in loose if head not in placed)

    def _goes_on_counting(self, index: int) -> bool:
        label = self._passages[index].label
        return label is not None and label.number > 1

    def _ends_column(self, index: int, heads: set[int]) -> bool:
        """Whether what is printed next begins another text, or goes on from elsewhere."""
        passage, following = self._passages[index], self._passages[index + 1]
        title = following.is_heading and (following.label is None or following.label.number == 1)
        return not passage.is_heading and not passage.is_broken_off and (title or following.index in heads)

    def _doubts(self, links: dict[int, int], scores: Scores) -> Iterator[Doubt]:
        """The joins that could as well be others: the next best reading without them costs little."""
        uncertain = [(tail, head) for tail, head in sorted(links.items()) if not self.is_certain(tail, head)]
        for tail, head in uncertain[:MOST_DOUBTS]:
            beside = {pair: score for pair, score in scores.items() if abs(pair[0] - tail) <= AROUND}
            total = sum(beside.get(pair, 0.0) for pair in links.items())
            del beside[tail, head]
            otherwise = assign(beside)
            if total - sum(beside[pair] for pair in otherwise.items()) < SURE:
                yield Doubt(tail, head, otherwise.get(tail))


def _cost_of_crossing(tail: int, head: int, certain: Mapping[int, int]) -> float:
    crossings = sum((tail < other_tail) != (head < other_head) for other_tail, other_head in certain.items())
    return CROSSING * min(MOST_CROSSINGS, crossings)
