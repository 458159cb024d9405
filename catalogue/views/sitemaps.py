"""What search engines are told."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.contrib.sitemaps import Sitemap
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from catalogue.models import CaseStudy, Indicator, Region, Source


class PageSitemap(Sitemap):
    def items(self) -> list[str]:
        return ["home", "cases", "outcomes"]

    def location(self, item: str) -> str:
        return reverse(item)


class CaseSitemap(Sitemap):
    def items(self) -> Iterable[CaseStudy]:
        return CaseStudy.objects.published().order_by("pk").only("updated_at")

    def lastmod(self, item: CaseStudy) -> datetime:
        return item.updated_at


class RegionSitemap(Sitemap):
    """Regions that a published case names."""

    def items(self) -> Iterable[Region]:
        return Region.objects.filter(case_regions__case__in=CaseStudy.objects.published()).distinct().order_by("code")


class IndicatorSitemap(Sitemap):
    def items(self) -> Iterable[Indicator]:
        return Indicator.objects.order_by("order", "slug")


class SourceSitemap(Sitemap):
    def items(self) -> Iterable[Source]:
        return Source.objects.printing(CaseStudy.objects.printed()).order_by("pk").only("pk")


SITEMAPS = {
    "pages": PageSitemap,
    "cases": CaseSitemap,
    "regions": RegionSitemap,
    "indicators": IndicatorSitemap,
    "sources": SourceSitemap,
}


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """robots.txt: everything but the desk and the endless combinations of filters."""
    return render(request, "robots.txt", content_type="text/plain; charset=utf-8")
