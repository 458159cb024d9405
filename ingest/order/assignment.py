"""The best one-to-one assignment of rows to columns where most pairs are impossible."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import inf

LARGEST = 100
"""Rows that compete for the same columns: up to here the best assignment (about a second), beyond a greedy one."""


def assign(scores: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """Pairs (row, column), each used once, with the highest total of `scores`; a pair that is not given never occurs.

    A row stays alone where that is better: every score must be worth having, that is above 0.
    """
    links: dict[int, int] = {}
    for rows in _components(scores):
        if len(rows) > LARGEST:
            links |= _greedy({pair: score for pair, score in scores.items() if pair[0] in rows})
            continue
        columns = sorted({column for row, column in scores if row in rows})
        ordered = sorted(rows)
        cost = [[-scores.get((row, column), 0.0) for column in columns] + [0.0] * len(ordered) for row in ordered]
        for row, at in zip(ordered, _cheapest(cost), strict=True):
            if at < len(columns) and (row, columns[at]) in scores:
                links[row] = columns[at]
    return links


def _greedy(scores: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """The best pair first, then the best of those left."""
    links: dict[int, int] = {}
    for row, column in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        if row not in links and column not in links.values():
            links[row] = column
    return links


def _components(scores: Mapping[tuple[int, int], float]) -> Iterator[set[int]]:
    """Sets of rows that compete with one another for columns."""
    columns_of: dict[int, set[int]] = {}
    rows_of: dict[int, set[int]] = {}
    for row, column in scores:
        columns_of.setdefault(row, set()).add(column)
        rows_of.setdefault(column, set()).add(row)
    left = set(columns_of)
    while left:
        component, waiting = set(), [min(left)]
        while waiting:
            row = waiting.pop()
            if row not in component:
                component.add(row)
                waiting += {other for column in columns_of[row] for other in rows_of[column]} - component
        left -= component
        yield component


def _cheapest(cost: list[list[float]]) -> list[int]:
    """The Hungarian method with potentials, O(rows² · columns): the column of each row; columns are no fewer than rows.

    After Kuhn (1955) in the form of Jonker and Volgenant (1987): one shortest augmenting path a row.
    """
    width = len(cost[0])
    row_price, column_price = [0.0] * (len(cost) + 1), [0.0] * (width + 1)
    row_at, came_from = [0] * (width + 1), [0] * (width + 1)  # column 0 is where the new row starts
    for row in range(1, len(cost) + 1):
        row_at[0], column = row, 0
        nearest, done = [inf] * (width + 1), [False] * (width + 1)
        while row_at[column]:
            done[column], current = True, row_at[column]
            step, following = inf, 0
            for j in range(1, width + 1):
                if done[j]:
                    continue
                reduced = cost[current - 1][j - 1] - row_price[current] - column_price[j]
                if reduced < nearest[j]:
                    nearest[j], came_from[j] = reduced, column
                if nearest[j] < step:
                    step, following = nearest[j], j
            for j in range(width + 1):
                if done[j]:
                    row_price[row_at[j]] += step
                    column_price[j] -= step
                else:
                    nearest[j] -= step
            column = following
        while column:
            row_at[column] = row_at[came_from[column]]
            column = came_from[column]
    columns = [0] * len(cost)
    for j in range(1, width + 1):
        if row_at[j]:
            columns[row_at[j] - 1] = j - 1
    return columns
