"""The engines beside ours: the same cases, the same question; a page of twenty keys in order, total, four facets."""

from __future__ import annotations

from typing import NamedTuple

PAGE = 20


class Answer(NamedTuple):
    """What a peer answers; `facets` by name, each with the number of cases by value."""

    ids: list[int]
    total: int
    facets: dict[str, dict[str, int]]
