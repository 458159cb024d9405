"""Small documents for the tests of single stages: a text as clean and put_in_order would hand it on."""

from __future__ import annotations

import re

from ingest.recognise.gazetteer import Gazetteer
from ingest.recognise.indicator_lexicon import Lexicon
from ingest.segment import segment
from ingest.types import Block, DocumentDraft, Notice, Page, ReadDocument, Section, SpannedText
from ingest.vocabulary import RegionEntry
from tests.reading import vocabulary

PROSE = "市政务服务局会同有关部门梳理高频审批事项，公布清单并逐项明确办理时限和所需材料，企业到一个窗口就能把事办完。"
"""A paragraph of a practice."""
LONG = (
    "湘潭市深化“放管服”改革，把企业开办、公章刻制、税务登记、社保开户归并到一个窗口，当日受理、当日办结，企业只需跑一次。"
    * 2
)
"""A longer one."""

GAZETTEER = Gazetteer(
    (
        RegionEntry("310000", "上海市", "上海", level=1),
        RegionEntry("310115", "浦东新区", "浦东", level=3, parent="310000"),
        RegionEntry("330000", "浙江省", "浙江", level=1),
        RegionEntry("330100", "杭州市", "杭州", level=2, parent="330000"),
        RegionEntry("330110", "余杭区", "余杭", level=3, parent="330100"),
        RegionEntry("330200", "宁波市", "宁波", level=2, parent="330000"),
        RegionEntry("430000", "湖南省", "湖南", level=1),
        RegionEntry("430100", "长沙市", "长沙", level=2, parent="430000"),
        RegionEntry("430121", "长沙县", "长沙县", level=3, parent="430100"),
        RegionEntry("430200", "株洲市", "株洲", level=2, parent="430000"),
        RegionEntry("430300", "湘潭市", "湘潭", level=2, parent="430000"),
        RegionEntry("430321", "湘潭县", "湘潭县", level=3, parent="430300"),
        RegionEntry("510000", "四川省", "四川", level=1),
        RegionEntry("510100", "成都市", "成都", level=2, parent="510000"),
    )
)

LEXICON = Lexicon(vocabulary().indicators)


def document(text: str, notices: tuple[Notice, ...] = ()) -> ReadDocument:
    """The text as a document that was read."""
    return ReadDocument("试.txt", "0" * 64, text, notices)


def page(text: str, notices: tuple[Notice, ...] = ()) -> Page:
    """A line a block; blank lines are counted, Markdown's # become heading levels."""
    blocks, gap = [], 0
    for line in re.finditer(r"(#*) *([^\n]*)\n?", text):
        if line[2]:
            words = SpannedText.of_source(text)[line.start(2) : line.end(2)]
            blocks.append(Block(words, gap_before=gap, heading_level=len(line[1])))
            gap = 0
        else:
            gap += 1
    return Page(tuple(blocks), notices)


def section(text: str, title: str = "某市优化营商环境") -> Section:
    """A case with this text under a title that stands nowhere in it."""
    return Section(SpannedText(title, range(len(title))), page(text).blocks)


def cut(text: str, notices: tuple[Notice, ...] = ()) -> DocumentDraft:
    """The text taken apart into its cases."""
    return segment(page(text, notices), document(text, notices), GAZETTEER, LEXICON)


def left_over(draft: DocumentDraft, text: str) -> str:
    """The characters of the text that are in no case and in no notice; Markdown's # are no text."""
    spans = [span for notice in draft.notices for span in notice.spans]
    for part in draft.sections:
        spans += [*part.title.spans(), *(span for block in part.blocks for span in block.text.spans())]
    covered = {at for span in spans for at in range(span.start, span.end)}
    return "".join(char for at, char in enumerate(text) if at not in covered and not char.isspace()).strip("#")
