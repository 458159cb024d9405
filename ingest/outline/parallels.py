"""Headings without a number, recognised because several are alike: 聚焦…；聚焦…, 履职尽责强担当，…更“便利”。

A single short sentence at the start of a paragraph is prose. Two or more that are built alike are headings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

SHORTEST_TEXT: Final = 15
"""Characters that must follow a heading sentence in its paragraph."""

_LEADING_CLAUSE: Final = re.compile(r"(?:^|(?<=[。！？!?；;：:]))[^，,。；;：:！？!?]+")
_FIRST_SENTENCE: Final = re.compile(r"(?P<heading>[^。！？!?；;：:]{5,32})。")
# “聚焦公共服务，” “围绕企业全生命周期，”
_FOCUS: Final = re.compile(r"(?P<word>聚焦|围绕|着眼|紧扣|瞄准|紧盯|突出|针对|立足|坚持)[^，,。；;：:]{2,14}$")
# “在压缩时限上，” “在政策兑现方面，”
_RESPECT: Final = re.compile(r"(?P<word>在)[^，,。；;：:]{2,12}(?:上|方面|环节|领域)$")
# “，推行“企业家绿卡”，” after it: what is done in that respect, not what came of it
_DONE: Final = re.compile(
    r"[，,](?P<done>(?!全|我|该|平均|已|累计|共|企业|群众|以|从|通过|依托|对)(?:(?!由.+[到至]|同比|增长|下降)[^，,。；;：:]){4,28})(?=[，,。；;])"
)
# “以“智慧营商”促市场主体活跃，”
_MEANS: Final = re.compile(
    r"以?[“‘][^”’]{2,12}[”’](?P<word>促|助力?|推动|带动|撬动|赋能|破解?|优|强|提升?)[^，,。；;：:]{2,12}$"
)

# Words of a sentence that states or tells something; no heading of a measure has them.
_STATEMENT: Final = re.compile(
    r"是|意味|表示|介绍|指出|强调|认为|记者|目前|近日|日前|近年|今年|去年|(?<!数)据|我们|[他她这该]|其中|同时|此外|下一步|截至|已经|了|说|"
    r"如今|没有|成为|显示|第[一二三]|\d{2,}|^[“‘][^”’]*，"
)
_PREDICATE: Final = re.compile(r"[^，,]{2,10}是[^，,的]{2,6}$")  # “简化手续是关键”
_NEW: Final = re.compile(r"新[\u4e00-\u9fff]{2}$")  # “简政放权放出新活力”
_VERB: Final = re.compile(
    r"(?:积极|全面|深入|持续|大力|扎实|严格|主动|着力|切实|不断|进一步|因地制宜|率先|全力|创新性?|加紧|统筹|协同|有效)*"
    r"(?:优化|强化|深化|推进|推动|推行|推出|建立|建设|健全|完善|加强|加快|加大|落实|实施|实行|实现|开展|打造|构建|搭建|创新|提升|提高|压缩|"
    r"精简|简化|规范|畅通|破解|激发|培育|拓展|拓宽|开通|出台|探索|聚焦|坚持|突出|设立|设置|组建|引导|保障|降低|减轻|减少|缩短|整合|"
    r"打通|促进|助力|支持|服务|做好|做优|做强|抓好|抓实|营造|维护|放宽|取消|清理|统一|梳理|明确|制定|严把|解决|延伸|升级|再造|转变)"
)


@dataclass(frozen=True, slots=True)
class Lead:
    """A leading clause inside a paragraph: where it, its heading (推行… in 在…上，推行…) and what follows start."""

    start: int
    heading: int
    end: int


def leads_inside(text: str) -> list[Lead]:
    """Where parallel leading clauses stand inside a paragraph; empty where there are none."""
    found: dict[str, list[tuple[int, int]]] = {}
    for clause in _LEADING_CLAUSE.finditer(text):
        for pattern, enough in ((_FOCUS, 3), (_RESPECT, 2), (_MEANS, 2)):
            if match := pattern.match(clause.group()):
                key = f"{match['word']}{enough}" if pattern is not _MEANS else "“”"
                found.setdefault(key, []).append(clause.span())
    best = max(found.items(), key=lambda entry: len(entry[1]), default=None)
    if best is None or len(best[1]) < (3 if best[0].endswith("3") else 2):
        return []
    done = [_DONE.match(text, end) for _, end in best[1]] if best[0] == "在2" else []
    if done and all(done):
        return [
            Lead(start, match.start("done"), match.end())
            for (start, _), match in zip(best[1], done, strict=True)
            if match
        ]
    return [Lead(start, start, end) for start, end in best[1]]


def heading_sentence(text: str) -> str | None:
    """The sentence a paragraph opens with, where it could be its heading."""
    match = _FIRST_SENTENCE.match(text)
    if (
        not match
        or len(text) - match.end() < SHORTEST_TEXT
        or (_STATEMENT.search(match["heading"]) and not _PREDICATE.match(match["heading"]))
    ):
        return None
    return match["heading"]


def alike(sentences: Sequence[str]) -> set[int]:
    """Which of these opening sentences are built like at least one other of them."""
    return {
        at
        for at, sentence in enumerate(sentences)
        if any(_alike(sentence, other) for place, other in enumerate(sentences) if place != at)
    }


def _alike(one: str, other: str) -> bool:
    """Built alike: clause by clause as long, or both a verb and its object, or with the same words in them."""
    lengths, others = ([len(clause) for clause in re.split(r"[，,]", s)] for s in (one, other))
    if len(lengths) != len(others):
        return False
    if len(lengths) > 1 and all(abs(a - b) <= 1 for a, b in zip(lengths, others, strict=True)):
        return True
    if all(_VERB.match(s) for s in (one, other)) or all(_NEW.search(s) for s in (one, other)):
        return True
    if any(_PREDICATE.match(s) for s in (one, other)):
        return all(_PREDICATE.match(s) for s in (one, other))
    shared = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
    return shared.size >= 3 and abs(len(one) - len(other)) <= 3
