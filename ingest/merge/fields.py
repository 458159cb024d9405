"""The three-way rule, for one record: theirs where staff changed it, else what the machine reads now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from dataclasses import fields as dataclass_fields
from typing import Any, Generic, TypeVar

from .records import AgencyRecord, CaseRecord, IndicatorRecord, MeasureRecord, OutcomeRecord, RegionRecord, SourceRecord

T = TypeVar("T")
Fields = tuple[str, ...]

FIGURES = (
    "before",
    "before_max",
    "before_unit",
    "after",
    "after_max",
    "unit",
    "change_pct",
    "change_pct_max",
    "direction",
    "effect",
)
"""Merged as one: a staff figure beside a machine's would contradict it."""

GROUPS: dict[type, dict[str, Fields]] = {
    SourceRecord: {
        "标题": ("title",),
        "发布单位": ("publisher",),
        "类型": ("kind",),
        "发布日期": ("published_on",),
        "文号": ("document_number",),
    },
    CaseRecord: {"标题": ("title", "title_is_made"), "年份": ("year",), "导语": ("lead",)},
    MeasureRecord: {
        "编号": ("label",),
        "标题": ("heading",),
        "正文": ("text",),
        "层级": ("level", "parent"),
        "地区": ("region",),
    },
    OutcomeRecord: {
        "原句": ("text",),
        "衡量的是": ("metric",),
        "性质": ("kind",),
        "依据": ("reason",),
        "受益方": ("beneficiary",),
        "所属举措": ("measure",),
        "数字": FIGURES,
    },
    AgencyRecord: {
        "名称": ("name",),
        "全称": ("full_name",),
        "角色": ("role",),
        "依据": ("reason",),
        "所属举措": ("measure",),
    },
    IndicatorRecord: {"依据": ("reason",)},
    RegionRecord: {"依据": ("reason",), "主要地区": ("main",)},
}
"""What is merged as one value, by its name for the editor. A record's other fields are not staff's to change."""

MACHINE_S = {"spans", "confidence"}
"""Where in the source something was read and how surely: always as the machine says now."""

EVIDENCE: dict[type, tuple[str, Fields]] = {
    CaseRecord: ("year", ("year_reason", "year_confidence", "year_spans")),
    MeasureRecord: ("region", ("region_reason", "region_confidence", "region_spans")),
}
"""What tells a value of a record, and so goes with the machine's value only."""

WORDING = {"label", "heading", "text"}
"""Read as a whole: a heading that the new reading has as text is not “not found”."""


PARTS: dict[type, str] = {
    SourceRecord: "source",
    CaseRecord: "case",
    MeasureRecord: "measure",
    OutcomeRecord: "outcome",
    AgencyRecord: "agency",
    IndicatorRecord: "indicator",
    RegionRecord: "region",
}
"""What a clash calls the kinds of records."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Staff changed a value and the machine now reads another one than before.

    `part` and `item` say which record it is; `values` are what the machine reads now, by the record's field names, None
    where it no longer reads the record at all.
    """

    field: str
    last: str
    new: str
    live: str
    part: str
    item: int | str | None = None
    values: dict[str, Any] | None = None

    def __str__(self) -> str:
        if self.values is None:
            return f"{self.field}：新的识读中没有“{self.last}”，因人工改过，已保留"
        return f"{self.field}：识读由“{self.last}”变为“{self.new}”，人工改为“{self.live}”，已保留人工所改"


@dataclass(frozen=True, slots=True)
class Merged(Generic[T]):
    record: T
    clashes: tuple[Clash, ...] = ()


def merge_fields(last: T, new: T, live: T, may_empty: frozenset[str] = frozenset()) -> Merged[T]:
    """`live` with what the new reading changes in it.

    A value that staff changed (live is not what the machine read last) stays; it is a clash where the machine also
    changed its mind. One that the machine no longer finds stays, but for the fields in `may_empty`.
    """
    values: dict[str, Any] = {}
    clashes = []
    if untouched(last, live, WORDING):
        may_empty = may_empty | WORDING
    for name, group in GROUPS[type(live)].items():
        was, now, stands = (tuple(getattr(record, field) for field in group) for record in (last, new, live))
        if now in (was, stands) or (not any(now) and not may_empty.issuperset(group)):
            continue
        if stands == was:
            values.update(zip(group, now, strict=True))
        else:
            read = dict(zip(group, now, strict=True))
            clashes.append(
                Clash(name, _shown(was), _shown(now), _shown(stands), PARTS[type(live)], identity(live), read)
            )
    values |= {field.name: getattr(new, field.name) for field in dataclass_fields(new) if field.name in MACHINE_S}  # type: ignore[arg-type]
    if type(live) in EVIDENCE:
        told, by = EVIDENCE[type(live)]
        if values.get(told, getattr(live, told)) == getattr(new, told):
            values |= {field: getattr(new, field) for field in by}
    return Merged(replace(live, **values), tuple(clashes))  # type: ignore[type-var]


def identity(record: object) -> int | str | None:
    """By what a record is known within its case; None for the source, which is one."""
    return next((getattr(record, name) for name in ("id", "slug", "code") if hasattr(record, name)), None)


def untouched(last: T, live: T, among: set[str] | None = None) -> bool:
    """Whether staff left everything as the machine read it last (of the fields in `among`)."""
    return all(
        getattr(last, field) == getattr(live, field) for field in merged_fields(live) if among is None or field in among
    )


def same(a: T, b: T) -> bool:
    """Whether two records agree in all that people see and may change."""
    return all(getattr(a, field) == getattr(b, field) for field in merged_fields(a))


def merged_fields(record: object) -> Iterator[str]:
    """Names of the fields that are merged."""
    for group in GROUPS[type(record)].values():
        yield from group


def _shown(values: tuple[Any, ...]) -> str:
    """Values in words for the editor, cut to a line."""
    words = " ".join(str(value) for value in values if value not in (None, "") and not isinstance(value, bool))
    return words if len(words) <= 40 else f"{words[:40]}…"
