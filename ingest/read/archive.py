"""Archives: the documents in a ZIP file, each on its own."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import PurePath, PurePosixPath

from ingest.limits import LIMITS, Limits, megabytes
from ingest.read import containers
from ingest.types import UnreadableDocumentError

UTF8_NAME = 0x800
"""Flag of a member whose name is UTF-8; without it Chinese Windows writes GBK."""
ENCRYPTED = 0x1

SYSTEM_FILES = ("thumbs.db", "desktop.ini")

NESTED = "压缩包里的压缩包不会打开，请解压后再收入。"

Opener = Callable[[], bytes]


def documents(name: str, data: bytes, limits: Limits = LIMITS) -> Iterator[tuple[str, Opener]]:
    """The documents in a file called `name`: itself, or where it is an archive each file in it, in the order packed.

    Each comes with its name and with what gives its bytes, which may raise UnreadableDocumentError for this one
    alone (encrypted, damaged, too large, a path that leads out of the archive). Raises UnreadableDocumentError where
    the archive itself cannot be opened, is empty or beyond the limits.
    """
    if len(data) > limits.size or not containers.is_zip(data) or containers.kind_of(data):
        yield name, lambda: data
        return
    with containers.open_zip(data, limits) as archive:
        members = [(_name(member), member) for member in archive.infolist() if not member.is_dir()]
        members = [(inside, member) for inside, member in members if not is_hidden(PurePosixPath(inside))]
        if not members:
            raise UnreadableDocumentError("压缩包是空的，里面没有文件。")
        for inside, member in members:
            yield f"{name}/{inside}", partial(_unpack, archive, member, inside, limits)


def _name(member: zipfile.ZipInfo) -> str:
    """The name as its owner saw it: what is not marked as UTF-8 was decoded as CP437 and is UTF-8 or GBK."""
    if member.flag_bits & UTF8_NAME:
        return member.filename
    try:
        raw = member.filename.encode("cp437")
    except UnicodeEncodeError:
        return member.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return member.filename


def is_hidden(path: PurePath) -> bool:
    """What systems and programs put in unasked: “__MACOSX/._案例.docx”, “.DS_Store”, “~$案例.docx” of an open Word."""
    parts = [part for part in path.parts if part != ".."]
    return any(part.startswith((".", "__MACOSX", "~$")) for part in parts) or path.name.lower() in SYSTEM_FILES


def _unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, limits: Limits) -> bytes:
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or path.parts[0].endswith(":"):
        raise UnreadableDocumentError("文件在压缩包里的路径不安全，未打开。")
    if member.flag_bits & ENCRYPTED:
        raise UnreadableDocumentError("压缩包有密码，无法打开，请解压后再收入。")
    if member.file_size > limits.size:
        raise UnreadableDocumentError(
            f"文件有 {megabytes(member.file_size)}，超过上限 {megabytes(limits.size)}，未打开。"
        )
    try:
        return archive.read(member)
    except Exception as error:  # a damaged stream raises zlib.error, EOFError, NotImplementedError and others
        raise UnreadableDocumentError("文件在压缩包里已损坏，无法解压。") from error
