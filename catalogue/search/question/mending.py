"""Puts slips of the keyboard right: names and words of the field, and any word that cases print often enough."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, combinations
from operator import ne

from tantivy import Searcher

from catalogue.search.index.schema import ALL_PAIRS
from catalogue.search.text.analyser import Analyser

from .jargon import Jargon
from .spelling import SHORTEST_TO_MEND, Spelling

MOST_WORDS = 60_000
"""Words of the index that slips are looked for in: those that the most cases print."""
OFTEN_ENOUGH = 2
"""Cases that must print a common word before something else is taken for it."""
LONGEST = 10
"""Characters of the longest name that a slip is looked for in."""
LONGEST_TEXT = 30
"""Characters of the longest text that is looked through for slips."""
SHORTEST = 4
"""Characters of the shortest text in which one may be wrong, missing or too many; of fewer they may change places."""
RARE = 20
"""Counted less often in the dictionary's corpus, a word is as likely a slip as meant."""


@dataclass(frozen=True, eq=False)
class Mending:
    """The words that the index knows, by how they are written and read."""

    spelling: Spelling

    def slips(
        self, text: str, blank: Sequence[str], jargon: Jargon, analyser: Analyser, printed: Callable[[str], int]
    ) -> Iterator[tuple[str, str]]:
        """What in a folded text is a slip, and what was meant, longer ones first, none of them overlapping.

        Slips are looked for where one of the `blank` words stands, those that find nothing; or, where there is none of
        them, in the text as a whole: 执行和同 is made of words that stand in texts.
        """
        if len(text) > LONGEST_TEXT:
            return
        taken = [False] * len(text)
        for start, end in _windows(analyser.cut(text)):
            part = text[start:end]
            whole = not blank and len(part) == len(text)
            if any(taken[start:end]) or part.isascii() or not (whole or any(word in part for word in blank)):
                continue
            if name := self._meant(part, jargon, analyser, printed, whole=whole):
                taken[start:end] = [True] * (end - start)
                yield part, name

    def _meant(
        self, part: str, jargon: Jargon, analyser: Analyser, printed: Callable[[str], int], *, whole: bool
    ) -> str:
        """The name or word that was meant by a part of a text, which no case prints; "" where there is none."""
        if analyser.frequency(part) >= RARE or jargon.groups(part):
            return ""
        names, as_meant = jargon.spelling, whole or analyser.frequency(part) > 0
        for found in self._near(part, names, analyser, as_meant=as_meant):
            if found and printed(part):
                return ""
            often = {name: printed(name) for name in found}
            meant = [name for name in found if often[name] >= (1 if name in names.words else OFTEN_ENOUGH)]
            if meant:
                return min(meant, key=lambda name: (sum(map(ne, part, name)), name not in names.words, -often[name]))
        return ""

    def _near(self, part: str, names: Spelling, analyser: Analyser, *, as_meant: bool) -> Iterator[list[str]]:
        """What may be meant by a part, the likeliest first: what is easily confused with it, then other slips.

        What may well be `as_meant`, since it is made of words, must be close to a name of the field.
        """
        also_words = not as_meant or len(part) >= SHORTEST_TO_MEND
        yield [*_confused(names, part), *(_confused(self.spelling, part) if also_words else ())]
        if not _reads_well(part, analyser):
            yield _slips(names, part, analyser)
            if not as_meant:
                yield _slips(self.spelling, part, analyser)


def _confused(spelling: Spelling, part: str) -> list[str]:
    """Words that sound like the part, or have a character that looks like one of it."""
    return list(dict.fromkeys([*spelling.sounding_like(part), *spelling.taken_for(part)]))


def _slips(spelling: Spelling, part: str, analyser: Analyser) -> list[str]:
    """Words one slip away, but none that stands in the part: 压减环节 is no slip for 减环节.

    Of three characters two others are too few to go by: 拖太久 is no slip for 等太久.
    """
    near = (word for word in spelling.one_slip_from(part) if word not in part)
    alike = (word for word in near if len(part) >= SHORTEST or sorted(part) == sorted(word))
    return [word for word in alike if not _says_else(part, word, analyser)]


def _says_else(part: str, name: str, analyser: Analyser) -> bool:
    """Whether part and name are the same words but for one: 项目落地|快 and 难, 当场|办好 and 当天."""
    if len(part) != len(name):
        return False
    if any(part[cut] == name[cut] and _reads_well(part[cut], analyser) for cut in (slice(1, None), slice(-1))):
        return True
    cuts = (cut for at in range(2, len(part) - 1) for cut in (slice(at), slice(at, None)))
    others = ((part[cut], name[cut]) for cut in cuts if sum(map(ne, part, name)) == sum(map(ne, part[cut], name[cut])))
    return any(all(analyser.frequency(word) >= RARE for word in both) for both in others)


def _reads_well(part: str, analyser: Analyser) -> bool:
    """Whether a part is made of common words only, so that nothing in it looks like a slip: 供暖|服务."""
    words = analyser.cut(part)
    return all(len(word) > 1 and analyser.frequency(word) >= RARE for word in words)


def _windows(cut: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Stretches of whole words of a text, longest first."""
    borders = [0, *accumulate(map(len, cut))]
    windows = [(start, end) for start, end in combinations(borders, 2) if 1 < end - start <= LONGEST]
    yield from sorted(windows, key=lambda window: window[0] - window[1])


_latest: tuple[int, Mending] | None = None


def mending(searcher: Searcher, analyser: Analyser) -> Mending:
    """What the index knows, read from it when first needed and again when it has grown or shrunk by a tenth."""
    global _latest  # noqa: PLW0603  one a process
    cases = searcher.num_docs
    if _latest is None or abs(_latest[0] - cases) * 10 > _latest[0]:
        _latest = cases, Mending(Spelling(_words(searcher, analyser)))
    return _latest[1]


def _words(searcher: Searcher, analyser: Analyser) -> Iterator[str]:
    """Words that cases print often enough, the most frequent first; those of two characters stand among the pairs."""
    found = {
        word: number
        for field in ("text_words", ALL_PAIRS)
        for word, number in searcher.terms_with_prefix(field, "", limit=MOST_WORDS)
        if number >= OFTEN_ENOUGH and analyser.indexes(word)
    }
    yield from sorted(found, key=lambda word: -found[word])
