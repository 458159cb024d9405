"""What a web page prints around an article: links, invitations to scan, follow and share, the way to other pages."""

from __future__ import annotations

import re
from typing import Final

from ingest.furniture import kind_of
from ingest.interjected import ADDRESS
from ingest.word_lists import one_of

LINK: Final = re.compile(
    # “<<进入全文”, on its own or at the end of a paragraph
    r"\s?(?:[<《＜]{2}|[>》＞]{2}|\[|【)?\s?(?:点击)?(?:进入|阅读|查看|浏览)(?:全文|原文|详情|更多)\s?(?:[>》＞]{1,2}|\]|】|[.…]+)?$"
)
_SCAN: Final = one_of("扫一扫 扫描 扫码 二维码")
_SEEN_ON: Final = r"(?:手机|移动端)上?(?:打开|查看|浏览)"
_PRESS: Final = r"(?:(?:点击|长按|识别)?(?:上方|下方|图中)?(?:蓝字|蓝色字体|二维码))"
_OUTLET: Final = one_of("网 热线 在线 发布 日报 新闻 客户端 频道 公众号 微信")

# What the whole of a line says: “example of it” and its pattern.
_LINES: Final = (
    # buttons and what is left of them: “| | /”, “00:00 / 02:13”, “·广告”, “640.jpg”, “图集”, “#营商环境 12个”
    r"[|｜丨/\\\s+>＞»]+",
    r"\d{2}:\d{2}\s?/\s?\d{2}:\d{2}",
    r"[^\u4e00-\u9fff]{0,2}广告",
    r"[\w.-]{1,60}\.(?:jpe?g|png|gif|bmp|webp)",
    r"图集|预览时标签不可点|#\S{2,12}\s?\d{1,4}个|收录于合集.{0,20}",
    # the way to other pages: “丝路资讯首页”, “上一篇：……”, “往期回顾 第3期”, “山城网 正文”, “相关推荐”
    r"[^，。：；]{2,10}首页",
    r"[上下前后]一[篇条则个](?:文章|新闻)?\s?[：:].{0,60}",
    r"往期回顾.{0,60}",
    r"[\u4e00-\u9fff]{2,6}网\s?正文",
    r"相关(?:链接|阅读|稿件|文档|推荐)\s?[：:]?",
    r"以下文章来源于.{2,40}",
    r"您访问的链接即将离开.{2,40}",
    r"欢迎(?:您?访问|光临|来到)[^，。]{2,20}(?:网|站|门户|平台|论坛).{0,40}",
    # to share and to correct: “分享到：微信 微博”, “【纠错】……”, “点个“在看”，让更多人看到”
    r"分享(?:到|至|(?=\s?[：:])).{0,20}",
    r"【纠错】.{0,30}",
    r"(?:点|给|戳)个?[“\"]?(?:在看|赞).{0,20}",
    # to scan: “微信扫一扫：分享”, “扫一扫在手机打开当前页”, “扫描二维码 下载客户端”, “长按二维码”
    r"微信扫一扫\s?[：:]?.{0,6}",
    rf".{{0,24}}{_SCAN}.{{0,24}}(?:朋友圈|{_SEEN_ON}|当前页面?).{{0,6}}",
    rf"[^，。]{{0,8}}{_SCAN}[^，。]{{0,12}}(?:打开|下载|关注|分享|订阅|看新闻|加入)[^，。]{{0,10}}",
    r"(?:长按|识别|扫描|扫码)[^，。]{0,8}二维码[^，。]{0,6}",
    # to follow: “点击蓝字 关注我们”, “关注湖南热线”, “更多精彩内容请进入……”, “打开“……”，阅读体验更佳”
    rf"{_PRESS}?[，,\s]*(?:点击|轻松|快来|欢迎)?关注(?:我们|本号|该?公众号|精彩内容)[吧哦~！!]*",
    r"点击上方蓝[字色].{0,16}",
    rf"关注[\u4e00-\u9fff]{{0,6}}{_OUTLET}",
    r"(?:更多(?:精彩|内容|资讯|新闻)|欢迎(?:提供新闻线索|关注)).{2,120}",
    r"打开[^，。]{2,12}[，,\s]?(?:阅读|查看|体验|看更多|享).{0,12}",
)
_WHOLE_LINE: Final = re.compile("|".join(f"(?:{pattern})$" for pattern in _LINES), re.IGNORECASE)

_MENU_ENTRY: Final = re.compile(
    one_of("首页 导航 登录 注册 联系我们 关于我们 网站地图 声明 微[信博] 无障碍 长者 智能问答 客户端")
)
_BETWEEN_ENTRIES: Final = re.compile(r"\s*[|｜丨]\s*")
LONGEST_ENTRY: Final = 12


def is_menu(line: str) -> bool:
    """Whether a line is a site's menu: 网站首页 | 数字报首页 | 版面导航. Two of its entries at least say so."""
    entries = _BETWEEN_ENTRIES.split(line)
    short = all(len(entry) <= LONGEST_ENTRY and not re.search(r"[，。：；]", entry) for entry in entries)
    return short and sum(bool(_MENU_ENTRY.search(entry)) for entry in entries) > 1


def is_navigation(line: str) -> bool:
    """Whether a line is a link, a button or an address of the page, and no text."""
    return (
        bool(LINK.match(line) or _WHOLE_LINE.match(line) or ADDRESS.fullmatch(line))
        or is_menu(line)
        or kind_of(line) == "navigation"
    )
