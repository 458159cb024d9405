"""Suggestions as a fragment for scripts, as JSON and as a page."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client

from catalogue.models import CaseStudy

from .marks import html, total
from .test_bad_input import ODD

pytestmark = pytest.mark.usefixtures("catalogue_db")


def as_json(client: Client, typed: str) -> list[dict[str, Any]]:
    answer = client.get("/suggest", {"q": typed}, headers={"accept": "application/json"})
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.json()["q"] == typed
    return answer.json()["suggestions"]


def test_a_page_lists_them_with_their_addresses(client: Client) -> None:
    page = html(client.get("/suggest?q=办电"))
    assert '<a class="suggestion" href="/cases/?indicator=getting-electricity">' in page
    assert "获得电力" in page
    assert "（<mark>办电</mark>）" in page
    assert "2 个案例" in page
    assert 'href="/cases/?q=%E5%8A%9E%E7%94%B5"' in page  # the search itself
    assert "noindex" in page


def test_scripts_get_options_without_a_page_around(client: Client) -> None:
    answer = client.get("/suggest?q=hddl", headers={"HX-Request": "true"})
    fragment = html(answer)
    assert "<html" not in fragment
    assert 'role="group" aria-label="指标"' in fragment
    assert fragment.count('role="option"') == 1
    assert "<mark>获得电力</mark>" in fragment


def test_json_names_kind_and_address(client: Client) -> None:
    [entry] = as_json(client, "hddl")
    assert entry == {
        "kind": "indicator",
        "label": "获得电力",
        "alias": "",
        "context": "",
        "count": 2,
        "address": "/cases/?indicator=getting-electricity",
    }


@pytest.mark.parametrize("typed", ["服务", "长沙", "压减业扩", "天心区打造", "h", "kuajing", "办"])
def test_every_address_leads_where_it_says(client: Client, typed: str) -> None:
    for entry in as_json(client, typed):
        address, _, anchor = entry["address"].partition("#")
        answer = client.get(address)
        assert answer.status_code == 200
        if entry["kind"] in {"indicator", "region"}:
            assert total(answer) == entry["count"]
        elif entry["kind"] == "measure":
            assert f'id="{anchor}"' in html(answer)
            assert entry["label"] in html(answer)
        else:
            assert entry["label"] in html(answer)


def test_answers_are_kept_apart_by_what_was_asked_for_and_not_for_long(client: Client) -> None:
    headers = client.get("/suggest?q=hddl").headers
    assert {"Accept", "HX-Request"} <= {name.strip() for name in headers["Vary"].split(",")}
    assert "private" in headers["Cache-Control"]
    assert "max-age=10" in headers["Cache-Control"]


@pytest.mark.parametrize("query", ["", "?q=", "?q=%20", "?q=zzzzzz", "?x=1"])
def test_nothing_typed_or_found_is_a_page_that_says_so(client: Client, query: str) -> None:
    answer = client.get(f"/suggest{query}")
    assert answer.status_code == 200
    assert "suggested-none" in html(answer)
    assert 'href="/cases/' in html(answer)


@pytest.mark.parametrize(
    "text", [*ODD, "电" * 5000, "a" * 5000, "<script>alert(1)</script>"], ids=lambda text: ascii(text[:12])
)
def test_odd_words_are_answered(client: Client, text: str) -> None:
    encoded = "".join(f"%{byte:02X}" for byte in text.encode("utf-8", "surrogatepass"))
    for headers in ({}, {"HX-Request": "true"}, {"accept": "application/json"}):
        answer = client.get(f"/suggest?q={encoded}", headers=headers)
        assert answer.status_code == 200
        assert b"<script>alert" not in answer.content or answer.headers["Content-Type"] == "application/json"


@pytest.mark.parametrize("raw", ["%ff%fe", "%ed%a0%80", "%00", "%", "%zz", "%e7%94"])
def test_broken_encodings_are_answered(client: Client, raw: str) -> None:
    assert client.get(f"/suggest?q={raw}").status_code == 200


def test_suggestions_are_only_read(client: Client) -> None:
    assert client.post("/suggest?q=hddl").status_code == 405
    assert client.head("/suggest?q=hddl").status_code == 200


def test_a_withdrawn_case_is_gone(client: Client) -> None:
    case = CaseStudy.objects.get(title="天心区打造营商环境首善之区")
    assert case.title in json.dumps(as_json(client, "天心区打"), ensure_ascii=False)
    case.state = CaseStudy.State.WITHDRAWN
    case.save()
    assert as_json(client, "天心区打") == []
    assert "data-case" not in html(client.get("/suggest?q=天心区打"))


@pytest.mark.parametrize("path", ["/", "/cases/", "/outcomes/", "/suggest"])
def test_every_search_box_suggests_and_leads_there_without_scripts(client: Client, path: str) -> None:
    page = html(client.get(path))
    assert page.count('data-suggest="/suggest"') == 1
    assert "/static/js/suggest" in page
    if path != "/suggest":
        assert 'formaction="/suggest"' in page


def test_a_page_of_suggestions_takes_few_queries(client: Client, django_assert_max_num_queries: Any) -> None:
    client.get("/suggest?q=服务")
    with django_assert_max_num_queries(6):
        client.get("/suggest?q=服务", headers={"HX-Request": "true"})
