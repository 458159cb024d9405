"""The index on disk: a folder that can be thrown away at any time.

SEARCH_INDEX_DIR/
    current          name of the generation in use; replaced whole, so a rebuild swaps in at once
    lock             held by whoever writes (the engine allows one writer)
    <generation>/    cases/ and measures/ with the engine's files, and followed.json: how far it has followed the log
    jieba/           the analyser's dictionary, ready to load
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from tantivy import Searcher

from .documents import CaseDocuments
from .engine import Engine, commit, files_of
from .followed import DamagedIndexError, Followed, replace_file
from .schema import measure_schema, schema

SCHEMAS = {"cases": schema, "measures": measure_schema}
NOTE = "followed.json"

MEMORY_TO_UPDATE = {"cases": 50_000_000, "measures": 15_000_000}
MEMORY_TO_BUILD = {"cases": 300_000_000, "measures": 100_000_000}
"""Bytes the engine may use before it writes a segment: the larger the segments, the fewer there are to search."""


class Generation:
    """One build of the index, opened: what it answers from, and how far it has followed the log."""

    def __init__(self, folder: Path, version: str) -> None:
        """Open the generation in `folder`.

        Raises:
            DamagedIndexError: it cannot be read, or was built by another version.
        """
        self.folder = folder
        self._stamp = _stamp(folder)
        self.followed = Followed.read(folder / NOTE)
        if self.followed.version != version:
            raise DamagedIndexError(f"built by version {self.followed.version}, not {version}")
        known = self.followed.files or {}
        self._engines = {
            name: Engine(folder / name, {file.removeprefix(f"{name}/"): at for file, at in known.items()})
            for name in SCHEMAS
        }

    @classmethod
    def create(cls, folder: Path, version: str) -> Generation:
        """An empty one in a new folder."""
        folder.mkdir()
        for name, fields in SCHEMAS.items():
            Engine.create(folder / name, fields())
        Followed(version).write(folder / NOTE)
        return cls(folder, version)

    @property
    def cases(self) -> Searcher:
        return self._engines["cases"].searcher

    @property
    def measures(self) -> Searcher:
        return self._engines["measures"].searcher

    def check_files(self) -> None:
        """Read through all files of the engine.

        Raises:
            DamagedIndexError: one of them is not as the engine wrote it.
        """
        for engine in self._engines.values():
            engine.check_files()

    def is_stale(self) -> bool:
        """Whether its files are others than when it was opened: written by another process, or broken."""
        return _stamp(self.folder) != self._stamp

    def write(
        self,
        deleted: Iterable[int],
        added: Iterable[CaseDocuments],
        followed: Followed,
        memory: dict[str, int] = MEMORY_TO_UPDATE,
    ) -> None:
        """Replace these cases and their measures by these documents, for good; the caller holds the lock.

        The note of what has been followed comes last: killed before it, the same rows of the log are applied again to
        both, which changes nothing where they were applied already.

        Raises:
            DamagedIndexError: the engine cannot write to it.
        """
        try:
            cases, measures = (engine.writer(memory[name]) for name, engine in self._engines.items())
            for pk in deleted:
                cases.delete_documents_by_term("id", pk)
                measures.delete_documents_by_term("case", pk)
            for case in added:
                cases.add_json(case.case.json)
                for measure in case.measures:
                    measures.add_json(measure.json)
            commit(cases)
            commit(measures)
            files = {
                f"{name}/{file}": stamp for name in SCHEMAS for file, stamp in files_of(self.folder / name).items()
            }
        except (ValueError, OSError) as error:
            raise DamagedIndexError(str(error)) from error
        replace(followed, files=files).write(self.folder / NOTE)


class IndexFolder:
    """The folder that holds the index in use."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def dictionary_folder(self) -> Path:
        return self.folder / "jieba"

    def current(self) -> Path | None:
        """The folder of the generation in use; None where there is none."""
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

    def build(self, documents: Iterable[CaseDocuments], followed: Followed) -> None:
        """Build a new generation beside the one in use and swap it in whole; the caller holds the lock."""
        folder = self.folder / f"generation-{uuid4().hex[:12]}"
        Generation.create(folder, followed.version).write((), documents, followed, MEMORY_TO_BUILD)
        replace_file(self.folder / "current", folder.name)
        for old in self.folder.glob("generation-*"):
            if old != folder:
                shutil.rmtree(old, ignore_errors=True)


def _stamp(folder: Path) -> frozenset[tuple[str, int, int]]:
    """Tells one state of a generation from the next: each file's name and size, and the time of those rewritten.

    A file cut short must be noticed before the engine reads where there is nothing any more, which ends the process.
    """
    found = []
    for part in (folder, *(folder / name for name in SCHEMAS)):
        try:
            with os.scandir(part) as files:
                found += [
                    (f"{part.name}/{file.name}", status.st_size, status.st_mtime_ns)
                    for file in files
                    if not file.name.endswith((".lock", ".new")) and not file.is_dir() and (status := file.stat())
                ]
        except OSError:
            return frozenset()
    return frozenset(found)
