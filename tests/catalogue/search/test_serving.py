"""A site that is being read: it answers from the database until its index is there."""

from __future__ import annotations

import shutil
import time
from pathlib import Path
from typing import Any

import pytest

from catalogue.search.index.follower import CASES_ASIDE, LOOK_EVERY
from tests.databases import manage

from .conftest import Process, generation_in
from .damage import cut, largest, put_note

pytestmark = pytest.mark.processes

READY = "not find(CaseQuery()).from_database"


def _site(process: Any, **environment: str) -> Process:
    site: Process = process(**environment)
    site.do("serve()")
    return site


def test_a_site_without_an_index_is_up_on_the_database_and_then_has_one(process):
    site = _site(process)
    counted = "(lambda r: [r.from_database, r.total, len(r.hits), r.facets['region'][0].count])(find(CaseQuery()))"
    assert site.do(counted) == [True, 20, 20, 20]
    assert site.do("[hit.case_id for hit in find(CaseQuery(q='第7个')).hits] == find_all(CaseQuery(q='第7个'))")
    health = "(lambda r: [r.status_code, r.json()])(CLIENT.get('/healthz'))"
    assert site.do(health)[0] == 200
    site.until(READY)
    assert site.do(health) == [200, {"status": "ok", "database": "ok", "index": "ok"}]
    assert site.do("find(CaseQuery()).total") == 20


def test_the_page_says_that_the_index_is_being_built(process):
    site = _site(process)
    page = "'检索索引正在重建' in CLIENT.get('/cases/').content.decode()"
    assert site.do(page) is True
    site.until(READY)
    assert site.do(page) is False


def test_an_index_that_cannot_be_used_is_built_anew_with_the_site_up(process, shared):
    folder = Path(shared["SEARCH_INDEX_DIR"])
    readers = [_site(process), _site(process)]
    for damage in (
        lambda: shutil.rmtree(generation_in(folder)),
        lambda: put_note(folder, version="0"),
        lambda: cut(largest(folder, ".pos")),
    ):
        for reader in readers:
            reader.until(READY)
        damage()
        time.sleep(LOOK_EVERY)
        for reader in readers:
            assert reader.do("find(CaseQuery()).total") == 20
        for reader in readers:
            reader.until(READY)
            assert reader.do("find(CaseQuery(q='“第7个案例”')).total") == 1
    assert manage(shared, "search", "check").returncode == 0


def test_many_changes_at_once_are_applied_aside(process):
    site = _site(process)
    site.until(READY)
    number = CASES_ASIDE + 100
    site.do(
        f"record(case.pk for case in CaseStudy.objects.bulk_create([CaseStudy(source_id=Source.objects.first().pk,"
        f" key=f'x{{n}}', title='麒麟', state='published') for n in range({number})]))"
    )
    site.do("find(CaseQuery())")
    assert site.do("find(CaseQuery()).from_database") is False
    site.until("find(CaseQuery()).total", 20 + number)


def test_a_worker_has_answered_before_it_is_asked_and_shares_no_connection(process):
    site = process()
    site.do("find(CaseQuery()).total")  # builds the index
    site.do("import gc, catalogue.wsgi; from django.db import connection")
    assert site.do("[gc.get_freeze_count() > 100_000, connection.connection is None]") == [True, True]
    assert site.do("find(CaseQuery(q='第7个')).total") == 1


def test_a_site_without_a_database_starts(process, tmp_path):
    site = process(DATABASE_URL=f"sqlite:///{tmp_path / 'nowhere' / 'catalogue.sqlite3'}")
    site.do("import catalogue.wsgi")
    assert site.do("CLIENT.get('/healthz').status_code") == 503
