"""What a document says about itself as a whole: who issued it and when, its number, its kind."""

from __future__ import annotations

from dataclasses import replace

from ingest.recognise.dates import document_facts
from ingest.recognise.genre import by_layout, genre_of
from ingest.recognise.lines import lines_of
from ingest.recognise.plain import plain
from ingest.recognise.publishers import publisher_of
from ingest.types import DocumentDraft, ReadDocument, SourceKind


def recognise_document(draft: DocumentDraft, document: ReadDocument) -> DocumentDraft:
    """The draft with the facts of the document, each with its evidence, from its text as printed.

    Blanks between a name and a day, which cleaning takes out, tell a byline from a sentence.
    """
    lines = lines_of(plain(document.text))
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
        days=facts.days,
        document_number=facts.document_number,
        evidence=evidence,
    )
