"""The region a document as a whole speaks of, which its cases that name none are of."""

from __future__ import annotations

import re

from ingest.recognise.gazetteer import Gazetteer
from ingest.recognise.places import CLEAR, DATELINE, common_ground, is_venue, own_level
from ingest.recognise.setting import once_a_document
from ingest.types import CaseDraft, DocumentDraft, RegionMention

# 鹰潭市余江区委书记 王某 · 湘潭县人民政府县长: what follows the place on the line of one who speaks for it
SPEAKER_AFTER = re.compile(
    r"[^，。：；]{0,16}(?:[省市县区州盟旗]长|书记|主任|[局厅]长|负责人)(?:\s?[一-龥]{1,3})?[）)]?"
)
LONGEST_SPEAKER = 40
"""Characters of the line that says who speaks."""
# 河南日报 · 长沙晚报: what ends the name of a place's paper
MEDIUM_END = re.compile(r"(?:[日晚晨早时商]报|新闻网|电视台|广播|融媒体?|发布|客户端|在线).*$")


@once_a_document
def home_of(draft: DocumentDraft, gazetteer: Gazetteer) -> RegionMention | None:
    """The region a document as a whole speaks of: by its title, its publisher or speaker, or most places around it."""
    for text, where in ((DATELINE.sub("", draft.title), "文件标题"), (draft.publisher, "发布单位")):
        matches = [m for m in gazetteer.find(text) if m.confidence >= CLEAR and not is_venue(m, text)]
        if matches and all(gazetteer.lineage(m.code)[0] == gazetteer.lineage(matches[0].code)[0] for m in matches):
            return RegionMention(matches[0].code, (), 0.9, f"{where}：{matches[0].reason}")
    for line in draft.context.splitlines():
        first = next(iter(gazetteer.find(line)), None) if len(line) <= LONGEST_SPEAKER else None
        if first and first.start <= 1 and SPEAKER_AFTER.fullmatch(line, first.end):
            return RegionMention(first.code, (), 0.85, f"发言人：{first.reason}")
    matches = [m for m in gazetteer.find(draft.context) if m.confidence >= CLEAR]
    code = common_ground([m.code for m in matches], gazetteer)
    return RegionMention(code, (), 0.7, "文件通篇讲这个地区") if code else None


def where_reported(case: CaseDraft, publisher: str, gazetteer: Gazetteer) -> RegionMention | None:
    """The place whose paper tells of 我市 or 全省, of that level, in a text that names no place: 河南日报."""
    medium = MEDIUM_END.search(publisher)
    found = next(iter(gazetteer.find(publisher[: medium.start()])), None) if medium else None
    if found is None or found.confidence < CLEAR:
        return None
    autonomous = gazetteer.entry(gazetteer.lineage(found.code)[0]).name.endswith("自治区")
    if own_level(f"{case.title}\n{case.body}", autonomous=autonomous) != gazetteer.level(found.code):
        return None
    return RegionMention(found.code, (), 0.5, f"正文只写“我市”“全省”一类，按发布媒体：{publisher}")
