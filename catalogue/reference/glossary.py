"""Reads glossary.toml: English terms of the field, each with the Chinese word that documents print for it."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from .reading import FOLDER, ReferenceFileError

TERM = re.compile("[a-z]+(?:[ -][a-z]+)*")
"""An English term as it stands in the file: credit repair, e-invoice."""


@cache
def read_glossary(path: Path = FOLDER / "glossary.toml") -> dict[str, str]:
    """Chinese words by English term, in the order of the file, which is read once a process.

    Raises:
        ReferenceFileError: the file is no TOML or has an unknown table, a term is no words in small letters, or its
            Chinese word has fewer than two characters.
    """
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:  # a term that stands twice, too
        raise ReferenceFileError(f"{path.name}: {error}") from error
    if unknown := document.keys() - {"sources", "english"}:
        raise ReferenceFileError(f"{path.name}: {', '.join(sorted(unknown))} is unknown here")
    words: dict[str, str] = document.get("english", {})
    for term, word in words.items():
        if not (TERM.fullmatch(term) and isinstance(word, str) and len(word) > 1):
            raise ReferenceFileError(f"{path.name}: {term!r} = {word!r} is no English term and a Chinese word")
    return words
