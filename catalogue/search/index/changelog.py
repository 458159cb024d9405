"""The change log: every write to a case leaves a row in the same transaction, and every index follows these rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete

from catalogue.models import (
    Agency,
    CaseChange,
    CaseIndicator,
    CaseRegion,
    CaseStudy,
    Indicator,
    Measure,
    Outcome,
    Region,
    Source,
)
from catalogue.search import vocabulary

VOCABULARY = 0
"""Stands in `CaseChange.case_id` for a change of regions, indicators or sources: their names must be read anew."""

BATCH = 1000

_writes = 0


def record(case_ids: Iterable[int]) -> None:
    """Note that these cases were written or deleted; call it in the transaction that does so.

    ORM saves and deletions are noted by signals. Writes that send none (`bulk_create`, `bulk_update`, a queryset's
    `update`) need this call; `VOCABULARY` among the ids says that regions, indicators or sources changed.
    """
    global _writes  # noqa: PLW0603  counts what this process has done
    CaseChange.objects.bulk_create([CaseChange(case_id=pk) for pk in dict.fromkeys(case_ids)], batch_size=BATCH)
    _writes += 1


def record_names() -> None:
    """Note that regions, indicators or titles of sources were written in bulk: every process reads them anew.

    Cases that a new name is to find, or that lie under a region moved elsewhere, need `record` too.
    """
    record([VOCABULARY])
    vocabulary.forget()


def writes_here() -> int:
    """How often this process has written to the log: where this has grown, a look is due at once."""
    return _writes


def _case_written(instance: CaseStudy, **kwargs: Any) -> None:
    record([instance.pk])


def _part_written(instance: Measure | Outcome | CaseRegion | CaseIndicator | Agency, **kwargs: Any) -> None:
    record([instance.case_id])


def _links_set(instance: Model, model: type[Model], pk_set: set[int] | None, **kwargs: Any) -> None:
    """`case.regions.set(…)` and the like, from either side: through rows made this way send no signal of their own."""
    if isinstance(instance, CaseStudy):
        record([instance.pk])
    elif pk_set:
        record(pk_set)
    else:  # cleared from the other side: before it is done, the links still tell which cases
        record(_cases_naming(instance))


def _named_written(instance: Region | Indicator | Source, created: bool = False, **kwargs: Any) -> None:
    if created and isinstance(instance, Source):
        return  # nothing shows it yet
    record([VOCABULARY, *_cases_naming(instance)])
    vocabulary.forget()


def _cases_naming(instance: Model) -> Iterable[int]:
    """Cases in which the name of this region (or one around theirs), indicator or source is searched or shown."""
    cases = CaseStudy.objects.all()
    if isinstance(instance, Region):
        cases = cases.in_regions([instance.pk])
    elif isinstance(instance, Indicator):
        cases = cases.filter(case_indicators__indicator=instance) | cases.filter(
            case_indicators__indicator__parent=instance
        )
    else:
        cases = cases.filter(source=instance.pk)
    return cases.order_by("pk").values_list("pk", flat=True).distinct()


def connect() -> None:
    """Listen to every save and deletion of what a case is made of; called once, when the application is ready."""
    post_save.connect(_case_written, CaseStudy, dispatch_uid="log case")
    post_delete.connect(_case_written, CaseStudy, dispatch_uid="log case")
    for part in (Measure, Outcome, CaseRegion, CaseIndicator, Agency):
        post_save.connect(_part_written, part, dispatch_uid="log part")
        post_delete.connect(_part_written, part, dispatch_uid="log part")
    for links in (CaseRegion, CaseIndicator):
        m2m_changed.connect(_links_set, links, dispatch_uid="log links")
    for named in (Region, Indicator, Source):
        post_save.connect(_named_written, named, dispatch_uid="log name")
        pre_delete.connect(_named_written, named, dispatch_uid="log name")
