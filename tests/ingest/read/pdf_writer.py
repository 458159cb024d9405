"""Small PDF files for the tests: Chinese text at given places, in a font that every PDF program knows by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

GB1 = "<< /Registry (Adobe) /Ordering (GB1) /Supplement 2 >>"
WIDTH, HEIGHT = 595, 842
"""A4 in points."""


@dataclass
class Sheet:
    """One page; places are points from its top left corner."""

    content: list[str] = field(default_factory=list)
    rotate: int = 0

    def write(self, x: float, y: float, text: str, size: float = 10) -> None:
        """Text whose line stands at `y`."""
        self._print(text, f"1 0 0 1 {x} {HEIGHT - y}", size)

    def write_upwards(self, x: float, y: float, text: str, size: float = 10) -> None:
        """Text that runs from the foot of the page to its head, as on a table set sideways."""
        self._print(text, f"0 1 -1 0 {x} {HEIGHT - y}", size)

    def _print(self, text: str, matrix: str, size: float) -> None:
        code = text.encode("utf-16-be").hex()
        self.content.append(f"BT /F1 {size} Tf {matrix} Tm <{code}> Tj ET")

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.content.append(f"{x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S")

    def column(self, x: float, y: float, paragraphs: Sequence[str], per_line: int, size: float = 10) -> float:
        """Paragraphs set `per_line` characters wide, the first line of each indented by two; the y below them."""
        for paragraph in paragraphs:
            indented = "　　" + paragraph
            for at in range(0, len(indented), per_line):
                line = indented[at : at + per_line]
                blanks = len(line) - len(line.lstrip("　"))
                self.write(x + blanks * size, y, line.lstrip("　"), size)
                y += 1.6 * size
        return y


def pdf(*sheets: Sheet) -> bytes:
    """The file."""
    return file_of(objects_of(*sheets))


def objects_of(*sheets: Sheet) -> list[bytes]:
    """What the file consists of, in the order of its numbers from 1 on."""
    kids = " ".join(f"{5 + 2 * i} 0 R" for i in range(len(sheets)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(sheets)} >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
        f"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /CIDSystemInfo {GB1} >>",
    ]
    for i, sheet in enumerate(sheets):
        content = "\n".join(sheet.content)
        shown = f"/MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {sheet.rotate} /Resources << /Font << /F1 3 0 R >> >>"
        objects += [
            f"<< /Type /Page /Parent 2 0 R {shown} /Contents {6 + 2 * i} 0 R >>",
            f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        ]
    return [text.encode("ascii") for text in objects]


def file_of(objects: list[bytes], trailer: str = "") -> bytes:
    """The objects with the table of their places; `trailer` is what stands at the end beside the usual."""
    body, places = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, text)
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}"
    end += f"trailer << /Size {len(places) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{len(body)}\n%%EOF\n"
    return body + end.encode("ascii")
