"""Two ingests at once double nothing; one that is killed leaves the last complete state. With real processes."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from .processes import SCENARIOS

ROOT = Path(__file__).resolve().parents[2]


def run(database: str, *command: str) -> None:
    """Run Python with this database; what it says is shown when it fails."""
    environment = os.environ | {"DATABASE_URL": database, "DJANGO_SETTINGS_MODULE": "catalogue.settings"}
    python = [sys.executable, *command]
    done = subprocess.run(python, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A database of its own with the regions and indicators in it, of the kind the tests run on."""
    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        url = f"sqlite:///{tmp_path_factory.mktemp('processes') / 'db.sqlite3'}"
        drop = None
    else:
        import psycopg

        server = os.environ["DATABASE_URL"]
        base, _, query = server.partition("?")
        url = f"{base.rsplit('/', 1)[0]}/processes" + (f"?{query}" if query else "")
        drop = psycopg.connect(server, autocommit=True)
        drop.execute("DROP DATABASE IF EXISTS processes")
        drop.execute("CREATE DATABASE processes")
    run(url, "manage.py", "migrate", "--verbosity", "0")
    run(url, "manage.py", "load_reference", "--verbosity", "0")
    yield url
    if drop is not None:
        drop.execute("DROP DATABASE processes WITH (FORCE)")
        drop.close()


@pytest.mark.parametrize("scenario", [scenario.__name__ for scenario in SCENARIOS])
def test_processes(database: str, scenario: str) -> None:
    run(database, "-m", "tests.ingest.processes", scenario)
