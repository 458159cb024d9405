"""The page of measures."""

import re
from html import unescape

import pytest
from django.test import Client

from catalogue.models import Measure

pytestmark = pytest.mark.usefixtures("catalogue_db")


def test_the_measures_that_answer_are_listed_with_their_cases(client: Client) -> None:
    text = unescape(client.get("/measures/", {"q": "业扩报装"}).content.decode())
    keys = [int(key) for key in re.findall(r'data-measure="(\d+)"', text)]
    assert len(keys) == int(re.search(r'data-total="(\d+)"', text)[1]) > 0
    assert "<mark>业扩报装</mark>" in text
    first = Measure.objects.get(pk=keys[0])
    assert "业扩报装" in f"{first.heading}{first.text}"
    address = re.search(r'href="([^"]*#measure-\d+)"', text)[1]
    assert f'id="measure-{keys[0]}"' in client.get(address.split("#")[0]).content.decode()


def test_filters_are_those_of_the_cases(client: Client) -> None:
    text = client.get("/measures/", {"q": "环节", "region": "长沙市"}).content.decode()
    keys = [int(key) for key in re.findall(r'data-measure="(\d+)"', text)]
    assert keys
    for measure in Measure.objects.filter(pk__in=keys).select_related("case"):
        assert any(region.code.startswith("4301") for region in measure.case.regions.all())
    assert client.get("/measures/", {"region": "亚特兰蒂斯"}).status_code == 400


def test_the_list_of_cases_leads_there(client: Client) -> None:
    assert "/measures/?q=%E5%8A%9E%E7%94%B5" in client.get("/cases/", {"q": "办电"}).content.decode()
    assert "/measures/" not in client.get("/cases/").content.decode()


def test_a_phrase_in_more_measures_than_are_looked_through_is_in_at_least_so_many(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = unescape(client.get("/measures/", {"q": "“企业”"}).content.decode())
    assert "至少" not in whole
    monkeypatch.setattr("catalogue.search.measures.MOST_READ", 5)
    text = unescape(client.get("/measures/", {"q": "“企业”"}).content.decode())
    assert "至少 <strong>5</strong> 条举措" in text
