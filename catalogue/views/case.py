"""One case."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalogue.citation import cite
from catalogue.filters import CaseFilter
from catalogue.models import CaseStudy, Outcome
from catalogue.provenance import passages
from catalogue.search import find
from catalogue.strongest import by_strength
from catalogue.views.address import case_address, list_address

CARDS = 6
"""Results shown at once; the rest folds away, so that the measures are not pushed out of sight."""


@dataclass(frozen=True, slots=True)
class Trail:
    """The way back to the results a reader came from, and to their neighbours."""

    back: str
    sentence: str
    previous: str | None = None
    next: str | None = None


@require_safe
def case(request: HttpRequest, pk: int) -> HttpResponse:
    """A published case with its facts, results, measures and the passages it was read from.

    A repeat has no page of its own: its address leads to the case that came first.
    """
    with_text = CaseStudy.objects.published().for_detail().defer(None).defer("source__machine_reading")
    study = with_text.filter(pk=pk).first()
    if study is None:
        repeat = CaseStudy.objects.printed().select_related("repeat_of").filter(pk=pk).first()
        if repeat and repeat.repeat_of:
            return redirect(repeat.repeat_of)
        raise Http404(_("没有这个案例，或者它还没有发布。"))
    outcomes = list(study.outcomes.all())
    results = by_strength(outcomes)
    return render(
        request,
        "catalogue/case.html",
        {
            "case": study,
            "measures": study.measure_tree(),
            "results": results[:CARDS],
            "more_results": sorted(results[CARDS:], key=lambda outcome: outcome.position),
            "other_figures": [outcome for outcome in outcomes if outcome.kind != Outcome.Kind.RESULT],
            "passages": passages(study),
            "citation": cite(study.source, study),
            "also_printed": also_printed(study),
            "trail": trail(request.GET, pk),
        },
    )


def also_printed(study: CaseStudy) -> list[tuple[CaseStudy, str]]:
    """Where else the case is printed: its repeats in the order they came in, each with its reference."""
    repeats = study.repeats.printed().for_list().prefetch_related(None).order_by("pk")
    return [(repeat, cite(repeat.source, repeat)) for repeat in repeats]


def trail(data: QueryDict, pk: int) -> Trail | None:
    """From the question kept in the case's address; None where there is none or it cannot be read."""
    if not data:
        return None
    case_filter = CaseFilter(data)
    if case_filter.errors:
        return None
    query = case_filter.query()
    ids = find(query).ids
    back = list_address(query)
    if pk not in ids:
        return Trail(back, query.sentence)
    at = ids.index(pk)
    before = case_address(ids[at - 1], query) if at else None
    after = case_address(ids[at + 1], query) if at + 1 < len(ids) else None
    if before is None and query.page > 1:
        earlier = replace(query, page=query.page - 1)
        before = next((case_address(i, earlier) for i in reversed(find(earlier).ids)), None)
    if after is None:
        later = replace(query, page=query.page + 1)
        after = next((case_address(i, later) for i in find(later).ids), None)
    return Trail(back, query.sentence, before, after)
