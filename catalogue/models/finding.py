"""What the ingest was unsure of, for the editor's desk."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .case import CaseStudy
from .source import Source


class Finding(models.Model):
    """One doubt or gap met while reading a source; nothing is dropped without one."""

    class Severity(models.TextChoices):
        INFO = "info", _("说明")
        WARNING = "warning", _("请核对")
        ERROR = "error", _("错误")

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="findings", verbose_name=_("来源"))
    case = models.ForeignKey(
        CaseStudy, on_delete=models.CASCADE, null=True, blank=True, related_name="findings", verbose_name=_("案例")
    )
    code = models.SlugField(_("类别"), max_length=40)
    severity = models.CharField(_("程度"), max_length=8, choices=Severity, default=Severity.WARNING)
    message = models.TextField(_("说明"))
    spans = models.JSONField(_("原文位置"), default=list, blank=True)
    offer = models.JSONField(
        _("识读的值"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("人工所改与新的识读不一致时，机器读出的值，供编辑采用。"),
    )
    resolved = models.BooleanField(_("已处理"), default=False)
    created_at = models.DateTimeField(_("时间"), auto_now_add=True)

    class Meta:
        verbose_name = _("识读提示")
        verbose_name_plural = _("识读提示")
        ordering = ("-created_at", "pk")
        indexes = [models.Index(fields=["resolved", "severity"], name="finding_open")]

    def __str__(self) -> str:
        return self.message[:80]


class IngestRun(models.Model):
    """One run of the ingest and its report; a run that was killed has no end and no report.

    The report is what `ingest.load.report.RunReport.to_json` gives; the choices below are the words it uses.
    """

    class Status(models.TextChoices):
        """What became of a document."""

        NEW = "new", _("新收入")
        CHANGED = "changed", _("已更新")
        UNCHANGED = "unchanged", _("没有变化")
        FAILED = "failed", _("未能收入")

    class Fate(models.TextChoices):
        """What became of a case: a repeat is new here, but in the catalogue already; a deleted one is staff's doing."""

        NEW = "new", _("新增")
        REPEAT = "repeat", _("重复")
        CHANGED = "changed", _("更新")
        UNCHANGED = "unchanged", _("不变")
        VANISHED = "vanished", _("原文中不再出现")
        DELETED = "deleted", _("已由人工删除")

    class Stage(models.TextChoices):
        """What a document's time is spent on, in this order."""

        READ = "read", _("读入")
        CLEAN = "clean", _("清理")
        ORDER = "order", _("理顺")
        SEGMENT = "segment", _("切分")
        OUTLINE = "outline", _("提纲")
        REGIONS = "regions", _("地区")
        YEAR = "year", _("年份")
        AGENCIES = "agencies", _("单位")
        INDICATORS = "indicators", _("指标")
        OUTCOMES = "outcomes", _("成效")
        ACCOUNT = "account", _("核对字数")
        LOAD = "load", _("入库")

    started_at = models.DateTimeField(_("开始"))
    finished_at = models.DateTimeField(_("结束"), null=True, blank=True)
    report = models.JSONField(_("报告"), default=dict)

    class Meta:
        verbose_name = _("识读记录")
        verbose_name_plural = _("识读记录")
        ordering = ("-started_at",)

    def __str__(self) -> str:
        return f"{self.started_at:%Y-%m-%d %H:%M}"
