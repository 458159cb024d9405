"""Word documents: headings, the numbers Word makes, tables, what python-docx passes over."""

import zipfile
from io import BytesIO
from pathlib import Path
from shutil import which

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from ingest.clean import clean
from ingest.read import Limits, doc, read
from ingest.read.numbering import formatted
from ingest.types import UnreadableDocumentError

LEGACY = Path(__file__).parent / "files" / "legacy.doc"


def saved(document: Document) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def lines(document: Document) -> list[str]:
    return [line for line in read("案例.docx", saved(document)).text.split("\n") if line]


def numbered(document: Document, list_id: int, *levels: tuple[str, str]) -> None:
    """A list definition: for each level its number format and its text."""
    root = document.part.numbering_part.element
    body = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (style, text) in enumerate(levels)
    )
    definition = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{900 + list_id}">{body}</w:abstractNum>'
    root.insert(0, parse_xml(definition))
    root.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="{list_id}"><w:abstractNumId w:val="{900 + list_id}"/></w:num>')
    )


def item(document: Document, text: str, list_id: int, level: int = 0) -> None:
    properties = document.add_paragraph(text)._p.get_or_add_pPr()
    number = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    properties.append(parse_xml(number))


def test_headings_keep_their_level():
    document = docx.Document()
    document.add_heading("临江市典型案例", 1)
    document.add_heading("一、企业开办", 2)
    document.add_paragraph("企业开办时间由3天压缩至4小时。")
    page = clean(read("案例.docx", saved(document)))
    assert [(block.text.text, block.heading_level) for block in page.blocks] == [
        ("临江市典型案例", 1),
        ("一、企业开办", 2),
        ("企业开办时间由3天压缩至4小时。", 0),
    ]


def test_the_numbers_word_makes_are_printed():
    document = docx.Document()
    numbered(
        document, 77, ("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3.")
    )
    for text, level in (
        ("压缩时限", 0),
        ("一窗受理", 1),
        ("填一张表", 2),
        ("交一份件", 2),
        ("全程网办", 1),
        ("降低费用", 0),
        ("免费刻章", 1),
    ):
        item(document, text, 77, level)
    assert lines(document) == [
        "一、压缩时限",
        "（一）一窗受理",
        "1.填一张表",
        "2.交一份件",
        "（二）全程网办",
        "二、降低费用",
        "（一）免费刻章",
    ]


def test_bullets_have_no_number():
    document = docx.Document()
    document.add_paragraph("容缺受理", style="List Bullet")
    assert lines(document) == ["容缺受理"]


@pytest.mark.parametrize(
    ("number", "style", "printed"),
    [
        (1, "chineseCounting", "一"),
        (10, "chineseCountingThousand", "十"),
        (12, "japaneseCounting", "十二"),
        (20, "chineseCounting", "二十"),
        (35, "chineseCounting", "三十五"),
        (3, "decimalEnclosedCircleChinese", "③"),
        (7, "decimal", "7"),
        (7, "decimalZero", "07"),
        (2, "upperLetter", "B"),
        (9, "lowerRoman", "ix"),
    ],
)
def test_number_formats(number, style, printed):
    assert formatted(number, style) == printed


def test_a_row_is_a_line_with_tabs_and_a_frame_is_text():
    document = docx.Document()
    document.add_paragraph("改革前后对比：")
    table = document.add_table(2, 2)
    for cell, text in zip(
        (*table.rows[0].cells, *table.rows[1].cells), ["指标", "时间", "企业开办", "4小时"], strict=True
    ):
        cell.text = text
    frame = document.add_table(1, 1).cell(0, 0)
    frame.text = "第一段。"
    frame.add_paragraph("第二段。")
    assert lines(document) == ["改革前后对比：", "指标\t时间", "企业开办\t4小时", "第一段。", "第二段。"]


def test_changes_controls_and_text_boxes():
    document = docx.Document()
    names = nsdecls("w")
    run = "<w:r><w:t>{}</w:t></w:r>"
    changed = (
        f"<w:p {names}>{run.format('办理时间')}<w:del><w:r><w:delText>五天</w:delText></w:r></w:del>"
        f"<w:ins>{run.format('三天')}</w:ins></w:p>"
    )
    control = f"<w:sdt {names}><w:sdtContent><w:p>{run.format('控件里的文字')}</w:p></w:sdtContent></w:sdt>"
    box = (
        f"<w:p {names}>{run.format('正文')}<w:r><w:pict><w:txbxContent><w:p>{run.format('框里的文字')}</w:p>"
        "</w:txbxContent></w:pict></w:r></w:p>"
    )
    for place, xml in enumerate((changed, control, box)):
        document.element.body.insert(place, parse_xml(xml))
    assert lines(document) == ["办理时间三天", "控件里的文字", "正文", "框里的文字"]


def test_a_page_break_is_a_hard_break():
    document = docx.Document()
    document.add_paragraph("第一个案例结束。").add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("第二个案例开始。")
    whole = read("案例.docx", saved(document))
    assert [block.hard_break for block in clean(whole).blocks] == [False, True]
    assert whole.pages == ()


def test_an_empty_document_is_refused():
    with pytest.raises(UnreadableDocumentError, match="空的"):
        read("空.docx", saved(docx.Document()))


def test_styles_based_on_each_other_end():
    document = docx.Document()
    style = document.styles["Normal"].element
    style.append(parse_xml(f'<w:basedOn {nsdecls("w")} {"w:val"}="{style.get(qn("w:styleId"))}"/>'))
    document.add_paragraph("正文。")
    assert lines(document) == ["正文。"]


@pytest.mark.skipif(which(doc.PROGRAM) is None, reason="antiword is not installed")
def test_the_old_format():
    assert read("旧.doc", LEGACY.read_bytes()).text.strip() == (
        "临江市企业开办改革\n2021年，临江市把企业开办的各项手续并入一个窗口。\n一、压缩办理时限\n企业开办时间由3天压缩至4小时。"
    )


@pytest.mark.skipif(which(doc.PROGRAM) is None, reason="antiword is not installed")
def test_the_old_format_with_a_password():
    data = bytearray(LEGACY.read_bytes())
    data[data.index(b"\xec\xa5") + 0x0B] |= 1  # the mark of an encrypted text in its head
    with pytest.raises(UnreadableDocumentError, match="有密码"):
        read("旧.doc", bytes(data))


def test_the_old_format_without_the_program(monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UnreadableDocumentError, match="antiword"):
        read("旧.doc", LEGACY.read_bytes())


def repacked(data: bytes, change) -> bytes:
    """The document with each of its XML parts changed."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as archive, zipfile.ZipFile(file, "w") as copy:
        for name in archive.namelist():
            copy.writestr(name, change(archive.read(name)))
    return file.getvalue()


USUAL = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


@pytest.mark.parametrize(
    "change",
    [
        lambda part: part.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/", b"http://purl.oclc.org/ooxml/wordprocessingml/"
        ).replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/", b"http://purl.oclc.org/ooxml/officeDocument/"
        ),
        lambda part: part.replace(USUAL, b"application/vnd.ms-word.document.macroEnabled.main+xml"),
        lambda part: part.replace(
            USUAL, b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
        ),
    ],
    ids=["strict", "macros", "template"],
)
def test_variants_of_the_format(change):
    document = docx.Document()
    document.add_heading("一、企业开办", 1)
    document.add_paragraph("企业开办时间由3天压缩至4小时。")
    assert read("案例.docx", repacked(saved(document), change)).text.split("\n") == [
        "# 一、企业开办",
        "企业开办时间由3天压缩至4小时。",
    ]


def renamed(data: bytes, old: str, new: str) -> bytes:
    """The document with its parts called otherwise; what they say of each other stays."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as archive, zipfile.ZipFile(file, "w") as copy:
        for member in archive.infolist():
            part = archive.read(member)
            member.filename = member.filename.replace(old, new)
            copy.writestr(member, part)
    return file.getvalue()


@pytest.mark.parametrize(
    "change",
    [
        lambda data: repacked(
            renamed(data, "document.xml", "document2.xml"),
            lambda part: part.replace(b"/document.xml", b"/document2.xml"),
        ),
        lambda data: renamed(data, "/", "\\"),
        lambda data: repacked(data, lambda part: part.replace(b'Target="theme/theme1.xml"', b'Target="NULL"')),
        lambda data: renamed(data, "word/numbering.xml", "word/other.xml"),
    ],
    ids=["document2.xml", "separators of Windows", "a relation to nothing", "a part that is missing"],
)
def test_what_other_programs_write(change):
    document = docx.Document()
    document.add_paragraph("企业开办一日办结。")
    assert read("案例.docx", change(saved(document))).text == "企业开办一日办结。"


def test_formulas_are_text():
    document = docx.Document()
    half = "<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
    xml = (
        f"<w:p {nsdecls('w', 'm')}><w:r><w:t>压减至</w:t></w:r><m:oMath>{half}</m:oMath><w:r><w:t>。</w:t></w:r></w:p>"
    )
    document.element.body.insert(0, parse_xml(xml))
    assert lines(document) == ["压减至1/2。"]


def test_a_web_page_that_is_part_of_the_document():
    document = docx.Document()
    page = "<html><body><p>企业开办一日办结。</p><p>材料由12份减少到5份。</p></body></html>"
    part = Part(PackURI("/word/page.htm"), "text/html", page.encode(), document.part.package)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"
    chunk = f'<w:altChunk {nsdecls("w", "r")} r:id="{document.part.relate_to(part, kind)}"/>'
    document.element.body.insert(0, parse_xml(chunk))
    document.add_paragraph("以上。")
    assert lines(document) == ["企业开办一日办结。", "材料由12份减少到5份。", "以上。"]


def test_hidden_text_readings_and_ends_of_paragraphs_that_were_deleted():
    document = docx.Document()
    names = nsdecls("w")
    run = "<w:r><w:t>{}</w:t></w:r>"
    for place, xml in enumerate(
        (
            f"<w:p {names}><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>{run.format('看得见。')}</w:p>",
            f"<w:p {names}><w:r><w:ruby><w:rt>{run.format('yǒng')}</w:rt>{run.format('甬')}</w:ruby></w:r></w:p>",
            f"<w:p {names}><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run.format('企业开办')}</w:p>",
            f"<w:p {names}>{run.format('一日办结。')}</w:p>",
        )
    ):
        document.element.body.insert(place, parse_xml(xml))
    assert lines(document) == ["看得见。", "甬", "企业开办一日办结。"]


def test_footnotes_are_told_in_a_notice():
    document = docx.Document()
    document.add_paragraph("企业开办时间由3天压缩至4小时。")
    notes = (
        f'<w:footnotes {nsdecls("w")}><w:footnote w:type="separator"><w:p/></w:footnote>'
        "<w:footnote><w:p><w:r><w:t>据市统计局。</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    part = Part(PackURI("/word/footnotes.xml"), "application/xml", notes.encode(), document.part.package)
    document.part.relate_to(part, kind)
    whole = read("案例.docx", saved(document))
    assert whole.text == "企业开办时间由3天压缩至4小时。"
    assert [notice.message for notice in whole.notices] == ["1 条脚注未收入正文：据市统计局。"]


def test_a_document_made_to_fill_the_memory():
    document = docx.Document()
    for _ in range(200):
        document.add_paragraph()
    with pytest.raises(UnreadableDocumentError, match="内部标记超过上限 100 个"):
        read("大.docx", saved(document), Limits(tags=100))
