"""What the ingest left for people to look at; and the logs, to read only."""

from __future__ import annotations

import json

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from catalogue.models import CaseChange, Finding, IngestRun


class ReadOnlyAdmin(admin.ModelAdmin):
    """Rows that only the machine writes."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


@admin.register(Finding)
class FindingAdmin(admin.ModelAdmin):
    list_display = ("message", "severity", "code", "source", "case", "resolved")
    list_filter = ("resolved", "severity", "code", "source")
    list_select_related = ("source", "case")
    search_fields = ("message", "case__title", "source__title")
    readonly_fields = ("source", "case", "code", "severity", "message", "quoted", "created_at")
    fields = ("resolved", *readonly_fields)
    actions = ("mark_resolved",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    @admin.display(description=_("原文"))
    def quoted(self, finding: Finding) -> str:
        """The passages of the source it speaks of."""
        text = finding.source.text
        return " … ".join(text[start:end] for start, end in finding.spans[:5]) or "—"

    @admin.action(description=_("标为已处理"), permissions=["change"])
    def mark_resolved(self, request: HttpRequest, queryset: QuerySet[Finding]) -> None:
        count = queryset.update(resolved=True)
        self.message_user(request, ngettext("%(n)s 条已处理。", "%(n)s 条已处理。", count) % {"n": count})


@admin.register(IngestRun)
class IngestRunAdmin(ReadOnlyAdmin):
    list_display = ("started_at", "finished_at")
    fields = ("started_at", "finished_at", "pretty_report")

    @admin.display(description=_("报告"))
    def pretty_report(self, run: IngestRun) -> str:
        return format_html("<pre>{}</pre>", json.dumps(run.report, ensure_ascii=False, indent=2))


@admin.register(CaseChange)
class CaseChangeAdmin(ReadOnlyAdmin):
    list_display = ("pk", "case_id", "at")
    search_fields = ("case_id",)
