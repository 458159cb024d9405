"""What is offered where nothing is found."""

import pytest

from catalogue.filters import CaseFilter
from catalogue.search import find, hints, suggest_relaxations
from catalogue.search.query import CaseQuery

pytestmark = pytest.mark.usefixtures("catalogue_db")


@pytest.mark.parametrize(
    ("q", "better"),
    [
        ("宠物容量", None),
        ("人事业务", "人社业务"),  # words as they may be meant, so nothing is put in their place unasked
        ("量子计算机", None),
        ("-获得电刀", None),
        ("“获得电刀”", None),
    ],
)
def test_hints(q, better):
    query = CaseQuery(q=q)
    assert find(query).total == 0 or q.startswith("-")
    found = [suggestion.query.q for suggestion in hints(query)]
    assert found == [] if better is None else better in found


def test_a_hint_keeps_the_other_words_and_filters():
    query = CaseFilter({"q": "人事业务 企业", "region": "长沙市"}).query()
    assert {(hint.query.q.split()[1], hint.query.regions) for hint in hints(query)} == {("企业", ("430100",))}


def test_every_suggestion_gives_what_it_says():
    for query in (
        CaseQuery(q="人事业务"),
        CaseQuery(q="电力 量子"),
        CaseQuery(q="电力", regions=("540000",), years=((2013, 2014),)),
    ):
        for suggestion in [*hints(query), *suggest_relaxations(query)]:
            assert suggestion.total == find(suggestion.query).total > 0


def test_each_filter_that_helps_is_offered_the_most_fruitful_first():
    query = CaseFilter({"q": "电力", "region": "西藏", "sort": "year"}).query()
    assert find(query).total == 0
    offered = suggest_relaxations(query)
    assert [suggestion.query.regions for suggestion in offered] == [()]
    assert offered[0].query.q == "电力"
    assert offered[0].label == "不限地区"


def test_a_word_that_nothing_has_can_be_dropped():
    offered = suggest_relaxations(CaseQuery(q="电力 量子", regions=("430000",)))
    assert ("不限“量子”", "电力") in [(suggestion.label, suggestion.query.q) for suggestion in offered]


def test_where_no_single_filter_helps_each_alone_is_offered():
    query = CaseQuery(q="量子计算机", regions=("540000",), indicators=("getting-electricity",))
    assert [suggestion.label for suggestion in suggest_relaxations(query)] == ["只看指标"]
