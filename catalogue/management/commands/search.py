"""`manage.py search rebuild|status|check`: looks after the search index."""

from __future__ import annotations

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from catalogue.models import CaseStudy
from catalogue.search.index.documents import contents, digest
from catalogue.search.index.follower import Follower, follower


class Command(BaseCommand):
    help = (
        "检索索引。rebuild 另建一份再替换；status 显示位置和进度；check 逐个核对已发布案例，有出入时退出码为 1。"
        "索引由网站自动更新，平时不需要运行。"
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("action", choices=["rebuild", "status", "check"])

    def handle(self, *args: Any, **options: Any) -> None:
        {"rebuild": self._rebuild, "status": self._status, "check": self._compare}[options["action"]](follower())

    def _rebuild(self, follower: Follower) -> None:
        start = time.monotonic()
        follower.rebuild()
        self.stdout.write(
            _("已为 %(cases)s 个案例建立索引，用时 %(seconds).1f 秒")
            % {"cases": follower.status().cases, "seconds": time.monotonic() - start}
        )

    def _status(self, follower: Follower) -> None:
        status = follower.status()
        self.stdout.write(_("文件夹：%s") % (status.folder or _("尚未建立")))
        if status.fault:
            self.stdout.write(_("故障：%s；下次检索时自动重建") % status.fault)
            return
        published = CaseStudy.objects.published().count()
        counts = {"cases": status.cases, "published": published}
        self.stdout.write(_("案例：索引 %(cases)s 个，已发布 %(published)s 个") % counts)
        self.stdout.write(_("待更新：%s 项变更，下次检索时处理") % status.behind)

    def _compare(self, follower: Follower) -> None:
        """Compare every published case with the index.

        Raises:
            CommandError: some cases differ; the message names them.
        """
        held = follower.digests()
        published = CaseStudy.objects.published().order_by("pk").values_list("pk", flat=True)
        wanted = {content["id"]: digest(content) for content in contents(published.iterator(), follower.analyser)}
        missing = sorted(wanted.keys() - held.keys())
        extra = sorted(held.keys() - wanted.keys())
        differing = sorted(pk for pk in wanted.keys() & held.keys() if wanted[pk] != held[pk])
        if missing or extra or differing:
            raise CommandError(
                _("索引缺少：%(missing)s；索引多出：%(extra)s；内容不符：%(differing)s。请运行 search rebuild。")
                % {"missing": _listed(missing), "extra": _listed(extra), "differing": _listed(differing)}
            )
        self.stdout.write(_("%s 个案例，与索引完全一致") % len(wanted))


def _listed(keys: list[int]) -> str:
    """The first keys and how many there are: “3 (1, 2, 5)”."""
    shown = ", ".join(map(str, keys[:20]))
    return f"{len(keys)} ({shown}{' …' if len(keys) > 20 else ''})" if keys else _("无")
