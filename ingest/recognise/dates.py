"""Dates and document numbers as official papers print them: the document's own, not those it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from ingest.recognise.lines import Line
from ingest.types import DayAt, Evidence, Span

_DIGITS = {digit: str(value) for value, digit in enumerate("〇一二三四五六七八九")} | {
    "○": "0",
    "零": "0",
    "Ｏ": "0",
    "O": "0",
}

_YEAR = r"(?P<year>(?:19|20)\d\s?\d|[二一][〇○零ＯO0九][〇○零ＯO0一二三四五六七八九]{2})"
_DAY_PART = r"(?:\d{1,2}|[元一二三四五六七八九十]{1,3})"

# 2021年2月18日 · 2021 年 2 月 18 日 · 二〇二一年二月十八日
CHINESE_YEAR = re.compile(r"[二一][〇○零ＯO0九][〇○零ＯO0一二三四五六七八九]{2}(?=\s*年)")
CHINESE_DATE = re.compile(rf"{_YEAR}\s*年\s*(?P<month>{_DAY_PART})\s*月\s*(?P<day>{_DAY_PART})\s*日")
# 2021-12-14 · 2021/12/14 · 2021.12.14 · 2021 12/14, of a site that prints the year larger
NUMERIC_DATE = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d{2})(?:(?P<mark>[-/.])|\s{1,2}(?=\d{2}\s?/))"
    r"(?P<month>\d{1,2})(?(mark)(?P=mark)|\s?/\s?)(?P<day>\d{1,2})(?!\d)"
)
# 26.03.2018: the day first, as sites made for readers abroad print it
DAY_FIRST_DATE = re.compile(
    r"(?<![\d.])(?P<day>\d{2})(?P<mark>[-/.])(?P<month>\d{2})(?P=mark)(?P<year>(?:19|20)\d{2})(?![\d.])"
)
# 20230220, only where nothing else can be meant
COMPACT_DATE = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d{2})(?P<month>0[1-9]|1[0-2])(?P<day>[0-3]\d)(?!\d)")

# 来源：市政务局　发布时间：2021-12-14 10:20 · at the beginning of a line also 时间：… and date: …
PUBLISHED_LABEL = re.compile(
    r"(?:(?:发布|发表|发文|发稿|成文|印发|刊发|播出|上传|更新|出版|见报|录入|添加|公开|生成)|^\W*)(?:时间|日期)\s*[：:]\s*"
    r"|^\W*(?:pub\w*|date|time)\W*[：:]\s*",
    re.IGNORECASE,
)
# 《新闻联播》 (20230220) · 经济日报（2021年3月5日）: a masthead with the day of issue
MASTHEAD_DAY = re.compile(r"^[《【]?[^\n，。；]{2,24}[》】]?\s*[（(]\s*(?P<date>[^（）()\n]{8,16})\s*[）)]\s*$", re.M)
# 某市人民政府办公室　2021年2月18日印发: the last line of an official paper
PRINTED_ON = re.compile(rf"(?P<date>{CHINESE_DATE.pattern})\s*(?:印发|编印|编发)[）)]?$")
# 长沙晚报 2021年12月3日 星期五: a masthead or byline with the day at its end or start
LINE_WITH_DAY = re.compile(
    r"(?:来源|来自|字体|[室办委局组会]编[印发]?\s|作者|记者|编辑|星期|周[一二三四五六日]|第\s*[A-Z]?\d+\s*[期版]|总第|[报网]\s)"
)

# 湘新管发〔2019〕10号 · 国办发[2018]108号
DOCUMENT_NUMBER = re.compile(r"[一-龥]{1,14}\s*[〔\[【（(［﹝]\s*(?:19|20)\d{2}\s*[〕\]】）)］﹞]\s*第?\s*\d{1,5}\s*号")
_NUMBER_LABEL = re.compile(r"(?:^|\s)(?:发文字号|文\s*号|文件编号|发文号|公文文号)\s*[：:]\s*")

# 2023-05-11 · 温江发布 — 某某日报 | 2022年3月1日 — 某市优化营商环境办公室　2022年9月6日: a line of nothing but
# the day and who publishes
BYLINE_MARKS = " \t　·•|｜/,，()（）[]【】"
BYLINE_NAME = re.compile(r"[一-龥A-Za-z ]{2,16}|[一-龥（）()]{2,38}(?:办公室|委员会|小组|管委会|中心|政府|[局厅办])")
ANY_DATE = re.compile(r"\d{2}\s*[-/.年]\s*\d{1,2}|(?:19|20)\d{6}|[〇○零]")
"""What any date has, so that lines without one are soon passed over."""
TIME_OF_DAY = re.compile(r"\s*\d{1,2}[：:]\d{2}(?:[：:]\d{2})?")
# 2021年2月18日 · 2019-01-17 08:35, wherever it stands
DATE_WITH_TIME = re.compile(rf"(?:{CHINESE_DATE.pattern})(?:\s*\d{{1,2}}[：:]\d{{2}}(?:[：:]\d{{2}})?)?$")

LINE_LENGTH = 120
"""Characters of a masthead or byline at most; a longer line is a sentence."""
HEAD_LINES = 15
"""Lines at the top of a document where its own number or masthead stands."""


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What a document says about itself; empty where it says nothing."""

    published_on: date | None = None
    document_number: str = ""
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    """What tells each of them, by its name."""
    days: tuple[DayAt, ...] = ()
    """Every day that a byline or a line of its own tells, in order: more than one where pages were put together."""


class _Day(NamedTuple):
    """A date and where in its line it stands."""

    on: date
    start: int
    end: int


class _Issued(NamedTuple):
    """The day of issue, the line that tells it, and why it is that day, in Chinese."""

    line: Line
    day: _Day
    reason: str
    confidence: float = 0.95

    @property
    def evidence(self) -> Evidence:
        return Evidence(self.reason, self.confidence, (self.line.span(self.day.start, self.day.end),))


def document_facts(lines: Sequence[Line]) -> DocumentFacts:
    """The date a document was issued on and its own number, from the lines of its text as read."""
    evidence: dict[str, Evidence] = {}
    number, at = _own_number(lines[:HEAD_LINES])
    if at:
        evidence["document_number"] = Evidence("文件开头印有文号", 0.98, (at,))
    issued = _issued(lines)
    if issued:
        evidence["published_on"] = issued.evidence
    return DocumentFacts(issued.day.on if issued else None, number, evidence, tuple(_own_days(lines)))


def _issued(lines: Sequence[Line]) -> _Issued | None:
    """The day of issue: as labelled, as the masthead has it, or the last date that stands alone under a signature."""
    head = lines[:HEAD_LINES]
    for line in lines:
        if day := _labelled(line.text):
            return _Issued(line, day, "写明发布时间", 0.98)
    for line in head:
        found = MASTHEAD_DAY.match(line.text)
        if found and (on := whole_date(found["date"])):
            return _Issued(line, _Day(on, *found.span("date")), "报头印有日期")
    alone = [(at, on) for at, line in enumerate(lines) if (on := whole_date(line.text.strip("（）()[]【】 ")))]
    signed = [(at, on) for at, on in alone if at and not lines[at - 1].text.endswith(("。", "；", "：", "！"))]
    if last := (signed or alone)[-1:]:
        ((at, on),) = last
        day = _Day(on, 0, len(lines[at].text))
        return _Issued(lines[at], day, "落款日期") if signed else _Issued(lines[at], day, "日期独占一行", 0.85)
    for line in reversed(lines):
        found = PRINTED_ON.search(line.text) if len(line.text) <= LINE_LENGTH else None
        if found and (on := whole_date(found["date"])):
            return _Issued(line, _Day(on, *found.span("date")), "文末写明何日印发")
    for line in head:
        if day := _beside_a_name(line.text):
            return _Issued(line, day, "报头或署名旁印有日期", 0.9)
    return None


def _own_days(lines: Sequence[Line]) -> Iterator[DayAt]:
    """The days that lines tell which are no sentences: labelled, standing alone or beside a name."""
    for line in lines:
        if len(line.text) > LINE_LENGTH or not ANY_DATE.search(line.text):
            continue
        if day := _labelled(line.text) or _beside_a_name(line.text):
            yield DayAt(day.on, line.span(day.start, day.end))
        elif on := whole_date(line.text.strip("（）()[]【】 ")):
            yield DayAt(on, line.span())


def _beside_a_name(line: str) -> _Day | None:
    """The day of a masthead or a byline, which is no sentence."""
    if len(line) > LINE_LENGTH or "。" in line or not (LINE_WITH_DAY.search(line) or _is_byline(line)):
        return None
    return next(_days(line), None)


def _labelled(line: str) -> _Day | None:
    """The date behind 发布时间： and the like."""
    label = PUBLISHED_LABEL.search(line) if len(line) <= LINE_LENGTH else None
    return next(_days(line, label.end()), None) if label else None


def _is_byline(line: str) -> bool:
    """Whether a line is a date beside who publishes: in figures (晚间新闻2023-04-15), set apart, or with the time.

    A line of a sentence that is broken after a comma (2012年4月6日，在东莞市大朗镇，) is none.
    """
    found = CHINESE_DATE.search(line) or NUMERIC_DATE.search(line)
    if found is None or line.endswith(("，", ",")):
        return False
    if TIME_OF_DAY.match(line, found.end()) and "。" not in line:
        return True
    before, after = line[: found.start()], line[found.end() :]
    name = before.strip(BYLINE_MARKS) + after.strip(BYLINE_MARKS)
    apart = before.endswith(tuple(BYLINE_MARKS)) or after.startswith(tuple(BYLINE_MARKS))
    in_figures = found.re is NUMERIC_DATE and not after
    return (apart or in_figures) and not (before and after) and BYLINE_NAME.fullmatch(name) is not None


def _own_number(head: Sequence[Line]) -> tuple[str, Span | None]:
    """The document's own number and its place: alone on a line near its head, never one cited in a sentence."""
    for line in head:
        label = _NUMBER_LABEL.search(line.text)
        found = DOCUMENT_NUMBER.match(line.text, label.end() if label else 0)
        behind = line.text[found.end() :] if found else ""
        if found and (label or (len(behind) <= 12 and "《" not in behind)):
            return re.sub(r"\s", "", found.group()), line.span(*found.span())
    return "", None


def _days(line: str, start: int = 0) -> Iterator[_Day]:
    """Every full date from `start`, in order; impossible ones (2021年13月1日) are passed over."""
    found = [*CHINESE_DATE.finditer(line, start), *NUMERIC_DATE.finditer(line, start)]
    for match in sorted(found, key=lambda m: m.start()):
        if on := _as_date(match):
            yield _Day(on, *match.span())


def whole_date(text: str) -> date | None:
    """The date when the text is nothing but one, or one with a time of day (2021 年 2 月 18 日, 2019-01-17 08:35)."""
    for pattern in (CHINESE_DATE, NUMERIC_DATE, DAY_FIRST_DATE, COMPACT_DATE):
        match = pattern.match(text.strip())
        if match and not TIME_OF_DAY.sub("", text.strip()[match.end() :]).strip():
            return _as_date(match)
    return None


def _as_date(match: re.Match[str]) -> date | None:
    try:
        return date(_number(match["year"]), _number(match["month"]), _number(match["day"]))
    except ValueError:
        return None


def with_arabic_years(text: str) -> str:
    """The text with 二〇二一年 written 2021年; its length stays the same."""
    return CHINESE_YEAR.sub(lambda match: str(_number(match.group())), text)


def _number(printed: str) -> int:
    """2021, 二〇二一, 十八, 元 (the first month) as a number."""
    printed = re.sub(r"\s", "", printed).replace("元", "一")
    if "十" in printed:
        tens, ones = printed.split("十", 1)
        return 10 * (_number(tens) if tens else 1) + (_number(ones) if ones else 0)
    return int("".join(_DIGITS.get(digit, digit) for digit in printed))
