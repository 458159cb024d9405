"""Which regions a case is about: the main one first, others where the case treats them.

The case's own title speaks first, then the heading over it, then the document (its title, its publisher), then the
text. A place that is merely mentioned (a partner, a destination, a benchmark) is none of the case's regions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from ingest.recognise.gazetteer import Gazetteer
from ingest.recognise.home import home_of
from ingest.recognise.main_region import MainRegion, words_of
from ingest.recognise.misprints import unknown_place
from ingest.recognise.naming import RegionMatch
from ingest.recognise.places import CLEAR, Place, first_listed
from ingest.recognise.region_tree import PROVINCE
from ingest.types import CaseDraft, DocumentDraft, MeasureDraft, Notice, RegionMention, Severity, Span
from ingest.vocabulary import RegionEntry

__all__ = ["Gazetteer", "recognise_regions"]

# 成都市、德阳市联合… · 青浦、吴江、嘉善三地生态环境局… · 南湖与吴江两区…: the list is of those who act
TOGETHER = re.compile(r"[两二三四五六七八九十][省地市县区]|[一-龥]{0,8}?(?:联合|共同|携手|协同|合作)")


def recognise_regions(case: CaseDraft, draft: DocumentDraft, gazetteer: Gazetteer) -> CaseDraft:
    """The case with its regions, its measures with theirs where they differ, and a notice for every doubt."""
    home = home_of(draft, gazetteer)
    places = _places(case, home, gazetteer)
    finder = MainRegion(case, draft, home, places, gazetteer)
    main, notices = finder.find()
    if main and (mended := _mend_behind_province(main, places, gazetteer)):
        main, notices = mended[0] or main, [*notices, mended[1]]
    case, misprints = _mend_misprints(case, main, places, gazetteer)
    measures = tuple(_with_region(m, main.code if main else None, gazetteer) for m in case.measures)
    case = replace(case, measures=measures)
    if main is None:
        notice = Notice("no-region", Severity.WARNING, "没有读出这个案例属于哪个地区，请补上。", case.title.spans())
        return replace(case, notices=(*case.notices, *notices, *misprints, notice))
    union = [member.mention("并列", main.confidence) for member in finder.union]
    together = union if main.spans in [member.spans for member in union] else []
    fellows = sorted(_fellows(case, main, home, places, gazetteer), key=lambda fellow: fellow.spans[0].start)
    regions = _distinct([main, *together, *fellows])
    return replace(case, regions=regions, notices=(*case.notices, *notices, *misprints))


def _places(case: CaseDraft, home: RegionMention | None, gazetteer: Gazetteer) -> list[Place]:
    """Every place the case names, in reading order; the title is read knowing what the text names in full."""
    known = list(gazetteer.lineage(home.code)) if home else []
    found: list[Place] = []
    for part in filter(None, case.texts()):
        matches = gazetteer.find(part.text, context=known)
        found += (Place(match, part) for match in matches)
        known += dict.fromkeys(m.code for m in matches if m.confidence >= CLEAR and m.code not in known)
    found = [*(Place(match, case.title) for match in _in_title(case, gazetteer, known)), *found]
    found = [place for place in found if not (place.in_dateline or place.in_caption)] or found
    divisions = [place for place in found if not place.match.is_landmark]
    told = any(p.is_clear and (p.acts if p.text is case.title else p.opens_sentence) for p in divisions)
    return divisions if told else found


def _in_title(case: CaseDraft, gazetteer: Gazetteer, known: list[str]) -> list[RegionMatch]:
    """The places the title names; a title made of the first words of the text may break off within a name."""
    title, text = case.title.text, next(filter(None, (case.lead.text, *(m.text.text for m in case.walk()))), "")
    if case.title_is_made and text.startswith(title):
        return [match for match in gazetteer.find(text, context=known) if match.start < len(title)]
    return gazetteer.find(title, context=known)


def _fellows(
    case: CaseDraft, main: RegionMention, home: RegionMention | None, places: list[Place], gazetteer: Gazetteer
) -> Iterator[RegionMention]:
    """Other regions the case treats: named beside the main one in the title, by a measure, or in turn by a roundup."""
    in_title = [p for p in places if p.text is case.title]
    yield from _side_by_side(in_title, "标题并列")
    for line in case.preamble.lines():
        over = [Place(match, line) for match in gazetteer.find(line.text, context=gazetteer.lineage(main.code))]
        if main.spans in [place.spans for place in over]:
            yield from _side_by_side(over, "案例上方的标题并列")
    if not any(place.acts for place in in_title):
        yield from _acting_together([place for place in places if place.text is not case.title], main)
    own = [m.region for m in case.walk() if m.region]
    if len({mention.code for mention in own}) > 1 or not in_title:
        yield from own
    else:
        yield from (mention for mention in own if gazetteer.is_within(mention.code, main.code))
    if not in_title and home is None:
        yield from _in_turn(places, main, gazetteer)


def _in_turn(places: list[Place], main: RegionMention, gazetteer: Gazetteer) -> Iterator[RegionMention]:
    """The places of a roundup that sentences are about, one after another.

    One that lies in another told of before, or around it, only goes into detail: 江西…。赣州市….
    """
    told = [main.code]
    for place in places:
        if not (place.is_clear and place.opens_sentence and place.stands_alone) or place.is_where_done:
            continue
        if not any(gazetteer.is_within(place.code, code) or gazetteer.is_within(code, place.code) for code in told):
            told.append(place.code)
            yield place.mention("正文分述")


def _side_by_side(places: list[Place], reason: str) -> Iterator[RegionMention]:
    """The places of a heading that it names beside another: 泉州市、漳州市, 荣昌泸县."""
    for before, place in pairwise(places):
        if place.text.text[before.match.end : place.match.start] in {"", "、", "和", "与", "及"} and place.is_clear:
            yield place.mention(reason)


def _acting_together(places: list[Place], main: RegionMention) -> Iterator[RegionMention]:
    """The places that the first sentence about a place lists: 上海市、江苏省开展试点.

    Where the case is none of theirs, only those that do something jointly: 成都市、德阳市联合推行.
    """
    listed = first_listed(places)
    if len(listed) < 2:
        return
    jointly = TOGETHER.match(listed[-1].text.text, listed[-1].match.end)
    if jointly or (main.code in {p.code for p in listed} and listed[-1].stands_alone):
        yield from (place.mention("正文并列") for place in listed)


def _distinct(mentions: list[RegionMention]) -> tuple[RegionMention, ...]:
    by_code: dict[str, RegionMention] = {}
    for mention in mentions:
        by_code.setdefault(mention.code, mention)
    return tuple(by_code.values())


def _with_region(measure: MeasureDraft, main: str | None, gazetteer: Gazetteer) -> MeasureDraft:
    """The measure with the place that its heading or first clause names, where that is not the case's own."""
    children = tuple(_with_region(child, main, gazetteer) for child in measure.children)
    measure = replace(measure, children=children)
    head = words_of(measure)
    clause = re.split(r"[，,。；：\n]", head.text, maxsplit=1)[0][:40]
    context = gazetteer.lineage(main) if main else ()
    named = (Place(match, head) for match in gazetteer.find(clause, context=context))
    place = next((place for place in named if place.is_clear and not place.match.is_landmark), None)
    if measure.region or place is None or not place.opens_sentence or not place.stands_alone:
        return measure
    if main and gazetteer.is_within(main, place.code):
        return measure
    return replace(measure, region=place.mention("举措开头"))


def _mend_behind_province(
    main: RegionMention, places: list[Place], gazetteer: Gazetteer
) -> tuple[RegionMention | None, Notice] | None:
    """The place misprinted right behind the case's province: 湖南省湘谭市 does not speak of the whole province.

    None for the place where it could be several.
    """
    if gazetteer.level(main.code) != PROVINCE:
        return None
    named = {member for place in places for member in gazetteer.lineage(place.code)}
    for place in places:
        if place.code != main.code or not place.match.surface.endswith(("省", "自治区")):
            continue
        behind = place.text[place.match.end :]
        if found := unknown_place(behind.text, gazetteer, main.code, named):
            return _misprint(*found, behind[: len(found[0])].spans())
    return None


def _misprint(
    printed: str, meant: tuple[RegionEntry, ...], spans: tuple[Span, ...]
) -> tuple[RegionMention | None, Notice]:
    """The division a misprinted name stands for, None where it could be several, and what to tell the editor."""
    if len(meant) > 1:
        names = "或".join(f"“{entry.name}”" for entry in meant)
        message = f"“{printed}”不是地名，可能是{names}之误，未归到其中任何一地，请核对并补上地区。"
        return None, Notice("region-misprint-unclear", Severity.WARNING, message, spans)
    (entry,) = meant
    message = f"“{printed}”不是地名，疑为“{entry.name}”之误，已按{entry.name}归类，请核对。"
    mention = RegionMention(entry.code, spans, 0.5, f"“{printed}”疑为“{entry.name}”之误")
    return mention, Notice("region-misprint", Severity.WARNING, message, spans)


def _mend_misprints(
    case: CaseDraft, main: RegionMention | None, places: list[Place], gazetteer: Gazetteer
) -> tuple[CaseDraft, list[Notice]]:
    """Measures of a roundup that open with a name that is no region: the nearest name under the same province."""
    opening = [p for p in places if p.match.start == 0 and any(p.text is words_of(m) for m in case.walk())]
    if main is None or len(opening) < 2:
        return case, []
    province = gazetteer.lineage(main.code)[0]
    named = {member for p in places for member in gazetteer.lineage(p.code)}
    notices: list[Notice] = []

    def mended(measure: MeasureDraft) -> MeasureDraft:
        measure = replace(measure, children=tuple(mended(child) for child in measure.children))
        found = unknown_place(words_of(measure).text, gazetteer, province, named)
        if found is None:
            return measure
        mention, notice = _misprint(*found, words_of(measure)[: len(found[0])].spans())
        notices.append(notice)
        return replace(measure, region=mention or measure.region)

    return replace(case, measures=tuple(mended(measure) for measure in case.measures)), notices
