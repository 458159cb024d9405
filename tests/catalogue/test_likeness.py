"""One case printed twice, or two cases told in the same words."""

import random

import pytest

from catalogue.likeness import Printing

REPORT = """湖南省株洲市：优化获得电力服务
2021年，株洲市把办电作为优化营商环境的重点，供电公司与城管、交警、园林等部门联合推出一批新做法。
（一）压减办电环节。低压办电由5个环节压减到2个环节，企业线上提交一次申请即可，全程不超过12个工作日。
（二）延伸投资界面。红线外的接电工程由供电公司投资建设，用户不再出资，全年为3600户企业节省投资1.2亿元。
（三）推行联合审批。把占掘路、绿化、涉水等行政审批并到一个窗口，160千伏安以下的项目一律免批，审批时间由15天减到3天。
（四）公开服务信息。营业厅和手机应用每月公布停电次数和平均停电时间，企业可随时查看办电进度，也可以一键投诉。
"""


def misread(text: str, one_in: int) -> str:
    """The text with one character in so many read wrongly."""
    rng = random.Random(1)
    return "".join("囗" if "一" <= char <= "龥" and rng.randrange(one_in) == 0 else char for char in text)


NEXT_YEAR = (
    REPORT.replace("2021", "2022").replace("5个", "4个").replace("到2个", "到1个").replace("12个", "10个")
).translate(str.maketrans({"6": "9", "5": "8"}))


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (REPORT, True),
        (REPORT.replace("。", "。\n").replace("，", ",").replace("（", "("), True),
        (REPORT.replace("湖南省株洲市：优化获得电力服务", "典型经验之七 株洲办电不花钱"), True),
        (misread(REPORT, 50), True),
        (misread(REPORT, 30), True),
        (REPORT[: REPORT.index("（四）")], True),
        (REPORT[: int(len(REPORT) * 0.6)], True),
        (REPORT.replace("（一）", "1.").replace("（二）", "2.").replace("（三）", "3.").replace("（四）", "4."), True),
        (REPORT.translate(str.maketrans("电业务环节实", "電業務環節實")), True),
        (REPORT[: REPORT.index("（二）")], False),  # a third of it: a summary
        (NEXT_YEAR, False),
        (
            REPORT.replace("办电", "办税").replace("供电", "税务").replace("接电", "办税").replace("停电", "停机")[:90],
            False,
        ),
        ("", False),
    ],
    ids=[
        "same",
        "marks",
        "title",
        "misread-50",
        "misread-30",
        "last-measure-missing",
        "60%",
        "labels",
        "traditional",
        "third",
        "next-year",
        "other",
        "empty",
    ],
)
def test_printings(other: str, expected: bool):
    one, two = Printing(REPORT), Printing(other)
    assert one.repeats(two) is two.repeats(one) is expected
    if expected:
        assert one.fingerprint & two.fingerprint, "else it would never be compared"


def test_one_line_cases():
    line = "（12）株洲市：推行“一件事一次办”，企业开办时间由5天压减到1天。"
    assert Printing(line).repeats(Printing("7.株洲市：推行“一件事一次办”，企业开办时间由5天压减到1天"))
    assert not Printing(line).repeats(Printing("株洲市：推行“一件事一次办”，企业注销时间由20天压减到3天。"))
    assert not Printing("株洲市推行帮办代办").repeats(Printing("株洲市推行帮办代办"))  # too short to tell


def test_strangers_share_no_fingerprint():
    other = "2021年，长沙市税务局推行非接触式办税，九成以上的涉税事项网上办结，对大型企业配备税务管家，一对一解决难题。"
    assert Printing(REPORT).fingerprint.isdisjoint(Printing(other).fingerprint)


def test_a_fingerprint_is_the_same_in_every_process():
    """It is stored; a change of it needs a migration that computes all anew."""
    assert min(Printing("株洲市推行一件事一次办，企业开办一天办结，不见面审批").fingerprint) == 2197628980650
