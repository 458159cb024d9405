"""A letter without a title of its own: it names the paper it sends, which is printed below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ingest.segment.imprint import is_meta
from ingest.segment.items import bare
from ingest.types import Block

LETTER_LINES: Final = 8
"""Lines among which such a letter says what it sends: its number and whom it addresses stand before."""
FARTHEST: Final = 20
"""Lines from there to the paper's title: the rest of the letter, who signed it and when."""
MOST_LINES: Final = 3
"""Lines of the paper's title."""

# “《…行动方案》已经市政府同意，现印发给你们” “市局制定了《…制度》，现将该制度印发你们”
_SENT: Final = re.compile(r"《(?P<title>[^《》]{6,80})》(?=[^。]*(?:印发|转发|下发|公布|发布))")


def lines_of_paper_sent(blocks: Sequence[Block]) -> range:
    """Where the title of the paper stands that a letter at the top of a document sends; empty where there is none."""
    lines = [block.text.strip().text for block in blocks[: LETTER_LINES + FARTHEST + MOST_LINES]]
    letter = next((at for at, line in enumerate(lines) if not (is_meta(line) or line.endswith("："))), len(lines))
    if letter >= min(LETTER_LINES, len(lines)):
        return range(0)
    printed = (_last_printed(lines, letter + 1, found["title"]) for found in _SENT.finditer(lines[letter]))
    return next(filter(None, printed), range(0))


def _last_printed(lines: Sequence[str], start: int, title: str) -> range:
    """The lines from `start` on that are nothing but this title, the last where it is listed before."""
    words = [bare(line) for line in lines]
    places = (
        range(at, at + n) for at in range(start, min(start + FARTHEST, len(lines))) for n in range(1, MOST_LINES + 1)
    )
    return max(
        (place for place in places if "".join(words[place.start : place.stop]) == bare(title)),
        key=lambda place: place.start,
        default=range(0),
    )
