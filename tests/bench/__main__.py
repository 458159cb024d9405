"""`make bench`: prints how long documents take to read and questions to answer, on this machine and in this run.

    python -m tests.bench [N …]        N invented cases beside the seeds, default 100000; several show how times grow

First the ingest (`ingest.py`), then for each N the catalogue is made by `manage.py synthesize`, and each engine answers
the same questions in a process of its own, one after the other. With BENCH_FOLDER set, what was made is kept there and
used again. A benchmark, not a test: nothing fails when it is slow.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench import ingest, report, site
from tests.bench.measure import ENGINES

ROOT = Path(__file__).resolve().parent.parent.parent
DEFAULT = 100_000
SEED = "1"
SECONDS = re.compile(r"([0-9.]+) 秒")
"""What `synthesize` says of its times: “写入 115.2 秒，建立索引 60.3 秒”."""


def main(sizes: list[int]) -> None:
    kept = os.environ.get("BENCH_FOLDER", "")
    with tempfile.TemporaryDirectory(prefix="catalogue-bench-") as scratch:
        folder = Path(kept or scratch).resolve()
        if not kept:
            ingest.main()
        print(report.machine(), flush=True)
        measured = {size: _measured(folder / str(size), size) for size in sizes}
    if len(sizes) > 1:
        print(report.growth(measured))


def _measured(folder: Path, size: int) -> dict[str, dict]:
    """The reports of all engines over so many invented cases, printed as they come."""
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "built.json").exists():
        _build(folder, size)
    _run(folder, "manage", "collectstatic", "--noinput", "--verbosity=0")
    _run(folder, "tests.bench.corpus", str(folder))
    print(report.corpus(_read(folder, "built") | _read(folder, "corpus")), flush=True)
    print(_run(folder, "tests.bench.engine", str(folder)), end="", flush=True)
    print(_run(folder, "tests.bench.recall", str(folder)), end="", flush=True)
    for engine in ENGINES:
        _run(folder, "tests.bench.measure", engine, str(folder))
    reports = {engine: _read(folder, engine) for engine in ENGINES}
    print(report.questions(reports), flush=True)
    print(report.summary(reports), flush=True)
    return reports | {"corpus": _read(folder, "corpus")}


def _build(folder: Path, size: int) -> None:
    """The catalogue: the seeds read, the cases invented and indexed."""
    for command in (["migrate"], ["load_reference"], ["ingest", str(ROOT / "seeds")]):
        _run(folder, "manage", *command, "--verbosity=0")
    told = _run(folder, "manage", "synthesize", str(size), "--seed", SEED)
    written, indexed = (float(seconds) for seconds in SECONDS.findall(told)[-2:])
    (folder / "built.json").write_text(json.dumps({"written": written, "indexed": indexed}), "utf-8")


def _run(folder: Path, module: str, *arguments: str) -> str:
    """What the program prints; its errors and progress go to the screen."""
    command = [sys.executable, "-m", module, *arguments]
    environment = os.environ | site.environment(folder)
    return subprocess.run(
        command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, encoding="utf-8"
    ).stdout


def _read(folder: Path, name: str) -> dict:
    return json.loads((folder / f"{name}.json").read_text("utf-8"))


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [DEFAULT])
