from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IngestConfig(AppConfig):
    """Reads source documents into the catalogue; has no models of its own."""

    name = "ingest"
    verbose_name = _("文档识读")
