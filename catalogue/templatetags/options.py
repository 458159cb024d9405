"""The boxes of a facet, made in Python: a list has hundreds, and a template takes ten times as long for them."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from catalogue.views.options import ShownOption

register = template.Library()


@register.simple_tag
def option_list(facet: str, options: Iterable[ShownOption]) -> SafeString:
    """The options as a list of boxes named `facet`, those below others in a list of their own, folded where it is long.

    Each `<li>` has `data-facet`, `data-value` and `data-count`; a region `data-spelling` too.
    """
    return SafeString(_Boxes(facet).listed(options, "facet-options"))


class _Boxes:
    def __init__(self, facet: str) -> None:
        self._facet = escape(facet)
        self._cases = escape(_("条"))
        self._under = _("%s下辖")
        self._shows_under = _("显示下辖的 %s 个地区")

    def listed(self, options: Iterable[ShownOption], kind: str = "") -> str:
        opening = f'<ul class="{kind}">' if kind else "<ul>"
        return f"{opening}{''.join(map(self._item, options))}</ul>"

    def _item(self, shown: ShownOption) -> str:
        option, facet = shown.option, self._facet
        value, label, count = escape(option.value), escape(option.label), option.count
        spelling = f' data-spelling="{escape(shown.spelling)}"' if shown.spelling else ""
        return (
            f'<li data-facet="{facet}" data-value="{value}" data-count="{count}"{spelling}>'
            f'<label><input type="checkbox" id="{facet}-{value}" name="{facet}" value="{value}"'
            f"{' checked' if shown.ticked else ''}>"
            f'<span class="facet-label">{label}</span> '
            f'<span class="count">{count}<span class="visually-hidden"> {self._cases}</span></span></label>'
            f"{self._below(shown, value, label)}</li>"
        )

    def _below(self, shown: ShownOption, value: str, label: str) -> str:
        """What stands under an option: a folded branch of the tree of regions, or a list that is always seen."""
        if not shown.option.children:
            return ""
        if not shown.spelling:
            return self.listed(shown.below)
        summary = f'<summary><span class="visually-hidden">{self._under % label}</span></summary>'
        if not shown.more:
            is_open = " open" if shown.is_open else ""
            branch = self.listed(shown.below, "facet-options")
            return f'<details id="under-{value}"{is_open}>{summary}{branch}</details>'
        address = escape(shown.more)
        words = self._shows_under % len(shown.option.children)
        return (
            f'<details id="under-{value}" hx-get="{address}" hx-trigger="toggle once" hx-target="#more-{value}" '
            f'hx-select="#under-{value} > ul" hx-select-oob="unset" hx-swap="outerHTML" hx-push-url="false">'
            f'{summary}<a class="facet-more" id="more-{value}" href="{address}#under-{value}">{words}</a></details>'
        )
