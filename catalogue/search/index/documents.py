"""From cases in the database to documents of the index: one for a case, one for each of its measures."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import Any, NamedTuple

from catalogue.models import Agency, CaseIndicator, CaseRegion, CaseStudy, Measure
from catalogue.models.validators import EARLIEST_YEAR
from catalogue.search import vocabulary
from catalogue.search.query import MISSING
from catalogue.search.text.analyser import Analyser, pairs
from catalogue.search.text.fold import fold
from catalogue.search.text.readings import spellings
from catalogue.search.vocabulary import Vocabulary

from .schema import ALL_PAIRS, NAME_PAIRS, SPELLINGS, TITLE_PAIRS, is_pair

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
    ids = iter(case_ids)
    while batch := list(islice(ids, CASES_AT_ONCE)):
        for case in _read(batch):
            yield _case_documents(case, _knowing(case), analyser)


def _document(content: Content, digest_bits: int) -> Document:
    packed = json.dumps(content, ensure_ascii=False)
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

    @property
    def labels(self) -> list[str]:
        """Printed numbers of the measures; some are words: 案例一."""
        return [measure.label for measure in self.measures]

    @property
    def body(self) -> str:
        """The whole case in reading order, as `CaseStudy.body` has it."""
        parts = [self.lead]
        for measure in self.measures:
            parts += [f"{measure.label}{measure.heading}", measure.text]
        return "\n".join(part for part in parts if part)


def _read(case_ids: list[int]) -> Iterable[_CaseRow]:
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


def _case_documents(case: _CaseRow, known: Vocabulary, analyser: Analyser) -> CaseDocuments:
    """Each text is cut once, for its measure and for the case alike: cutting is most of the work."""

    def words(*texts: str) -> list[str]:
        return [word for text in texts for word in analyser.words(text)]

    def spelt(text: str) -> str:
        folded = fold(text)
        return " ".join(spellings(folded, analyser.cut(folded)))

    headings = [words(measure.heading) for measure in case.measures]
    texts = [words(measure.text) for measure in case.measures]
    codes = _with_ancestors(case.regions, known)
    slugs = _with_parents(case.slugs, known)
    printed = chain(words(case.lead, *case.labels), *headings, *texts)
    longer = (word for word in printed if not is_pair(word))  # the others are among the pairs
    names = [known.places[code].name for code in codes] + [known.subjects[slug].name for slug in slugs]
    content = {
        "id": case.pk,
        **_filters(case, codes, slugs),
        **_orders(case.pk, case.year),
        "title_words": " ".join(words(case.title)),
        "name_words": " ".join(words(*names)),
        "heading_words": " ".join(chain(*headings)),
        "text_words": " ".join([*longer, *words(*case.agencies)]),
        TITLE_PAIRS: " ".join(pairs(fold(case.title))),
        SPELLINGS: spelt(case.title),
        ALL_PAIRS: " ".join(pairs(BREAK.join(map(fold, [case.title, case.body])))),
        NAME_PAIRS: " ".join(pairs(BREAK.join(map(fold, [*names, *case.agencies])))),
    }
    measures = [
        {
            "id": measure.pk,
            "case": case.pk,
            # A measure that names a region of its own lies there, the others where their case does.
            **_filters(case, _with_ancestors([measure.region], known) if measure.region else codes, slugs),
            "heading_words": " ".join(heading),
            "text_words": " ".join(text),
            SPELLINGS: spelt(measure.heading),
        }
        for measure, heading, text in zip(case.measures, headings, texts, strict=True)
    ]
    return CaseDocuments(
        _document(content, CASE_DIGEST_BITS),
        tuple(_document(content, MEASURE_DIGEST_BITS) for content in measures),
    )


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
