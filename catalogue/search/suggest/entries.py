"""What is offered to those who have typed a few characters."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from catalogue.search.query import Mark


class Kind(StrEnum):
    """What an entry is; in the order in which they are shown."""

    INDICATOR = "indicator"
    REGION = "region"
    MEASURE = "measure"
    CASE = "case"


@dataclass(frozen=True, slots=True)
class Entry:
    """One suggestion, with what tells it from others of its name."""

    kind: Kind
    key: str
    """Slug of an indicator, code of a region, primary key of a measure or a case."""
    label: str
    marks: tuple[Mark, ...] = ()
    """The part of the label that was typed."""
    alias: str = ""
    """Another name of it, where that was typed: 办电 of 获得电力."""
    context: str = ""
    """Where a region lies; the case of a measure; place and year of a case."""
    count: int | None = None
    """Cases of an indicator or a region."""
    case_id: int | None = None
    """The case of a measure."""
