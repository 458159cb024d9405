"""Small helpers of the pages that show one case or one source."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.utils.translation import gettext as _

from catalogue.citation import page_ranges
from catalogue.models import Agency

register = template.Library()

DEEPEST_HEADING = 6


@register.filter
def deeper(depth: int) -> int:
    """The level of a heading under one of this level; HTML ends at 6."""
    return min(depth + 1, DEEPEST_HEADING)


@register.filter
def by_role(agencies: Iterable[Agency]) -> list[tuple[str, list[str]]]:
    """Agencies' names, in full where that is known, by their part, those in the lead first; each once in a part."""
    named = list(agencies)
    parts = [
        (str(role.label), list(dict.fromkeys(body.full_name or body.name for body in named if body.role == role.value)))
        for role in Agency.Role
    ]
    return [(label, names) for label, names in parts if names]


@register.filter
def title_of(titles: dict[int, str], pk: int) -> str:
    """The title of the case with this number."""
    return titles[pk]


@register.filter
def trimmed(text: str) -> str:
    """Without blank lines and page breaks at its ends; blanks within a line stay as printed."""
    return text.strip("\r\n\u2029")


@register.filter
def on_pages(pages: Iterable[int]) -> str:
    """Pages in words, counted from the first of the file: “第 12-13 页”."""
    return _("第 %(pages)s 页") % {"pages": page_ranges(pages, "、")}
