"""One sentence for each way of telling a change, with what a reader would note down."""

from __future__ import annotations

from time import process_time

import pytest

from tests.ingest.recognise.outcomes.reading import read, written


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # from … to …
        ("办证环节由9个减至3个。", ["9 个 > 3 个 down"]),
        ("审理周期从2022年的301天压缩至2024年上半年的124天。", ["301 天 > 124 天 down"]),
        ("物流总费用与GDP的比率由16.2%下降至14.2%。", ["16.2 % > 14.2 % down"]),
        ("群众满意率从91.5%提高到98.2%。", ["91.5 % > 98.2 % up"]),
        ("登记用时由5天缩短到最快30分钟。", ["5 天 > 30 分钟 down"]),
        ("办理时限由2天缩短至16小时。", ["2 天 > 16 小时 down"]),
        ("办理时间由半个月缩短至半天。", ["0.5 个月 > 0.5 天 down"]),
        ("授权周期由2年缩短至6个月。", ["2 年 > 6 个月 down"]),
        ("接入费用由每户800元降为零。", ["800 元 > 0 元 down"]),
        ("跑动次数由4次减为0次。", ["4 次 > 0 次 down"]),
        ("“一业一证”由最初的12个行业拓展至30个行业。", ["12 个 > 30 个 up"]),
        ("审批用时从法定25个工作日压缩到5个工作日，提速80%。", ["25 工作日 > 5 工作日 -80% down"]),
        # a chain with one subject, lists that answer each other
        ("开办企业所需印章由4枚减至1枚、由8天减至1天。", ["4 枚 > 1 枚 down", "8 天 > 1 天 down"]),
        (
            "办电环节、时间、材料分别由6个、9天、7份减至2个、3天、1份。",
            ["6 个 > 2 个 down", "9 天 > 3 天 down", "7 份 > 1 份 down"],
        ),
        ("低压、高压办电时间分别由6天、25天压减至2天、8天。", ["6 天 > 2 天 down", "25 天 > 8 天 down"]),
        ("办电环节、时间分别压减至2个、3天。", ["2 个 down", "3 天 down"]),
        ("开工率、投产率、达效率分别达到100%、82%、100%。", ["100 % level", "82 % level", "100 % level"]),
        ("受理申请3200件，办结3150件，同比分别增长12%、15%。", ["3200 件 12% up", "3150 件 15% up"]),
        ("接入费用由每户800元降为零，企业开办成本降为零。", ["800 元 > 0 元 down", "0 元 down"]),
        ("业主拿证时间提前了半年以上。", ["0.5 年 down"]),
        ("企业得以提前3个月投产。", ["3 个月 down"]),
        ("领证时间由交房90天提前到当天。", ["90 天 > down"]),
        ("单列通关时间压缩24小时以上。", ["24 小时 down"]),
        ("审批时间缩短至24小时。", ["24 小时 down"]),
        ("口岸通关时间压缩1/3以上。", ["-33.3% down"]),
        ("审批材料一次性通过率提升至96%。", ["96 % up"]),
        # figures as printers set them
        ("帮助企业解决用工4 100余人。", ["4100 人 level"]),
        ("审批时间较改革前减少54个工作曰。", ["54 工作日 down"]),
        ("盘活土地1738.86亩、房产59.48万平方米。", ["1738.86 亩 level", "59.48 万平方米 level"]),
        # to …
        ("贷款平均利率降至3.6%。", ["3.6 % down"]),
        ("综合窗口占比提升至92%以上。", ["92 % up"]),
        ("平均通关时间不足1小时。", ["1 小时 level"]),
        ("不动产登记平均用时不超过1小时。", ["1 小时 level"]),
        ("从签约到开工仅用40余天。", ["40 天 level"]),
        ("项目从拿地到进场历时一个月。", ["1 个月 level"]),
        ("全程仅需2个环节、3份材料、1个工作日。", ["2 个环节 level", "3 份 level", "1 工作日 level"]),
        ("专班5天内完成300万元贷款审批。", ["5 天 level", "300 万元 level"]),
        ("办电环节压减至两个。", ["2 个 down"]),
        ("惠及企业三百余家。", ["300 家 level"]),
        ("为上千户商户减免租金。", ["1000 户 level"]),
        ("解决难题二十余个。", ["20 个 level"]),
        ("企业落户仅两个多月就投产。", ["2 个月 level"]),
        ("审结涉黑涉恶案件5件32人。", ["5 件 level"]),
        ("年产40万件零部件项目用时7个工作日办妥手续。", ["7 工作日 level"]),
        # by …
        ("用水报装费用立减600元。", ["600 元 down"]),
        ("企业融资成本下降近1.2个百分点。", ["1.2 百分点 down"]),
        ("申请材料压减三分之二以上。", ["-66.7% down"]),
        ("压缩审批时限近七成。", ["-70% down"]),
        ("行政许可办理时限压缩比为92%。", ["-92% down"]),
        ("办理成本下降约30%—40%。", ["-30—-40% down"]),
        ("质押融资额增长近一倍。", ["100% up"]),
        ("网上办件量比去年翻了一番。", ["100% up"]),
        ("日均受理量是改革前的3倍。", ["200% up"]),
        ("融资金额达4.2亿元，是上年同期的3倍。", ["4.2 亿元 200% up"]),
        # a value and its change
        ("结案率75.2%，同比提高2.9个百分点。", ["75.2 % up"]),
        ("平均通关时间6.2小时，较上年缩短0.7小时。", ["6.2 小时 down"]),
        # a remark in brackets takes the figure before it apart
        ("累计办理12.6万件（线上2.1万件、线下10.5万件）。", ["12.6 万件 level", "2.1 万件 level", "10.5 万件 level"]),
        ("变更登记耗时10分钟（原需跑5次、耗费6个工作日）。", ["10 分钟 level"]),
        (
            "进口通关9小时、出口1小时，均为最好，分别较2017年压缩78%和92%。",
            ["9 小时 -78% down", "1 小时 -92% down"],
        ),
        ("进出口额近2000亿元，9年增长136倍。", ["2000 亿元 13600% up"]),
        ("窗口扩充至31个，是原先的4倍。", ["31 个 300% up"]),
        ("整体减时限比例达78%。", ["-78% down"]),
        # no change: a share, a count; a destination is no figure to go to
        ("电子化采购项目占比达95.5%。", ["95.5 % level"]),
        ("行政许可事项承诺压缩占比91.4%。", ["91.4 % down"]),
        ("八成以上事项实现掌上办。", ["80 % level"]),
        ("将原来分散在各部门的860个事项集中到一个窗口办理。", ["860 个 level"]),
        ("工作人员前移，302项事项实现“家门口办”。", ["302 项 level"]),
        ("化解纠纷2,356件，涉案金额4.7亿元。", ["2356 件 level", "4.7 亿元 level"]),
    ],
)
def test_changes(text: str, expected: list[str]) -> None:
    assert [written(outcome) for outcome in read(text)] == expected


def test_lists_that_answer_each_other_have_a_name_for_each_figure() -> None:
    text = "签约履约率、开工率和投产率分别达到98%、76%、98%。"
    assert [outcome.metric for outcome in read(text)] == ["签约履约率", "开工率", "投产率"]


def test_two_outcomes_of_one_clause_share_its_text() -> None:
    one, other = read("结案率和服判率分别提高到99.1%和88.4%。")
    assert one.text == other.text


@pytest.mark.parametrize(
    "text",
    [
        "新华社某地10月21日电（周某）21日上午，专窗启用。",
        "1月20-24日，大厅照常办公。",
        "大厅24小时自助服务。",
        "农担公司、保险公司、银行按4:3:3分担风险。",
        "办税服务厅9:00开门。",
        "全区辖3个乡镇、2个国营农场。",
        "每9个人就有1户市场主体。",
        "对标的额5万元以下案件适用小额诉讼程序。",
        "前三年免租，后两年减半收取。",
        "今年是新区设立30周年。",
        "1个多月前，首条示范线开行。",
        "创造了全国八十分之一的产值。",
    ],
)
def test_dates_ratios_and_limits_are_no_figures(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("piece", ["由1天", "由1天，", "由1天、", "1天", "12,345"])
def test_the_time_grows_with_the_length_only(piece: str) -> None:
    def seconds(times: int) -> float:
        started = process_time()
        read(piece * times)
        return process_time() - started

    assert seconds(8000) < 8 * max(seconds(2000), 0.1)
