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


@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """{"status": "ok", …} with 200 when database and search index answer; "failing" with 503 when one does not."""
    parts = {"database": _answers(_ask_database), "index": _answers(everything)}
    healthy = all(parts.values())
    report = {"status": "ok" if healthy else "failing"} | {
        name: "ok" if works else "failing" for name, works in parts.items()
    }
    return JsonResponse(report, status=200 if healthy else 503)


def _ask_database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def _answers(ask: Callable[[], object]) -> bool:
    """Whether asking works; a monitor wants to know of every way in which it can fail."""
    try:
        ask()
    except Exception:
        logger.exception("health check failed")
        return False
    return True
