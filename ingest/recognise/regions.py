"""Which regions a case is about: the main one first, others where the case treats them."""

from __future__ import annotations

from ingest.recognise.gazetteer import Gazetteer, RegionMatch

__all__ = ["Gazetteer", "RegionMatch"]
