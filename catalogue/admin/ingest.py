"""What the ingest left for people to look at; and the logs, to read only."""

from __future__ import annotations

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from catalogue.conflicts import choices, take_machine_value
from catalogue.models import CaseChange, Finding


class ReadOnlyAdmin(admin.ModelAdmin):
    """Rows that only the machine writes."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


class CodeFilter(admin.SimpleListFilter):
    """The kinds of findings of which there are any."""

    title = _("类别")
    parameter_name = "code"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        present = set(Finding.objects.order_by().values_list("code", flat=True).distinct())
        return [(code.value, str(code.label)) for code in Finding.Code if code in present]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Finding]) -> QuerySet[Finding]:
        return queryset.filter(code=self.value()) if self.value() else queryset


@admin.register(Finding)
class FindingAdmin(admin.ModelAdmin):
    list_display = ("message", "severity", "kind", "source", "case", "resolved")
    list_filter = ("resolved", "severity", CodeFilter, "source")
    list_select_related = ("source", "case")
    search_fields = ("message", "case__title", "source__title")
    readonly_fields = ("source", "case", "kind", "severity", "message", "both_values", "quoted", "created_at")
    fields = ("resolved", *readonly_fields)
    actions = ("mark_resolved", "take")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    @admin.display(description=_("类别"), ordering="code")
    def kind(self, finding: Finding) -> str:
        """Its code in words."""
        return finding.kind

    @admin.display(description=_("原文"))
    def quoted(self, finding: Finding) -> str:
        """The passages of the source it speaks of."""
        text = finding.source.text
        return " … ".join(text[start:end] for start, end in finding.spans[:5]) or "—"

    @admin.display(description=_("两种取值"))
    def both_values(self, finding: Finding) -> str:
        """What staff wrote and what the machine reads, where they conflict."""
        offered = choices(finding)
        return render_to_string("admin/catalogue/finding/choices.html", {"choices": offered}) if offered else "—"

    def response_change(self, request: HttpRequest, obj: Finding) -> HttpResponse:
        """The two buttons of a conflict, beside those that every form has."""
        if "_take" in request.POST:
            self._take(request, obj)
        elif "_keep" in request.POST:
            obj.resolved = True
            obj.save(update_fields=["resolved"])
            self.message_user(request, _("已保留现值。"), messages.SUCCESS)
        else:
            return super().response_change(request, obj)
        return HttpResponseRedirect(request.path)

    def _take(self, request: HttpRequest, finding: Finding) -> None:
        try:
            take_machine_value(finding)
        except ValidationError as error:
            self.message_user(request, "；".join([finding.message, *error.messages]), messages.ERROR)
        else:
            self.message_user(request, _("已采用机器识读的值。"), messages.SUCCESS)

    @admin.action(description=_("采用机器识读的值"), permissions=["change"])
    def take(self, request: HttpRequest, queryset: QuerySet[Finding]) -> None:
        for finding in queryset.filter(offer__isnull=False, resolved=False):
            self._take(request, finding)

    @admin.action(description=_("标为已处理"), permissions=["change"])
    def mark_resolved(self, request: HttpRequest, queryset: QuerySet[Finding]) -> None:
        count = queryset.update(resolved=True)
        self.message_user(request, ngettext("%(n)s 条已处理。", "%(n)s 条已处理。", count) % {"n": count})


@admin.register(CaseChange)
class CaseChangeAdmin(ReadOnlyAdmin):
    list_display = ("pk", "case_id", "at")
    search_fields = ("case_id",)
