"""One index of the engine in a folder of its own, opened only when its files are whole."""

from __future__ import annotations

import json
import os
import zlib
from pathlib import Path

from tantivy import Index, IndexWriter, Schema, Searcher

from .followed import DamagedIndexError, Files

FOOTER_MAGIC = 1337
"""The last four bytes of each of the engine's files; before them the length of its footer, and the footer itself."""
PIECE = 1 << 20


class Engine:
    """An index that can be searched and written to."""

    def __init__(self, folder: Path, whole: Files) -> None:
        """Open the index in `folder`; files that are as `whole` says need not be read through.

        Raises:
            DamagedIndexError: it cannot be read.
        """
        self._folder = folder
        self._check_files(whole)
        try:
            self._index = Index.open(str(folder))
            self._index.config_reader("manual")
            self._index.reload()
            self.searcher: Searcher = self._index.searcher()
        except (ValueError, OSError) as error:
            raise DamagedIndexError(str(error)) from error

    @staticmethod
    def create(folder: Path, schema: Schema) -> None:
        """An empty index in a new folder."""
        folder.mkdir()
        Index(schema, str(folder))

    def check_files(self) -> None:
        """Read through all its files.

        Raises:
            DamagedIndexError: one of them is not as it was written.
        """
        self._check_files({})

    def _check_files(self, whole: Files) -> None:
        for name, stamp in files_of(self._folder).items():
            if whole.get(name) != stamp and not is_whole(self._folder / name):
                raise DamagedIndexError(f"{self._folder.name}/{name} is damaged")

    def writer(self, memory: int) -> IndexWriter:
        """Writes to the index, a segment whenever it has used so many bytes (15 MB at least).

        Raises:
            ValueError: another writer is at work.
        """
        writer = self._index.writer(memory, 1)
        writer.garbage_collect_files()  # a writer that was killed leaves files that the next would stumble over
        return writer


def commit(writer: IndexWriter) -> None:
    """Put down what was written, for good, and let the engine finish merging."""
    writer.commit()
    writer.wait_merging_threads()


def files_of(folder: Path) -> Files:
    """The files of all segments in use.

    Raises:
        DamagedIndexError: the engine's own list of them cannot be read.
    """
    try:
        listed = json.loads((folder / "meta.json").read_text("utf-8"))
        segments = {str(segment["segment_id"]).replace("-", "") for segment in listed["segments"]}
        with os.scandir(folder) as files:
            return {
                file.name: (file.stat().st_size, file.stat().st_mtime_ns)
                for file in files
                if file.name.partition(".")[0] in segments
            }
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DamagedIndexError(f"{folder.name}: {error}") from error


def is_whole(file: Path) -> bool:
    """Whether a file of the engine is as it was written, by the checksum that the engine put at its end."""
    try:
        with file.open("rb") as opened:
            size = file.stat().st_size
            opened.seek(size - 8)
            length, magic = (int.from_bytes(opened.read(4), "little") for _ in range(2))
            opened.seek(size - 8 - length)
            expected = json.loads(opened.read(length))["crc"]
            opened.seek(0)
            checksum, left = 0, size - 8 - length
            while left and (piece := opened.read(min(PIECE, left))):
                checksum = zlib.crc32(piece, checksum)
                left -= len(piece)
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return bool(magic == FOOTER_MAGIC and checksum == expected)
