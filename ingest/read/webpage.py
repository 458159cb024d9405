"""Saved web pages: title, day, body and tables, without navigation and advertisements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import trafilatura

from ingest.read import text
from ingest.read.limits import Limits
from ingest.types import UnreadableDocumentError

NAME = "网页"
ENDINGS: tuple[str, ...] = (".html", ".htm", ".xhtml", ".shtml")
PAGED = False

START = re.compile(r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta)\b", re.I | re.S)
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.I)  # <meta charset="gb2312">
CHINESE_PAGE = re.compile(r"gb", re.I)
"""gb2312 and gbk are what pages say that hold GB18030."""
HEAD = 4096
BLANKS = re.compile(r"[ \t\r\n\f\v]+")
HIDDEN = re.compile(r"display\s*:\s*none", re.I)
SENTENCE = re.compile(r"[。！？；|\n]")  # trafilatura writes tables, also those that lay out a page, with “|”
HEADING = re.compile(r"h([1-6])")

BREAK, CELL = "\x1e", "\x1f"
"""Stand for the end of a line and of a cell until the blanks of the source are gone."""

LEFT_OUT = re.compile(r"script|style|noscript|template|iframe|svg|nav|button|select|textarea|input|object|head|title")
"""Tags whose text is no part of what people read."""
INLINE = re.compile(
    r"a|abbr|b|bd[io]|big|cite|code|del|dfn|em|font|i|ins|kbd|mark|o:p|q|ruby|s|samp|small|span|strike|strong|su[bp]"
    r"|tt|u|var|wbr"
)
"""Tags that stand within a line; every other begins one."""

ENOUGH = 0.9
"""Share of the main text that the element taken for the article must hold."""

DATES = {"original_date": True, "extensive_search": False}
"""The day a page was published, only from where pages name it: no day is better than a guessed one."""


def matches(data: bytes) -> bool:
    return START.match(_head(data)) is not None


def extract(data: bytes, limits: Limits) -> str:
    """The text, its title as a heading and its day of publication as a line. Raises UnreadableDocumentError."""
    page = _decoded(data).translate({ord(BREAK): None, ord(CELL): None})
    tree = trafilatura.load_html(page)
    if tree is None:
        raise UnreadableDocumentError("网页里没有正文。")
    found = trafilatura.bare_extraction(page, with_metadata=True, include_comments=False, date_extraction_params=DATES)
    if found is None or isinstance(found, dict):
        return "\n".join(_lines(tree))
    lines = _lines(_article(tree, found.text or ""))
    title, day = (found.title or "").strip(), str(found.date or "")
    if title and title not in {line.lstrip("# ") for line in lines[:3]}:
        lines.insert(0, f"# {title}")
    if day and not any(day in line for line in lines[:5]):
        lines.insert(1, f"发布时间：{day}")
    return "\n".join(lines)


def _article(tree: Any, words: str) -> Any:
    """The smallest element that holds the main text, found by its words.

    The words are trafilatura's, which leaves out headings between paragraphs; the element has them.
    """
    sentences = {squeezed for part in SENTENCE.split(words) if len(squeezed := _squeezed(part)) > 10}
    wanted = ENOUGH * sum(map(len, sentences))
    while wanted:
        inner = next((child for child in tree if _share(child, sentences) >= wanted), None)
        if inner is None:
            break
        tree = inner
    return tree


def _share(element: Any, sentences: set[str]) -> int:
    """Characters of the sentences that the element holds."""
    if not isinstance(element.tag, str):
        return 0
    text = _squeezed("".join(element.itertext()))
    return sum(len(sentence) for sentence in sentences if sentence in text)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _head(data: bytes) -> str:
    for mark, encoding in text.BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[:HEAD].decode(encoding, errors="ignore")
    return data[:HEAD].decode("latin-1")


def _decoded(data: bytes) -> str:
    """The page in the encoding it names, where that holds; else as any text."""
    named = CHARSET.search(data[:HEAD])
    if named and not any(data.startswith(mark) for mark, _ in text.BYTE_ORDER_MARKS):
        encoding = named[1].decode("ascii")
        with suppress(LookupError, UnicodeDecodeError):
            return data.decode("gb18030" if CHINESE_PAGE.match(encoding) else encoding)
    return text.decoded(data)


def _lines(element: Any) -> list[str]:
    """The text of an element: a line for each paragraph, heading, entry and row of a table, tabs between cells."""
    lines = ("\t".join(map(_line, line.split(CELL))) for line in "".join(_marked(element)).split(BREAK))
    return [line for line in lines if line.strip()]


def _line(text: str) -> str:
    return BLANKS.sub(" ", text).strip()


def _marked(element: Any) -> Iterator[str]:
    """The text of an element with BREAK where a line ends and CELL where a cell does."""
    if not _is_shown(element):
        return
    if element.tag == "tr" and (cells := _cells(element)):
        yield f"{BREAK}{CELL.join(cells)}{BREAK}"
        return
    edge = "" if INLINE.fullmatch(element.tag) else BREAK
    heading = HEADING.fullmatch(element.tag)
    yield edge
    if heading:
        yield f"{'#' * int(heading[1])} {_line(' '.join(element.itertext()))}"
    else:
        yield element.text or ""
        for child in element:
            yield from _marked(child)
            yield child.tail or ""
    yield edge


def _is_shown(element: Any) -> bool:
    """Whether people see it: no comment, no script, not hidden."""
    return (
        isinstance(element.tag, str)
        and not LEFT_OUT.fullmatch(element.tag)
        and not HIDDEN.search(element.get("style") or "")
        and element.get("hidden") is None
    )


def _cells(row: Any) -> list[str]:
    """The texts of a row's cells; none where the table only lays out the page."""
    cells = [child for child in row if child.tag in ("td", "th")]
    if any(next(cell.iter("table"), None) is not None for cell in cells):
        return []
    texts = [" ".join(filter(str.strip, "".join(_marked(cell)).split(BREAK))) for cell in cells]
    return texts if sum(bool(text.strip()) for text in texts) > 1 else []
