"""A value that staff changed and the machine now reads otherwise: both to be seen, and either to be taken.

The ingest keeps the staff's value and leaves the machine's in the finding's `offer`: `part` (what kind of row), `item`
(which one) and `values` by field, None where the machine no longer reads the row at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _

from catalogue.models import Agency, CaseIndicator, CaseRegion, CaseStudy, Finding, Measure, Outcome, Region

ROWS: dict[str, type[models.Model]] = {
    "case": CaseStudy,
    "measure": Measure,
    "outcome": Outcome,
    "agency": Agency,
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One field with both values in words."""

    field: str
    machine: str
    present: str


def choices(finding: Finding) -> list[Choice]:
    """Both values of each field that the finding is about; empty where there is nothing to choose any more."""
    offer, row = finding.offer, _row(finding)
    if not offer:
        return []
    if offer["part"] == "region" and offer["values"] == {"main": True}:
        main = CaseRegion.objects.filter(case=finding.case_id, is_main=True).select_related("region").first()
        return [Choice(_("主要地区"), _region_name(offer["item"]), str(main or ""))]
    if row is None:
        return []
    if offer["values"] is None:
        return [Choice(str(row._meta.verbose_name), _("（不再读到）"), str(row))]
    changed = _changed(row, offer["values"])
    return [Choice(str(field.verbose_name), _shown(row, field, value), _shown(row, field)) for field, value in changed]


@transaction.atomic
def take_machine_value(finding: Finding) -> None:
    """Put what the machine reads in the place of the staff's value, and the finding away.

    Raises:
        ValidationError: the catalogue's rules refuse the value as things stand, or the row is gone.
    """
    offer, row = finding.offer, _row(finding)
    if offer and offer["part"] == "region" and offer["values"] == {"main": True}:
        _make_main(finding, offer["item"])
    elif not offer or row is None:
        raise ValidationError(_("所说的内容已不存在。"))
    elif offer["values"] is None:
        _remove(row)
    else:
        for field, value in _changed(row, offer["values"]):
            setattr(row, field.attname, value)
        row.full_clean()
        row.save()
    finding.resolved = True
    finding.save(update_fields=["resolved"])


def _row(finding: Finding) -> models.Model | None:
    """The row that the offer is for; None where it is gone."""
    if not finding.offer:
        return None
    part, item = finding.offer["part"], finding.offer["item"]
    if part == "source":
        return finding.source
    if part == "region":
        return CaseRegion.objects.filter(case=finding.case_id, region=item).first()
    if part == "indicator":
        return CaseIndicator.objects.filter(case=finding.case_id, indicator__slug=item).first()
    rows: models.QuerySet[Any] = ROWS[part]._default_manager.filter(pk=item)
    return rows.first() if part == "case" else rows.filter(case=finding.case_id).first()


def _changed(row: models.Model, values: dict[str, Any]) -> Iterator[tuple[models.Field[Any, Any], Any]]:
    """The row's fields whose value differs from the machine's, each with that value as Python has it."""
    for name, value in values.items():
        field = row._meta.get_field(name)
        assert isinstance(field, models.Field)  # noqa: S101  an offer names no reverse relations
        new = field.to_python(value) if value != "" or not field.null else None
        if getattr(row, field.attname) != new:
            yield field, new


def _shown(row: models.Model, field: models.Field[Any, Any], *value: Any) -> str:
    """A value in words: the given one, or the one that stands."""
    shown = value[0] if value else getattr(row, field.attname)
    if shown is None or shown == "":
        return "—"
    if isinstance(field, models.ForeignKey):
        return str(field.related_model._default_manager.filter(pk=shown).first() or "—")
    if field.choices:
        return str(dict(field.flatchoices).get(shown, shown))
    if isinstance(field, models.DecimalField):
        return format(shown.normalize(), "f")
    if isinstance(field, models.BooleanField):
        return _("是") if shown else _("否")
    return str(shown)


def _make_main(finding: Finding, code: str) -> None:
    links = CaseRegion.objects.filter(case=finding.case_id)
    for link in links.filter(is_main=True).exclude(region=code):
        link.is_main = False
        link.save()
    last = max((link.position for link in links), default=-1)
    link, _created = links.get_or_create(
        case_id=finding.case_id, region_id=code, defaults={"position": last + 1, "is_main": True}
    )
    link.is_main = True
    link.save()


def _remove(row: models.Model) -> None:
    """A measure's children move up: they are still read."""
    if isinstance(row, Measure):
        for child in row.children.all():
            child.parent = row.parent
            child.save()
    row.delete()


def _region_name(code: str) -> str:
    return str(Region.objects.filter(pk=code).first() or code)
