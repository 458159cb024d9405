"""What kind of document a text is: by its title, by who carries it, by what it holds."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.recognise.publishers import MEDIUM
from ingest.types import SourceKind

# 各县（市、区）人民政府… as the first words, 现印发给你们 in the next ones: a letter that goes with a paper
_ADDRESSEES = re.compile(r"^各[^。]{2,120}[：:]$")
_SENT = re.compile(r"现将?[^。]{0,80}(?:印发|转发|下发|通知|通报)|特此(?:通知|通报)|通知如下|通报如下")
# “关于……的通知”
OFFICIAL_TITLE = re.compile(r"关于.*的?(?:通知|通报|意见|决定|函|批复|公告|通告|报告|请示|复函)$")
PLAN_TITLE = re.compile(
    r"(?:实施方案|行动方案|工作方案|行动计划|工作计划|实施意见|工作要点|若干措施|任务清单|三年行动|方案|计划)(?:[（(].{2,12}[）)])?$"
)
_NEWS = re.compile(r"新闻|联播|日报|晚报|电视台|记者|本报|讯）")
# 某市2022年优化营商环境工作要点
_PLAN = re.compile(r"(?:方案|计划|工作要点|要点|任务分工|任务清单|分工表|分解表|措施清单)(?:[（(].{2,16}[）)])?$")
_POLICY = re.compile(r"(?:条例|办法|规定|意见|措施|细则|政策|准则)(?:[（(].{2,8}[）)])?$")
_REPORT = re.compile(r"(?:报告|总结|汇报|情况|综述|白皮书|蓝皮书|研究)$")
_COMPILATION = re.compile(r"(?:案例|经验|做法|举措)(?:选编|汇编|集锦|集|选登|摘编)")
# 本报讯（记者 …） · 某某日报讯 · 新华社北京5月1日电 · （通讯员 李某）
_TOLD_BY_PRESS = re.compile(
    r"^[\s【（(\[]*(?:本[报网台刊]|[一-龥]{2,10}(?:报|网|社|在线|台|新闻))(?:[一-龥]{2,6})?(?:\s?\d{1,2}月\s?\d{1,2}日)?\s?[电讯][\s】（(\])：:]"
    r"|[（(■□◎\s]?(?:本报|本网|见习|全媒体|融媒体)?(?:记者|通讯员)[\s：:／/]?[一-龥]{2,4}(?:[\s、]|$|摄|报道)"
    r"|[（(【\[]?(?:[一-龥]{0,4}记者|通讯员)[：:\s][一-龥\s、]{2,20}[）)】\]]?$"
    r"|^(?:责任)?编辑[：:]|新闻发布会|本报记者|[一-龥](?:日报|晚报|商报|时报|网|社|电视台)(?:全媒体)?记者"
)
_SOURCE = re.compile(r"(?:来\s?源|来自|转自)\s*[：:]\s*(?P<name>[^\s，。|｜·]{2,24})")
# 2021-12-14 10:20 beside 来源, 浏览 …: a page of a site
_ON_A_SITE = re.compile(
    r"(?:发布(?:时间|日期)|来\s?源|浏览|点击|阅读)[^，。]{0,6}[：:].*|^\W*\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s\d{1,2}[：:]\d{2}"
)

PRESS_LINES = 14
"""Lines at the top and at the end of a text where the press names itself."""


def genre_of(title: str, around: str, lines: Sequence[str], cases: int) -> SourceKind:
    """The kind of a document with so many cases; `around` is what it prints outside them, `lines` all of it as read."""
    if OFFICIAL_TITLE.search(title):
        return SourceKind.NOTICE
    if PLAN_TITLE.search(title) and cases <= 1:
        return SourceKind.PLAN
    if _NEWS.search(around):
        return SourceKind.NEWSPAPER if cases > 1 and "本报" in around else SourceKind.NEWS
    if any(_ADDRESSEES.match(line) for line in lines[:4]) and _SENT.search("".join(lines[:8])):
        return SourceKind.PLAN if _PLAN.search(title) and cases <= 1 else SourceKind.NOTICE
    return _by_title(title, cases) or _by_carrier(lines)


def _by_title(title: str, cases: int) -> SourceKind | None:
    if _PLAN.search(title) and cases <= 1:
        return SourceKind.PLAN
    if cases > 1 or _COMPILATION.search(title):
        return SourceKind.COMPILATION
    if _POLICY.search(title):
        return SourceKind.POLICY
    return SourceKind.OTHER if _REPORT.search(title) else None


def _by_carrier(lines: Sequence[str]) -> SourceKind:
    """News, where the press or a site names itself at the edges of the text."""
    edges = [*lines[:PRESS_LINES], *lines[-3:]]
    by_press = any(_TOLD_BY_PRESS.search(line) or _from_medium(line) for line in edges)
    on_a_site = any(_ON_A_SITE.search(line) for line in edges if len(line) <= 80)
    return SourceKind.NEWS if by_press or on_a_site else SourceKind.OTHER


def _from_medium(line: str) -> bool:
    """Whether a line names a newspaper or the like as its source, or is the masthead of one."""
    named = _SOURCE.search(line)
    if named is not None:
        return MEDIUM.match(named["name"]) is not None
    return len(line) <= 40 and re.match(rf"[《\s]*{MEDIUM.pattern}[》\s]*[（(]?\s?\d{{4}}\s?年", line) is not None
