"""Keeps the index in step with the database: whoever holds an index follows the change log."""

from __future__ import annotations

import logging
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.models import Count, Max, Q, Sum
from django.utils import timezone
from tantivy import Query, Searcher

from catalogue.models import CaseChange, CaseStudy
from catalogue.search import vocabulary
from catalogue.search.text.analyser import Analyser
from catalogue.search.text.lexicon import lexicon

from . import changelog, schema
from .documents import documents
from .folder import DamagedIndexError, Followed, Generation, IndexFolder, LogRow

logger = logging.getLogger(__name__)

LOOK_EVERY = 0.5
"""Seconds between looks at the change log; half of the second within which an edit must be found everywhere."""
LOOK_AGAIN = 0.05
"""Seconds until the next look where another process is just writing."""
SETTLED_AFTER = timedelta(hours=1)
"""Age at which a row of the log is taken to be visible to all: no transaction that writes cases runs that long."""


@dataclass(frozen=True, slots=True)
class Glance:
    """The change log at one look; equal as long as no row has come or gone."""

    rows: int
    newest: int
    at: str
    cases: int

    @classmethod
    def at_rows(cls, rows: frozenset[LogRow]) -> Glance:
        """What a look would give if these rows were all."""
        return cls(
            len(rows),
            max((key for key, _, _ in rows), default=0),
            max((at for _, _, at in rows), default=""),
            sum(case for _, case, _ in rows),
        )


@dataclass(frozen=True, slots=True)
class Status:
    """The state of an index: its folder, why it cannot be used (if so), its cases, and log rows not applied yet."""

    folder: Path | None
    fault: str
    cases: int
    behind: int


class Follower:
    """One process's view of the index, kept in step by `searcher`."""

    def __init__(self, folder: Path) -> None:
        self._folder = IndexFolder(folder)
        self.analyser = _analyser_in(self._folder.dictionary_folder)
        self._version = f"{schema.VERSION}/{self.analyser.version}"
        self._generation: Generation | None = None
        self._next_look = 0.0
        self._seen_writes = -1
        self._seen_names = -1
        self._lock = threading.Lock()

    def searcher(self, *, look_now: bool = False) -> Searcher:
        """What to search, in step with the change log as of the last look, at most half a second ago.

        Builds the index where there is none, or none that can be used. Inside a transaction of the caller's the log
        is left alone: what it has written is nobody's yet, and a rollback must leave nothing in the index.
        """
        with self._lock:
            generation = self._opened()
            if look_now or self._is_due():
                generation = self._in_step(generation)
            return generation.searcher

    def rebuild(self) -> None:
        """Build the index anew from the database and swap it in."""
        with self._lock, self._folder.lock(wait=True):
            self._build()
            self._opened()

    def status(self) -> Status:
        """Where the index is and how far it has come, without bringing it up to date."""
        current = self._folder.current()
        try:
            generation = self._open()
        except DamagedIndexError as error:
            return Status(current, str(error), 0, 0)
        rows = _rows_from(generation.followed.settled)
        return Status(current, "", generation.searcher.num_docs, len(rows ^ generation.followed.rows))

    def digests(self) -> dict[int, int]:
        """The digest of every case in the index, brought up to date first."""
        searcher = self.searcher(look_now=True)
        found = searcher.search(Query.all_query(), max(1, searcher.num_docs), count=False)
        addresses = [address for _, address in found.hits]
        keys, digests = (searcher.fast_field_values(field, addresses) for field in ("id", "digest"))
        return {int(key or 0): int(value or 0) for key, value in zip(keys, digests, strict=True)}

    def _is_due(self) -> bool:
        if _in_callers_transaction():
            return False
        if _open_transactions():
            return True  # a test's: when it is rolled back nobody is told, so look each time
        return time.monotonic() >= self._next_look or self._seen_writes != changelog.writes_here()

    def _opened(self) -> Generation:
        """The index in use, opened anew where another process has written to it, built where there is none."""
        generation, current = self._generation, self._folder.current()
        if generation and generation.folder == current and not generation.is_stale():
            return generation
        try:
            self._generation = self._open()
        except DamagedIndexError:
            with self._folder.lock(wait=True):
                try:
                    self._generation = self._open()  # somebody else may have built it while we waited
                except DamagedIndexError as error:
                    logger.warning("Building the search index anew: %s", error)
                    self._build()
                    self._generation = self._open()
        return self._generation

    def _open(self) -> Generation:
        current = self._folder.current()
        if current is None:
            raise DamagedIndexError("尚未建立")
        return Generation(current, self._version)

    def _in_step(self, generation: Generation) -> Generation:
        """Look at the change log, and bring the index up to date where it has gone on."""
        self._next_look = time.monotonic() + LOOK_EVERY
        self._seen_writes = changelog.writes_here()
        glance, names = _look(generation.followed.settled)
        if names != self._seen_names:
            vocabulary.forget()
            self._seen_names = names
        if glance == Glance.at_rows(generation.followed.rows):
            return generation
        with self._folder.lock(wait=False) as ours:
            if not ours:
                self._next_look = time.monotonic() + LOOK_AGAIN
                return generation
            self._apply(self._opened())
            return self._opened()

    def _apply(self, generation: Generation) -> None:
        """Index again every case that a row speaks of which has come or gone since the last time."""
        followed = generation.followed
        rows = _rows_from(followed.settled)
        if followed.settled and followed.settled not in {key for key, _, _ in rows}:
            logger.warning("The change log is another than the index has followed: building the index anew")
            self._build()
            return
        cases = {case for _, case, _ in rows ^ followed.rows} - {changelog.VOCABULARY}
        try:
            generation.write(cases, documents(sorted(cases), self.analyser), self._follow(rows, followed.settled))
        except DamagedIndexError as error:
            logger.warning("Building the search index anew: %s", error)
            self._build()

    def _build(self) -> None:
        """Build from all published cases; within a transaction of the caller's on a connection that is not in it."""
        if _in_callers_transaction():
            with ThreadPoolExecutor(1) as apart:
                apart.submit(self._build_apart).result()
        else:
            self._build_from_database()

    def _build_apart(self) -> None:
        try:
            self._build_from_database()
        finally:
            connection.close()  # this thread's

    def _build_from_database(self) -> None:
        """Read the log first and the cases after, so that what comes in meanwhile is applied later."""
        vocabulary.forget()
        cutoff = timezone.now() - SETTLED_AFTER
        settled = CaseChange.objects.filter(at__lt=cutoff).aggregate(newest=Max("pk"))["newest"] or 0
        rows = _rows_from(settled)
        published = CaseStudy.objects.published().order_by("pk").values_list("pk", flat=True).iterator()
        self._folder.build(documents(published, self.analyser), self._follow(rows, settled))

    def _follow(self, rows: frozenset[LogRow], settled: int) -> Followed:
        """These rows as followed, the old ones among them settled."""
        cutoff = (timezone.now() - SETTLED_AFTER).isoformat()
        settled = max((key for key, _, at in rows if at < cutoff), default=settled)
        return Followed(self._version, settled, frozenset(row for row in rows if row[0] >= settled))


def _in_callers_transaction() -> bool:
    """Whether the caller may still roll back what it has written; a test's own transaction is not the caller's."""
    return any(not block._from_testcase for block in _open_transactions())


def _open_transactions() -> list[Any]:
    return list(connection.atomic_blocks)


@cache
def _analyser_in(dictionary_folder: Path) -> Analyser:
    """One analyser a process and folder: its dictionary takes a second and 100 MB."""
    return Analyser(lexicon(), dictionary_folder)


def _look(settled: int) -> tuple[Glance, int]:
    """The log from the last settled row on, in one query; and its newest row that speaks of names."""
    seen = CaseChange.objects.filter(pk__gte=settled).aggregate(
        rows=Count("pk"),
        newest=Max("pk"),
        at=Max("at"),
        cases=Sum("case_id"),
        names=Max("pk", filter=Q(case_id=changelog.VOCABULARY)),
    )
    at = seen["at"].isoformat() if seen["at"] else ""
    return Glance(seen["rows"], seen["newest"] or 0, at, int(seen["cases"] or 0)), seen["names"] or 0


def _rows_from(settled: int) -> frozenset[LogRow]:
    rows = CaseChange.objects.filter(pk__gte=settled).values_list("pk", "case_id", "at")
    return frozenset((key, case, at.isoformat()) for key, case, at in rows.iterator())


@cache
def _follower_of(folder: Path) -> Follower:
    return Follower(folder)


def follower() -> Follower:
    """The follower of the index that the settings name."""
    return _follower_of(Path(settings.SEARCH_INDEX_DIR))
