"""Measures are found by themselves: the same questions, the same filters."""

import random

import pytest

from catalogue.filters import CaseFilter
from catalogue.models import CaseStudy, Measure
from catalogue.search import find_measures
from catalogue.search.query import CaseQuery
from catalogue.search.text.fold import fold

from . import contract

pytestmark = pytest.mark.usefixtures("catalogue_db")
ALL = 10_000


def ids(query: CaseQuery) -> set[int]:
    """Keys of all measures that answer, each named with its own case."""
    result = find_measures(query, ALL)
    found = {hit.measure_id: hit.case_id for hit in result.hits}
    assert result.exact
    assert result.total == len(result.hits) == len(found)
    assert found == dict(Measure.objects.filter(pk__in=found).values_list("pk", "case_id"))
    return set(found)


def printing(text: str) -> set[int]:
    """Keys of the measures of published cases that print a text."""
    measures = Measure.objects.filter(case__in=CaseStudy.objects.published())
    return {
        measure.pk
        for measure in measures
        if fold(text) in f"{fold(measure.label + measure.heading)}\n{fold(measure.text)}"
    }


def test_filters_are_those_of_cases():
    Measure.objects.filter(region__isnull=False).update(region=None)
    for case in CaseStudy.objects.filter(measures__isnull=False).distinct():
        case.save()
    for query in contract.random_queries(40, seed=8):
        expected = Measure.objects.filter(case__in=contract.by_orm(query)).values_list("pk", flat=True)
        assert ids(query) == set(expected)


def test_a_measure_lies_in_its_own_region_where_it_names_one():
    case = CaseStudy.objects.published().in_regions(["430000"]).filter(measures__isnull=False).first()
    measure = case.measures.first()
    measure.region_id = "140600"
    measure.save()
    assert measure.pk in ids(CaseQuery(regions=("140000",)))
    assert measure.pk not in ids(CaseQuery(regions=("430000",)))
    assert case.pk in {hit.case_id for hit in find_measures(CaseQuery(regions=("140600",)), ALL).hits}


@pytest.mark.parametrize("phrase", ["一件事", "环节", "企业开办", "业务办", "件材", "52", "app", "的"])
def test_a_phrase_finds_exactly_the_measures_that_print_it(phrase):
    assert ids(CaseQuery(q=f"“{phrase}”")) == printing(phrase)


def test_any_run_that_a_measure_prints_finds_it():
    rng = random.Random(9)
    measures = list(Measure.objects.filter(case__in=CaseStudy.objects.published()).exclude(text=""))
    for _ in range(150):
        measure = rng.choice(measures)
        start = rng.randrange(max(1, len(measure.text) - 6))
        run = measure.text[start : start + rng.randint(2, 6)].strip()
        if len(fold(run)) > 1 and '"' not in fold(run):  # a mark of quotation would end the phrase
            query = CaseFilter({"q": f"“{run}”"}).query()
            assert measure.pk in ids(query), run


def test_words_are_all_needed_and_may_be_said_in_another_way():
    assert printing("审批") & printing("时限") <= ids(CaseQuery(q="审批 时限"))
    assert printing("审批") <= ids(CaseQuery(q="审批"))


def test_what_a_word_names_counts_as_well_as_the_word():
    case = CaseStudy.objects.published().with_indicators(["getting-electricity"]).exclude(measures=None).first()
    found = ids(CaseQuery(q="获得电力"))
    assert set(case.measures.values_list("pk", flat=True)) <= found
    assert printing("获得电力") <= found


def test_a_heading_is_asked_for_and_a_word_excluded():
    headed = {pk for pk in printing("审批") if "审批" in Measure.objects.get(pk=pk).heading}
    assert ids(CaseQuery(q="标题:审批")) == headed != set()
    without = ids(CaseQuery(q="企业 -审批"))
    assert without
    assert not without & printing("审批")
    assert not ids(CaseQuery(q="企业 -“业开”")) & printing("业开")


def test_the_best_come_first():
    measures = Measure.objects.in_bulk([hit.measure_id for hit in find_measures(CaseQuery(q="知识产权"), 3).hits])
    assert len(measures) == 3
    assert all("知识产权" in measure.heading for measure in measures.values())


def test_nothing_rather_than_noise():
    result = find_measures(CaseQuery(q="量子计算机"), 5)
    assert (result.hits, result.total, result.exact) == ((), 0, True)


@pytest.mark.parametrize("q", ["*", '"', "((", "标题:", "-", "a*b", "“”", "……", "😀", "电" * 200])
def test_no_question_breaks_it(q):
    assert find_measures(CaseFilter({"q": q}).query(), 5).total >= 0
