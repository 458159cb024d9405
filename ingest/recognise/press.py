"""The press: what its papers, sites and programmes are called, and how their reports open."""

from __future__ import annotations

import re

# 某某日报 · 新华社 · 某某融媒体中心 · 某某发布
MEDIUM_NAME = (
    r"[一-龥]{0,10}?(?:[日晚晨早快商时导新]报|(?:都市|经济(?:参考)?|法[治制])报|(?:新闻|新华|人民|中新|央视|光明|经济|中国)网"
    r"|(?:新闻|通讯|新华|中新)社|在线|融媒体?(?:中心)?|电视台|广播电台|广电|客户端|周刊|新闻|研究院)"
)
MEDIUM = re.compile(rf"(?:{MEDIUM_NAME}|今日[一-龥]{{2,4}}|[一-龥]{{2,6}}(?:发布|网|报))")
# 新闻联播 · 晚间新闻
_PROGRAMME = re.compile(r"[一-龥]{0,8}(?:联播|新闻|播报|直播间|快讯)")
# 某省政务服务网 · 信用某某网 · 某某发布: what offices and institutes run themselves
_OF_AN_OFFICE = re.compile(r"政务|政府|政协|信用|营商|研究院|发布$")
# 新华社北京5月1日电 · 某某网合肥10月21日讯 · 央视网消息（新闻联播）：: where and by whom a report was written
DATELINE = re.compile(
    r"(?:^|\n)[\s【（(]*(?P<name>本[报网台刊社]|[一-龥]{1,8}?(?:社|报网?|新闻网?|网|在线|台|客户端|融媒体?(?:中心)?))[一-龥]{0,8}?"
    r"(?:\s?\d{1,2}月\s?\d{1,2}日\s?[电讯]|\s?(?:(?<!资)[电讯]|消息)(?=[\s】（(）)：:，\d]|$|今|近日|日前|为|记者|从|据))"
)
# （记者 某某） · （新闻联播）：: what stands between the dateline and its report
AFTER_DATELINE = re.compile(r"[\s】]*(?:[（(][^（）()\n]{2,30}[）)])?[\s】]*[：:，]?")


def is_medium(name: str) -> bool:
    """Whether a publisher of this name is the press, which tells of what goes on: a newspaper, a programme, a site."""
    return bool(MEDIUM.fullmatch(name) or _PROGRAMME.fullmatch(name)) and not _OF_AN_OFFICE.search(name)
