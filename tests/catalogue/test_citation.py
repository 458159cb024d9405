"""References by GB/T 7714-2015, compared with how the standard prints them."""

from datetime import date

import pytest

from catalogue.citation import cite, page_ranges
from catalogue.models import CaseStudy, Source

DAY = date(2021, 2, 18)
K = Source.Kind


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            Source(title="关于表彰先进单位的通报", publisher="长沙市优化办", kind=K.NOTICE, published_on=DAY),
            "长沙市优化办. 关于表彰先进单位的通报[R]. 2021-02-18.",
        ),
        (
            Source(title="关于印发方案的通知", publisher="湘江新区", kind=K.PLAN, document_number="湘新发〔2019〕10号"),
            "湘江新区. 关于印发方案的通知: 湘新发〔2019〕10号[R].",
        ),
        (Source(title="营商环境再升级", publisher="长沙晚报", kind=K.NEWSPAPER, published_on=DAY),
         "营商环境再升级[N]. 长沙晚报, 2021-02-18."),
        (Source(title="营商环境再升级", kind=K.NEWSPAPER, published_on=DAY), "营商环境再升级[N]. 2021-02-18."),
        (Source(title="营商环境再升级", kind=K.NEWSPAPER), "营商环境再升级[N]."),
        (Source(title="北京推出237项改革举措", publisher="央视网", kind=K.NEWS, published_on=DAY),
         "央视网. 北京推出237项改革举措[EB/OL]. (2021-02-18)."),
        (Source(title="每周案例", publisher="营商智库", kind=K.COMPILATION), "营商智库. 每周案例[G]."),
        (Source(title="手册", kind=K.OTHER), "手册[Z]."),
    ],
)  # fmt: skip
def test_a_source(source, expected):
    assert cite(source) == expected


WEEKLY = Source(title="每周案例", publisher="营商智库", kind=K.COMPILATION, published_on=DAY)


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (CaseStudy(title="获得电力"), "获得电力[G]//营商智库. 每周案例. 2021-02-18."),
        (CaseStudy(title="我县推行", title_is_made=True), "营商智库. 每周案例[G]. 2021-02-18."),
        (CaseStudy(title="每周案例"), "营商智库. 每周案例[G]. 2021-02-18."),
    ],
)
def test_a_case_in_a_source(case, expected):
    """A title made by the machine is printed nowhere and can't be cited; one that is the source's needs no “//”."""
    assert cite(WEEKLY, case) == expected


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([[10, 20]], "获得电力[G]//营商智库. 每周案例. 2021-02-18: 2."),
        ([[5, 10]], "获得电力[G]//营商智库. 每周案例. 2021-02-18: 1."),
        ([[5, 35], [45, 46]], "获得电力[G]//营商智库. 每周案例. 2021-02-18: 1-5."),
        ([[0, 1], [20, 31]], "获得电力[G]//营商智库. 每周案例. 2021-02-18: 1, 3-4."),
        ([], "获得电力[G]//营商智库. 每周案例. 2021-02-18."),
    ],
)
def test_the_pages_of_a_case(spans, expected):
    """Ten characters a page."""
    paged = Source(
        title="每周案例", publisher="营商智库", kind=K.COMPILATION, published_on=DAY, pages=[0, 10, 20, 30, 40]
    )
    assert cite(paged, CaseStudy(title="获得电力", spans=spans)) == expected


def test_pages_where_there_are_none_to_cite():
    case = CaseStudy(title="获得电力", spans=[[5, 15]])
    assert WEEKLY.pages_of(case.spans) == []
    assert cite(Source(title="长沙晚报", kind=K.NEWSPAPER, pages=[0, 10]), case) == "获得电力[N]//长沙晚报."


def test_page_ranges():
    assert page_ranges([2, 3, 4, 7, 9, 10]) == "2-4, 7, 9-10"
    assert page_ranges([2, 4], "、") == "2、4"
