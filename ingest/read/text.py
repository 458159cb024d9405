"""Plain text in whatever encoding Chinese offices save it: UTF-8, GB18030, Big5, UTF-16, HZ."""

from __future__ import annotations

import codecs
import json
import re
import unicodedata
from contextlib import suppress

import charset_normalizer

from ingest.limits import Limits
from ingest.read import foreign
from ingest.read.extraction import Extraction
from ingest.types import UnreadableDocumentError

NAME = "文本"
ENDINGS: tuple[str, ...] = (".txt", ".md", ".markdown", ".text")

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

HZ = re.compile(rb"~\{(?:[!-w][!-~]){2,}~\}")
"""Chinese in seven bits, as old mail systems sent it: “~{FsR5~}” is 企业."""

CANDIDATES = ["gb18030", "big5", "utf_16_le", "utf_16_be"]
"""Tried where the bytes are no UTF-8."""

DAMAGE = 0.002
"""Share of bytes that may be broken in a text still taken for UTF-8: a cut file, a slip of an editor."""

READABLE = 0.9
"""Share of characters that must be letters, digits, marks or blanks for decoded bytes to be a text."""

FEW = 3
"""Strange characters that even the shortest text may hold."""


def matches(data: bytes) -> bool:
    """Plain text has no mark of its own: it is what is left, and `extract` refuses what is no text."""
    return True


def extract(data: bytes, limits: Limits) -> Extraction:
    """The bytes as text, where a form feed ends a page. Raises UnreadableDocumentError where they are none."""
    if kind := foreign.kind_of(data):
        raise UnreadableDocumentError(foreign.refusal(kind))
    text = decoded(data)
    if kind := _data_in(text):
        raise UnreadableDocumentError(foreign.refusal(f"{kind} 数据"))
    return Extraction(text, paged="\f" in text)


def _data_in(text: str) -> str:
    """What programs exchange, as a folder of documents may hold beside them: “JSON”, “XML”; “” for a text."""
    begun = text.lstrip("\ufeff \t\r\n")
    if begun.startswith("<?xml"):
        return "XML"
    if begun.startswith(("{", "[")):
        with suppress(ValueError, RecursionError):
            return "JSON" if isinstance(json.loads(begun), (dict, list)) else ""
    return ""


def decoded(data: bytes) -> str:
    """The bytes as text, whatever its encoding. Raises UnreadableDocumentError where they are none."""
    text = _decode(data)
    if text is None or not _is_readable(text):
        raise UnreadableDocumentError(
            f"文件不是文本，或者编码无法识别（支持 UTF-8、GB18030、Big5、UTF-16）。{foreign.READABLE}"
        )
    return text


def _decode(data: bytes) -> str | None:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if data.isascii() and HZ.search(data):
        with suppress(UnicodeDecodeError):
            return data.decode("hz")
    for errors in ("strict", "surrogatepass"):
        with suppress(UnicodeDecodeError):
            return data.decode("utf-8", errors)
    repaired = data.decode("utf-8", errors="replace")
    if repaired.count("\ufffd") <= max(1, DAMAGE * len(data)) and len(repaired) < len(data):
        return repaired
    best = charset_normalizer.from_bytes(data, cp_isolation=CANDIDATES).best()
    return None if best is None else str(best)


def _is_readable(text: str) -> bool:
    """Whether a person would call it text: few control, private or unassigned characters."""
    if not text:
        return True
    sample = text[:20_000]
    strange = sum(unicodedata.category(character)[0] == "C" and character not in "\r\n\t\f" for character in sample)
    return strange <= max(FEW, (1 - READABLE) * len(sample))
