"""The filter form of a large catalogue: the branches and sources that are asked for, and no others."""

import re

import pytest
from django.test import Client

from catalogue.search.query import CaseQuery, FacetOption
from catalogue.templatetags.options import option_list
from catalogue.views import options
from catalogue.views.options import MOST_SOURCES, shown_options, shown_regions, shown_sources

from .marks import facets, html

pytestmark = pytest.mark.usefixtures("catalogue_db")

DISTRICT = FacetOption("430103", "天心区", 1)
CITY = FacetOption("430100", "长沙市", 2, children=(DISTRICT,))
PROVINCE = FacetOption("430000", "湖南省", 3, children=(CITY,))
OTHER = FacetOption("440000", "广东省", 4, children=(FacetOption("440100", "广州市", 4),))
TREE = (PROVINCE, OTHER)


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(options, "WHOLE_TREE", 4)


def regions(html: str) -> list[str]:
    return re.findall(r'data-value="(\d+)"', html)


def test_a_small_tree_comes_whole() -> None:
    facet = shown_regions(TREE, CaseQuery(), ())
    assert regions(option_list("region", facet.options)) == ["430000", "430100", "430103", "440000", "440100"]
    assert not facet.everything


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize(
    ("chosen", "opened", "sent"),
    [
        ((), (), ["430000", "440000"]),
        ((), ("430000",), ["430000", "430100", "440000"]),
        ((), ("430100",), ["430000", "430100", "430103", "440000"]),
        ((), ("region",), ["430000", "430100", "430103", "440000", "440100"]),
        ((), ("nonsense", "999999"), ["430000", "440000"]),
        (("440000",), (), ["430000", "440000", "440100"]),
        (("430103",), (), ["430000", "430100", "430103", "440000"]),
    ],
)
def test_a_large_tree_comes_by_branches(chosen: tuple[str, ...], opened: tuple[str, ...], sent: list[str]) -> None:
    facet = shown_regions(TREE, CaseQuery(regions=chosen), opened)
    assert regions(option_list("region", facet.options)) == sent


@pytest.mark.usefixtures("large")
def test_a_branch_left_out_says_where_it_is(client: Client) -> None:
    page = html(client.get("/cases/?q=企业"))
    assert 'href="/cases/?q=%E4%BC%81%E4%B8%9A&amp;open=430000#under-430000"' in page
    assert 'hx-get="/cases/?q=%E4%BC%81%E4%B8%9A&amp;open=region"' in page
    opened = html(client.get("/cases/?q=企业&open=430000"))
    assert '<details id="under-430000" open>' in opened
    assert 'data-value="430100"' not in page
    assert 'data-value="430100"' in opened


@pytest.mark.usefixtures("large")
def test_what_is_sent_of_a_cut_tree_counts_as_the_whole(client: Client) -> None:
    whole = facets(client.get("/cases/?open=region"))
    cut = facets(client.get("/cases/"))
    assert 0 < len(cut) < len(whole)
    assert cut.items() <= whole.items()


def test_sources_with_the_most_cases_and_those_chosen() -> None:
    sources = tuple(FacetOption(str(n), f"来源{n}", 100 - n, selected=n == 60) for n in range(70))
    facet = shown_sources(sources, CaseQuery(sources=(60,)), ())
    assert [shown.option.value for shown in facet.options] == [*map(str, range(MOST_SOURCES)), "60"]
    assert facet.left_out == 70 - MOST_SOURCES - 1
    assert facet.everything == "/cases/?source=60&open=source"
    assert len(shown_sources(sources, CaseQuery(), ("source",)).options) == 70
    assert not shown_sources(sources[:MOST_SOURCES], CaseQuery(), ()).everything


def test_a_box_is_ticked_unless_a_range_chose_it() -> None:
    years = (FacetOption("2021", "2021 年", 3, selected=True), FacetOption("2020", "2020 年", 3, selected=True))
    assert [shown.ticked for shown in shown_options(years, {"2020"}).options] == [True, False]


def test_labels_and_values_are_escaped() -> None:
    boxes = option_list("source", shown_options((FacetOption('1"', "<b>", 1),)).options)
    assert "<b>" not in boxes
    assert 'value="1&quot;"' in boxes
    assert "&lt;b&gt;" in boxes


def test_a_page_costs_few_queries(client: Client, django_assert_max_num_queries) -> None:
    for address in ("/cases/", "/cases/?q=企业", "/cases/?q=审批&region=湖南&year=2021"):
        client.get(address)
        with django_assert_max_num_queries(12):
            client.get(address)
