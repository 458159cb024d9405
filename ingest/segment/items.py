"""Items of a document: a title, the lines it is printed on, and the blocks under it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from ingest.outline import labels
from ingest.outline.labels import Label, read_label
from ingest.outline.wording import is_heading_line, run_in_heading
from ingest.recognise.gazetteer import Gazetteer
from ingest.segment.imprint import DATE_LINE, LETTERHEAD
from ingest.segment.lines import CONTRIBUTOR, GROUP_LINE, Lines, is_body_line, is_place_alone, names_owner
from ingest.segment.title_lines import LONGEST_TITLE, is_title_line, join_lines
from ingest.types import Block, Span, SpannedText

# “一、获得信贷指标——强化支持保障，助力高质量发展。市政府金融办…”: the title of a run-in item
_TITLE_SENTENCE: Final = re.compile(r"(?P<title>[^。！？]{4,60})[。！？]")
# “长沙市：推行“一窗受理”，企业……”: the name of the place goes with the first clause
_NAME_FIRST: Final = re.compile(r"[\u4e00-\u9fff]{2,12}[省市县区州盟旗]\s?[：:]\s?[^，。；：]{4,50}(?=[，。；])")
# “主要做法” “（一）改革背景” “经验启示”: what compilations print under every case
SKELETON: Final = re.compile(
    r"【?(?:(?:主要|具体|典型|改革|创新|工作)?(?:做法|举措|措施|背景|内容|经验)(?:及成效|与成效|和成效)?|"
    r"(?:工作|实施|取得|改革|实践|主要)?的?(?:成效|效果|实效)|(?:经验|案例)?启示|(?:案例|基本|有关|背景|改革)(?:背景|概况|情况|简介|缘起)|"
    r"推广价值|(?:痛点|难点|堵点)(?:问题)?|下一步.{0,8}|总体要求|指导思想|(?:工作|主要|重点|总体)(?:目标|任务)|(?:组织|保障|工作)(?:保障|措施|要求)|"
    r"存在(?:的)?(?:主要)?(?:问题|困难|不足).{0,6}|(?:案例)?点评|专家点评|典型意义|基本案情|创新点|亮点)】?[：:]?$"
)
# “工业厂房“分栋验收”（晋江市）”
_OWNER_BEHIND: Final = re.compile(r"(?<=.{4})[（(](?P<owner>[^（()）]{2,30})[）)]$")
_BODY_END: Final = re.compile(r"(?:局|委|办|院|厅|海关|中心|公司|银行|政府|集团|学校|大学)$")
FEWEST_OWNED, MOST_OWNED = 3, 0.6
"""Titles, and the share of them, behind which an owner must stand in brackets to be no part of them."""
_NAME_ALONE: Final = re.compile(r"[\u4e00-\u9fff]{1,12}[省市县区州盟旗]$")
_CLAUSE: Final = re.compile(r"[，；]")
_CLAUSE_MARKS: Final = "，；、"
_FIGURE: Final = re.compile(
    r"\d+(?:\.\d+)?\s?(?:%|个?工作日|[天件项家户次份个名年月]|[万亿]|小时|分钟)|[一两二三四五六七八九十半]个?(?:工作日|天|小时)"
)
MOST_CLAUSES: Final = 2
LONGEST_HEADING: Final = 45
"""Characters of a sentence that heads the rest of its paragraph."""
_GROUP_STYLES: Final = (*labels.PARTS, labels.CHINESE, labels.CHINESE_BRACKETED)
LONG_LINE: Final = 15
"""Characters of a title that may have been broken to fit the page."""
SHORTEST_SECOND, LONGEST_SECOND = 6, 40
"""Characters of the second line of a title."""
LONGEST_FIRST: Final = 25
"""Characters of a title's first line, from which what stands between it and the first heading goes on with it."""
_MARKS: Final = re.compile(r"[\s，,、。：:；;“”\"‘’'《》（）()—\-·.…]+")


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a document."""

    title: SpannedText
    blocks: tuple[Block, ...]
    title_blocks: tuple[Block, ...] = ()
    """The lines that hold nothing but the title and its number."""
    marks: tuple[Span, ...] = ()
    """The number before a title run into the text and the full stop after it."""
    title_is_made: bool = False
    """The title is the first clause of the text, and stays in it."""
    setting: tuple[Block, ...] = ()
    """Words that say whose case it is and are no part of its text: the cell 申报单位 of a table, （…供稿）."""
    group_below: Block | None = None
    """The heading over the items after this one (二、简政放权方面), printed below its text."""


def unnumbered(block: Block) -> str:
    """The words of a line without its label."""
    text = block.text.strip().text
    label = read_label(text)
    return text[label.length :] if label else text


def bare(text: str) -> str:
    """The words without blanks and marks, for comparing."""
    return _MARKS.sub("", text)


def ranges(starts: Sequence[int], end: int) -> list[tuple[int, int]]:
    """Each start with the next one, the last with `end`; none is empty, not even where a start is named twice."""
    return [(at, stop) for at, stop in zip(starts, [*starts[1:], end], strict=True) if at < stop] if starts else []


def cut(lines: Lines, starts: Sequence[int], contents: str = "", end: int | None = None) -> tuple[Item, ...]:
    """The items that begin at these places, the last of them up to `end`, if it is given.

    `contents` helps to tell a title of two lines.
    """
    sections = ranges(starts, len(lines) if end is None else end)
    return tuple(item_of(lines, at, stop, title_lines(lines, at, stop, contents)) for at, stop in sections)


def end_of_headings(lines: Lines, starts: Sequence[int]) -> int:
    """Where the last item ends: with the lines, or at a heading (## 参考资料) of the depth all titles have."""
    depths = {lines.blocks[at].heading_level for at in starts}
    if len(depths) > 1 or 0 in depths:
        return len(lines)
    below = range(starts[-1] + 1, len(lines))
    return next((at for at in below if 0 < lines.blocks[at].heading_level <= min(depths)), len(lines))


def item_of(lines: Lines, at: int, end: int, height: int = 1) -> Item:
    """The item made up of the lines from `at` to `end`, its title `height` lines high; run-in text stays in it."""
    group = group_heading(lines, at, end)
    blocks = lines.blocks[at : end - 1 if group else end]
    if _is_owner_over_title(lines, at, at + len(blocks)):
        owner = blocks[0].text.strip()[len(lines.texts[at]) - len(lines.words[at]) :]
        height = 1 + title_lines(lines, at + 1, at + len(blocks))
        title = join_lines(blocks[1:height])
        return Item(title, blocks[height:], blocks[:height], setting=(Block(owner),), group_below=group)
    item = _item(blocks, lines.labels[at], min(height, len(blocks)))
    return replace(item, group_below=group)


def _is_owner_over_title(lines: Lines, at: int, end: int) -> bool:
    """Whether a numbered line only names whose case it is, over the title: 案例1：长沙市税务局 / 推行“非接触式”办税."""
    words = lines.words[at]
    if not lines.labels[at] or end - at < 3 or not (is_body_line(words) or is_place_alone(words, lines.gazetteer)):
        return False
    below = lines.texts[at + 1]
    named = SKELETON.match(below) or names_owner(below) or is_place_alone(below, lines.gazetteer)
    return lines.is_bare_title(at + 1) and not named and not is_title_line(lines.texts[at + 2])


def _item(blocks: Sequence[Block], label: Label | None, height: int) -> Item:
    first = blocks[0].text.strip()
    rest = first[label.length :] if label else first
    if label and not rest:
        height = 1 + _lines_below(blocks[1:])
        return _with_setting(Item(join_lines(blocks[1:height]), tuple(blocks[height:]), tuple(blocks[:height])))
    height = next((n for n in range(1, height) if _is_owner_below(blocks[n - 1], blocks[n])), height)
    if height > 1 or is_title_line(rest.text) or (label is None and _is_whole_title(rest.text)):
        title = join_lines([Block(rest), *blocks[1:height]])
        return _with_setting(Item(title, tuple(blocks[height:]), tuple(blocks[:height])))
    return _run_in(rest, blocks[1:], first[: label.length].spans() if label else ())


def _is_whole_title(text: str) -> bool:
    """Whether a line without a number is nothing but a title, however it is printed."""
    return len(text) <= LONGEST_TITLE and "。" not in text and not _NAME_FIRST.match(text)


def _run_in(text: SpannedText, below: Sequence[Block], number: tuple[Span, ...]) -> Item:
    """The item whose title and text are one paragraph: a heading is cut off, a clause of the text stays in it."""
    sentence, name = _TITLE_SENTENCE.match(text.text), _NAME_FIRST.match(text.text)
    alone = sentence is not None and sentence.end() == len(text) and not below
    if alone and len(text) > LONGEST_HEADING and _FIGURE.search(text.text):
        return Item(text[:-1], (Block(text),), marks=number, title_is_made=True)
    if sentence and (alone or _is_heading(sentence["title"])):
        title, rest = text[: sentence.end("title")], text[sentence.end() :].strip()
    else:
        title, rest = (text[: name.end()], text[name.end() + 1 :].strip()) if name else run_in_heading(text)
        if sentence and len(title) >= sentence.end("title"):
            clause = _CLAUSE.search(sentence["title"])
            title = text[: clause.start() if clause else sentence.end("title")]
        if _NAME_ALONE.match(title.text) and rest:  # （一）长沙市。推行……，……
            clause = _CLAUSE.search(rest.text) or _TITLE_SENTENCE.match(rest.text)
            title += rest[: clause.start() or clause.end("title") if clause else len(rest)]
            return Item(title, (Block(text), *below), marks=number, title_is_made=True)
        if sentence or text.text[len(title) : len(title) + 1] in _CLAUSE_MARKS:
            return Item(title, (Block(text), *below), marks=number, title_is_made=True)
    marks = (*number, *text[len(title) : len(text) - len(rest)].spans())
    return Item(title, (Block(rest), *below) if rest else tuple(below), marks=marks)


def _is_heading(sentence: str) -> bool:
    """Whether the sentence a paragraph opens with is a heading: of one clause or two, without a figure."""
    clauses = _CLAUSE.split(sentence)
    return len(clauses) <= MOST_CLAUSES and len(sentence) <= LONGEST_HEADING and not _FIGURE.search(sentence)


def _is_owner_below(above: Block, block: Block) -> bool:
    """Whether the line under a line of the title names an owner; behind a dash (……——/ 长沙市) it is the title's own."""
    return not above.text.text.rstrip().endswith("—") and names_owner(block.text.strip().text)


def _with_setting(item: Item) -> Item:
    """The item, lines below its title that only name the body it comes from moved to its setting."""
    count = 0
    while count < min(3, len(item.blocks) - 1) and names_owner(item.blocks[count].text.strip().text):
        count += 1
    return replace(item, blocks=item.blocks[count:], setting=item.blocks[:count])


def without_contributor(item: Item) -> Item:
    """The item, the line that closes it with the body that wrote it moved from its text to its setting."""
    if not item.blocks or not CONTRIBUTOR.match(item.blocks[-1].text.strip().text):
        return item
    return replace(item, blocks=item.blocks[:-1], setting=(*item.setting, item.blocks[-1]))


def with_owners_apart(items: Sequence[Item], gazetteer: Gazetteer) -> list[Item]:
    """The items, the owner that most titles name in brackets (…改革（长沙市天心区）) moved to their setting."""
    behind = [None if item.title_is_made else _OWNER_BEHIND.search(item.title.text) for item in items]
    owned = [found if found and _owns(found["owner"], gazetteer) else None for found in behind]
    if sum(found is not None for found in owned) < max(FEWEST_OWNED, MOST_OWNED * len(items)):
        return list(items)
    return [
        replace(item, title=item.title[: found.start()], setting=(Block(item.title[found.start() :]), *item.setting))
        if found
        else item
        for item, found in zip(items, owned, strict=True)
    ]


def _owns(words: str, gazetteer: Gazetteer) -> bool:
    """Whether the words are a body, or places, or bodies of places: 泉州市、漳州市."""
    names = re.split(r"[、，和及与]", words)
    return all(is_body_line(name) or is_place_alone(name, gazetteer) or _is_body_of(name, gazetteer) for name in names)


def _is_body_of(name: str, gazetteer: Gazetteer) -> bool:
    """Whether a name opens with a place and ends like that of a body: 长沙海关."""
    return bool(_BODY_END.search(name)) and any(place.start == 0 for place in gazetteer.find(name))


def _lines_below(blocks: Sequence[Block]) -> int:
    """How many lines a title takes that stands under its label (案例一, 排名1)."""
    lines = 0
    for block in blocks[:3]:
        text = block.text.strip().text
        subtitle = lines and text.startswith("——") and is_title_line(text.strip("—"))
        of_title = is_title_line(text.rstrip("，、") if not lines else text) and not SKELETON.match(text)
        if not (subtitle or of_title) or (lines and (len(text) > 30 or names_owner(text))):
            break
        lines += 1
    return max(1, min(lines, len(blocks)))


def title_lines(lines: Lines, at: int, end: int, contents: str = "") -> int:
    """How many lines the title takes that begins at `at`.

    Two where the table of contents goes on with the second, a quotation is open, a subtitle follows, the end of a
    long title is set off with it from the text below, or the second line heads nothing.
    """
    if end - at < 3 or not is_title_line(lines.texts[at + 1]):
        return 1
    if _is_second_line(lines, at, end):
        return 2
    text, below = lines.texts[at], lines.blocks[at + 1 : at + 3]
    if is_title_line(lines.words[at]) and [b.text.text.startswith("——") for b in below] == [True, False]:
        return 2
    first, second = bare(lines.words[at]), bare(lines.words[at + 1])
    open_quote = text.count("“") > text.count("”") or text.count("《") > text.count("》")
    right_below = not below[0].gap_before and below[1].gap_before > 0 and not SKELETON.match(below[0].text.text)
    set_off = right_below and len(first) >= LONG_LINE and len(second) <= LONG_LINE and not below[0].heading_level
    broken = len(first) >= LONGEST_FIRST and not lines.labels[at + 1] and not names_owner(lines.texts[at + 1])
    over_heading = broken and _opens_text(lines, at + 2)
    return 2 if first + second[:4] in contents or open_quote or set_off or over_heading else 1


def _is_second_line(lines: Lines, at: int, end: int) -> bool:
    """Whether the line below the first goes on with the title: after a comma, or as the item's only line of its kind.

    Where others like it stand further down, it heads the first part of the text.
    """
    first, second, below = lines.words[at].rstrip(), lines.texts[at + 1], lines.blocks[at + 1]
    if lines.labels[at + 1] or below.gap_before or below.heading_level or len(second) > LONGEST_SECOND:
        return False
    if names_owner(second) or is_place_alone(second, lines.gazetteer) or SKELETON.match(second):
        return False
    if first.endswith(("，", "、")):
        return True
    if not is_title_line(first) or not (len(second) >= SHORTEST_SECOND or abs(len(second) - len(first)) <= 2):
        return False
    titles = (n for n in range(at + 2, end) if lines.is_bare_title(n))
    return all(SKELETON.match(lines.texts[n]) or names_owner(lines.texts[n]) for n in titles)


def _opens_text(lines: Lines, at: int) -> bool:
    """Whether the line is the first heading of a text: 一、改革缘起."""
    label = lines.labels[at]
    return (label is not None and label.ordinal == 1) or bool(SKELETON.match(lines.texts[at]))


def group_heading(lines: Lines, at: int, end: int) -> Block | None:
    """The heading over the next items (政策文件; 二、简政放权方面), which closes the lines of the item from `at`.

    Nothing stands below a heading that is the last line of an item: it heads what comes next.
    """
    last = end - 1
    text, label = lines.texts[last], lines.labels[last]
    if last <= at or end == len(lines) or not is_heading_line(lines.words[last]) or len(text) > 30:
        return None
    if SKELETON.match(text) or any(pattern.match(text) for pattern in (LETTERHEAD, DATE_LINE, CONTRIBUTOR)):
        return None
    if GROUP_LINE.match(text):
        return lines.blocks[last]
    if label is None:
        return lines.blocks[last] if last - at > 1 else None
    around = {other.style for other in lines.labels[at:last] if other}
    return lines.blocks[last] if label.style in _GROUP_STYLES and label.style not in around else None


def last_of_each(lines: Lines, starts: Sequence[int]) -> list[int]:
    """The places of titles without those that only list them at the front, with no text before the next title."""
    titles = [bare(lines.words[at]) for at in starts]
    last = dict(zip(titles, starts, strict=True))
    return [
        at
        for title, (at, end) in zip(titles, ranges(starts, len(lines)), strict=True)
        if last[title] == at or not lines.words[at] or any(is_text(lines, n) for n in range(at + 1, end))
    ]


def is_text(lines: Lines, at: int) -> bool:
    """Whether a line is a paragraph, not a title."""
    return len(lines.texts[at]) > LONG_LINE and not is_title_line(lines.words[at])
