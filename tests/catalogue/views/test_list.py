"""The list of cases on the real seeds."""

import pytest
from django.test import Client
from django.utils.html import escape
from pytest_django import DjangoAssertNumQueries

from catalogue.models import CaseStudy

from .marks import facets, hits, html, total

pytestmark = pytest.mark.usefixtures("catalogue_db")


@pytest.fixture
def power() -> CaseStudy:
    """Changsha's case on electricity, which the newspaper page prints."""
    return CaseStudy.objects.get(title__startswith="优化电力服务")


def test_everything_is_listed_once_over_the_pages(client: Client) -> None:
    first = client.get("/cases/")
    published = CaseStudy.objects.published()
    assert total(first) == published.count()
    listed = hits(first) + hits(client.get("/cases/?page=2")) + hits(client.get("/cases/?page=3"))
    assert len(hits(first)) == 20
    assert sorted(listed) == sorted(published.values_list("pk", flat=True))


def test_filters_are_or_within_and_and_across(client: Client) -> None:
    hunan, guangdong = total(client.get("/cases/?region=430000")), total(client.get("/cases/?region=440000"))
    assert hunan > 0
    assert guangdong > 0
    assert total(client.get("/cases/?region=430000&region=440000")) == hunan + guangdong
    both = client.get("/cases/?region=430000&indicator=getting-electricity")
    assert 0 < total(both) < hunan


def test_names_mean_the_same_as_codes(client: Client, power: CaseStudy) -> None:
    by_name = client.get("/cases/", {"region": "湖南省", "indicator": "获得电力"})
    assert hits(by_name) == hits(client.get("/cases/?region=430000&indicator=getting-electricity"))
    assert power.pk in hits(by_name)


@pytest.mark.parametrize(
    "address", ["/cases/", "/cases/?region=430000", "/cases/?q=服务&indicator=government-services"]
)
def test_each_count_is_what_choosing_it_gives(client: Client, address: str) -> None:
    page = client.get(address)
    options = {key: count for key, count in facets(page).items() if key[0] != "region" or key[1].endswith("00")}
    assert {"region", "indicator", "source"} <= {facet for facet, _ in options}
    joint = "&" if "?" in address else "?"
    for (facet, value), count in options.items():
        if f"{facet}=" not in address:
            assert total(client.get(f"{address}{joint}{facet}={value}")) == count, (facet, value)


def test_a_hit_shows_what_a_reader_judges_by(client: Client, power: CaseStudy) -> None:
    page = html(client.get("/cases/?q=业扩报装"))
    hit = page[page.index(f'data-case="{power.pk}"') :].split('</li>\n<li class="hit"')[0]
    assert "优化电力服务" in hit
    assert "<span>湖南省</span><span>长沙市</span>" in hit
    assert "获得电力" in hit
    assert escape(power.source.title) in hit
    assert "<mark>" in hit
    assert f'href="/cases/{power.pk}/?q=' in hit


def test_chips_remove_one_value_each(client: Client) -> None:
    page = html(client.get("/cases/?q=电力&region=430000&region=440000&year=2019-2021"))
    assert 'href="/cases/?region=430000&amp;region=440000&amp;year=2019-2021"' in page
    assert 'href="/cases/?q=%E7%94%B5%E5%8A%9B&amp;region=440000&amp;year=2019-2021"' in page
    assert 'href="/cases/?q=%E7%94%B5%E5%8A%9B&amp;region=430000&amp;region=440000"' in page


def test_the_form_keeps_what_was_chosen(client: Client) -> None:
    page = html(client.get("/cases/?q=电力&region=430000&year=2019-2021"))
    assert 'name="q" value="电力"' in page
    assert 'name="region" value="430000" checked' in page
    assert 'name="year_from" type="text" inputmode="numeric" maxlength="4" size="4" value="2019"' in page
    # A year within the range is not ticked as well: sending the form would ask for it twice.
    assert 'name="year" value="2021" checked' not in page


@pytest.mark.parametrize(
    ("years", "boxes"),
    [("2019-2021", ("2019", "2021")), ("2019-", ("2019", "")), ("-2021", ("", "2021")), ("2021", ("", ""))],
)
def test_the_range_of_years_stands_in_its_boxes(client: Client, years: str, boxes: tuple[str, str]) -> None:
    context = client.get(f"/cases/?year={years}").context
    assert (str(context["year_from"]), str(context["year_to"])) == boxes


@pytest.mark.parametrize(("name", "value"), [("indicator", "getting-electricity"), ("year", "2021"), ("source", None)])
def test_a_chosen_box_stays_ticked(client: Client, power: CaseStudy, name: str, value: str | None) -> None:
    value = value or str(power.source_id)
    assert f'name="{name}" value="{value}" checked' in html(client.get(f"/cases/?{name}={value}"))
    assert f'name="{name}" value="{value}" checked' not in html(client.get("/cases/"))


def test_the_branch_of_a_chosen_region_stands_open(client: Client) -> None:
    assert '<details id="under-430000" open>' in html(client.get("/cases/?region=430100"))
    assert '<details id="under-430000">' in html(client.get("/cases/?region=430000"))


def test_the_tree_tells_pinyin_for_narrowing(client: Client) -> None:
    assert 'data-spelling="长沙市 changsha cs"' in html(client.get("/cases/"))


def test_the_boxes_of_the_form_become_a_tidy_address(client: Client) -> None:
    answer = client.get("/cases/?q=&year_from=2019&year_to=2021")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/cases/?year=2019-2021")
    assert client.get("/cases/?q=").headers["Location"] == "/cases/"


def test_nothing_found_says_what_would_help(client: Client, power: CaseStudy) -> None:
    answer = client.get("/cases/?q=业扩报装&region=360000")
    assert total(answer) == 0
    assert power.pk in hits(client.get("/cases/?q=业扩报装"))
    looser = {item.address: item.total for item in answer.context["loosenings"]}
    assert looser.keys() == {"/cases/?region=360000", "/cases/?q=%E4%B8%9A%E6%89%A9%E6%8A%A5%E8%A3%85"}
    for address, count in looser.items():
        assert total(client.get(address)) == count
    assert "本库收录范围" in html(answer)


def test_a_slip_of_the_pen_is_met_with_what_was_meant(client: Client) -> None:
    answer = client.get("/cases/", {"q": "人事业务"})
    assert total(answer) == 0
    assert "人社业务" in answer.context["hints"][0].label


def test_sorting(client: Client) -> None:
    def years(address: str) -> list[int]:
        return [hit.case.year for hit in client.get(address).context["hits"] if hit.case.year]

    assert years("/cases/?sort=year") == sorted(years("/cases/?sort=year"))
    assert years("/cases/?sort=-year") == sorted(years("/cases/?sort=-year"), reverse=True)
    assert "相关度" not in html(client.get("/cases/"))
    assert "相关度" in html(client.get("/cases/?q=电力"))


@pytest.mark.parametrize(
    "address", ["/cases/", "/cases/?q=服务&region=430000&indicator=government-services&year=2015-2025"]
)
def test_a_page_costs_few_questions_to_the_database(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries, address: str
) -> None:
    client.get(address)
    with django_assert_max_num_queries(12):
        client.get(address)


def test_drafts_are_not_listed(client: Client, power: CaseStudy) -> None:
    before = total(client.get("/cases/"))
    power.state = CaseStudy.State.DRAFT
    power.save()
    after = client.get("/cases/")
    assert total(after) == before - 1
    assert client.get(f"/cases/{power.pk}/").status_code == 404
