"""Words that are one slip away from what was typed, sound like it, or are spelt so in pinyin."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from pypinyin import lazy_pinyin

from .confusion import are_confused

SHORTEST_TO_MEND = 3
"""Characters of the shortest word that a slip is looked for in: of two, one wrong leaves too little to go by."""
SHORTEST_READ = 3
"""Letters of the shortest run that is read as initials: two stand for too much."""

LATIN = re.compile(r"[a-z]+")
MOST_WORDS_READ = 4
"""Words that one run of pinyin may be made of: hunan|changsha|huodedianli."""


class Spelling:
    """Looks words up by what was meant for them; all in memory, some hundred bytes a word."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = dict.fromkeys(words)
        self._shortened: defaultdict[str, list[str]] = defaultdict(list)
        self._read: defaultdict[str, list[str]] = defaultdict(list)
        self._initials: defaultdict[str, list[str]] = defaultdict(list)
        for word in self.words:
            for short in _shortened(word):
                self._shortened[short].append(word)
            syllables = _read_aloud(word)
            self._read["".join(syllables)].append(word)
            self._initials["".join(syllable[:1] for syllable in syllables)].append(word)

    def one_slip_from(self, typed: str) -> list[str]:
        """Words of three characters and more with one wrong, missing, too many or changed for its neighbour."""
        if len(typed) < SHORTEST_TO_MEND:
            return []
        return [word for word in self._near(typed) if len(word) >= SHORTEST_TO_MEND and _is_one_slip(typed, word)]

    def taken_for(self, typed: str) -> list[str]:
        """Words with one character that is easily confused with the one typed: 内汪 → 内江, 重清 → 重庆."""
        return [word for word in self._near(typed) if _is_confused(typed, word)]

    def _near(self, typed: str) -> Iterator[str]:
        """Other words that are the same but for a character here or there."""
        near = (word for short in _shortened(typed) for word in self._shortened.get(short, ()))
        return (word for word in dict.fromkeys(near) if word != typed)

    def sounding_like(self, typed: str) -> list[str]:
        """Other words of as many characters that are read the same, tones aside: 跨镜贸易 → 跨境贸易."""
        words = self._read.get("".join(lazy_pinyin(typed)), ())
        return [word for word in words if word != typed and len(word) == len(typed)]

    def read(self, latin: str) -> list[str]:
        """Words that are spelt so in pinyin; else those that have these initials."""
        return [*self._read.get(latin, ()), *(self._initials.get(latin, ()) if len(latin) >= SHORTEST_READ else ())]

    def read_in_a_row(self, latin: str, most: int = MOST_WORDS_READ) -> list[str]:
        """Words whose pinyin, one after the other, makes this up: changshahuodedianli → 长沙, 获得电力."""
        if not latin:
            return []
        for end in range(len(latin), 2, -1):
            if words := self._read.get(latin[:end]):
                if end == len(latin):
                    return [words[0]]
                if most > 1 and (rest := self.read_in_a_row(latin[end:], most - 1)):
                    return [words[0], *rest]
        return []

    def mixed(self, typed: str) -> Iterator[str]:
        """Words typed half in characters, half in pinyin or initials: huode电力, hd电力."""
        pieces = re.findall(r"[a-z]+|[^a-z]+", typed)
        characters = [piece for piece in pieces if not LATIN.fullmatch(piece)]
        if characters and len(characters) < len(pieces):
            for word in self.words:
                if characters[0] in word and _spells(pieces, word):
                    yield word


def without_tones(text: str) -> str:
    """A text without the marks of tones, so that huòdé is huode; ü and v are u, as initials and lists write them."""
    bare = "".join(part for part in unicodedata.normalize("NFKD", text) if not unicodedata.combining(part))
    return bare.replace("'", "")


@lru_cache(maxsize=2**15)
def _read_aloud(word: str) -> tuple[str, ...]:
    """The syllables of a word; remembered, since all ten thousand names are gone through anew when one has changed."""
    return tuple(lazy_pinyin(word))


def _shortened(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _is_one_slip(a: str, b: str) -> bool:
    if len(a) == len(b):
        wrong = [at for at in range(len(a)) if a[at] != b[at]]
        swapped = (
            len(wrong) == 2 and wrong[1] == wrong[0] + 1 and a[wrong[0]] == b[wrong[1]] and a[wrong[1]] == b[wrong[0]]
        )
        return len(wrong) == 1 or swapped
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return len(longer) == len(shorter) + 1 and shorter in _shortened(longer)


def _is_confused(a: str, b: str) -> bool:
    wrong = [pair for pair in zip(a, b, strict=False) if pair[0] != pair[1]]
    return len(a) == len(b) and len(wrong) == 1 and are_confused(*wrong[0])


def _spells(pieces: Sequence[str], word: str) -> bool:
    """Whether these pieces, characters or pinyin or initials, make up the word from its beginning to its end."""
    if not pieces or not word:
        return not pieces and not word
    piece, rest = pieces[0], pieces[1:]
    if not LATIN.fullmatch(piece):
        return word.startswith(piece) and _spells(rest, word[len(piece) :])
    for size in range(1, len(word) + 1):
        syllables = lazy_pinyin(word[:size])
        if piece in ("".join(syllables), "".join(s[:1] for s in syllables)) and _spells(rest, word[size:]):
            return True
    return False
