"""Source documents."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import label_for_field
from django.core.exceptions import PermissionDenied
from django.db.models import Count, QuerySet
from django.http import FileResponse, Http404, HttpRequest
from django.template.loader import render_to_string
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from catalogue.models import PageImage, Source

from .evidence import in_words


@admin.register(Source)
class SourceAdmin(admin.ModelAdmin):
    list_display = ("title", "kind", "publisher", "published_on", "case_links", "updated_at")
    list_filter = ("kind", "published_on")
    search_fields = ("title", "publisher", "document_number", "file")
    readonly_fields = (
        "read_from",
        "file",
        "sha256",
        "reader_version",
        "case_links",
        "text",
        "scans",
        "created_at",
        "updated_at",
    )
    fieldsets = (
        (
            None,
            {"fields": ("title", "kind", "publisher", "published_on", "document_number", "read_from", "case_links")},
        ),
        (_("文件"), {"fields": ("file", "sha256", "reader_version", "created_at", "updated_at")}),
        (_("原文"), {"classes": ("collapse",), "fields": ("text",)}),
    )

    def get_fieldsets(self, request: HttpRequest, obj: Source | None = None) -> Any:
        """With the scanned pages beside their text, where there are any."""
        scans = ((_("扫描页"), {"fields": ("scans",)}),) if obj and obj.page_images.exists() else ()
        return (*self.fieldsets, *scans)

    def get_urls(self) -> list[URLPattern]:
        image = self.admin_site.admin_view(self.page_image)
        return [path("<int:pk>/pages/<int:number>/", image, name="catalogue_source_page"), *super().get_urls()]

    def page_image(self, request: HttpRequest, pk: int, number: int) -> FileResponse:
        """The picture of a scanned page, for those who may see the source."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        page = PageImage.objects.filter(source=pk, number=number).first()
        if page is None or not page.image.storage.exists(str(page.image.name)):
            raise Http404(_("没有这一页的图像。"))
        response = FileResponse(page.image.open(), content_type="image/webp")
        response["Cache-Control"] = "private, max-age=3600"
        return response

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

    @admin.display(description=_("识读所据"))
    def read_from(self, source: Source) -> str:
        """What tells each fact of the document."""
        return format_html_join(
            "",
            "<div>{}：{}；{}</div>",
            (
                (
                    label_for_field(told["fact"], Source),
                    told["reason"],
                    in_words(source.text, told["confidence"], told["spans"]),
                )
                for told in source.evidence
            ),
        )

    def save_model(self, request: HttpRequest, obj: Source, form: Any, change: bool) -> None:
        """What staff put right was read nowhere."""
        obj.evidence = [told for told in obj.evidence if told["fact"] not in form.changed_data]
        super().save_model(request, obj, form, change)

    @admin.display(description=_("图像与文字"))
    def scans(self, source: Source) -> str:
        """Each scanned page beside what was read on it."""
        begins = dict(enumerate(pairwise([*source.pages, len(source.text)]), 1))
        pages = [
            {"number": number, "text": source.text[begins[number][0] : begins[number][1]].strip()}
            for number in source.page_images.values_list("number", flat=True)
            if number in begins
        ]
        return render_to_string("admin/catalogue/source/scans.html", {"source": source, "pages": pages})
