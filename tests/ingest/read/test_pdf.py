"""PDF: columns, paragraphs, tables, pages; each text at places a typesetter would choose."""

from itertools import pairwise

import pytest

from ingest.read import Limits, read
from ingest.types import UnreadableDocumentError
from tests.ingest.read.pdf_writer import Sheet, pdf

INTRODUCTION = (
    "本期刊发临江市推进企业开办、办理建筑许可两项改革的做法，供各县区各部门结合实际学习借鉴，并及时报送本地进展情况。"
)
LEFT = [
    "2021年，临江市把企业开办涉及的登记、刻章、申领发票、社保登记等事项并入一个窗口，申请人填写一张表单即可办齐全部手续。",
    "企业开办时间由3天压缩至4小时，提交的材料由12份减少到5份，全年新设企业两万户。",
]
RIGHT = [
    "对社会投资的工业项目按照桩基、地上、地下分阶段核发施工许可证，企业拿到用地后最快10个工作日可以开工。",
    "推行联合验收，规划、消防、人防等部门同时到场，验收时间压减至7个工作日。",
]
TABLE = [("指标", "改革前", "改革后"), ("企业开办时间", "3天", "4小时"), ("联合验收时间", "20天", "7天")]


def bulletin() -> Sheet:
    """A title and a paragraph over the whole width, then two columns."""
    sheet = Sheet()
    sheet.write(200, 60, "优化营商环境简报", 18)
    y = sheet.column(50, 100, [INTRODUCTION], 49) + 20
    sheet.column(310, y, RIGHT, 22)  # printed first: the order in the file says nothing
    sheet.column(50, y, LEFT, 22)
    return sheet


def table() -> Sheet:
    sheet = Sheet()
    for i, row in enumerate(TABLE):
        for j, cell in enumerate(row):
            sheet.write(60 + 150 * j, 114 + 20 * i, cell)
    for i in range(4):
        sheet.rule(50, 100 + 20 * i, 500, 100 + 20 * i)
        sheet.rule(50 + 150 * i, 100, 50 + 150 * i, 160)
    sheet.write(50, 80, "改革前后对比如下：")
    sheet.write(50, 200, "数据由市政务服务局提供。")
    return sheet


def paragraphs(text: str) -> list[str]:
    return [line for line in text.split("\n") if line]


def test_columns_are_read_one_after_the_other_and_lines_made_whole():
    assert paragraphs(read("简报.pdf", pdf(bulletin())).text) == ["优化营商环境简报", INTRODUCTION, *LEFT, *RIGHT]


def test_what_a_browser_prints_in_the_margins():
    sheet = Sheet()
    sheet.write(20, 20, "2021/11/5 09:53", 9)
    sheet.write(250, 20, "企业开办", 9)
    sheet.column(50, 100, LEFT, 40)
    sheet.write(20, 820, "https://www.example.gov.cn/1.html", 9)
    sheet.write(560, 820, "1/1", 9)
    text = paragraphs(read("网页.pdf", pdf(sheet)).text)
    assert text == ["2021/11/5 09:53 企业开办", *LEFT, "https://www.example.gov.cn/1.html 1/1"]


def test_a_paragraph_that_goes_on_in_the_next_column():
    sheet = Sheet()
    whole = LEFT[0] + LEFT[0]
    lines = ["　　" + whole[:20], *(whole[at : at + 22] for at in range(20, len(whole), 22))]
    half = len(lines) // 2
    for x, part in ((50, lines[:half]), (310, lines[half:])):
        for n, line in enumerate(part):
            sheet.write(x + 10 * line.count("　"), 100 + 16 * n, line.strip("　"))
    assert paragraphs(read("报纸.pdf", pdf(sheet)).text) == [whole]


def test_a_left_column_longer_than_the_right():
    sheet = Sheet()
    sheet.column(50, 100, [*LEFT, LEFT[1]], 22)
    sheet.column(310, 100, RIGHT, 22)
    assert paragraphs(read("报纸.pdf", pdf(sheet)).text) == [*LEFT, LEFT[1], *RIGHT]


def test_a_table_is_a_line_for_each_row():
    assert paragraphs(read("附表.pdf", pdf(table())).text) == [
        "改革前后对比如下：",
        *map("\t".join, TABLE),
        "数据由市政务服务局提供。",
    ]


def grid(sheet: Sheet, top: float, *rows: list[list[str]]) -> None:
    """A table of ruled rows; each cell as its lines."""
    y = top
    edges = (50, 90, 200, 400)
    for row in rows:
        for x, cell in zip(edges, row, strict=False):
            for n, line in enumerate(cell):
                sheet.write(x + 5, y + 14 + 16 * n, line)
        below = y + 16 * max(map(len, row)) + 4
        for x in edges:
            sheet.rule(x, y, x, below)
        sheet.rule(edges[0], y, edges[-1], y)
        y = below
    sheet.rule(edges[0], y, edges[-1], y)


HEAD = [["序号"], ["事项"], ["主要做法"]]
ROWS = [
    [["1"], ["企业开办"], ["各项手续并入一个窗口，企业只跑一次。"]],
    [["2"], ["联合验收"], ["规划、消防、人防等部门同时到场，验", "收时间由20个工作日压减至"]],
    [[], [], ["7个工作日，企业只对接一个窗口。"]],
    [["3"], ["多测合一"], ["测绘成果共享。"]],
]
WHOLE = [
    "序号\t事项\t主要做法",
    "1\t企业开办\t各项手续并入一个窗口，企业只跑一次。",
    "2\t联合验收\t规划、消防、人防等部门同时到场，验收时间由20个工作日压减至7个工作日，企业只对接一个窗口。",
    "3\t多测合一\t测绘成果共享。",
]


@pytest.mark.parametrize(("on_the_second", "expected"), [(ROWS[2:], WHOLE), (ROWS[2:3], WHOLE[:3])])
@pytest.mark.parametrize("head", [[], [HEAD]], ids=["", "the head printed again"])
def test_a_row_that_goes_on_on_the_next_page(on_the_second, expected, head):
    first, second = Sheet(), Sheet()
    grid(first, 600, HEAD, *ROWS[:2])
    first.write(290, 800, "- 1 -")
    second.write(240, 40, "典型案例一览表")
    grid(second, 80, *head, *on_the_second)
    document = read("清单.pdf", pdf(first, second))
    lines = [line for line in paragraphs(document.text.replace("\u2029", "\n")) if "\t" in line]
    assert lines == [*expected[:3], *(["\t".join(cell[0] for cell in HEAD)] if head else []), *expected[3:]]


def test_a_row_that_only_lacks_its_first_cell_is_one_of_its_own():
    first, second = Sheet(), Sheet()
    grid(first, 600, HEAD, ROWS[0])
    grid(second, 80, ROWS[2], ROWS[3])
    assert "\n\t\t7个工作日" in read("清单.pdf", pdf(first, second)).text.replace("\u2029", "\n")


def test_each_page_is_known_also_an_empty_one():
    document = read("简报.pdf", pdf(bulletin(), Sheet(), table()))
    assert len(document.pages) == 3
    starts = [*document.pages, len(document.text)]
    first, second, third = (document.text[a:b] for a, b in pairwise(starts))
    assert first.startswith("优化营商环境简报")
    assert not second.strip()
    assert third.startswith("改革前后对比")


def test_lines_below_a_number_that_is_set_outside_the_text():
    sheet, y = Sheet(), 100
    for label, text in (("1.", LEFT[1]), ("2.", RIGHT[0])):
        sheet.write(50, y, label)
        for at in range(0, len(text), 30):
            sheet.write(70, y, text[at : at + 30])
            y += 16
    assert paragraphs(read("清单.pdf", pdf(sheet)).text) == [f"1.{LEFT[1]}", f"2.{RIGHT[0]}"]


def test_three_columns_close_together_with_a_large_heading():
    sheet = Sheet()
    for x, text in ((50, LEFT[0]), (185, LEFT[0]), (320, RIGHT[0])):
        sheet.column(x, 120, [text], 12)
    sheet.write(185, 100, "二、办理建筑许可", 15)
    sheet.write(320, 84, "三、联合验收", 15)
    assert paragraphs(read("报纸.pdf", pdf(sheet)).text) == [
        LEFT[0], "二、办理建筑许可", LEFT[0], "三、联合验收", RIGHT[0]
    ]  # fmt: skip


def test_a_page_without_text_among_others_is_told(monkeypatch):
    monkeypatch.setattr("ingest.read.ocr.is_installed", lambda: False)
    drawn = Sheet()
    drawn.rule(50, 50, 300, 300)
    document = read("简报.pdf", pdf(bulletin(), drawn, Sheet()))
    (notice,) = document.notices
    assert notice.code == "page-without-text"
    assert notice.message.startswith("第 2 页是图像")


@pytest.mark.parametrize("rotate", [0, 90])
def test_text_set_sideways(rotate):
    sheet = Sheet(rotate=rotate)
    sheet.write_upwards(100, 700, "企业开办专区设在大厅东侧。")
    sheet.write_upwards(140, 700, "帮办代办窗口设在西侧。")
    assert paragraphs(read("横.pdf", pdf(sheet)).text) == ["企业开办专区设在大厅东侧。", "帮办代办窗口设在西侧。"]


def test_short_labels_and_values_are_no_columns():
    sheet = Sheet()
    for n, (label, value) in enumerate(
        [("地区", "临江市"), ("指标", "企业开办"), ("年份", "2021年"), ("时限", "4小时")]
    ):
        sheet.write(50, 100 + 16 * n, label)
        sheet.write(150, 100 + 16 * n, value)
    assert paragraphs(read("表.pdf", pdf(sheet)).text) == ["地区 临江市", "指标 企业开办", "年份 2021年", "时限 4小时"]


def test_radicals_are_read_as_characters():
    sheet = Sheet()
    sheet.write(50, 100, "“⼀件事⼀次办”改⾰⻓效机制")
    assert read("部首.pdf", pdf(sheet)).text == "“一件事一次办”改革长效机制"


def test_limits():
    with pytest.raises(UnreadableDocumentError, match="2 页，超过上限 1 页"):
        read("长.pdf", pdf(bulletin(), table()), Limits(pages=1))
    with pytest.raises(UnreadableDocumentError, match="超过上限 10 字"):
        read("长.pdf", pdf(bulletin()), Limits(characters=10))


def test_a_scan_without_the_extra_names_it(monkeypatch):
    monkeypatch.setattr("ingest.read.ocr._engine", lambda: None)
    drawn = Sheet()
    drawn.rule(50, 50, 300, 300)
    with pytest.raises(UnreadableDocumentError, match="可选组件 ocr"):
        read("扫描.pdf", pdf(drawn))
    with pytest.raises(UnreadableDocumentError, match="文件是空的"):
        read("空白.pdf", pdf(Sheet(), Sheet()))
