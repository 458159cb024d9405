"""The year the practice of a case is reported for: not that of a target, a background or a founding.

A document mostly has one year, so that of the document as a whole is looked for first; a case goes its own way only
where its title or its text says so plainly.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import NamedTuple

from ingest.recognise.dates import whole_date, with_arabic_years
from ingest.recognise.item_days import is_of_a_later_item, own_day
from ingest.recognise.plain import plain
from ingest.recognise.press import is_medium
from ingest.recognise.setting import once_a_document
from ingest.types import MOST_PLACES, CaseDraft, DayAt, DocumentDraft, Notice, Severity, Span, SpannedText, YearMention

FIRST_YEAR = 1978
"""Reform and opening up: no practice in the catalogue is older."""
LAST_YEAR = date.today().year
"""No document reports on a year that has not begun."""

_YEAR = r"(?<![\d.\-—－–~〔\[])(?P<year>(?:19|20)\d{2})"

# 2020-2022年 · （2020－2022）: the span of a plan; its first year is near
PLAN_SPAN = re.compile(r"(?P<year>(?:19|20)\d{2})\s*年?\s*[-—－–~至到]+\s*(?:19|20)\d{2}(?!\d)")
# 2021年以来 · 2022年1月1日起施行: that year or a later one
SINCE = re.compile(r"(?P<year>(?:19|20)\d{2})\s*年(?:\s*\d{1,2}\s*月)?(?:\s*\d{1,2}\s*日)?(?:以来|来|起|开始)")
# 自2014年12月26日行政审批局挂牌以来
SINCE_EVENT = re.compile(r"自从?\s*(?P<year>(?:19|20)\d{2})\s*年[^，。；]{2,40}?以来")
# 2016年至2020年，全市累计发证…: a span that is over
SPAN_TOLD = re.compile(
    r"(?:19|20)\d{2}\s*年?\s*[-—－–~至到]+\s*(?P<year>(?:19|20)\d{2})\s*年(?:间|期间)?[，,][^，。；]{0,12}(?:累计|共|先后|[新办]增)"
)
# 到2025年 · 2022年底前 · 力争2023年 · 2035年远景目标: what is still to come
TARGET = re.compile(
    r"(?:(?<!截)[到至]|力争|计划|确保|预计|争取|拟于|拟在|将于|将在|展望|面向)\s*(?:19|20)\d{2}\s*年(?!的|来|初)"
    r"|(?:19|20)\d{2}\s*年(?:年?底|末|\s*\d{1,2}\s*月(?:底|末|\s*\d{1,2}\s*日)?)?(?:之?前|将|力争|计划|远景|愿景|目标|规划)"
    r"|(?:19|20)\d{2}\s*年，(?:我[省市县区州]|全[省市县区州])?(?:将|计划|力争|拟)"
)
# 2021年工作总结和2022年工作安排: the second year is still to come
NEXT_IN_TITLE = re.compile(r"[和及暨与、]\s*(?:19|20)\d{2}\s*年[^，。；]{0,8}(?:计划|安排|打算|思路|设想|部署|要点)")
# 2014年商事制度改革前 · 从2016年的 · 较2019年 · 成立于2008年 · 2015年园区成立时: what the present is measured against
BACKGROUND = re.compile(
    r"(?:比|较|同比|相比|与|从|自|由|始于|成立于|创建于|建于|创办于|创立于|落户于|早在|原)\s*(?:19|20)\d{2}\s*年(?!全年)"
    r"|(?<![到至])(?:19|20)\d{2}\s*年(?:\s*\d{1,2}\s*月)?(?:[^，。；、\d]{0,10}(?:改革前|之前|以前|[成设建]立[时之以])|成立|创办|创立|建成|落户|注册|入驻|的)"
)
# 《中国营商环境报告2021》 · 《优化营商环境条例（2020年）》
BOOK_TITLE = re.compile(r"《[^《》]*》")
# 印发《湖南省优化营商环境2021年工作要点》: what is told of is not older
ISSUED_FOR = re.compile(
    r"(?:印发|出台|制定|下发|发布)了?《[^《》]{0,40}?(?<![-—－–~至到])(?P<year>20\d{2})\s*年(?!底|末|前)[^《》]{0,30}(?:方案|要点|计划|清单|措施|举措|任务)》"
)
# 截至2021年11月底 · 截止 2020 年
UP_TO = re.compile(r"截[至止]\s*(?:到)?\s*(?P<year>(?:19|20)\d{2})\s*年")
# 2020年，… · 2021年上半年 · 2021年1-11月 · 2020年度
WHOLE_PERIOD = re.compile(
    rf"{_YEAR}\s*年(?:，|全年|度|上半年|下半年|前?[一二三四1-4]季度|前[一二三四五六七八九十\d]+个?月|\s*\d{{1,2}}\s*[-—－–~至]\s*\d{{1,2}}\s*月)"
)
# 2021年7月9日 · 2021年8月
IN_MONTH = re.compile(rf"{_YEAR}\s*年\s*(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})\s*月")
ANY_YEAR = re.compile(rf"{_YEAR}\s*年")
# 《中国营商环境报告2021》, not 2000余项
YEAR_IN_TITLE = re.compile(
    r"(?<![\d.])(?P<year>(?:199|20[0-3])\d)(?![\d.]|\s*[余多家项件万亿人个米元户种次名台宗亩㎡])"
)
# 去年全年, not 比去年同期
LAST_YEAR_SAID = re.compile(r"去年(?!同期|以来)")
# news-20181118.txt · 新闻_2023-4-5.html · t20210803_123.html, as official sites call their pages: the day in the name
# of a file, but not 000_dc381cdf20220133.txt
DAY_IN_FILE_NAME = re.compile(
    r"(?<![0-9A-Za-z])t?(?P<day>(?:19|20)\d{2}(?:(?P<mark>[-_.])\d{1,2}(?P=mark)\d{1,2}|[01]\d[0-3]\d))(?![0-9A-Za-z])"
)
# 2019年工作总结.docx · 岳阳2021营商环境.docx · 2021-08.docx
YEAR_IN_FILE_NAME = re.compile(r"(?<![0-9A-Za-z])(?P<year>20\d{2})(?![0-9A-Za-z])")
NOW = re.compile(r"今年|本年度?|年初以来|新年")

STRONG = 3.0
"""The weight of a plain statement (2020年，…): it stands without doubt."""
DATED = 2.0
"""The weight of a day or a month of a year (2020年10月)."""
NAMED = 0.6
"""The weight of a year in the name of a law or a report: it counts only where nothing else does."""
NEAR = 0.5
"""The weight of a year that only bounds the one meant."""
ABOVE = 60
"""Characters of the words over a case in which its year may stand as in a title."""


@dataclass(frozen=True, slots=True)
class DocumentYear:
    """The year of a document as a whole; `reason` says in Chinese what tells it, `doubt` why it is uncertain."""

    year: int | None
    reason: str = ""
    doubt: str = ""
    spans: tuple[Span, ...] = ()
    """Where the document says so."""
    is_news: bool = False
    """Whether the press carries the document, which tells what goes on, whatever figures of last year it gives."""


def recognise_year(case: CaseDraft, draft: DocumentDraft) -> CaseDraft:
    """The case with its year, and a notice where there is none or it is doubtful."""
    above = case.preamble
    own = _in_title(case.title.text) or _in_title(above.text[:ABOVE])
    day_of_item = own_day(case, draft)
    issued = day_of_item.on if day_of_item else draft.published_on
    limit = issued.year if issued else None
    if own is not None and (limit is None or own <= limit):
        spans = _places(own, (case.title, above, *case.texts()))
        return replace(case, year=YearMention(own, 0.98, "标题写明年份", spans))
    weights = evidence(case.body)
    whole = _of_item(case, draft, day_of_item) or document_year(draft)
    year, reason, doubt = whole.year, whole.reason, whole.doubt
    if year is None:
        year, reason = _latest_solid(weights), "案例正文所述年份"
        doubt = "只有案例正文提到这一年" if year and weights[year] < STRONG else ""
    elif not whole.is_news and (apart := _plainly_another(case.body, weights, year)):
        reason, doubt = "案例正文所述年份", f"案例正文写的是{apart}年，全文则以{year}年为主"
        year = apart
    if year is None:
        notice = Notice("no-year", Severity.WARNING, "没有读出这个案例的年份，请补上。", case.title.spans())
        return replace(case, notices=(*case.notices, notice))
    told = whole.spans if reason == whole.reason else ()
    spans = tuple(dict.fromkeys((*told, *_places(year, (case.title, *case.texts())))))
    mention = YearMention(year, 0.6 if doubt else 0.9, reason, spans[:MOST_PLACES])
    if doubt:
        message = f"年份{year}不确定：{doubt}，请核对。"
        notice = Notice("year-doubtful", Severity.INFO, message, case.title.spans())
        case = replace(case, notices=(*case.notices, notice))
    return replace(case, year=mention)


def _of_item(case: CaseDraft, draft: DocumentDraft, day: DayAt | None) -> DocumentYear | None:
    """The year of the item that a case is, where the document's day is another item's: its own day's, or else none."""
    if day and day.on != draft.published_on:
        issue = _Issue(day.on, f"标题下写明{day.on.isoformat()}", (day.at,))
        return _looking_back(issue, case.body) or issue.as_year()
    return DocumentYear(None) if is_of_a_later_item(case, draft) and evidence(case.body) else None


def _places(year: int, texts: Iterable[SpannedText]) -> tuple[Span, ...]:
    """The first places where texts name the year: 2021年, else 2021 as titles have it."""
    texts = [text for text in texts if text]
    for pattern in (ANY_YEAR, YEAR_IN_TITLE):
        found = (
            text[match.start() : match.end()].spans()
            for text in texts
            for match in pattern.finditer(with_arabic_years(plain(text.text)))
            if int(match["year"]) == year
        )
        if spans := [span for several in islice(found, MOST_PLACES) for span in several]:
            return tuple(spans[:MOST_PLACES])
    return ()


@once_a_document
def document_year(draft: DocumentDraft) -> DocumentYear:
    """The year a document reports on.

    That of its day, if the press carries it. Else that in its title; else the year of its day, or the one before where
    it looks back on that; else the latest year that its text speaks of plainly.
    """
    titled = _in_title(BOOK_TITLE.sub("", draft.title))
    texts = [draft.context, *(part for s in draft.sections for part in (s.title, *(block.text for block in s.blocks)))]
    issue = _issue(draft)
    if issue and is_medium(draft.publisher):
        return replace(issue.as_year(), is_news=True)
    if titled is not None and (issue is None or not issue.is_printed or issue.on.year - 1 <= titled <= issue.on.year):
        return DocumentYear(titled, "文献标题写明年份", spans=_places(titled, [draft.printed_title]))
    if issue:
        return _looking_back(issue, "\n".join(part.text for part in texts)) or issue.as_year()
    return _by_text(texts) or _of_name(draft)


class _Issue(NamedTuple):
    """The day a document was issued on, and what tells it: its own words or only the name of its file."""

    on: date
    reason: str
    spans: tuple[Span, ...] = ()
    is_printed: bool = True

    def as_year(self) -> DocumentYear:
        return DocumentYear(self.on.year, self.reason, "" if self.is_printed else "只有文件名带日期", self.spans)


def _issue(draft: DocumentDraft) -> _Issue | None:
    if on := draft.published_on:
        return _Issue(on, f"文献日期为{on.isoformat()}", draft.told_at("published_on"))
    named = DAY_IN_FILE_NAME.search(draft.file)
    on = whole_date(re.sub("[_.]", "-", named["day"])) if named else None
    return _Issue(on, f"文件名中的{named['day']}", is_printed=False) if named and on and on.year <= LAST_YEAR else None


def _looking_back(issue: _Issue, text: str) -> DocumentYear | None:
    """The year before that of a paper issued early in a year, where it mostly tells of that: 去年全年, 截至2021年底."""
    issued = issue.on.year
    told = evidence(LAST_YEAR_SAID.sub(f"{issued - 1}年", text))
    if issue.on.month > 3 or told.get(issued - 1, 0) < DATED or NOW.search(plain(text)):
        return None
    if told.get(issued, 0) >= min(STRONG, told[issued - 1]):
        return None
    reason = f"文件{issued}年初印发，讲的多是上一年"
    return DocumentYear(issued - 1, reason, reason, issue.spans)


def _by_text(texts: Sequence[SpannedText]) -> DocumentYear | None:
    """The latest year a text speaks of plainly, or the year of a paper for the next one that it says was issued."""
    text = "\n".join(part.text for part in texts)
    weights = evidence(text)
    year = _latest_solid(weights)
    if year is None:
        return None
    if year + 1 in {int(match["year"]) for match in ISSUED_FOR.finditer(text)}:
        year, reason, doubt = year + 1, "文中印发的文件写明年份", "只有文中印发的文件写明这一年"
    else:
        reason, doubt = "全文所述年份", "" if weights[year] >= STRONG else "全文只顺带提到这一年"
    return DocumentYear(year, reason, doubt, _places(year, texts))


def _of_name(draft: DocumentDraft) -> DocumentYear:
    """The year that a document's number bears, or else the name of its file."""
    if numbered := YEAR_IN_TITLE.search(draft.document_number):
        at = draft.told_at("document_number")
        return DocumentYear(int(numbered["year"]), "文号所带年份", "只有文号带年份", at)
    if (named := YEAR_IN_FILE_NAME.search(draft.file)) and int(named["year"]) <= LAST_YEAR:
        return DocumentYear(int(named["year"]), f"文件名中的{named[0]}", "只有文件名带年份")
    return DocumentYear(None)


def evidence(text: str) -> Mapping[int, float]:
    """How much a text speaks for each year as the one it reports on; targets, plans and backgrounds don't count."""
    text = with_arabic_years(plain(text))
    weights: defaultdict[int, float] = defaultdict(float)

    def take(pattern: re.Pattern[str], text: str, weight: float) -> str:
        for match in pattern.finditer(text):
            weights[int(match["year"])] += weight
        return pattern.sub("…", text)

    for title in BOOK_TITLE.findall(text):
        take(YEAR_IN_TITLE, PLAN_SPAN.sub("", title), NAMED)
    text = take(SPAN_TOLD, BOOK_TITLE.sub("《》", text), STRONG)
    text = take(PLAN_SPAN, text, NEAR)
    text = take(SINCE_EVENT, take(SINCE, TARGET.sub("…", text), NEAR), NEAR)
    text = BACKGROUND.sub("…", take(UP_TO, text, 4.0))
    for pattern, weight in ((WHOLE_PERIOD, STRONG), (IN_MONTH, DATED), (ANY_YEAR, 1.0)):
        text = take(pattern, text, weight)
    within = {year: weight for year, weight in weights.items() if FIRST_YEAR <= year <= LAST_YEAR}
    # A text that tells of this year, and else names only when something began, is of some year after that.
    return {} if max(within.values(), default=0) <= NEAR and NOW.search(text) else within


def _latest_solid(weights: Mapping[int, float]) -> int | None:
    """The latest year with at least half the weight of the heaviest: reports look back, seldom forward."""
    heaviest = max(weights.values(), default=0.0)
    return max((year for year, weight in weights.items() if weight >= heaviest / 2), default=None)


def _plainly_another(text: str, weights: Mapping[int, float], year: int) -> int | None:
    """An earlier year that the case's own text speaks of plainly, where it never names the document's or this year."""
    own = _latest_solid(weights)
    if own is None or own >= year or weights[own] < 2 * STRONG or any(y > own for y in weights) or NOW.search(text):
        return None
    return own


def _in_title(title: str) -> int | None:
    """The year a title names (2020年…考核), not that of a plan's span or of a target."""
    bare = TARGET.sub("", NEXT_IN_TITLE.sub("", PLAN_SPAN.sub("", with_arabic_years(plain(title)))))
    years = {int(match["year"]) for match in YEAR_IN_TITLE.finditer(BACKGROUND.sub("", bare))}
    return years.pop() if len(years) == 1 and max(years) <= LAST_YEAR else None
