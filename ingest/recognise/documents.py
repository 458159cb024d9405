"""What a document says about itself as a whole: who issued it and when, its number, its kind, the paper it sends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.recognise.dates import document_facts
from ingest.recognise.genre import by_layout, genre_of
from ingest.recognise.lines import Line, lines_of
from ingest.recognise.plain import plain
from ingest.recognise.publishers import publisher_of
from ingest.types import NO_TEXT, DocumentDraft, ReadDocument, SourceKind, SpannedText

# 《…行动方案》已经市政府同意，现印发给你们 · 现将《…实施方案》印发给你们
_SENT_PAPER = re.compile(
    r"^(?:现将)?《(?P<title>[^《》]{6,80})》(?:已经|业经|已|经)?[^。《》]{0,30}(?:同意|批准|审议通过|印发|转发)"
)
_LETTER = re.compile(r"(?:通知|通报|意见|决定|函|批复|报告|请示)$")
LETTER_LINES = 8
"""Lines in which a letter names the paper it sends."""


def recognise_document(draft: DocumentDraft, document: ReadDocument) -> DocumentDraft:
    """The draft with the facts of the document, each with its evidence, from its text as printed.

    Blanks between a name and a day, which cleaning takes out, tell a byline from a sentence.
    """
    lines = lines_of(plain(document.text))
    if not _LETTER.search(draft.title) and (sent := _paper_sent(lines)):
        draft = replace(draft, title=sent.text, printed_title=sent)
    title, printed, titles = draft.title, draft.printed_title, [section.title for section in draft.sections]
    if draft.kind is SourceKind.OTHER:
        genre = genre_of(title, printed, draft.context, lines, titles)
    else:
        genre = by_layout(draft.kind, titles)
    publisher = publisher_of(title, printed, lines, draft.letterhead, len(titles))
    facts = document_facts(lines)
    evidence = {**facts.evidence, "kind": genre.evidence}
    if publisher:
        evidence["publisher"] = publisher.evidence
    return replace(
        draft,
        kind=genre.kind,
        publisher=publisher.name if publisher else "",
        published_on=facts.published_on,
        document_number=facts.document_number,
        evidence=evidence,
    )


def _paper_sent(lines: Sequence[Line]) -> SpannedText:
    """The title of the paper that a letter without a title of its own goes with, where the text prints it below."""
    for line in lines[:LETTER_LINES]:
        if found := _SENT_PAPER.match(line.text):
            printed = next((other for other in lines if other.text == found["title"]), None)
            if printed is None:
                return NO_TEXT
            at = printed.span()
            return SpannedText(printed.text, range(at.start, at.end))
    return NO_TEXT
