"""What passes from one stage of the ingest to the next: frozen dataclasses, no ORM, no settings.

    bytes ─ read ─▶ ReadDocument ─ clean ─▶ Page of Blocks ─ order ─▶ Page ─ segment ─▶ DocumentDraft of Sections
          ─ outline ─▶ CaseDraft with MeasureDrafts ─ recognise ─▶ facts filled in ─ merge ─ load

Every piece of text is a `SpannedText`: it carries the offset in the source of each of its characters, so that nothing
ever has to be searched for again.
"""

from .cases import CaseDraft, DocumentReading, MeasureDraft
from .documents import Block, DayAt, DocumentDraft, Page, PageScan, ReadDocument, ScannedLine, Section, SourceKind
from .facts import (
    MOST_PLACES,
    AgencyDraft,
    AgencyRole,
    Direction,
    Effect,
    Evidence,
    Figure,
    IndicatorMention,
    OutcomeDraft,
    OutcomeKind,
    RegionMention,
    YearMention,
)
from .notices import Notice, Severity, UnreadableDocumentError
from .spans import NO_TEXT, Span, SpannedText

__all__ = [
    "MOST_PLACES",
    "NO_TEXT",
    "AgencyDraft",
    "AgencyRole",
    "Block",
    "CaseDraft",
    "DayAt",
    "Direction",
    "DocumentDraft",
    "DocumentReading",
    "Effect",
    "Evidence",
    "Figure",
    "IndicatorMention",
    "MeasureDraft",
    "Notice",
    "OutcomeDraft",
    "OutcomeKind",
    "Page",
    "PageScan",
    "ReadDocument",
    "RegionMention",
    "ScannedLine",
    "Section",
    "Severity",
    "SourceKind",
    "Span",
    "SpannedText",
    "UnreadableDocumentError",
    "YearMention",
]
