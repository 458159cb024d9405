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
