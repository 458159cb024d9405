"""DOCX: a report to paste from, a case after the other: facts, table of results, measures, reference."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import cast

from django.utils.translation import gettext as _
from docx import Document
from docx.document import Document as DocumentType
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.styles.style import ParagraphStyle

from catalogue.citation import cite
from catalogue.models import CaseStudy, Measure
from catalogue.templatetags.figures import after, before, change

from .columns import checked, main_region_first, region_path, results, storable
from .stream import in_order

LATIN, SONG, HEI = "Times New Roman", "宋体", "黑体"
"""Fonts of official documents; East Asian ones must be named apart, or Word falls back to its own."""

HEADING_LEVELS = 4
"""Levels of Word's headings that are used; deeper measures keep the last."""

FIRST_LINE_INDENT = 2
"""Characters by which a Chinese paragraph begins further in."""


def docx_chunks(ids: Iterable[int]) -> Iterator[bytes]:
    """The whole file at once: a Word file is a zip archive."""
    report = _blank()
    for number, case in enumerate(in_order(ids)):
        if number:
            report.add_page_break()
        _add_case(report, case)
    file = io.BytesIO()
    report.save(file)
    yield file.getvalue()


def _blank() -> DocumentType:
    """An A4 page with Chinese fonts in every style that is used."""
    report = Document()
    section = report.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    report.core_properties.title = _("营商环境改革案例")
    report.core_properties.author = _("营商环境改革案例库")
    report.core_properties.language = "zh-CN"
    _set_font(cast(ParagraphStyle, report.styles["Normal"]), SONG, Pt(12))
    for level in range(1, HEADING_LEVELS + 1):
        _set_font(cast(ParagraphStyle, report.styles[f"Heading {level}"]), HEI, Pt(18 - 2 * level))
    return report


def _set_font(style: ParagraphStyle, east_asian: str, size: Pt) -> None:
    style.font.name = LATIN
    style.font.size = size
    style.font.color.rgb = None
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:eastAsia"), east_asian)


def _add_case(report: DocumentType, case: CaseStudy) -> None:
    report.add_heading(storable(case.title), level=1)
    for name, value in _facts(case):
        line = report.add_paragraph()
        line.add_run(f"{name}：").bold = True
        line.add_run(storable(value))
    _add_results(report, case)
    _add_text(report, case.lead)
    for measure in case.measure_tree():
        _add_measure(report, measure)
    source = report.add_paragraph()
    source.add_run(_("来源：")).bold = True
    source.add_run(storable(cite(case.source, case)))


def _facts(case: CaseStudy) -> Iterator[tuple[str, str]]:
    """What stands above the text; a fact that is not known has no line."""
    facts = [
        (_("地区"), "；".join(" ".join(region_path(link.region)) for link in main_region_first(case))),
        (_("年份"), str(case.year or "")),
        (_("指标"), "；".join(link.indicator.name for link in case.case_indicators.all())),
        (_("单位"), "；".join(dict.fromkeys(agency.name for agency in case.agencies.all()))),
        (_("核对"), checked(case)),
    ]
    yield from ((name, value) for name, value in facts if value)


def _add_results(report: DocumentType, case: CaseStudy) -> None:
    outcomes = results(case)
    if not outcomes:
        return
    table = report.add_table(rows=1, cols=5, style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    titles = (_("衡量的是"), _("改革前"), _("改革后"), _("变化"), _("原句"))
    for cell, title in zip(table.rows[0].cells, titles, strict=True):
        cell.paragraphs[0].add_run(title).bold = True
    for outcome in outcomes:
        values = (outcome.metric, before(outcome), after(outcome), change(outcome), outcome.text)
        for cell, value in zip(table.add_row().cells, values, strict=True):
            cell.text = storable(value)
    report.add_paragraph()


def _add_measure(report: DocumentType, measure: Measure) -> None:
    heading = storable(f"{measure.label}{measure.heading}")
    if heading:
        report.add_heading(heading, level=min(measure.level + 1, HEADING_LEVELS))
    _add_text(report, measure.text)
    for child in measure.branches:
        _add_measure(report, child)


def _add_text(report: DocumentType, text: str) -> None:
    for line in storable(text).splitlines():
        if line.strip():
            paragraph = report.add_paragraph(line.strip())
            paragraph.paragraph_format.first_line_indent = Pt(12 * FIRST_LINE_INDENT)
