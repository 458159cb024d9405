"""Processes that load at the same time or are killed while loading: `python -m tests.ingest.processes SCENARIO`.

Each scenario works on the database that `DATABASE_URL` names, forks real processes and fails with an AssertionError.
The documents are read once, before the forks; what is tried is the loading.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import django
from django.db import connections

KILLS = 8
SEED = Path(__file__).resolve().parents[2] / "seeds" / "004_55145e016aeb7b3b.txt"
CASE = """湖南省株洲市优化获得电力服务

2021年，株洲市把办电作为优化营商环境的重点，推出一批新做法。

一、压减办电环节
低压办电由5个环节压减到2个环节，企业线上提交一次申请即可。

二、延伸投资界面
红线外的接电工程由供电公司投资建设，全年为3600户企业节省投资1.2亿元。
"""


def fork(work: Callable[[], object]) -> int:
    """Run the work in a process with database connections of its own; its process id."""
    connections.close_all()
    sys.stdout.flush()
    pid = os.fork()
    if pid:
        return pid
    code = 1
    try:
        work()
        code = 0
    finally:
        os._exit(code)


def at_once(*works: Callable[[], object]) -> None:
    """Run these in a process each, let go at the same moment; all must end well."""
    start = time.time() + 0.3

    def waiting(work: Callable[[], object]) -> Callable[[], object]:
        def run() -> object:
            connections["default"].ensure_connection()
            while time.time() < start:
                pass
            return work()

        return run

    pids = [fork(waiting(work)) for work in works]
    assert [os.waitpid(pid, 0)[1] for pid in pids] == [0] * len(pids)


def same_document() -> None:
    """Four processes load one document: it is there once."""
    from catalogue.models import CaseStudy, Source

    load = loader("同一文献.txt", CASE)
    at_once(*[load] * 4)
    assert Source.objects.filter(file="同一文献.txt").count() == 1
    assert CaseStudy.objects.filter(source__file="同一文献.txt").count() == 1


def same_case() -> None:
    """Four documents that print one case are loaded at the same moment: one of them is published, again and again."""
    from catalogue.models import CaseStudy

    for turn in range(5):
        text = CASE.replace("株洲", "湘潭").replace("3600", f"{turn + 2}600").replace("2个环节", f"{turn + 6}道手续")
        files = [f"{turn}-{number}.txt" for number in range(4)]
        at_once(*[loader(file, f"{text}\n" + "\n" * n) for n, file in enumerate(files)])
        cases = CaseStudy.objects.filter(source__file__in=files).order_by("pk")
        first, *others = cases
        assert [case.repeat_of for case in others] == [first] * 3, [case.repeat_of_id for case in cases]
        assert list(cases.filter(pk__in=CaseStudy.objects.published())) == [first]


def killed_while_new() -> None:
    """Killed at any moment, a load leaves nothing or everything."""
    load = loader("新文献.txt", SEED.read_text("utf-8"))
    states = killed_at_random(load, "新文献.txt")
    load()
    whole = snapshot("新文献.txt")
    assert all(state in (NOTHING, whole) for state in states)
    assert len(whole["case"]) == 27


def killed_while_changing() -> None:
    """Killed at any moment, a load leaves what was or what is to be."""
    text = SEED.read_text("utf-8").replace("企业", "公司")
    loader("旧文献.txt", text)()
    before = snapshot("旧文献.txt")
    load = loader("旧文献.txt", text.replace("。", "。此外，持续推进。", 40).replace("服务", "服务工作", 200))
    states = killed_at_random(load, "旧文献.txt")
    load()
    after = snapshot("旧文献.txt")
    assert before != after
    assert all(state in (before, after) for state in states)
    load()
    assert snapshot("旧文献.txt") == after


def killed_at_random(load: Callable[[], object], file: str) -> list[dict[str, Any]]:
    """What the database holds of the file after each of some loads killed at a moment of their own."""
    from django.db import transaction

    connections["default"].ensure_connection()
    began = time.process_time()
    with transaction.atomic():
        load()
        transaction.set_rollback(True)
    whole = time.process_time() - began
    rng, states, killed = random.Random(file), [], 0
    for turn in range(KILLS):
        pid = fork(partial(killed_after, whole * (turn + rng.random()) / KILLS, load))
        killed += os.WIFSIGNALED(os.waitpid(pid, 0)[1])
        states.append(snapshot(file))
    assert killed > KILLS // 3, "too few were still at work"
    return states


def killed_after(seconds: float, load: Callable[[], object]) -> None:
    """Load, but for the signal that ends this process once it has worked so long, however busy the machine is."""
    signal.setitimer(signal.ITIMER_PROF, max(seconds, 0.001))
    load()


def loader(file: str, text: str) -> Callable[[], object]:
    """Loads this document, which is read here and now."""
    from ingest.load import load_document, vocabulary
    from ingest.pipeline import Reader

    known = vocabulary()
    reading = Reader(known).read(file, text.encode())
    return lambda: load_document(reading, "1")


NOTHING: dict[str, Any] = {
    "source": [],
    "case": [],
    "measure": [],
    "outcome": [],
    "link": [],
    "finding": [],
    "print": [],
}


def snapshot(file: str) -> dict[str, Any]:
    """All that the database holds of the file, without keys and times."""
    from catalogue.models import CaseFingerprint, CaseRegion, CaseStudy, Finding, Measure, Outcome, Source

    source = Source.objects.filter(file=file)
    within = {"case__source__file": file}
    return {
        "source": list(source.values_list("sha256", "title", "reader_version")),
        "case": sorted(CaseStudy.objects.filter(source__file=file).values_list("key", "title", "lead", "state")),
        "measure": sorted(Measure.objects.filter(**within).values_list("case__key", "position", "heading", "text")),
        "outcome": sorted(Outcome.objects.filter(**within).values_list("case__key", "position", "text")),
        "link": sorted(CaseRegion.objects.filter(**within).values_list("case__key", "region", "is_main")),
        "finding": sorted(Finding.objects.filter(source__file=file).values_list("code", "message")),
        "print": sorted(CaseFingerprint.objects.filter(**within).values_list("case__key", "value")),
    }


SCENARIOS = [same_document, same_case, killed_while_new, killed_while_changing]

if __name__ == "__main__":
    django.setup()
    next(scenario for scenario in SCENARIOS if scenario.__name__ == sys.argv[1])()
