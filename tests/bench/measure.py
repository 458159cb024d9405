"""`python -m tests.bench.measure ENGINE FOLDER`: one engine in a process of its own; writes ENGINE.json in FOLDER.

Each engine is asked a first question with none of its files in the system's cache (cold), then every kind of question
over and over (warm).
"""

from __future__ import annotations

import gc
import json
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path

from tests.bench import clock, site
from tests.bench.questions import Kind, Question, kinds

COLD = (Question("获得电力"), Question("企业"), Question())
DEPTHS = ("bare", "find", "page", "api")
ENGINES = ("site", "datasette", "fts5", "postgres")


def main(engine: str, folder: Path) -> None:
    asked = list(kinds(json.loads((folder / "rare.json").read_text("utf-8"))))
    clock.drop_from_cache(folder)
    start = clock.time.perf_counter()
    site.set_up(folder)
    report = _site(asked) if engine == "site" else _peer(engine, folder, asked)
    report["seconds"] = clock.time.perf_counter() - start
    report["memory"] = clock.memory()
    (folder / f"{engine}.json").write_text(json.dumps(report, ensure_ascii=False), "utf-8")


def _site(asked: list[Kind]) -> dict:
    ours = site.Site()
    cold = [clock.once(ours.page(question)) for question in COLD]
    gc.freeze()  # as a worker does that has warmed up
    report: dict = {"cold": cold, "found": {}, "queries": 0} | {depth: {} for depth in DEPTHS}
    for kind in asked:
        questions = [question for question in kind.questions if _has_page(ours.found(question), question)]
        if not questions:
            continue
        report["found"][kind.name] = sum(map(ours.found, questions))
        for depth in DEPTHS:
            report[depth][kind.name] = clock.warm([getattr(ours, depth)(question) for question in questions])
        report["queries"] = max(report["queries"], *map(ours.database_queries, questions))
        report.setdefault("asked", {})[kind.name] = [question.q for question in questions]
    return report


def _peer(engine: str, folder: Path, asked: list[Kind]) -> dict:
    site_report = json.loads((folder / "site.json").read_text("utf-8"))
    peer = _opened(engine, folder)
    report: dict = {"cold": [clock.once(lambda q=q: peer.ask(q)) for q in COLD], "warm": {}}
    for kind in asked:
        told = site_report["asked"].get(kind.name, [])
        questions = [question for question in kind.questions if question.q in told]
        if not questions:
            continue
        with suppress(NotImplementedError):
            report["warm"][kind.name] = clock.warm([partial(peer.ask, question) for question in questions])
    if hasattr(peer, "server"):
        peer.server.cleanup()
    return report


def _opened(engine: str, folder: Path):
    if engine == "datasette":
        from tests.bench.peers.in_datasette import InDatasette

        return InDatasette(folder / "peers.sqlite3")
    if engine == "fts5":
        from tests.bench.peers.fts5 import Fts5

        return Fts5(folder / "peers.sqlite3")
    from tests.bench.peers.postgres import Postgres

    return Postgres(folder / "postgres")


def _has_page(found: int, question: Question) -> bool:
    return found > (question.page - 1) * 20


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
