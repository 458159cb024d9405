"""Whose figure it is: this place's, or the whole country's and other places'."""

from __future__ import annotations

import re

_NATION = (
    r"(?:全国(?!首|率先|第|领先|一体|性|范围|重点|示范|统一|文明|百强|优秀|先进|标杆|推广|复制|唯一|试点|工商联)|全球(?!首|知名|领先|\s*\d*\s*强)|世界(?!银行|一流|级)|我国(?!首|率先)|国内(?!首|领先)|"
    r"国家(?!级|高新|重点|认定|和))"
)
# 全国新设市场主体…, 较全省平均水平15.79天
ELSEWHERE = re.compile(
    r"^(?:而|目前)?(?:外地|外省|国外|他们(?:的|已|那)|对方|人家|(?:其他|兄弟|周边|同类|先进|标杆)(?:省市|省份|省|市|城市|地区))|"
    rf"地球|^[□\s至—-]*(?:目前|截至目前|其中|同期)?{_NATION}|"
    r"(?:较|比|低于|高于|优于|快于|短于)(?:全省|全市)[^，]{0,6}平均|全省平均|全市平均(?:水平|值)|"
    r"(?:较|比|低于|高于|优于|快于|短于)?(?:全国|国家|世界|经合组织|东亚)[^，]{0,6}平均"
)
# 高于全国外贸增速4.8个百分点, 低于上级标准2天: how it stands beside others
COMPARED_WITH = re.compile(
    r"(?:高于|低于|优于|快于|短于|高出|多于|少于|领先)(?:同期)?[^，]{0,4}(?:全国|全省|全市|各项|平均|上级|其他|周边)[^，]{0,12}$"
)
# 今年上半年，全国新登记…，平均每天新设4.9万户: the whole sentence speaks of the country
NATION_FIRST = re.compile(rf"^[^，]{{0,16}}?(?:，|^)(?:[^，]{{0,12}}以来，)?{_NATION}")
HERE = re.compile(
    r"我(?:省|市|县|区|州|镇|局|院)|全(?:省|市|县|区|州|镇)|本(?:省|市|县|区|地)|该(?:省|市|县|区|局|院|行|中心)|[\u4e00-\u9fff]{2,4}(?:省|市|县|区)(?!场)"
)


# 去年，全省新登记市场主体48万户: in the case of a city, the province's figure
PROVINCE_FIRST = re.compile(
    r"^(?:[^，]{0,16}，)?(?:目前|截至目前|其中|同期)?全省(?!首|率先|第|领先|一流|唯一|试点|示范|推广|复制|排名|排行|前|最|先进|优秀|标杆|重点|统一)"
)


def speaks_of_the_province(sentence: str) -> bool:
    """Whether a sentence opens with the whole province."""
    return PROVINCE_FIRST.search(sentence) is not None


def speaks_of_the_nation(sentence: str) -> bool:
    """Whether a sentence opens with the country and names no place of its own."""
    return NATION_FIRST.search(sentence) is not None and HERE.search(sentence) is None
