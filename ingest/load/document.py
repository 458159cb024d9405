"""One document into the database, in one transaction."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date
from operator import itemgetter

from django.db import connection, transaction

from catalogue.models import CaseStudy, Source
from catalogue.search.index import changelog
from ingest.accounting import account
from ingest.merge import CaseMerge, Reading, SourceRecord, merge_document, records_of
from ingest.merge.fields import Clash, same
from ingest.types import DocumentReading, Notice, ReadDocument, Severity, Span

from .case import CaseWriter, Written
from .findings import Told, open_notices, write_findings
from .fitting import fit_case, fit_source
from .live import live_reading
from .pages import write_page_images
from .repeats import Repeats
from .report import DocumentReport, Status

SHINGLE = 5
"""Characters in a row that are compared to tell a corrected version from another document of the same name."""

VERSION = 0.5
"""Share of the shorter text's shingles found in the other, from which it is a version of it; strangers share 0.05.

Better two sources of a document that was rewritten than the cases of one vanished for those of another.
"""

SAMPLED = 50_000
"""Shingles from which a sample of them tells as much, and does not take fifty times the memory of the text."""

LONGEST_LOAD = 600
"""Seconds that an ingest waits for another one to write its document."""

LOADING = 0x6361736573
"""Names the lock that whoever loads a document on PostgreSQL holds."""


def unchanged(name: str, sha256: str, version: str) -> DocumentReport | None:
    """The report of a document whose very bytes this version has read already, its open findings told again."""
    source = Source.objects.filter(sha256=sha256, reader_version=version).defer("machine_reading").first()
    if source is None:
        return None
    cases = {"unchanged": source.cases.filter(vanished=False).count()}
    report = DocumentReport(name, Status.UNCHANGED, cases, source=source.pk)
    report.count_findings(open_notices(source), source.text, source.pages)
    return report


def load_document(
    reading: DocumentReading,
    version: str,
    *,
    draft: bool = False,
    dry_run: bool = False,
    beside: Collection[int] = (),
) -> DocumentReport:
    """Merge one reading into the catalogue, all of it or nothing.

    New cases are published at once, unconfirmed; as drafts with `draft`. With `dry_run` the report tells what would
    happen, and nothing is kept. `beside` names sources that stand beside this document in one run: however alike, it
    is no corrected version of them.
    """
    with _alone():
        source, is_new = _source_for(reading.document, beside)
        report = _load(reading, source, is_new, version, CaseStudy.State.DRAFT if draft else CaseStudy.State.PUBLISHED)
        if not dry_run and report.source:
            write_page_images(Source.objects.only("pk").get(pk=report.source), reading.document.scans)
        if dry_run:
            transaction.set_rollback(True)
            report.source = None if report.status is Status.NEW else report.source
    return report


@contextmanager
def _alone() -> Iterator[None]:
    """A transaction in which no other document is loaded: else two could both publish the same case as its first.

    SQLite has one writer at a time anyway; this one waits for its turn as long as another document may take.
    """
    with patience(), transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOADING])
        yield


@contextmanager
def patience() -> Iterator[None]:
    """Wait for SQLite's write lock for as long as another ingest may take to load a document."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        (usual,) = cursor.execute("PRAGMA busy_timeout").fetchone()
        cursor.execute(f"PRAGMA busy_timeout = {LONGEST_LOAD * 1000}")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {usual}")


def _load(
    reading: DocumentReading, source: Source, is_new: bool, version: str, state: CaseStudy.State
) -> DocumentReport:
    document = reading.document
    if done := unchanged(document.name, document.sha256, version):
        return done  # another ingest has loaded it while this one was reading
    report = DocumentReport(document.name, Status.NEW if is_new else Status.UNCHANGED, seconds=dict(reading.seconds))
    accounted = account(reading)
    report.characters, report.accounted = accounted.characters, accounted.share

    merged = _write_cases(reading, source, state)
    _write_source(source, merged.source, document, version, merged.reading)
    write_findings(source, merged.told)
    changelog.record(merged.written)

    report.cases = dict(merged.fates)
    report.count_findings(open_notices(source), source.text, source.pages)
    report.source = source.pk
    if not is_new and merged.is_changed:
        report.status = Status.CHANGED
    return report


@dataclass(slots=True)
class _Merged:
    """What is left of a merge when its cases are written: a large document's records are let go by then."""

    source: SourceRecord
    reading: Reading
    """What the machine read, with the ids of its rows."""
    told: list[Told]
    fates: Counter[str]
    written: list[int]
    """Primary keys of the cases that were made or changed."""
    is_changed: bool


def _write_cases(reading: DocumentReading, source: Source, state: CaseStudy.State) -> _Merged:
    """Merge the reading with what is there, and write the cases."""
    raw = records_of(reading)
    fitted = [fit_case(case) for case in raw.cases]
    new = Reading(fit_source(raw.source, reading.document.name), tuple(case for case, _ in fitted))
    last = Reading.from_json(source.machine_reading)
    source.machine_reading = {}  # as large as the reading itself, and soon replaced
    merge = merge_document(last, new, live_reading(source) if last else None)

    writer = CaseWriter(source, state, Repeats(source, reading.document.text, new.cases))
    writer.settle_keys(merge.cases)
    told = [Told(notice) for notice in reading.notices]
    told += [_conflict(clash) for clash in merge.source_clashes]
    kept, fates = [], Counter[str]()
    for case in merge.cases:
        written = writer.write(case)
        kept.append(written.reading)
        fates[_fate(case, written)] += 1
        if case.record is None:
            continue
        told += [_conflict(clash, case, written) for clash in case.clashes]
        told += [Told(notice, written.case_id) for notice in written.notices]
        if case.reading_index is not None:
            own = (*reading.cases[case.reading_index].notices, *fitted[case.reading_index][1])
            told += [Told(notice, written.case_id) for notice in own]
    writer.repeats.store_fingerprints()
    is_changed = bool(writer.written) or last is None or not same(merge.source, last.source)
    return _Merged(merge.source, Reading(new.source, tuple(kept)), told, fates, writer.written, is_changed)


def _source_for(document: ReadDocument, beside: Collection[int]) -> tuple[Source, bool]:
    """The row for this document, locked, and whether it is new: the same bytes, or a version of the same file."""
    locked = Source.objects.select_for_update().defer("machine_reading")
    if found := locked.filter(sha256=document.sha256).first():
        return found, False
    named = (row for row in locked.filter(file=document.name) if row.pk not in beside)  # a run may have thousands
    share, likest = max(((_share(document.text, row.text), row) for row in named), key=itemgetter(0), default=(0, None))
    if likest and share >= VERSION:
        return likest, False
    facts = {"title": document.name, "file": document.name, "text": document.text}
    return Source.objects.get_or_create(sha256=document.sha256, defaults=facts)


def _share(text: str, other: str) -> float:
    """How much of the shorter text the other has too; documents of one genre share words, but hardly five in a row."""
    every = 1 + min(len(text), len(other)) // SAMPLED
    a, b = _shingles(text, every), _shingles(other, every)
    return len(a & b) / min(len(a), len(b))


def _shingles(text: str, every: int) -> set[str]:
    """One in `every` of the text's shingles; which ones, their first two characters say, so that texts agree on it."""
    codes = array("I", map(ord, text))
    return {
        text[i : i + SHINGLE]
        for i in range(len(text) - SHINGLE + 1)
        if every == 1 or (31 * codes[i] + codes[i + 1]) % every == 0
    } or {text}


def _write_source(source: Source, record: SourceRecord, document: ReadDocument, version: str, reading: Reading) -> None:
    source.title = record.title
    source.publisher = record.publisher
    source.kind = Source.Kind(record.kind)
    source.published_on = date.fromisoformat(record.published_on) if record.published_on else None
    source.document_number = record.document_number
    source.evidence = [asdict(item) for item in record.evidence]
    source.file = document.name
    source.sha256 = document.sha256
    source.text = document.text
    source.pages = list(document.pages)
    source.reader_version = version
    source.machine_reading = reading.to_json()
    source.save()


def _conflict(clash: Clash, case: CaseMerge | None = None, written: Written | None = None) -> Told:
    """A clash for the editor, with what the machine reads for them to take."""
    spans = tuple(Span(*pair) for pair in case.reading.spans) if case else ()
    notice = Notice("merge-conflict", Severity.WARNING, f"{clash}。", spans)
    rows = written.measures if written else {}
    values = clash.values
    if values is not None:  # a measure that is new has its row only now
        values = {k: rows.get(v, v) if k in ("parent", "measure") else v for k, v in values.items()}
    offer = {"part": clash.part, "item": clash.item, "values": values}
    return Told(notice, written.case_id if written else None, offer)


def _fate(case: CaseMerge, written: Written) -> str:
    """What became of a case, in the report's word."""
    if case.record is None:
        return "deleted"
    if case.reading_index is None:
        return "vanished"
    if case.is_new:
        return "new" if written.reading.repeat_of is None else "repeat"
    return "changed" if case.is_changed else "unchanged"
