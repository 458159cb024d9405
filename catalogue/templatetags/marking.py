"""Text with the words found marked, and other ways of showing a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from catalogue.search.query import Mark

register = template.Library()

SENTENCE = re.compile(r"[^。！？!?\n]*[。！？!?\n]?")
"""“压减时间。再压减成本。” → “压减时间。”, “再压减成本。”"""

PARAGRAPH_BREAK = re.compile(r"\n+")


@register.filter
def marked(text: str, marks: Iterable[Mark]) -> SafeString:
    """The text escaped, with each marked range in <mark>. Ranges that overlap or leave the text are cut to fit."""
    parts: list[str] = []
    at = 0
    for mark in sorted(marks or (), key=lambda item: item.start):
        start, end = max(mark.start, at), min(mark.end, len(text))
        if start < end:
            parts += [escape(text[at:start]), "<mark>", escape(text[start:end]), "</mark>"]
            at = end
    return SafeString("".join([*parts, escape(text[at:])]))


@register.filter
def paragraphs(text: str) -> SafeString:
    """The text as <p> elements, one a line."""
    lines = [line.strip() for line in PARAGRAPH_BREAK.split(text) if line.strip()]
    return format_html_join("\n", "<p>{}</p>", ((line,) for line in lines))


@register.filter
def excerpt(text: str, length: int = 110) -> str:
    """Whole sentences from the beginning up to `length` characters; a longer first sentence is cut with an ellipsis."""
    taken = ""
    for sentence in SENTENCE.findall(text.strip()):
        if len(taken) + len(sentence) > length:
            break
        taken += sentence
    taken = taken.strip() or f"{text.strip()[:length].rstrip('，、；')}…"
    return taken.replace("\n", " ")
