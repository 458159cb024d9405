"""The answer where there is no index: filters and counts as exact as ever, words only as they stand in a text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace

from django.db.models import Count, Exists, F, OuterRef, Q

from catalogue import facets
from catalogue.models import CaseIndicator, CaseRegion, CaseStudy, CaseStudyQuerySet, Measure

from . import vocabulary
from .marks import marked_hits
from .query import MISSING, NO_YEAR, CaseQuery, SearchResult, Sort
from .question.parts import Part, parts
from .question.terms import Term

Counts = dict[str, int]


def find(query: CaseQuery) -> SearchResult:
    """The page of hits asked for, the total and all counts, in some more queries and time than the index takes."""
    cases = cases_answering(query)
    start = (query.page - 1) * query.page_size
    total = cases.count()
    ids = list(_in_order(cases, query.sort).values_list("pk", flat=True)[start : start + query.page_size])
    wanted = [Term(part.text, excluded=part.excluded, in_title=part.in_title) for part in parts(query.q)]
    return SearchResult(
        query=query,
        hits=marked_hits(ids, wanted),
        total=total,
        facets=facets.facet_options(counts(query), query),
        from_database=True,
    )


def find_all(query: CaseQuery) -> list[int]:
    """Primary keys of all cases that answer the question, in its order."""
    return list(_in_order(cases_answering(query), query.sort).values_list("pk", flat=True))


def counts(query: CaseQuery) -> dict[str, Counts]:
    """The number of cases by value for each facet, each as if nothing were chosen in that facet itself."""
    count: dict[str, tuple[str, Callable[[CaseStudyQuerySet], Counts]]] = {
        "region": ("regions", _by_region),
        "indicator": ("indicators", _by_indicator),
        "year": ("years", _by_year),
        "source": ("sources", _by_source),
    }
    return {
        facet: by_value(cases_answering(replace(query, **{field: ()})))  # type: ignore[arg-type]
        for facet, (field, by_value) in count.items()
    }


def cases_answering(query: CaseQuery) -> CaseStudyQuerySet:
    """The cases within the filters that print every word of the question, or hold none that it excludes."""
    cases = cases_within(query)
    for part in parts(query.q):
        cases = cases.exclude(_printing(part)) if part.excluded else cases.filter(_printing(part))
    return cases


def cases_within(query: CaseQuery) -> CaseStudyQuerySet:
    """The published cases within the filters of a question, whatever its words."""
    published = CaseStudy.objects.published()
    cases = published
    if query.regions:
        without = published.filter(case_regions=None) if MISSING in query.regions else published.none()
        cases = cases.filter(_in(published.in_regions(query.regions)) | _in(without))
    if query.indicators:
        without = published.filter(case_indicators=None) if MISSING in query.indicators else published.none()
        cases = cases.filter(_in(published.with_indicators(query.indicators)) | _in(without))
    if query.years:
        without = published.filter(year=None) if NO_YEAR in query.years else published.none()
        cases = cases.filter(_in(published.in_years(query.years)) | _in(without))
    if query.sources:
        cases = cases.from_sources(query.sources)
    return cases


def _in(cases: CaseStudyQuerySet) -> Q:
    return Q(pk__in=cases.values("pk"))


def _printing(part: Part) -> Q:
    title = Q(title__icontains=part.text)
    if part.in_title:
        return title
    measures = Measure.objects.filter(case=OuterRef("pk"))
    in_measures = Exists(measures.filter(Q(heading__icontains=part.text) | Q(text__icontains=part.text)))
    return title | Q(lead__icontains=part.text) | Q(in_measures)


def _in_order(cases: CaseStudyQuerySet, sort: Sort) -> CaseStudyQuerySet:
    """By year, none last; the later entry first among equals. What is relevant only the index knows: newest first."""
    year = F("year").asc(nulls_last=True) if sort == Sort.OLDEST else F("year").desc(nulls_last=True)
    return cases.order_by(year, "-pk")


def _by_region(cases: CaseStudyQuerySet) -> Counts:
    """Each case once for each region that contains one of its own."""
    known = vocabulary.current()
    links = CaseRegion.objects.filter(case__in=cases.values("pk")).order_by().values_list("case_id", "region_id")
    return _each_once(links, known.containing) | _missing(cases.filter(case_regions=None))


def _by_indicator(cases: CaseStudyQuerySet) -> Counts:
    """Each case once for each indicator of its own and the national one that it belongs to."""
    known = vocabulary.current()
    links = CaseIndicator.objects.filter(case__in=cases.values("pk")).order_by()
    links_by_slug = links.values_list("case_id", "indicator__slug")
    return _each_once(links_by_slug, known.with_parent) | _missing(cases.filter(case_indicators=None))


def _by_year(cases: CaseStudyQuerySet) -> Counts:
    rows = cases.order_by().values_list("year").annotate(number=Count("pk"))
    return {MISSING if year is None else str(year): number for year, number in rows}


def _by_source(cases: CaseStudyQuerySet) -> Counts:
    links = [(case, str(source)) for case, source in cases.order_by().values_list("pk", "source_id")]
    again = CaseStudy.objects.printed().filter(repeat_of__in=cases.values("pk")).order_by()
    links += [(case, str(source)) for case, source in again.values_list("repeat_of_id", "source_id") if case]
    return _each_once(links, lambda source: (source,))


def _each_once(links: Iterable[tuple[int, str]], containing: Callable[[str], tuple[str, ...]]) -> Counts:
    """By value, the number of different cases that have it or one that it contains."""
    values: defaultdict[int, set[str]] = defaultdict(set)
    for case, value in links:
        values[case].update(containing(value))
    return dict(Counter(value for held in values.values() for value in held))


def _missing(cases: CaseStudyQuerySet) -> Counts:
    number = cases.count()
    return {MISSING: number} if number else {}
