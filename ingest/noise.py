"""What a document prints that belongs to no text: page headers and numbers, contents, contacts, captions, bylines."""

from __future__ import annotations

from ingest.types import Block, Notice


def without_noise(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Notice, ...]]:
    """The blocks that are text, and a notice for each of the others."""
    return blocks, ()
