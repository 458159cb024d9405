"""The change log that every search index follows."""

from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _


class LoggedModel(models.Model):
    """A model whose writes are noted in the change log: the row and the note are saved together or not at all.

    Django sends `post_save` when the row itself is already written; without a transaction around both, a process
    killed in between would leave a change that no search index ever hears of.
    """

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        with transaction.atomic():
            super().save(*args, **kwargs)


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
