"""What speaks for a passage being part of one article of a page rather than of another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.lexicon import WordModel
from ingest.order.seams import CLIPPED, HEAD_WORD, LINE_LENGTH, RUN_IN, TAIL_WORD, UNITS_FIRST, Passage, Seams
from ingest.order.subjects import Subjects

BACK = 4
"""Passages of an article whose subject is compared with that of the next one, besides its title."""
LINES_BACK = 10
"""The same of lines."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """A passage of a page, and what is printed around it."""

    passage: Passage
    title: float = 0.0
    """How much speaks for its being the title of an article; 0 where it cannot be one."""
    is_line: bool = False
    """It is one line, as wide as the text is set: most such lines go on in the next."""
    closes_article: bool = False
    """A writer's name is printed behind it, as at the end of an article."""
    goes_on_at: int | None = None
    """The passage with which, it says, its article goes on."""
    is_arrival: bool = False
    """It says that its article comes from another page."""

    @property
    def breaks_off(self) -> bool:
        """It ends in the middle of a sentence."""
        return self.passage.is_broken_off


class Affinity:
    """A stretch of fragments; each is asked for by its index in the whole document."""

    SUBJECT = 25.0
    """For a likeness of 1 of the words in both."""
    SEEN = 1.5
    """For the words at the seam, each time they stand together elsewhere on the page."""
    NUMBER_FITS, NUMBER_MISSED = 2.0, -2.5
    LEAST, MOST = -5.0, 8.0
    """Bounds of the evidence at one seam."""
    LOST, LOST_SURELY = -3.0, -5.0
    """For an article that ends without a full stop; and with a comma, or with what wants more words."""
    INTERRUPTED = -8.0
    """A sentence broken off before what cannot continue it."""
    TORN = -3.0
    """A passage that begins as no sentence does, behind a whole one."""
    CLIPPED_ELSEWHERE = -1.5
    """One that begins with the end of a word or clause, behind a break to which that does not belong."""
    SWITCH_WHOLE = -2.0
    """From or to an article that has not broken off."""
    SWITCH_LINE = -1.5
    """The same on a page set in lines, where columns end anywhere; half as much for the article resumed."""
    TEARS_HEADING = 2.5
    """The least evidence of a word for what looks like a heading being a line broken off."""
    BARE_TITLE = -5.0
    """For a title without text below it."""
    AS_TOLD = 12.0
    """For going on where the paper says that it does; against going on anywhere else."""
    GOES_ON = 1.5
    """Of lines, for going on in the next: a column has several."""
    GOES_ON_TORN = 0.5
    """Of paragraphs that broke off, for going on in the next."""

    def __init__(self, fragments: Sequence[Fragment], stretch: range, words: WordModel) -> None:
        self.stretch = stretch
        self._fragments = fragments
        self._seams = Seams(words)
        self.of_lines = any(fragments[i].is_line for i in stretch)
        self._back = LINES_BACK if self.of_lines else BACK
        self._scores: dict[tuple[int, int], float] = {}
        self._subjects = Subjects({i: fragments[i].passage.text for i in stretch})

    def title(self, i: int) -> float:
        return self._fragments[i].title

    def ends(self, i: int) -> float:
        """For an article ending with the passage."""
        passage = self._fragments[i].passage
        if not passage.is_broken_off:
            return 0.0
        surely = passage.text[-1] in "，、" or TAIL_WORD.search(passage.text) or passage.left_open
        return self.LOST_SURELY if surely else self.LOST

    def is_finished(self, i: int) -> bool:
        """Whether an article ends with the passage."""
        return self._fragments[i].closes_article

    def is_bare(self, article: tuple[int, ...]) -> bool:
        """Whether a text has to follow: an article that is nothing but its title, or that ends with a heading."""
        passage = self._fragments[article[-1]].passage
        if passage.is_heading and (passage.label is not None or len(passage.text) < LINE_LENGTH):
            return True
        return all(self._fragments[i].title > 0 for i in article)

    def word(self, tail: int, head: int) -> float:
        """How much a word torn apart between them speaks for the two."""
        return self._seams.word_gain(self._fragments[tail].passage.text, self._fragments[head].passage.text)

    def parts_sentence(self, tail: int, head: int) -> bool:
        """Whether the break between them is in the middle of a sentence; what looks like a heading may be a line."""
        before, behind = self._fragments[tail].passage, self._fragments[head].passage
        if before.is_broken_off:
            return True
        may_be_line = before.is_heading and before.is_unmarked and len(before.text) >= LINE_LENGTH
        return may_be_line and behind.can_continue and self.word(tail, head) >= self.TEARS_HEADING

    def stays(self, article: tuple[int, ...], i: int) -> float:
        """For the article being printed going on with the next passage."""
        tail = self._fragments[article[-1]]
        if tail.goes_on_at is not None or self._fragments[i].is_arrival:
            return self.AS_TOLD if tail.goes_on_at == i else -self.AS_TOLD
        score = self._seam(article[-1], i) + self._around(article, i)
        if not tail.title:
            score -= self._fragments[i].title
        if tail.closes_article:
            return score + self.SWITCH_WHOLE
        if not tail.breaks_off:
            return score
        return score + (self.GOES_ON if tail.is_line else self.GOES_ON_TORN)

    def resumes(self, article: tuple[int, ...], i: int, *, leaving: tuple[int, ...]) -> float:
        """For an article going on with a passage printed behind another article, `leaving`."""
        tail = self._fragments[article[-1]]
        if tail.goes_on_at is not None or self._fragments[i].is_arrival:
            return self.AS_TOLD if tail.goes_on_at == i else -self.AS_TOLD
        score = self._seam(article[-1], i) + self._around(article, i) - self._fragments[i].title
        whole = self.SWITCH_LINE if self.of_lines else self.SWITCH_WHOLE
        left = self._fragments[leaving[-1]]
        if self.is_bare(leaving):
            score += self.BARE_TITLE
        elif not left.breaks_off and not left.closes_article:
            score += whole
        if not self.parts_sentence(article[-1], i):
            score += whole / 2 if self.of_lines else whole
        return score

    def _seam(self, tail: int, head: int) -> float:
        if (tail, head) not in self._scores:
            self._scores[tail, head] = self._seam_score(tail, head)
        return self._scores[tail, head]

    def _seam_score(self, tail: int, head: int) -> float:
        before, behind = self._fragments[tail].passage, self._fragments[head].passage
        if self.parts_sentence(tail, head):
            if not behind.can_continue:
                return self.INTERRUPTED
            score = self._seams.joined(before, behind) + self.SEEN * self._subjects.seen(tail, head)
            if UNITS_FIRST.match(behind.text) and before.text[-1:] not in "，。、；：":
                score -= self.TORN
            if CLIPPED.match(behind.text) and self.word(tail, head) <= 0:
                score += self.CLIPPED_ELSEWHERE
            if RUN_IN.match(behind.text) and self.word(tail, head) <= 0:
                score += self.TORN
            return max(self.LEAST, min(self.MOST, score))
        if not behind.can_continue:
            return 0.0
        gain = 0.0 if before.is_heading else self.word(tail, head)
        torn = (
            HEAD_WORD.match(behind.text) or UNITS_FIRST.match(behind.text) or (gain <= 0 and CLIPPED.match(behind.text))
        )
        return self.TORN if torn else 0.0

    def _around(self, article: tuple[int, ...], i: int) -> float:
        subject = (article[0], *article[1:][-self._back :])
        return self.SUBJECT * self._subjects.likeness(subject, (i,)) + self._number(article, i)

    def _number(self, article: tuple[int, ...], i: int) -> float:
        """Whether the passage has the number to which the article leads up."""
        label = self._fragments[i].passage.label
        if label is None:
            return 0.0
        labels = (self._fragments[n].passage.label for n in reversed(article))
        last = next((other.number for other in labels if other and other.style == label.style), 0)
        if label.number == last + 1:
            return self.NUMBER_FITS if last else 0.0
        return self.NUMBER_MISSED if label.number > 1 else 0.0
