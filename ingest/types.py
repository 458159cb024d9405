"""What passes from one stage of the ingest to the next: frozen dataclasses, no ORM, no settings.

    bytes ─ read ─▶ ReadDocument ─ clean ─▶ Page of Blocks ─ order ─▶ Page ─ segment ─▶ DocumentDraft of Sections
          ─ outline ─▶ CaseDraft with MeasureDrafts ─ recognise ─▶ facts filled in ─ merge ─ load

Every piece of text is a `SpannedText`: it carries the offset in the source of each of its characters, so that nothing
ever has to be searched for again.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

OFFSET = "i"
"""Array type of offsets: 32 bits, since a large document keeps several texts with one for each character."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of character offsets in the source text as read."""

    start: int
    end: int


class SpannedText:
    """A string whose every character knows its offset in the source.

    Immutable. Slicing, joining, substituting and stripping give new ones whose offsets still hold, however often text
    was moved or cut. A character that was put in (a full stop for a half-width one is *replaced*, not put in) takes
    the offset of the character before it.
    """

    __slots__ = ("_offsets", "text")

    def __init__(self, text: str, offsets: Iterable[int]) -> None:
        self.text = text
        self._offsets = offsets if isinstance(offsets, array) else array(OFFSET, offsets)
        if len(self._offsets) != len(text):
            raise ValueError(f"{len(text)} characters but {len(self._offsets)} offsets")

    @classmethod
    def of_source(cls, text: str) -> SpannedText:
        """The source itself: each character at its own place."""
        return cls(text, array(OFFSET, range(len(text))))

    @classmethod
    def join(cls, parts: Iterable[SpannedText]) -> SpannedText:
        """The parts one after the other, nothing between them."""
        texts: list[str] = []
        offsets = array(OFFSET)
        for part in parts:
            texts.append(part.text)
            offsets.extend(part._offsets)
        return cls("".join(texts), offsets)

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return bool(self.text)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"SpannedText({self.text!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SpannedText) and (self.text, self._offsets) == (other.text, other._offsets)

    def __hash__(self) -> int:
        return hash((self.text, self._offsets.tobytes()))

    def __getitem__(self, key: slice) -> SpannedText:
        return SpannedText(self.text[key], self._offsets[key])

    def __add__(self, other: SpannedText) -> SpannedText:
        return SpannedText.join((self, other))

    def offset(self, index: int) -> int:
        """The source offset of the character at `index`."""
        return self._offsets[index]

    def strip(self, characters: str | None = None) -> SpannedText:
        start = len(self.text) - len(self.text.lstrip(characters))
        return self[start : max(start, len(self.text.rstrip(characters)))]

    def sub(self, pattern: re.Pattern[str], replacement: str) -> SpannedText:
        """`re.sub` with a literal replacement; its characters take the offsets of the match, the last repeated."""
        texts: list[str] = []
        offsets = array(OFFSET)
        at = 0
        for match in pattern.finditer(self.text):
            start, end = match.span()
            texts += [self.text[at:start], replacement]
            offsets.extend(self._offsets[at:start])
            if replacement:
                own = self._offsets[start:end] or self._offsets[max(start - 1, 0) : start] or array(OFFSET, [0])
                offsets.extend(own[min(i, len(own) - 1)] for i in range(len(replacement)))
            at = end
        texts.append(self.text[at:])
        offsets.extend(self._offsets[at:])
        return SpannedText("".join(texts), offsets)

    def rewritten(self, text: str) -> SpannedText:
        """Other characters at the same places; `ValueError` where they are not as many."""
        return SpannedText(text, self._offsets)

    def split(self, pattern: re.Pattern[str]) -> list[SpannedText]:
        """The pieces between matches of `pattern`."""
        pieces, at = [], 0
        for match in pattern.finditer(self.text):
            pieces.append(self[at : match.start()])
            at = match.end()
        return [*pieces, self[at:]]

    def spans(self) -> tuple[Span, ...]:
        """The source ranges this text was read from, in reading order; gaps of a few dropped blanks are closed."""
        return tuple(_runs(self._offsets))


def _runs(offsets: array[int]) -> Iterator[Span]:
    """Ascending offsets as ranges; a step of up to 4 characters (a dropped line break or mark) stays in one range."""
    start = previous = None
    for offset in offsets:
        if start is None or previous is None:
            start = offset
        elif not 0 <= offset - previous <= 5:
            yield Span(start, previous + 1)
            start = offset
        previous = offset
    if start is not None and previous is not None:
        yield Span(start, previous + 1)


class Severity(StrEnum):
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Notice:
    """A doubt or a gap met by a stage: shown to the editor as a `Finding`.

    `code` is a slug (`lost-tail`, `moved-block`, `page-header`, `unknown-region`); `message` is Chinese, for an editor.
    `spans` are the source ranges it speaks of. Text left out of every case is the span of some notice.
    """

    code: str
    severity: Severity
    message: str
    spans: tuple[Span, ...] = ()


class UnreadableDocumentError(Exception):
    """A document that cannot be read at all; the message says why, in Chinese."""


@dataclass(frozen=True, slots=True)
class ScannedLine:
    """A line that text recognition read on a page: its place in the page's text and how sure it is (0-1)."""

    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class PageScan:
    """A page that was read from its picture."""

    number: int
    """Counted from the first page of the file, which is 1, whatever is printed on it."""
    image: bytes
    """The page as people see it, upright, as WebP without any metadata."""
    lines: tuple[ScannedLine, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document as read: the text that every span points into, one character kept for each character read."""

    name: str
    """File name without folders."""
    sha256: str
    text: str
    notices: tuple[Notice, ...] = ()
    pages: tuple[int, ...] = ()
    """Where in the text each printed page begins, the first at 0; empty where the format knows no pages."""
    scans: tuple[PageScan, ...] = ()
    """Those of the pages that were read from pictures."""


@dataclass(frozen=True, slots=True)
class Block:
    """One cleaned line or paragraph of a document; `text` holds no line break."""

    text: SpannedText
    gap_before: int = 0
    """Blank lines printed before it."""
    hard_break: bool = False
    """A page or form break stands right before it."""
    heading_level: int = 0
    """How many # a Markdown heading was printed with; 0 where the source marks none."""


@dataclass(frozen=True, slots=True)
class Page:
    """The blocks of a document in order, and what was left out or doubted so far."""

    blocks: tuple[Block, ...]
    notices: tuple[Notice, ...] = ()


class SourceKind(StrEnum):
    NEWSPAPER = "newspaper"
    NOTICE = "notice"
    PLAN = "plan"
    COMPILATION = "compilation"
    NEWS = "news"
    POLICY = "policy"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Section:
    """The blocks that make up one case, before its outline is read."""

    title: SpannedText
    blocks: tuple[Block, ...]
    title_is_made: bool = False
    """The source prints no title: this is the first clause."""
    preamble: str = ""
    """Words that set the scene for the case but do not belong to it: the group heading over it, the document's lead."""


@dataclass(frozen=True, slots=True)
class DocumentDraft:
    """A document taken apart: what it is, its sections that are cases, and why the rest is none."""

    title: str
    sections: tuple[Section, ...]
    context: str
    """The document's text outside the cases (masthead, title, lead): tells its region and year."""
    notices: tuple[Notice, ...] = ()
    letterhead: str = ""
    """The body or paper that its front names, as printed."""
    kind: SourceKind = SourceKind.OTHER
    """Until it is recognised, what the way its cases are printed proves."""
    publisher: str = ""
    document_number: str = ""
    published_on: date | None = None
    published_at: Span | None = None
    """Where it says on which day it was issued."""


@dataclass(frozen=True, slots=True)
class RegionMention:
    """A region recognised: which, where, how sure (0-1) and why, in Chinese words for the editor."""

    code: str
    spans: tuple[Span, ...] = ()
    confidence: float = 1.0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class IndicatorMention:
    """An indicator recognised: its slug (national), how sure (0-1), which words decided, in Chinese, and where."""

    slug: str
    confidence: float = 1.0
    reason: str = ""
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class YearMention:
    """The year of a practice: how sure (0-1), why, in Chinese words for the editor, and where the case names it."""

    year: int
    confidence: float = 1.0
    reason: str = ""
    spans: tuple[Span, ...] = ()


class AgencyRole(StrEnum):
    LEAD = "lead"
    RESPONSIBLE = "responsible"
    COOPERATING = "cooperating"


@dataclass(frozen=True, slots=True)
class AgencyDraft:
    name: str
    role: AgencyRole = AgencyRole.RESPONSIBLE
    spans: tuple[Span, ...] = ()
    full_name: str = ""
    """The official name, where the printed one is an abbreviation that leaves no doubt or is that name itself."""
    confidence: float = 1.0
    """How sure it is (0-1) that the body has this part in it."""
    reason: str = ""
    """Which words gave it its part, in Chinese for the editor."""


class OutcomeKind(StrEnum):
    RESULT = "result"
    TARGET = "target"
    INPUT = "input"
    ELSEWHERE = "elsewhere"
    BACKGROUND = "background"


class Direction(StrEnum):
    UP = "up"
    DOWN = "down"
    LEVEL = "level"


class Effect(StrEnum):
    """Whether a change is good for whoever does business; unjudged is stored as an empty word."""

    BETTER = "better"
    WORSE = "worse"
    UNJUDGED = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number or a range of numbers."""

    low: Decimal
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class OutcomeDraft:
    """One figure clause. `change` is in %, signed by the direction; figures are in `unit` as printed."""

    text: SpannedText
    metric: str
    unit: str
    kind: OutcomeKind = OutcomeKind.RESULT
    reason: str = ""
    """Which words decided what it is, in Chinese for the editor."""
    before: Figure | None = None
    before_unit: str = ""
    after: Figure | None = None
    change: Figure | None = None
    direction: Direction = Direction.LEVEL
    effect: Effect = Effect.UNJUDGED
    beneficiary: str = ""
    """For whom, as the clause names them: 企业, 群众."""
    confidence: float = 1.0


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
    preamble: str = ""
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
