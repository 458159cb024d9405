"""The parts of a case (measures, outcomes, agencies) brought to their merged records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from simple_history.utils import bulk_create_with_history

from catalogue.models import Agency, CaseStudy, Measure, Outcome
from ingest.merge import AgencyRecord, MeasureRecord, OutcomeRecord
from ingest.merge.fields import EVIDENCE, FIGURES, MACHINE_S, same
from ingest.types import Notice, Severity, Span

CHANGE_REASON = "机器识读"
"""Stands in the history beside what the ingest wrote."""

UNSEEN = MACHINE_S | set(EVIDENCE[MeasureRecord][1])
"""Fields that are written without a history."""

WORDS = ("before_unit", "unit", "direction", "effect")
"""The figures' fields that are no numbers."""


def write_measures(case: CaseStudy, wanted: Sequence[MeasureRecord], live: Sequence[MeasureRecord]) -> dict[int, int]:
    """Make, change and delete measures; the primary key for each record's id."""
    if list(wanted) == list(live):
        return {record.id: record.id for record in wanted}
    rows = {row.pk: row for row in case.measures.all()} if live else {}
    places = _places(wanted)
    keys: dict[int | None, int | None] = {None: None, **{r.id: r.id for r in wanted if r.id in rows}}
    new = [record for record in wanted if record.id not in rows]
    while new:  # a level of the tree at a time: a child needs its parent's key
        ready = [record for record in new if record.parent in keys]
        made = [Measure(case=case, position=places[r.id], **_measure_fields(r, keys)) for r in ready]
        bulk_create_with_history(made, Measure, default_change_reason=CHANGE_REASON)
        keys.update((record.id, row.pk) for record, row in zip(ready, made, strict=True))
        new = [record for record in new if record.id not in keys]
    before = {record.id: record for record in live}
    for record in wanted:
        if record.id in rows:
            _change(rows[record.id], _measure_fields(record, keys), places, not same(record, before[record.id]))
    _delete(rows, keys)
    return {record: key for record, key in keys.items() if record is not None and key is not None}


def write_outcomes(
    case: CaseStudy, wanted: Sequence[OutcomeRecord], live: Sequence[OutcomeRecord], measures: dict[int, int]
) -> tuple[dict[int, int], list[Notice]]:
    """Make, change and delete outcomes; one that breaks a rule of the catalogue is refused with a notice instead.

    The primary key for the id of each record that was not refused.
    """
    if list(wanted) == list(live):
        return {record.id: record.id for record in wanted}, []
    rows = {row.pk: row for row in case.outcomes.all()} if live else {}
    before = {record.id: record for record in live}
    places = _places(wanted)
    keys: dict[int, int] = {}
    new: list[tuple[OutcomeRecord, Outcome]] = []
    refused: list[Notice] = []
    for record in wanted:
        fields = _outcome_fields(record, measures)
        row = rows.get(record.id)
        if row is None:
            new.append((record, Outcome(case=case, position=places[record.id], **fields)))
            continue
        is_changed = not same(record, before[record.id])
        problem = _problem(Outcome(case=case, **fields)) if is_changed else ""
        if problem:
            refused.append(_rejected(record, problem))
        else:
            _change(row, fields, places, is_changed)
            keys[record.id] = row.pk
    made, refused_new = _made(new)
    keys.update((record.id, row.pk) for record, row in made)
    _delete(rows, {record.id for record in wanted})
    return keys, [*refused, *refused_new]


def _made(new: list[tuple[OutcomeRecord, Outcome]]) -> tuple[list[tuple[OutcomeRecord, Outcome]], list[Notice]]:
    """Those of the new outcomes that the catalogue took, and a notice for each of the others.

    They are tried together: to ask of each whether it keeps the rules takes five queries, and hardly any breaks one.
    """
    try:
        for _, row in new:
            row.full_clean(exclude=["case", "measure"], validate_constraints=False)
        with transaction.atomic():
            bulk_create_with_history([row for _, row in new], Outcome, default_change_reason=CHANGE_REASON)
    except (ValidationError, IntegrityError):
        problems = [_problem(row) for _, row in new]
        if not any(problems):
            raise
        made, _ = _made([pair for pair, problem in zip(new, problems, strict=True) if not problem])
        return made, [_rejected(record, problem) for (record, _), problem in zip(new, problems, strict=True) if problem]
    return new, []


def write_agencies(
    case: CaseStudy, wanted: Sequence[AgencyRecord], live: Sequence[AgencyRecord], measures: dict[int, int]
) -> dict[int, int]:
    """Make, change and delete agencies; the primary key for each record's id."""
    if list(wanted) == list(live):
        return {record.id: record.id for record in wanted}
    rows = {row.pk: row for row in case.agencies.all()} if live else {}
    places = _places(wanted)
    made: list[tuple[int, Agency]] = []
    keys: dict[int, int] = {}
    for record in wanted:
        place = measures.get(record.measure) if record.measure is not None else None
        fields: dict[str, Any] = {
            "name": record.name,
            "full_name": record.full_name,
            "role": record.role,
            "measure_id": place,
            "reason": record.reason,
            "confidence": record.confidence,
            "spans": record.spans,
        }
        if record.id in rows:
            keys[record.id] = record.id
            Agency.objects.filter(pk=record.id).update(position=places[record.id], **fields)
        else:
            made.append((record.id, Agency(case=case, position=places[record.id], **fields)))
    Agency.objects.bulk_create([row for _, row in made])
    keys.update((record, row.pk) for record, row in made)
    _delete(rows, {record.id for record in wanted})
    return keys


def _places(wanted: Sequence[Any]) -> dict[int, int]:
    """Positions by id, counted through."""
    return {record.id: place for place, record in enumerate(wanted)}


def _change(row: Measure | Outcome, fields: dict[str, Any], places: dict[int, int], is_changed: bool) -> None:
    """Write a row; with a history only where something changes that people see."""
    position = places[row.pk]
    if is_changed:
        for name, value in fields.items():
            setattr(row, name, value)
        row.position = position
        row._change_reason = CHANGE_REASON  # type: ignore[union-attr]
        row.save()
        return
    unseen = {name: fields[name] for name in UNSEEN & fields.keys()}
    if row.position != position or any(_stored(value) != getattr(row, name) for name, value in unseen.items()):
        type(row).objects.filter(pk=row.pk).update(position=position, **unseen)


def _delete(rows: dict[int, Any], wanted: Iterable[int | None]) -> None:
    """One by one, so that the history keeps them; from the last, since a measure takes those under it along."""
    kept = set(wanted)
    for pk, row in reversed(rows.items()):
        if pk not in kept:
            row.delete()


def _measure_fields(record: MeasureRecord, keys: dict[int | None, int | None]) -> dict[str, Any]:
    return {
        "label": record.label,
        "heading": record.heading,
        "text": record.text,
        "level": record.level,
        "parent_id": keys[record.parent],
        "region_id": record.region or None,
        "region_reason": record.region_reason,
        "region_confidence": record.region_confidence,
        "region_spans": record.region_spans,
        "spans": record.spans,
    }


def _outcome_fields(record: OutcomeRecord, measures: dict[int, int]) -> dict[str, Any]:
    figures = {
        name: value if name in WORDS or value is None else Decimal(value)
        for name, value in ((name, getattr(record, name)) for name in FIGURES)
    }
    return {
        "measure_id": measures.get(record.measure) if record.measure is not None else None,
        "kind": record.kind,
        "reason": record.reason,
        "beneficiary": record.beneficiary,
        "change_is_computed": False,
        "text": record.text,
        "metric": record.metric,
        "spans": record.spans,
        "confidence": record.confidence,
        **figures,
    }


def _problem(outcome: Outcome) -> str:
    """What the catalogue's rules have against an outcome; “” where nothing."""
    try:
        outcome.full_clean(exclude=["case", "measure"])
    except ValidationError as error:
        return "；".join(error.messages)
    return ""


def _rejected(record: OutcomeRecord, problem: str) -> Notice:
    spans = tuple(Span(*pair) for pair in record.spans)
    return Notice("outcome-rejected", Severity.WARNING, f"“{record.text}”未收为成效：{problem}", spans)


def _stored(value: Any) -> Any:
    """Spans as the database gives them back; anything else as it is."""
    return [list(pair) for pair in value] if isinstance(value, tuple) else value
