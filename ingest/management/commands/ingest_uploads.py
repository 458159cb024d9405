"""`manage.py ingest_uploads`: what staff uploaded, as drafts."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import Tags
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from tqdm import tqdm

from catalogue.models import IngestRun
from ingest.load import patience
from ingest.management.batch import INTERRUPTED, Batch, File

JOBS = 2
"""Processes that read. With one, a file too much for the machine would take this process with it, each time anew."""


class Command(BaseCommand):
    requires_system_checks = (Tags.models,)
    help = "识读编辑台上传的文件，新案例待审核；中断过的接着读。每次上传后自动运行。"

    def handle(self, *args: Any, **options: Any) -> None:
        """Read until nothing waits. Where another process is at it, leave it to that one: it looks again at its end."""
        while _waiting():
            with _alone() as alone:
                if not alone:
                    return
                while run := _waiting():
                    _read(run)


def _waiting() -> IngestRun | None:
    """The run to do next. One that was killed comes after those that came since: it may be killed again."""
    return IngestRun.objects.filter(uploads__isnull=False).order_by("started_at", "pk").first()


def _read(run: IngestRun) -> None:
    """Read the run's files; they are kept where somebody stops it, as where it is killed."""
    files = [File(upload.name, Path(upload.file.path)) for upload in run.uploads.all()]
    run.started_at = timezone.now()
    report = Batch(jobs=JOBS, draft=True).run(files, run, tqdm(disable=True))
    if report.interrupted:
        raise CommandError("已中断；再次运行会接着读。", returncode=INTERRUPTED)
    with patience():
        run.uploads.all().delete()


@contextmanager
def _alone() -> Iterator[bool]:
    """Whether no other process reads uploads; none does then until the block or this process ends, however it ends."""
    folder = Path(settings.MEDIA_ROOT)
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "uploads.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
