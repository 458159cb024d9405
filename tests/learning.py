"""What is learned from labelled texts, whatever it is: how texts become numbers, and how much each of them counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Protocol

FEWEST = 5
"""Texts that a word or pair must stand in."""


class Text(Protocol):
    """A text that somebody labelled."""

    @property
    def document(self) -> str:
        """The name of the document it stands in."""

    @property
    def features(self) -> list[str]:
        """Its words and pairs."""


class Corpus:
    """Labelled texts as shares of words. Of a document with many texts, each counts less. Needs scikit-learn."""

    def __init__(self, texts: Sequence[Text]) -> None:
        from sklearn.feature_extraction.text import TfidfVectorizer

        self._vectorizer = TfidfVectorizer(analyzer=lambda text: text.features, min_df=FEWEST, sublinear_tf=True)
        self._shares = self._vectorizer.fit_transform(texts)
        of_document = Counter(text.document for text in texts)
        self._counts_for = [of_document[text.document] ** -0.5 for text in texts]

    def fit(self, labels: Sequence[bool | None], **how: Any) -> Any:
        """A logistic regression of the labels; a text whose label is None says nothing. `how` is scikit-learn's."""
        from sklearn.linear_model import LogisticRegression

        sure = [at for at, label in enumerate(labels) if label is not None]
        model = LogisticRegression(class_weight="balanced", **how)
        return model.fit(
            self._shares[sure], [labels[at] for at in sure], sample_weight=[self._counts_for[at] for at in sure]
        )

    def words(self) -> Iterator[tuple[int, str, str]]:
        """Each word or pair in alphabetical order: its column, itself, its rarity as a file of weights has it."""
        for feature, at in sorted(self._vectorizer.vocabulary_.items()):
            yield at, feature, f"{self._vectorizer.idf_[at]:.2f}"
