"""Answers of the API. Everything is public and read-only; a question is read and answered as on the pages."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.db.models import F
from django.http import Http404
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.decorators import api_view, renderer_classes
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.reverse import reverse

from catalogue.exports import records
from catalogue.filters import CaseFilter
from catalogue.models import CaseStudy, Indicator, Region
from catalogue.search import find, find_similar
from catalogue.search.query import CaseQuery
from catalogue.views.address import query_string

from . import schema
from .renderers import FacetsRenderer


@extend_schema(summary=_("各接口的地址"), description=_("各接口的地址。"), responses=schema.AddressesSerializer)
@api_view()
def root(request: Request) -> Response:
    """The addresses of the API."""
    names = ("cases", "regions", "indicators", "schema")
    return Response({name: reverse(f"api:{name}", request=request) for name in names})


@extend_schema(
    operation_id="cases_list",
    summary=_("检索案例"),
    description=_("符合条件的已发布案例，每页 20 条，并给出各筛选项的案例数。参数与案例列表页相同。"),
    parameters=schema.CASE_PARAMETERS,
    responses={
        200: schema.CaseListSerializer,
        400: OpenApiResponse(schema.UNREADABLE_PARAMETERS, _("参数有误。")),
        404: OpenApiResponse(schema.ProblemSerializer, _("没有这一页。")),
    },
)
@api_view()
@renderer_classes([FacetsRenderer])
def cases(request: Request) -> Response:
    """Published cases that answer the question, twenty a page, with exact counts for refining it."""
    case_filter = CaseFilter(request.GET)
    if case_filter.errors:
        raise ValidationError(case_filter.errors)
    query = case_filter.query()
    result = find(query)
    if query.page > result.pages:
        raise Http404(_("没有第 %(page)s 页：共 %(pages)s 页。") % {"page": query.page, "pages": result.pages})
    similar = [hit.case_id for hit in find_similar(result)]
    found = records(CaseStudy.objects.published().filter(pk__in=[*result.ids, *similar]))
    answer = Response(
        {
            "total": result.total,
            "page": query.page,
            "pages": result.pages,
            "next": _address(request, query, query.page + 1) if query.page < result.pages else None,
            "previous": _address(request, query, query.page - 1) if query.page > 1 else None,
            "facets": result.facets,
            # A case withdrawn since the index was last read is left out.
            "results": [found[pk] for pk in result.ids if pk in found],
            "similar": [found[pk] for pk in similar if pk in found],
        }
    )
    answer.add_post_render_callback(_part_from_view)
    return answer


def _part_from_view(answer: Response) -> None:
    """Part a written answer from the view and the context that hold it: a circle stays until Python looks for circles.

    With all regions and sources of a large catalogue that is some megabytes a request.
    """
    context: dict[str, Any] = answer.renderer_context  # type: ignore[attr-defined]
    del context["view"].response
    context.clear()


def _address(request: Request, query: CaseQuery, page: int) -> str:
    """Another page of the same question."""
    string = query_string(replace(query, page=page))
    address: str = reverse("api:cases", request=request)
    return f"{address}?{string}" if string else address


@extend_schema(
    summary=_("一个案例"),
    description=_("一个已发布的案例，与导出的 JSON 相同。"),
    responses={200: schema.CaseSerializer, 404: OpenApiResponse(schema.ProblemSerializer, _("没有这个案例。"))},
)
@api_view()
def case(request: Request, pk: int) -> Response:
    """One published case, as the JSON export has it."""
    found = records(CaseStudy.objects.published().filter(pk=pk))
    if pk not in found:
        raise Http404(_("没有这个案例。"))
    return Response(found[pk])


@extend_schema(
    summary=_("行政区划"),
    description=_("现行与已撤销的行政区划及功能区，按代码排列。"),
    responses=schema.RegionListSerializer,
)
@api_view()
def regions(request: Request) -> Response:
    """Every region by its code: divisions in force, former ones with their successor, functional areas."""
    rows = list(Region.objects.values(*schema.RegionSerializer.Meta.fields))
    return Response({"total": len(rows), "results": rows})


@extend_schema(
    summary=_("评价指标"),
    description=_("18 个国家指标，其后是归属于它的地方指标。"),
    responses=schema.IndicatorListSerializer,
)
@api_view()
def indicators(request: Request) -> Response:
    """The 18 national indicators, each followed by the local ones that belong to it."""
    found = Indicator.objects.select_related("parent").order_by("order", F("parent").asc(nulls_first=True), "slug")
    rows = schema.IndicatorSerializer(found, many=True).data
    return Response({"total": len(rows), "results": rows})


@extend_schema(exclude=True)
@api_view()
def missing(request: Request) -> Response:
    """Any other address under the API's: 404 in JSON, where the site's page would be of no use."""
    raise Http404(_("没有这个接口，所有接口的地址见 %(root)s。") % {"root": reverse("api:root", request=request)})
