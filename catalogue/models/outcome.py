"""Quantified results."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from catalogue.comparable import computed_change

from .case import CaseStudy, ReadFact, public
from .measure import Measure

CHANGE_TOLERANCE = 1.5
"""Percentage points by which a printed change may differ from before and after: sources round (71→41 项 as 42%)."""


class OutcomeQuerySet(models.QuerySet["Outcome"]):
    def results(self) -> OutcomeQuerySet:
        """What was achieved: no targets, inputs or other places' figures."""
        return self.filter(kind=Outcome.Kind.RESULT)

    def of_published_cases(self) -> OutcomeQuerySet:
        """Those of the cases that the public may see, by a join: an index of their own may then give their order."""
        return self.filter(public("case__"))


class Outcome(ReadFact):
    """One quantified result, with the exact clause it was read from.

    Figures are in `unit` as printed. A range has its upper end in the `…_max` field. A change in % is negative where
    the figure fell; where none is printed and before and after can be compared (2天 → 16小时), it is computed and
    marked so whenever the row is cleaned or saved. An absolute change printed alone (操作处理人员减少22人) stands in
    `after`, with the direction. `effect` says whether the change is good for those who do business.
    """

    class Kind(models.TextChoices):
        RESULT = "result", _("成效")
        TARGET = "target", _("目标")
        INPUT = "input", _("投入")
        ELSEWHERE = "elsewhere", _("他地或全国数据")
        BACKGROUND = "background", _("背景数据")

    class Direction(models.TextChoices):
        UP = "up", _("上升")
        DOWN = "down", _("下降")
        LEVEL = "level", _("未言升降")

    class Effect(models.TextChoices):
        BETTER = "better", _("改善")
        WORSE = "worse", _("变差")

    case = models.ForeignKey(CaseStudy, on_delete=models.CASCADE, related_name="outcomes", verbose_name=_("案例"))
    measure = models.ForeignKey(
        Measure, on_delete=models.SET_NULL, null=True, blank=True, related_name="outcomes", verbose_name=_("举措")
    )
    position = models.PositiveIntegerField(_("次序"), default=0)
    kind = models.CharField(_("性质"), max_length=10, choices=Kind, default=Kind.RESULT)
    text = models.TextField(_("原句"))
    metric = models.CharField(_("衡量的是"), max_length=120, blank=True)
    beneficiary = models.CharField(_("受益方"), max_length=40, blank=True, help_text=_("原句写明的，如企业、群众。"))
    before = models.DecimalField(_("改革前"), max_digits=18, decimal_places=4, null=True, blank=True)
    before_max = models.DecimalField(_("改革前（上限）"), max_digits=18, decimal_places=4, null=True, blank=True)
    after = models.DecimalField(_("改革后"), max_digits=18, decimal_places=4, null=True, blank=True)
    after_max = models.DecimalField(_("改革后（上限）"), max_digits=18, decimal_places=4, null=True, blank=True)
    unit = models.CharField(_("单位"), max_length=20, blank=True)
    before_unit = models.CharField(_("改革前单位"), max_length=20, blank=True, help_text=_("与改革后单位不同时填写。"))
    change_pct = models.DecimalField(_("变化（%）"), max_digits=12, decimal_places=4, null=True, blank=True)
    change_pct_max = models.DecimalField(_("变化上限（%）"), max_digits=12, decimal_places=4, null=True, blank=True)
    change_is_computed = models.BooleanField(_("变化为算得"), default=False, help_text=_("原文未印，由前后数字算得。"))
    direction = models.CharField(_("方向"), max_length=5, choices=Direction, default=Direction.LEVEL)
    effect = models.CharField(
        _("利弊"), max_length=6, choices=Effect, blank=True, help_text=_("对办事企业和群众是好是坏；不能断定时留空。")
    )

    objects: ClassVar = OutcomeQuerySet.as_manager()
    history = HistoricalRecords(verbose_name=_("修改记录"))

    class Meta:
        verbose_name = _("成效")
        verbose_name_plural = _("成效")
        ordering = ("case", "position", "pk")
        # The table of all results begins at either end of the index of a column. Were the kind in the last one too,
        # SQLite would count quicker by it, but then take it for the table as well, and sort all.
        indexes = [
            models.Index(fields=["case", "position"], name="outcome_order"),
            models.Index(fields=["change_pct"], condition=Q(kind="result"), name="outcome_change"),
            models.Index(fields=["before"], condition=Q(kind="result"), name="outcome_before"),
            models.Index(fields=["after"], condition=Q(kind="result"), name="outcome_after"),
            models.Index(fields=["case"], condition=Q(kind="result"), name="outcome_results"),
        ]
        constraints = [
            models.CheckConstraint(
                name="outcome_has_a_figure",
                condition=Q(before__isnull=False) | Q(after__isnull=False) | Q(change_pct__isnull=False),
                violation_error_message=_("成效至少有一个数字。"),
            ),
            models.CheckConstraint(
                name="outcome_before_after_direction",
                condition=Q(before__isnull=True)
                | Q(after__isnull=True)
                | ~Q(before_unit="")
                | Q(direction="up", after__gte=F("before"))
                | Q(direction="down", after__lte=F("before"))
                | Q(direction="level"),
                violation_error_message=_("改革前后的数字与方向不符。"),
            ),
            models.CheckConstraint(
                name="outcome_change_direction",
                condition=Q(change_pct__isnull=True)
                | Q(direction="up", change_pct__gte=0)
                | Q(direction="down", change_pct__lte=0)
                | Q(direction="level"),
                violation_error_message=_("变化的正负与方向不符。"),
            ),
            models.CheckConstraint(
                name="outcome_change_matches_figures",
                # after = before × (1 + change/100), within the tolerance, written without a division.
                condition=Q(before__isnull=True)
                | Q(after__isnull=True)
                | Q(change_pct__isnull=True)
                | Q(before_max__isnull=False)
                | Q(after_max__isnull=False)
                | Q(change_pct_max__isnull=False)
                | ~Q(before_unit="")
                | Q(before__lte=0)
                | Q(
                    after__gte=F("before") * (100 + F("change_pct") - CHANGE_TOLERANCE) / 100,
                    after__lte=F("before") * (100 + F("change_pct") + CHANGE_TOLERANCE) / 100,
                ),
                violation_error_message=_("变化与改革前后的数字不符。"),
            ),
            models.CheckConstraint(
                name="outcome_ranges_ascend",
                condition=(Q(before_max__isnull=True) | Q(before_max__gte=F("before")))
                & (Q(after_max__isnull=True) | Q(after_max__gte=F("after"))),
                violation_error_message=_("区间的上限小于下限。"),
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60]

    @property
    def printed_change(self) -> Decimal | None:
        """The change in % as the source prints it; None where it prints none."""
        return None if self.change_is_computed else self.change_pct

    @property
    def printed_change_max(self) -> Decimal | None:
        return None if self.change_is_computed else self.change_pct_max

    def clean(self) -> None:
        super().clean()
        self.compute_change()

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.compute_change()
        super().save(*args, **kwargs)

    def compute_change(self) -> None:
        """Fill in the change where the source prints none; a printed one stays."""
        if self.printed_change is not None:
            return
        computed = None
        if self.before_max is None:
            computed = computed_change(self.before, self.before_unit, self.after, self.after_max, self.unit)
        self.change_pct, self.change_pct_max = computed or (None, None)
        self.change_is_computed = computed is not None
