"""The 18 indicators of 中国营商环境评价, and local ones that belong to them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .change import LoggedModel


class IndicatorQuerySet(models.QuerySet["Indicator"]):
    def national(self) -> IndicatorQuerySet:
        """The 18 national ones, in the order of the national evaluation."""
        return self.filter(parent__isnull=True).order_by("order")


class Indicator(LoggedModel):
    """One indicator; `parent` is the national one that a local indicator (获得用气) belongs to."""

    slug = models.SlugField(_("标识"), unique=True, max_length=60)
    name = models.CharField(_("名称"), max_length=40, unique=True)
    definition = models.TextField(_("定义"), blank=True)
    aliases = models.JSONField(
        _("别名"), default=list, blank=True, help_text=_("指向本指标的行话，如“办电”“业扩报装”。")
    )
    order = models.PositiveSmallIntegerField(_("次序"), default=0)
    parent = models.ForeignKey(
        "self", verbose_name=_("所属国家指标"), on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    doing_business = models.JSONField(_("世界银行 Doing Business 指标"), default=list, blank=True)
    b_ready = models.JSONField(_("世界银行 B-READY 指标"), default=list, blank=True)

    objects: ClassVar = IndicatorQuerySet.as_manager()

    class Meta:
        verbose_name = _("指标")
        verbose_name_plural = _("指标")
        ordering = ("order", "slug")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("indicator", args=[self.slug])
