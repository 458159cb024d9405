"""`manage.py export`: all cases, or those that the filters of the case list give."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from catalogue.models import CaseStudy

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue_db")]


def export(**options) -> list[dict]:
    out = StringIO()
    call_command("export", stdout=out, **options)
    return json.loads(out.getvalue())["cases"]


def test_all_published_cases():
    hidden = CaseStudy.objects.first()
    hidden.state = CaseStudy.State.WITHDRAWN
    hidden.save()
    ids = [case["id"] for case in export()]
    assert ids == list(CaseStudy.objects.published().order_by("pk").values_list("pk", flat=True))
    assert hidden.pk not in ids


def test_filters_are_those_of_the_case_list():
    cases = export(region="湖南省", year=["2021"])
    assert cases
    assert all(case["regions"][0]["path"][0] == "湖南省" and case["year"] == 2021 for case in cases)
    both = export(region=["430000", "500000"])
    assert {case["regions"][0]["path"][0] for case in both} == {"湖南省", "重庆市"}


@pytest.mark.parametrize(
    ("option", "value"), [("year", "二〇"), ("region", "没有这个地方"), ("indicator", "没有这个指标")]
)
def test_a_filter_that_cannot_be_read(option, value):
    with pytest.raises(CommandError) as raised:
        call_command("export", **{option: [value]})
    assert raised.value.returncode == 2
    assert f"--{option}：" in str(raised.value)
    assert value in str(raised.value)


def test_formats_that_are_no_text_need_a_file(tmp_path):
    with pytest.raises(CommandError) as raised:
        call_command("export", format="xlsx")
    assert raised.value.returncode == 2
    file = tmp_path / "案例.docx"
    call_command("export", format="docx", output=file, verbosity=0)
    assert file.read_bytes()[:2] == b"PK"
    assert [path.name for path in tmp_path.iterdir()] == ["案例.docx"]


def test_a_file_that_cannot_be_written(tmp_path):
    with pytest.raises(CommandError, match="无法写入"):
        call_command("export", output=tmp_path / "没有" / "x.json")
