"""What keeps repeats in order: a repeat names the first case itself, and never hides a case that nobody shows.

A repeat is a case that another document (or another page) prints once more: `repeat_of` names the one that came first.
Only that one is listed, found, counted and exported; the repeat is where it was printed too.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Case, QuerySet, Value, When
from django.db.models.signals import post_save, pre_delete, pre_save
from django.utils.translation import gettext as _

from catalogue.models import CaseStudy, Finding
from catalogue.search.index import changelog

WITHDRAWN, PROMOTED = "repeat-withdrawn", "repeat-promoted"
"""Codes of the findings that tell an editor what became of a repeat's first case."""


def promote(case: CaseStudy) -> None:
    """Make this repeat the first case: the one that was, and its other repeats, become repeats of it.

    Raises:
        ValueError: the case is no repeat.
    """
    first = case.repeat_of
    if first is None:
        raise ValueError(f"Case {case.pk} is no repeat")
    with transaction.atomic():
        case.repeat_of = None
        case.save()
        first.repeat_of = case
        first.save()


def _before_save(instance: CaseStudy, raw: bool = False, **kwargs: Any) -> None:
    """A repeat of a repeat is one of the first case; the first case that it no longer repeats is indexed anew."""
    if raw:
        return
    while instance.repeat_of and instance.repeat_of.repeat_of_id not in (None, instance.pk):
        instance.repeat_of = instance.repeat_of.repeat_of
    if instance.pk:
        before = CaseStudy.objects.filter(pk=instance.pk).values_list("repeat_of", flat=True).first()
        if before not in (None, instance.repeat_of_id):
            changelog.record([before])


def _after_save(instance: CaseStudy, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """Repeats of what has become a repeat follow it; those of what is withdrawn are shown to the editor."""
    if raw:
        return
    if instance.repeat_of_id:
        changelog.record([instance.repeat_of_id])
    if created:
        return
    if instance.repeat_of_id:
        _move(instance.repeats.exclude(pk=instance.repeat_of_id), instance.repeat_of)
    elif instance.state == CaseStudy.State.WITHDRAWN:
        _tell_of_withdrawal(instance)
    else:
        Finding.objects.filter(case__repeat_of=instance, code=WITHDRAWN, resolved=False).delete()


def _before_delete(instance: CaseStudy, origin: Any = None, **kwargs: Any) -> None:
    """The first repeat takes the place of the case that goes, and the others are repeats of it.

    It is shown only if the case was: what staff had taken down does not come back from another document unseen.
    """
    repeats = instance.repeats.all()
    changelog.record(repeats.values_list("pk", flat=True))
    if isinstance(origin, QuerySet) and origin.model is CaseStudy:
        repeats = repeats.exclude(pk__in=[case.pk for case in origin])  # they go too
    shown_first = Case(When(state=CaseStudy.State.PUBLISHED, then=Value(0)), default=Value(1))
    heir = repeats.order_by(shown_first, "pk").first()
    if heir is None:
        return
    heir.repeat_of = None
    if instance.state != CaseStudy.State.PUBLISHED and heir.state == CaseStudy.State.PUBLISHED:
        heir.state = CaseStudy.State.DRAFT
    heir.save()
    _move(repeats.exclude(pk=heir.pk), heir)
    message = _("首个案例“%(title)s”已删除，由此处所载接替，请核对。") % {"title": instance.title}
    Finding.objects.create(source=heir.source, case=heir, code=PROMOTED, message=message)


def _move(repeats: QuerySet[CaseStudy], first: CaseStudy | None) -> None:
    for repeat in repeats:
        repeat.repeat_of = first
        repeat.save()


def _tell_of_withdrawal(case: CaseStudy) -> None:
    message = _("首个案例“%(title)s”已撤下，此处所载也不公开。要以此处为准，请清空“重复于”。") % {"title": case.title}
    for repeat in case.repeats.all():
        Finding.objects.get_or_create(
            source=repeat.source, case=repeat, code=WITHDRAWN, resolved=False, defaults={"message": message}
        )


def connect() -> None:
    """Listen to every save and deletion of a case; called once, when the application is ready."""
    pre_save.connect(_before_save, CaseStudy, dispatch_uid="repeats before")
    post_save.connect(_after_save, CaseStudy, dispatch_uid="repeats after")
    pre_delete.connect(_before_delete, CaseStudy, dispatch_uid="repeats delete")
