"""A real site for the browser: its own database with the seeds, served by gunicorn as in production."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, expect

from tests.databases import Environment, database, fill
from tests.environment import ROOT

expect.set_options(timeout=30_000)  # as long as a page may take to load: the machine may be busy

STAFF = ("bianji", "a-long-test-password")
MAKE_A_SITE = f"""
from django.contrib.auth import get_user_model
call_command("load_reference", verbosity=0)
call_command("ingest", verbosity=0)
get_user_model().objects.create_superuser({STAFF[0]!r}, "bianji@example.org", {STAFF[1]!r})
"""


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


@contextmanager
def _served(environment: Environment) -> Iterator[str]:
    """The address of a site that is up; its port is ours before it starts, so that no other can take it."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        url = "http://127.0.0.1:{1}".format(*listening.getsockname())
        server = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "catalogue.wsgi", f"--bind=fd://{listening.fileno()}", "--workers=1"],
            cwd=ROOT,
            env=os.environ | environment,
            pass_fds=[listening.fileno()],
        )
    try:
        _wait_for(url, server)
        yield url
    finally:
        server.terminate()
        server.wait(timeout=20)


@pytest.fixture(scope="session")
def base_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the site is, so that tests say `page.goto("/cases/")`."""
    with database(tmp_path_factory.mktemp("site")) as environment:
        fill(environment, MAKE_A_SITE)
        with _served(environment) as url:
            yield url


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
