"""Texts that pass every rule narrowly: all signs of a case counted together."""

from __future__ import annotations

import pytest

from ingest.segment.signs import AGAINST, TOO_FEW, Signs, is_of_growth, shares, unity_of
from tests.ingest.pages import cut

NOTHING = dict.fromkeys(AGAINST, 0.0)


@pytest.mark.parametrize(
    ("signs", "reason"),
    [
        (Signs(True, 1.0, 0.9, 4, 6, 0.2, NOTHING), None),
        (Signs(False, 1.0, 0.9, 2, 3, 0.1, NOTHING), None),
        (Signs(True, 1.0, 0.0, 1, 1, 0.0, NOTHING | {"demand": 0.1}), None),
        (Signs(False, 0.4, 0.5, 1, 1, 0.0, NOTHING), TOO_FEW),
        (Signs(False, 1.0, 0.6, 0, 5, 0.0, NOTHING | {"neighbourhood": 0.7}), AGAINST["neighbourhood"]),
        (Signs(True, 0.5, 0.5, 1, 1, 0.0, NOTHING | {"nation": 1.0, "demand": 0.5}), AGAINST["nation"]),
    ],
)
def test_points(signs: Signs, reason: str | None) -> None:
    assert signs.reason == reason


def test_unity() -> None:
    assert unity_of([]) == 1
    assert unity_of(["43", "43", "43"]) == 1
    assert unity_of(["43", "43", "31", "33"]) == 0.5


def test_shares_are_of_sentences() -> None:
    counter, against = shares(
        "企业到窗口提交申请，当天办结。全国多个城市也在试行。\n座谈会上，代表们提出建议。法定代表人无需到场。"
    )
    assert counter == 0.25
    assert against == {"nation": 0.25, "neighbourhood": 0.0, "meeting": 0.25, "demand": 0.0}


def test_growth() -> None:
    assert is_of_growth("一季度，湘潭海关验放货物3万吨，同比增长两成。出口总值12亿元。")
    assert not is_of_growth("企业凭合同就能贷款。银行不要抵押物。已有132家企业拿到贷款，同比增长一倍。")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            (
                "网格里的“小管家”\n湘潭县某街道的社区建立党员联系制度，网格员每天入户走访，居民有事先找网格。"
                "社区设立议事角，居民代表共同商量小区里的事。志愿服务队由党员带头，打造邻里互助品牌，社区治理有了新帮手，"
                "还为沿街商户送去便利，开设便民服务点，帮助办理营业执照。社区党群服务中心每周开放六天，居民随时可以来。"
            ),
            AGAINST["neighbourhood"],
        ),
        (
            (
                "博览会准备就绪\n在长沙的会展中心，参会代表和嘉宾陆续抵达。组委会优化通关服务，展品随到随检，"
                "布展活动全部结束。开幕式后还将举行论坛，与会企业围绕贸易合作、知识产权保护座谈，登记的采购商比上届多两成。"
            ),
            AGAINST["meeting"],
        ),
    ],
)
def test_texts_with_too_few_signs(text: str, reason: str) -> None:
    draft = cut(text)
    assert draft.sections == ()
    assert [notice.message for notice in draft.notices if notice.code == "not-a-case"] == [f"未作为案例：{reason}"]


def test_a_national_tax_office_of_a_province_is_the_provinces() -> None:
    _, against = shares("湖南省国家税务局推出辅导课程，企业免费参加。")
    assert against["nation"] == 0
