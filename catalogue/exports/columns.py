"""What the tables say of a case, for CSV and XLSX alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from catalogue.citation import cite, page_ranges
from catalogue.models import CaseStudy

from .record import main_region_first, region_path, results

Cell = str | int | None

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What XML, and with it XLSX and DOCX, cannot hold: "企业\x00开办"."""


def joined(parts: Iterable[str]) -> str:
    """Several values in one cell, each once."""
    return "；".join(dict.fromkeys(parts))


def checked(case: CaseStudy) -> str:
    """Whether a person has confirmed what the machine read."""
    return str(_("机器识读，未经核对") if case.is_machine_read else _("已人工核对"))


def storable(text: str) -> str:
    """Without control characters, which staff may have pasted in."""
    return CONTROL.sub("", text)


CASE_COLUMNS: dict[Any, Callable[[CaseStudy], Cell]] = {
    _("编号"): lambda case: case.pk,
    _("标题"): lambda case: case.title,
    _("年份"): lambda case: case.year,
    _("地区"): lambda case: joined(" ".join(region_path(link.region)) for link in main_region_first(case)),
    _("指标"): lambda case: joined(link.indicator.name for link in case.case_indicators.all()),
    _("单位"): lambda case: joined(agency.name for agency in case.agencies.all()),
    _("举措"): lambda case: joined(f"{m.label}{m.heading}" for m in case.measures.all() if m.heading),
    _("成效"): lambda case: joined(outcome.text for outcome in results(case)),
    _("正文"): lambda case: case.body,
    _("来源"): lambda case: case.source.title,
    _("发布日期"): lambda case: case.source.published_on.isoformat() if case.source.published_on else None,
    _("文件"): lambda case: case.source.file,
    _("页码"): lambda case: page_ranges(case.source.pages_of(case.spans), "、") or None,
    _("核对"): checked,
    _("引用"): lambda case: cite(case.source, case),
}
