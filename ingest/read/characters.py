"""Which characters a text may hold so that it can be stored and shown anywhere."""

from __future__ import annotations

import re
import unicodedata

from ingest.types import Notice, Severity, Span

PAGE_BREAK = "\u2029"
"""Stands for a form feed, which XML and spreadsheets cannot hold."""

LINE_BREAK = re.compile(r"\r\n?|[\v\x1c-\x1e\x85\u2028]")  # "…服务。\r\n二、…"

UNSTORABLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f"  # control characters: "企业\x00开办"
    r"\ud800-\udfff"  # lone surrogates, from a broken decoder
    r"\ufdd0-\ufdef\ufffe\uffff]"  # code points that stand for no character
)

RADICALS = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)} | dict(
    zip(
        map(ord, "⺟⺠⻁⻄⻅⻆⻉⻋⻑⻒⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳"),
        "母民虎西见角贝车長長长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟",
        strict=True,
    )
)
"""Radicals that PDF programs put for the characters that look the same: “⾏” (U+2F8F) for “行”."""

UNREADABLE = re.compile("\ufffd+")  # what a decoder leaves in place of broken bytes


def storable(text: str) -> tuple[str, tuple[Notice, ...]]:
    """The text with one kind of line break and nothing that PostgreSQL, XLSX or XML refuses, and what is wrong."""
    text = LINE_BREAK.sub("\n", text.removeprefix("\ufeff")).replace("\f", PAGE_BREAK).translate(RADICALS)
    kept: list[str] = []
    places: list[Span] = []
    at = length = 0
    for match in UNSTORABLE.finditer(text):
        kept.append(text[at : match.start()])
        length += match.start() - at
        at = match.end()
        places.append(Span(length, length))
    text = "".join([*kept, text[at:]])
    notices = []
    if places:
        message = f"删去 {len(places)} 个无法保存的控制字符或残缺字符。"
        notices.append(Notice("unstorable-characters", Severity.WARNING, message, tuple(dict.fromkeys(places))))
    damaged = tuple(Span(match.start(), match.end()) for match in UNREADABLE.finditer(text))
    if damaged:
        message = f"有 {len(damaged)} 处字节无法识别，原文在该处显示为“\ufffd”。"
        notices.append(Notice("damaged-characters", Severity.WARNING, message, damaged))
    return text, tuple(notices)
