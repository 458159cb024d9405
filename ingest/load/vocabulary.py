"""The vocabularies as the database has them, staff's additions included; landmarks as their file has them."""

from __future__ import annotations

from catalogue.models import Indicator, Region
from catalogue.reference import read_landmarks
from ingest.vocabulary import IndicatorEntry, LandmarkEntry, RegionEntry, Vocabulary


def vocabulary() -> Vocabulary:
    """All regions, indicators and landmarks, in a fixed order, so that the same rows give an equal vocabulary."""
    regions = tuple(
        RegionEntry(
            code=region.code,
            name=region.name,
            short_name=region.short_name,
            aliases=tuple(region.aliases),
            level=region.level,
            parent=region.parent_id,
            successor=region.successor_id,
            in_force=region.is_current,
        )
        for region in Region.objects.order_by("code")
    )
    indicators = tuple(
        IndicatorEntry(
            slug=indicator.slug,
            name=indicator.name,
            aliases=tuple(indicator.aliases),
            parent=indicator.parent.slug if indicator.parent else None,
        )
        for indicator in Indicator.objects.select_related("parent").order_by("order", "slug")
    )
    landmarks = tuple(LandmarkEntry(row.name, row.aliases, row.kind, row.regions) for row in read_landmarks())
    return Vocabulary(regions, indicators, landmarks)
