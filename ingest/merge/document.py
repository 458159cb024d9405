"""A document's cases, each found again and merged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .case import in_ids_of, merge_case
from .fields import Clash, Merged, merge_fields, same
from .matching import RELATED, likeness, match
from .records import CaseRecord, Reading, SourceRecord


@dataclass(frozen=True, slots=True)
class CaseMerge:
    """What becomes of one case: `record` is how its row should stand, None where staff deleted it for good."""

    reading: CaseRecord
    """What the machine read, with the ids of rows where they are known: kept for the next merge."""
    record: CaseRecord | None
    live: CaseRecord | None = None
    """How its row stands now; None for a new case."""
    last: CaseRecord | None = None
    """What the machine read in it last time."""
    clashes: tuple[Clash, ...] = ()
    reading_index: int | None = None
    """Which case of the new reading it is; None for one that vanished."""

    @property
    def is_new(self) -> bool:
        return self.record is not None and self.live is None

    @property
    def is_changed(self) -> bool:
        """Whether anything that people see changes in an existing case."""
        return self.record is not None and self.live is not None and not _looks_the_same(self.record, self.live)


@dataclass(frozen=True, slots=True)
class DocumentMerge:
    """What becomes of a source and its cases."""

    source: SourceRecord
    source_clashes: tuple[Clash, ...]
    cases: tuple[CaseMerge, ...]


def merge_document(last: Reading | None, new: Reading, live: Reading | None) -> DocumentMerge:
    """Merge a new reading into a source's live rows; `last` and `live` are None for a source not seen before.

    A case that the new reading lacks is marked as vanished, never dropped. Live cases that no machine ever read are
    staff's own and left alone.
    """
    if last is None or live is None:
        cases = tuple(CaseMerge(case, case, reading_index=n) for n, case in enumerate(new.cases))
        return DocumentMerge(new.source, (), cases)
    source = merge_source(last.source, new.source, live.source)
    rows = {case.id: case for case in live.cases}
    pairs = match_cases(last.cases, new.cases)
    merges = [_merge(last.cases[pairs[n]] if n in pairs else None, case, n, rows) for n, case in enumerate(new.cases)]
    again = set(pairs.values())
    merges += [_vanish(case, rows.get(case.id)) for n, case in enumerate(last.cases) if n not in again]
    return DocumentMerge(source.record, source.clashes, tuple(merges))


def merge_source(last: SourceRecord, new: SourceRecord, live: SourceRecord) -> Merged[SourceRecord]:
    """The document's facts merged, each with what tells it: the machine's evidence goes with its own value only."""
    merged = merge_fields(last, new, live)
    read = {item.fact for item in new.evidence if getattr(merged.record, item.fact) == getattr(new, item.fact)}
    kept = (item for item in live.evidence if item.fact not in read)
    evidence = (*(item for item in new.evidence if item.fact in read), *kept)
    return replace(merged, record=replace(merged.record, evidence=evidence))


def match_cases(old: Sequence[CaseRecord], new: Sequence[CaseRecord]) -> dict[int, int]:
    """For each index in `new` of a case read before, its index in `old`: by wording, else by the same place."""
    pairs = match(old, new)
    free = {case.key: j for j, case in enumerate(old) if j not in pairs.values() and not case.vanished}
    for i, case in enumerate(new):
        j = free.get(case.key)
        if i not in pairs and j is not None and likeness(old[j].wording, case.wording, RELATED):
            pairs[i] = j
    return pairs


def _merge(last: CaseRecord | None, new: CaseRecord, index: int, rows: dict[int, CaseRecord]) -> CaseMerge:
    if last is None:
        return CaseMerge(new, new, reading_index=index)
    new = in_ids_of(last, new)
    live = rows.get(last.id)
    if live is None:
        return CaseMerge(new, None, last=last, reading_index=index)
    merged = merge_case(last, new, live)
    return CaseMerge(new, merged.record, live, last, merged.clashes, index)


def _vanish(last: CaseRecord, live: CaseRecord | None) -> CaseMerge:
    """Kept as it was read, so that it is known again when it comes back; the mark that staff took off stays off."""
    gone = replace(last, key=f"vanished-{last.id}", vanished=True)
    if live is None:
        return CaseMerge(gone, None)
    return CaseMerge(gone, replace(live, key=gone.key, vanished=live.vanished or not last.vanished), live, last)


def _looks_the_same(a: CaseRecord, b: CaseRecord) -> bool:
    """Whether two records of one case differ in nothing but places in the source."""
    if a.vanished != b.vanished or not same(a, b):
        return False
    lists = ((a.regions, b.regions), (a.indicators, b.indicators), (a.measures, b.measures))
    more = ((a.outcomes, b.outcomes), (a.agencies, b.agencies))
    return all(
        len(mine) == len(theirs) and all(_same_item(x, y) for x, y in zip(mine, theirs, strict=True))
        for mine, theirs in (*lists, *more)
    )


def _same_item(a: object, b: object) -> bool:
    return getattr(a, "id", None) == getattr(b, "id", None) and same(a, b)
