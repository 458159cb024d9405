"""Headings without a number, recognised because several are alike: 聚焦…；聚焦…, 履职尽责强担当，…更“便利”。

A single short sentence at the start of a paragraph is prose. Two or more that are built alike are headings.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

SHORTEST_TEXT: Final = 15
"""Characters that must follow a heading sentence in its paragraph."""

LONGEST_NAME: Final = 20
"""Characters of the words before a colon that name what follows."""
LONGEST_PLAIN: Final = 12
"""Characters of a sentence without a comma that is a heading where another one is exactly as long."""
LONGEST_CATCHWORD: Final = 8
"""Characters of one that may be longer by one."""
SHORTEST_NAME: Final = 4
"""Characters. Shorter words of one length may be the names of people or places."""

_LEADING_CLAUSE: Final = re.compile(r"(?:^|(?<=[。！？!?；;：:]))[^，,。；;：:！？!?]+")
_FIRST_SENTENCE: Final = re.compile(r"(?P<heading>[^。！？!?；;：:]{4,32})。")
# “聚焦公共服务，” “围绕企业全生命周期，”
_FOCUS: Final = re.compile(r"(?P<word>聚焦|围绕|着眼|紧扣|瞄准|紧盯|突出|针对|立足|坚持)[^，,。；;：:]{2,14}$")
# “在压缩时限上，” “在政策兑现方面，”
_RESPECT: Final = re.compile(r"(?P<word>在)[^，,。；;：:]{2,12}(?:上|方面|环节|领域)$")
# “，推行“企业家绿卡”，” after it: what is done in that respect, not what came of it
_DONE: Final = re.compile(
    r"[，,](?P<done>(?!全|我|该|平均|已|累计|共|企业|群众|以|从|通过|依托|对)(?:(?!由.+[到至]|同比|增长|下降)[^，,。；;：:]){4,28})(?=[，,。；;])"
)
# A colon before what was done, not before what was said or what a figure came to
_COLON: Final = re.compile(r"[：:](?![“‘\d]|[由从仅约达共]|平均|得益)")
# Who speaks, whose duty it is, what a table's field is called: nothing that was done
_NOT_A_NAME: Final = re.compile(
    r"^(?:第?[一二三四五六七八九十]+[是、，]|其[一二三四五六七八九十]|[（(①-⑳])|\d|记者|如下"
    r"|(?:说|道|表示|介绍|指出|认为|强调|包括|例如|比如|显示|问|答|单位|部门|领导|时限|时间|地址|电话|来源|作者|标题|附件|注|文|图|编辑|公司|局|委|办|厅"
    r"|法院|银行|中心|县|区|市|州|省|镇|乡|村|街道|社区|先生|女士|经理|主任|书记|为|是|即|有|看|日|名称|类别|地区|序号)$"
)
SKELETON: Final = re.compile(
    r"(?:改革|工作|项目|案例|基本|主要|创新|具体|实施|取得的?|实践|典型|经验|下一步|推广|存在的?)*"
    r"(?:背景|做法|成效|情况|举措|措施|效果|亮点|启示|价值|打算|思路|效益|经验|问题|痛点|难点|成果|概况|计划)"
)
# “以“智慧营商”促市场主体活跃，”
_MEANS: Final = re.compile(
    r"以?[“‘][^”’]{2,12}[”’](?P<word>促|助力?|推动|带动|撬动|赋能|破解?|优|强|提升?)[^，,。；;：:]{2,12}$"
)

# Words of a sentence that states or tells something; no heading of a measure has them.
_STATEMENT: Final = re.compile(
    r"是|意味|表示|介绍|指出|强调|认为|记者|目前|近日|日前|近年|今年|去年|(?<!数)据|我们|[他她这该]|其中|同时|此外|下一步|截至|以来|已经|(?<!不)了(?![有能就])|说|"
    r"如今|没有|成为|显示|第[一二三]|\d{2,}|^[“‘][^”’]*，|^在[^，]{2,12}(?:上|方面|环节|领域)，"
)
_LIST: Final = re.compile(r"一是|首先，")
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
    clauses = [(0, clause) for clause in _LEADING_CLAUSE.finditer(text)]
    return [lead for _, lead in _parallel([text], clauses, named=3)]


def leads_of(texts: Sequence[str]) -> dict[int, Lead]:
    """The leading clauses of paragraphs that open alike (流程再造：… 数据共享：…), by the place of the paragraph."""
    clauses = [(at, clause) for at, text in enumerate(texts) if (clause := _LEADING_CLAUSE.match(text))]
    return dict(_parallel(texts, [(at, c) for at, c in clauses if len(texts[at]) - c.end() > SHORTEST_TEXT], named=2))


def _parallel(
    texts: Sequence[str], clauses: Sequence[tuple[int, re.Match[str]]], *, named: int
) -> list[tuple[int, Lead]]:
    """The largest group of leading clauses built alike; `named` is how many before colons are one."""
    found: dict[tuple[str, int], list[tuple[int, re.Match[str]]]] = defaultdict(list)
    for at, clause in clauses:
        for kind, pattern, enough in (("", _FOCUS, 3), ("在", _RESPECT, 2), ("“”", _MEANS, 2)):
            if match := pattern.match(clause.group()):
                found[kind or match["word"], enough].append((at, clause))
    found["：", named] = _named(texts, clauses)
    (kind, enough), best = max(found.items(), key=lambda entry: len(entry[1]))
    if len(best) < enough:
        return []
    done = [_DONE.match(texts[at], clause.end()) for at, clause in best] if kind == "在" else []
    heads = [match for match in done if match]
    if heads and len(heads) == len(best):
        return [(at, Lead(c.start(), h.start("done"), h.end())) for (at, c), h in zip(best, heads, strict=True)]
    return [(at, Lead(clause.start(), clause.start(), clause.end())) for at, clause in best]


def _named(texts: Sequence[str], clauses: Sequence[tuple[int, re.Match[str]]]) -> list[tuple[int, re.Match[str]]]:
    """The clauses that name what follows after a colon, as several do: 流程再造：, “一网办”：, 做法：."""
    before = [
        (at, clause)
        for at, clause in clauses
        if _COLON.match(texts[at], clause.end())
        and texts[at][max(0, clause.start() - 1) : clause.start()] not in ("：", ":")
        and 2 <= len(clause.group()) <= LONGEST_NAME
        and not _NOT_A_NAME.search(clause.group())
    ]
    names = [clause.group() for _, clause in before]
    if len(set(names)) < len(names):  # 问：… 答：…
        return []
    return [
        entry
        for entry, name in zip(before, names, strict=True)
        if any(_named_alike(name, other) for other in names if other != name)
    ]


def _named_alike(one: str, other: str) -> bool:
    if any(SKELETON.fullmatch(name) for name in (one, other)):
        return all(SKELETON.fullmatch(name) for name in (one, other))
    if any(name.startswith("“") for name in (one, other)):
        return all(name.startswith("“") for name in (one, other))
    return len(one) == len(other) >= SHORTEST_NAME or all(_VERB.match(name) for name in (one, other))


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


def heading_of_list(text: str) -> str | None:
    """The sentence that opens a paragraph and says what is done in the list behind it: 坚持规范引领。一是…；二是…"""
    sentence = heading_sentence(text)
    if not sentence or not _VERB.match(sentence):
        return None
    return sentence if _LIST.match(text, len(sentence) + 1) else None


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
    shorter, longer = sorted((len(one), len(other)))
    if longer <= LONGEST_PLAIN and longer - shorter <= (longer <= LONGEST_CATCHWORD):
        return True
    shared = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
    return shared.size >= 3 and abs(len(one) - len(other)) <= 3
