"""Readings into the database: what a second run leaves alone, and what staff never lose."""

import random
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalogue.models import CaseChange, CaseStudy, Finding, Measure, Outcome, Source
from ingest.load import Status, load_document, unchanged, vocabulary
from ingest.pipeline import Reader, reader_version
from ingest.types import Direction
from ingest.vocabulary import Vocabulary

pytestmark = pytest.mark.django_db

COMPILATION = """优化营商环境典型案例汇编

一、湖南省株洲市：优化获得电力服务
2021年，株洲市把办电作为优化营商环境的重点，推出一批新做法。
（一）压减办电环节。低压办电由5个环节压减到2个环节，企业线上提交一次申请即可。
（二）延伸投资界面。红线外的接电工程由供电公司投资建设，用户不再出资。

二、湖南省湘潭市：推进不动产登记一窗受理
2021年，湘潭市不动产登记中心把登记、交易、缴税并到一个窗口，企业少跑腿。
（一）并联办理。登记办理时间由10个工作日压减到3个工作日。
（二）信息共享。与税务、住建部门共享数据，群众不再重复提交材料。

三、湖南省衡阳市：推行非接触式办税
2021年，衡阳市税务局推行非接触式办税，让纳税人在家就能办事。
（一）网上办理。九成以上的涉税事项网上办结。
（二）送税上门。对大型企业配备税务管家，一对一解决难题。
"""


FILE = "汇编.txt"


def sources():
    """Sources of this file; the seeds are in the database as well."""
    return Source.objects.filter(file=FILE)


def cases():
    return CaseStudy.objects.filter(source__file=FILE).order_by("pk")


@cache
def reader(known: Vocabulary) -> Reader:
    return Reader(known)


@pytest.fixture
def ingest(reference):
    """Reads a text and loads it, as one document of a run; `version` stands for what reads."""
    known = vocabulary()

    def run(text: str = COMPILATION, version: str = "1", **options):
        return load_document(reader(known).read(FILE, text.encode()), version, **options)

    return run


@pytest.fixture
def power(ingest) -> CaseStudy:
    """The first case of the compilation, loaded."""
    ingest()
    return cases().get(title__contains="株洲市")


def everything() -> list[list[tuple]]:
    """All rows that make up the catalogue, without what only tells when a row was touched."""
    models = (CaseStudy, Measure, Outcome, Finding, CaseStudy.history.model, Measure.history.model)
    return [list(model.objects.order_by("pk").values_list("pk")) for model in models] + [
        list(CaseStudy.objects.order_by("pk").values_list("key", "title", "year", "lead", "spans", "updated_at")),
        list(Measure.objects.order_by("pk").values_list("case", "parent", "position", "label", "heading", "text")),
        list(Outcome.objects.order_by("pk").values_list("case", "measure", "position", "text", "before", "after")),
    ]


def test_a_document_becomes_cases_with_all_their_parts(ingest):
    report = ingest()
    assert (report.status, report.cases) == (Status.NEW, {"new": 3})
    case = cases().get(title__contains="株洲市")
    assert case.state == CaseStudy.State.PUBLISHED
    assert case.is_machine_read
    assert case.main_region.name == "株洲市"
    assert [link.indicator.slug for link in case.case_indicators.all()] == ["getting-electricity"]
    assert [(m.label, m.heading) for m in case.measures.all()] == [
        ("（一）", "压减办电环节"),
        ("（二）", "延伸投资界面"),
    ]
    outcome = case.outcomes.get()
    assert (outcome.before, outcome.after, outcome.direction) == (5, 2, "down")
    assert outcome.measure == case.measures.first()
    start, end = outcome.spans[0]
    assert case.source.text[start:end] == outcome.text
    agency = cases().get(title__contains="衡阳市").agencies.get()
    assert (agency.name, agency.reason) == ("衡阳市税务局", "正文中最先行动的单位")
    assert [case.source.text[start:end] for start, end in agency.spans] == ["衡阳市税务局"]
    assert 0 < agency.confidence < 1
    assert CaseChange.objects.filter(case_id=case.pk).exists()
    assert case.history.count() == 1


def test_drafts_wait_for_review(ingest):
    ingest(draft=True)
    assert set(cases().values_list("state", flat=True)) == {CaseStudy.State.DRAFT}


def test_a_dry_run_tells_and_writes_nothing(ingest):
    assert ingest(dry_run=True).cases == {"new": 3}
    assert sources().count() == 0
    assert cases().count() == 0


def test_a_second_reading_changes_nothing(ingest):
    ingest()
    before = everything()
    report = ingest(version="2")
    assert (report.status, report.cases) == (Status.UNCHANGED, {"unchanged": 3})
    assert everything() == before


def test_the_same_bytes_and_version_are_not_read_again(ingest):
    ingest()
    source = sources().get()
    assert unchanged("汇编.txt", source.sha256, "1").status is Status.UNCHANGED
    assert unchanged("汇编.txt", source.sha256, "2") is None


def test_another_ingest_that_was_quicker_doubles_nothing(ingest):
    """Both have read the document before either has loaded it."""
    ingest()
    before = everything()
    assert ingest().status is Status.UNCHANGED
    assert everything() == before


class TestStaffEdits:
    """Each is made as the admin makes it, then the document is read by another version."""

    @pytest.mark.parametrize(
        ("field", "value"), [("title", "株洲：办电更快"), ("year", 2019), ("lead", "人写的导语。")]
    )
    def test_of_a_case(self, ingest, power, field, value):
        setattr(power, field, value)
        power.save()
        ingest(version="2")
        power.refresh_from_db()
        assert getattr(power, field) == value

    @pytest.mark.parametrize(
        ("field", "value"), [("label", "1."), ("heading", "环节压减"), ("text", "改过的正文。"), ("level", 2)]
    )
    def test_of_a_measure(self, ingest, power, field, value):
        measure = power.measures.first()
        setattr(measure, field, value)
        measure.save()
        ingest(version="2")
        measure.refresh_from_db()
        assert getattr(measure, field) == value

    @pytest.mark.parametrize(
        ("field", "value"),
        [("after", 3), ("unit", "步"), ("metric", "环节数"), ("kind", "target"), ("text", "改过的原句")],
    )
    def test_of_an_outcome(self, ingest, power, field, value):
        outcome = power.outcomes.get()
        setattr(outcome, field, value)
        outcome.save()
        ingest(version="2")
        outcome.refresh_from_db()
        assert getattr(outcome, field) == value

    def test_a_computed_change_follows_an_edit_and_is_none_itself(self, ingest, power):
        outcome = power.outcomes.get()
        assert (outcome.change_pct, outcome.change_is_computed) == (-60, True)
        outcome.after = 3
        outcome.save()
        ingest(version="2")
        outcome.refresh_from_db()
        assert (outcome.after, outcome.change_pct, outcome.change_is_computed) == (3, -40, True)

    def test_of_state_and_confirmation(self, ingest, power):
        power.state = CaseStudy.State.WITHDRAWN
        power.confirmed_at = datetime(2026, 1, 1, tzinfo=UTC)
        power.save()
        ingest(version="2")
        power.refresh_from_db()
        assert power.state == CaseStudy.State.WITHDRAWN
        assert power.confirmed_at is not None

    def test_of_regions_and_indicators(self, ingest, power):
        power.case_regions.all().delete()
        power.case_regions.create(region_id="430100", is_main=True)
        power.case_indicators.all().delete()
        ingest(version="2")
        assert [link.region_id for link in power.case_regions.all()] == ["430100"]
        assert not power.case_indicators.exists()

    def test_deleted_and_added_measures(self, ingest, power):
        power.measures.get(heading="压减办电环节").delete()
        power.measures.create(heading="人工补充", position=9)
        ingest(version="2")
        assert list(power.measures.values_list("heading", flat=True)) == ["延伸投资界面", "人工补充"]

    def test_a_case_that_staff_deleted_stays_deleted(self, ingest, power):
        power.delete()
        assert ingest(version="2").cases == {"unchanged": 2, "deleted": 1}
        assert ingest(version="3").cases == {"unchanged": 2, "deleted": 1}

    def test_a_form_saved_untouched_is_no_edit(self, ingest):
        """A browser sends line breaks as CR LF; the text must follow the source all the same."""
        two = COMPILATION.replace("推出一批新做法。", "推出一批新做法。\n为此成立了工作专班，每周调度一次。")
        ingest(two)
        case = cases().get(title__contains="株洲市")
        assert "\n" in case.lead
        case.lead = case.lead.replace("\n", "\r\n")
        case.save()
        assert ingest(two, version="2").cases == {"unchanged": 3}
        report = ingest(two.replace("每周调度一次", "每月调度一次"), version="2")
        assert report.cases == {"changed": 1, "unchanged": 2}
        case.refresh_from_db()
        assert "每月调度一次" in case.lead
        assert not case.findings.filter(code="merge-conflict").exists()

    def test_of_the_source(self, ingest, power):
        sources().update(title="湖南省营商环境案例", publisher="省营商办")
        ingest(version="2")
        source = sources().get()
        assert (source.title, source.publisher) == ("湖南省营商环境案例", "省营商办")


def long_text(seed: int) -> str:
    """The compilation, and 120 000 characters of paragraphs that say nothing and are another text for each seed."""
    characters = random.Random(seed).choices([chr(code) for code in range(0x4E00, 0x5200)], k=120_000)
    paragraphs = ("".join(characters[at : at + 300]) + "。" for at in range(0, len(characters), 300))
    return "\n".join([COMPILATION, *paragraphs])


class TestCorrectedDocument:
    """The same file name, another text."""

    def test_a_long_text_is_known_again_and_told_from_another(self, ingest):
        assert ingest(long_text(1)).status is Status.NEW
        assert ingest(long_text(1).replace("2个环节", "3个环节")).status is Status.CHANGED
        assert sources().count() == 1
        assert ingest(long_text(2)).status is Status.NEW
        assert sources().count() == 2

    def test_an_inserted_measure_does_not_shift_edits(self, ingest, power):
        measure = power.measures.get(heading="延伸投资界面")
        measure.text = "改过的正文。"
        measure.save()
        inserted = "（二）推行不停电作业。全年带电作业三千余次，用户几乎感觉不到停电。\n（三）延伸投资界面。"
        ingest(COMPILATION.replace("（二）延伸投资界面。", inserted))
        assert sources().count() == 1
        rows = list(power.measures.values_list("label", "heading", "text"))
        assert [row[:2] for row in rows] == [
            ("（一）", "压减办电环节"),
            ("（二）", "推行不停电作业"),
            ("（三）", "延伸投资界面"),
        ]
        assert rows[2][2] == "改过的正文。"
        assert power.measures.get(heading="延伸投资界面").pk == measure.pk

    def test_places_in_the_source_follow_the_new_text(self, ingest, power):
        longer = "（一）压减办电环节。推行线上办电，企业少跑一趟。"
        ingest(COMPILATION.replace("（一）压减办电环节。", longer))
        text = sources().get().text
        for measure in power.measures.all():
            start, end = measure.spans[0]
            assert text[start:end].startswith(measure.label + measure.heading)
        for outcome in power.outcomes.all():
            assert outcome.text in "".join(text[start:end] for start, end in outcome.spans)
        link = power.case_regions.get(is_main=True)
        assert [text[start:end] for start, end in link.spans] == ["湖南省株洲市"]

    def test_the_evidence_of_a_year_goes_with_the_machine_s_year(self, ingest, power):
        text = sources().get().text
        assert power.year_confidence == 0.9
        assert {text[start:end] for start, end in power.year_spans} == {"2021年"}
        power.year, power.year_reason, power.year_confidence, power.year_spans = 2019, "", None, []
        power.save()
        ingest(version="2")
        power.refresh_from_db()
        assert (power.year, power.year_reason, power.year_spans) == (2019, "", [])

    def test_how_sure_an_outcome_is_is_the_machine_s_to_say(self, ingest, power):
        outcome = power.outcomes.first()
        sure = outcome.confidence
        assert 0 < sure <= 1
        power.outcomes.filter(pk=outcome.pk).update(confidence=None)
        ingest(version="2")
        outcome.refresh_from_db()
        assert outcome.confidence == sure

    def test_a_conflict_is_shown_until_somebody_resolves_it(self, ingest, power):
        power.year = 2019
        power.save()
        ingest(COMPILATION.replace("2021年，株洲市", "2022年，株洲市"))
        power.refresh_from_db()
        assert power.year == 2019
        conflict = power.findings.get(code="merge-conflict")
        assert "2021" in conflict.message
        assert "2022" in conflict.message
        ingest(COMPILATION.replace("2021年，株洲市", "2022年，株洲市"), version="2")
        assert power.findings.filter(code="merge-conflict", resolved=False).count() == 1

    def test_a_case_that_vanished_is_flagged_and_unflagged(self, ingest, power):
        first, rest = COMPILATION.split("二、湖南省湘潭市", 1)
        _, last = rest.split("三、湖南省衡阳市", 1)
        report = ingest(f"{first}二、湖南省衡阳市{last}")
        assert report.cases == {"unchanged": 2, "vanished": 1}
        gone = cases().get(title__contains="湘潭市")
        assert gone.vanished
        assert gone.measures.count() == 2
        ingest()
        gone.refresh_from_db()
        assert not gone.vanished
        assert cases().count() == 3
        assert set(cases().values_list("key", flat=True)) == {"1", "2", "3"}

    def test_a_change_after_confirmation_takes_it_back_and_says_so(self, ingest, power):
        power.confirmed_at = datetime(2026, 1, 1, tzinfo=UTC)
        power.save()
        ingest(COMPILATION.replace("用户不再出资", "用户不用再出资"))
        power.refresh_from_db()
        assert power.is_machine_read
        assert power.findings.filter(code="changed-after-confirmation").exists()
        assert power.measures.get(heading="延伸投资界面").history.count() == 2

    def test_another_document_of_the_same_name_is_a_source_of_its_own(self, ingest, power):
        ingest("关于召开座谈会的通知\n\n各科室：\n\n定于下周一上午召开座谈会，请准时参加。\n")
        assert sources().count() == 2
        assert not cases().filter(vanished=True).exists()


def test_findings_are_replaced_but_resolved_ones_stay_so(ingest):
    ingest()
    doubts = Finding.objects.filter(source__file=FILE).count()
    Finding.objects.create(source=sources().get(), code="stale", message="上次识读的提示")
    kept = Finding.objects.filter(source__file=FILE, code="front-matter").first()
    kept.resolved = True
    kept.save()
    ingest(version="2")
    assert not Finding.objects.filter(code="stale").exists()
    assert Finding.objects.filter(source__file=FILE).count() == doubts
    assert Finding.objects.get(pk=kept.pk).resolved


def test_a_vocabulary_that_changed_makes_another_version(reference):
    known = vocabulary()
    assert reader_version(vocabulary()) == reader_version(known)
    assert reader_version(replace(known, indicators=known.indicators[1:])) != reader_version(known)


def test_reading_again_what_nobody_changed_takes_few_queries(ingest):
    ingest()
    with CaptureQueriesContext(connection) as queries:
        ingest(version="2")
    assert len(queries) < 32


def test_a_new_case_takes_few_queries(ingest):
    with CaptureQueriesContext(connection) as queries:
        ingest("\n".join([COMPILATION] * 4).replace("优化营商环境典型案例汇编", ""))
    assert cases().count() == 12
    assert len(queries) < 20 * 12


def test_an_outcome_that_breaks_a_rule_is_refused_and_named_and_the_others_of_its_case_stay(reference):
    known = vocabulary()
    text = COMPILATION.replace("企业线上提交一次申请即可。", "办电时间由20天压减到8天。")
    reading = reader(known).read(FILE, text.encode())
    case = reading.cases[0]
    measure = case.measures[0]
    first, second = measure.outcomes
    wrong = replace(first, direction=Direction.UP)
    measures = (replace(measure, outcomes=(wrong, second)), *case.measures[1:])
    load_document(replace(reading, cases=(replace(case, measures=measures), *reading.cases[1:])), "1")
    loaded = cases().get(title__contains="株洲市")
    assert [outcome.text for outcome in loaded.outcomes.all()] == [second.text.text]
    (finding,) = Finding.objects.filter(case=loaded, code="outcome-rejected")
    assert first.text.text in finding.message
    assert "改革前后的数字与方向不符" in finding.message
