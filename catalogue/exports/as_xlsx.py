"""XLSX: a sheet each for cases, measures and outcomes, tied by the case's number."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from catalogue.models import Measure, Outcome

from .columns import CASE_COLUMNS, Cell, results, storable
from .record import number
from .stream import in_order

LONGEST = 32_767
"""Characters that a cell of Excel holds."""

WIDTHS = {"标题": 40, "地区": 20, "指标": 16, "举措": 40, "成效": 40, "正文": 60, "来源": 30, "引用": 40, "原句": 50}
"""Column widths in characters where the usual ten are too few."""

MEASURE_COLUMNS: dict[Any, Callable[[Measure], Cell]] = {
    _("案例编号"): lambda measure: measure.case_id,
    _("案例"): lambda measure: measure.case.title,
    _("层级"): lambda measure: measure.level,
    _("编号"): lambda measure: measure.label,
    _("标题"): lambda measure: measure.heading,
    _("正文"): lambda measure: measure.text,
    _("地区"): lambda measure: measure.region.name if measure.region else None,
}
OUTCOME_COLUMNS: dict[Any, Callable[[Outcome], Any]] = {
    _("案例编号"): lambda outcome: outcome.case_id,
    _("案例"): lambda outcome: outcome.case.title,
    _("衡量的是"): lambda outcome: outcome.metric,
    _("改革前"): lambda outcome: _figure(outcome.before),
    _("改革前（上限）"): lambda outcome: _figure(outcome.before_max),
    _("改革前单位"): lambda outcome: outcome.before_unit or (outcome.unit if outcome.before is not None else None),
    _("改革后"): lambda outcome: _figure(outcome.after),
    _("改革后（上限）"): lambda outcome: _figure(outcome.after_max),
    _("单位"): lambda outcome: outcome.unit,
    _("变化（%）"): lambda outcome: _figure(outcome.change_pct),
    _("变化上限（%）"): lambda outcome: _figure(outcome.change_pct_max),
    _("变化为算得"): lambda outcome: str(_("是")) if outcome.change_is_computed else None,
    _("方向"): lambda outcome: str(Outcome.Direction(outcome.direction).label),
    _("利弊"): lambda outcome: outcome.get_effect_display() or None,
    _("受益方"): lambda outcome: outcome.beneficiary,
    _("原句"): lambda outcome: outcome.text,
}


def xlsx_chunks(ids: Iterable[int]) -> Iterator[bytes]:
    """The whole file at once: a workbook is a zip archive."""
    book = Workbook(write_only=True)
    case_sheet = _sheet(book, str(_("案例")), CASE_COLUMNS)
    measure_sheet = _sheet(book, str(_("举措")), MEASURE_COLUMNS)
    outcome_sheet = _sheet(book, str(_("成效")), OUTCOME_COLUMNS)
    for case in in_order(ids):
        case_sheet.append(_row(case_sheet, case, CASE_COLUMNS))
        for measure in case.measures.all():
            measure_sheet.append(_row(measure_sheet, measure, MEASURE_COLUMNS))
        for outcome in results(case):
            outcome_sheet.append(_row(outcome_sheet, outcome, OUTCOME_COLUMNS))
    file = io.BytesIO()
    book.save(file)
    yield file.getvalue()


def _sheet(book: Workbook, title: str, columns: Mapping[Any, Callable[[Any], Any]]) -> Any:
    """An empty sheet with its headings, which stay in view."""
    sheet: Any = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    names = [str(name) for name in columns]
    for place, name in enumerate(names, 1):
        sheet.column_dimensions[get_column_letter(place)].width = WIDTHS.get(name, 12)
    sheet.append([_cell(sheet, name, bold=True) for name in names])
    return sheet


def _row(sheet: Any, item: object, columns: Mapping[Any, Callable[[Any], Any]]) -> Sequence[Any]:
    return [_cell(sheet, value(item)) for value in columns.values()]


def _cell(sheet: Any, value: Any, bold: bool = False) -> Any:
    """A cell in which text is text: openpyxl would make a formula of what begins with “=”."""
    if not isinstance(value, str):
        return value
    text = storable(value)
    cell = WriteOnlyCell(sheet, text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…")
    cell.data_type = "s"
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    if bold:
        cell.font = Font(bold=True)
    return cell


def _figure(value: Any) -> Any:
    return None if value is None else number(value)
