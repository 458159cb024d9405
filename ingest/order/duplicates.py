"""Passages that a mixed-up page prints twice."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise

from ingest.lexicon import WordModel
from ingest.order.seams import passage
from ingest.sentence_ends import CLOSED
from ingest.types import Block, Notice, Severity

LONG = 15
"""A broken-off passage this long that stands twice is one passage; shorter ones may be headings or fields."""
FRAGMENT = 5
NEARBY = 150
"""Passages, as many as a page may hold: further apart, the same words are another copy of the same article."""
CLAUSE_END = re.compile(r"[，。、；：！？\s]$")


def without_duplicates(blocks: tuple[Block, ...], words: WordModel) -> tuple[tuple[Block, ...], list[Notice]]:
    """The blocks without second copies: of a passage broken off, or of the end of a paragraph cut inside a word."""
    dropped = _repeated_breaks(blocks) | _repeated_ends(blocks, words)
    notices = [
        Notice(
            "duplicate",
            Severity.INFO,
            f"“{blocks[i].text.text[:16]}…”重复印了一遍，去掉一处。",
            blocks[i].text.spans(),
        )
        for i in sorted(dropped)
    ]
    return tuple(block for i, block in enumerate(blocks) if i not in dropped), notices


def _repeated_breaks(blocks: tuple[Block, ...]) -> set[int]:
    """Of broken-off passages with the same text all but the last, which stands nearest to what continues it."""
    places: dict[str, list[int]] = defaultdict(list)
    for i, block in enumerate(blocks):
        if len(block.text) >= LONG and passage(i, block).is_broken_off:
            places[block.text.text].append(i)
    return {i for where in places.values() for i, next_one in pairwise(where) if next_one - i <= NEARBY}


def _repeated_ends(blocks: tuple[Block, ...], words: WordModel) -> set[int]:
    """Short closed passages that are the end of another one, where that other one does not begin a clause there."""
    texts = [block.text.text for block in blocks]
    by_ending: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        by_ending[text[-FRAGMENT:]].append(text)
    return {
        i
        for i, text in enumerate(texts)
        if FRAGMENT <= len(text) <= 60
        and CLOSED.search(text)
        and any(
            len(other) > len(text) and other.endswith(text) and _is_inside_word(other, text, words)
            for other in by_ending[text[-FRAGMENT:]]
        )
    }


def _is_inside_word(whole: str, end: str, words: WordModel) -> bool:
    before = whole[: -len(end)]
    return not CLAUSE_END.search(before) and words.gain(before[-8:], end[:8]) > 1
