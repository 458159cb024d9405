"""Each format, read back as its reader would."""

import csv
import io
import json
from decimal import Decimal
from typing import Any

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn

from catalogue.exports import FORMATS, records
from catalogue.exports.as_csv import harmless
from catalogue.exports.record import figure
from catalogue.models import CaseStudy

pytestmark = pytest.mark.django_db


def exported(name: str, *cases: CaseStudy) -> bytes:
    return b"".join(FORMATS[name].chunks([case.pk for case in cases]))


def record(case: CaseStudy) -> dict[str, Any]:
    return records(CaseStudy.objects.filter(pk=case.pk))[case.pk]


def test_a_case_as_the_contract_has_it(case):
    assert record(case) == {
        "id": case.pk,
        "title": "=万州区办电更快",
        "year": 2021,
        "body": "导语。\n一、减环节\n正文\x0b甲。\n（一）并联",
        "regions": [
            {"code": "500101", "name": "万州区", "path": ["重庆市", "万州区"]},
            {"code": "430100", "name": "长沙市", "path": ["湖南省", "长沙市"]},
        ],
        "indicators": [{"slug": "getting-electricity", "name": "获得电力"}],
        "agencies": [{"name": "市供电公司", "full_name": "", "role": "lead"}],
        "measures": [
            {
                "label": "一、",
                "heading": "减环节",
                "body": "正文\x0b甲。",
                "level": 1,
                "regions": [],
                "children": [
                    {
                        "label": "（一）",
                        "heading": "并联",
                        "body": "",
                        "level": 2,
                        "regions": [
                            {
                                "code": "430100-xjxq",
                                "name": "湖南湘江新区",
                                "path": ["湖南省", "长沙市", "湖南湘江新区"],
                            }
                        ],
                        "children": [],
                    }
                ],
            }
        ],
        "outcomes": [
            {
                "text": "办电由30天压减到12.5天",
                "metric": "办电",
                "before": 30,
                "after": 12.5,
                "unit": "天",
                "change_pct": -58.3,
                "change_is_computed": False,
                "direction": "down",
                "effect": "better",
                "beneficiary": "企业",
            },
            {
                "text": "费用降低三到五成",
                "metric": "",
                "before": None,
                "after": None,
                "unit": "天",
                "change_pct": [-30, -50],
                "change_is_computed": False,
                "direction": "down",
                "effect": None,
                "beneficiary": "",
            },
            {
                "text": "由3个月压减到20天",
                "metric": "=1+1",
                "before": 3,
                "before_unit": "个月",
                "after": 20,
                "unit": "天",
                "change_pct": -77.8,
                "change_is_computed": True,
                "direction": "down",
                "effect": None,
                "beneficiary": "",
            },
        ],
        "source": {
            "title": "案例汇编",
            "file": "汇编.txt",
            "published_on": "2021-12-19",
            "span": [3, 90],
            "pages": [1, 2, 3],
        },
        "state": "published",
        "findings": [{"code": "year-doubtful", "severity": "warning", "message": "请核对"}],
    }


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (None, None, None),
        (Decimal("34.0000"), None, 34),
        (Decimal("0.5000"), None, 0.5),
        (Decimal(30), Decimal("50.5"), [30, 50.5]),
        (Decimal(0), None, 0),
    ],
)
def test_figures(low, high, expected):
    value = figure(low, high)
    assert value == expected
    assert type(value) is type(expected)


def test_cases_cost_no_queries_of_their_own(case, django_assert_num_queries):
    CaseStudy.objects.create(source=case.source, key="2", title="另一个")
    cases = CaseStudy.objects.filter(source=case.source)
    with django_assert_num_queries(9):
        assert len(records(cases)) == 2


def test_json(case):
    data = json.loads(exported("json", case, case))
    assert data["format"] == "reform-cases/1"
    assert data["cases"] == [record(case)] * 2
    assert json.loads(exported("json")) == {"format": "reform-cases/1", "cases": []}


def test_csv_has_one_row_a_case_and_no_formulas(case):
    data = exported("csv", case)
    assert data.startswith(b"\xef\xbb\xbf")
    (row,) = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert row["标题"] == "'=万州区办电更快"
    assert row["地区"] == "重庆市 万州区；湖南省 长沙市"
    assert row["成效"] == "办电由30天压减到12.5天；费用降低三到五成；由3个月压减到20天"
    assert row["正文"] == "导语。\n一、减环节\n正文甲。\n（一）并联"
    assert row["核对"] == "机器识读，未经核对"


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_cells_that_a_spreadsheet_would_run(start):
    assert harmless(start) == f"'{start}"
    assert harmless(f"增长{start}") == f"增长{start}"
    assert harmless(-1) == -1


def test_xlsx_has_three_sheets_and_no_formulas(case):
    book = openpyxl.load_workbook(io.BytesIO(exported("xlsx", case)))
    assert book.sheetnames == ["案例", "举措", "成效"]
    rows = {name: list(book[name].iter_rows(values_only=True)) for name in book.sheetnames}
    assert [len(found) for found in rows.values()] == [2, 3, 4]
    assert rows["案例"][1][1] == "=万州区办电更快"
    assert dict(zip(rows["举措"][0], rows["举措"][1], strict=True))["正文"] == "正文甲。"
    first = dict(zip(rows["成效"][0], rows["成效"][1], strict=True))
    assert (first["改革前"], first["改革后"], first["单位"], first["变化（%）"]) == (30, 12.5, "天", -58.3)
    kinds = {cell.data_type for sheet in book for row in sheet for cell in row if cell.value is not None}
    assert kinds == {"s", "n"}


def test_docx_reads_as_a_report(case):
    report = docx.Document(io.BytesIO(exported("docx", case)))
    texts = [(p.style.name, p.text) for p in report.paragraphs if p.text]
    assert texts == [
        ("Heading 1", "=万州区办电更快"),
        ("Normal", "地区：重庆市 万州区；湖南省 长沙市"),
        ("Normal", "年份：2021"),
        ("Normal", "指标：获得电力"),
        ("Normal", "单位：市供电公司"),
        ("Normal", "核对：机器识读，未经核对"),
        ("Normal", "导语。"),
        ("Heading 2", "一、减环节"),
        ("Normal", "正文甲。"),
        ("Heading 3", "（一）并联"),
        ("Normal", "来源：=万州区办电更快[G]//营商智库. 案例汇编. 2021-12-19: 1-3."),
    ]
    (table,) = report.tables
    assert [cell.text for cell in table.rows[1].cells][:2] == ["办电", "30 天"]
    for style in ("Normal", "Heading 1", "Heading 2"):
        assert report.styles[style].element.rPr.rFonts.get(qn("w:eastAsia")) in ("宋体", "黑体")


def test_cases_come_in_the_order_asked_for(case):
    other = CaseStudy.objects.create(source=case.source, key="2", title="另一个")
    data = json.loads(b"".join(FORMATS["json"].chunks([other.pk, 10**9, case.pk])))
    assert [found["id"] for found in data["cases"]] == [other.pk, case.pk]
    rows = csv.DictReader(io.StringIO(b"".join(FORMATS["csv"].chunks([other.pk, 10**9, case.pk])).decode("utf-8-sig")))
    assert [int(row["编号"]) for row in rows] == [other.pk, case.pk]
