"""The editor's desk: Django admin, in Chinese, for every model."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from . import case, ingest, ingest_run, reference, source

__all__ = ["case", "ingest", "ingest_run", "reference", "source"]

admin.site.site_header = _("营商环境改革案例库 · 编辑台")
admin.site.site_title = _("编辑台")
admin.site.index_title = _("内容管理")
