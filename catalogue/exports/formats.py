"""The formats by name, each with what a browser and a file system need to know of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from catalogue.models import CaseStudy

from .as_csv import csv_chunks
from .as_docx import docx_chunks
from .as_json import json_chunks
from .as_xlsx import xlsx_chunks


@dataclass(frozen=True, slots=True)
class Format:
    """`chunks` gives the file piece by piece; take the cases from `in_order`, which reads them in batches."""

    name: str
    content_type: str
    is_text: bool
    chunks: Callable[[Iterable[CaseStudy]], Iterator[bytes]]


OFFICE = "application/vnd.openxmlformats-officedocument"

FORMATS: dict[str, Format] = {
    "json": Format("json", "application/json; charset=utf-8", True, json_chunks),
    "csv": Format("csv", "text/csv; charset=utf-8", True, csv_chunks),
    "xlsx": Format("xlsx", f"{OFFICE}.spreadsheetml.sheet", False, xlsx_chunks),
    "docx": Format("docx", f"{OFFICE}.wordprocessingml.document", False, docx_chunks),
}
