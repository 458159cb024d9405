"""The table of all results on an invented set: what it shows is what the whole set, sorted at once, has there."""

from random import Random

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from catalogue.models import CaseStudy, Outcome
from catalogue.search import record
from catalogue.views.outcomes import ORDERS, PAGE_SIZE

from .marks import total

pytestmark = pytest.mark.usefixtures("catalogue_db")

FIGURES = (None, None, 0, 1, 2, 30, 90.5)
"""Few, so that many results are equal; a third have none."""


@pytest.fixture(autouse=True)
def results() -> None:
    """Some two hundred results and other figures, of cases of all states, some of them repeats."""
    random = Random(7)
    Outcome.objects.all().delete()
    cases = list(CaseStudy.objects.order_by("pk"))
    for case in random.sample(cases, len(cases) // 5):
        CaseStudy.objects.filter(pk=case.pk).update(state=random.choice(["draft", "withdrawn"]))
    first, *others = random.sample(cases, len(cases) // 5)
    CaseStudy.objects.filter(pk__in=[case.pk for case in others]).update(repeat_of=first)
    Outcome.objects.bulk_create(
        Outcome(
            case=random.choice(cases),
            position=position,
            kind=random.choice(["result", "result", "result", "target", "input"]),
            text=f"第{position}项",
            before=random.choice(FIGURES),
            after=random.choice([*FIGURES, 5][2:]),
            change_pct=random.choice(FIGURES),
            before_unit="天",
        )
        for position in range(400)
    )
    record(case.pk for case in cases)


def whole(order: str, **of_cases: object) -> list[Outcome]:
    """All results of public cases in order, from one plain query."""
    cases = CaseStudy.objects.filter(state="published", repeat_of=None, **of_cases)
    wanted = Outcome.objects.filter(kind="result", case__in=cases)
    return list(wanted.order_by(*ORDERS[order][1], "position"))


@pytest.mark.parametrize(
    ("filters", "of_cases"),
    [
        ("", {}),
        ("year=2019-2021", {"year__range": (2019, 2021)}),
        ("region=430000", {"regions__code__startswith": "43"}),
        ("indicator=government-services", {"indicators__slug": "government-services"}),
    ],
)
@pytest.mark.parametrize("order", ORDERS)
def test_pages_are_stretches_of_the_whole(
    client: Client, order: str, filters: str, of_cases: dict[str, object]
) -> None:
    expected = whole(order, **of_cases)
    assert expected
    for start in range(0, len(expected), PAGE_SIZE):
        answer = client.get(f"/outcomes/?{filters}&order={order}&page={start // PAGE_SIZE + 1}".replace("?&", "?"))
        assert answer.context["page"].object_list == expected[start : start + PAGE_SIZE]
        assert total(answer) == len(expected)


@pytest.mark.parametrize("order", ["change", "-year"])
def test_every_page_takes_as_many_queries(client: Client, order: str) -> None:
    taken = []
    for page in (1, 1, 3):
        with CaptureQueriesContext(connection) as queries:
            assert len(client.get(f"/outcomes/?order={order}&page={page}").context["page"].object_list) > 20
        taken.append(len(queries))
    assert taken[1] == taken[2] <= 15


def test_the_number_of_results_is_counted_anew_when_one_of_them_changes(client: Client) -> None:
    before = total(client.get("/outcomes/"))
    with CaptureQueriesContext(connection) as queries:
        assert total(client.get("/outcomes/?order=-year")) == before
    assert not [query for query in queries if "COUNT(" in query["sql"] and "catalogue_outcome" in query["sql"]]
    Outcome.objects.results().of_published_cases().earliest("pk").delete()
    assert total(client.get("/outcomes/")) == before - 1
