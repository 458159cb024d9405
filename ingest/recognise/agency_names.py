"""Abbreviated names of public bodies in full: 市发展改革委 in a case of 长沙市 is 长沙市发展和改革委员会.

Only where nothing has to be guessed. Which place is meant must follow from the case's own region (区 of a case filed
under a province could be any), and the office must have one name at that level throughout the country: 市自然资源局 may
be 自然资源局 or 自然资源和规划局, 区文旅局 has five forms, so these stay as printed.
"""

from __future__ import annotations

import re

from ingest.recognise.gazetteer import Gazetteer
from ingest.recognise.region_tree import AREA, CITY, DISTRICT, PROVINCE

# 发展改革委, 发改局: what bodies below the State Council are called by the law on local governments and by common use.
_SHORT = {
    "发展改革": "发展和改革",
    "发改": "发展和改革",
    "人社": "人力资源和社会保障",
    "人力资源社会保障": "人力资源和社会保障",
    "市场监管": "市场监督管理",
    "卫健": "卫生健康",
    "工信": "工业和信息化",
    "经信": "经济和信息化",
    "住建": "住房和城乡建设",
    "住房城乡建设": "住房和城乡建设",
    "医保": "医疗保障",
    "科技": "科学技术",
    "应急": "应急管理",
    "退役军人": "退役军人事务",
}
_WHOLE = {matter: matter for matter in _SHORT.values()} | {
    matter: matter
    for matter in (
        *("财政", "审计", "司法", "公安", "民政", "教育", "统计"),
        *("信访", "水利", "商务", "生态环境", "交通运输", "农业农村", "税务"),
    )
}
_MATTERS = _SHORT | _WHOLE
_OFFICE = re.compile(rf"(?P<matter>{'|'.join(sorted(_MATTERS, key=len, reverse=True))})(?P<kind>委员会|委|厅|局)")
_COURT = re.compile(r"(?:(?P<middle>中院|中级人民法院|中级法院)|(?P<high>高院|高级人民法院|高级法院)|(?:人民)?法院)")
_PLAIN = {
    "政府": "人民政府",
    "人民政府": "人民政府",
    "检察院": "人民检察院",
    "人民检察院": "人民检察院",
}
"""What has one name at every level."""
_COMMITTEES = {"发展和改革", "卫生健康"}
"""Offices that are a 委员会 above the county, and a 局 or a 委员会 in it, as printed."""
_BUREAUS_OF_PROVINCES = {"市场监督管理", "统计", "信访", "医疗保障"}
"""Offices that are a 局 in a province too, where others are a 厅."""

_LEVELS = {"省": PROVINCE, "州": CITY, "盟": CITY, "县": DISTRICT, "旗": DISTRICT, "区": DISTRICT}
_MUNICIPALITIES = ("11", "12", "31", "50")


def full_name(printed: str, region: str | None, gazetteer: Gazetteer) -> str:
    """The full official name of the body a text calls `printed`, in a case of `region` (a code); empty where unsure."""
    if region is None or region not in gazetteer:
        return ""
    place, office = _parts(printed, region, gazetteer)
    if place is None:
        return ""
    entry = gazetteer.entry(place)
    if entry.level == AREA or not entry.in_force:
        return ""
    # 鼓楼区 alone could be one of four: a district is named with its city
    owner = (
        gazetteer.entry(entry.parent).name if entry.parent and entry.name.endswith("区") and entry.level > CITY else ""
    )
    return _in_full(office, owner + entry.name, entry.level, municipality=_is_municipality(place))


def _parts(printed: str, region: str, gazetteer: Gazetteer) -> tuple[str | None, str]:
    """The place (code) and the office a name consists of: a place's name, or 市 and the like for the case's own."""
    named = next((m for m in gazetteer.find(printed, context=gazetteer.lineage(region)) if m.start == 0), None)
    if named is not None:
        return (None if named.others else named.code), printed[named.end :]
    sign = "自治区" if printed.startswith("自治区") else printed[:1]
    return _own_place(sign, region, gazetteer), printed.removeprefix(sign)


def _own_place(sign: str, region: str, gazetteer: Gazetteer) -> str | None:
    """The one of the region and those above it that 市, 省, 区 … means; None where it could be two of them."""
    line = gazetteer.lineage(region)
    if sign == "自治区" or (sign == "市" and _is_municipality(region)):
        return line[0] if gazetteer.entry(line[0]).name.endswith(sign) else None
    levels = {"市": {CITY, DISTRICT}}.get(sign, {_LEVELS.get(sign)})
    found = [code for code in line if gazetteer.level(code) in levels and gazetteer.entry(code).name.endswith(sign)]
    return found[0] if len(found) == 1 else None


def _is_municipality(code: str) -> bool:
    return code.startswith(_MUNICIPALITIES)


def _in_full(office: str, place: str, level: int, *, municipality: bool) -> str:
    if court := _COURT.fullmatch(office):
        return _court(court, place, level)
    if plain := _PLAIN.get(office):
        return f"{place}{plain}"
    found = _OFFICE.fullmatch(office)
    if found is None:
        return ""
    matter, kind = _MATTERS[found["matter"]], found["kind"]
    if matter == "税务":
        return f"国家税务总局{place}税务局" if kind == "局" else ""
    if kind.startswith("委"):
        # 市住建委, 市经信委: under these names in the municipalities, elsewhere by exception
        return f"{place}{matter}委员会" if matter in _COMMITTEES or municipality else ""
    provincial = level == PROVINCE and not municipality
    usual = "厅" if provincial and matter not in _BUREAUS_OF_PROVINCES else "局"
    return f"{place}{matter}{kind}" if kind == usual else ""


def _court(court: re.Match[str], place: str, level: int) -> str:
    if court["high"]:
        return f"{place}高级人民法院" if level == PROVINCE else ""
    if court["middle"]:
        return f"{place}中级人民法院" if level == CITY else ""
    return f"{place}人民法院" if level == DISTRICT else ""
