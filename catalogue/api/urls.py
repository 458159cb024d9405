"""Addresses of the API; the site includes them under `/api/`."""

from django.urls import path
from drf_spectacular.views import SpectacularJSONAPIView

from .views import case, cases, indicators, regions, root

app_name = "api"
urlpatterns = [
    path("", root, name="root"),
    path("cases/", cases, name="cases"),
    path("cases/<int:pk>/", case, name="case"),
    path("regions/", regions, name="regions"),
    path("indicators/", indicators, name="indicators"),
    path("schema/", SpectacularJSONAPIView.as_view(), name="schema"),
]
