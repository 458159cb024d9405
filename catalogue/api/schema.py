"""What the API takes and answers, said for OpenAPI.

The answers themselves are made by `catalogue.exports.records`, so that API and export never differ; the
serializers here only describe them, and a property test holds every answer against the description. (`label`, `source`
and `parent` are fields here and attributes of DRF's own Field to the type checker: its metaclass takes them out.)
Docstrings of serializers are printed in the description, which is Chinese.
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema_field
from rest_framework import serializers

from catalogue.models import Agency, CaseStudy, Finding, Indicator, Outcome, Region
from catalogue.search.query import Sort

PAIR: dict[str, Any] = {"type": "array", "minItems": 2, "maxItems": 2}
NUMBER_OR_RANGE: dict[str, Any] = {
    "nullable": True,
    "oneOf": [{"type": "number"}, {**PAIR, "items": {"type": "number"}}],
}


def many_values(name: str, description: Any) -> OpenApiParameter:
    """A parameter that may be repeated: any of its values will do."""
    return OpenApiParameter(name, OpenApiTypes.STR, many=True, explode=True, description=description)


CASE_PARAMETERS = [
    OpenApiParameter("q", OpenApiTypes.STR, description=_("检索词，最多 200 个字。")),
    many_values("region", _("地区的代码或名称，含其下各级；可重复，取其一即可。")),
    many_values("indicator", _("指标的标识或名称；可重复，取其一即可。")),
    many_values("year", _("年份（2021）或区间（2019-2021）；可重复，取其一即可。")),
    many_values("source", _("来源的编号；可重复，取其一即可。")),
    many_values("without", _("不另搜的近义词，也不以它代替检索词；可重复。")),
    OpenApiParameter(
        "sort", OpenApiTypes.STR, enum=list(Sort), description=_("排序：相关度、年份从旧到新、年份从新到旧。")
    ),
    OpenApiParameter("page", {"type": "integer", "minimum": 1}, description=_("页码，每页 20 条。")),
]


@extend_schema_field(NUMBER_OR_RANGE)
class FigureField(serializers.Field[Any, Any, Any, Any]):
    """A number, a pair for a range, or null."""


class RegionNamedSerializer(serializers.Serializer[Any]):
    code = serializers.CharField()
    name = serializers.CharField()
    path = serializers.ListField(child=serializers.CharField(), help_text=_("自省级起的名称，直辖市的区没有地级。"))


class IndicatorNamedSerializer(serializers.Serializer[Any]):
    slug = serializers.CharField()
    name = serializers.CharField()


class AgencySerializer(serializers.Serializer[Any]):
    name = serializers.CharField()
    full_name = serializers.CharField(allow_blank=True)
    role = serializers.ChoiceField(choices=Agency.Role.choices)


class MeasureSerializer(serializers.Serializer[Any]):
    """一条举措；children 是其下各条，格式相同。"""

    label = serializers.CharField(allow_blank=True)  # type: ignore[assignment]
    heading = serializers.CharField(allow_blank=True)
    body = serializers.CharField(allow_blank=True)
    level = serializers.IntegerField()
    regions = RegionNamedSerializer(many=True)

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        return {**super().get_fields(), "children": MeasureSerializer(many=True)}


class OutcomeSerializer(serializers.Serializer[Any]):
    text = serializers.CharField()
    metric = serializers.CharField(allow_blank=True)
    before = FigureField()
    after = FigureField()
    unit = serializers.CharField(allow_blank=True)
    before_unit = serializers.CharField(required=False, help_text=_("改革前的单位，仅在与 unit 不同时给出。"))
    change_pct = FigureField()
    change_is_computed = serializers.BooleanField(help_text=_("原文未印变化，由前后数字算得。"))
    direction = serializers.ChoiceField(choices=Outcome.Direction.choices)
    effect = serializers.ChoiceField(choices=Outcome.Effect.choices, allow_null=True, help_text=_("对办事者是好是坏。"))
    beneficiary = serializers.CharField(allow_blank=True, help_text=_("受益方，如企业。"))


@extend_schema_field({**PAIR, "nullable": True, "items": {"type": "integer"}})
class SpanField(serializers.Field[Any, Any, Any, Any]):
    """Where a case begins and ends in its source."""


class SourceNamedSerializer(serializers.Serializer[Any]):
    title = serializers.CharField()
    file = serializers.CharField()
    published_on = serializers.DateField(allow_null=True)
    span = SpanField(help_text=_("在原文中的起止位置。"))
    pages = serializers.ListField(
        child=serializers.IntegerField(min_value=1), help_text=_("所在各页，自文件首页为 1 数起；没有分页时为空。")
    )


class FindingSerializer(serializers.Serializer[Any]):
    code = serializers.CharField()
    severity = serializers.ChoiceField(choices=Finding.Severity.choices)
    message = serializers.CharField()


class CaseSerializer(serializers.Serializer[Any]):
    """一个案例，与导出的 JSON（reform-cases/1）相同。"""

    id = serializers.IntegerField()
    title = serializers.CharField()
    year = serializers.IntegerField(allow_null=True)
    body = serializers.CharField(allow_blank=True)
    regions = RegionNamedSerializer(many=True)
    indicators = IndicatorNamedSerializer(many=True)
    agencies = AgencySerializer(many=True)
    measures = MeasureSerializer(many=True)
    outcomes = OutcomeSerializer(many=True)
    source = SourceNamedSerializer()  # type: ignore[assignment]
    state = serializers.ChoiceField(choices=CaseStudy.State.choices)
    findings = FindingSerializer(many=True)


class FacetOptionSerializer(serializers.Serializer[Any]):
    """筛选项及选它之后的案例数。"""

    value = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]
    count = serializers.IntegerField()
    selected = serializers.BooleanField()

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        return {**super().get_fields(), "children": FacetOptionSerializer(many=True)}


class FacetsSerializer(serializers.Serializer[Any]):
    region = FacetOptionSerializer(many=True)
    indicator = FacetOptionSerializer(many=True)
    year = FacetOptionSerializer(many=True)
    source = FacetOptionSerializer(many=True)  # type: ignore[assignment]


class CaseListSerializer(serializers.Serializer[Any]):
    total = serializers.IntegerField()
    page = serializers.IntegerField()
    pages = serializers.IntegerField()
    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)
    facets = FacetsSerializer()
    results = CaseSerializer(many=True)
    similar = CaseSerializer(
        many=True,
        help_text=_("没有案例印有检索词时，意思相近的案例，至多 5 个，仅供参考；不计入 total 和 facets。"),
    )


class RegionSerializer(serializers.ModelSerializer[Region]):
    """现行或已撤销的行政区划，以及功能区。"""

    aliases = serializers.ListField(child=serializers.CharField())

    class Meta:
        model = Region
        fields = (
            *("code", "name", "short_name", "aliases", "pinyin", "initials"),
            *("level", "parent", "valid_from", "valid_to", "successor"),
        )


class RegionListSerializer(serializers.Serializer[Any]):
    total = serializers.IntegerField()
    results = RegionSerializer(many=True)


class IndicatorSerializer(serializers.ModelSerializer[Indicator]):
    """国家指标，或归属于国家指标 parent 的地方指标。"""

    parent = serializers.CharField(source="parent.slug", allow_null=True)  # type: ignore[assignment]
    aliases = serializers.ListField(child=serializers.CharField())
    doing_business = serializers.ListField(child=serializers.CharField())
    b_ready = serializers.ListField(child=serializers.CharField())

    class Meta:
        model = Indicator
        fields = ("slug", "name", "definition", "aliases", "order", "parent", "doing_business", "b_ready")


class IndicatorListSerializer(serializers.Serializer[Any]):
    total = serializers.IntegerField()
    results = IndicatorSerializer(many=True)


class AddressesSerializer(serializers.Serializer[Any]):
    cases = serializers.URLField()
    regions = serializers.URLField()
    indicators = serializers.URLField()
    schema = serializers.URLField()


class ProblemSerializer(serializers.Serializer[Any]):
    detail = serializers.CharField()


UNREADABLE_PARAMETERS: dict[str, Any] = {
    "type": "object",
    "additionalProperties": {"type": "array", "items": {"type": "string"}},
    "description": "参数名，及其有误之处。",
}
