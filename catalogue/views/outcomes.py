"""Quantified results of all cases in one table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.core.paginator import EmptyPage, Page, Paginator
from django.db.models import F, OrderBy
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from catalogue.coverage import everything
from catalogue.filters import CaseFilter
from catalogue.models import CaseStudy, CaseStudyQuerySet, Outcome, Region
from catalogue.models.outcome import OutcomeQuerySet
from catalogue.search import asked_once, find_all
from catalogue.search.database import cases_within
from catalogue.search.query import CaseQuery, FacetOption
from catalogue.search.sentence import years_in_words
from catalogue.views.address import default_sort, list_address, query_string, tidied

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

PAGE_SIZE = 50

ORDERS: dict[str, tuple[StrPromise, tuple[OrderBy, str]]] = {
    "change": (gettext_lazy("变化"), (F("change_pct").asc(nulls_last=True), "case")),
    "-change": (gettext_lazy("变化"), (F("change_pct").desc(nulls_last=True), "case")),
    "before": (gettext_lazy("改革前"), (F("before").asc(nulls_last=True), "case")),
    "-before": (gettext_lazy("改革前"), (F("before").desc(nulls_last=True), "case")),
    "after": (gettext_lazy("改革后"), (F("after").asc(nulls_last=True), "case")),
    "-after": (gettext_lazy("改革后"), (F("after").desc(nulls_last=True), "case")),
    "year": (gettext_lazy("年份"), (F("case__year").asc(nulls_last=True), "-case")),
    "-year": (gettext_lazy("年份"), (F("case__year").desc(nulls_last=True), "case")),
}
"""By value of `order`: what the column is called, and how the database sorts.

Equals stand in the order of their cases, the latest first; by year just as these or the other way round, for then an
index gives the first of all.
"""

DEFAULT_ORDER = "change"


@dataclass(frozen=True, slots=True)
class Column:
    """A column heading that sorts: where it leads, and how it now stands in terms of `aria-sort`."""

    label: str
    address: str
    aria_sort: str


@require_safe
def outcomes(request: HttpRequest) -> HttpResponse:
    """Results with figures, filtered like the list of cases, sorted by `order`.

    Bad values give status 400 and say what is wrong; a page beyond the last gives 404.
    """
    if (tidy := tidied(request.GET)) is not None:
        return redirect(f"{reverse('outcomes')}?{tidy}" if tidy else reverse("outcomes"))
    data = request.GET.copy()
    order = (data.pop("order", None) or [DEFAULT_ORDER])[-1]
    case_filter = CaseFilter(data)
    errors = dict(case_filter.errors)
    if order not in ORDERS:
        errors["order"] = [_("排序方式“%s”无法识别。") % order[:40]]
    if errors:
        context = {"errors": errors, **choices(CaseQuery())}
        return render(request, "catalogue/outcomes.html", context, status=400)
    query = case_filter.query()
    try:
        page = Results(query, order).page(query.page)
    except EmptyPage as error:
        raise Http404(_("没有第 %(page)s 页。") % {"page": query.page}) from error
    return render(
        request,
        "catalogue/outcomes.html",
        {
            "query": query,
            "order": order,
            "page": page,
            "columns": columns(query, order),
            "previous": address(replace(query, page=query.page - 1), order) if page.has_previous() else None,
            "next": address(replace(query, page=query.page + 1), order) if page.has_next() else None,
            "cases_address": list_address(query),
            **choices(query),
        },
    )


class Results(Paginator):
    """The results that answer a question, in order, each with what its row shows.

    Only their keys are sorted: the rows are wide, and those before a late page would be read for nothing.
    """

    def __init__(self, query: CaseQuery, order: str) -> None:
        self._query = query
        keys = results_of(query).order_by(*ORDERS[order][1], "position").values_list("pk", flat=True)
        super().__init__(keys, PAGE_SIZE)

    @cached_property
    def count(self) -> int:
        """The number of results, which all pages and orders share."""
        return asked_once(number_of_results, replace(self._query, page=1))

    def page(self, number: int | str) -> Page[Outcome]:
        page = super().page(number)
        wide = Outcome.objects.select_related("case").prefetch_related(
            "case__case_regions__region__parent__parent", "case__case_indicators__indicator"
        )
        by_key = wide.in_bulk(keys := list(page.object_list))
        page.object_list = [by_key[key] for key in keys if key in by_key]
        return page


def results_of(query: CaseQuery) -> OutcomeQuerySet:
    """The results of the cases that answer the question.

    Of all results an index gives the first in any order; those of few cases are few to sort.
    """
    results: OutcomeQuerySet = Outcome.objects.results()
    if any((query.q, query.regions, query.indicators, query.years, query.sources)):
        return results.filter(case__in=cases_of(query).values("pk"))
    return results.of_published_cases()


def number_of_results(query: CaseQuery) -> int:
    """How many results the cases have that answer the question."""
    return results_of(query).count()


def cases_of(query: CaseQuery) -> CaseStudyQuerySet:
    """The cases that answer the question: with words the search index knows them, without it the database does."""
    if query.q:
        cases: CaseStudyQuerySet = CaseStudy.objects.published().filter(pk__in=find_all(query))
        return cases
    return cases_within(query)


def columns(query: CaseQuery, order: str) -> dict[str, Column]:
    """The sortable columns; a second click turns the order round."""
    headings = {}
    for name, (label, _order) in ORDERS.items():
        if name.startswith("-"):
            continue
        target, state = name, "none"
        if order == name:
            target, state = f"-{name}", "ascending"
        elif order == f"-{name}":
            state = "descending"
        headings[name] = Column(str(label), address(replace(query, page=1), target), state)
    return headings


def address(query: CaseQuery, order: str) -> str:
    """The address of the table for a question and an order."""
    extra = "" if order == DEFAULT_ORDER else urlencode({"order": order})
    string = "&".join(part for part in (query_string(replace(query, sort=default_sort(query))), extra) if part)
    return f"{reverse('outcomes')}?{string}" if string else reverse("outcomes")


def choices(query: CaseQuery) -> dict[str, object]:
    """What the form offers: provinces, indicators and years that have cases, and regions now asked for beside them."""
    facets = everything().facets
    provinces = [option for option in facets.get("region", ()) if option.count]
    offered = {option.value for option in provinces}
    return {
        "provinces": provinces,
        "other_regions": Region.objects.filter(pk__in=[code for code in query.regions if code not in offered]),
        "indicators": _held(facets.get("indicator", ())),
        "years": _held(facets.get("year", ())),
        "years_asked": [years_in_words(years) for years in query.years],
    }


def _held(options: Sequence[FacetOption]) -> list[FacetOption]:
    return [option for option in options if option.count]
