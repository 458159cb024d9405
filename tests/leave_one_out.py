"""Weights of the rules for indicators, each document left out in turn: `python -m tests.leave_one_out FOLDER …`.

The weights in `ingest.recognise.indicators.Weights` and the words in `indicator_terms` were chosen with annotated
documents in view. Here each document is scored with what would have been chosen without it: weights by a search over
coarse steps on the other documents, words only where another document uses them too. FOLDER is as for `make score`.
"""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from types import ModuleType

from ingest.recognise import indicator_terms
from ingest.recognise.indicator_lexicon import Lexicon
from ingest.recognise.indicators import Weights, recognise_indicators
from ingest.recognise.plain import plain
from ingest.types import CaseDraft
from tests.reading import reader, vocabulary

STEPS: dict[str, Sequence[float]] = {
    "title_subject": (0.4, 0.5, 0.55, 0.6, 0.7, 0.8),
    "in_preamble": (0.0, 1.0, 2.0, 3.0),
    "in_title": (2.0, 3.0, 4.0, 6.0),
    "in_heading": (1.0, 2.0, 3.0, 4.0),
    "by_figure": (1.0, 2.0, 3.0, 4.0),
    "least": (1.0, 1.5, 2.0, 3.0),
    "near_top": (0.5, 0.6, 0.7, 0.8),
    "near_general": (0.4, 0.5, 0.6, 0.7),
    "short_share": (0.4, 0.5, 0.6, 0.8),
}


@dataclass(frozen=True)
class Annotated:
    """A case as it was cut out, and the indicators a person gave it."""

    document: str
    case: CaseDraft
    right: frozenset[str]
    tolerated: frozenset[str]


class Bench:
    """The annotated cases of some folders, read once."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self.entries = vocabulary().indicators
        self.slugs = {entry.name: entry.slug for entry in self.entries}
        self.reader = reader()
        self.lexicon = self.reader.lexicon
        self.cases = [case for folder in folders for case in self._of_folder(folder)]
        self._counted: dict[Weights, list[Counter[str]]] = {}

    def _of_folder(self, folder: Path) -> Iterable[Annotated]:
        scorer = scorer_of(folder / "score_ingest.py")
        for annotation in sorted([*folder.glob("gold/*.json"), *folder.glob("practice/*.json")]):
            number = re.split(r"[-_.]", annotation.name)[0]
            texts = [*folder.glob(f"seeds/{number}_*.txt"), *annotation.parent.glob(f"{annotation.stem}.txt")]
            if texts:
                yield from self._of_document(scorer, json.loads(annotation.read_text("utf-8")), texts[0])

    def _of_document(self, scorer: ModuleType, gold: dict, text: Path) -> Iterable[Annotated]:
        drafts = self.reader.read(text.name, text.read_bytes()).cases
        sure_or_debatable = [*gold["cases"], *gold.get("cases_optional", ())]
        wanted = [case for case in sure_or_debatable if case.get("in_scope") is not False]
        found = [{"title": d.title.text, "_text": scorer.norm(d.title.text + d.body)} for d in drafts]
        for at, which in scorer.pair(wanted, found).items():
            right = wanted[at].get("indicators") or []
            also = wanted[at].get("indicators_accept") or []
            yield Annotated(
                str(text), drafts[which], frozenset(map(self.slugs.get, right)), frozenset(map(self.slugs.get, also))
            )

    def counts(self, weights: Weights, *, without: str = "", only: str = "") -> Counter[str]:
        """Right, given and wanted, as the scorer counts them, over all documents, all but one or only one.

        Each case is read once with the same weights: the search for one document goes much the same way as for another.
        """
        if weights not in self._counted:
            self._counted[weights] = [self.count(item, weights, self.lexicon) for item in self.cases]
        counted = zip(self.cases, self._counted[weights], strict=True)
        chosen = (count for item, count in counted if item.document != without and only in ("", item.document))
        return sum(chosen, Counter[str]())

    def count(self, item: Annotated, weights: Weights, lexicon: Lexicon) -> Counter[str]:
        """The same for one case."""
        given = {m.slug for m in recognise_indicators(item.case, lexicon, weights).indicators}
        right = len(given & item.right)
        return Counter(right=right, given=right + len(given - item.right - item.tolerated), wanted=len(item.right))

    def best(self, *, without: str = "") -> Weights:
        """The weights of the highest F1 on all documents but one, one after the other, until none gets better."""
        weights, top = Weights(), _f1(self.counts(Weights(), without=without))
        while True:
            before = top
            for name, steps in STEPS.items():
                for step in steps:
                    tried = replace(weights, **{name: step})
                    if (score := _f1(self.counts(tried, without=without))) > top:
                        weights, top = tried, score
            if top == before:
                return weights


def _changed(weights: Weights) -> str:
    """The weights that are not as they stand."""
    stands, chosen = asdict(Weights()), asdict(weights)
    return " ".join(f"{name}={value}" for name, value in chosen.items() if value != stands[name])


def _f1(counts: Counter[str]) -> float:
    return 2 * counts["right"] / (counts["given"] + counts["wanted"]) if counts["given"] + counts["wanted"] else 1.0


def scorer_of(file: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_ingest", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _documents_of_words(bench: Bench) -> dict[str, set[str]]:
    """The annotated documents that use each word of `indicator_terms`."""
    texts: defaultdict[str, str] = defaultdict(str)
    for item in bench.cases:
        texts[item.document] += plain(f"{item.case.title}\n{item.case.preamble}\n{item.case.body}\n")
    words = {word for of_slug in indicator_terms.EVIDENCE.values() for word in of_slug}
    return {word: {document for document, text in texts.items() if word in text} for word in words}


def _words_used_elsewhere(used: Mapping[str, set[str]], document: str) -> dict[str, dict[str, float]]:
    """The words of `indicator_terms` that another annotated document uses."""
    return {
        slug: {word: weight for word, weight in words.items() if used[word] - {document}}
        for slug, words in indicator_terms.EVIDENCE.items()
    }


def main(folders: Sequence[Path]) -> None:
    """Print F1 of the indicators: as they stand, weights chosen without the document, words known without it."""
    bench = Bench(folders)
    print(f"{len(bench.cases)} annotated cases of {len({c.document for c in bench.cases})} documents")
    print(f"as they stand                                {_f1(bench.counts(Weights())):.3f}")
    best = bench.best()
    print(f"best weights on all of them                  {_f1(bench.counts(best)):.3f}  {_changed(best)}")
    used = _documents_of_words(bench)
    chosen, bare = Counter[str](), Counter[str]()
    for document in dict.fromkeys(item.document for item in bench.cases):
        weights = bench.best(without=document)
        chosen += bench.counts(weights, only=document)
        lexicon = Lexicon(bench.entries, _words_used_elsewhere(used, document))
        held = (item for item in bench.cases if item.document == document)
        bare += sum((bench.count(item, weights, lexicon) for item in held), Counter[str]())
    print(f"weights chosen without the document          {_f1(chosen):.3f}")
    print(f"and only words that other documents use      {_f1(bare):.3f}")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
