"""Who issued a document: the body that signs it, the one its title names, or the medium that carries it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.recognise.body_names import BUREAU
from ingest.recognise.dates import DATE_WITH_TIME, DELIVERED, whole_date

HEAD_LINES = 12
"""Lines at the top of a document where a masthead, a source or a dateline stands."""
LONGEST_NAME = 40

# 某市营商办编　2022年5月6日: over or under a brief
_EDITED = re.compile(r"(?:主?编印?|编发|印)$")

_BODY_END = (
    r"(?:办公室|办公厅|委员会|人民政府|政府|领导小组|指挥部|管委会|管理局|中心|研究院|研究所|协会|学会|银行|[分支]行|公司"
    rf"|厅|{BUREAU}|院|部|委|署|办|海关|联合会)"
)
# 湖南省人民政府办公厅 · 长沙市发展改革委　长沙市财政局
BODY = re.compile(rf"[一-龥（）()、\s]{{2,38}}{_BODY_END}(?:[（(][一-龥]{{2,16}}[）)])?")
# 某某日报 · 新华社 · 某某融媒体中心 · 某某发布
_MEDIUM_NAME = (
    r"[一-龥]{0,10}?(?:日报|晚报|晨报|早报|快报|都市报|商报|时报|导报|新报|经济报|法治报|法制报|新闻网|新闻社|通讯社|新华社|新华网|人民网|中新社|中新网"
    r"|央视网|光明网|经济网|经济参考报|中国网|在线|融媒体?(?:中心)?|电视台|广播电台|广电|客户端|周刊|新闻|研究院)"
)
MEDIUM = re.compile(rf"(?:{_MEDIUM_NAME}|今日[一-龥]{{2,4}}|[一-龥]{{2,6}}(?:发布|网|报))")

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
# 某某日报讯（记者 …） · 某某网某地10月27日电 · 新华社北京5月1日电
_DATELINE = re.compile(
    rf"^[\s【（(\[]*(?P<name>{_MEDIUM_NAME}|[一-龥]{{2,8}}?[网报])(?:[一-龥]{{2,6}})?(?:\s?\d{{1,2}}月\s?\d{{1,2}}日)?\s?[电讯][\s】（(\])：:]"
)
_OWN_REPORTER = re.compile(rf"(?:^|[，。（(“\s])(?P<name>{_MEDIUM_NAME})(?:全媒体)?记者")


def publisher_of(title: str, lines: Sequence[str], letterhead: str, cases: int) -> str:
    """The body or medium that issued a document, by its name as printed; empty where nothing says it.

    `lines` are those of the whole text as read, `letterhead` what its front prints over the title. What stands within
    a document of several cases (their sources, who reports each of them) is not asked.
    """
    author = _author(title)
    if author and not _PLACELESS.match(author):
        return author
    candidates = (
        _signature(lines, alone=cases > 1),
        _labelled(lines, _ISSUER_LABEL),
        "" if ">" in letterhead else letterhead.removesuffix("文件").strip(),
        _labelled(lines if cases <= 1 else lines[:HEAD_LINES], _SOURCE_LABEL),
        _first(_MASTHEAD, lines[:HEAD_LINES]),
        _first(_MASTHEAD_DAY, lines[:HEAD_LINES]),
        _first(_DATELINE, lines[:HEAD_LINES]),
        _first(_OWN_REPORTER, lines[: 2 * HEAD_LINES], search=True),
        author,
    )
    return next((name for name in candidates if name), "")


def _author(title: str) -> str:
    found = _TITLE_AUTHOR.match(title)
    return found["name"] if found and ("通" in title or "意见" in title or "方案" in title or "报告" in title) else ""


def _signature(lines: Sequence[str], *, alone: bool) -> str:
    """The first body that signs; with `alone` only where no other one does."""
    signing = list(dict.fromkeys(_signatures(lines)))
    return signing[0] if len(signing) == 1 or (signing and not alone) else ""


def _signatures(lines: Sequence[str]) -> Iterator[str]:
    """The bodies on the line before a date that stands alone, on a date's own line, or under the day of a speech."""
    for before, line in zip(["", *lines], lines, strict=False):
        dated = DATE_WITH_TIME.search(line)
        if whole_date(line) is not None:
            name = before
        elif DELIVERED.match(before):
            name = line
        else:
            name = _EDITED.sub("", line[: dated.start()].strip()) if dated else ""
        if _is_body(name):
            yield re.sub(r"\s+", " ", name)


def _is_body(line: str) -> bool:
    return len(line) <= LONGEST_NAME and "关于" not in line and BODY.fullmatch(line) is not None


def _labelled(lines: Sequence[str], label: re.Pattern[str]) -> str:
    return next((name for name in _names(label, lines) if not _NO_SOURCE.match(name)), "")


def _names(label: re.Pattern[str], lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        if len(line) <= 120 and (found := label.search(line)):
            yield found["name"]


def _first(pattern: re.Pattern[str], lines: Sequence[str], *, search: bool = False) -> str:
    look = pattern.search if search else pattern.match
    return next((found["name"].removeprefix("近日") for line in lines if (found := look(line))), "")
