"""`manage.py ingest`: documents into the catalogue."""

from __future__ import annotations

import hashlib
import json
import logging
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

from django.conf import settings
from django.core.checks import Tags
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from tqdm import tqdm

from catalogue.models import IngestRun
from ingest.load import DocumentReport, RunReport, Status, load_document, patience, unchanged, vocabulary
from ingest.management.wording import document_lines, summary_lines
from ingest.management.workers import OneProcess, Request, Unread, Workers
from ingest.pipeline import reader_version
from ingest.read import Limits, Opener, documents, whole_file
from ingest.types import UnreadableDocumentError

log = logging.getLogger(__name__)

UNREADABLE, BAD_USAGE, INTERRUPTED = 1, 2, 130
"""Exit codes, beside 0 for a run without errors."""


class Command(BaseCommand):
    requires_system_checks = (Tags.models,)  # those of addresses and forms load the whole site: 40 MB and half a second
    help = "识读文件或文件夹中的文献，把案例收入目录；再次运行只处理有变化的文献，人工修改不会丢失。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "paths", nargs="*", type=Path, metavar="PATH", help="文件、压缩包（zip）或文件夹，默认为 seeds/"
        )
        parser.add_argument("--dry-run", action="store_true", help="只报告会发生什么，不写入")
        parser.add_argument("--jobs", type=int, default=1, metavar="N", help="同时识读的进程数，默认 1")
        parser.add_argument("--draft", action="store_true", help="新案例存为待审核，不直接发布")
        parser.add_argument("--report", type=Path, metavar="FILE.json", help="把报告另存为 JSON 文件")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read and load each document; raises CommandError with exit code 1, 2 or, when interrupted, 130."""
        files = _files(options["paths"] or [settings.BASE_DIR / "seeds"])
        report_file = Path(options["report"]) if options["report"] else None
        self._check(options["jobs"], report_file)
        known = vocabulary()
        if not known.regions or not known.indicators:
            raise CommandError("还没有地区和指标，请先运行 manage.py load_reference。", returncode=BAD_USAGE)
        run = IngestRun(started_at=timezone.now())
        if not options["dry_run"]:
            _record(run)
        limits = _limits()
        batch = _Batch(reader_version(known), limits, draft=options["draft"], dry_run=options["dry_run"])
        readers = Workers(known, options["jobs"], limits) if options["jobs"] > 1 else OneProcess(known, limits)
        quiet = not sys.stderr.isatty() or options["verbosity"] == 0
        report = _report(batch, readers, files, tqdm(total=len(files), unit="份", desc="识读", disable=quiet))
        run.finished_at, run.report = timezone.now(), report.to_json()
        if not options["dry_run"]:
            _record(run)
        if report_file:
            report_file.write_text(json.dumps(run.report, ensure_ascii=False, indent=2) + "\n", "utf-8")
        if options["verbosity"] > 0:
            self._tell(report, options["dry_run"])
        if report.interrupted:
            raise CommandError("已中断，此前的文献已收入；再次运行会接着处理其余文献。", returncode=INTERRUPTED)
        if report.failed:
            names = "、".join(document.file for document in report.failed)
            raise CommandError(f"{len(report.failed)} 份文献未能收入：{names}", returncode=UNREADABLE)

    def _tell(self, report: RunReport, dry_run: bool) -> None:
        for document in report.documents:
            for line in document_lines(document):
                self.stdout.write(line)
        for line in summary_lines(report):
            self.stdout.write(line)
        if dry_run:
            self.stdout.write("试运行，未写入任何内容。")

    def _check(self, jobs: int, report: Path | None) -> None:
        """Better told before an hour's run than after it."""
        if jobs < 1:
            raise CommandError(f"--jobs 至少为 1，不能是 {jobs}。", returncode=BAD_USAGE)
        if report and not report.resolve().parent.is_dir():
            raise CommandError(f"报告所在的文件夹不存在：{report.parent}", returncode=BAD_USAGE)


@dataclass(frozen=True, slots=True)
class _Document:
    """A document of the run, and the number of the file that holds it."""

    name: str
    file: int
    report: DocumentReport | None = None
    """Given where nothing needs to be read: it has not changed, or cannot be opened."""


class _Batch:
    """What becomes of the documents of one run; only this process touches the database."""

    def __init__(self, version: str, limits: Limits, *, draft: bool, dry_run: bool) -> None:
        self.version = version
        self.limits = limits
        self.draft = draft
        self.dry_run = dry_run

    def requests(self, files: list[Path]) -> Iterator[Request[_Document]]:
        """Each file, or each file in an archive, to be read unless there is no need."""
        for number, file in enumerate(files):
            try:
                for name, unpack in documents(file.name, whole_file(file, self.limits), self.limits):
                    yield self._request(name, number, unpack)
            except UnreadableDocumentError as error:
                yield _settled(file.name, number, str(error))
            except OSError as error:
                yield _settled(file.name, number, f"无法打开文件：{error.strerror}")

    def _request(self, name: str, number: int, unpack: Opener) -> Request[_Document]:
        try:
            data = unpack()
        except UnreadableDocumentError as error:
            return _settled(name, number, str(error))
        if report := unchanged(name, hashlib.sha256(data).hexdigest(), self.version):
            return Request(_Document(name, number, report), name)
        return Request(_Document(name, number), name, data)

    def load(self, request: Request[_Document]) -> DocumentReport:
        """Load what was read. What goes wrong in one document is reported; the others go on."""
        name, answer = request.name, request.answer
        if request.subject.report:
            return request.subject.report
        if isinstance(answer, Unread):
            if answer.trace:
                log.error("Document %s could not be read\n%s", name, answer.trace)
            return DocumentReport(name, Status.FAILED, error=answer.reason)
        try:
            started = perf_counter()
            report = load_document(answer, self.version, draft=self.draft, dry_run=self.dry_run)
        except Exception as error:
            log.exception("Document %s could not be loaded", name)
            return DocumentReport(name, Status.FAILED, error=f"程序出错，已撤销：{type(error).__name__}: {error}")
        report.file, report.seconds["load"] = name, perf_counter() - started
        return report


def _record(run: IngestRun) -> None:
    """Write the run's record; another ingest may be loading a document meanwhile."""
    with patience():
        run.save()


def _settled(name: str, number: int, error: str) -> Request[_Document]:
    return Request(_Document(name, number, DocumentReport(name, Status.FAILED, error=error)), name)


def _report(batch: _Batch, readers: OneProcess | Workers, files: list[Path], bar: tqdm) -> RunReport:
    """Take all documents in their order; up to the one that an interruption (Ctrl-C) met."""
    report = RunReport()
    started = perf_counter()
    try:
        with readers, bar:
            for request in readers.answered(batch.requests(files)):
                report.documents.append(batch.load(request))
                bar.update(request.subject.file + 1 - bar.n)
    except KeyboardInterrupt:
        report.interrupted = True
    report.seconds = perf_counter() - started
    return report


def _limits() -> Limits:
    """Those of the settings; the usual ones where the settings name none."""
    try:
        return Limits(**settings.INGEST_LIMITS)
    except TypeError as error:
        raise CommandError(f"INGEST_LIMITS 里有不认识的名称：{error}", returncode=BAD_USAGE) from error


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
