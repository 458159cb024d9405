"""Archives: each document on its own, and none that could do harm."""

import zipfile
from io import BytesIO

import pytest

from ingest.read import Limits, documents, read
from ingest.types import UnreadableDocumentError

TEXT = "临江市企业开办时间由3天压缩至4小时。".encode()


def packed(**members: bytes) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def outcome(name: str, data: bytes, limits: Limits = Limits()) -> dict[str, str]:  # noqa: B008 - frozen
    """For each document its text or why it has none."""
    found = {}
    for inside, unpack in documents(name, data, limits):
        try:
            found[inside] = read(inside, unpack(), limits).text
        except UnreadableDocumentError as error:
            found[inside] = str(error)
    return found


def test_a_plain_file_is_itself():
    assert outcome("案例.txt", TEXT) == {"案例.txt": TEXT.decode()}


def test_each_member_goes_on_its_own():
    data = packed(**{"甲/一.txt": TEXT, "二.zip": packed(a=TEXT), "三.txt": b"", "../四.txt": TEXT, "/五.txt": TEXT})
    found = outcome("汇编.zip", data)
    assert found.pop("汇编.zip/甲/一.txt") == TEXT.decode()
    assert [reason[:9] for reason in found.values()] == [
        "压缩包里的压缩包不",
        "文件是空的，里面没",
        "文件在压缩包里的路",
        "文件在压缩包里的路",
    ]


def test_names_from_chinese_windows_and_what_systems_add():
    data = packed(AAAA=TEXT, __MACOSX__x=TEXT)
    data = data.replace(b"AAAA", "案例".encode("gbk"))
    assert list(outcome("a.zip", data)) == ["a.zip/案例"]


def test_a_member_with_a_password():
    data = bytearray(packed(**{"a.txt": TEXT}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    assert "有密码" in outcome("a.zip", bytes(data))["a.zip/a.txt"]


def test_a_damaged_member():
    data = bytearray(packed(**{"a.txt": TEXT * 9, "b.txt": TEXT}))
    data[40:44] = b"\xff\xff\xff\xff"
    found = outcome("a.zip", bytes(data))
    assert "已损坏" in found["a.zip/a.txt"]
    assert found["a.zip/b.txt"] == TEXT.decode()


@pytest.mark.parametrize(
    ("data", "limits", "reason"),
    [
        (packed(a=b"0" * 2000), Limits(unpacked=1000), "解压后有"),
        (packed(a=TEXT, b=TEXT), Limits(members=1), "2 个部分，超过上限 1 个"),
        (packed(), Limits(), "压缩包是空的"),
        (b"PK\x03\x04" + b"\x00" * 50, Limits(), "已损坏"),
    ],
)
def test_archives_that_are_refused(data, limits, reason):
    with pytest.raises(UnreadableDocumentError, match=reason):
        list(documents("a.zip", data, limits))


def test_one_large_member():
    assert "超过上限" in outcome("a.zip", packed(a=b"0" * 2000), Limits(size=1000))["a.zip/a"]
