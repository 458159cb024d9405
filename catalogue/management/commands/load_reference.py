"""`manage.py load_reference`: brings the tables of regions and indicators into line with the reference files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import models, transaction
from django.utils.translation import gettext

from catalogue.models import CaseRegion, Indicator, Region
from catalogue.reference import IndicatorRow, ReferenceFileError, RegionRow, read_indicators, read_regions
from catalogue.search import record, record_names


@dataclass(frozen=True, slots=True)
class Tally:
    """What a load did to one table."""

    created: int
    updated: int
    unchanged: int

    def __str__(self) -> str:
        counts = {"new": self.created, "changed": self.updated, "same": self.unchanged}
        return gettext("新增 %(new)s，更新 %(changed)s，不变 %(same)s") % counts


class Command(BaseCommand):
    help = "载入 catalogue/reference/ 中的区划和指标，可反复运行：文件中有的以文件为准，人工添加的别名和条目保留。"

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            regions, indicators = read_regions(), read_indicators()
        except ReferenceFileError as error:
            raise CommandError(str(error)) from error
        with transaction.atomic():
            paths = dict(Region.objects.values_list("code", "path"))
            loaded = {gettext("区划"): load_regions(regions), gettext("指标"): load_indicators(indicators)}
            if any(tally.created or tally.updated for tally in loaded.values()):
                record_names()
            moved = [row.code for row in regions if paths.get(row.code, row.path) != row.path]
            record(CaseRegion.objects.filter(region__in=moved).values_list("case_id", flat=True))
        if options["verbosity"] > 0:
            for table, tally in loaded.items():
                self.stdout.write(f"{table}：{tally}")
            for added, ours in namesakes(regions):
                words = {"name": added.name, "added": added.code, "ours": ours}
                self.stderr.write(gettext("人工添加的“%(name)s”（%(added)s）与 %(ours)s 同名，请只留一个。") % words)


def load_regions(rows: Sequence[RegionRow]) -> Tally:
    """Write the rows that are new or differ; `rows` has each region after the one above it."""
    wanted = {
        row.code: {
            "name": row.name,
            "short_name": row.short_name,
            "aliases": list(row.aliases),
            "pinyin": row.pinyin,
            "initials": row.initials,
            "level": row.level,
            "parent_id": row.parent,
            "path": row.path,
            "valid_from": row.valid_from,
            "valid_to": row.valid_to,
            "successor_id": row.successor,
        }
        for row in rows
    }
    return _bring_into_line(Region, "code", wanted)


def namesakes(rows: Sequence[RegionRow]) -> list[tuple[Region, str]]:
    """The regions that staff added below one that now has a row of that name, each with that row's code.

    A text that names such a region could mean either, so staff have to decide.
    """
    codes = {(row.parent, row.name): row.code for row in rows}
    added = Region.objects.exclude(pk__in=[row.code for row in rows]).order_by("code")
    return [(region, codes[key]) for region in added if (key := (region.parent_id, region.name)) in codes]


def load_indicators(rows: Sequence[IndicatorRow]) -> Tally:
    """Write the rows that are new or differ, the national ones first, so that local ones find theirs."""
    national = _bring_into_line(Indicator, "slug", {row.slug: _fields(row, None) for row in rows if not row.parent})
    keys = dict(Indicator.objects.values_list("slug", "pk"))
    local = _bring_into_line(
        Indicator, "slug", {row.slug: _fields(row, keys[row.parent]) for row in rows if row.parent}
    )
    return Tally(
        national.created + local.created, national.updated + local.updated, national.unchanged + local.unchanged
    )


def _fields(row: IndicatorRow, parent_id: int | None) -> dict[str, Any]:
    return {
        "name": row.name,
        "definition": row.definition,
        "aliases": list(row.aliases),
        "order": row.order,
        "parent_id": parent_id,
        "doing_business": list(row.doing_business),
        "b_ready": list(row.b_ready),
    }


def _bring_into_line(model: type[models.Model], key: str, wanted: dict[str, dict[str, Any]]) -> Tally:
    """Create what is missing and update what differs, in bulk: some four thousand rows, mostly unchanged."""
    # Bulk writes bypass `save`, so `wanted` brings the path of a region with it.
    present = {getattr(row, key): row for row in model._default_manager.all()}
    new, changed = [], []
    for value, fields in wanted.items():
        row = present.get(value)
        if row is None:
            new.append(model(**{key: value}, **fields))
            continue
        # In the files' order first, then what staff added.
        fields["aliases"] = list(dict.fromkeys([*fields["aliases"], *row.aliases]))  # type: ignore[attr-defined]
        if any(getattr(row, name) != to for name, to in fields.items()):
            for name, to in fields.items():
                setattr(row, name, to)
            changed.append(row)
    model._default_manager.bulk_create(new)
    if changed:
        names = [name.removesuffix("_id") for name in next(iter(wanted.values()))]
        model._default_manager.bulk_update(changed, names, batch_size=200)
    return Tally(len(new), len(changed), len(wanted) - len(new) - len(changed))
