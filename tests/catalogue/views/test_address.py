"""From a question to an address and back."""

import pytest
from django.http import QueryDict

from catalogue.search.query import CaseQuery, Sort
from catalogue.views.address import case_address, list_address, query_string, tidied, without_value


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (CaseQuery(sort=Sort.NEWEST), ""),
        (CaseQuery(q="电力 办电"), "q=%E7%94%B5%E5%8A%9B+%E5%8A%9E%E7%94%B5"),
        (CaseQuery(q="a&b=c", sort=Sort.NEWEST), "q=a%26b%3Dc&sort=-year"),
        (CaseQuery(regions=("430000", "440000"), sort=Sort.NEWEST), "region=430000&region=440000"),
        (
            CaseQuery(years=((2021, 2021), (2015, 2019)), sort=Sort.OLDEST, page=3),
            "year=2021&year=2015-2019&sort=year&page=3",
        ),
        (
            CaseQuery(indicators=("getting-electricity",), sources=(7,), sort=Sort.NEWEST),
            "indicator=getting-electricity&source=7",
        ),
    ],
)
def test_query_string_leaves_defaults_out(query: CaseQuery, expected: str) -> None:
    assert query_string(query) == expected


def test_a_case_keeps_the_question_it_was_found_by() -> None:
    assert case_address(5, CaseQuery(regions=("430000",), sort=Sort.NEWEST)) == "/cases/5/?region=430000"
    # The plain list leaves a trace too, so that its neighbours can be found.
    assert case_address(5, CaseQuery(sort=Sort.NEWEST)) == "/cases/5/?page=1"


def test_dropping_a_value_goes_back_to_the_first_page() -> None:
    query = CaseQuery(q="电", regions=("430000", "440000"), years=((2021, 2021),), page=4)
    assert without_value(query, "regions", "430000") == CaseQuery(q="电", regions=("440000",), years=((2021, 2021),))
    assert without_value(query, "q", "电").q == ""
    assert (
        list_address(without_value(CaseQuery(years=((2021, 2021),), sort=Sort.NEWEST), "years", (2021, 2021)))
        == "/cases/"
    )


@pytest.mark.parametrize(
    ("submitted", "expected"),
    [
        ("", None),
        ("q=abc&region=430000", None),
        ("q=&region=430000", "region=430000"),
        ("q=%20%20", ""),
        ("year_from=2019&year_to=2021", "year=2019-2021"),
        ("year_from=2020&year_to=2020&year=2018", "year=2018&year=2020"),
        ("year_from=2019&year_to=", "year=2019-"),
        ("year_from=&year_to=2019", "year=-2019"),
        ("year_from=&year_to=&q=x", "q=x"),
        ("year_from=abc&year_to=2020", "year=abc-2020"),
        ("region=430000&region=&region=440000", "region=430000&region=440000"),
    ],
)
def test_a_submitted_form_becomes_a_tidy_address(submitted: str, expected: str | None) -> None:
    assert tidied(QueryDict(submitted)) == expected
