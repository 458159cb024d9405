"""Who is in charge: the bodies that 责任单位 lines name, and those that act in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.types import AgencyDraft, AgencyRole, SpannedText

_KIND = r"(?:单位|部门|科室|处室|机构|股室|领导小组|机关)"
_EMPHASIS = r"(?:\*\*)?"

# 牵头单位： · **重点责任单位：** · 配合单位（部门）：
AGENCY_LABEL = re.compile(
    rf"{_EMPHASIS}(?P<label>"
    rf"(?P<lead>(?:责任)?牵头(?:责任)?{_KIND}|主办{_KIND}|主责{_KIND}|第一责任{_KIND})"
    rf"|(?P<cooperating>(?:主要)?(?:配合|协办|参与|协同|参加|协作|配合责任){_KIND})"
    rf"|(?P<responsible>(?:重点|主要)?(?:责任|承办|实施|落实|完成){_KIND})"
    rf")(?:[（(][^（）()]{{1,8}}[）)])?\s*[：:]\s*{_EMPHASIS}"
)
# 完成时限：4月底前 — another label ends the list of names
_OTHER_LABEL = re.compile(r"[；;。\s][一-龥]{2,6}[：:]")
# 市财政局等按职责分工负责 — what follows the last name
_TAIL = re.compile(
    r"(?:等)?(?:相关|有关|各)?(?:单位|部门)?(?:等)?(?:按(?:照)?(?:各自)?职责(?:分工)?(?:负责|落实)?|分工负责|配合|负责)$|等$|等(?:单位|部门)$"
)
_BETWEEN = "、，,；;　 \t"
_CLOSING = {"（": "）", "(": ")"}


def is_agency_line(text: str) -> bool:
    """Whether a paragraph is nothing but a list of bodies in charge: “责任科室：综合科、审批服务科”."""
    return AGENCY_LABEL.match(text.lstrip("（( \t　")) is not None


def parse_agency_line(line: SpannedText) -> tuple[AgencyDraft, ...]:
    """The bodies a line puts in charge, with the role its label gives; none where the text has no such label.

    Reads lines of their own (牵头单位：…；责任单位：…) as well as the note at the end of a paragraph (（责任单位：…）).
    """
    labels = list(AGENCY_LABEL.finditer(line.text))
    found: dict[str, AgencyDraft] = {}
    for at, label in enumerate(labels):
        limit = labels[at + 1].start() if at + 1 < len(labels) else len(line)
        role = _role(label)
        for name in _names(line[label.end() : _list_end(line.text, label.end(), limit)]):
            found.setdefault(name.text, AgencyDraft(name.text, role, name.spans()))
    return tuple(found.values())


def _role(label: re.Match[str]) -> AgencyRole:
    if label["lead"]:
        return AgencyRole.LEAD
    return AgencyRole.COOPERATING if label["cooperating"] else AgencyRole.RESPONSIBLE


def _list_end(text: str, start: int, limit: int) -> int:
    """Where the names after a label end: full stop, line end, unmatched closing bracket, or another label."""
    depth = 0
    for at in range(start, limit):
        if text[at] in "（(":
            depth += 1
        elif text[at] in "）)":
            if depth == 0:
                return at
            depth -= 1
        elif depth == 0 and (text[at] in "。\n" or _OTHER_LABEL.match(text, at)):
            return at
    return limit


def _names(names: SpannedText) -> Iterator[SpannedText]:
    """The single names of a list; marks inside brackets (各县（市、区）政府) do not part them."""
    depth, start = 0, 0
    for at, character in enumerate(names.text + "、"):
        if character in "（(":
            depth += 1
        elif character in "）)":
            depth = max(depth - 1, 0)
        elif character in _BETWEEN and depth == 0:
            name = _trimmed(names[start:at])
            if len(name) >= 2:
                yield name
            start = at + 1


def _trimmed(name: SpannedText) -> SpannedText:
    name = name.strip(" \t　*。.；;：:")
    tail = _TAIL.search(name.text)
    return name[: tail.start()].strip() if tail else name
