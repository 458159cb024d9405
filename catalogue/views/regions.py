"""One region."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.db.models.functions import Abs
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalogue.models import Outcome, Region
from catalogue.search import find
from catalogue.search.query import CaseQuery, FacetOption
from catalogue.views.address import list_address
from catalogue.views.hits import first_page, shown
from catalogue.views.outcomes import cases_of

SHOWN = 20
OUTCOMES = 8


@dataclass(frozen=True, slots=True)
class ChildRegion:
    region: Region
    count: int


@require_safe
def region(request: HttpRequest, code: str) -> HttpResponse:
    """A region: its place, its cases and everything under it, by indicator and by child region."""
    place = Region.objects.select_related("parent__parent", "successor").filter(pk=code).first()
    if place is None:
        raise Http404(_("没有代码为 %(code)s 的地区。") % {"code": code})
    query = CaseQuery(regions=(place.code,))
    result = find(first_page(query, SHOWN))
    return render(
        request,
        "catalogue/region.html",
        {
            "region": place,
            "ancestors": [up for up in (place.parent and place.parent.parent, place.parent) if up],
            "predecessors": list(place.predecessors.all()),
            "children": children(place, _option(result.facets.get("region", ()), place.code)),
            "result": result,
            "hits": shown(result),
            "indicators": [option for option in result.facets.get("indicator", ()) if option.count],
            "outcomes": telling_outcomes(query),
            "list_address": list_address(query),
        },
    )


def children(place: Region, option: FacetOption | None) -> list[ChildRegion]:
    """The regions right under this one that are in force, or that have cases; with how many."""
    counts = {child.value: child.count for child in option.children} if option else {}
    rows = [ChildRegion(child, counts.get(child.code, 0)) for child in place.children.order_by("code")]
    return [row for row in rows if row.count or row.region.is_current]


def telling_outcomes(query: CaseQuery) -> list[Outcome]:
    """The greatest changes, by rise or by fall, among the results of the cases that answer the question."""
    results: QuerySet[Outcome] = Outcome.objects.results().filter(
        case__in=cases_of(query).values("pk"), before__isnull=False, after__isnull=False, change_pct__isnull=False
    )
    return list(results.select_related("case").order_by(Abs("change_pct").desc(), "pk")[:OUTCOMES])


def _option(options: Sequence[FacetOption], code: str) -> FacetOption | None:
    """The option of this code anywhere in the tree."""
    for option in options:
        found = option if option.value == code else _option(option.children, code)
        if found:
            return found
    return None
