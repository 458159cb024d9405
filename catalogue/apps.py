from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CatalogueConfig(AppConfig):
    """The catalogue: models, search, pages, API, exports and admin."""

    name = "catalogue"
    verbose_name = _("营商环境改革案例库")

    def ready(self) -> None:
        from catalogue import repeats  # noqa: PLC0415  models can be imported from here on only
        from catalogue.search.index import changelog  # noqa: PLC0415
        from catalogue.search.semantic import checks  # noqa: F401, PLC0415  which registers itself

        changelog.connect()
        repeats.connect()
