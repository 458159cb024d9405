"""Small drafts for tests of the recognisers, and the gazetteer of the real regions and landmarks."""

from datetime import date
from functools import cache

from ingest.recognise.gazetteer import Gazetteer
from ingest.types import Block, CaseDraft, DocumentDraft, MeasureDraft, Section, SpannedText
from tests.reading import vocabulary


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer(vocabulary().regions, vocabulary().landmarks)


def named(case: CaseDraft) -> list[str]:
    """The full names of a case's regions, the main one first."""
    return [gazetteer().full_name(region.code) for region in case.regions]


def a_case(
    title: str = "", lead: str = "", measures: tuple[str | tuple[str, str], ...] = (), preamble: str = ""
) -> CaseDraft:
    """A case whose characters have offsets in title, lead and measures, one after the other.

    A measure is its text, or its heading and its text.
    """
    parts = [title, lead]
    for measure in measures:
        parts += ["", measure] if isinstance(measure, str) else list(measure)
    source = SpannedText.of_source("".join(parts))
    cut, at = [], 0
    for part in parts:
        cut.append(source[at : at + len(part)])
        at += len(part)
    tree = tuple(
        MeasureDraft(f"{n}.", heading, text, 1)
        for n, (heading, text) in enumerate(zip(cut[2::2], cut[3::2], strict=True), 1)
    )
    return CaseDraft("1", cut[0], False, cut[1], tree, SpannedText.of_source(preamble))


def a_document(
    title: str = "",
    *cases: CaseDraft,
    publisher: str = "",
    number: str = "",
    published: date | None = None,
    context: str = "",
) -> DocumentDraft:
    """A document of these cases."""
    sections = tuple(Section(case.title, (Block(_words(case)),)) for case in cases)
    return DocumentDraft(
        title,
        sections,
        SpannedText.of_source(context or title),
        publisher=publisher,
        document_number=number,
        published_on=published,
    )


def _words(case: CaseDraft) -> SpannedText:
    """What stands below a case's title, as long as no label is printed."""
    return SpannedText.paragraphs([case.lead, *(part for m in case.walk() for part in (m.heading, m.text))])
