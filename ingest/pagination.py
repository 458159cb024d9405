"""What paper needs and a text does not: a table of contents, page numbers, what is printed over every page."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise
from typing import Final

from ingest.furniture import PUBLISHED_AT
from ingest.outline.labels import read_label
from ingest.sentence_ends import SENTENCE_END
from ingest.types import Block

BODY_LENGTH: Final = 25
"""A line this long that ends without closing punctuation is a paragraph broken off, not a heading."""
HEADER_LENGTH: Final = 45
GUIDE_LENGTH: Final = 80
PAGE_LENGTH: Final = 4
"""Lines that a page holds at least, where only two page numbers tell that they are such."""
FARTHEST: Final = 150
"""Lines a page may hold: what is printed again only farther away heads the same article of another copy or issue."""
EDGE_LENGTH: Final = 60
"""Characters of a line that pages print alike, with the title of a web page or its address."""
PAGE_OF_PAGES: Final = re.compile(r"\d+\s?/\s?\d+$")  # "https://www.example.gov.cn/1.html 2/5"
CLAUSE_END: Final = re.compile(r"[。！？；]")
CONTENTS_GAP: Final = 2
"""Lines without a page number that may stand between two entries: the first half of a long title, a page header."""

CONTENTS_HEAD: Final = re.compile(r"目\s?[录次]$|(?i:contents)$")  # "目 录"
_DOTS: Final = ".．…·﹒‥"
GUIDE: Final = re.compile(
    rf"[{_DOTS}]{{2,}}\s?[（(]?(?:第|[A-Z])?[\d一二三四五六七八九十]{{1,3}}版[）)]?$"
)  # "▶ 赣菜出海记 ...... 5版"
LEADERS: Final = re.compile(
    rf"[{_DOTS}]{{3,}}[\s{_DOTS}]*[(（]{{0,2}}(?P<page>\d{{1,3}})[)）]{{0,2}}$"
)  # "优化营商环境.....1"
PAGED: Final = re.compile(
    r"(?<=[^\d.,，、])\s*(?P<page>\d{1,3})$"
)  # "创新突破 35" (the tab before it is a blank by now)

PAGE_NUMBER: Final = re.compile(
    r"[-—–·•\s]{1,4}\d{1,4}[-—–·•\s]{1,4}$"  # "- 12 -"
    r"|·\s?\d{1,4}\s?·\s?\S{2,20}$|[^，。：]{2,20}\s?·\s?\d{1,4}\s?·$"  # "·142· 衡阳年鉴（2022）"
    r"|第\s?\d{1,4}\s?页(?:[\s,，/／]*共\s?\d{1,4}\s?页)?$"  # "第3页 共20页"
    r"|[Pp](?:age)?\.?\s?\d{1,4}$"
    r"|\d{1,3}\s?[/／]\s?\d{1,3}$"  # "3 / 20"
)
PAGE_NAME: Final = re.compile(
    r"(?:第[一二三四五六七八九十\d]{1,3}|[A-D]?\d{2})版(?:[\s·：:]?[\u4e00-\u9fff]{2,6})?$"
)  # "第三版综合": between the pages of a newspaper
BARE_NUMBER: Final = re.compile(r"[1-9]\d{0,2}$")
COUNTED_COLUMN: Final = re.compile(r"(?:序\s?号|编号)$")
"""The head of the first column of a table: the numbers below it are those of its rows."""
STAMPED: Final = re.compile(rf"{PUBLISHED_AT}\s?\S{{6}}")
"""What a browser prints on each page of an article: "2023/5/12 10:26 某县推行改革_某县人民政府"."""
MASTHEAD: Final = re.compile(
    r"(?:[\u4e00-\u9fff]{2,10}[报刊]|[A-Z]?\d{1,3}\s?版?\s?[\u4e00-\u9fff]{2,6})?"
    r"\s?\d{4}年\d{1,2}月\d{1,2}日\s?(?:星期|周)[一二三四五六日天][^，。；]{0,40}$"
)  # "江城日报2021年10月20日星期三第2版综合新闻", "05 民生 2021年10月20日 星期三"

FIELD = re.compile(r"[^，。；：:]{2,12}[：:]")  # "责任科室：审批服务科"
DANGLING = re.compile(r"[，、]$|.{8}[的和与及将被由]$")
"""A line that goes on somewhere, however short: “人民法院对涉及中小企业的”."""


def contents(lines: tuple[str, ...], found: dict[int, str]) -> Iterator[int]:
    """The lines of a table of contents: entries that end in ascending page numbers, and what stands among them.

    With leaders (“.....”) three entries are enough; without them a 目录 heading has to stand before the first.
    """
    headed: int | None = None
    i = 0
    while i < len(lines):
        if CONTENTS_HEAD.match(lines[i]):
            headed = i
            i += 1
            continue
        run = _contents_run(lines, i, headed is not None)
        leaders = sum(bool(LEADERS.search(lines[n])) for n in run)
        enough = min(len(run), leaders) >= 3 or (headed is not None and len(run) >= (2 if leaders else 3))
        if enough:
            yield from range(headed if headed is not None else run[0], run[-1] + 1)
            i, headed = run[-1] + 1, None
            continue
        if headed is not None and i - headed > CONTENTS_GAP:
            headed = None
        i += 1


def _contents_run(lines: tuple[str, ...], start: int, headed: bool) -> list[int]:
    """The entries that follow one another from `start`, with no more than CONTENTS_GAP other lines between two."""
    entries: list[int] = []
    last = 0
    for i in range(start, len(lines)):
        if i - (entries[-1] if entries else start) > CONTENTS_GAP + (1 if entries else 0):
            break
        match = LEADERS.search(lines[i]) or (PAGED.search(lines[i]) if headed or entries else None)
        if match and last <= int(match["page"]) <= last + 60 and len(lines[i]) <= 120:
            entries.append(i)
            last = int(match["page"])
        elif not entries and i > start:
            break
    return entries


def page_numbers(lines: tuple[str, ...], found: dict[int, str]) -> Iterator[int]:
    """Page numbers in their usual dress, and bare numbers that count up through the document."""
    yield from (i for i, line in enumerate(lines) if PAGE_NUMBER.match(line))
    if any(COUNTED_COLUMN.match(line) for line in lines):
        return
    bare = [(i, int(line)) for i, line in enumerate(lines) if BARE_NUMBER.match(line)]
    steps = [(b[1] - a[1], b[0] - a[0]) for a, b in pairwise(bare)]
    many = len(bare) >= 3 and all(1 <= up <= 3 and apart > 1 for up, apart in steps)
    two = len(bare) == 2 and all(up == 1 and apart >= PAGE_LENGTH for up, apart in steps)
    if many or two:
        yield from (i for i, _ in bare)


def page_headers(lines: tuple[str, ...], found: dict[int, str]) -> Iterator[int]:
    """A short line printed again and again, at least once in the middle of a sentence or of the contents.

    A heading that repeats (“主要做法”) stands between paragraphs; a repeated field (“完成时限：全年”) among
    fields.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        short = len(line) <= HEADER_LENGTH or STAMPED.match(line)
        if short and not SENTENCE_END.search(line) and not read_label(line):
            places[_without_page(line)].append(i)
    for text, where in places.items():
        close = min((after - before for before, after in pairwise(where)), default=0)
        if (
            len(text) >= 4
            and where[-1] - where[0] > 1  # a web page prints its title twice in a row
            and (0 < close <= FARTHEST or (close and any(_parts_clause(lines, i) for i in where)))
            and (STAMPED.match(text) or any(_interrupts(lines, i, found) for i in where))
            and (len(where) > 2 or not any(_is_listed(lines, i, places) for i in where))
        ):
            yield from where


def _parts_clause(lines: tuple[str, ...], i: int) -> bool:
    """Whether the line stands behind a comma, and what follows ends a sentence."""
    return 0 < i < len(lines) - 1 and lines[i - 1][-1] in "，、" and bool(SENTENCE_END.search(lines[i + 1]))


def _is_listed(lines: tuple[str, ...], i: int, places: dict[str, list[int]]) -> bool:
    """Whether the line stands in a list of titles, most of which are printed again over their texts."""
    runs = (lines[max(0, n) : n + 4] for n in range(i - 3, i + 1))
    return any(
        not any("。" in line for line in run)
        and sum(len(places.get(_without_page(line), ())) == 2 for line in run) >= 3
        for run in runs
    )


def _without_page(line: str) -> str:
    """The line without a page number at either end: “营商简报 12” and “13 营商简报” are one header."""
    return re.sub(r"^\d{1,3}\s|\s\d{1,3}$", "", line)


def _interrupts(lines: tuple[str, ...], i: int, found: dict[int, str]) -> bool:
    """Whether the line at `i` stands where a sentence goes on, or a contents does."""
    if found.get(i) == "contents":
        return False
    before = next((n for n in range(i - 1, -1, -1) if n not in found), None)
    after = next((n for n in range(i + 1, len(lines)) if n not in found), None)
    if before is None or after is None:
        return False
    broken = len(lines[before]) >= BODY_LENGTH and not SENTENCE_END.search(lines[before])
    return (
        (broken or bool(DANGLING.search(lines[before])))
        and not FIELD.match(lines[before])
        and not FIELD.match(lines[after])
        and not read_label(lines[after])
        and (bool(SENTENCE_END.search(lines[after])) or len(lines[after]) >= BODY_LENGTH)
    )


def is_page_name(line: str) -> bool:
    """Whether the line is the number and name of a newspaper's page."""
    return bool(PAGE_NAME.match(line))


def is_guide(line: str) -> bool:
    """Whether the line says on which page of the paper something stands."""
    return len(line) <= GUIDE_LENGTH and bool(GUIDE.search(line))


def is_masthead(line: str) -> bool:
    """Whether a newspaper prints the line over its page: name and day, number and name of the page, no sentence."""
    return bool(MASTHEAD.match(line))


def page_edges(blocks: Sequence[Block], found: Container[int]) -> Iterator[int]:
    """The first and last lines of pages that most pages have.

    Lines that are `found` to be no text already are passed over: a page number may stand above a header. Lines that
    differ in a number are not alike: “案例1”, “案例2”. What heads the first page may be the title that those of the
    others repeat, so it stays.
    """
    starts = [n for n, block in enumerate(blocks) if block.hard_break or n == 0]
    pages = [
        [n for n in range(start, end) if n not in found]
        for start, end in zip(starts, [*starts[1:], len(blocks)], strict=True)
    ]
    for edge in ([page[0] for page in pages if page], [page[-1] for page in pages if len(page) > 1]):
        lines = {n: PAGE_OF_PAGES.sub("", blocks[n].text.text) for n in edge}
        times = Counter(lines.values())
        for n, line in lines.items():
            if (
                [n] != pages[0][:1]
                and times[line] > max(1, len(pages) / 2)
                and len(line) <= EDGE_LENGTH
                and not CLAUSE_END.search(line)
            ):
                yield n
