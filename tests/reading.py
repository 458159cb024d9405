"""What reads documents without a database: the vocabularies as their files have them, and a reader that knows these."""

from __future__ import annotations

from functools import cache

from catalogue.reference import read_indicators, read_landmarks, read_regions
from ingest.pipeline import Reader
from ingest.vocabulary import IndicatorEntry, LandmarkEntry, RegionEntry, Vocabulary


@cache
def vocabulary() -> Vocabulary:
    """All regions, indicators and landmarks of the files."""
    regions = (
        RegionEntry(
            row.code, row.name, row.short_name, row.aliases, row.level, row.parent, row.successor, row.valid_to is None
        )
        for row in read_regions()
    )
    indicators = (IndicatorEntry(row.slug, row.name, row.aliases, row.parent) for row in read_indicators())
    landmarks = (LandmarkEntry(row.name, row.aliases, row.kind, row.regions) for row in read_landmarks())
    return Vocabulary(tuple(regions), tuple(indicators), tuple(landmarks))


@cache
def reader() -> Reader:
    """With these vocabularies; made once."""
    return Reader(vocabulary())
