"""Form fields of the editor's desk that Django has almost, but not quite, as they should be."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect
from django.db.models import ForeignKey
from django.http import HttpRequest
from django.utils.translation import gettext as _


class NamedAutocompleteSelect(AutocompleteSelect):
    """Says what to do while it is empty, and has a name for screen readers, which select2 leaves out."""

    class Media:
        js = ("js/admin-autocomplete.js",)

    def build_attrs(self, base_attrs: dict[str, Any], extra_attrs: dict[str, Any] | None = None) -> dict[str, Any]:
        return {**super().build_attrs(base_attrs, extra_attrs), "data-placeholder": _("请选择")}


class NamedAutocompleteMixin:
    """For a ModelAdmin or an inline: its `autocomplete_fields` use `NamedAutocompleteSelect`."""

    autocomplete_fields: ClassVar[Any]
    admin_site: Any

    def formfield_for_foreignkey(
        self, db_field: ForeignKey[Any], request: HttpRequest, **kwargs: Any
    ) -> forms.ModelChoiceField | None:
        if db_field.name in self.autocomplete_fields:
            kwargs["widget"] = NamedAutocompleteSelect(db_field, self.admin_site)
        field: forms.ModelChoiceField | None = super().formfield_for_foreignkey(  # type: ignore[misc]
            db_field, request, **kwargs
        )
        return field
