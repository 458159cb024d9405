"""Figures beside the one a clause leads up to: the number of those it was done for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.recognise.outcomes.figures import Found

# 为82家社区工厂放贷1.46亿元, 已有230家企业拿到贷款18.7亿元: those served and what they got are two results
SERVING = re.compile(r"(?:为|帮助|助力|向|给|支持|推动|引导|让|使|促成|有)[^，\d]{0,12}$")
PARTY_UNIT = re.compile(r"[万亿千百]?(?:家|户|名|人)$")
GOT_UNIT = re.compile(r"元$|[件个项笔人名]$")
GOT = re.compile(
    r"[^，、]{0,14}?(?:办理|办妥|解决|解答|授信|放贷|放款|贷款|融资|转贷|减|免|退|缓|节省|节约|返还|兑现|兑付|发放|拨付|追回|挽回|享受|获|拿到|提供|代办|争取|招)"
)


def those_served(text: str, figures: Sequence[Found], main: Found) -> list[Found]:
    """The number of firms or people among `figures` that got what the `main` figure measures."""
    if not GOT_UNIT.search(main.unit):
        return []
    return [one for one in figures if one.end < main.start and _is_served(text, one)][-1:]


def _is_served(text: str, party: Found) -> bool:
    served = PARTY_UNIT.search(party.unit) and SERVING.search(text[: party.start])
    return bool(served and GOT.match(text, party.end))
