"""Files that are locked, damaged or hold nothing: each is refused with the one reason that helps, the rest is read."""

import zipfile
from io import BytesIO

import docx
import pytest
from django.core.management import CommandError, call_command
from docx.oxml.ns import nsdecls

from catalogue.models import Source
from ingest.read import read
from ingest.types import UnreadableDocumentError
from tests.ingest.read.locked import container, locked_pdf
from tests.ingest.read.pdf_writer import Sheet, pdf

TEXT = "企业开办一日办结"


def a_page() -> Sheet:
    sheet = Sheet()
    sheet.write(50, 50, TEXT)
    return sheet


def a_word(**parts: bytes | None) -> bytes:
    """A Word file in which parts (document, styles) stand as given, or are missing."""
    whole, changed, document = BytesIO(), BytesIO(), docx.Document()
    document.add_paragraph(TEXT)
    document.save(whole)
    with zipfile.ZipFile(whole) as archive, zipfile.ZipFile(changed, "w") as copy:
        for name in archive.namelist():
            part = parts.get(name.removeprefix("word/").removesuffix(".xml"), archive.read(name))
            if part is not None:
                copy.writestr(name, part)
    return changed.getvalue()


PICTURE = f"<w:document {nsdecls('w')}><w:body><w:p><w:r><w:drawing/></w:r></w:p></w:body></w:document>".encode()
LOCKED = "有密码，无法打开，请先去掉密码"
UNREADABLE = {
    "locked.pdf": (locked_pdf("secret", a_page()), f"PDF 文件{LOCKED}"),
    "locked.docx": (container("EncryptionInfo", "EncryptedPackage"), f"Office 文件{LOCKED}"),
    "no-pages.pdf": (pdf(), "PDF 里没有页面"),
    "half.pdf": (pdf(a_page())[:300], "PDF 文件已损坏"),
    "half.docx": (a_word()[:3000], "Word 文件已损坏"),
    "broken-text.docx": (a_word(document=b"<w:document><w:body>"), "文件已损坏，无法读取"),
    "no-kind.docx": (a_word(**{"[Content_Types]": None}), "文件已损坏，无法读取"),
    "pictures.docx": (a_word(document=PICTURE), "只有图片，没有文字"),
    "other.doc": (container("Contents"), "无法识别的旧版 Office"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_the_one_reason_it_is_refused_for(name):
    data, reason = UNREADABLE[name]
    with pytest.raises(UnreadableDocumentError, match=reason):
        read(name, data)


def test_a_pdf_that_only_must_not_be_printed_is_read():
    assert read("open.pdf", locked_pdf("", a_page())).text.strip() == TEXT


def test_the_word_file_is_whole_before_it_is_damaged():
    assert read("whole.docx", a_word()).text.strip() == TEXT


@pytest.mark.django_db
@pytest.mark.usefixtures("reference")
def test_the_others_are_read_all_the_same(tmp_path, capsys):
    for name, (data, _) in UNREADABLE.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "good.docx").write_bytes(a_word())
    with pytest.raises(CommandError, match=f"{len(UNREADABLE)} 份文献未能收入") as raised:
        call_command("ingest", str(tmp_path))
    assert raised.value.returncode == 1
    said = capsys.readouterr().out
    for name, (_, reason) in UNREADABLE.items():
        (line,) = [line for line in said.splitlines() if name in line and "未能收入" in line]
        assert reason in line
    loaded = Source.objects.filter(file__in=[*UNREADABLE, "good.docx"])
    assert list(loaded.values_list("file", flat=True)) == ["good.docx"]
