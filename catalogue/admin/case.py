"""Cases with everything that belongs to them on one form."""

from __future__ import annotations

from typing import Any, cast
from uuid import uuid4

from csp.constants import UNSAFE_INLINE
from csp.decorators import csp_update
from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from simple_history.admin import SimpleHistoryAdmin

from catalogue.models import Agency, CaseIndicator, CaseRegion, CaseStudy, Finding, Measure, Outcome, Region

from .evidence import in_words, with_reason
from .repeats import RepeatFilter, RepeatFormMixin, RepeatsAdminMixin
from .widgets import NamedAutocompleteMixin

Fact = CaseRegion | CaseIndicator | Agency | Outcome
"""What a machine may have read of a case."""


class ProvinceFilter(admin.SimpleListFilter):
    """Province of any region of the case."""

    title = _("省份")
    parameter_name = "province"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return list(Region.objects.filter(level=Region.Level.PROVINCE).values_list("code", "short_name"))

    def queryset(self, request: HttpRequest, queryset: QuerySet[CaseStudy]) -> QuerySet[CaseStudy]:
        code = self.value()
        return CaseStudy.objects.in_regions([code]) & queryset if code else queryset


class ConfirmedFilter(admin.SimpleListFilter):
    """Checked by a person, or as the machine read it."""

    title = _("核对")
    parameter_name = "confirmed"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        return [("no", _("机器识读，未经核对")), ("yes", _("已人工核对"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[CaseStudy]) -> QuerySet[CaseStudy]:
        return queryset.filter(confirmed_at__isnull=self.value() == "no") if self.value() else queryset


class CaseRegionFormSet(forms.BaseInlineFormSet):
    """Exactly one main region among those that stay."""

    def _kept(self) -> list[Any]:
        return [form for form in self.forms if form.cleaned_data and not form.cleaned_data.get("DELETE")]

    def clean(self) -> None:
        super().clean()
        if any(self.errors):
            return
        kept = self._kept()
        if kept and sum(form.cleaned_data["is_main"] for form in kept) != 1:
            raise forms.ValidationError(gettext("一个案例只有一个主要地区：请恰好勾选一个。"))

    def save(self, commit: bool = True) -> Any:
        """The old main region steps down before the new one is saved: the database never sees two."""
        stepping_down = [form.instance.pk for form in self.forms if not form.cleaned_data.get("is_main")]
        CaseRegion.objects.filter(pk__in=stepping_down).update(is_main=False)
        return super().save(commit)


class ReadFactInline(admin.StackedInline):
    """Facts that a machine may have read, each with what it was read from."""

    @admin.display(description=_("识读所据"))
    def evidence(self, fact: Fact) -> str:
        return in_words(fact.case.source.text, fact.confidence, fact.spans)


class CaseRegionInline(NamedAutocompleteMixin, ReadFactInline):
    model = CaseRegion
    formset = CaseRegionFormSet
    extra = 0
    fields = (("region", "is_main", "position"), "reason", "evidence")
    readonly_fields = ("evidence",)
    autocomplete_fields = ("region",)


class CaseIndicatorInline(NamedAutocompleteMixin, ReadFactInline):
    model = CaseIndicator
    extra = 0
    fields = (("indicator", "position"), "reason", "evidence")
    readonly_fields = ("evidence",)
    autocomplete_fields = ("indicator",)


class MeasureForm(forms.ModelForm):
    class Meta:
        model = Measure
        fields = ("position", "level", "label", "heading", "text", "region")
        widgets = {
            "text": forms.Textarea(attrs={"rows": 5, "cols": 80}),
            "heading": forms.TextInput(attrs={"size": 80}),
            "label": forms.TextInput(attrs={"size": 8}),
        }

    def save(self, commit: bool = True) -> Measure:
        """A place that staff chose was read nowhere."""
        if "region" in self.changed_data:
            self.instance.region_reason, self.instance.region_confidence, self.instance.region_spans = "", None, []
        return super().save(commit)


class MeasureInline(NamedAutocompleteMixin, admin.StackedInline):
    """The outline in reading order. A measure's parent follows from its level and place, so nobody has to pick it."""

    model = Measure
    form = MeasureForm
    extra = 0
    fields = (("position", "level", "label"), "heading", "text", "region", "region_evidence")
    readonly_fields = ("region_evidence",)
    autocomplete_fields = ("region",)
    ordering = ("position", "pk")
    classes = ("collapse",)

    @admin.display(description=_("地区依据"))
    def region_evidence(self, measure: Measure) -> str:
        text = measure.case.source.text if measure.region_reason else ""
        return with_reason(measure.region_reason, text, measure.region_confidence, measure.region_spans)


class OutcomeForm(forms.ModelForm):
    class Meta:
        model = Outcome
        fields = ("position", "kind", "text", "metric", "before", "after", "unit", "change_pct", "direction", "measure")
        widgets = {"text": forms.Textarea(attrs={"rows": 2, "cols": 60})}

    def clean(self) -> dict[str, Any] | None:
        """A change that staff typed is no longer the computed one."""
        if {"change_pct", "change_pct_max"} & set(self.changed_data):
            self.instance.change_is_computed = False
        return super().clean()


class OutcomeInline(ReadFactInline):
    model = Outcome
    form = OutcomeForm
    extra = 0
    fields = (
        ("position", "kind", "direction"),
        "text",
        ("metric", "beneficiary"),
        ("before", "before_max", "before_unit"),
        ("after", "after_max", "unit"),
        ("change_pct", "change_pct_max", "change_is_computed"),
        ("effect", "measure"),
        "reason",
        "evidence",
    )
    readonly_fields = ("change_is_computed", "reason", "evidence")
    ordering = ("position", "pk")
    classes = ("collapse",)

    def get_formset(self, request: HttpRequest, obj: CaseStudy | None = None, **kwargs: Any) -> Any:
        """Offer the case's own measures only, read from the database once for all rows."""
        formset = super().get_formset(request, obj, **kwargs)
        own = list(obj.measures.all()) if obj else []
        field = cast(forms.ModelChoiceField, formset.form.base_fields["measure"])
        field.queryset = Measure.objects.filter(case=obj)
        field.choices = [("", "—"), *((m.pk, "　" * (m.level - 1) + str(m)[:40]) for m in own)]
        return formset


class AgencyInline(ReadFactInline):
    model = Agency
    extra = 0
    fields = (("name", "full_name"), ("role", "position"), "reason", "evidence")
    readonly_fields = ("evidence",)
    classes = ("collapse",)


class FindingInline(admin.StackedInline):
    """What the machine was unsure of in this case."""

    model = Finding
    extra = 0
    fields = (("message", "severity", "resolved"),)
    readonly_fields = ("message", "severity")
    can_delete = False
    show_change_link = True

    def has_add_permission(self, request: HttpRequest, obj: CaseStudy | None = None) -> bool:
        return False


class CaseStudyForm(RepeatFormMixin, forms.ModelForm):
    """Adds a tick for “a person has checked this”; the model keeps when."""

    confirmed = forms.BooleanField(
        label=_("已人工核对"), required=False, help_text=_("不勾选时，公开页面注明“机器识读，未经核对”。")
    )

    class Meta:
        model = CaseStudy
        fields = ("source", "title", "title_is_made", "year", "lead", "state", "vanished", "repeat_of")
        widgets = {"title": forms.TextInput(attrs={"size": 80}), "lead": forms.Textarea(attrs={"rows": 8, "cols": 80})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["confirmed"].initial = self.instance.confirmed_at is not None

    def save(self, commit: bool = True) -> CaseStudy:
        if "year" in self.changed_data:
            self.instance.year_reason, self.instance.year_confidence, self.instance.year_spans = "", None, []
        confirmed = self.cleaned_data["confirmed"]
        if confirmed != (self.instance.confirmed_at is not None):
            self.instance.confirmed_at = timezone.now() if confirmed else None
        return super().save(commit)


@admin.register(CaseStudy)
class CaseStudyAdmin(RepeatsAdminMixin, NamedAutocompleteMixin, SimpleHistoryAdmin):
    form = CaseStudyForm
    list_display = ("title", "region_name", "year", "indicator_names", "state", "is_confirmed", "updated_at")
    list_filter = (
        "state",
        ConfirmedFilter,
        RepeatFilter,
        "vanished",
        "year",
        ProvinceFilter,
        ("indicators", admin.RelatedOnlyFieldListFilter),
        "source",
    )
    search_fields = ("title", "lead", "measures__heading")
    autocomplete_fields = ("source", "repeat_of")
    readonly_fields = ("year_evidence", "also_printed")
    inlines = (
        FindingInline,
        CaseRegionInline,
        CaseIndicatorInline,
        MeasureInline,
        OutcomeInline,
        AgencyInline,
    )
    fieldsets = (
        (None, {"fields": ("title", "title_is_made", "year", "year_evidence", "lead", "source")}),
        (_("发布"), {"fields": ("state", "confirmed", "vanished", "repeat_of", "also_printed")}),
    )
    actions = ("confirm", "publish", "withdraw", "make_first")
    save_on_top = True
    list_per_page = 50

    def get_queryset(self, request: HttpRequest) -> QuerySet[CaseStudy]:
        queryset: QuerySet[CaseStudy] = super().get_queryset(request)
        return queryset.prefetch_related("case_regions__region", "case_indicators__indicator")

    @admin.display(description=_("年份依据"))
    def year_evidence(self, case: CaseStudy) -> str:
        return with_reason(case.year_reason, case.source.text, case.year_confidence, case.year_spans)

    def view_on_site(self, obj: CaseStudy) -> str | None:
        """The public page, where there is one."""
        return obj.get_absolute_url() if obj.state == CaseStudy.State.PUBLISHED else None

    def save_model(self, request: HttpRequest, obj: CaseStudy, form: Any, change: bool) -> None:
        """A case entered by hand has no place in a document: its key says so and never meets one the ingest gives."""
        if not obj.key:
            obj.key = f"manual-{uuid4().hex}"
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Saves the inlines, then rebuilds the outline from levels and places, as an editor reads it."""
        super().save_related(request, form, formsets, change)
        open_measures: list[Measure] = []
        for measure in form.instance.measures.order_by("position", "pk"):
            open_measures = [above for above in open_measures if above.level < measure.level]
            parent = open_measures[-1] if open_measures else None
            if measure.parent_id != (parent.pk if parent else None):
                measure.parent = parent
                measure.save(update_fields=["parent"])
            open_measures.append(measure)

    @method_decorator(csp_update({"style-src-attr": [UNSAFE_INLINE]}))
    def history_view(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """The history page of django-simple-history has one inline style attribute: allowed there and nowhere else."""
        response: HttpResponse = super().history_view(*args, **kwargs)
        return response

    @admin.display(description=_("地区"))
    def region_name(self, case: CaseStudy) -> str:
        return str(case.main_region or "—")

    @admin.display(description=_("指标"))
    def indicator_names(self, case: CaseStudy) -> str:
        return "、".join(str(link.indicator) for link in case.case_indicators.all()) or "—"

    @admin.display(description=_("已核对"), boolean=True, ordering="confirmed_at")
    def is_confirmed(self, case: CaseStudy) -> bool:
        return not case.is_machine_read

    def _change_each(self, request: HttpRequest, queryset: QuerySet[CaseStudy], **fields: Any) -> None:
        """Through `save`, so that the history and the change log learn of it."""
        for case in queryset:
            for name, value in fields.items():
                setattr(case, name, value)
            case.save(update_fields=[*fields, "updated_at"])
        count = len(queryset)
        words = ngettext("已更新 %(n)s 个案例。", "已更新 %(n)s 个案例。", count) % {"n": count}
        self.message_user(request, words, messages.SUCCESS)

    @admin.action(description=_("标为已人工核对"), permissions=["change"])
    def confirm(self, request: HttpRequest, queryset: QuerySet[CaseStudy]) -> None:
        self._change_each(request, queryset.filter(confirmed_at__isnull=True), confirmed_at=timezone.now())

    @admin.action(description=_("发布"), permissions=["change"])
    def publish(self, request: HttpRequest, queryset: QuerySet[CaseStudy]) -> None:
        self._change_each(request, queryset, state=CaseStudy.State.PUBLISHED)

    @admin.action(description=_("撤下"), permissions=["change"])
    def withdraw(self, request: HttpRequest, queryset: QuerySet[CaseStudy]) -> None:
        self._change_each(request, queryset, state=CaseStudy.State.WITHDRAWN)
