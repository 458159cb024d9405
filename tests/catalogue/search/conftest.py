"""A catalogue of our own in a database that other processes see too, and processes that search it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.core.management import call_command
from django.db import connection

ROOT = Path(__file__).resolve().parents[3]

SHELL = """
import json, sys
import django
django.setup()
from django.db import transaction
from catalogue.models import *
from catalogue.search import find, find_all, record, serve
from catalogue.search.query import CaseQuery
from django.test import Client
CLIENT = Client(headers={"host": "localhost"})
print(json.dumps("ready"), flush=True)
for line in sys.stdin:
    try:
        answer = eval(line)
    except SyntaxError:
        answer = exec(line)
    print(json.dumps(answer, default=str), flush=True)
"""


class Process:
    """Another process of the site: evaluates one line of Python after the other."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.running = subprocess.Popen(
            [sys.executable, "-c", SHELL],
            cwd=ROOT,
            env=os.environ | environment | {"DJANGO_SETTINGS_MODULE": "catalogue.settings"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.answer() == "ready"

    def start(self, line: str) -> None:
        assert self.running.stdin is not None
        self.running.stdin.write(line + "\n")
        self.running.stdin.flush()

    def answer(self) -> Any:
        assert self.running.stdout is not None
        return json.loads(self.running.stdout.readline())

    def do(self, line: str) -> Any:
        """What the line evaluates to; None for a statement."""
        self.start(line)
        return self.answer()

    def kill(self) -> None:
        """As the machine's power going off does."""
        self.running.kill()
        self.running.communicate()


def manage(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a management command in a process of its own."""
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


MAKE_A_CATALOGUE = """
from catalogue.models import *
Region.objects.create(code="430000", name="湖南省", short_name="湖南", pinyin="hunan", initials="hn", level=1)
Indicator.objects.create(slug="getting-electricity", name="获得电力", order=1)
source = Source.objects.create(title="经验汇编", file="a.txt", sha256="0" * 64, text="")
for number in range(20):
    case = CaseStudy.objects.create(
        source=source, key=str(number), title=f"第{number}个案例", year=2021, lead="优化流程。", state="published"
    )
    CaseRegion.objects.create(case=case, region_id="430000", is_main=True)
"""


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an SQLite database of 20 cases, to be copied."""
    folder = tmp_path_factory.mktemp("made")
    environment = {"DATABASE_URL": f"sqlite:///{folder / 'shared.sqlite3'}", "SEARCH_INDEX_DIR": str(folder / "index")}
    assert manage(environment, "migrate", "-v0").returncode == 0
    made = manage(environment, "shell", "-v0", "-c", MAKE_A_CATALOGUE)
    assert made.returncode == 0, made.stderr
    return folder


@pytest.fixture
def shared(tmp_path: Path, request: pytest.FixtureRequest, transactional_db: None) -> dict[str, str]:
    """The environment of a site of 20 cases: a database that several processes open, and an index folder."""
    if connection.vendor == "sqlite":
        shutil.copytree(request.getfixturevalue("made_once"), tmp_path / "site")
        url = f"sqlite:///{tmp_path / 'site' / 'shared.sqlite3'}"
    else:
        call_command("flush", interactive=False, verbosity=0)
        exec(MAKE_A_CATALOGUE, {})
        server = urlsplit(os.environ["DATABASE_URL"])
        url = urlunsplit(server._replace(path=f"/{connection.settings_dict['NAME']}"))
    return {"DATABASE_URL": url, "SEARCH_INDEX_DIR": str(tmp_path / "index")}


@pytest.fixture
def process(shared: dict[str, str]) -> Iterator[Callable[..., Process]]:
    """Starts processes of the site; other environment variables may be given."""
    started: list[Process] = []

    def start(**environment: str) -> Process:
        started.append(Process(shared | environment))
        return started[-1]

    yield start
    for one in started:
        one.kill()


@pytest.fixture
def folder(catalogue_db, settings) -> Path:
    """The folder of the index, built."""
    from catalogue.models import CaseStudy
    from catalogue.search import find
    from catalogue.search.query import CaseQuery

    assert find(CaseQuery()).total == CaseStudy.objects.published().count()
    return Path(settings.SEARCH_INDEX_DIR)


def generation_in(folder: Path) -> Path:
    """The generation of the index that is in use."""
    return folder / (folder / "current").read_text()
