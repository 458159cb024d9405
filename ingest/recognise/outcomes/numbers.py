"""Numbers as Chinese official prose prints them: 146976、1,234.5、1.35万亿、30-50%、五六个、两小时、八成。"""

from __future__ import annotations

import re
from decimal import Decimal

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "俩": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000, "万": 10000}

ARABIC = r"\d{1,3}(?:[, ]\d{3}(?!\d)){1,4}(?:\.\d{1,6})?|\d{1,12}(?:\.\d{1,6})?"
"""146976, 1,234.5, 3 420, 0.5; bounded, so that a run of digits without end is soon done with."""
CHINESE = r"[一二三四五六七八九十两百千半]{1,7}"
"""两, 十五, 半, 五六 (a range: 五 to 六)"""
# 五六(个工作日), 三四(天): two digits next to each other are a range.
CHINESE_RANGE = re.compile(r"(?P<low>[一二两三四五六七八])(?P<high>[二三四五六七八九])$")


def arabic(text: str) -> Decimal:
    """The number that digits print: “1,234.5” is 1234.5."""
    return Decimal(text.replace(",", "").replace(" ", ""))


def chinese(text: str) -> Decimal | None:
    """The number that Chinese numerals print: “一百二十” is 120, “半” is 0.5; None where they print none."""
    if text == "半":
        return Decimal("0.5")
    total = digit = 0
    for character in text:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character in _PLACES:
            total += (digit or 1) * _PLACES[character]
            digit = 0
        else:
            return None
    return Decimal(total + digit)


def chinese_range(text: str) -> tuple[Decimal, Decimal | None] | None:
    """A Chinese number as low and high: “五六” is (5, 6), “两” is (2, None)."""
    if (both := CHINESE_RANGE.match(text)) and _DIGITS[both["high"]] == _DIGITS[both["low"]] + 1:
        return Decimal(_DIGITS[both["low"]]), Decimal(_DIGITS[both["high"]])
    number = chinese(text)
    return None if number is None else (number, None)
