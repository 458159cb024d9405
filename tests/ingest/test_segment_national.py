"""Bodies that speak for the whole country: what they do is no place's case, wherever they sit."""

from __future__ import annotations

import pytest

from ingest.segment.national import is_seat, opens_for_nation, times_of_nation
from tests.ingest.pages import cut

STEPS = "优化审批流程，压缩办理时限，开通绿色通道，为企业提供一站式服务，方便企业登记和融资。"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("财政部推出减税新政", True),
        ("财政部门推行“一窗通办”", False),
        ("工信部公布新一批名单", True),
        ("人社部门上门送政策", False),
        ("上半年我国新设经营主体增长", True),
        ("上海黄金交易所调整保证金比例", True),
        ("上海数据交易所启用新平台", False),
        ("深交所优化债券审核", True),
        ("河南专员办加强资金监管", True),
        ("企业服务专员办实事解难题", False),
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


@pytest.mark.parametrize(("text", "place"), [("上海证券交易所", "上海"), ("驻河南专员办", "河南")])
def test_a_seat_does_not_act(text: str, place: str) -> None:
    assert is_seat(text, text.index(place) + len(place))


@pytest.mark.parametrize(
    "text",
    [
        f"上海期货交易所便利企业交割\n上海期货交易所近日{STEPS}",
        f"湖南专员办创新监管方式\n财政部驻湖南专员办建立台账，{STEPS}",
        f"近日，上海证券交易所推出服务民营企业的新举措，{STEPS}",
    ],
)
def test_bodies_of_the_country_have_no_case(text: str) -> None:
    assert not cut(text).sections


def test_a_place_that_works_with_them_has() -> None:
    text = f"长沙市：携手上海证券交易所助企上市\n长沙市与上海证券交易所共建服务基地，{STEPS}"
    assert [section.title.text for section in cut(text).sections] == ["长沙市：携手上海证券交易所助企上市"]
