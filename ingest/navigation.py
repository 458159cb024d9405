"""What a web page prints around an article: links, buttons, addresses, what to scan with a telephone."""

from __future__ import annotations

import re

# "<<进入全文", on its own or at the end of a paragraph; "640.jpg"; "欢迎访问某某网 今天是……"
LINK = re.compile(
    r"\s?(?:[<《＜]{2}|[>》＞]{2}|\[|【)?\s?(?:点击)?(?:进入|阅读|查看|浏览)(?:全文|原文|详情|更多)\s?(?:[>》＞]{1,2}|\]|】|[.…]+)?$"
    r"|^[\w.-]{1,60}\.(?:jpe?g|png|gif|bmp|webp)$|^欢迎(?:您?访问|光临|来到)[^，。]{2,20}(?:网|站|门户|平台).{0,40}$"
    r"|^(?:返回目录|返回顶部|打印本页|关闭窗口|分享到.{0,20}|【纠错】.{0,30})$"
)
_BUTTON = (
    r"[【\[（(]?\s?(?:打印|关闭|收藏|纠错|返回|分享|保存|下载)"
    r"(?:本页|此页|本文|窗口|页面|文章|顶部|首页|列表|正文|word|pdf)?\s?[】\]）)]?"
)
# "【打印】 【关闭】", "【字体：大 中 小】", "微信扫一扫：分享", "点击蓝字 关注我们", "上一篇：……"
_WHOLE_LINE = re.compile(
    rf"(?:{_BUTTON}[\s|｜·]*){{1,6}}$"
    r"|[【\[（(]?字[体号](?:大小)?\s?[：:]?[\s【\[（(]*(?:超大|大)[\s】\]）)|｜·]*中[\s】\]）)|｜·]*小[\s】\]）)]*$"
    r"|(?:https?://|www\.)\S+$"
    r"|分享(?:到|至)?\s?[：:].{0,20}$|微信扫一扫\s?[：:]?.{0,6}$"
    r"|.{0,24}(?:扫一扫|扫描|二维码).{0,24}(?:朋友圈|(?:手机|移动端)(?:上)?(?:打开|查看|浏览)|当前页面?).{0,6}$"
    r"|(?:点击|长按|识别)?(?:上方|下方|图中)?(?:蓝字|蓝色字体|二维码)?[，,\s]*(?:点击|轻松)?关注(?:我们|本号|公众号)[吧哦~！!]*$|点击上方蓝[字色].{0,16}$"
    r"|(?:上|下)一[篇条则]\s?[：:].{0,60}$|相关(?:链接|阅读|稿件|文档|推荐)\s?[：:]?$",
    re.IGNORECASE,
)


def is_navigation(line: str) -> bool:
    """Whether a line is a link, a button or an address of the page, and no text."""
    return bool(LINK.match(line) or _WHOLE_LINE.match(line))
