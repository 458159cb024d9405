"""From a page to its cases: front matter, annex, series of items, and a reason for everything that is no case."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from ingest.recognise.dates import document_facts
from ingest.recognise.regions import Gazetteer
from ingest.segment.front import DATE_LINE, LETTERHEAD, OFFICIAL_TITLE, Front, is_title_line, kind_of, read_front
from ingest.segment.scope import outside_business_environment, why_no_case
from ingest.segment.series import CASE_WORDS, Evidence, Item, Series, find_series
from ingest.types import Block, DocumentDraft, Notice, Page, ReadDocument, Section, Severity, Span, SpannedText

# “附件” “附件1：” alone on its line; “附件：《典型经验做法》” only points to it
_ANNEX_LINE: Final = re.compile(r"附件\s*\d{0,2}\s*[：:]?$")
_ANNEX_POINTER: Final = re.compile(
    r"附件\s*\d{0,2}\s*[：:]\s*(?:\d[.．、]\s*)?《?(?P<title>.+?)》?(?:[（(]共.*[）)])?$"
)
_FIRST_SENTENCE: Final = re.compile(r"[^。！？]{4,60}")
_MARKS: Final = re.compile(r"[\s，,、。：:；;“”\"‘’'《》（）()—\-·.…]+")


@dataclass(slots=True)
class _Parts:
    """Sections and notices gathered on the way through a document, and the words outside the cases."""

    sections: list[Section] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    context: list[str] = field(default_factory=list)

    def leave_out(self, code: str, message: str, blocks: Sequence[Block], severity: Severity = Severity.INFO) -> None:
        """Blocks that belong to no case, and why."""
        spans = tuple(span for block in blocks for span in block.text.spans())
        if spans:
            self.notices.append(Notice(code, severity, message, spans))
            self.context += [block.text.text for block in blocks]


def segment(page: Page, document: ReadDocument, gazetteer: Gazetteer) -> DocumentDraft:
    """The document's facts, its cases in reading order, and a notice for every block that is in none."""
    front = read_front(page.blocks)
    body = page.blocks[len(front.blocks) :]
    parts = _Parts()
    notice, annex_heading, annex = _split_annex(body)
    evidence = Evidence(gazetteer, annex_heading or front.title.text, _contents(page, document))
    if annex:
        parts.leave_out("front-matter", "文件头与标题", front.blocks)
        parts.leave_out("notice-text", "通知、通报正文，案例在附件中", notice)
        _read_body(annex, evidence, parts, front, is_annex=True)
    else:
        _read_body(body, evidence, parts, front, is_annex=False)
    context = "\n".join(parts.context)
    facts = document_facts("\n".join([*(block.text.text for block in page.blocks[:40]), context]))
    return DocumentDraft(
        title=front.title.text or (parts.sections[0].title.text if parts.sections else document.name),
        kind=kind_of(front.title.text, context, len(parts.sections)),
        publisher=front.publisher,
        document_number=facts.document_number,
        published_on=facts.published_on,
        sections=tuple(parts.sections),
        context=context,
        notices=tuple(parts.notices),
    )


def _read_body(blocks: Sequence[Block], evidence: Evidence, parts: _Parts, front: Front, *, is_annex: bool) -> None:
    """The cases of the body (or the annex): a series of items, else the whole as one."""
    series = find_series(blocks, evidence)
    if series is None and not is_annex:
        series = find_series([*front.blocks, *blocks], evidence)
        if series and series.before:
            parts.leave_out("front-matter", "封面、报头与标题", series.before)
    elif series and not is_annex:
        parts.leave_out("front-matter", "封面、报头与标题", front.blocks)
        parts.leave_out("preface", "案例之前的文字", series.before)
    elif series:
        parts.leave_out("front-matter", "附件标题", series.before)
    if series is None:
        _read_single(blocks, evidence, parts, front, is_annex=is_annex)
    else:
        _read_series(series, evidence, parts)


def _read_series(series: Series, evidence: Evidence, parts: _Parts) -> None:
    preamble = "\n".join(block.text.text for block in series.before)
    about_business = "营商" in evidence.heading + preamble
    for item in series.items:
        reason = None
        text = "\n".join(block.text.text for block in item.blocks)
        if series.judged:
            reason = why_no_case(item.title.text, text, evidence.gazetteer)
        elif series.one_line and not about_business and outside_business_environment(item.title.text):
            reason = "不属于营商环境领域的改革"
        if reason:
            blocks = [*item.title_blocks, *item.blocks] if item.title_blocks else [Block(item.title), *item.blocks]
            parts.leave_out("not-a-case", f"“{item.title}”未作为案例：{reason}", blocks)
        else:
            parts.sections.append(Section(item.title, item.blocks, preamble=preamble))


def _read_single(blocks: Sequence[Block], evidence: Evidence, parts: _Parts, front: Front, *, is_annex: bool) -> None:
    """One article: one case, unless it is a notice, or speaks of no region."""
    text = "\n".join(block.text.text for block in blocks)
    title = SpannedText("", ()) if is_annex else front.title
    reason = why_no_case(title.text, text, evidence.gazetteer)
    if OFFICIAL_TITLE.search(front.title.text) and not is_annex:
        reason = reason or "通知、通报本身不是案例"
    if not blocks:
        reason = "没有正文"
    others = [block for block in front.blocks if block not in front.title_blocks]
    if reason:
        parts.leave_out("front-matter", "报头与标题", front.blocks if not is_annex else ())
        parts.leave_out("not-a-case", f"未作为案例：{reason}", blocks)
        return
    if not is_annex:
        parts.leave_out("front-matter", "报头、署名等", others)
    if title:
        parts.sections.append(Section(title, tuple(blocks)))
    else:
        made = _made_title(blocks)
        parts.sections.append(Section(made, tuple(blocks), title_is_made=True))


def _made_title(blocks: Sequence[Block]) -> SpannedText:
    """The first clause of the text, where the source prints no title."""
    first = blocks[0].text.strip()
    match = _FIRST_SENTENCE.match(first.text)
    return first[: match.end()].strip("，、；：") if match else first[:40]


def _split_annex(blocks: Sequence[Block]) -> tuple[Sequence[Block], str, Sequence[Block]]:
    """The blocks before an annex of cases, its heading, and the annex; all before where there is none."""
    pointed = ""
    for at, block in enumerate(blocks):
        line = block.text.strip().text
        if pointer := _ANNEX_POINTER.match(line):
            pointed = _MARKS.sub("", pointer["title"])
        elif at and (_ANNEX_LINE.match(line) or (pointed and _MARKS.sub("", line) == pointed)):
            heading = line if not _ANNEX_LINE.match(line) else _next_title(blocks[at + 1 :])
            return blocks[:at], heading, blocks[at:]
    return blocks, "", ()


def _next_title(blocks: Sequence[Block]) -> str:
    return blocks[0].text.text if blocks and is_title_line(blocks[0].text.strip().text) else ""


def _contents(page: Page, document: ReadDocument) -> str:
    """The table of contents as the source prints it, blanks and marks removed."""
    spans: list[Span] = [span for notice in page.notices if notice.code == "contents" for span in notice.spans]
    return _MARKS.sub("", "".join(document.text[span.start : span.end] for span in spans))
