"""Word's old format (.doc), through the program antiword where it is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from ingest.limits import Limits
from ingest.read import foreign
from ingest.read.extraction import Extraction
from ingest.types import UnreadableDocumentError

NAME = "旧版 Word（doc）"
ENDINGS: tuple[str, ...] = (".doc", ".wps")

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
WORD = "WordDocument".encode("utf-16-le")
OTHERS = (
    ("Workbook".encode("utf-16-le"), "Excel（xls）"),
    ("PowerPoint Document".encode("utf-16-le"), "PowerPoint（ppt）"),
)
"""Names of streams in an OLE file that tell what it is."""

PROGRAM = "antiword"
OPTIONS = ("-m", "UTF-8.txt", "-w", "0", "-i", "1")
"""UTF-8, a line for each paragraph, no pictures."""


def matches(data: bytes) -> bool:
    return data.startswith(MAGIC)


def extract(data: bytes, limits: Limits) -> Extraction:
    """The text as antiword prints it. Raises UnreadableDocumentError."""
    if ENCRYPTED in data:
        raise UnreadableDocumentError(foreign.locked("Office"))
    if WORD not in data:
        kind = next((kind for stream, kind in OTHERS if stream in data), "")
        raise UnreadableDocumentError(foreign.refusal(kind or "无法识别的旧版 Office "))
    program = shutil.which(PROGRAM)
    if program is None:
        raise UnreadableDocumentError(
            "读取旧版 Word（doc）需要安装 antiword（apt-get install antiword），或请另存为 docx。"
        )
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "document.doc"
        file.write_bytes(data)
        try:
            run = subprocess.run(  # noqa: S603 - a fixed program on a file of our own name
                [program, *OPTIONS, str(file)], capture_output=True, timeout=limits.seconds, check=False
            )
        except subprocess.TimeoutExpired as error:
            raise UnreadableDocumentError(f"读取 Word 文件超过 {limits.seconds} 秒，已停止。") from error
    if run.returncode:
        if b"ncrypted" in run.stdout + run.stderr:
            raise UnreadableDocumentError(foreign.locked("Word"))
        raise UnreadableDocumentError("Word 文件已损坏，无法打开。")
    return Extraction(run.stdout.decode("utf-8", errors="replace"))
