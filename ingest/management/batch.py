"""One run: files read and loaded one after another, whoever asks for it, and the record of it."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from django.conf import settings
from django.core.management.base import CommandError
from django.utils import timezone
from tqdm import tqdm

from catalogue.models import IngestRun
from ingest.limits import Limits
from ingest.load import DocumentReport, RunReport, Status, load_document, patience, unchanged, vocabulary
from ingest.management.workers import Answer, OneProcess, Request, Unread, Workers
from ingest.pipeline import reader_version
from ingest.read import Opener, documents, whole_file
from ingest.types import UnreadableDocumentError

log = logging.getLogger(__name__)

BAD_USAGE, INTERRUPTED = 2, 130
"""Exit codes where nothing can be read at all, and where somebody stopped the run."""


@dataclass(frozen=True, slots=True)
class File:
    """A file to be read; what it is called need not be what it is called on this disk."""

    name: str
    path: Path


@dataclass(frozen=True, slots=True)
class _Document:
    """A document of the run, and the number of the file that holds it."""

    name: str
    file: int
    report: DocumentReport | None = None
    """Given where nothing needs to be read: it has not changed, or cannot be opened."""


class Batch:
    """What becomes of the documents of one run; only this process touches the database.

    Raises CommandError where there is no vocabulary yet, or the settings name a limit that there is not.
    """

    def __init__(self, *, jobs: int = 1, draft: bool = False, dry_run: bool = False) -> None:
        self.known = vocabulary()
        if not self.known.regions or not self.known.indicators:
            raise CommandError("还没有地区和指标，请先运行 manage.py load_reference。", returncode=BAD_USAGE)
        self.limits = _limits()
        self.version = reader_version(self.known)
        self.jobs = jobs
        self.draft = draft
        self.dry_run = dry_run
        self._loaded: set[int] = set()

    def run(self, files: Sequence[File], record: IngestRun, bar: tqdm) -> RunReport:
        """Take all documents in their order, up to the one that an interruption (Ctrl-C) meets.

        The record is written at the start, so that a run that is killed is seen to have no end, and at the end.
        """
        self._write(record)
        report = RunReport()
        started = perf_counter()
        readers = Workers(self.known, self.jobs, self.limits) if self.jobs > 1 else OneProcess(self.known, self.limits)
        try:
            with readers, bar:
                for request in readers.answered(self._requests(files)):
                    report.documents.append(self._load(request))
                    bar.update(request.subject.file + 1 - bar.n)
        except KeyboardInterrupt:
            report.interrupted = True
        report.seconds = perf_counter() - started
        record.finished_at, record.report = timezone.now(), report.to_json()
        self._write(record)
        return report

    def _write(self, record: IngestRun) -> None:
        """Another ingest may be loading a document meanwhile."""
        if not self.dry_run:
            with patience():
                record.save()

    def _requests(self, files: Sequence[File]) -> Iterator[Request[_Document]]:
        """Each file, or each file in an archive, to be read unless there is no need."""
        for number, file in enumerate(files):
            try:
                for name, unpack in documents(file.name, whole_file(file.path, self.limits), self.limits):
                    yield self._request(name, number, unpack)
            except UnreadableDocumentError as error:
                yield _settled(file.name, number, str(error))
            except OSError:
                yield _settled(file.name, number, "无法打开文件，请检查它是否还在、是否有权读取。")

    def _request(self, name: str, number: int, unpack: Opener) -> Request[_Document]:
        try:
            data = unpack()
        except UnreadableDocumentError as error:
            return _settled(name, number, str(error))
        if report := unchanged(name, hashlib.sha256(data).hexdigest(), self.version):
            return Request(_Document(name, number, report), name)
        return Request(_Document(name, number), name, data)

    def _load(self, request: Request[_Document]) -> DocumentReport:
        """Load what was read, and remember its source: what comes later in the run is no corrected version of it."""
        report = request.subject.report or self._taken_in(request.name, request.answer)
        if report.source:
            self._loaded.add(report.source)
        return report

    def _taken_in(self, name: str, answer: Answer) -> DocumentReport:
        """What goes wrong in one document is reported; the others go on."""
        if isinstance(answer, Unread):
            if answer.trace:
                log.error("Document %s could not be read\n%s", name, answer.trace)
            return DocumentReport(name, Status.FAILED, error=answer.reason)
        try:
            started = perf_counter()
            report = load_document(answer, self.version, draft=self.draft, dry_run=self.dry_run, beside=self._loaded)
        except Exception as error:
            log.exception("Document %s could not be loaded", name)
            return DocumentReport(name, Status.FAILED, error=f"程序出错，已撤销：{type(error).__name__}: {error}")
        report.file, report.seconds["load"] = name, perf_counter() - started
        return report


def _settled(name: str, number: int, error: str) -> Request[_Document]:
    return Request(_Document(name, number, DocumentReport(name, Status.FAILED, error=error)), name)


def _limits() -> Limits:
    """Those of the settings; the usual ones where the settings name none."""
    try:
        return Limits(**settings.INGEST_LIMITS)
    except TypeError as error:
        raise CommandError(f"INGEST_LIMITS 里有不认识的名称：{error}", returncode=BAD_USAGE) from error
