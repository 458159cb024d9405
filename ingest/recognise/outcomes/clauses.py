"""Sentences and clauses: where a statement with a figure begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ingest.recognise.outcomes.figures import Found, find_figures
from ingest.recognise.outcomes.masks import blot

SENTENCE = re.compile(r"[^。！？；;!?\n]+")
COMMA = re.compile(r"[，,：:](?!\d{3}(?!\d))")
# （空气质量优良天数309天，同比增加34天）: a remark of several clauses stands by itself; （位列第9） does not
REMARK = re.compile(r"[（(](?P<inside>[^（）()]*[，,][^（）()]*)[）)]")
PAUSE = re.compile(r"、")
# “10个、30个工作日”, “30多份申请材料、耗时20个工作日”
NEXT_FIGURE = re.compile(r"\s*\d")


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a paragraph: its place there, its text with unmeasured figures blotted out, its figures."""

    start: int
    end: int
    text: str
    figures: tuple[Found, ...]


def sentences(paragraphs: str) -> Iterator[list[Clause]]:
    """The clauses of each sentence, in order; those without a figure too, they set the scene."""
    blotted = blot(paragraphs)
    for sentence in SENTENCE.finditer(blotted):
        yield [clause for start, end in _spans(blotted, *sentence.span()) if (clause := _clause(blotted, start, end))]


def _clause(text: str, start: int, end: int) -> Clause | None:
    while start < end and text[start] in " \u3000”’）)、":
        start += 1
    while start < end and text[end - 1] in " \u3000“‘（(、":
        end -= 1
    if start >= end:
        return None
    return Clause(start, end, text[start:end], tuple(find_figures(text[start:end])))


def _spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the clauses of the sentence `text[start:end]` are."""
    cuts = {start, end}
    for comma in COMMA.finditer(text, start, end):
        cuts |= {comma.start(), comma.end()}
    for remark in REMARK.finditer(text, start, end):
        cuts |= {remark.start(), remark.start("inside"), remark.end("inside"), remark.end()}
    edges = sorted(cuts)
    for left, right in pairwise(edges):
        if right - left > 1:
            yield from _listed(text, left, right)


def _listed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A clause, cut at 、 where each side has a figure of its own: 企业开办1日办结、不动产登记3日办结."""
    at = start
    for pause in PAUSE.finditer(text, start, end):
        before, after = text[at : pause.start()], text[pause.end() : end]
        if find_figures(before) and find_figures(after) and not NEXT_FIGURE.match(after):
            yield at, pause.start()
            at = pause.end()
    yield at, end
