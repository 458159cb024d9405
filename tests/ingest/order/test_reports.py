"""A report's first words continue nothing: what stands over them is its headline, however it ends."""

from __future__ import annotations

import pytest

from tests.ingest.order.test_order import ordered, texts


@pytest.mark.parametrize(
    "opening",
    ["央视网消息（新闻联播）：作为民营经济大省，湖南", "本报长沙3月2日讯（记者王宁）湖南", "某某日报讯 今年以来，湖南"],
)
def test_a_headline_is_not_joined_with_the_report_below(opening):
    headline = "【高质量发展·权威访谈】出实招破障碍强供给 让民营经济在湖南大有可为"
    text = f"{opening}开展联企行动，建立民间投资项目库，为企业发展保驾护航。"
    page = ordered(headline, text, "接下来，湖南将进一步强化企业创新主体地位，支持更多企业承担攻关任务。")
    assert len(texts(page)) == 3
    assert not [notice for notice in page.notices if notice.code == "lost-tail"]


BODIES = (
    "市发展改革委、市财政局、市税务局、市市场监管局、市自然资源和规划局、市住房城乡建设局、市行政审批服务局、"
    "市数据局、市商务局、市生态环境局、国网供电公司、各县市区人民政府、园区管委会"
)


def test_lists_of_who_is_in_charge_are_whole_without_a_full_stop():
    lines = [
        "一、压减环节",
        "梳理办电流程，环节由五个减到两个，企业线上提交一次申请即可。",
        f"责任单位：{BODIES}",
        "推行线上报装，企业在家就能办成事，不用来回跑腿。",
        "二、优化服务",
        "推行一窗受理，材料由八份减到三份，群众少跑两趟。",
        f"牵头单位：市发展改革委；责任单位：{BODIES}",
        "完成时限：2021年12月底前，并长期坚持，每半年通报一次进展",
        "三、加强监管",
        "推行双随机、一公开，多个部门一次进门。",
        f"（责任单位：{BODIES}；完成时限：2021年6月底）",
    ]
    page = ordered(*lines)
    assert [block.text.text for block in page.blocks] == lines
    assert page.notices == ()
