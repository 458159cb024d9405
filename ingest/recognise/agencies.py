"""Who is in charge: the bodies that 责任单位 lines name, and those that act in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.recognise.agency_names import full_name
from ingest.recognise.body_names import ACTS_AFTER, BODY_NAME, LEADS, OFFICE_OF, SPOKEN_OF, TAKES_PART, WITH
from ingest.recognise.duty_notes import duties, duty_note
from ingest.recognise.gazetteer import Gazetteer
from ingest.recognise.setting import once_a_document
from ingest.types import AgencyDraft, AgencyRole, CaseDraft, DocumentDraft, MeasureDraft, SpannedText

_KIND = r"(?:单位|部门|科室|处室|机构|股室|领导小组|机关)"
_EMPHASIS = r"(?:\*\*)?"

# 牵头单位： · **重点责任单位：** · 配合单位（部门）：
AGENCY_LABEL = re.compile(
    rf"{_EMPHASIS}(?P<label>"
    rf"(?P<lead>(?:责任)?牵头(?:责任)?{_KIND}|主办{_KIND}|主责{_KIND}|第一责任{_KIND})"
    rf"|(?P<cooperating>(?:主要)?(?:配合|协办|参与|协同|参加|协作|配合责任){_KIND})"
    rf"|(?P<responsible>(?:重点|主要)?(?:责任|承办|实施|落实|完成|承担){_KIND})"
    rf")(?:[（(][^（）()]{{1,8}}[）)])?\s*[：:]\s*{_EMPHASIS}"
)
# 完成时限：4月底前 — another label ends the list of names
_OTHER_LABEL = re.compile(r"[；;。，,\s][一-龥]{2,6}[：:]")
# 市财政局等按职责分工负责 — what follows the last name
_TAIL = re.compile(
    r"(?:等?(?:[省市县区州](?:级|直)?)?(?:相关|有关|各)+(?:单位|部门)|等?(?:单位|部门)|等)?(?:等)?"
    r"(?:按(?:照)?(?:各自)?职责(?:分工)?(?:负责|落实)?|分工负责|配合|负责)$"
    r"|等(?:[省市县区州](?:级|直)?)?(?:相关|有关|各)*(?:单位|部门)?$"
)
# 市发展改革委牵头，市财政局配合: a list that says itself who does what
_OWN_DUTIES = re.compile(r"(?:牵头|配合|协助)(?:负责|落实)?(?:[，；,;]|$)")
_LEADS_IN_BRACKETS = re.compile(r"[（(]牵头(?:单位|部门)?[）)]$")
_BETWEEN = "、，,；;　 \t"
LISTED, ASSIGNED, SAID, ACTING = 0.98, 0.9, 0.85, 0.6
"""How sure a body's part is: listed behind a label, assigned by the document to what the title names, told in a
sentence, or only found acting in one."""
FOUND_ACTING = "正文中行动的单位"
# （一）包容普惠创新指标: the heading over a list of bodies, its number and its generic word
_HEADING_LABEL = re.compile(r"^[\s（(]*[\d一二三四五六七八九十]{1,3}[）)、.．\s]*")
_GENERIC_END = re.compile(r"(?:指标|工作|改革|任务|方面|专班)+[：:]?$")


def recognise_agencies(case: CaseDraft, draft: DocumentDraft, gazetteer: Gazetteer) -> CaseDraft:
    """The case with the bodies in charge of it.

    Those that the document assigns to its subject come first, then those that act in its own text, the first of them in
    the lead. A case whose measures name theirs on lines of their own (责任单位：…) needs no reading of its text.
    """
    case = replace(case, measures=tuple(_with_noted(measure) for measure in case.measures))
    named = (*case.agencies, *assigned_agencies(case.title.text, draft))
    if not named and not any(measure.agencies for measure in case.walk()):
        named = _acting(case, gazetteer)
    return _with_full_names(replace(case, agencies=_distinct(named, gazetteer)), gazetteer)


def _with_noted(measure: MeasureDraft) -> MeasureDraft:
    """The measure with the bodies that notes at its end put in charge, where no line of its own does."""
    children = tuple(_with_noted(child) for child in measure.children)
    noted = measure.agencies or (*duty_note(measure.heading), *duty_note(measure.text))
    return replace(measure, children=children, agencies=noted)


def _with_full_names(case: CaseDraft, gazetteer: Gazetteer) -> CaseDraft:
    """The case with its bodies', and its measures' bodies', names in full where the main region settles them."""
    home = case.regions[0].code if case.regions else None

    def named(agencies: tuple[AgencyDraft, ...]) -> tuple[AgencyDraft, ...]:
        return tuple(replace(agency, full_name=full_name(agency.name, home, gazetteer)) for agency in agencies)

    def of_measure(measure: MeasureDraft) -> MeasureDraft:
        children = tuple(of_measure(child) for child in measure.children)
        return replace(measure, agencies=named(measure.agencies), children=children)

    return replace(case, agencies=named(case.agencies), measures=tuple(of_measure(m) for m in case.measures))


def assigned_agencies(title: str, draft: DocumentDraft) -> tuple[AgencyDraft, ...]:
    """The bodies that a list outside the case puts in charge of what the title names."""
    return next((agencies for subject, agencies in _lists(draft) if subject in title), ())


@once_a_document
def _lists(draft: DocumentDraft) -> tuple[tuple[str, tuple[AgencyDraft, ...]], ...]:
    """Subjects and the bodies that a document puts in charge of them outside its cases.

    A list is a short heading (（一）包容普惠创新指标) and the line after it (牵头单位：…；重点责任单位：…).
    """
    lines = [line for line in (line.strip() for line in draft.context.lines()) if line]
    found: list[tuple[str, tuple[AgencyDraft, ...]]] = []
    for heading, line in pairwise(lines):
        subject = _GENERIC_END.sub("", _HEADING_LABEL.sub("", heading.text))
        if 2 <= len(subject) <= 20 and is_agency_line(line.text):
            reason = f"文件在“{subject}”下列出"
            listed = (replace(agency, confidence=ASSIGNED, reason=reason) for agency in parse_agency_line(line))
            found.append((subject, tuple(listed)))
    return tuple(found)


def _acting(case: CaseDraft, gazetteer: Gazetteer) -> tuple[AgencyDraft, ...]:
    """The bodies that act in title and text, in order; the first is in the lead unless it only takes part."""
    title = () if case.title_is_made else (case.title,)
    parts = (*title, *case.texts())
    found = [agency for part in parts for agency in _acting_in(part, gazetteer) if _at_home(agency, case, gazetteer)]
    for at, agency in enumerate(found):
        if agency.role is not AgencyRole.COOPERATING:
            reason = "正文中最先行动的单位" if agency.reason == FOUND_ACTING else agency.reason
            found[at] = replace(agency, role=AgencyRole.LEAD, reason=reason)
            break
    return tuple(found)


def _at_home(agency: AgencyDraft, case: CaseDraft, gazetteer: Gazetteer) -> bool:
    """Whether a body is of one of the case's provinces: another's is a partner, not in charge."""
    place = _identity(agency.name, gazetteer).place
    provinces = {gazetteer.lineage(region.code)[0] for region in case.regions}
    return place is None or not provinces or gazetteer.lineage(place)[0] in provinces


def _acting_in(part: SpannedText, gazetteer: Gazetteer) -> Iterator[AgencyDraft]:
    names = list(BODY_NAME.finditer(part.text))
    starts = {place.end: place.start for place in gazetteer.find(part.text)} if names else {}
    lists: list[list[tuple[int, int]]] = []
    for name in names:
        start = _whole_start(name, part.text, starts)
        listed = bool(lists) and part.text[lists[-1][-1][1] : start] in {"、", "和", "及", "与"}
        if not _acts(name, part.text, start, listed):
            continue
        if listed:
            lists[-1].append((start, name.end()))
        else:
            lists.append([(start, name.end())])
    for bodies in lists:
        role, said = _said_role(part.text, bodies[0][0], bodies[-1][1])
        sure, reason = (SAID, f"写明“{said}”") if said else (ACTING, FOUND_ACTING)
        for start, end in bodies:
            span = part[start:end]
            yield AgencyDraft(span.text, role, span.spans(), "", sure, reason)


def _said_role(text: str, start: int, end: int) -> tuple[AgencyRole, str]:
    """The role that the words around bodies give them, and these: 由市财政局牵头, 市税务局配合, 会同市商务局."""
    if leads := LEADS.match(text, end):
        return AgencyRole.LEAD, leads.group()
    if part := TAKES_PART.match(text, end) or WITH.search(text, 0, start):
        return AgencyRole.COOPERATING, part.group()
    return AgencyRole.RESPONSIBLE, ""


def _whole_start(name: re.Match[str], text: str, starts: Mapping[int, int]) -> int:
    """Where a name begins with its place and what stands before that; `starts` has the places' by their ends."""
    start = min(name.start(), starts.get(name.start("core"), starts.get(name.start(), name.start())))
    office = OFFICE_OF.search(text, max(start - 16, 0), start)
    return office.start() if office else start


def _acts(name: re.Match[str], text: str, start: int, listed: bool) -> bool:
    """Whether a body is said to do something, and is not merely named: “从市税务局获悉” is none."""
    if not ACTS_AFTER.search(text, max(start - 4, 0), start) or SPOKEN_OF.match(text, name.end()):
        return False
    if text[:start].endswith("、") and not listed:
        return False
    if name["core"].endswith("政府"):
        return start < name.start()
    return start < name.start("core") or _stands_bare(name, text)


def _stands_bare(name: re.Match[str], text: str) -> bool:
    """A name without its place (审计局, 新奥燃气公司) opens a clause: 天津市：审计局坚持…."""
    opens = name.start() == 0 or text[name.start() - 1] in "：，。；\n "
    return opens and name["core"][-1] in "局委司院" and len(name["core"]) >= 3


@dataclass(frozen=True, slots=True)
class _Identity:
    """What a body's name says: of which place (code), of which level (市), which office (财政局)."""

    place: str | None
    level: str
    office: str

    def may_be(self, other: _Identity) -> bool:
        """Whether two names can mean one body: 台州市财政局 and 市财政局, not 临平区税务局 and 淳安县税务局."""
        return (
            self.office == other.office
            and (self.level == other.level or not (self.level and other.level))
            and (self.place == other.place or None in {self.place, other.place})
        )


def _identity(name: str, gazetteer: Gazetteer) -> _Identity:
    office = next(iter(BODY_NAME.finditer(name)), None)
    if office is None or office.end() != len(name):
        return _Identity(None, "", name)
    place = next((m.code for m in gazetteer.find(name) if m.end in {office.start(), office.start("core")}), None)
    return _Identity(place, office["level"] or "", name[office.start("core") :])


def _distinct(agencies: Iterable[AgencyDraft], gazetteer: Gazetteer) -> tuple[AgencyDraft, ...]:
    """Each body once, by the first of its names that says whose it is (科技局, 黔东南州科技局: the second)."""
    kept: list[tuple[_Identity, AgencyDraft]] = []
    for agency in agencies:
        own = _identity(agency.name, gazetteer)
        at = next((at for at, (known, _) in enumerate(kept) if own.may_be(known)), None)
        if at is None:
            kept.append((own, agency))
        elif not (kept[at][0].level or kept[at][0].place):
            kept[at] = own, replace(kept[at][1], name=agency.name)
    return tuple(agency for _, agency in kept)


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
        listed = line[label.end() : _list_end(line.text, label.end(), limit)]
        role = _role(label)
        own = duties(listed) if _OWN_DUTIES.search(listed.text) else []
        reason = f"列在“{label['label']}”之后"
        for agency in own or [_in_list(name, role, reason) for name in _names(listed)]:
            found.setdefault(agency.name, agency)
    return tuple(found.values())


def _in_list(name: SpannedText, role: AgencyRole, reason: str) -> AgencyDraft:
    """A body of a list, in the lead where a bracket behind it says so: 市场监管局（牵头）."""
    leads = _LEADS_IN_BRACKETS.search(name.text)
    if leads:
        role, reason, name = AgencyRole.LEAD, f"注明“{leads.group()}”", name[: leads.start()]
    return AgencyDraft(name.text, role, name.spans(), "", LISTED, reason)


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
        elif depth == 0 and (text[at] in "。\n】" or _OTHER_LABEL.match(text, at)):
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
