"""How like a title each line over a text is: weights of characters and traits, learned from lines people had marked.

Sites, papers and bulletins print more over and below a title than rules can name; every new one has words of its own. A
title shares its words with the text below it, and what is printed around it hardly does. `tests/learn_titles.py` makes
the weights, and `docs/ingest-quality.md` tells from what and how much they mend.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, islice, pairwise
from math import fsum
from pathlib import Path
from typing import Final

from ingest.recognise.plain import plain
from ingest.types import SpannedText

WEIGHTS: Final = Path(__file__).with_name("title_wording.tsv")
"""A trait a line, with what it adds to the logarithm of the odds; the first line is the constant."""
MOST_LINES: Final = 60
"""Lines over a text that are looked at."""
MOST_TEXT: Final = 3000
"""Characters of the text that are; what it is about is told by then."""
LENGTHS: Final = (6, 10, 16, 30, 46)
"""Characters a line may exceed."""
FAR: Final = 4
"""Lines from the top, or to the text, and pieces of a line, beyond which all count alike."""
STEPS: Final = 5
"""Steps in which the share of a line's pairs of characters that the text has, too, is told."""
# A sentence of some length, or a long line
_PARAGRAPH: Final = re.compile(r"(?=.*。).{60}|.{90}", re.DOTALL)
_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]+")
_FIGURES: Final = re.compile(r"\d+")


def title_odds(lines: Sequence[SpannedText]) -> tuple[float, ...]:
    """For each line over the first paragraph, the natural logarithm of the odds that it is the title or a part of it.

    Nothing where no paragraph stands below so many lines: there is nothing to compare them with.
    """
    constant, weights = _weights()
    return tuple(constant + fsum(weights.get(trait, 0.0) for trait in traits) for traits in traits_of(lines))


def traits_of(lines: Sequence[SpannedText]) -> Iterator[frozenset[str]]:
    """Each line's characters and pairs of these, figures as 0, and how it stands to the other lines and to the text."""
    text = next((at for at, line in enumerate(lines[: MOST_LINES + 1]) if _PARAGRAPH.match(line.text)), 0)
    above = [plain(line.text) for line in lines[:text]]
    below = chain.from_iterable(line.text for line in lines[text:])
    told = set(_pairs(plain("".join(islice(below, MOST_TEXT)))))
    shared = [[pair in told for pair in _pairs(line)] for line in above]
    most = max(map(sum, shared), default=0)
    for at, (line, pairs) in enumerate(zip(above, shared, strict=True)):
        words = _FIGURES.sub("0", line)
        share = sum(pairs) / len(pairs) if pairs else 0.0
        yield frozenset(
            {
                *words,
                *map("".join, pairwise(words)),
                *(f"longer than {length}" for length in LENGTHS if len(line) > length),
                f"pieces {min(_pieces(lines[at]), FAR)}",
                f"line {min(at, FAR)}",
                f"above the text {min(text - 1 - at, FAR)}",
                f"shared {min(int(share * STEPS), STEPS - 1)}",
                *(["shares most"] if sum(pairs) == most > 0 else ()),
            }
        )


def _pieces(line: SpannedText) -> int:
    """Of how many a line is printed, with blanks between them that were kept or left out."""
    return 1 + sum(
        not second.isspace() and (first.isspace() or line.offset(at) > line.offset(at - 1) + 1)
        for at, (first, second) in enumerate(pairwise(line.text), 1)
    )


def _pairs(text: str) -> list[str]:
    """The Chinese characters that stand side by side."""
    return [pair for run in _CHINESE.findall(text) for pair in map("".join, pairwise(run))]


@cache
def _weights() -> tuple[float, Mapping[str, float]]:
    first, *lines = WEIGHTS.read_text("utf-8").split("\n")
    rows = (line.split("\t") for line in lines if line)
    return float(first), {trait: float(adds) for trait, adds in rows}
