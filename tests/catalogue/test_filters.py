"""A query string becomes a question, or errors that say by field what is wrong; never an exception."""

import pytest
from django.http import QueryDict

from catalogue.filters import CaseFilter
from catalogue.models import CaseStudy, Source
from catalogue.models.validators import latest_year
from catalogue.search.query import CaseQuery, Sort

pytestmark = pytest.mark.usefixtures("reference")


def asked(query_string: str) -> CaseQuery:
    case_filter = CaseFilter(QueryDict(query_string))
    assert case_filter.errors == {}
    return case_filter.query()


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("430100", "430100"),
        ("长沙市", "430100"),
        ("长沙", "430100"),
        ("長沙市", "430100"),
        (" 长沙市 ", "430100"),
        ("湘", "430000"),
        ("内蒙古", "150000"),
        ("黔东南州", "522600"),
        ("吉林", "220000"),  # the province before the city
        ("吉林市", "220200"),
        ("广州市南沙区", "440115"),
        ("广东省广州市南沙区", "440115"),
        ("广东南沙", "440115"),
        ("湖南湘江新区", "430100-xjxq"),
        ("430100-XJXQ", "430100-xjxq"),
        ("襄樊市", "420600"),
        ("番禺市", "440113"),  # a district now
        ("昆山县", "320583"),
        ("望城县", "430122"),  # known as what it was
    ],
)
def test_a_region_by_any_of_its_names(given, code):
    assert CaseFilter({"region": given}).query().regions == (code,)


@pytest.mark.parametrize("given", ["南沙区", "朝阳区", "鼓楼区"])
def test_an_ambiguous_region_says_which_there_are(given):
    (message,) = CaseFilter({"region": given}).errors["region"]
    assert "请用代码指明" in message
    assert f"{given}（" in message


def test_the_two_nansha():
    (message,) = CaseFilter({"region": "南沙区"}).errors["region"]
    assert message == (
        "“南沙区”有 2 个：广东省 › 广州市 › 南沙区（440115）、海南省 › 三沙市 › 南沙区（460303）。请用代码指明。"
    )


@pytest.mark.parametrize(
    ("given", "slug"),
    [
        ("getting-electricity", "getting-electricity"),
        ("获得电力", "getting-electricity"),
        ("獲得電力", "getting-electricity"),
        ("办电", "getting-electricity"),
        ("获得用气", "getting-gas"),
    ],
)
def test_an_indicator_by_any_of_its_names(given, slug):
    assert CaseFilter({"indicator": given}).query().indicators == (slug,)


@pytest.mark.parametrize(
    ("given", "years"),
    [
        ("2021", (2021, 2021)),
        ("2021年", (2021, 2021)),
        ("2019-2021", (2019, 2021)),
        ("2019—2021年", (2019, 2021)),
        ("2019至2021", (2019, 2021)),
        ("2021-2019", (2019, 2021)),
        ("2019-", (2019, latest_year())),
        ("-2015", (1978, 2015)),
    ],
)
def test_years(given, years):
    assert CaseFilter({"year": given}).query().years == (years,)


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("region", "火星", "没有这个地区：火星。"),
        ("region", "430199", "没有这个地区：430199。"),
        ("region", "x" * 5000, f"“{'x' * 20}…”太长，最多 80 个字。"),
        ("indicator", "幸福", "没有这个指标：幸福。"),
        ("year", "去年", "看不懂这个年份：去年。请写成 2021 或 2019-2021。"),
        ("year", "-", "看不懂这个年份：-。请写成 2021 或 2019-2021。"),
        ("year", "13000", "看不懂这个年份：13000。请写成 2021 或 2019-2021。"),
        ("year", "1900", f"年份应在 1978 年至 {latest_year()} 年之间：1900。"),
        ("year", "２０２１x", "看不懂这个年份：２０２１x。请写成 2021 或 2019-2021。"),
        ("source", "999999", "没有这个来源：999999。"),
        ("source", "9" * 30, f"没有这个来源：{'9' * 30}。"),
        ("source", "abc", "没有这个来源：abc。"),
        ("sort", "best", "没有这种排序：best。可用：relevance、year、-year。"),
        ("page", "0", "页码应为正整数：0。"),
        ("page", "-1", "页码应为正整数：-1。"),
        ("page", "two", "页码应为正整数：two。"),
        ("page", "9" * 40, f"页码应为正整数：{'9' * 20}。"),
        ("q", "电" * 201, "检索词最多 200 个字，现有 201 个。"),
    ],
)
def test_what_cannot_be_read_is_said(field, value, message):
    case_filter = CaseFilter({field: value})
    assert case_filter.errors == {field: [message]}
    assert case_filter.query() == CaseQuery(sort=Sort.NEWEST)


@pytest.mark.parametrize("field", ["q", "region", "indicator", "year", "source", "sort", "page"])
@pytest.mark.parametrize(
    "value", ["\x00", "\ud800", "\ud800x\x00", "*", "“", "'; --", "%", "x" * 10_000, "\ufeff", "（"]
)
def test_nothing_breaks_it(field, value):
    case_filter = CaseFilter({field: [value, value]})
    for messages in case_filter.errors.values():
        for message in messages:
            message.encode()
    case_filter.query().q.encode()


def test_all_wrong_values_are_named_and_the_right_ones_of_other_fields_kept():
    case_filter = CaseFilter(QueryDict("region=火星&region=水星&year=2021"))
    assert case_filter.errors == {"region": ["没有这个地区：火星。", "没有这个地区：水星。"]}
    assert case_filter.query().years == ((2021, 2021),)


def test_values_repeat_and_the_same_value_counts_once():
    query = asked("region=430100&region=长沙市&region=湖北&year=2021&year=2019-2020&indicator=纳税&indicator=办电")
    assert query.regions == ("430100", "420000")
    assert query.years == ((2021, 2021), (2019, 2020))
    assert query.indicators == ("paying-taxes", "getting-electricity")


def test_more_values_than_anyone_would_choose_are_refused():
    case_filter = CaseFilter({"year": [str(year) for year in range(3000)]})
    assert case_filter.errors == {"year": ["最多选 100 项。"]}


def test_blank_values_ask_nothing():
    assert asked("q=&region=&indicator=+&year=&sort=&page=") == CaseQuery(sort=Sort.NEWEST)


def test_the_sentence():
    query = asked("region=湖南&region=湖北&indicator=办电&year=2019-2021&year=2013&q=环节")
    assert query.sentence == "湖南省或湖北省、获得电力、2019-2021 年或2013 年"
    assert query.q == "环节"


def test_a_source_is_named_by_its_title():
    source = Source.objects.create(title="经验汇编", file="a.txt", sha256="0" * 64, text="")
    query = asked(f"source={source.pk}")
    assert query.sources == (source.pk,)
    assert query.sentence == "《经验汇编》"


def test_the_newest_first_without_words_and_the_most_relevant_with_them():
    assert asked("").sort == Sort.NEWEST
    assert asked("q=电力").sort == Sort.RELEVANCE
    assert asked("q=电力&sort=year").sort == Sort.OLDEST


def test_as_a_filter_set_it_narrows_a_queryset(catalogue_db):
    case_filter = CaseFilter({"region": "湖南", "q": "电力"}, CaseStudy.objects.published())
    assert case_filter.qs.count() > 0
    assert set(case_filter.qs) <= set(CaseStudy.objects.in_regions(["430000"]))
