"""Lines of one width are put together to paragraphs; lines that are paragraphs stay apart."""

from __future__ import annotations

import textwrap

import pytest

from ingest.clean import clean
from ingest.read import read

PARAGRAPHS = [
    "湘潭市把企业开办、公章刻制、税务登记、社保开户归并到一个窗口，当日受理、当日办结，企业只需要跑一次就能把事情全部办完。",
    "市政务服务局会同有关部门梳理高频审批事项，公布清单并逐项明确办理时限和所需材料，统一受理标准，群众到任何一个窗口都能办理。",
    "截至2023年6月底，全市已有1.2万户企业在网上办结设立登记，办理时间由5个工作日压缩到1个工作日，材料由12份减少到3份。",
]


def lines_of(text: str, width: int, indent: str = "") -> list[str]:
    """Broken by a program that counts characters."""
    return textwrap.wrap(indent + text, width, drop_whitespace=False)


def typeset(text: str, width: float) -> list[str]:
    """Broken by one that measures: a digit or a Latin letter is half as wide as a Chinese character."""
    lines, room = [""], width
    for character in text:
        wide = 0.5 if character.isascii() else 1
        if room < wide:
            lines, room = [*lines, ""], width
        lines[-1] += character
        room -= wide
    return lines


def read_lines(*lines: str) -> list[str]:
    return [block.text.text for block in clean(read("page.txt", "\n".join(lines).encode())).blocks]


@pytest.mark.parametrize("width", [16, 22, 31])
def test_indented_paragraphs_in_lines_of_one_width(width: int) -> None:
    lines = ["湘潭市优化营商环境", *(line for text in PARAGRAPHS for line in lines_of(text, width, "　　"))]
    assert read_lines(*lines) == ["湘潭市优化营商环境", *PARAGRAPHS]


def test_paragraphs_in_lines_of_one_width_between_blank_lines() -> None:
    lines = [line for text in PARAGRAPHS for line in [*typeset(text, 20), ""]]
    assert read_lines(*lines) == PARAGRAPHS


def test_numbers_and_bullets_open_paragraphs() -> None:
    marked = [f"{mark}{text}" for mark, text in zip(["（一）", "◆ ", "（二）"], PARAGRAPHS, strict=True)]
    assert read_lines(*(line for text in marked for line in lines_of(text, 24))) == marked


def test_a_short_line_ends_a_paragraph() -> None:
    body = lines_of(PARAGRAPHS[0], 20)
    assert read_lines("一、主要做法", *body, "二、取得成效", *lines_of(PARAGRAPHS[2], 20)) == [
        "一、主要做法",
        PARAGRAPHS[0],
        "二、取得成效",
        PARAGRAPHS[2],
    ]


def test_a_blank_line_before_every_line_parts_no_paragraphs() -> None:
    lines = [line for text in PARAGRAPHS for line in lines_of(text, 20)]
    assert read_lines(*(spaced for line in lines for spaced in (line, ""))) == PARAGRAPHS


def test_a_heading_between_the_end_of_a_full_line_and_an_indented_paragraph() -> None:
    first = [line for text in PARAGRAPHS for line in lines_of(text, 20, "　　")]
    closed = [*lines_of("宁乡市推行帮办代办，企业少跑腿", 20, "　　"), "一次能办完。（据某某日报报道）"]
    lines = [*first, *closed, "浏阳市：产业“一链一码”监管", *lines_of(PARAGRAPHS[0], 20, "　　")]
    assert read_lines(*lines)[-2:] == ["浏阳市：产业“一链一码”监管", PARAGRAPHS[0]]


def test_few_full_lines_are_enough_where_paragraphs_are_indented() -> None:
    short = [f"　　第{n}项已经办结。" for n in range(40)]
    lines = [line for text in PARAGRAPHS for line in lines_of(text, 22, "　　")]
    assert read_lines(*lines, *short) == [*PARAGRAPHS, *(line.strip() for line in short)]


def test_a_page_number_between_two_pages_is_not_joined_in() -> None:
    lines = [*lines_of(PARAGRAPHS[0], 20), "- 3 -", *lines_of(PARAGRAPHS[1], 20), "- 4 -", *lines_of(PARAGRAPHS[2], 20)]
    assert read_lines(*lines) == PARAGRAPHS


@pytest.mark.parametrize(
    "lines",
    [
        PARAGRAPHS,
        [
            f"{n}. 湖南省湘潭市推行{words}改革"
            for n, words in enumerate(["并联审批", "告知承诺", "一窗受理", "容缺办理"] * 3, 1)
        ],
        ["湘潭市推行并联审批", "长沙市推行告知承诺制改革", "株洲市打造“一件事”", "衡阳市推动跨省通办工作", "岳阳市"]
        * 3,
    ],
    ids=["long paragraphs", "numbered list", "list of titles"],
)
def test_lines_that_are_paragraphs_stay(lines: list[str]) -> None:
    assert read_lines(*lines) == lines


def test_many_headings_between_short_paragraphs_do_not_hide_that_lines_are_broken():
    headings = ("一、主要做法", "二、工作成效", "三、经验启示")
    text = [line for part in PARAGRAPHS * 2 for heading in headings for line in (heading, part)]
    broken = [piece for line in text for piece in typeset(line, 38)]
    assert read_lines(*broken) == text
