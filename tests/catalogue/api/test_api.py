"""The API against the seeds: the same answers as the pages and the export, in a fixed number of queries."""

import gc
from io import StringIO
from weakref import ref

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalogue.api import views
from catalogue.exports import records
from catalogue.filters import CaseFilter
from catalogue.models import CaseStudy, Indicator, Region
from catalogue.search import find
from catalogue.search.query import FacetOption

pytestmark = pytest.mark.usefixtures("catalogue_db")


def test_the_root_names_addresses_that_answer(client):
    addresses = client.get("/api/").json()
    assert set(addresses) == {"cases", "regions", "indicators", "schema"}
    for address in addresses.values():
        assert client.get(address).status_code == 200


def test_an_address_without_its_slash_leads_on(client):
    assert client.get("/api/cases").headers["Location"] == "/api/cases/"


@pytest.mark.parametrize(
    "question",
    [
        {},
        {"q": "电力"},
        {"region": "湖南省"},
        {"region": ["430000", "440000"]},
        {"indicator": "获得电力"},
        {"indicator": ["getting-electricity", "政务服务"], "sort": "year"},
        {"year": "2019-2021"},
        {"q": "审批", "region": "广东省", "sort": "-year"},
        {"page": "2"},
    ],
)
def test_cases_are_those_that_search_finds(client, question):
    answer = client.get("/api/cases/", question).json()
    result = find(CaseFilter(question).query())
    assert answer["total"] == result.total
    assert answer["pages"] == result.pages
    assert [case["id"] for case in answer["results"]] == list(result.ids)
    for name in ("region", "indicator", "year", "source"):
        counted = {option.value: option.count for option in result.facets[name]}
        assert {option["value"]: option["count"] for option in answer["facets"][name]} == counted


@pytest.mark.parametrize("accept", ["application/json", "application/json; indent=4"])
def test_the_options_are_written_out_as_they_are(client, accept):
    source = CaseStudy.objects.published().in_regions(["430000"]).first().source
    source.title = '"2021"\\汇编'
    source.save()
    question = {"region": ["430000", "430100"]}
    answer = client.get("/api/cases/", question, headers={"accept": accept}).json()
    facets = find(CaseFilter(question).query()).facets
    assert answer["facets"] == {name: [plain(option) for option in options] for name, options in facets.items()}
    assert source.title in {option["label"] for option in answer["facets"]["source"]}


def plain(option: FacetOption) -> dict[str, object]:
    below = [plain(child) for child in option.children]
    return {
        "value": option.value,
        "label": option.label,
        "count": option.count,
        "selected": option.selected,
        "children": below,
    }


def test_a_written_answer_is_let_go_at_once(rf):
    """With a whole country's facets it takes megabytes: nothing may wait for Python to look for circles."""
    answer = views.cases(rf.get("/api/cases/")).render()
    gone = ref(answer)
    gc.disable()
    del answer
    gc.enable()
    assert gone() is None


def test_the_links_walk_through_every_case_once(client):
    address, seen = "/api/cases/?sort=year", []
    while address:
        answer = client.get(address).json()
        seen += [case["id"] for case in answer["results"]]
        if answer["page"] > 1:
            assert client.get(answer["previous"]).json()["page"] == answer["page"] - 1
        address = answer["next"]
    assert len(seen) == answer["total"]
    assert sorted(seen) == sorted(CaseStudy.objects.published().values_list("pk", flat=True))


def test_a_case_is_what_the_export_says_of_it(client):
    case = CaseStudy.objects.published().first()
    said = records(CaseStudy.objects.filter(pk=case.pk))[case.pk]
    assert client.get(f"/api/cases/{case.pk}/").json() == said


@pytest.mark.parametrize("state", [CaseStudy.State.DRAFT, CaseStudy.State.WITHDRAWN])
def test_what_is_not_published_is_not_shown(client, state):
    case = CaseStudy.objects.published().first()
    case.state = state
    case.save()
    assert client.get(f"/api/cases/{case.pk}/").status_code == 404


def test_regions_and_indicators_are_all_there(client):
    regions = client.get("/api/regions/").json()
    assert regions["total"] == len(regions["results"]) == Region.objects.count()
    nansha = next(region for region in regions["results"] if region["code"] == "440115")
    assert (nansha["name"], nansha["pinyin"], nansha["parent"]) == ("南沙区", "nansha", "440100")

    indicators = client.get("/api/indicators/").json()
    assert indicators["total"] == len(indicators["results"]) == Indicator.objects.count()
    assert indicators["results"][0]["name"] == "开办企业"
    seen = set()
    for indicator in indicators["results"]:
        assert indicator["parent"] is None or indicator["parent"] in seen
        seen.add(indicator["slug"])


@pytest.mark.parametrize(
    ("address", "most"),
    [("/api/cases/", 12), ("/api/cases/?page=2", 12), ("/api/regions/", 1), ("/api/indicators/", 1)],
)
def test_lists_take_few_queries_however_long_they_are(client, address, most):
    """Twenty cases a page with all they hold, four thousand regions: the number of queries does not grow with them."""
    client.get(address)  # the vocabularies are read once and held
    with CaptureQueriesContext(connection) as queries:
        assert len(client.get(address).json()["results"]) >= 20
    assert len(queries) <= most


@pytest.mark.parametrize(
    ("query_string", "field", "words"),
    [
        ("region=999999", "region", "没有这个地区：999999"),
        ("region=南沙区", "region", "440115"),
        ("indicator=nonsense", "indicator", "没有这个指标：nonsense"),
        ("year=abc", "year", "看不懂这个年份：abc"),
        ("year=13000", "year", "13000"),
        ("year=1900", "year", "1978"),
        ("source=0", "source", "没有这个来源：0"),
        ("page=0", "page", "页码应为正整数：0"),
        ("page=-1", "page", "页码应为正整数"),
        ("page=" + "9" * 40, "page", "页码应为正整数"),
        ("sort=best", "sort", "没有这种排序：best"),
        ("q=" + "x" * 10_240, "q", "10240"),
        ("region=" + "x" * 10_240, "region", "太长"),
        ("year=2021&year=abc&page=0", "page", "页码应为正整数：0"),
    ],
)
def test_a_value_that_cannot_be_read_is_named(client, query_string, field, words):
    response = client.get(f"/api/cases/?{query_string}")
    assert response.status_code == 400
    assert words in "".join(response.json()[field])


@pytest.mark.parametrize(
    "address",
    [
        "/api/cases/?page=9999",
        "/api/cases/?page=999999999999999999",
        "/api/cases/0/",
        "/api/cases/99999999999999999999999999/",
        "/api/cases/abc/",
        "/api/cases/%00/",
        "/api/nothing/",
    ],
)
def test_what_is_not_there_is_404_with_a_chinese_message(client, address):
    response = client.get(address)
    assert response.status_code == 404
    assert response.json()["detail"].startswith("没有")


@pytest.mark.parametrize(
    "query_string",
    [
        "q=%00",
        "q=%ED%A0%80",
        "q=%FF%FE",
        "q=***",
        'q="unfinished',
        "q=(((",
        "q=[a TO",
        "q=title:",
        "q=a OR",
        "q=\\",
        "q=%F0%9F%98%80",
        "region=%00",
        "page=",
        "sort=",
        "unknown=1",
        "&&&=",
    ],
)
def test_strange_input_is_answered(client, query_string):
    assert client.get(f"/api/cases/?{query_string}").status_code == 200


def test_the_description_is_valid_and_complete():
    out = StringIO()
    call_command("spectacular", "--validate", "--fail-on-warn", stdout=out)
    for address in ("/api/cases/:", "/api/cases/{id}/:", "/api/regions/:", "/api/indicators/:"):
        assert address in out.getvalue()


def test_nothing_can_be_written(client):
    for method in (client.post, client.put, client.patch, client.delete):
        assert method("/api/cases/").status_code == 405
