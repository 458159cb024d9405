"""A document's cases as flat records: the one shape in which last reading, new reading and live rows are compared.

The records hold JSON's own types only, so that a reading can be kept in the database as it is. Figures are decimal
strings in their shortest form (“34”, “0.5”). `id` is the primary key of the row a record stands for; what has no row
yet has a negative one, unique within its case.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any, TypeVar

Spans = tuple[tuple[int, int], ...]
T = TypeVar("T")


def as_typed(text: str) -> str:
    """The text as a form gives it back: a browser sends line breaks as CR LF, and outer blanks are stripped.

    Compared so, what staff saved without touching it is what the machine read.
    """
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


@dataclass(frozen=True, slots=True)
class RegionRecord:
    code: str
    main: bool = False
    reason: str = ""
    confidence: float | None = None
    spans: Spans = ()


@dataclass(frozen=True, slots=True)
class IndicatorRecord:
    slug: str
    reason: str = ""
    confidence: float | None = None
    spans: Spans = ()


@dataclass(frozen=True, slots=True)
class MeasureRecord:
    id: int
    label: str = ""
    heading: str = ""
    text: str = ""
    level: int = 1
    parent: int | None = None
    """`id` of the measure above."""
    region: str = ""
    """Code, where it is not the case's main region."""
    region_reason: str = ""
    region_confidence: float | None = None
    region_spans: Spans = ()
    spans: Spans = ()

    @property
    def name(self) -> str:
        return self.heading

    @property
    def wording(self) -> str:
        return f"{self.heading}\n{self.text}".strip() or self.label


@dataclass(frozen=True, slots=True)
class OutcomeRecord:
    id: int
    text: str = ""
    metric: str = ""
    kind: str = "result"
    reason: str = ""
    measure: int | None = None
    """`id` of the measure it stands in; None for the lead."""
    before: str | None = None
    before_max: str | None = None
    before_unit: str = ""
    after: str | None = None
    after_max: str | None = None
    unit: str = ""
    change_pct: str | None = None
    change_pct_max: str | None = None
    direction: str = "level"
    effect: str = ""
    beneficiary: str = ""
    spans: Spans = ()
    confidence: float | None = None

    @property
    def name(self) -> str:
        return ""

    @property
    def wording(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class AgencyRecord:
    id: int
    name: str = ""
    role: str = "responsible"
    measure: int | None = None
    """`id` of the measure it is named for; None for the case."""
    full_name: str = ""
    reason: str = ""
    spans: Spans = ()
    confidence: float | None = None

    @property
    def wording(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class CaseRecord:
    """One case; `regions` has the main one first, `measures` are in reading order, parents before children."""

    id: int
    key: str
    title: str
    title_is_made: bool = False
    year: int | None = None
    year_reason: str = ""
    year_confidence: float | None = None
    year_spans: Spans = ()
    lead: str = ""
    regions: tuple[RegionRecord, ...] = ()
    indicators: tuple[IndicatorRecord, ...] = ()
    measures: tuple[MeasureRecord, ...] = ()
    outcomes: tuple[OutcomeRecord, ...] = ()
    agencies: tuple[AgencyRecord, ...] = ()
    spans: Spans = ()
    lead_spans: Spans = ()
    vanished: bool = False
    repeat_of: int | None = None
    """Primary key of the case that this one prints once more: as found by the machine, or as it stands."""

    @property
    def name(self) -> str:
        return "" if self.title_is_made else self.title

    @property
    def wording(self) -> str:
        return "\n".join([self.title, self.lead, *(measure.wording for measure in self.measures)])


@dataclass(frozen=True, slots=True)
class EvidenceRecord:
    """What tells a fact of a document; `fact` is the name of its field in `SourceRecord`."""

    fact: str
    reason: str = ""
    confidence: float | None = None
    spans: Spans = ()


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """What is known of the document as a whole; `published_on` in ISO form."""

    title: str = ""
    publisher: str = ""
    kind: str = "other"
    published_on: str | None = None
    document_number: str = ""
    evidence: tuple[EvidenceRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a machine read in a document, as it is kept for the next merge."""

    source: SourceRecord
    cases: tuple[CaseRecord, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """All of it but what stands at its default, which is most of it: a large document has some 30 000 records."""
        cases = []
        for case in self.cases:
            parts = {name: [_told(item) for item in getattr(case, name)] for name in PARTS}
            cases.append({**_told(case), **parts})
        evidence = [_told(item) for item in self.source.evidence]
        return {"source": {**_told(self.source), "evidence": evidence}, "cases": cases}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Reading | None:
        """The reading kept in `data`; None where nothing was read before."""
        if not data:
            return None
        return cls(
            _record(SourceRecord, {**data["source"], "evidence": evidence_of(data["source"].get("evidence", ()))}),
            tuple(_case(case) for case in data["cases"]),
        )


def evidence_of(items: Iterable[dict[str, Any]]) -> tuple[EvidenceRecord, ...]:
    """What tells the facts of a document, as JSON keeps it."""
    return tuple(_record(EvidenceRecord, item) for item in items)


PARTS: dict[str, type] = {
    "regions": RegionRecord,
    "indicators": IndicatorRecord,
    "measures": MeasureRecord,
    "outcomes": OutcomeRecord,
    "agencies": AgencyRecord,
}


def _case(data: dict[str, Any]) -> CaseRecord:
    parts: dict[str, Any] = {name: tuple(_record(kind, item) for item in data[name]) for name, kind in PARTS.items()}
    return _record(CaseRecord, {**data, **parts})


def _told(record: Any) -> dict[str, Any]:
    """The fields of a record that say more than their default."""
    values = ((field, getattr(record, field.name)) for field in fields(record))
    return {field.name: value for field, value in values if value != field.default}


def _record(kind: type[T], data: dict[str, Any]) -> T:
    """A record from JSON, which knows no tuples; fields that a newer version added keep their defaults."""
    known = {field.name for field in fields(kind)}  # type: ignore[arg-type]
    values = {name: value for name, value in data.items() if name in known}
    for name in ("spans", "lead_spans", "year_spans", "region_spans"):
        if name in values:
            values[name] = tuple((start, end) for start, end in values[name])
    return kind(**values)
