"""One case with everything in it that an export must get right."""

from datetime import date
from decimal import Decimal

import pytest

from catalogue.models import Agency, CaseStudy, Finding, Indicator, Measure, Outcome, Region, Source


@pytest.fixture
def case(reference) -> CaseStudy:
    source = Source.objects.create(
        title="案例汇编",
        publisher="营商智库",
        kind="compilation",
        file="汇编.txt",
        sha256="0" * 64,
        text="x" * 99,
        pages=[0, 50, 80],
    )
    case = CaseStudy.objects.create(
        source=source,
        key="1",
        title="=万州区办电更快",
        year=2021,
        lead="导语。",
        state="published",
        spans=[[40, 90], [3, 9]],
    )
    case.case_regions.create(region_id="500101", is_main=True, position=1)
    case.case_regions.create(region_id="430100", position=0)
    case.case_indicators.create(indicator=Indicator.objects.get(slug="getting-electricity"))
    area = Region(code="430100-xjxq", name="湖南湘江新区", short_name="湘江新区", level=4, parent_id="430100")
    if not Region.objects.filter(pk=area.code).exists():
        area.save()
    top = Measure.objects.create(case=case, position=0, label="一、", heading="减环节", text="正文\x0b甲。")
    Measure.objects.create(
        case=case, position=1, level=2, parent=top, label="（一）", heading="并联", region_id=area.code
    )
    Agency.objects.create(case=case, name="市供电公司", role="lead")
    outcome = {"case": case, "measure": top, "unit": "天", "direction": "down"}
    Outcome.objects.create(
        **outcome, position=0, text="办电由30天压减到12.5天", metric="办电", before=30, after=Decimal("12.5"),
        change_pct=Decimal("-58.3"), effect="better", beneficiary="企业",
    )  # fmt: skip
    Outcome.objects.create(**outcome, position=1, text="费用降低三到五成", change_pct=-30, change_pct_max=-50)
    Outcome.objects.create(**outcome, position=2, text="目标压减到5天", kind="target", after=5)
    Outcome.objects.create(
        **outcome, position=3, text="由3个月压减到20天", before=3, before_unit="个月", after=20, metric="=1+1"
    )
    Finding.objects.create(source=source, case=case, code="year-doubtful", message="请核对")
    Finding.objects.create(source=source, case=case, code="label-missing", message="已处理的", resolved=True)
    source.published_on = date(2021, 12, 19)
    source.save()
    return CaseStudy.objects.for_detail().get(pk=case.pk)
