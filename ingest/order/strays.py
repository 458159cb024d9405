"""Whole paragraphs that a mixed-up page leaves behind another column's end, put back by what they talk about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from ingest.order.seams import Passage
from ingest.order.surroundings import character_pairs

SHARED = 2
"""Least number of telling character pairs that a paragraph shares with the heading it is put under."""
CLEARLY = 2
"""How many times more than with any other heading."""


def placed_strays(passages: Sequence[Passage], moves: Mapping[int, int]) -> tuple[dict[int, int], tuple[int, ...]]:
    """End of a section → the paragraph that belongs there; and the strays of which nobody can say where they belong.

    A stray stands right behind passages that were moved away, and begins no section. Columns keep their order: it
    belongs to a section between those that the moved passages before and after it continue; the words of the
    headings there decide which.
    """
    found: dict[int, int] = {}
    doubts = []
    targets = sorted((head, tail) for tail, head in moves.items())
    ends = {tail + 1 for tail in moves}
    for (head, tail), (next_head, next_tail) in pairwise(targets):
        stray = next((i for i in range(head + 1, next_head) if i in ends), None)
        if stray is None or not tail < next_tail or not passages[stray].can_continue:
            continue
        sections = [s for s in _sections(passages, tail, next_tail) if s[1] not in moves and s[1] not in found]
        end = _most_alike(passages, "".join(p.text for p in passages[stray:next_head]), sections)
        if end is None:
            doubts.append(stray)
        else:
            found[end] = stray
    return found, tuple(doubts)


def _sections(passages: Sequence[Passage], after: int, before: int) -> list[tuple[int, int]]:
    """(heading, last passage) of the sections that end between two places."""
    headings = [i for i in range(after + 1, before + 1) if passages[i].is_heading and passages[i].label is None]
    return [(start, following - 1) for start, following in pairwise(headings) if following - start > 1]


def _most_alike(passages: Sequence[Passage], text: str, sections: Sequence[tuple[int, int]]) -> int | None:
    """The end of the section whose heading clearly shares most with the text; pairs in all headings tell nothing."""
    pairs = [character_pairs(passages[heading].text) for heading, _ in sections]
    scores = []
    for i, own in enumerate(pairs):
        others = set().union(*pairs[:i], *pairs[i + 1 :])
        scores.append(sum(pair in text for pair in own - others))
    ranked = sorted(scores, reverse=True)
    if not ranked or ranked[0] < SHARED or (len(ranked) > 1 and ranked[0] < CLEARLY * ranked[1]):
        return None
    return sections[scores.index(ranked[0])][1]
