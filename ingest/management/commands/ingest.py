"""`manage.py ingest`: documents into the catalogue."""

from __future__ import annotations

import hashlib
import json
import logging
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from tqdm import tqdm

from catalogue.models import IngestRun
from ingest.load import DocumentReport, RunReport, Status, load_document, unchanged, vocabulary
from ingest.management.wording import document_lines, summary_line
from ingest.pipeline import Reader, reader_version
from ingest.read import Opener, documents
from ingest.types import UnreadableDocumentError
from ingest.vocabulary import Vocabulary

log = logging.getLogger(__name__)

UNREADABLE, BAD_USAGE = 1, 2
"""Exit codes, beside 0 for a run without errors."""


class Command(BaseCommand):
    help = "识读文件或文件夹中的文献，把案例收入目录；再次运行只处理有变化的文献，人工修改不会丢失。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "paths", nargs="*", type=Path, metavar="PATH", help="文件、压缩包（zip）或文件夹，默认为 seeds/"
        )
        parser.add_argument("--dry-run", action="store_true", help="只报告会发生什么，不写入")
        parser.add_argument("--draft", action="store_true", help="新案例存为待审核，不直接发布")
        parser.add_argument("--report", type=Path, metavar="FILE.json", help="把报告另存为 JSON 文件")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read and load each document; raises CommandError with exit code 1 or 2."""
        files = _files(options["paths"] or [settings.BASE_DIR / "seeds"])
        report_file = Path(options["report"]) if options["report"] else None
        self._check_report(report_file)
        known = vocabulary()
        if not known.regions or not known.indicators:
            raise CommandError("还没有地区和指标，请先运行 manage.py load_reference。", returncode=BAD_USAGE)
        started = timezone.now()
        batch = _Batch(known, draft=options["draft"], dry_run=options["dry_run"])
        report = RunReport()
        for file in tqdm(files, unit="份", desc="识读", disable=not sys.stderr.isatty() or options["verbosity"] == 0):
            report.documents += batch.take(file)
        if not options["dry_run"]:
            IngestRun.objects.create(started_at=started, finished_at=timezone.now(), report=report.to_json())
        if report_file:
            report_file.write_text(json.dumps(report.to_json(), ensure_ascii=False, indent=2) + "\n", "utf-8")
        if options["verbosity"] > 0:
            self._tell(report, options["dry_run"])
        if report.failed:
            names = "、".join(document.file for document in report.failed)
            raise CommandError(f"{len(report.failed)} 份文献未能收入：{names}", returncode=UNREADABLE)

    def _tell(self, report: RunReport, dry_run: bool) -> None:
        for document in report.documents:
            for line in document_lines(document):
                self.stdout.write(line)
        self.stdout.write(summary_line(report))
        if dry_run:
            self.stdout.write("试运行，未写入任何内容。")

    def _check_report(self, file: Path | None) -> None:
        """Better told before an hour's run than after it."""
        if file and not file.resolve().parent.is_dir():
            raise CommandError(f"报告所在的文件夹不存在：{file.parent}", returncode=BAD_USAGE)


class _Batch:
    """The documents of one run, taken one after the other; the reader is built when the first one needs it."""

    def __init__(self, known: Vocabulary, *, draft: bool, dry_run: bool) -> None:
        self.known = known
        self.version = reader_version(known)
        self.draft = draft
        self.dry_run = dry_run
        self._reader: Reader | None = None

    def take(self, file: Path) -> Iterator[DocumentReport]:
        """Read and load a file, or each file in an archive. What goes wrong in one is reported; the others go on."""
        try:
            for name, unpack in documents(file.name, file.read_bytes()):
                yield self._load(name, unpack)
        except UnreadableDocumentError as error:
            yield DocumentReport(file.name, Status.FAILED, error=str(error))
        except OSError as error:
            yield DocumentReport(file.name, Status.FAILED, error=f"无法打开文件：{error.strerror}")

    def _load(self, name: str, unpack: Opener) -> DocumentReport:
        try:
            data = unpack()
            if report := unchanged(name, hashlib.sha256(data).hexdigest(), self.version):
                return report
            self._reader = self._reader or Reader(self.known)
            reading = self._reader.read(name, data)
            return load_document(reading, self.version, draft=self.draft, dry_run=self.dry_run)
        except UnreadableDocumentError as error:
            return DocumentReport(name, Status.FAILED, error=str(error))
        except Exception as error:
            log.exception("Document %s could not be loaded", name)
            return DocumentReport(name, Status.FAILED, error=f"程序出错，已撤销：{type(error).__name__}: {error}")


def _files(paths: list[Path]) -> list[Path]:
    """The files named, and all those in the folders named but for hidden ones; in a fixed order, each once."""
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = (file for file in path.rglob("*") if file.is_file())
            files += sorted(file for file in inside if not _is_hidden(file.relative_to(path)))
        elif path.exists():
            files.append(path)
        else:
            raise CommandError(f"找不到文件或文件夹：{path}", returncode=BAD_USAGE)
    if not files:
        raise CommandError(f"没有可识读的文件：{'、'.join(map(str, paths))}", returncode=BAD_USAGE)
    return list(dict.fromkeys(files))


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
