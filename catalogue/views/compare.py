"""Up to four cases side by side."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalogue.filters import CaseFilter
from catalogue.models import CaseStudy, Measure, Outcome
from catalogue.search import find
from catalogue.search.query import CaseQuery
from catalogue.strongest import strongest

LIMIT = 4
"""More columns than this cannot be read side by side."""


@dataclass(frozen=True, slots=True)
class ComparedCase:
    """One column."""

    case: CaseStudy
    measures: list[Measure]
    results: list[Outcome]
    strongest: Outcome | None


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """The cases named by `case`, or for each `region` named its first case of the `indicator` and `year` named.

    More than four, one that is not published or a value that cannot be read: the page says so and shows the rest.
    """
    notices: list[str] = []
    ids = _named(request.GET, notices) if "case" in request.GET else _by_region(request.GET, notices)
    studies = CaseStudy.objects.published().for_detail()
    found = studies.in_bulk(ids)
    missing = [str(pk) for pk in ids if pk not in found]
    if missing:
        notices.append(_("没有编号为 %s 的已发布案例。") % "、".join(missing))
    return render(
        request,
        "catalogue/compare.html",
        {"columns": [_column(found[pk]) for pk in ids if pk in found], "notices": notices, "limit": LIMIT},
    )


def _named(data: QueryDict, notices: list[str]) -> list[int]:
    """The case numbers asked for, each once, at most `LIMIT`."""
    values = list(dict.fromkeys(data.getlist("case")))
    bad = [value for value in values if not (value.isascii() and value.isdecimal() and len(value) <= 18)]
    if bad:
        notices.append(_("“%s”不是案例编号。") % "”“".join(value[:40] for value in bad[:3]))
    ids = [int(value) for value in values if value not in bad]
    if len(ids) > LIMIT:
        notices.append(
            _("一次最多比较 %(limit)s 个案例，其余 %(rest)s 个未列出。") % {"limit": LIMIT, "rest": len(ids) - LIMIT}
        )
    return ids[:LIMIT]


def _by_region(data: QueryDict, notices: list[str]) -> list[int]:
    """For each region asked for, the case that answers the rest of the question best."""
    if not data:
        return []
    case_filter = CaseFilter(data)
    if case_filter.errors:
        notices += [str(message) for messages in case_filter.errors.values() for message in messages]
        return []
    query = case_filter.query()
    if len(query.regions) > LIMIT:
        notices.append(_("一次最多比较 %(limit)s 个地区。") % {"limit": LIMIT})
    ids: list[int] = []
    for code in query.regions[:LIMIT]:
        hits = find(
            CaseQuery(query.q, (code,), query.indicators, query.years, query.sources, query.sort, page_size=1)
        ).ids
        ids += hits
    if not ids and not notices:
        notices.append(_("这些地区没有符合条件的案例。"))
    return list(dict.fromkeys(ids))


def _column(case: CaseStudy) -> ComparedCase:
    results = [outcome for outcome in case.outcomes.all() if outcome.kind == Outcome.Kind.RESULT]
    return ComparedCase(case, case.measure_tree(), results, strongest(results))
