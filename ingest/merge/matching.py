"""Which item of one reading is which of another: by wording, then by name; place decides between equals."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Protocol

ALIKE = 0.6
"""Likeness (0-1) from which two wordings count as the same item, edited."""

NAMED_ALIKE = 0.85
"""Likeness from which two headings do: stricter, since headings of different items are often made alike."""

RELATED = 0.3
"""Likeness from which two wordings have at least something to do with each other; unrelated ones stay below 0.15."""

TELLING, SHARED = 30, 0.25
"""Pairs of characters from which their overlap tells, and the least of it in like wordings; strangers share 0.1."""

COMPARED = 400
"""Characters of a wording that are compared: enough to tell items apart, and the cost grows with their square."""


class Worded(Protocol):
    """What can be matched: `name` is its heading or title, “” where it has none; `wording` is all of it."""

    @property
    def name(self) -> str: ...

    @property
    def wording(self) -> str: ...


def match(old: Sequence[Worded], new: Sequence[Worded]) -> dict[int, int]:
    """For each index in `new` that is an item of `old`, its index there; one to one.

    The same wording matches first (in order, where it is printed twice), then like ones, the likest first and then the
    nearest. Moved items match, and an inserted one shifts none.
    """
    pairs = _same_wording(old, new)
    taken = set(pairs.values())
    left = [i for i in range(len(new)) if i not in pairs]
    free = [j for j in range(len(old)) if j not in taken]
    before, now = {j: _pairs_of(old[j]) for j in free}, {i: _pairs_of(new[i]) for i in left}
    likely = ((i, j) for i in left for j in free if _share_enough(before[j], now[i]))
    candidates = [(_score(old[j], new[i]), -abs(i - j), i, j) for i, j in likely]
    for score, _, i, j in sorted(candidates, reverse=True):
        if score > 0 and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def likeness(a: str, b: str, least: float = ALIKE) -> float:
    """How much of two texts is the same, from 0 to 1; 0 where it is less than `least`."""
    matcher = SequenceMatcher(None, a[:COMPARED], b[:COMPARED], autojunk=False)
    if min(matcher.real_quick_ratio(), matcher.quick_ratio()) < least:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= least else 0.0


def _score(old: Worded, new: Worded) -> float:
    by_name = likeness(old.name, new.name, NAMED_ALIKE) if old.name and new.name else 0.0
    return max(by_name, likeness(old.wording, new.wording))


def _pairs_of(item: Worded) -> frozenset[str]:
    """The pairs of neighbouring characters in a wording: quick to compare, before it is compared in earnest."""
    text = item.wording[:COMPARED]
    return frozenset(text[i : i + 2] for i in range(len(text) - 1))


def _share_enough(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two wordings may be alike; of short ones that can't be told so."""
    fewer = min(len(a), len(b))
    return fewer < TELLING or len(a & b) >= SHARED * fewer


def _same_wording(old: Sequence[Worded], new: Sequence[Worded]) -> dict[int, int]:
    places: dict[str, deque[int]] = defaultdict(deque)
    for j, item in enumerate(old):
        places[item.wording].append(j)
    return {i: places[item.wording].popleft() for i, item in enumerate(new) if places[item.wording]}
