"""Cases in tables, a cell a line: 序号 / 案例名称 / 申报单位 / 主要内容, then the rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ingest.segment.items import Item, ranges
from ingest.segment.lines import OWNER
from ingest.types import Block

# The head of the first column; the column of the titles; that of the places and bodies the cases come from
_NUMBER: Final = re.compile(r"(?:序\s?号|编号)$")
_TITLE: Final = re.compile(
    r"(?:案例|经验|做法|举措|项目|改革|事项|实践|标题|题目|成果|品牌)?(?:名称|题目|标题)$|案例$|典型做法$|(?:改革|创新)(?:举措|事项)$|品牌$"
)
_OWNER: Final = re.compile(rf"{OWNER}(?:名称)?$")
# What the head of a column or the words over the table say where its rows are cases, not tasks or members
_OF_CASES: Final = re.compile(r"案例|经验|做法|举措|创新成果|改革成果|最佳实践")
LONGEST_HEAD: Final = 12
"""Characters of a column's head."""


def table_rows(blocks: Sequence[Block], heading: str) -> tuple[tuple[Item, ...], int, int] | None:
    """The rows of a table as items, and where the first begins and the last ends; None where there is none of cases.

    `heading` is what stands over it. A row begins with its number and has as many cells as the table has columns, a
    line each; where one has more, its last cell takes up several lines.
    """
    lines = [block.text.strip().text for block in blocks]
    top = next((at for at, line in enumerate(lines) if _NUMBER.match(line)), None)
    if top is None:
        return None
    first = next((at for at in range(top + 1, min(top + 9, len(lines))) if lines[at] in ("1", "01", "一")), None)
    if first is None or first - top < 2 or any(len(line) > LONGEST_HEAD for line in lines[top:first]):
        return None
    heads = lines[top:first]
    title = next((at for at, head in enumerate(heads) if _TITLE.search(head)), None)
    if title is None or not (_OF_CASES.search(heading + heads[title]) or _tells_practice(heads)):
        return None
    starts = _row_starts(lines, first, len(heads))
    if len(starts) < 2:
        return None
    end = min(starts[-1] + len(heads), len(blocks))
    owner = next((at for at, head in enumerate(heads) if _OWNER.match(head)), None)
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
    """One row; its number is the first of the cells."""
    text = tuple(cell for at, cell in enumerate(cells) if at not in {0, title, owner})
    setting = (cells[owner],) if owner is not None and owner < len(cells) else ()
    name = cells[title].text.strip() if title < len(cells) else cells[0].text
    return Item(name, text, (cells[0], *cells[title : title + 1]), setting=setting)
