"""The record of the ingest's runs, to read only."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from catalogue.models import CaseStudy, IngestRun

from .ingest import ReadOnlyAdmin
from .run_tables import RunTables, fates


@admin.register(IngestRun)
class IngestRunAdmin(ReadOnlyAdmin):
    list_display = ("started_at", "lasted", "documents", "cases", "doubts", "failed")
    list_per_page = 50
    fields = ("started_at", "finished_at", "lasted", "documents", "cases", "doubts", "failed")
    change_form_template = "admin/catalogue/ingestrun/change_form.html"

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Below the fields: the findings by code, the documents and the stages, as tables; what waits for staff."""
        run: IngestRun = context["original"]
        context["uploads"] = run.uploads.all()
        context["drafts"] = CaseStudy.objects.filter(state=CaseStudy.State.DRAFT).count()
        context["report"] = RunTables(run.report) if run.report else None
        return super().render_change_form(request, context, *args, **kwargs)

    @admin.display(description=_("历时"))
    def lasted(self, run: IngestRun) -> str:
        if run.finished_at is None:
            return gettext("未完成")
        seconds = (run.finished_at - run.started_at).total_seconds()
        spent = gettext("%(n).1f 秒") % {"n": seconds}
        return gettext("%(time)s（中途停止）") % {"time": spent} if run.report.get("interrupted") else spent

    @admin.display(description=_("文献"))
    def documents(self, run: IngestRun) -> int:
        return len(run.report.get("documents", ()))

    @admin.display(description=_("案例"))
    def cases(self, run: IngestRun) -> str:
        return fates(_total(run, "cases", {}))

    @admin.display(description=_("待核对的提示"))
    def doubts(self, run: IngestRun) -> int:
        return int(_total(run, "doubts", 0))

    @admin.display(description=_("未能收入"))
    def failed(self, run: IngestRun) -> int:
        return int(_total(run, "failed", 0))


def _total(run: IngestRun, name: str, missing: Any) -> Any:
    """A figure of the whole run; a run that was killed, or made by an early version, has none."""
    return run.report.get("total", {}).get(name, missing)
