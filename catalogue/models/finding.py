"""What the ingest was unsure of, for the editor's desk."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .case import CaseStudy
from .source import Source


class Finding(models.Model):
    """One doubt or gap met while reading a source; nothing is dropped without one."""

    class Severity(models.TextChoices):
        INFO = "info", _("说明")
        WARNING = "warning", _("请核对")
        ERROR = "error", _("错误")

    class Code(models.TextChoices):
        """What it is about: doubts first, then what the ingest did or put aside for a plain reason."""

        MERGE_CONFLICT = "merge-conflict", _("人工所改与新读不一致")
        CHANGED_AFTER_CONFIRMATION = "changed-after-confirmation", _("核对之后有改动")
        REPEAT = "repeat", _("重复收录")
        REPEAT_FOUND = "repeat-found", _("疑似重复")
        REPEAT_DIFFERS = "repeat-differs", _("重复案例已不相近")
        REPEAT_WITHDRAWN = "repeat-withdrawn", _("首个案例已撤下")
        REPEAT_PROMOTED = "repeat-promoted", _("重复案例改为首个")
        UNACCOUNTED = "unaccounted", _("有未归入的文字")
        LOST_TAIL = "lost-tail", _("缺少结尾")
        DOUBTFUL_ORDER = "doubtful-order", _("顺序可疑")
        DOUBTFUL_JOIN = "doubtful-join", _("接续可疑")
        LABEL_MISPRINT = "label-misprint", _("序号误印")
        LABEL_MISSING = "label-missing", _("缺少序号")
        NO_REGION = "no-region", _("未读出地区")
        AMBIGUOUS_REGION = "ambiguous-region", _("地名有歧义")
        REGION_MISPRINT = "region-misprint", _("地名误印")
        REGION_MISPRINT_UNCLEAR = "region-misprint-unclear", _("地名误印，所指不明")
        NO_YEAR = "no-year", _("未读出年份")
        YEAR_DOUBTFUL = "year-doubtful", _("年份存疑")
        YEAR_REJECTED = "year-rejected", _("年份不合理")
        TITLE_CUT = "title-cut", _("标题截短")
        OUTCOME_REJECTED = "outcome-rejected", _("数据未收为成效")
        CHANGE_DISAGREES = "change-disagrees", _("变化与前后数据不符")
        WRONG_ENDING = "wrong-ending", _("文件格式与扩展名不符")
        DAMAGED_CHARACTERS = "damaged-characters", _("乱码")
        DOUBTFUL_CHARACTERS = "doubtful-characters", _("文字存疑")
        UNSTORABLE_CHARACTERS = "unstorable-characters", _("无法保存的字符")
        PAGE_WITHOUT_TEXT = "page-without-text", _("没有文字的页")
        READ_FROM_IMAGE = "read-from-image", _("由图像识读")
        NOT_A_CASE = "not-a-case", _("未作为案例")
        MOVED_BLOCK = "moved-block", _("已移动的段落")
        DUPLICATE = "duplicate", _("重复的文字")
        JUMP = "jump", _("转版、接版")
        FRONT_MATTER = "front-matter", _("报头与标题")
        PREFACE = "preface", _("案例前的文字")
        AFTERWORD = "afterword", _("案例后的文字")
        SETTING = "setting", _("来源单位与提问")
        GROUP_HEADING = "group-heading", _("分组标题")
        CONTENTS = "contents", _("目录")
        NUMBERING = "numbering", _("编号与栏目名")
        SEPARATOR = "separator", _("分隔线")
        PAGE_HEADER = "page-header", _("页眉页脚")
        PAGE_NUMBER = "page-number", _("页码")
        PUBLICATION_LINE = "publication-line", _("发布来源与时间")
        BYLINE = "byline", _("作者与编辑")
        SIGNATURE = "signature", _("落款")
        CONTACT = "contact", _("联系方式")
        PHOTO_CAPTION = "photo-caption", _("图片说明")
        NAVIGATION = "navigation", _("网页链接文字")
        FOOTNOTES = "footnotes", _("脚注")
        AGENCY_LINE = "agency-line", _("责任单位")
        DEADLINE = "deadline", _("完成时限")
        DISCLAIMER = "disclaimer", _("网站声明")
        READING = "reading", _("注音")
        SITE_ADDRESS = "site-address", _("网站地址")

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="findings", verbose_name=_("来源"))
    case = models.ForeignKey(
        CaseStudy, on_delete=models.CASCADE, null=True, blank=True, related_name="findings", verbose_name=_("案例")
    )
    code = models.SlugField(_("类别"), max_length=40)  # no choices: a new kind of finding changes no table
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

    @property
    def kind(self) -> str:
        """Its code in words; a code that this version does not know as it is."""
        return str(dict(self.Code.choices).get(self.code, self.code))


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
        return f"{timezone.localtime(self.started_at):%Y-%m-%d %H:%M}"
