"""One case, merged three ways."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from operator import attrgetter
from typing import TypeVar

from .fields import Clash, Merged, merge_fields
from .items import identify, merge_items, renumbered
from .records import AgencyRecord, CaseRecord, MeasureRecord, OutcomeRecord, RegionRecord

BY_ID = attrgetter("id")
Placed = TypeVar("Placed", OutcomeRecord, AgencyRecord)

SHORTEST_PARAGRAPH = 8
"""Characters from which a paragraph found elsewhere is that paragraph, and no chance."""


def in_ids_of(last: CaseRecord, new: CaseRecord) -> CaseRecord:
    """The new reading with the ids of the last one on all that was read before."""
    measures = identify(last.measures, new.measures)
    outcomes = identify(last.outcomes, new.outcomes)
    agencies = identify(last.agencies, new.agencies)
    return replace(
        new,
        id=last.id,
        measures=renumbered(new.measures, measures, measures),
        outcomes=renumbered(new.outcomes, outcomes, measures),
        agencies=renumbered(new.agencies, agencies, measures),
    )


def merge_case(last: CaseRecord, new: CaseRecord, live: CaseRecord) -> Merged[CaseRecord]:
    """The live case with what the new reading changes in it; all three with the same ids (`in_ids_of`)."""
    # A lead that is now read as measures, or the other way, has moved: it must not stay where it was as well.
    lead_moved = _moved([last.lead], new.wording.removeprefix(new.title))
    measures_moved = _moved([measure.text for measure in last.measures], new.lead)
    fields = merge_fields(last, new, live, frozenset({"lead"}) if lead_moved else frozenset())
    regions, region_clashes = merge_regions(last.regions, new.regions, live.regions)
    indicators, indicator_clashes = merge_items(last.indicators, new.indicators, live.indicators, attrgetter("slug"))
    measures, measure_clashes = merge_items(last.measures, new.measures, live.measures, BY_ID, measures_moved)
    outcomes, outcome_clashes = merge_items(last.outcomes, new.outcomes, live.outcomes, BY_ID)
    agencies, agency_clashes = merge_items(last.agencies, new.agencies, live.agencies, BY_ID)
    measures = _reattached(measures, {m.id: m.parent for m in (*new.measures, *last.measures, *live.measures)})
    places = {measure.id for measure in measures}
    record = replace(
        fields.record,
        key=new.key,
        regions=regions,
        indicators=tuple(indicators),
        measures=tuple(measures),
        outcomes=tuple(_placed(outcomes, places)),
        agencies=tuple(_placed(agencies, places)),
        lead_spans=new.lead_spans,
        vanished=live.vanished and not last.vanished,  # where the machine took it for there before, staff set it
    )
    clashes = [
        *fields.clashes,
        *region_clashes,
        *_within("指标", indicator_clashes),
        *_within("举措", measure_clashes),
        *_within("成效", outcome_clashes),
        *_within("单位", agency_clashes),
    ]
    return Merged(record, tuple(clashes))


def merge_regions(
    last: tuple[RegionRecord, ...], new: tuple[RegionRecord, ...], live: tuple[RegionRecord, ...]
) -> tuple[tuple[RegionRecord, ...], list[Clash]]:
    """Regions merged as a list, and which of them is the main one as a value of its own; the main one first."""
    was, now, stands = (_main(regions) for regions in (last, new, live))
    clashes: list[Clash] = []
    if stands != was:
        if now not in ("", was, stands):
            clashes.append(Clash("主要地区", was, now, stands, "region", now, {"main": True}))
        # Staff said which place it is: the machine's other idea is no further region of the case.
        new = tuple(region for region in new if region.code not in (was, now) or region.code == stands)
        main = stands
    else:
        main = now or was
    regions, others = merge_items(last, new, live, attrgetter("code"))
    codes = [region.code for region in regions]
    main = main if main in codes else next(iter(codes), "")
    marked = (replace(region, main=region.code == main) for region in regions)
    return tuple(sorted(marked, key=lambda region: not region.main)), [*clashes, *_within("地区", others)]


def _main(regions: tuple[RegionRecord, ...]) -> str:
    return next((region.code for region in regions if region.main), "")


def _moved(texts: Iterable[str], into: str) -> bool:
    """Whether a paragraph of the texts now stands in another place."""
    return any(line in into for text in texts for line in text.splitlines() if len(line) >= SHORTEST_PARAGRAPH)


def _reattached(measures: list[MeasureRecord], above: dict[int, int | None]) -> list[MeasureRecord]:
    """Each measure under the nearest one above it that is still there, and after it."""
    there = {measure.id for measure in measures}
    result = []
    for measure in measures:
        parent = measure.parent
        while parent is not None and parent not in there:
            parent = above.get(parent)
        result.append(replace(measure, parent=parent))
    return result


def _placed(items: list[Placed], places: set[int]) -> list[Placed]:
    """Items whose measure is gone stand with the case itself."""
    return [item if item.measure in places else replace(item, measure=None) for item in items]


def _within(part: str, clashes: Iterable[Clash]) -> list[Clash]:
    return [replace(clash, field=f"{part}：{clash.field}") for clash in clashes]
