"""Names that are no region: one character wrong, as scanning and typing leave them (茑州市 for 朔州市)."""

from __future__ import annotations

import re
from collections.abc import Collection

from ingest.recognise.gazetteer import Gazetteer
from ingest.recognise.region_tree import CITY
from ingest.vocabulary import RegionEntry

# 茑州市通过… : what has the form of a division's name
_FORM = re.compile(r"[一-龥]{2,4}?[市县区旗州盟]")
# 示范区, 各县区, 全市: has the form, but is a common noun
_COMMON = re.compile(
    r"(?:示范|沿海|沿边|沿江|内陆|周边|兄弟|邻近|省会|地级|设区|开发|自贸|高新|经开|旅游|保税|合作|产业|工业|物流|试验|实验|功能|商务|生活|居民|办公|服务|监管|中心|先行|核心|主城|城乡|农村|各地"
    r"|智慧|特色|重点|试点|全国|国家|省级|市级|县级|区级|所有|部分|多个|相关|辖区|园区|社区|片区|街区|库区|校区|景区|灾区|城区|郊区|山区|都市|城市|超市)"
    r"|^(?:全|我|本|各|该|两|三|多|某|外|跨|每|在|对|由|从|到|及)"
)


MOST_MEANT = 3
"""Divisions a misprinted name may be like; like more, it is hardly a name."""


def unknown_place(
    text: str, gazetteer: Gazetteer, above: str, named: Collection[str]
) -> tuple[str, tuple[RegionEntry, ...]] | None:
    """The division that a name at the beginning of `text` most likely misprints, with the name as printed.

    Looks below the region `above` for names of the same length and kind with one other character. Those that the text
    names rightly elsewhere (`named`) are passed over, since who knows a name does not misprint it. Two or three where
    it may be any of them (岳阴县: 岳阳县 or 湘阴县). None when the name is a region, a common noun, or like no other.
    """
    form = _FORM.match(text)
    if form is None or _COMMON.search(form.group()) or gazetteer.find(text[: form.end() + 4]):
        return None
    printed = form.group()
    near = [entry for entry in gazetteer.below(above) if _one_character_off(entry.name, printed)]
    near = [entry for entry in near if entry.code not in named] or near
    cities = [entry for entry in near if entry.level == CITY]
    meant = cities if len(cities) == 1 else near
    return (printed, tuple(meant)) if 0 < len(meant) <= MOST_MEANT else None


def _one_character_off(name: str, printed: str) -> bool:
    return (
        len(name) == len(printed)
        and name[-1] == printed[-1]
        and sum(a != b for a, b in zip(name, printed, strict=True)) == 1
    )
