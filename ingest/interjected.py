"""What some sites put between the words and sentences of a text so that it is not copied: readings, their address."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from ingest.types import Block, Notice, Severity, Span

_TONED: Final = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
READING: Final = re.compile(rf"(?<=[\u4e00-\u9fff])\s?[（(](?=[a-zü]*[{_TONED}])[a-zü{_TONED}]{{1,6}}[）)]")
"""“新津区（qū）”, “业(yè)务”: one syllable with its tone, behind a Chinese character."""
ADDRESS: Final = re.compile(
    r"\s?[（(【\[]\s?[\u4e00-\u9fff]{0,4}(?:来自|来源|出自|转自|摘自|原创|转载|首发|版权)[\u4e00-\u9fff]{0,8}\s?[：:]?\s?"
    r"(?:https?://)?(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,6}(?:/[\w./?=&%-]*)?\s?[\u4e00-\u9fff]{0,6}[）)】\]]"
)
"""“（本文来自www.example.com）”: an address in brackets that says where the text was taken from."""
INTERJECTED: Final = (
    ("reading", READING, "夹在字间的注音，不属于正文。"),
    ("site-address", ADDRESS, "夹在文中的网站地址，不属于正文。"),
)


def without_interjections(blocks: Iterable[Block]) -> tuple[tuple[Block, ...], list[Notice]]:
    """The blocks as they read, and a notice for all of each kind that was put in between.

    A block that is nothing else stays as it is: it stands between others, not inside one.
    """
    plain = list(blocks)
    notices = []
    for code, pattern, message in INTERJECTED:
        spans: list[Span] = []
        for at, block in enumerate(plain):
            places = [found.span() for found in pattern.finditer(block.text.text)]
            if not places or not (text := block.text.sub(pattern, "").strip()):
                continue
            spans += (span for start, end in places for span in block.text[start:end].spans())
            plain[at] = replace(block, text=text)
        if spans:
            notices.append(Notice(code, Severity.INFO, message, tuple(spans)))
    return tuple(plain), notices


def between(text: str, start: int, end: int) -> str:
    """What stands there, without what was put in; the marks before it, which may open that, are told as well."""
    before = start - 1
    while before > 0 and not text[before].isalnum():
        before -= 1
    stretch = text[max(before, 0) : end]
    for _, pattern, _ in INTERJECTED:
        stretch = pattern.sub("", stretch)
    return stretch[1:]
