"""Saved web pages: title, day, body and tables, without navigation and advertisements."""

from __future__ import annotations

import email
import email.policy
import logging
import re
from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from typing import Any

import trafilatura
from lxml import etree, html  # type: ignore[import-untyped]

from ingest.limits import Limits
from ingest.read import text
from ingest.read.extraction import Extraction
from ingest.types import Notice, Severity, UnreadableDocumentError

logging.getLogger("trafilatura").setLevel(logging.ERROR)  # it warns of every page without an article

NAME = "网页"
ENDINGS: tuple[str, ...] = (".html", ".htm", ".xhtml", ".shtml", ".mht", ".mhtml")

START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|meta|title|link|style|script|base)\b",
    re.I | re.S,
)
PIECE = re.compile(r"\s*<(?:div|p|h[1-6]|table|section|article|center|font|span|ul|ol)\b[^>]*>", re.I)
"""How a piece of a page begins, as copied out of its source; Markdown may begin so too, but does not end with a tag."""
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.I)  # <meta charset="gb2312">
CHINESE_PAGE = re.compile(r"gb", re.I)
"""gb2312 and gbk are what pages say that hold GB18030."""
HEAD = 4096
ARCHIVE = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,20}", re.I)
"""The head of a page saved with its pictures in one file (.mht), which is a mail without an addressee."""
WIDE = r"[\u2e80-\u9fff，。、；：！？“”（）]"
SOURCE_BREAK = re.compile(rf"(?<={WIDE})[ \t]*\r?\n\s*(?={WIDE})")
"""Where the page's source goes on in a new line between two Chinese characters: no blank is meant there."""
BLANKS = re.compile(r"[ \t\r\n\f\v]+")
HIDDEN = re.compile(r"display\s*:\s*none", re.I)
SENTENCE = re.compile(r"[^。！？；|\t\n]{10,}[。！？；]")
"""Within a cell: trafilatura writes tables, also those that lay out a page, with “|”."""
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

DEEPEST = 200
"""Levels of elements that parsers bear; pages that never close their <font> go deeper."""
TOO_DEEP = 900
CUT = 2_000
"""Levels near which lxml leaves out the rest without a word."""

SAMPLE = 200
"""Sentences by which the element is found: looking for each of a book's would take minutes."""

DATES = {"original_date": True, "extensive_search": False}
"""The day a page was published, only from where pages name it: no day is better than a guessed one."""


def matches(data: bytes) -> bool:
    head = _head(data)
    is_piece = PIECE.match(head) is not None and data.rstrip().endswith(b">")
    return is_piece or START.match(head) is not None or _is_archive(data)


def extract(data: bytes, limits: Limits) -> Extraction:
    """The text, its title as a heading and its day of publication as a line. Raises UnreadableDocumentError."""
    page = _decoded(_page_in(data) if _is_archive(data) else data)
    if page.count("<") > limits.tags:
        raise UnreadableDocumentError(f"网页的内部标记超过上限 {limits.tags} 个，请拆分后再收入。")
    tree = _tree(page.translate({ord(BREAK): None, ord(CELL): None}))
    if tree.find(".//frameset") is not None:
        raise UnreadableDocumentError("网页由几个框架拼成，正文不在这个文件里，请打开正文所在的框架另存后再收入。")
    found = trafilatura.bare_extraction(
        deepcopy(tree), with_metadata=True, include_comments=False, date_extraction_params=DATES
    )
    if found is None or isinstance(found, dict):
        return Extraction("\n".join(_lines(tree)))
    lines = _lines(_article(tree, found.text or ""))
    notices = tuple(_left_out(_lines(tree), lines))
    title, day = (found.title or "").strip(), str(found.date or "")
    if title and title not in {line.lstrip("# ") for line in lines[:3]}:
        lines.insert(0, f"# {title}")
    if day and not any(day in line for line in lines[:5]):
        lines.insert(1, f"发布时间：{day}")
    return Extraction("\n".join(lines), notices=notices)


def _is_archive(data: bytes) -> bool:
    head = ARCHIVE.match(data[:HEAD])
    return head is not None and b"multipart/related" in head[0].lower()


def _page_in(data: bytes) -> bytes:
    """The page in a file that holds it together with its pictures. Raises UnreadableDocumentError."""
    for part in email.message_from_bytes(data, policy=email.policy.default).walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            return content if isinstance(content, bytes) else b""
    raise UnreadableDocumentError("网页里没有正文。")


def _tree(page: str) -> Any:
    """The page's elements. Raises UnreadableDocumentError where they lie too deep or there are none."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        tree = html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError as error:
        raise UnreadableDocumentError("网页里没有正文。") from error
    depth = _depth(tree)
    if DEEPEST < depth < CUT:
        etree.strip_tags(tree, "font", "span", "b", "strong", "i", "em", "u")
        depth = _depth(tree)
    if depth > TOO_DEEP:
        raise UnreadableDocumentError(f"网页的层次超过上限 {TOO_DEEP} 层，未读取。")
    return tree


def _depth(tree: Any) -> int:
    depth = deepest = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _article(tree: Any, words: str) -> Any:
    """The smallest element that holds all of the main text, found by its sentences; never a single line of it.

    The words are trafilatura's, which leaves out headings between paragraphs; the element has them.
    """
    sentences = [_squeezed(part) for part in SENTENCE.findall(words) or words.splitlines()]
    sample = [*sentences[:: 1 + len(sentences) // SAMPLE], *sentences[-1:]]
    wanted = _held(tree, sample)
    while wanted:
        inner = next((child for child in tree if _held(child, sample) == wanted), None)
        if inner is None or not _has_lines(inner):
            break
        tree = inner
    return tree


def _left_out(page: list[str], article: list[str]) -> Iterator[Notice]:
    """What else the page says in whole sentences: of other articles mostly, but an editor may miss it."""
    kept = {sentence.strip() for line in article for sentence in SENTENCE.findall(line)}
    rest = [sentence.strip() for line in page for sentence in SENTENCE.findall(line) if sentence.strip() not in kept]
    if rest:
        message = f"网页上正文之外的 {len(rest)} 句话未收入，例如“{rest[0]}”"
        yield Notice("navigation", Severity.INFO, message)


def _has_lines(element: Any) -> bool:
    return not all(INLINE.fullmatch(str(child.tag)) for child in element.iterdescendants())


def _held(element: Any, sentences: list[str]) -> int:
    """How many of the sentences the element holds."""
    if not isinstance(element.tag, str):
        return 0
    text = _squeezed("".join(element.itertext()))
    return sum(sentence in text for sentence in sentences)


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
    return BLANKS.sub(" ", SOURCE_BREAK.sub("", text)).strip()


def _marked(element: Any) -> Iterator[str]:
    """The text of an element with BREAK where a line ends and CELL where a cell does."""
    if not _is_shown(element):
        return
    if element.tag == "tr" and (cells := _cells(element)):
        yield f"{BREAK}{CELL.join(cells)}{BREAK}"
        return
    edge = "" if INLINE.fullmatch(element.tag) else BREAK
    if element.tag == "pre":
        yield BREAK + BREAK.join("".join(element.itertext()).splitlines()) + BREAK
        return
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
