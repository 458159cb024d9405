"""SQLite's FTS5 with counts in SQL: what a developer writes who wants no more than SQLite."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from tests.bench.questions import Question

from . import PAGE, Answer
from .store import question_words

WEIGHTS = "8.0, 6.0, 2.5, 1.0"
FACETS = ("region", "indicator", "year", "source")


def match(question: Question) -> str:
    """The words as FTS5 reads them: all of them, a phrase in a row."""
    parts = []
    for term in question.terms:
        found = [f'"{word}"' for word in question_words(term)]
        parts.append(" + ".join(found) if question.is_phrase else " AND ".join(found))
    return " AND ".join(parts)


class Fts5:
    """Answers from the file that `store.building` made; what matches the words is found once for page and facets."""

    def __init__(self, file: Path) -> None:
        self._database = sqlite3.connect(file)
        self._database.executescript(
            "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-200000; PRAGMA mmap_size=2000000000;"
        )

    def ask(self, question: Question) -> Answer:
        tables = "cases"
        if question.q:
            score = "0" if question.by_year else f"bm25(words, {WEIGHTS})"
            self._database.execute("DROP TABLE IF EXISTS temp.found")
            self._database.execute("CREATE TEMP TABLE found (id INTEGER PRIMARY KEY, score REAL)")
            self._database.execute(
                f"INSERT INTO found SELECT rowid, {score} FROM words WHERE words MATCH ?", (match(question),)
            )
            # Joined in this order: the planner does not know how few were found, and would read all cases instead.
            tables = "temp.found CROSS JOIN cases USING (id)"
        inside, values = self._where(question)
        order = "score, year DESC, id DESC" if question.q and not question.by_year else "year DESC, id DESC"
        ids = self._all(
            f"SELECT id FROM {tables} WHERE {inside} ORDER BY {order} LIMIT {PAGE} OFFSET ?",
            [*values, PAGE * (question.page - 1)],
        )
        [(total,)] = self._all(f"SELECT count(*) FROM {tables} WHERE {inside}", values)
        return Answer([key for (key,) in ids], total, {facet: self._count(facet, question, tables) for facet in FACETS})

    def _count(self, facet: str, question: Question, tables: str) -> dict[str, int]:
        inside, values = self._where(question, without=facet)
        column = facet
        if facet in ("region", "indicator"):
            column = "code" if facet == "region" else "slug"
            if inside != "1":
                tables += f" CROSS JOIN case_{facet} USING (id)"
            else:
                tables = f"temp.found CROSS JOIN case_{facet} USING (id)" if question.q else f"case_{facet}"
        counted = self._all(f"SELECT {column}, count(*) FROM {tables} WHERE {inside} GROUP BY {column}", values)
        return {str(value): number for value, number in counted}

    @staticmethod
    def _where(question: Question, without: str = "") -> tuple[str, list[object]]:
        parts, values = [], []
        for facet, column, value in (
            ("region", "id IN (SELECT id FROM case_region WHERE code = ?)", question.region),
            ("indicator", "id IN (SELECT id FROM case_indicator WHERE slug = ?)", question.indicator),
            ("year", "year = ?", question.year),
        ):
            if value and facet != without:
                parts.append(column)
                values.append(value)
        return " AND ".join(parts) or "1", values

    def _all(self, sql: str, values: list[object]) -> list[tuple]:
        return self._database.execute(sql, values).fetchall()
