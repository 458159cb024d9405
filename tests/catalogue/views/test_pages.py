"""Every kind of page on the real seeds."""

import json
import re

import pytest
from django.contrib.auth.models import User
from django.template.loader import render_to_string
from django.test import Client
from django.utils.html import escape

from catalogue.citation import cite
from catalogue.models import CaseStudy, Indicator, Outcome, Region, Source

from .marks import html, total

pytestmark = pytest.mark.usefixtures("catalogue_db")


@pytest.fixture
def power() -> CaseStudy:
    return CaseStudy.objects.get(title__startswith="优化电力服务")


# --- front page -------------------------------------------------------------------------------------------------------


def test_the_front_page_counts_what_its_links_lead_to(client: Client) -> None:
    page = client.get("/")
    assert len(page.context["indicators"]) == 18
    assert len(page.context["tiles"]) == 34
    for item in page.context["indicators"]:
        assert total(client.get(f"/indicators/{item.indicator.slug}/")) == item.count
    for tile in page.context["tiles"]:
        if tile.count:
            assert total(client.get(f"/regions/{tile.region.code}/")) == tile.count
            assert tile.shade > 0
        else:
            assert tile.shade == 0
    for year in page.context["years"]:
        assert total(client.get(f"/cases/?year={year.value}")) == year.count
    assert page.context["coverage"].sources == Source.objects.filter(cases__state="published").distinct().count()


def test_every_tile_has_its_place_on_the_map() -> None:
    from django.contrib.staticfiles import finders

    with open(finders.find("css/map.css")) as file:
        placed = dict(re.findall(r"\.tile-(\d{6}) \{ grid-area: (\d+ / \d+); \}", file.read()))
    provinces = set(Region.objects.current().filter(level=1).values_list("code", flat=True))
    assert placed.keys() == provinces
    assert len(set(placed.values())) == 34


# --- one case ---------------------------------------------------------------------------------------------------------


def test_a_case_shows_its_facts_measures_and_source(client: Client, power: CaseStudy) -> None:
    page = html(client.get(power.get_absolute_url()))
    assert f"<h1>{power.title}</h1>" in page
    assert 'href="/cases/?region=430100"' in page
    assert 'href="/cases/?indicator=getting-electricity"' in page
    assert "机器识读，未经核对" in page
    for measure in power.measures.all():
        assert f'id="measure-{measure.pk}"' in page
        assert f'id="source-measure-{measure.pk}"' in page
        assert escape(measure.heading) in page
    assert escape(cite(power.source, power)) in page
    assert f"/sources/{power.source_id}/#case-{power.pk}" in page


def test_the_passages_are_the_source_to_the_letter(client: Client, power: CaseStudy) -> None:
    text = power.source.text
    passages = client.get(power.get_absolute_url()).context["passages"]
    shown = ["".join(piece.text for piece in passage.pieces) for passage in passages]
    assert shown == [
        text[passage.start : passage.start + len(words)] for passage, words in zip(passages, shown, strict=True)
    ]
    assert sum(map(len, shown)) == sum(end - start for start, end in power.spans)


def test_a_confirmed_case_bears_no_badge(client: Client, power: CaseStudy) -> None:
    power.confirmed_at = power.created_at
    power.save()
    assert "机器识读，未经核对" not in html(client.get(power.get_absolute_url()))


def test_results_and_other_figures_are_kept_apart(client: Client, power: CaseStudy) -> None:
    power.outcomes.all().delete()
    Outcome.objects.create(
        case=power,
        text="办电时间由143天压减至34天",
        metric="办电时间",
        before=143,
        after=34,
        unit="天",
        direction="down",
        effect="better",
    )
    Outcome.objects.create(
        case=power,
        text="力争压减至20天",
        metric="办电时间",
        after=20,
        unit="天",
        kind="target",
        reason="“力争”：尚未实现",
    )
    answer = client.get(power.get_absolute_url())
    assert [outcome.text for outcome in answer.context["results"]] == ["办电时间由143天压减至34天"]
    assert [outcome.text for outcome in answer.context["other_figures"]] == ["力争压减至20天"]
    page = html(answer)
    assert "目标、投入、背景和外地数据（1）" in page
    assert "“力争”：尚未实现" in page
    assert "−76.2%（算得）" in page
    assert "改善" in page


def test_the_way_back_and_to_the_neighbours(client: Client) -> None:
    listed = [hit.address for hit in client.get("/cases/?region=430000").context["hits"]]
    second = client.get(listed[1]).context["trail"]
    assert (second.back, second.previous, second.next) == ("/cases/?region=430000", listed[0], listed[2])
    assert second.sentence == "湖南省"
    assert client.get(listed[0]).context["trail"].previous is None


def test_neighbours_are_found_across_pages(client: Client) -> None:
    first = [hit.address for hit in client.get("/cases/").context["hits"]]
    second = [hit.address for hit in client.get("/cases/?page=2").context["hits"]]
    assert first[0].endswith("?page=1")
    assert client.get(first[-1]).context["trail"].next == second[0]
    assert client.get(second[0]).context["trail"].previous == first[-1]


def test_a_case_reached_directly_has_no_way_back(client: Client, power: CaseStudy) -> None:
    assert client.get(power.get_absolute_url()).context["trail"] is None


def test_staff_are_led_to_the_desk(client: Client, power: CaseStudy) -> None:
    address = f"/admin/catalogue/casestudy/{power.pk}/change/"
    assert address not in html(client.get(power.get_absolute_url()))
    client.force_login(User.objects.create_superuser("editor", password="a-long-password"))
    assert address in html(client.get(power.get_absolute_url()))


# --- regions, indicators, sources -------------------------------------------------------------------------------------


def test_a_region_counts_its_children(client: Client) -> None:
    answer = client.get("/regions/430000/")
    counts = {child.region.code: child.count for child in answer.context["children"]}
    assert counts["430100"] > 0
    for code, count in counts.items():
        if count:
            assert total(client.get(f"/regions/{code}/")) == count
    assert total(answer) == total(client.get("/cases/?region=430000"))


def test_a_former_region_names_its_successor(client: Client) -> None:
    former = Region.objects.filter(successor__isnull=False).select_related("successor").first()
    assert former is not None
    assert former.successor is not None
    page = html(client.get(former.get_absolute_url()))
    assert "后继为" in page
    assert former.successor.get_absolute_url() in page
    assert former.get_absolute_url() in html(client.get(former.successor.get_absolute_url()))


def test_a_functional_area_has_its_page(client: Client) -> None:
    area = Region.objects.filter(level=Region.Level.AREA, case_regions__isnull=False).first()
    assert area is not None
    assert client.get(area.get_absolute_url()).status_code == 200


def test_every_indicator_has_its_page(client: Client) -> None:
    for indicator in Indicator.objects.all():
        answer = client.get(indicator.get_absolute_url())
        assert answer.status_code == 200
        assert total(answer) == total(client.get(f"/cases/?indicator={indicator.slug}"))


def test_a_source_is_printed_whole_with_an_anchor_for_each_case(client: Client) -> None:
    for source in Source.objects.filter(cases__state="published").distinct():
        answer = client.get(source.get_absolute_url())
        assert "".join(piece.text for piece in answer.context["pieces"]) == source.text
        for case in source.cases.published():
            assert html(answer).count(f'id="case-{case.pk}"') == 1


def test_a_source_without_published_cases_is_not_public(client: Client) -> None:
    source = Source.objects.create(title="草稿", file="x.txt", sha256="f" * 64, text="正文")
    assert client.get(source.get_absolute_url()).status_code == 404


# --- outcomes and comparison ------------------------------------------------------------------------------------------


@pytest.fixture
def three_results(power: CaseStudy) -> list[Outcome]:
    """The only results in the catalogue: a fall, a rise and a bare figure."""
    Outcome.objects.all().delete()
    rows = [
        {
            "text": "由143天减至34天",
            "before": 143,
            "after": 34,
            "unit": "天",
            "change_pct": -76.22,
            "direction": "down",
        },
        {"text": "由50%升至75%", "before": 50, "after": 75, "unit": "%", "change_pct": 50, "direction": "up"},
        {"text": "共900件", "after": 900, "unit": "件"},
    ]
    return [Outcome.objects.create(case=power, metric="时间", **row) for row in rows]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("change", [0, 1, 2]),
        ("-change", [1, 0, 2]),
        ("before", [1, 0, 2]),
        ("-before", [0, 1, 2]),
        ("after", [0, 1, 2]),
        ("-after", [2, 1, 0]),
    ],
)
def test_outcomes_are_sorted(client: Client, three_results: list[Outcome], order: str, expected: list[int]) -> None:
    page = client.get(f"/outcomes/?order={order}").context["page"]
    assert list(page.object_list) == [three_results[at] for at in expected]


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("region=430000", 3),
        ("region=湖南&indicator=获得电力", 3),
        ("region=440000", 0),
        ("indicator=paying-taxes", 0),
        ("q=业扩报装", 3),
        ("q=业扩报装&region=440000", 0),
    ],
)
def test_outcomes_are_filtered_like_cases(client: Client, three_results: list[Outcome], query: str, count: int) -> None:
    assert total(client.get(f"/outcomes/?{query}")) == count


def test_targets_are_no_outcomes(client: Client, three_results: list[Outcome]) -> None:
    three_results[0].kind = Outcome.Kind.TARGET
    three_results[0].save()
    assert total(client.get("/outcomes/")) == 2


def test_comparing_cases(client: Client, three_results: list[Outcome], power: CaseStudy) -> None:
    other = CaseStudy.objects.published().exclude(pk=power.pk).first()
    assert other is not None
    answer = client.get(f"/compare/?case={other.pk}&case={power.pk}&case={other.pk}")
    assert [column.case for column in answer.context["columns"]] == [other, power]
    page = html(answer)
    assert "由143天减至34天" not in page  # the metric and the figures stand for the clause
    assert "34 天" in page


def test_comparing_regions_by_an_indicator(client: Client, power: CaseStudy) -> None:
    answer = client.get("/compare/?region=430000&region=370000&indicator=getting-electricity")
    regions = [column.case.main_region.path[:6] for column in answer.context["columns"]]
    assert regions == ["430000", "370000"]


# --- the rest ---------------------------------------------------------------------------------------------------------


def test_the_site_is_healthy(client: Client) -> None:
    answer = client.get("/healthz")
    assert (answer.status_code, json.loads(answer.content)) == (200, {"status": "ok", "database": "ok", "index": "ok"})


def test_the_sitemap_lists_published_cases(client: Client, power: CaseStudy) -> None:
    assert f"/cases/{power.pk}/</loc>" in html(client.get("/sitemap.xml"))
    power.state = CaseStudy.State.WITHDRAWN
    power.save()
    assert f"/cases/{power.pk}/</loc>" not in html(client.get("/sitemap.xml"))


def test_robots(client: Client) -> None:
    page = html(client.get("/robots.txt"))
    assert "Disallow: /admin/" in page
    assert "Sitemap: http://testserver/sitemap.xml" in page


@pytest.mark.parametrize("name", ["400.html", "403.html", "404.html", "429.html", "500.html"])
def test_error_pages_need_nothing(name: str) -> None:
    assert "<h1>" in render_to_string(name)


PUBLIC = [
    "/",
    "/cases/",
    "/cases/?q=电力",
    "/cases/{case}/",
    "/sources/{source}/",
    "/regions/430000/",
    "/indicators/getting-electricity/",
    "/outcomes/",
    "/compare/",
]


@pytest.mark.parametrize("path", PUBLIC)
def test_pages_keep_to_the_content_policy(client: Client, power: CaseStudy, path: str) -> None:
    answer = client.get(path.format(case=power.pk, source=power.source_id))
    assert answer.status_code == 200
    page = html(answer)
    assert not re.search(r"<[^>]+\s(?:style|on\w+)=", page)
    assert not re.search(r"<style|<script(?![^>]*\ssrc=)", page)
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert '<html lang="zh-Hans">' in page
    assert not re.search(r"\{[{%#]", page)
