"""The vocabularies as files, each with its sources: regions, landmarks, indicators, words that mean the same."""

from .glossary import read_glossary
from .landmarks import LandmarkRow, read_landmarks
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
    "LandmarkRow",
    "ReferenceFileError",
    "RegionRow",
    "WordGroup",
    "read_glossary",
    "read_indicators",
    "read_landmarks",
    "read_regions",
    "read_thesaurus",
]
