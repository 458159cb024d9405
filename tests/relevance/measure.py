"""How well search ranks, against judged queries: nDCG@10 by kind of query.

A query's gain is 2^grade - 1 at each of its first ten hits, discounted by the logarithm of the place, as a share of
what the best order of all judged cases would give. A query of kind `none` counts 1 where nothing is found, else 0. For
`phrase` the share of queries is told, too, that find exactly the judged cases and no other.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from math import log2
from pathlib import Path
from statistics import fmean
from typing import Any

QUERIES = Path(__file__).with_name("queries.toml")
EVERYDAY = Path(__file__).with_name("everyday.toml")
"""A set of its own: what is asked without the words that documents print."""
PLACES = 10
"""Hits that count."""
FOLDS = 5


@dataclass(frozen=True)
class JudgedQuery:
    """A query as typed, and the grade of each case that answers it, by source file and a text only that case prints."""

    q: str
    kind: str
    grades: Mapping[tuple[str, str], int]
    filters: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Score:
    """What a query reached; `exact` says whether it found all judged cases and no other."""

    query: JudgedQuery
    ndcg: float
    exact: bool


@cache
def judged_queries(file: Path = QUERIES) -> tuple[JudgedQuery, ...]:
    """All queries of a file."""
    tables = tomllib.loads(file.read_text("utf-8"))["query"]
    return tuple(
        JudgedQuery(
            table["q"],
            table["kind"],
            {(judged["file"], judged["probe"]): judged["grade"] for judged in table["judged"]},
            table.get("filters", {}),
        )
        for table in tables
    )


def scores(queries: Iterable[JudgedQuery]) -> Iterator[Score]:
    """Ask every query and compare.

    Raises:
        LookupError: a judged case is not in the catalogue, or its probe stands in several.
    """
    from catalogue.filters import CaseFilter  # here, since the caller sets Django up
    from catalogue.search import find_all

    keys = _Cases()
    for query in queries:
        found = find_all(CaseFilter({"q": query.q, **query.filters}).query())
        grades = {keys.key(*named): grade for named, grade in query.grades.items()}
        yield Score(query, _ndcg(found, grades), set(found) == set(grades))


def _ndcg(found: list[int], grades: Mapping[int, int]) -> float:
    if not grades:
        return float(not found)
    best = _gain(sorted(grades.values(), reverse=True))
    return _gain([grades.get(key, 0) for key in found]) / best


def _gain(grades: list[int]) -> float:
    return sum((2**grade - 1) / log2(place + 2) for place, grade in enumerate(grades[:PLACES]))


class _Cases:
    """Published cases by source file, with all they print, blanks left out."""

    def __init__(self) -> None:
        from catalogue.models import CaseStudy

        self._texts: defaultdict[str, dict[int, str]] = defaultdict(dict)
        cases = CaseStudy.objects.published().select_related("source").prefetch_related("measures")
        for case in cases:
            self._texts[Path(case.source.file).name][case.pk] = "".join(f"{case.title}{case.body}".split())

    def key(self, file: str, probe: str) -> int:
        """The primary key of the case of a file that prints the probe."""
        wanted = "".join(probe.split())
        keys = [key for key, text in self._texts[file].items() if wanted in text]
        if len(keys) != 1:
            raise LookupError(f"{file}: {probe!r} stands in {len(keys)} cases")
        return keys[0]


def table(reached: Iterable[Score]) -> str:
    """nDCG@10 by kind, as lines of text."""
    by_kind: defaultdict[str, list[Score]] = defaultdict(list)
    for score in reached:
        by_kind[score.query.kind].append(score)
    lines = [f"{'kind':<14}{'queries':>8}{'nDCG@10':>9}"]
    for kind, of_kind in by_kind.items():
        exact = f"   exact set {fmean(score.exact for score in of_kind):.2f}" if kind == "phrase" else ""
        lines.append(f"{kind:<14}{len(of_kind):>8}{overall(of_kind):>9.3f}{exact}")
    everything = [score for of_kind in by_kind.values() for score in of_kind]
    lines.append(f"{'all':<14}{len(everything):>8}{overall(everything):>9.3f}")
    return "\n".join(lines)


def overall(reached: Iterable[Score]) -> float:
    """The mean over queries."""
    return fmean(score.ndcg for score in reached)
