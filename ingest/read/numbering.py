"""The numbers Word prints before paragraphs by itself: they stand in no text, only in the list definitions."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn

PLACE = re.compile(r"%([1-9])")  # "（%1）", "%1.%2"
DIGITS = "〇一二三四五六七八九"
CHINESE = {
    "chineseCounting",
    "chineseCountingThousand",
    "chineseLegalSimplified",
    "ideographTraditional",
    "japaneseCounting",
    "taiwaneseCountingThousand",
}
LEVELS = 9


class Numbering:
    """Counts the numbered paragraphs of one document in their order."""

    def __init__(self, document: Document) -> None:
        self._abstract: dict[str, Any] = {}
        self._lists: dict[str, str] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._counts: dict[str, list[int | None]] = defaultdict(lambda: [None] * LEVELS)
        root = _definitions(document)
        for element in [] if root is None else root:
            if element.tag == qn("w:abstractNum"):
                self._abstract[_value(element, "w:abstractNumId")] = element
            elif element.tag == qn("w:num"):
                self._read_list(element)

    def label(self, list_id: str, level: int) -> str:
        """The label of the next paragraph of this list at this level, “” for a bullet or an unknown list."""
        abstract_id = self._lists.get(list_id)
        levels = self._levels(abstract_id)
        if abstract_id is None or level not in levels:
            return ""
        # Lists made from one definition count on, unless they say where to start.
        counts = self._counts[list_id if (list_id, level) in self._starts else abstract_id]
        counts[level] = self._start(list_id, levels, level) if counts[level] is None else (counts[level] or 0) + 1
        counts[level + 1 :] = [None] * (LEVELS - level - 1)
        if _child(levels[level], "w:numFmt") in ("bullet", "none"):
            return ""

        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            count = counts[at]
            value = self._start(list_id, levels, at) if count is None else count
            return formatted(value, _child(levels[at], "w:numFmt") if at in levels else "decimal")

        return PLACE.sub(number, _child(levels[level], "w:lvlText"))

    def _read_list(self, element: Any) -> None:
        list_id = _value(element, "w:numId")
        self._lists[list_id] = _child(element, "w:abstractNumId")
        for override in element.findall(qn("w:lvlOverride")):
            start = _child(override, "w:startOverride")
            if start.isdigit():
                self._starts[list_id, _number(_value(override, "w:ilvl"))] = int(start)

    def _levels(self, abstract_id: str | None) -> dict[int, Any]:
        element = self._abstract.get(abstract_id or "")
        found = [] if element is None else element.findall(qn("w:lvl"))
        return {_number(_value(level, "w:ilvl")): level for level in found}

    def _start(self, list_id: str, levels: dict[int, Any], level: int) -> int:
        own = _number(_child(levels[level], "w:start") or "1") if level in levels else 1
        return self._starts.get((list_id, level), own)


def formatted(number: int, style: str) -> str:
    """A number as Word prints it: 12 is “十二” in `chineseCounting`, “⑫” in `decimalEnclosedCircle`."""
    if style in CHINESE:
        return _chinese(number)
    if style.startswith("decimalEnclosedCircle") and 1 <= number <= 20:
        return chr(0x2460 + number - 1)
    if style in ("lowerLetter", "upperLetter") and number >= 1:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if style == "lowerLetter" else letter.upper()
    if style in ("lowerRoman", "upperRoman"):
        return _roman(number) if style == "upperRoman" else _roman(number).lower()
    return f"{number:02d}" if style == "decimalZero" else str(number)


def _chinese(number: int) -> str:
    if not 0 < number < 100:
        return "".join(DIGITS[int(digit)] for digit in str(number))
    tens, ones = divmod(number, 10)
    return (DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (DIGITS[ones] if ones else "")


def _roman(number: int) -> str:
    text = ""
    for value, sign in (
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ):
        text += sign * (number // value)
        number %= value
    return text


def _definitions(document: Document) -> Any:
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/numbering"):
            return getattr(relation.target_part, "element", None)
    return None


def _value(element: Any, attribute: str) -> str:
    return element.get(qn(attribute)) or ""


def _child(element: Any, tag: str) -> str:
    """The w:val of a child element; “” where there is none."""
    child = element.find(qn(tag))
    return "" if child is None else _value(child, "w:val")


def _number(text: str) -> int:
    """A level or a start; 0 for nonsense, and never beyond what a document counts to."""
    return min(int(text), 100_000) if text.isdecimal() else 0
