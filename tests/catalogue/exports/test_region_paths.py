"""The names by which the JSON export tells where a region lies."""

from __future__ import annotations

import pytest

from catalogue.exports.record import short_path


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["湖南省"], ["湖南省"]),
        (["重庆市", "万州区"], ["重庆市", "万州区"]),
        (["北京市", "大兴区", "北京经济技术开发区"], ["北京市", "北京经济技术开发区"]),
        (["湖南省", "长沙市", "湖南湘江新区"], ["湖南省", "长沙市", "湖南湘江新区"]),
        (["福建省", "福州市", "平潭县", "平潭综合实验区"], ["福建省", "福州市", "平潭综合实验区"]),
    ],
)
def test_a_path_has_three_names_at_most(names: list[str], expected: list[str]) -> None:
    assert short_path(names) == expected
