"""The one region a case is filed under first: what its title, the lines around it, the document and its text say."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from ingest.recognise.gazetteer import Gazetteer
from ingest.recognise.home import where_reported
from ingest.recognise.naming import RegionMatch
from ingest.recognise.places import CLEAR, Place, calls_itself, first_listed, foremost, own_level, union_of
from ingest.types import CaseDraft, DocumentDraft, MeasureDraft, Notice, RegionMention, Severity, SpannedText

# （宜昌片区） · 创新地区（单位）：德阳市旌阳区 · 申报单位：绵阳市发展改革委: the line below a title, whose case it is
OWNER_LINE = re.compile(r"[（(【—\-\s]*(?:[^：:，。]{2,12}[：:]\s*)?(?P<owner>[^，,。；;：:、]{2,24}?)[）)】\s]*")
_MARKS = re.compile(r"[\s〇○◯【】〖〗\[\]（）()：:“”●◎◆■▲★—]+")
LONGEST_HEADING = 40
"""Characters of the words over a case in which its place is looked for."""
SEVERAL = 3
"""Places of one region that a text names beside 全州 or 全市, from which on it speaks of the whole region."""
SURE = 0.8
"""The confidence of a document's region that its title, its publisher or a heading names."""


@dataclass(frozen=True, slots=True)
class MainRegion:
    """What there is to go by."""

    case: CaseDraft
    draft: DocumentDraft
    home: RegionMention | None
    """The document's region."""
    places: list[Place]
    """All that the case names, those of its title first."""
    gazetteer: Gazetteer

    def find(self) -> tuple[RegionMention | None, list[Notice]]:
        """The case's main region and what is doubtful about it."""
        titled = next((p for p in self._in_title if p.acts), None)
        if titled is not None and not self._is_whole_title(titled):
            named, doubts = self._settled(self._sample_of(titled) or titled)
            return (self._wider(named) if self.case.title_is_made else None) or named, doubts
        if (owner := self._owner() or self._of_union()) is not None:
            return owner, []
        home = self._over(titled) or self.home
        if home is not None:
            return self._narrower(home) or home, []
        if found := foremost(self._in_text, self.gazetteer):
            return self._narrower(found) or self._wider(found) or found, []
        if self._in_title:
            return self._settled(self._in_title[0])
        return where_reported(self.case, self.draft, self.gazetteer), []

    @property
    def _in_title(self) -> list[Place]:
        return [place for place in self.places if place.text is self.case.title]

    @property
    def _in_text(self) -> list[Place]:
        return [place for place in self.places if place.text is not self.case.title and place.is_clear]

    def _is_whole_title(self, titled: Place) -> bool:
        """Whether the title is nothing but the name of one place (【天心区】), and so a heading over the text."""
        bare = _MARKS.sub("", self.case.title.text)
        return titled.is_clear and bare == _MARKS.sub("", titled.match.surface)

    def _over(self, title: Place | None) -> RegionMention | None:
        """The place that is the whole title, or that the heading over the case names."""
        if title is not None:
            return title.mention("标题", 0.9)
        known = self.gazetteer.lineage(self.home.code) if self.home else ()
        for line in reversed(self.case.preamble.lines()):
            found = self.gazetteer.find(line.text, context=known) if len(line) <= LONGEST_HEADING else []
            over = [match for match in found if match.confidence >= CLEAR]
            if not over:
                continue
            within = next((m for m in over[1:2] if _is_chain(over[0], m) and self._is_below(m, over[0])), over[0])
            return Place(within, line).mention("案例上方的标题", 0.85)
        return None

    def _of_union(self) -> RegionMention | None:
        """Of provinces that a title or its text names in one word (京津冀, 川渝), the one told of most, else the first.

        None where the document is another's, where the heading over the case or a list that its text opens with names
        places in them, and where only places in one of them have sentences about them, unless the title opens with that
        word and the text names two of them: then those places say whose the case is.
        """
        members = self.union
        if not members or self._is_of_places_in(members):
            return None
        inside = [(p, m.code) for p in self._in_text for m in members if self._is_within(p, m.code)]
        told = Counter(code for _, code in inside)
        shared = members[0] is self.places[0] and members[0].match.start == 0 and len(told) > 1
        of_another = self.home is not None and self.home.confidence >= SURE
        subjects = {code for place, code in inside if place.opens_sentence}
        if not shared and (of_another or len(subjects) == 1):
            return None
        most = max(members, key=lambda member: told[member.code] if len(told) > 1 else 0)
        return most.mention("标题" if most.text is self.case.title else "正文", 0.7)

    def _is_of_places_in(self, members: list[Place]) -> bool:
        """Whether the case stands under one in these regions, or lists several first: 四川广安、重庆渝北 under 川渝."""
        codes = {member.code for member in members}
        heading = self._over(None)
        if heading and codes & set(self.gazetteer.lineage(heading.code)):
            return True
        listed = {place.code for place in first_listed(self._in_text)}
        return len(listed) > 1 and not listed & codes and all(codes & set(self.gazetteer.lineage(c)) for c in listed)

    @property
    def union(self) -> list[Place]:
        """The provinces that the title, or else a sentence that is about them, names in one word."""
        in_text = union_of([place for place in self.places if place.text is not self.case.title])
        return union_of(self._in_title) or (in_text if in_text and in_text[0].opens_sentence else [])

    def _is_below(self, match: RegionMatch, above: RegionMatch) -> bool:
        return self.gazetteer.is_within(match.code, above.code)

    def _owner(self) -> RegionMention | None:
        """The place that the line below the title consists of, or that the body named there belongs to."""
        text = self.case.lead or next((words_of(measure) for measure in self.case.measures), self.case.lead)
        named = OWNER_LINE.fullmatch(text.text.partition("\n")[0])
        if named is None:
            return None
        place = next((p for p in self.places if p.text is text and p.match.start == named.start("owner")), None)
        if place is None or not place.is_clear:
            return None
        inside = self.home is None or self.gazetteer.is_within(place.code, self.home.code)
        return place.mention("标题下写明") if inside else None

    def _sample_of(self, titled: Place) -> Place | None:
        """The one place below that a title goes on to, when the text speaks of it more: 浙江“最多跑一次”的衢州样本."""
        below = [p for p in self._in_title if p.code != titled.code and self._is_within(p, titled.code)]
        if len({p.code for p in below}) != 1:
            return None
        elsewhere = [p for p in self.places if p.text is not self.case.title]
        inside = sum(self._is_within(p, below[0].code) for p in elsewhere)
        above = sum(p.code == titled.code for p in elsewhere)
        return below[0] if inside > above else None

    def _settled(self, found: Place) -> tuple[RegionMention, list[Notice]]:
        """The region the title names; a name that several places bear is decided by the places the text names.

        Where it names none of use, by what bears the name of one's city: 平顶山日报, 临沂政务服务网.
        """
        match = found.match
        if not match.others:
            return found.mention("标题"), []
        codes = (match.code, *match.others)
        for votes, where in ((self._votes(codes, found), "正文地名"), (self._namesakes(codes), "文中所写")):
            (best, most), (_, second), *_rest = votes.most_common()
            if most > second:
                reason = f"标题“{match.surface}”有同名，按{where}取{self.gazetteer.full_name(best)}"
                return RegionMention(best, found.spans, 0.75, reason), []
        notice = Notice("ambiguous-region", Severity.WARNING, f"{match.reason}，请核对。", found.spans)
        return found.mention("标题"), [notice]

    def _votes(self, codes: tuple[str, ...], found: Place) -> Counter[str]:
        """How much the places named around it speak for each of the places that bear a name."""
        votes = Counter(dict.fromkeys(codes, 0))
        for place in self.places:
            line = self.gazetteer.lineage(place.code)
            for code in codes:
                own = self.gazetteer.lineage(code)
                if place.match is not found.match and not place.match.others and own[0] == line[0]:
                    votes[code] += 3 if place.code == code else 2 if len(own) > 1 and own[1] in line else 1
        return votes

    def _namesakes(self, codes: tuple[str, ...]) -> Counter[str]:
        """How often the short name of each one's city or province stands in the text or around it, in whatever name."""
        text = "\n".join((self.draft.title, self.draft.publisher, self.draft.context.text, self.case.body))
        above = {code: self.gazetteer.lineage(code)[-2] for code in codes if len(self.gazetteer.lineage(code)) > 1}
        names = {code: self.gazetteer.entry(parent).short_name for code, parent in above.items()}
        return Counter({code: text.count(names[code]) if code in names else 0 for code in codes})

    def _narrower(self, home: RegionMention) -> RegionMention | None:
        """A place below a region that the case is about: its text opens with it, tells of no other, or says 我县.

        A document may also tell of elsewhere: then the text opens with that place, and never names the document's.
        """
        inside = [p for p in self._in_text if self._is_within(p, home.code)]
        told = [p for p in inside if p.code != home.code] or ([] if inside else self._in_text)
        counts = Counter(p.code for p in told)
        first = next((p for p in told if self._opens_text(p) and counts[p.code] >= max(2, 0.5 * len(told))), None)
        home_acts = any(p.code == home.code and p.opens_sentence and not p.is_only_where for p in inside)
        if first is not None and not (first.sets_scene and home_acts):
            return first.mention("正文以它开头", min(first.match.confidence, 0.8))
        away = [p for p in told if not self.gazetteer.is_within(home.code, p.code)]
        if home.confidence < SURE and not inside and (elsewhere := foremost(away, self.gazetteer)):
            return elsewhere
        own = own_level(self.case.body, autonomous=self.gazetteer.is_autonomous(home.code))
        subject = next((p for p in told if p.opens_sentence), None)
        if (
            subject
            and inside
            and len(counts) == 1
            and len(told) == len(inside)
            and (not own or self._calls(subject, own))
        ):
            return subject.mention("正文只讲它", 0.7)
        if own <= self.gazetteer.level(home.code):
            return None
        fitting = Counter(p.code for p in inside if self._calls(p, own)).most_common(2)
        if fitting and (len(fitting) == 1 or fitting[0][1] > fitting[1][1]):
            place = next(p for p in inside if p.code == fitting[0][0])
            return place.mention("正文自称“我县”“全市”一类，且提得最多", 0.6)
        return None

    def _wider(self, found: RegionMention) -> RegionMention | None:
        """What 全省 means in a report from a city that names no other place (本报石家庄3月2日电).

        And what 全州 means in a text on several of its counties.
        """
        own = own_level(self.case.body)
        above = (code for code in self.gazetteer.lineage(found.code) if self.gazetteer.level(code) == own)
        code = next(above, found.code)
        below = {place.code for place in self._in_text if self._is_within(place, code)}
        told_from_afar = all(place.in_dateline for place in self._in_text)
        if code == found.code or not (told_from_afar or len(below) >= SEVERAL):
            return None
        return RegionMention(code, found.spans, 0.6, f"正文写“全省”“全州”一类；{found.reason}")

    def _calls(self, place: Place, own: int) -> bool:
        return calls_itself(self.gazetteer.entry(place.code), own)

    def _opens_text(self, place: Place) -> bool:
        case = self.case
        first = case.lead if case.lead else next((m.text for m in case.walk() if m.text), case.lead)
        before = place.text.text[: place.match.start]
        return place.text is first and "。" not in before and place.opens_sentence

    def _is_within(self, place: Place, above: str) -> bool:
        return self.gazetteer.is_within(place.code, above)


def _is_chain(above: RegionMatch, below: RegionMatch) -> bool:
    """Whether nothing but a mark stands between two places: 浙江/杭州."""
    return below.start - above.end <= 1


def words_of(measure: MeasureDraft) -> SpannedText:
    """The words a measure opens with."""
    return measure.heading if measure.heading else measure.text
