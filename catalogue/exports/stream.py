"""Many cases without holding them all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from catalogue.models import CaseStudy

BATCH = 200
"""Cases read at a time, each batch in a fixed number of queries."""


def batches(ids: Iterable[int]) -> Iterator[list[int]]:
    """The keys, so many at a time."""
    keys = iter(ids)
    while batch := list(islice(keys, BATCH)):
        yield batch


def in_order(ids: Iterable[int]) -> Iterator[CaseStudy]:
    """The cases with these keys, in their order, with everything an export needs; keys that are gone are left out."""
    for batch in batches(ids):
        found = CaseStudy.objects.for_detail().in_bulk(batch)
        yield from (found[key] for key in batch if key in found)
