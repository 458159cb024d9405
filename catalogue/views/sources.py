"""One source document."""

from __future__ import annotations

from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalogue.models import CaseStudy, Finding, Source
from catalogue.provenance import ranges, source_pieces
from catalogue.search.query import CaseQuery, Hit, SearchResult
from catalogue.views.address import list_address
from catalogue.views.hits import shown


@require_safe
def source(request: HttpRequest, pk: int) -> HttpResponse:
    """A source: what it is, the cases read from it, and its text as printed with each case marked.

    A case that was met elsewhere first is listed too. A source without a published case (a draft, a document that
    holds none) is not public.
    """
    public = Source.objects.printing(CaseStudy.objects.printed())
    document = public.defer("machine_reading").filter(pk=pk).first()
    if document is None:
        raise Http404(_("没有这份来源文献，或者其中还没有已发布的案例。"))
    cases = sorted(document.cases.printed(), key=lambda case: (ranges(case.spans)[:1], case.pk))
    query = CaseQuery(sources=(document.pk,))
    hits = tuple(Hit(pk) for pk in dict.fromkeys(case.repeat_of_id or case.pk for case in cases))
    return render(
        request,
        "catalogue/source.html",
        {
            "source": document,
            "hits": shown(SearchResult(query, hits, len(hits))),
            "titles": {case.pk: case.title for case in cases},
            "pieces": source_pieces(document, cases),
            "findings": findings(document),
            "list_address": list_address(query),
        },
    )


def findings(document: Source) -> list[dict[str, object]]:
    """Open findings by severity, with how many: what a reader should know of how well the document was read."""
    counts = document.findings.filter(resolved=False).values("severity").annotate(count=Count("pk"))
    by_severity = {row["severity"]: row["count"] for row in counts}
    return [
        {"severity": severity.value, "label": severity.label, "count": by_severity[severity.value]}
        for severity in (Finding.Severity.ERROR, Finding.Severity.WARNING, Finding.Severity.INFO)
        if severity.value in by_severity
    ]
