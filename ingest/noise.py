"""What a document prints that belongs to no text: page headers and numbers, contents, contacts, captions, bylines.

Each rule looks at the form of a line and at its neighbours, never at what it talks about. What a rule takes out goes
with a notice that says where it stood, so that nothing is lost unseen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from ingest.bylines import TAIL, is_credits, names_alone
from ingest.captions import photo_captions
from ingest.furniture import below_text, dated_tail, kind_of
from ingest.navigation import LINK, is_navigation
from ingest.pagination import (
    BODY_LENGTH,
    contents,
    is_guide,
    is_masthead,
    is_page_name,
    page_edges,
    page_headers,
    page_numbers,
)
from ingest.sentence_ends import FULL_STOP
from ingest.types import Block, Notice, Severity, Span
from ingest.word_lists import one_of

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

_CONTACT_FIELD: Final = one_of(r"""
    (?:本[版报刊]|编辑部|新闻|广告|服务)?热线 资料(?:来源)?获取 联系(?:人|电话|方式|邮箱|地址)?
    (?:本[版报刊]|咨询)?电\s?话 手\s?机 传\s?真
    (?:本[版报刊]|投稿)?邮\s?[箱编] 电子邮[箱件] E-?mail 地\s?址 网\s?址 投稿(?:热线)? 微信(?:公众)?号? QQ群?
""")
CONTACT: Final = re.compile(rf"{_CONTACT_FIELD}\s?[：:].{{0,50}}$", re.IGNORECASE)  # "电 话：188 9858 7651"
CONTACT_PROOF: Final = re.compile(r"@|www\.|https?:|\d[\d\s-]{5,}\d|微信|(?i:qq)")
BARRED: Final = re.compile(r"(?P<text>[^|｜]{8,}[^|｜\s])\s?[|｜]+$")
"""A bar behind a paragraph, as between the buttons of a page: “……一日办结。 |”; a row of a table has more of them."""
_RIGHTS: Final = "(?:转载|版权|侵权|著作权|仅供参考|观点|立场|存储服务|真实性|原创)"
_OF_TEXT: Final = one_of(
    r"本文[为系由来] 本[网站] 凡(?:本[网站]|注明|来源) 该文 以上内容 [^\u4e00-\u9fff]?版权作品 平台声明"
    r" 未经(?:本|许可|允许|授权)"
)
DISCLAIMER: Final = re.compile(
    # “声明：转载此文是出于传递更多信息之目的……”
    rf"[（(【]?(?:[\u4e00-\u9fff]{{2,6}})?(?:声明|说明)[】]?[：:].*(?:{_RIGHTS}|本[网站])"
    # “本文为澎湃号作者上传并发布，仅代表该作者观点……”
    rf"|[（(【]?{_OF_TEXT}.*{_RIGHTS}"
    r"|(?=.*本(?:[网站](?!讯)|平台|客户端|公众号)).*(?:版权|侵权|著作权|转载)"
)
TAILS: Final[tuple[tuple[str, Callable[[str], int]], ...]] = (
    ("navigation", lambda line: match.start() if (match := LINK.search(line)) else 0),
    ("navigation", lambda line: match.end("text") if (match := BARRED.match(line)) else 0),
    ("byline", lambda line: match.start() if (match := TAIL.search(line)) else 0),
    ("publication-line", dated_tail),
)
"""What is cut from the end of a paragraph that holds more, and where it begins."""


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


def _each(test: Callable[[str], bool]) -> Callable[[tuple[str, ...], dict[int, str]], Iterable[int]]:
    """A rule that looks at one line at a time."""
    return lambda lines, found: (i for i, line in enumerate(lines) if test(line))


def is_contact(line: str) -> bool:
    """Whether the line tells how to reach somebody."""
    return bool(CONTACT.match(line) and CONTACT_PROOF.search(line))


def is_byline(line: str) -> bool:
    """Whether the line only names who wrote or edited the text."""
    return is_credits(line) or kind_of(line) == "byline"


def is_publication_line(line: str) -> bool:
    """Whether the line only tells when, and by whom, the text was published."""
    return kind_of(line) == "publication-line" or is_masthead(line)


def is_disclaimer(line: str) -> bool:
    """Whether the line is what a site says of rights in the text."""
    return bool(DISCLAIMER.match(line))


def page_ends(lines: tuple[str, ...], found: dict[int, str]) -> Iterable[int]:
    """What a web page prints below the last paragraph."""
    text = (at for at in reversed(range(len(lines))) if at not in found and len(lines[at]) >= BODY_LENGTH)
    last = next((at for at in text if FULL_STOP.search(lines[at])), None)
    return () if last is None else below_text(lines, last)


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
