"""The list of cases with its filters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalogue.coverage import coverage, everything
from catalogue.filters import CaseFilter, printable
from catalogue.models.validators import EARLIEST_YEAR, latest_year
from catalogue.search import Suggestion, find, find_similar, hints, suggest_relaxations, vocabulary
from catalogue.search.query import CaseQuery, SearchResult, Sort
from catalogue.search.sentence import indicator_name, region_name, years_in_words, years_name
from catalogue.views.address import default_sort, list_address, query_string, tidied, without_value
from catalogue.views.hits import shown, shown_hits
from catalogue.views.options import OPEN, shown_options, shown_regions, shown_sources
from catalogue.views.understanding import shown_understanding


@dataclass(frozen=True, slots=True)
class Chip:
    """A value now asked for, and the address without it."""

    field: str
    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A link to the same question, sorted or paged otherwise; the one now shown is `current`."""

    label: str
    address: str
    current: bool


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another question, offered where this one finds nothing, and how many cases answer it."""

    label: str
    address: str
    total: int


FIELDS = ("regions", "indicators", "years", "sources")


@require_safe
def cases(request: HttpRequest) -> HttpResponse:
    """Cases that answer the question in the address, with counts for refining it.

    A value that cannot be read (an unknown region, year 13000) gives status 400 and a page that says what is wrong,
    keeps the values that could be read in the form and lists nothing; a page beyond the last gives 404.
    """
    if (tidy := tidied(request.GET)) is not None:
        return redirect(f"{reverse('cases')}?{tidy}" if tidy else reverse("cases"))
    case_filter = CaseFilter(request.GET)
    query = case_filter.query()
    result = find(query)
    if case_filter.errors:
        context = {"result": result, "query": query, "errors": case_filter.errors}
        return render(request, "catalogue/cases.html", context | _form(request, result), status=400)
    if query.page > result.pages:
        raise Http404(
            _("没有第 %(page)s 页：结果共 %(total)s 条，%(pages)s 页。")
            % {"page": query.page, "total": result.total, "pages": result.pages}
        )
    context = {
        "result": result,
        "query": query,
        "hits": shown(result),
        "understanding": shown_understanding(result),
        "measures_address": f"{reverse('measures')}?{query_string(replace(query, page=1))}",
        "chips": list(chips(query)),
        "sorts": sorts(query),
        "pages": pages(result),
        "previous": list_address(replace(query, page=query.page - 1)) if query.page > 1 else None,
        "next": list_address(replace(query, page=query.page + 1)) if query.page < result.pages else None,
    }
    if not result.total:
        context |= {
            "hints": _alternatives(hints(query)),
            "loosenings": _alternatives(suggest_relaxations(query)),
            "coverage": coverage(everything()),
            "similar": shown_hits(find_similar(result), query),
        }
    return render(request, "catalogue/cases.html", context | _form(request, result))


def chips(query: CaseQuery) -> Iterator[Chip]:
    """Each value of the question, in words, with the address that drops it."""
    if query.q:
        yield Chip("q", f"“{query.q}”", list_address(query.leaving_open("q")))
    sources = vocabulary.source_titles(query.sources)
    names: dict[str, Callable[[Any], str]] = {
        "regions": region_name,
        "indicators": indicator_name,
        "years": years_name,
        "sources": lambda pk: sources.get(pk, str(pk)),
    }
    for field in FIELDS:
        for value in getattr(query, field):
            address = list_address(without_value(query, field, value))
            yield Chip(field, names[field](value), address)


def sorts(query: CaseQuery) -> list[Choice]:
    """The orders a list can stand in; relevance is relevance to words."""
    asked = query.sort if query.q or query.sort != Sort.RELEVANCE else Sort.NEWEST
    labels = {Sort.RELEVANCE: _("相关度")} if query.q else {}
    labels |= {Sort.NEWEST: _("年份从新到旧"), Sort.OLDEST: _("年份从旧到新")}
    return [
        Choice(label, list_address(replace(query, sort=sort, page=1)), sort == asked) for sort, label in labels.items()
    ]


def pages(result: SearchResult) -> list[Choice | None]:
    """Links to the first, the last and the pages around this one; None where some are left out."""
    query, last = result.query, result.pages
    wanted = sorted({1, last, *range(max(1, query.page - 2), min(last, query.page + 2) + 1)})
    choices: list[Choice | None] = []
    for before, page in zip([0, *wanted], wanted, strict=False):
        if page - before > 1:
            choices.append(None)
        choices.append(Choice(str(page), list_address(replace(query, page=page)), page == query.page))
    return choices


def _alternatives(suggestions: Iterable[Suggestion]) -> list[Alternative]:
    return [Alternative(item.label, list_address(item.query), item.total) for item in suggestions]


def _form(request: HttpRequest, result: SearchResult) -> dict[str, object]:
    """What the filter form shows: options and the range of years.

    An end of the range that is as far as years go stands open: its box is empty.
    """
    span = next((years for years in result.query.years if years[0] != years[1]), None)
    query, opened = result.query, request.GET.getlist(OPEN)
    facets = {name: result.facets.get(name, ()) for name in ("region", "indicator", "year", "source")}
    return {
        "shown": {
            "region": shown_regions(facets["region"], query, opened),
            "indicator": shown_options(facets["indicator"]),
            "year": shown_options(facets["year"], years_in_range(query)),
            "source": shown_sources(facets["source"], query, opened),
        },
        "year_from": span[0] if span and span[0] != EARLIEST_YEAR else "",
        "year_to": span[1] if span and span[1] != latest_year() else "",
        "more_ranges": [years_in_words(y) for y in result.query.years if y[0] != y[1] and y != span],
        "q": printable(request.GET.get("q", "")),
        "sort_asked": result.query.sort
        if result.query.sort not in (default_sort(result.query), Sort.RELEVANCE)
        else None,
    }


def years_in_range(query: CaseQuery) -> set[str]:
    """Years asked for by a range alone: their own boxes stay empty, lest sending the form ask for them twice."""
    alone = {first for first, last in query.years if first == last}
    return {str(y) for first, last in query.years for y in range(first, last + 1) if y not in alone}
