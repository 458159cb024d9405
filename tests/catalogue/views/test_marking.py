"""Text as pages show it."""

import pytest

from catalogue.search.query import Mark
from catalogue.templatetags.marking import excerpt, marked, paragraphs


@pytest.mark.parametrize(
    ("text", "marks", "expected"),
    [
        ("获得电力", (Mark(2, 4),), "获得<mark>电力</mark>"),
        ("a<b>电力</b>", (Mark(4, 6),), "a&lt;b&gt;<mark>电力</mark>&lt;/b&gt;"),
        ("电力", (), "电力"),
        ("电力", None, "电力"),
        ("办电与办电", (Mark(3, 5), Mark(0, 2)), "<mark>办电</mark>与<mark>办电</mark>"),
        ("办电难", (Mark(0, 2), Mark(1, 3)), "<mark>办电</mark><mark>难</mark>"),
        ("办电", (Mark(1, 99),), "办<mark>电</mark>"),
    ],
)
def test_marked(text: str, marks: tuple[Mark, ...], expected: str) -> None:
    assert marked(text, marks) == expected


def test_paragraphs_are_lines_without_blank_ones() -> None:
    assert paragraphs("一行\n\n二<行\n") == "<p>一行</p>\n<p>二&lt;行</p>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("压减时间。再压减成本。还有一句很长很长的话。", "压减时间。再压减成本。"),
        ("没有句号的一段很长的文字，一直写下去，不停", "没有句号的一段很长的文字…"),
        ("短", "短"),
    ],
)
def test_excerpt_keeps_whole_sentences(text: str, expected: str) -> None:
    assert excerpt(text, 13) == expected
