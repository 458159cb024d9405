"""The vocabularies the stages are given: plain entries, whoever keeps them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RegionEntry:
    """One region as the recognisers know it; the fields are those of the model `Region`."""

    code: str
    name: str
    short_name: str
    aliases: tuple[str, ...] = ()
    level: int = 3
    """1 province, 2 city, 3 district, 4 functional area."""
    parent: str | None = None
    """Code of the region above."""
    successor: str | None = None
    """Code of the division that took its place, where it is no longer in force."""
    in_force: bool = True


@dataclass(frozen=True, slots=True)
class LandmarkEntry:
    """A port, an airport or a border crossing; `kind` is what it is in Chinese, `regions` are codes, the main first."""

    name: str
    aliases: tuple[str, ...]
    kind: str
    regions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IndicatorEntry:
    """One indicator; `parent` is the slug of the national one a local indicator belongs to."""

    slug: str
    name: str
    aliases: tuple[str, ...] = ()
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All that a run of the ingest knows beforehand."""

    regions: tuple[RegionEntry, ...]
    indicators: tuple[IndicatorEntry, ...]
    landmarks: tuple[LandmarkEntry, ...] = ()
