"""Who speaks for the whole country: one list of its bodies, for titles that open with one and texts that name them."""

from __future__ import annotations

import re
from typing import Final

# “财政部” “市场监管总局” “证监会”, but no “财政部门”, no “教育部长” and no “国家税务总局长沙市税务局”
_BODY: Final = (
    r"国务院|海关总署|[\u4e00-\u9fff]{2,4}总局(?![\u4e00-\u9fff]{2,12}局)|证监会(?![^，。]{0,6}局)|最高人民(?:法院|检察院)"
    r"|(?:外交|公安|民政|司法|财政|教育|商务|水利|应急管理|科学技术|自然资源|生态环境|交通运输|农业农村|文化和旅游"
    r"|工业和信息化|工信|住房(?:和)?城乡建设|住建|人力资源(?:和)?社会保障|人社)部(?![门长署分位委队])"
    r"|(?:中国)?(?:人民|工商|农业|建设|交通|国家开发|进出口)银行(?![^，。]{0,12}[分支]行)"
)
# “我国营商环境持续改善” “工信部19项举措…” “国办通报表扬…”; “全国首个……” is a place’s own
_TITLE: Final = re.compile(
    r"[【《“]?(?:我国|全国(?!首|率先|唯一)|中国(?![（(])|国家|中央|中共中央|国办|多部门|[一二三四五六七八九十\d]+部门"
    rf"|发改委|央行|最高[法检]|{_BODY})"
)
_NAMED: Final = re.compile(rf"我国|全国(?!首)|中国(?=海关|政府|将|经济)|国家(?!级|税务总局)|{_BODY}")


def opens_for_nation(title: str) -> bool:
    """Whether a title speaks for the whole country or for one of its bodies."""
    return bool(_TITLE.match(title))


def times_of_nation(text: str) -> int:
    """How often a text speaks of the whole country or of a body of it."""
    return len(_NAMED.findall(text))
