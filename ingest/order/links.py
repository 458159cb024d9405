"""Which passage continues which, by the sentences and by the numbers that break off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.lexicon import WordModel
from ingest.order.assignment import assign
from ingest.order.mixed import REACH, Doubt, MixedPage, Reading, stretches
from ingest.order.resume import resumed_lists
from ingest.order.seams import LINE_LENGTH, Passage, Seams

LOST = -2.0
"""What it costs to call a sentence's end lost."""
EVIDENCE = 4.0
"""The least score of a link to a passage that is not the next one: a common word across the seam, or a bracket."""
IN_ORDER = 0.5
"""Weight of a term that is convex in the distance: of two pairings alike, the one without crossings wins."""
CLEAR = 4.0
"""What must be gained to part two passages that go well together, on a page that is mixed up elsewhere."""


@dataclass(frozen=True, slots=True)
class Links:
    moves: dict[int, int]
    """Passage → the passage, printed elsewhere, that is to follow it."""
    continuations: frozenset[int]
    """Passages that are the second half of the passage before them in reading order."""
    misplaced: tuple[int, ...]
    """Passages that seem to stand in a wrong place, where nothing says for sure in which they belong."""
    doubts: tuple[Doubt, ...]
    """Joins that could be others."""
    before: Mapping[int, int] = field(default_factory=dict)
    """Passage whose end is lost → the one printed further up that seems to be it."""


def find_links(passages: tuple[Passage, ...], words: WordModel) -> Links:
    """Everything that belongs together and, of that, what is not printed together.

    One number out of place is more often a misprint than a column: it takes two of them, or another sign that the
    page is mixed up, for any to be moved.
    """
    seams = Seams(words)
    reading = _sentences(passages, seams)
    sentences = reading.links
    before = _printed_before(passages, sentences, seams)
    moves = {tail: head for tail, head in sentences.items() if head != tail + 1}
    lists = resumed_lists(passages, sentences)
    broken = any(passages[head - 1].is_broken_off and head - 1 not in sentences for head in lists.values())
    continuations = frozenset(sentences.values())
    if len(lists) < 2 and not moves and not broken:
        return Links({}, continuations, tuple(sorted(lists.values())), reading.doubts, before)
    moves |= lists
    taken = set(moves.values())
    moves |= {end: head for end, head in reading.columns.items() if end not in moves and head not in taken}
    unplaced = set(reading.unplaced) - set(moves.values())
    return Links(moves, continuations, tuple(sorted(unplaced)), reading.doubts, before)


def _printed_before(passages: tuple[Passage, ...], sentences: Mapping[int, int], seams: Seams) -> dict[int, int]:
    """For each sentence without an end, the passage further up with which it makes a word or closes a bracket.

    It is named, not moved: what is printed first is seldom a continuation, and how much goes with it nothing tells.
    """
    heads = set(sentences.values())
    found: dict[int, int] = {}
    for tail in passages:
        if not tail.is_broken_off or tail.index in sentences:
            continue
        above = (
            p for p in passages[max(0, tail.index - REACH) : tail.index] if p.can_continue and p.index not in heads
        )
        scores = {head.index: seams.joined(tail, head) for head in above}
        best = max(scores, key=lambda index: scores[index], default=None)
        if best is not None and scores[best] >= EVIDENCE:
            found[tail.index] = best
    return found


def _sentences(passages: tuple[Passage, ...], seams: Seams) -> Reading:
    """Broken-off passage → its continuation: by what is proven and, where that shows a page mixed up, by all signs."""
    near = _near(passages, seams)
    far = _far(passages, seams)
    proven = {tail.index for tail in passages if tail.is_broken_off and near.get(tail.index, LOST) < 0}
    proven |= {tail for tail, _ in far if passages[tail].is_heading}
    if not proven:
        return Reading({tail: tail + 1 for tail in near}, {}, (), ())
    links = _proven_links(near, far, proven)
    columns: dict[int, int] = {}
    unplaced: list[int] = []
    doubts: list[Doubt] = []
    places = {tail: links.get(tail, tail) for tail in proven} | {t: h for t, h in links.items() if h != t + 1}
    for stretch in stretches(places, len(passages)):
        reading = MixedPage(passages, stretch, seams, links).read()
        if reading.is_mixed:
            links = {tail: head for tail, head in links.items() if tail not in stretch} | reading.links
            columns |= reading.columns
            unplaced += reading.unplaced
            doubts += reading.doubts
        else:
            doubts += _unproven(reading.links, links)
    return Reading(links, columns, tuple(unplaced), tuple(doubts))


def _unproven(best: dict[int, int], links: dict[int, int]) -> Iterator[Doubt]:
    """Where the best reading of a page differs from the one kept, nothing proving that the page is mixed up."""
    return (Doubt(tail, links.get(tail), head) for tail, head in best.items() if links.get(tail) != head)


def _proven_links(near: dict[int, float], far: dict[tuple[int, int], float], proven: set[int]) -> dict[int, int]:
    """The links for which a word or a bracket speaks."""
    scores = {pair: score - LOST for pair, score in far.items()}
    scores |= {(tail, tail + 1): score - LOST for tail, score in near.items()}
    return _credible(assign(scores), near, scores, proven)


def _near(passages: tuple[Passage, ...], seams: Seams) -> dict[int, float]:
    """The score of each broken-off passage with the one printed next, where that may continue it."""
    scores = {}
    for tail, head in pairwise(passages):
        if head.can_continue and (tail.is_broken_off or seams.breaks_heading(tail, head)):
            score = seams.score(tail, head, tail)
            if score > LOST:
                scores[tail.index] = score
    return scores


def _far(passages: tuple[Passage, ...], seams: Seams) -> dict[tuple[int, int], float]:
    """The scores of passages with those that are printed further down, where there is evidence.

    What looks like a heading may be the first line of a paragraph. Headings end in whole words: of 3 339 pairs of a
    heading and a paragraph elsewhere in well-ordered documents not one makes a word across the seam.
    """
    scores = {}
    for tail in passages:
        if not tail.is_broken_off and not (tail.is_unmarked and tail.is_heading and len(tail.text) >= LINE_LENGTH):
            continue
        for head in passages[tail.index + 2 : tail.index + REACH]:
            if head.can_continue:
                score = seams.score(tail, head, passages[head.index - 1])
                if score >= EVIDENCE:
                    scores[tail.index, head.index] = score - IN_ORDER * ((head.index - tail.index) / len(passages)) ** 2
    return scores


def _credible(
    links: dict[int, int], near: dict[int, float], scores: dict[tuple[int, int], float], proven: set[int]
) -> dict[int, int]:
    """The links, but for those that tear passages apart where nothing proves a break and little is gained.

    A link to a passage elsewhere sets free the one printed next, and takes its head from the one printed before that:
    such a chain stands or falls as a whole.
    """
    kept = dict(links)
    for chain in _chains(links, near):
        gained = sum(scores[t, links[t]] for t in chain if t in links) - sum(near[t] - LOST for t in chain if t in near)
        if not chain & proven and gained < CLEAR:
            for tail in chain:
                kept.pop(tail, None)
                if tail in near:
                    kept[tail] = tail + 1
    return kept


def _chains(links: dict[int, int], near: dict[int, float]) -> list[set[int]]:
    """Sets of tails whose links hang together, of those that differ from the print order."""
    changed = {t for t in links.keys() | near.keys() if links.get(t) != (t + 1 if t in near else None)}
    owner: dict[int, set[int]] = {}
    for tail in sorted(changed):
        chain = {tail}
        for head in (links.get(tail), tail + 1 if tail in near else None):
            if head is not None:
                chain |= owner.get(head, set())
                owner[head] = chain
        for head, other in owner.items():
            if other & chain:
                owner[head] = chain
    chains: list[set[int]] = []
    for chain in owner.values():
        if chain not in chains:
            chains.append(chain)
    return chains
