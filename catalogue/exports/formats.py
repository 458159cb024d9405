"""The formats by name, each with how to write it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from .as_csv import csv_chunks
from .as_docx import docx_chunks
from .as_json import json_chunks
from .as_xlsx import xlsx_chunks


@dataclass(frozen=True, slots=True)
class Format:
    """`chunks` gives the file of the cases with these keys piece by piece; it reads them in batches."""

    name: str
    is_text: bool
    chunks: Callable[[Iterable[int]], Iterator[bytes]]


FORMATS: dict[str, Format] = {
    "json": Format("json", True, json_chunks),
    "csv": Format("csv", True, csv_chunks),
    "xlsx": Format("xlsx", False, xlsx_chunks),
    "docx": Format("docx", False, docx_chunks),
}
