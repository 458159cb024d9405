"""Articles printed beside each other, whose columns a copy of the page mixed up: each made whole again.

Such a page is told by a title that stands where a sentence has broken off. From there on every passage belongs to one
of the articles begun, and every article goes on from its own last passage: the likeliest way to deal the passages out
is sought from the first to the last. Words torn apart, brackets left open, what is talked about, the numbering and the
writers' names tell which way is likelier. Unless it is far likelier than the page as printed, nothing is moved.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import nlargest
from itertools import islice, pairwise

from ingest.lexicon import WordModel
from ingest.order.affinity import Affinity, Fragment
from ingest.order.mixed import Doubt
from ingest.order.seams import CLAUSE_END, LINE_LENGTH

BEAM, ALIKE = 40, 2
"""Ways of dealing out that are kept at a time, and how many of them may end alike."""
MOST_ARTICLES = 6
"""Articles that columns may mix up at a time, the last ones begun."""
BEFORE, BEHIND, LONGEST = 40, 60, 300
"""Passages before and behind a title in mid-sentence that may stand on the same page, and the longest page."""
LINES = 3
"""How many times as many lines there may be."""
TEXT = 30
"""Characters of a line broken off that is text, if it has no clauses."""
BEGUN = -2.5
"""For each article begun; what makes a line a title is set off against it."""
TOLD, TOLD_IN_LINES = 2.9, 4.0
"""What makes a title certain enough to ask, of a page on which one interrupts a sentence, whether it is mixed up."""
CONVINCING, CONVINCING_IN_LINES = 2.5, 6.0
"""What must be gained over the best way to read the page as it is printed."""
SURE = 1.5
"""What any other way must lose for a join to need no second look."""


@dataclass(frozen=True, slots=True)
class Parting:
    """How the passages of a document are put in order, article by article."""

    order: tuple[int, ...]
    resumed: dict[int, int]
    """Last passage of an article before a break → the passage, printed elsewhere, with which it goes on."""
    torn: frozenset[int]
    """Those of the latter that go on in the middle of a sentence."""
    titles: frozenset[int]
    """Passages with which the articles of a mixed-up page begin."""
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True)
class _Dealing:
    """One way to deal out the passages so far."""

    score: float
    articles: tuple[tuple[int, ...], ...]
    current: int
    resumed: tuple[tuple[int, int], ...] = ()

    @property
    def ends(self) -> tuple[int, ...]:
        """What decides how it can go on."""
        return (self.current, *(article[-1] for article in self.articles[-MOST_ARTICLES:]))


def part_articles(fragments: Sequence[Fragment], words: WordModel) -> Parting | None:
    """The articles of pages that are mixed up beyond doubt, each in one piece; None where there are no such pages."""
    order: list[int] = []
    resumed: dict[int, int] = {}
    torn: set[int] = set()
    titles: set[int] = set()
    doubts: list[Doubt] = []
    for stretch in _stretches(fragments, words):
        affinity = Affinity(fragments, stretch, words)
        best, others = _dealt(affinity)
        if best is None:
            continue
        order += [*range(len(order), stretch.start), *(i for article in best.articles for i in article)]
        resumed |= dict(best.resumed)
        torn |= {head for tail, head in best.resumed if affinity.parts_sentence(tail, head)}
        titles |= {article[0] for article in best.articles[1:]}
        doubts += _doubts(best, others)
    if not resumed:
        return None
    return Parting(
        (*order, *range(len(order), len(fragments))), resumed, frozenset(torn), frozenset(titles), tuple(doubts)
    )


def _stretches(fragments: Sequence[Fragment], words: WordModel) -> list[range]:
    """The parts of a document that may be mixed up: around the titles that interrupt a sentence."""
    found: list[range] = []
    affinity = Affinity(fragments, range(0), words)
    for before, fragment in pairwise(fragments):
        i = fragment.passage.index
        told = TOLD_IN_LINES if before.is_line else TOLD
        interrupts = fragment.title >= told and _is_text(before) and affinity.word(i - 1, i) <= 0
        if not interrupts and before.goes_on_at is None:
            continue
        times = LINES if before.is_line or fragment.is_line else 1
        start = max(0, i - times * BEFORE)
        stop = min(len(fragments), max(before.goes_on_at or 0, i) + times * BEHIND)
        if found and start < found[-1].stop and stop - found[-1].start <= times * LONGEST:
            found[-1] = range(found[-1].start, stop)
        else:
            found.append(range(max(start, found[-1].stop) if found else start, stop))
    return [stretch for stretch in found if len(stretch) > LINE_LENGTH // 4]


def _is_text(fragment: Fragment) -> bool:
    """Whether it is a sentence broken off, not a title broken over two lines."""
    text = fragment.passage.text
    return fragment.breaks_off and (fragment.is_line or len(text) >= TEXT or bool(CLAUSE_END.search(text)))


def _dealt(affinity: Affinity) -> tuple[_Dealing | None, list[_Dealing]]:
    """The likeliest way to deal out a page where it convinces, and the others beside it."""
    start = affinity.stretch.start
    ways = [_Dealing(0.0, ((start,),), 0)]
    printed = ways
    for i in affinity.stretch[1:]:
        ways = _likeliest(longer for way in ways for longer in _extended(way, i, affinity))
        printed = _likeliest(longer for way in printed for longer in _extended(way, i, affinity) if not longer.resumed)
    ways = sorted((_finished(way, affinity) for way in ways), key=lambda way: -way.score)
    as_printed = max(_finished(way, affinity).score for way in printed)
    torn = sum(affinity.parts_sentence(*pair) for pair in ways[0].resumed)
    convincing = CONVINCING_IN_LINES if affinity.of_lines else CONVINCING
    if 2 * torn <= len(ways[0].resumed) or ways[0].score - as_printed < convincing:
        return None, []
    return ways[0], ways[1:]


def _likeliest(ways: Iterator[_Dealing]) -> list[_Dealing]:
    kept: list[_Dealing] = []
    alike: dict[tuple[int, ...], int] = {}
    for way in nlargest(BEAM * ALIKE, ways, key=lambda way: way.score):
        alike[way.ends] = alike.get(way.ends, 0) + 1
        if alike[way.ends] <= ALIKE:
            kept.append(way)
            if len(kept) == BEAM:
                break
    return kept


def _extended(way: _Dealing, i: int, affinity: Affinity) -> Iterator[_Dealing]:
    """The passage `i` as part of the article being printed, of one printed before, or as the title of a new one."""
    for at, article in islice(enumerate(way.articles), max(0, len(way.articles) - MOST_ARTICLES), None):
        articles = (*way.articles[:at], (*article, i), *way.articles[at + 1 :])
        if at == way.current:
            yield _Dealing(way.score + affinity.stays(article, i), articles, at, way.resumed)
        elif not affinity.is_finished(article[-1]):
            score = way.score + affinity.resumes(article, i, leaving=way.articles[way.current])
            yield _Dealing(score, articles, at, (*way.resumed, (article[-1], i)))
    title = affinity.title(i)
    if title > 0 and not affinity.is_bare(way.articles[way.current]):
        score = way.score + title + BEGUN
        yield _Dealing(score, (*way.articles, (i,)), len(way.articles), way.resumed)


def _finished(way: _Dealing, affinity: Affinity) -> _Dealing:
    return replace(way, score=way.score + sum(affinity.ends(article[-1]) for article in way.articles))


def _doubts(best: _Dealing, others: Sequence[_Dealing]) -> Iterator[Doubt]:
    """The joins without which the page reads nearly as well."""
    for tail, head in best.resumed:
        other = next((way for way in others if (tail, head) not in way.resumed), None)
        if other is not None and best.score - other.score < SURE:
            yield Doubt(tail, head, _following(other, tail))


def _following(way: _Dealing, tail: int) -> int | None:
    for article in way.articles:
        if tail in article[:-1]:
            return article[article.index(tail) + 1]
    return None
