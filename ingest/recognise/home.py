"""The region a document as a whole speaks of, which its cases that name none are of."""

from __future__ import annotations

import re

from ingest.recognise.gazetteer import Gazetteer
from ingest.recognise.naming import RegionMatch
from ingest.recognise.places import CLEAR, calls_itself, common_ground, is_ground, is_venue, own_level
from ingest.recognise.press import DATELINE, is_medium
from ingest.recognise.setting import once_a_document
from ingest.types import MOST_PLACES, CaseDraft, DocumentDraft, RegionMention

# 鹰潭市余江区委书记 王某 · 湘潭县人民政府县长: what follows the place on the line of one who speaks for it
SPEAKER_AFTER = re.compile(
    r"[^，。：；]{0,16}(?:[省市县区州盟旗]长|书记|主任|[局厅]长|负责人)(?:\s?[一-龥]{1,3})?[）)]?"
)
LONGEST_SPEAKER = 40
"""Characters of the line that says who speaks."""
# 河南日报 · 长沙晚报 · 今日安化: the name of a place's paper
PAPER_OF = re.compile(
    r"今日(?P<today>[一-龥]{2,4})|(?P<place>.+?)(?:[日晚晨早时商]报|新闻网|电视台|广播|融媒体?|发布|客户端|在线).*"
)


# （潍坊日报社全媒体记者 李某）
REPORTER_OF = re.compile(
    r"[（(](?P<paper>[一-龥]{2,6}[日晚晨早时商]报)社?(?:全媒体?|融媒体?|新媒体)?(?:首席)?(?:记者|通讯员)"
)
LONGEST_BYLINE = 60
"""Characters at the beginning of a text in which its reporter signs."""


@once_a_document
def home_of(draft: DocumentDraft, gazetteer: Gazetteer) -> RegionMention | None:
    """The region a document as a whole speaks of: by its title, its publisher or speaker, or most places around it."""
    items = _of_its_items(draft)
    if match := _of_one_province(items.sub("", draft.title), gazetteer):
        spans = draft.printed_title.sub(items, "")[match.start : match.end].spans()
        return RegionMention(match.code, spans, _sure(match), f"文件标题：{match.reason}")
    if match := _of_one_province(draft.publisher, gazetteer):
        return RegionMention(match.code, draft.told_at("publisher"), _sure(match), f"发布单位：{match.reason}")
    for line in draft.context.lines():
        first = next(iter(gazetteer.find(line.text)), None) if len(line) <= LONGEST_SPEAKER else None
        if first and first.start <= 1 and SPEAKER_AFTER.fullmatch(line.text, first.end):
            return RegionMention(first.code, line[first.start : first.end].spans(), 0.85, f"发言人：{first.reason}")
    matches = _divisions([m for m in gazetteer.find(draft.context.text) if m.confidence >= CLEAR])
    code = common_ground([m.code for m in matches], gazetteer)
    if code is None:
        return None
    inside = [m for m in matches if gazetteer.is_within(m.code, code)][:MOST_PLACES]
    spans = tuple(span for m in inside for span in draft.context[m.start : m.end].spans())
    return RegionMention(code, spans, 0.7, "文件通篇讲这个地区")


def _of_its_items(draft: DocumentDraft) -> re.Pattern[str]:
    """What of a title does not speak for the whole document: a dateline, and the heading of one item of several.

    A title over what the press carries that no case bears is the heading of an item that is none.
    """
    title = draft.title
    titles = [section.title.text for section in draft.sections if section.title]
    headings = [min(title, own, key=len) for own in titles if own in title or title in own]
    if not headings and titles and is_medium(draft.publisher):
        headings = [title]
    elif len(draft.sections) == 1:
        headings = []
    return re.compile("|".join([DATELINE.pattern, *map(re.escape, headings)]))


def _of_one_province(text: str, gazetteer: Gazetteer) -> RegionMatch | None:
    """The first place that a title or a publisher's name speaks for, where all it names are of one province."""
    matches = _divisions([m for m in gazetteer.find(text) if m.confidence >= CLEAR and _speaks(m, text)])
    provinces = {gazetteer.lineage(m.code)[0] for m in matches}
    return matches[0] if len(provinces) == 1 else None


def _speaks(match: RegionMatch, text: str) -> bool:
    """Whether a place is neither that of a meeting nor the ground on which another is the first."""
    return not (is_venue(match, text) or is_ground(match, text))


def _divisions(matches: list[RegionMatch]) -> list[RegionMatch]:
    """Those that name a division; ports and airports only where none does."""
    return [match for match in matches if not match.is_landmark] or matches


def _sure(match: RegionMatch) -> float:
    """The confidence of what a title or a publisher's name says."""
    return match.confidence if match.is_landmark else 0.9


def where_reported(case: CaseDraft, draft: DocumentDraft, gazetteer: Gazetteer) -> RegionMention | None:
    """The place whose paper tells of 我市 or 全省, of that level, in a text that names no place: 河南日报.

    The paper is the publisher, or the one whose reporter signs: （潍坊日报社记者 某某）.
    """
    papers = [(draft.publisher, draft.told_at("publisher"))]
    opening = next(filter(None, case.texts()), case.lead)
    if signed := REPORTER_OF.search(opening.text[:LONGEST_BYLINE]):
        papers.insert(0, (signed["paper"], opening[signed.start("paper") : signed.end("paper")].spans()))
    placed = ((paper, spans, _place_of(paper, gazetteer)) for paper, spans in papers)
    paper, spans, found = next((each for each in placed if each[2]), ("", (), None))
    if found is None:
        return None
    own = own_level(f"{case.title}\n{case.body}", autonomous=gazetteer.is_autonomous(found.code))
    if not calls_itself(gazetteer.entry(found.code), own):
        return None
    reason = f"正文只写“我市”“全省”一类，按发布媒体：{paper}"
    return RegionMention(found.code, spans, 0.5, reason)


def _place_of(paper: str, gazetteer: Gazetteer) -> RegionMatch | None:
    """The place in a paper's name: 河南日报, 今日高邮."""
    named = PAPER_OF.fullmatch(paper)
    found = next(iter(gazetteer.find(named["today"] or named["place"])), None) if named else None
    return found if found and found.confidence >= CLEAR else None
