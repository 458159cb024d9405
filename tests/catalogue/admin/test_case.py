"""Staff at work on a case, through the real forms."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from catalogue.models import Agency, CaseChange, CaseStudy, Finding, Measure

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue_db")]

MODELS = ["casestudy", "source", "region", "indicator", "finding", "ingestrun", "casechange"]


@pytest.fixture
def staff(client: Client) -> Client:
    client.force_login(get_user_model().objects.create_superuser("bianji", password="a-long-test-password"))
    return client


@pytest.fixture
def case() -> CaseStudy:
    return CaseStudy.objects.filter(measures__level=1).exclude(measures__level=2).distinct().first()


def change_address(case: CaseStudy) -> str:
    return reverse("admin:catalogue_casestudy_change", args=[case.pk])


def form_of(staff: Client, case: CaseStudy) -> dict[str, object]:
    """What a browser would send if the form were saved as it stands."""
    context = staff.get(change_address(case)).context
    data: dict[str, object] = {}
    forms = [
        context["adminform"].form,
        *(inline.formset.management_form for inline in context["inline_admin_formsets"]),
    ]
    forms += [form for inline in context["inline_admin_formsets"] for form in inline.formset.initial_forms]
    for form in forms:
        for bound in form:
            value = bound.value()
            if value is not None and value is not False:
                data[bound.html_name] = value
    return data


@pytest.mark.parametrize("model", MODELS)
def test_every_model_has_its_list_and_form(staff: Client, model: str):
    page = staff.get(reverse(f"admin:catalogue_{model}_changelist"))
    assert page.status_code == 200
    first = page.context["cl"].result_list[0] if page.context["cl"].result_count else None
    if first is not None:
        assert staff.get(reverse(f"admin:catalogue_{model}_change", args=[first.pk])).status_code == 200


@pytest.mark.parametrize(
    "question",
    ["province=430000", "confirmed=no", "state__exact=published", "year=2021", "q=审批", "vanished__exact=0"],
)
def test_list_filters_find_cases(staff: Client, question: str):
    page = staff.get(f"{reverse('admin:catalogue_casestudy_changelist')}?{question}")
    assert page.status_code == 200
    assert 0 < page.context["cl"].result_count <= CaseStudy.objects.count()


def test_the_province_filter_counts_like_the_site(staff: Client):
    page = staff.get(f"{reverse('admin:catalogue_casestudy_changelist')}?province=430000")
    assert page.context["cl"].result_count == CaseStudy.objects.in_regions(["430000"]).count()


def test_the_number_of_queries_does_not_grow_with_the_list(staff: Client, django_assert_max_num_queries):
    with django_assert_max_num_queries(20):
        staff.get(reverse("admin:catalogue_casestudy_changelist"))


def test_a_form_saved_as_it_stands_changes_nothing(staff: Client, case: CaseStudy):
    before = (case.title, case.body, list(case.outcomes.values_list("text", "after")))
    assert staff.post(change_address(case), form_of(staff, case)).status_code == 302
    case = CaseStudy.objects.get(pk=case.pk)
    assert (case.title, case.body, list(case.outcomes.values_list("text", "after"))) == before


def test_an_edit_is_kept_logged_and_remembered(staff: Client, case: CaseStudy):
    logged, versions = CaseChange.objects.count(), case.history.count()
    data = form_of(staff, case) | {"title": "新的标题", "confirmed": "on"}
    assert staff.post(change_address(case), data).status_code == 302
    case.refresh_from_db()
    assert case.title == "新的标题"
    assert case.confirmed_at is not None
    assert CaseChange.objects.count() > logged
    assert case.history.count() == versions + 1
    assert case.history.first().history_user.get_username() == "bianji"


def test_the_parent_of_a_measure_follows_from_its_level(staff: Client, case: CaseStudy):
    first, second = case.measures.all()[:2]
    data = form_of(staff, case)
    row = next(name for name, value in data.items() if name.endswith("-id") and str(value) == str(second.pk))
    data[row.replace("-id", "-level")] = 2
    staff.post(change_address(case), data)
    assert Measure.objects.get(pk=second.pk).parent_id == first.pk


@pytest.mark.parametrize(
    ("changes", "message"),
    [({"year": "1066"}, "年份应在 1978 年至"), ({"year": "abc"}, "整数"), ({"title": ""}, "必填")],
)
def test_wrong_input_is_explained_and_nothing_is_lost(staff: Client, case: CaseStudy, changes: dict, message: str):
    page = staff.post(change_address(case), form_of(staff, case) | {"lead": "改到一半的导语"} | changes)
    assert page.status_code == 200
    assert message in page.content.decode()
    assert "改到一半的导语" in page.content.decode()


def test_the_form_shows_what_an_agency_was_read_from(staff: Client):
    agency = Agency.objects.exclude(spans=[]).select_related("case__source").first()
    ((start, end), *_) = agency.spans
    page = staff.get(change_address(agency.case)).content.decode()
    assert f"【{agency.case.source.text[start:end]}】" in page
    assert agency.reason in page


def test_two_main_regions_are_refused_with_the_reason(staff: Client):
    case = next(c for c in CaseStudy.objects.all() if c.case_regions.count() > 1)
    data = form_of(staff, case) | {f"case_regions-{n}-is_main": "on" for n in range(case.case_regions.count())}
    page = staff.post(change_address(case), data)
    assert page.status_code == 200
    assert "一个案例只有一个主要地区" in page.content.decode()


def test_another_region_becomes_the_main_one(staff: Client):
    case = next(c for c in CaseStudy.objects.all() if c.case_regions.count() > 1)
    last = case.case_regions.count() - 1
    data = form_of(staff, case)
    for main in (last, 0):  # towards the end and back: whichever row is saved first
        data.update({f"case_regions-{n}-is_main": "" for n in range(last + 1)})
        data[f"case_regions-{main}-is_main"] = "on"
        assert staff.post(change_address(case), data).status_code == 302
        assert [link.is_main for link in case.case_regions.all()].index(True) == main


@pytest.mark.parametrize(
    ("action", "check"),
    [
        ("confirm", lambda c: c.confirmed_at is not None),
        ("withdraw", lambda c: c.state == CaseStudy.State.WITHDRAWN),
        ("publish", lambda c: c.state == CaseStudy.State.PUBLISHED),
    ],
)
def test_actions(staff: Client, case: CaseStudy, action: str, check):
    address = reverse("admin:catalogue_casestudy_changelist")
    staff.post(address, {"action": action, "_selected_action": [case.pk]})
    case.refresh_from_db()
    assert check(case)


def test_only_published_cases_link_to_a_public_page(staff: Client, case: CaseStudy):
    assert f'href="{case.get_absolute_url()}"' in staff.get(change_address(case)).content.decode()
    case.state = CaseStudy.State.WITHDRAWN
    case.save()
    assert f'href="{case.get_absolute_url()}"' not in staff.get(change_address(case)).content.decode()


def test_two_cases_entered_by_hand_for_one_source(staff: Client, case: CaseStudy):
    empty = {f"{prefix}-{name}": 0 for prefix in PREFIXES for name in ("TOTAL_FORMS", "INITIAL_FORMS")}
    for title in ("手工录入之一", "手工录入之二"):
        data = {"title": title, "source": case.source_id, "state": "draft", **empty}
        page = staff.post(reverse("admin:catalogue_casestudy_add"), data)
        assert page.status_code == 302, page.context["errors"]
    assert CaseStudy.objects.filter(title__startswith="手工录入").count() == 2


def test_the_editor_sees_what_a_fact_was_read_from(staff: Client, case: CaseStudy):
    page = staff.get(change_address(case)).content.decode()
    link = case.case_regions.get(is_main=True)
    start, end = link.spans[0]
    assert f"把握 {round(link.confidence * 100)}%" in page
    assert f"【{case.source.text[start:end]}】" in page
    assert case.year_reason in page


def test_a_year_that_staff_change_has_no_machine_s_reason(staff: Client, case: CaseStudy):
    data = form_of(staff, case) | {"year": "2016"}
    assert staff.post(change_address(case), data).status_code == 302
    case.refresh_from_db()
    assert (case.year, case.year_reason, case.year_confidence, case.year_spans) == (2016, "", None, [])


PREFIXES = ["findings", "case_regions", "case_indicators", "measures", "outcomes", "agencies"]


def test_findings_are_marked_resolved(staff: Client):
    finding = Finding.objects.filter(resolved=False).first()
    staff.post(
        reverse("admin:catalogue_finding_changelist"), {"action": "mark_resolved", "_selected_action": [finding.pk]}
    )
    finding.refresh_from_db()
    assert finding.resolved
