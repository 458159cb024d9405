"""What kind of document a text is: by its title, by who carries it, by what it holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ingest.recognise.lines import Line
from ingest.recognise.press import DATELINE, MEDIUM
from ingest.types import MOST_PLACES, Evidence, SourceKind, Span, SpannedText

# 各县（市、区）人民政府… as the first words, 现印发给你们 in the next ones: a letter that goes with a paper
_ADDRESSEES = re.compile(r"^各[^。]{2,120}[：:]$")
_SENT = re.compile(r"现将?[^。]{0,80}(?:印发|转发|下发|通知|通报)|特此(?:通知|通报)|通知如下|通报如下")
# “关于……的通知”
OFFICIAL_TITLE = re.compile(r"关于.*的?(?:通知|通报|意见|决定|函|批复|公告|通告|报告|请示|复函)$")
# 某市2022年优化营商环境工作要点 · 实施方案（试行）
PLAN_TITLE = re.compile(
    r"(?:方案|计划|要点|实施意见|若干措施|三年行动|任务清单|任务分工|分工表|分解表|措施清单)(?:[（(].{2,16}[）)])?$"
)
_NEWS = re.compile(r"新闻|联播|日报|晚报|电视台|记者|本报|讯）")
_POLICY = re.compile(r"(?:条例|办法|规定|意见|措施|细则|政策|准则)(?:[（(].{2,8}[）)])?$")
_REPORT = re.compile(r"(?:报告|总结|汇报|情况|综述|白皮书|蓝皮书|研究)$")
_COMPILATION = re.compile(r"(?:案例|经验|做法|举措)(?:选编|汇编|集锦|集|选登|摘编)")
# （通讯员 李某） · 本报记者
_TOLD_BY_PRESS = re.compile(
    r"[（(■□◎\s]?(?:本报|本网|见习|全媒体|融媒体)?(?:记者|通讯员)[\s：:／/]?[一-龥]{2,4}(?:[\s、]|$|摄|报道)"
    r"|[（(【\[]?(?:[一-龥]{0,4}记者|通讯员)[：:\s][一-龥\s、]{2,20}[）)】\]]?$"
    r"|^(?:责任)?编辑[：:]|新闻发布会|本报记者|[一-龥](?:日报|晚报|商报|时报|网|社|电视台)(?:全媒体)?记者"
)
_SOURCE = re.compile(r"(?:来\s?源|来自|转自)\s*[：:]\s*(?P<name>[^\s，。|｜·]{2,24})")
# 2021-12-14 10:20 beside 来源, 浏览 …: a page of a site
_ON_A_SITE = re.compile(
    r"(?:发布(?:时间|日期)|来\s?源|浏览|点击|阅读)[^，。]{0,6}[：:].*|^\W*\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s\d{1,2}[：:]\d{2}"
)

# 某某日报 2021年12月3日 星期五
_MASTHEAD = re.compile(rf"[《\s]*{MEDIUM.pattern}[》\s]*[（(]?\s?\d{{4}}\s?年")

PRESS_LINES = 14
"""Lines at the top and at the end of a text where the press names itself."""
LONGEST_OF_SITE, LONGEST_MASTHEAD = 80, 40
"""Characters of a line that a site, or a newspaper, prints over a text."""
_AROUND = " \t（(【】[：:"
LONGEST_QUOTED = 12
"""Characters of a title's words that an editor is shown."""


class Genre(NamedTuple):
    """What kind of document it is, and what tells so."""

    kind: SourceKind
    evidence: Evidence


def genre_of(
    title: str, printed_title: SpannedText, around: SpannedText, lines: Sequence[Line], titles: Sequence[SpannedText]
) -> Genre:
    """The kind of a document with cases of these titles; `around` is what it prints outside them, `lines` all of it."""
    cases = len(titles)
    if found := OFFICIAL_TITLE.search(title):
        return _titled(SourceKind.NOTICE, found, printed_title)
    if (found := PLAN_TITLE.search(title)) and cases <= 1:
        return _titled(SourceKind.PLAN, found, printed_title)
    if found := _NEWS.search(around.text):
        kind = SourceKind.NEWSPAPER if cases > 1 and "本报" in around.text else SourceKind.NEWS
        return Genre(kind, Evidence(f"文中印有“{found[0]}”", 0.85, around[found.start() : found.end()].spans()))
    letter = next((line for line in lines[:4] if _ADDRESSEES.match(line.text)), None)
    if letter and _SENT.search("".join(line.text for line in lines[:8])):
        return Genre(SourceKind.NOTICE, Evidence("开头写明主送单位，印发或通知有关事项", 0.85, (letter.span(),)))
    return _by_title(title, printed_title, titles) or _by_carrier(lines)


def by_layout(kind: SourceKind, titles: Sequence[SpannedText]) -> Genre:
    """A kind that the way its cases are printed proves."""
    reason = "一个版面印有多篇报道" if kind is SourceKind.NEWSPAPER else "逐篇编排，各有标题"
    return Genre(kind, Evidence(reason, 0.85, _places_of(titles)))


def _titled(kind: SourceKind, found: re.Match[str], printed_title: SpannedText) -> Genre:
    """A kind that the words of the title tell."""
    words = found[0] if len(found[0]) <= LONGEST_QUOTED else f"…{found[0][-LONGEST_QUOTED:]}"
    return Genre(kind, Evidence(f"标题写明“{words}”", 0.9, printed_title[found.start() : found.end()].spans()))


def _by_title(title: str, printed_title: SpannedText, titles: Sequence[SpannedText]) -> Genre | None:
    if found := _COMPILATION.search(title):
        return _titled(SourceKind.COMPILATION, found, printed_title)
    if len(titles) > 1:
        return Genre(SourceKind.COMPILATION, Evidence(f"收有 {len(titles)} 个案例", 0.8, _places_of(titles)))
    if found := _POLICY.search(title):
        return _titled(SourceKind.POLICY, found, printed_title)
    return _titled(SourceKind.OTHER, found, printed_title) if (found := _REPORT.search(title)) else None


def _places_of(titles: Sequence[SpannedText]) -> tuple[Span, ...]:
    return tuple(span for title in titles[:MOST_PLACES] for span in title.spans())


def _by_carrier(lines: Sequence[Line]) -> Genre:
    """News, where the press or a site names itself at the edges of the text."""
    for line in [*lines[:PRESS_LINES], *lines[-3:]]:
        if found := DATELINE.match(line.text) or _TOLD_BY_PRESS.search(line.text) or _from_medium(line.text):
            return Genre(
                SourceKind.NEWS, Evidence(f"印有“{found[0].strip(_AROUND)}”", 0.85, (line.span(*found.span()),))
            )
        if len(line.text) <= LONGEST_OF_SITE and _ON_A_SITE.search(line.text):
            return Genre(SourceKind.NEWS, Evidence("印有网页的发布时间、来源或浏览次数", 0.75, (line.span(),)))
    return Genre(SourceKind.OTHER, Evidence("没有表明类型的字样", 0.5))


def _from_medium(line: str) -> re.Match[str] | None:
    """The name of a newspaper or the like, where a line names it as its source, or is its masthead."""
    named = _SOURCE.search(line)
    if named is not None:
        return MEDIUM.match(line, named.start("name"), named.end("name"))
    return _MASTHEAD.match(line) if len(line) <= LONGEST_MASTHEAD else None
