"""The cases as the peers get them: the same words for all, cut by jieba in search mode.

None of them cuts Chinese. SQLite's and PostgreSQL's own trigrams find nothing of two characters, which most Chinese
words have; so each gets words cut beforehand, which is what a careful developer would do, and the question likewise.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import lru_cache, partial
from pathlib import Path
from typing import NamedTuple

import jieba
from django.db.models import Prefetch

from catalogue.models import CaseStudy, Measure
from catalogue.search import vocabulary
from catalogue.search.text.fold import fold
from catalogue.search.text.lexicon import lexicon

CLAUSE = re.compile(r"[^，。；：！？、\n]+")
AT_ONCE = 500


class Row(NamedTuple):
    """One case: keys and values for filters, words by field, separated by blanks."""

    id: int
    year: int | None
    source: int
    regions: list[str]
    """With those above them."""
    indicators: list[str]
    title: str
    names: str
    headings: str
    text: str


@lru_cache(maxsize=1)
def _tokenizer() -> jieba.Tokenizer:
    tokenizer = jieba.Tokenizer()
    for word in lexicon():
        tokenizer.add_word(word)
    return tokenizer


@lru_cache(maxsize=200_000)  # invented cases share their clauses: each is cut once
def _cut(clause: str) -> str:
    return " ".join(word for word in _tokenizer().cut_for_search(fold(clause), HMM=False) if word.isalnum())


def words(text: str) -> str:
    """The words of a text."""
    return " ".join(filter(None, map(_cut, CLAUSE.findall(text))))


def question_words(term: str) -> list[str]:
    """The words of a question, longest cut only: parts of a word that is asked for add nothing."""
    return [word for word in _tokenizer().cut(fold(term), HMM=False) if word.isalnum()]


def rows() -> Iterator[Row]:
    """All published cases of the catalogue."""
    known = vocabulary.current()
    cases = (
        CaseStudy.objects.published()
        .only("title", "lead", "year", "source_id")
        .prefetch_related(
            Prefetch("measures", Measure.objects.only("case_id", "heading", "text").order_by("position")),
            "case_regions",
            "case_indicators__indicator",
            "agencies",
        )
        .order_by("pk")
    )
    for case in cases.iterator(chunk_size=AT_ONCE):
        regions = {above for link in case.case_regions.all() for above in known.containing(link.region_id)}
        slugs = {link.indicator.slug for link in case.case_indicators.all()}
        slugs |= {parent for slug in slugs if (parent := known.subjects[slug].parent)}
        names = [known.places[code].name for code in regions] + [known.subjects[slug].name for slug in slugs]
        measures = list(case.measures.all())
        yield Row(
            case.pk,
            case.year,
            case.source_id,
            sorted(regions),
            sorted(slugs),
            words(case.title),
            words("\n".join(names)),
            words("\n".join(measure.heading for measure in measures)),
            words(
                "\n".join([case.lead, *(measure.text for measure in measures), *(a.name for a in case.agencies.all())])
            ),
        )


SCHEMA = """
CREATE TABLE cases (id INTEGER PRIMARY KEY, year INTEGER, source INTEGER, regions TEXT, indicators TEXT);
CREATE TABLE case_region (id INTEGER, code TEXT, PRIMARY KEY (id, code)) WITHOUT ROWID;
CREATE TABLE case_indicator (id INTEGER, slug TEXT, PRIMARY KEY (id, slug)) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5(title, names, headings, body, content='', tokenize="unicode61");
"""
INDEXES = """
INSERT INTO words(words) VALUES ('optimize');
CREATE INDEX by_year ON cases (year DESC, id DESC);
CREATE INDEX by_source ON cases (source);
CREATE INDEX by_region ON case_region (code, id);
CREATE INDEX by_indicator ON case_indicator (slug, id);
CREATE VIRTUAL TABLE vocabulary USING fts5vocab('words', 'row');
ANALYZE;
"""


@contextmanager
def building(file: Path) -> Iterator[Callable[[Row], None]]:
    """The SQLite file that Datasette and plain FTS5 answer from: what is called with each row."""
    with closing(sqlite3.connect(file)) as database:
        database.executescript(f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; {SCHEMA}")
        yield partial(_insert, database)
        database.commit()
        database.executescript(INDEXES)


def _insert(database: sqlite3.Connection, row: Row) -> None:
    database.execute(
        "INSERT INTO cases VALUES (?, ?, ?, ?, ?)",
        (row.id, row.year, row.source, json.dumps(row.regions), json.dumps(row.indicators)),
    )
    database.executemany("INSERT INTO case_region VALUES (?, ?)", [(row.id, code) for code in row.regions])
    database.executemany("INSERT INTO case_indicator VALUES (?, ?)", [(row.id, slug) for slug in row.indicators])
    database.execute(
        "INSERT INTO words (rowid, title, names, headings, body) VALUES (?, ?, ?, ?, ?)",
        (row.id, row.title, row.names, row.headings, row.text),
    )


def rare_words(file: Path, count: int = 3) -> list[str]:
    """Words of two characters and more that few cases hold, the same ones for the same cases."""
    with sqlite3.connect(file) as database:
        found = database.execute(
            "SELECT term FROM vocabulary WHERE doc BETWEEN 3 AND 12 AND length(term) BETWEEN 2 AND 4 "
            "AND term GLOB '[一-龥][一-龥]*' ORDER BY term"
        ).fetchall()
    return [found[len(found) * part // count][0] for part in range(count)] if found else []
