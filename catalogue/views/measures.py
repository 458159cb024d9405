"""The measures that answer a question, each with its case."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from catalogue.filters import CaseFilter
from catalogue.models import CaseStudy
from catalogue.search import find_measures
from catalogue.search.measures import MeasureHit, MeasureResult
from catalogue.search.query import CaseQuery
from catalogue.views.address import case_address, list_address, tidied

MOST_SHOWN = 50
"""Measures that the page lists: the best ones; who wants others narrows the question."""


@dataclass(frozen=True, slots=True)
class ShownMeasure:
    """One measure found, with its case and where it stands there."""

    hit: MeasureHit
    case: CaseStudy
    address: str


@require_safe
def measures(request: HttpRequest) -> HttpResponse:
    """The best measures that answer the question in the address, filtered like the list of cases.

    Bad values give status 400 and say what is wrong.
    """
    if (tidy := tidied(request.GET)) is not None:
        return redirect(f"{reverse('measures')}?{tidy}" if tidy else reverse("measures"))
    case_filter = CaseFilter(request.GET)
    query = case_filter.query()
    context: dict[str, object] = {"query": query, "cases_address": list_address(query)}
    if case_filter.errors:
        return render(request, "catalogue/measures.html", context | {"errors": case_filter.errors}, status=400)
    result = find_measures(query, MOST_SHOWN)
    context |= {"result": result, "measures": _shown(result, query), "errors": {}}
    return render(request, "catalogue/measures.html", context)


def _shown(result: MeasureResult, query: CaseQuery) -> list[ShownMeasure]:
    """The measures in their order; one whose case has been withdrawn since the index last looked is left out."""
    cases = CaseStudy.objects.published().for_list().in_bulk([hit.case_id for hit in result.hits])
    return [
        ShownMeasure(hit, case, f"{case_address(case.pk, query)}#measure-{hit.measure_id}")
        for hit in result.hits
        if (case := cases.get(hit.case_id))
    ]
