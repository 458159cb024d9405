"""By what a case is known again in another document."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .case import CaseStudy


class CaseFingerprint(models.Model):
    """One of the few numbers that stand for a case's text (`catalogue.likeness`): who shares one may be a repeat."""

    case = models.ForeignKey(
        CaseStudy, on_delete=models.CASCADE, db_index=False, related_name="fingerprints", verbose_name=_("案例")
    )
    value = models.BigIntegerField(_("指纹"), db_index=True)

    class Meta:
        verbose_name = _("文字指纹")
        verbose_name_plural = _("文字指纹")
        constraints = [models.UniqueConstraint(fields=["case", "value"], name="case_fingerprint_once")]

    def __str__(self) -> str:
        return f"{self.case_id}: {self.value}"
