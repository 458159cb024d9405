"""Addresses of the API; the site includes them under `/api/`."""

from django.urls import path, re_path
from drf_spectacular.views import SpectacularJSONAPIView

from .views import case, cases, indicators, missing, regions, root

app_name = "api"
urlpatterns = [
    path("", root, name="root"),
    path("cases/", cases, name="cases"),
    path("cases/<int:pk>/", case, name="case"),
    path("regions/", regions, name="regions"),
    path("indicators/", indicators, name="indicators"),
    path("schema/", SpectacularJSONAPIView.as_view(), name="schema"),
    re_path(r"^.+/$", missing),  # with its slash only, so that /api/cases still leads to /api/cases/
]
