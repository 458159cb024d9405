"""A title for a case that prints none: its place and what it did, in the words of its first sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ingest.recognise.gazetteer import Gazetteer
from ingest.types import Block, SpannedText

LONGEST: Final = 34
"""Characters, unless the first clause alone is longer."""
LONGEST_CLAUSE: Final = 45
"""Characters at which even a single clause is cut."""
OPENING: Final = 2
"""Paragraphs in which a sentence for the title is looked for."""
FURTHER: Final = 4
"""The same where the first ones tell only of a scene."""

_SENTENCE: Final = re.compile(r"[^。！？!?\n]{4,}")
_CLAUSE: Final = re.compile(r"[^，；：]+")
# “（本网讯）” “本报讯（记者 王宁）” “央视网消息（新闻联播）：” “近日，” “11月3日上午，” “记者从市政府获悉，”
_LEAD_IN: Final = re.compile(
    r"[\s”’」》]*(?:[（(【][^（()）】]{2,20}[）)】]|[\u4e00-\u9fff]{0,12}(?:\d{1,2}月\d{1,2}日)?(?:讯|电|消息)(?:[（(][^（()）]{2,20}[）)])?[：:\s]?|"
    r"(?:今年|去年|年初|近日|日前|近期|最近|近年来|近几年来?|今年以来|去年以来|一直以来|长期以来|当前|目前|据悉|据了解|据介绍|为此|同时|其中|首先|其次|第?[一二三四五六]|[一二三四五六]是)[，,：]|(?:我们|我[省市县区州])(?=[\u4e00-\u9fff])|"
    r"(?:自|从)?(?:\d{4}年)?(?:\d{1,2}月(?:\d{1,2}日)?|初|底|年)?(?:起|以来|上午|下午|清晨|晚)?[，,]|"
    r"(?:记者)?(?:从|在)[^，。]{2,24}(?:获悉|了解到|看到)[，,：]|记者[^，。]{0,20}(?:获悉|了解到)[，,：]|为[^，。]{4,40}[，,])"
)
_DOES: Final = re.compile(
    r"推行|推出|推进|推动|推广|实施|实行|开展|打造|建立|建成|实现|深化|优化|上线|探索|创新|设立|开设|压减|压缩|精简|简化|聚焦|"
    r"整合|合并|组建|开通|启动|启用|成立|构建|搭建|建立|健全|完善|出台|率先"
)
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
    chosen = max(told, key=lambda s: (bool(_DOES.search(s.text)), bool(gazetteer.find(s.text[:LONGEST_CLAUSE]))))
    title = _shortened(chosen)
    if gazetteer.find(title.text):
        return title
    for text in opening:
        if found := gazetteer.find(text.text):
            return text[found[0].start : found[0].end] + title
    return title


def _sentences(texts: Sequence[SpannedText]) -> list[SpannedText]:
    """The sentences of these texts without their lead-ins; none that is spoken, if there are others."""
    sentences = [text[m.start() : m.end()] for text in texts for m in _SENTENCE.finditer(text.text)]
    return [_without_lead_in(sentence) for sentence in sentences if not _SPOKEN.match(sentence.text)] or sentences


def _without_lead_in(sentence: SpannedText) -> SpannedText:
    while (match := _LEAD_IN.match(sentence.text)) and match.end() and len(sentence) - match.end() >= 6:
        sentence = sentence[match.end() :]
    return sentence.strip()


def _shortened(sentence: SpannedText) -> SpannedText:
    """As many of its first clauses as fit."""
    ends = [match.end() for match in _CLAUSE.finditer(sentence.text)]
    fitting = [end for end in ends if end <= LONGEST]
    return sentence[: fitting[-1] if fitting else min(ends[0], LONGEST_CLAUSE)].strip("，、；： ")
