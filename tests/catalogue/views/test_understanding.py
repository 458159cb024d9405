"""What the list says of how a question was understood, and how a reader undoes it."""

import re
from html import unescape

import pytest
from django.test import Client

from catalogue.models import CaseStudy

pytestmark = pytest.mark.usefixtures("catalogue_db")


def page(client: Client, **question: object) -> str:
    return unescape(client.get("/cases/", question).content.decode())


def total(text: str) -> int:
    match = re.search(r'data-total="(\d+)"', text)
    assert match is not None
    return int(match[1])


def link(text: str, label: str) -> str:
    """The address of the link whose text begins so, tags left out."""
    for href, inner in re.findall(r'<a [^>]*href="([^"]+)"[^>]*>(.*?)</a>', text, re.DOTALL):
        if re.sub(r"<[^>]+>", "", inner).strip().startswith(label):
            return href
    raise AssertionError(f"no link {label}")


def test_what_else_was_searched_for_can_be_removed_and_restored(client: Client) -> None:
    text = page(client, q="办电")
    assert "也搜了：" in text
    less = unescape(client.get(link(text, "不搜业扩报装")).content.decode())
    assert link(less, "不搜获得电力")
    with pytest.raises(AssertionError):
        link(less, "不搜业扩报装")
    alone = unescape(client.get(link(text, "都不搜")).content.decode())
    assert total(alone) == len([c for c in CaseStudy.objects.published() if "办电" in c.title + c.body]) < total(text)
    assert total(unescape(client.get(link(alone, "恢复")).content.decode())) == total(text)


def test_a_quoted_word_is_not_widened(client: Client) -> None:
    assert "也搜了：" not in page(client, q="“办电”")


@pytest.mark.parametrize("q", ["hddl", "huodedianli", "huode电力", "getting electricity", "获得电刀", "或得电力"])
def test_what_was_meant_is_searched_for_and_said(client: Client, q: str) -> None:
    text = page(client, q=q)
    assert f"“{q}”已按“<strong>获得电力</strong>”搜索" in text
    assert total(text) == total(page(client, q="获得电力"))
    typed = unescape(client.get(link(text, f"仍搜“{q}”")).content.decode())
    assert "已按“<strong>获得电力</strong>”" not in typed


@pytest.mark.parametrize(
    ("q", "label", "chosen"),
    [
        ("长沙 知识产权", "湖南省 › 长沙市", "region=430100"),
        ("长沙知识产权", "湖南省 › 长沙市", "region=430100"),
        ("不动产登记 环节", "登记财产", "indicator=registering-property"),
        ("2021年 企业", "2021 年", "year=2021"),
        ("hddl 环节", "获得电力", "indicator=getting-electricity"),
    ],
)
def test_a_filter_that_the_words_name_is_offered_with_what_it_gives(client: Client, q, label, chosen) -> None:
    text = page(client, q=q)
    offers = text[text.index("只看：") :]
    address = link(offers, label)
    assert chosen in address
    count = re.search(rf'{label} <span class="count">(\d+)', offers)
    assert count is not None
    assert total(client.get(address).content.decode()) == int(count[1]) > 0


def test_where_no_case_has_all_words_those_with_most_are_shown_with_what_they_miss(client: Client) -> None:
    text = page(client, q="知识产权 质押 融资 量子")
    assert "没有案例写到全部检索词" in text
    assert total(text) > 0
    assert "<s>量子</s>" in text


def test_nothing_is_made_of_one_common_part_of_an_unknown_word(client: Client) -> None:
    text = page(client, q="量子计算机")
    assert total(text) == 0
    assert "本库收录范围" in text


def test_a_passage_has_its_measure_and_leads_to_it(client: Client) -> None:
    text = page(client, q="低电压业扩报装")
    address = link(text, "（一）低电压业扩报装")
    path, anchor = address.split("#")
    assert f'id="{anchor}"' in client.get(path).content.decode()


def test_sending_the_form_keeps_what_was_removed(client: Client) -> None:
    assert '<input type="hidden" name="without" value="业扩报装">' in page(client, q="办电", without="业扩报装")
