"""Bodies that speak for the whole country: what they do is no place's case, wherever they sit."""

from __future__ import annotations

import pytest

from ingest.segment.national import opens_for_nation, times_of_nation
from tests.ingest.pages import cut

STEPS = "优化审批流程，压缩办理时限，开通绿色通道，为企业提供一站式服务，方便企业登记和融资。"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("财政部推出减税新政", True),
        ("财政部门推行“一窗通办”", False),
        ("工信部公布新一批名单", True),
        ("人社部门上门送政策", False),
        ("农业银行推出专项信贷", True),
        ("工商银行长沙分行推出线上贷款", False),
        ("证监会推进注册制改革", True),
        ("证监会湖南监管局走进园区", False),
        ("全国首张电子许可证在长沙发出", False),
        ("全国率先！长沙推行证照联办", False),
        ("全国推广电子营业执照", True),
    ],
)
def test_titles_that_speak_for_the_country(title: str, expected: bool) -> None:
    assert opens_for_nation(title) is expected


def test_texts_name_the_country_and_its_bodies() -> None:
    assert times_of_nation("我国会同财政部、海关总署出台办法") == 3
    assert times_of_nation("市财政部门会同长沙海关，成为全国首个试点") == 0


def test_a_place_that_works_with_them_has() -> None:
    text = f"长沙市：携手上海证券交易所助企上市\n长沙市与上海证券交易所共建服务基地，{STEPS}"
    assert [section.title.text for section in cut(text).sections] == ["长沙市：携手上海证券交易所助企上市"]
