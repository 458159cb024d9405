"""Lines of a title: what reads like one, and how several are joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ingest.lexicon import jieba_words
from ingest.order.seams import unclosed
from ingest.outline.labels import read_label
from ingest.types import Block, SpannedText

LONGEST_TITLE: Final = 70
"""Characters. A longer first line is the text itself."""
LONGEST_LINE: Final = 40
"""Characters of one line of a title of several."""
FULL_LINE: Final = 12
"""Characters of a line that was broken because it was full."""
SURE_WORD: Final = 4.0
"""How much likelier two lines are as one (natural logarithm) where a word is broken between them."""
_WORDS_END: Final = re.compile(r"[\u4e00-\u9fff]$")
_WORDS_BEGIN: Final = re.compile(r"[\u4e00-\u9fff]")
CLOSING: Final = re.compile(r"[。；，、]$")


def is_title_line(line: str) -> bool:
    """Short, and no sentence that goes on."""
    return (
        2 <= len(line) <= LONGEST_TITLE
        and not CLOSING.search(line)
        and not re.search(r"[。；]", line)
        and read_label(line) is None
    )


def join_lines(lines: Sequence[Block]) -> SpannedText:
    """The lines of one title, a blank between them where they break after no comma or dash, in no word or quote."""
    parts: list[SpannedText] = []
    for line in lines:
        text = line.text.strip()
        if (
            parts
            and text
            and not parts[-1].text.endswith(("，", "、", "—", "："))
            and not unclosed(parts[-1].text)
            and not breaks_word(parts[-1].text, text.text)
        ):
            parts.append(SpannedText(" ", (parts[-1].offset(len(parts[-1]) - 1),)))
        if text:
            parts.append(text)
    return SpannedText.join(parts)


def breaks_word(first: str, second: str) -> bool:
    """Whether a word begins at the end of one line of a title and ends on the next: 人民满 / 意的."""
    ends = _WORDS_END.search(first), _WORDS_BEGIN.match(second)
    return len(first) >= FULL_LINE and all(ends) and jieba_words().gain(first[-6:], second[:6]) > SURE_WORD
