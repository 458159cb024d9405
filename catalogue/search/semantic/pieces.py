"""What of a case is turned into vectors: its lead and its measures, in pieces that end with a sentence."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from catalogue.models import CaseStudy, Measure
from catalogue.search.marks import CaseText

VERSION = 1
"""Raise it whenever cases are cut up or read out to the model differently: all are then embedded anew."""

LENGTH = 300
"""Characters of a piece at most: about 200 of the 512 tokens that the model takes in at once."""
TITLE_LENGTH = 40
"""Characters of the case's title that go before each piece."""

SENTENCE = re.compile(r"[^。！？；!?;\n]*[。！？；!?;\n]+|[^。！？；!?;\n]+$")


class CasePieces(NamedTuple):
    """A published case as it is now."""

    pk: int
    title: str
    pieces: tuple[CaseText, ...]

    @property
    def spoken(self) -> list[str]:
        """What the model is given, a text a piece."""
        title = self.title[:TITLE_LENGTH]
        return [f"{title}：{f'{piece.heading} {piece.text}'.strip()}" for piece in self.pieces]

    @property
    def digest(self) -> int:
        """Changes with what the model is given; of 64 bits."""
        hashed = hashlib.blake2b("\0".join(self.spoken).encode(), digest_size=8)
        return int.from_bytes(hashed.digest())


def pieces_of(case_ids: Sequence[int]) -> Iterator[CasePieces]:
    """The pieces of those of these cases that are published, in no order; in two queries."""
    steps: defaultdict[int, list[CaseText]] = defaultdict(list)
    measures = Measure.objects.filter(case__in=case_ids).order_by("position", "pk")
    for case, pk, label, heading, text in measures.values_list("case", "pk", "label", "heading", "text"):
        steps[case].append(CaseText(text, pk, f"{label}{heading}"))
    cases = CaseStudy.objects.published().filter(pk__in=case_ids).order_by()
    for pk, title, lead in cases.values_list("pk", "title", "lead"):
        texts = [CaseText(lead), *steps[pk]]
        yield CasePieces(pk, title, tuple(t._replace(text=piece) for t in texts for piece in _cut(t.text)))


def _cut(text: str) -> Iterator[str]:
    """As many whole sentences as a piece takes, one by one; a sentence longer than that is cut. One piece at least."""
    piece = ""
    for sentence in SENTENCE.findall(text):
        for start in range(0, len(sentence), LENGTH):
            part = sentence[start : start + LENGTH]
            if len(piece) + len(part) > LENGTH:
                yield piece.strip()
                piece = ""
            piece += part
    yield piece.strip()
