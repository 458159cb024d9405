"""The day an item bears itself, where a document is put together from several: it stands under the item's title."""

from __future__ import annotations

from collections.abc import Iterable

from ingest.types import CaseDraft, DayAt, DocumentDraft, SpannedText


def own_day(case: CaseDraft, draft: DocumentDraft) -> DayAt | None:
    """The day printed between a case's title and its text."""
    return None if case.title_is_made else _between(draft, case.title, case.texts())


def is_of_a_later_item(case: CaseDraft, draft: DocumentDraft) -> bool:
    """Whether the document has its day only from the byline of an item below the case, which says nothing of it."""
    issued = draft.told_at("published_on")
    end = max((span.end for text in case.texts() for span in text.spans()), default=0)
    if not issued or issued[0].start < end:
        return False
    items = (section for section in draft.sections if not section.title_is_made)
    bylines = (_between(draft, item.title, (block.text for block in item.blocks)) for item in items)
    return any(day is not None and day.at == issued[0] for day in bylines)


def _between(draft: DocumentDraft, title: SpannedText, texts: Iterable[SpannedText]) -> DayAt | None:
    """The first day of a byline between a title and the text below it."""
    above, below = title.spans(), next((spans for text in texts if (spans := text.spans())), ())
    if not above or not below:
        return None
    return next((day for day in draft.days if above[-1].end <= day.at.start < below[0].start), None)
