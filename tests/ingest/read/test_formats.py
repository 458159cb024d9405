"""Every format: known by its content, one kind of error for whatever is wrong, the same cases from the same text."""

import re
from email.message import EmailMessage
from html import escape
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.pipeline import Reader
from ingest.read import Limits, containers, doc, ocr, read
from ingest.types import UnreadableDocumentError
from ingest.vocabulary import Vocabulary
from tests.ingest.read.pdf_writer import Sheet, pdf

SEED = next((Path(__file__).resolve().parents[3] / "seeds").glob("001_*.txt"))
MAGICS = [b"%PDF-1.7\n", containers.MAGIC, doc.MAGIC, *ocr.MAGIC, b"<html>", b"<!DOCTYPE html><body><p>", b"{\\rtf1"]
BODY = (
    "<p>临江市企业开办时间由3天压缩至4小时，提交的材料由12份减少到5份。</p>"
    "<h2>一窗受理</h2><p>企业填写一张表单，到一个窗口办齐全部手续，不必来回奔走。</p>"
)

LONGER = (
    "<p>市政务服务局会同市场监管、公安、税务、人社、医保、公积金等部门，把申请材料合并为一套，由系统分送各部门同时办理。</p>"
    "<p>对不熟悉流程的申请人，大厅安排专人帮办代办，园区和银行网点也设有自助终端，就近就能办好，领取证照可以邮寄到家。</p>"
    "<p>全年新设企业二万六千户，同比增长百分之十八，企业普遍反映办事比过去省心，材料少了，跑腿少了，等候时间也短了。</p>"
)


def page(charset: str) -> bytes:
    head = f"<html><head><meta charset='{charset}'><title>临江市企业开办改革</title><style>p{{}}</style></head>"
    return f"{head}<body><nav>首页 导航</nav><div>{BODY}</div><script>var a;</script></body></html>".encode(charset)


@pytest.mark.parametrize("charset", ["utf-8", "gb2312", "gb18030"])
def test_web_pages(charset):
    text = read("网页.html", page(charset)).text
    assert text.split("\n") == [
        "# 临江市企业开办改革",
        "临江市企业开办时间由3天压缩至4小时，提交的材料由12份减少到5份。",
        "## 一窗受理",
        "企业填写一张表单，到一个窗口办齐全部手续，不必来回奔走。",
    ]


@pytest.mark.parametrize("page", [f"<div>{BODY}</div>\n", f"<title></title>{BODY}", f"\n<p>{LONGER[3:]}{BODY}"])
def test_a_piece_of_a_page(page):
    assert "\n## 一窗受理\n" in read("网页.html", page.encode()).text


def test_markdown_that_begins_with_a_tag_is_no_page():
    text = "<div align=center>\n\n# 临江市企业开办改革\n\n</div>\n\n企业开办时间由3天压缩至4小时。"
    assert read("案例.md", text.encode()).text == text


def test_lines_that_were_set_as_lines():
    data = "<html><body><pre>一、一窗受理\n　　企业开办一日办结。\n二、免费刻章</pre></body></html>"
    assert read("网页.html", data.encode()).text == "一、一窗受理\n企业开办一日办结。\n二、免费刻章"


def test_a_page_of_frames_holds_no_text():
    data = "<html><frameset><frame src=1.html><noframes>您的浏览器不支持框架</noframes></frameset></html>"
    with pytest.raises(UnreadableDocumentError, match="由几个框架拼成"):
        read("网页.html", data.encode())


def test_a_page_laid_out_in_tables():
    data = f"""<html><body><table><tr><td><a>首页</a> <a>政务公开</a></td></tr><tr><td><h1>临江市企业开办改革</h1>
    <div><p>2021-03-05 来源：临江日报</p></div><div id="zoom">{BODY}{LONGER}
    <table><tr><td>指标</td><td>改革前</td></tr><tr><td>开办</td><td>3天</td></tr></table></div></td></tr></table>
    <div>版权所有：临江市人民政府　地址：临江路1号</div></body></html>"""
    text = read("网页.html", data.encode()).text
    assert text.startswith("# 临江市企业开办改革\n")
    assert text.endswith("指标\t改革前\n开办\t3天")
    assert "## 一窗受理" in text


def test_lines_of_the_pages_source_are_no_blanks_in_the_text():
    data = f"<html><body><p>企业开办一日办结，提交\r\n  的\n材料 由12份减少到5份。</p>{LONGER}</body></html>"
    assert read("网页.html", data.encode()).text.startswith("企业开办一日办结，提交的材料 由12份减少到5份。\n")


@pytest.mark.parametrize(
    "lines",
    [
        ["一、一窗受理", LONGER[3:-4].replace("</p><p>", "")],
        [LONGER[3:-4].replace("</p><p>", ""), "这一做法在全省推广。"],
        ["企业开办一日办结。", "提交的材料由12份减少到5份。"],
    ],
)
def test_a_short_line_beside_a_long_one_stays(lines):
    body = "".join(f"<p>{line}</p>" for line in lines)
    data = f"<html><body><div><a>首页</a></div><div>{body}</div></body></html>"
    assert read("网页.html", data.encode()).text.split("\n") == lines


def test_a_short_part_after_a_long_one_stays():
    last = "临海市推行联合验收，验收时间由20天压缩至7天。"
    parts = f"<div>{BODY}{LONGER}</div><div><h2>联合验收</h2><p>{last}</p></div>"
    data = f"<html><body><div><a>首页</a></div><div>{parts}</div><div>版权所有：临江市人民政府</div></body></html>"
    text = read("网页.html", data.encode()).text
    assert text.startswith("临江市企业开办时间")
    assert text.endswith(f"\n## 联合验收\n{last}")


def test_sentences_outside_the_article_are_told():
    comment = "<div class=comments><p>网友：这个做法真好，希望临海市也能推广。</p></div>"
    data = f"<html><body><div>{BODY}{LONGER}</div>{comment}</body></html>"
    document = read("网页.html", data.encode())
    assert "临海市" not in document.text
    assert [(notice.code, notice.message) for notice in document.notices] == [
        ("navigation", "网页上正文之外的 1 句话未收入，例如“网友：这个做法真好，希望临海市也能推广。”")
    ]


@pytest.mark.parametrize("depth", [300, 1500])
def test_a_page_that_never_closes_its_tags(depth):
    data = f"<html><body>{'<font>' * depth}<p>企业开办一日办结。</p>{LONGER}</body></html>"
    assert read("网页.html", data.encode()).text.startswith("企业开办一日办结。\n")


@pytest.mark.parametrize("tag", ["<div>", "<font>"])
def test_a_page_of_too_many_levels_is_refused_not_cut(tag):
    data = f"<html><body>{tag * 5000}企业开办一日办结。</body></html>"
    with pytest.raises(UnreadableDocumentError, match="层次超过上限"):
        read("网页.html", data.encode())


def test_a_page_saved_with_its_pictures_in_one_file():
    mail = EmailMessage()
    mail["From"] = "<Saved by Blink>"
    mail["Subject"] = "案例"
    mail.set_content(page("gb18030").decode("gb18030"), subtype="html", charset="gb18030")
    mail.add_related(b"\x89PNG", "image", "png")
    whole = read("网页.mht", mail.as_bytes())
    assert whole.text.startswith("# 临江市企业开办改革\n临江市企业开办时间由3天")
    assert whole.notices == ()


def test_a_wrong_ending_is_told_and_read_all_the_same():
    document = read("案例.txt", page("utf-8"))
    assert [notice.code for notice in document.notices] == ["wrong-ending"]
    assert "内容却是网页" in document.notices[0].message
    assert read("案例.html", page("utf-8")).notices == ()


def test_files_beyond_the_limits():
    with pytest.raises(UnreadableDocumentError, match="超过上限"):
        read("大.txt", b"a" * 100, Limits(size=99))
    with pytest.raises(UnreadableDocumentError, match="100 字，超过上限 99 字"):
        read("长.txt", b"a" * 100, Limits(characters=99))
    with pytest.raises(UnreadableDocumentError, match="网页的内部标记超过上限 3 个"):
        read("大.html", page("utf-8"), Limits(tags=3))


def text_or_reason(data: bytes) -> bool:
    """Whether there is a text, or a reason in Chinese; any other error fails the test."""
    try:
        return bool(read("x", data).text.strip())
    except UnreadableDocumentError as error:
        return re.search("[一-龥]", str(error)) is not None


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(MAGICS), st.binary(max_size=400))
def test_any_bytes_give_a_text_or_one_kind_of_error(magic, rest):
    assert text_or_reason(magic + rest)


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_a_damaged_document_gives_a_text_or_one_kind_of_error(data):
    sheet = Sheet()
    sheet.write(50, 50, "企业开办一日办结")
    word = BytesIO()
    docx.Document().save(word)
    whole = data.draw(st.sampled_from([pdf(sheet), word.getvalue(), page("utf-8")]))
    broken = bytearray(whole[: data.draw(st.integers(10, len(whole)))])
    for at in data.draw(st.lists(st.integers(0, len(broken) - 1), max_size=8)):
        broken[at] = data.draw(st.integers(0, 255))
    assert text_or_reason(bytes(broken))


def annex() -> list[str]:
    """The lines of the compilation that is annexed to a notice."""
    lines = [line.strip().replace("**", "") for line in SEED.read_text("utf-8").split("\n")]
    return [line for line in lines[lines.index("典型经验做法") :] if line]


def as_docx(lines: list[str]) -> bytes:
    document, file = docx.Document(), BytesIO()
    for line in lines:
        document.add_paragraph(line)
    document.save(file)
    return file.getvalue()


def as_html(lines: list[str]) -> bytes:
    body = "".join(f"<p>{escape(line)}</p>\n" for line in lines)
    return f"<!DOCTYPE html><html><head><meta charset=utf-8></head><body>{body}</body></html>".encode()


def as_pdf(lines: list[str]) -> bytes:
    sheets, y = [Sheet()], 60.0
    for line in lines:
        if y + 16 * (len(line) // 45 + 1) > 800:
            sheets.append(Sheet())
            y = 60.0
        y = sheets[-1].column(60, y, [line], 46)
    return pdf(*sheets)


@pytest.mark.parametrize("made", [as_docx, as_html, as_pdf])
def test_the_same_cases_in_every_format(made):
    lines = annex()
    reader = Reader(Vocabulary((), ()))
    expected = reader.read("a", "\n".join(lines).encode()).cases
    cases = reader.read("a", made(lines)).cases
    assert len(expected) >= 10
    assert [plain(case.title.text) for case in cases] == [plain(case.title.text) for case in expected]
    for case, other in zip(cases, expected, strict=True):
        assert plain(case.lead.text) == plain(other.lead.text)
        assert [plain(m.text.text) for m in case.measures] == [plain(m.text.text) for m in other.measures]


def plain(text: str) -> str:
    return "".join(text.split())
