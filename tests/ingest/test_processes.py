"""Two ingests at once double nothing; one that is killed leaves the last complete state. With real processes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.databases import Environment, database, fill
from tests.environment import ROOT

from .processes import SCENARIOS

pytestmark = pytest.mark.processes


@pytest.fixture(scope="module")
def vocabularies(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Environment]:
    """A database of its own with the regions and indicators in it."""
    with database(tmp_path_factory.mktemp("processes")) as environment:
        fill(environment, "call_command('load_reference', verbosity=0)")
        yield environment


@pytest.mark.parametrize("scenario", [scenario.__name__ for scenario in SCENARIOS])
def test_processes(vocabularies: Environment, scenario: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.ingest.processes", scenario],
        cwd=ROOT,
        env=os.environ | vocabularies | {"DJANGO_SETTINGS_MODULE": "catalogue.settings"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
