"""Where a paper says that an article goes on elsewhere: （下转第三版） at the break, （上接第一版） behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.types import Block, Notice, Severity

_KEY = r"[①-⑳]|[（(]\d{1,2}[）)]"
_SIGN = r"[■▲►▶★☆●◆→⇒\s]*"
OUT = re.compile(
    rf"{_SIGN}[（(【]?{_SIGN}下转[^（）()，。；：“”]{{0,10}}?(?P<key>{_KEY})?{_SIGN}[）)】]?$"
)  # "（下转第三版①）"
IN = re.compile(
    rf"^(?P<before>{_KEY})?{_SIGN}[（(【]?{_SIGN}(?:紧|上)?接[^（）()，。；：“”\s]{{0,8}}?版(?:{_SIGN}(?P<behind>{_KEY}))?"
    rf"(?:“[^”]{{2,30}}”(?:一文)?|《[^》]{{2,30}}》(?:一文)?)?{_SIGN}[）)】]?[：:]?{_SIGN}"
)  # "②（上接第一版）", "▲上接1版"


@dataclass(frozen=True, slots=True)
class Jumps:
    """Blocks without the words that say where they go on, and which goes on where."""

    blocks: tuple[Block, ...]
    origins: tuple[int, ...]
    """Of each, the index of the block it is left of."""
    pairs: dict[int, int]
    notices: tuple[Notice, ...]


def follow_jumps(blocks: tuple[Block, ...]) -> Jumps:
    """The blocks without 下转 and 上接; the first of either with the same mark or, without marks, the first left."""
    kept: list[Block] = []
    origins: list[int] = []
    notices: list[Notice] = []
    outs: list[tuple[int, str]] = []
    ins: list[tuple[int, str]] = []
    for i, block in enumerate(blocks):
        text = block.text
        came, goes = IN.match(text.text), OUT.search(text.text)
        parts = [text[match.start() : match.end()] for match in (came, goes) if match]
        rest = text[came.end() if came else 0 : goes.start() if goes else len(text)].strip()
        notices += [Notice("jump", Severity.INFO, "转版、接版的说明，不属于正文。", part.spans()) for part in parts]
        if came and (rest or goes is None):
            ins.append((len(kept), came["before"] or came["behind"] or ""))
        if goes and (rest or kept):
            outs.append((len(kept) if rest else len(kept) - 1, goes["key"] or ""))
        if rest:
            kept.append(replace(block, text=rest))
            origins.append(i)
    return Jumps(tuple(kept), tuple(origins), _pairs(outs, ins, len(kept)), tuple(notices))


def _pairs(outs: Sequence[tuple[int, str]], ins: Sequence[tuple[int, str]], count: int) -> dict[int, int]:
    """Each place of departure with the first place of arrival behind it that bears the same mark."""
    pairs: dict[int, int] = {}
    for tail, key in outs:
        free = (head for head, other in ins if tail < head < count and other == key and head not in pairs.values())
        if (head := next(free, None)) is not None:
            pairs[tail] = head
    return pairs
