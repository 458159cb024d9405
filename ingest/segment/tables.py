"""Cases in tables, a cell a line: 序号 / 案例名称 / 申报单位 / 主要内容, then the rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ingest.recognise.gazetteer import Gazetteer
from ingest.segment.items import Item, ranges
from ingest.segment.lines import is_place_alone
from ingest.types import Block

# The head of the first column; the column of the titles; that of the places and bodies the cases come from
_NUMBER: Final = re.compile(r"(?:序\s?号|编号)$")
_TITLE: Final = re.compile(
    r"(?:案例|经验|做法|举措|项目|改革|事项|实践|标题|题目|成果|品牌)?(?:名称|题目|标题)$|案例$|典型做法$|(?:改革|创新)(?:举措|事项)$|品牌$"
)
_OWNER: Final = re.compile(
    r"(?:[申填]报|报送|推荐|实施|创新|改革|责任|牵头|所属|所在|主办|选送|推出|试点|来源|首创|典型|揭榜|完成|承担|参评|获奖|提供)?(?:单位|地区|地方|部门|市县|区县|县区|市州|机构|主体|城市)(?:名称)?$"
)
# The head of the first column of a table that has a place instead of a number before each row
_PLACE: Final = re.compile(r"(?:所[属在])?(?:地区|县区|区县|市县|市州|地市|城市|省份|县市区)$")
# What the head of a column or the words over the table say where its rows are cases, not tasks or members
_OF_CASES: Final = re.compile(r"案例|经验|做法|举措|创新成果|改革成果|最佳实践")
# “改革举措任务分工表”: what is still to be done, by whom
_OF_TASKS: Final = re.compile(r"任务|分工|责任")
_DONE: Final = re.compile(r"案例|经验|做法|成果")
LONGEST_HEAD: Final = 12
"""Characters of a column's head."""


def table_rows(blocks: Sequence[Block], heading: str, gazetteer: Gazetteer) -> tuple[tuple[Item, ...], int, int] | None:
    """The rows of a table as items, and where the first begins and the last ends; None where there is none of cases.

    `heading` is what stands over it. A row has as many cells as the table has columns, a line each; where one has
    more, its last cell takes up several lines. A row begins with its number, or with the name of a place.
    """
    lines = [block.text.strip().text for block in blocks]
    top = next((at for at, line in enumerate(lines) if _NUMBER.match(line) or _PLACE.match(line)), None)
    if top is None:
        return None
    by_place = bool(_PLACE.match(lines[top]))
    opens = [is_place_alone(line, gazetteer) if by_place else line in ("1", "01", "一") for line in lines]
    first = next((at for at in range(top + 1, min(top + 9, len(lines))) if opens[at]), None)
    if first is None or first - top < 2 or any(len(line) > LONGEST_HEAD for line in lines[top:first]):
        return None
    heads = lines[top:first]
    title = next((at for at, head in enumerate(heads) if _TITLE.search(head)), None)
    if title is None or not (_OF_CASES.search(heading + heads[title]) or _tells_practice(heads)):
        return None
    if _OF_TASKS.search(heading) and not _DONE.search(heading):
        return None
    starts = [at for at in range(first, len(lines)) if opens[at]] if by_place else _row_starts(lines, first, len(heads))
    if len(starts) < 2:
        return None
    end = min(starts[-1] + len(heads), len(blocks))
    owner = 0 if by_place else next((at for at, head in enumerate(heads) if _OWNER.match(head)), None)
    return tuple(_row(blocks[start:stop], title, owner) for start, stop in ranges(starts, end)), first, end


def _tells_practice(heads: Sequence[str]) -> bool:
    """Whether a column tells what was done (主要做法, 工作成效), and none what is still to do."""
    return bool(_OF_CASES.search("".join(heads))) and not re.search(r"任务|时限|目标", "".join(heads))


def _row_starts(lines: Sequence[str], first: int, columns: int) -> list[int]:
    """Where 1, 2, 3 … stand alone, a row of cells apart."""
    starts = [first]
    at = first + columns
    while at < len(lines):
        number = len(starts) + 1
        if lines[at].isdecimal() and int(lines[at]) == number:
            starts.append(at)
            at += columns - 1
        elif at - starts[-1] > 4 * columns:
            break
        at += 1
    return starts


def _row(cells: Sequence[Block], title: int, owner: int | None) -> Item:
    """One row; its number, where it has one, is the first of the cells."""
    beside = {title, owner} if owner == 0 else {0, title, owner}
    text = tuple(cell for at, cell in enumerate(cells) if at not in beside)
    setting = (cells[owner],) if owner is not None and owner < len(cells) else ()
    name = cells[title].text.strip() if title < len(cells) else cells[0].text
    number = () if owner == 0 else (cells[0],)
    return Item(name, text, (*number, *cells[title : title + 1]), setting=setting)
