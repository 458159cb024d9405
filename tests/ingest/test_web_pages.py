"""What sites, papers, bulletins and programs print around an article: only its title and its text are left."""

from __future__ import annotations

import time

import pytest

from ingest.furniture import below_text, dated_tail, kind_of
from tests.ingest.test_titles_and_places import NEWS, PROSE, read

TITLE = "衡南县“三集中”改革让企业办事少跑腿"
TEXT = (f"近日，衡南县行政审批局推行改革。{NEWS}", PROSE)
BODY = "\n".join(TEXT)

PAGES = {
    "a newspaper's site": (
        f"人民网\n人民网>>湖南频道>>要闻\n\n{TITLE}\n\n2023年05月12日08:26 | 来源：人民网－湖南频道\n小字号\n"
        f"\n{BODY}\n\n"
        "(责编：王宁、李程)\n\n分享让更多人看到\n\n推荐阅读\n返回顶部"
    ),
    "the moment and the source over the title, a button a line": (
        f"新华网 > 地方 > 正文\n2023 05/12 10:26:33\n来源：新华网\n{TITLE}\n字体：\n小\n中\n大\n分享到：\n{BODY}\n"
        "【纠错】\n【责任编辑:王宁】\n阅读下一篇：\n深度观察\n010020020110000000000000011100001129608888"
    ),
    "a government's site, who runs it": (
        "湖南省人民政府门户网站\n无障碍浏览 | 长者模式 | 简体 | 繁体 | 登录\n当前位置： 首页 > 要闻动态 > 市州动态\n"
        f"{TITLE}\n湖南省人民政府门户网站 www.hunan.gov.cn 发布时间： 2023-05-12 08:27 【字体：大 中 小】\n{BODY}\n"
        "信息来源： 湖南日报 责任编辑： 王宁\n打印 收藏\n"
        "主办单位：湖南省人民政府办公厅 承办单位：湖南省政府门户网站管理中心\n"
        "湘ICP备05000000号 湘公网安备 43010302000000号 网站标识码：4300000000"
    ),
    "a menu, an entry a line": (
        "衡阳市人民政府\n我要找\n热门搜索：社保 公积金 身份证\n首页\n走进衡阳\n政务公开\n政务服务\n互动交流\n"
        f"当前位置：首页>政务公开>县市区动态\n{TITLE}\n"
        f"来源：衡南县 发布时间：2022-05-30 15:30 【字体：大 中 小】\n{BODY}\n分享到："
    ),
    "a form, its fields and the title again": (
        f"索引号：430422/2022-00112\n发文日期：2022-06-13 00:00\n名称：{TITLE}\n文号：\n{TITLE}\n{BODY}\n"
        "附件：无\n分享："
    ),
    "a page printed from a browser": (
        f"2023/5/12 10:26 {TITLE}_部门动态_衡南县人民政府\n{TITLE}\n"
        f"发布时间：2023-05-10 09:12 来源：县行政审批局\n{TEXT[0]}\n"
        f"https://www.example.gov.cn/bmdt/i2988888.html 1/2\n2023/5/12 10:26 {TITLE}_部门动态_衡南县人民政府\n"
        f"{TEXT[1]}\n"
        "https://www.example.gov.cn/bmdt/i2988888.html 2/2"
    ),
    "a forum": (
        f"标题: {TITLE} [打印本页]\n作者: 198575    时间: 2021-5-27 10:23\n标题: {TITLE}\n\n{BODY}\n\n"
        "欢迎光临 衡阳论坛 (http://bbs.example.com/) Powered by Discuz! X3.4"
    ),
    "an account's post": (
        f"{TITLE}\n原创 县营商办 衡南发布 2022-09-08 18:30 发表于湖南\n点击上方蓝字关注我们\n{BODY}\n"
        "来源：县营商办\n编辑：王宁\n"
        "签发：李程\n预览时标签不可点\n微信扫一扫\n关注该公众号\n喜欢此内容的人还喜欢"
    ),
    "a platform for study": (
        f"学习强国\n{TITLE}\n湖南学习平台\n2023-05-12\n订阅\n{BODY}\n作者：王宁 李程\n责任编辑：陈晓\n"
        "打开“学习强国”，阅读体验更佳\n"
        "来源：湖南学习平台\n播报文章"
    ),
    "a page of users' posts, its disclaimer": (
        f"腾讯网 > 新闻 > 正文\n{TITLE}\n衡阳晚报\n2022-10-12 09:18 发布于湖南 衡阳晚报官方账号\n+ 关注\n{BODY}\n"
        f"原标题：《{TITLE}》\n特别声明\n"
        "本文为澎湃号作者或机构在澎湃新闻上传并发布，仅代表该作者观点，澎湃新闻仅提供信息发布平台。"
    ),
    "a bulletin named in two lines, whom it goes to": (
        f"湖南省政务服务\n简　报\n第7期\n省政务局办公室　　　　2022年7月21日\n★\n{TITLE}\n{BODY}\n"
        "报：省优化办\n送：各成员单位\n发：各县市区优化办\n（共印150份）"
    ),
    "one item of a news bulletin": (
        f"每日要闻\n2022年第115期 2022年6月13日\n【县区动态】\n{TITLE}\n{BODY}\n（县行政审批局供稿）"
    ),
    "a newspaper's page": (
        f"A3 经济\n2023年3月21日 星期二\n编辑 王宁 美编 李程 校对 周舟\n{TITLE}\n□ 本报记者 陈晓\n{BODY}\n本版编辑 王宁"
    ),
    "a paper's digital page": (
        "数字报首页 | 版面导航 | 标题导航\n2023年4月7日 星期五 上一期 下一期\n05版 地方\n上一篇 下一篇\n"
        f"{TITLE}\n■ 王宁\n{BODY}\n"
        "《湖南日报》（2023年4月7日 第5版）\n放大 缩小 默认\n湖南日报社版权所有，未经许可，不得转载"
    ),
    "a reporter of any outlet": (
        f"川观新闻\n{TITLE}\n川观新闻记者 王宁\n2023-03-24 18:22\n{BODY}\n举报/反馈 评论 1 写评论\n已输入0字"
    ),
    "the menu of a program for telephones": (
        f"首页\n视频\n我的\n掌上衡阳\n{TITLE}\n掌上衡阳 2022-06-13 08:21 阅读 1.2万\n{BODY}\n"
        "编辑：王宁 二审：李程 三审：陈晓\n扫码下载掌上衡阳APP\n免责声明\n评论（0）"
    ),
    "names of a site and its parts, two writers": (
        f"光明日报\n2022年11月08日 星期二\n当前版： 10版\n◀ 上一版 下一版 ▶\n{TITLE}\n"
        f"光明日报通讯员 王宁 光明日报记者 李程\n{BODY}\n校对 周舟\n"
        "相关解读\n您访问的链接即将离开“首都之窗”门户网站 是否继续？\n继续访问 放弃"
    ),
    "what an issue holds": (
        f"政务服务动态\n（第18期）\n衡阳市行政审批服务局编印 2022年5月31日\n本期要目\n{TITLE}\n{TITLE}\n{BODY}"
    ),
    "fields of any site, each on its line": (
        f"吉林日报社主管主办\n彩练新闻\n版次：A03\n{TITLE}\n文章来源：辽宁日报\n"
        f"云南日报-云新闻记者 王宁 2022-09-27 20:31\n{BODY}\n责任编辑 李程\n"
        "评论区\n◎版权作品，未经书面授权，严禁转载，违者将被追究法律责任。"
    ),
    "a mail": (
        f"发件人：县优化办\n收件人：市优化办\n主题：{TITLE}\n时间：2022年6月13日 10:21\n附件：1个\n"
        f"{TITLE}\n{BODY}\n题图来源：资料图片"
    ),
    "a yearbook": f"·142· 衡阳年鉴（2022）\n{TITLE}\n{TEXT[0]}\n政务服务 ·143·\n{TEXT[1]}",
    "titles of other pages below": (
        f"[部门动态] {TITLE}\n发布时间：2022-06-13 | 阅读：321\n{BODY}\n相关阅读：\n"
        "暴雨来袭 这些出行提示请收好\n热门推荐\n本地图文"
    ),
    "the way to the page below the title, labels one a line": (
        f"{TITLE}\n\n湖南新闻网>>地市频道>>衡阳频道>>本网关注\n\n时 间\n/\n分 享\n评 论\n\n{BODY}\n关键词："
    ),
    "a site's name twice in one line": (
        f"衡阳热线资讯网衡阳热线资讯网\n\n{TITLE}\n\n{BODY}\n\n·广告\n未经允许不得转载：\n相关推荐"
    ),
    "a site's name and whose it is": (
        f"衡阳热线——衡阳晚报官方网站\n\n{TITLE}\n\n发布时间：2022-06-13 11:32:31 来源：衡阳晚报\n{BODY}"
    ),
    "the same, two labels before the way to the page": (
        f"衡阳热线——衡阳晚报官方网站\n位置：当前位置：首页 >> 要闻\n\n{TITLE}\n\n2022-06-13 来源：衡阳晚报\n{BODY}"
    ),
    "a section and its day, who edited it": (
        f"首页 > 县区\n\n直通衡南 2022-06-12\n\n2022-06-13 编辑: 衡阳新闻网·衡阳客户端\n\n{TITLE}\n\n{BODY}"
    ),
    "room for a picture": f"{TITLE}\n\n(相关资料图)\n\n{BODY}\n发布会现场。",
    "where it was printed first, a caption": (
        f"{TITLE}\n衡阳新闻网讯 2022-06-13\n原标题：{TITLE}\n{BODY}\n（企业办事人员在窗口咨询。）\n"
        "（通讯员 王宁 摄）\n"
        "来源：衡阳日报返回搜狐，查看更多"
    ),
}


@pytest.mark.parametrize("page", PAGES)
def test_only_title_and_text_are_left(page: str) -> None:
    (case,) = read(PAGES[page]).cases
    assert case.title.text == TITLE
    assert case.body == BODY


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("信息来源：湖南日报 责任编辑：王宁", "byline"),
        ("发布日期：2022-11-03 浏览次数：326 字号：[ 大 中 小 ]", "publication-line"),
        ("衡阳政务 衡阳政务 2023-03-15 17:02", "publication-line"),
        ("—分享—", "navigation"),
        ("责任编辑：", "byline"),
        ("file:///C:/Users/a/1.html 第 1 页，共 2 页", "navigation"),
        # a field alone may sign the text; words of buttons inside a heading
        ("来源：衡阳日报", None),
        ("2022年6月13日", None),
        ("推荐", None),
        ("推广微信办税", None),
        ("收藏纠错两不误", None),
        ("审核：由三级审核改为一级", None),
    ],
)
def test_kinds_of_lines_of_the_frame(line: str, kind: str | None) -> None:
    assert kind_of(line) == kind


def test_a_title_keeps_its_words_before_a_moment() -> None:
    assert dated_tail("优化服务让企业少跑路 2021-12-14 09:05") == len("优化服务让企业少跑路")
    assert dated_tail("国家税务总局长沙市税务局 2021-12-14 09:05") == 0


def test_below_the_text_a_heading_over_other_pages_opens_the_rest() -> None:
    lines = ("推荐", "全文。", "长沙市：一窗通办", "相关阅读：", "暴雨来袭", "热点")
    assert list(below_text(lines, 1)) == [3, 4, 5]


@pytest.mark.parametrize("line", ["来源：" + "—" * 150, "分享到" * 50 + "国", "来源：" * 50, "—" * 150 + "国"])
def test_no_line_takes_long(line: str) -> None:
    start = time.process_time()
    kind_of(line)
    assert time.process_time() - start < 0.1
