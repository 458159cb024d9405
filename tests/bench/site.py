"""Our own answers at four depths: the engine's calls alone, `search.find`, the whole page, the API.

What counts without words are remembered is forgotten before each call, but for questions that are asked `again`.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from .questions import Question


def environment(folder: Path) -> dict[str, str]:
    """The settings of a site whose database and index lie in `folder`."""
    return {
        "SECRET_KEY": "benchmark-only",
        "DATABASE_URL": f"sqlite:///{folder / 'catalogue.sqlite3'}",
        "SEARCH_INDEX_DIR": str(folder / "index"),
        "DJANGO_SETTINGS_MODULE": "catalogue.settings",
    }


def set_up(folder: Path) -> None:
    """Make this process one of that site; call it before anything of the catalogue is imported."""
    os.environ |= environment(folder)
    import logging

    import django

    django.setup()
    logging.disable(logging.WARNING)


class Site:
    """Asks our site. `bare` takes the calls that `find` makes of the engine, and makes them again without it."""

    def __init__(self) -> None:
        from django.test import Client

        from catalogue.filters import CaseFilter
        from catalogue.search.index import follower

        self._client = Client(headers={"host": "localhost"})
        self._filter = CaseFilter
        self._follower = follower.follower()

    def _query(self, question: Question) -> Any:
        from django.http import QueryDict

        return self._filter(QueryDict(question.address)).query()

    def found(self, question: Question) -> int:
        from catalogue.search import find

        return find(self._query(question)).total

    def bare(self, question: Question) -> Callable[[], object]:
        """The engine's calls, ready to be made: words understood and queries built before, answers thrown away."""
        find = self._asking(question)
        calls: list[tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]] = []
        recorder = SimpleNamespace(cases=Recorder(self._follower.generation().cases, calls))
        self._follower.generation = lambda **how: recorder
        try:
            find()  # what is asked once and remembered is asked here
            calls.clear()
            find()
        finally:
            del self._follower.generation
        return lambda: [call(*given, **named) for call, given, named in calls]

    def find(self, question: Question) -> Callable[[], object]:
        return self._asking(question)

    def _asking(self, question: Question) -> Callable[[], object]:
        from catalogue.search import find

        query = self._query(question)
        return lambda: (self._forget(question), find(query))

    def page(self, question: Question) -> Callable[[], object]:
        return lambda: self._get(question, f"/cases/?{question.address}")

    def api(self, question: Question) -> Callable[[], object]:
        return lambda: self._get(question, f"/api/cases/?{question.address}")

    @staticmethod
    def _forget(question: Question) -> None:
        from catalogue.search.state import state

        if not question.again:
            state().counted_without_words.cache_clear()  # type: ignore[attr-defined]

    def _get(self, question: Question, address: str) -> Any:
        self._forget(question)
        response = self._client.get(address)
        if response.status_code != 200:
            raise RuntimeError(f"{address}: {response.status_code}")
        del response.json  # the test client's: it holds the answer that holds it, which no server does
        return response

    def database_queries(self, question: Question) -> int:
        """How many queries a list page makes of the database."""
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(connection) as queries:
            self.page(question)()
        return len(queries)


class Recorder:
    """A searcher that notes what is asked of it."""

    def __init__(self, searcher: Any, calls: list[Any]) -> None:
        self._searcher, self._calls = searcher, calls

    def __getattr__(self, name: str) -> Any:
        asked = getattr(self._searcher, name)
        if not callable(asked):
            return asked

        def noted(*given: Any, **named: Any) -> Any:
            self._calls.append((asked, given, named))
            return asked(*given, **named)

        return noted
