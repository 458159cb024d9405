"""The record of a run as staff see it."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from catalogue.models import IngestRun, Source

pytestmark = pytest.mark.django_db

TEXT = """湖南省株洲市优化获得电力服务

2021年，株洲市把办电作为优化营商环境的重点，推出一批新做法。其中一处\ufffd无法识别。

一、压减办电环节
低压办电由5个环节压减到2个环节，企业线上提交一次申请即可。
"""


@pytest.fixture
def run(catalogue_db, tmp_path) -> IngestRun:
    """The record of a run over two documents, one of which cannot be read."""
    (tmp_path / "办电.txt").write_text(TEXT, "utf-8")
    (tmp_path / "空.txt").write_bytes(b"")
    with pytest.raises(CommandError):
        call_command("ingest", str(tmp_path), verbosity=0)
    return IngestRun.objects.latest("started_at")


def page_of(admin_client, run: IngestRun) -> str:
    page = admin_client.get(reverse("admin:catalogue_ingestrun_change", args=[run.pk]))
    assert page.status_code == 200
    return page.content.decode()


def test_a_run_tells_its_findings_documents_and_times(admin_client, run):
    page = page_of(admin_client, run)
    source = Source.objects.get(file="办电.txt")
    assert f'<a href="{reverse("admin:catalogue_source_change", args=[source.pk])}">办电.txt</a>' in page
    assert "新收入" in page
    assert "未能收入：文件是空的" in page
    assert "乱码" in page
    assert "归入案例或说明的占 100%" in page
    assert "入库" in page


def test_the_list_of_runs_tells_what_became_of_each(admin_client, run):
    page = admin_client.get(reverse("admin:catalogue_ingestrun_changelist")).content.decode()
    assert "新增 1" in page


@pytest.mark.parametrize("report", [{}, {"documents": [{"file": "a.txt", "status": "new", "findings": {}}]}])
def test_runs_that_were_killed_or_are_old_have_a_page_too(admin_client, catalogue_db, report):
    run = IngestRun.objects.create(started_at=timezone.now() - timedelta(hours=1), report=report)
    page = page_of(admin_client, run)
    assert "未完成" in page
    assert ("a.txt" if report else "识读没有走到最后") in page
