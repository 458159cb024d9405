"""Files with a password, made for the tests: a PDF that is locked, Office's container of an encrypted document."""

from __future__ import annotations

import hashlib
import re
import struct

from tests.ingest.read.pdf_writer import Sheet, file_of, objects_of

PAD = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
"""What the PDF standard lengthens passwords with."""
PERMISSIONS = struct.pack("<i", -44)
"""No printing, no changes."""
IDENTITY = bytes(range(16))
STREAM = re.compile(rb"(?<=\nstream\n).*(?=\nendstream)", re.DOTALL)
STRING = re.compile(rb"\((\w+)\)")
SECTOR = 512
END, FREE, OF_THE_TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def locked_pdf(password: str, *sheets: Sheet) -> bytes:
    """A PDF of these pages, encrypted (RC4, 128 bits); anyone may open it where `password` is empty."""
    user = (password.encode() + PAD)[:32]
    owner = _many_times(_hash(b"owner" + PAD[:27], 51), user)
    key = _hash(user + owner + PERMISSIONS + IDENTITY, 51)
    check = _many_times(key, _hash(PAD + IDENTITY, 1)) + bytes(16)
    (allowed,) = struct.unpack("<i", PERMISSIONS)
    trailer = (
        f"/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P {allowed} /O <{owner.hex()}> /U <{check.hex()}> >> "
        f"/ID [<{IDENTITY.hex()}> <{IDENTITY.hex()}>]"
    )
    objects = []
    for number, plain in enumerate(objects_of(*sheets), 1):
        own = _hash(key + struct.pack("<I", number)[:3] + b"\0\0", 1)
        body = STREAM.sub(lambda found, own=own: _rc4(own, found[0]), plain)
        if body == plain:
            body = STRING.sub(lambda found, own=own: b"<%b>" % _rc4(own, found[1]).hex().encode(), plain)
        objects.append(body)
    return file_of(objects, trailer)


def container(*streams: str) -> bytes:
    """An OLE file (Compound File Binary) with streams of these names, each of one page of noughts."""
    pages = 4096 // SECTOR  # smaller streams would stand in a table of their own
    table = [OF_THE_TABLE, END]
    entries = [_entry("Root Entry", END, child=1)]
    for number, name in enumerate(streams, 1):
        first = len(table)
        table += [*range(first + 1, first + pages), END]
        entries.append(_entry(name, first, following=number + 1 if number < len(streams) else FREE))
    entries += [bytes(128)] * (-len(entries) % 4)
    table += [FREE] * (SECTOR // 4 - len(table))
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    header += struct.pack("<HHHHHHIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0, 1, 1, 0, 4096, END, 0, END, 0)
    header += struct.pack("<109I", 0, *[FREE] * 108)
    body = b"".join([struct.pack(f"<{len(table)}I", *table), *entries])
    return header + body + bytes(4096 * len(streams))


def _entry(name: str, first: int, *, following: int = FREE, child: int = FREE) -> bytes:
    """The directory's line of a stream, or of the folder that holds those from `child` on."""
    letters = name.encode("utf-16-le") + b"\0\0"
    kind, size = (2, 4096) if child == FREE else (5, 0)
    head = letters.ljust(64, b"\0") + struct.pack("<HBBIII", len(letters), kind, 1, FREE, following, child)
    return head + bytes(36) + struct.pack("<IQ", first, size)


def _hash(data: bytes, times: int) -> bytes:
    for _ in range(times):
        data = hashlib.md5(data).digest()
    return data


def _many_times(key: bytes, data: bytes) -> bytes:
    for turn in range(20):
        data = _rc4(bytes(byte ^ turn for byte in key), data)
    return data


def _rc4(key: bytes, data: bytes) -> bytes:
    box, j = list(range(256)), 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)
