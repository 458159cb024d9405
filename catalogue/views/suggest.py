"""Suggestions for those who are typing: under every search box, as a page and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from catalogue.filters import LONGEST_QUESTION, printable
from catalogue.search.query import CaseQuery
from catalogue.search.suggest import Entry, Kind, suggest
from catalogue.views.address import list_address

KINDS = {Kind.INDICATOR: _("指标"), Kind.REGION: _("地区"), Kind.MEASURE: _("举措"), Kind.CASE: _("案例")}
FRESH = 10
"""Seconds that a browser may show the same suggestions again: someone deletes a letter and types it anew."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A suggestion and where it leads."""

    entry: Entry
    address: str


@dataclass(frozen=True, slots=True)
class Group:
    """Suggestions of one kind."""

    kind: Kind
    name: str
    items: Sequence[Shown]


@require_safe
def suggestions(request: HttpRequest) -> HttpResponse:
    """What the `q` typed so far may become: an HTML fragment for scripts, JSON where that is asked for, else a page.

    Any `q` is answered, the odd ones with nothing.
    """
    typed = printable(request.GET.get("q", ""))[:LONGEST_QUESTION]
    groups = list(_groups(suggest(typed)))
    response: HttpResponse
    if request.headers.get("HX-Request"):
        response = render(request, "catalogue/parts/suggestions.html", {"groups": groups})
    elif request.get_preferred_type(["text/html", "application/json"]) == "application/json":
        response = JsonResponse(_as_json(typed, groups), json_dumps_params={"ensure_ascii": False})
    else:
        response = render(request, "catalogue/suggest.html", {"typed": typed, "groups": groups})
    patch_cache_control(response, private=True, max_age=FRESH)
    patch_vary_headers(response, ["Accept", "HX-Request"])
    return response


def _groups(entries: Sequence[Entry]) -> Iterator[Group]:
    for kind, same in groupby(entries, key=lambda entry: entry.kind):
        yield Group(kind, str(KINDS[kind]), [Shown(entry, _address(entry)) for entry in same])


def _address(entry: Entry) -> str:
    match entry.kind:
        case Kind.INDICATOR:
            return list_address(CaseQuery(indicators=(entry.key,)))
        case Kind.REGION:
            return list_address(CaseQuery(regions=(entry.key,)))
        case Kind.MEASURE:
            return f"{reverse('case', args=[entry.case_id])}#measure-{entry.key}"
        case Kind.CASE:
            return reverse("case", args=[entry.key])


def _as_json(typed: str, groups: Sequence[Group]) -> dict[str, object]:
    return {
        "q": typed,
        "suggestions": [
            {
                "kind": group.kind.value,
                "label": shown.entry.label,
                "alias": shown.entry.alias,
                "context": shown.entry.context,
                "count": shown.entry.count,
                "address": shown.address,
            }
            for group in groups
            for shown in group.items
        ],
    }
