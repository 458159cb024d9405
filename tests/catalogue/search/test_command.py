"""`manage.py search`: says where the index is, rebuilds it, and compares it with the database."""

from __future__ import annotations

import os
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from catalogue.models import CaseStudy, Measure
from catalogue.search import record

from .conftest import generation_in


def search_command(action: str) -> list[str]:
    """What the command prints; other processes would not see what a test has written."""
    output = StringIO()
    call_command("search", action, "--jobs", "1", stdout=output)
    return output.getvalue().splitlines()


def measures() -> int:
    return Measure.objects.filter(case__in=CaseStudy.objects.published()).count()


def all_well() -> str:
    return f"{CaseStudy.objects.published().count()} 个案例、{measures()} 条举措，与索引完全一致"


def test_the_command_says_where_the_index_is(folder):
    published = CaseStudy.objects.published().count()
    assert search_command("status") == [
        f"文件夹：{generation_in(folder)}",
        f"案例：索引 {published} 个，已发布 {published} 个；举措：索引 {measures()} 条",
        "待更新：0 项变更，下次检索时处理",
    ]
    CaseStudy.objects.published().first().save()
    assert search_command("status")[2] == "待更新：1 项变更，下次检索时处理"
    assert search_command("update")[2] == "待更新：0 项变更，下次检索时处理"
    (folder / "current").unlink()
    assert search_command("status")[1] == "故障：尚未建立；下次检索时自动重建"


def test_the_command_rebuilds(folder):
    before = generation_in(folder)
    assert search_command("rebuild")[0].startswith(
        f"已为 {CaseStudy.objects.published().count()} 个案例、{measures()} 条举措建立索引"
    )
    assert generation_in(folder) != before


def test_the_command_compares_every_case(folder):
    assert search_command("check") == [all_well()]
    changed, withdrawn, reworded = CaseStudy.objects.filter(measures__isnull=False).published().distinct()[:3]
    CaseStudy.objects.filter(pk=changed.pk).update(lead="另一段。")  # in bulk, and not recorded
    CaseStudy.objects.filter(pk=withdrawn.pk).update(state=CaseStudy.State.WITHDRAWN)
    Measure.objects.filter(pk=reworded.measures.first().pk).update(heading="另一举措")
    state = CaseStudy.State.PUBLISHED
    (added,) = CaseStudy.objects.bulk_create([CaseStudy(source=changed.source, key="x", title="新案例", state=state)])
    with pytest.raises(CommandError) as raised:
        search_command("check")
    differing = ", ".join(map(str, sorted([changed.pk, reworded.pk])))
    assert str(raised.value).startswith(
        f"索引缺少：1 ({added.pk})；索引多出：1 ({withdrawn.pk})；内容不符：2 ({differing})。"
    )
    record([changed.pk, withdrawn.pk, reworded.pk, added.pk])  # so that the index learns of the rollback after this
    search_command("rebuild")
    assert search_command("check") == [all_well()]


def test_the_command_reads_through_the_engines_files(folder):
    largest = max(generation_in(folder).rglob("*.idx"), key=lambda file: file.stat().st_size)
    times, content = largest.stat(), bytearray(largest.read_bytes())
    content[len(content) // 2] ^= 1
    largest.write_bytes(content)
    os.utime(largest, ns=(times.st_atime_ns, times.st_mtime_ns))  # as a disk that loses a bit
    with pytest.raises(CommandError, match="索引文件损坏"):
        search_command("check")
    search_command("rebuild")


def test_a_bad_number_of_processes_is_refused(db):
    with pytest.raises(CommandError, match="--jobs 至少为 1"):
        call_command("search", "check", "--jobs", "0")
