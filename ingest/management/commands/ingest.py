"""`manage.py ingest`: documents into the catalogue."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import Tags
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from tqdm import tqdm

from catalogue.models import IngestRun
from ingest.load import RunReport
from ingest.management.batch import BAD_USAGE, INTERRUPTED, Batch, File
from ingest.management.wording import document_lines, summary_lines
from ingest.read import is_hidden

UNREADABLE = 1
"""Exit code, beside those of every run and 0 for one without errors."""


class Command(BaseCommand):
    requires_system_checks = (Tags.models,)  # those of addresses and forms load the whole site: 40 MB and half a second
    help = "识读文件或文件夹中的文献，把案例收入目录；再次运行只处理有变化的文献，人工修改不会丢失。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "paths", nargs="*", type=Path, metavar="PATH", help="文件、压缩包（zip）或文件夹，默认为 seeds/"
        )
        parser.add_argument("--dry-run", action="store_true", help="只报告会发生什么，不写入")
        parser.add_argument("--jobs", type=int, default=1, metavar="N", help="同时识读的进程数，默认 1")
        parser.add_argument("--draft", action="store_true", help="新案例存为待审核，不直接发布")
        parser.add_argument("--report", type=Path, metavar="FILE.json", help="把报告另存为 JSON 文件")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read and load each document; raises CommandError with exit code 1, 2 or, when interrupted, 130."""
        files = _files(options["paths"] or [settings.BASE_DIR / "seeds"])
        report_file = Path(options["report"]) if options["report"] else None
        self._check(options["jobs"], report_file)
        batch = Batch(jobs=options["jobs"], draft=options["draft"], dry_run=options["dry_run"])
        quiet = not sys.stderr.isatty() or options["verbosity"] == 0
        bar = tqdm(total=len(files), unit="份", desc="识读", disable=quiet)
        run = IngestRun(started_at=timezone.now())
        report = batch.run([File(path.name, path) for path in files], run, bar)
        if report_file:
            report_file.write_text(json.dumps(run.report, ensure_ascii=False, indent=2) + "\n", "utf-8")
        if options["verbosity"] > 0:
            self._tell(report, options["dry_run"])
        if report.interrupted:
            raise CommandError("已中断，此前的文献已收入；再次运行会接着处理其余文献。", returncode=INTERRUPTED)
        if report.failed:
            names = "、".join(document.file for document in report.failed)
            raise CommandError(f"{len(report.failed)} 份文献未能收入：{names}", returncode=UNREADABLE)

    def _tell(self, report: RunReport, dry_run: bool) -> None:
        for document in report.documents:
            for line in document_lines(document):
                self.stdout.write(line)
        for line in summary_lines(report):
            self.stdout.write(line)
        if dry_run:
            self.stdout.write("试运行，未写入任何内容。")

    def _check(self, jobs: int, report: Path | None) -> None:
        """Better told before an hour's run than after it."""
        if jobs < 1:
            raise CommandError(f"--jobs 至少为 1，不能是 {jobs}。", returncode=BAD_USAGE)
        if report and not report.resolve().parent.is_dir():
            raise CommandError(f"报告所在的文件夹不存在：{report.parent}", returncode=BAD_USAGE)


def _files(paths: list[Path]) -> list[Path]:
    """The files named, and all those in the folders named but for hidden ones; in a fixed order, each once."""
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = (file for file in path.rglob("*") if file.is_file())
            files += sorted(file for file in inside if not is_hidden(file.relative_to(path)))
        elif path.exists():
            files.append(path)
        else:
            raise CommandError(f"找不到文件或文件夹：{path}", returncode=BAD_USAGE)
    if not files:
        raise CommandError(f"没有可识读的文件：{'、'.join(map(str, paths))}", returncode=BAD_USAGE)
    return list(dict.fromkeys(files))
