"""Lists that break off and resume further down: section 3 ends at （一）, its （二） stands in another column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ingest.order.numbering import Label, Outline, Verdict
from ingest.order.seams import Passage

BEAM = 40
"""How many readings of the page are kept at a time; a page has a handful of numbers out of place."""
MISPRINT = -3.0
"""A number that nothing leads up to, left where it is."""
SKIPPED = -1.0
"""A number missing in a list."""
REFUTED = -4.0
"""What follows the place a run was moved to does not follow the run."""
MOST_ENDS = 80
"""Places that lists may resume at are those of the page at hand, the last so many."""
EARLY = -0.001
"""Of places that fit alike the first one wins: columns are read in the order in which they break off."""


@dataclass(frozen=True, slots=True)
class _End:
    """A place where lists may have broken off: behind the passage `after`."""

    after: int
    outline: Outline
    following: Label | None
    """The label printed next, where it goes on from here; None where that one belongs elsewhere."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read the labels so far."""

    score: float = 0.0
    outline: Outline = field(default_factory=Outline)
    ends: tuple[_End, ...] = ()
    moves: tuple[tuple[int, int], ...] = ()
    """(passage, the passage to follow it)."""
    resumed: _End | None = None
    """The place that what is being read was moved to."""
    at_breaks: tuple[tuple[int, Outline], ...] = ()
    """The outline at each broken-off sentence whose end stands elsewhere."""


def resumed_lists(passages: Sequence[Passage], sentences: Mapping[int, int]) -> dict[int, int]:
    """Last passage of a list that breaks off → the passage where it resumes, in the likeliest reading.

    `sentences` says which broken sentence goes on where: there the outline of the break holds again, and no list
    can resume behind one.
    """
    moved = {head: tail for tail, head in sentences.items() if head != tail + 1}
    readings = [_Reading()]
    for index, label in enumerate(passage.label for passage in passages):
        if index in moved:
            readings = [_back_at(reading, moved[index]) for reading in readings]
        if label is not None:
            end = _end_before(passages, index)
            end = None if end in sentences else end
            extended = (longer for reading in readings for longer in _extended(reading, index, label, end))
            readings = sorted(extended, key=lambda reading: -reading.score)[:BEAM]
        if sentences.get(index, index + 1) != index + 1:
            readings = [replace(r, at_breaks=(*r.at_breaks, (index, r.outline))) for r in readings]
    return dict(max(map(_finished, readings), key=lambda reading: reading.score).moves)


def _back_at(reading: _Reading, tail: int) -> _Reading:
    """The reading where the sentence broken off at `tail` goes on."""
    outline = dict(reading.at_breaks).get(tail)
    return replace(_finished(reading), outline=outline) if outline is not None else reading


def _end_before(passages: Sequence[Passage], index: int) -> int | None:
    """Where the text before the label at `index` ends: a heading without number over it belongs to what follows.

    Where a new list begins, all from the first such heading behind the last number belongs to it.
    """
    label = passages[index].label
    end = index - 1
    if label is not None and label.number == 1:
        last = next((i for i in range(end, -1, -1) if passages[i].label), -1)
        end = next((i for i in range(last + 1, index) if _is_title(passages[i])), index) - 1
    while end >= 0 and _is_title(passages[end]):
        end -= 1
    return end if end >= 0 else None


def _is_title(passage: Passage) -> bool:
    return passage.is_heading and passage.label is None


def _extended(reading: _Reading, index: int, label: Label, end: int | None) -> Iterator[_Reading]:
    """The reading with one label more: as it stands and, where it fits nothing, resuming each list that wants it.

    `end` is the passage behind which the text before the label ends.
    """
    verdict, outline = reading.outline.follow(label)
    cost = {Verdict.FITS: 0.0, Verdict.GAP: SKIPPED, Verdict.ORPHAN: MISPRINT}[verdict]
    ends = reading.ends if end is None else (*reading.ends[-MOST_ENDS:], _End(end, reading.outline, label))
    yield replace(reading, score=reading.score + cost, outline=outline, ends=ends)
    if verdict is not Verdict.ORPHAN:
        return
    cut = _finished(reading)
    here = () if end is None else (_End(end, reading.outline, None),)
    used = {after for after, _ in reading.moves}
    for place, open_end in enumerate(reading.ends):
        if open_end.after in used or not open_end.outline.expects(label) or not _breaks_off(open_end, label):
            continue
        _, resumed = open_end.outline.follow(label)
        yield replace(
            cut,
            score=cut.score + EARLY * (1 + place),
            outline=resumed,
            ends=(*reading.ends[-MOST_ENDS:], *here),
            moves=(*reading.moves, (open_end.after, index)),
            resumed=open_end,
        )


def _breaks_off(end: _End, wanted: Label) -> bool:
    return end.following is None or end.outline.closes(end.following, wanted)


def _finished(reading: _Reading) -> _Reading:
    """The reading at the end of a run: where it was moved to, what stands next has to follow it."""
    if reading.resumed is None or reading.resumed.following is None:
        return replace(reading, resumed=None)
    following = reading.resumed.following
    before, _ = reading.resumed.outline.follow(following)
    now, _ = reading.outline.follow(following)
    score = {Verdict.FITS: 0.0, Verdict.GAP: SKIPPED, Verdict.ORPHAN: REFUTED}[now]
    if before is Verdict.GAP:
        score -= SKIPPED  # the gap is filled, or was counted before
    return replace(reading, score=reading.score + score, resumed=None)
