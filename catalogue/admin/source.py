"""Source documents."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from catalogue.models import Source


@admin.register(Source)
class SourceAdmin(admin.ModelAdmin):
    list_display = ("title", "kind", "publisher", "published_on", "case_links", "updated_at")
    list_filter = ("kind", "published_on")
    search_fields = ("title", "publisher", "document_number", "file")
    readonly_fields = ("file", "sha256", "reader_version", "case_links", "text", "created_at", "updated_at")
    fieldsets = (
        (None, {"fields": ("title", "kind", "publisher", "published_on", "document_number", "case_links")}),
        (_("文件"), {"fields": ("file", "sha256", "reader_version", "created_at", "updated_at")}),
        (_("原文"), {"classes": ("collapse",), "fields": ("text",)}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Source]:
        return super().get_queryset(request).annotate(case_count=Count("cases"))

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Documents come in through the ingest, which alone knows their text and checksum."""
        return False

    @admin.display(description=_("案例"), ordering="case_count")
    def case_links(self, source: Source) -> str:
        """How many cases it holds, as a link to them."""
        count: int = source.case_count  # type: ignore[attr-defined]
        words = ngettext("%(n)s 个案例", "%(n)s 个案例", count) % {"n": count}
        url = reverse("admin:catalogue_casestudy_changelist")
        return format_html('<a href="{}?source__id__exact={}">{}</a>', url, source.pk, words)
