"""The list of cases with its filters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalogue.coverage import coverage, everything
from catalogue.filters import CaseFilter, printable
from catalogue.models import Indicator, Region, Source
from catalogue.search import find
from catalogue.search.query import CaseQuery, FacetOption, SearchResult, Sort
from catalogue.views.address import default_sort, list_address, tidied, without_value, year_value
from catalogue.views.hits import shown


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
class Loosening:
    """What dropping one field of a question that finds nothing would give."""

    label: str
    address: str
    total: int


FIELDS = ("q", "regions", "indicators", "years", "sources")


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
        "chips": list(chips(query)),
        "sorts": sorts(query),
        "pages": pages(result),
        "previous": list_address(replace(query, page=query.page - 1)) if query.page > 1 else None,
        "next": list_address(replace(query, page=query.page + 1)) if query.page < result.pages else None,
    }
    if not result.total:
        context |= {"loosenings": loosenings(query), "coverage": coverage(everything())}
    return render(request, "catalogue/cases.html", context | _form(request, result))


def chips(query: CaseQuery) -> Iterator[Chip]:
    """Each value of the question, in words, with the address that drops it."""
    if query.q:
        yield Chip("q", f"“{query.q}”", list_address(query.without("q")))
    names: dict[str, dict[object, str]] = {
        "regions": dict(Region.objects.filter(pk__in=query.regions).values_list("pk", "name")) if query.regions else {},
        "indicators": dict(Indicator.objects.filter(slug__in=query.indicators).values_list("slug", "name"))
        if query.indicators
        else {},
        "sources": dict(Source.objects.filter(pk__in=query.sources).values_list("pk", "title"))
        if query.sources
        else {},
        "years": {years: f"{year_value(years)} 年" for years in query.years},
    }
    for field in FIELDS[1:]:
        for value in getattr(query, field):
            address = list_address(without_value(query, field, value))
            yield Chip(field, names[field].get(value, str(value)), address)


def sorts(query: CaseQuery) -> list[Choice]:
    """The orders a list can stand in; relevance is relevance to words."""
    labels = {Sort.RELEVANCE: _("相关度")} if query.q else {}
    labels |= {Sort.NEWEST: _("年份从新到旧"), Sort.OLDEST: _("年份从旧到新")}
    return [
        Choice(label, list_address(replace(query, sort=sort, page=1)), query.sort == sort)
        for sort, label in labels.items()
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


def loosenings(query: CaseQuery) -> list[Loosening]:
    """What to drop from a question that finds nothing, and how many cases that would give, the most first.

    One field where that helps; where it does not, all but one.
    """
    names = {
        "q": _("搜索词“%s”") % query.q,
        "regions": _("地区"),
        "indicators": _("指标"),
        "years": _("年份"),
        "sources": _("来源"),
    }
    asked = [field for field in FIELDS if getattr(query, field)]
    without = {_("不限%s") % names[field]: query.without(field) for field in asked}
    only = {
        _("只按%s") % names[field]: query.without(*(other for other in asked if other != field)) for field in asked
    }
    return _that_find(without) or _that_find(only)


def _that_find(questions: dict[str, CaseQuery]) -> list[Loosening]:
    found = [
        Loosening(label, list_address(looser), total)
        for label, looser in questions.items()
        if (total := find(replace(looser, page_size=1)).total)
    ]
    return sorted(found, key=lambda item: -item.total)


def _form(request: HttpRequest, result: SearchResult) -> dict[str, object]:
    """What the filter form shows: options, the pinyin by which a region is found, and the range of years."""
    span = next((years for years in result.query.years if years[0] != years[1]), None)
    regions = result.facets.get("region", ())
    return {
        "facets": result.facets,
        "spellings": spellings(regions),
        "years_in_range": years_in_range(result.query),
        "year_from": span[0] if span else "",
        "year_to": span[1] if span else "",
        "more_ranges": [year_value(y) for y in result.query.years if y[0] != y[1] and y != span],
        "q": printable(request.GET.get("q", "")),
        "sort_asked": result.query.sort if result.query.sort != default_sort(result.query) else None,
    }


def years_in_range(query: CaseQuery) -> set[str]:
    """Years asked for by a range alone: their own boxes stay empty, lest sending the form ask for them twice."""
    alone = {first for first, last in query.years if first == last}
    return {str(y) for first, last in query.years for y in range(first, last + 1) if y not in alone}


def spellings(options: tuple[FacetOption, ...]) -> dict[str, str]:
    """By code, the pinyin and its initials, for the box that narrows the tree of regions."""
    codes = [option.value for option in _walk(options)]
    rows = Region.objects.filter(pk__in=codes).values_list("pk", "pinyin", "initials")
    return {code: f"{pinyin.replace(' ', '')} {initials}" for code, pinyin, initials in rows}


def _walk(options: tuple[FacetOption, ...]) -> Iterator[FacetOption]:
    for option in options:
        yield option
        yield from _walk(option.children)
