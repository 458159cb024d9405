"""Sentences and clauses: where a statement with a figure begins and ends."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ingest.recognise.outcomes.figures import Found, find_figures
from ingest.recognise.outcomes.masks import blot

SENTENCE = re.compile(r"[^。！？；;!?\n]+")
COMMA = re.compile(r"[，,：:](?!\d{3}(?!\d))")
# （空气质量优良天数309天，同比增加34天）: a remark of several clauses stands by itself; （位列第9） does not
REMARK = re.compile(r"[（(](?P<inside>[^（）()]*[，,][^（）()]*)[）)]")
# 、, and “以及307件”, “和近6000个”
PAUSE = re.compile(r"、|(?:以及|和|及)(?=[近约超]?\s*\d)")
# 压缩至10个、30个工作日: two figures said of one thing
NEXT_FIGURE = re.compile(r"\s*\d")
REACH = 80
"""How many characters of an enumeration before a clause are kept with it: its verb is seldom farther."""
OPENERS = " \u3000”’）)、"
CLOSERS = " \u3000“‘（(、"


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a paragraph: its place there, its text with unmeasured figures blotted out, its figures."""

    start: int
    end: int
    text: str
    figures: tuple[Found, ...]
    whole: int
    """Where the enumeration begins that it is part of; its own start where it is alone."""
    follows: str
    """What stands before it in the same enumeration: 共推出承诺制事项4项 before 、容缺办理事项4项."""


def sentences(paragraphs: str) -> Iterator[list[Clause]]:
    """The clauses of each sentence, in order; those without a figure too, they set the scene."""
    blotted = blot(paragraphs)
    for sentence in SENTENCE.finditer(blotted):
        yield [clause for part in _parts(blotted, *sentence.span()) for clause in _enumerated(blotted, *part)]


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What stands between the commas of the sentence `text[start:end]`; a longer remark in brackets apart."""
    cuts = {start, end}
    for comma in COMMA.finditer(text, start, end):
        cuts |= {comma.start(), comma.end()}
    for remark in REMARK.finditer(text, start, end):
        cuts |= {remark.start(), remark.start("inside"), remark.end("inside"), remark.end()}
    for left, right in pairwise(sorted(cuts)):
        if right - left > 1:
            yield left, right


def _enumerated(text: str, start: int, end: int) -> Iterator[Clause]:
    """A part as clauses, cut at 、 where each side has a figure of its own: 企业开办1日办结、不动产登记3日办结."""
    while start < end and text[start] in OPENERS:
        start += 1
    whole, at = start, start
    figures = [(start + found.start, start + found.end) for found in find_figures(text[start:end])]
    last = figures[-1][0] if figures else start
    for pause in PAUSE.finditer(text, start, end):
        if pause.end() > last:
            break
        nearest = bisect_right(figures, (pause.start(), 0)) - 1
        before = nearest >= 0 and figures[nearest][0] >= at
        abuts = before and not text[figures[nearest][1] : pause.start()].strip()
        twins = abuts and NEXT_FIGURE.match(text, pause.end())
        if before and not twins:
            yield from _clause(text, at, pause.start(), whole)
            at = pause.end()
    yield from _clause(text, at, end, whole)


def _clause(text: str, start: int, end: int, whole: int) -> Iterator[Clause]:
    follows = text[max(whole, start - REACH) : start]
    while start < end and text[start] in OPENERS:
        start += 1
    while start < end and text[end - 1] in CLOSERS:
        end -= 1
    if start < end:
        yield Clause(start, end, text[start:end], tuple(find_figures(text[start:end])), whole, follows)
