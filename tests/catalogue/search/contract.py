"""What any engine behind `find` must do, asserted against plain ORM filters and plain text."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

from catalogue.filters import CaseFilter
from catalogue.models import CaseIndicator, CaseRegion, CaseStudy, CaseStudyQuerySet
from catalogue.search import find, find_all
from catalogue.search.query import CaseQuery, FacetOption, Sort

CHOSEN_BY = {"region": "regions", "indicator": "indicators", "year": "years", "source": "sources"}
"""The field of a question that a facet's choice goes into."""


def by_orm(query: CaseQuery) -> CaseStudyQuerySet:
    """The cases that answer a question without words, by the database alone."""
    cases = CaseStudy.objects.published()
    if query.regions:
        nowhere = {case.pk for case in cases if not case.regions.exists()} if "none" in query.regions else set()
        cases = cases.filter(pk__in={*cases.in_regions(query.regions).values_list("pk", flat=True), *nowhere})
    if query.indicators:
        none = {case.pk for case in cases if not case.indicators.exists()} if "none" in query.indicators else set()
        cases = cases.filter(pk__in={*cases.with_indicators(query.indicators).values_list("pk", flat=True), *none})
    if query.years:
        undated = {case.pk for case in cases if case.year is None} if (0, 0) in query.years else set()
        cases = cases.filter(pk__in={*cases.in_years(query.years).values_list("pk", flat=True), *undated})
    if query.sources:
        cases = cases.from_sources(query.sources)
    return cases


def in_order(cases: CaseStudyQuerySet, sort: Sort) -> list[int]:
    """Newest or oldest year first, cases without a year last, the later entry first among equals."""
    rows = list(cases.values_list("pk", "year"))
    if sort == Sort.OLDEST:
        return [pk for pk, _ in sorted(rows, key=lambda row: (row[1] or 9999, -row[0]))]
    return [pk for pk, _ in sorted(rows, key=lambda row: (-(row[1] or 0), -row[0]))]


def random_queries(number: int, seed: int) -> Iterator[CaseQuery]:
    """Questions of random filters, drawn from what the catalogue has and with some values that no case has."""
    rng = random.Random(seed)
    codes = [path.split("/")[rng.randrange(path.count("/"))] for path in _paths()] + ["540000"] + ["none"] * 9
    slugs = [
        *CaseIndicator.objects.values_list("indicator__slug", flat=True),
        "market-exit",
        "resolving-insolvency",
        "none",
    ]
    years = [(2021, 2021), (2020, 2020), (2019, 2021), (2013, 2018), (2022, 2026), (0, 0)]
    sources = [*CaseStudy.objects.values_list("source", flat=True).distinct()]
    for _ in range(number):
        yield CaseQuery(
            regions=tuple(rng.sample(codes, rng.choice([0, 0, 1, 1, 2]))),
            indicators=tuple(rng.sample(slugs, rng.choice([0, 0, 1, 2]))),
            years=tuple(rng.sample(years, rng.choice([0, 0, 1, 2]))),
            sources=tuple(rng.sample(sources, rng.choice([0, 0, 0, 1, 2]))),
            sort=rng.choice([Sort.NEWEST, Sort.OLDEST]),
            page_size=rng.choice([3, 20]),
        )


def _paths() -> list[str]:
    return [*CaseRegion.objects.order_by("pk").values_list("region__path", flat=True)]


def assert_same_as_orm(query: CaseQuery) -> None:
    """Ids, order, total and pages of a question without words are those of the database."""
    expected = in_order(by_orm(query), query.sort)
    assert find_all(query) == expected
    paged: list[int] = []
    for page in range(1, find(query).pages + 1):
        result = find(replace(query, page=page))
        assert result.total == len(expected)
        paged += result.ids
    assert paged == expected
    assert find(replace(query, page=10**12)).hits == ()


def options_of(facet: tuple[FacetOption, ...]) -> Iterator[FacetOption]:
    for option in facet:
        yield option
        yield from options_of(option.children)


def clicked(query: CaseQuery, facet: str, value: str) -> CaseQuery:
    """The question with this value alone chosen in its facet, read as from the address that a click leads to."""
    chosen = CaseFilter({facet: [value]}).query()
    return replace(query, page=1, **{CHOSEN_BY[facet]: getattr(chosen, CHOSEN_BY[facet])})


def assert_counts_are_what_clicking_gives(query: CaseQuery) -> None:
    for facet, options in find(query).facets.items():
        for option in options_of(options):
            assert find(clicked(query, facet, option.value)).total == option.count, (facet, option.value)


def assert_facets_name_every_case(query: CaseQuery) -> None:
    """No value that some case has is left out: the counts without it would still be exact, but not complete."""
    everything = by_orm(replace(query, regions=()))
    provinces = {path.split("/")[0] if path else "none" for path in everything.values_list("regions__path", flat=True)}
    shown = {option.value for option in find(query).facets["region"] if option.count}
    assert shown == provinces
    years = {str(year or "none") for year in by_orm(replace(query, years=())).values_list("year", flat=True)}
    assert {option.value for option in find(query).facets["year"] if option.count} == years


def printed(case: CaseStudy) -> list[str]:
    """Every text that a case prints, one by one."""
    names = [region.name for region in case.regions.all()] + [indicator.name for indicator in case.indicators.all()]
    return [case.title, *names, *(line for line in case.body.split("\n") if line)]


def random_runs(cases: list[CaseStudy], number: int, seed: int) -> Iterator[tuple[CaseStudy, str]]:
    """Runs of 2 to 12 characters from anywhere in what a case prints, as someone would copy them."""
    rng = random.Random(seed)
    texts = {case.pk: printed(case) for case in cases}
    drawn = 0
    while drawn < number:
        case = rng.choice(cases)
        text = rng.choice(texts[case.pk])
        length = rng.randint(2, 12)
        start = rng.randrange(max(1, len(text) - length + 1))
        run = text[start : start + length]
        if len(run.strip()) > 1:
            drawn += 1
            yield case, run
