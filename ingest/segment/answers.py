"""Questions and answers in which several places tell, one after the other, what they have done."""

from __future__ import annotations

import re
from typing import Final

from ingest.segment.evidence import Evidence, Series
from ingest.segment.items import Item, ranges
from ingest.segment.lines import Lines, opening_place
from ingest.types import SpannedText

# “株洲市副市长 王×：谢谢您的提问。” “湘潭市委常委、副市长王×：……”
_OFFICIAL: Final = re.compile(
    r"(?P<who>[^：:。；，？“”]{2,24}?(?:[省市县区州盟旗镇乡]长|书记|主任|[局厅处科]长|常委|负责人|负责同志|发言人)[^：:。；，？“”]{0,6})[：:]"
)
# “湖南日报记者：请问……” “主持人：……” “问：……”
_ASKING: Final = re.compile(r"[^：:。；，？]{0,20}(?:记者|主持人|提问|问)(?:\s?[^：:。；，？]{1,4})?[：:]")
_TRANSCRIPT: Final = re.compile(r"发布会|实录|访谈|问答|答记者问|圆桌|对话")


def answers(lines: Lines, evidence: Evidence) -> Series | None:
    """Each answer of another place's official, the question it answers in its setting."""
    if not _TRANSCRIPT.search(evidence.heading):
        return None
    starts = [at for at in range(1, len(lines)) if _opening_official(lines, at)]
    asked = [at for at in range(len(lines)) if _ASKING.match(lines.texts[at])]
    places = {_opening_official(lines, at) for at in starts}
    if len(starts) < 2 or len(places) < len(starts):
        return None  # the offices of one place
    bounds = [next((n for n in asked if start < n < end), end) for start, end in ranges(starts, len(lines))]
    items = []
    before = starts[0]
    while before - 1 in asked and "主持人" not in lines.texts[before - 1]:
        before -= 1
    asked_from = before
    for at, stop in zip(starts, bounds, strict=True):
        items.append(Item(SpannedText("", ()), lines.blocks[at:stop], setting=lines.blocks[asked_from:at]))
        asked_from = stop
    # Answers have no titles, which speaks against other kinds of items
    return Series(tuple(items), lines.blocks[:before], judged=True, after=lines.blocks[asked_from:], trust=9)


def _opening_official(lines: Lines, at: int) -> str | None:
    """The code of the place for which the speaker of a line answers."""
    match = _OFFICIAL.match(lines.texts[at])
    return opening_place(match["who"], lines.gazetteer) if match else None
