"""What a text that no rule turned away shows of being one region's case, all signs counted together.

Each rule asks one thing, and a text may pass every one of them narrowly. Here each sign counts from 0 to 1, words that
may be many a little more; the signs against are shares of the sentences. All weigh the same: weights that a logistic
regression chose, whole sets of documents left out, came to about one each and told no better.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ingest.segment import national

ENOUGH: Final = 2.0
"""Points of a case; of the annotated ones hardly any has fewer."""
PLENTY: Final = 2.7
"""Points of a case even where no verb says that somebody set something up: 一枚印章管审批."""
SHORTEST: Final = 60
"""Characters of a text in which signs can be counted."""
SHORTEST_SENTENCE: Final = 6
"""Characters."""
OF_WORDS: Final = 0.4
"""Points for e times as many words: the tenth tells less than the second."""
NOTABLE: Final = 0.2
"""The share of sentences from which a sign against a case is the reason told."""

_SENTENCE: Final = re.compile(r"[^。！？\n]+")
_COUNTER: Final = re.compile(r"窗口|大厅|审批|办理|办事|申请|受理|证照|登记")
_NEIGHBOURHOOD: Final = re.compile(r"党建|基层|网格|社区|志愿|党员|居民|群众|村民|治理|信访")
_MEETING: Final = re.compile(
    r"会议|座谈|论坛|(?<!经营)(?<!交易)(?<!执法)(?<!经济)(?<!生产)(?<!宣传)(?<![年”])活动|仪式|代表(?!人)|嘉宾|出席|参会|与会|开幕"
)
# “要从企业的需求出发” “必须……才能……”, but no “需要派人” and no “主要”
_DEMAND: Final = re.compile(r"(?<![需主重只若])要(?![求件素点])|应当|应该|必须|务必|不能|离不开|才能|关键在|归根")

# “同比增长8.2%” “突破百亿元”
_GROWTH: Final = re.compile(r"同比|环比|增长|增幅|增速|总值|总额|总量|突破\d|再创新高|位居|排名")
MOST_GROWTH: Final = 0.5
"""The share of sentences that tell of growth, from which a text is one of figures."""

TOO_FEW: Final = "地点、举措、办事内容都很少，不像改革案例"
AGAINST: Final = {
    "nation": "多讲全国，少讲一地的改革",
    "neighbourhood": "多讲党建、社区等社会治理，少讲营商环境",
    "meeting": "多讲会议、活动，少讲改革举措",
    "demand": "多讲应当如何，少讲做了什么",
}
"""The reason told, by the sign that stands in most sentences."""
REASONS: Final = frozenset({TOO_FEW, *AGAINST.values()})


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for a case, and what against it."""

    is_titled: bool
    """The title names a place, a body of one or 营商环境, or says that this is a case; the beginning where there is
    none."""
    unity: float
    """The share of the places named that are of one province."""
    indicator: float
    """How surely an indicator is treated."""
    dealings: int
    """Different words for how offices deal with companies."""
    steps: int
    """Verbs of practice."""
    counter: float
    """The share of sentences that tell of counters, applications, permits."""
    against: dict[str, float]
    """The share of sentences that speak of the country, of neighbourhoods, of meetings, of what ought to be."""

    @property
    def points(self) -> float:
        """All signs together."""
        words = OF_WORDS * (math.log1p(self.dealings) + math.log1p(self.steps))
        return self.is_titled + self.unity + self.indicator + words + self.counter - sum(self.against.values())

    @property
    def reason(self) -> str | None:
        """Why these signs make no case, in Chinese; None where they do."""
        if self.points >= ENOUGH:
            return None
        most = max(self.against, key=self.against.__getitem__)
        return AGAINST[most] if self.against[most] >= NOTABLE else TOO_FEW


def unity_of(provinces: Sequence[str]) -> float:
    """The share of the places, named by the codes of their provinces, that are of one; 1 where none is named."""
    return max(Counter(provinces).values(), default=1) / max(1, len(provinces))


def is_of_growth(text: str) -> bool:
    """Whether every other sentence tells how much something grew."""
    sentences = _sentences(text)
    return sum(bool(_GROWTH.search(sentence)) for sentence in sentences) >= MOST_GROWTH * len(sentences)


def _sentences(text: str) -> list[str]:
    return [found for found in _SENTENCE.findall(text) if len(found) >= SHORTEST_SENTENCE] or [text]


def shares(text: str) -> tuple[float, dict[str, float]]:
    """The share of sentences that tell of counters, and those that speak against a case."""
    sentences = _sentences(text)

    def share(pattern: re.Pattern[str]) -> float:
        return sum(bool(pattern.search(sentence)) for sentence in sentences) / len(sentences)

    nation = sum(national.times_of_nation(sentence) > 0 for sentence in sentences) / len(sentences)
    against = {
        "nation": nation,
        "neighbourhood": share(_NEIGHBOURHOOD),
        "meeting": share(_MEETING),
        "demand": share(_DEMAND),
    }
    return share(_COUNTER), against
