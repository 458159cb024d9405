"""The documents cases come from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .change import LoggedModel

if TYPE_CHECKING:
    from .case import CaseStudy


class SourceQuerySet(models.QuerySet["Source"]):
    def printing(self, cases: models.QuerySet[CaseStudy]) -> SourceQuerySet:
        """Those that print one of these cases."""
        return self.filter(Exists(cases.filter(source=OuterRef("pk"))))


class Source(LoggedModel):
    """A document: the text exactly as read, so that every span in the catalogue points into it."""

    class Kind(models.TextChoices):
        NEWSPAPER = "newspaper", _("报纸版面")
        NOTICE = "notice", _("通知通报")
        PLAN = "plan", _("方案计划")
        COMPILATION = "compilation", _("案例汇编")
        NEWS = "news", _("新闻报道")
        POLICY = "policy", _("政策文件")
        OTHER = "other", _("其他")

    title = models.CharField(_("标题"), max_length=300)
    publisher = models.CharField(_("发布单位"), max_length=200, blank=True)
    kind = models.CharField(_("类型"), max_length=20, choices=Kind, default=Kind.OTHER)
    published_on = models.DateField(_("发布日期"), null=True, blank=True)
    document_number = models.CharField(_("文号"), max_length=60, blank=True)
    evidence = models.JSONField(
        _("识读所据"),
        default=list,
        blank=True,
        editable=False,
        help_text=_("机器凭什么认定类型、发布单位、日期和文号：各项名称、依据、把握和在原文中的位置。"),
    )
    file = models.CharField(_("文件"), max_length=255, help_text=_("文件名，不含文件夹。"), db_index=True)
    sha256 = models.CharField(_("SHA-256"), max_length=64, unique=True)
    text = models.TextField(_("原文"), help_text=_("读入时的原文，一字不改。"))
    pages = models.JSONField(
        _("各页起始位置"),
        default=list,
        blank=True,
        editable=False,
        help_text=_("每页第一个字在原文中的位置；没有分页时为空。"),
    )
    reader_version = models.CharField(_("识读版本"), max_length=40, blank=True)
    machine_reading = models.JSONField(_("上次机器识读"), default=dict, blank=True, editable=False)
    created_at = models.DateTimeField(_("收录时间"), auto_now_add=True)
    updated_at = models.DateTimeField(_("更新时间"), auto_now=True)

    objects = SourceQuerySet.as_manager()

    class Meta:
        verbose_name = _("来源文献")
        verbose_name_plural = _("来源文献")
        # Keys tell the order of coming in. SQLite reads through a whole text to the times that stand behind it.
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("source", args=[self.pk])

    def pages_of(self, spans: Iterable[Sequence[int]]) -> list[int]:
        """The pages that these spans of the text stand on; none where the source has no pages.

        Counted from the first page of the file, which is 1: what is printed on a page may be another number.
        """
        if not self.pages:
            return []
        found: set[int] = set()
        for start, end in spans:
            first, last = (bisect_right(self.pages, at) for at in (start, max(start, end - 1)))
            found.update(range(first, last + 1))
        return sorted(found)
