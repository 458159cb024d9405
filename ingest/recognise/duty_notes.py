"""Notes that put bodies in charge without a label: （市发展改革委牵头，市财政局配合）."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.types import AgencyDraft, AgencyRole, SpannedText

# （省商务厅、市场监管局负责） at the end of a paragraph, brackets inside it included
_NOTE = re.compile(r"[（(](?P<note>(?:[^（）()\n]|[（(][^（）()\n]*[）)]){4,300})[）)][。；]?(?=\n|$)")
# …按职责分工负责 · …牵头负责 · …配合: how a clause of such a note ends
_DUTY = re.compile(
    r"(?:等[省市县区州]?(?:级|直)?(?:相关|有关|各)*(?:单位|部门)?)?(?:按(?:照)?(?:各自)?(?:职责|分工|职责分工))?(?:共同|分别|具体|分工|组织)?"
    r"[（(]?(?:(?P<lead>牵头(?:负责|落实|组织)?)|(?P<cooperating>配合|协助|协同|参与|参加)(?:落实|实施)?|(?P<responsible>负责(?:落实)?|落实|实施|承办))[）)]?$"
)
_CLAUSE_END = re.compile(r"[，,；;]")
_BETWEEN = re.compile(r"、|以及|及(?=[各省市县区])|会同")
_BODY = re.compile(
    r".+(?:[局委办厅部院科处室队站所]|中心|政府|公司|部门|单位|银行|[分支]行|小组|管委会|联合会|工商联|总会|海关|街道|办事处|[乡镇]|集团|专班"
    r"|[各][^、，]{1,6}[市县区])(?:[（(][^（）()]+[）)])?$"
)
# 广州、深圳、珠海市人民政府: names of places that share one body
_SHARED_PLACE = re.compile(r"(?:[一-龥]{2,4}、)*[一-龥]{2,4}$")
# 编办等省有关部门
_AND_OTHERS = re.compile(r"等(?:[省市县区州](?:级|直)?)?(?:相关|有关|各)*(?:单位|部门)?$")
_LEAD_IN = re.compile(r"^(?:由|会同)")


NOTED = 0.95
"""How sure a body's part is that a note names."""


def duty_note(text: SpannedText) -> tuple[AgencyDraft, ...]:
    """The bodies that notes at the ends of a text's paragraphs put in charge; none where a note holds anything else."""
    found: dict[str, AgencyDraft] = {}
    for note in _NOTE.finditer(text.text):
        for agency in duties(text[note.start("note") : note.end("note")]):
            found.setdefault(agency.name, agency)
    return tuple(found.values())


def duties(note: SpannedText) -> list[AgencyDraft]:
    """The bodies of a list that says of each, or of each group, what it does; none where it does not of all."""
    found: list[AgencyDraft] = []
    waiting: list[SpannedText] = []
    for clause in note.split(_CLAUSE_END):
        duty = _DUTY.search(clause.text)
        names = list(_names(clause[: duty.start()] if duty else clause))
        if not all(_BODY.match(name.text) for name in names):
            return []
        waiting += names
        if duty:
            reason = f"注明“{duty.group()}”"
            found += (AgencyDraft(name.text, _role(duty), name.spans(), "", NOTED, reason) for name in waiting)
            waiting = []
    return [] if waiting else found


def _role(duty: re.Match[str]) -> AgencyRole:
    if duty["lead"]:
        return AgencyRole.LEAD
    return AgencyRole.COOPERATING if duty["cooperating"] else AgencyRole.RESPONSIBLE


def _names(clause: SpannedText) -> Iterator[SpannedText]:
    """The names of a clause; places that share a body (广州、深圳市政府) stay one name with it."""
    start = 0
    for mark in [*(m for m in _BETWEEN.finditer(clause.text) if _outside_brackets(clause.text, m.start())), None]:
        end = mark.start() if mark else len(clause)
        name = clause[start:end].strip()
        name = name[len(lead_in.group()) :] if (lead_in := _LEAD_IN.match(name.text)) else name
        if mark and mark.group() == "、" and not _BODY.match(name.text) and _SHARED_PLACE.match(name.text):
            continue
        if name := name[: len(_AND_OTHERS.sub("", name.text))]:
            yield name
        start = mark.end() if mark else end


def _outside_brackets(text: str, at: int) -> bool:
    before = text[:at]
    return before.count("（") + before.count("(") == before.count("）") + before.count(")")
