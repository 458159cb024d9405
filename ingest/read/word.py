"""Word documents (.docx): paragraphs with the numbers Word makes, headings as Markdown's, tables as lines.

The text is taken from the XML below python-docx's objects, which leave out content controls, accepted insertions and
text boxes. Page headers, footnotes and deleted text are left out.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn

from ingest.read import containers
from ingest.read.limits import Limits
from ingest.read.numbering import Numbering

NAME = "Word（docx）"
ENDINGS: tuple[str, ...] = (".docx", ".docm")
PAGED = False

DEEPEST = 6
"""Heading levels Markdown has."""

BREAKS = {qn("w:tab"): "\t", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-", qn("w:ptab"): "\t"}
LEFT_OUT = {qn("w:pPr"), qn("w:rPr"), qn("w:del"), qn("w:moveFrom"), qn("w:drawing"), qn("w:pict"), qn("w:object")}
TEXT_BOX = qn("w:txbxContent")
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""Old Word's copy of a drawing, with the same text once more."""


def matches(data: bytes) -> bool:
    return containers.kind_of(data) == containers.WORD


def extract(data: bytes, limits: Limits) -> str:
    """The text, a form feed where the writer put a page break. Raises UnreadableDocumentError."""
    with containers.open_zip(data, limits):
        document = docx.Document(io.BytesIO(data))
    return "\n".join(_Text(document).blocks(document.element.body))


class _Text:
    """The lines of one document."""

    def __init__(self, document: Document) -> None:
        self.numbering = Numbering(document)
        self.styles = {style.get(qn("w:styleId")): style for style in document.styles.element.findall(qn("w:style"))}

    def blocks(self, parent: Any) -> Iterator[str]:
        """A line for each paragraph and each row of a table under `parent`."""
        for child in parent:
            if child.tag == qn("w:p"):
                yield from self.paragraph(child)
            elif child.tag == qn("w:tbl"):
                yield from self.table(child)
            elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml"), qn("w:smartTag")):
                yield from self.blocks(child)

    def paragraph(self, element: Any) -> Iterator[str]:
        """The paragraph with its number and heading marks, and after it the text boxes anchored in it."""
        text = "".join(_runs(element))
        if text.strip():
            level = self._number_of(element, "w:outlineLvl")
            mark = "" if level is None or level >= DEEPEST else f"{'#' * (level + 1)} "
            yield f"{mark}{self._label(element)}{text}"
        else:
            yield text
        for box in element.iter(TEXT_BOX):
            if not any(parent.tag == FALLBACK for parent in box.iterancestors()):
                yield from self.blocks(box)

    def table(self, element: Any) -> Iterator[str]:
        """A line for each row, tabs between cells; a row with text in one cell only is text in a frame."""
        for row in element.iter(qn("w:tr")):
            if next(row.iterancestors(qn("w:tbl"))) is not element:
                continue  # of a table in a cell, which is printed with its cell
            cells = [[line for line in self.blocks(cell) if line.strip()] for cell in row.iter(qn("w:tc"))
                     if next(cell.iterancestors(qn("w:tr"))) is row]  # fmt: skip
            filled = [cell for cell in cells if cell]
            if len(filled) == 1:
                yield from filled[0]
            elif filled:
                yield "\t".join(" ".join(cell) for cell in cells)

    def _label(self, element: Any) -> str:
        list_id = self._property(element, "w:numPr/w:numId")
        if list_id in ("", "0"):
            return ""
        return self.numbering.label(list_id, self._number_of(element, "w:numPr/w:ilvl") or 0)

    def _number_of(self, element: Any, path: str) -> int | None:
        value = self._property(element, path)
        return int(value) if value.isdecimal() and len(value) < 3 else None

    def _property(self, element: Any, path: str) -> str:
        """A property of a paragraph: its own, or that of its style or of one the style is based on; “” for none."""
        seen = set()
        while element is not None:
            found = element.find("/".join(map(qn, ("w:pPr", *path.split("/")))))
            if found is not None:
                return found.get(qn("w:val")) or ""
            properties = "w:pPr/w:pStyle" if element.tag == qn("w:p") else "w:basedOn"
            style = element.find("/".join(map(qn, properties.split("/"))))
            name = None if style is None else style.get(qn("w:val"))
            element = None if name in seen else self.styles.get(name)
            seen.add(name)
        return ""


def _runs(element: Any) -> Iterator[str]:
    """The text of a paragraph in its order, text boxes and deleted text left out."""
    for child in element:
        if child.tag in LEFT_OUT or child.tag == FALLBACK:
            continue
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag == qn("w:br"):
            yield "\f" if child.get(qn("w:type")) == "page" else "\n"
        elif child.tag in BREAKS:
            yield BREAKS[child.tag]
        elif len(child):
            yield from _runs(child)
