"""Who did it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .case import CaseStudy, ReadFact
from .measure import Measure


class Agency(ReadFact):
    """A body named for a case or for one of its measures, with its part in it."""

    class Role(models.TextChoices):
        LEAD = "lead", _("牵头单位")
        RESPONSIBLE = "responsible", _("责任单位")
        COOPERATING = "cooperating", _("配合单位")

    case = models.ForeignKey(CaseStudy, on_delete=models.CASCADE, related_name="agencies", verbose_name=_("案例"))
    measure = models.ForeignKey(
        Measure, on_delete=models.SET_NULL, null=True, blank=True, related_name="agencies", verbose_name=_("举措")
    )
    name = models.CharField(_("名称"), max_length=100)
    full_name = models.CharField(_("全称"), max_length=100, blank=True, help_text=_("简称能够确定所指时填写。"))
    role = models.CharField(_("角色"), max_length=12, choices=Role, default=Role.RESPONSIBLE)
    position = models.PositiveSmallIntegerField(_("次序"), default=0)

    class Meta:
        verbose_name = _("单位")
        verbose_name_plural = _("单位")
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.name
