"""The weights of `ingest.segment.wording`, learned anew: `python -m tests.learn_wording LABELS.jsonl …`.

Each line of LABELS is one text as JSON: `title`, `text`, `label` (1 a case, 0 none, null where editors would differ),
and `document`, the name of the document it stands in. Needs scikit-learn: `pip install '.[learn]'`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest.recognise.word_shares import features_of
from ingest.segment.wording import WEIGHTS
from tests.learning import Corpus

STRENGTH = 20.0
"""The inverse of the regularisation; from 20 to 150 they hardly differ on texts that were not learned from."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text and what a person said of it."""

    document: str
    features: list[str]
    is_case: bool


def read(files: Iterable[Path]) -> Iterator[Labelled]:
    """The labelled texts of all files, but for the doubtful ones."""
    for file in files:
        for line in file.read_text("utf-8").splitlines():
            said = json.loads(line)
            if said["label"] is not None:
                yield Labelled(said["document"], features_of(said["title"], said["text"]), bool(said["label"]))


def learn(texts: list[Labelled]) -> Iterator[str]:
    """The lines of the file of weights."""
    corpus = Corpus(texts)
    model = corpus.fit([text.is_case for text in texts], C=STRENGTH, max_iter=5000)
    yield f"{model.intercept_[0]:.4f}"
    for at, feature, rarity in corpus.words():
        yield f"{feature}\t{rarity}\t{model.coef_[0][at]:.2f}"


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    learned = list(read(map(Path, sys.argv[1:])))
    WEIGHTS.write_text("\n".join(learn(learned)) + "\n", "utf-8")
    print(f"{len(learned)} texts, {sum(text.is_case for text in learned)} of them cases: {WEIGHTS}")
