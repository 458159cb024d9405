"""Whatever staff changed and however the next reading differs, the edits survive; a second run changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

import pytest
from django.db import models, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalogue.models import Agency, CaseStudy, Indicator, Measure, Outcome, Source
from ingest.load import load_document, vocabulary
from ingest.pipeline import Reader
from ingest.vocabulary import Vocabulary

pytestmark = pytest.mark.django_db

FILE = "汇编.txt"
CASES = {
    "湖南省株洲市：优化获得电力服务": (
        "{year}年，株洲市把办电作为优化营商环境的重点，市供电公司牵头推出一批新做法。",
        ("压减办电环节", "低压办电由5个环节压减到{n}个环节，企业线上提交一次申请即可。"),
        ("延伸投资界面", "红线外的接电工程由供电公司投资建设，为{n}00户企业节省投资。责任单位：市供电公司"),
        ("公开停电信息", "营业厅和手机应用每月公布停电次数，企业可随时查看办电进度。"),
    ),
    "湖南省湘潭市：推进不动产登记一窗受理": (
        "{year}年，湘潭市不动产登记中心把登记、交易、缴税并到一个窗口，企业少跑腿。",
        ("并联办理", "登记办理时间由10个工作日压减到{n}个工作日，当场发证。"),
        ("信息共享", "与税务、住建部门共享数据，群众不再重复提交材料。牵头单位：市自然资源和规划局"),
    ),
    "湖南省衡阳市：推行非接触式办税": (
        "{year}年，衡阳市税务局推行非接触式办税，让纳税人在家就能办事。",
        ("网上办理", "涉税事项网上办结率提升{n}0%，窗口只办复杂业务。"),
        ("送税上门", "对大型企业配备税务管家，一对一解决难题，已走访{n}00家。"),
        ("容缺受理", "次要材料缺少的，先受理、后补齐，企业一次也不多跑。"),
    ),
}
NUMERALS = "一二三四五六七"


@cache
def reader(known: Vocabulary) -> Reader:
    return Reader(known)


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A version of the compilation: cases and measures in any order, some missing, with other figures and years."""
    titles = draw(st.permutations(sorted(CASES)))[: draw(st.integers(2, 3))]
    lines = ["优化营商环境典型案例汇编", ""]
    for number, title in enumerate(titles):
        lead, *measures = CASES[title]
        year, n = draw(st.sampled_from([2020, 2021])), draw(st.sampled_from([2, 3]))
        kept = draw(st.permutations(measures))[: draw(st.integers(1, len(measures)))]
        lines += [f"{NUMERALS[number]}、{title}", lead.format(year=year)]
        lines += [f"（{NUMERALS[k]}）{heading}。{text.format(n=n)}" for k, (heading, text) in enumerate(kept)]
        lines.append("")
    return "\n".join(lines)


@dataclass
class Edits:
    """What staff did, as checks to be made after the next reading."""

    draw: Callable[[st.SearchStrategy[Any]], Any]
    values: list[tuple[models.Model, str, Any]] = field(default_factory=list)
    gone: list[models.Model] = field(default_factory=list)

    def change(self, row: models.Model, name: str, values: list[Any]) -> None:
        value = self.draw(st.sampled_from(values))
        if value == getattr(row, name):
            return
        setattr(row, name, value)
        row.save()
        self.values.append((row, name, value))

    def delete(self, row: models.Model) -> None:
        self.gone.append(type(row).objects.get(pk=row.pk))
        row.delete()

    def add(self, row: models.Model) -> None:
        row.save()
        self.values.append((row, "pk", row.pk))

    def of_a_case(self, case: CaseStudy) -> None:
        name, values = self.draw(st.sampled_from(sorted(CASE_VALUES.items())))
        self.change(case, name, values)

    def of_a_part(self, case: CaseStudy) -> None:
        part = self.draw(st.sampled_from(sorted(PART_VALUES)))
        row = self.draw(st.sampled_from([*getattr(case, part).all(), None]))
        if row is None:
            position = self.draw(st.integers(0, 9))
            self.add(NEW_PARTS[part](case=case, position=position))
        elif self.draw(st.integers(0, 3)) == 0:
            self.delete(row)
        else:
            name, values = self.draw(st.sampled_from(sorted(PART_VALUES[part].items())))
            self.change(row, name, values)

    def of_the_places(self, case: CaseStudy) -> None:
        case.case_regions.all().delete()
        link = case.case_regions.create(region_id=self.draw(st.sampled_from(["430100", "110000"])), is_main=True)
        self.values.append((case, "main_region", link.region))

    def of_the_indicators(self, case: CaseStudy) -> None:
        added = Indicator.objects.get(slug="resolving-insolvency")
        link = case.case_indicators.exclude(indicator=added).first()
        if link is not None:
            self.values.append((case, "indicator", (link.indicator_id, False)))
            link.delete()
        case.case_indicators.get_or_create(indicator=added, defaults={"position": 9})
        self.values.append((case, "indicator", (added.pk, True)))

    def of_the_order(self, case: CaseStudy) -> None:
        rows = list(case.measures.filter(parent=None).order_by("position", "pk"))
        wanted = self.draw(st.permutations(rows))
        if wanted == rows:
            return  # no edit: a new order of the source goes in
        for position, row in enumerate(wanted):
            row.position = position
            row.save()
        self.values.append((case, "order", list(case.measures.order_by("position", "pk").values_list("pk", flat=True))))

    def of_the_source(self, case: CaseStudy) -> None:
        name, values = self.draw(st.sampled_from(sorted(SOURCE_VALUES.items())))
        self.change(case.source, name, values)

    def of_all(self, case: CaseStudy) -> None:
        self.delete(case)


CASE_VALUES: dict[str, list[Any]] = {
    "title": ["人改的标题"],
    "year": [2019, 2020, None],
    "lead": ["人写的导语。", ""],
    "state": ["withdrawn", "draft"],
    "title_is_made": [True],
    "vanished": [True],
}
PART_VALUES: dict[str, dict[str, list[Any]]] = {
    "measures": {
        "label": ["1.", ""],
        "heading": ["人改的小标题", ""],
        "text": ["人改的正文。", ""],
        "region_id": ["430104", None],
    },
    "outcomes": {
        "metric": ["人改的指标", ""],
        "kind": ["target"],
        "text": ["人改的原句"],
        "unit": ["步", ""],
        "beneficiary": ["企业", ""],
    },
    "agencies": {"name": ["人改的单位"], "full_name": ["人改的全称"], "role": ["lead", "cooperating"]},
}
SOURCE_VALUES: dict[str, list[Any]] = {
    "title": ["人改的汇编名"],
    "publisher": ["省营商办", ""],
    "kind": ["notice"],
    "document_number": ["湘营商〔2021〕3号"],
    "published_on": [date(2020, 2, 2), None],
}
NEW_PARTS: dict[str, Callable[..., models.Model]] = {
    "measures": lambda **where: Measure(heading="人加的举措", **where),
    "outcomes": lambda **where: Outcome(text="人加的成效", after=5, unit="家", **where),
    "agencies": lambda **where: Agency(name="人加的单位", **where),
}
KINDS = [Edits.of_a_case, *[Edits.of_a_part] * 4, Edits.of_the_places, Edits.of_the_indicators, Edits.of_the_order]
KINDS += [Edits.of_the_source, Edits.of_all]


def catalogue() -> list[Any]:
    """All that the catalogue shows of the document."""
    cases = CaseStudy.objects.filter(source__file=FILE).order_by("pk")
    parts = [
        list(model.objects.filter(case__in=cases).order_by("pk").values())  # type: ignore[attr-defined]
        for model in (Measure, Outcome, Agency)
    ]
    links = [list(cases.values_list("pk", "case_regions__region", "case_indicators__indicator"))]
    return [list(cases.values()), list(Source.objects.filter(file=FILE).values("title", "kind")), *parts, *links]


def assert_survived(row: models.Model, name: str, value: Any) -> None:
    now = type(row).objects.filter(pk=row.pk).first()  # type: ignore[attr-defined]
    assert now is not None, f"{row!r} is gone"
    if name == "indicator":
        assert now.indicators.filter(pk=value[0]).exists() is value[1]
    elif name == "order":
        there = list(now.measures.order_by("position", "pk").values_list("pk", flat=True))
        assert [pk for pk in there if pk in value] == [pk for pk in value if pk in there]
    else:
        assert getattr(now, name) == value, name


def assert_stays_away(row: models.Model) -> None:
    """Neither the row nor another one with its very words."""
    alike = type(row).objects.filter(pk=row.pk)  # type: ignore[attr-defined]
    if isinstance(row, CaseStudy):
        alike |= CaseStudy.objects.filter(source=row.source_id, title=row.title)
    elif isinstance(row, Measure):
        alike |= Measure.objects.filter(case=row.case_id, heading=row.heading, text=row.text)
    elif isinstance(row, Outcome):
        alike |= Outcome.objects.filter(case=row.case_id, text=row.text)
    assert not alike.exists()


@pytest.mark.usefixtures("reference")
@settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(before=documents(), after=documents(), data=st.data())
def test_staff_edits_survive_any_reading(before: str, after: str, data: st.DataObject) -> None:
    def ingest(text: str, version: str) -> None:
        load_document(reader(vocabulary()).read(FILE, text.encode()), version)

    with transaction.atomic():
        ingest(before, "1")
        edits = Edits(data.draw)
        for _ in range(data.draw(st.integers(1, 3))):
            cases = list(CaseStudy.objects.filter(source__file=FILE).order_by("pk"))
            if cases:
                data.draw(st.sampled_from(KINDS))(edits, data.draw(st.sampled_from(cases)))
        ingest(after, "2")
        replaced = {(type(row), row.pk, name): value for row, name, value in edits.values}
        for row, name, value in edits.values:
            whole = getattr(row, "case", row)
            deleted = any(type(row) is type(lost) and row.pk == lost.pk for lost in edits.gone)
            case_is_gone = isinstance(whole, CaseStudy) and not CaseStudy.objects.filter(pk=whole.pk).exists()
            if deleted or case_is_gone:
                continue
            if name == "indicator" or replaced[type(row), row.pk, name] == value:
                assert_survived(row, name, value)
        for lost in edits.gone:
            assert_stays_away(lost)
        stands = catalogue()
        for text in (after, f"{after}\n"):  # the very text, and one that differs in nothing to be read
            ingest(text, "3")
            assert catalogue() == stands
        transaction.set_rollback(True)
