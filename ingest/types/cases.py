"""A case as the machine read it, and everything it read in one document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from .documents import DocumentDraft, ReadDocument
from .facts import AgencyDraft, IndicatorMention, OutcomeDraft, RegionMention, YearMention
from .notices import Notice
from .spans import NO_TEXT, SpannedText


@dataclass(frozen=True, slots=True)
class MeasureDraft:
    """One step of the outline; `label` as printed (“（一）”, “一是”, “” for an unnumbered heading)."""

    label: str
    heading: SpannedText
    text: SpannedText
    """Paragraphs joined by line breaks; a line break has the offset of the character before it."""
    level: int
    children: tuple[MeasureDraft, ...] = ()
    region: RegionMention | None = None
    agencies: tuple[AgencyDraft, ...] = ()
    outcomes: tuple[OutcomeDraft, ...] = ()

    def walk(self) -> Iterator[MeasureDraft]:
        """This measure and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class CaseDraft:
    """One case as the machine read it; `lead` is the text before its first measure (the whole, where it has none)."""

    key: str
    """Its place in the source: the ordinal among the document's cases, as text."""
    title: SpannedText
    title_is_made: bool
    lead: SpannedText
    measures: tuple[MeasureDraft, ...]
    preamble: SpannedText = NO_TEXT
    year: YearMention | None = None
    regions: tuple[RegionMention, ...] = ()
    """Main region first."""
    indicators: tuple[IndicatorMention, ...] = ()
    agencies: tuple[AgencyDraft, ...] = ()
    """Agencies of the case as a whole; those of one measure stand there."""
    outcomes: tuple[OutcomeDraft, ...] = ()
    """Outcomes in the lead; those of one measure stand there."""
    notices: tuple[Notice, ...] = field(default=())

    def walk(self) -> Iterator[MeasureDraft]:
        """All measures in reading order."""
        for measure in self.measures:
            yield from measure.walk()

    def texts(self) -> Iterator[SpannedText]:
        """The lead, then each measure's heading and text, in reading order."""
        yield self.lead
        for measure in self.walk():
            yield from (measure.heading, measure.text)

    @property
    def body(self) -> str:
        """The whole case in reading order, a paragraph a line."""
        parts = [self.lead.text]
        for measure in self.walk():
            parts += [measure.label + measure.heading.text, measure.text.text]
        return "\n".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class DocumentReading:
    """Everything the machine read in one document: what `load` merges into the database."""

    document: ReadDocument
    draft: DocumentDraft
    cases: tuple[CaseDraft, ...]
    notices: tuple[Notice, ...]
    """All notices about the document as a whole; those about one case stand there."""
    seconds: dict[str, float] = field(default_factory=dict)
    """Time spent in each stage."""
