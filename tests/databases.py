"""Databases that other processes open, of the kind the tests run on: made once, and copied for each test."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import psycopg

from .environment import ON_POSTGRES, ROOT

Environment = dict[str, str]
"""The variables that name a database and the folder of its index."""


@contextmanager
def database(folder: Path, template: Environment | None = None) -> Iterator[Environment]:
    """An empty database, or a copy of one that nobody has open; thrown away in the end.

    The folder is for its file (SQLite) and its index.
    """
    index = {"SEARCH_INDEX_DIR": str(folder / "index")}
    if ON_POSTGRES:
        with _on_server(template and template["DATABASE_URL"]) as url:
            yield {"DATABASE_URL": url, **index}
    else:
        folder.mkdir(exist_ok=True)
        file = folder / "catalogue.sqlite3"
        if template:
            shutil.copy(urlsplit(template["DATABASE_URL"]).path, file)
        yield {"DATABASE_URL": f"sqlite:///{file}", **index}


@contextmanager
def _on_server(template: str | None) -> Iterator[str]:
    name = f"tests_{uuid4().hex[:12]}"
    address = urlsplit(os.environ["DATABASE_URL"])
    copied = f'TEMPLATE "{urlsplit(template).path.removeprefix("/")}"' if template else ""
    with closing(psycopg.connect(urlunsplit(address), autocommit=True)) as server:
        server.execute(f'CREATE DATABASE "{name}" {copied}')
        try:
            yield urlunsplit(address._replace(path=f"/{name}"))
        finally:
            server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def manage(environment: Environment, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a management command in a process of its own; whether it ended well is for the caller to see."""
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def fill(environment: Environment, script: str) -> None:
    """Make the tables, then run the script, all in one process: starting one takes as long as all this."""
    begin = "from django.core.management import call_command; call_command('migrate', verbosity=0)"
    done = manage(environment, "shell", "-v0", "-c", f"{begin}\n{script}")
    assert done.returncode == 0, done.stderr
