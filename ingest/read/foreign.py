"""Files that are known for what they are and are not read: other formats, and those behind a password."""

from __future__ import annotations

KINDS: tuple[tuple[int, bytes, str], ...] = (
    (0, b"{\\rtf", "RTF "),
    (0, b"Rar!", "RAR 压缩"),
    (0, b"7z\xbc\xaf'\x1c", "7z 压缩"),
    (0, b"\x1f\x8b", "gzip 压缩"),
    (4, b"ftypheic", "HEIC 图片"),
    (4, b"ftypmif1", "HEIC 图片"),
    (4, b"ftyp", "视频"),
    (0, b"CAJ", "CAJ "),
    (0, b"%!PS", "PostScript "),
    (0, b"MZ\x90", "程序"),
)
"""Where a mark stands in the bytes, the mark, and what an official calls such a file."""

READABLE = "可以读取的有文本、Word（doc、docx）、PDF、网页、图片，以及它们的 zip 压缩包。"


def kind_of(data: bytes) -> str:
    """What kind of file it is; “” where it is none of these."""
    return next((kind for at, mark, kind in KINDS if data.startswith(mark, at)), "")


def refusal(kind: str) -> str:
    """Why a file of this kind is not read, and what to do: “这是 Excel（xlsx）文件，……”."""
    return f"这是 {kind}文件，不能读取。{READABLE}"


def locked(kind: str) -> str:
    """Why a file of a kind that is read is not, where it has a password."""
    return f"{kind} 文件有密码，无法打开，请先去掉密码。"
