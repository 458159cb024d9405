"""What the order stage tells an editor."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.order.mixed import Doubt
from ingest.types import Block, Notice, Severity, Span, SpannedText

MOVED = "moved-block"
"""The code of the notices that tell what was moved."""
QUOTED = 16
"""Characters of a passage that a message quotes."""


def moved(before: str, text: str, blocks: Sequence[Block]) -> Notice:
    """A notice for blocks beginning with `text` that stand behind `before` now."""
    message = f"“{text[:QUOTED]}…”一段移到“…{before[-QUOTED:]}”之后：原文排版打乱了次序。"
    return Notice(MOVED, Severity.INFO, message, tuple(span for block in blocks for span in block.text.spans()))


def doubtful_join(blocks: Sequence[Block], doubt: Doubt) -> Notice:
    """A notice that names the break, what was taken for its continuation, and what else may be."""
    tail = blocks[doubt.tail].text
    head, other = (blocks[i].text[:QUOTED] if i is not None else None for i in (doubt.head, doubt.other))
    message = f"“…{tail.text[-QUOTED:]}”" + (f"之后接了“{head.text}…”" if head else "一句没有结尾")
    message += f"，也可能接“{other.text}…”；请核对。" if other else "，把握不大；请核对。"
    spans = (*ending(tail), *(span for part in (head, other) if part for span in part.spans()))
    return Notice("doubtful-join", Severity.WARNING, message, spans)


def ending(text: SpannedText) -> tuple[Span, ...]:
    """Where the last characters of a text stand."""
    return text[max(0, len(text) - QUOTED) :].spans()
