"""`python -m tests.bench.corpus FOLDER`: the peers' copies of a catalogue, and sizes; writes corpus.json there."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.bench import clock, site


def main(folder: Path) -> None:
    site.set_up(folder)
    from catalogue.models import CaseStudy
    from catalogue.search.index.follower import follower
    from tests.bench.peers import postgres, store

    if not (folder / "peers.sqlite3").exists():
        with (
            store.building(folder / "peers.sqlite3") as in_sqlite,
            postgres.building(folder / "postgres") as in_postgres,
        ):
            for row in store.rows():
                in_sqlite(row)
                in_postgres(row)
    report = {
        "cases": CaseStudy.objects.published().count(),
        "text": _text_bytes(),
        "index": clock.size(follower().status().folder),
        "sqlite": (folder / "peers.sqlite3").stat().st_size,
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


if __name__ == "__main__":
    main(Path(sys.argv[1]))
