"""`manage.py synthesize N`: invented cases for trials of size and speed."""

from __future__ import annotations

import os
import time
from argparse import ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from tqdm import tqdm

from catalogue.models import CaseStudy
from catalogue.search.index.follower import follower
from catalogue.synthetic.load import load, remove
from catalogue.synthetic.mark import READER_VERSION
from catalogue.synthetic.stock import read_stock


def whole_number(text: str) -> int:
    """A number from 0 on.

    Raises:
        ArgumentTypeError: the text is none.
    """
    if not (text.isascii() and text.isdigit()):
        raise ArgumentTypeError(_("应为不小于 0 的整数：%s") % text)
    return int(text)


class Command(BaseCommand):
    help = (
        "用库中已发布案例的文字重新拼合出 N 个虚构案例，供容量和速度试验。来源一律标明“合成数据”，"
        "并取代先前合成的案例；N 为 0 即全部删除。"
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("count", metavar="N", type=whole_number, help="案例数；0 表示只删除先前合成的案例")
        parser.add_argument("--seed", type=whole_number, default=1, help="随机种子：种子和库中案例相同，结果就相同")
        parser.add_argument("--yes", action="store_true", help="库中有人工核对过的案例时，仍然合成")

    def handle(self, *args: Any, **options: Any) -> None:
        """Replace the invented cases of an earlier run by new ones, and index them.

        Raises:
            CommandError: there is nothing to recombine, or the catalogue is one that staff work on.
        """
        count, quiet = options["count"], options["verbosity"] == 0
        real = CaseStudy.objects.exclude(source__reader_version=READER_VERSION)
        if count and not options["yes"] and real.filter(confirmed_at__isnull=False).exists():
            raise CommandError(
                _("库中有人工核对过的案例，虚构的案例会与它们一同公开。请另用一个试验库；确要在此合成，请加 --yes。")
            )
        stock = read_stock(options["seed"]) if count else None
        if count and stock is None:
            raise CommandError(_("没有可供拼合的案例：库中还没有已发布的案例，请先运行 ingest。"))
        start = time.monotonic()
        earlier = CaseStudy.objects.filter(source__reader_version=READER_VERSION).count()
        with tqdm(desc=_("删除"), total=earlier, unit="个", disable=quiet or not earlier) as progress:
            for removed in remove():
                progress.update(removed)
        if stock:
            with tqdm(desc=_("合成"), total=count, unit="个", disable=quiet) as progress:
                for written in load(stock, options["seed"], count):
                    progress.update(written)
        written_after = time.monotonic() - start
        follower().rebuild(jobs=os.cpu_count() or 1)
        if not quiet:
            told = {
                "count": count,
                "removed": earlier,
                "written": written_after,
                "indexed": time.monotonic() - start - written_after,
            }
            self.stdout.write(
                _("合成 %(count)s 个案例，删除 %(removed)s 个；写入 %(written).1f 秒，建立索引 %(indexed).1f 秒") % told
            )
