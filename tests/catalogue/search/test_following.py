"""Every write is logged with what it writes, and found at once in the process that made it."""

from __future__ import annotations

import pytest
from django.db import transaction
from django.db.models.signals import post_save

from catalogue.models import (
    Agency,
    CaseChange,
    CaseIndicator,
    CaseRegion,
    CaseStudy,
    Indicator,
    Measure,
    Outcome,
    Region,
    Source,
)
from catalogue.search import find, find_all, record
from catalogue.search.index.changelog import VOCABULARY
from catalogue.search.index.follower import follower
from catalogue.search.query import CaseQuery

from .edits import WORD, add_word, found


@pytest.fixture
def case(catalogue_db) -> CaseStudy:
    assert found() == []
    return CaseStudy.objects.published().first()


@pytest.mark.parametrize("part", ["title", "lead", "measure", "label", "agency", "region", "indicator"])
def test_an_edit_is_found_at_once_in_the_process_that_made_it(case, part):
    add_word(case, part)
    assert found() == [case.pk]


def test_a_name_that_changes_is_found_in_all_its_cases(case):
    hunan = Region.objects.get(code="430000")
    hunan.name = f"{WORD}省"
    hunan.save()
    assert set(found()) == set(CaseStudy.objects.published().in_regions(["430000"]).values_list("pk", flat=True))
    labels = {option.value: option.label for option in find(CaseQuery()).facets["region"]}
    assert labels["430000"] == f"{WORD}省"


def test_a_source_that_is_renamed_is_named_so_in_its_facet(case):
    source = case.source
    source.title = f"{WORD}汇编"
    source.save()
    options = find(CaseQuery()).facets["source"]
    assert [option.value for option in options if option.label == f"{WORD}汇编"] == [str(source.pk)]


def test_withdrawn_deleted_and_draft_cases_are_not_found(case):
    add_word(case, "lead")
    assert found() == [case.pk]
    for state in (CaseStudy.State.WITHDRAWN, CaseStudy.State.PUBLISHED, CaseStudy.State.DRAFT):
        case.state = state
        case.save()
        assert found() == ([case.pk] if state == CaseStudy.State.PUBLISHED else [])
    case.state = CaseStudy.State.PUBLISHED
    case.save()
    total = find(CaseQuery()).total
    case.delete()
    assert found() == []
    assert find(CaseQuery()).total == total - 1


def test_facets_move_with_a_case(case):
    case.year = 2013
    case.save()
    years = {option.value: option.count for option in find(CaseQuery()).facets["year"]}
    assert years["2013"] == 1
    assert case.pk in find_all(CaseQuery(years=((2013, 2013),)))


def test_counts_without_words_are_kept_until_a_write(case):
    def counted() -> int:
        return {option.value: option.count for option in find(CaseQuery(regions=("430000",))).facets["year"]}["1999"]

    case.regions.set(["430000"])
    case.year = 1999
    case.save()
    before = counted()
    assert counted() == before
    other = CaseStudy.objects.published().exclude(pk=case.pk).in_regions(["430000"]).first()
    other.year = 1999
    other.save()
    assert counted() == before + 1


def test_writes_in_bulk_are_found_once_recorded(case):
    CaseStudy.objects.filter(pk=case.pk).update(lead=f"办成{WORD}。")
    record([case.pk])
    assert found() == [case.pk]


def test_a_rollback_leaves_nothing(case):
    logged = CaseChange.objects.count()
    with transaction.atomic():
        add_word(case, "lead")
        assert found() == []  # not even here: what is not committed is nobody's yet
        transaction.set_rollback(True)
    assert found() == []
    assert CaseChange.objects.count() == logged
    assert follower().status().behind == 0


def test_rows_that_become_visible_late_are_applied(case):
    """On PostgreSQL a row with a lower key may be committed after one with a higher."""
    other = CaseStudy.objects.published().exclude(pk=case.pk).first()
    newest = CaseChange.objects.order_by("-pk").first().pk
    CaseStudy.objects.filter(pk=other.pk).update(lead=WORD)
    CaseChange.objects.create(pk=newest + 10, case_id=other.pk)
    assert found() == [other.pk]
    CaseStudy.objects.filter(pk=case.pk).update(lead=WORD)
    CaseChange.objects.create(pk=newest + 5, case_id=case.pk)
    assert set(found()) == {case.pk, other.pk}


def test_keys_missing_before_a_row_that_vanished_may_come_later(case):
    """The log is set back to before a row with a higher key, and goes on with the keys that it had passed over."""
    newest = CaseChange.objects.order_by("-pk").first().pk
    passing = CaseChange.objects.create(pk=newest + 10, case_id=case.pk)
    assert found() == []
    passing.delete()
    assert found() == []
    CaseStudy.objects.filter(pk=case.pk).update(lead=WORD)
    CaseChange.objects.create(pk=newest + 5, case_id=case.pk)
    assert found() == [case.pk]


@pytest.mark.parametrize(
    ("write", "logs_names"),
    [
        (lambda case: case.save(), False),
        (lambda case: case.delete(), False),
        (lambda case: Measure.objects.create(case=case, position=98), False),
        (lambda case: case.measures.first().delete(), False),
        (lambda case: Outcome.objects.create(case=case, text="3天", after=3), False),
        (lambda case: Agency.objects.create(case=case, name="市局"), False),
        (lambda case: CaseRegion.objects.create(case=case, region_id="540000"), False),
        (lambda case: case.regions.clear(), False),
        (lambda case: case.regions.first().cases.remove(case), False),
        (lambda case: case.regions.first().cases.clear(), False),
        (lambda case: case.case_indicators.all().delete(), False),
        (lambda case: CaseIndicator.objects.get_or_create(case=case, indicator=Indicator.objects.last()), False),
        (lambda case: case.source.save(), True),
        (lambda case: case.regions.first().save(), True),
        (lambda case: case.indicators.first().save(), True),
    ],
)
def test_every_write_is_logged_in_its_transaction(catalogue_db, write, logs_names):
    case = CaseStudy.objects.filter(measures__isnull=False, indicators__isnull=False, regions__isnull=False).first()
    CaseIndicator.objects.filter(case=case, indicator=Indicator.objects.last()).delete()
    before = CaseChange.objects.order_by("-pk").first().pk
    pk = case.pk
    write(case)
    logged = set(CaseChange.objects.filter(pk__gt=before).values_list("case_id", flat=True))
    assert pk in logged
    assert (VOCABULARY in logged) == logs_names


def test_a_write_and_its_note_are_saved_together_or_not_at_all(reference):
    """As when the process is killed after the row is written and before the log is."""
    region = Region.objects.first()
    before = region.short_name

    def killed(**kwargs: object) -> None:
        raise KeyboardInterrupt

    post_save.connect(killed, sender=Region)
    try:
        region.short_name = "改到一半"
        with pytest.raises(KeyboardInterrupt):
            region.save()
    finally:
        post_save.disconnect(killed, sender=Region)
    assert Region.objects.get(pk=region.pk).short_name == before


def test_a_source_that_is_new_changes_nothing_yet(catalogue_db):
    before = CaseChange.objects.count()
    Source.objects.create(title="新", file="n.txt", sha256="1" * 64, text="")
    assert CaseChange.objects.count() == before
