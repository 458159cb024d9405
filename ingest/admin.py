"""The way in for documents on the editor's desk: uploaded files are read in the background, as drafts."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, TooManyFilesSent
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from catalogue.admin.source import SourceAdmin
from catalogue.models import IngestRun, Source, Upload
from ingest.limits import Limits, megabytes


class FilesInput(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files but none."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> Any:
        files = data if isinstance(data, list) else []
        return [super(FilesField, self).clean(file, initial) for file in files] or super().clean(None, initial)


class UploadForm(forms.Form):
    """Files to be read. What is wrong with one of them, the run's report says: the others go on."""

    documents = FilesField(
        label=_("文件"),
        allow_empty_file=True,
        error_messages={"required": _("请先选择文件。")},
        help_text=_("文本、Word（doc、docx）、PDF、网页、图片，以及它们的 zip 压缩包；可以一次选多个。"),
    )


admin.site.unregister(Source)


@admin.register(Source)
class UploadingSourceAdmin(SourceAdmin):
    """Sources, where those who may add one upload files."""

    def get_urls(self) -> list[URLPattern]:
        upload = self.admin_site.admin_view(csrf_exempt(self.upload))
        return [path("upload/", upload, name="catalogue_source_upload"), *super().get_urls()]

    def upload(self, request: HttpRequest) -> HttpResponse:
        """Who sends is looked at first, then how much, then the token, which comes in one body with the files."""
        if not request.user.has_perm("catalogue.add_source"):
            raise PermissionDenied
        if refusal := too_much(request):
            while request.read(2**16):
                pass  # a browser shows no answer before it has sent everything
            return self._page(request, UploadForm(), refusal)
        return csrf_protect(self._upload)(request)

    def _upload(self, request: HttpRequest) -> HttpResponse:
        if "resume" in request.POST:
            start_reading()
            self.message_user(request, _("已接着识读。"), messages.SUCCESS)
            return redirect("admin:catalogue_source_upload")
        form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
        if not form.is_valid():
            return self._page(request, form)
        files = form.cleaned_data["documents"]
        run = keep(files)
        words = ngettext("已收到 %(n)s 个文件。", "已收到 %(n)s 个文件。", len(files)) % {"n": len(files)}
        self.log_addition(request, run, words)
        self.message_user(request, words, messages.SUCCESS)
        if request.user.has_perm("catalogue.view_ingestrun"):
            return redirect("admin:catalogue_ingestrun_change", run.pk)
        return redirect("admin:catalogue_source_upload")

    def _page(self, request: HttpRequest, form: UploadForm, refusal: str = "") -> TemplateResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": _("上传文件"),
            "opts": self.opts,
            "form": form,
            "refusal": refusal,
            "largest": megabytes(_limits().size),
            "most": settings.DATA_UPLOAD_MAX_NUMBER_FILES,
            "together": megabytes(_limits().unpacked),
            "waiting": Upload.objects.count(),
        }
        return TemplateResponse(request, "admin/catalogue/source/upload.html", context)


def too_much(request: HttpRequest) -> str:
    """Why a request is not taken in, “” where it is: the bounds of an archive are those of an upload."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > _limits().unpacked:
        return gettext("这次上传超过 %(size)s，没有收下。请分几次上传。") % {"size": megabytes(_limits().unpacked)}
    try:
        _ = request.FILES
    except TooManyFilesSent:
        return gettext("这次上传超过 %(n)s 个文件，没有收下。请分几次上传，或打成 zip 压缩包。") % {
            "n": settings.DATA_UPLOAD_MAX_NUMBER_FILES
        }
    return ""


def keep(files: Sequence[UploadedFile]) -> IngestRun:
    """Keep the files for a run of their own, which starts as soon as they are certain to be kept."""
    with transaction.atomic():
        run = IngestRun.objects.create(started_at=timezone.now())
        for file in files:
            Upload.objects.create(run=run, name=str(file.name), file=file)
        transaction.on_commit(start_reading)
    return run


def start_reading() -> None:
    """In a process that outlives this one: a scanned document takes many minutes."""
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "ingest_uploads"]
    subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True)  # noqa: S603  all of it is ours


def _limits() -> Limits:
    return Limits(**settings.INGEST_LIMITS)
