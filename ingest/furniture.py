"""The frame of a web page: lines made of nothing but fields, buttons, days and addresses, in any order and number.

Sites print the same few things around an article, each in an order of its own. So a line is read from part to part,
and belongs to the frame where no word is left over. Below the last paragraph a page lists others, under headings of
their own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from ingest.bylines import EDITOR, is_credits
from ingest.word_lists import one_of

LONGEST: Final = 160
"""Characters of a line of the frame."""
LONGEST_NAME: Final = 8
"""Characters before the moment of publication that are a name and no title, however they end."""


_WRITERS: Final = one_of(rf"""
    (?:文章|信息|稿件|新闻|内容|本文)?来源 稿源 作者 撰稿人? 供稿(?:单位|人)? 记者 通讯员
    {EDITOR} (?:责任|组稿)?编辑人 编审 审[核校]人 录入[者人]? 上传[者人] 发布[者人]
""")
_COUNTS: Final = one_of(r"""
    (?:浏览|点击|阅读|访问|查看|分享|评论|回复)(?:次数|人数|量|数|率)? 人气 热度 (?:本文|文章)?字数
    字[体号](?:大小|显示)? 视力保护色 保护视力色
""")
_OTHER_FIELDS: Final = one_of(r"""
    (?:发布|发文|发稿|信息|更新|上传|录入|添加|发表|刊发|生成|成文|公开|撰写|创建)(?:时间|日期|机构|单位|部门)
    Updated Published Source 时间 日期 分类 栏目 频道 (?:主办|承办|协办|运维|维护|管理|制作)(?:单位)? 技术支持 标识码
    (?:联系|举报|监督|办公)?(?:电话|邮箱) 地址 邮(?:政编码|编) (?:本文|原文)?(?:链接|网址)
""")
_PAGE: Final = r"(?:[本此该]?(?:页面?|网页|文章?|窗口|篇|条|本?稿|新闻|列表|正文))?"
_SURE_BUTTONS: Final = one_of(rf"""
    返回(?:顶部|首页|目录|列表|上一?[页级]|[\u4e00-\u9fff]{{2,4}}首页) 回?到?顶部
    分享[到至](?:(?:微信)?好友和?)? 分享让更多人看到 (?:使?用)?微信扫[码描]?二维码 (?:请?打开)?(?:微信)?扫一扫(?:分享)?
    微信里面?分享 评论区
    扫码(?:分享|阅读|打开) 在?手机[上端]?(?:打开|查看|浏览)当前页面? 我要(?:打印|收藏|纠错|分享|评论|反馈)
    (?:打印|关闭|收藏|纠错|返回|分享|举报|反馈|评论){_PAGE} 保存[网本]页 {_PAGE}(?:打印|分享)
    (?:阅读|赞|在看|评论|收藏|转载|喜欢)\s?[（(]?\d[\d.]*万?[）)]?
    在看 关注 订阅 转载 收起 展开全文
    阅读(?:剩余)?[全原]文 查看[原大]图 返回搜狐 查看更多 点击(?:收起|查看)[全原]文 手机(?:看(?:新闻)?|阅读)
    繁[体體]版? 无障碍(?:浏览|阅读)? 字[体号](?:大小)? 超大 [大中小]字[体号]? [AT][+-] 放大 留言
    阅读下一篇 [上下]一[篇版期页条个] (?:版面|标题|版次)导航 往期回顾 语音(?:播报|朗读) 播报文章 朗读
    设为[首主]页 加入收藏夹? 收藏本站 正在播放 视频加载中[.…]*
    写评论 已输入\d+字 换一批 复制链接 使用道具 只看(?:楼主|该作者) (?:新浪)?微博 微信(?:好友)? QQ(?:空间|好友)? Qzone
    [Ww]eixin [Ww]eibo [Ww]e[Cc]hat END 发[表布]于[\u4e00-\u9fff]{{0,6}} [\u4e00-\u9fff]{{2,12}}官方账号
""")
_BUTTONS: Final = one_of(rf"""
    朋友圈 (?:保存|下载|转发|投诉|点赞|推荐|复制){_PAGE} 取消 继续访问 放弃 赞 完 投稿 默认 缩小 展开 简体版? English
    人人网 豆瓣 抖音 头条 更多 手机版 适老版 关怀版 老年版 长者(?:模式|版|助手) 听(?:新闻|全文)
    正常 双击鼠标左键自动滚屏 图片上滚动鼠标滚轮变焦图片 浏览模式 倒序浏览 [大中小]
""")
"""What a button may say, and a line of text as well: alone it proves nothing."""
_SIZES: Final = re.compile(r"[大中小赞]$")
_MARKS: Final = r"\s|｜丨·•▼▲◀▶/／›>＞»→\[\]【】〖〗()（）┊┋:：,，、_+&—―-"
_DAY: Final = r"(?:\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?|\d{1,2}\.\d{1,2}\.\d{4}|\d{4}\s\d{2}/\d{2})"
_CLOCK: Final = r"\d{1,2}[：:]\d{2}(?:[：:]\d{2})?"
PUBLISHED_AT: Final = rf"{_DAY}\s?{_CLOCK}"
"""A moment: “2021-10-20 16:31”."""
_ADDRESS: Final = r"(?:https?://|file:///|www\.)[A-Za-z0-9_./?=&%#:~+;!-]+|[A-Za-z0-9_.-]+@[A-Za-z0-9.-]+"
_LABEL: Final = rf"(?:{_WRITERS}|{_COUNTS}|{_OTHER_FIELDS})\s?[：:]"
_PART: Final = re.compile(
    rf"(?P<moment>{PUBLISHED_AT}(?:\s?[\u4e00-\u9fff]{{2,3}}$)?)|(?P<day>{_DAY}|(?:星期|周)[一二三四五六日天]|{_CLOCK})|(?P<address>{_ADDRESS})"
    rf"|(?P<field>(?:(?P<writer>{_WRITERS})|(?P<count>{_COUNTS})|{_OTHER_FIELDS})\s?[：:][^，。；：:？]{{0,36}}?"
    rf"(?={_LABEL}|[\[【(（]|{_DAY}|{_CLOCK}|{_ADDRESS}|(?:[{_MARKS}]*+(?:{_SURE_BUTTONS}|{_BUTTONS}))++[{_MARKS}]*+$|$))"
    rf"|(?P<sure>{_SURE_BUTTONS})|{_BUTTONS}|[{_MARKS}]+|第\s?\d+\s?页|共\s?\d+\s?页|\d[\d.,]*\s?(?:万|次|人|条|个|[KM]B?)?"
)
# “湘ICP备05000618号”, “Copyright © 2009-2022”: at the foot of every page; an article's number
_FOOT: Final = re.compile(
    r"ICP[备证]|公网安备|网站标识码|[Cc]opyright|All\s?[Rr]ights\s?[Rr]eserved|版权所有|互联网新闻信息服务许可证"
    r"|信息网络传播视听节目许可证|不良信息举报(?:电话|邮箱|中心)|Powered\s?by|^\d{13,}$|^\+\d$"
)
# “湖南省人民政府门户网站”, “国家税务总局长沙市税务局”: what publishes, before the day
_PUBLISHER: Final = re.compile(
    r"(?:[网报社台号端局委办厅院部处会站区县市州省]|中心|政府|公司|集团|发布|新闻|资讯|在线|频道|门户|来源|时间|日期|杂志|智库|发[表布]于)$"
)
_TWICE: Final = re.compile(r"(?:原创\s?)?(.{2,12}?)\s?\1$")  # “衡阳政务 衡阳政务”: writer and account of a post
_BEFORE_FIELDS: Final = re.compile(
    rf"(?P<name>[\u4e00-\u9fffA-Za-z·\s-]{{2,20}}?)(?=[\s·|｜]*(?:{_DAY}|www\.|{_LABEL}))"
)
_DATED: Final = re.compile(rf"^(?P<title>[^。]{{8,60}}?)(?<![\d，；：:])(?P<tail>\s?{PUBLISHED_AT})$")

# “相关阅读：”, “热门推荐”: heads titles of other pages
_OTHER_PAGES: Final = re.compile(
    r"[^\u4e00-\u9fff]{0,2}(?:(?:相关|推荐|延伸|热门|最新|更多|精彩|今日|本地|热点|编辑|为[您你]|猜[您你]|大家都在)"
    r"(?:阅读|新闻|链接|文章|推荐|稿件|报道|信息|资讯|搜索|附件|文档|解读|内容|图片|热点|发布|排行|图文|喜欢|看|感兴趣的)"
    r"|(?:新闻|点击|文章|阅读)排行|深度观察|作者最新文章|喜欢此内容的人还喜欢|猜你喜欢|推荐|热评|最新评论|网友评论|发表评论)"
    r"[\u4e00-\u9fff]{0,2}\s?[：:]?(?:\d+条评论)?$"
)
# “原标题：……”, “文章关键词：……”, “附件：无”, “信用中国微信公众号”
_BELOW_TEXT: Final = re.compile(
    r"[（(]?(?:原标题|(?:文章|本文)?(?:关键词|标签)|所属分类)\s?[：:].{0,60}$|(?:相关|关联)?(?:附件|文件)(?:下载$|(?:下载)?\s?[：:]\s?(?:无|暂无)?$)"
    r"|[\u4e00-\u9fff（）]{2,12}(?:(?:官方)?(?:微信(?:公众号)?|微博|抖音号?)|(?:手机)?客户端|手机版|移动端)$|.{0,12}(?:特别|平台|免责|版权)[及与和]?[\u4e00-\u9fff]{0,2}声明[：:]?$|(?:主办|承办|协办|主管|运维|技术支持)(?:单位)?\s?[：:].{2,40}$|(?:标签|分类)\s?[：:].{0,20}$"
)


def kind_of(line: str) -> str | None:
    """What a line of the frame tells: “byline” the writer or source, “publication-line” when, “navigation” neither.

    One field alone, or a day alone, tells nothing: it may sign the text.
    """
    if len(line) > LONGEST or "。" in line:
        return None
    if _FOOT.search(line):
        return "navigation"
    found: Counter[str] = Counter()
    at = _end_of_name(line)
    while at < len(line):
        part = _PART.match(line, at)
        if part is None:
            return None
        at = part.end()
        found["sure"] += bool(part["field"] and part["field"].endswith(("：", ":")))  # nothing is filled in
        found.update(name for name, words in part.groupdict().items() if words is not None)
    alone = _SIZES.match(line)
    if not (alone or found["sure"] or found["count"] or found["moment"] or found["address"] or found["field"] > 1):
        return None
    return "publication-line" if found["moment"] or found["day"] else "byline" if found["writer"] else "navigation"


def _end_of_name(line: str) -> int:
    """Where the first field begins, behind the name of who publishes; 0 where what stands there may be a title."""
    before = _BEFORE_FIELDS.match(line)
    return before.end() if before and _is_publisher(before["name"].strip()) else 0


def _is_publisher(words: str) -> bool:
    if len(words) <= LONGEST_NAME:
        return True
    return bool(_PUBLISHER.search(words) or _TWICE.match(words) or is_credits(words))


def dated_tail(line: str) -> int:
    """Where in a line that is a title the moment begins when it was put on the page; 0 where none stands."""
    dated = _DATED.match(line)
    return dated.start("tail") if dated and not _is_publisher(dated["title"].strip()) else 0


def below_text(lines: Sequence[str], last: int) -> Iterator[int]:
    """Which of the lines below the last paragraph of an article a page prints there: titles of others, their heading.

    `last` is where the paragraph stands.
    """
    headed = False
    for at in range(last + 1, len(lines)):
        headed = headed or bool(_OTHER_PAGES.match(lines[at]))
        if headed or _BELOW_TEXT.match(lines[at]):
            yield at
