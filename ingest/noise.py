"""What a document prints that belongs to no text: page headers and numbers, contents, contacts, captions, bylines.

Each rule looks at the form of a line and at its neighbours, never at what it talks about. What a rule takes out goes
with a notice that says where it stood, so that nothing is lost unseen.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.bylines import REPORTED_BY, names_alone
from ingest.furniture import PUBLISHED_AT, below_text, dated_tail, kind_of
from ingest.navigation import LINK, is_navigation
from ingest.page_edges import page_edges
from ingest.types import Block, Notice, Severity, Span

MESSAGES = {
    "contents": "目录，不属于正文。",
    "page-header": "页眉或页脚，不属于正文。",
    "page-number": "页码，不属于正文。",
    "contact": "联系方式，不属于正文。",
    "photo-caption": "图片说明，不属于正文。",
    "byline": "作者或编辑署名，不属于正文。",
    "publication-line": "发布来源与时间，不属于正文。",
    "navigation": "网页上的链接文字，不属于正文。",
    "disclaimer": "网站的版权声明，不属于正文。",
}

CONTENTS_HEAD = re.compile(r"目\s?[录次]$|[Cc]ontents$|CONTENTS$")  # "目 录"
GUIDE = re.compile(
    r"[.．…·﹒‥]{2,}\s?[（(]?(?:第|[A-Z])?[\d一二三四五六七八九十]{1,3}版[）)]?$"
)  # "▶ 赣菜出海记 ...... 5版"
LEADERS = re.compile(r"[.．…·﹒‥]{3,}[\s.．…·]*\(?（?(?P<page>\d{1,3})\)?）?$")  # "优化营商环境.....1"
PAGED = re.compile(r"(?<=[^\d.,，、])\s*(?P<page>\d{1,3})$")  # "创新突破 35" (the tab before it is a blank by now)

PAGE_NUMBER = re.compile(
    r"[-—–·•\s]{1,4}\d{1,4}[-—–·•\s]{1,4}$"  # "- 12 -"
    r"|·\s?\d{1,4}\s?·\s?\S{2,20}$|[^，。：]{2,20}\s?·\s?\d{1,4}\s?·$"  # "·142· 衡阳年鉴（2022）"
    r"|第\s?\d{1,4}\s?页(?:[\s,，/／]*共\s?\d{1,4}\s?页)?$"  # "第3页 共20页"
    r"|[Pp](?:age)?\.?\s?\d{1,4}$"
    r"|\d{1,3}\s?[/／]\s?\d{1,3}$"  # "3 / 20"
)
PAGE_NAME = re.compile(
    r"(?:第[一二三四五六七八九十\d]{1,3}|[A-D]?\d{2})版(?:[\s·：:]?[\u4e00-\u9fff]{2,6})?$"
)  # "第三版综合": between the pages of a newspaper
BARE_NUMBER = re.compile(r"[1-9]\d{0,2}$")
COUNTED_COLUMN = re.compile(r"(?:序\s?号|编号)$")
"""The head of the first column of a table: the numbers below it are those of its rows."""

CONTACT = re.compile(
    r"(?:本[版报刊]|编辑部|新闻|广告)?(?:热线|资料获取|资料来源获取|联系(?:人|电话|方式|邮箱|地址)?|咨询电话|服务热线|电\s?话|手\s?机|传\s?真|邮\s?[箱编]|电子邮[箱件]|"
    r"E-?mail|地\s?址|网\s?址|投稿(?:邮箱|热线)?|微信(?:公众)?号?|[Qq][Qq](?:群)?)\s?[：:].{0,50}$",
    re.IGNORECASE,
)  # "电 话：188 9858 7651"
CONTACT_PROOF = re.compile(r"@|www\.|https?:|\d[\d\s-]{5,}\d|(?:微信|[Qq][Qq])")

PHOTO_CREDIT = re.compile(
    r"[（(][^（）()]{0,30}(?:摄影?|供图|配图|制图)[）)]$|\s(?:摄影?|供图)\s?[：:/／]?\s?\S{0,8}$|\S{2,4}\s摄$|(?:记者|通讯员)\s?\S{2,4}摄$|[。”』][\u4e00-\u9fff]{2,12}(?:摄影?|供图)$"
)
CREDIT_ALONE = re.compile(r"[（(]?(?:本报)?(?:记者|通讯员)?[^，。]{2,16}(?:摄影?|供图)[）)]?$")
IN_BRACKETS = re.compile(r"[（(][^（）()]{4,60}[）)]$")  # "（企业办事人员在窗口咨询业务。）" over "（王宁 摄）"
PICTURE = re.compile(
    r"[▲△◤]|图为|(?:上|下|左|右)图为|图\d{0,2}[：:]|[（(]?(?:(?:内文|封面)?图片来源|题图来源|图源)(?:[：:].*)?[）)]?$"
    r"|[（(【\[]?(?:相关)?(?:资料|配|示意|网络|新闻)图片?(?:[，,]?[仅与][^（）。]{2,8})?(?:[：:].*)?[）)】\]]?$"
    r"|(?!.*[到在进至上把])[\u4e00-\u9fff]{0,8}(?:会|仪式|论坛|活动|培训|座谈|签约|启动|揭牌)现场[。]?$"
)  # "图为企业在窗口办理业务", "（资料图片仅供参考）", "【资料图】", "发布会现场。"

WRITER = (
    r"(?:文|图|图文|文[、/／]图|撰写人?|撰稿人?|作者|供稿"
    r"|[责責]任[编編][辑輯]|责编|(?:[\u4e00-\u9fff]{2})?(?:编辑|主编|责编|校对)|审核|审校|排版|签发人?|核稿|监制|[初复终一二三]审|审签|终编|值班(?:主任|编委|编辑)|编发)"
)
REPORTER = r"(?:(?:本[报報网網刊]?|见习|見習|全媒体?|全媒體|特约|特約|融媒体?)*[记記]者|通[讯訊][员員])"
ROLE = rf"(?:{WRITER}|{REPORTER})"
NAME = r"[\u4e00-\u9fff]{2,4}(?:·[\u4e00-\u9fff]{1,6})?"
NAMES = rf"{NAME}(?:[\s、，/／]+(?:{ROLE}\s?[：:]?\s?)?{NAME})*"
BYLINE = re.compile(
    rf"【{ROLE}】\s?{NAMES}$|[（(【\[]?\s?{ROLE}(?:\s?[：:/／|｜]\s?|\s){NAMES}\s?[）)】\]]?$|供稿(?:单位)?\s?[：:|｜]\s?\S{{2,20}}$"
    rf"|(?:[\u4e00-\u9fff]{{2,10}}[网报社]\s?)?{NAME}\s?[/／]\s?(?:文|图|图文|摄影?)$"
    rf"|(?:海报|图表|视频|漫画)(?:制作|设计|剪辑)?\s?[：:]\s?{NAMES}$|\[\s?(?:责编|来源|编辑)\s?[：:][^\[\]]{{2,24}}\]$"
)  # "文/吴恙", "山城发展网 方向/文", "海报制作：李程", "责任编辑：李程", "（本报记者 王宁）"
CREDITED = re.compile(
    rf"[□■◎●]?\s?(?:本[报報网網刊]|全媒体|见习|融媒体)(?:[记記]者|通[讯訊][员員]){NAME}(?:[\s、]?(?:{REPORTER})?{NAME})*?"
    r"(?:摄影)?(?:报道|報道|整理)?$"
)  # "本报记者陈晓通讯员顾明", "□本报通讯员赵明报道": the blanks between Chinese words are gone by now
EDITED = re.compile(
    rf"(?:(?:本[版期]|组稿|执行|责任|值班|见习)?(?:编辑|主编|美编|责编|编审|版式|校对|检校|审读|统筹|策划|制图|设计)"
    rf"[：:/／]\s?{NAME}(?:[、/／]{NAME})*\s?){{2,}}$"
)  # "组稿编辑：赵明执行编辑：程瑶"
MAKERS = re.compile(
    rf"[□■]?(?:(?:本版)?(?:责编|责任编辑|主编|编辑|美编|校对|检校|审校|版式|组版|视觉|制图)\s?{NAME}\s?){{2,}}$|本版(?:责编|责任编辑|编辑)\s?{NAME}$"
)  # "责编林一校对周舟"
BYLINE_TAIL = re.compile(
    rf"[（(]{ROLE}\s?[：:/／\s]\s?{NAMES}[）)]$|[（(]{REPORTER}{NAME}(?:[\s、，/／]*{REPORTER}?{NAME})*[）)]$|"
    r"[（(](?:作者|撰稿|供稿)(?:单位)?[：:][^（）()。]{2,30}[）)]$"
)  # "…明显提升。（撰写人：李程）", "…1323户。（记者彭思琦通讯员陆彦汝）"

BARRED = re.compile(r"(?P<text>[^|｜]{8,}[^|｜\s])\s?[|｜]+$")
"""A bar behind a paragraph, as between the buttons of a page: “……一日办结。 |”; a row of a table has more of them."""

STAMPED = re.compile(rf"{PUBLISHED_AT}\s?\S{{6}}")
"""What a browser prints on each page of an article: "2023/5/12 10:26 某县推行改革_某县人民政府"."""

MASTHEAD = re.compile(
    r"(?:[\u4e00-\u9fff]{2,10}[报報刊]|[A-Z]?\d{1,3}\s?版?\s?[\u4e00-\u9fff]{2,6})?\s?\d{4}年\d{1,2}月\d{1,2}日\s?(?:星期|周)[一二三四五六日天].{0,40}$"
    r"|第\s?[A-Z]?\d{1,3}\s?版\s?[\u4e00-\u9fff]{2,10}报\s?\d{4}年\d{1,2}月\d{1,2}日$"
)  # "江城日报2021年10月20日星期三第2版综合新闻", "05 民生 2021年10月20日 星期三"

_RIGHTS = r"(?:转载|版权|侵权|著作权|仅供参考|观点|立场|存储服务|真实性|原创)"
DISCLAIMER = re.compile(
    rf"[（(【]?(?:[\u4e00-\u9fff]{{2,6}})?(?:声明|说明)[】]?[：:].*(?:{_RIGHTS}|本[网站])"
    rf"|[（(【]?(?:本文[为系由来]|本[网站]|凡(?:本[网站]|注明|来源)|该文|以上内容|[^\u4e00-\u9fff]?版权作品|平台声明|未经(?:本|许可|允许|授权)).*{_RIGHTS}"
    r"|(?=.*本(?:[网站](?!讯)|平台|客户端|公众号)).*(?:版权|侵权|著作权|转载)"
)  # "声明：转载此文是出于传递更多信息之目的…", "本文为澎湃号作者上传并发布，仅代表该作者观点…"

TAILS: tuple[tuple[str, Callable[[str], int]], ...] = (
    ("navigation", lambda line: match.start() if (match := LINK.search(line)) else 0),
    ("navigation", lambda line: match.end("text") if (match := BARRED.match(line)) else 0),
    ("byline", lambda line: match.start() if (match := BYLINE_TAIL.search(line)) else 0),
    ("publication-line", dated_tail),
)
"""What is cut from the end of a paragraph that holds more, and where it begins."""

FIELD = re.compile(r"[^，。；：:]{2,12}[：:]")  # "责任科室：审批服务科"
LABEL = re.compile(
    r"[（(]?[一二三四五六七八九十百]{1,3}[）)、是]|[（(]?\d{1,2}[）)、.．]|第[一二三四五六七八九十百\d]{1,3}[章节条部]|#"
)
SENTENCE_END = re.compile(r"[。！？；：…!?;:.][”’）》」』)\]】]*$")
PARAGRAPH_END = re.compile(r"[。！？][”’）》」』)\]】]*$")

DANGLING = re.compile(r"[，、]$|.{8}[的和与及将被由]$")
"""A line that goes on somewhere, however short: “人民法院对涉及中小企业的”."""

PAGE_LENGTH = 4
"""Lines that a page holds at least, where only two page numbers tell that they are such."""
HEADER_LENGTH = 45
SCENE = re.compile(r"[在正]|图|摄|现场|大厅|窗口|航拍|一角|外景|工作人员")  # what a caption shows: "▲企业在窗口办事"
ITEM = re.compile(r"▲\s*(?!图)[^，。；：:图摄]{2,20}[：:。].{10,}。$")  # "▲ 人才“一卡通”：新区引进的人才享受补贴。"
CAPTION_LENGTH = 80
FARTHEST = 150
"""Lines a page may hold: what is printed again only farther away heads the same article of another copy or issue."""
BODY_LENGTH = 25
"""A line this long that ends without closing punctuation is a paragraph broken off, not a heading."""

CONTENTS_GAP = 2
"""Lines without a page number that may stand between two entries: the first half of a long title, a page header."""


def without_noise(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Notice, ...]]:
    """The blocks that are text, and a notice for each of the others."""
    found = dict.fromkeys(names_alone(blocks), "byline")
    for code, rule in RULES:
        for i in rule(tuple(block.text.text for block in blocks), found):
            found.setdefault(i, code)
    found |= dict.fromkeys(page_edges(blocks, found), "page-header")
    kept: list[Block] = []
    notices: list[Notice] = []
    gap, hard_break = 0, False
    for i, block in enumerate(blocks):
        if i in found:
            notices.append(_notice(found[i], block.text.spans()))
            gap, hard_break = gap + block.gap_before + 1, hard_break or block.hard_break
            continue
        whole, tail = _without_tail(block)
        notices += tail
        kept.append(replace(whole, gap_before=gap + block.gap_before, hard_break=hard_break or block.hard_break))
        gap, hard_break = 0, False
    return tuple(kept), tuple(notices)


def _notice(code: str, spans: tuple[Span, ...]) -> Notice:
    return Notice(code, Severity.INFO, MESSAGES[code], spans)


def _without_tail(block: Block) -> tuple[Block, list[Notice]]:
    """The block without a link or a writer's name in brackets at its end."""
    notices = []
    for code, start_of in TAILS:
        if start := start_of(block.text.text):
            notices.append(_notice(code, block.text[start:].strip().spans()))
            block = replace(block, text=block.text[:start].strip())
    return block, notices


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
    bare = [(i, int(line)) for i, line in enumerate(lines) if BARE_NUMBER.match(line)]
    if any(COUNTED_COLUMN.match(line) for line in lines):
        return
    steps = [(b[1] - a[1], b[0] - a[0]) for a, b in pairwise(bare)]
    many = len(bare) >= 3 and all(1 <= up <= 3 and apart > 1 for up, apart in steps)
    two = len(bare) == 2 and all(up == 1 for up, _ in steps)
    if many or (two and (steps[0][1] >= PAGE_LENGTH or _are_beside_headers(lines, [i for i, _ in bare]))):
        yield from (i for i, _ in bare)


def _are_beside_headers(lines: tuple[str, ...], places: Sequence[int]) -> bool:
    """Whether each of the lines stands before, or each behind, a line that is printed several times, or at an end."""
    times = Counter(line for line in lines if 4 <= len(line) <= HEADER_LENGTH and not SENTENCE_END.search(line))
    return any(all(times[line] > 1 for i in places for line in lines[i + step : i + step + 1]) for step in (-1, 1))


def page_headers(lines: tuple[str, ...], found: dict[int, str]) -> Iterator[int]:
    """A short line printed again and again, at least once in the middle of a sentence or of the contents.

    A heading that repeats (“主要做法”) stands between paragraphs; a repeated field (“完成时限：全年”) among
    fields.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        short = len(line) <= HEADER_LENGTH or STAMPED.match(line)
        if short and not SENTENCE_END.search(line) and not LABEL.match(line):
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
        and not LABEL.match(lines[after])
        and (bool(SENTENCE_END.search(lines[after])) or len(lines[after]) >= BODY_LENGTH)
    )


def _each(test: Callable[[str], bool]) -> Callable[[tuple[str, ...], dict[int, str]], Iterable[int]]:
    """A rule that looks at one line at a time."""
    return lambda lines, found: (i for i, line in enumerate(lines) if test(line))


def is_page_name(line: str) -> bool:
    return bool(PAGE_NAME.match(line))


def is_guide(line: str) -> bool:
    """Whether the line says on which page of the paper something stands."""
    return len(line) <= CAPTION_LENGTH and bool(GUIDE.search(line))


def is_contact(line: str) -> bool:
    return bool(CONTACT.match(line) and CONTACT_PROOF.search(line))


def is_photo_caption(line: str) -> bool:
    return len(line) <= CAPTION_LENGTH and bool(PHOTO_CREDIT.search(line) or PICTURE.match(line))


def is_byline(line: str) -> bool:
    patterns = (BYLINE, BYLINE_TAIL, EDITED, MAKERS)
    named = len(line) <= HEADER_LENGTH and (CREDITED.match(line) or REPORTED_BY.match(line))
    return bool(named) or any(pattern.match(line) for pattern in patterns) or kind_of(line) == "byline"


def is_publication_line(line: str) -> bool:
    return kind_of(line) == "publication-line" or (len(line) <= CAPTION_LENGTH and is_masthead(line))


def is_masthead(line: str) -> bool:
    """Whether a newspaper prints the line over its page: name and day, number and name of the page, no sentence."""
    return bool(MASTHEAD.match(line)) and not re.search(r"[，。；]", line)


def photo_captions(lines: tuple[str, ...], found: dict[int, str]) -> Iterator[int]:
    """Captions and credits of pictures; ▲ is a bullet before several short lines, each over a paragraph, or names."""
    marked = [i for i, line in enumerate(lines) if line.startswith(("▲", "△"))]
    heads = len(marked) > 2 and all(_heads_paragraph(lines, i) for i in marked)
    names = len(marked) > 1 and all(ITEM.match(lines[i]) and not PHOTO_CREDIT.search(lines[i]) for i in marked)
    bullets = set(marked) if heads or names else set(_in_a_row(marked))
    captions = [i for i, line in enumerate(lines) if is_photo_caption(line) and i not in bullets]
    yield from captions
    yield from (i - 1 for i in captions if i and CREDIT_ALONE.match(lines[i]) and IN_BRACKETS.match(lines[i - 1]))


def _in_a_row(places: Sequence[int]) -> Iterator[int]:
    """Those of the lines that stand three or more together: no pictures do."""
    for i in places:
        if any({i + n, i + n + 1, i + n + 2} <= set(places) for n in (-2, -1, 0)):
            yield i


def _heads_paragraph(lines: tuple[str, ...], i: int) -> bool:
    """Whether a line after ▲ reads like a heading over text: no sentence, no scene of a picture."""
    if SCENE.search(lines[i]) or SENTENCE_END.search(lines[i]) or len(lines[i]) > HEADER_LENGTH:
        return False
    return i + 1 < len(lines) and len(lines[i + 1]) >= BODY_LENGTH and bool(SENTENCE_END.search(lines[i + 1]))


def page_ends(lines: tuple[str, ...], found: dict[int, str]) -> Iterable[int]:
    """What a web page prints below the last paragraph."""
    text = (at for at in reversed(range(len(lines))) if at not in found and len(lines[at]) >= BODY_LENGTH)
    last = next((at for at in text if PARAGRAPH_END.search(lines[at])), None)
    return () if last is None else below_text(lines, last)


def is_disclaimer(line: str) -> bool:
    return bool(DISCLAIMER.match(line))


RULES: tuple[tuple[str, Callable[[tuple[str, ...], dict[int, str]], Iterable[int]]], ...] = (
    ("contents", contents),
    ("contents", _each(is_guide)),
    ("page-number", page_numbers),
    ("page-header", _each(is_page_name)),
    ("contact", _each(is_contact)),
    ("photo-caption", photo_captions),
    ("byline", _each(is_byline)),
    ("publication-line", _each(is_publication_line)),
    ("navigation", _each(is_navigation)),
    ("disclaimer", _each(is_disclaimer)),
    ("navigation", page_ends),
    ("page-header", page_headers),
)
"""In this order: a rule sees what those before it have found."""
