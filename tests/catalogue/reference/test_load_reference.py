"""`manage.py load_reference`: the database as the files have it, again and again, without losing what staff did."""

from io import StringIO

import pytest
from django.core.management import call_command

from catalogue.models import CaseChange, CaseRegion, CaseStudy, Indicator, Region, Source
from catalogue.reference import read_indicators, read_regions

pytestmark = pytest.mark.usefixtures("reference")


def load() -> str:
    out = StringIO()
    call_command("load_reference", stdout=out)
    return out.getvalue()


def test_every_row_of_the_files_is_in_the_database():
    assert set(Region.objects.values_list("code", flat=True)) >= {row.code for row in read_regions()}
    assert set(Indicator.objects.values_list("slug", flat=True)) >= {row.slug for row in read_indicators()}
    assert Indicator.objects.national().count() == 18


def test_a_second_load_changes_nothing():
    regions, indicators = len(read_regions()), len(read_indicators())
    assert load().splitlines() == [
        f"区划：新增 0，更新 0，不变 {regions}",
        f"指标：新增 0，更新 0，不变 {indicators}",
    ]


def test_what_is_under_a_province_is_found_by_its_path():
    under_chongqing = set(Region.objects.under("500000").values_list("name", flat=True))
    assert {"重庆市", "万州区", "万盛经济技术开发区"} <= under_chongqing
    assert "长沙市" not in under_chongqing


def test_a_row_that_differs_is_put_right_and_counted():
    Region.objects.filter(pk="430100").update(name="长沙", path="")
    Region.objects.filter(pk="659013").delete()
    assert "区划：新增 1，更新 1，" in load()
    changsha = Region.objects.get(pk="430100")
    assert (changsha.name, changsha.path) == ("长沙市", "430000/430100/")


def test_cases_of_a_region_that_is_filed_elsewhere_are_indexed_anew():
    source = Source.objects.create(title="简报", file="简报.txt", sha256="0" * 64)
    case = CaseStudy.objects.create(title="一业一证", source=source)
    CaseRegion.objects.create(case=case, region_id="500107-cqgxq", is_main=True)
    Region.objects.filter(pk="500107-cqgxq").update(parent="500107", path="500000/500107/500107-cqgxq/")
    CaseChange.objects.all().delete()
    load()
    assert case.pk in CaseChange.objects.values_list("case_id", flat=True)


def test_aliases_and_rows_that_staff_added_are_kept():
    Region.objects.filter(pk="430100").update(aliases=["星城"])
    Indicator.objects.filter(slug="getting-electricity").update(aliases=["点灯"])
    Region.objects.create(
        code="430121-test",
        name="示范园区",
        short_name="示范园区",
        level=4,
        parent_id="430121",
        pinyin="x",
        initials="x",
    )
    load()
    assert "星城" in Region.objects.get(pk="430100").aliases
    electricity = Indicator.objects.get(slug="getting-electricity")
    assert electricity.aliases[-1] == "点灯"
    assert "办电" in electricity.aliases
    assert Region.objects.filter(pk="430121-test").exists()
    assert "新增 0，更新 0" in load()


def test_a_row_that_staff_had_added_under_the_name_of_a_new_one_is_told(capsys):
    Region.objects.create(
        code="320100-gxq",
        name="南京高新技术产业开发区",
        short_name="南京高新区",
        level=4,
        parent_id="320100",
        pinyin="x",
        initials="x",
    )
    assert "新增 0，更新 0" in load()
    assert "（320100-gxq）与 320100-njgxq 同名" in capsys.readouterr().err
    assert Region.objects.filter(pk="320100-gxq").exists()
