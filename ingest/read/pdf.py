"""PDF with a text layer: paragraphs and columns by the places of the characters, tables by their lines.

pdfium gives the characters and their places; pdfplumber is asked only for the cells of a page that has lines drawn on
it. A page that shows something but holds no text was scanned: it goes to the optional text recognition.
"""

from __future__ import annotations

import ctypes
import io
import logging
import re
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from math import isfinite, pi

import pdfplumber
import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]
from pdfplumber.table import Table

from ingest.limits import Limits
from ingest.read import foreign, layout, ocr
from ingest.read.extraction import Extraction
from ingest.read.layout import Piece
from ingest.types import Notice, PageScan, Severity, UnreadableDocumentError

logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of every font it does not know

Box = tuple[float, float, float, float]

NAME = "PDF"
ENDINGS: tuple[str, ...] = (".pdf",)

MAGIC = b"%PDF-"
MAGIC_WITHIN = 1024
"""The header may come after some bytes of a mail or a printer."""

DESCENT = 0.12
"""Share of a Chinese character's height that stands below the line."""

FEWEST_LINES = 4
"""Drawn lines or boxes from which a page may hold a table."""
MOST_LINES = 5_000
"""Beyond, they are a drawing or a map."""

EDGE = 3
"""Lines that a page may print above or below a table: its header, its number."""
BROKEN_OFF = re.compile(r"[，。；、].*[^。！？；…”）]$")  # "登记、交易并到一个窗口。办理时间由10"


def matches(data: bytes) -> bool:
    return MAGIC in data[:MAGIC_WITHIN]


def extract(data: bytes, limits: Limits) -> Extraction:
    """The text, a form feed between two pages. Raises UnreadableDocumentError."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UnreadableDocumentError(_why_not_opened(data)) from error
    try:
        if len(document) > limits.pages:
            raise UnreadableDocumentError(f"PDF 有 {len(document)} 页，超过上限 {limits.pages} 页，请拆分后再收入。")
        pages, pictures = _pages(document, data, limits)
        if not pictures:
            return Extraction("\f".join(pages), paged=True)
        if any(map(str.strip, pages)) and not ocr.is_installed():
            return Extraction("\f".join(pages), paged=True, notices=(_unread(pictures),))
        scans = _recognised(document, pages, pictures, limits)
    finally:
        document.close()
    return Extraction("\f".join(pages), paged=True, scans=scans)


def _why_not_opened(data: bytes) -> str:
    """Asked of pdfium itself: of a file without pages pypdfium2 tells what was wrong with the one before it."""
    if document := pdfium.FPDF_LoadMemDocument64(data, len(data), None):
        pdfium.FPDF_CloseDocument(document)
        return "PDF 里没有页面，没有可读的内容。"
    if pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD:
        return foreign.locked("PDF")
    return "PDF 文件已损坏，无法打开。"


def _recognised(
    document: pypdfium2.PdfDocument, pages: list[str], pictures: list[int], limits: Limits
) -> tuple[PageScan, ...]:
    """Read those pages from their pictures, into `pages`. Raises UnreadableDocumentError, also without the extra."""
    ocr.engine_or_refuse("PDF 是扫描件，")
    if len(pictures) > limits.scanned_pages:
        raise UnreadableDocumentError(
            f"扫描件有 {len(pictures)} 页，超过上限 {limits.scanned_pages} 页，请拆分后再收入。"
        )
    scans = []
    for number in pictures:
        pages[number - 1], scan = ocr.page_of(document[number - 1], number, limits)
        scans.append(scan)
    return tuple(scans)


def _unread(pictures: list[int]) -> Notice:
    """Some pages are pictures, and the extra that reads them is not there."""
    numbers = "、".join(map(str, pictures[:10])) + ("等" if len(pictures) > 10 else "")
    message = f"第 {numbers} 页是图像，没有文字，共 {len(pictures)} 页未读；读取需安装可选组件 ocr。"
    return Notice("page-without-text", Severity.WARNING, message)


def _pages(document: pypdfium2.PdfDocument, data: bytes, limits: Limits) -> tuple[list[str], list[int]]:
    """The text of each page, and the numbers (from 1) of those that show something but hold no text."""
    pages: list[str] = []
    pictures: list[int] = []
    length = columns = 0
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        if (length := length + text.count_chars()) > limits.characters:
            raise UnreadableDocumentError(f"PDF 的文字超过上限 {limits.characters} 字，请拆分后再收入。")
        angle = _angle(text)
        glyphs = list(_glyphs(text, page.get_cropbox(), angle))
        # The second parser turns a page as it says, not as its text runs.
        is_ruled = glyphs and angle == page.get_rotation() and _has_lines(page)
        tables = _tables(data, number, columns) if is_ruled else []
        columns = len(tables[-1].rows[-1].cells) if tables else 0
        pages.append(_text(glyphs, tables))
        if not glyphs and next(page.get_objects(max_depth=1), None) is not None:
            pictures.append(number + 1)
        text.close()
        page.close()
    for above, below in pairwise(range(len(pages))):
        pages[above], pages[below] = _with_whole_row(pages[above], pages[below])
    return pages, pictures


def _with_whole_row(page: str, following: str) -> tuple[str, str]:
    """Two pages, a row of a table that breaks off on the first made whole there."""
    above, below = page.split("\n"), following.split("\n")
    last = next((n for n in range(len(above) - 1, -1, -1)[:EDGE] if "\t" in above[n]), None)
    first = next((n for n, line in enumerate(below[: EDGE + 1]) if "\t" in line and line not in above), None)
    if last is None or first is None:
        return page, following
    cells, more = above[last].split("\t"), below[first].split("\t")
    broken_off = (BROKEN_OFF.search(cell) for cell, rest in zip(cells, more, strict=False) if rest)
    if len(cells) != len(more) or more[0] or not any(broken_off):
        return page, following
    above[last] = "\t".join(map(str.__add__, cells, more))
    return "\n".join(above), "\n".join([*below[:first], *below[first + 1 :]])


def _angle(text: pypdfium2.PdfTextPage) -> int:
    """Degrees by which most of the text has to be turned clockwise to be upright: 0, 90, 180 or 270."""
    angles = (pdfium.FPDFText_GetCharAngle(text, i) for i in range(text.count_chars()))
    quarters = Counter(-round(angle / (pi / 2)) % 4 for angle in angles if isfinite(angle) and angle >= 0)
    return quarters.most_common(1)[0][0] * 90 if quarters else 0


def _glyphs(text: pypdfium2.PdfTextPage, frame: Box, angle: int) -> Iterator[Piece]:
    """The printed characters with their places, turned by `angle`."""
    for i in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, i)
        character = chr(code) if code <= sys.maxunicode else ""
        if not character.strip() or character in "\f\u2029" or pdfium.FPDFText_IsGenerated(text, i) == 1:
            continue
        left, bottom, right, top = _turned(_box(text, i), frame, angle)
        if left <= right and bottom < top:
            yield Piece(character, left, -top, right, -bottom)


def _box(text: pypdfium2.PdfTextPage, i: int) -> Box:
    """Left, bottom, right, top of a character, as high as its font: that of “一” in some fonts is a hair's breadth."""
    left, bottom, right, top = text.get_charbox(i, loose=True)
    matrix = pdfium.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetMatrix(text, i, matrix)
    pdfium.FPDFText_GetCharOrigin(text, i, x, y)
    size = pdfium.FPDFText_GetFontSize(text, i) * matrix.d
    if size > 0 and abs(matrix.b) < abs(matrix.d) / 10:
        bottom, top = y.value - DESCENT * size, y.value + (1 - DESCENT) * size
    return left, bottom, right, top


def _turned(box: Box, frame: Box, angle: int) -> Box:
    """A box on the page turned clockwise by `angle`; its origin is the top left corner then, y still upwards."""
    left, bottom, right, top = box
    x0, y0, x1, y1 = frame
    match angle:
        case 90:
            return bottom - y0, x0 - right, top - y0, x0 - left
        case 180:
            return x1 - right, y0 - top, x1 - left, y0 - bottom
        case 270:
            return y1 - top, left - x1, y1 - bottom, right - x1
        case _:
            return left - x0, bottom - y1, right - x0, top - y1


def _has_lines(page: pypdfium2.PdfPage) -> bool:
    lines = sum(1 for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=3))
    return FEWEST_LINES <= lines <= MOST_LINES


def _tables(data: bytes, number: int, columns: int) -> list[Table]:
    """The tables with drawn lines on a page; that on the page before ends with a row of so many `columns`."""
    try:
        with pdfplumber.open(io.BytesIO(data), pages=[number + 1]) as document:
            tables: list[Table] = document.pages[0].find_tables()
            return [table for table in tables if _has_cells(table, columns)]
    except Exception:  # a second parser, stricter than the first: without it the table is read as lines of text
        return []


def _has_cells(table: Table, columns: int) -> bool:
    """Whether it is no frame around text, of a single row or column; a single row may be the rest of another table."""
    most = max(len(row.cells) for row in table.rows)
    return most > 1 and (len(table.rows) > 1 or most == columns)


def _text(glyphs: list[Piece], tables: list[Table]) -> str:
    """The page's text; each table stands where its first line is, a line for each row, tabs between cells."""
    parts: list[str] = []
    for table in sorted(tables, key=lambda table: table.bbox[1]):
        above = [glyph for glyph in glyphs if glyph.middle < table.bbox[1]]
        inside = [glyph for glyph in glyphs if _is_in(glyph, table.bbox)]
        rows = ["\t".join(_cell(inside, cell) for cell in row.cells if cell) for row in table.rows]
        parts += [_prose(above), "\n".join(row for row in rows if row.strip())]
        taken = {id(glyph) for glyph in (*above, *inside)}
        glyphs = [glyph for glyph in glyphs if id(glyph) not in taken]
    return "\n".join(filter(None, [*parts, _prose(glyphs)]))


def _prose(glyphs: list[Piece]) -> str:
    return layout.page_text(layout.pieces_of(glyphs))


def _cell(glyphs: list[Piece], box: Box) -> str:
    inside = [glyph for glyph in glyphs if _is_in(glyph, box)]
    return "".join(piece.text for piece in layout.pieces_of(inside))


def _is_in(glyph: Piece, box: Box) -> bool:
    left, top, right, bottom = box
    return left <= (glyph.left + glyph.right) / 2 <= right and top <= glyph.middle <= bottom
