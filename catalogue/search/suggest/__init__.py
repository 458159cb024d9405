"""Suggestions while typing: indicators, regions, measures and cases that spell what has been typed so far."""

from .answer import suggest
from .entries import Entry, Kind

__all__ = ["Entry", "Kind", "suggest"]
