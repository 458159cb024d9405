"""How printed headings read: short and whole on a line of their own, or up to a mark in the first sentence."""

from __future__ import annotations

import re
from typing import Final

from ingest.outline.asides import DUTY_LINE, NOT_A_HEADING
from ingest.types import SpannedText

LONGEST_HEADING: Final = 50
"""Characters. Longer lines are text; printed headings of the genre end well before."""
MOST_CLAUSES: Final = 3
"""Clauses of a sentence that heads others; two of one that stands alone or tells a figure."""
CLOSED: Final = re.compile(r"[。！？；：，、!?;:,…][”’」』）)]*$")
_ANNOUNCING: Final = re.compile(r"[\u4e00-\u9fff]{2,8}[：:]$")  # “主要做法：”
SENTENCE_END: Final = re.compile(r"[。！？!?]")
_STOP: Final = re.compile(r"[。！？!?；;：:，,]")
_CLAUSE: Final = re.compile(r"[，,；;：:。]")
# “通过整合窗口，” “在政务大厅，”: what is done stands in the clause after it
_CIRCUMSTANCE: Final = re.compile(
    r"线[上下]$|(?:通过|依托|针对|根据|按照|借助|立足)[^，,]+$|对[^，,]+的$|为了?[^，,]+$"
    r"|(?:在|从)[^，,]+(?:上|中|下|里|内|前|后|时|期间|方面|基础|环节|领域|大厅|窗口|平台)$"
)
_DASH: Final = re.compile(r"(?P<heading>[^。！？!?；;：:，,—《]{2,20})—{2}(?=[^”’》]{15})")  # “流程再造——合并…”
_DIGIT: Final = re.compile(r"\d")
_SAID: Final = re.compile(r"(?:说|道|表示|介绍|指出|认为|强调|如下|包括|例如|比如)$")


def is_heading_line(text: str) -> bool:
    """Whether a line reads like a printed heading: short, one clause or two, no closing punctuation."""
    if _ANNOUNCING.match(text):
        return not DUTY_LINE.match(text)
    return (
        2 <= len(text) <= LONGEST_HEADING
        and not CLOSED.search(text)
        and not SENTENCE_END.search(text.rstrip("！？!?"))
        and not NOT_A_HEADING.match(text)
        and not DUTY_LINE.match(text)
    )


def is_whole_heading(rest: str) -> bool:
    """A labelled line that is nothing but its heading; with a full stop only where it is too short for a sentence."""
    if rest.endswith(("。", "；", ";")):
        return len(rest) <= 24 and not _STOP.search(rest[:-1])
    return len(rest) <= LONGEST_HEADING and not SENTENCE_END.search(rest) and not re.search(r"[；;].", rest)


def run_in_heading(rest: SpannedText) -> tuple[SpannedText, SpannedText]:
    """The heading printed at the start of a labelled paragraph, and the text after it.

    To the colon or dash where one comes first (建设“专业化”团队：成立…), to the first full stop where that sentence is
    short enough to be a heading (强化培训，提升综合素质和服务能力。大力…), else the first clause.
    """
    text = rest.text
    if dash := _DASH.match(text):
        return rest[: dash.end("heading")], rest[dash.end() :].strip()
    end = SENTENCE_END.search(text)
    sentence = text[: end.start()] if end else text
    heads = len(sentence) + 1 < len(text) and not _DIGIT.search(sentence)
    few = len(_CLAUSE.findall(sentence)) < (MOST_CLAUSES if heads else 2)
    colon = re.search(r"[：:]", sentence)
    first = first_clause(text)
    if colon and _ends_at_colon(sentence[: colon.start()]):
        at = colon.start()
    elif not re.search(r"[；;].", sentence) and (len(sentence) <= 24 or (few and len(sentence) <= 36)):
        at = len(sentence)
    else:
        at = first if first >= 2 else len(sentence)
    return rest[:at], rest[at + 1 :].strip()


def _ends_at_colon(words: str) -> bool:
    """“建设“专业化”团队” and “促重整，挽救危困企业” before a colon, not what somebody says."""
    stops = _STOP.findall(words)
    return (not stops and len(words) <= 30) or (
        stops in (["，"], [","]) and len(words) <= 24 and not _SAID.search(words)
    )


def first_clause(text: str) -> int:
    """Where the first clause that says what is done ends; -1 where the text has no clauses."""
    first = _CLAUSE.search(text)
    if first and _CIRCUMSTANCE.match(text[: first.start()]):
        second = _CLAUSE.search(text, first.end())
        first = second if second and second.start() <= LONGEST_HEADING else first
    return first.start() if first else -1
