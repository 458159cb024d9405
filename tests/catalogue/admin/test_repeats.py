"""Repeats at the editor's desk."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from catalogue.models import CaseStudy, Source

from .test_case import change_address, form_of

pytestmark = pytest.mark.django_db

CASES = "admin:catalogue_casestudy_changelist"


@pytest.fixture
def staff(client: Client, catalogue_db) -> Client:
    client.force_login(get_user_model().objects.create_superuser("bianji", password="a-long-test-password"))
    return client


def entered(number: int, repeat_of: CaseStudy | None = None) -> CaseStudy:
    source = Source.objects.create(title=f"简报第{number}期", file=f"{number}.txt", sha256=f"{number:064}", text="……")
    case = CaseStudy(source=source, key="1", title=f"办电{number}", state="published", repeat_of=repeat_of)
    case.save()
    return case


@pytest.fixture
def first(db) -> CaseStudy:
    return entered(1)


@pytest.fixture
def repeat(first: CaseStudy) -> CaseStudy:
    case = entered(2, first)
    case.findings.create(source=case.source, code="repeat", message="与……是同一案例。")
    return case


def test_the_link_is_shown_in_both_directions(staff, first, repeat):
    third = entered(3, first)
    for case, others in ((first, {repeat, third}), (repeat, {first, third})):
        html = staff.get(change_address(case)).content.decode()
        shown = html[html.index("field-also_printed") :]
        assert {other for other in (first, repeat, third) if change_address(other) in shown} == others
    assert "简报第1期，首个案例" in staff.get(change_address(third)).content.decode()


def test_undone_it_is_published_as_ever(staff, first, repeat):
    staff.post(change_address(repeat), form_of(staff, repeat) | {"repeat_of": ""})
    repeat.refresh_from_db()
    assert repeat.repeat_of is None
    assert repeat in CaseStudy.objects.published()
    assert not repeat.findings.filter(resolved=False).exists()


def test_set_by_hand(staff, first):
    other = entered(4)
    staff.post(change_address(other), form_of(staff, other) | {"repeat_of": first.pk})
    other.refresh_from_db()
    assert other.repeat_of == first
    assert other not in CaseStudy.objects.published()


@pytest.mark.parametrize(("which", "message"), [("first", "不能重复于自身"), ("repeat", "已列为本案例的重复")])
def test_no_circle(staff, first, repeat, which, message):
    choice = {"first": first, "repeat": repeat}[which]
    page = staff.post(change_address(first), form_of(staff, first) | {"repeat_of": choice.pk})
    assert page.status_code == 200
    assert message in page.content.decode()


def test_only_first_cases_are_offered(staff, first, repeat):
    question = {"app_label": "catalogue", "model_name": "casestudy", "field_name": "repeat_of", "term": "办电"}
    offered = staff.get(reverse("admin:autocomplete"), question).json()["results"]
    assert [int(choice["id"]) for choice in offered if choice["text"] in ("办电1", "办电2")] == [first.pk]


def test_the_repeat_can_be_made_the_first(staff, first, repeat):
    third = entered(3, first)
    page = staff.post(reverse(CASES), {"action": "make_first", "_selected_action": [repeat.pk]}, follow=True)
    assert "已改以 1 篇为首" in page.content.decode()
    links = dict(CaseStudy.objects.filter(title__startswith="办电").values_list("pk", "repeat_of"))
    assert links == {first.pk: repeat.pk, repeat.pk: None, third.pk: repeat.pk}


@pytest.mark.parametrize(("value", "is_in"), [("yes", True), ("no", False)])
def test_the_list_filters_repeats(staff, first, repeat, value, is_in):
    page = staff.get(reverse(CASES), {"repeat": value, "q": "办电2"})
    assert (repeat in page.context["cl"].queryset) is is_in


def test_withdrawn_with_the_action_the_editor_hears_of_the_repeats(staff, first, repeat):
    staff.post(reverse(CASES), {"action": "withdraw", "_selected_action": [first.pk]})
    assert repeat.findings.filter(code="repeat-withdrawn", resolved=False).count() == 1
    staff.post(reverse(CASES), {"action": "publish", "_selected_action": [first.pk]})
    assert not repeat.findings.filter(code="repeat-withdrawn", resolved=False).exists()


def test_deleted_in_the_list_a_repeat_takes_the_place(staff, first, repeat):
    data = {"action": "delete_selected", "_selected_action": [first.pk], "post": "yes"}
    staff.post(reverse(CASES), data)
    assert not CaseStudy.objects.filter(pk=first.pk).exists()
    assert repeat in CaseStudy.objects.published()
