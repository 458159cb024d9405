"""A case that several documents print: the links in both directions, and the ways to set and undo them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from catalogue.models import CaseStudy
from catalogue.repeats import promote


class RepeatFilter(admin.SimpleListFilter):
    """Printed for the first time, or once more."""

    title = _("重复")
    parameter_name = "repeat"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        return [("yes", _("重复于其他案例")), ("no", _("首个案例"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[CaseStudy]) -> QuerySet[CaseStudy]:
        return queryset.filter(repeat_of__isnull=self.value() == "no") if self.value() else queryset


class RepeatFormMixin:
    """For the form of a case: it can't repeat itself, nor one of its own repeats."""

    cleaned_data: dict[str, Any]
    instance: CaseStudy

    def clean_repeat_of(self) -> CaseStudy | None:
        first: CaseStudy | None = self.cleaned_data["repeat_of"]
        if first is not None and first.pk == self.instance.pk:
            raise forms.ValidationError(gettext("案例不能重复于自身。"))
        if first is not None and first.repeat_of_id == self.instance.pk and self.instance.pk:
            raise forms.ValidationError(
                gettext("那一篇已列为本案例的重复；要以它为首，请在列表中对它选“改以此篇为首”。")
            )
        return first


class RepeatsAdminMixin:
    """For the admin of cases: what repeats what, and which of them comes first."""

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[CaseStudy], search_term: str
    ) -> tuple[QuerySet[CaseStudy], bool]:
        """Only first cases are offered to be repeated."""
        found, may_double = super().get_search_results(request, queryset, search_term)  # type: ignore[misc]
        return found.filter(repeat_of=None) if request.GET.get("field_name") == "repeat_of" else found, may_double

    def save_model(self, request: HttpRequest, obj: CaseStudy, form: Any, change: bool) -> None:
        """Staff have decided: what the machine said of it is dealt with."""
        super().save_model(request, obj, form, change)  # type: ignore[misc]
        if change and "repeat_of" in form.changed_data:
            obj.findings.filter(code__startswith="repeat").update(resolved=True)

    @admin.display(description=_("另见于"))
    def also_printed(self, case: CaseStudy) -> str:
        """The first case where this one repeats it, and all the other places that print it."""
        if case.pk is None:
            return "—"
        first = case.repeat_of or case
        group = [first, *first.repeats.select_related("source").order_by("pk")]
        return _links(other for other in group if other.pk != case.pk) or "—"

    @admin.action(description=_("改以此篇为首"), permissions=["change"])
    def make_first(self, request: HttpRequest, queryset: QuerySet[CaseStudy]) -> None:
        count = 0
        for case in queryset.filter(repeat_of__isnull=False):
            promote(case)
            count += 1
        words = ngettext("已改以 %(n)s 篇为首。", "已改以 %(n)s 篇为首。", count) % {"n": count}
        self.message_user(request, words, messages.SUCCESS if count else messages.WARNING)  # type: ignore[attr-defined]


def _links(cases: Iterable[CaseStudy]) -> str:
    return format_html_join(
        "",
        "<div>{}</div>",
        (
            (
                format_html(
                    '<a href="{}">{}</a>（{}，{}）',
                    reverse("admin:catalogue_casestudy_change", args=[case.pk]),
                    case.title,
                    case.source.title,
                    gettext("首个案例") if case.repeat_of_id is None else case.get_state_display(),
                ),
            )
            for case in cases
        ),
    )
