"""A real site for the browser: its own database with the seeds, served by gunicorn as in production."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page

ROOT = Path(__file__).resolve().parent.parent.parent
STAFF = ("bianji", "a-long-test-password")


@dataclass(frozen=True)
class Site:
    url: str
    environment: dict[str, str]

    def manage(self, *arguments: str) -> str:
        """Run a management command against the site's own database."""
        return subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=self.environment,
            check=True,
            capture_output=True,
            text=True,
        ).stdout


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        if server.poll() is not None:
            raise RuntimeError(f"the site stopped with exit code {server.returncode}")
        try:
            with urllib.request.urlopen(f"{url}/healthz", timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("the site did not come up within a minute")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("site")
    port = _free_port()
    environment = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{folder / 'catalogue.sqlite3'}",
        "SEARCH_INDEX_DIR": str(folder / "index"),
        "DJANGO_SUPERUSER_PASSWORD": STAFF[1],
    }
    site = Site(f"http://127.0.0.1:{port}", environment)
    site.manage("migrate", "--verbosity=0")
    site.manage("load_reference")
    site.manage("collectstatic", "--noinput", "--verbosity=0")
    site.manage("ingest")
    site.manage("createsuperuser", "--noinput", f"--username={STAFF[0]}", "--email=bianji@example.org")
    server = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "catalogue.wsgi", f"--bind=127.0.0.1:{port}", "--workers=1"],
        cwd=ROOT,
        env=environment,
    )
    try:
        _wait_for(site.url, server)
        yield site
    finally:
        server.terminate()
        server.wait(timeout=20)


@pytest.fixture(scope="session")
def base_url(site: Site) -> str:
    """So that tests say `page.goto("/cases/")`."""
    return site.url


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    quiet = ["no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "disable-background-networking"]
    return {
        "executable_path": "/usr/bin/chromium",
        "args": [f"--{flag}" for flag in (*quiet, "disable-component-update", "disable-sync")],
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, object]) -> dict[str, object]:
    return {**browser_context_args, "locale": "zh-CN", "viewport": {"width": 1280, "height": 900}}


@pytest.fixture(autouse=True)
def no_complaints(context: BrowserContext) -> Iterator[None]:
    """Every browser test fails on a script error or a violation of the content security policy."""
    complaints: list[str] = []

    def listen(page: Page) -> None:
        def heard(message: ConsoleMessage) -> None:
            if message.type == "error" and "Failed to load resource" not in message.text:
                complaints.append(f"{page.url}: {message.text}")

        page.on("console", heard)
        page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))

    context.on("page", listen)
    yield
    assert complaints == []
