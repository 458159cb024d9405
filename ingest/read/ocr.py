"""Scans and pictures, through the optional extra `ocr`: RapidOCR on ONNX Runtime, offline, models in the package."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image

from ingest.read import layout
from ingest.read.layout import Piece
from ingest.read.limits import Limits
from ingest.types import UnreadableDocumentError

NAME = "图片"
ENDINGS: tuple[str, ...] = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp")
PAGED = False

MAGIC = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"BM", b"GIF8")
RESOLUTION = 200
"""Dots per inch a page is drawn with: smaller print is misread below."""
POINTS = 72
"""Points in an inch."""

MISSING = "{what}没有可读取的文字，需要文字识别：请安装可选组件 ocr（pip install '.[ocr]'）。"


def matches(data: bytes) -> bool:
    """Whether the bytes begin like a picture; “BM” begins English texts too."""
    return data.startswith(MAGIC) and (not data.startswith(b"BM") or b"\x00\x00\x00\x00" in data[:14])


def extract(data: bytes, limits: Limits) -> str:
    """The text in a picture. Raises UnreadableDocumentError, also where the extra is not installed."""
    engine = _engine_or_refuse("图片")
    try:
        with Image.open(io.BytesIO(data)) as picture:
            if picture.width * picture.height > limits.pixels:
                raise UnreadableDocumentError(f"图片超过上限 {limits.pixels // 1_000_000} 百万像素，请缩小后再收入。")
            return _recognised(engine, picture.convert("RGB"))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise UnreadableDocumentError("图片已损坏，无法打开。") from error


def scanned(document: pypdfium2.PdfDocument, limits: Limits) -> list[str]:
    """The text of each page of a scan. Raises UnreadableDocumentError, also where the extra is not installed."""
    engine = _engine_or_refuse("PDF 是扫描件，")
    if len(document) > limits.scanned_pages:
        raise UnreadableDocumentError(
            f"扫描件有 {len(document)} 页，超过上限 {limits.scanned_pages} 页，请拆分后再收入。"
        )
    pages = []
    for page in document:
        width, height = page.get_size()
        scale = min(RESOLUTION / POINTS, (limits.pixels / max(1.0, width * height)) ** 0.5)
        pages.append(_recognised(engine, page.render(scale=scale).to_pil().convert("RGB")))
    return pages


def _engine_or_refuse(what: str) -> Any:
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


def _recognised(engine: Any, picture: Image.Image) -> str:
    found = engine(picture)
    if found.boxes is None:
        return ""
    pieces = [
        Piece(
            text,
            float(min(x for x, _ in box)),
            float(min(y for _, y in box)),
            float(max(x for x, _ in box)),
            float(max(y for _, y in box)),
        )
        for box, text in zip(found.boxes, found.txts, strict=True)
        if text.strip()
    ]
    return layout.page_text(pieces)
