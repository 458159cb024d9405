"""The folder of an index looked into and damaged, as disks and killed processes do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from catalogue.search.index.folder import NOTE

from .conftest import generation_in


def note_of(folder: Path) -> dict[str, Any]:
    return json.loads((generation_in(folder) / NOTE).read_text())


def put_note(folder: Path, **said: object) -> None:
    (generation_in(folder) / NOTE).write_text(json.dumps(note_of(folder) | said))


def largest(folder: Path, ending: str) -> Path:
    return max(generation_in(folder).rglob(f"*{ending}"), key=lambda file: file.stat().st_size)


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def spoil(file: Path) -> None:
    """One bit, in the middle."""
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
