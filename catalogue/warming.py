"""A worker's first answers would take over a second: dictionaries, names and templates are loaded as they are used."""

from __future__ import annotations

import gc
import logging
from typing import TYPE_CHECKING
from urllib.parse import urlencode
from wsgiref.util import setup_testing_defaults

from django.conf import settings
from django.db import DatabaseError, connections
from django.urls import reverse

from catalogue.search import is_ready
from catalogue.search.semantic import similar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

logger = logging.getLogger(__name__)

QUESTIONS = (("cases", "办电"), ("cases", "huodedianli"), ("suggest", "huodedian"), ("home", ""))
"""What is asked, and of which page: words, letters and jargon bring in everything that answers need."""


def warm(application: Callable[..., Iterable[bytes]]) -> None:
    """Ask a few questions before readers do, and leave what that has loaded to the processes forked later.

    Where there is no index yet, or no database, nothing is asked: the site starts all the same. The process that forks
    the others keeps the files of the index it has seen until it ends, so a rebuilt index frees its room only then.
    """
    try:
        if is_ready():
            for page, words in QUESTIONS:
                _ask(application, reverse(page), urlencode({"q": words}))
        similar.load()
    except DatabaseError as error:
        logger.warning("Not warmed up: %s", error)
    finally:
        connections.close_all()  # a connection must not be shared by the processes forked later
    gc.collect()
    gc.freeze()  # what stays is not looked through again, and its memory stays shared


def _ask(application: Callable[..., Iterable[bytes]], path: str, query: str) -> None:
    host = settings.ALLOWED_HOSTS[0].lstrip(".").replace("*", "") or "localhost"
    environ = {"PATH_INFO": path, "QUERY_STRING": query, "HTTP_HOST": host, "wsgi.url_scheme": "https"}
    setup_testing_defaults(environ)
    answer = application(environ, lambda status, headers: None)
    b"".join(answer)
    if hasattr(answer, "close"):
        answer.close()
