"""The search answers as the contract says, on the seeds."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from opencc import OpenCC

from catalogue.filters import CaseFilter
from catalogue.models import CaseStudy, Region
from catalogue.search import database, find, find_all
from catalogue.search.query import CaseQuery, Sort
from catalogue.search.text.fold import fold
from tests.environment import ON_POSTGRES

from . import contract

pytestmark = pytest.mark.usefixtures("catalogue_db")

RUNS = 500 if ON_POSTGRES else 5_000
"""Of characters that are looked for: in the index, which is the same whatever database it was built from."""


def test_random_filters_find_what_the_database_finds():
    for query in contract.random_queries(150, seed=1):
        contract.assert_same_as_orm(query)


def test_the_database_answers_filters_as_the_index_does():
    CaseStudy.objects.published().first().case_regions.all().delete()
    for query in [CaseQuery(sort=Sort.NEWEST), *contract.random_queries(40, seed=6)]:
        by_index, by_database = find(query), database.find(query)
        assert by_database.from_database
        assert not by_index.from_database
        assert (by_database.total, by_database.ids) == (by_index.total, by_index.ids)
        assert by_database.facets == by_index.facets
        assert database.find_all(query) == find_all(query)


@pytest.mark.parametrize("q", ["企业", "“一件事”", "企业 -电力", "标题:电力", "量子计算机"])
def test_the_database_finds_words_as_they_stand(q):
    found = database.find(CaseQuery(q=q))
    cases = CaseStudy.objects.in_bulk(database.find_all(CaseQuery(q=q)))
    assert found.total == len(cases)
    assert cases.keys() <= set(find_all(CaseQuery(q=q)))
    assert bool(cases) == (q != "量子计算机")
    assert all(hit.title_marks or hit.passage for hit in found.hits)


def test_cases_without_a_value_are_counted_and_found_as_such():
    case = CaseStudy.objects.published().first()
    case.case_regions.all().delete()
    case.case_indicators.all().delete()
    case.year = None
    case.save()
    facets = find(CaseQuery()).facets
    labels = {facet: [option.label for option in facets[facet] if option.is_missing] for facet in facets}
    assert labels == {"region": ["未注明地区"], "indicator": ["未注明指标"], "year": ["未注明年份"], "source": []}
    for facet in ("region", "indicator", "year"):
        query = CaseFilter({facet: "none"}).query()
        assert case.pk in find_all(query)
        assert query.sentence == labels[facet][0]
    assert CaseFilter({"year": ["none", "2021"]}).query().sentence == "未注明年份或2021 年"


def test_counts_are_what_clicking_gives():
    for query in contract.random_queries(15, seed=2):
        contract.assert_counts_are_what_clicking_gives(query)


@pytest.mark.parametrize("q", ["", "电力", "企业 开办", "“一件事”"])
def test_counts_of_a_question_with_words_are_what_clicking_gives(q):
    contract.assert_counts_are_what_clicking_gives(CaseQuery(q=q))


def test_every_province_and_year_that_a_case_has_is_offered():
    for query in contract.random_queries(40, seed=3):
        contract.assert_facets_name_every_case(query)


def test_a_parent_counts_a_case_of_several_of_its_regions_once():
    case = CaseStudy.objects.published().in_regions(["430000"]).first()
    for code in ("430102", "430103", "430203"):
        case.case_regions.get_or_create(region_id=code)
    hunan = next(option for option in find(CaseQuery()).facets["region"] if option.value == "430000")
    assert hunan.count == CaseStudy.objects.published().in_regions(["430000"]).count()
    changsha = next(option for option in hunan.children if option.value == "430100")
    assert {"430102", "430103"} <= {option.value for option in changsha.children}


def test_a_chosen_value_that_no_case_has_stays_in_sight():
    tibet = next(option for option in find(CaseQuery(regions=("540000",))).facets["region"] if option.selected)
    assert (tibet.value, tibet.count) == ("540000", 0)


def test_any_run_of_characters_that_a_case_prints_finds_it():
    cases = list(CaseStudy.objects.published().prefetch_related("measures", "regions", "indicators"))
    missed = [
        (case.pk, run)
        for case, run in contract.random_runs(cases, RUNS, seed=4)
        if case.pk not in find_all(CaseFilter({"q": run}).query())
    ]
    assert missed == []


def full_width(text: str) -> str:
    return "".join(chr(ord(character) + 0xFEE0) if "!" <= character <= "~" else character for character in text)


@pytest.mark.parametrize(
    "fold", [str.upper, str.swapcase, full_width, OpenCC("s2t").convert, lambda text: text.replace("", "\u200b")]
)
def test_a_run_is_found_however_it_is_typed(fold):
    cases = list(CaseStudy.objects.published().prefetch_related("measures", "regions", "indicators"))
    for case, run in contract.random_runs(cases, 60, seed=5):
        assert case.pk in find_all(CaseFilter({"q": fold(run)}).query()), run


@pytest.mark.parametrize("run", ["52—56个工作日", "52-56个工作日", "５２－５６個工作日", "闪信+", "閃信＋"])
def test_figures_and_marks_are_found_as_they_are_printed(run):
    assert find_all(CaseQuery(q=run))


@pytest.mark.parametrize(("traditional", "simplified"), [("瞭解", "了解"), ("“瞭解”", "“了解”"), ("沿著", "沿着")])
def test_traditional_that_only_its_neighbours_tell(traditional, simplified):
    assert find_all(CaseQuery(q=traditional)) == find_all(CaseQuery(q=simplified))


def test_traditional_and_full_width_find_the_same():
    assert find_all(CaseQuery(q="優化營商環境")) == find_all(CaseQuery(q="优化营商环境")) != []
    assert find_all(CaseQuery(q="ＡＰＰ")) == find_all(CaseQuery(q="app")) != []


def test_a_quoted_phrase_finds_exactly_the_cases_that_print_it():
    cases = list(CaseStudy.objects.published().prefetch_related("measures", "regions", "indicators"))
    for phrase in ("一件事", "环节", "知识产权保护", "业务", "湖南省", "获得电力", "市政务局", "52—56个工作日", "业"):
        expected = {case.pk for case in cases if any(fold(phrase) in fold(text) for text in (case.title, case.body))}
        assert set(find_all(CaseQuery(q=f"“{phrase}”"))) == expected, phrase


def test_several_words_mean_all():
    both = set(find_all(CaseQuery(q="电力 环节")))
    assert both == set(find_all(CaseQuery(q="电力"))) & set(find_all(CaseQuery(q="环节"))) != set()


@pytest.mark.parametrize("q", ["量子计算机", "zzzz", "“量子”", "电力 量子计算机", "㍿㍿"])
def test_nothing_rather_than_noise(q):
    result = find(CaseQuery(q=q))
    assert (result.total, result.hits) == (0, ())


def test_what_a_case_is_about_goes_before_what_it_mentions():
    about = set(CaseStudy.objects.published().with_indicators(["getting-electricity"]).values_list("pk", flat=True))
    found = find_all(CaseQuery(q="获得电力"))
    assert about
    assert set(found[: len(about)]) == about


def test_a_title_goes_before_a_mention():
    titled = set(CaseStudy.objects.published().filter(title__contains="知识产权").values_list("pk", flat=True))
    found = find_all(CaseQuery(q="知识产权"))
    assert titled
    assert set(found[: len(titled)]) == titled


def test_words_are_found_in_order_of_year_too():
    found = find_all(CaseQuery(q="企业", sort=Sort.OLDEST))
    years = [CaseStudy.objects.get(pk=pk).year or 9999 for pk in found]
    assert years == sorted(years)
    assert set(found) == set(find_all(CaseQuery(q="企业")))


def test_hits_carry_marks_in_their_own_texts():
    result = find(CaseQuery(q="审批"))
    assert result.hits
    cases = CaseStudy.objects.in_bulk(result.ids)
    for hit in result.hits:
        title = cases[hit.case_id].title
        assert [title[mark.start : mark.end] for mark in hit.title_marks] == ["审批"] * title.count("审批")
        assert hit.passage is None or {hit.passage.text[m.start : m.end] for m in hit.passage.marks} == {"审批"}
        if hit.passage and hit.passage.measure_id:
            measure = cases[hit.case_id].measures.get(pk=hit.passage.measure_id)
            assert hit.passage.text in f"{measure.label}{measure.heading}\n{measure.text}"


@pytest.mark.parametrize("query", [CaseQuery(), CaseQuery(q="企业"), CaseQuery(q="企业", regions=("430000",))])
def test_an_answer_takes_three_queries_at_most(query):
    find(query)
    with CaptureQueriesContext(connection) as queries:
        find(query)
    assert len(queries) <= 3


@pytest.mark.parametrize(
    "q",
    [
        "*", "?", '"', "“", "((", "[a-z]", "{", "\\", "/", ":", "标题:", "-", "--", "+a", "^", "~", "!", "AND",
        "OR NOT", "a*b", "“”", '""', "'", "''", "%", "_", ".", "..", "…", "\x00", "\ud800", "\ufeff", "😀",
        "\U000e0001", "a\u0301", "ﬁ", "ß", "İ", "\u202e电力", "电" * 200, "电 " * 100, "“电” " * 50,
    ],
)  # fmt: skip
def test_no_question_breaks_the_search(q):
    query = CaseFilter({"q": q}).query()
    assert find(query).total >= 0
    assert find(CaseQuery(q=q)).total >= 0


def test_an_abolished_division_lies_under_the_one_that_took_its_place():
    case = CaseStudy.objects.published().in_regions(["430000"]).first()
    case.case_regions.all().delete()
    case.case_regions.create(region_id="330103")  # 下城区, in 拱墅区 since 2021
    for code in ("330000", "330100", "330103", "330105"):
        contract.assert_same_as_orm(CaseQuery(regions=(code,)))
        assert case.pk in find_all(CaseQuery(regions=(code,))), code
    assert case.pk not in find_all(CaseQuery(regions=("330102",)))
    contract.assert_counts_are_what_clicking_gives(CaseQuery())
    zhejiang = next(option for option in find(CaseQuery()).facets["region"] if option.value == "330000")
    assert zhejiang.count == CaseStudy.objects.published().in_regions(["330000"]).count()
    districts = {option.value: option.count for option in zhejiang.children[0].children}
    assert districts["330103"] == districts["330105"] == 1


def test_a_case_follows_when_its_abolished_division_gets_another_successor():
    case = CaseStudy.objects.published().first()
    case.case_regions.all().delete()
    case.case_regions.create(region_id="330103")
    assert case.pk in find_all(CaseQuery(regions=("330105",)))
    former = Region.objects.get(pk="330103")
    former.successor_id = "330102"
    former.save()
    assert case.pk not in find_all(CaseQuery(regions=("330105",)))
    assert case.pk in find_all(CaseQuery(regions=("330102",)))
