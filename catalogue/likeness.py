"""Whether two texts are one case printed twice: the same words, and the same figures.

Two printings differ in blanks, marks and script, in a misread character here and there, in the title, or one of them
breaks off earlier. Next year's report of the same place has the same sentences with other figures: that is no repeat.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b

from catalogue.search.text.fold import fold

RUN, KEPT = 10, 16
"""A fingerprint is the `KEPT` smallest hashes of a text's runs of `RUN` characters. Two texts that have half of their
runs in common share none of these once in 60 000; strangers have no such run in common."""

SHINGLE = 5
"""Characters in a row by which two texts are compared in earnest."""

CONTAINED = 0.75
"""Share of the shorter text's shingles that the longer one has: one character misread in 30 leaves 0.86, in 20 0.79."""

SHORTEST = 20
"""Letters from which a text tells anything: headings of two practices may be the same."""

LEAST_OF_LONGER = 0.5
"""Share of the longer text that the shorter one is, at the least: a summary is no printing of the case."""

FIGURES_SHARED = 0.8
"""Share of the shorter text's figures that the longer one has too."""

LABEL = re.compile(r"^\W*\d{1,3}(?=[、.．)）\s])", re.MULTILINE)
FIGURE = re.compile(r"\d+(?:\.\d+)?")  # 30, 0.5


@dataclass(frozen=True)
class Printing:
    """A case's text as one source prints it."""

    text: str

    @cached_property
    def letters(self) -> str:
        """Letters, characters and digits, in one script and width, without what stands between them."""
        return "".join(filter(str.isalnum, fold(self.text)))

    @cached_property
    def fingerprint(self) -> frozenset[int]:
        """At most `KEPT` numbers of 48 bits, the same ones in every version of the program: they are stored."""
        letters = self.letters
        if len(letters) < SHORTEST:
            return frozenset()
        packed = letters.encode("utf-32-le")
        runs = {packed[at : at + 4 * RUN] for at in range(0, len(packed) - 4 * RUN + 1, 4)}
        hashes = (int.from_bytes(blake2b(run, digest_size=6).digest()) for run in runs)
        return frozenset(sorted(hashes)[:KEPT])

    @property
    def shingles(self) -> frozenset[str]:
        return _shingles(self.letters)

    @cached_property
    def figures(self) -> Counter[str]:
        """The numbers printed, but for those that number a line."""
        lines = "\n".join(fold(LABEL.sub("", line)) for line in self.text.splitlines())
        return Counter(FIGURE.findall(lines))

    def repeats(self, other: Printing) -> bool:
        """Whether both print the same case, whichever is the longer one."""
        shorter, longer = sorted((self, other), key=lambda printing: len(printing.shingles))
        if len(shorter.letters) < SHORTEST or len(shorter.shingles) < LEAST_OF_LONGER * len(longer.shingles):
            return False
        if len(shorter.shingles & longer.shingles) < CONTAINED * len(shorter.shingles):
            return False
        return (shorter.figures & longer.figures).total() >= FIGURES_SHARED * shorter.figures.total()


@lru_cache(maxsize=32)
def _shingles(letters: str) -> frozenset[str]:
    """Kept for a few texts only: they take fifty times the memory of the text, and a document may have a thousand."""
    return frozenset(letters[at : at + SHINGLE] for at in range(len(letters) - SHINGLE + 1))
