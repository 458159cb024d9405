"""The words of the field, which cutting a text must not break."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.reference import read_indicators, read_regions, read_thesaurus


def lexicon() -> Iterator[str]:
    """Names and aliases of indicators, words of the thesaurus, and full names of regions: 长沙市, but not 和平, which
    means more.

    They are read from the reference files, not from the database, so that every process has the same.
    """
    for indicator in read_indicators():
        yield indicator.name
        yield from indicator.aliases
    for group in read_thesaurus():
        yield from (*group.words, *group.asked)
    for region in read_regions():
        if len(region.name) > 2:
            yield region.name
