"""`manage.py ingest`: what it says and how it ends."""

import json
import zipfile
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from catalogue.models import CaseStudy, IngestRun, Source

pytestmark = pytest.mark.django_db

CASE = """湖南省株洲市优化获得电力服务

2021年，株洲市把办电作为优化营商环境的重点，推出一批新做法。

一、压减办电环节
低压办电由5个环节压减到2个环节，企业线上提交一次申请即可。

二、延伸投资界面
红线外的接电工程由供电公司投资建设，用户不再出资。
"""


@pytest.fixture
def folder(tmp_path: Path, reference) -> Path:
    (tmp_path / "汇编.txt").write_text(CASE, "utf-8")
    return tmp_path


def run(*args: object) -> str:
    """What the command prints when it ends well."""
    out = StringIO()
    call_command("ingest", *map(str, args), stdout=out)
    return out.getvalue()


def exit_code(*args: object) -> tuple[int, str]:
    """How the command ends, and why, when it does not end well."""
    with pytest.raises(CommandError) as raised:
        call_command("ingest", *map(str, args), stdout=StringIO())
    return raised.value.returncode, str(raised.value)


def test_the_report_in_words(folder):
    said = run(folder)
    assert "汇编.txt　新收入，新增 1 个案例" in said
    assert "归入案例或说明的文字占 100%" in said
    assert "共 1 份文献，新增 1 个案例" in said


def test_a_second_run_says_that_nothing_changed(folder):
    run(folder)
    said = run(folder)
    assert "共 1 份文献，自上次识读以来没有变化" in said
    assert CaseStudy.objects.filter(source__file="汇编.txt").count() == 1


def test_a_run_with_findings_is_never_called_clean(folder):
    (folder / "乱码.txt").write_bytes(f"{CASE}其中一处\ufffd无法识别。\n".encode())
    for _ in range(2):
        said = run(folder)
        assert "没有需要核对的提示" not in said
        assert "条提示待核对" in said
        assert "[请核对] 乱码 × 1" in said


def test_one_broken_document_does_not_stop_the_others(folder):
    (folder / "a.txt").write_bytes(b"")
    (folder / "b.pdf").write_bytes(b"%PDF-1.7 \x00\x01\x02")
    code, why = exit_code(folder)
    assert code == 1
    assert "2 份文献未能收入：a.txt、b.pdf" in why
    assert Source.objects.filter(file="汇编.txt").exists()
    assert not Source.objects.filter(file__in=["a.txt", "b.pdf"]).exists()


def test_an_error_in_one_document_takes_back_only_that(folder, monkeypatch):
    """A fault of the database itself, met halfway through a document."""
    (folder / "坏.txt").write_text(CASE.replace("株洲", "湘潭"), "utf-8")
    keep = CaseStudy.save

    def fail(case, *args, **kwargs):
        keep(case, *args, **kwargs)
        if "湘潭" in case.title:
            raise OverflowError("disk full")

    monkeypatch.setattr(CaseStudy, "save", fail)
    code, _ = exit_code(folder)
    assert code == 1
    assert CaseStudy.objects.filter(source__file="汇编.txt").count() == 1
    assert not Source.objects.filter(file="坏.txt").exists()


def test_bad_usage(folder):
    assert exit_code(folder / "没有.txt") == (2, f"找不到文件或文件夹：{folder / '没有.txt'}")
    (folder / "空").mkdir()
    assert exit_code(folder / "空")[0] == 2
    assert exit_code(folder, "--report", folder / "没有" / "r.json")[0] == 2


@pytest.mark.parametrize("jobs", [0, -3])
def test_a_number_of_processes_below_one_is_bad_usage(folder, jobs):
    assert exit_code(folder, "--jobs", jobs) == (2, f"--jobs 至少为 1，不能是 {jobs}。")


def test_several_processes_report_the_same_in_the_same_order(folder):
    (folder / "a.txt").write_bytes(b"")
    (folder / "b.txt").write_text(CASE.replace("株洲", "湘潭"), "utf-8")
    with zipfile.ZipFile(folder / "c.zip", "w") as archive:
        archive.writestr("长沙.txt", CASE.replace("株洲", "长沙"))
        archive.writestr("空.txt", "")
    (folder / "d.txt").write_text(CASE.replace("株洲", "湘潭"), "utf-8")  # the same bytes as b.txt
    reports = []
    for jobs in (1, 2):
        exit_code(folder, "--dry-run", "--jobs", jobs, "--report", folder.parent / "report.json")
        report = json.loads((folder.parent / "report.json").read_text("utf-8"))
        for timed in (report, *report["documents"]):
            del timed["seconds"]
        del report["total"]["stages"]
        reports.append(report)
    assert reports[0] == reports[1]
    files = [document["file"] for document in reports[0]["documents"]]
    assert files == ["a.txt", "b.txt", "c.zip/长沙.txt", "c.zip/空.txt", "d.txt", "汇编.txt"]


def test_a_dry_run_writes_nothing(folder):
    runs = IngestRun.objects.count()
    said = run(folder, "--dry-run")
    assert "新增 1 个案例" in said
    assert "未写入任何内容" in said
    assert not Source.objects.filter(file="汇编.txt").exists()
    assert IngestRun.objects.count() == runs


def test_drafts_are_not_published(folder):
    run(folder, "--draft")
    assert CaseStudy.objects.get(source__file="汇编.txt").state == CaseStudy.State.DRAFT


def test_the_report_as_a_file_and_as_a_record_of_the_run(folder):
    report = folder.parent / f"{folder.name}.json"
    run(folder, "--report", report)
    (document,) = json.loads(report.read_text("utf-8"))["documents"]
    assert document["file"] == "汇编.txt"
    assert document["status"] == "new"
    assert document["cases"] == {"new": 1}
    assert document["accounted"] == 1
    assert IngestRun.objects.latest("started_at").report["documents"] == [document]


def test_hidden_files_are_passed_over_and_a_file_named_twice_is_read_once(folder):
    for name in (".gitkeep", "~$汇编.docx", "desktop.ini"):
        (folder / name).write_bytes(b"")
    assert "共 1 份文献" in run(folder, folder / "汇编.txt")


def test_files_of_one_name_in_several_folders_are_documents_of_their_own(folder):
    """Two districts fill in one form: neither is the other's corrected version, in whichever run it is corrected."""
    first, second = folder / "荷塘区" / "汇编.txt", folder / "芦淞区" / "汇编.txt"
    for file, measure in ((first, "一周公布一次停电计划"), (second, "上门为企业检修线路")):
        file.parent.mkdir()
        file.write_text(f"{CASE}\n三、延伸服务\n供电公司{measure}。\n", "utf-8")
    (folder / "汇编.txt").unlink()
    run(folder)
    assert Source.objects.filter(file="汇编.txt").count() == 2
    assert "没有变化" in run(folder)
    first.write_text(first.read_text("utf-8").replace("2个环节", "3个环节"), "utf-8")
    assert "已更新" in run(folder)
    assert "没有变化" in run(folder)
    assert Source.objects.filter(file="汇编.txt").count() == 2
    assert not CaseStudy.objects.filter(source__file="汇编.txt", vanished=True).exists()


def test_a_document_without_cases_says_so(folder):
    (folder / "汇编.txt").write_text(
        "关于召开座谈会的通知\n\n各科室：\n\n定于下周一上午召开座谈会，请准时参加。\n", "utf-8"
    )
    assert "汇编.txt　新收入，其中没有案例" in run(folder)


def test_each_document_of_an_archive_is_taken_on_its_own(folder):
    with zipfile.ZipFile(folder / "汇编.zip", "w") as archive:
        archive.write(folder / "汇编.txt", "2021/汇编.txt")
        archive.writestr("2021/空.txt", "")
    (folder / "汇编.txt").unlink()
    code, why = exit_code(folder)
    assert code == 1
    assert "1 份文献未能收入：汇编.zip/2021/空.txt" in why
    assert CaseStudy.objects.filter(source__file="汇编.txt").count() == 1
