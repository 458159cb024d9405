"""JSON, format `reform-cases/1`: `{"format": …, "cases": [ … ]}`, a case a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from catalogue.models import CaseStudy

from .record import FORMAT, records
from .stream import batches


def json_chunks(ids: Iterable[int]) -> Iterator[bytes]:
    """The file piece by piece, UTF-8; a batch of cases in memory at a time."""
    yield f'{{"format": {json.dumps(FORMAT)}, "cases": ['.encode()
    before = "\n"
    for batch in batches(ids):
        found = records(CaseStudy.objects.filter(pk__in=batch))
        for case in (found[key] for key in batch if key in found):
            yield f"{before}{json.dumps(case, ensure_ascii=False)}".encode()
            before = ",\n"
    yield b"\n]}\n"
