"""Whether the index holds what the database has: every case and every measure, some hundred at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from tantivy import FieldType, Query, Schema, Searcher

from catalogue.models import CaseStudy

from .documents import CASES_AT_ONCE, CaseDocuments
from .folder import Generation
from .follower import Follower
from .prepare import prepared
from .schema import measure_schema, schema

FURTHEST = (1 << 63) - 1
"""Beyond every key."""


@dataclass(slots=True)
class Differences:
    """Keys of cases that differ; a case differs where one of its measures does."""

    cases: int = 0
    measures: int = 0
    """How many were compared."""
    missing: set[int] = field(default_factory=set)
    extra: set[int] = field(default_factory=set)
    differing: set[int] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.missing or self.extra or self.differing)


Digests = dict[int, dict[int, int]]
"""By case, the digests of its documents by their keys; the case's own under 0."""


def differences(follower: Follower, jobs: int) -> Differences:
    """Compare all published cases, and their measures, with the index, brought up to date first.

    What differs is compared again, since it may have been edited meanwhile.

    Raises:
        DamagedIndexError: one of the engine's files is damaged.
    """
    generation = follower.generation(look_now=True, jobs=jobs)
    generation.check_files()
    found = Differences()
    published = CaseStudy.objects.published().order_by("pk").values_list("pk", flat=True)
    _compare(prepared(published.iterator(), follower.dictionary_folder, jobs), generation, found)
    if found:
        doubtful = sorted(found.missing | found.extra | found.differing)
        found.missing, found.extra, found.differing = set(), set(), set()
        generation = follower.generation(look_now=True)
        for pk in doubtful:
            _compare_range(list(prepared([pk], follower.dictionary_folder, 1)), generation, pk, pk, found)
    return found


def _compare(documents: Iterable[CaseDocuments], generation: Generation, found: Differences) -> None:
    first = 0
    for batch in _batches(documents):
        last = batch[-1].case.key if batch else FURTHEST
        found.cases += len(batch)
        found.measures += sum(len(case.measures) for case in batch)
        _compare_range(batch, generation, first, last, found)
        first = last + 1


def _batches(documents: Iterable[CaseDocuments]) -> Iterator[list[CaseDocuments]]:
    """The documents some hundred at a time, and at the end none: so what the index has beyond them is seen too."""
    rest = iter(documents)
    while batch := list(islice(rest, CASES_AT_ONCE)):
        yield batch
    yield []


def _compare_range(
    documents: Iterable[CaseDocuments], generation: Generation, first: int, last: int, found: Differences
) -> None:
    """Compare the cases with keys in this range, both ends included."""
    wanted: Digests = {
        case.key: {0: case.digest} | {measure.key: measure.digest for measure in measures}
        for case, measures in documents
    }
    held: Digests = {pk: {0: digest} for pk, _, digest in _held(generation.cases, schema(), "id", first, last)}
    for case, pk, digest in _held(generation.measures, measure_schema(), "case", first, last):
        held.setdefault(case, {})[pk] = digest
    found.missing |= wanted.keys() - held.keys()
    found.extra |= held.keys() - wanted.keys()
    found.differing |= {pk for pk in wanted.keys() & held.keys() if wanted[pk] != held[pk]}


def _held(searcher: Searcher, fields: Schema, key: str, first: int, last: int) -> Iterator[tuple[int, int, int]]:
    """Of the documents whose `key` lies in this range: the key, their own and their digest."""
    within = Query.range_query(fields, key, FieldType.Integer, first, last)
    one: Any = searcher.search(within, 1)
    hits = searcher.search(within, max(1, one.count), count=False).hits
    addresses = [address for _, address in hits]
    values = [searcher.fast_field_values(name, addresses) for name in (key, "id", "digest")]
    return ((int(a or 0), int(b or 0), int(c or 0)) for a, b, c in zip(*values, strict=True))
