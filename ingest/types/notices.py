"""What a stage tells the editor, and what it raises where there is nothing to read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .spans import Span


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
