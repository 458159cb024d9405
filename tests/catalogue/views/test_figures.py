"""How numbers and results read on a page."""

from decimal import Decimal
from typing import Any

import pytest
from django.utils.html import strip_tags

from catalogue.models import Outcome
from catalogue.strongest import strongest
from catalogue.templatetags.figures import after, before, change, figures, number


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Decimal("15.7900"), "15.79"),
        (Decimal("34.0000"), "34"),
        (Decimal("100"), "100"),
        (Decimal("257013"), "257013"),
        (Decimal("0.5000"), "0.5"),
        (Decimal("-0.5"), "−0.5"),
        (Decimal("1E+3"), "1000"),
        (0, "0"),
        (None, ""),
    ],
)
def test_number(value: Decimal | None, expected: str) -> None:
    assert number(value) == expected


def outcome(**fields: Any) -> Outcome:
    figures_given = {name: Decimal(value) for name, value in fields.items() if isinstance(value, int | float)}
    return Outcome(**{"text": "", **fields, **figures_given})


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (outcome(before=143, after=34, unit="天", direction="down"), ("143 天", "34 天", "")),
        (outcome(before=3, after=1, unit="%", change_pct=-66.6667, direction="down"), ("3%", "1%", "−66.7%")),
        (outcome(before=3, before_unit="个月", after=20, unit="天"), ("3 个月", "20 天", "")),
        (
            outcome(before=4, after=1, unit="份", change_pct=-75, change_is_computed=True),
            ("4 份", "1 份", "−75%（算得）"),
        ),
        (outcome(before=78, after=96, unit="%"), ("78%", "96%", "+18 个百分点（算得）")),
        (outcome(after=36, after_max=38, unit="个工作日"), ("", "36—38 个工作日", "")),
        (outcome(change_pct=30, change_pct_max=50, direction="up"), ("", "", "+30%—50%")),
        (outcome(change_pct=-50, change_pct_max=-30, direction="down"), ("", "", "−30%—50%")),
        (outcome(change_pct=0), ("", "", "0%")),
        (outcome(change_pct=Decimal("69.9600"), direction="up"), ("", "", "+69.96%")),
        (outcome(after=22, unit="人", text="操作处理人员减少22人", direction="down"), ("", "减少 22 人", "")),
        (outcome(after=22, unit="人", text="操作处理人员减少了约22人", direction="down"), ("", "减少 22 人", "")),
        (outcome(after=3, unit="天", text="办理时间压减至3天", direction="down"), ("", "3 天", "")),
        (outcome(after=3, unit="天", text="压减到三天", direction="down"), ("", "3 天", "")),
    ],
)
def test_before_after_change(result: Outcome, expected: tuple[str, str, str]) -> None:
    assert (before(result), after(result), change(result)) == expected


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (outcome(before=143, after=34, unit="天", direction="down"), "143→减至34 天"),
        (outcome(before=84, after=95, unit="%", direction="up"), "84%→增至95%"),
        (outcome(before=3, before_unit="个月", after=20, unit="天", direction="level"), "3 个月→变为20 天"),
        (outcome(change_pct=-25, direction="down"), "−25%"),
        (outcome(after=146976, unit="户"), "146976 户"),
    ],
)
def test_one_line(result: Outcome, expected: str) -> None:
    assert strip_tags(figures(result)) == expected


def test_units_are_escaped() -> None:
    assert "<script>" not in figures(outcome(before=2, after=1, unit="<script>"))


def test_strongest_prefers_what_tells_from_what_to_what() -> None:
    bare = outcome(after=900, unit="件", position=0)
    alone = outcome(change_pct=-90, direction="down", position=1)
    small = outcome(before=10, after=9, unit="天", change_pct=-10, direction="down", position=2)
    great = outcome(before=143, after=34, unit="天", change_pct=-76.2, direction="down", position=3)
    target = outcome(before=100, after=1, change_pct=-99, direction="down", kind="target", position=4)
    assert strongest([bare, alone, small, great, target]) is great
    assert strongest([bare, alone, target]) is alone
    assert strongest([bare]) is bare
    assert strongest([target]) is None
    assert strongest([]) is None


def test_strongest_takes_the_first_of_equals() -> None:
    first, second = outcome(after=1, position=1), outcome(after=2, position=2)
    assert strongest([second, first]) is first
