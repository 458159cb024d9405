"""The measures that answer a question, each with its case."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from catalogue.filters import CaseFilter
from catalogue.models import CaseStudy, Measure
from catalogue.search import find_measures
from catalogue.search.index.follower import follower
from catalogue.search.marks import CaseText, best_passage
from catalogue.search.measures import MeasureResult
from catalogue.search.query import CaseQuery, Passage
from catalogue.views.address import case_address, list_address, tidied

MOST_SHOWN = 50
"""Measures that the page lists: the best ones; who wants others narrows the question."""


@dataclass(frozen=True, slots=True)
class ShownMeasure:
    """One measure with its case, and the stretch of it that answers best."""

    measure: Measure
    case: CaseStudy
    passage: Passage
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
    found = Measure.objects.in_bulk([hit.measure_id for hit in result.hits])
    cases = CaseStudy.objects.published().for_list().in_bulk([hit.case_id for hit in result.hits])
    terms = [term for term in result.terms if not term.excluded]
    return [
        ShownMeasure(
            measure,
            case,
            _passage(measure, best_passage([_text(measure)], terms, follower().analyser.borders)),
            f"{case_address(case.pk, query)}#measure-{measure.pk}",
        )
        for hit in result.hits
        if (measure := found.get(hit.measure_id)) and (case := cases.get(hit.case_id))
    ]


def _text(measure: Measure) -> CaseText:
    return CaseText(measure.text, measure.pk, f"{measure.label}{measure.heading}")


def _passage(measure: Measure, best: Passage | None) -> Passage:
    """The best stretch; where nothing is marked the beginning of the measure."""
    return best or Passage(measure.text[:120], (), measure.pk, f"{measure.label}{measure.heading}")
