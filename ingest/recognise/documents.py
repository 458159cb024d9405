"""What a document says about itself as a whole: who issued it and when, its number, its kind, the paper it sends."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.recognise.dates import document_facts
from ingest.recognise.genre import genre_of
from ingest.recognise.plain import plain
from ingest.recognise.publishers import publisher_of
from ingest.types import DocumentDraft, ReadDocument, SourceKind

# 《…行动方案》已经市政府同意，现印发给你们 · 现将《…实施方案》印发给你们
_SENT_PAPER = re.compile(
    r"^(?:现将)?《(?P<title>[^《》]{6,80})》(?:已经|业经|已|经)?[^。《》]{0,30}(?:同意|批准|审议通过|印发|转发)"
)
_LETTER = re.compile(r"(?:通知|通报|意见|决定|函|批复|报告|请示)$")
LETTER_LINES = 8
"""Lines in which a letter names the paper it sends."""


def recognise_document(draft: DocumentDraft, document: ReadDocument) -> DocumentDraft:
    """The draft with the facts of the document, from its text as printed.

    Blanks between a name and a day, which cleaning takes out, tell a byline from a sentence.
    """
    text = plain(document.text)
    stripped = (line.strip(" \t　\xa0*#>•·●") for line in text.splitlines())
    lines = [line for line in stripped if line]
    title = _paper_sent(lines) if not _LETTER.search(draft.title) else ""
    title = title or draft.title
    cases = len(draft.sections)
    kind = draft.kind
    if kind is SourceKind.OTHER:
        kind = genre_of(title, draft.context, lines, cases)
    facts = document_facts(text)
    return replace(
        draft,
        title=title,
        kind=kind,
        publisher=publisher_of(title, lines, draft.letterhead, cases),
        published_on=facts.published_on,
        published_at=facts.published_at,
        document_number=facts.document_number,
    )


def _paper_sent(lines: list[str]) -> str:
    """The title of the paper that a letter without a title of its own goes with, where the text prints it below."""
    for line in lines[:LETTER_LINES]:
        if found := _SENT_PAPER.match(line):
            return found["title"] if found["title"] in lines else ""
    return ""
