"""Reads thesaurus.toml into plain groups of words; refuses a file that contradicts itself. No database here."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from .reading import FOLDER, ReferenceFileError, refuse_repeated


class Kind(StrEnum):
    """How the words of a group belong together; thesaurus.toml says what each means."""

    SAME = "same"
    NEAR = "near"
    LEADS = "leads"
    ALIKE = "alike"
    EVERYDAY = "everyday"


@dataclass(frozen=True, slots=True)
class WordGroup:
    """Words that mean the same or nearly; `english` are what is typed for them in English.

    In a group of kind LEADS only the `asked` words ask for the others.
    """

    kind: Kind
    words: tuple[str, ...]
    english: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()

    @property
    def asking(self) -> tuple[str, ...]:
        """The words that, when asked for, ask for the words of the group."""
        return self.asked if self.kind == Kind.LEADS else self.words


@cache
def read_thesaurus(path: Path = FOLDER / "thesaurus.toml") -> tuple[WordGroup, ...]:
    """All groups in the order of the file, which is read once a process.

    Raises:
        ReferenceFileError: the file is no TOML, a table or key is unknown or of another type, a word has fewer than two
            characters or stands where it may not stand again.
    """
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ReferenceFileError(f"{path.name}: {error}") from error
    if unknown := document.keys() - {"sources", *Kind}:
        raise ReferenceFileError(f"{path.name}: {', '.join(sorted(unknown))} is unknown here")
    groups = tuple(_group(kind, table, path.name) for kind in Kind for table in document.get(kind, []))
    for once in ((Kind.SAME, Kind.EVERYDAY), (Kind.ALIKE, Kind.EVERYDAY)):
        refuse_repeated((word for group in groups if group.kind in once for word in group.words), f"{path.name}: word")
    refuse_repeated((word for group in groups for word in group.english), f"{path.name}: word")
    return groups


def _group(kind: Kind, table: dict[str, Any], file: str) -> WordGroup:
    lists = {"words", "asked"} if kind == Kind.LEADS else {"words", "english"}
    if unknown := table.keys() - lists:
        raise ReferenceFileError(f"{file}: {', '.join(sorted(unknown))} is unknown in [[{kind}]]")
    words, english, asked = (table.get(key, []) for key in ("words", "english", "asked"))
    for given in (words, english, asked):
        if not (isinstance(given, list) and all(isinstance(word, str) and len(word) > 1 for word in given)):
            raise ReferenceFileError(f"{file}: {given!r} is no list of words of two characters and more")
    if not words or (kind == Kind.LEADS and not asked):
        raise ReferenceFileError(f"{file}: a group in [[{kind}]] has no words")
    return WordGroup(kind, tuple(words), tuple(english), tuple(asked))
