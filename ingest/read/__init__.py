"""The first stage: the bytes of a file as text that every later span points into.

One module a format, each with the same few names (see `Format`), asked in turn; a format is known by its content,
never by the ending of the file's name. An archive is taken apart first, by `documents`.
"""

from __future__ import annotations

import hashlib
from pathlib import Path, PurePath
from typing import Protocol

from ingest.limits import LIMITS, Limits, megabytes
from ingest.read import containers, doc, foreign, ocr, pdf, text, webpage, word
from ingest.read.archive import NESTED, Opener, documents, is_hidden
from ingest.read.characters import PAGE_BREAK, storable
from ingest.read.extraction import Extraction
from ingest.types import Notice, ReadDocument, Severity, UnreadableDocumentError

__all__ = ["LIMITS", "Limits", "Opener", "documents", "is_hidden", "read", "whole_file"]


class Format(Protocol):
    """What a module that reads one format has."""

    NAME: str
    """In Chinese, as an official calls it."""
    ENDINGS: tuple[str, ...]
    """Endings that promise this format."""

    def matches(self, data: bytes) -> bool: ...

    def extract(self, data: bytes, limits: Limits) -> Extraction:
        """What the file holds.

        Raises UnreadableDocumentError where there is a reason to give; a parser may fail otherwise.
        """
        ...


FORMATS: tuple[Format, ...] = (word, doc, pdf, ocr, webpage, text)
"""The most particular first: plain text takes what no other does."""

LONGEST_NAME = 255
"""Characters of a file's name, as on a disk; in an archive it may have more."""


def whole_file(file: Path, limits: Limits = LIMITS) -> bytes:
    """The bytes of a file. Raises UnreadableDocumentError where they are too many to be taken in; OSError."""
    if (size := file.stat().st_size) > limits.size:
        raise UnreadableDocumentError(_too_large(size, limits))
    return file.read_bytes()


def read(name: str, data: bytes, limits: Limits = LIMITS) -> ReadDocument:
    """The document in `data`, from a file called `name`.

    Its text holds only what a database, a spreadsheet and an XML feed can store; a notice says so where something
    had to go, or where the name promises another format. Raises UnreadableDocumentError, with a reason in Chinese,
    where there is no text to be had, whatever the bytes are.
    """
    if len(data) > limits.size:
        raise UnreadableDocumentError(_too_large(len(data), limits))
    if containers.is_zip(data) and not word.matches(data):
        raise UnreadableDocumentError(_other_zip(data, limits))
    reader = next(reader for reader in FORMATS if reader.matches(data))
    found = _extracted(reader, data, limits)
    if len(found.text) > limits.characters:
        raise UnreadableDocumentError(f"文件有 {len(found.text)} 字，超过上限 {limits.characters} 字，请拆分后再收入。")
    kept, damage = storable(found.text)
    if not any(map(str.isalnum, kept)):
        raise UnreadableDocumentError("文件是空的，里面没有文字。")
    pages = (0, *(at + 1 for at, sign in enumerate(kept) if sign == PAGE_BREAK)) if found.paged else ()
    path = PurePath(name)
    notices = (*_wrong_ending(path.suffix, reader), *found.notices, *damage, *ocr.notices(found.scans, pages))
    return ReadDocument(path.name[-LONGEST_NAME:], hashlib.sha256(data).hexdigest(), kept, notices, pages, found.scans)


def _too_large(size: int, limits: Limits) -> str:
    return f"文件有 {megabytes(size)}，超过上限 {megabytes(limits.size)}，未打开。"


def _extracted(reader: Format, data: bytes, limits: Limits) -> Extraction:
    """What the reader finds. Parsers of foreign files fail in any way there is: each is one unreadable document."""
    try:
        return reader.extract(data, limits)
    except UnreadableDocumentError:
        raise
    except Exception as error:
        raise UnreadableDocumentError(f"{reader.NAME}文件已损坏，无法读取。") from error


def _other_zip(data: bytes, limits: Limits) -> str:
    """Why a ZIP file that is no Word document is not read."""
    if kind := containers.kind_of(data):
        return foreign.refusal(kind)
    containers.open_zip(data, limits).close()
    return NESTED


def _wrong_ending(ending: str, reader: Format) -> tuple[Notice, ...]:
    """A notice where the name's ending belongs to another format than the content."""
    promised = next((other for other in FORMATS if ending.lower() in other.ENDINGS), reader)
    if promised is reader:
        return ()
    message = f"文件名以 {ending} 结尾，内容却是{reader.NAME}，已按{reader.NAME}读取。"
    return (Notice("wrong-ending", Severity.INFO, message),)
