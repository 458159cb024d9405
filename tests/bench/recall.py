"""`python -m tests.bench.recall FOLDER [RUNS]`: whether every run of characters that a case prints finds it.

Runs of 2 to 12 characters are drawn from anywhere in what the published cases print, each asked as it stands, in
Traditional characters, full-width, or all of these mixed. Prints what was missed, and the share that was found.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from opencc import OpenCC

from tests.bench import site

RUNS = 5000
SEED = 7


def full_width(text: str) -> str:
    return "".join(chr(ord(character) + 0xFEE0) if "!" <= character <= "~" else character for character in text)


TRADITIONAL = OpenCC("s2t")


def mixed(text: str) -> str:
    """Every other character Traditional, the others full-width and in capitals."""
    pieces = (TRADITIONAL.convert(one) if place % 2 else full_width(one.upper()) for place, one in enumerate(text))
    return "".join(pieces)


SPELLINGS: dict[str, Callable[[str], str]] = {
    "as printed": str,
    "Traditional": TRADITIONAL.convert,
    "full-width": full_width,
    "mixed": mixed,
}


def main(folder: Path, runs: int) -> None:
    site.set_up(folder)
    from catalogue.models import CaseStudy

    rng = random.Random(SEED)
    keys = list(CaseStudy.objects.published().order_by("pk").values_list("pk", flat=True))
    asked: Counter[str] = Counter()
    missed = []
    while asked.total() < runs:
        case = CaseStudy.objects.prefetch_related("measures", "regions", "indicators").get(pk=rng.choice(keys))
        run = drawn(case, rng)
        if len(run.strip()) > 1:
            spelling = [*SPELLINGS][asked.total() % len(SPELLINGS)]
            asked[spelling] += 1
            typed = SPELLINGS[spelling](run)
            if not is_found(case, typed):
                missed.append((case.pk, spelling, typed))
    for pk, spelling, typed in missed:
        print(f"not found: case {pk}, {spelling}: {typed}")
    told = ", ".join(f"{spelling} {number}" for spelling, number in asked.items())
    print(f"runs of characters that find their case among {len(keys)}: {1 - len(missed) / runs:.4f} ({told})")


def drawn(case, rng: random.Random) -> str:
    """A run of characters from anywhere in what a case prints or is filed under, as someone would copy it."""
    filed = [named.name for named in (*case.regions.all(), *case.indicators.all())]
    text = rng.choice([case.title, *filed, *(line for line in case.body.split("\n") if line)])
    length = rng.randint(2, 12)
    start = rng.randrange(max(1, len(text) - length + 1))
    return text[start : start + length]


def is_found(case, typed: str) -> bool:
    """Whether a question finds a case; asked within the source of the case, for the time that saves."""
    from catalogue.filters import CaseFilter
    from catalogue.search import find_all

    return case.pk in find_all(CaseFilter({"q": typed, "source": str(case.source_id)}).query())


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else RUNS)
