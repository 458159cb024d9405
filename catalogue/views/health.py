"""For load balancers and monitors."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.db import connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from catalogue.coverage import everything

logger = logging.getLogger(__name__)

OK, BUILDING, FAILING = "ok", "building", "failing"


@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """{"status": "ok", …} with 200 when database and search answer; "failing" with 503 when one does not.

    While the index is being built its word is "building": the database answers meanwhile, so the site is up.
    """
    report = {"database": _word_of(_ask_database), "index": _word_of(_ask_index)}
    healthy = FAILING not in report.values()
    return JsonResponse({"status": OK if healthy else FAILING} | report, status=200 if healthy else 503)


def _ask_database() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return OK


def _ask_index() -> str:
    return BUILDING if everything().from_database else OK


def _word_of(ask: Callable[[], str]) -> str:
    """What asking says; a monitor wants to know of every way in which it can fail."""
    try:
        return ask()
    except Exception:
        logger.exception("health check failed")
        return FAILING
