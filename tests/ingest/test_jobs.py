"""`manage.py ingest --jobs`: several processes reading at once, killed at any moment, stopped by hand."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from multiprocessing import active_children
from pathlib import Path

import pytest

from ingest.load import vocabulary
from ingest.management.workers import DIED, Request, Unread, Workers
from ingest.types import DocumentReading
from tests.environment import ROOT, SEEDS

pytestmark = pytest.mark.processes

TABLES = ("source", "casestudy", "caseregion", "caseindicator", "measure", "outcome", "agency", "finding")
CLOCK = {"created_at", "updated_at"}
"""Columns that tell when a row was written."""
PATIENCE = 300
"""Seconds that a process may take on a machine that is busy with other things."""


class Catalogue:
    """A database of its own, and the command run on it."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._environment = {
            **os.environ,
            "DATABASE_URL": f"sqlite:///{file}",
            "SEARCH_INDEX_DIR": str(file.with_suffix(".index")),
        }

    def copy(self, name: str) -> "Catalogue":
        return Catalogue(Path(shutil.copy(self.file, self.file.with_name(name))))

    def start(self, *command: str) -> subprocess.Popen[str]:
        """`manage.py` in a process group of its own, as a terminal would start it."""
        return subprocess.Popen(
            [sys.executable, "manage.py", *command],
            cwd=ROOT,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def manage(self, *command: str) -> str:
        """What the command says when it ends well."""
        process = self.start(*command)
        out, err = process.communicate(timeout=PATIENCE)
        assert process.returncode == 0, err
        return out

    def rows(self, query: str) -> list[tuple]:
        connection = sqlite3.connect(f"file:{self.file}?mode=ro", uri=True, timeout=10)
        try:
            return connection.execute(query).fetchall()
        finally:
            connection.close()

    def cases(self) -> dict[str, int]:
        """How many cases each document has."""
        return dict(
            self.rows(
                "SELECT s.file, count(c.id) FROM catalogue_source s"
                " LEFT JOIN catalogue_casestudy c ON c.source_id = s.id GROUP BY s.id"
            )
        )

    def content(self) -> dict[str, list[tuple]]:
        """Every row that a run writes, but for when it was written."""
        content = {}
        for table in TABLES:
            columns = [row[1] for row in self.rows(f"PRAGMA table_info(catalogue_{table})")]
            named = ", ".join(f'"{column}"' for column in columns if column not in CLOCK)
            content[table] = self.rows(f"SELECT {named} FROM catalogue_{table} ORDER BY id")
        return content


@pytest.fixture(scope="module")
def empty(tmp_path_factory) -> Catalogue:
    """A catalogue with its regions and indicators."""
    catalogue = Catalogue(tmp_path_factory.mktemp("jobs") / "empty.sqlite3")
    catalogue.manage("migrate", "--verbosity=0")
    catalogue.manage("load_reference", "--verbosity=0")
    return catalogue


@pytest.fixture(scope="module")
def undisturbed(empty) -> Catalogue:
    """What a run in one process, which nothing stopped, makes of the seeds."""
    catalogue = empty.copy("undisturbed.sqlite3")
    catalogue.manage("ingest", "--verbosity=0", "--jobs=1", str(SEEDS))
    return catalogue


def descendants(pid: int) -> list[int]:
    """Processes that a process started, and those that these did."""
    found = []
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        found += [int(child), *descendants(int(child))]
    return found


def is_running(pid: int) -> bool:
    """Whether a process is there and has not ended (an orphan may stay as a zombie where nobody waits for it)."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def wait_until(condition: Callable[[], bool]) -> None:
    """Raises AssertionError when it does not come true."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.01)


def disturb(catalogue: Catalogue, stop: signal.Signals, loaded: int) -> None:
    """Stop a run a moment after it has loaded so many documents; nothing of it runs on."""
    process = catalogue.start("ingest", "--verbosity=0", "--jobs=2", str(SEEDS))
    wait_until(lambda: process.poll() is not None or len(descendants(process.pid)) >= 2)
    wait_until(lambda: process.poll() is not None or len(catalogue.cases()) >= loaded)
    time.sleep(random.uniform(0, 0.3))
    workers = descendants(process.pid) if process.poll() is None else []
    if stop is signal.SIGINT:
        os.killpg(process.pid, stop)  # Ctrl-C reaches every process of the terminal
    else:
        process.send_signal(stop)
    _, said = process.communicate(timeout=PATIENCE)
    if stop is signal.SIGINT and process.returncode:
        assert process.returncode == 130
        assert "已中断" in said
        assert "Traceback" not in said
    wait_until(lambda: not any(map(is_running, workers)))


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks at processes through /proc")
def test_stopped_at_any_moment_and_run_again_the_state_is_that_of_an_undisturbed_run(empty, undisturbed):
    catalogue = empty.copy("disturbed.sqlite3")
    whole = undisturbed.cases()
    for stop, loaded in ((signal.SIGKILL, 0), (signal.SIGINT, 1), (signal.SIGKILL, 2)):
        disturb(catalogue, stop, loaded)
        assert all(whole[file] == cases for file, cases in catalogue.cases().items())
    catalogue.manage("ingest", "--verbosity=0", "--jobs=2", str(SEEDS))
    assert catalogue.content() == undisturbed.content()


def requests(*documents: tuple[str, bytes]) -> Iterator[Request[int]]:
    """One for each document; its subject is its place."""
    return (Request(n, name, data) for n, (name, data) in enumerate(documents))


CASE = "湖南省株洲市优化获得电力服务\n\n2021年，株洲市推出一批新做法，低压办电由5个环节压减到2个环节。\n".encode()
LONG = (SEEDS / "004_55145e016aeb7b3b.txt").read_bytes() * 50


@pytest.mark.django_db
class TestWorkers:
    @pytest.fixture
    def workers(self, reference) -> Iterator[Workers]:
        with Workers(vocabulary(), 1) as workers:
            yield workers
        assert active_children() == []

    def test_one_that_is_killed_takes_only_its_document_with_it(self, workers):
        def killing() -> Iterator[Request[int]]:
            asked = requests(("长.txt", LONG), ("甲.txt", CASE), ("空.txt", b""), ("乙.txt", CASE))
            yield next(asked)
            active_children()[0].kill()
            yield from asked

        answered = list(workers.answered(killing()))
        assert [request.subject for request in answered] == [0, 1, 2, 3]
        lost, first, empty, second = (request.answer for request in answered)
        assert lost == Unread(DIED)
        assert empty == Unread("文件是空的，里面没有文字。")
        assert isinstance(first, DocumentReading)
        assert isinstance(second, DocumentReading)

    def test_one_that_is_killed_while_it_waits_is_replaced(self, workers):
        list(workers.answered(requests(("甲.txt", CASE))))
        (idle,) = active_children()
        idle.kill()
        idle.join()
        (request,) = workers.answered(requests(("乙.txt", CASE)))
        assert isinstance(request.answer, DocumentReading)

    def test_what_needs_no_reading_keeps_its_place_and_starts_no_process(self, workers):
        asked = [Request(n, f"{n}.txt") for n in range(20)]
        assert [request.subject for request in workers.answered(asked)] == list(range(20))
        assert active_children() == []
