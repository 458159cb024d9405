"""How likely a run of Chinese characters is, by the frequencies of jieba's dictionary.

Only the dictionary file is read, not jieba's own loader, which writes a cache that other users of the machine share.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

LONGEST_WORD = 6
"""Longer entries are names and sayings that no column breaks tell apart."""

FIELD_WORDS = (
    "营商、营商环境、放管服、一网通办、一件事、一窗、政务服务、市场主体、经营主体、免申即享、惠企、证照、报装、"
    "接电、帮办、容缺、承诺制、专班、经开区、高新区、自贸区、办件、好差评、双随机、不动产、行政审批、告知承诺、"
    "便民、小微企业、获得感、满意度、简政放权、信用修复、助企、纾困、亲清、一次办、中介超市"
)
"""Words that every text of this field uses and a general dictionary lacks or counts too low."""
FIELD_FREQUENCY = 3000
"""As often as a common word of the dictionary."""

BEGINNER = 4.0
"""How many times commoner than alone a character must be as the first of a word to be one that begins words."""


class WordModel:
    """A unigram model of words: the likeliest cut of a text is the one whose words are commonest together."""

    def __init__(self, frequencies: Mapping[str, int]) -> None:
        """`frequencies`: how often each word was counted in a corpus."""
        self._log_total = math.log(sum(frequencies.values()) or 1)
        self._log = {word: math.log(number) - self._log_total for word, number in frequencies.items() if number}
        self._beginnings: dict[str, float] = {}
        for word, number in frequencies.items():
            if len(word) > 1:
                share = number / math.exp(self._log_total)
                self._beginnings[word[0]] = self._beginnings.get(word[0], 0.0) + share

    def begins_words(self, character: str) -> bool:
        """Whether the character is met far more often at the beginning of a longer word than on its own."""
        return self._beginnings.get(character, 0.0) > BEGINNER * math.exp(self._log.get(character, -self._log_total))

    def log_probability(self, text: str) -> float:
        """The natural logarithm of the probability of the likeliest cut of `text` into words."""
        return self._likeliest(text)[0][-1]

    def knows(self, word: str) -> bool:
        """Whether the corpus has it as a word."""
        return word in self._log

    def words(self, text: str) -> list[str]:
        """The likeliest cut of `text`, in its order."""
        _, starts = self._likeliest(text)
        found, end = [], len(text)
        while end:
            found.append(text[starts[end] : end])
            end = starts[end]
        return found[::-1]

    def _likeliest(self, text: str) -> tuple[list[float], list[int]]:
        """For each end in `text`, the logarithm of the probability up to there, and where its last word starts."""
        best, starts = [0.0], [0]
        for end in range(1, len(text) + 1):
            most, at = best[end - 1] + self._log.get(text[end - 1], -self._log_total), end - 1
            for start in range(max(0, end - LONGEST_WORD), end - 1):
                word = self._log.get(text[start:end])
                if word is not None and best[start] + word > most:
                    most, at = best[start] + word, start
            best.append(most)
            starts.append(at)
        return best, starts

    def ends_in_loose_character(self, text: str) -> bool:
        """Whether the likeliest cut of `text` leaves its last character alone, and that is one that begins words."""
        if not self.begins_words(text[-1:]):
            return False
        alone = self.log_probability(text[:-1]) + self._log.get(text[-1:], -self._log_total)
        return self.log_probability(text) <= alone

    def gain(self, left: str, right: str) -> float:
        """How much likelier `left` and `right` are as one text than apart; 0 where no word spans the seam."""
        if not self._spanned(left, right):
            return 0.0
        joined = self.log_probability(left + right)
        return joined - self.log_probability(left) - self.log_probability(right)

    def _spanned(self, left: str, right: str) -> bool:
        """Whether any word begins in `left` and ends in `right`: for most pairs none does, and that is soon known."""
        return any(
            left[-before:] + right[:after] in self._log
            for before in range(1, min(LONGEST_WORD, len(left) + 1))
            for after in range(1, min(LONGEST_WORD - before, len(right)) + 1)
        )


def jieba_words() -> WordModel:
    """The model of jieba's dictionary and of the words of this field."""
    return _jieba()[0]


def jieba_names() -> Mapping[str, bool]:
    """The words that jieba's dictionary knows as names only, and whether of places: 昆山 (yes), 余杭 (no), not 资源."""
    return _jieba()[1]


@cache
def _jieba() -> tuple[WordModel, Mapping[str, bool]]:
    """Words and names of jieba's dictionary, read once for both (about half a second)."""
    frequencies: dict[str, int] = {}
    names: dict[str, bool] = {}
    for word, number, tag in _dictionary():
        if len(word) <= LONGEST_WORD:
            frequencies[word] = int(number)
        if tag in {"ns", "nr", "nrt", "nz"}:
            names[word] = tag == "ns"
    for word in FIELD_WORDS.split("、"):
        frequencies[word] = max(FIELD_FREQUENCY, frequencies.get(word, 0))
    return WordModel(frequencies), names


def _dictionary() -> Iterator[list[str]]:
    """Each line of jieba's dictionary: the word, how often it was counted, its part of speech."""
    spec = find_spec("jieba")
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError("jieba is not installed")
    dictionary = Path(spec.submodule_search_locations[0]) / "dict.txt"
    return (line.split(" ") for line in dictionary.read_text("utf-8").splitlines())
