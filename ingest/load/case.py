"""One merged case into its rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils import timezone

from catalogue.models import CaseIndicator, CaseRegion, CaseStudy, Indicator, Source
from ingest.merge import CaseMerge, CaseRecord, IndicatorRecord, RegionRecord
from ingest.merge.items import renumbered
from ingest.types import Notice, Severity

from .parts import CHANGE_REASON, write_agencies, write_measures, write_outcomes
from .repeats import Repeats


@dataclass(frozen=True, slots=True)
class Written:
    """What was written of a case, and the reading to keep for the next merge, with the ids of its rows."""

    case_id: int | None
    reading: CaseRecord
    notices: tuple[Notice, ...] = ()
    measures: dict[int, int] = field(default_factory=dict)
    """The primary key for each measure's id in the records."""


@dataclass(slots=True)
class CaseWriter:
    """Writes the cases of one source; new ones get `state`."""

    source: Source
    state: CaseStudy.State
    repeats: Repeats
    written: list[int] = field(default_factory=list)
    """Primary keys of the cases that were made or changed."""
    _indicators: dict[str, int] = field(default_factory=dict)

    def settle_keys(self, cases: Sequence[CaseMerge]) -> None:
        """Free the keys that this reading needs: within a source each stands once, also halfway through a write."""
        wanted = {case.live.id: case.record.key for case in cases if case.live and case.record}
        needed = {case.record.key for case in cases if case.record}
        for pk, key in CaseStudy.objects.filter(source=self.source).values_list("pk", "key"):
            if (pk in wanted and wanted[pk] != key) or (pk not in wanted and key in needed):
                CaseStudy.objects.filter(pk=pk).update(key=f"moved-{pk}")

    def write(self, merge: CaseMerge) -> Written:
        """Bring the case's rows to the merged record, with a history of what changed."""
        record = merge.record
        if record is None:
            return Written(None, merge.reading)
        index = merge.reading_index
        first = None if index is None else self.repeats.first_of(index, merge.live)
        case = self._row(merge, first)
        notices = _unconfirmed(case) if merge.is_changed and index is not None else []
        if merge.is_new or merge.is_changed:
            _take(case, record)
            case.save()
            self.written.append(case.pk)
        else:
            _place(record, merge.live)
        live = merge.live or CaseRecord(id=case.pk, key=record.key, title=record.title)
        self._write_links(case, record, live)
        measures = write_measures(case, record.measures, live.measures)
        outcomes, rejected = write_outcomes(case, record.outcomes, live.outcomes, measures)
        agencies = write_agencies(case, record.agencies, live.agencies, measures)
        kept = _with_ids(merge, case.pk, measures, outcomes, agencies)
        if index is not None:
            kept = replace(kept, repeat_of=first)
            self.repeats.written(index, case.pk, is_repeat=case.repeat_of_id is not None)
            notices += self.repeats.notices(index, merge, first, case.repeat_of_id)
        return Written(case.pk, kept, (*notices, *rejected), measures)

    def _row(self, merge: CaseMerge, first: int | None) -> CaseStudy:
        """The case's row; a new case that another source prints already is made a repeat of it."""
        if merge.live:
            return CaseStudy.objects.get(pk=merge.live.id)
        return CaseStudy(source=self.source, state=self.state, repeat_of_id=first)

    def _write_links(self, case: CaseStudy, record: CaseRecord, live: CaseRecord) -> None:
        """Regions and indicators have no history of their own: where they differ they are written anew."""
        if record.regions != live.regions:
            if live.regions:
                case.case_regions.all().delete()
            CaseRegion.objects.bulk_create(
                CaseRegion(case=case, region_id=region.code, is_main=region.main, position=n, **_evidence(region))
                for n, region in enumerate(record.regions)
            )
        if record.indicators != live.indicators:
            if not self._indicators:
                self._indicators = dict(Indicator.objects.values_list("slug", "pk"))
            if live.indicators:
                case.case_indicators.all().delete()
            CaseIndicator.objects.bulk_create(
                CaseIndicator(case=case, indicator_id=self._indicators[item.slug], position=n, **_evidence(item))
                for n, item in enumerate(record.indicators)
            )


def _evidence(item: RegionRecord | IndicatorRecord) -> dict[str, Any]:
    """Why a link was made, as its row keeps it."""
    return {"reason": item.reason, "confidence": item.confidence, "spans": item.spans}


SEEN = ("title", "title_is_made", "year", "lead", "vanished")
"""A case's own fields that people see; what changes in them makes history."""
UNSEEN = ("key", "spans", "lead_spans", "year_reason", "year_confidence", "year_spans")
"""Where and why it was read."""


def _take(case: CaseStudy, record: CaseRecord) -> None:
    """The record's own fields."""
    for name in (*SEEN, *UNSEEN):
        setattr(case, name, getattr(record, name))
    case._change_reason = CHANGE_REASON  # type: ignore[attr-defined]


def _place(record: CaseRecord, live: CaseRecord | None) -> None:
    """Where a case that stays as it is was read this time."""
    moved = {name: getattr(record, name) for name in UNSEEN if getattr(record, name) != getattr(live, name)}
    if moved:
        CaseStudy.objects.filter(pk=record.id).update(**moved)


def _unconfirmed(case: CaseStudy) -> list[Notice]:
    """What a person confirmed is about to change: the case counts as unconfirmed again, and the editor is told."""
    if case.confirmed_at is None:
        return []
    day = timezone.localdate(case.confirmed_at)
    case.confirmed_at = None
    message = f"此案例曾于 {day.isoformat()} 核对，之后的识读改动了内容，请重新核对。"
    return [Notice("changed-after-confirmation", Severity.WARNING, message)]


def _with_ids(
    merge: CaseMerge, pk: int, measures: dict[int, int], outcomes: dict[int, int], agencies: dict[int, int]
) -> CaseRecord:
    """The reading with the primary keys of the rows just made in place of its own numbers.

    An outcome that the catalogue refused is kept as it was read before, or not at all, so that it is tried again.
    """
    reading = merge.reading
    before = {outcome.id: outcome for outcome in merge.last.outcomes} if merge.last else {}
    kept = []
    for outcome in renumbered(reading.outcomes, outcomes, measures):
        if outcome.id in outcomes.values():
            kept.append(outcome)
        elif outcome.id in before:
            kept.append(before[outcome.id])
    return replace(
        reading,
        id=pk,
        measures=renumbered(reading.measures, measures, measures),
        outcomes=tuple(kept),
        agencies=renumbered(reading.agencies, agencies, measures),
    )
