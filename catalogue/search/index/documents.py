"""From cases in the database to documents of the index."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.db.models import Prefetch
from tantivy import Document

from catalogue.models import Agency, CaseIndicator, CaseRegion, CaseStudy, Measure
from catalogue.models.validators import EARLIEST_YEAR
from catalogue.search import vocabulary
from catalogue.search.text.analyser import Analyser, pairs
from catalogue.search.text.fold import fold
from catalogue.search.vocabulary import Vocabulary

from .schema import ALL_PAIRS, TITLE_PAIRS

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


def documents(case_ids: Iterable[int], analyser: Analyser) -> Iterator[Document]:
    """A document for each of these cases that is published; the others have none."""
    for content in contents(case_ids, analyser):
        yield Document.from_dict({**content, "digest": digest(content)})


def contents(case_ids: Iterable[int], analyser: Analyser) -> Iterator[Content]:
    """What the index is to hold of each of these cases that is published."""
    ids = iter(case_ids)
    while batch := list(islice(ids, CASES_AT_ONCE)):
        for case in _with_parts(batch):
            yield _content(case, _knowing(case), analyser)


def digest(content: Content) -> int:
    """A number of 63 bits that changes with the content: tells whether the index holds a case as it now is."""
    packed = json.dumps(content, sort_keys=True, ensure_ascii=False).encode()
    return int.from_bytes(hashlib.blake2b(packed, digest_size=8).digest()) >> 1


def _knowing(case: CaseStudy) -> Vocabulary:
    """The vocabulary, read anew where the case names a region or indicator that came in since (in bulk, unlogged)."""
    known = vocabulary.current()
    codes = {link.region_id for link in case.case_regions.all()}
    slugs = {link.indicator.slug for link in case.case_indicators.all()}
    if not (codes <= known.places.keys() and slugs <= known.subjects.keys()):
        vocabulary.forget()
        known = vocabulary.current()
    return known


def _with_parts(case_ids: list[int]) -> Iterable[CaseStudy]:
    return (
        CaseStudy.objects.published()
        .filter(pk__in=case_ids)
        .only("title", "lead", "year", "source_id")
        .prefetch_related(
            Prefetch(
                "measures", Measure.objects.only("case_id", "label", "heading", "text").order_by("position", "pk")
            ),
            Prefetch("case_regions", CaseRegion.objects.only("case_id", "region_id")),
            Prefetch(
                "case_indicators", CaseIndicator.objects.only("case_id", "indicator__slug").select_related("indicator")
            ),
            Prefetch("agencies", Agency.objects.only("case_id", "name")),
            Prefetch("repeats", CaseStudy.objects.printed().only("repeat_of_id", "source_id")),
        )
        .order_by("pk")
    )


def _content(case: CaseStudy, known: Vocabulary, analyser: Analyser) -> Content:
    codes = _with_ancestors((link.region_id for link in case.case_regions.all()), known)
    slugs = _with_parents((link.indicator.slug for link in case.case_indicators.all()), known)
    names = [known.places[code].name for code in codes] + [known.subjects[slug].name for slug in slugs]
    headings = [measure.heading for measure in case.measures.all() if measure.heading]
    agencies = [agency.name for agency in case.agencies.all()]
    return {
        "id": case.pk,
        "year": [] if case.year is None else [case.year],
        "source": sorted({case.source_id, *(repeat.source_id for repeat in case.repeats.all())}),
        "region": codes,
        "indicator": slugs,
        **_orders(case.pk, case.year),
        "title_words": " ".join(analyser.words(case.title)),
        "name_words": " ".join(analyser.words("\n".join(names))),
        "heading_words": " ".join(analyser.words("\n".join(headings))),
        "text_words": " ".join(analyser.words("\n".join([case.body, *agencies]))),
        TITLE_PAIRS: " ".join(pairs(fold(case.title))),
        ALL_PAIRS: " ".join(pairs(BREAK.join(fold(text) for text in [case.title, case.body, *names, *agencies]))),
    }


def _with_ancestors(codes: Iterable[str], known: Vocabulary) -> list[str]:
    """These regions and all that contain them, each once: so a region's cases are those that carry its code."""
    return list(dict.fromkeys(above for code in codes for above in known.containing(code)))


def _with_parents(slugs: Iterable[str], known: Vocabulary) -> list[str]:
    """These indicators and the national ones they belong to, each once."""
    found: dict[str, None] = {}
    for slug in slugs:
        found |= dict.fromkeys([slug, *filter(None, [known.subjects[slug].parent])])
    return list(found)


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
