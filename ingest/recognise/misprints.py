"""Names that are no region: one character wrong, as scanning and typing leave them (茑州市 for 朔州市)."""

from __future__ import annotations

import re
from collections.abc import Collection

from ingest.lexicon import jieba_names, jieba_words
from ingest.recognise.gazetteer import Gazetteer
from ingest.recognise.region_tree import CITY
from ingest.vocabulary import RegionEntry

# 茑州市通过… : what has the form of a division's name
_FORM = re.compile(r"[一-龥]{2,4}?[市县区旗州盟]")
# 各县区, 全市, 跨区: speaks of places, names none
_NO_NAME = re.compile(r"[全我本各该两三多某外跨每在对由从到及]|所有|部分|多个|相关")


MOST_MEANT = 3
"""Divisions a misprinted name may be like; like more, it is hardly a name."""


def unknown_place(
    text: str, gazetteer: Gazetteer, above: str, named: Collection[str]
) -> tuple[str, tuple[RegionEntry, ...]] | None:
    """The division that a name at the beginning of `text` most likely misprints, with the name as printed.

    Looks below the region `above` for names of the same length and kind with one other character. Those that the text
    names rightly elsewhere (`named`) are passed over, since who knows a name does not misprint it. Two or three where
    it may be any of them (岳阴县: 岳阳县 or 湘阴县). None when the name is a region, a common noun, or like no other.
    """
    form = _FORM.match(text)
    printed = form.group() if form else ""
    if not printed or _is_common(printed) or gazetteer.find(text[: len(printed) + 4]):
        return None
    near = [entry for entry in gazetteer.below(above) if _one_character_off(entry.name, printed)]
    near = [entry for entry in near if entry.code not in named] or near
    cities = [entry for entry in near if entry.level == CITY]
    meant = cities if len(cities) == 1 else near
    return (printed, tuple(meant)) if 0 < len(meant) <= MOST_MEANT else None


def _one_character_off(name: str, printed: str) -> bool:
    return (
        len(name) == len(printed)
        and name[-1] == printed[-1]
        and sum(a != b for a, b in zip(name, printed, strict=True)) == 1
    )


def _is_common(printed: str) -> bool:
    """Whether a word has the form of a name only: 示范区 and 城市 are of ordinary words, 茑州市 is not."""
    words, names = jieba_words(), jieba_names()
    return _NO_NAME.match(printed) is not None or any(
        words.knows(word) and word not in names for word in (printed, printed[:-1])
    )
