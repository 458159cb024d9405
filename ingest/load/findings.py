"""Notices of the stages as findings for the editor's desk."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from catalogue import repeats
from catalogue.models import Finding, Source
from ingest.types import Notice, Severity, Span

UNTIL_RESOLVED = (
    "merge-conflict",
    "changed-after-confirmation",
    "repeat-found",
    "repeat-differs",
    repeats.WITHDRAWN,
    repeats.PROMOTED,
)
"""Codes of findings that tell of an event: later readings don't repeat them, so only staff put them away."""

Key = tuple[int | None, str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """A notice and the case it is about; None where it is about the source."""

    notice: Notice
    case_id: int | None = None
    offer: dict[str, Any] | None = None
    """What an editor may take in place of their own value (`catalogue.conflicts`)."""

    @property
    def key(self) -> Key:
        return self.case_id, self.notice.code, self.notice.message


def open_notices(source: Source) -> list[Notice]:
    """What the source's earlier readings left for staff to look at and nobody has yet."""
    rows = Finding.objects.filter(source=source, resolved=False).order_by("pk")
    return [
        Notice(row.code, Severity(row.severity), row.message, tuple(Span(*pair) for pair in row.spans)) for row in rows
    ]


def write_findings(source: Source, told: Iterable[Told]) -> None:
    """Put these in the place of the source's open findings.

    One that staff resolved stays resolved and is not told again; one that stands already keeps its row and its date.
    """
    wanted = _by_key(told)
    offered = {_place(item.offer) for item in wanted.values()} - {None}
    stale = []
    for row in Finding.objects.filter(source=source):
        item = wanted.pop((row.case_id, row.code, row.message), None)
        if item is not None:
            _follow(row, item)
        elif _place(row.offer) in offered:
            stale.append(row.pk)  # the machine has changed its mind again
        elif not row.resolved and row.code not in UNTIL_RESOLVED:
            stale.append(row.pk)
    Finding.objects.filter(pk__in=stale).delete()
    Finding.objects.bulk_create(
        Finding(
            source=source,
            case_id=item.case_id,
            code=item.notice.code,
            severity=item.notice.severity.value,
            message=item.notice.message,
            spans=_spans(item),
            offer=item.offer,
        )
        for item in wanted.values()
    )


def _place(offer: dict[str, Any] | None) -> tuple[object, ...] | None:
    """Which fields of which row an offer is for."""
    return (offer["part"], offer["item"], *(offer["values"] or {})) if offer else None


def _by_key(told: Iterable[Told]) -> dict[Key, Told]:
    """One finding for what is said several times, with all the places it is said of."""
    merged: dict[Key, Told] = {}
    for item in told:
        before = merged.get(item.key)
        spans = (*before.notice.spans, *item.notice.spans) if before else item.notice.spans
        merged[item.key] = replace(item, notice=replace(item.notice, spans=tuple(dict.fromkeys(spans))))
    return merged


def _follow(row: Finding, item: Told) -> None:
    """The same finding in a new version of the text: its place may have moved."""
    if row.spans != _spans(item) or (item.offer and row.offer != item.offer):
        row.spans = _spans(item)
        row.offer = item.offer or row.offer
        row.save(update_fields=["spans", "offer"])


def _spans(item: Told) -> list[list[int]]:
    return [[span.start, span.end] for span in item.notice.spans]
