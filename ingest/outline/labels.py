"""The grammar of printed numbering: 一、 （一） 1. （1） ① 一是 首先 第一， 01 —— 案例一.

A *style* is named by its archetype, the first label of the kind: “一、” for 三、 too. Labels are read at the start of a
line or paragraph (`read_label`), and those that enumerate inside one paragraph anywhere in it (`inline_lists`).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import Final

PART: Final = "第一部分"
CHAPTER: Final = "第一章"
SECTION: Final = "第一节"
PARTS: Final = (PART, CHAPTER, SECTION)
"""第二部分, 第三篇; 第二章; 第三节: each on a level of its own."""
CASE: Final = "案例一"
CHINESE: Final = "一、"
CHINESE_BRACKETED: Final = "（一）"
ARABIC: Final = "1."
ARABIC_BRACKETED: Final = "（1）"
DECIMAL: Final = "1.1"
CIRCLED: Final = "①"
TWO_DIGIT: Final = "01"
SPOKEN: Final = "一是"
SEQUENCE: Final = "首先"
ORDINAL: Final = "第一，"
ASPECT: Final = "一方面，"
BULLET: Final = "——"
NAMED: Final = "做法一"

KNOWN_STYLES: Final = frozenset(
    {*PARTS, CASE, CHINESE, CHINESE_BRACKETED, ARABIC, ARABIC_BRACKETED, DECIMAL, CIRCLED, TWO_DIGIT}
    | {SPOKEN, SEQUENCE, ORDINAL, ASPECT, BULLET, NAMED}
)
"""Those every office prints; others are learnt from a document."""
INLINE_STYLES: Final = frozenset({SPOKEN, SEQUENCE, ORDINAL, ASPECT, CIRCLED, ARABIC_BRACKETED, BULLET})
"""Styles that number the clauses of a passage; no section with a heading line of its own stands under them."""

_DIGITS: Final = "一二三四五六七八九十"
CN: Final = "(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
"""一 to 九十九."""
_HAN: Final = r"[\u4e00-\u9fff“‘《〈「【（]"
_CIRCLED: Final = "①-⑳❶-❿➀-➓"
_BULLETS: Final = "·•※■-◿★☆☀-❵➔-➿⬛-⭐\U0001f300-\U0001faff\ue000-\uf8ff"
"""Squares, stars, arrows, the little pictures that phones offer and the private signs of word processors."""


@dataclass(frozen=True, slots=True)
class Label:
    """A printed number: its style, its ordinal (None where the style has none) and how many characters it takes up."""

    style: str
    ordinal: int | None
    printed: str
    """As printed, without the blanks that follow it."""
    length: int
    """Characters from the start of the text to the first one after the label and its blanks."""


# What stands at the start of a line. The named group `n` is the ordinal.
_LINE_LABELS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    # “【案例一】” “案例1：” “案例2-1” “典型案例之三” “案例二 合肥市” “经验二：” “排名1”, but not “案例一等奖”
    (
        CASE,
        re.compile(
            rf"[【（『「〔\[]?(?:典型|优秀|创新|改革|实践|示范|先进|工作)*(?:(?:案例|经验)\s*之?(?:\d{{1,2}}[-—－])?(?P<n>{CN}|\d{{1,3}})(?:[】）』」〕\]]|[：:、.．\s]|$|(?=[\u4e00-\u9fff“])(?![个例等起些项])))\s*[：:]?\s*"
        ),
    ),
    (CASE, re.compile(rf"【?(?:实践|样本|样板|排名)之?(?P<n>{CN}|\d{{1,3}})(?:】|[：:、.．｜|\s]|$)\s*[：:]?\s*")),
    # “NO.1 长沙市” “PART 02” “TOP3”, but not “TOP10企业”
    (
        CASE,
        re.compile(
            r"(?i:no|top|part|case)\s?[.．]?\s?(?P<n>\d{1,2})(?:[：:、.．｜|\s]+|$|(?=[“\u4e00-\u9fff])(?![家强个大位企榜]))"
        ),
    ),
    # “做法一：” “举措二 数据归集” “亮点3：” “做法一合并窗口”, but not “做法一经推出”
    (
        NAMED,
        re.compile(
            rf"【?(?:(?:主要|创新|典型)?(?:做法|举措|措施)|亮点|特色|路径|抓手)之?(?P<n>{CN}|\d{{1,2}})"
            r"(?:】|[：:、.．｜|\s]|$|(?=[\u4e00-\u9fff“])(?![个例等起些项条种类是经直定样致般体向旦律并度同]))\s*[：:]?\s*"
        ),
    ),
    # “第一部分 总体情况” “第二章、”
    (PART, re.compile(rf"第(?P<n>{CN})(?:部分|篇)[、：:\s]*")),
    (CHAPTER, re.compile(rf"第(?P<n>{CN})章[、：:\s]*")),
    (SECTION, re.compile(rf"第(?P<n>{CN})节[、：:\s]*")),
    # “第一，” “第二、”
    (ORDINAL, re.compile(rf"第(?P<n>{CN})[，,、：:]\s*")),
    # “一是” “第二是”
    (SPOKEN, re.compile(rf"第?(?P<n>{CN})(?:是|则)(?![否个])[，,：:]?\s*")),
    # “首先，” “其次” “其三，”
    (SEQUENCE, re.compile(rf"(?P<n>首先|其次|再次|最后|其[{_DIGITS}])(?:是|，|,|：|:|、)\s*")),
    # “一方面，” “另一方面，” before paragraphs
    (ASPECT, re.compile(r"(?P<n>另?一方面)[，,：:]\s*")),
    # “一、”, “三．” and “二，”, but not “一、二、三产业” or “二、三线城市”
    (
        CHINESE,
        re.compile(rf"(?P<n>{CN})\s*(?:[、．.]\s*(?![{_DIGITS}](?:、|线|级|类|产))|[，,]\s*(?![{_DIGITS}百千万]))"),
    ),
    # “（一）” “(十一)”, “一）” where the first bracket was lost
    (CHINESE_BRACKETED, re.compile(rf"(?:[（(]?\s*(?P<n>{CN})\s*[）)][、．.]?|(?P<sign>[㈠-㈩]))\s*")),
    # “01 人人都是营商环境”, but not “05月”
    (TWO_DIGIT, re.compile(rf"(?P<n>0[1-9])\s*[.．、]?\s*(?={_HAN})(?![年月日号])")),
    # “1.” “12、” “3．” “4，” “⒉”, but not “1.5倍”, “3、4月”
    (ARABIC, re.compile(r"(?:(?P<n>[1-9]\d{0,2})\s*(?:[.．、](?!\d)|[，,](?!\s*\d))|(?P<sign>[⒈-⒛]))\s*")),
    # “1.1 政策背景” “2.3.1”, but not “1.5倍”
    (
        DECIMAL,
        re.compile(
            rf"\d{{1,2}}(?:\.\d{{1,2}})?\.(?P<n>\d{{1,2}})[、.．]?\s*(?={_HAN})(?![倍亿万元个天米公吨分折级版平千百])"
        ),
    ),
    # “（1）” “2）” “⑵”
    (ARABIC_BRACKETED, re.compile(r"(?:[（(]?\s*(?P<n>[1-9]\d?)\s*[）)]|(?P<sign>[⑴-⒇]))\s*")),
    (CIRCLED, re.compile(rf"(?P<n>[{_CIRCLED}])\s*")),
    (BULLET, re.compile(rf"(?:—{{1,3}}|-\s|[{_BULLETS}]\uFE0F?)\s*")),
)

# What enumerates inside a paragraph: where a sentence or clause can begin; ① before any word.
_INLINE_LABEL: Final = re.compile(
    rf"(?:(?<=[。；;：:，,！？!?）)”、])|^|(?<=\s))(?P<label>第?{CN}是(?![否个])[，,：:]?|"
    rf"首先(?:是|，|,)|其次(?:是|，|,)|再次(?:是|，|,)|最后(?:是|，|,)|其[{_DIGITS}](?:是|，|,)|"
    rf"第{CN}[，,]|[（(][1-9]\d?[）)])\s*"
    rf"|(?:(?<=[。；;：:])|^)(?P<numbered>[（(]{CN}[）)]|[1-9]\d?\s?[.．、](?={_HAN})|[⑴-⒛])\s*"
    rf"|(?P<circled>[{_CIRCLED}])(?={_HAN})\s*"
)


def chinese_number(text: str) -> int:
    """一 to 九十九 as a number."""
    tens, found, ones = text.rpartition("十")
    high = (_DIGITS.index(tens) + 1 if tens else 1) if found else 0
    return high * 10 + (_DIGITS.index(ones) + 1 if ones else 0)


def ordinal_of(text: str) -> int | None:
    """The number printed as “三”, “3”, “③”, “其次”, “其三” or “另一方面”; None for 最后."""
    if text in {"首先", "其次", "再次"}:
        return ("首先", "其次", "再次").index(text) + 1
    if text == "最后":
        return None
    if text.endswith("一方面"):
        return 1 + text.startswith("另")
    text = text.removeprefix("其")
    if text.isdecimal():
        return int(text)
    if len(text) == 1 and text not in _DIGITS and unicodedata.category(text) in ("No", "Nl"):
        return int(unicodedata.numeric(text))
    return chinese_number(text)


def read_label(text: str) -> Label | None:
    """The label `text` begins with, if any."""
    for style, pattern in _LINE_LABELS:
        if match := pattern.match(text):
            found = match.groupdict()
            ordinal = None if style == BULLET else ordinal_of(found["n"] or found["sign"])
            if style == DECIMAL:
                style = ".".join("1" * (match.group().count(".") + 1))  # noqa: PLW2901
            return Label(style, ordinal, match.group().strip(), match.end())
    return None


@dataclass(frozen=True, slots=True)
class InlineLabel:
    """A label inside a paragraph and where it starts."""

    label: Label
    start: int


def inline_lists(text: str, going_on: str | None = None) -> list[InlineLabel]:
    """The labels of every enumeration of two items or more inside a paragraph, in order.

    一是…；二是… and 首先…其三… count from their first, or from the label the paragraph opens with, where the list goes
    on from the one before; a label out of sequence is a word of the prose. `going_on` is the style of a list that may
    have its first item here and the others in the paragraphs below.
    """
    runs: list[list[InlineLabel]] = []
    counting: list[list[InlineLabel]] = []  # the runs that may go on, each inside the item of the one before
    for match in _INLINE_LABEL.finditer(text):
        label = read_label(match[match.lastgroup or 0])
        if label is None:
            continue
        item = InlineLabel(replace(label, length=match.end() - match.start()), match.start())
        at = next((n for n, run in enumerate(counting) if run[0].label.style == label.style), len(counting))
        if at < len(counting) and _continues(counting[at][-1].label, label):
            counting[at].append(item)
            del counting[at + 1 :]
        elif label.ordinal == 1 or match.start() == 0:
            counting[at:] = [[item]]
            runs.append(counting[at])
    last = counting[-1] if counting else []
    goes_on = last and last[-1].label.style == going_on and (last[-1].label.ordinal == 1 or len(last) > 1)
    lists = [run for run in runs if len(run) > 1 or (goes_on and run is last)]
    return sorted((item for run in lists for item in run), key=lambda item: item.start)


def _continues(last: Label, label: Label) -> bool:
    """Whether `label` is the next number; 首先…其三 skips the one that is put as 同时."""
    if last.ordinal is None or label.ordinal is None:
        return label.ordinal is None and last.ordinal is not None
    return 1 <= label.ordinal - last.ordinal <= (2 if label.style == SEQUENCE else 1)
