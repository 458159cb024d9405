"""What is offered where nothing is found."""

import pytest

from catalogue.filters import CaseFilter
from catalogue.search import find, hints, suggest_relaxations
from catalogue.search.query import CaseQuery

pytestmark = pytest.mark.usefixtures("catalogue_db")


@pytest.mark.parametrize(
    ("q", "indicators", "regions", "better"),
    [
        ("接电容量", (), (), None),
        ("用电报装", ("getting-electricity",), (), ""),  # jargon
        ("hddl", ("getting-electricity",), (), ""),  # initials
        ("kuajingmaoyi", ("trading-across-borders",), (), ""),  # pinyin
        ("changsha", (), ("430100",), ""),
        ("获得电刀", (), (), "获得电力"),  # one character wrong
        ("获电力", (), (), "获得电力"),  # one missing
        ("获得了电力", (), (), "获得电力"),  # one too many
        ("长杀市", (), (), "长沙市"),
        ("量子计算机", (), (), None),
    ],
)
def test_hints(q, indicators, regions, better):
    found = [
        (suggestion.query.indicators, suggestion.query.regions, suggestion.query.q)
        for suggestion in hints(CaseQuery(q=q))
    ]
    if better is None:
        assert found == []
    else:
        assert (indicators, regions, better) in found


def test_a_hint_keeps_the_other_words_and_filters():
    query = CaseFilter({"q": "获得电刀 环节", "region": "长沙市"}).query()
    assert [(hint.query.q, hint.query.regions) for hint in hints(query)] == [("获得电力 环节", ("430100",))]


def test_every_suggestion_gives_what_it_says():
    for query in (
        CaseQuery(q="hddl"),
        CaseQuery(q="获得电刀"),
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
