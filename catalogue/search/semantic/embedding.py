"""Vectors of all published cases, some at a time: killed at any moment, it goes on where it was."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import islice
from typing import NamedTuple

from catalogue.models import CaseStudy
from catalogue.search.index.folder import IndexFolder

from . import model
from .pieces import CasePieces, pieces_of
from .vectors import Vectors, folder, rows_of, vectors

CASES_AT_ONCE = 50
"""Cases between two writes: half a minute's work of one core, which is what being killed may cost."""


class BusyError(Exception):
    """Another process is embedding."""


class Coverage(NamedTuple):
    """How many published cases there are, have vectors, and have vectors of another text than they now have."""

    cases: int
    embedded: int
    stale: int


def embed(jobs: int) -> Iterator[int]:
    """Embed what is published and has no vectors of its text; yields how many cases are done, some at a time.

    `jobs` is how many texts are read at the same time.

    Raises:
        NoModelError: the extra is not installed, or does not run here.
        BusyError: another process is at it.
    """
    model.load()
    with _lock():
        kept, current = vectors(), set()
        held = kept.embedded()
        with ThreadPoolExecutor(jobs) as readers:
            for cases in _published():
                current |= {(case.pk, case.digest) for case in cases}
                _embed([case for case in cases if (case.pk, case.digest) not in held], kept, readers)
                yield len(cases)
        kept.merge(current)
        for other in folder().iterdir():
            if other.is_dir() and other != kept.folder:
                shutil.rmtree(other)


def coverage() -> Coverage:
    """What `embed` would find."""
    held = vectors().embedded()
    known = {case for case, _ in held}
    published = embedded = stale = 0
    for cases in _published():
        current = sum((case.pk, case.digest) in held for case in cases)
        published += len(cases)
        embedded += current
        stale += sum(case.pk in known for case in cases) - current
    return Coverage(published, embedded, stale)


@contextmanager
def _lock() -> Iterator[None]:
    with IndexFolder(folder()).lock(wait=False) as ours:
        if not ours:
            raise BusyError
        yield


def _published() -> Iterator[list[CasePieces]]:
    ids = CaseStudy.objects.published().order_by("pk").values_list("pk", flat=True).iterator()
    while batch := list(islice(ids, CASES_AT_ONCE)):
        yield list(pieces_of(batch))


def _embed(cases: list[CasePieces], kept: Vectors, readers: ThreadPoolExecutor) -> None:
    if cases:
        found = readers.map(model.of_piece, [text for case in cases for text in case.spoken])
        kept.add(rows_of(cases, found))
