"""Lists within a case (measures, outcomes, agencies, indicators), merged item by item."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from .fields import PARTS, Clash, Merged, identity, merge_fields, untouched
from .matching import match
from .records import AgencyRecord, MeasureRecord, OutcomeRecord

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")
Numbered = TypeVar("Numbered", MeasureRecord, OutcomeRecord, AgencyRecord)

SHOWN = 20
"""Characters of an item that tell an editor which one it is."""


def identify(last: Sequence[Numbered], new: Sequence[Numbered]) -> dict[int, int]:
    """The ids in `new`, each with the id its item had in the last reading; items never read before are not in it."""
    return {new[i].id: last[j].id for i, j in match(last, new).items()}


def renumbered(items: Iterable[Numbered], own: dict[int, int], measures: dict[int, int]) -> tuple[Numbered, ...]:
    """Items with their ids, and those of the measures they name, put into the ids of the last reading."""
    result = []
    for item in items:
        above = "parent" if isinstance(item, MeasureRecord) else "measure"
        place = getattr(item, above)
        changes: dict[str, Any] = {"id": own.get(item.id, item.id), above: measures.get(place, place)}
        result.append(replace(item, **changes))
    return tuple(result)


def merge_items(
    last: Sequence[T], new: Sequence[T], live: Sequence[T], key: Callable[[T], K], found: bool = False
) -> tuple[list[T], list[Clash]]:
    """The merged list, in order.

    What staff deleted stays deleted, what they added stays. What the machine no longer reads goes unless staff
    changed it; but where it reads nothing at all (and nothing was `found` elsewhere), nothing goes.
    """
    was, now, stands = ({key(item): item for item in items} for items in (last, new, live))
    clashes: list[Clash] = []
    merged: dict[K, T] = {}
    for name, item in now.items():
        if name in stands:
            result: Merged[T] = merge_fields(was.get(name, stands[name]), item, stands[name])
            clashes += (replace(clash, field=f"{_called(stands[name])}{clash.field}") for clash in result.clashes)
            merged[name] = result.record
        elif name not in was:
            merged[name] = item
    for name, item in stands.items():
        if name in now:
            continue
        if name not in was or not (now or found):
            merged[name] = item
        elif not untouched(was[name], item):
            merged[name] = item
            clashes.append(Clash("条目", _wording(was[name]), "", "", PARTS[type(item)], identity(item)))
    return [merged[name] for name in _order(list(was), list(now), list(stands), merged)], clashes


def _called(item: object) -> str:
    """An item's name before the name of its field, so that an editor knows which one it is."""
    words = _wording(item)
    return f"“{words}”的" if words else ""


def _wording(item: object) -> str:
    words = str(getattr(item, "wording", None) or identity(item)).split("\n", 1)[0]
    return words if len(words) <= SHOWN else f"{words[:SHOWN]}…"


def _order(was: list[K], now: list[K], stands: list[K], kept: dict[K, T]) -> list[K]:
    """The reading's order, or staff's where they moved something; what the other one has goes after its neighbour."""
    common = [name for name in stands if name in was]
    moved = common != [name for name in was if name in stands]
    backbone, rest = (stands, now) if moved else (now, stands)
    order = [name for name in backbone if name in kept]
    before: K | None = None
    for name in rest:
        if name in kept and name not in order:
            order.insert(order.index(before) + 1 if before is not None else 0, name)
        if name in kept:
            before = name
    return order
