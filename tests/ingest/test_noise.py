"""What is put aside, and what looks like it but is text."""

from __future__ import annotations

import pytest

from ingest.captions import is_photo_caption
from ingest.clean import clean
from ingest.navigation import is_navigation
from ingest.noise import is_byline, is_contact, is_disclaimer, is_publication_line
from ingest.pagination import is_guide, is_page_name
from ingest.read import read


def split(*lines: str) -> tuple[list[str], list[tuple[str, str]]]:
    """The lines kept, and (code, text) of those left out."""
    document = read("case.txt", "\n\n".join(lines).encode())
    page = clean(document)
    left_out = [(n.code, "".join(document.text[s.start : s.end] for s in n.spans)) for n in page.notices]
    return [block.text.text for block in page.blocks], left_out


def test_what_pages_print_alike_at_their_top_and_foot():
    pages = [
        ["企业开办改革典型案例", "全市把企业开办的手续并入一个窗口。", "https://www.example.gov.cn/1.html 1/3"],
        ["企业开办改革典型案例", "一、一窗受理", "企业开办一日办结。", "https://www.example.gov.cn/1.html 2/3"],
        ["企业开办改革典型案例", "案例2", "免费刻章惠及全部新设企业。", "https://www.example.gov.cn/1.html 3/3"],
    ]
    page = clean(read("案例.txt", "\f".join(map("\n".join, pages)).encode()))
    assert [block.text.text for block in page.blocks] == [
        "企业开办改革典型案例",
        "全市把企业开办的手续并入一个窗口。",
        "一、一窗受理",
        "企业开办一日办结。",
        "案例2",
        "免费刻章惠及全部新设企业。",
    ]
    assert [notice.code for notice in page.notices] == ["navigation", *["page-header", "navigation"] * 2]


def test_cases_that_begin_alike_on_a_page_each_keep_their_numbers():
    pages = (f"案例{n}\n{place}推行企业开办一日办结。" for n, place in enumerate(("长沙市", "株洲市", "湘潭市"), 1))
    page = clean(read("案例.txt", "\f".join(pages).encode()))
    assert [block.text.text for block in page.blocks][::2] == ["案例1", "案例2", "案例3"]


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("电话：0571-8888 6666", is_contact),
        ("联系邮箱：office@example.gov.cn", is_contact),
        ("金台资讯 2020-10-21 16:31", is_publication_line),
        ("26.03.2018 16:51", is_publication_line),
        ("网站首页 | 数字报首页 | 版面导航", is_navigation),
        ("丝路资讯首页", is_navigation),
        ("字号：默认 超大 | 打印 |", is_navigation),
        ("小字号", is_navigation),
        ("关注湖南热线", is_navigation),
        ("山城网 正文", is_navigation),
        ("湖南日报 2019-10-15 07:11 大字", is_publication_line),
        ("海报制作：李程", is_byline),
        ("山城发展网 王宁/文", is_byline),
        ("2021年12月14日 09:05 来源：市政务局 浏览次数：128", is_publication_line),
        ("发布时间：2021-12-14 10:20:33 字体：大 中 小", is_publication_line),
        ("（本报记者 王宁）", is_byline),
        ("文/王宁", is_byline),
        ("责任编辑：王宁 李晓", is_byline),
        ("记者 王宁 通讯员 李晓", is_byline),
        ("审核：王宁", is_byline),
        ("企业在大厅办理业务。（本报记者王宁摄）", is_photo_caption),
        ("图为工作人员指导企业填报材料。", is_photo_caption),
        ("（资料图片仅供参考）", is_photo_caption),
        ("【资料图】", is_photo_caption),
        ("（相关资料图）", is_photo_caption),
        ("示意图，仅供参考", is_photo_caption),
        ("发布会现场。", is_photo_caption),
        ("签约仪式现场", is_photo_caption),
        ("老码头一角。 王宁 摄", is_photo_caption),
        ("老码头一角。王宁摄", is_photo_caption),
        ("□本报通讯员王宁报道", is_byline),
        ("组稿编辑：王宁执行编辑：李晓", is_byline),
        ("河湾晚报2021年5月6日星期四第2版综合", is_publication_line),
        ("05 民生 2021年5月6日 星期四", is_publication_line),
        ("国家税务总局长沙市税务局 2021-10-20 16:31", is_publication_line),
        ("责编王宁校对李晓", is_byline),
        ("山城新闻记者王宁", is_byline),
        ("本版邮箱：shzl@example.cn广告热线：010-5555 0136", is_contact),
        ("第三版综合", is_page_name),
        ("▶老街换新颜......5版", is_guide),
        ("<<进入全文", is_navigation),
        ("返回目录", is_navigation),
        ("|", is_navigation),
        ("| | /", is_navigation),
        ("·广告", is_navigation),
        ("请打开微信扫一扫", is_navigation),
        ("（本文来自www.example.com）", is_navigation),
        ("山河社区报记者 王宁", is_byline),
        ("编辑｜王宁 审核｜李晓", is_byline),
        ("（山河晚报全媒体记者王宁通讯员李晓）", is_byline),
        ("未经允许不得转载：", is_disclaimer),
        ("640.jpg", is_navigation),
        ("【打印】 【关闭】", is_navigation),
        ("【字体：大 中 小】", is_navigation),
        ("https://www.example.gov.cn/art/2023/5/8/art_1.html", is_navigation),
        ("微信里点“发现”，扫一下二维码便可将本文分享至朋友圈。", is_navigation),
        ("点击蓝字 关注我们", is_navigation),
        ("上一篇：市政府召开常务会议", is_navigation),
        ("欢迎访问某某政法网 今天是 2025年4月13日 星期日", is_navigation),
    ],
)
def test_noise(line, rule):
    assert rule(line)


@pytest.mark.parametrize(
    "line",
    [
        "电话办理：企业可通过热线预约。",
        "地址：登记由承诺制改为备案制",
        "审核：由三级审核改为一级",
        "审核 与审批合并办理",
        "记者从会上获悉，全市新增企业3万户。",
        "文化市场准入环节压减一半",
        "拍摄服务事项纳入一窗受理（含摄影）备案",
        "2021年12月14日 09:05办结首件",
        "优化服务让企业少跑路2021年12月14日09:05",
        "责编与校对由一人兼任",
        "关注企业需求",
        "把服务窗口搬到招商活动现场",
        "资料图审由三次改为一次",
        "户外广告登记一日办结",
        "推行网站首页改版",
        "登记注册 | 一日办结",
        "海报制作纳入帮办服务",
        "记者走访发现",
        "编辑部搬进新城",
        "本网络空间版权服务站发放证书",
    ],
)
def test_text_that_only_looks_like_noise(line):
    assert not any(rule(line) for rule in (is_contact, is_byline, is_photo_caption, is_navigation, is_publication_line))


BODY = "全市推行企业开办一日办结，把登记、刻章、领票并为一个环节，群众只跑一次。"


def test_contents_with_leaders_and_entries_over_two_lines():
    kept, left_out = split(
        "营商环境案例选编",
        "目 录",
        "绍兴市：跨部门协同推进企业开办......1",
        "金华市：以数字化改革为牵引",
        "推进项目审批全流程提速……………12",
        "台州市：用水用气联合报装 25",
        "绍兴市：跨部门协同推进企业开办",
        BODY,
    )
    assert kept == ["营商环境案例选编", "绍兴市：跨部门协同推进企业开办", BODY]
    assert [code for code, _ in left_out] == ["contents"] * 5


def test_lines_that_end_in_numbers_are_no_contents():
    lines = ["新设企业情况", "绍兴市 120", "金华市 230", "台州市 340", BODY]
    assert split(*lines) == (lines, [])


def test_page_numbers():
    kept, left_out = split("- 1 -", BODY, "第 2 页 共 9 页", BODY, "3 / 9")
    assert kept == [BODY, BODY]
    assert [code for code, _ in left_out] == ["page-number"] * 3


def test_bare_numbers_are_page_numbers_only_when_they_count_up():
    assert split(BODY, "4", BODY, "5", BODY, "6")[0] == [BODY] * 3
    assert split(BODY, "12", BODY)[0] == [BODY, "12", BODY]
    assert split(*[BODY] * 4, "4", *[BODY] * 4, "5", BODY)[0] == [BODY] * 9
    assert split(BODY, "4", BODY, "5", BODY)[0] == [BODY, "4", BODY, "5", BODY]


def test_a_page_header_goes_even_inside_a_sentence():
    header = "浙江营商内参（第12期）"
    kept, left_out = split(header, BODY, BODY[:25], header, BODY[25:], BODY)
    assert kept == [BODY, BODY[:25], BODY[25:], BODY]
    assert left_out == [("page-header", header)] * 2


def test_a_page_header_with_its_page_number():
    kept, left_out = split(BODY[:25], "营商内参 12", BODY[25:], BODY[:25], "营商内参 13", BODY[25:])
    assert "".join(kept) == BODY * 2
    assert [code for code, _ in left_out] == ["page-header"] * 2


def test_repeated_headings_and_fields_stay():
    fields = [
        "责任单位：市市场监管局、市税务局、市人力资源社会保障局、市医保局",
        "完成时限：全年推进",
        "配合单位：各县区",
    ]
    lines = ["主要做法", BODY, "1. 简化登记", *fields, "主要做法", BODY, "2. 压缩时限", *fields]
    assert split(*lines) == (lines, [])


def test_tails_are_cut_from_paragraphs():
    kept, left_out = split(BODY + "（撰写人：王宁）", BODY + "<< 进入全文", BODY + " |", "事项名称与时限 | 三日 |")
    assert kept == [BODY, BODY, BODY, "事项名称与时限 | 三日 |"]
    assert left_out == [("byline", "（撰写人：王宁）"), ("navigation", "<< 进入全文"), ("navigation", "|")]


def test_a_reporters_line_and_names_after_the_last_sentence():
    kept, left_out = split(
        "本报记者陈晓通讯员顾明", BODY + "（全媒体记者彭思琦通讯员陆彦汝）", "【纠错】【责任编辑：周倩】"
    )
    assert kept == [BODY]
    assert [code for code, _ in left_out] == ["byline"] * 3


def test_a_heading_that_begins_with_the_reporter_stays():
    assert split("（作者：湖南日报记者 王宁）", BODY)[0] == [BODY]
    assert split("记者调查", BODY, "本报记者走访发现，办事流程明显简化", BODY)[0] == [
        "记者调查",
        BODY,
        "本报记者走访发现，办事流程明显简化",
        BODY,
    ]


def test_a_picture_without_caption_and_the_websites_disclaimer():
    disclaimer = "声明：转载此文是出于传递更多信息之目的，若侵犯了您的合法权益，请与本网联系。"
    kept, left_out = split("（资料图片）", BODY, disclaimer)
    assert kept == [BODY]
    assert [code for code, _ in left_out] == ["photo-caption", "disclaimer"]


def test_a_triangle_before_a_name_and_its_text_is_a_bullet():
    items = ("▲ 专利“快车道”：申请材料减为两份，五日内受理。", "▲ 用工“直通车”：企业提出需求，专员上门登记。")
    assert split(*items, BODY)[0] == [*items, BODY]
    captions = ("▲图为办税厅：窗口人员在为企业办理登记。", "▲港区一角：王宁在码头引导货车进港作业。 王宁 摄")
    assert split(*captions, BODY)[0] == [BODY]


def test_triangles_one_below_the_other_are_bullets():
    lines = ("△某市推出上市服务专窗。", "△某县试点订单贷。", "△某区启用自助终端。")
    assert split("一句话新闻", *lines)[0] == ["一句话新闻", *lines]


def test_a_header_in_the_middle_of_short_lines():
    header, broken, rest = "改革案例选编", "市中级人民法院对涉及小微企业的", "案件开通绿色通道，优先立案、优先开庭。"
    kept, left_out = split(header, "一、主要做法", broken, header, rest)
    assert kept == ["一、主要做法", broken, rest]
    assert left_out == [("page-header", header)] * 2


def test_a_heading_that_repeats_between_paragraphs_is_no_header():
    lines = ("主要做法", BODY, "取得成效", BODY + "全年办件三万件。", "主要做法", BODY)
    kept, left_out = split(*lines)
    assert kept == list(lines)
    assert left_out == []


def test_the_same_title_in_the_contents_and_over_its_article_is_no_header():
    titles = ["长沙市推行“一窗受理”", "株洲市开展“周末不打烊”", "湘潭市建成“园区事园区办”", "岳阳市实施“码上监督”"]
    broken = "3月5日，长沙市印发《关于进一步优化政务服务提升行政效能的实施方案》"
    lines = [*titles, titles[0], broken, titles[1], broken, titles[2], BODY, titles[3], BODY]
    assert split(*lines)[0] == lines


def test_the_same_title_in_two_issues_far_apart_is_no_header():
    broken = "3月5日，长沙市印发《关于进一步优化政务服务提升行政效能的实施方案》"
    issue = ["湖南省改革简报", *[BODY] * 100, broken, "长沙市推行“一窗受理”", BODY, *[BODY] * 100]
    assert split(*issue, *issue)[0] == [*issue, *issue]


def test_the_moment_of_publication_is_cut_from_a_title() -> None:
    title = "优化服务让企业少跑路"
    kept, left_out = split(f"{title} 2021年12月14日09:05", "企业办事只跑一次，材料减半。")
    assert kept[0] == title
    assert left_out == [("publication-line", "2021年12月14日09:05")]
