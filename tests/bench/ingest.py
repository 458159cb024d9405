"""How the ingest's time and memory grow with a document, and what a second process gains (part of `make bench`).

Every row is a run of `manage.py ingest` of its own, on a database of its own: the longest seed printed once, ten and
fifty times in one document; the longest of these again with a word corrected, which is merged with what is there; and
ten documents with one process and with two. A benchmark, not a test: nothing fails when it is slow.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
SEED = max((ROOT / "seeds").iterdir(), key=lambda file: file.stat().st_size)
COPIES = (1, 10, 50)
CORRECTED = ("优化营商环境", "改善营商环境")
DOCUMENTS = 10


@dataclass(frozen=True)
class Run:
    """What one run took: `report` as the command writes it, processor time in seconds, memory in MB."""

    report: Mapping[str, Any]
    processor: float
    memory: float


def manage(folder: Path, *command: str) -> Run:
    """`manage.py` on the database in `folder`, measured by the system as its process ends, with those it started.

    The memory is that of the largest of these processes.
    """
    report = folder / "report.json"
    report.unlink(missing_ok=True)
    environment = {
        **os.environ,
        "SECRET_KEY": "benchmark-only",
        "DATABASE_URL": f"sqlite:///{folder / 'catalogue.sqlite3'}",
        "SEARCH_INDEX_DIR": str(folder / "index"),
    }
    process = subprocess.Popen([sys.executable, "manage.py", *command, "--verbosity=0"], cwd=ROOT, env=environment)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"manage.py {command[0]}: exit code {process.returncode}")
    read = json.loads(report.read_text("utf-8")) if report.exists() else {}
    return Run(read, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def ingest(folder: Path, *arguments: str) -> Run:
    return manage(folder, "ingest", "--report", str(folder / "report.json"), *arguments)


def fresh(folder: Path, name: str) -> Path:
    """A folder with a database that holds the reference data only."""
    (folder / name).mkdir()
    shutil.copy(folder / "catalogue.sqlite3", folder / name)
    return folder / name


def row(name: str, size: int, run: Run) -> str:
    total = run.report["total"]
    seconds, cases = run.report["seconds"], sum(total["cases"].values())
    stages = sorted(total["stages"].items(), key=lambda stage: -stage[1])
    return (
        f"{name:<22}{size / 1e6:>8.2f}{cases:>8}{seconds:>9.1f}{run.processor:>9.1f}{size / 1e6 / seconds * 60:>8.1f}"
        f"{run.memory:>9.0f}   " + ", ".join(f"{stage} {taken:.1f}" for stage, taken in stages)
    )


def main() -> None:
    text = SEED.read_text("utf-8")
    with tempfile.TemporaryDirectory(prefix="catalogue-bench-") as scratch:
        folder = Path(scratch)
        manage(folder, "migrate")
        manage(folder, "load_reference")
        print(
            f"{'ingest':<22}{'MB':>8}{'cases':>8}{'seconds':>9}{'CPU':>9}{'MB/min':>8}{'peak MB':>9}   seconds by stage"
        )
        for copies in COPIES:
            place = fresh(folder, f"copies-{copies}")
            document = place / "document.txt"
            document.write_text(text * copies, "utf-8")
            print(row(f"{copies} × {SEED.name[:3]}", document.stat().st_size, ingest(place, str(document))), flush=True)
        document.write_text((text * copies).replace(*CORRECTED, 1), "utf-8")
        print(row("the same, corrected", document.stat().st_size, ingest(place, str(document))), flush=True)
        for jobs in (1, 2):
            place = fresh(folder, f"jobs-{jobs}")
            documents = place / "documents"
            documents.mkdir()
            for number in range(DOCUMENTS):
                (documents / f"{number}.txt").write_text(f"{text}\n第{number}期", "utf-8")
            size = sum(file.stat().st_size for file in documents.iterdir())
            run = ingest(place, str(documents), "--jobs", str(jobs))
            print(row(f"{DOCUMENTS} documents, {jobs} job{'s' * (jobs > 1)}", size, run), flush=True)


if __name__ == "__main__":
    main()
