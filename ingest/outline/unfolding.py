"""Sections run together in one paragraph, as a page that lost its line breaks prints them: ……渡过难关。 一、推行……。

What is left of a line break is a blank. It stands before the number, and behind a heading that had a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from ingest.outline.labels import CHINESE, INLINE_STYLES, read_label
from ingest.outline.wording import LONGEST_HEADING, is_heading_line
from ingest.types import Block, SpannedText

SHORTEST_HEADING: Final = 6
"""Characters of a heading that nothing but a blank sets off."""

_MAY_BEGIN: Final = re.compile(r"(?<=[。！？”）])\s*(?=[一二三四五六七八九十]{1,3}[、．.])")


def unfolded(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, cut where 一、 二、 三、 open sentences inside a paragraph, several of them or one behind a blank.

    A numbered heading that only a blank sets off from its text is cut off, too.
    """
    found: list[Block] = []
    last = 0
    for block in blocks:
        label = read_label(block.text.text)
        if label and label.style == CHINESE and label.ordinal:
            last = label.ordinal
        starts = [] if block.heading_level else _starts(block.text, last + 1)
        last += len(starts)
        for at, end in pairwise([0, *starts, len(block.text)]):
            parts = _heading_and_text(block.text[at:end].strip())
            found += [replace(block, text=part) for part in parts] if len(parts) + len(starts) > 1 else [block]
    return found


def _starts(text: SpannedText, number: int) -> list[int]:
    """Where sections begin inside a paragraph, the first with this number, each of the others with the next."""
    starts: list[int] = []
    for match in _MAY_BEGIN.finditer(text.text):
        label = read_label(text.text[match.end() :])
        if label and label.style == CHINESE and label.ordinal == number + len(starts):
            starts.append(match.end())
    return starts if len(starts) > 1 or any(_is_behind_blank(text, at) for at in starts) else []


def _heading_and_text(section: SpannedText) -> tuple[SpannedText, ...]:
    """The heading and the text of a section, where its only blank stands between the two."""
    label = read_label(section.text)
    if label is None or label.style in INLINE_STYLES:
        return (section,)
    blanks = [at for at in range(label.length + 1, len(section)) if _is_behind_blank(section, at)]
    if len(blanks) != 1 or not SHORTEST_HEADING <= blanks[0] <= min(LONGEST_HEADING, len(section) / 3):
        return (section,)
    heading, text = section[: blanks[0]].strip(), section[blanks[0] :].strip()
    return (heading, text) if is_heading_line(heading.text) else (section,)


def _is_behind_blank(text: SpannedText, at: int) -> bool:
    """Whether the source has a blank before a character, which cleaning may have taken away."""
    return text.text[at - 1].isspace() or text.offset(at) > text.offset(at - 1) + 1
