"""The change log that every search index follows."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CaseChange(models.Model):
    """A case was written or deleted; stands in the same transaction as the write itself.

    `case_id` is no foreign key: the row outlives the case, so that every index learns of a deletion.
    """

    case_id = models.BigIntegerField(_("案例"))
    at = models.DateTimeField(_("时间"), auto_now_add=True)

    class Meta:
        verbose_name = _("变更日志")
        verbose_name_plural = _("变更日志")
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.case_id} @ {self.at:%Y-%m-%d %H:%M:%S}"
