"""`python -m tests.bench.corpus FOLDER`: the peers' copies of a catalogue, and sizes; writes corpus.json there."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from tests.bench import clock, site


def main(folder: Path) -> None:
    site.set_up(folder)
    from catalogue.models import CaseStudy
    from catalogue.search.index.follower import follower
    from tests.bench.peers import postgres, store

    report: dict = {}
    if not (folder / "peers.sqlite3").exists():
        report["sqlite_seconds"] = _seconds(lambda: store.build(folder / "peers.sqlite3"))
    if not (folder / "postgres").exists():
        report["postgres_seconds"] = _seconds(lambda: postgres.build(folder / "postgres"))
    report |= {
        "cases": CaseStudy.objects.published().count(),
        "text": _text_bytes(),
        "index": clock.size(follower().status().folder),
        "sqlite": (folder / "peers.sqlite3").stat().st_size,
        "postgres": clock.size(folder / "postgres"),
        "database": (folder / "catalogue.sqlite3").stat().st_size,
    }
    rare = store.rare_words(folder / "peers.sqlite3")
    (folder / "rare.json").write_text(json.dumps(rare, ensure_ascii=False), "utf-8")
    (folder / "corpus.json").write_text(json.dumps(report), "utf-8")


def _text_bytes() -> int:
    """What the published cases print, in UTF-8."""
    from django.db import connection

    texts = {"casestudy": ("title", "lead"), "measure": ("label", "heading", "text")}
    with connection.cursor() as cursor:
        sizes = []
        for table, columns in texts.items():
            size = " + ".join(f"length(CAST({column} AS BLOB))" for column in columns)
            cursor.execute(f"SELECT sum({size}) FROM catalogue_{table}")
            sizes.append(cursor.fetchone()[0] or 0)
    return sum(sizes)


def _seconds(work) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main(Path(sys.argv[1]))
