"""Who speaks for the whole country: one list of its bodies, for titles that open with one and texts that name them."""

from __future__ import annotations

import re
from typing import Final

# “财政部” “住房城乡建设部”, but no “财政部门” and no “教育部长”
_MINISTRY: Final = (
    r"(?:外交|公安|民政|司法|财政|教育|商务|水利|应急管理|科学技术|自然资源|生态环境|交通运输|农业农村|文化和旅游"
    r"|工业和信息化|住房(?:和)?城乡建设|人力资源(?:和)?社会保障)部(?![门长署分位委队])"
)
# Short names of theirs, which inside a text may be those of a place's offices (市发展改革委, 县人社部门)
_MINISTRY_SHORT: Final = (
    r"(?:工信|人社|住建|文旅|科技|农业)部(?![门长署分位委队])|(?:国家)?发改委|(?:国家)?发展(?:和)?改革委"
)
# “市场监管总局” “海关总署”, but no “国家税务总局长沙市税务局”
_OFFICE: Final = r"海关总署|(?<!国家税务)(?<!国家)[\u4e00-\u9fff]{2,4}总局(?![\u4e00-\u9fff]{2,12}局)"
# “证监会”, but no “证监会湖南监管局”
_SUPERVISOR: Final = r"(?:证监会|银保监会|银监会|保监会)(?![^，。]{0,6}局)"
# “上海证券交易所” “上期所”: its seat does not act
_EXCHANGE: Final = r"(?:证券|期货|商品|黄金|金融期货)交易所|(?:上交|深交|北交|上期|郑商|大商|广期|上金|中金)所"
# “财政部驻河南专员办” “河南专员办”, but no “企业服务专员办实事”
_DISPATCHED: Final = r"(?:财政监察|证券监管)?专员办(?:事处)?(?![公理事实好成])"
# “中国农业银行”, but no branch of it
_BANK: Final = (
    r"(?:(?:中国)?(?:人民|工商|农业|建设|交通|邮政储蓄|进出口|农业发展)|国家开发)银行(?![^，。]{0,12}[分支]行)"
    r"|(?<![\u4e00-\u9fff])中国银行(?![^，。]{0,12}[分支]行)"
)
_COURT: Final = r"最高人民法院|最高人民检察院"

_PERIOD: Final = r"(?:\d{4}年)?(?:上半年|下半年|前.{1,3}季度|第?.季度|\d{1,2}月份?)?"
# “我国营商环境持续改善” “工信部19项举措…” “国办通报表扬…” “上海黄金交易所上调…”; “全国首个……” is a place’s own
_TITLE: Final = re.compile(
    rf"[【《“]?{_PERIOD}(?:我国|全国(?!首|率先|唯一)|中国(?![（(])|国务院|国家|中央|中共中央|国办|中办|两办|多部门|[一二三四五六七八九十\d]+部门"
    rf"|[^，。]{{0,6}}总局|{_MINISTRY}|{_MINISTRY_SHORT}|海关总署|{_SUPERVISOR}|央行(?!.{{0,8}}行)|{_BANK}|{_COURT}|最高法|最高检|世界银行"
    rf"|[\u4e00-\u9fff]{{0,3}}(?:{_EXCHANGE})|(?:财政部)?驻?[\u4e00-\u9fff]{{0,4}}{_DISPATCHED})"
)
# “全国首个” and “国家级” praise one place
_NAMED: Final = re.compile(
    r"我国|中国(?=海关|政府|将|经济)|国务院|全国(?!首|率先|第|领先|先进|优秀|文明|百强|唯一|前列)|(?<![省市县区州])国家(?!级|电网|高新|税务总局[\u4e00-\u9fff]{2,12}税务局|战略)"
    rf"|{_OFFICE}|{_MINISTRY}|{_SUPERVISOR}|{_EXCHANGE}|{_BANK}|{_COURT}"
)
_SEAT_AFTER: Final = re.compile(rf"{_EXCHANGE}|{_DISPATCHED}")


def opens_for_nation(title: str) -> bool:
    """Whether a title speaks for the whole country or for one of its bodies."""
    return bool(_TITLE.match(title))


def times_of_nation(text: str) -> int:
    """How often a text speaks of the whole country or of a body of it."""
    return len(_NAMED.findall(text))


def is_seat(text: str, end: int) -> bool:
    """Whether the place that ends here only tells where a body of the country sits: 上海|黄金交易所, 河南|专员办."""
    return bool(_SEAT_AFTER.match(text, end))
