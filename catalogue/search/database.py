"""The answer where there is no index: filters and counts as exact as ever, words only as they stand in a text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q

from catalogue import facets
from catalogue.models import CaseIndicator, CaseRegion, CaseStudy, CaseStudyQuerySet, Measure

from . import vocabulary
from .marks import marked_hits
from .query import MISSING, NO_YEAR, CaseQuery, SearchResult, Sort
from .question.parts import Part, parts
from .question.terms import Term

Counts = dict[Any, int]
Row = tuple[Any, ...]

FEW = 500
"""Keys that a query of the database is given one by one."""


def find(query: CaseQuery) -> SearchResult:
    """The page of hits asked for, the total and all counts, in some more queries and time than the index takes."""
    holding = _holding(query)
    answer = _Answer(cases_within(query), holding)
    start = (query.page - 1) * query.page_size
    ids = answer.keys(query.sort, start, start + query.page_size)
    wanted = [Term(part.text, excluded=part.excluded, in_title=part.in_title) for part in parts(query.q)]
    return SearchResult(
        query=query,
        hits=marked_hits(ids, wanted),
        total=answer.number(),
        facets=facets.facet_options(_counts(query, holding), query),
        from_database=True,
    )


def find_all(query: CaseQuery) -> list[int]:
    """Primary keys of all cases that answer the question, in its order."""
    return list(_in_order(cases_answering(query), query.sort).values_list("pk", flat=True))


def counts(query: CaseQuery) -> dict[str, Counts]:
    """The number of cases by value for each facet, each as if nothing were chosen in that facet itself."""
    return _counts(query, _holding(query))


def _counts(query: CaseQuery, holding: Collection[int] | None) -> dict[str, Counts]:
    count: dict[str, tuple[str, Callable[[_Answer], Counts]]] = {
        "region": ("regions", _by_region),
        "indicator": ("indicators", _by_indicator),
        "year": ("years", _by_year),
        "source": ("sources", _by_source),
    }
    return {
        facet: by_value(_Answer(cases_within(replace(query, **{field: ()})), holding))  # type: ignore[arg-type]
        for facet, (field, by_value) in count.items()
    }


def _holding(query: CaseQuery) -> Collection[int] | None:
    """Keys of all published cases that the words of a question find, None where it has none.

    Every text is looked through for them, so this is done once a question, not once for each facet.
    """
    if not parts(query.q):
        return None
    return frozenset(cases_answering(CaseQuery(q=query.q)).order_by().values_list("pk", flat=True))


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


@dataclass(frozen=True, slots=True)
class _Answer:
    """The cases within some filters, of those that hold the words."""

    within: CaseStudyQuerySet
    holding: Collection[int] | None
    """None where no words are asked."""

    @property
    def cases(self) -> CaseStudyQuerySet:
        """Those within the filters, and few more than the answer where few cases hold the words."""
        if self.holding is None or len(self.holding) > FEW:
            return self.within
        return self.within.filter(pk__in=self.holding)

    def own(self, rows: Iterable[Row]) -> Iterable[Row]:
        """Of rows that begin with the key of a case those of the answer."""
        holding = self.holding
        return rows if holding is None else (row for row in rows if row[0] in holding)

    def keys(self, sort: Sort, start: int, end: int) -> list[int]:
        ordered = _in_order(self.cases, sort)
        if self.holding is None:
            return list(ordered.values_list("pk", flat=True)[start:end])
        return [pk for (pk,) in islice(self.own(ordered.values_list("pk").iterator()), start, end)]

    def number(self) -> int:
        if self.holding is None:
            return self.cases.count()
        return sum(1 for _ in self.own(self.cases.order_by().values_list("pk").iterator()))


def _by_region(answer: _Answer) -> Counts:
    """Each case once for each region that contains one of its own."""
    links = CaseRegion.objects.filter(case__in=answer.cases.values("pk")).order_by().values_list("case_id", "region_id")
    return _each_once(answer, links.iterator(), vocabulary.current().containing)


def _by_indicator(answer: _Answer) -> Counts:
    """Each case once for each indicator of its own and the national one that it belongs to."""
    links = CaseIndicator.objects.filter(case__in=answer.cases.values("pk")).order_by()
    rows = links.values_list("case_id", "indicator__slug").iterator()
    return _each_once(answer, rows, vocabulary.current().with_parent)


def _by_year(answer: _Answer) -> Counts:
    if answer.holding is None:
        rows: Iterable[tuple[int | None, int]] = answer.cases.order_by().values_list("year").annotate(n=Count("pk"))
    else:
        rows = Counter(year for _, year in answer.own(answer.cases.order_by().values_list("pk", "year"))).items()
    return {MISSING if year is None else str(year): number for year, number in rows}


def _by_source(answer: _Answer) -> dict[int, int]:
    """Each case for the source it is read in, and for each that prints it again."""
    rows: dict[int, int] = dict(answer.own(answer.cases.order_by().values_list("pk", "source_id")))
    again = CaseStudy.objects.printed().filter(repeat_of__isnull=False).order_by()
    repeats = {(pk, source) for pk, source in again.values_list("repeat_of_id", "source_id") if pk in rows}
    return dict(Counter(rows.values()) + Counter(source for pk, source in repeats if rows[pk] != source))


def _each_once(answer: _Answer, links: Iterable[Row], containing: Callable[[str], tuple[str, ...]]) -> Counts:
    """By value, the number of different cases that have it or one that it contains; and of those that have none."""
    held: defaultdict[int, list[str]] = defaultdict(list)
    for case, value in answer.own(links):
        held[case].append(value)
    found: Counter[str] = Counter()
    for values, number in Counter(map(tuple, held.values())).items():  # most cases share theirs with many
        for containing_one in {each for value in values for each in containing(value)}:
            found[containing_one] += number
    missing = answer.number() - len(held)
    return dict(found) | ({MISSING: missing} if missing else {})
