"""Why a machine read a fact, how surely, and where: in words for the editor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext

AROUND = 12
"""Characters of the source shown on either side of the words that decided a fact."""


def in_words(text: str, confidence: float | None, spans: Iterable[Sequence[int]]) -> str:
    """How sure the machine is and the words of the source that decided; a fact without confidence is staff's own."""
    if confidence is None:
        return gettext("人工填写")
    sure = gettext("把握 %(percent)d%%") % {"percent": round(confidence * 100)}
    return "；".join([sure, *(quoted(text, start, end) for start, end in spans)])


def with_reason(reason: str, text: str, confidence: float | None, spans: Iterable[Sequence[int]]) -> str:
    """Why the machine read a fact, then the same; a dash where it read none."""
    return f"{reason}；{in_words(text, confidence, spans)}" if reason else "—"


def quoted(text: str, start: int, end: int) -> str:
    """A place in a source with some words around it, the words themselves in 【】."""
    before, after = text[max(start - AROUND, 0) : start], text[end : end + AROUND]
    return "…" + " ".join(f"{before}【{text[start:end]}】{after}".split()) + "…"
