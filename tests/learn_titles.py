"""The weights of `ingest.segment.title_wording`, learned anew: `python -m tests.learn_titles FOLDER … PAGES.jsonl …`.

FOLDER is as for `make score`. Looked at are the lines over the text of each document with one case: as they stand in
the file, and as they are left when what is surely no text is put aside. Each line of PAGES is the top of one page as
JSON: `lines`, each a pair of a mark and the line. Marks are t (title), k and s (what stands over and below it and may
be taken for a part of it), m (anything else) and p (text). Needs scikit-learn: `pip install '.[learn]'`.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from ingest.clean import clean
from ingest.read import read
from ingest.recognise.plain import plain
from ingest.script import simplified
from ingest.segment.title_wording import WEIGHTS, traits_of
from ingest.types import SpannedText
from tests.leave_one_out import scorer_of

FEWEST = 5
"""Lines that a trait must be found in."""
STRENGTH = 1.0
"""The inverse of the regularisation; from 0.1 to 3 they hardly differ on sets that were not learned from."""
TITLE, FRAME = "t", "m"
SHORTEST = 3
"""Characters of a line that may be part of a title."""
MOST_BESIDE = 1.5
"""How many times as long as the title a line may be that holds it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line over a text and whether the title is printed in it."""

    traits: frozenset[str]
    is_title: bool


def lines_of(places: Iterable[Path]) -> Iterator[Line]:
    """The lines over the texts of all folders' documents with one case and of all pages."""
    for place in places:
        if place.is_dir():
            yield from _lines_of_folder(place)
        else:
            for page in map(json.loads, place.read_text("utf-8").splitlines()):
                yield from _lines_of_page(page["lines"])


def _lines_of_page(marked: Sequence[tuple[str, str]]) -> Iterator[Line]:
    lines = [SpannedText.of_source(line) for _, line in marked]
    for (mark, _), traits in zip(marked, traits_of(lines), strict=False):
        if mark in (TITLE, FRAME):
            yield Line(traits, mark == TITLE)


def _lines_of_folder(folder: Path) -> Iterator[Line]:
    norm = scorer_of(folder / "score_ingest.py").norm
    for annotation in sorted(folder.glob("practice/*.json")):
        said = json.loads(annotation.read_text("utf-8"))
        wanted = [case for case in said["cases"] if case.get("in_scope", True) is not False]
        text = annotation.with_suffix(".txt")
        if len(wanted) == 1 and text.exists():
            titles = [norm(plain(title)) for title in _printed_titles(wanted[0])]
            yield from chain.from_iterable(_marked(view, titles, norm) for view in _views(text))


def _printed_titles(case: Mapping[str, Any]) -> list[str]:
    return [case["title"], *case.get("title_accept", ())] if case.get("title") else []


def _views(file: Path) -> Iterator[list[SpannedText]]:
    """The lines of a file, as they stand and cleaned."""
    document = simplified(read(file.name, file.read_bytes()))
    yield [SpannedText.of_source(line) for line in map(str.strip, document.text.splitlines()) if line]
    yield [block.text.strip() for block in clean(document).blocks]


def _marked(lines: Sequence[SpannedText], titles: Sequence[str], norm: Callable[[str], str]) -> list[Line]:
    """The lines over a text; none where the title stands in the text, which is a digest's then."""
    found = [
        Line(traits, any(_is_part(norm(plain(line.text)), title) for title in titles))
        for line, traits in zip(lines, traits_of(lines), strict=False)
    ]
    return found if not titles or any(line.is_title for line in found) else []


def _is_part(line: str, title: str) -> bool:
    return len(line) >= SHORTEST and (line in title or (title in line and len(line) < MOST_BESIDE * len(title)))


def learn(lines: Sequence[Line]) -> Iterator[str]:
    """The lines of the file of weights."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    found = Counter(trait for line in lines for trait in line.traits)
    vectorizer = DictVectorizer()
    table = vectorizer.fit_transform(
        dict.fromkeys((trait for trait in line.traits if found[trait] >= FEWEST), 1.0) for line in lines
    )
    model = LogisticRegression(C=STRENGTH, max_iter=5000).fit(table, [line.is_title for line in lines])
    yield f"{model.intercept_[0]:.4f}"
    for trait, at in sorted(vectorizer.vocabulary_.items()):
        yield f"{trait}\t{model.coef_[0][at]:.3f}"


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    learned = list(lines_of(map(Path, sys.argv[1:])))
    WEIGHTS.write_text("\n".join(learn(learned)) + "\n", "utf-8")
    print(f"{len(learned)} lines, {sum(line.is_title for line in learned)} of them of titles: {WEIGHTS}")
