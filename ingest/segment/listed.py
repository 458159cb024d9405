"""Lists of what a paper holds (导读, 本期要目) that print no page numbers: their titles stand again over the texts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ingest.outline.labels import read_label
from ingest.segment.items import bare, unnumbered
from ingest.types import Block

FEWEST, FEWEST_HEADED = 3, 2
"""Titles that make a list; fewer under a heading that says so."""
MOST, MOST_HEADED = 0.6, 0.4
"""The share of a list's lines that must be printed again."""
SHORTEST, SHORTEST_HEADED = 8, 4
"""Characters of a title that is not printed twice by chance."""
LONGEST: Final = 70
"""Characters of such a title."""
LONGEST_GAP: Final = 4
"""Lines between the heading of a list and the first title that is printed again."""

# “导读” “本期要目” “CONTENTS”
_HEAD: Final = re.compile(
    r"[【\[（(■◆●]?\s*(?:本[期版刊]?)?(?:目\s*[录次]|导\s*[读航]|要\s*目|看\s*点|提\s*要|关注)\s*[】\]）)]?[：:]?$"
)


def listed_lines(blocks: Sequence[Block]) -> range:
    """The places of the lines that list the titles printed below, their heading among them; empty where there is none.

    A list is a run of lines that read like titles; most are printed again later, over a text.
    """
    words = [bare(unnumbered(block)) for block in blocks]
    last = {word: at for at, word in enumerate(words)}
    head = next((at for at, block in enumerate(blocks) if _HEAD.match(_line(block))), None)
    shortest = SHORTEST if head is None else SHORTEST_HEADED
    again = [
        len(word) >= shortest and last[word] > at + 1 and _may_be_listed(block) and _has_text(blocks, last[word])
        for at, (block, word) in enumerate(zip(blocks, words, strict=True))
    ]
    start = next((at for at in range(head or 0, len(blocks)) if again[at]), None)
    if start is None:
        return range(0)
    end = start
    while end < last[words[start]] and _may_be_listed(blocks[end]):
        end += 1
    printed = [at for at in range(start, end) if again[at]]
    style = _style(blocks[printed[-1]])
    stop = max(at for at in range(start, end) if again[at] or (style and _style(blocks[at]) == style)) + 1
    fewest, most = (FEWEST, MOST) if head is None else (FEWEST_HEADED, MOST_HEADED)
    if len(printed) < fewest or len(printed) < most * (stop - start):
        return range(0)
    return range(start if head is None or head + LONGEST_GAP < start else head, stop)


def _may_be_listed(block: Block) -> bool:
    line = _line(block)
    return len(line) <= LONGEST and not re.search(r"[。；]", line)


def _style(block: Block) -> str | None:
    label = read_label(_line(block))
    return label.style if label else None


def _has_text(blocks: Sequence[Block], at: int) -> bool:
    """Whether a text stands below the title at `at`, perhaps under a line more of it."""
    return any("。" in block.text.text for block in blocks[at + 1 : at + 4])


def _line(block: Block) -> str:
    return block.text.strip().text
