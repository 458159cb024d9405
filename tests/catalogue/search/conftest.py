"""A catalogue of our own in a database that other processes see too, and processes that search it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.databases import Environment, database, fill
from tests.environment import ROOT

PATIENCE = 300
"""Seconds that an answer may take: another process may have to start first, and the machine may be busy."""

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

    def __init__(self, environment: Environment) -> None:
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

    def until(self, question: str, answer: object = True) -> None:
        """Ask again and again until this is the answer.

        Raises:
            AssertionError: it is not in time.
        """
        deadline = time.monotonic() + PATIENCE
        while self.do(question) != answer:
            assert time.monotonic() < deadline, question
            time.sleep(0.05)

    def kill(self) -> None:
        """As the machine's power going off does."""
        self.running.kill()
        self.running.communicate()


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
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Environment]:
    """A database of 20 cases, to be copied."""
    with database(tmp_path_factory.mktemp("made")) as environment:
        fill(environment, MAKE_A_CATALOGUE)
        yield environment


@pytest.fixture
def shared(tmp_path: Path, made_once: Environment) -> Iterator[Environment]:
    """A site of 20 cases: a database that several processes open, and an index folder."""
    with database(tmp_path / "site", made_once) as environment:
        yield environment


@pytest.fixture
def process(shared: Environment) -> Iterator[Callable[..., Process]]:
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
