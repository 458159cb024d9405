"""How much of a file is read: what is beyond is refused, so that one upload cannot take the machine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds; a document or an archive beyond one of them is refused with its name and the bound."""

    size: int = 100 * 2**20
    """Bytes of a file, an archive or a member of one."""
    characters: int = 5_000_000
    """Of a document's text: some 3 000 printed pages."""
    pages: int = 2_000
    """Of a PDF."""
    scanned_pages: int = 200
    """Of a PDF without a text layer: each takes some ten seconds."""
    pixels: int = 40_000_000
    """Of a picture: A3 at 400 dots per inch."""
    members: int = 1_000
    """Files in an archive, or parts of a Word document."""
    tags: int = 1_000_000
    """Marks in the XML of a Word document or in a web page: a printed page has some 500, and each takes memory."""
    unpacked: int = 300 * 2**20
    """Bytes of all members of an archive, or parts of a Word document, together."""
    seconds: int = 60
    """For a program that is run to convert a file."""


LIMITS = Limits()
"""Those that hold where none are named."""


def megabytes(size: int) -> str:
    """A size in words: “100 MB”."""
    return f"{size / 2**20:.0f} MB"
