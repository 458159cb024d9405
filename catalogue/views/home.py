"""The front page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from catalogue.coverage import coverage, everything
from catalogue.models import CaseStudy, Indicator, Region, Source
from catalogue.search.query import FacetOption
from catalogue.views.hits import newest

NEWEST = 6

SHADES = 5


@dataclass(frozen=True, slots=True)
class Tile:
    """A province on the tile map; `shade` is 0 for none and 1 to `SHADES` by number of cases."""

    region: Region
    count: int
    shade: int


@dataclass(frozen=True, slots=True)
class IndicatorCount:
    indicator: Indicator
    count: int


def home(request: HttpRequest) -> HttpResponse:
    """Ways in: search, indicators, the map, years, newest cases, and what the catalogue covers."""
    result = everything()
    facets = result.facets
    by_slug = _counts(facets.get("indicator", ()))
    return render(
        request,
        "catalogue/home.html",
        {
            "coverage": coverage(result),
            "indicators": [
                IndicatorCount(indicator, by_slug.get(indicator.slug, 0)) for indicator in Indicator.objects.national()
            ],
            "tiles": tiles(_counts(facets.get("region", ()))),
            "years": [option for option in facets.get("year", ()) if option.count],
            "newest": newest(NEWEST),
            "sources": Source.objects.printing(CaseStudy.objects.printed()).defer("text", "machine_reading")[:NEWEST],
        },
    )


def tiles(counts: dict[str, int]) -> list[Tile]:
    """The provinces in order of code, shaded in steps that double: 1, 2-3, 4-7, 8-15, 16 and more cases."""
    provinces = Region.objects.current().filter(level=Region.Level.PROVINCE).order_by("code")
    return [Tile(region, count := counts.get(region.code, 0), min(count.bit_length(), SHADES)) for region in provinces]


def _counts(options: Sequence[FacetOption]) -> dict[str, int]:
    return {option.value: option.count for option in options}
