"""Before and after in one unit, and the change between them."""

from decimal import Decimal

import pytest

from catalogue.comparable import computed_change


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (("132", ""), ("44", None, "种"), ("-66.7", None)),
        (("60", ""), ("300", None, "件"), ("400.0", None)),
        (("2", "天"), ("16", None, "小时"), ("-66.7", None)),
        (("3", "个月"), ("20", None, "天"), ("-77.8", None)),
        (("0.8", "亿元"), ("1000", None, "万元"), ("-87.5", None)),
        (("12", "张"), ("1", None, "份"), ("-91.7", None)),
        (("8", ""), ("1", "3", "工作日"), ("-62.5", "-87.5")),
        (("5", ""), ("0", None, "次"), ("-100.0", None)),
        # no quotient: shares, ranks, other things, nothing to divide by, a figure missing
        (("5", ""), ("3", None, "%"), None),
        (("12", ""), ("3", None, "位"), None),
        (("12", "张"), ("3", None, "天"), None),
        (("0", ""), ("3", None, "天"), None),
        ((None, ""), ("3", None, "天"), None),
        (("3", ""), (None, None, "天"), None),
    ],
)
def test_computed_change(before, after, expected):
    (was, was_unit), (low, high, unit) = before, after
    was, low, high = (None if value is None else Decimal(value) for value in (was, low, high))
    change = computed_change(was, was_unit, low, high, unit)
    assert (change and tuple(None if value is None else str(value) for value in change)) == expected
