"""The outline of a case."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from .case import CaseStudy
from .change import LoggedModel
from .region import Region


class Measure(LoggedModel):
    """One concrete step of a case, in its place in the outline.

    `position` counts through the whole outline in reading order, so sorting by it gives parents before children.
    `branches` holds the children once `CaseStudy.measure_tree` has built the tree.
    """

    branches: list[Measure]

    case = models.ForeignKey(CaseStudy, on_delete=models.CASCADE, related_name="measures", verbose_name=_("案例"))
    parent = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="children", verbose_name=_("上级举措")
    )
    position = models.PositiveIntegerField(_("次序"), default=0)
    level = models.PositiveSmallIntegerField(_("层级"), default=1)
    label = models.CharField(_("编号"), max_length=20, blank=True, help_text=_("如来源所印，例如“（一）”。"))
    heading = models.CharField(_("标题"), max_length=300, blank=True)
    text = models.TextField(_("正文"), blank=True)
    region = models.ForeignKey(
        Region,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="measures",
        verbose_name=_("地区"),
        help_text=_("与案例主要地区不同时填写。"),
    )
    region_reason = models.CharField(_("地区依据"), max_length=200, blank=True, editable=False)
    region_confidence = models.FloatField(_("地区把握"), null=True, blank=True, editable=False)
    region_spans = models.JSONField(_("地区原文位置"), default=list, blank=True, editable=False)
    spans = models.JSONField(_("原文位置"), default=list, blank=True, editable=False)

    history = HistoricalRecords(verbose_name=_("修改记录"))

    class Meta:
        verbose_name = _("举措")
        verbose_name_plural = _("举措")
        ordering = ("case", "position", "pk")
        indexes = [models.Index(fields=["case", "position"], name="measure_outline")]
        constraints = [
            models.CheckConstraint(
                name="measure_level_from_one",
                condition=models.Q(level__gte=1, level__lte=9),
                violation_error_message=_("层级应在 1 至 9 之间。"),
            ),
        ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.branches = []

    def __str__(self) -> str:
        return f"{self.label}{self.heading}" or self.text[:30]
