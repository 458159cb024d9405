"""Datasette with FTS5 and facets, asked in its own process without a network between."""

from __future__ import annotations

import asyncio
from pathlib import Path
from urllib.parse import urlencode

from datasette.app import Datasette

from tests.bench.questions import Question

from . import PAGE, Answer
from .fts5 import match

# Its own limits would end many of these questions unanswered (facets after 0.2 s, a query after 1 s).
SETTINGS = {
    "sql_time_limit_ms": 120_000,
    "facet_time_limit_ms": 120_000,
    "max_returned_rows": 50_000,
    "suggest_facets": False,
    "allow_facet": True,
    "cache_size_kb": 200_000,
}
FACETS = [("_facet_array", "regions"), ("_facet_array", "indicators"), ("_facet", "year"), ("_facet", "source")]
METADATA = {"databases": {"peers": {"tables": {"cases": {"fts_table": "words", "fts_pk": "id"}}}}}


class InDatasette:
    """Answers in order of year only, which is all its table page can do, and from the first page only, since it has no
    page numbers. A facet counts within its own selection."""

    def __init__(self, file: Path) -> None:
        self._loop = asyncio.new_event_loop()
        self._datasette = Datasette([str(file)], immutables=[], metadata=METADATA, settings=SETTINGS)
        self._loop.run_until_complete(self._datasette.invoke_startup())

    def ask(self, question: Question) -> Answer:
        if question.page > 1:
            raise NotImplementedError
        pairs = [("_size", str(PAGE)), ("_sort_desc", "year"), ("_col", "year"), ("_facet_size", "max"), *FACETS]
        if question.q:
            pairs += [("_search", match(question)), ("_searchmode", "raw")]
        if question.region:
            pairs.append(("regions__arraycontains", question.region))
        if question.indicator:
            pairs.append(("indicators__arraycontains", question.indicator))
        if question.year:
            pairs.append(("year", str(question.year)))
        response = self._loop.run_until_complete(self._datasette.client.get(f"/peers/cases.json?{urlencode(pairs)}"))
        answer = response.json()
        if response.status_code != 200 or len(answer["facet_results"]) < len(FACETS):
            raise RuntimeError(f"Datasette: {response.status_code} {answer.get('error')} {list(answer)}")
        facets = {
            name: {str(result["value"]): result["count"] for result in facet["results"]}
            for name, facet in answer["facet_results"].items()
        }
        return Answer([row[0] for row in answer["rows"]], answer["filtered_table_rows_count"], facets)
