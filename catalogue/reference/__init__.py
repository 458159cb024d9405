"""The vocabularies as files: regions, indicators and words of the field that mean the same, each with its sources."""

from .glossary import read_glossary
from .reading import (
    AREA_LEVEL,
    IndicatorRow,
    ReferenceFileError,
    RegionRow,
    read_indicators,
    read_regions,
)
from .thesaurus import Kind, WordGroup, read_thesaurus

__all__ = [
    "AREA_LEVEL",
    "IndicatorRow",
    "Kind",
    "ReferenceFileError",
    "RegionRow",
    "WordGroup",
    "read_glossary",
    "read_indicators",
    "read_regions",
    "read_thesaurus",
]
