"""JSON, format `reform-cases/1`: `{"format": …, "cases": [ … ]}`, a case a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from catalogue.models import CaseStudy

from .record import FORMAT, case_as_dict


def json_chunks(cases: Iterable[CaseStudy]) -> Iterator[bytes]:
    """The file piece by piece, UTF-8; one case in memory at a time."""
    yield f'{{"format": {json.dumps(FORMAT)}, "cases": ['.encode()
    before = "\n"
    for case in cases:
        yield f"{before}{json.dumps(case_as_dict(case), ensure_ascii=False)}".encode()
        before = ",\n"
    yield b"\n]}\n"
