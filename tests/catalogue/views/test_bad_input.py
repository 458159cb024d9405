"""Whatever is put into an address: a page that says what is wrong, never a 500."""

import pytest
from django.test import Client

from .marks import html, total

pytestmark = pytest.mark.usefixtures("catalogue_db")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("region=亚特兰蒂斯", "亚特兰蒂斯"),
        ("region=999999", "999999"),
        ("indicator=happiness", "happiness"),
        ("year=abc", "abc"),
        ("year=13000", "13000"),
        ("year=1066", "1066"),
        ("year_from=x&year_to=2020", "x-2020"),
        ("source=999999", "999999"),
        ("source=a", "没有这个来源"),
        ("sort=best", "best"),
        ("page=0", "页码"),
        ("page=-1", "页码"),
        ("page=x", "页码"),
        ("q=" + "电" * 5000, "检索词最多"),
        ("region=<script>alert(1)</script>", "&lt;script&gt;"),
    ],
    ids=lambda value: value[:30],
)
@pytest.mark.parametrize("path", ["/cases/", "/outcomes/"])
def test_a_wrong_value_is_named_with_status_400(client: Client, path: str, query: str, said: str) -> None:
    answer = client.get(f"{path}?{query}", follow=True)
    assert answer.status_code == 400
    assert said in html(answer)
    assert "<script>alert" not in html(answer)


def test_what_could_be_read_stays_in_the_form(client: Client) -> None:
    page = html(client.get("/cases/?region=430000&year=abc&q=电力"))
    assert 'name="region" value="430000" checked' in page
    assert 'value="电力"' in page
    assert "data-total" not in page


ODD = [
    '"', "'", "*", "**", "(", "))((", "[", "]", "{", "}", "\\", "^", "~", ":", "电力:", "+电力 -电力", "AND", "OR NOT",
    "a AND (b", "/regex/", "%", "%%", "_", "\x00", "电\x00力", "\ud800", "\ufeff", "\u202e", "<mark>", "&amp;",
    "{{ 7*7 }}",
    "' OR 1=1 --", "🙂", "　", "\t\n", "ａｂｃ", "電力", "title:电力", "电力^99999999", "[2019 TO 2021]", "?", "??*",
]  # fmt: skip


@pytest.mark.parametrize("text", ODD, ids=ascii)
def test_odd_words_never_break_a_page(client: Client, text: str) -> None:
    encoded = "".join(f"%{byte:02X}" for byte in text.encode("utf-8", "surrogatepass"))
    for address in ("/cases/?q=", "/cases/?region=", "/outcomes/?q=", "/compare/?case=", "/cases/1/?q="):
        assert client.get(address + encoded, follow=True).status_code in {200, 400, 404}


@pytest.mark.parametrize("raw", ["%ff%fe", "%ed%a0%80", "%00", "%", "%zz", "%e7%94"])
def test_broken_encodings_never_break_a_page(client: Client, raw: str) -> None:
    for path in (
        "/cases/?q=",
        "/cases/?region=",
        "/cases/?year=",
        "/cases/?page=",
        "/outcomes/?order=",
        "/compare/?case=",
    ):
        assert client.get(path + raw, follow=True).status_code in {200, 400, 404}


@pytest.mark.parametrize(
    "path",
    [
        "/nowhere/",
        "/cases/999999/",
        "/cases/99999999999999999999999999/",
        "/cases/abc/",
        "/regions/999999/",
        "/regions/430000'/",
        "/regions/%00/",
        "/indicators/happiness/",
        "/sources/999999/",
        "/sources/99999999999999999999999999/",
        "/cases/?page=99",
        "/cases/?page=999999999999999999",
        "/outcomes/?page=999999999999999999",
    ],
)
def test_what_is_not_there_gives_a_helpful_404(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    page = html(answer)
    assert "没有" in page
    assert 'href="/cases/"' in page


def test_a_page_beyond_the_last_says_how_many_there_are(client: Client) -> None:
    count = total(client.get("/cases/"))
    assert f"共 {count} 条" in html(client.get("/cases/?page=99"))


@pytest.mark.parametrize(
    "query", ["region=亚特兰蒂斯", "page=x", "page=999999999999999999", "q=没有这样的词", "year=13000"]
)
def test_a_case_is_shown_whatever_question_its_address_keeps(client: Client, query: str) -> None:
    [first, *_rest] = client.get("/cases/").context["hits"]
    assert client.get(f"/cases/{first.case.pk}/?{query}").status_code == 200


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("case=abc", "“abc”不是案例编号"),
        ("case=999999", "没有编号为 999999 的已发布案例"),
        ("case=99999999999999999999999", "不是案例编号"),
        ("case=-1", "“-1”不是案例编号"),
        ("case=1&case=2&case=3&case=4&case=5", "最多比较 4 个案例"),
        ("region=亚特兰蒂斯", "亚特兰蒂斯"),
        ("region=430000&region=440000&region=330000&region=320000&region=500000", "最多比较 4 个地区"),
        ("region=810000&indicator=getting-electricity", "没有符合条件的案例"),
    ],
)
def test_a_comparison_says_what_it_leaves_out(client: Client, query: str, said: str) -> None:
    answer = client.get(f"/compare/?{query}")
    assert answer.status_code == 200
    assert said in html(answer)


@pytest.mark.parametrize("path", ["/", "/cases/", "/outcomes/", "/compare/", "/healthz"])
def test_pages_are_only_read(client: Client, path: str) -> None:
    if path != "/":
        assert client.post(path).status_code == 405
