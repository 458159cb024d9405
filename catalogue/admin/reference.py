"""The vocabularies: regions and indicators."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from catalogue.models import Indicator, Region

from .widgets import NamedAutocompleteMixin


class InForceFilter(admin.SimpleListFilter):
    """In force today, or renamed and abolished."""

    title = _("是否在用")
    parameter_name = "in_force"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        return [("yes", _("在用")), ("no", _("已更名或撤销"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Region]) -> QuerySet[Region]:
        if self.value() == "yes":
            return queryset.filter(valid_to__isnull=True)
        if self.value() == "no":
            return queryset.filter(valid_to__isnull=False)
        return queryset


@admin.register(Region)
class RegionAdmin(NamedAutocompleteMixin, admin.ModelAdmin):
    list_display = ("name", "code", "level", "parent", "valid_to", "successor")
    list_filter = ("level", InForceFilter)
    list_select_related = ("parent", "successor")
    search_fields = ("name", "short_name", "code", "pinyin", "initials", "aliases")
    autocomplete_fields = ("parent", "successor")
    ordering = ("code",)

    def get_readonly_fields(self, request: HttpRequest, obj: Region | None = None) -> tuple[str, ...]:
        """The code is what everything else holds on to: fixed once the region exists."""
        return ("code",) if obj else ()


@admin.register(Indicator)
class IndicatorAdmin(NamedAutocompleteMixin, admin.ModelAdmin):
    list_display = ("name", "slug", "parent", "order")
    list_filter = (("parent", admin.EmptyFieldListFilter),)
    list_select_related = ("parent",)
    search_fields = ("name", "slug", "aliases")
    autocomplete_fields = ("parent",)
    ordering = ("order", "slug")
