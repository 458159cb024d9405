"""Which regions a case is about: the main one first, others where the case treats them.

The case's own title speaks first, then the heading over it, then the document (its title, its publisher), then the
text. A place that is merely mentioned (a partner, a destination, a benchmark) is none of the case's regions.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.recognise.gazetteer import Gazetteer, RegionMatch
from ingest.recognise.misprints import unknown_place
from ingest.recognise.plain import plain
from ingest.recognise.region_tree import CITY, DISTRICT, PROVINCE
from ingest.recognise.setting import once_a_document
from ingest.types import CaseDraft, DocumentDraft, MeasureDraft, Notice, RegionMention, Severity, SpannedText

__all__ = ["Gazetteer", "RegionMatch", "home_of", "recognise_regions"]

# 对标上海… · 与斗门区签约 · 长沙至莫斯科: what stands before a place that is only the other side
OTHER_SIDE_BEFORE = re.compile(
    r"(?:对标|对照|参照|学习|借鉴|复制|推广|瞄准|对接|融入|接轨|承接|来自|走进|赶超|追赶|结对|赴|至|飞往|发往|与|同|跟|比|往返|联合|携手)$"
)
# 对标上海、深圳，
OTHER_SIDES_LISTED = re.compile(r"(?:对标|对照|学习|借鉴|瞄准|赶超|追赶|对接)[一-龥、]{2,20}[、和与及]$")
# 红花岗区与斗门区签约 · 湖南、黑龙江、辽宁等地: what follows a place that does not act alone
NOT_ALONE_AFTER = re.compile(
    r"\s*(?:[、与和同至]|等地|等[省市县区]|籍|户籍|某|一家|客商|投资商|的?[一-龥]{1,2}(?:先生|女士|老板))"
)
# 近日，… · 在… · 2023年，… · 经济大省…: what may stand before the place a sentence is about
OPENING = re.compile(r"[\s“”\"'‘’（(【《\-—·*#]*(?:[^，,。；：《》、]{2,9}[，,])?(?:在|位于|地处|[一-龥]{2}大省|省会)?")
SENTENCE = re.compile(r"[^。！？；\n]+")
# 新华社北京5月1日电 · 某某网合肥10月21日讯 · 【某某日报讯】: where a report was written or printed
DATELINE = re.compile(
    r"(?:^|\n)[\s【（(]*(?:本[报网台刊社]|[一-龥]{1,8}?(?:社|网|报|在线|台|新闻|客户端))[一-龥]{0,8}?"
    r"\s?(?:\d{1,2}月\s?\d{1,2}日)?\s?[电讯](?=[\s】（(）)：:，]|$)"
)
# （宜昌片区） · 创新地区（单位）：德阳市旌阳区 · 申报单位：绵阳市发展改革委: the line below a title, whose case it is
OWNER_LINE = re.compile(r"[（(【—\-\s]*(?:[^：:，。]{2,12}[：:]\s*)?(?P<owner>[^，,。；;：:、]{2,24}?)[）)】\s]*")
# 在浙江省优化营商环境大会上的发言: what follows the place, where the title names only before whom a place speaks
VENUE_AFTER = re.compile(r"[^，。：；]{0,40}(?:会议?|论坛|活动)上")
# 鹰潭市余江区委书记 王某 · 湘潭县人民政府县长: what follows the place on the line of one who speaks for it
SPEAKER_AFTER = re.compile(
    r"[^，。：；]{0,16}(?:[省市县区州盟旗]长|书记|主任|[局厅]长|负责人)(?:\s?[一-龥]{1,3})?[）)]?"
)
LONGEST_SPEAKER = 40
"""Characters of the line that says who speaks."""
# 河南日报 · 长沙晚报: what ends the name of a place's paper
MEDIUM_END = re.compile(r"(?:[日晚晨早时商]报|新闻网|电视台|广播|融媒体?|发布|客户端|在线).*$")
# 上海市、江苏省两地联合… · 成都市、德阳市两地政务服务部门联合…
TOGETHER = re.compile(r"[两二三四五六七]?[省地市县区]*[一-龥]{0,8}?(?:联合|共同|携手|协同|合作)")
# 我县, 全市: tells the level of the place that speaks
OWN_PLACE = re.compile(r"(?:我|本|全)(省|自治区|市|州|县|区|旗)(?!级|域|场|民|直)")
_LEVELS = {"省": PROVINCE, "自治区": PROVINCE, "市": CITY, "州": CITY, "县": DISTRICT, "区": DISTRICT, "旗": DISTRICT}

SET_PHRASE = 0.2
"""The confidence of one letter of a set phrase."""
SURE = 0.8
"""The confidence of a document's region that its title, its publisher or a heading names."""
CLEAR = 0.5
"""Below this a match is too doubtful to name a region by itself."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A match and the text it was found in, which knows its place in the source."""

    match: RegionMatch
    text: SpannedText

    @property
    def code(self) -> str:
        return self.match.code

    def mention(self, reason: str, confidence: float | None = None) -> RegionMention:
        spans = self.text[self.match.start : self.match.end].spans()
        sure = self.match.confidence if confidence is None else confidence
        return RegionMention(self.code, spans, round(sure, 2), f"{reason}：{self.match.reason}")


def recognise_regions(case: CaseDraft, draft: DocumentDraft, gazetteer: Gazetteer) -> CaseDraft:
    """The case with its regions, its measures with theirs where they differ, and a notice for every doubt."""
    home = home_of(draft, gazetteer)
    places = _places(case, home, gazetteer)
    main, notices = _main(case, home, places, gazetteer)
    main = main or _where_reported(case, draft.publisher, gazetteer)
    case, misprints = _mend_misprints(case, main, places, gazetteer)
    measures = tuple(_with_region(m, main.code if main else None, gazetteer) for m in case.measures)
    case = replace(case, measures=measures)
    if main is None:
        notice = Notice("no-region", Severity.WARNING, "没有读出这个案例属于哪个地区，请补上。", case.title.spans())
        return replace(case, notices=(*case.notices, *notices, *misprints, notice))
    regions = _distinct([main, *_fellows(case, main, home, places, gazetteer)])
    return replace(case, regions=regions, notices=(*case.notices, *notices, *misprints))


@once_a_document
def home_of(draft: DocumentDraft, gazetteer: Gazetteer) -> RegionMention | None:
    """The region a document as a whole speaks of: by its title, its publisher or speaker, or most places around it."""
    for text, where in ((DATELINE.sub("", draft.title), "文件标题"), (draft.publisher, "发布单位")):
        matches = [m for m in gazetteer.find(text) if m.confidence >= CLEAR and not _is_venue(m, text)]
        if matches and all(gazetteer.lineage(m.code)[0] == gazetteer.lineage(matches[0].code)[0] for m in matches):
            return RegionMention(matches[0].code, (), 0.9, f"{where}：{matches[0].reason}")
    for line in draft.context.splitlines():
        first = next(iter(gazetteer.find(line)), None) if len(line) <= LONGEST_SPEAKER else None
        if first and first.start <= 1 and SPEAKER_AFTER.fullmatch(line, first.end):
            return RegionMention(first.code, (), 0.85, f"发言人：{first.reason}")
    matches = [m for m in gazetteer.find(draft.context) if m.confidence >= CLEAR]
    code = _common_ground([m.code for m in matches], gazetteer)
    return RegionMention(code, (), 0.7, "文件通篇讲这个地区") if code else None


def _is_venue(match: RegionMatch, text: str) -> bool:
    """Whether a place is only that of a meeting at which another speaks: 在浙江省…大会上的发言."""
    return text[: match.start].endswith("在") and VENUE_AFTER.match(text, match.end) is not None


def _common_ground(codes: list[str], gazetteer: Gazetteer) -> str | None:
    """The lowest region that holds at least six in ten of the places, where there are two or more."""
    counts = Counter(member for code in codes for member in gazetteer.lineage(code))
    holding = [code for code, count in counts.items() if count >= max(2, 0.6 * len(codes))]
    return max(holding, key=lambda code: len(gazetteer.lineage(code)), default=None)


def _places(case: CaseDraft, home: RegionMention | None, gazetteer: Gazetteer) -> list[_Found]:
    """Every place the case names, in reading order; the title is read knowing what the text names in full."""
    known = list(gazetteer.lineage(home.code)) if home else []
    parts = [case.lead, *(part for m in case.walk() for part in (m.heading, m.text))]
    found: list[_Found] = []
    for part in filter(None, parts):
        matches = gazetteer.find(part.text, context=known)
        found += (_Found(match, part) for match in matches)
        known += dict.fromkeys(m.code for m in matches if m.confidence >= CLEAR and m.code not in known)
    found = [*(_Found(match, case.title) for match in _in_title(case, gazetteer, known)), *found]
    return [place for place in found if not _in_dateline(place)] or found


def _in_title(case: CaseDraft, gazetteer: Gazetteer, known: list[str]) -> list[RegionMatch]:
    """The places the title names; a title made of the first words of the text may break off within a name."""
    title, text = case.title.text, next(filter(None, (case.lead.text, *(m.text.text for m in case.walk()))), "")
    if case.title_is_made and text.startswith(title):
        return [match for match in gazetteer.find(text, context=known) if match.start < len(title)]
    return gazetteer.find(title, context=known)


def _in_dateline(place: _Found) -> bool:
    dateline = DATELINE.match(place.text.text)
    return dateline is not None and place.match.end <= dateline.end()


def _main(
    case: CaseDraft, home: RegionMention | None, places: list[_Found], gazetteer: Gazetteer
) -> tuple[RegionMention | None, list[Notice]]:
    """The case's main region and what is doubtful about it."""
    in_title = [p for p in places if p.text is case.title]
    if titled := next((p for p in in_title if _acts(p)), None):
        return _settled(_sample_of(titled, in_title, places, gazetteer) or titled, places, gazetteer)
    if (owner := _owner(case, home, places, gazetteer)) is not None:
        return owner, []
    known = gazetteer.lineage(home.code) if home else ()
    over = gazetteer.find(case.preamble, context=known) if len(case.preamble) <= 40 else []
    heading = [match for match in over if match.confidence >= CLEAR]
    if heading:
        home = RegionMention(heading[0].code, (), 0.85, f"案例上方的标题：{heading[0].reason}")
    in_text = [p for p in places if p.text is not case.title and p.match.confidence >= CLEAR]
    if home is not None:
        return _narrower(case, home, in_text, gazetteer) or home, []
    if found := _from_text(in_text):
        return _narrower(case, found, in_text, gazetteer) or found, []
    if not in_title:
        return None, []
    return _settled(in_title[0], places, gazetteer)


def _owner(
    case: CaseDraft, home: RegionMention | None, places: list[_Found], gazetteer: Gazetteer
) -> RegionMention | None:
    """The place that the line below the title consists of, or that the body named there belongs to."""
    text = case.lead or next((_head(measure) for measure in case.measures), case.lead)
    line = text.text.partition("\n")[0]
    named = OWNER_LINE.fullmatch(line)
    if named is None:
        return None
    place = next((p for p in places if p.text is text and p.match.start == named.start("owner")), None)
    if place is None or place.match.confidence < CLEAR:
        return None
    inside = home is None or gazetteer.is_within(place.code, home.code)
    return place.mention("标题下写明") if inside else None


def _acts(place: _Found) -> bool:
    """Whether a place in a title is not the other side of something, nor one letter of a set phrase (川渝)."""
    text, match = place.text.text, place.match
    other_side = OTHER_SIDE_BEFORE.search(plain(text[: match.start])) or _is_venue(match, text)
    return match.confidence > SET_PHRASE and not other_side


def _sample_of(titled: _Found, in_title: list[_Found], places: list[_Found], gazetteer: Gazetteer) -> _Found | None:
    """The one place below that a title goes on to, when the text speaks of it more: 浙江“最多跑一次”的衢州样本."""
    below = [p for p in in_title if p.code != titled.code and gazetteer.is_within(p.code, titled.code)]
    if len({p.code for p in below}) != 1:
        return None
    inside = sum(gazetteer.is_within(p.code, below[0].code) for p in places if p not in in_title)
    return below[0] if inside > sum(p.code == titled.code for p in places if p not in in_title) else None


def _other_side(place: _Found) -> bool:
    """Whether a place, or the list it stands in, is what a sentence looks to: 对标上海、深圳."""
    before = plain(place.text.text[: place.match.start])
    return bool(OTHER_SIDE_BEFORE.search(before) or OTHER_SIDES_LISTED.search(before))


def _settled(found: _Found, places: list[_Found], gazetteer: Gazetteer) -> tuple[RegionMention, list[Notice]]:
    """The region the title names; a name that several places bear is decided by the places the text names."""
    match = found.match
    if not match.others:
        return found.mention("标题"), []
    codes = (match.code, *match.others)
    votes = Counter(dict.fromkeys(codes, 0))
    for place in places:
        line = gazetteer.lineage(place.code)
        for code in codes:
            own = gazetteer.lineage(code)
            if place.match is not match and not place.match.others and own[0] == line[0]:
                votes[code] += 3 if place.code == code else 2 if len(own) > 1 and own[1] in line else 1
    (best, most), (_, second), *_rest = votes.most_common()
    if most > second:
        reason = f"标题“{match.surface}”有同名，按正文地名取{gazetteer.full_name(best)}"
        return RegionMention(best, found.mention("").spans, 0.75, reason), []
    notice = Notice("ambiguous-region", Severity.WARNING, f"{match.reason}，请核对。", found.mention("").spans)
    return found.mention("标题"), [notice]


def _from_text(places: list[_Found]) -> RegionMention | None:
    """The first place a sentence of the text is about, else the one named most often."""
    opening = [place for place in places if _opens_sentence(place)]
    alone = [place for place in opening if not NOT_ALONE_AFTER.match(place.text.text, place.match.end)]
    if opening:
        return (alone or opening)[0].mention("正文", min((alone or opening)[0].match.confidence, 0.8))
    acting = [place for place in places if not _other_side(place)]
    counts = Counter(place.code for place in acting or places)
    if not counts:
        return None
    code, _ = counts.most_common(1)[0]
    return next(p for p in places if p.code == code).mention("正文提得最多", 0.6)


def _where_reported(case: CaseDraft, publisher: str, gazetteer: Gazetteer) -> RegionMention | None:
    """The place whose paper tells of 我市 or 全省, of that level, in a text that names no place: 河南日报."""
    medium = MEDIUM_END.search(publisher)
    own = _own_level(f"{case.title}\n{case.body}", _LEVELS)
    found = next(iter(gazetteer.find(publisher[: medium.start()])), None) if medium else None
    if found is None or found.confidence < CLEAR or own != gazetteer.level(found.code):
        return None
    return RegionMention(found.code, (), 0.5, f"正文只写“我市”“全省”一类，按发布媒体：{publisher}")


def _own_level(text: str, levels: Mapping[str, int]) -> int:
    """The level of the place that a text mostly calls its own (我县, 全市); 0 where it does not."""
    said = Counter(levels[found[1]] for found in OWN_PLACE.finditer(plain(text)))
    return said.most_common(1)[0][0] if said else 0


def _narrower(case: CaseDraft, home: RegionMention, places: list[_Found], gazetteer: Gazetteer) -> RegionMention | None:
    """A place below the document's region that the case is about: its text opens with it, or it says 我县.

    A document may also tell of elsewhere: then the text opens with that place, and never names the document's.
    """
    inside = [p for p in places if gazetteer.is_within(p.code, home.code)]
    told = [p for p in inside if p.code != home.code] or ([] if inside else places)
    counts = Counter(p.code for p in told)
    first = next((p for p in told if _opens_text(p, case) and counts[p.code] >= max(2, 0.5 * len(told))), None)
    if first is not None:
        return first.mention("正文以它开头", min(first.match.confidence, 0.8))
    away = [p for p in told if not gazetteer.is_within(home.code, p.code)]
    if home.confidence < SURE and not inside and (elsewhere := _from_text(away)):
        return elsewhere
    levels = _LEVELS | ({"区": PROVINCE} if _of_autonomous_region(home.code, gazetteer) else {})
    own = _own_level(case.body, levels)
    if inside and len(counts) == 1 and len(told) == len(inside) and not own and any(map(_opens_sentence, told)):
        return next(filter(_opens_sentence, told)).mention("正文只讲它", 0.7)
    if own <= gazetteer.level(home.code):
        return None
    fitting = Counter(p.code for p in inside if gazetteer.level(p.code) == own).most_common(2)
    if fitting and (len(fitting) == 1 or fitting[0][1] > fitting[1][1]):
        place = next(p for p in inside if p.code == fitting[0][0])
        return place.mention("正文自称“我县”“全市”一类，且提得最多", 0.6)
    return None


def _of_autonomous_region(code: str, gazetteer: Gazetteer) -> bool:
    """Where 全区 and 我区 mean 内蒙古自治区, not a district."""
    return gazetteer.entry(gazetteer.lineage(code)[0]).name.endswith("自治区")


def _opens_sentence(place: _Found) -> bool:
    """Whether the place is what its sentence is about: it stands at the beginning, or after a short adverbial."""
    text, start = place.text.text, place.match.start
    before = re.split(r"[。！？；\n]", text[:start])[-1]
    return OPENING.fullmatch(before) is not None and not OTHER_SIDE_BEFORE.search(plain(before))


def _opens_text(place: _Found, case: CaseDraft) -> bool:
    first = case.lead if case.lead else next((m.text for m in case.walk() if m.text), case.lead)
    return place.text is first and "。" not in place.text.text[: place.match.start] and _opens_sentence(place)


def _fellows(
    case: CaseDraft, main: RegionMention, home: RegionMention | None, places: list[_Found], gazetteer: Gazetteer
) -> Iterator[RegionMention]:
    """Other regions the case treats: named beside the main one in the title, by a measure, or in turn by a roundup."""
    in_title = [p for p in places if p.text is case.title]
    for before, place in pairwise(in_title):
        between = case.title.text[before.match.end : place.match.start]
        if between in {"、", "和", "与", "及"} and place.match.confidence >= CLEAR:
            yield place.mention("标题并列")
    if not any(_acts(place) for place in in_title):
        yield from _acting_together([place for place in places if place.text is not case.title])
    own = [m.region for m in case.walk() if m.region]
    if len({mention.code for mention in own}) > 1 or not in_title:
        yield from own
    else:
        yield from (mention for mention in own if gazetteer.is_within(mention.code, main.code))
    roundup = not in_title and home is None
    counts, level = Counter(p.code for p in places), gazetteer.level(main.code)
    for place in places:
        acts = place.match.confidence >= CLEAR and _opens_sentence(place)
        if not acts or place.text is case.title or NOT_ALONE_AFTER.match(place.text.text, place.match.end):
            continue
        below = counts[place.code] > 1 and gazetteer.is_within(place.code, main.code) and level <= CITY
        opens_paragraph = "\n" in place.text.text[max(place.match.start - 12, 0) : place.match.start]
        related = gazetteer.is_within(main.code, place.code) or gazetteer.is_within(place.code, main.code)
        if (roundup and not related) or (below and opens_paragraph):
            yield place.mention("正文分述")


def _acting_together(places: list[_Found]) -> Iterator[RegionMention]:
    """The places that the first sentence about a place lists as doing something jointly: 上海市、江苏省联合推行."""
    first = next((at for at, place in enumerate(places) if _opens_sentence(place)), None)
    if first is None:
        return
    last = first
    while last + 1 < len(places) and places[last + 1].text is places[first].text:
        between = places[first].text.text[places[last].match.end : places[last + 1].match.start]
        if between not in {"、", "和", "与"}:
            break
        last += 1
    if last > first and TOGETHER.match(places[last].text.text, places[last].match.end):
        yield from (place.mention("正文并列") for place in places[first : last + 1])


def _distinct(mentions: list[RegionMention]) -> tuple[RegionMention, ...]:
    by_code: dict[str, RegionMention] = {}
    for mention in mentions:
        by_code.setdefault(mention.code, mention)
    return tuple(by_code.values())


def _with_region(measure: MeasureDraft, main: str | None, gazetteer: Gazetteer) -> MeasureDraft:
    """The measure with the place that its heading or first clause names, where that is not the case's own."""
    children = tuple(_with_region(child, main, gazetteer) for child in measure.children)
    measure = replace(measure, children=children)
    head = _head(measure)
    clause = re.split(r"[，,。；：\n]", head.text, maxsplit=1)[0][:40]
    context = gazetteer.lineage(main) if main else ()
    match = next((m for m in gazetteer.find(clause, context=context) if m.confidence >= CLEAR), None)
    if measure.region or match is None or not _opens_sentence(_Found(match, head)):
        return measure
    if NOT_ALONE_AFTER.match(head.text, match.end) or (main and gazetteer.is_within(main, match.code)):
        return measure
    return replace(measure, region=_Found(match, head).mention("举措开头"))


def _mend_misprints(
    case: CaseDraft, main: RegionMention | None, places: list[_Found], gazetteer: Gazetteer
) -> tuple[CaseDraft, list[Notice]]:
    """Measures of a roundup that open with a name that is no region: the nearest name under the same province."""
    opening = [p for p in places if p.match.start == 0 and any(p.text is _head(m) for m in case.walk())]
    if main is None or len(opening) < 2:
        return case, []
    province = gazetteer.lineage(main.code)[0]
    named = {member for p in places for member in gazetteer.lineage(p.code)}
    notices: list[Notice] = []

    def mended(measure: MeasureDraft) -> MeasureDraft:
        measure = replace(measure, children=tuple(mended(child) for child in measure.children))
        found = unknown_place(_head(measure).text, gazetteer, province, named)
        if found is None:
            return measure
        printed, entry = found
        spans = _head(measure)[: len(printed)].spans()
        message = f"“{printed}”不是地名，疑为“{entry.name}”之误，已按{entry.name}归类，请核对。"
        notices.append(Notice("region-misprint", Severity.WARNING, message, spans))
        return replace(measure, region=RegionMention(entry.code, spans, 0.5, f"“{printed}”疑为“{entry.name}”之误"))

    return replace(case, measures=tuple(mended(measure) for measure in case.measures)), notices


def _head(measure: MeasureDraft) -> SpannedText:
    """The words a measure opens with."""
    return measure.heading if measure.heading else measure.text
