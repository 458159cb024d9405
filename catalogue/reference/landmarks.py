"""Reads landmarks.csv: ports, airports, border crossings and grounds of several regions, each with where it lies."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .reading import FOLDER, ReferenceFileError, lines_of, refuse_repeated

COLUMNS = ("name", "aliases", "kind", "regions")
SHARED = "跨省区域"
"""The kind of what several regions run together, or are together: 长三角一体化示范区, 粤港澳大湾区."""
KINDS = ("港口", "机场", "口岸", SHARED)


@dataclass(frozen=True, slots=True)
class LandmarkRow:
    """One line of landmarks.csv."""

    name: str
    aliases: tuple[str, ...]
    kind: str
    """One of `KINDS`."""
    regions: tuple[str, ...]
    """Codes of the regions it lies in, the main one first."""


def read_landmarks(path: Path = FOLDER / "landmarks.csv") -> list[LandmarkRow]:
    """All landmarks in the order of the file.

    The file is CSV in UTF-8 with the columns `COLUMNS`; lines that begin with # are notes, aliases and regions are
    separated by |.

    Raises:
        ReferenceFileError: a column or value is missing, a kind is unknown, or a name stands twice.
    """
    rows = [_landmark(line, path.name) for line in lines_of(path, COLUMNS)]
    refuse_repeated((name for row in rows for name in (row.name, *row.aliases)), f"{path.name}: name")
    return rows


def _landmark(line: dict[str, str], file: str) -> LandmarkRow:
    where = f"{file}: {line['name'] or '(no name)'}"
    if None in line or None in line.values() or not line["name"] or not line["regions"]:
        raise ReferenceFileError(f"{where}: must have a name, a kind and regions")
    if line["kind"] not in KINDS:
        raise ReferenceFileError(f"{where}: kind {line['kind']!r} is none of {', '.join(KINDS)}")
    return LandmarkRow(
        line["name"], tuple(filter(None, line["aliases"].split("|"))), line["kind"], tuple(line["regions"].split("|"))
    )
