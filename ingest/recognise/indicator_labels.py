"""The indicators that a source prints over a case: in its title, or as the group it stands in."""

from __future__ import annotations

import re

from ingest.recognise.indicator_lexicon import Lexicon
from ingest.recognise.plain import plain
from ingest.types import CaseDraft, IndicatorMention, SpannedText

# “获得用气指标——减环节、缩时限”, “政务服务：…”, “（三）获得信贷指标”
IN_TITLE = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十\d]+[）)]?[、.．]?\s*)?[“【\[]?(?P<name>[\u4e00-\u9fff]{2,14}?)"
    r"(?:[”】\]]?(?:指标|——|--|：|:|\s|$)|[】\]])"
)
# “水果出口‘一站式’检疫（跨境贸易）”
AFTER_TITLE = re.compile(r"[（(【\[](?P<name>[\u4e00-\u9fff]{2,14}?)(?:指标)?[）)】\]]$")
# “第三篇 获得电力篇”, “◆【纳税】（5个）”, “四、政府采购方面”
BEFORE_GROUP = re.compile(
    r"^[\s（(【\[〔“◆■●▶▍○〇★—·]*(?:第?[一二三四五六七八九十\d]+[）)、.．篇章部分]*)?[、.．：:\s【\[“]*(?:优化|提升|深化)?"
)
AFTER_GROUP = re.compile(
    r"(?:[】\]〕”\s]|指标|方面|领域|篇|类|板块|专题|部分|工作|改革|典型|案例|经验|做法|[（(][^（）()]{0,12}[）)])*$"
)


def printed_indicators(case: CaseDraft, lexicon: Lexicon) -> list[IndicatorMention]:
    """What the source prints as the case's indicator; nothing where it prints none."""
    return _in_title(case, lexicon) or _over_the_group(case, lexicon)


def _mention(slug: str, place: str, name: str, text: SpannedText) -> IndicatorMention:
    return IndicatorMention(slug, 0.99, f"{place}印有指标名“{name}”", text.spans())


def _in_title(case: CaseDraft, lexicon: Lexicon) -> list[IndicatorMention]:
    title = plain(case.title.text)
    for found in (IN_TITLE.search(title), AFTER_TITLE.search(title)):
        if found and (slug := lexicon.printed.get(found["name"])):
            return [_mention(slug, "标题", found["name"], case.title[found.start("name") : found.end("name")])]
    return []


def _over_the_group(case: CaseDraft, lexicon: Lexicon) -> list[IndicatorMention]:
    """The nearest of the headings over the case that is the name of an indicator, or a true synonym."""
    for line in (line.strip() for line in reversed(case.preamble.lines())):
        words = plain(line.text)
        name = AFTER_GROUP.sub("", BEFORE_GROUP.sub("", words, count=1), count=1)
        if slug := lexicon.synonyms.get(name):
            return [_mention(slug, "所在栏目", name, line)]
        found = IN_TITLE.search(words)
        if found and (slug := lexicon.printed.get(found["name"])):
            return [_mention(slug, "所在栏目", found["name"], line[found.start("name") : found.end("name")])]
    return []
