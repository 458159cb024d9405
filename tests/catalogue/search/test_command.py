"""`manage.py search`: says where the index is, rebuilds it, and compares it with the database."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from catalogue.models import CaseStudy
from catalogue.search import record

from .conftest import generation_in


def search_command(action: str) -> list[str]:
    output = StringIO()
    call_command("search", action, stdout=output)
    return output.getvalue().splitlines()


def test_the_command_says_where_the_index_is(folder):
    published = CaseStudy.objects.published().count()
    assert search_command("status") == [
        f"文件夹：{generation_in(folder)}",
        f"案例：索引 {published} 个，已发布 {published} 个",
        "待更新：0 项变更，下次检索时处理",
    ]
    CaseStudy.objects.published().first().save()
    assert search_command("status")[2] == "待更新：1 项变更，下次检索时处理"
    (folder / "current").unlink()
    assert search_command("status")[1] == "故障：尚未建立；下次检索时自动重建"


def test_the_command_rebuilds(folder):
    before = generation_in(folder)
    assert search_command("rebuild")[0].startswith(f"已为 {CaseStudy.objects.published().count()} 个案例建立索引")
    assert generation_in(folder) != before


def test_the_command_compares_every_case(folder):
    all_well = [f"{CaseStudy.objects.published().count()} 个案例，与索引完全一致"]
    assert search_command("check") == all_well
    changed, withdrawn = CaseStudy.objects.published().order_by("pk")[:2]
    CaseStudy.objects.filter(pk=changed.pk).update(lead="另一段。")  # in bulk, and not recorded
    CaseStudy.objects.filter(pk=withdrawn.pk).update(state=CaseStudy.State.WITHDRAWN)
    state = CaseStudy.State.PUBLISHED
    (added,) = CaseStudy.objects.bulk_create([CaseStudy(source=changed.source, key="x", title="新案例", state=state)])
    with pytest.raises(CommandError) as raised:
        search_command("check")
    assert str(raised.value).startswith(
        f"索引缺少：1 ({added.pk})；索引多出：1 ({withdrawn.pk})；内容不符：1 ({changed.pk})。"
    )
    record([changed.pk, withdrawn.pk, added.pk])  # so that the index learns of the rollback after this test
    search_command("rebuild")
    assert search_command("check") == all_well
