"""Reform cases and what ties them to regions and indicators."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import Prefetch, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from .change import LoggedModel
from .indicator import Indicator
from .region import Region
from .source import Source
from .validators import EARLIEST_YEAR, plausible_year

if TYPE_CHECKING:
    from .measure import Measure


def public(case: str = "") -> Q:
    """What makes a case one that the public may see; `case` leads to it from another model (“case__”)."""
    return Q(**{f"{case}state": CaseStudy.State.PUBLISHED, f"{case}repeat_of": None})


class CaseStudyQuerySet(models.QuerySet["CaseStudy"]):
    def published(self) -> CaseStudyQuerySet:
        """Those the public may see; a case printed in several documents is seen once."""
        return self.filter(public())

    def printed(self) -> CaseStudyQuerySet:
        """Those that the page of their source may name: the published ones, and repeats of published ones."""
        seen = Q(repeat_of=None) | Q(repeat_of__state=CaseStudy.State.PUBLISHED)
        return self.filter(seen, state=CaseStudy.State.PUBLISHED)

    def in_regions(self, codes: Iterable[str]) -> CaseStudyQuerySet:
        """Cases of any of these regions or of anything under them; each once."""
        inside = CaseRegion.objects.filter(region__in=Region.objects.under(*codes)).values("case")
        return self.filter(pk__in=inside)

    def with_indicators(self, slugs: Iterable[str]) -> CaseStudyQuerySet:
        """Cases of any of these indicators, or of a local one that belongs to them; each once."""
        named = Indicator.objects.filter(Q(slug__in=slugs) | Q(parent__slug__in=slugs)).order_by()
        return self.filter(pk__in=CaseIndicator.objects.filter(indicator__in=named).values("case"))

    def in_years(self, ranges: Iterable[tuple[int, int]]) -> CaseStudyQuerySet:
        """Cases whose year lies in any of these inclusive ranges."""
        wanted = Q(pk__in=[])
        for first, last in ranges:
            wanted |= Q(year__gte=first, year__lte=last)
        return self.filter(wanted)

    def from_sources(self, ids: Iterable[int]) -> CaseStudyQuerySet:
        """Cases printed in any of these sources, there or there too; each once."""
        ids = list(ids)
        again = self.model.objects.printed().filter(source__in=ids, repeat_of__isnull=False)
        return self.filter(Q(source__in=ids) | Q(pk__in=again.values("repeat_of")))

    def for_list(self) -> CaseStudyQuerySet:
        """With all that a list of hits shows, in a fixed number of queries.

        The source comes without its text and last reading: they are as long as the document, and would come once for
        each of its cases. `defer(None)` brings them back.
        """
        brief = self.select_related("source").defer("source__text", "source__machine_reading")
        return brief.prefetch_related(
            Prefetch("case_regions", CaseRegion.objects.select_related("region__parent__parent").order_by("position")),
            Prefetch("case_indicators", CaseIndicator.objects.select_related("indicator").order_by("position")),
            "outcomes",
        )

    def for_detail(self) -> CaseStudyQuerySet:
        """With everything a case holds, in a fixed number of queries."""
        return self.for_list().prefetch_related("measures__region__parent__parent", "agencies", "findings")


class CaseStudy(LoggedModel):
    """One reform case: what a place did, in which year, by which measures, with which results.

    Known by its source and `key`, its place in it, never by its title.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("待审核")
        PUBLISHED = "published", _("已发布")
        WITHDRAWN = "withdrawn", _("已撤下")

    source = models.ForeignKey(Source, verbose_name=_("来源"), on_delete=models.PROTECT, related_name="cases")
    key = models.CharField(_("在来源中的位置"), max_length=40, editable=False)
    title = models.CharField(_("标题"), max_length=300)
    title_is_made = models.BooleanField(_("标题为拟定"), default=False, help_text=_("来源没有印标题，由首句拟定。"))
    year = models.PositiveSmallIntegerField(
        _("年份"), null=True, blank=True, validators=[plausible_year], help_text=_("做法所报告的年份。")
    )
    year_reason = models.CharField(_("年份依据"), max_length=200, blank=True)
    year_confidence = models.FloatField(_("年份把握"), null=True, blank=True, editable=False)
    year_spans = models.JSONField(_("年份原文位置"), default=list, blank=True, editable=False)
    lead = models.TextField(_("导语"), blank=True, help_text=_("第一条举措之前的文字。"))
    spans = models.JSONField(_("原文位置"), default=list, blank=True, editable=False)
    lead_spans = models.JSONField(_("导语原文位置"), default=list, blank=True, editable=False)
    regions: models.ManyToManyField[Region, CaseRegion] = models.ManyToManyField(
        Region, through="CaseRegion", related_name="cases", verbose_name=_("地区")
    )
    indicators: models.ManyToManyField[Indicator, CaseIndicator] = models.ManyToManyField(
        Indicator, through="CaseIndicator", related_name="cases", verbose_name=_("指标")
    )
    state = models.CharField(_("状态"), max_length=10, choices=State, default=State.DRAFT)
    confirmed_at = models.DateTimeField(
        _("核对时间"), null=True, blank=True, help_text=_("为空表示机器识读，未经核对。")
    )
    vanished = models.BooleanField(
        _("原文中不再出现"), default=False, help_text=_("最近一次识读没有再读到此案例；未删除，请核对。")
    )
    repeat_of = models.ForeignKey(
        "self",
        verbose_name=_("重复于"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        db_index=False,  # most cases repeat none: an index of those that do is below
        related_name="repeats",
        help_text=_(
            "同一案例已另有所载：只公开那一篇，此处所载列为“另见于”。清空则按自身状态公开，以后识读也不再关联。"
        ),
    )
    created_at = models.DateTimeField(_("收录时间"), auto_now_add=True)
    updated_at = models.DateTimeField(_("更新时间"), auto_now=True)

    objects: ClassVar = CaseStudyQuerySet.as_manager()
    history = HistoricalRecords(verbose_name=_("修改记录"))

    class Meta:
        verbose_name = _("案例")
        verbose_name_plural = _("案例")
        ordering = ("-year", "-pk")
        # Nearly all cases are published and repeat none. An index that begins with the state, or holds the cases that
        # repeat none, would tempt SQLite, which knows no frequencies, to read them all rather than twenty by key.
        indexes = [
            models.Index(fields=["-year", "-id"], condition=Q(state="published"), name="case_browse"),
            models.Index(fields=["-created_at", "-id"], condition=Q(state="published"), name="case_newest"),
            models.Index(fields=["repeat_of"], condition=Q(repeat_of__isnull=False), name="case_repeats"),
            models.Index(fields=["id"], condition=~Q(state="published"), name="case_unpublished"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "key"],
                name="case_once_per_place",
                violation_error_message=_("来源的同一位置已有案例。"),
            ),
            models.CheckConstraint(
                name="case_year_plausible",
                # The database cannot know today's date in a constraint: next year is checked by a validator, and
                # 2100 stops what slips past it.
                condition=Q(year__isnull=True) | Q(year__gte=EARLIEST_YEAR, year__lte=2100),
                violation_error_message=_("年份应在 1978 年至明年之间。"),
            ),
            models.CheckConstraint(
                name="case_no_repeat_of_itself",
                condition=Q(repeat_of__isnull=True) | ~Q(repeat_of=models.F("pk")),
                violation_error_message=_("案例不能重复于自身。"),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("case", args=[self.pk])

    @property
    def is_public(self) -> bool:
        """Whether the public may see it: as `public` asks the database."""
        return self.state == CaseStudy.State.PUBLISHED and self.repeat_of_id is None

    @property
    def is_machine_read(self) -> bool:
        """Nobody has confirmed yet what the machine read."""
        return self.confirmed_at is None

    @property
    def main_region(self) -> Region | None:
        """The region the case is about first of all; uses prefetched rows where there are any."""
        return next((link.region for link in self.case_regions.all() if link.is_main), None)

    @property
    def body(self) -> str:
        """The whole case in reading order: lead, headings and measures, a paragraph a line."""
        parts = [self.lead]
        for measure in self.measures.all():
            parts += [f"{measure.label}{measure.heading}", measure.text]
        return "\n".join(part for part in parts if part)

    @property
    def printing(self) -> str:
        """The case as its source prints it; what staff wrote themselves, where it was read from no document."""
        if not self.spans:
            return f"{self.title}\n{self.body}"
        return "\n".join(self.source.text[start:end] for start, end in self.spans)

    def measure_tree(self) -> list[Measure]:
        """Top-level measures in order, each with its `branches` filled in, from one query or a prefetch."""
        roots: list[Measure] = []
        known: dict[int, Measure] = {}
        for measure in self.measures.all():
            measure.branches = []
            known[measure.pk] = measure
            parent = known.get(measure.parent_id) if measure.parent_id else None
            (parent.branches if parent else roots).append(measure)
        return roots


class ReadFact(LoggedModel):
    """A fact of a case that a machine may have read: why, how surely, and where the words stand that decided it."""

    reason = models.CharField(_("依据"), max_length=200, blank=True, help_text=_("机器凭什么这样判断。"))
    confidence = models.FloatField(
        _("把握"), null=True, blank=True, editable=False, help_text=_("0 至 1；人工填写的为空。")
    )
    spans = models.JSONField(_("原文位置"), default=list, blank=True, editable=False)

    class Meta:
        abstract = True


class CaseRegion(ReadFact):
    """A region a case is about; exactly one of them is the main one."""

    case = models.ForeignKey(CaseStudy, on_delete=models.CASCADE, related_name="case_regions", verbose_name=_("案例"))
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="case_regions", verbose_name=_("地区"))
    is_main = models.BooleanField(_("主要地区"), default=False)
    position = models.PositiveSmallIntegerField(_("次序"), default=0)

    class Meta:
        verbose_name = _("案例地区")
        verbose_name_plural = _("案例地区")
        ordering = ("position", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["case", "region"], name="case_region_once", violation_error_message=_("同一地区只列一次。")
            ),
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(is_main=True),
                name="case_one_main_region",
                violation_error_message=_("一个案例只有一个主要地区。"),
            ),
        ]

    def __str__(self) -> str:
        return str(self.region)


class CaseIndicator(ReadFact):
    """An indicator a case treats, with the words that decided it."""

    case = models.ForeignKey(
        CaseStudy, on_delete=models.CASCADE, related_name="case_indicators", verbose_name=_("案例")
    )
    indicator = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, related_name="case_indicators", verbose_name=_("指标")
    )
    position = models.PositiveSmallIntegerField(_("次序"), default=0)

    class Meta:
        verbose_name = _("案例指标")
        verbose_name_plural = _("案例指标")
        ordering = ("position", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["case", "indicator"],
                name="case_indicator_once",
                violation_error_message=_("同一指标只列一次。"),
            ),
        ]

    def __str__(self) -> str:
        return str(self.indicator)
