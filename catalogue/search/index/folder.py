"""The index on disk: a folder that can be thrown away at any time, and what it knows of the change log.

SEARCH_INDEX_DIR/
    current          name of the folder in use; replaced whole, so a rebuild swaps in at once
    lock             held by whoever writes (the engine allows one writer)
    <generation>/    the engine's files, and followed.json: which rows of the change log they contain
    jieba/           the analyser's dictionary, ready to load
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from tantivy import Document, Index, Searcher

from .schema import schema

WRITER_MEMORY = 50_000_000
"""Bytes the engine may use before it writes a segment; it refuses less than 15 MB."""

LogRow = tuple[int, int, str]
"""A row of the change log: its key, the case's key, and when, as ISO text."""


class DamagedIndexError(Exception):
    """The index cannot be read, or another version built it: it must be built anew."""


@dataclass(frozen=True, slots=True)
class Followed:
    """How far an index has followed the change log.

    Rows up to `settled` are contained and not looked at again. Later ones are all listed in `rows`, the row `settled`
    itself included: rows become visible out of order (on PostgreSQL) and vanish again (when a transaction that read its
    own writes is rolled back), so the newest key alone would not tell.
    """

    version: str
    settled: int = 0
    rows: frozenset[LogRow] = frozenset()

    @classmethod
    def read(cls, file: Path) -> Followed:
        """What a folder says of itself.

        Raises:
            DamagedIndexError: it says nothing that can be read.
        """
        try:
            content = json.loads(file.read_text("utf-8"))
            rows = frozenset((int(key), int(case), str(at)) for key, case, at in content["rows"])
            return cls(str(content["version"]), int(content["settled"]), rows)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise DamagedIndexError(str(error)) from error

    def write(self, file: Path) -> None:
        _replace(file, json.dumps({"version": self.version, "settled": self.settled, "rows": sorted(self.rows)}))


class Generation:
    """One build of the index, opened: what it answers from, and how far it has followed the log."""

    def __init__(self, folder: Path, version: str) -> None:
        """Open the index in `folder`.

        Raises:
            DamagedIndexError: it cannot be read, or was built by another version.
        """
        self.folder = folder
        self._stamp = _stamp(folder)
        self.followed = Followed.read(folder / "followed.json")
        if self.followed.version != version:
            raise DamagedIndexError(f"built by version {self.followed.version}, not {version}")
        try:
            self._index = Index.open(str(folder))
            self._index.config_reader("manual")
            self._index.reload()
            self.searcher: Searcher = self._index.searcher()
        except (ValueError, OSError) as error:
            raise DamagedIndexError(str(error)) from error

    def is_stale(self) -> bool:
        """Whether its files are others than when it was opened: written by another process, or broken."""
        return _stamp(self.folder) != self._stamp

    def write(self, deleted: Iterable[int], added: Iterable[Document], followed: Followed) -> None:
        """Replace these cases by these documents, for good; the caller holds the lock.

        The engine commits first: killed in between, the same rows of the log are applied again, which changes nothing.

        Raises:
            DamagedIndexError: the engine cannot write to it.
        """
        try:
            writer = self._index.writer(WRITER_MEMORY, 1)
            writer.garbage_collect_files()  # a writer that was killed leaves files that the next would stumble over
            for pk in deleted:
                writer.delete_documents_by_term("id", pk)
            for document in added:
                writer.add_document(document)
            writer.commit()
            writer.wait_merging_threads()
        except (ValueError, OSError) as error:
            raise DamagedIndexError(str(error)) from error
        followed.write(self.folder / "followed.json")


class IndexFolder:
    """The folder that holds the index in use."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def dictionary_folder(self) -> Path:
        return self.folder / "jieba"

    def current(self) -> Path | None:
        """The folder of the index in use; None where there is none."""
        try:
            name = (self.folder / "current").read_text("utf-8").strip()
        except OSError:
            return None
        return self.folder / name if name else None

    @contextmanager
    def lock(self, *, wait: bool) -> Iterator[bool]:
        """Hold the right to write; yields False at once where someone else holds it and we would not `wait`."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "lock").open("a") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
            except BlockingIOError:
                yield False
            else:
                yield True

    def build(self, documents: Iterable[Document], followed: Followed) -> None:
        """Build a new index beside the one in use and swap it in whole; the caller holds the lock."""
        folder = self.folder / f"generation-{uuid4().hex[:12]}"
        folder.mkdir()
        Index(schema(), str(folder))
        Followed(followed.version).write(folder / "followed.json")
        Generation(folder, followed.version).write((), documents, followed)
        _replace(self.folder / "current", folder.name)
        for old in self.folder.glob("generation-*"):
            if old != folder:
                shutil.rmtree(old, ignore_errors=True)


def _replace(file: Path, text: str) -> None:
    """Write a file so that readers see the old or the new one, never half of it."""
    draft = file.with_name(f"{file.name}.{os.getpid()}.new")
    draft.write_text(text, "utf-8")
    draft.replace(file)


def _stamp(folder: Path) -> frozenset[tuple[str, int, int]]:
    """Tells one state of a folder from the next: each file's name and size, and the time of those rewritten in place.

    A file cut short must be noticed before the engine reads where there is nothing any more, which ends the process.
    """
    try:
        with os.scandir(folder) as files:
            statuses = [(file.name, file.stat()) for file in files if not file.name.endswith((".lock", ".new"))]
    except OSError:
        return frozenset()
    return frozenset(
        (name, status.st_size, status.st_mtime_ns if name.endswith(".json") else 0) for name, status in statuses
    )
