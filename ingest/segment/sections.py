"""From a page to its cases: front matter, annexes, series of items, and a reason for everything that is no case."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from ingest.outline.wording import is_heading_line
from ingest.recognise.gazetteer import Gazetteer
from ingest.recognise.indicator_lexicon import Lexicon
from ingest.segment.evidence import CASE_WORDS, DIGEST, SEVERAL, Evidence, Series
from ingest.segment.front import NOTICE_TITLE, Front, read_front
from ingest.segment.imprint import BREADCRUMB, DATE_LINE, ISSUED_BY, LETTERHEAD
from ingest.segment.issues import split_issues
from ingest.segment.items import Item, bare, unnumbered, with_owners_apart, without_contributor
from ingest.segment.lines import Lines
from ingest.segment.parts import Annex, split_annexes
from ingest.segment.press import CITATION, follows, without_column
from ingest.segment.reasons import JUDGED, is_judgment, other_paper
from ingest.segment.scope import NO_PRACTICE, OTHER_FIELD, Judge, has_word_of_field, is_wanting
from ingest.segment.titles import made_title
from ingest.segment.weighing import series_of
from ingest.types import (
    NO_TEXT,
    Block,
    DocumentDraft,
    Notice,
    Page,
    ReadDocument,
    Section,
    Severity,
    SourceKind,
    Span,
    SpannedText,
)

# “（此件公开发布）” “报：市委改革办” “抄送：县委常委” “公示期为5月6日至5月12日。”
_IMPRINT: Final = re.compile(
    r"[（(].{2,12}(?:公开|删减|发布)[）)]$|[（(](?:未完)?待续[^（）()]{0,40}[）)]$|[（(][^（）()。]{2,40}整理[）)]$|[（(]本[刊报资].{2,30}[）)]$|"
    r"(?:主?报|主?送|报送|抄送|抄报|呈报|分送|印?发|(?:责任)?编辑|责编|审核|核稿|编审|签发|校对|主[编办]|编印)\s*[：:].{1,60}$|"
    r"公示(?:期|时间).{2,90}$|[（(]?共印\s?\d+\s?份[）)]?$"
)
# “* * *” “————” “━━━━”
_RULE: Final = re.compile(r"[\s*＊=_~～—─━┅┄·•◇◆☆★#\-]{3,}$|[★☆※]{1,2}$")
MOST_CASES: Final = 0.6
"""The share of items that are cases, from which the others are taken to tell of the same field."""
# “优化营商环境工作简报” “放管服改革动态”: papers of this field
_OF_BUSINESS: Final = re.compile(r"营商|放管服|政务服务|行政审批|简政放权|商事制度")
LONGEST_GROUP_HEADING: Final = 30
"""Characters of a heading over a group of cases."""
# What a text ends with, below which a signature may stand
CLOSED: Final = re.compile(r"[。！？；：!?;][”’」』）)】]*$")
SHORTEST_STORY: Final = 60
"""Characters of a paragraph that tells something; a story has two of them."""
NOTICE: Final = "通知、通报本身不是案例"


@dataclass(slots=True)
class _Findings:
    """Sections and notices gathered on the way through a document, and the words outside the cases."""

    judge: Judge
    contents: str = ""
    """The table of contents as the source prints it, blanks and marks removed."""
    bylines: tuple[int, ...] = ()
    """Source offsets of the writers' names that were put aside."""
    imprints: tuple[int, ...] = ()
    """Those of the writers' names and of the days and sources."""
    sections: list[Section] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    context: list[SpannedText] = field(default_factory=list)
    marks: list[Span] = field(default_factory=list)
    """Where the titles stand with their numbers and full stops, which are no part of them."""
    kind: SourceKind | None = None

    def leave_out(self, code: str, message: str, blocks: Sequence[Block]) -> None:
        """Blocks that belong to no case, and why."""
        self.context += [block.text for block in blocks]
        if spans := tuple(span for block in blocks for span in block.text.spans()):
            self.notices.append(Notice(code, Severity.INFO, message, spans))


def segment(page: Page, document: ReadDocument, gazetteer: Gazetteer, lexicon: Lexicon) -> DocumentDraft:
    """The document's title, its cases in reading order, and a notice for every block that is in none."""
    findings = _Findings(
        Judge(gazetteer, lexicon),
        bylines=_offsets(page, "byline"),
        imprints=_offsets(page, "byline", "publication-line"),
    )
    listed = sorted(span for notice in page.notices if notice.code == "contents" for span in notice.spans)
    issues = split_issues(_without_rules(page.blocks, findings), [span.start for span in listed])
    ends = [*(issue[0].text.offset(0) for issue in issues[1:]), len(document.text)]
    fronts = []
    for issue, end in zip(issues, ends, strict=True):
        own = [span for span in listed if span.start < end]
        listed = listed[len(own) :]
        findings.contents = bare("".join(document.text[span.start : span.end] for span in own))
        fronts.append(_read_issue(issue, findings))
    front = fronts[0]
    if findings.marks:
        message = "案例标题前的编号、标题后的标点与栏目名不列入标题"
        findings.notices.append(Notice("numbering", Severity.INFO, message, tuple(findings.marks)))
    title = front.title or next((section.title for section in findings.sections), NO_TEXT)
    return DocumentDraft(
        title=title.text or document.name,
        sections=tuple(findings.sections),
        context=SpannedText.paragraphs(findings.context),
        notices=tuple(findings.notices),
        printed_title=title,
        letterhead=front.letterhead,
        kind=findings.kind or SourceKind.OTHER,
        file=document.name,
    )


def _read_issue(blocks: Sequence[Block], findings: _Findings) -> Front:
    """The cases of a document, or of one of several bound together; its front."""
    front = _front_of(blocks, findings, by_words=True)
    body, annexes = split_annexes(blocks[len(front.blocks) :], front.title.text)
    if annexes and (NOTICE_TITLE.search(front.title.text) or not body):
        findings.leave_out("front-matter", "文件头与标题", front.blocks)
        findings.leave_out("not-a-case", f"未作为案例：{NOTICE}", body)
    else:
        _read_part(front, body, findings)
    for annex in annexes:
        _read_annex(annex, findings)
    return front


def _front_of(blocks: Sequence[Block], findings: _Findings, *, by_words: bool = False) -> Front:
    below_bylines, below_imprint = (follows(blocks, offsets) for offsets in (findings.bylines, findings.imprints))
    return read_front(blocks, below_bylines, below_imprint, by_words=by_words)


def _without_rules(blocks: Sequence[Block], findings: _Findings) -> tuple[Block, ...]:
    """The blocks without lines of mere marks (* * *, ————)."""
    findings.leave_out("separator", "分隔线", [block for block in blocks if _RULE.match(block.text.text)])
    return tuple(block for block in blocks if not _RULE.match(block.text.text))


def _read_annex(annex: Annex, findings: _Findings) -> None:
    """An annex is read like a document of its own, once its 附件 or 相关新闻 line is put aside."""
    findings.leave_out("front-matter", "附件、相关新闻的标识", annex.marker)
    front = _front_of(annex.blocks, findings)
    _read_part(front, annex.blocks[len(front.blocks) :], findings)


def _read_part(front: Front, blocks: Sequence[Block], findings: _Findings) -> None:
    """The cases of a document or annex: a series of items, or the whole as one case."""
    if other := other_paper(front.title.text):
        findings.leave_out("not-a-case", f"未作为案例：{other}", [*front.blocks, *blocks])
        return
    body, signature = _without_signature(blocks)
    whole = [*front.blocks[front.site :], *body]
    heading = front.title.text or " ".join(block.text.text for block in front.blocks)
    masthead = " ".join(block.text.text for block in front.blocks if block not in front.title_blocks)
    bylines = follows(whole, findings.bylines)
    evidence = Evidence(heading, masthead, len(front.blocks) - front.site, findings.contents, bylines)
    if series := series_of(Lines(whole, findings.judge.gazetteer), evidence):
        series = _with_first_story(series, front)
        in_front = tuple(block for block in series.before if block in front.blocks)
        findings.leave_out("front-matter", "封面、报头与标题", [*front.blocks[: front.site], *in_front])
        _read_series(replace(series, before=series.before[len(in_front) :]), f"{masthead} {heading}", findings)
    else:
        _read_single(front, body, findings)
    findings.leave_out("signature", "落款与日期", signature)


def _with_first_story(series: Series, front: Front) -> Series:
    """The stories of a page, with the first one, without a dateline: text below a title that is not over all."""
    story = tuple(block for block in series.before if block not in front.blocks)
    paragraphs = sum(len(block.text) >= SHORTEST_STORY for block in story)
    over_all = not front.title or SEVERAL.search(front.title.text) or DIGEST.search(front.title.text)
    if series.kind is not SourceKind.NEWSPAPER or over_all or paragraphs < 2:
        return series
    first = Item(front.title, story, front.title_blocks)
    above = tuple(block for block in series.before if block not in (*story, *front.title_blocks))
    return replace(series, items=(first, *series.items), before=above)


def _read_series(series: Series, heading: str, findings: _Findings) -> None:
    """Each item a case, or a notice that says why not; the headings over groups of items go with the items below."""
    group = _first_group(series)
    findings.leave_out("preface", "案例之前的文字", series.before)
    findings.kind = series.kind
    items = [without_contributor(item) for item in series.items]
    items = with_owners_apart(items, findings.judge.gazetteer)
    if series.kind is SourceKind.NEWSPAPER:
        items = [replace(item, title=without_column(item.title)) if item.title_blocks else item for item in items]
    for item, reason in zip(items, _reasons(items, series, heading, findings.judge), strict=True):
        findings.marks += [*item.marks, *(span for block in item.title_blocks for span in block.text.spans())]
        if reason:
            title = item.title_blocks or (Block(item.title),)
            message = f"“{item.title}”未作为案例：{reason}"
            findings.leave_out("not-a-case", message, [*title, *item.setting, *item.blocks])
        else:
            findings.leave_out("setting", "案例的来源单位、所答的提问，不列入正文", item.setting)
            preamble = SpannedText.paragraphs([group, *(block.text for block in item.setting)])
            section = _section(item.title, item.blocks, findings.judge.gazetteer, preamble)
            findings.sections.append(replace(section, title_is_made=section.title_is_made or item.title_is_made))
        if item.group_below:
            group = item.group_below.text
            findings.leave_out("group-heading", "其下案例的栏目标题", [item.group_below])
    findings.leave_out("afterword", "案例之后的文字", series.after)


def _first_group(series: Series) -> SpannedText:
    """The heading over the first group of items, where the document has groups."""
    last = series.before[-1:]
    if not last or not any(item.group_below for item in series.items):
        return NO_TEXT
    line = last[0].text.strip()
    return line if is_heading_line(unnumbered(last[0])) and len(line) <= LONGEST_GROUP_HEADING else NO_TEXT


def _reasons(items: Sequence[Item], series: Series, heading: str, judge: Judge) -> list[str | None]:
    """For each item why it is no case, or None.

    Under a title that says they are cases, only those of another field are left out; none where it says of which
    field. What a digest of the field prints is a case unless it is of another kind. Others must show what a case has,
    but for the place where the title names it.
    """
    own = items[0].title.text  # the first item's title, where no other stands over them all
    over = "\n".join([_without(heading, own), *(block.text.text for block in series.before)])
    about_business = bool(_OF_BUSINESS.search(heading))
    are_cases = bool(CASE_WORDS.search(over) or (SEVERAL.search(over) and not DIGEST.search(heading)))
    if not series.judged and (are_cases or (about_business and not DIGEST.search(heading))):
        return [_unless_case(item) or (None if about_business else _of_other_field(item, judge)) for item in items]
    placed = judge.names_place(over)
    reasons = [_unless_case(item) or _why_no_case(item, judge, placed=placed) for item in items]
    is_excused = about_business and not series.judged
    mostly = sum(reason is None for reason in reasons) >= MOST_CASES * len(reasons)
    lenient = about_business or (
        mostly and series.kind is not SourceKind.NEWSPAPER
    )  # which prints anything side by side
    return [
        None
        if (is_excused and is_wanting(reason))
        or (lenient and reason == OTHER_FIELD and not _of_other_field(item, judge))
        else reason
        for item, reason in zip(items, reasons, strict=True)
    ]


def _without(heading: str, title: str) -> str:
    """What stands over everything, without the lines of the first item's title at its end."""
    lines = heading.removesuffix(title).split()
    while lines and lines[-1] in title:
        lines.pop()
    return " ".join(lines)


def _why_no_case(item: Item, judge: Judge, *, placed: bool) -> str | None:
    """The judge's reason; a title that is all there is need not tell how a thing was done."""
    title = item.title.text
    if NOTICE_TITLE.search(title):
        return NOTICE
    reason = judge.why_no_case(title, _words(item), placed=placed)
    told = reason == NO_PRACTICE and not item.blocks
    return None if told and not judge.outside_field(title) else reason


def _of_other_field(item: Item, judge: Judge) -> str | None:
    """That no word of the field stands in an item, in its title where that is all there is."""
    title = item.title.text
    outside = not has_word_of_field(f"{title}\n{_words(item)}") if item.blocks else judge.outside_field(title)
    return OTHER_FIELD if outside else None


def _unless_case(item: Item) -> str | None:
    """Why an item is none whatever stands over it: nothing stands in it, or a lawsuit."""
    if not (item.title or item.blocks):
        return "没有正文"
    return JUDGED if is_judgment(_words(item)) else None


def _words(item: Item) -> str:
    return "\n".join(block.text.text for block in (*item.setting, *item.blocks))


def _read_single(front: Front, blocks: Sequence[Block], findings: _Findings) -> None:
    """One article: one case, unless it is a notice, or speaks of no region's reform."""
    text = "\n".join(block.text.text for block in blocks)
    reason = "没有正文" if not blocks else findings.judge.why_no_case(front.heading, text)
    if not reason and NOTICE_TITLE.search(front.title.text):
        reason = NOTICE
    if reason:
        findings.leave_out("front-matter", "报头与标题", front.blocks)
        findings.leave_out("not-a-case", f"未作为案例：{reason}", blocks)
        return
    others = [block for block in front.blocks if block not in front.title_blocks]
    findings.leave_out("front-matter", "报头、署名等", others)
    findings.marks += front.marks
    item = without_contributor(Item(front.title, tuple(blocks)))
    findings.leave_out("setting", "案例的来源单位，不列入正文", item.setting)
    preamble = SpannedText.paragraphs([front.kicker, *(block.text for block in item.setting)])
    findings.sections.append(_section(front.title, item.blocks, findings.judge.gazetteer, preamble))


def _section(
    title: SpannedText, blocks: Sequence[Block], gazetteer: Gazetteer, preamble: SpannedText = NO_TEXT
) -> Section:
    """The case; a title is made from its first sentences where the source prints none."""
    if title:
        return Section(title, tuple(blocks), preamble=preamble)
    return Section(made_title(blocks, gazetteer), tuple(blocks), title_is_made=True, preamble=preamble)


def _without_signature(blocks: Sequence[Block]) -> tuple[Sequence[Block], Sequence[Block]]:
    """The blocks, and the signature with its date that closes them."""
    at = len(blocks)
    while at and _is_signature(blocks[at - 1].text.strip().text):
        at -= 1
    signs = at < len(blocks) - 1 or not at or CLOSED.search(blocks[at - 1].text.text)
    return (blocks[:at], blocks[at:]) if signs else (blocks, ())  # a lone body below no sentence is a table's last cell


def _is_signature(line: str) -> bool:
    return any(pattern.match(line) for pattern in (DATE_LINE, LETTERHEAD, ISSUED_BY, CITATION, BREADCRUMB, _IMPRINT))


def _offsets(page: Page, *codes: str) -> tuple[int, ...]:
    """Where in the source the notices of some kinds begin."""
    return tuple(span.start for notice in page.notices if notice.code in codes for span in notice.spans[:1])
