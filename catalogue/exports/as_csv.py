"""CSV for spreadsheets: one row a case, UTF-8 with the mark by which Excel knows it."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator

from .columns import CASE_COLUMNS, Cell, storable
from .stream import in_order

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so is run as a formula by spreadsheets (OWASP, CSV injection)."""


def csv_chunks(ids: Iterable[int]) -> Iterator[bytes]:
    """The file a row at a time."""
    yield codecs.BOM_UTF8 + _line(str(name) for name in CASE_COLUMNS)
    for case in in_order(ids):
        yield _line(harmless(value(case)) for value in CASE_COLUMNS.values())


def harmless(value: Cell) -> Cell:
    """The value; text that a spreadsheet would run as a formula has an apostrophe before it."""
    if not isinstance(value, str):
        return value
    text = storable(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _line(cells: Iterable[Cell]) -> bytes:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue().encode("utf-8", errors="replace")
