"""One indicator."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalogue.models import Indicator
from catalogue.search import find
from catalogue.search.query import CaseQuery
from catalogue.views.address import list_address
from catalogue.views.hits import first_page, shown
from catalogue.views.regions import SHOWN, telling_outcomes


@require_safe
def indicator(request: HttpRequest, slug: str) -> HttpResponse:
    """An indicator: what it means, its cases, where they are and what they achieved."""
    subject = Indicator.objects.select_related("parent").filter(slug=slug).first()
    if subject is None:
        raise Http404(_("没有名为 %(slug)s 的指标。") % {"slug": slug})
    query = CaseQuery(indicators=(subject.slug,))
    result = find(first_page(query, SHOWN))
    return render(
        request,
        "catalogue/indicator.html",
        {
            "indicator": subject,
            "locals": list(subject.children.order_by("order", "slug")),
            "result": result,
            "hits": shown(result),
            "regions": [option for option in result.facets.get("region", ()) if option.count],
            "years": [option for option in result.facets.get("year", ()) if option.count],
            "outcomes": telling_outcomes(query),
            "list_address": list_address(query),
        },
    )
