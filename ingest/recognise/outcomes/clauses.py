"""Sentences and clauses: where a statement with a figure begins and ends."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ingest.recognise.outcomes.figures import Found, find_figures
from ingest.recognise.outcomes.masks import blot

# What is read together is bounded, and cut at a comma, so that a run of words without a full stop is soon done with.
SENTENCE = re.compile(r"[^。！？；;!?…\n]{1,800}(?:(?<=[，、,])|(?=[。！？；;!?…\n])|\Z)|[^。！？；;!?…\n]{1,800}")
# 1,960 is one figure; “窗口前移，302项” are two clauses
COMMA = re.compile(r"[，：]|:(?!\d{3}(?!\d))|(?<!\d),|,(?!\d{3}(?!\d))")
# （优良天数309天，同比增加34天）: a remark of several clauses stands by itself, and so does one that takes apart the
# figure before it, as in 办理13万件（线上2万件、线下11万件）; （位列第9） does not
REMARK = re.compile(r"[（(](?P<inside>[^（）()]*)[）)]")
# 、, and “以及307件”, “和近6000个”
PAUSE = re.compile(r"、|(?:以及|和|及)(?=[近约超]?\s*\d)")
PAUSE_ONLY = re.compile(r"\s*(?:、|以及|和|及)\s*")
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
        since = max(cut for cut in cuts if cut <= remark.start())
        if not (COMMA.search(remark["inside"]) or _takes_apart(text[since : remark.start()], remark["inside"])):
            continue
        cuts |= {remark.start(), remark.start("inside"), remark.end("inside"), remark.end()}
    for left, right in pairwise(sorted(cuts)):
        if right - left > 1:
            yield left, right


def _takes_apart(before: str, inside: str) -> bool:
    """Whether a remark has figures of its own beside the figure that it stands behind."""
    return any(found.unit for found in find_figures(before)) and any(found.unit for found in find_figures(inside))


def _enumerated(text: str, start: int, end: int) -> Iterator[Clause]:
    """A part as clauses, cut at 、 where each side has a figure of its own: 企业开办1日办结、不动产登记3日办结."""
    while start < end and text[start] in OPENERS:
        start += 1
    whole, at = start, start
    figures = find_figures(text[start:end])
    places = [start + found.start for found in figures]
    for pause in PAUSE.finditer(text, start, end):
        nearest = bisect_right(places, pause.start()) - 1
        if nearest + 1 >= len(figures):
            break
        if nearest >= 0 and places[nearest] >= at and not _of_one_thing(text, start, figures[nearest : nearest + 2]):
            yield from _clause(text, at, pause.start(), whole)
            at = pause.end()
    yield from _clause(text, at, end, whole)


def _of_one_thing(text: str, start: int, pair: list[Found]) -> bool:
    """Whether two figures next to each other are said of the same: 10个、30个工作日, not 2个环节、3份材料."""
    left, right = pair
    abut = PAUSE_ONLY.fullmatch(text[start + left.end : start + right.start])
    return bool(abut) and (left.unit in ("", "个", right.unit) or "分别" in text[start : start + left.start])


def _clause(text: str, start: int, end: int, whole: int) -> Iterator[Clause]:
    follows = text[max(whole, start - REACH) : start]
    while start < end and text[start] in OPENERS:
        start += 1
    while start < end and text[end - 1] in CLOSERS:
        end -= 1
    if start < end:
        yield Clause(start, end, text[start:end], tuple(find_figures(text[start:end])), whole, follows)
