"""A title for a case that prints none: its place and what it did, in the words of its first sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ingest.recognise.gazetteer import Gazetteer
from ingest.recognise.places import Place
from ingest.types import Block, SpannedText

LONGEST: Final = 34
"""Characters, unless the first clause alone is longer."""
LONGEST_CLAUSE: Final = 45
"""Characters at which even a single clause is cut."""
SHORTEST: Final = 6
"""Characters of a clause that may stand alone."""
OPENING: Final = 2
"""Paragraphs in which a sentence for the title is looked for."""
FURTHER: Final = 4
"""The same where the first ones tell only of a scene."""

_SENTENCE: Final = re.compile(r"[^。！？!?\n]{4,}")
_CLAUSE: Final = re.compile(r"[^，；：]+")
# “（本网讯）” “本报讯（记者 王宁）” “央视网消息（新闻联播）：” “近日，” “11月3日上午，” “记者从市政府获悉，”
_LEAD_IN: Final = re.compile(
    r"[\s”’」》]*(?:[（(【][^（()）】]{2,30}[）)】]"
    r"|(?:本[报网台刊]|[\u4e00-\u9fff]{2,8}(?:社|网|报|台|在线|客户端|新闻))[\u4e00-\u9fff]{0,6}\s?(?:\d{1,2}月\d{1,2}日)?"
    r"\s?[讯电](?:[（(][^（()）]{2,30}[）)])?[：:\s]?"
    r"|[\u4e00-\u9fff]{0,8}消息(?:[（(][^（()）]{2,20}[）)])?[：:\s]"
    r"|(?:今年|去年|(?:今年|去年|当年)?年?[初底末]|近日|日前|近期|最近|眼下|连日来|近年来|近几年来?|今年以来|去年以来|一直以来|长期以来|当前|目前|据悉|据了解"
    r"|据介绍|为此|同时|其中|首先|其次|第?[一二三四五六]|[一二三四五六]是|[\u4e00-\u9fff]{2}伊始)[，,：]"
    r"|[一二三四五六]是(?=[\u4e00-\u9fff])|(?:我们|我[省市县区州])(?=[\u4e00-\u9fff])|(?:今天|昨天|日前)?[（(]\d{1,2}月\d{1,2}日[）)][，,]?"
    r"|(?:今天|昨天)(?:上午|下午)?(?:[（(][^（()）]{2,10}[）)])?[，,]"
    r"|(?:自|从)?(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日|初|底|年)?(?:起|以来|上午|下午|清晨|晚)?[，,]"
    r"|(?:记者)?(?:从|在)[^，。]{2,24}(?:获悉|了解到|看到)[，,：]|记者[^，。]{0,20}(?:获悉|了解到)[，,：]|[^，。“”]{2,24}(?:说|表示|介绍|坦言|告诉记者)[，：]|为[^。“”]{4,60}[，,](?=[我全本][省市县区州])|为[^，。]{4,40}[，,]"
    r"|(?:随着|根据|按照|鉴于|面对)[^，。]{4,80}[，,]"
    r"|在[^，。]{2,30}(?:领导|指导|支持|关心|部署)下[，,])"
)
# “大丰区行政审批局针对企业“领了照、不知下一步办什么”的痛点，在全市率先推行…”: who, the occasion, what was done
_WHO: Final = re.compile(
    r"[^，；：、“”]{2,20}?(?=(?:紧紧|牢牢|始终|积极)?(?:针对|围绕|紧盯|紧扣|立足|坚持|按照|依托|着眼|为了?|以|把(?![握关脉控])))"
)
# “在《优化营商环境28条》的统领下”: under what it was done
_UNDER: Final = re.compile(r"《[^》]*》|^在.*[下中上里]$")
_DOES: Final = re.compile(
    r"推行|推出|推进|推动|推广|实施|实行|开展|打造|建立|建成|实现|深化|优化|上线|探索|创新|设立|开设|压减|压缩|精简|简化|聚焦|"
    r"进驻|入驻|下放|取消|缩短|放宽|减免|整合|合并|组建|开通|启动|启用|成立|构建|搭建|建立|健全|完善|出台|率先"
)
_FROM_THERE: Final = re.compile(r"市民|居民|村民|客商|商人|游客|老乡|籍|人(?![民大才社])")
_SPOKEN: Final = re.compile(r"\s*[“‘「]")


def made_title(blocks: Sequence[Block], gazetteer: Gazetteer) -> SpannedText:
    """The first sentence that tells what a place did, without its lead-in, cut to a title's length.

    Where the sentence names no place, the first place the opening names stands before it.
    """
    opening = [block.text.strip() for block in blocks[:FURTHER]]
    told = _sentences(opening[:OPENING])
    if not any(_DOES.search(sentence.text) for sentence in told):
        told = _sentences(opening)
    if not told:
        return blocks[0].text.strip()[:LONGEST]
    chosen = max(told, key=lambda s: (bool(_DOES.search(s.text)), _opens_with_place(s.text, gazetteer)))
    title = _shortened(_without_occasion(_from_actor(chosen, gazetteer), gazetteer))
    if gazetteer.find(title.text):
        return title
    named = [Place(match, text) for text in opening for match in gazetteer.find(text.text)]
    named = [place for place in named if not place.is_other_side and not _is_origin(place)]
    place = next((place for place in named if not place.in_dateline), next(iter(named), None))
    return place.text[place.match.start : place.match.end] + title if place else title


def _is_origin(place: Place) -> bool:
    """Whether a place only says where somebody comes from: 福建某县市民, 湖北籍."""
    return bool(_FROM_THERE.match(place.text.text, place.match.end))


def _sentences(texts: Sequence[SpannedText]) -> list[SpannedText]:
    """The sentences of these texts without their lead-ins; none that is spoken, if there are others."""
    sentences = [text[m.start() : m.end()] for text in texts for m in _SENTENCE.finditer(text.text)]
    return [_without_lead_in(sentence) for sentence in sentences if not _SPOKEN.match(sentence.text)] or sentences


def _opens_with_place(sentence: str, gazetteer: Gazetteer) -> bool:
    """Whether its first words name a place that acts, and not only a port: 河口口岸进口增长."""
    return any(not place.is_landmark for place in gazetteer.find(sentence[:LONGEST_CLAUSE]))


def _without_lead_in(sentence: SpannedText) -> SpannedText:
    while (match := _LEAD_IN.match(sentence.text)) and match.end() and len(sentence) - match.end() >= 6:
        sentence = sentence[match.end() :]
    return sentence.strip()


def _from_actor(sentence: SpannedText, gazetteer: Gazetteer) -> SpannedText:
    """The sentence from the clause on that opens with the place that acts, where those before it name none."""
    clauses = [match.start() for match in _CLAUSE.finditer(sentence.text)]
    places = gazetteer.find(sentence.text)
    start = next((at for at in clauses if places and places[0].start == at), 0)
    return sentence[start:] if _DOES.search(sentence.text, start) else sentence


def _without_occasion(sentence: SpannedText, gazetteer: Gazetteer) -> SpannedText:
    """Who and what was done, where between the two an occasion is told that alone would fill the title."""
    clauses = [sentence[match.start() : match.end()] for match in _CLAUSE.finditer(sentence.text)]
    does = next((at for at, clause in enumerate(clauses) if _DOES.search(_UNDER.sub("", clause.text))), 0)
    who = _WHO.match(sentence.text)
    fits = sum(len(clause) + 1 for clause in clauses[: does + 1]) <= LONGEST
    if not does or fits or who is None or not gazetteer.find(who.group()):
        return sentence
    return SpannedText.join((sentence[: who.end()], *(clauses[does : does + 1])))


def _shortened(sentence: SpannedText) -> SpannedText:
    """As many of its first clauses as fit."""
    ends = [match.end() for match in _CLAUSE.finditer(sentence.text)]
    telling = [end for end in ends if end >= SHORTEST] or ends
    fitting = [end for end in telling if end <= LONGEST]
    return sentence[: fitting[-1] if fitting else min(telling[0], LONGEST_CLAUSE)].strip("，、；： ")
