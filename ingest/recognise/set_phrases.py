"""Words that stand for several regions at once: 川渝, 苏浙皖, 粤港澳大湾区, 长三角一体化示范区."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from ingest.recognise.naming import RegionMatch
from ingest.recognise.place_words import SIGN_RUNS
from ingest.vocabulary import LandmarkEntry

SET_PHRASE = 0.2
"""The confidence of each region that such a word names."""
SHARED_GROUND = "跨省区域"
"""The kind of landmark that several regions are together."""


class SetPhrases:
    """Finds these words; `signs` are the codes of provinces by the one character each goes by."""

    def __init__(self, signs: Mapping[str, str], landmarks: Iterable[LandmarkEntry]) -> None:
        self._signs = signs
        self._grounds = {
            name: landmark.regions
            for landmark in landmarks
            if landmark.kind == SHARED_GROUND
            for name in (landmark.name, *landmark.aliases)
        }
        longest_first = sorted(self._grounds, key=len, reverse=True)
        self._pattern = re.compile("|".join([*map(re.escape, longest_first), SIGN_RUNS.pattern]))

    def find(self, text: str) -> Iterator[RegionMatch]:
        """The regions they name, each on a character of its own."""
        for found in self._pattern.finditer(text):
            word = found.group()
            codes = self._grounds.get(word) or [self._signs.get(sign) for sign in word]
            for at, code in enumerate(codes, found.start()):
                if code is not None:
                    yield RegionMatch(code, at, at + 1, text[at], SET_PHRASE, f"合称“{word}”")
