"""Bytes to text: encodings, line breaks, characters that nothing can store, and what is refused."""

import hashlib

import opencc
import pytest

from ingest.read import read
from ingest.types import Span, UnreadableDocumentError

TEXT = "丽水市推进企业开办改革。\n一、压缩办理时限\n企业开办时间由3天压缩至4小时，办理材料由12份减至5份。\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "hz"]
)
def test_encodings(encoding):
    assert read("case.txt", TEXT.encode(encoding)).text == TEXT


def test_big5():
    traditional = opencc.OpenCC("s2t").convert(TEXT)
    assert read("case.txt", traditional.encode("big5")).text == traditional


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("第一行\r\n第二行\r第三行", "第一行\n第二行\n第三行"),
        ("\ufeff开办企业", "开办企业"),
        ("第一页\f第二页", "第一页\u2029第二页"),
        ("表头\t数值", "表头\t数值"),
        ("生僻字𠮷和😀", "生僻字𠮷和😀"),
    ],
)
def test_line_breaks_and_kept_characters(printed, text):
    document = read("case.txt", printed.encode())
    assert (document.text, document.notices) == (text, ())


def test_what_cannot_be_stored_goes_with_a_notice_at_its_place():
    document = read("case.txt", "企业\x00开办\ud800一日办结\x07".encode("utf-8", "surrogatepass"))
    assert document.text == "企业开办一日办结"
    (notice,) = document.notices
    assert notice.code == "unstorable-characters"
    assert "3 个" in notice.message
    assert notice.spans == (Span(2, 2), Span(4, 4), Span(8, 8))


def test_a_text_cut_inside_a_character_is_still_read():
    data = (TEXT * 20).encode()[:-2]
    document = read("case.txt", data)
    assert document.text.startswith(TEXT)
    assert document.text.endswith("\ufffd")
    assert [notice.code for notice in document.notices] == ["damaged-characters"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "文件是空的"),
        (b" \r\n\t\n", "文件是空的"),
        (b"\x00\x01\x02\x03" * 500, "不是文本"),
        (bytes(range(256)) * 20, "不是文本"),
        (b"%PDF-1.7 ...", "PDF 文件已损坏"),
        (b"PK\x03\x04\x14\x00", "已损坏"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "旧版 Office"),
        ("\ufeff \u3000\n——\n".encode(), "文件是空的"),
        (b"{\\rtf1\\ansi", "这是 RTF 文件，不能读取。可以读取的有文本"),
        (b"Rar!\x1a\x07\x01\x00", "RAR 压缩文件"),
        ('{"title": "企业开办一日办结", "regions": ["长沙市"]}'.encode(), "这是 JSON 数据文件，不能读取"),
        ('<?xml version="1.0"?><rss><title>企业开办一日办结</title></rss>'.encode(), "这是 XML 数据文件，不能读取"),
        (b"\x00\x00\x00\x18ftypheic\x00", "HEIC 图片文件"),
        (b"\x89PNG\r\n\x1a\n", "图片"),
    ],
)
def test_what_is_refused_and_why(data, reason):
    with pytest.raises(UnreadableDocumentError, match=reason):
        read("case.txt", data)


def test_a_text_in_brackets_is_no_data():
    text = "[基层动态]长沙市推行企业开办一日办结。"
    assert read("case.txt", text.encode()).text == text


def test_name_and_checksum():
    document = read("uploads/2021/案例.txt", TEXT.encode())
    assert document.name == "案例.txt"
    assert document.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()


def test_a_name_that_no_disk_would_take_keeps_its_end():
    assert read(f"{'案' * 300}.txt", TEXT.encode()).name == f"{'案' * 251}.txt"


@pytest.mark.parametrize(("text", "pages"), [("第一页\f第二页", (0, 4)), ("没有分页", ())])
def test_pages_of_a_text_are_those_it_marks(text, pages):
    assert read("case.txt", text.encode()).pages == pages
