"""A value that staff changed and the machine now reads otherwise: both are seen, either can be taken."""

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from catalogue.conflicts import choices, take_machine_value
from catalogue.models import CaseStudy, Finding, Indicator, Measure, Source

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(reference) -> CaseStudy:
    source = Source.objects.create(title="汇编", file="a.txt", sha256="0" * 64, text="……")
    case = CaseStudy.objects.create(source=source, key="1", title="人改的标题", year=2019, state="published")
    case.case_regions.create(region_id="430100", is_main=True)
    case.case_indicators.create(indicator=Indicator.objects.first(), reason="人写的")
    return case


@pytest.fixture
def measure(case: CaseStudy) -> Measure:
    return case.measures.create(heading="人改的小标题", text="正文。")


def conflict(case: CaseStudy, part: str, item: object, values: dict | None) -> Finding:
    offer = {"part": part, "item": item, "values": values}
    return Finding.objects.create(source=case.source, case=case, code="merge-conflict", message="……", offer=offer)


def told(finding: Finding) -> list[tuple[str, str, str]]:
    return [(choice.field, choice.machine, choice.present) for choice in choices(finding)]


def test_of_a_case(case):
    finding = conflict(case, "case", case.pk, {"title": "读出的标题", "title_is_made": False})
    assert told(finding) == [("标题", "读出的标题", "人改的标题")]
    take_machine_value(finding)
    case.refresh_from_db()
    assert (case.title, case.year) == ("读出的标题", 2019)
    assert finding.resolved
    assert case.history.count() == 2


def test_of_a_source(case):
    finding = conflict(case, "source", None, {"published_on": "2021-12-19"})
    assert told(finding) == [("发布日期", "2021-12-19", "—")]
    take_machine_value(finding)
    assert str(Source.objects.get(pk=case.source_id).published_on) == "2021-12-19"


def test_of_a_measure(case, measure):
    finding = conflict(case, "measure", measure.pk, {"region": "430104"})
    assert told(finding) == [("地区", "岳麓区", "—")]
    take_machine_value(finding)
    measure.refresh_from_db()
    assert measure.region_id == "430104"
    take_machine_value(conflict(case, "measure", measure.pk, {"region": ""}))
    measure.refresh_from_db()
    assert measure.region_id is None


def test_of_figures(case):
    outcome = case.outcomes.create(text="由30天减到12天", before=30, after=10, unit="天", direction="down")
    finding = conflict(case, "outcome", outcome.pk, {"before": "30", "after": "12", "direction": "down"})
    assert told(finding) == [("改革后", "12", "10")]
    take_machine_value(finding)
    outcome.refresh_from_db()
    assert outcome.after == 12


def test_what_the_rules_refuse_is_said_and_changes_nothing(case):
    outcome = case.outcomes.create(text="由30天减到12天", before=30, after=10, unit="天", direction="down")
    finding = conflict(case, "outcome", outcome.pk, {"after": "40"})
    with pytest.raises(ValidationError, match="方向不符"):
        take_machine_value(finding)
    outcome.refresh_from_db()
    assert outcome.after == 10
    assert not Finding.objects.get(pk=finding.pk).resolved


def test_of_what_is_no_longer_read(case, measure):
    child = case.measures.create(parent=measure, level=2, heading="下级")
    finding = conflict(case, "measure", measure.pk, None)
    assert told(finding) == [("举措", "（不再读到）", "人改的小标题")]
    take_machine_value(finding)
    child.refresh_from_db()
    assert (child.parent, case.measures.count()) == (None, 1)


@pytest.mark.parametrize("code", ["430200", "430100"])
def test_of_the_main_region(case, code):
    case.case_regions.create(region_id="430200", position=1)
    finding = conflict(case, "region", code, {"main": True})
    take_machine_value(finding)
    assert {link.region_id: link.is_main for link in case.case_regions.all()} == {
        "430100": code == "430100",
        "430200": code == "430200",
    }


def test_of_a_region_that_the_case_lacks(case):
    finding = conflict(case, "region", "430200", {"main": True})
    assert told(finding) == [("主要地区", "株洲市", "长沙市")]
    take_machine_value(finding)
    assert case.main_region.code == "430200"


def test_of_an_indicator(case):
    slug = case.indicators.get().slug
    take_machine_value(conflict(case, "indicator", slug, {"reason": "标题含“获得电力”"}))
    assert case.case_indicators.get().reason == "标题含“获得电力”"
    take_machine_value(conflict(case, "indicator", slug, None))
    assert not case.case_indicators.exists()


def test_of_another_case_or_gone(case, measure):
    other = CaseStudy.objects.create(source=case.source, key="2", title="另一案例")
    for finding in (conflict(other, "measure", measure.pk, {"text": "别处"}), conflict(case, "measure", 10**6, None)):
        assert told(finding) == []
        with pytest.raises(ValidationError, match="已不存在"):
            take_machine_value(finding)
    measure.refresh_from_db()
    assert measure.text == "正文。"


class TestDesk:
    @pytest.fixture
    def staff(self, client: Client) -> Client:
        client.force_login(get_user_model().objects.create_superuser("bianji", password="a-long-test-password"))
        return client

    @pytest.mark.parametrize(
        ("button", "title", "said"),
        [("_take", "读出的标题", "已采用机器识读的值"), ("_keep", "人改的标题", "已保留现值")],
    )
    def test_both_values_and_a_button_for_each(self, staff, case, button, title, said):
        finding = conflict(case, "case", case.pk, {"title": "读出的标题"})
        address = reverse("admin:catalogue_finding_change", args=[finding.pk])
        html = staff.get(address).content.decode()
        assert "读出的标题" in html
        assert "人改的标题" in html
        assert f'name="{button}"' in html
        after = staff.post(address, {button: "1"}, follow=True).content.decode()
        assert said in after
        assert f'name="{button}"' not in after
        case.refresh_from_db()
        finding.refresh_from_db()
        assert (case.title, finding.resolved) == (title, True)

    def test_refused_with_the_reason(self, staff, case, measure):
        finding = conflict(case, "measure", 10**6, {"text": "……"})
        address = reverse("admin:catalogue_finding_change", args=[finding.pk])
        assert "已不存在" in staff.post(address, {"_take": "1"}, follow=True).content.decode()
        finding.refresh_from_db()
        assert not finding.resolved

    def test_several_at_once(self, staff, case, measure):
        findings = [
            conflict(case, "case", case.pk, {"year": 2021}),
            conflict(case, "measure", measure.pk, {"text": "读出的正文。"}),
        ]
        data = {"action": "take", "_selected_action": [finding.pk for finding in findings]}
        staff.post(reverse("admin:catalogue_finding_changelist"), data)
        case.refresh_from_db()
        measure.refresh_from_db()
        assert (case.year, measure.text) == (2021, "读出的正文。")
        assert not Finding.objects.filter(case=case, resolved=False).exists()
