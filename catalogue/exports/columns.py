"""What the tables say of a case, for CSV and XLSX alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from catalogue.citation import cite, page_ranges
from catalogue.models import CaseStudy, Outcome, Region

Cell = str | int | None

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What XML, and with it XLSX and DOCX, cannot hold: "企业\x00开办"."""


def main_region_first(case: CaseStudy) -> list[Any]:
    """The case's links to regions, the main one at the head."""
    return sorted(case.case_regions.all(), key=lambda link: (not link.is_main, link.position))


def results(case: CaseStudy) -> list[Outcome]:
    """What the case achieved, from prefetched rows where there are any."""
    return [outcome for outcome in case.outcomes.all() if outcome.kind == Outcome.Kind.RESULT]


def region_path(region: Region) -> list[str]:
    """Names from the province down to the region itself: ["湖南省", "长沙市"], ["重庆市", "万州区"]."""
    names: list[str] = []
    above: Region | None = region
    while above is not None:
        names.append(above.name)
        above = above.parent
    return names[::-1]


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
