"""From a question to an address: every link that narrows, widens, sorts or pages is made here."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from catalogue.search.query import CaseQuery, Sort
from catalogue.search.sentence import years_in_words

YEAR_FIELDS = ("year_from", "year_to")
"""The two boxes of the range in the form; an address holds `year=2019-2021` instead."""


@lru_cache(maxsize=64)  # every hit of a page names the same question
def query_string(query: CaseQuery) -> str:
    """The query string that `CaseFilter` reads back as this question; what is at its default is left out."""
    pairs: list[tuple[str, str]] = []
    if query.q:
        pairs.append(("q", query.q))
    pairs += [("region", code) for code in query.regions]
    pairs += [("indicator", slug) for slug in query.indicators]
    pairs += [("year", years_in_words(years)) for years in query.years]
    pairs += [("source", str(pk)) for pk in query.sources]
    pairs += [("without", word) for word in query.without]
    if query.sort not in (default_sort(query), Sort.RELEVANCE):
        pairs.append(("sort", query.sort.value))
    if query.page > 1:
        pairs.append(("page", str(query.page)))
    return urlencode(pairs)


def default_sort(query: CaseQuery) -> Sort:
    """The order that `CaseFilter` takes where none is asked for: by relevance to words, else the newest first."""
    return Sort.RELEVANCE if query.q else Sort.NEWEST


def list_address(query: CaseQuery) -> str:
    """The address of the list that answers this question."""
    string = query_string(query)
    return f"{reverse('cases')}?{string}" if string else reverse("cases")


def case_address(pk: int, query: CaseQuery) -> str:
    """A case as reached from a list: the address keeps the question, so that the page leads back and onwards."""
    string = query_string(query)
    return f"{reverse('case', args=[pk])}?{string or 'page=1'}"


def without_value(query: CaseQuery, field: str, value: object) -> CaseQuery:
    """The same question with one value of one field dropped, from its first page."""
    if field == "q":
        return query.leaving_open("q")
    kept: Any = tuple(item for item in getattr(query, field) if item != value)
    return replace(query, page=1, **{field: kept})


def tidied(data: QueryDict) -> str | None:
    """The query string a form's submission stands for: empty boxes left out, the two year boxes made one range.

    None where the address is tidy already. A box left empty leaves that end of the range open.
    """
    years = [data.get(name, "").strip() for name in YEAR_FIELDS]
    if all(value.strip() for values in dict(data.lists()).values() for value in values) and not any(
        name in data for name in YEAR_FIELDS
    ):
        return None
    tidy = QueryDict(mutable=True)
    for name, values in data.lists():
        if name not in YEAR_FIELDS and (kept := [value for value in values if value.strip()]):
            tidy.setlist(name, kept)
    if any(years):
        first, last = years
        tidy.appendlist("year", first if first == last else f"{first}-{last}")
    return tidy.urlencode()
