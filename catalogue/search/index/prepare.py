"""Documents prepared on all cores: cutting texts into words is what building an index spends its time on."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from pathlib import Path

import django

from catalogue.search.text.analyser import CAN_BE_FAST, Analyser
from catalogue.search.text.lexicon import lexicon

from .documents import CASES_AT_ONCE, CaseDocuments, documents

SPAWN = get_context("spawn")
"""A fresh interpreter, which inherits no database connection."""
WORTH_PROCESSES = 2_000
"""Fewer cases are prepared before other processes have started."""
AHEAD = 2
"""Batches prepared for each process before the first of them is taken: bounds the memory."""


@cache
def analyser_in(dictionary_folder: Path, *, fast: bool = False) -> Analyser:
    """One analyser a process and folder: its dictionary takes a second and 100 MB."""
    return Analyser(lexicon(), dictionary_folder, fast=fast)


def prepared(case_ids: Iterable[int], dictionary_folder: Path, jobs: int) -> Iterator[CaseDocuments]:
    """The documents of these cases, in their order, prepared in so many processes (1: in this one).

    Other processes read the database that the settings name; what an open transaction has written they do not see.
    """
    ids = iter(case_ids)
    first = list(islice(ids, WORTH_PROCESSES))
    many = len(first) == WORTH_PROCESSES
    if jobs == 1 or not many:
        yield from documents(chain(first, ids), _analyser(dictionary_folder, many=many))
        return
    ids = chain(first, ids)
    waiting: deque[Future[list[CaseDocuments]]] = deque()
    with ProcessPoolExecutor(jobs, SPAWN, initializer=django.setup) as pool:  # models are there only after it
        try:
            while batch := list(islice(ids, CASES_AT_ONCE)):
                waiting.append(pool.submit(_prepare, batch, dictionary_folder))
                if len(waiting) > AHEAD * jobs:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        finally:
            pool.shutdown(cancel_futures=True)


def _prepare(case_ids: list[int], dictionary_folder: Path) -> list[CaseDocuments]:
    _begin()
    return list(documents(case_ids, _analyser(dictionary_folder, many=True)))


def _analyser(dictionary_folder: Path, *, many: bool) -> Analyser:
    """For many texts the fast one, where there is one: a few are cut before it has loaded its dictionary."""
    return analyser_in(dictionary_folder, fast=many and CAN_BE_FAST)


@cache
def _begin() -> None:
    """Once a worker: Ctrl-C is told to all, but the parent ends the workers, and they end when it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)
