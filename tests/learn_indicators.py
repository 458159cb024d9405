"""The weights of `ingest.recognise.indicator_wording`, learned anew:
`python -m tests.learn_indicators FOLDER … LABELS.jsonl …`.

FOLDER is as for `make score`. Each line of LABELS is one case as JSON: `title`, `text`, `document`, the name of the
document it stands in, `indicators`, the names of those it is about, and `indicators_accept`, of those on which editors
would differ. Needs scikit-learn: `pip install '.[learn]'`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.recognise.indicator_wording import WEIGHTS
from ingest.recognise.plain import plain
from ingest.recognise.word_shares import features_of
from tests.learning import Corpus
from tests.leave_one_out import Bench
from tests.reading import vocabulary

STRENGTH = 30.0
"""The inverse of the regularisation; from 10 to 100 they hardly differ on sets that were not learned from."""
STEP = 0.2
"""Weights are rounded to steps of this; finer ones are no better on such sets."""


KEYS = ("indicators", "indicators_accept")
"""What an annotation calls those that are right, and those that are as good as none."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """The words and pairs of a case and the slugs a person gave it."""

    document: str
    features: list[str]
    right: frozenset[str]
    tolerated: frozenset[str]


def read(places: Sequence[Path]) -> Iterator[Labelled]:
    """The cases of all folders and files."""
    for item in Bench(place for place in places if place.is_dir()).cases:
        features = features_of(plain(item.case.title.text), plain(item.case.body))
        yield Labelled(item.document, features, item.right, item.tolerated)
    slugs = {entry.name: entry.slug for entry in vocabulary().indicators}
    for place in places:
        if not place.is_dir():
            for said in map(json.loads, place.read_text("utf-8").splitlines()):
                features = features_of(plain(said["title"]), plain(said["text"]))
                right, tolerated = (frozenset(map(slugs.__getitem__, said[key])) for key in KEYS)
                yield Labelled(said["document"], features, right, tolerated)


def learn(cases: list[Labelled], slugs: Sequence[str]) -> Iterator[str]:
    """The lines of the file of weights. A case says nothing of an indicator on which editors would differ."""
    corpus = Corpus(cases)
    models = [
        corpus.fit(
            [None if slug in case.tolerated else slug in case.right for case in cases],
            C=STRENGTH,
            solver="liblinear",
            max_iter=1000,
        )
        for slug in slugs
    ]
    yield "\t".join(["", "", *slugs])
    yield "\t".join(["", "", *(f"{model.intercept_[0]:.2f}" for model in models)])
    for at, feature, rarity in corpus.words():
        weights = (round(model.coef_[0][at] / STEP) for model in models)
        yield "\t".join([feature, rarity, *(f"{n * STEP:.1f}" if n else "0" for n in weights)])


def main(names: Iterable[str]) -> None:
    """Write the file of weights anew and say what it was learned from."""
    cases = list(read([Path(name) for name in names]))
    slugs = [entry.slug for entry in vocabulary().indicators if not entry.parent]
    WEIGHTS.write_text("\n".join(learn(cases, slugs)) + "\n", "utf-8")
    print(f"{len(cases)} cases of {len({case.document for case in cases})} documents: {WEIGHTS}")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1:])
