"""Who issued a document: the body that signs it, the one its title names, or the medium that carries it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ingest.recognise.body_names import BUREAU
from ingest.recognise.dates import DATE_WITH_TIME, whole_date
from ingest.recognise.lines import Line
from ingest.recognise.press import DATELINE, MEDIUM, MEDIUM_NAME
from ingest.types import Evidence, SpannedText

HEAD_LINES = 12
"""Lines at the top of a document where a masthead, a source or a dateline stands."""
LONGEST_NAME = 40
LONGEST_LABELLED = 120
"""Characters of a line that a label (来源：…) stands in; a longer one is a sentence."""

# 某市营商办编　2022年5月6日: over or under a brief
_EDITED = re.compile(r"(?:主?编印?|编发|印)$")

_BODY_END = (
    r"(?:办公室|办公厅|委员会|人民政府|政府|领导小组|指挥部|管委会|管理局|中心|研究院|研究所|协会|学会|银行|[分支]行|公司"
    rf"|厅|{BUREAU}|院|部|委|署|办|海关|联合会)"
)
# 湖南省人民政府办公厅 · 长沙市发展改革委　长沙市财政局
BODY = re.compile(rf"[一-龥（）()、\s]{{2,38}}{_BODY_END}(?:[（(][一-龥]{{2,16}}[）)])?")
# 关于印发…的通知 with its author before it: 某市人民政府办公室关于印发… · 某市人民政府办公厅印发关于…
_TITLE_AUTHOR = re.compile(rf"^(?P<name>[一-龥（）()]{{2,36}}?{_BODY_END})(?:印发)?\s?关于")
# 市人民政府关于…: whose?
_PLACELESS = re.compile(r"^(?:省|市|县|区|州|旗|自治区)")
# 发布机构：某市政务服务局 · 【发文单位】…
_ISSUER_LABEL = re.compile(
    r"(?:(?:发布|发文|印发|制发|制定)(?:机构|机关|单位)|主办单位)\s*[：:】]\s*(?P<name>[一-龥（）()]{3,36})"
)
# 来源：某某日报 · 信息来源: · 稿件来源：; 本文转自：某某日报
_SOURCE_LABEL = re.compile(
    r"(?:来\s?源|来自|转自|转载自)\s*[：:]\s*[《“]?(?P<name>[^\s《》“”，。；：:|｜·【】（）()\[\]<>\d]{2,30}(?:[（(][一-龥]{2,8}[）)])?)"
)
_NO_SOURCE = re.compile(
    r"^(?:本站|本网|本报|原创|网络|互联网|转载|综合|作者|未知|办公室|管理员|其他|暂无|.{0,4}编辑.{0,2})$"
)
# 《 某某日报 》（ 2024年9月23日 第 19 版） · 某某日报 2021年12月3日 星期五 · 今日某某 数字报纸
_MASTHEAD = re.compile(
    rf"^[《【]?\s?(?P<name>{MEDIUM.pattern})\s?[》】]?\s?(?:[（(]?\s?\d{{4}}\s?年\s?\d|数字报|电子版|[·|｜]|\d{{4}}[-./]\d)"
)
# 《新闻联播》（20230220）: a masthead with the day of issue
_MASTHEAD_DAY = re.compile(r"^[《【](?P<name>[一-龥·]{2,16})[》】]\s?[（(]\s?\d[^（）()]{5,14}[）)]$")
# 本报记者  李某《某某日报》（2025年06月04日第 07 版）
_PRINTED_IN = re.compile(
    rf"《\s?(?P<name>{MEDIUM.pattern})\s?》\s?[（(]\s?\d{{4}}\s?年[^（）()]{{4,12}}第\s?\d+\s?版[）)]$"
)
_OWN_REPORTER = re.compile(rf"(?:^|[，。（(“\s])(?P<name>{MEDIUM_NAME})(?:全媒体)?记者")


class Publisher(NamedTuple):
    """Who issued a document, by the name printed, and what tells so."""

    name: str
    evidence: Evidence


def publisher_of(
    title: str, printed_title: SpannedText, lines: Sequence[Line], letterhead: SpannedText, cases: int
) -> Publisher | None:
    """The body or medium that issued a document, by its name as printed; None where nothing says it.

    `lines` are those of the whole text as read, `letterhead` what its front prints over the title. What stands within
    a document of several cases (their sources, who reports each of them) is not asked.
    """
    author = _author(title, printed_title)
    if author and not _PLACELESS.match(author.name):
        return author
    head = lines[:HEAD_LINES]
    candidates = (
        _signature(lines, alone=cases > 1),
        _labelled(lines, _ISSUER_LABEL, "写明发布机构", 0.95),
        _of_letterhead(letterhead),
        _labelled(lines if cases <= 1 else head, _SOURCE_LABEL, "写明来源", 0.9),
        _first(_MASTHEAD, head, "报头", 0.9),
        _first(_MASTHEAD_DAY, head, "报头", 0.9),
        _first(_PRINTED_IN, head, "写明见报日期", 0.9, search=True) if cases <= 1 else None,
        _first(DATELINE, head, "电头", 0.9),
        _first(_OWN_REPORTER, lines[: 2 * HEAD_LINES], "正文提到其记者", 0.8, search=True),
        author,
    )
    return next((found for found in candidates if found), None)


def _author(title: str, printed_title: SpannedText) -> Publisher | None:
    """The body that an official title begins with; printed nowhere where the document is called after its file."""
    found = _TITLE_AUTHOR.match(title)
    if found is None or not ("通" in title or "意见" in title or "方案" in title or "报告" in title):
        return None
    at = printed_title[found.start("name") : found.end("name")].spans()
    return Publisher(found["name"], Evidence("标题写明发文单位", 0.98 if at else 0.8, at))


def _of_letterhead(letterhead: SpannedText) -> Publisher | None:
    name = letterhead.text.removesuffix("文件").strip()
    if not name or ">" in name:
        return None
    at = letterhead.text.index(name)
    return Publisher(name, Evidence("文件头印有单位", 0.9, letterhead[at : at + len(name)].spans()))


def _signature(lines: Sequence[Line], *, alone: bool) -> Publisher | None:
    """The first body that signs; with `alone` only where no other one does."""
    signing: dict[str, Publisher] = {}
    for found in _signatures(lines):
        signing.setdefault(found.name, found)
    return next(iter(signing.values()), None) if len(signing) == 1 or not alone else None


def _signatures(lines: Sequence[Line]) -> Iterator[Publisher]:
    """The bodies on the line before a date that stands alone, or on a date's own line."""
    for before, line in zip([Line("", 0), *lines], lines, strict=False):
        dated = DATE_WITH_TIME.search(line.text)
        if whole_date(line.text) is not None:
            name, signs = before.text, before
        else:
            name, signs = _EDITED.sub("", line.text[: dated.start()].strip()) if dated else "", line
        if _is_body(name):
            at = signs.text.index(name)
            evidence = Evidence("落款", 0.95, (signs.span(at, at + len(name)),))
            yield Publisher(re.sub(r"\s+", " ", name), evidence)


def _is_body(line: str) -> bool:
    return len(line) <= LONGEST_NAME and "关于" not in line and BODY.fullmatch(line) is not None


def _labelled(lines: Sequence[Line], label: re.Pattern[str], reason: str, confidence: float) -> Publisher | None:
    for line in lines:
        found = label.search(line.text) if len(line.text) <= LONGEST_LABELLED else None
        if found and not _NO_SOURCE.match(found["name"]):
            return Publisher(found["name"], Evidence(reason, confidence, (line.span(*found.span("name")),)))
    return None


def _first(
    pattern: re.Pattern[str], lines: Sequence[Line], reason: str, confidence: float, *, search: bool = False
) -> Publisher | None:
    look = pattern.search if search else pattern.match
    for line in lines:
        if (found := look(line.text)) and not found["name"].startswith("本"):
            name = found["name"].removeprefix("近日")
            place = line.span(found.end("name") - len(name), found.end("name"))
            return Publisher(name, Evidence(reason, confidence, (place,))) if name else None
    return None
