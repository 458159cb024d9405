"""The sequence of stages, from the bytes of a document to everything the machine read in it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from .accounting import account
from .clean import clean
from .order import put_in_order
from .outline import outline
from .read import LIMITS, Limits, ocr, read
from .recognise.agencies import recognise_agencies
from .recognise.documents import recognise_document
from .recognise.indicator_lexicon import Lexicon
from .recognise.indicator_wording import weigh_indicators
from .recognise.outcomes import recognise_outcomes
from .recognise.regions import Gazetteer, recognise_regions
from .recognise.years import recognise_year
from .script import as_printed, simplified, titled_as_printed
from .segment import segment
from .types import CaseDraft, DocumentDraft, DocumentReading, SourceKind
from .vocabulary import Vocabulary

T = TypeVar("T")


class Reader:
    """Reads documents with one vocabulary, from which gazetteer and lexicon are built once."""

    def __init__(self, vocabulary: Vocabulary, limits: Limits = LIMITS) -> None:
        self.vocabulary = vocabulary
        self.limits = limits
        self.gazetteer = Gazetteer(vocabulary.regions, vocabulary.landmarks)
        self.lexicon = Lexicon(vocabulary.indicators)

    def read(self, name: str, data: bytes) -> DocumentReading:
        """Everything the machine reads in the document `name`; pure: the same bytes give the same reading.

        Raises:
            UnreadableDocumentError: the bytes are no document that any reader understands.
        """
        clock = _Clock()
        document = clock.time("read", lambda: read(name, data, self.limits))
        plain = clock.time("clean", lambda: simplified(document))
        page = clock.time("clean", lambda: clean(plain))
        page = clock.time("order", lambda: put_in_order(page))
        draft = clock.time("segment", lambda: segment(page, plain, self.gazetteer, self.lexicon))
        draft = clock.time("segment", lambda: recognise_document(draft, plain))
        outlined = clock.time(
            "outline", lambda: [outline(section, str(n)) for n, section in enumerate(draft.sections, 1)]
        )
        cases = tuple(self._recognise(case, draft, clock) for case in outlined)
        # A stage may hand on the notices of the one before it: each is told once.
        notices = tuple(dict.fromkeys((*document.notices, *page.notices, *draft.notices)))
        draft = replace(draft, sections=())  # the cases hold their text now
        if plain is not document:
            cases = tuple(as_printed(case, plain, document) for case in cases)
            draft = titled_as_printed(draft, plain, document)
        reading = DocumentReading(document, draft, cases, notices, clock.seconds)
        left_over = clock.time("account", lambda: account(reading)).notices
        return replace(reading, notices=(*notices, *left_over))

    def _recognise(self, case: CaseDraft, draft: DocumentDraft, clock: _Clock) -> CaseDraft:
        case = clock.time("regions", lambda: recognise_regions(case, draft, self.gazetteer))
        case = clock.time("year", lambda: recognise_year(case, draft))
        case = clock.time("agencies", lambda: recognise_agencies(case, draft, self.gazetteer))
        case = clock.time("indicators", lambda: weigh_indicators(case, self.lexicon))
        return clock.time("outcomes", lambda: recognise_outcomes(case, plan=draft.kind is SourceKind.PLAN))


def reader_version(vocabulary: Vocabulary) -> str:
    """Names what reads: it changes with the code of any stage, with any word of the vocabulary, with text recognition.

    A source read by the same version need not be read again.
    """
    digest = hashlib.sha256(f"{vocabulary!r}{ocr.is_installed()}".encode())
    for file in _stage_files():
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _stage_files() -> list[Path]:
    """The code and data that decide what is read; not what stores or reports it."""
    here = Path(__file__).parent
    storing = {here / "management", here / "load", here / "admin.py", here / "apps.py"}
    files = (file for file in here.rglob("*") if file.is_file() and file.suffix != ".pyc")
    return sorted(file for file in files if not storing & {file, *file.parents})


class _Clock:
    """Seconds spent in each stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def time(self, stage: str, work: Callable[[], T]) -> T:
        start = perf_counter()
        try:
            return work()
        finally:
            self.seconds[stage] = self.seconds.get(stage, 0.0) + perf_counter() - start
