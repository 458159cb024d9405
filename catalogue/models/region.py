"""Administrative divisions and the functional areas under them."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .change import LoggedModel


class RegionQuerySet(models.QuerySet["Region"]):
    def current(self) -> RegionQuerySet:
        """Those in force today: neither renamed nor abolished."""
        return self.filter(valid_to__isnull=True)

    def under(self, *codes: str) -> RegionQuerySet:
        """The regions with these codes and everything below them.

        An abolished division lies below the one that took its place, too: 下城区 below 拱墅区.
        """
        inside = Q(pk__in=[])
        roots, seen = set(codes), set[str]()
        while roots:
            seen |= roots
            for path in self.model.objects.filter(pk__in=roots).values_list("path", flat=True):
                inside |= Q(path__startswith=path)
            merged = self.model.objects.filter(inside).filter(predecessors__isnull=False)
            roots = set(merged.values_list("predecessors", flat=True)) - seen
        return self.filter(inside)


class Region(LoggedModel):
    """One division (province, city, district) by its GB/T 2260 code, or a functional area under one.

    A functional area (新区, 经开区, 高新区) has no GB/T 2260 code: its own is the one it was first filed under, a
    hyphen and letters (`430100-xjxq` 湖南湘江新区). A name that was changed while the code stayed (襄樊市, 420600)
    is an alias of the present one; a division whose code went out of use is a row of its own with `valid_to` and
    `successor`.
    """

    class Level(models.IntegerChoices):
        PROVINCE = 1, _("省级")
        CITY = 2, _("地级")
        DISTRICT = 3, _("县级")
        AREA = 4, _("功能区")

    code = models.CharField(_("代码"), max_length=16, primary_key=True)
    name = models.CharField(_("名称"), max_length=40)
    short_name = models.CharField(_("简称"), max_length=20)
    aliases = models.JSONField(_("别名"), default=list, blank=True)
    pinyin = models.CharField(_("拼音"), max_length=120)
    initials = models.CharField(_("拼音首字母"), max_length=40)
    level = models.PositiveSmallIntegerField(_("级别"), choices=Level)
    parent = models.ForeignKey(
        "self", verbose_name=_("上级"), on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    path = models.CharField(_("路径"), max_length=80, editable=False, db_index=True)
    valid_from = models.DateField(_("启用"), null=True, blank=True)
    valid_to = models.DateField(_("停用"), null=True, blank=True)
    successor = models.ForeignKey(
        "self", verbose_name=_("后继"), on_delete=models.PROTECT, null=True, blank=True, related_name="predecessors"
    )

    objects: ClassVar = RegionQuerySet.as_manager()

    class Meta:
        verbose_name = _("行政区划")
        verbose_name_plural = _("行政区划")
        ordering = ("code",)
        indexes = [models.Index(fields=["name"]), models.Index(fields=["short_name"])]
        constraints = [
            models.CheckConstraint(
                name="region_province_has_no_parent",
                condition=Q(level=1, parent__isnull=True) | Q(level__gt=1, parent__isnull=False),
                violation_error_message=_("省级没有上级，其余都有上级。"),
            ),
            models.CheckConstraint(
                name="region_successor_only_when_ended",
                condition=Q(successor__isnull=True) | Q(valid_to__isnull=False),
                violation_error_message=_("仍在使用的区划没有后继。"),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep `path`, the codes from the province down to this one, each closed by a slash (430000/430100/)."""
        self.path = f"{self.parent.path if self.parent else ''}{self.code}/"
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("region", args=[self.code])

    @property
    def is_current(self) -> bool:
        return self.valid_to is None or self.valid_to > date.today()
