"""How a figure moved: from what to what, by how much, up or down."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from ingest.recognise.outcomes.clauses import Clause
from ingest.recognise.outcomes.figures import Found, counted_in_chinese
from ingest.types import Direction, Figure

TOLERANCE = Decimal("1.5")
"""Points by which a printed change may miss before and after: sources round (71→41 项 as 42%)."""

_DOWN = (
    "压减|压缩|压降|压至|压到|缩短|缩减|缩小|缩至|精简|精减|简化|减少|减至|减到|减为|减低|减轻|减免|减负|减税|降费|降低|降至|降到|降为|降幅|降成本|下降|"
    "下调|回落|节约|节省|省下|少跑|合并|取消|缩|减|降|省|"
    "仅保留|只保留|仅需保留|提速|提前|加快|快了|少于"
)
_UP = (
    "提升|提高|增长|增加|增至|增到|增幅|新增|净增|新开|上升|升至|升到|升为|上涨|涨幅|扩容|扩大|扩至|拓展到|延长|翻[^，]{0,2}番|攀升|跃居|跃升|挺进|"
    "首次进入|晋升|前移|多了|增|涨"
)
DOWN = re.compile(_DOWN)
UP = re.compile(_UP)
MOVE = re.compile(rf"{_DOWN}|{_UP}")
# 压减至, 提高到, 精简为: what follows is the new figure; 缩短50%, 减少22人: what follows is the change
TO = re.compile(r"(?:至|到|为|成|达|只需|仅需|仅|只用|变成|变为)[^\d，]{0,8}$")
# 由132种缩减至44种, 从5%降至3%, 由过去的49%提高到72%, 20多个环节压缩至6个
FROM = re.compile(r"(?:由|从|自|原来|原有|原先|原本|过去|此前|改革前|以前|法定|最初)[^，。]{0,16}$")
# 提速80%以上, 用时: of a time, faster is less
SPEED = re.compile(r"(?:提速|提前|加快|快了?)[^，]{0,4}$")
# 同比增长20.25%, 较上年增加34天, 增幅达20.7%, 减少或合并事项占总数的42%, 提速80%以上
SAID_OF_LAST = re.compile(
    r"^(?:同比|环比|同期|较|比|增幅|涨幅|降幅|压缩比例|压减比例|缩短率|压缩率|提速率?|压缩|压减|缩短|减少|增长|增加|上升|下降|提升|提高|降低|减幅|精简率?|平均(?:缩短|压缩|提速|减少)|"
    r"(?:减少|压减|精简|合并)[^，]{0,12}占)"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """The figures of one clause put in their places; `first` and `last` are the figures used."""

    before: Found | None = None
    after: Found | None = None
    change: Found | None = None
    direction: Direction = Direction.LEVEL

    @property
    def main(self) -> Found:
        """The figure that the clause leads up to."""
        found = self.after or self.change or self.before
        assert found is not None  # noqa: S101 - a reading has a figure
        return found

    @property
    def first(self) -> Found:
        return min((f for f in (self.before, self.after, self.change) if f), key=lambda found: found.start)


def direction_of(text: str) -> Direction:
    """Up or down by the last verb of movement in `text`; level where there is none."""
    moves = list(MOVE.finditer(text))
    if not moves:
        return Direction.LEVEL
    return Direction.DOWN if DOWN.fullmatch(moves[-1][0]) else Direction.UP


def read_clause(clause: Clause) -> Reading | None:
    """What a clause says of its figures; None where it has none that says anything."""
    return _from_to(clause) or _alone(clause)


def _from_to(clause: Clause) -> Reading | None:
    """由A减至B: two figures with a verb of movement, or 至/到/为 after 由/从, between them."""
    figures = list(clause.figures)
    if len(figures) < 2:
        figures = sorted({*figures, *counted_in_chinese(clause.text)}, key=lambda found: found.start)
    for left, right in pairwise(figures):
        if reading := _moved(clause.text, left, right):
            return reading
    return None


def _moved(text: str, left: Found, right: Found) -> Reading | None:
    """The two figures as before and after, where the words between them say so."""
    between, comes_from = text[left.end : right.start], FROM.search(text[: left.start])
    if not TO.search(between) or not (comes_from or MOVE.search(between)):
        return None
    if left.figure == right.figure and left.unit == right.unit:
        return None
    direction = direction_of(between)
    if direction is Direction.LEVEL and comes_from:
        direction = direction_of(text[right.end :])
    if direction is Direction.LEVEL and _comparable(left, right):
        direction = Direction.UP if right.figure.low > left.figure.low else Direction.DOWN
    before, after = _with_unit(left, right), _with_unit(right, left)
    return Reading(before=before, after=after, direction=direction) if _consistent(left, right, direction) else None


def _with_unit(found: Found, other: Found) -> Found:
    """A bare number takes the unit of the other: 由71减至41项."""
    return found if found.unit else Found(found.start, found.end, found.figure, other.unit)


def _comparable(left: Found, right: Found) -> bool:
    return left.unit == right.unit or not left.unit or not right.unit


def _consistent(left: Found, right: Found, direction: Direction) -> bool:
    """Whether the figures move the way the verb says; figures in different units are not compared."""
    if not _comparable(left, right):
        return True
    if direction is Direction.DOWN:
        return right.figure.low <= left.figure.low
    return direction is Direction.LEVEL or right.figure.low >= left.figure.low


def _alone(clause: Clause) -> Reading | None:
    """One figure: the new value (压减至B, 达B, 仅B), the change (提升p%, 减少N人), or a plain count."""
    usable = [found for found in clause.figures if found.unit]
    if not usable:
        return None
    found = _leading(clause, usable)
    lead = clause.text[: found.start]
    near = lead[-14:]
    verb = _last_move(near)
    if found.unit in ("%", "倍") and verb and not TO.search(near[verb:]):
        direction = direction_of(near)
        if SPEED.search(near):
            direction = Direction.DOWN
        return Reading(change=found, direction=direction)
    return Reading(after=found, direction=direction_of(near))


def _leading(clause: Clause, usable: list[Found]) -> Found:
    """The figure a clause leads up to: one with a verb of movement before it, else a rank, else the last."""
    for found in reversed(usable):
        if MOVE.search(clause.text[max(0, found.start - 6) : found.start]):
            return found
    for found in usable:
        if found.unit in ("位", "名") and "第" in clause.text[found.start : found.end]:
            return found
    return usable[-1]


def _last_move(text: str) -> int | None:
    moves = list(MOVE.finditer(text))
    return moves[-1].end() if moves else None


def change_figure(found: Found, direction: Direction) -> Figure:
    """A printed change in %, signed by its direction; 2倍 is 200 %."""
    low, high = found.figure.low, found.figure.high
    if found.unit == "倍":
        low, high = low * 100, high * 100 if high is not None else None
    if direction is Direction.DOWN:
        return Figure(-low, -high if high is not None else None)
    return Figure(low, high)


def agrees(before: Figure, after: Figure, change: Figure) -> bool:
    """Whether a printed change fits before and after, within the tolerance; ranges are not checked."""
    if before.low <= 0 or before.high is not None or after.high is not None or change.high is not None:
        return True
    return abs((after.low / before.low - 1) * 100 - change.low) <= TOLERANCE
