"""Paragraphs taken apart into headings and text: what opens a measure, and what belongs to it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, zip_longest
from typing import Final

from ingest.outline.asides import DUTY_LINE, PLANS, REMARK, addressee, annexes, beside_measures
from ingest.outline.labels import BULLET, INLINE_STYLES, SPOKEN, Label, inline_lists, read_label
from ingest.outline.learning import NUMBER_ALONE, learnt_labels
from ingest.outline.parallels import SKELETON, alike, heading_of_list, heading_sentence, leads_inside, leads_of
from ingest.outline.unfolding import unfolded
from ingest.outline.wording import (
    CLOSED,
    LONGEST_HEADING,
    SENTENCE_END,
    first_clause,
    is_heading_line,
    is_whole_heading,
    run_in_heading,
)
from ingest.recognise.press import DATELINE
from ingest.types import Block, SpannedText

HEADED: Final = "标题"
"""The style of a heading on a line of its own that prints no number."""
RUN_IN: Final = "段首句"
"""The style of an unnumbered heading sentence that opens a paragraph."""
PARALLEL: Final = "并列句"
"""The style of parallel leading words inside one paragraph (聚焦…；聚焦…)."""

SHORTEST_TEXT: Final = 20
"""Characters. What stands under a heading line is at least as long, or numbered."""

_NAME_AND_TEXT: Final = re.compile(r"[\u4e00-\u9fff”][：:](?!\d)[^：:]{5,}[。；;]$")  # “- 放行快：闸口识别，无感通行。”
# “【单据变少了】推行……” at the start of a paragraph
_BRACKETED: Final = re.compile(r"【(?P<heading>[^】]{2,24})】(?=.{15})", re.DOTALL)
# “收单——企业现场提需求，专人登记。”
_BEFORE_DASH: Final = re.compile(r"(?P<heading>[^。！？；：，、—《“]{2,14})(?<![说道示绍])—{2}(?=[^—]{8})")
# “第二中心可受理” / “98%以上县级事项”; “商标质押带动” / “企业“破茧成蝶””
_BROKEN_OFF: Final = re.compile(
    r"(?:[的及把]|(?<![有作行人])为|带动|推动|助推|撬动|促进|实现|激发|打造|跑出|迈向|走向|成为|破解|释放|筑牢"
    r"|[可能需](?:受理|办理|申请|申报|查询|享受|领取))$"
)
_FIRST_OF_LIST: Final = re.compile(r"[。；：:，！？]一是")
_IN_BRACKETS: Final = re.compile(r"[（(][^（）()]*[）)]$")


@dataclass(frozen=True, slots=True)
class Head:
    """The opening of a measure: its label, if it has one, and its heading."""

    style: str
    ordinal: int | None
    printed: str
    heading: SpannedText
    inside: int | None = None
    """Which passage of the case it stands inside; None for what opens a paragraph of its own."""


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of text that belongs to the heading before it."""

    text: SpannedText
    whole: bool = False
    """Whether it tells no measures, so that lists inside it stay text."""


Piece = Head | Text


def pieces(blocks: Sequence[Block]) -> list[Piece]:
    """The blocks of a case as headings and stretches of text, in reading order; nothing lost but separators."""
    blocks = _joined_headings(unfolded(blocks))
    texts = [block.text.strip().text for block in blocks]
    labels = _labels_of(texts)
    aside = beside_measures(texts, labels, [_is_plain_heading(block) for block in blocks])
    labels = [
        None if label and at in aside and label.style in INLINE_STYLES else label for at, label in enumerate(labels)
    ]
    addressed, caption = addressee(texts), _caption(blocks, labels)
    lone, run_in = _lone_styles(blocks, labels), _run_in_styles(blocks, labels)
    found: list[Piece] = []
    for at, (block, label) in enumerate(zip(blocks, labels, strict=True)):
        line, start = block.text.strip(), len(found)
        if block.heading_level:
            found.append(_marked_heading(block))
        elif label and label.style not in lone and not _opens_a_list(line.text, label):
            beside = [*labels[max(0, at - 1) : at], *labels[at + 1 : at + 2]]
            alone = any(other and other.style == label.style for other in beside)
            found += _labelled(line, label, mostly_run_in=label.style in run_in, alone=alone)
        elif label is None and at not in (addressed, caption) and _is_heading_at(blocks, labels, at):
            found.append(Head(HEADED, None, "", line.strip("：:【】〖〗")))
        else:
            found.append(Text(line))
        if at in aside:
            found[start:] = [
                replace(piece, whole=True) if isinstance(piece, Text) else piece for piece in found[start:]
            ]
    found = _with_run_in_headings(found)
    return [
        replace(part, inside=at) if isinstance(part, Head) and isinstance(piece, Text) else part
        for at, (piece, after) in enumerate(zip_longest(found, found[1:]))
        for part in _divided(piece, after)
    ]


def _caption(blocks: Sequence[Block], labels: Sequence[Label | None]) -> int | None:
    """The place of a line over the whole text that heads no part of it: a caption, the second line of a title.

    It is the only heading without a number, over a paragraph, or stands over the words a report opens with.
    """
    if len(blocks) < 2 or not _is_plain_heading(blocks[0]) or SKELETON.fullmatch(blocks[0].text.text.strip("：:【】 ")):
        return None
    others = any(_is_heading_at(blocks, labels, at) for at in range(1, len(blocks)))
    return 0 if (not others and labels[1] is None) or DATELINE.match(blocks[1].text.text) else None


def _is_heading_at(blocks: Sequence[Block], labels: Sequence[Label | None], at: int) -> bool:
    """A heading line over text, a numbered item or one more heading; rows of short lines are a table or a list."""
    if at + 1 == len(blocks) or not _is_plain_heading(blocks[at]):
        return False
    around = [_is_plain_heading(block) for block in blocks[max(0, at - 2) : at + 3]]
    longest_run = max((len(list(group)) for plain, group in groupby(around) if plain), default=0)
    following = blocks[at + 1]
    skeleton = SKELETON.fullmatch(blocks[at].text.text.strip("：:【】 ")) and CLOSED.search(following.text.text)
    has_text = len(following.text) >= SHORTEST_TEXT or labels[at + 1] or following.heading_level or skeleton
    return longest_run < 3 and bool(has_text or _is_heading_at(blocks, labels, at + 1))


def _is_plain_heading(block: Block) -> bool:
    text = block.text.strip().text
    heading = is_heading_line(text) and not _IN_BRACKETS.match(text)
    return heading and read_label(text) is None and not block.heading_level


def _labels_of(texts: Sequence[str]) -> list[Label | None]:
    """The label of each paragraph, those learnt from all of them too; the rows of a bulleted list of phrases have none.

    A phrase after a bullet is a heading where every one of them stands over a paragraph.
    """
    learnt = learnt_labels(texts)
    found = [
        None if DUTY_LINE.match(text) else read_label(text) or _not_alone(learnt.get(at))
        for at, text in enumerate(texts)
    ]
    for at in annexes(texts, found):
        found[at] = None
    phrases = [at for at, label in enumerate(found) if label and _is_phrase(texts[at], label)]
    if any(label and label.style == BULLET and at not in phrases for at, label in enumerate(found)):
        phrases = [at for at in phrases if not _NAME_AND_TEXT.search(texts[at])]
    heads = {at for at in phrases if at + 1 < len(texts) and not found[at + 1] and len(texts[at + 1]) >= SHORTEST_TEXT}
    if len(phrases) > 1 and len(heads) == len(phrases):
        return found
    return [None if at in phrases else label for at, label in enumerate(found)]


def _is_phrase(text: str, label: Label) -> bool:
    """Whether a bullet stands before a phrase, not before a heading and its text (额度更高。单户最高100万元。)."""
    rest = text[label.length :]
    return label.style == BULLET and len(rest) < SHORTEST_TEXT and not SENTENCE_END.search(rest[:-1])


def _not_alone(label: Label | None) -> Label | None:
    """The label, unless it is a number alone on its line: here it may be a cell of a table."""
    return None if label and label.style == NUMBER_ALONE else label


def _lone_styles(blocks: Sequence[Block], labels: Sequence[Label | None]) -> set[str]:
    """Styles that number clauses but open only one paragraph here: 首先 alone is a word, no label.

    二是 alone is one, where 一是 stands inside a paragraph.
    """
    found = [label for label in labels if label]
    styles = Counter(label.style for label in found)
    lone = {style for style in INLINE_STYLES if styles[style] == 1}
    begun = any(_FIRST_OF_LIST.search(block.text.text) for block in blocks)
    return lone - {SPOKEN} if begun and any(label.style == SPOKEN and label.ordinal == 2 for label in found) else lone


def _run_in_styles(blocks: Sequence[Block], labels: Sequence[Label | None]) -> set[str]:
    """Styles most of whose labels open whole paragraphs: one that is short as well is cut off, not a heading alone."""
    found = [(label.style, len(block.text)) for block, label in zip(blocks, labels, strict=True) if label]
    long = Counter(style for style, length in found if length > LONGEST_HEADING)
    return {style for style, count in Counter(style for style, _ in found).items() if long[style] > count / 2}


def _opens_a_list(text: str, label: Label) -> bool:
    """Whether the label is the first of a list inside its own paragraph (一是…；二是…)."""
    nested = inline_lists(text)
    return bool(nested) and nested[0].start == 0 and sum(item.label.style == label.style for item in nested) > 1


def _joined_headings(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, a heading that was broken over two lines put together."""
    joined: list[Block] = []
    for block in blocks:
        if joined and _goes_on(joined[-1], block):
            last = joined[-1]
            joined[-1] = replace(last, text=last.text + block.text)
        else:
            joined.append(block)
    return joined


def _goes_on(first: Block, second: Block) -> bool:
    """“…从政府部门管理为中心向用户为” / “中心转变”: printed without a gap, the second too short to stand alone.

    A label alone on its line goes on as well, and a heading that breaks off before its object, whatever the gap.
    """
    one, two = first.text.text, second.text.text
    if (alone := read_label(one + two)) and alone.length == len(one):
        return True
    label = read_label(one)
    if first.heading_level or second.heading_level or not is_heading_line(two) or read_label(two):
        return False
    if is_heading_line(one) and _BROKEN_OFF.search(one):
        return not SKELETON.match(two)
    if second.gap_before:
        return False
    open_quote = one.count("“") > one.count("”") or one.count("《") > one.count("》")
    set_off = first.gap_before > 0 or label is not None
    return is_heading_line(one) and (open_quote or (set_off and len(one) >= 16 and len(two) <= 8))


def _labelled(line: SpannedText, label: Label, *, mostly_run_in: bool, alone: bool) -> Iterator[Piece]:
    """A numbered paragraph: a heading alone, or a heading run into the text.

    One that is `alone`, with no text but its own between it and the next of its kind, tells its measure by itself.
    """
    rest = line[len(line.text) - len(line.text[label.length :].lstrip("。：；，、 ")) :]
    if not rest:  # a number that numbers nothing
        yield Text(line)
        return
    if is_whole_heading(rest.text):
        comma = rest.text.find("，") if mostly_run_in else -1
        yield _head(label, (rest[:comma] if comma > 0 else rest).strip("。： :"))
        if comma > 0:
            yield Text(rest[comma + 1 :])
        return
    nested = inline_lists(rest.text)
    first = nested[0].start if nested and nested[0].start else len(rest)
    heading, text = run_in_heading(rest[:first])
    clause = first_clause(heading.text)
    if alone and clause >= 2 and not text and first == len(rest):
        heading, text = rest[:clause], rest[clause + 1 :]
    yield _head(label, heading)
    if text or rest[first:]:
        yield Text(SpannedText.join((text, rest[first:])))


def _with_run_in_headings(found: Sequence[Piece]) -> list[Piece]:
    """Paragraphs that open with heading sentences built alike, between the same two headings, get them as headings."""
    pieces: list[Piece] = []
    for is_text, group in groupby(found, key=lambda piece: isinstance(piece, Text)):
        run = list(group)
        pieces += _run_in(run, below=pieces[-1] if pieces else None) if is_text else run
    return pieces


def _run_in(texts: Sequence[Piece], below: Piece | None) -> list[Piece]:
    opening = {at: sentence for at, text in enumerate(texts) if (sentence := heading_sentence(_words(text)))}
    places = list(opening)
    chosen = {places[n] for n in alike(list(opening.values()))}
    own = isinstance(below, Head) and below.ordinal is not None  # the first goes on with a numbered paragraph
    chosen |= _over_lists(texts, [at for at in places if at or not own])
    bracketed = _set_off(texts, _BRACKETED) or _set_off(texts, _BEFORE_DASH)
    leads = {} if chosen or bracketed else leads_of([_words(text) for text in texts])
    pieces: list[Piece] = []
    for at, piece in enumerate(texts):
        if at in leads and isinstance(piece, Text):
            lead = leads[at]
            heading = piece.text[lead.heading : lead.end].strip("，,")
            pieces += [Head(RUN_IN, None, piece.text.text[: lead.heading], heading), Text(piece.text[lead.end + 1 :])]
        elif at in bracketed and isinstance(piece, Text):
            start, end = bracketed[at].span("heading")
            rest = piece.text[bracketed[at].end() :].strip()
            pieces += [Head(RUN_IN, None, "", piece.text[start:end]), Text(rest)]
        elif at in chosen and isinstance(piece, Text):
            end = len(opening[at])
            pieces += [Head(RUN_IN, None, "", piece.text[:end]), Text(piece.text[end + 1 :].strip())]
        else:
            pieces.append(piece)
    return pieces


def _over_lists(texts: Sequence[Piece], places: Sequence[int]) -> set[int]:
    """At which of these places a sentence heads the list in its paragraph; none where a list below has no such head."""
    heads = {at for at in places if heading_of_list(_words(texts[at]))}
    first = min(heads, default=len(texts))
    lists = {at for at in range(first, len(texts)) if inline_lists(_words(texts[at]))}
    return heads if lists <= heads else set()


def _set_off(texts: Sequence[Piece], pattern: re.Pattern[str]) -> dict[int, re.Match[str]]:
    """The paragraphs that open with a heading set off in this way, where there are several."""
    found = {at: match for at, text in enumerate(texts) if (match := pattern.match(_words(text)))}
    return found if len(found) > 1 else {}


def _words(piece: Piece) -> str:
    return piece.text.text if isinstance(piece, Text) and not piece.whole else ""


def _divided(piece: Piece, after: Piece | None) -> Iterator[Piece]:
    """A stretch of text at its parallel leading clauses, then at the lists inside it.

    A list whose second item opens the next paragraph has its first in this one; so has one that is cut off with the
    text itself.
    """
    if not isinstance(piece, Text):
        yield piece
        return
    line, at = piece.text, 0
    if piece.whole or REMARK.match(line.text) or PLANS.match(line.text):
        yield piece
        return
    going_on = SPOKEN if after is None else _style_of_second(after)
    for lead in leads_inside(line.text):
        yield from _lists(line[at : lead.start], None)
        yield Head(PARALLEL, None, line.text[lead.start : lead.heading], line[lead.heading : lead.end])
        at = lead.end + 1
    yield from _lists(line[at:].strip(), going_on)


def _style_of_second(piece: Piece) -> str | None:
    """The style of the label 二是, ② … that opens what comes after, if such a one does."""
    if isinstance(piece, Head):
        return piece.style if piece.ordinal == 2 else None
    first = next(iter(inline_lists(piece.text.text)), None)
    return first.label.style if first and first.start == 0 and first.label.ordinal == 2 else None


def _marked_heading(block: Block) -> Head:
    """A line the source itself marks as a heading (###); a number printed in it stays its label."""
    line = block.text.strip()
    label = read_label(line.text)
    style = "#" * block.heading_level
    if label is None:
        return Head(style, None, "", line)
    return Head(style, label.ordinal, label.printed, line[label.length :])


def _head(label: Label, heading: SpannedText) -> Head:
    return Head(label.style, label.ordinal, label.printed, heading)


def _lists(line: SpannedText, going_on: str | None) -> Iterator[Piece]:
    """Text, and the items of the lists inside it; the last item runs to its end."""
    nested = inline_lists(line.text, going_on)
    before = line[: nested[0].start] if nested else line
    if before:
        yield Text(before)
    ends = [*(item.start for item in nested), len(line)][1:]
    items = [
        (item.label, line[item.start + item.label.length : end].strip()) for item, end in zip(nested, ends, strict=True)
    ]
    for label, words in items:
        # The last item may go on to tell of them all (一是…。二是…。目前，…): the others show how long one is.
        others = [each for other, each in items if other.style == label.style][:-1]
        heading, text = run_in_heading(words)
        clause = first_clause(heading.text)
        if clause >= 2 and not any(SENTENCE_END.search(each.text[:-1]) for each in others):
            heading, text = words[:clause], words[clause + 1 :]
        yield _head(label, heading.strip("；;。"))
        if text:
            yield Text(text)
