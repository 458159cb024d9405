"""Files uploaded on the editor's desk: who may, how much, and what becomes of them."""

import fcntl
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from django.contrib.auth.models import Permission
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from docx import Document

from catalogue.models import CaseStudy, IngestRun, Source, Upload
from tests.databases import database, fill, manage
from tests.environment import ROOT

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/catalogue/source/upload/"
CASE = """湖南省株洲市优化获得电力服务

2021年，株洲市把办电作为优化营商环境的重点，推出一批新做法。

一、压减办电环节
低压办电由5个环节压减到2个环节，企业线上提交一次申请即可。
"""
OTHER = CASE.replace("株洲", "湘潭").replace("5个环节", "6个环节")


@pytest.fixture(autouse=True)
def media(settings, tmp_path: Path) -> Path:
    """An empty folder for uploaded files."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


@pytest.fixture
def staff(reference, django_user_model) -> Client:
    """Somebody who may add sources and see what is read of them."""
    return client_with(django_user_model, "add_source", "view_source", "view_ingestrun")


@pytest.fixture
def read(django_capture_on_commit_callbacks) -> Callable[[], None]:
    """The command that an upload starts; files are deleted when it is certain that their rows are."""

    def run() -> None:
        with django_capture_on_commit_callbacks(execute=True):
            call_command("ingest_uploads")

    return run


def client_with(users, *permissions: str) -> Client:
    user = users.objects.create_user("bianji", password="a-long-test-password", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client = Client(enforce_csrf_checks=True)
    client.force_login(user)
    return client


def file(name: str, content: str | bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)


def upload(client: Client, *files: SimpleUploadedFile):
    """Send the form as a browser does, with the token of its page."""
    token = client.get(ADDRESS).context["csrf_token"]
    return client.post(ADDRESS, {"csrfmiddlewaretoken": token, "documents": list(files)}, follow=True)


def fates() -> dict[str, str]:
    """What the last run's report says of each document: its status, or why it was not read."""
    documents = IngestRun.objects.latest("started_at").report["documents"]
    return {document["file"]: document["error"] or document["status"] for document in documents}


def stored(media: Path) -> list[str]:
    return default_storage.listdir("uploads")[1] if (media / "uploads").exists() else []


def word(text: str) -> bytes:
    document, data = Document(), BytesIO()
    for line in text.split("\n\n"):
        document.add_paragraph(line)
    document.save(data)
    return data.getvalue()


@pytest.mark.parametrize(
    ("permissions", "list_has_button", "status"),
    [
        (["view_source"], False, 403),
        (["view_source", "change_source", "delete_source"], False, 403),
        (["view_source", "add_source"], True, 200),
    ],
)
def test_who_may_add_sources_may_upload(django_user_model, permissions, list_has_button, status):
    client = client_with(django_user_model, *permissions)
    page = client.get(reverse("admin:catalogue_source_changelist")).content.decode()
    assert (f'<a href="{ADDRESS}" class="addlink">上传文件</a>' in page) == list_has_button
    assert client.get(ADDRESS).status_code == status
    sent = client.post(ADDRESS, {"documents": [file("办电.txt", CASE)]})
    assert sent.status_code == 403, "neither without permission nor without a token"
    assert not Upload.objects.exists()


def test_strangers_are_asked_who_they_are(client, db):
    assert client.get(ADDRESS).url.startswith("/admin/login/")
    assert client.post(ADDRESS, {"documents": [file("办电.txt", CASE)]}).url.startswith("/admin/login/")


def test_uploads_become_drafts_and_bad_ones_are_named(staff, media, read):
    page = upload(
        staff, file("办电.txt", CASE), file("通报.pdf", word(OTHER)), file("坏.docx", b"PK\x03\x04"), file("空.txt", "")
    )
    run = IngestRun.objects.latest("started_at")
    assert page.redirect_chain[-1][0] == reverse("admin:catalogue_ingestrun_change", args=[run.pk])
    assert "已收到 4 个文件" in page.content.decode()
    assert "正在识读或排队" in page.content.decode()
    assert len(stored(media)) == 4

    read()
    assert fates() == {
        "办电.txt": "new",
        "通报.pdf": "new",
        "坏.docx": "压缩包或 Word 文件已损坏，无法打开。",
        "空.txt": "文件是空的，里面没有文字。",
    }
    states = CaseStudy.objects.filter(source__file__in=["办电.txt", "通报.pdf"]).values_list("state", flat=True)
    assert list(states) == ["draft", "draft"]
    assert stored(media) == []
    report = staff.get(page.redirect_chain[-1][0]).content.decode()
    assert "2 个案例待审核" in report
    assert "未能收入：文件是空的" in report
    assert "文件格式与扩展名不符" in report


def test_the_same_file_again_changes_nothing(staff, read):
    upload(staff, file("办电.txt", CASE))
    read()
    case = CaseStudy.objects.get(source__file="办电.txt")
    case.state, case.title = CaseStudy.State.PUBLISHED, "株洲办电"
    case.save()
    upload(staff, file("办电.txt", CASE))
    read()
    assert fates() == {"办电.txt": "unchanged"}
    again = CaseStudy.objects.get(source__file="办电.txt")
    assert (again.title, again.state, again.updated_at) == (case.title, case.state, case.updated_at)


NAMES = {
    "../../../etc/passwd": "passwd",
    "..\\..\\办电.txt": "办电.txt",
    "/var/接电.txt": "接电.txt",
    ".用电.txt": ".用电.txt",
    "供\x00电\n.txt": "供电.txt",
    "-rf": "-rf",
    "长" * 300 + ".txt": "长" * 251 + ".txt",
}


def test_what_a_file_is_called_is_no_path(staff, media, read):
    upload(staff, *[file(name, f"{CASE}（{number}）") for number, name in enumerate(NAMES)])
    assert {len(name) for name in stored(media) if name.isalnum()} == {32}
    read()
    assert fates() == dict.fromkeys(NAMES.values(), "new")
    assert {path.name for path in media.rglob("*")} == {"uploads", "uploads.lock"}


def test_two_files_of_one_name_are_two(staff, read):
    upload(staff, file("案例.txt", CASE), file("案例.txt", OTHER.replace("企业", "公司") * 2))
    read()
    assert len(IngestRun.objects.latest("started_at").report["documents"]) == 2


def test_a_file_too_large_is_named_and_the_others_go_on(staff, settings, read):
    settings.INGEST_LIMITS = {"size": 2**20}
    upload(staff, file("大.txt", CASE * 9000), file("办电.txt", CASE))
    read()
    assert fates() == {"大.txt": "文件有 2 MB，超过上限 1 MB，未打开。", "办电.txt": "new"}


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ([CASE * 9000], "这次上传超过 1 MB，没有收下"),
        ([CASE, OTHER, ""], "这次上传超过 2 个文件，没有收下"),
        ([], "请先选择文件。"),
    ],
)
def test_too_much_or_nothing_is_told_on_the_form(staff, settings, media, files, said):
    settings.INGEST_LIMITS, settings.DATA_UPLOAD_MAX_NUMBER_FILES = {"unpacked": 2**20}, 2
    page = upload(staff, *[file(f"{number}.txt", text) for number, text in enumerate(files)])
    assert said in page.content.decode()
    assert page.status_code == 200
    assert stored(media) == []
    assert not IngestRun.objects.filter(report={}).exists()


def test_a_file_is_read_by_one_process_only(staff, media, read):
    upload(staff, file("办电.txt", CASE))
    with (media / "uploads.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        read()
        assert not Source.objects.filter(file="办电.txt").exists()
    read()
    assert fates() == {"办电.txt": "new"}


def test_files_wait_where_nothing_can_be_read_yet(staff, settings, read):
    upload(staff, file("办电.txt", CASE))
    settings.INGEST_LIMITS = {"pagess": 1}
    with pytest.raises(CommandError, match="pagess"):
        read()
    assert Upload.objects.count() == 1


WAITING = f"""
from django.core.files.base import ContentFile
from django.utils import timezone
from catalogue.models import IngestRun, Upload
call_command("load_reference", verbosity=0)
run = IngestRun.objects.create(started_at=timezone.now())
for number in range(12):
    data = f"{{number}}\\n".encode() + {CASE.encode()!r}
    Upload.objects.create(run=run, name=f"{{number}}.txt", file=ContentFile(data, "x"))
"""


RESUME = f"""
from django.contrib.auth import get_user_model
from django.test import Client
client = Client(headers={{"host": "localhost"}})
client.force_login(get_user_model().objects.create_superuser("bianji"))
assert client.post({ADDRESS!r}, {{"resume": ""}}).status_code == 302
"""


@pytest.mark.processes
def test_killed_it_goes_on_where_it_was(tmp_path):
    """The files stay until all of them are in the catalogue; the button of the page starts another process."""
    with database(tmp_path) as environment, sqlite3.connect(tmp_path / "catalogue.sqlite3") as connection:
        environment["MEDIA_DIR"] = str(tmp_path / "media")
        fill(environment, WAITING)
        uploads = tmp_path / "media" / "uploads"

        def count(rows: str) -> int:
            return connection.execute(f"SELECT count(*) FROM catalogue_{rows}").fetchone()[0]

        command = [sys.executable, "manage.py", "ingest_uploads"]
        process = subprocess.Popen(command, cwd=ROOT, env=os.environ | environment)
        while count("source") < 2 and process.poll() is None:
            time.sleep(0.02)
        process.kill()
        assert process.wait() == -signal.SIGKILL
        assert count("upload") == len(list(uploads.iterdir())) == 12

        assert manage(environment, "shell", "-v0", "-c", RESUME).returncode == 0
        deadline = time.monotonic() + 300
        while any(uploads.iterdir()) and time.monotonic() < deadline:
            time.sleep(0.1)
        assert (count("source"), count("casestudy"), count("upload")) == (12, 12, 0)
        assert count("ingestrun WHERE finished_at IS NULL") == 0
