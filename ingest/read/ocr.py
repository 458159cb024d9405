"""Scans and pictures, through the optional extra `ocr`: RapidOCR on ONNX Runtime, offline, models in the package.

Each page's picture is kept with what was read on it, so that an editor can compare the two.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.util import find_spec
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image, ImageOps

from ingest.limits import Limits
from ingest.read import layout
from ingest.read.characters import storable
from ingest.read.extraction import Extraction
from ingest.read.layout import Piece
from ingest.types import Notice, PageScan, ScannedLine, Severity, Span, UnreadableDocumentError

NAME = "图片"
ENDINGS: tuple[str, ...] = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp")

MAGIC = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"BM", b"GIF8")
RESOLUTION = 200
"""Dots per inch a page is drawn with: smaller print is misread below."""
POINTS = 72
"""Points in an inch."""

SURE = 0.9
"""Confidence below which a line is put before the editor."""

LONGEST_SIDE = 1600
"""Pixels of a kept picture: print of 10 points stays legible on A4, a page takes some 150 kB."""
QUALITY = 70
"""Of WebP, 0-100."""

MISSING = "{what}没有可读取的文字，需要文字识别：请安装可选组件 ocr（pip install '.[ocr]'）。"

Read = tuple[str, PageScan]
"""The text of a page, and the picture it was read from."""


def matches(data: bytes) -> bool:
    """Whether the bytes begin like a picture; “BM” begins English texts too."""
    if data.startswith(b"RIFF"):
        return data[8:12] == b"WEBP"
    return data.startswith(MAGIC) and (not data.startswith(b"BM") or b"\x00\x00\x00\x00" in data[:14])


def extract(data: bytes, limits: Limits) -> Extraction:
    """The text in a picture, or on the pages of a TIFF file. Raises UnreadableDocumentError, also without the extra."""
    engine_or_refuse("图片")
    try:
        with Image.open(io.BytesIO(data)) as picture:
            pages = [recognised(page, number) for number, page in enumerate(_pages(picture, limits), 1)]
    except Image.DecompressionBombError as error:
        raise UnreadableDocumentError(_too_large(limits)) from error
    except (OSError, ValueError, SyntaxError) as error:
        raise UnreadableDocumentError("图片已损坏，无法打开。") from error
    return Extraction("\f".join(text for text, _ in pages), paged=True, scans=tuple(scan for _, scan in pages))


def page_of(page: pypdfium2.PdfPage, number: int, limits: Limits) -> Read:
    """What is read on a page of a PDF, drawn as a picture."""
    width, height = page.get_size()
    scale = min(RESOLUTION / POINTS, (limits.pixels / max(1.0, width * height)) ** 0.5)
    return recognised(page.render(scale=scale).to_pil().convert("RGB"), number)


def recognised(picture: Image.Image, number: int) -> Read:
    """What is read in a picture, the page `number` of its file. The extra must be installed."""
    found = engine_or_refuse(NAME)(picture)
    boxes = [] if found.boxes is None else zip(found.boxes, found.txts, found.scores, strict=True)
    pieces = [
        Piece(
            text,
            float(min(x for x, _ in box)),
            float(min(y for _, y in box)),
            float(max(x for x, _ in box)),
            float(max(y for _, y in box)),
            confidence=float(score),
        )
        for box, printed, score in boxes
        if (text := storable(printed)[0]).strip()
    ]
    text, lines = layout.page_lines(pieces)
    return text, PageScan(number, _kept(picture), tuple(ScannedLine(*line) for line in lines))


def notices(scans: Sequence[PageScan], pages: Sequence[int]) -> Iterator[Notice]:
    """That the text comes from pictures, and for each page which of its lines are doubtful."""
    lines = [line for scan in scans for line in scan.lines]
    characters = sum(line.end - line.start for line in lines)
    if not characters:
        return
    mean = sum(line.confidence * (line.end - line.start) for line in lines) / characters
    message = f"有 {len(scans)} 页的文字由图像识别得来，平均把握 {int(mean * 100)}%，请对照页面图像核对。"
    yield Notice("read-from-image", Severity.INFO, message)
    for scan in scans:
        begin = pages[scan.number - 1]
        spans = tuple(Span(begin + n.start, begin + n.end) for n in scan.lines if n.confidence < SURE)
        if spans:
            lowest = min(line.confidence for line in scan.lines)
            doubt = f"有 {len(spans)} 行文字识别把握不大（最低 {int(lowest * 100)}%）"
            message = f"第 {scan.number} 页{doubt}，请对照页面图像核对。"
            yield Notice("doubtful-characters", Severity.WARNING, message, spans)
        elif not scan.lines:
            message = f"第 {scan.number} 页是图像，没有识出文字。"
            yield Notice("page-without-text", Severity.WARNING, message)


def is_installed() -> bool:
    """Whether the extra is there."""
    return find_spec("rapidocr") is not None


def engine_or_refuse(what: str) -> Any:
    """The recogniser. Raises UnreadableDocumentError where the extra is not installed."""
    engine = _engine()
    if engine is None:
        raise UnreadableDocumentError(MISSING.format(what=what))
    return engine


@lru_cache(maxsize=1)
def _engine() -> Any:
    """The recogniser, loaded once; None where the extra is not installed."""
    try:
        from rapidocr import RapidOCR  # type: ignore[import-not-found]  # noqa: PLC0415 - optional, and slow to load
    except ImportError:
        return None
    return RapidOCR(params={"Global.log_level": "warning"})


def _pages(picture: Image.Image, limits: Limits) -> Iterator[Image.Image]:
    """The pages of a picture as people see them; only TIFF has several, frames of other formats move."""
    count = getattr(picture, "n_frames", 1) if picture.format == "TIFF" else 1
    if count > limits.scanned_pages:
        raise UnreadableDocumentError(f"图片有 {count} 页，超过上限 {limits.scanned_pages} 页，请拆分后再收入。")
    for number in range(count):
        picture.seek(number)
        if picture.width * picture.height > limits.pixels:
            raise UnreadableDocumentError(_too_large(limits))
        yield _on_white(ImageOps.exif_transpose(picture))


def _too_large(limits: Limits) -> str:
    return f"图片超过上限 {limits.pixels // 1_000_000} 百万像素，请缩小后再收入。"


def _on_white(picture: Image.Image) -> Image.Image:
    """In plain colours; what is transparent shows the paper, not black."""
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    layer = picture.convert("RGBA")
    paper = Image.new("RGB", layer.size, "white")
    paper.paste(layer, mask=layer.getchannel("A"))
    return paper


def _kept(picture: Image.Image) -> bytes:
    """The picture for the editor: drawn anew, so that nothing of the file but what is seen goes along."""
    small = picture.copy()
    small.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    clean = Image.new("RGB", small.size)
    clean.paste(small)
    file = io.BytesIO()
    clean.save(file, "WEBP", quality=QUALITY)
    return file.getvalue()
