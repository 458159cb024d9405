"""A document in Traditional characters, read as if it were in Simplified ones and shown as it is printed.

Both have the same length, so that a place in one is the place in the other.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from opencc import OpenCC

from ingest.recognise.plain import traditional
from ingest.types import CaseDraft, DocumentDraft, MeasureDraft, OutcomeDraft, ReadDocument, SpannedText

OF_DOCUMENT, OF_LINE = 0.03, 0.1
"""Share of the different characters of a document, or of a line, that Simplified texts don't have, from which it is
taken for Traditional; in one that is, about a third. A few (乾 of 乾县) stand in Simplified texts too."""


def simplified(document: ReadDocument) -> ReadDocument:
    """The document with its lines in Traditional characters put into Simplified ones; itself where it has none."""
    if not _is_traditional(document.text, OF_DOCUMENT):
        return document
    lines = document.text.splitlines(keepends=True)
    text = "".join(_simplified(line) if _is_traditional(line, OF_LINE) else line for line in lines)
    return replace(document, text=text)


def as_printed(case: CaseDraft, read: ReadDocument, printed: ReadDocument) -> CaseDraft:
    """A case of the document as `read`, its texts in the characters `printed`; names and reasons stay as read."""

    def shown(text: SpannedText) -> SpannedText:
        return _printed(text, read, printed)

    def outcomes(found: tuple[OutcomeDraft, ...]) -> tuple[OutcomeDraft, ...]:
        return tuple(replace(outcome, text=shown(outcome.text)) for outcome in found)

    def measure(one: MeasureDraft) -> MeasureDraft:
        return replace(
            one,
            heading=shown(one.heading),
            text=shown(one.text),
            outcomes=outcomes(one.outcomes),
            children=tuple(measure(child) for child in one.children),
        )

    return replace(
        case,
        title=shown(case.title),
        lead=shown(case.lead),
        outcomes=outcomes(case.outcomes),
        measures=tuple(measure(one) for one in case.measures),
    )


def titled_as_printed(draft: DocumentDraft, read: ReadDocument, printed: ReadDocument) -> DocumentDraft:
    """The draft of the document as `read`, its title in the characters `printed`."""
    title = _printed(draft.printed_title, read, printed)
    return replace(draft, title=title.text or draft.title, printed_title=title)


def _printed(text: SpannedText, read: ReadDocument, printed: ReadDocument) -> SpannedText:
    """The text with what the source prints in the place of each character that was read there."""
    places = (text.offset(at) for at in range(len(text)))
    characters = (
        printed.text[place] if read.text[place] == character else character
        for character, place in zip(text.text, places, strict=True)
    )
    return text.rewritten("".join(characters))


def _is_traditional(text: str, least: float) -> bool:
    characters = set(text)
    return len(characters & traditional().keys()) > least * len(characters)


def _simplified(line: str) -> str:
    """The line by words, which a few characters depend on (乾坤, 乾燥); singly where that takes another length."""
    converter = _converter()
    by_words = converter.convert(line)
    return by_words if len(by_words) == len(line) else "".join(converter.convert(character) for character in line)


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")
