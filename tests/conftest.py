"""Fixtures for all tests: one database with the regions, the indicators and the five seed documents in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.test import override_settings

from .environment import SEEDS, WORKER


def _fill() -> None:
    call_command("load_reference", verbosity=0)
    call_command("ingest", str(SEEDS), verbosity=0)


def pytest_sessionstart() -> None:
    """Pages name their style sheets by the manifest that collecting them writes; a fresh checkout has none.

    Done before any worker starts (`-n`), since all of them read the one folder.
    """
    if not WORKER:
        call_command("collectstatic", interactive=False, verbosity=0)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests of processes first, which take longest; those of pages in a browser last.

    Playwright leaves an event loop running in its worker, beside which Django refuses to ask the database.
    """
    items.sort(key=lambda item: bool(item.get_closest_marker("browser")) - bool(item.get_closest_marker("processes")))


@pytest.fixture(scope="session", autouse=True)
def quick_passwords() -> Iterator[None]:
    """Hashing one as it should be takes a fifth of a second, in every test that makes a user."""
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The test database, filled once; tests that write are rolled back, so all find the same."""
    with django_db_blocker.unblock():
        _fill()


@pytest.fixture
def catalogue_db(db):
    """The database with the seeds ingested; filled again where a transactional test has emptied it."""
    from catalogue.models import CaseStudy

    if not CaseStudy.objects.exists():
        _fill()


@pytest.fixture
def reference(db):
    """The database with the regions and indicators in it."""
    from catalogue.models import Region

    if not Region.objects.exists():
        call_command("load_reference", verbosity=0)
