"""What a reader of one format makes of a file."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.types import Notice, PageScan


@dataclass(frozen=True, slots=True)
class Extraction:
    """The text of a file, before it is made fit for storing."""

    text: str
    paged: bool = False
    """Whether each form feed in the text ends a page of the file."""
    notices: tuple[Notice, ...] = ()
    """What the reader left out or doubts; without spans, which only the stored text has."""
    scans: tuple[PageScan, ...] = ()
    """Pages read from their pictures; each line's place is counted from where its page begins."""
