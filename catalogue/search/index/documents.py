"""From cases in the database to documents of the index: one for a case, one for each of its measures."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, islice
from typing import Any, NamedTuple

from catalogue.models import Agency, CaseIndicator, CaseRegion, CaseStudy, Measure
from catalogue.models.validators import EARLIEST_YEAR
from catalogue.search import vocabulary
from catalogue.search.query import MISSING
from catalogue.search.text.analyser import Analyser, CutText, spelled_pairs
from catalogue.search.text.readings import spellings
from catalogue.search.vocabulary import Vocabulary

from .schema import ALL_PAIRS, BY_CHANCE, EVERY_CASE, NAME_PAIRS, SHORT, SPELLINGS, TITLE_PAIRS

CASES_AT_ONCE = 500
"""Cases read from the database at a time: some megabytes."""

Content = dict[str, Any]
"""Values of a document by field, as the engine takes them."""

BREAK = "\ue000"
"""Stands between folded texts that do not follow one another; no folded text has it, so no phrase reaches across."""

ID_BITS = 40
"""Bits that a primary key takes in a sort key, below the year."""
LAST_YEAR = 9999
"""Sorts cases without a year after all others when the oldest come first."""
CASE_DIGEST_BITS, MEASURE_DIGEST_BITS = 63, 31
"""There are many more measures than cases, and their digests take room in the index."""


class Document(NamedTuple):
    """A document for the engine, as JSON; its digest changes with its content."""

    key: int
    digest: int
    json: str


class CaseDocuments(NamedTuple):
    """What the index is to hold of one published case."""

    case: Document
    measures: tuple[Document, ...]


def documents(case_ids: Iterable[int], analyser: Analyser) -> Iterator[CaseDocuments]:
    """The documents of each of these cases that is published, in order of key within each batch."""
    ids, writer = iter(case_ids), _Writer(analyser)
    while batch := list(islice(ids, CASES_AT_ONCE)):
        for case in _rows(batch):
            yield writer.documents(case, _knowing(case))


_packed = json.JSONEncoder(ensure_ascii=False).encode


def _document(content: Content, digest_bits: int) -> Document:
    packed = _packed(content)
    hashed = hashlib.blake2b(packed.encode(), digest_size=8).digest()
    digest = int.from_bytes(hashed) >> (64 - digest_bits)
    return Document(content["id"], digest, f'{packed[:-1]}, "digest": {digest}}}')


# --- from the database ------------------------------------------------------------------------------------------------


class _MeasureRow(NamedTuple):
    pk: int
    label: str
    heading: str
    text: str
    region: str | None


@dataclass(slots=True)
class _CaseRow:
    pk: int
    title: str
    lead: str
    year: int | None
    sources: set[int]
    regions: list[str] = field(default_factory=list)
    slugs: list[str] = field(default_factory=list)
    agencies: list[str] = field(default_factory=list)
    measures: list[_MeasureRow] = field(default_factory=list)


def _rows(case_ids: list[int]) -> Iterable[_CaseRow]:
    """Plain rows, six queries a batch: making objects of them would take longer than cutting their words."""
    published = CaseStudy.objects.published().filter(pk__in=case_ids).order_by("pk")
    cases = {
        pk: _CaseRow(pk, title, lead, year, {source})
        for pk, title, lead, year, source in published.values_list("pk", "title", "lead", "year", "source_id")
    }
    ids = list(cases)
    repeats = CaseStudy.objects.printed().filter(repeat_of__in=ids)
    for pk, source in repeats.values_list("repeat_of_id", "source_id"):
        cases[pk].sources.add(source)
    for pk, code in CaseRegion.objects.filter(case__in=ids).order_by("position", "pk").values_list("case", "region"):
        cases[pk].regions.append(code)
    named = CaseIndicator.objects.filter(case__in=ids).order_by("position", "pk")
    for pk, slug in named.values_list("case", "indicator__slug"):
        cases[pk].slugs.append(slug)
    for pk, name in Agency.objects.filter(case__in=ids).order_by("pk").values_list("case", "name"):
        cases[pk].agencies.append(name)
    steps = Measure.objects.filter(case__in=ids).order_by("position", "pk")
    for case, pk, label, heading, text, code in steps.values_list("case", "pk", "label", "heading", "text", "region"):
        cases[case].measures.append(_MeasureRow(pk, label, heading, text, code))
    return cases.values()


def _knowing(case: _CaseRow) -> Vocabulary:
    """The vocabulary, read anew where the case names a region or indicator that came in since (in bulk, unlogged)."""
    known = vocabulary.current()
    codes = {*case.regions, *(measure.region for measure in case.measures if measure.region)}
    if not (codes <= known.places.keys() and known.subjects.keys() >= set(case.slugs)):
        vocabulary.forget()
        known = vocabulary.current()
    return known


# --- content ----------------------------------------------------------------------------------------------------------


class _Writer:
    """Writes the documents of cases. Each text is folded and cut once, for its measure and for the case alike: that is
    most of the work."""

    def __init__(self, analyser: Analyser) -> None:
        self._read = analyser.read
        self._read_name = cache(self._read)
        """The same for names that many cases share."""

    def documents(self, case: _CaseRow, known: Vocabulary) -> CaseDocuments:
        """What the index is to hold of a case and of its measures."""
        headings = [self._read(measure.heading) for measure in case.measures]
        texts = [self._read(measure.text) for measure in case.measures]
        codes = _with_ancestors(case.regions, known)
        slugs = _with_parents(case.slugs, known)
        names = [known.places[code].name for code in codes] + [known.subjects[slug].name for slug in slugs]
        content = {
            "id": case.pk,
            EVERY_CASE: EVERY_CASE,
            **_filters(case, codes, slugs),
            **_orders(case.pk, case.year),
            **self._case_texts(case, headings, texts, names),
        }
        measures = [
            {
                "id": measure.pk,
                "case": case.pk,
                # A measure that names a region of its own lies there, the others where their case does.
                **_filters(case, _with_ancestors([measure.region], known) if measure.region else codes, slugs),
                "heading_words": " ".join(heading.words),
                "text_words": " ".join(text.words),
                BY_CHANCE: _only_by_chance([heading, text]),
                SPELLINGS: _spelt(heading),
            }
            for measure, heading, text in zip(case.measures, headings, texts, strict=True)
        ]
        return CaseDocuments(
            _document(content, CASE_DIGEST_BITS),
            tuple(_document(content, MEASURE_DIGEST_BITS) for content in measures),
        )

    def _case_texts(
        self, case: _CaseRow, headings: Sequence[CutText], texts: Sequence[CutText], names: Iterable[str]
    ) -> Content:
        title, lead = self._read(case.title), self._read(case.lead)
        labels = [self._read_name(measure.label) for measure in case.measures]
        agencies = [self._read(name) for name in case.agencies]
        filed = [self._read_name(name) for name in names]
        measures = chain.from_iterable(zip(labels, headings, texts, strict=True))
        body = "".join([lead.folded, *(part.folded for part in measures)])
        parts = (lead, *labels, *headings, *texts)
        words = chain(*(part.words for part in parts))
        # Those that are no pairs; `is_pair` called for each would take a twentieth of the whole time.
        longer = [word for word in words if len(word) != SHORT or word.isascii()]
        return {
            "title_words": " ".join(title.words),
            "name_words": " ".join(_all_words(filed)),
            "heading_words": " ".join(chain(*(heading.words for heading in headings))),
            "text_words": " ".join(chain(longer, _all_words(agencies))),
            BY_CHANCE: _only_by_chance([title, *parts]),
            TITLE_PAIRS: spelled_pairs(title.folded),
            SPELLINGS: _spelt(title),
            ALL_PAIRS: spelled_pairs(BREAK.join([title.folded, body])),
            NAME_PAIRS: spelled_pairs(BREAK.join(part.folded for part in (*filed, *agencies))),
        }


def _spelt(text: CutText) -> str:
    return " ".join(spellings(text.folded, text.cut))


def _all_words(names: Iterable[CutText]) -> Iterator[str]:
    """The words of names: of so short a text two words make one by chance that hardly anyone asks for."""
    return chain(*(chain(name.words, name.by_chance) for name in names))


def _only_by_chance(parts: Sequence[CutText]) -> str:
    """The words that stand in these texts only where two others make them."""
    made = {word for part in parts for word in part.by_chance}
    return " ".join(sorted(made.difference(*(part.words for part in parts)))) if made else ""


def _filters(case: _CaseRow, codes: list[str], slugs: list[str]) -> Content:
    """What filters ask for; a case of no region, indicator or year (0) is found by asking for just that."""
    return {
        "year": case.year or 0,
        "source": sorted(case.sources),
        "region": codes or [MISSING],
        "indicator": slugs or [MISSING],
    }


def _with_ancestors(codes: Iterable[str], known: Vocabulary) -> list[str]:
    """These regions and all that contain them, each once: so a region's cases are those that carry its code."""
    return list(dict.fromkeys(above for code in codes for above in known.containing(code)))


def _with_parents(slugs: Iterable[str], known: Vocabulary) -> list[str]:
    """These indicators and the national ones they belong to, each once."""
    return list(dict.fromkeys(each for slug in slugs for each in known.with_parent(slug)))


def _orders(pk: int, year: int | None) -> dict[str, int | float]:
    """Sort keys that leave no ties: by year, newest or oldest first, none last; then by entry, the newest first.

    `freshness` weighs the score by less than 1 %, so that of two cases that answer equally well the newer goes first.
    """
    latest_entry_first = (1 << ID_BITS) - 1 - pk
    return {
        "newest": ((year or 0) << ID_BITS) + pk,
        "oldest": ((year or LAST_YEAR) << ID_BITS) + latest_entry_first,
        "freshness": 0.0 if year is None else max(0, year - EARLIEST_YEAR) / 5000,
    }
