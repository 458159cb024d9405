"""Invented cases: of the genre, the same for the same seed, marked, found, and gone again without a trace."""

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from catalogue.models import CaseChange, CaseStudy, Measure, Outcome, Source
from catalogue.search import find
from catalogue.search.query import CaseQuery
from catalogue.synthetic.compose import LONGEST, SHORTEST, YEARS
from catalogue.synthetic.mark import READER_VERSION, TITLE

pytestmark = pytest.mark.usefixtures("catalogue_db")


def synthesize(count: int, **options: object) -> None:
    call_command("synthesize", str(count), verbosity=0, **options)


def invented():
    return CaseStudy.objects.filter(source__reader_version=READER_VERSION).order_by("pk")


def texts() -> list[tuple[object, ...]]:
    return [
        (case.title, case.year, case.body, [link.region_id for link in case.case_regions.all()])
        for case in invented().for_detail()
    ]


def test_cases_of_the_genre():
    synthesize(120)
    cases = list(invented().for_detail())
    assert len(cases) == 120
    assert {case.state for case in cases} == {CaseStudy.State.PUBLISHED}
    assert all(SHORTEST <= len(case.title) + len(case.body) <= LONGEST + 20 for case in cases)  # line breaks included
    assert {case.year for case in cases} - {None} <= set(YEARS)
    assert all(case.printing == f"{case.title}\n{case.body}" for case in cases)
    assert len({link.region_id for case in cases for link in case.case_regions.all()}) > 50


def test_every_measure_and_result_stands_where_it_says():
    synthesize(60)
    measures = Measure.objects.filter(case__in=invented()).select_related("case__source")
    for measure in measures:
        (start, end), *_ = measure.spans
        printed = measure.case.source.text[start:end]
        assert printed.replace("\n", "") == f"{measure.label}{measure.heading}{measure.text}"
    outcomes = Outcome.objects.filter(case__in=invented()).select_related("case__source")
    assert outcomes.count() > 20
    for outcome in outcomes:
        (start, end), *_ = outcome.spans
        assert outcome.case.source.text[start:end] == outcome.text


def test_the_same_seed_gives_the_same_cases_and_another_gives_others():
    synthesize(30, seed=7)
    first = texts()
    synthesize(30, seed=7)
    assert texts() == first
    synthesize(60, seed=7)
    assert texts()[:30] == first
    synthesize(30, seed=8)
    assert texts() != first


def test_they_are_marked_found_and_removed_whole():
    before = set(CaseStudy.objects.values_list("pk", flat=True))
    found_before = find(CaseQuery()).total
    synthesize(60)
    assert all(source.title.startswith(TITLE) for source in Source.objects.filter(cases__in=invented()))
    assert find(CaseQuery()).total == found_before + 60
    noted = set(CaseChange.objects.values_list("case_id", flat=True))
    assert noted.issuperset(invented().values_list("pk", flat=True))
    synthesize(0)
    assert set(CaseStudy.objects.values_list("pk", flat=True)) == before
    assert find(CaseQuery()).total == found_before
    assert not Source.objects.filter(reader_version=READER_VERSION).exists()


def test_nothing_to_recombine():
    CaseStudy.objects.update(state=CaseStudy.State.DRAFT)
    with pytest.raises(CommandError, match="没有可供拼合的案例"):
        synthesize(10)


def test_a_catalogue_that_staff_work_on_is_left_alone():
    CaseStudy.objects.filter(pk=CaseStudy.objects.first().pk).update(confirmed_at=timezone.now())
    with pytest.raises(CommandError, match="--yes"):
        synthesize(10)
    assert not invented().exists()
    synthesize(10, yes=True)
    assert invented().count() == 10


@pytest.mark.parametrize("count", ["-1", "many", "1.5"])
def test_bad_usage(count: str):
    with pytest.raises(CommandError):
        call_command("synthesize", "--", count)
