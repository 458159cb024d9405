"""Pages for what went wrong; those not named here are Django's own, with our templates."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404 with the words a view gave for it, where it gave any."""
    spoken = isinstance(exception, Http404) and not isinstance(exception, Resolver404) and exception.args
    return render(request, "404.html", {"message": str(exception.args[0]) if spoken else ""}, status=404)
