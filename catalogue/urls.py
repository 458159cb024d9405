"""Every address of the site."""

from django.contrib import admin
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path

from catalogue.views.case import case
from catalogue.views.cases import cases
from catalogue.views.compare import compare
from catalogue.views.health import healthz
from catalogue.views.home import home
from catalogue.views.indicators import indicator
from catalogue.views.measures import measures
from catalogue.views.outcomes import outcomes
from catalogue.views.regions import region
from catalogue.views.sitemaps import SITEMAPS, robots
from catalogue.views.sources import source
from catalogue.views.suggest import suggestions

urlpatterns = [
    path("", home, name="home"),
    path("cases/", cases, name="cases"),
    path("cases/<int:pk>/", case, name="case"),
    path("regions/<slug:code>/", region, name="region"),
    path("indicators/<slug:slug>/", indicator, name="indicator"),
    path("sources/<int:pk>/", source, name="source"),
    path("measures/", measures, name="measures"),
    path("outcomes/", outcomes, name="outcomes"),
    path("compare/", compare, name="compare"),
    path("suggest", suggestions, name="suggest"),
    path("api/", include("catalogue.api.urls")),
    path("healthz", healthz, name="healthz"),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("robots.txt", robots, name="robots"),
    path("admin/", admin.site.urls),
]

handler404 = "catalogue.views.errors.not_found"
