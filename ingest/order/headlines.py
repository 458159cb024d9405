"""How much speaks for a line of a newspaper's page being the title of an article."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from ingest.order.affinity import Fragment
from ingest.order.seams import HEAD_WORD, OPENER, SENTENCE, Passage, is_first_line
from ingest.recognise.places import DATELINE
from ingest.sentence_ends import CLOSED
from ingest.types import Block

SHORTEST, LONGEST = 4, 45
"""Characters of a title; of two lines of one the second may be shorter."""
SHORTEST_NAME = 2
"""Characters of a column's name over its title (微言, 短评)."""
SPARSE = 0.4
"""Of the passages, that stand behind a blank line: where more do, it says nothing."""
DEEPEST = 3
"""Lines of a title, a subtitle among them."""
SUBTITLE = re.compile(r"—{1,2}|--")
PAPER = re.compile(
    r"(?!.*(?:[简通快专汇年月海预申填]|情)报$)[\u4e00-\u9fff]{3,10}报$"
)  # "江西日报": over the first article
PLACE = re.compile(r"[\u4e00-\u9fff·]{2,12}[：:]\S")

BASE, SIGNED, UNDERLINED, NARROW, OF_PLACE, HALVED, SET_OFF = 1.0, 4.0, 3.0, 2.0, 1.5, 1.5, 1.0
"""Anything that reads like a title; above a writer's name or dateline; above a subtitle; one
line too narrow in a text set in lines; opening with a place and a
colon; in two halves; behind a blank line, where not every paragraph is."""


def fragments_of(
    passages: Sequence[Passage],
    blocks: Sequence[Block],
    bylines: Collection[int],
    jumps: Mapping[int, int],
    full: Collection[int] = (),
) -> list[Fragment]:
    """The passages with what is printed around them.

    `bylines` are the source offsets of the writers' names put aside; `jumps` say which passages go on where; `full`
    are the lines as wide as the text is set, where the blocks are lines, and none where they are paragraphs.
    """
    signed = _followed(blocks, bylines)
    if full:
        lines = [_as_line(passage, is_full=passage.index in full) for passage in passages]
    else:
        lines = [_as_text(passage) if is_first_line(passages, passage.index) else passage for passage in passages]
    titles = _Titles(lines, blocks, signed, of_lines=bool(full)).scores()
    arrivals = set(jumps.values())
    return [
        Fragment(
            passage,
            titles[i],
            is_line=bool(full) and passage.is_broken_off,
            closes_article=i in signed and _is_closed(passages[i]) and i not in jumps,
            goes_on_at=jumps.get(i),
            is_arrival=i in arrivals,
        )
        for i, passage in enumerate(lines)
    ]


def _followed(blocks: Sequence[Block], offsets: Collection[int]) -> set[int]:
    """The blocks behind which, before the next, one of the offsets lies."""
    begins = [block.text.offset(0) for block in blocks]
    return {at - 1 for offset in offsets if (at := bisect(begins, offset))}


def _as_line(passage: Passage, *, is_full: bool) -> Passage:
    """The passage as one line of a text set in lines: a full one without a full stop goes on."""
    return replace(passage, is_heading=False, is_broken_off=is_full and not _is_closed(passage))


def _as_text(passage: Passage) -> Passage:
    """What looks like a heading as a line of text that breaks off."""
    return replace(passage, is_heading=False, is_broken_off=True)


def _is_closed(passage: Passage) -> bool:
    return not passage.is_broken_off and not passage.is_heading


class _Titles:
    """The passages of a document as titles of articles."""

    def __init__(
        self, passages: Sequence[Passage], blocks: Sequence[Block], signed: Collection[int], *, of_lines: bool
    ) -> None:
        self._passages, self._blocks, self._signed, self._of_lines = passages, blocks, signed, of_lines
        self._is_sparse = sum(bool(block.gap_before) for block in blocks) < SPARSE * len(blocks)

    def scores(self) -> list[float]:
        """What speaks for each; of lines that read like one title only the first may begin an article."""
        scores = [self._score(i) for i in range(len(self._passages))]
        if self._of_lines:
            return scores
        return [0.0 if i and scores[i - 1] else score for i, score in enumerate(scores)]

    def _score(self, i: int) -> float:
        passage = self._passages[i]
        if not self._may_be_title(passage) or not (self._of_lines or passage.is_heading):
            return 0.0
        signs = self._is_signed(i)
        narrow = self._of_lines and self._interrupts(i)
        if self._of_lines and not signs and not narrow:
            return 0.0
        behind = self._passages[i + 1].text if i + 1 < len(self._passages) else ""
        return (
            BASE
            + (SIGNED if signs else NARROW * narrow)
            + UNDERLINED * bool(SUBTITLE.match(behind))
            + OF_PLACE * bool(PLACE.match(passage.text))
            + HALVED * (" " in passage.text)
            + SET_OFF * (self._is_sparse and bool(self._blocks[i].gap_before))
        )

    def _may_be_title(self, passage: Passage) -> bool:
        text = passage.text
        return (
            (SHORTEST_NAME if passage.is_heading else SHORTEST) <= len(text) <= LONGEST
            and passage.label is None
            and not SENTENCE.search(text)
            and text[-1] not in "，、：；"
            and not HEAD_WORD.match(text)
            and not SUBTITLE.match(text)
            and not OPENER.match(text)
            and not PAPER.match(text)
            and not DATELINE.match(text)
        )

    def _is_signed(self, i: int) -> bool:
        """Whether a writer's name or a dateline stands below, at most with lines of the same title between."""
        for n in range(i, min(i + DEEPEST, len(self._passages))):
            line = self._passages[n]
            if n > i and not (self._may_be_title(line) or SUBTITLE.match(line.text) or self._ends_line(line)):
                return False
            if n in self._signed or (n + 1 < len(self._passages) and DATELINE.match(self._passages[n + 1].text)):
                return True
        return False

    def _interrupts(self, i: int) -> bool:
        """Whether it, or the line below, is too narrow for a sentence that goes on, and the line above breaks off."""
        if not i or not self._passages[i - 1].is_broken_off:
            return False
        return any(
            not line.is_broken_off and not CLOSED.search(line.text) and not SUBTITLE.match(line.text)
            for line in self._passages[i : i + 2]
        )

    def _ends_line(self, line: Passage) -> bool:
        """Whether it is the short last line of a title set in lines."""
        return self._of_lines and len(line.text) < SHORTEST and not CLOSED.search(line.text)
