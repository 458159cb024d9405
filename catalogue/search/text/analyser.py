"""One analyser for texts and for questions: character pairs, which miss nothing, and words, which rank well."""

from __future__ import annotations

import hashlib
import logging
import re
import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import jieba

from .borders import Borders
from .fold import fold

if TYPE_CHECKING:
    import rjieba

CAN_BE_FAST = find_spec("rjieba") is not None
"""Whether the extra `fast` is installed."""

jieba.setLogLevel(logging.WARNING)  # its import sets DEBUG, whatever the settings say

VERSION = 4
"""Raise it whenever a text is folded, paired or cut differently: every index is then built anew."""

LEXICON_FREQUENCY = 1_000
"""Counted so often in jieba's corpus of 60 million words, a word of the field wins over its parts (办|电), and common
words still win over it."""

LATIN = re.compile("[a-z0-9]+")
HAN = re.compile("[\u4e00-\u9fd5]+")
"""The characters between which rjieba looks for words."""

UTF32, UTF32_CODEC = "I", f"utf-32-{sys.byteorder[0]}e"
"""Characters as unsigned integers of an `array`, and the codec that gives them."""


class CutText(NamedTuple):
    """A text folded, cut, the words that stand in it, and those that two others make by chance: 通关 in 打通|关键."""

    folded: str
    cut: Sequence[str]
    words: list[str]
    by_chance: list[str]


class Analyser:
    """Cuts texts with jieba's dictionary and the words of the field; `cache_dir` keeps the dictionary ready to load.

    jieba would otherwise keep it in the common temporary folder, where others could read or plant it. `fast` has rjieba
    cut: the same words in the same order three times as fast, for another dictionary of 20 MB and half a second's
    loading.

    Raises:
        ImportError: `fast` is asked for and the extra is not installed.
    """

    def __init__(self, lexicon: Iterable[str], cache_dir: Path, *, fast: bool = False) -> None:
        if fast and not CAN_BE_FAST:
            raise ImportError("rjieba")
        self._lexicon = sorted({word for name in lexicon if len(word := fold(name)) > 1})
        self._cache_dir = cache_dir
        self._fast = fast

    @property
    def version(self) -> str:
        """Tells whether an index was built by an analyser like this one."""
        words = hashlib.sha256("\n".join(self._lexicon).encode()).hexdigest()[:12]
        return f"{VERSION}-{words}"

    @cached_property
    def _jieba(self) -> jieba.Tokenizer:
        self._cache_dir.mkdir(parents=True, exist_ok=True)
        tokenizer = jieba.Tokenizer()
        tokenizer.tmp_dir = str(self._cache_dir)
        tokenizer.initialize()
        for word in self._lexicon:
            tokenizer.add_word(word, max(LEXICON_FREQUENCY, tokenizer.FREQ.get(word, 0)))
        tokenizer.total = sum(tokenizer.FREQ.values())  # jieba counts a word added again twice
        return tokenizer

    def load(self) -> None:
        """Load the dictionary now, about a second, rather than at the first question."""
        self._jieba  # noqa: B018  a cached property

    @cached_property
    def _rjieba(self) -> rjieba.Jieba:
        import rjieba  # noqa: PLC0415  takes 28 MB, which a process that only searches need not have

        cutter = rjieba.Jieba()
        for word in self._lexicon:
            cutter.add_word(word, self._jieba.FREQ[word], None)
        return cutter

    @cached_property
    def _mixed(self) -> dict[str, None]:
        """Words with more than characters between which rjieba looks for any: 双随机,一公开, 12345热线."""
        words = (word for word, frequency in self._jieba.FREQ.items() if frequency and len(word) > 1)
        return {word: None for word in words if not (word.isascii() or HAN.fullmatch(word)) and fold(word) == word}

    @cached_property
    def _any_mixed(self) -> re.Pattern[str]:
        """Stands wherever one of these words does: most texts have none, and are looked through once to know it."""
        return re.compile("|".join(map(re.escape, self._mixed)) or "(?!)")

    @cached_property
    def borders(self) -> Borders:
        """Tells which words of a text are made by two others, by chance."""
        return Borders(self._jieba.FREQ, self.cut)

    def words(self, text: str) -> list[str]:
        """Every word of two characters and more that stands anywhere in a text, across the borders of others too.

        农业 is found in 中国农业发展银行, 工程 in 在建工程: a word of the dictionary is in the index wherever its
        characters stand in a row. Digits and letters are words as they stand: app, 2021.
        """
        return [*(read := self.read(text)).words, *read.by_chance]

    def read(self, text: str) -> CutText:
        """A text folded, and its words: each of them where it stands, those made by chance apart from the others."""
        folded = fold(text)
        words = self._found_by_rjieba(folded) if self._fast else self._found(folded)
        cut = self.cut(folded)
        by_chance = [word for word in self.borders.by_chance(cut) if HAN.fullmatch(word)]
        for word in by_chance:
            words.remove(word)
        if self._any_mixed.search(folded):
            for word in self._mixed:
                words += [word] * folded.count(word)
        runs = LATIN.findall(folded)
        if runs and len(pieces := text.split()) > 1:  # blanks part what folding would join: 5G 4K
            runs = [run for piece in pieces for run in LATIN.findall(fold(piece))]
        words += [run for run in runs if len(run) > 1]
        return CutText(folded, cut, words, by_chance)

    def _found(self, folded: str) -> list[str]:
        known, mixed, length = self._jieba.FREQ, self._mixed, len(folded)
        found: list[str] = []
        for start in range(length - 1):
            end = start + 2
            # What begins a longer word is known too, if only as that: how often is 0 then.
            while (often := known.get(word := folded[start:end])) is not None:
                if often and word not in mixed and not word.isascii():
                    found.append(word)
                if end == length:
                    break
                end += 1
        return found

    def _found_by_rjieba(self, folded: str) -> list[str]:
        return [word for word in self._rjieba.cut_all(folded) if len(word) > 1 and not word.isascii()]

    def cut(self, folded: str) -> list[str]:
        """The words that a folded text is made of, in order and with nothing left out."""
        return self._rjieba.cut(folded, False) if self._fast else list(self._jieba.cut(folded, HMM=False))

    def indexes(self, word: str) -> bool:
        """Whether `words` yields a folded word wherever its characters stand in a row."""
        return len(word) > 1 and not word.isascii() and self.frequency(word) > 0

    def frequency(self, word: str) -> int:
        """How often the dictionary has counted a folded word; 0 where it is none."""
        return self._jieba.FREQ.get(word) or 0


def pairs(folded: str) -> Iterator[str]:
    """Each character with the next, and the last alone, in order: 获得电力 → 获得 得电 电力 力."""
    return (folded[index : index + 2] for index in range(len(folded)))


def spelled_pairs(folded: str) -> str:
    """The pairs with a blank after each but the last.

    A text has as many pairs as characters: laid out in one piece of memory they take a sixth of the time of joining.
    """
    if not folded:
        return ""
    codes = array(UTF32, folded.encode(UTF32_CODEC))
    laid_out = array(UTF32, [ord(" ")]) * (3 * len(codes) - 2)
    laid_out[0::3] = codes
    laid_out[1::3] = codes[1:]
    return laid_out.tobytes().decode(UTF32_CODEC)


def phrase_pairs(folded: str) -> list[tuple[int, str]]:
    """The fewest pairs, with their places, that spell a text of two characters and more: (0, 获得) (2, 电力)."""
    places = [*range(0, len(folded) - 1, 2)]
    if len(folded) % 2:
        places.append(len(folded) - 2)
    return [(place, folded[place : place + 2]) for place in places]
