"""Keeps the index in step with the database: whoever holds an index follows the change log."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from subprocess import DEVNULL
from typing import Any

from django.conf import settings
from django.db import connection
from tantivy import Searcher

from catalogue.models import CaseChange, CaseStudy
from catalogue.search import vocabulary

from . import changelog, schema
from .folder import Generation, IndexFolder
from .followed import DamagedIndexError, Followed
from .prepare import analyser_in, prepared

logger = logging.getLogger(__name__)

LOOK_EVERY = 0.5
"""Seconds between looks at the change log; half of the second within which an edit must be found everywhere."""
LOOK_AGAIN = 0.05
"""Seconds until the next look where another process is just writing."""
ROWS_AT_ONCE = 20_000
"""Rows of the log applied between two commits."""
ROWS_ASIDE, CASES_ASIDE = 2_000, 200
"""More changes than these (half a second's work) are not applied while a reader waits for a page."""
HELP_EVERY = 10
"""Seconds until another process is started, where the last one could not mend the index."""


class IndexBeingBuiltError(Exception):
    """There is no index to search yet; the database answers meanwhile."""


@dataclass(frozen=True, slots=True)
class Status:
    """The state of an index: its folder, why it cannot be used (if so), what it holds, and log rows not applied yet."""

    folder: Path | None
    fault: str = ""
    cases: int = 0
    measures: int = 0
    behind: int = 0


class Follower:
    """One process's view of the index, kept in step by `generation`.

    What takes long (building the index, applying changes by the thousand) a command does at once and waits for. A site
    that is `serving` has it done by a process of its own and goes on meanwhile: on the index it has, or without one.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = IndexFolder(folder)
        self.dictionary_folder = self._folder.dictionary_folder
        self.analyser = analyser_in(self.dictionary_folder)
        self.serving = False
        self._version = f"{schema.VERSION}/{self.analyser.version}"
        self._generation: Generation | None = None
        self._next_look = 0.0
        self._seen_writes = -1
        self._seen_names: tuple[Path, int] | None = None
        self._helper: subprocess.Popen[bytes] | None = None
        self._next_help = 0.0
        self._lock = threading.Lock()

    def searcher(self, *, look_now: bool = False) -> Searcher:
        """What to search for cases; see `generation`."""
        return self.generation(look_now=look_now).cases

    def generation(self, *, look_now: bool = False, jobs: int = 1) -> Generation:
        """What to search, in step with the change log as of the last look, at most half a second ago.

        Inside a transaction of the caller's the log is left alone: what it has written is nobody's yet, and a rollback
        must leave nothing in the index. `jobs` is how many processes prepare documents, where there are many.

        Raises:
            IndexBeingBuiltError: there is none that can be used, and this site does not wait for it.
        """
        with self._lock:
            if look_now or self._generation is None or self._is_due():
                self._next_look = time.monotonic() + LOOK_EVERY
                self._seen_writes = changelog.writes_here()
                self._generation = self._opened(jobs)
                if not _in_callers_transaction():
                    self._generation = self._in_step(self._generation, jobs)
                self._notice_names(self._generation)
            return self._generation

    def rebuild(self, *, jobs: int = 1) -> None:
        """Build the index anew from the database and swap it in; who searches goes on with the old one until then."""
        with self._lock, self._folder.lock(wait=True):
            self._build(jobs)
            self._generation = self._open()

    def status(self) -> Status:
        """Where the index is and how far it has come, without bringing it up to date."""
        current = self._folder.current()
        try:
            generation = self._open()
        except DamagedIndexError as error:
            return Status(current, str(error))
        after = CaseChange.objects.filter(pk__gt=generation.followed.newest).count()
        unread = generation.followed.unread(ROWS_AT_ONCE)
        behind = max(after, ROWS_AT_ONCE if unread is None else len(unread))
        return Status(current, "", generation.cases.num_docs, generation.measures.num_docs, behind)

    def _is_due(self) -> bool:
        if _open_transactions():
            # A test's own: when it is rolled back nobody is told, so look each time. A caller's: not before it is done.
            return not _in_callers_transaction()
        return time.monotonic() >= self._next_look or self._seen_writes != changelog.writes_here()

    # --- opening ------------------------------------------------------------------------------------------------------

    def _open(self) -> Generation:
        current = self._folder.current()
        if current is None:
            raise DamagedIndexError("尚未建立")
        return Generation(current, self._version)

    def _opened(self, jobs: int) -> Generation:
        """The generation in use, opened anew where another process has written to it, built where there is none."""
        generation = self._generation
        if generation and generation.folder == self._folder.current() and not generation.is_stale():
            return generation
        try:
            return self._open()
        except DamagedIndexError:
            return self._mended(jobs)

    def _mended(self, jobs: int) -> Generation:
        """What takes the place of a generation that could not be opened: nobody may be at work on it just now."""
        with self._folder.lock(wait=not self.serving) as ours:
            if not ours:
                if self._generation is not None:
                    return self._generation
                raise IndexBeingBuiltError
            try:
                return self._open()  # somebody else may have built it while we waited
            except DamagedIndexError as error:
                fault = error
                if not self.serving:
                    return self._built_for(fault, jobs)
        self._generation = None
        self._get_help(fault)
        raise IndexBeingBuiltError

    def _built_for(self, fault: DamagedIndexError, jobs: int) -> Generation:
        logger.warning("Building the search index anew: %s", fault)
        self._build(jobs)
        return self._open()

    def _get_help(self, reason: object) -> None:
        """Have the index brought in step by another process, which leaves this one's time and memory to readers."""
        if self._helper and self._helper.poll() is None:
            return
        if self._helper and self._helper.returncode and time.monotonic() < self._next_help:
            return
        with self._folder.lock(wait=False) as free:
            if free:  # else somebody is at it already
                logger.warning("The search index is brought in step aside: %s", reason)
                self._next_help = time.monotonic() + HELP_EVERY
                command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "search", "update"]
                self._helper = subprocess.Popen(command, stdin=DEVNULL, stdout=DEVNULL)  # noqa: S603  our own

    # --- following ----------------------------------------------------------------------------------------------------

    def _in_step(self, generation: Generation, jobs: int) -> Generation:
        """Look at the change log, and bring the index up to date where it has gone on."""
        limit = ROWS_ASIDE if self.serving else ROWS_AT_ONCE
        rows = generation.followed.unread(limit)
        if rows == []:
            return generation
        if self.serving and rows and (len(rows) == limit or len({row.case for row in rows}) > CASES_ASIDE):
            self._get_help(f"{len(rows)} changes and more")
            return generation
        with self._folder.lock(wait=not self.serving) as ours:
            if not ours:
                self._next_look = time.monotonic() + LOOK_AGAIN
                return generation
            try:
                return self._applied(self._open(), limit, jobs)
            except DamagedIndexError as error:
                fault = error
                if not self.serving:
                    return self._built_for(fault, jobs)
        self._generation = None
        self._get_help(fault)
        raise IndexBeingBuiltError

    def _applied(self, generation: Generation, limit: int, jobs: int) -> Generation:
        """With every case indexed again that a row speaks of which has come or gone since; the caller holds the lock.

        Raises:
            DamagedIndexError: it must be built anew.
        """
        while True:
            rows = generation.followed.unread(limit)
            if rows is None:
                followed, cases = generation.followed.without_vanished()
            elif rows:
                followed, cases = generation.followed.with_rows(rows), {row.case for row in rows}
            else:
                return generation
            if changelog.VOCABULARY in cases:
                vocabulary.forget()
            self._write(generation, cases - {changelog.VOCABULARY}, followed, jobs)
            generation = self._open()

    def _write(self, generation: Generation, cases: set[int], followed: Followed, jobs: int) -> None:
        keys = sorted(cases)
        generation.write(keys, prepared(keys, self.dictionary_folder, jobs), followed)

    def _notice_names(self, generation: Generation) -> None:
        """Read names anew where a change of theirs has come into the index, by whichever process."""
        names = (generation.folder, generation.followed.names)
        if names != self._seen_names:
            vocabulary.forget()
            self._seen_names = names

    # --- building -----------------------------------------------------------------------------------------------------

    def _build(self, jobs: int) -> None:
        """Build from all published cases; within a transaction of the caller's on a connection that is not in it."""
        if _in_callers_transaction():
            with ThreadPoolExecutor(1) as apart:
                apart.submit(self._build_apart).result()
        else:
            self._build_from_database(jobs)

    def _build_apart(self) -> None:
        try:
            self._build_from_database(jobs=1)
        finally:
            connection.close()  # this thread's

    def _build_from_database(self, jobs: int) -> None:
        """Read the log first and the cases after, so that what comes in meanwhile is applied later."""
        vocabulary.forget()
        followed = Followed.of_log(self._version)
        published = CaseStudy.objects.published().order_by("pk").values_list("pk", flat=True).iterator()
        self._folder.build(prepared(published, self.dictionary_folder, jobs), followed)


def _in_callers_transaction() -> bool:
    """Whether the caller may still roll back what it has written; a test's own transaction is not the caller's."""
    return any(not block._from_testcase for block in _open_transactions())


def _open_transactions() -> list[Any]:
    return list(connection.atomic_blocks)


@cache
def _follower_of(folder: Path) -> Follower:
    return Follower(folder)


def follower() -> Follower:
    """The follower of the index that the settings name."""
    return _follower_of(Path(settings.SEARCH_INDEX_DIR))


def serve() -> None:
    """This process answers readers: it loads the analyser now, before it is forked, and waits for no index later."""
    follower().serving = True
    follower().analyser.load()


def is_ready() -> bool:
    """Whether there is an index to search; if not, one that serves has it built, and the database answers meanwhile."""
    try:
        follower().generation()
    except IndexBeingBuiltError:
        return False
    return True
