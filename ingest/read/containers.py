"""What a ZIP file holds: Office documents are ZIP files too. Nothing is unpacked to disk."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

from ingest.limits import Limits, megabytes
from ingest.types import UnreadableDocumentError

MAGIC = b"PK\x03\x04"
EMPTY = b"PK\x05\x06"

OFFICE: tuple[tuple[str, str], ...] = (
    ("word/document", "Word（docx）"),
    ("xl/workbook", "Excel（xlsx）"),
    ("ppt/presentation.xml", "PowerPoint（pptx）"),
    ("OFD.xml", "OFD"),
    ("content.xml", "OpenDocument"),
    ("META-INF/container.xml", "EPUB"),
)
"""How a member is called that only this kind of file has (“word/document2.xml” too), and what an official calls it."""

WORD = OFFICE[0][1]


def is_zip(data: bytes) -> bool:
    return data.startswith((MAGIC, EMPTY))


def kind_of(data: bytes) -> str:
    """The kind of Office file in `data`; “” for a plain archive and for what is damaged."""
    if not is_zip(data):
        return ""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [part_name(member) for member in archive.infolist()]
    except Exception:  # zipfile raises more than BadZipFile on damaged directories; extracting says what is wrong
        names = []
    return next((kind for mark, kind in OFFICE if any(name.startswith(mark) for name in names)), "")


def part_name(member: zipfile.ZipInfo) -> str:
    """The name of a part of an Office file; some programs write it with the separators of Windows."""
    return member.filename.replace("\\", "/")


def open_zip(data: bytes, limits: Limits) -> zipfile.ZipFile:
    """The ZIP file in `data`, not unpacked. Raises UnreadableDocumentError where it is damaged or too large.

    The sizes a member declares are binding: the standard library never unpacks more than them.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except Exception as error:  # as above
        raise UnreadableDocumentError("压缩包或 Word 文件已损坏，无法打开。") from error
    members = archive.infolist()
    if len(members) > limits.members:
        raise UnreadableDocumentError(f"文件里有 {len(members)} 个部分，超过上限 {limits.members} 个，未打开。")
    if (total := total_size(members)) > limits.unpacked:
        raise UnreadableDocumentError(f"解压后有 {megabytes(total)}，超过上限 {megabytes(limits.unpacked)}，未打开。")
    return archive


def total_size(members: Iterable[zipfile.ZipInfo]) -> int:
    return sum(member.file_size for member in members)
