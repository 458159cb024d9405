"""The vocabularies as files: every region and every indicator the catalogue knows, each table with its sources."""

from .reading import (
    AREA_LEVEL,
    IndicatorRow,
    ReferenceFileError,
    RegionRow,
    read_indicators,
    read_regions,
)

__all__ = ["AREA_LEVEL", "IndicatorRow", "ReferenceFileError", "RegionRow", "read_indicators", "read_regions"]
