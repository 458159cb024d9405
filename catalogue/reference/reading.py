"""Reads regions.csv and indicators.toml into plain rows; refuses a file that contradicts itself. No database here."""

from __future__ import annotations

import csv
import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent
AREA_LEVEL = 4
"""Functional areas; 1 to 3 are the levels of the administrative divisions."""
COLUMNS = (
    *("code", "name", "short_name", "aliases", "pinyin", "initials"),
    *("level", "parent", "valid_from", "valid_to", "successor"),
)


class ReferenceFileError(Exception):
    """A reference file is not what it should be; the message names the file, the row and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class RegionRow:
    """One line of regions.csv; the fields are those of the model `Region`."""

    code: str
    name: str
    short_name: str
    aliases: tuple[str, ...]
    pinyin: str
    initials: str
    level: int
    parent: str | None
    """Code of the region above; None for a province."""
    valid_from: date | None
    valid_to: date | None
    successor: str | None
    """Code of the division that took the place of this one, which is no longer in force."""
    path: str
    """Codes from the province down to this one, each closed by a slash."""


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """One table of indicators.toml; `parent` is the slug of the national indicator a local one belongs to."""

    slug: str
    name: str
    order: int
    definition: str
    aliases: tuple[str, ...]
    doing_business: tuple[str, ...]
    b_ready: tuple[str, ...]
    parent: str | None


def read_regions(path: Path = FOLDER / "regions.csv") -> list[RegionRow]:
    """All regions, each after the one above it.

    The file is CSV in UTF-8 with the columns `COLUMNS`; lines that begin with # are notes, aliases are separated by |,
    dates are YYYY-MM-DD.

    Raises:
        ReferenceFileError: a column or value is missing or misshapen, a code stands twice, a parent or successor is
            unknown, a level does not follow from its parent's, a code does not begin like its parent's, or a chain of
            successors runs in a circle.
    """
    lines = lines_of(path, COLUMNS)
    refuse_repeated((line["code"] for line in lines), f"{path.name}: code")
    known = {line["code"]: line for line in lines}
    rows = [_region(line, known, path.name) for line in lines]
    _check_successors(rows, path.name)
    return sorted(rows, key=lambda row: (row.level, row.code))


def _region(line: dict[str, str], known: dict[str, dict[str, str]], file: str) -> RegionRow:
    where = f"{file}: {line['code'] or '(no code)'} {line['name'] or '(no name)'}"
    if None in line or None in line.values():
        raise ReferenceFileError(f"{where}: must have {len(COLUMNS)} fields")
    for column in ("code", "name", "short_name", "pinyin", "initials"):
        if not line[column]:
            raise ReferenceFileError(f"{where}: {column} is empty")
    if line["level"] not in {"1", "2", "3", "4"}:
        raise ReferenceFileError(f"{where}: level {line['level']!r} is none of 1, 2, 3, 4")
    return RegionRow(
        code=line["code"],
        name=line["name"],
        short_name=line["short_name"],
        aliases=tuple(line["aliases"].split("|")) if line["aliases"] else (),
        pinyin=line["pinyin"],
        initials=line["initials"],
        level=int(line["level"]),
        parent=line["parent"] or None,
        valid_from=_date(line["valid_from"], where),
        valid_to=_date(line["valid_to"], where),
        successor=line["successor"] or None,
        path=_path(line, known, where),
    )


def _date(text: str, where: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise ReferenceFileError(f"{where}: {text!r} is no date (YYYY-MM-DD)") from error


def _path(line: dict[str, str], known: dict[str, dict[str, str]], where: str) -> str:
    """The codes from the province down, checked link by link."""
    codes = [line["code"]]
    while parent_code := line["parent"]:
        parent = known.get(parent_code)
        if parent is None:
            raise ReferenceFileError(f"{where}: its parent {parent_code} is unknown")
        if parent["level"] >= line["level"]:
            raise ReferenceFileError(f"{where}: its parent {parent_code} is not of a higher level")
        if not line["code"].startswith(_stem(parent_code)):
            raise ReferenceFileError(f"{where}: its code does not begin like its parent's, {parent_code}")
        codes.append(parent_code)
        line = parent
    if line["level"] != "1":
        raise ReferenceFileError(f"{where}: {line['code']} has no parent but is no province")
    return "".join(f"{code}/" for code in reversed(codes))


def _stem(code: str) -> str:
    """What the codes below this one begin with: 430000 → 43, 430100 → 4301, 430103 → 430103."""
    return code.removesuffix("0000") if code.endswith("0000") else code.removesuffix("00")


def _check_successors(rows: list[RegionRow], file: str) -> None:
    known = {row.code: row for row in rows}
    for row in rows:
        if row.successor and not row.valid_to:
            raise ReferenceFileError(f"{file}: {row.code} {row.name}: has a successor but no valid_to")
        seen, at = {row.code}, row
        while at.successor:
            if at.successor not in known:
                raise ReferenceFileError(f"{file}: {at.code} {at.name}: its successor {at.successor} is unknown")
            if at.successor in seen:
                raise ReferenceFileError(f"{file}: {row.code} {row.name}: its successors run in a circle")
            at = known[at.successor]
            seen.add(at.code)


def read_indicators(path: Path = FOLDER / "indicators.toml") -> list[IndicatorRow]:
    """All indicators, each national one followed by the local ones that belong to it.

    The file is TOML: a text `sources`, and for each national indicator a table `[[indicator]]` with slug, name, order,
    definition, aliases, doing_business and b_ready; below it `[[indicator.local]]` with slug, name, aliases and
    definition, which takes its parent's order and World Bank topics.

    Raises:
        ReferenceFileError: the file is no TOML, a value is missing, misspelt or of another type, or a slug or a name
            stands twice.
    """
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ReferenceFileError(f"{path.name}: {error}") from error
    rows: list[IndicatorRow] = []
    for table in document.get("indicator", []):
        national = _indicator(table, path.name)
        rows.append(national)
        rows += [_indicator(local, path.name, national) for local in table.get("local", [])]
    refuse_repeated((row.slug for row in rows), f"{path.name}: slug")
    refuse_repeated((row.name for row in rows), f"{path.name}: name")
    return rows


def _indicator(table: dict[str, Any], file: str, national: IndicatorRow | None = None) -> IndicatorRow:
    where = f"{file}: {table.get('slug', '(no slug)')}"
    allowed: dict[str, type] = {"slug": str, "name": str, "definition": str, "aliases": list}
    if national is None:
        allowed |= {"order": int, "doing_business": list, "b_ready": list, "local": list}
    if unknown := table.keys() - allowed:
        raise ReferenceFileError(f"{where}: {', '.join(sorted(unknown))} is unknown here")
    for key, kind in allowed.items():
        if key != "local" and not isinstance(table.get(key), kind):
            raise ReferenceFileError(f"{where}: {key} is missing or no {kind.__name__}")
    return IndicatorRow(
        slug=table["slug"],
        name=table["name"],
        order=national.order if national else table["order"],
        definition=table["definition"],
        aliases=tuple(table["aliases"]),
        doing_business=national.doing_business if national else tuple(table["doing_business"]),
        b_ready=national.b_ready if national else tuple(table["b_ready"]),
        parent=national.slug if national else None,
    )


def lines_of(path: Path, columns: tuple[str, ...]) -> list[dict[str, str]]:
    """The lines of a CSV file by these columns, without the notes. Raises ReferenceFileError where it has others."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(line for line in file if not line.startswith("#"))
        if tuple(reader.fieldnames or ()) != columns:
            raise ReferenceFileError(f"{path.name}: the columns must be {','.join(columns)}")
        return list(reader)


def refuse_repeated(values: Iterable[str], what: str) -> None:
    """Raises ReferenceFileError, which names them, where some of these values are there more than once."""
    if repeated := sorted(value for value, times in Counter(values).items() if times > 1):
        raise ReferenceFileError(f"{what} stands more than once: {', '.join(repeated)}")
