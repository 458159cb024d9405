"""How a place stands in its text: whether its sentence is about it, or it is only the other side of something."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.recognise.gazetteer import Gazetteer
from ingest.recognise.naming import RegionMatch
from ingest.recognise.plain import plain
from ingest.recognise.press import AFTER_DATELINE, DATELINE
from ingest.recognise.region_tree import CITY, DISTRICT, PROVINCE
from ingest.recognise.set_phrases import SET_PHRASE
from ingest.types import RegionMention, Span, SpannedText
from ingest.vocabulary import RegionEntry

# 对标上海… · 与斗门区签约 · 长沙至莫斯科: what stands before a place that is only the other side
OTHER_SIDE_BEFORE = re.compile(
    r"(?:对标|对照|参照|学习|借鉴|复制|推广|瞄准|对接|融入|接轨|承接|来自|走进|赶超|追赶|结对|赴|至|飞往|发往|与|同|跟|比|往返|联合|携手)$"
)
# 对标上海、深圳，
OTHER_SIDES_LISTED = re.compile(r"(?:对标|对照|学习|借鉴|瞄准|赶超|追赶|对接)[一-龥、]{2,20}[、和与及]$")
# 红花岗区与斗门区签约 · 湖南、黑龙江、辽宁等地: what follows a place that does not act alone
NOT_ALONE_AFTER = re.compile(
    r"\s*(?:[、与和同至]|等(?:地|[\d一二三四五六七八九十]*余?多?个?[省市县区])|[两二三四五六七八九十\d]+[地省市县区]|籍|户籍|某|一家|客商|投资商|的?[一-龥]{1,2}(?:先生|女士|老板))"
)
# 长沙的企业 · 长沙市民 · 湖南首家 · 湖南某某有限公司: what follows a place that only says where one is from
OF_A_PLACE_AFTER = re.compile(
    r"的|民(?![营办政生用族间主众])|首[家个张批例笔单次]|[一-龥]{2,14}?(?:有限|股份|集团|责任)(?:有限|责任)?公司"
)
# 在岳麓区政务大厅，…: where a report opens with a scene
SCENE_BEFORE = re.compile(r"(?:在|位于|来到)$")
# 澳门机动车 · 香港居民: who comes from beyond the border and is served by a place on this side
GUESTS_AFTER = re.compile(
    r"籍?(?:居民|市民|同胞|青年|学生|企业|投资者|律师|医[师生]|专业人[士才]|人才|人士|机动车|车辆|单牌车|游客|旅客|商人|客商|司机)"
)
BEYOND_THE_BORDER = ("71", "81", "82")
"""How the codes of 台湾, 香港 and 澳门 begin."""
# 在浙江省率先推出: where another is the first
FIRST_AFTER = re.compile(r"率先|首[创推个家批次例]|领先|第一")
# 在深圳设立窗口, 在武汉举行发布会
DONE_AFTER = re.compile(r"(?:设立|设置|设有|建立|开设|布设|注册|投资|召开|举[行办]|签[署约订])")
# 近日，… · 今天（5月1日），… · 两年来… · 为方便企业，… · 在… · 经济大省…: before the place a sentence is about
OPENING = re.compile(
    r"[\s“”\"'‘’（(【《\-—·*#]*(?:(?:为|针对|面对|围绕|聚焦|按照|根据|促进|推动|助力|支持)[^。；：《》]{2,50}[，,])?"
    r"(?:[^，,。；：《》、]{2,9}[，,]|近日|日前|目前|近期|[一-龥\d]{1,4}(?:年|以)来|[今昨]天(?:（[^（）]{4,6}）)?[，,]?)?(?:在|位于|地处|据|记者[^，。；]{0,8}从|[一-龥]{2}大省|省会)?"
)
SENTENCE_END = re.compile(r"[。！？；\n]")
# …正在换装。唐 哲摄（影像中国） · …办理业务。新华社记者 李某/摄: what ends the words under a photograph
CAPTION_AFTER = re.compile(r"[^。！？\n]{0,80}。?\s?[一-龥]{1,8}\s?[一-龥]{1,2}\s?[/／]?(?<!拍)摄(?:[（(。）)\s]|$)")
# 在浙江省优化营商环境大会上的发言: what follows the place, where the title names only before whom a place speaks
VENUE_AFTER = re.compile(r"[^，。：；]{0,40}(?:会议?|论坛|活动)上")
# 我县, 全市: tells the level of the place that speaks; 全市率先 and 全省首个 that of the one above it
OWN_PLACE = re.compile(
    r"(?:我|本|全)(省|自治区|市|州|县|区|旗)(?!级|域|场|民|直|率先|首[个家批次例创推张份]|前列|领先|第[一二三\d]|唯一|推广|通报)"
)
_LEVELS = {"省": PROVINCE, "自治区": PROVINCE, "市": CITY, "州": CITY, "县": DISTRICT, "区": DISTRICT, "旗": DISTRICT}

CLEAR = 0.5
"""Below this a match is too doubtful to name a region by itself."""


@dataclass(frozen=True, slots=True)
class Place:
    """A match and the text it was found in, which knows its place in the source."""

    match: RegionMatch
    text: SpannedText

    @property
    def code(self) -> str:
        return self.match.code

    @property
    def is_clear(self) -> bool:
        return self.match.confidence >= CLEAR

    @property
    def acts(self) -> bool:
        """Whether a place in a title is not the other side of something, nor one letter of a set phrase (川渝)."""
        text = self.text.text
        elsewhere = is_venue(self.match, text) or is_ground(self.match, text) or self._is_guest
        other_side = OTHER_SIDE_BEFORE.search(plain(self._before))
        return self.match.confidence > SET_PHRASE and not (other_side or elsewhere)

    @property
    def is_other_side(self) -> bool:
        """Whether the place, or the list it stands in, is what a sentence looks to: 对标上海、深圳."""
        before = plain(self._before)
        return bool(OTHER_SIDE_BEFORE.search(before) or OTHER_SIDES_LISTED.search(before))

    @property
    def stands_alone(self) -> bool:
        """Whether no other place follows that acts with it, and no person or firm that comes from it."""
        return NOT_ALONE_AFTER.match(self.text.text, self.match.end) is None

    @property
    def is_only_where(self) -> bool:
        """Whether it only says where somebody is from (长沙市民, 湖南首家) or where another does something."""
        after = OF_A_PLACE_AFTER.match(self.text.text, self.match.end)
        return after is not None or self.is_where_done or self._is_guest

    @property
    def is_where_done(self) -> bool:
        """Whether another does something there: 在深圳设立窗口."""
        done = self.sets_scene and DONE_AFTER.match(self.text.text, self.match.end)
        return bool(done) or is_ground(self.match, self.text.text)

    @property
    def sets_scene(self) -> bool:
        """Whether it is where a sentence begins: 在岳麓区政务大厅，…."""
        return SCENE_BEFORE.search(self._before) is not None

    @property
    def opens_sentence(self) -> bool:
        """Whether its sentence is about it: the place stands at the beginning, or after a short adverbial."""
        before = self._before
        if dateline := DATELINE.match(before):
            before = AFTER_DATELINE.sub("", before[dateline.end() :], count=1)
        before = SENTENCE_END.split(before)[-1]
        return OPENING.fullmatch(before) is not None and not OTHER_SIDE_BEFORE.search(plain(before))

    @property
    def in_dateline(self) -> bool:
        dateline = DATELINE.match(self.text.text)
        return dateline is not None and self.match.end <= dateline.end()

    @property
    def in_caption(self) -> bool:
        """Whether its sentence is what stands under a photograph."""
        return CAPTION_AFTER.match(plain(self.text.text[self.match.end : self.match.end + 120])) is not None

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where in the source it stands."""
        return self.text[self.match.start : self.match.end].spans()

    def mention(self, reason: str, confidence: float | None = None) -> RegionMention:
        """The place as a region that was recognised, for this reason (Chinese) and the match's own.

        A port is never surer than its name.
        """
        sure = self.match.confidence if confidence is None or self.match.is_landmark else confidence
        return RegionMention(self.code, self.spans, round(sure, 2), f"{reason}：{self.match.reason}")

    @property
    def _is_guest(self) -> bool:
        """Whether its people are whom another place serves: 香港居民."""
        beyond = self.code.startswith(BEYOND_THE_BORDER)
        return beyond and GUESTS_AFTER.match(self.text.text, self.match.end) is not None

    @property
    def _before(self) -> str:
        return self.text.text[: self.match.start]


def union_of(places: Sequence[Place]) -> list[Place]:
    """The provinces that the first word for several of them names, of places in one text: 京津冀, 川渝."""
    signs = [place for place in places if place.match.confidence == SET_PHRASE]
    return [place for n, place in enumerate(signs) if place.match.start == signs[0].match.start + n]


def first_listed(places: Sequence[Place]) -> Sequence[Place]:
    """The places, of a text or several, that the first sentence about a place lists: 上海市、江苏省开展试点."""
    first = next((at for at, place in enumerate(places) if place.opens_sentence), len(places))
    end = first + 1
    while end < len(places) and places[end].text is places[first].text:
        if places[first].text.text[places[end - 1].match.end : places[end].match.start] not in {"、", "和", "与"}:
            break
        end += 1
    return places[first:end]


def is_venue(match: RegionMatch, text: str) -> bool:
    """Whether a place is only that of a meeting at which another speaks: 在浙江省…大会上的发言."""
    return text[: match.start].endswith("在") and VENUE_AFTER.match(text, match.end) is not None


def is_ground(match: RegionMatch, text: str) -> bool:
    """Whether a place is only the ground on which another is the first: 在浙江省率先推出."""
    return text[: match.start].endswith("在") and FIRST_AFTER.match(text, match.end) is not None


def own_level(text: str, *, autonomous: bool = False) -> int:
    """The level of the place that a text mostly calls its own (我县, 全市); 0 where it does not.

    In an autonomous region 全区 and 我区 mean all of it (内蒙古自治区), not a district.
    """
    levels = _LEVELS | ({"区": PROVINCE} if autonomous else {})
    said = Counter(levels[found[1]] for found in OWN_PLACE.finditer(plain(text)))
    return said.most_common(1)[0][0] if said else 0


def calls_itself(entry: RegionEntry, own: int) -> bool:
    """Whether a place calls itself by the word for this level: 全市 is also said in a county-level city."""
    return entry.level == own or (own == CITY and entry.level == DISTRICT and entry.name.endswith("市"))


def foremost(places: Sequence[Place], gazetteer: Gazetteer) -> RegionMention | None:
    """The first place a sentence of the text is about, else the one named most often.

    Of a report that opens with a scene (在岳麓区政务大厅，…), the place around that scene that a sentence is about.
    """
    opening = [place for place in places if place.opens_sentence and not place.is_only_where]
    if opening:
        first = next((place for place in opening if place.stands_alone), opening[0])
        around = [p for p in opening if p.code != first.code and gazetteer.is_within(first.code, p.code)]
        first = around[0] if around and first.sets_scene else first
        return first.mention("正文", min(first.match.confidence, 0.8))
    told = [place for place in places if not place.is_other_side]
    counts = Counter(place.code for place in [place for place in told if not place.is_only_where] or told or places)
    if not counts:
        return None
    code, _ = counts.most_common(1)[0]
    return next(place for place in places if place.code == code).mention("正文提得最多", 0.6)


def common_ground(codes: Sequence[str], gazetteer: Gazetteer) -> str | None:
    """The lowest region that holds at least six in ten of the places, where there are two or more."""
    counts = Counter(member for code in codes for member in gazetteer.lineage(code))
    holding = [code for code, count in counts.items() if count >= max(2, 0.6 * len(codes))]
    return max(holding, key=lambda code: len(gazetteer.lineage(code)), default=None)
