"""Vectors on disk, mapped into memory: derived, and to be thrown away at any time.

SEARCH_INDEX_DIR/semantic/
    lock                      held by whoever embeds
    <model>-<pieces>/         those of another model or of other pieces are not compared with
        <number>-<crc>.npy    rows, one a piece; whole or not there; later ones are merged into one

A row holds what its case said when it was embedded, as a digest: who answers with it compares.
"""

from __future__ import annotations

import logging
import os
import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from django.conf import settings

from . import model, pieces

logger = logging.getLogger(__name__)

ROW = np.dtype(
    [("case", "<i8"), ("digest", "<u8"), ("piece", "<u4"), ("scale", "<f4"), ("vector", "i1", (model.DIMENSIONS,))]
)
"""A piece of a case, by its number, and its vector: whole numbers to be multiplied by `scale`. What this rounds off
changes a cosine by 0.0004 or so, the model's own 4 bits change it by 0.01."""
GREATEST = 127
"""The greatest of the whole numbers."""
ROWS_AT_ONCE = 4096
"""Rows turned into fractions at a time: they stay in the processor's cache, which takes half the time."""
MOST_PARTS = 50
"""Files above which they are merged before all is embedded: each is looked at before an answer."""

Embedded = tuple[int, int]
"""A case and the digest of what it said."""


class Near(NamedTuple):
    """A piece of a case, and how near it is to a question: 1 is the same."""

    nearness: float
    case: int
    digest: int
    piece: int


def rows_of(cases: Sequence[pieces.CasePieces], found: Iterable[np.ndarray]) -> np.ndarray:
    """The rows of these cases, one a piece, with the vectors found of their pieces, one after the other."""
    named = [(case.pk, case.digest, number) for case in cases for number in range(len(case.pieces))]
    rows = np.zeros(len(named), ROW)
    for row, name, vector in zip(rows, named, found, strict=True):
        whole = np.round(vector * (GREATEST / np.abs(vector).max()))
        row["case"], row["digest"], row["piece"] = name
        row["scale"], row["vector"] = 1 / np.linalg.norm(whole), whole
    return rows


class Vectors:
    """All vectors of one model in a folder, as the last look found them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._seen: frozenset[tuple[str, int, int]] = frozenset()
        self._parts: dict[str, np.ndarray] = {}

    def near(self, question: np.ndarray, least: float) -> list[Near]:
        """The pieces at least so near to a question, the nearest first."""
        found = []
        for part in self._looked():
            for start in range(0, len(part), ROWS_AT_ONCE):
                rows = part[start : start + ROWS_AT_ONCE]
                nearness = (rows["vector"].astype(np.float32) @ question) * rows["scale"]
                for at in np.flatnonzero(nearness >= least):
                    row = rows[at]
                    found.append(Near(float(nearness[at]), int(row["case"]), int(row["digest"]), int(row["piece"])))
        return sorted(found, reverse=True)

    def embedded(self) -> set[Embedded]:
        """What there are vectors of."""
        return {pair for part in self._looked() for pair in _pairs(part)}

    def add(self, rows: np.ndarray) -> None:
        """Keep these rows too; the caller holds the lock."""
        self._write(rows)
        if len(self._names()) > MOST_PARTS:
            self.merge(self.embedded())

    def merge(self, wanted: set[Embedded]) -> None:
        """Put the rows of what is `wanted` into one file, each once, and drop all others; the caller holds the lock.

        Killed meanwhile it leaves some rows twice, for the next time to drop.
        """
        parts, before, left = list(self._looked()), self._names(), set(wanted)
        kept = []
        for part in reversed(parts):
            held = left & set(_pairs(part))
            kept.append(part[np.fromiter((pair in held for pair in _pairs(part)), bool, len(part))])
            left -= held
        if len(before) == len(parts) == 1 and len(kept[0]) == len(parts[0]):
            return
        if any(map(len, kept)):
            self._write(np.concatenate(kept))
        for name in before:
            (self.folder / name).unlink()

    def _write(self, rows: np.ndarray) -> None:
        number = 1 + max((int(name.partition("-")[0]) for name in self._names()), default=0)
        self.folder.mkdir(parents=True, exist_ok=True)
        draft = self.folder / "draft"
        with draft.open("wb") as file:
            np.save(file, rows, allow_pickle=False)
        draft.replace(self.folder / f"{number:08}-{_checksum(draft):08x}.npy")

    def _names(self) -> list[str]:
        return sorted(file.name for file in self.folder.glob("*.npy"))

    def _looked(self) -> Iterable[np.ndarray]:
        """The rows in files that are whole, opened anew where files have come or gone.

        A file cut short must be noticed before it is read where there is nothing any more, which ends the process.
        """
        stamps = frozenset(_stamps(self.folder))
        if stamps != self._seen:
            known = {name for name, _, _ in stamps & self._seen}
            opened = {
                name: self._parts.get(name) if name in known else _opened(self.folder / name)
                for name in sorted(name for name, _, _ in stamps)
            }
            self._parts = {name: part for name, part in opened.items() if part is not None}
            self._seen = stamps
        return self._parts.values()


def _stamps(folder: Path) -> Iterator[tuple[str, int, int]]:
    try:
        with os.scandir(folder) as files:
            for file in files:
                if file.name.endswith(".npy"):
                    yield file.name, file.stat().st_size, file.stat().st_mtime_ns
    except OSError:
        return


def _opened(file: Path) -> np.ndarray | None:
    """The rows of a file; None, and a word in the log, where it is not as it was written."""
    try:
        if file.stem.rpartition("-")[2] != f"{_checksum(file):08x}":
            raise ValueError("not as it was written")
        rows: np.ndarray = np.load(file, mmap_mode="r", allow_pickle=False)
        if rows.dtype != ROW:
            raise ValueError("of other rows")
    except (OSError, ValueError) as error:
        logger.warning("Left out: %s: %s", file, error)
        return None
    return rows


def _checksum(file: Path) -> int:
    checksum = 0
    with file.open("rb") as opened:
        while piece := opened.read(1 << 20):
            checksum = zlib.crc32(piece, checksum)
    return checksum


def _pairs(part: np.ndarray) -> Iterator[Embedded]:
    return zip(part["case"].tolist(), part["digest"].tolist(), strict=True)


def folder() -> Path:
    """Where the vectors lie, of whatever model."""
    return Path(settings.SEARCH_INDEX_DIR) / "semantic"


@cache
def _vectors_in(folder: Path) -> Vectors:
    return Vectors(folder)


def vectors() -> Vectors:
    """Those of the model that is installed and of the pieces that are cut now."""
    return _vectors_in(folder() / f"{model.name()}-{pieces.VERSION}")
