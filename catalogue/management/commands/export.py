"""`manage.py export`: cases as a file."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.http import QueryDict

from catalogue.exports import FORMATS
from catalogue.filters import CaseFilter
from catalogue.models import CaseStudy
from catalogue.search import find_all

BAD_USAGE = 2
FILTERS = {
    "q": "检索词",
    "region": "地区的代码或名称",
    "indicator": "指标的标识或名称",
    "year": "年份或范围，例如 2019-2021",
}


class Command(BaseCommand):
    help = "导出已发布的案例。筛选条件与案例列表页相同：同一条件可重复，表示“或”。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--format", choices=list(FORMATS), default="json", help="文件格式，默认为 json")
        parser.add_argument("--output", type=Path, metavar="FILE", help="写入的文件；不写则输出到屏幕（仅限文本格式）")
        for name, words in FILTERS.items():
            parser.add_argument(f"--{name}", action="append", default=[], help=words)

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the cases asked for; raises CommandError with exit code 2 for a filter or a file that is not."""
        chosen = FORMATS[options["format"]]
        output = Path(options["output"]) if options["output"] else None
        if output is None and not chosen.is_text:
            raise CommandError(f"{chosen.name} 不是文本，请用 --output 指定文件。", returncode=BAD_USAGE)
        ids = _wanted({name: options[name] for name in FILTERS if options[name]})
        chunks = chosen.chunks(ids)
        if output is None:
            for chunk in chunks:
                self.stdout.write(chunk.decode(), ending="")
            return
        _write(output, chunks)
        if options["verbosity"] > 0:
            self.stderr.write(f"已导出 {len(ids)} 个案例：{output}")


def _wanted(filters: dict[str, str | list[str]]) -> list[int]:
    """Keys of the published cases that answer the filters; of all where there are none."""
    if not filters:
        return list(CaseStudy.objects.published().order_by("pk").values_list("pk", flat=True))
    values = QueryDict(mutable=True)
    for name, given in filters.items():
        values.setlist(name, [given] if isinstance(given, str) else given)
    question = CaseFilter(values)
    if question.errors:
        words = (f"--{name}：{word}" for name, problems in question.errors.items() for word in problems)
        raise CommandError("；".join(words), returncode=BAD_USAGE)
    return find_all(question.query())


def _write(output: Path, chunks: Iterable[bytes]) -> None:
    """All or nothing: a file half written is never left in the place of a good one."""
    aside = output.with_name(f".{output.name}.part")
    try:
        with aside.open("wb") as file:
            file.writelines(chunks)
        aside.replace(output)
    except OSError as error:
        raise CommandError(f"无法写入 {output}：{error.strerror}", returncode=BAD_USAGE) from error
    finally:
        aside.unlink(missing_ok=True)
