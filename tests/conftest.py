"""Fixtures for all tests: one database with the regions, the indicators and the five seed documents in it."""

from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"


def _fill() -> None:
    call_command("load_reference", verbosity=0)
    call_command("ingest", str(SEEDS), verbosity=0)


@pytest.fixture(scope="session", autouse=True)
def static_files():
    """Pages name their style sheets by the manifest that collecting them writes; a fresh checkout has none."""
    call_command("collectstatic", interactive=False, verbosity=0)


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
