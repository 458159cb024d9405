"""What the rules that look for cases are given, and what they propose."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from ingest.recognise.gazetteer import Gazetteer
from ingest.segment.items import Item
from ingest.segment.lines import Lines
from ingest.types import Block, SourceKind


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the rules look at besides the lines."""

    heading: str
    """The words over the lines: the document's title, or the annex's."""
    masthead: str = ""
    """What stands over the title: the name of the bulletin, its number."""
    front: int = 0
    """How many lines these are, the title's own among them."""
    contents: str = ""
    """The entries of the table of contents, blanks and marks removed."""
    below_bylines: frozenset[int] = frozenset()
    """Source offsets at which lines begin that stand below a writer's name."""


@dataclass(frozen=True, slots=True)
class Series:
    """A document cut into items; `judged` where each must still show that it is a regional case."""

    items: tuple[Item, ...]
    before: tuple[Block, ...]
    judged: bool = False
    kind: SourceKind | None = None
    """The genre that prints its cases in this way, where it tells."""
    after: tuple[Block, ...] = ()
    """What stands below the last case and belongs to none."""
    trust: int = 0
    """How far the way of printing alone tells that these are cases: see `weighing`."""


Rule = Callable[[Lines, Evidence], "Series | None"]

# “典型经验做法” “优秀案例” “十大创新案例” “改革举措”
CASE_WORDS: Final = re.compile(
    r"案例|(?:典型|试点)经验|(?:典型|经验|优秀|创新|好)做法|创新举措|最佳实践|(?:创新|特色)实践|(?:改革|创新)成果"
)
# “岳阳市十大创新案例” “典型案例汇编” “优秀案例（第三批）” “各地创新做法” “发言材料”
SEVERAL: Final = re.compile(
    r"[\d一二三四五六七八九十百]+\s*(?:大|佳|例)|汇编|选编|集锦|合集|案例集|展播|展示|巡礼|一批|第.{1,3}[批辑期]|各(?:[地市县区]|部门|单位|[乡镇街村园])|"
    r"[两三四五六七八九十\d]+[地市县区则]|一[区县市地园部]一[品策]|(?:发言|交流)材料|一览表|汇总|清单|目录|选登|选刊|摘登|系列"
)
# “电子政务简讯第238期” “国内联播快讯”
DIGEST: Final = re.compile(
    r"^(?:公告|政务|工作|部门|基层|最新|综合)信息$|简讯|简报|快讯|[快周]报|要闻|动态|资讯|摘编|联播|[一每]周"
)

# “国内联播快讯”: over items of a paragraph each, few as they may be
BRIEFS: Final = re.compile(r"快讯|简讯|一句话新闻|简明新闻")


def names_one_place(heading: str, gazetteer: Gazetteer) -> bool:
    """Whether a title tells of one place's practice: it names the place and says nothing of several."""
    return bool(gazetteer.find(heading)) and not SEVERAL.search(heading)
