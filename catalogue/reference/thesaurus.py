"""Reads thesaurus.toml into plain groups of words; refuses a file that contradicts itself. No database here."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
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
    same: dict[str, tuple[str, ...]] = {}
    groups: list[WordGroup] = []
    for kind in Kind:  # SAME goes first
        groups += (_group(kind, table, same, path.name) for table in document.get(kind, []))
        same |= {group.words[0]: group.words for group in groups if kind == Kind.SAME}
    for once in ((Kind.SAME, Kind.EVERYDAY), (Kind.ALIKE, Kind.EVERYDAY)):
        refuse_repeated((word for group in groups if group.kind in once for word in group.words), f"{path.name}: word")
    refuse_repeated((word for group in groups for word in group.english), f"{path.name}: word")
    return tuple(groups)


KEYS = {Kind.LEADS: {"words", "asked"}, Kind.NEAR: {"words", "of", "english"}}
"""What a table may hold, where that is not `words` and `english`."""


def _group(kind: Kind, table: dict[str, Any], same: Mapping[str, tuple[str, ...]], file: str) -> WordGroup:
    lists = KEYS.get(kind, {"words", "english"})
    if unknown := table.keys() - lists:
        raise ReferenceFileError(f"{file}: {', '.join(sorted(unknown))} is unknown in [[{kind}]]")
    words, english, asked, heads = (table.get(key, []) for key in ("words", "english", "asked", "of"))
    for given in (words, english, asked, heads):
        if not (isinstance(given, list) and all(isinstance(word, str) and len(word) > 1 for word in given)):
            raise ReferenceFileError(f"{file}: {given!r} is no list of words of two characters and more")
    if unknown := set(heads) - same.keys():
        raise ReferenceFileError(f"{file}: no group in [[same]] begins with {', '.join(sorted(unknown))}")
    words = [*(word for head in heads for word in same[head]), *words]
    if not words or (kind == Kind.LEADS and not asked):
        raise ReferenceFileError(f"{file}: a group in [[{kind}]] has no words")
    return WordGroup(kind, tuple(words), tuple(english), tuple(asked))
