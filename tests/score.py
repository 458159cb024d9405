"""How well the ingest reads, against hand-made annotations, and how well search ranks, against judged queries:
`python -m tests.score FOLDER` (`make score`).

FOLDER holds `score_ingest.py`, `gold/*.json` (annotations of the seeds) and `practice/*.txt` with a `.json` beside
each. All documents are read into a database of their own, thrown away afterwards.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main(folder: Path) -> int:
    """Print a table for the seeds and one for the practice documents; the exit code of the process."""
    script = folder / "score_ingest.py"
    if not script.is_file():
        print(f"No annotations: {script} is missing. Name their folder: make score ANNOTATIONS=FOLDER", file=sys.stderr)
        return 2
    practice = sorted((folder / "practice").glob("*.txt"))
    with tempfile.TemporaryDirectory(prefix="catalogue-score-") as scratch:
        export = Path(scratch) / "export.json"
        _read_all([ROOT / "seeds", *practice], export, Path(scratch))
        for title, annotations in (("Seeds", folder / "gold"), ("Practice", folder / "practice")):
            gold = sorted(annotations.glob("*.json"))
            if gold:
                print(f"\n{title}", flush=True)
                subprocess.run([sys.executable, script, export, *gold], check=True)
        _rank({document.name for document in [*(ROOT / "seeds").iterdir(), *practice]})
    return 0


def _rank(read: set[str]) -> None:
    """Print how well search ranks what was read, where that is what the queries were judged on."""
    from tests.relevance.measure import EVERYDAY, QUERIES, judged_queries, scores, table

    for title, file in (("Search", QUERIES), ("Search, in everyday words", EVERYDAY)):
        print(f"\n{title}", flush=True)
        queries = judged_queries(file)
        if missing := {file for query in queries for file, _ in query.grades} - read:
            print(f"not measured: {len(missing)} of the documents that the queries were judged on were not read")
        else:
            print(table(scores(queries)))


def _read_all(documents: list[Path], export: Path, scratch: Path) -> None:
    """Ingest the documents into a database in `scratch` and export what was read."""
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "catalogue.settings",
        "SECRET_KEY": "score-only",
        "DATABASE_URL": f"sqlite:///{scratch / 'score.sqlite3'}",
        "SEARCH_INDEX_DIR": str(scratch / "index"),
    }
    import django  # here, since Django reads the settings as it is set up

    django.setup()
    from django.core.management import CommandError, call_command

    call_command("migrate", verbosity=0)
    call_command("load_reference", verbosity=0)
    try:
        call_command("ingest", *map(str, documents), verbosity=0)
    except CommandError as error:  # the documents that could be read are scored all the same
        print(error, file=sys.stderr)
    call_command("export", format="json", output=export, verbosity=0)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1])))
