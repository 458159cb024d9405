"""What forms, web pages and newspapers print around a title, which is no part of it."""

from __future__ import annotations

import pytest

from ingest.accounting import UNACCOUNTED
from ingest.segment.framing import length_of_label, unwrapped, without_site
from ingest.types import SpannedText
from tests.ingest.test_titles_and_places import NEWS, PROSE, read

TITLE = "衡阳市推行企业开办“一件事一次办”"
TEXT = f"近日，衡阳{NEWS}\n{PROSE}"

LAYOUTS = {
    "a form above the title, its fields in a table": (
        f"索 引 号：\t430S00/2023-12345\t主题分类：\t综合政务\n发文机关：\t衡阳市人民政府\t成文日期：\t2023年5月6日\n"
        f"标　　题：\t{TITLE}\n发文字号：\t\t发布日期：\t2023年5月8日\n\n{TITLE}\n\n{TEXT}"
    ),
    "a form, each field over what fills it in": (
        f"索引号：\n430S00/2023-12345\n发文机关：\n衡阳市人民政府\n发布日期：\n2023-05-08\n标题：\n{TITLE}\n主题词：\n\n{TITLE}\n{TEXT}"
    ),
    "a form instead of a heading": f"标题：{TITLE}\n时间：2023-05-08\n正文：\n{TEXT}",
    "the fields of a text file": f"title: {TITLE}\ndate: 2023-05-08\nsource: 衡阳日报\n\n{TEXT}",
    "the way to the page, its buttons": (
        f"当前位置： 首页 > 政务动态 > 部门动态\n{TITLE}\n发布时间： 2023-05-08 09:12\n【字体： 大 中 小】\n"
        f"分享到：\n{TEXT}\n打印本页 关闭窗口"
    ),
    "a site's own lines, the way to the page, the title twice in a row": (
        f"衡阳\n衡阳内容 国际表达\n当前位置：衡阳频道首页 > 资讯 > 正文\n\n{TITLE}\n\n"
        f"{TITLE}\n2023-05-08 15:57:13 来源：衡阳频道\n{TEXT}"
    ),
    "the menu of a newspaper's site, its page's name": (
        f"上一版  下一版\n网站首页 | 数字报首页 | 版面导航 | 系列报刊\n往期回顾： 高级检索 出版日期： 2023-05-08\n"
        f"2023-05-08 第02版：要闻 大 | 中 | 小\n\n{TITLE}\n\n{TEXT}"
    ),
    "a day as 08.05.2023 below it": f"{TITLE}\n\n08.05.2023  17:24\n\n{TEXT}",
    "who put it on a board": f"198575 发表于 2023-5-8 10:23:14\n\n{TITLE}\n\n{TEXT}",
    "buttons right below it": f"{TITLE}\n信息来源：行政审批科  时间：2023-05-08  点击数：120\n【打印】【关闭】\n{TEXT}",
    "what to scan with a telephone": (
        f"{TITLE}\n2023-05-08 09:12:00\n微信扫一扫：分享\n微信里点“发现”，扫一下二维码便可将本文分享至朋友圈。\n{TEXT}"
    ),
    "an account to follow": f"{TITLE}\n原创 衡阳发布 2023-05-08 19:02 发表于湖南\n点击蓝字 关注我们\n{TEXT}",
    "its address": f"http://www.example.gov.cn/xxgk/202305/t20230508_123.html\n{TITLE}\n2023-05-08\n{TEXT}",
    "the name of its site behind it": f"{TITLE}_政务动态_衡阳市人民政府门户网站\n{TEXT}",
    "the column below it": f"{TITLE}\n（优化营商环境典型案例选登）\n{TEXT}",
    "the column above it": f"·优化营商环境典型案例·\n{TITLE}\n{TEXT}",
    "the name of the page, then the heading with a line over it": (
        f"{TITLE}\n\n围着企业转 跟着项目跑\n\n{TITLE}\n\n本报记者 王宁\n\n{TEXT}"
    ),
    "the year larger than the day": f"{TITLE}\n衡阳日报 > 要闻 > 正文\n2023 05/08 10:20:07\n来源：衡阳日报\n{TEXT}",
    "what it was called first": (
        f"{TITLE}\n2023-05-08 10:20 来源：衡阳日报\n\n原标题：环节减四成，时间减七成 衡阳企业开办按下“快进键”\n\n{TEXT}"
    ),
    "what it was called first, in brackets": f"{TITLE}\n（原标题：衡阳企业开办按下“快进键”）\n{TEXT}",
    "which of a series it is": f"优化营商环境系列报道之三\n{TITLE}\n{TEXT}",
    "the series below it": f"{TITLE}\n系列：营商环境在身边③\n本报记者 王宁\n{TEXT}",
    "a bulletin with its number in brackets": f"工 作 简 报\n（2023年第8期）\n\n{TITLE}\n\n{TEXT}",
    "the first title of something taken over": f"（原标题：{TITLE}）\n{TEXT}",
    "a kicker over the headline that bears the column's name": (
        f"湖南衡阳深入推进行政审批改革\n{TITLE}（经济聚焦）\n本报记者 王宁\n{TEXT}"
    ),
    "a reporter's picture in the text is no second story": (
        f"湖南衡阳深入推进行政审批改革——\n{TITLE}（经济聚焦）\n本报记者 王宁\n{TEXT}\n本报记者 李程摄"
    ),
    "a headline of two short lines": f"衡阳市推行企业开办\n“一件事一次办”\n{TEXT}",
    "a column over a headline of two lines": (
        "优化营商环境一线观察\n衡阳市推行企业开办\n“一件事一次办”\n通讯员 王宁 李程\n" + TEXT
    ),
    "a day that can be chosen": f"日期查询：2023年05月08日\n\n{TITLE}\n\n本报记者 王宁\n\n{TEXT}",
    "a newspaper's day and page, each with its label": f"见报日：2023-05-08 星期一\n版面：A06 民生\n{TITLE}\n{TEXT}",
    "a menu in a row": f"要闻 | 县区 | 部门 | 图片 | 视频\n{TITLE}\n2023-05-08 15:20:11\n{TEXT}",
    "a menu from the front page on": f"首页 新闻 政务 公开 互动\n工作动态\n{TITLE}\n2023-05-08 15:20:11\n{TEXT}",
    "the section of the site": f"政务公开\n{TITLE}\n【信息时间： 2023/5/8  阅读次数：16 】【关闭】\n{TEXT}",
    "the section of the site below it": f"{TITLE}\n县区动态\n2023-05-08\n{TEXT}",
    "the magazine and its issue below it": f"{TITLE}\n2023-05-08\n《当代湖南》 2023年11期\n{TEXT}",
    "the magazine's issue right below it": f"{TITLE}\n决策与信息 2023年第5期\n{TEXT}",
    "the day of today, buttons that keep a page": (
        f"今天是：2023年5月8日 星期一\n设为首页 加入收藏\n{TITLE}\n作者：办公室 时间：2023-05-08 点击：45\n{TEXT}"
    ),
    "labels without a colon": f"信息详情\n{TITLE}\n发布时间 2023-05-08\n信息来源 衡阳市政务服务局\n浏览量 45\n{TEXT}",
    "labels in brackets": (
        f"{TITLE}\n[ 索引号 ] 11500106009284 [ 发文字号 ]\n[ 主题分类 ] 市场监管 [ 体裁分类 ] 其他\n"
        f"[ 发布机构 ] 衡阳市 [ 成文日期 ] 2023-05-08\n{TEXT}"
    ),
    "the way to the page, a step a line": f"当前位置：\n首页\n新闻中心\n部门动态\n{TITLE}\n2023-05-08\n{TEXT}",
    "an account's day, hour and place": (
        f"{TITLE}\n市营商办 2023-05-08 17:30 湖南\n以下文章来源于衡阳政务 ，作者王宁\n{TEXT}"
    ),
    "a day in three lines": f"{TITLE}\n2023年5月8日\n星期一\n衡阳日报\n{TEXT}",
    "a film that is played": f"{TITLE}\n正在播放\n00:00 / 02:13\n央视新闻客户端\n2023-05-08 19:20\n{TEXT}",
    "the programme, its day and hour": f"《新闻联播》 20230508 21:00\n\n{TITLE}\n\n央视网消息（新闻联播）：{TEXT}",
    "the programme and its weekday": f"新闻联播文字版 2023年05月08日 星期一\n{TITLE}\n央视网消息（新闻联播）：{TEXT}",
    "the programme, the day below it": f"朝闻天下\n2023-05-08\n{TITLE}\n央视网消息：{TEXT}",
    "the programme and day before it": f"《经济半小时》 20230508 {TITLE}\n来源：某某节目官网\n{TEXT}",
    "which paper of a meeting it is": f"经验交流材料之三\n{TITLE}\n衡阳市市场监管局\n（2023年5月）\n{TEXT}",
    "the number of an annex": f"附件2\n\n{TITLE}\n\n{TEXT}",
    "the headings over and under it, each with its label": (
        f"引题：优化环境 服务企业\n主题：{TITLE}\n副题：窗口前移 材料减半\n作者：王宁\n{TEXT}"
    ),
    "only the main one is told from the others": f"主标题：{TITLE}\n副标题：窗口前移 材料减半\n{TEXT}",
    "the name of its site, which is an office": f"{TITLE} - 衡阳市人民政府\n{TEXT}",
    "the way to the page, its signs a line each": (
        f"您当前所在的位置： 首页\n > \n新闻动态\n > \n县区动态\n{TITLE}\n{TEXT}"
    ),
    "the paper's name in Latin letters": f"衡阳日报\nHENG YANG RI BAO\n2023年5月8日\n{TITLE}\n{TEXT}",
    "the words of its field over it": f"优化营商环境典型案例\n{TITLE}\n{TEXT}",
    "the section of a newspaper": f"区县传真\n{TITLE}\n2023-05-08\n{TEXT}",
    "the text's own name": f"文章正文\n{TITLE}\n2023-05-08\n{TEXT}",
    "an editor's note below it": f"{TITLE}\n2023-05-08\n编者按\n为宣传改革经验，本号推出系列案例。\n{TEXT}",
    "an editor's note of one line below it": f"{TITLE}\n编者按：为宣传改革经验，本号推出系列案例。\n{TEXT}",
    "a site's name and menu": (
        f"衡阳市人民政府门户网站\nwww.example.gov.cn\n首页\n政府信息公开\n网上办事\n{TITLE}\n"
        f"来源： 衡阳市政府 | 发布日期： 2023-05-08 12:00\n{TEXT}"
    ),
    "writers of words and pictures": f"{TITLE}\n□ 衡阳日报全媒体记者 王宁 通讯员 李程 文/图\n{TEXT}",
    "the writer and the office he works for": f"{TITLE}\n衡阳市行政审批局 王宁\n{TEXT}",
    "what a picture shows, over the dateline": (
        f"{TITLE}\n\n某某信息社2023年5月8日09:59分类：观察\n\n衡阳政务大厅\n\n帮办人员在园区\n\n"
        f"新华社长沙5月8日电（记者 王宁）{TEXT}"
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_title_without_what_stands_around_it(layout: str) -> None:
    reading = read(LAYOUTS[layout])
    (case,) = reading.cases
    assert case.title.text.replace(" ", "") == TITLE
    assert not case.title_is_made
    assert case.lead.text.startswith(("近日", "新华社长沙5月8日电", "央视网消息"))
    assert UNACCOUNTED not in {notice.code for notice in reading.notices}


@pytest.mark.parametrize(
    "between",
    [
        "2023年5月8日10:12 来源：衡阳日报\n衡阳政务大厅\n企业开办专窗",
        "2023-05-08\n工作人员为企业颁发营业执照",
        "来源：衡阳日报\n\n窗口工作人员正在核验材料\n图/王宁",
        "衡阳市市场监督管理局\n2023年5月\n改革背景",
        "案例单位：衡阳市市场监管局\n",
        "（衡阳市）\n",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_day_or_source_ends_the_title(between: str, gap: str) -> None:
    (case,) = read(f"{TITLE}\n{between}\n{TEXT}".replace("\n", gap)).cases
    assert case.title.text == TITLE


@pytest.mark.parametrize(
    "lines",
    [
        ("深化改革 优化环境", "2023-05-08", "——衡阳市行政审批服务局工作侧记"),
        ("“小窗口”托起“大民生”，", "2023-05-08 10:00", "衡阳市审批服务再升级"),
        ("衡阳市行政审批局推行“一窗通办", "2023-05-08", "一次办好”的做法"),
        ("衡阳市深化行政审批制度改革推动政务服务提质增效的", "2023-05-08", "经验做法"),
    ],
)
def test_a_title_that_wants_its_end_goes_on_below_a_day(lines: tuple[str, str, str]) -> None:
    (case,) = read("\n".join((*lines, TEXT))).cases
    assert case.title.text.replace(" ", "") == (lines[0] + lines[2]).replace(" ", "")


def test_the_kicker_tells_the_place() -> None:
    (case,) = read(
        f"湖南衡阳深入推进行政审批改革\n企业开办跑出加速度（经济聚焦）\n本报记者 王宁\n{NEWS}\n{PROSE}"
    ).cases
    assert case.title.text == "企业开办跑出加速度"
    assert case.regions[0].code == "430400"


def test_a_report_with_the_body_over_its_title() -> None:
    heading = "衡阳市行政审批服务局\n关于优化营商环境工作情况的报告\n\n市营商办："
    (case,) = read(f"{heading}\n今年以来，{NEWS}\n一、减环节\n{PROSE}\n二、减材料\n{PROSE}").cases
    assert case.title.text == "衡阳市行政审批服务局 关于优化营商环境工作情况的报告"


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("标题：衡阳市推行改革", "标题："),
        ("title: 衡阳市推行改革", "title: "),
        ("标题党不可取", ""),
        ("名称预先核准", ""),
    ],
)
def test_labels_of_titles(line: str, label: str) -> None:
    assert line[: length_of_label(line)] == label


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("衡阳市推行企业开办改革-衡阳市人民政府", "衡阳市推行企业开办改革"),
        ("衡阳市推行企业开办改革 | 要闻 | 湖南日报", "衡阳市推行企业开办改革"),
        # a subtitle, a hyphen inside, a bar behind a column
        ("一次办好——衡阳市人民政府", "一次办好——衡阳市人民政府"),
        ("衡阳市“减证-提速”改革", "衡阳市“减证-提速”改革"),
        ("改革案例｜衡阳市推行企业开办改革", "改革案例｜衡阳市推行企业开办改革"),
    ],
)
def test_sites_behind_titles(title: str, expected: str) -> None:
    assert without_site(SpannedText.of_source(title)).text == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("（原标题：上海：一网通办）", "上海：一网通办"),
        ("原标题：上海：一网通办", "上海：一网通办"),
        ("上海：一网通办", "上海：一网通办"),
    ],
)
def test_marks_around_titles(title: str, expected: str) -> None:
    assert unwrapped(SpannedText.of_source(title)).text == expected
