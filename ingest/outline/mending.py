"""Numbering mended by its sequence: labels that were lost or misprinted, seen from the ones around them.

Only the level of a heading changes; its label stays as printed. Every mend is told to the editor.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from ingest.outline import labels
from ingest.outline.headings import HEADED, Head, Piece, Text
from ingest.types import Notice, Severity, SpannedText

# “降低成本。…”
_SHORT_SENTENCE: Final = re.compile(r"(?P<heading>[^。！？!?；;：:，,\d]{3,15})[。：:](?=.{20})", re.DOTALL)
_NUMERALS: Final = "一二三四五六七八九十"


def mend(found: Sequence[Piece]) -> tuple[list[Piece], list[Notice]]:
    """The pieces with lost and misprinted labels put at their true level, and what was mended."""
    mended = list(found)
    notices = [
        *_mend_lost(mended),
        *_mend_run_in(mended),
        *_mend_misprinted(mended),
        *_repeated(mended),
    ]
    return mended, notices


def _heads(found: Sequence[Piece]) -> list[int]:
    return [index for index, piece in enumerate(found) if isinstance(piece, Head)]


def _mend_lost(found: list[Piece]) -> list[Notice]:
    """A heading without a number between （一） and （三） is （二）."""
    notices = []
    places = _heads(found)
    for at, (place, after) in enumerate(pairwise(places)):
        head, following = found[place], found[after]
        if at == 0 or not isinstance(head, Head) or not isinstance(following, Head) or head.style != HEADED:
            continue
        before = _last_of(found, places[:at], following.style)
        if following.ordinal and before and before.ordinal == following.ordinal - 2:
            found[place] = replace(head, style=following.style, ordinal=following.ordinal - 1)
            notices.append(_missing(head.heading, following))
    return notices


def _mend_run_in(found: list[Piece]) -> list[Notice]:
    """A paragraph between 二、 and 四、 that opens with a sentence like theirs: its 三、 was lost."""
    notices = []
    places = _heads(found)
    for place in reversed(places):
        head = found[place]
        if not isinstance(head, Head) or not head.ordinal or head.style in labels.INLINE_STYLES:
            continue
        before = next((at for at in reversed(places) if at < place and _style_of(found[at]) == head.style), None)
        if before is None or _ordinal_of(found[before]) != head.ordinal - 2:
            continue
        lost = [(at, parts) for at in range(before + 2, place) if (parts := _opening_heading(found[at]))]
        if len(lost) != 1:
            continue
        at, (heading, rest) = lost[0]
        found[at : at + 1] = [Head(head.style, head.ordinal - 1, "", heading), Text(rest)]
        notices.append(_missing(heading, head))
    return notices


def _repeated(found: Sequence[Piece]) -> list[Notice]:
    """（二） after （二）, before （四）: the second should be （三）."""
    notices = []
    last: dict[str, Head] = {}
    heads = [piece for piece in found if isinstance(piece, Head) and piece.ordinal]
    for head, following in pairwise(heads):
        before, ordinal = last.get(head.style), head.ordinal or 0
        if before and before.ordinal == ordinal and following.style == head.style and following.ordinal == ordinal + 2:
            notices.append(_misprint(head, head.style, ordinal + 1))
        last[head.style] = head
    return notices


def _style_of(piece: Piece) -> str | None:
    return piece.style if isinstance(piece, Head) else None


def _ordinal_of(piece: Piece) -> int | None:
    return piece.ordinal if isinstance(piece, Head) else None


def _opening_heading(piece: Piece) -> tuple[SpannedText, SpannedText] | None:
    """The short sentence a paragraph opens with, and the rest; None where it opens otherwise."""
    match = _SHORT_SENTENCE.match(piece.text.text) if isinstance(piece, Text) else None
    if not match or not isinstance(piece, Text):
        return None
    return piece.text[: match.end("heading")], piece.text[match.end() :]


def _missing(heading: SpannedText, following: Head) -> Notice:
    """That the heading before `following` lacks its number."""
    expected = _as_printed(following.style, (following.ordinal or 0) - 1)
    message = f"标题“{heading}”缺编号，按前后顺序应为“{expected}”"
    return Notice("label-missing", Severity.WARNING, message, heading.spans())


def _misprint(head: Head, style: str, ordinal: int) -> Notice:
    """That the label of the heading should be another."""
    message = f"编号“{head.printed}”（{head.heading}）按前后顺序应为“{_as_printed(style, ordinal)}”"
    return Notice("label-misprint", Severity.WARNING, message, head.heading.spans())


def _mend_misprinted(found: list[Piece]) -> list[Notice]:
    """（三） after （三）, whose own children begin at （一）, is 三、."""
    notices = []
    places = _heads(found)
    for at, (place, after) in enumerate(pairwise(places)):
        head, following = found[place], found[after]
        if not isinstance(head, Head) or not isinstance(following, Head) or not head.ordinal:
            continue
        same = _last_of(found, places[:at], head.style)
        if not (
            same
            and same.ordinal
            and head.ordinal != same.ordinal + 1
            and head.ordinal > 1
            and following.style == head.style
            and following.ordinal == 1
        ):
            continue
        above = _style_expecting(found, places[:at], head)
        if above:
            found[place] = replace(head, style=above)
            notices.append(_misprint(head, above, head.ordinal))
    return notices


def _last_of(found: Sequence[Piece], places: Sequence[int], style: str) -> Head | None:
    """The last heading of a style."""
    for place in reversed(places):
        head = found[place]
        if isinstance(head, Head) and head.style == style:
            return head
    return None


def _style_expecting(found: Sequence[Piece], places: Sequence[int], head: Head) -> str | None:
    """Another style used so far whose next number would be that of `head`."""
    seen: set[str] = set()
    for place in reversed(places):
        other = found[place]
        if isinstance(other, Head) and other.style not in seen and other.style != head.style:
            seen.add(other.style)
            if other.ordinal and head.ordinal == other.ordinal + 1 and other.style not in labels.INLINE_STYLES:
                return other.style
    return None


def _as_printed(style: str, ordinal: int) -> str:
    """A label of a style, as it would be printed."""
    tens, ones = divmod(ordinal, 10)
    chinese = (_NUMERALS[tens - 1] if tens > 1 else "") + ("十" if tens else "") + (_NUMERALS[ones - 1] if ones else "")
    return {
        labels.CHINESE: f"{chinese}、",
        labels.CHINESE_BRACKETED: f"（{chinese}）",
        labels.ARABIC: f"{ordinal}.",
        labels.ARABIC_BRACKETED: f"（{ordinal}）",
        labels.SPOKEN: f"{chinese}是",
        labels.ORDINAL: f"第{chinese}",
    }.get(style, str(ordinal))
