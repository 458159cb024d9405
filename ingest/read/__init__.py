"""The first stage: the bytes of a file as text that every later span points into.

One module a format, each with the same two functions, asked in turn; a format is known by its content, never by the
ending of the file's name.
"""

from __future__ import annotations

import hashlib
from pathlib import PurePath

from ingest.read import text
from ingest.read.characters import storable
from ingest.types import ReadDocument, UnreadableDocumentError

FORMATS = (text,)
"""The readers, the most particular first. Each has `matches(data) -> bool` and `extract(data) -> str`."""


def read(name: str, data: bytes) -> ReadDocument:
    """The document in `data`, from a file called `name`.

    Its text holds only what a database, a spreadsheet and an XML feed can store; a notice says so where something
    had to go. Raises UnreadableDocumentError, with a reason in Chinese, where there is no text to be had.
    """
    for reader in FORMATS:
        if reader.matches(data):
            extracted = reader.extract(data)
            break
    else:
        raise UnreadableDocumentError("认不出这个文件的格式：目前只能读取文本文件。")
    kept, notices = storable(extracted)
    if not kept.strip():
        raise UnreadableDocumentError("文件是空的，里面没有文字。")
    return ReadDocument(PurePath(name).name, hashlib.sha256(data).hexdigest(), kept, notices)
