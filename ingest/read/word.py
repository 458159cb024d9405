"""Word documents (.docx): paragraphs with the numbers Word makes, headings as Markdown's, tables as lines.

The text is taken from the XML below python-docx's objects, which leave out content controls, accepted insertions and
text boxes. Page headers, deleted and hidden text are left out; footnotes are told in a notice.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

import docx
from docx.document import Document
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree  # type: ignore[import-untyped]

from ingest.limits import Limits
from ingest.read import containers, webpage
from ingest.read.extraction import Extraction
from ingest.read.numbering import Numbering
from ingest.types import Notice, Severity, UnreadableDocumentError

NAME = "Word（docx）"
ENDINGS: tuple[str, ...] = (".docx", ".docm", ".dotx", ".dotm")

STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
"""Names in the strict variant of the format; python-docx knows those of the usual one."""
VARIANT = re.compile(
    rb"application/vnd\.(?:ms-word\.(?:document|template)\.macroEnabled(?:Template)?"
    rb"|openxmlformats-officedocument\.wordprocessingml\.template)\.main\+xml"
)
"""Types of documents with macros and of templates, which hold their text as documents do."""
USUAL = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
XML = (".xml", ".rels")
READ = {"officeDocument", "styles", "numbering", "footnotes", "endnotes", "aFChunk"}
"""Kinds of parts with text, or with what it looks like."""

DEEPEST = 6
"""Heading levels Markdown has."""

WORDS = {qn("w:t"), qn("m:t")}
BREAKS = {qn("w:tab"): "\t", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-", qn("w:ptab"): "\t"}
PICTURES = tuple(qn(f"w:{tag}") for tag in ("drawing", "pict", "object"))
LEFT_OUT = {*PICTURES, *(qn(f"w:{tag}") for tag in ("pPr", "rPr", "del", "moveFrom", "rt"))}
"""Properties, deleted and moved text, drawings (whose text boxes are read apart), the readings above characters."""
TEXT_BOX = qn("w:txbxContent")
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""Old Word's copy of a drawing, with the same text once more."""


MARK_DELETED = "/".join(map(qn, ("w:pPr", "w:rPr", "w:del")))
HIDDEN = "/".join(map(qn, ("w:rPr", "w:vanish")))
OFF = ("0", "false", "off")


def matches(data: bytes) -> bool:
    return containers.kind_of(data) == containers.WORD


def extract(data: bytes, limits: Limits) -> Extraction:
    """The text, a form feed where the writer put a page break. Raises UnreadableDocumentError."""
    document = docx.Document(_usual(data, limits))
    text = "\n".join(_Text(document, limits).blocks(document.element.body))
    if not text.strip() and next(document.element.body.iter(*PICTURES), None) is not None:
        raise UnreadableDocumentError("Word 文件里只有图片，没有文字，请另存为 PDF 后再收入，由文字识别读取。")
    return Extraction(text, notices=tuple(_footnotes(document)))


def _usual(data: bytes, limits: Limits) -> io.BytesIO:
    """The document in the variant that python-docx knows. Raises UnreadableDocumentError where it would take memory."""
    usual = io.BytesIO()
    tags = 0
    with containers.open_zip(data, limits) as archive, zipfile.ZipFile(usual, "w") as copy:
        names = {containers.part_name(member) for member in archive.infolist()}
        for member in archive.infolist():
            name, part = containers.part_name(member), archive.read(member)
            if name.endswith(XML):
                tags += part.count(b"<")
                part = VARIANT.sub(USUAL, STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/", part))
            if tags > limits.tags:
                raise UnreadableDocumentError(f"Word 文件的内部标记超过上限 {limits.tags} 个，请拆分后再收入。")
            copy.writestr(name, _relations(part, name, names) if name.endswith(".rels") else part)
    return usual


def _relations(part: bytes, name: str, names: set[str]) -> bytes:
    """The relations of a part that lead to text: python-docx follows all there are, and fails over a broken one."""
    root = parse_xml(part)
    for relation in list(root):
        kind = relation.get("Type", "").rpartition("/")[2]
        target = PackURI.from_rel_ref(f"/{PurePosixPath(name).parent.parent}", relation.get("Target", ""))
        if kind not in READ or target.membername not in names:
            root.remove(relation)
    return etree.tostring(root)


def _footnotes(document: Document) -> Iterator[Notice]:
    """What stands in footnotes and endnotes: it belongs to no paragraph, but an editor may want it."""
    for kind, name in (("footnote", "脚注"), ("endnote", "尾注")):
        notes = []
        for relation in document.part.rels.values():
            if relation.reltype.endswith(f"/{kind}s"):
                root = parse_xml(relation.target_part.blob)
                texts = ("".join(_runs(note)).strip() for note in root.findall(qn(f"w:{kind}")))
                notes += [text for text in texts if text]
        if notes:
            message = f"{len(notes)} 条{name}未收入正文：{'；'.join(notes)}"
            yield Notice("footnotes", Severity.INFO, message)


class _Text:
    """The lines of one document."""

    def __init__(self, document: Document, limits: Limits) -> None:
        self.limits = limits
        self.parts = document.part.related_parts
        self.numbering = Numbering(document)
        self.styles = {style.get(qn("w:styleId")): style for style in document.styles.element.findall(qn("w:style"))}

    def blocks(self, parent: Any) -> Iterator[str]:
        """A line for each paragraph and each row of a table under `parent`."""
        begun = ""
        for child in parent:
            if child.tag == qn("w:p") and child.find(MARK_DELETED) is not None:
                begun += "".join(_runs(child))
                yield from self.boxes(child)
            elif child.tag == qn("w:p"):
                yield from self.paragraph(child, begun)
                begun = ""
            elif child.tag == qn("w:tbl"):
                yield from self.table(child)
            elif child.tag == qn("w:altChunk"):
                yield self._page(child)
            elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml"), qn("w:smartTag")):
                yield from self.blocks(child)
        if begun:
            yield begun

    def paragraph(self, element: Any, begun: str = "") -> Iterator[str]:
        """The paragraph with its number and heading marks, and after it the text boxes anchored in it.

        `begun` is the text of paragraphs whose end was deleted, so that they go on here.
        """
        text = begun + "".join(_runs(element))
        if text.strip():
            level = self._number_of(element, "w:outlineLvl")
            mark = "" if level is None or level >= DEEPEST else f"{'#' * (level + 1)} "
            yield f"{mark}{self._label(element)}{text}"
        else:
            yield text
        yield from self.boxes(element)

    def boxes(self, element: Any) -> Iterator[str]:
        """The lines of the text boxes anchored in a paragraph."""
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

    def _page(self, element: Any) -> str:
        """A web page that Word shows as part of the document: how some sites make their Word files."""
        part = self.parts[element.get(qn("r:id"))]
        return webpage.extract(part.blob, self.limits).text

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
    """The text of a paragraph in its order, text boxes, deleted and hidden text left out."""
    for child in element:
        if child.tag in LEFT_OUT or child.tag == FALLBACK or _is_hidden(child):
            continue
        if child.tag in WORDS:
            yield child.text or ""
        elif child.tag == qn("w:br"):
            yield "\f" if child.get(qn("w:type")) == "page" else "\n"
        elif child.tag in BREAKS:
            yield BREAKS[child.tag]
        elif len(child):
            yield "/" if child.tag == qn("m:den") else ""  # the lower part of a fraction
            yield from _runs(child)


def _is_hidden(run: Any) -> bool:
    """Whether Word neither shows nor prints it."""
    mark = run.find(HIDDEN)
    return mark is not None and mark.get(qn("w:val")) not in OFF
