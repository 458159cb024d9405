"""A document on its way: as read, as cleaned blocks, as the sections that are cases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from .facts import Evidence
from .notices import Notice
from .spans import NO_TEXT, Span, SpannedText


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
    preamble: SpannedText = NO_TEXT
    """Words that set the scene for the case but do not belong to it: the group heading over it, the document's lead."""


class DayAt(NamedTuple):
    """A day and where in the source it is printed."""

    on: date
    at: Span


@dataclass(frozen=True, slots=True, weakref_slot=True)
class DocumentDraft:
    """A document taken apart: what it is, its sections that are cases, and why the rest is none."""

    title: str
    """As printed, else that of its first case, else the name of its file."""
    sections: tuple[Section, ...]
    context: SpannedText
    """The document's text outside the cases (masthead, title, lead): tells its region and year."""
    notices: tuple[Notice, ...] = ()
    printed_title: SpannedText = NO_TEXT
    """The title where it is printed; empty where the document is called after its file."""
    letterhead: SpannedText = NO_TEXT
    """The body or paper that its front names, as printed."""
    kind: SourceKind = SourceKind.OTHER
    """Until it is recognised, what the way its cases are printed proves."""
    publisher: str = ""
    document_number: str = ""
    published_on: date | None = None
    days: tuple[DayAt, ...] = ()
    """Every day printed in a byline or on a line of its own; more than one where it is put together from several."""
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    """What tells its kind, publisher, document_number and published_on, by these names."""
    file: str = ""
    """Name of its file, without folders."""

    def told_at(self, fact: str) -> tuple[Span, ...]:
        """Where the document tells one of the facts that have evidence."""
        return self.evidence[fact].spans if fact in self.evidence else ()
