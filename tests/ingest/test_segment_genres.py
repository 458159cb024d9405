"""Genres that look like cases and are none, and their neighbours that are."""

from __future__ import annotations

import pytest

from tests.ingest.pages import cut

STEPS = "推行“一窗通办”，优化审批流程，企业开办压缩至半天，窗口为企业免费代办。"

NO_CASE = {
    "signing": f"长沙市与某集团签订战略合作协议\n双方将共同建设产业园。{STEPS}",
    "manners": (
        "诚信乘车 从我做起\n长沙的公交车上，有乘客投下假币。这看似小事，折射的却是个人诚信的缺失，"
        "需要全社会共同维护信用。"
    ),
    "an editor's words over the stories below": (
        "完善准入制度 优化营商环境\n市场准入限制进一步放宽，企业登记更方便。记者走进湖南、浙江、四川三地采访，"
        "看各地如何推行“一窗通办”，优化审批流程。\n——编者"
    ),
    "industry with a word on approvals": (
        "【开好局】湖南：布局新能源赛道 推动绿色发展\n今年，湖南加快布局新能源项目建设。"
        "一月份，新增装机规模超往年同期。"
        "在株洲，新能源基地开工建设，预计年发电量大幅增长。湘潭的风机叶片订单同比增长。湖南还将推进基地建设，"
        "并对配套送出工程开辟绿色审批通道。长沙的电池工厂订单饱满。"
    ),
    "how long a zone has run": (
        "浦东新区到发中欧班列超百列\n浦东新区设立以来，海关已验放中欧班列一百多列，进出口集装箱稳步增长。"
    ),
    "inspection of many provinces": (
        "国务院办公厅近日组织对上海、浙江、湖南、四川等20个省（区、市）开展了优化营商环境专项督查，"
        "各地创新实施了一批好举措，推行“一窗通办”。"
    ),
}

A_CASE = {
    "campaign for business": f"长沙市：以主题教育成效优化营商环境\n长沙市{STEPS}",
    "a place's steps for foreign firms": (
        "上海持续优化外商投资环境 外资加码布局\n上海推出新一轮举措，建立外资项目服务专班，外资项目落地更快。"
    ),
    "a reform of how research is put to use": (
        "湖南“三项改革”激发科技成果转化活力\n湖南对职务科技成果单列管理，科研人员带着成果办起了公司。"
    ),
    "a day on which officials answer companies": (
        "四川成都开展企业服务日活动\n成都市的企业家们与部门负责人面对面。此次活动不设主席台。近年来，成都市推行流程再造，"
        "“高效办成一件事”平均减环节58%、减时限62%、减材料54%。"
    ),
    "industry, for which a place deals with companies": (
        f"湖南：为新能源产业发展优化服务\n湖南{STEPS}新能源项目审批时限压减一半。"
    ),
    "interview about one place": (
        f"【高质量发展·权威访谈】湖南：营造公平透明的发展环境\n湖南省委书记接受专访时表示，湖南{STEPS}"
    ),
    "a free trade zone's pilots, told by a ministry": (
        "上海自贸试验区一批试点措施落地\n记者从商务部了解到，上海自贸试验区先行先试，建成交易联盟链，中转货物靠港至出运时间缩短50%。"
    ),
}


@pytest.mark.parametrize("text", NO_CASE.values(), ids=NO_CASE.keys())
def test_none(text: str) -> None:
    draft = cut(text)
    assert not draft.sections
    assert any(notice.code == "not-a-case" for notice in draft.notices)


@pytest.mark.parametrize("text", A_CASE.values(), ids=A_CASE.keys())
def test_case(text: str) -> None:
    assert len(cut(text).sections) == 1


def test_two_places_under_one_title_that_names_both() -> None:
    text = (
        "《晚间新闻》 (20250319)\n【真抓实干】湖南以开放促发展 浙江打造开放高地\n湖南、浙江两地提升通关便利化水平。\n"
        f"湖南以开放促发展\n湖南口岸{STEPS}通关时间缩短一半，企业办理进出口手续更方便。\n"
        f"浙江打造开放高地\n浙江口岸{STEPS}开通货运航线，企业融资和通关更方便，外资企业纷纷落户。"
    )
    assert [section.title.text for section in cut(text).sections] == ["湖南以开放促发展", "浙江打造开放高地"]


@pytest.mark.parametrize("headline", ["湖南加快形成对外开放新格局", "上海外资企业加码布局", "长沙营商环境改革开新局"])
def test_a_headline_that_ends_like_an_office_is_a_title(headline: str) -> None:
    assert [part.title.text for part in cut(f"{headline}\n{headline[:2]}市{STEPS}").sections] == [headline]
