"""Figures before and after a reform brought to one unit, so that their change can be told."""

from __future__ import annotations

import re
from decimal import Decimal

MINUTES: dict[str, Decimal] = {
    "秒": Decimal(1) / 60,
    "分钟": Decimal(1),
    "小时": Decimal(60),
    **dict.fromkeys(("天", "日", "工作日", "自然日"), Decimal(24 * 60)),
    "周": Decimal(7 * 24 * 60),
    "个月": Decimal(30 * 24 * 60),
    "年": Decimal(365 * 24 * 60),
}
"""Times in minutes; a working day counts as a day, a month as thirty."""
SCALES = {"": 1, "千": 10**3, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12}
SCALED = re.compile(r"(?P<scale>百万|千万|万亿|[千万亿]?)(?P<of>.*)")
COUNTED = frozenset(["个", "项", "件", "份", "种", "张", "枚", "次", "条", "类", "道", "环节", "个环节", "步骤"])
"""Classifiers that may change within one sentence without changing what is counted (60种缩减至14个)."""
NO_RATIO = ("%", "‰", "百分点", "位", "名")
"""A share, a rank: their quotient tells nothing."""
LARGEST = Decimal(10**7)

Change = tuple[Decimal, Decimal | None]


def computed_change(
    before: Decimal | None, before_unit: str, after: Decimal | None, after_max: Decimal | None, unit: str
) -> Change | None:
    """The change in %, to one place, from `before` to `after` (to `after_max`, for a range), negative where it fell.

    None where a figure is missing, their units cannot be compared, or a quotient would tell nothing.
    """
    size = _size(before_unit or unit, unit)
    if before is None or after is None or size is None or before <= 0 or unit in NO_RATIO:
        return None
    changes = sorted(
        ((value / (before * size) - 1) * 100 for value in (after, after_max) if value is not None),
        key=abs,
    )
    if abs(changes[-1]) >= LARGEST:
        return None
    low, *high = (change.quantize(Decimal("0.1")) for change in changes)
    return low, high[0] if high else None


def _size(one: str, other: str) -> Decimal | None:
    """How many of `other` there are in one of `one`: 24 for 天 and 小时; None where they cannot be compared."""
    if one == other:
        return Decimal(1)
    if one in MINUTES and other in MINUTES:
        return MINUTES[one] / MINUTES[other]
    first, second = SCALED.fullmatch(one), SCALED.fullmatch(other)
    if first is None or second is None:
        return None
    if first["of"] != second["of"] and not {first["of"], second["of"]} <= COUNTED:
        return None
    return Decimal(SCALES[first["scale"]]) / SCALES[second["scale"]]
