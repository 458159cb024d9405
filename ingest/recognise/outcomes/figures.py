"""The measured figures of a clause: number or range, scale, unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ingest.recognise.outcomes.numbers import ARABIC, CHINESE, arabic, chinese_range
from ingest.types import Figure

DURATION = r"个多月|个多小时|个?工作[日曰]|个?自然日|个?小时|分钟|秒钟?|个月|天|日(?!均)|周"
COUNTED = (
    r"人次|户次|家次|批次|场次|架次|车次|辆次|艘次|列次|箱次|标箱|件次|"
    r"个(?:百分点|环节|步骤)?|百分点|环节|项|件|份|家|户|人|名|条|起|宗|次|种|元|[美欧日港]元|英镑|列|台|套|张|批|吨|"
    r"公里|笔|页|道|座|所|处(?!理)|场|期|款|例|支|对|幅|部(?!门|分)|只|辆|艘|亩|位|篇|册|本|枚|趟|票|岗|块钱|立方米|分(?![钟别类期批部担享工级散贝])|平方米|平方公里|公顷|千瓦时|千瓦"
)
PERCENT = r"%|％|‰"

# 1.35万亿元, 30-50%, 52—56个工作日, 5万—8万元, 4个多月, 750余次, 20 多个, 近300万户
ARABIC_FIGURE = re.compile(
    rf"(?<![\d.])(?P<low>{ARABIC})\s{{0,3}}(?P<low_scale>万亿|亿|万|千(?!瓦)|百)?\s{{0,3}}(?P<low_unit>%|％)?"
    rf"(?:\s{{0,3}}[-—–~～－至到]+\s{{0,3}}(?P<high>{ARABIC}))?"
    r"\s{0,3}(?P<more>余|多|来)?\s{0,3}(?P<scale>万亿|亿|万|千(?!瓦)|百)?\s{0,3}(?P<more2>余|多)?\s{0,3}"
    rf"(?P<unit>{PERCENT}|{DURATION}|{COUNTED})?"
)
# 两小时, 五六个工作日, 半天, 一个月: Chinese numerals count only where they tell a time, a tenth or a multiple
CHINESE_TIME = re.compile(
    rf"(?P<number>{CHINESE})\s{{0,3}}(?P<more>多|余)?\s{{0,3}}(?P<unit>个多月|个?工作日|个?小时|分钟|个月|天|日|周(?![边年末一二三四五六日]))(?![前后])"
)
# 两小时内办结, 缩短至半天, 最快一天: the time that something takes, not 两天后
TAKEN = re.compile(
    r"内|快了|少了|早了|仅|只|缩|压|减|降|提前|低于|不足|不到|超过|平均|历时|最快|最短|用时|耗时|办结|办理|办好|办完|完成|即可|就(?:能|出|拿|办|批|完成|接|到|领|通|走)|[要得需](?:等|花|用)?(?=[一二两三四五六七八九十半])|便可|可取|审批|拿到|领到"
)
# 一个半小时, 两天半, 2个半小时
AND_A_HALF = re.compile(r"(?P<number>\d{1,3}|[一二两三四五六七八九十])(?:个半(?P<unit>小时|月|工作日)|(?P<days>天)半)")
CHINESE_TENTHS = re.compile(
    r"(?<![合统第变集组构])(?P<number>[一二三四五六七八九\d]|(?<=[长升高降低缩减近过达])两)成(?P<more>[半一二三四五六七八九])?(?=以上|多|的|左右|[企业事项市民群众]|[，。、—）]|$|(?<=[超近约占到达过][一二三四五六七八九]成)[\u4e00-\u9fff])"
)
# 三分之一, 五分之二; 压缩一半, 减半: a change as a fraction
CHINESE_FRACTION = re.compile(
    r"(?<![一二三四五六七八九十百])(?P<whole>[二三四五六七八九十])分之(?P<part>[一二三四五六七八九])"
)
# 压缩1/3以上
PRINTED_FRACTION = re.compile(r"(?<![\d/])(?P<part>[1-9])\s{0,3}/\s{0,3}(?P<whole>[2-9]|10)(?![\d/])")
HALF = re.compile(r"(?<=[缩减少低降短省])(?:了)?(?:近|约|过|超过|一)?(?:一?半)(?!年|天|个|小时|数|程|日|收|征|缴)")
CHINESE_PERCENT = re.compile(r"百分之(?P<number>[一二三四五六七八九十百]{1,7})(?P<points>点)?")
CHINESE_COUNT = re.compile(
    rf"(?P<number>{CHINESE})\s{{0,3}}(?P<more>多|余)?\s{{0,3}}(?P<unit>个环节|环节|项|份|个|次(?!性)|张|道)"
)
# 百余件, 三百多家, 上千户, 近百名, 近万家, 近四万户: round counts in words
CHINESE_ROUND = re.compile(
    rf"(?:(?P<number>[一二三四五六七八九两]?[十百千][一二三四五六七八九十百]{{0,4}})(?:余|多)|(?<=[上近超逾])(?P<bare>[百千]|万(?!元|亿))"
    rf"|(?<=[近约超逾达])(?P<tens>[一二三四五六七八九两十]{{1,2}})(?=万))"
    rf"\s{{0,3}}(?P<scale>万|亿(?=元(?!的|级)))?\s{{0,3}}(?P<unit>{COUNTED})(?![年月])"
)
# 超亿元, 上亿元; 超亿元项目 tells the size of what is meant
ROUND_MONEY = re.compile(
    r"(?<=[上近超逾])过?(?P<unit>亿元)(?!级|的|以上|[^，]{0,8}(?:项目|工程|企业|投资|产业|基金|订单))"
)
# 两千一百四十七件, 一百零五宗: an exact count in words
CHINESE_EXACT = re.compile(
    rf"(?<!第)(?P<number>[一二三四五六七八九两][百千][一二三四五六七八九零〇百十]{{2,7}})\s{{0,3}}(?P<unit>{COUNTED})"
)
# 由2年缩短至6个月; 由200元降为零
YEARS = re.compile(r"(?<![\d□])(?P<number>\d{1,2}|[一两二三半])\s{0,3}(?:多|余)?年(?![度底初末来前后月])")
NOTHING = re.compile(r"(?:减|降|压缩|缩减|精简)(?:至|到|为)(?:几乎|近乎)?为?\s{0,3}[“\"]?(?P<none>零)")
# 不良率为零, 投诉率保持为零
AT_NOTHING = re.compile(r"率(?:始终|一直|持续|长期|保持|均|降)*为\s{0,3}[“\"]?(?P<none>零)(?![\u4e00-\u9fff])")
MONEY_SPENT = re.compile(r"成本|费用?$|支出|收费|租金")
MULTIPLE = re.compile(
    r"(?P<number>\d{1,12}(?:\.\d{1,12})?|[一二三四五六七八九十两]{1,7})\s{0,3}(?P<more>多|余)?\s{0,3}倍"
)
DOUBLED = re.compile(r"翻(?:了)?(?P<times>[一两三]?)番")
RANK = re.compile(
    r"(?:第\s{0,3}(?P<number>\d{1,12}|[一二三四五六七八九十]{1,7})(?![家个种座条张所])\s{0,3}(?P<unit>位|名)?|排名\s{0,3}(?P<bare>\d{1,12})|前\s{0,3}(?P<top>\d{1,12}|[一二三四五六七八九十]{1,7})\s{0,3}(?:强|名|位))"
)
RANKED = re.compile(r"排名|排行|位列|位居|列[全居]|居[全第]|跃居|升至|名列|稳居|评价[中获]|跻身|进入")

MINUTES = {
    "秒": Decimal(1) / 60,
    "分钟": Decimal(1),
    "小时": Decimal(60),
    **dict.fromkeys(("工作日", "自然日", "天", "日"), Decimal(24 * 60)),
    "周": Decimal(7 * 24 * 60),
    "个月": Decimal(30 * 24 * 60),
    "年": Decimal(365 * 24 * 60),
}


SCALES = {"万亿": Decimal(10**12), "亿": Decimal(10**8), "万": Decimal(10**4), "千": Decimal(1000), "百": Decimal(100)}
SCALE = re.compile(r"万亿|亿|万|千(?!瓦)|百")


@dataclass(frozen=True, slots=True)
class Found:
    """A figure in a clause: where, how much, of what."""

    start: int
    end: int
    figure: Figure
    unit: str
    """As printed, scale and classifier: “万件”, “亿元”, “工作日”, “%”; empty for a bare number."""
    is_rank: bool = False
    is_growth: bool = False
    """翻两番: the figure itself says that it grew."""

    @property
    def is_time(self) -> bool:
        return self.unit in MINUTES

    @property
    def magnitude(self) -> Decimal:
        """The figure without its scale, a time in minutes, to tell the larger of two; a working day is a day."""
        scale, _ = self._scale_and_thing
        return self.figure.low * (MINUTES[self.unit] if self.is_time else scale)

    def is_like(self, other: Found) -> bool:
        """Whether both measure the same, so that one can be the larger: 6400家 and 1.5万家, 2天 and 16小时."""
        return (self.is_time and other.is_time) or self._scale_and_thing[1] == other._scale_and_thing[1]

    @property
    def _scale_and_thing(self) -> tuple[Decimal, str]:
        """万家 as 10 000 and 家."""
        scale = SCALE.match(self.unit)
        return (SCALES[scale[0]], self.unit[scale.end() :]) if scale else (Decimal(1), self.unit)


def find_figures(clause: str) -> list[Found]:
    """The figures of a clause (its unmeasured ones blotted out), in order, none over another."""
    found: list[Found] = []
    for one in sorted(
        (*_ranks(clause), *_multiples(clause), *_arabic(clause), *_chinese(clause), *_shares(clause)), key=_place
    ):
        if not found or one.start >= found[-1].end:
            found.append(one)
    return found


def _place(found: Found) -> tuple[int, int]:
    return found.start, -found.end


def _arabic(clause: str) -> Iterator[Found]:
    for match in ARABIC_FIGURE.finditer(clause):
        low = arabic(match["low"])
        high = arabic(match["high"]) if match["high"] else None
        scale = match["scale"] or match["low_scale"] or ""
        unit = match["unit"] or match["low_unit"] or ""
        end = match.end()
        if high is not None and high <= low:
            if match["low_unit"] or not unit:
                continue
            low, high = high, None
        yield Found(match.start(), len(clause[:end].rstrip()), Figure(low, high), scale + _plain(unit))


def _plain(unit: str) -> str:
    """The unit without its classifier where it is a noun of its own: 个工作日 is 工作日."""
    return {
        "个工作日": "工作日",
        "个小时": "小时",
        "个自然日": "自然日",
        "个工作曰": "工作日",
        "工作曰": "工作日",
        "％": "%",
        "个百分点": "百分点",
        "秒钟": "秒",
        "个多月": "个月",
        "个多小时": "小时",
    }.get(unit, unit)


def _chinese(clause: str) -> Iterator[Found]:
    for match in CHINESE_TIME.finditer(clause):
        said = TAKEN.search(clause[max(0, match.start() - 8) : match.end() + 6])
        if said and (number := chinese_range(match["number"])):
            yield Found(match.start(), match.end(), Figure(*number), _plain(match["unit"]))
    for match in AND_A_HALF.finditer(clause):
        whole = arabic(match["number"]) if match["number"].isdigit() else (chinese_range(match["number"]) or (0,))[0]
        unit = {"月": "个月"}.get(match["unit"], match["unit"] or match["days"])
        yield Found(match.start(), match.end(), Figure(whole + Decimal("0.5")), unit)
    for match in CHINESE_ROUND.finditer(clause):
        if number := chinese_range(match["number"] or match["bare"] or match["tens"]):
            unit = (match["scale"] or "") + _plain(match["unit"])
            yield Found(match.start(), match.end(), Figure(number[0]), unit)
    for match in ROUND_MONEY.finditer(clause):
        yield Found(match.start("unit"), match.end(), Figure(Decimal(1)), match["unit"])
    for match in CHINESE_EXACT.finditer(clause):
        if number := chinese_range(match["number"]):
            yield Found(match.start(), match.end(), Figure(number[0]), _plain(match["unit"]))


def _shares(clause: str) -> Iterator[Found]:
    """Tenths, fractions and percentages in words."""
    for match in CHINESE_TENTHS.finditer(clause):
        tenths = (
            arabic(match["number"])
            if match["number"].isdigit()
            else (chinese_range(match["number"]) or (Decimal(0),))[0]
        )
        yield Found(match.start(), match.end(), Figure(tenths * 10 + _tenth_of_tenths(match["more"])), "%")
    for match in CHINESE_FRACTION.finditer(clause):
        (whole, _), (part, _) = (chinese_range(match[name]) or (Decimal(1), None) for name in ("whole", "part"))
        yield Found(match.start(), match.end(), Figure((part * 100 / whole).quantize(Decimal("0.1"))), "%")
    for match in PRINTED_FRACTION.finditer(clause):
        share = Decimal(match["part"]) * 100 / Decimal(match["whole"])
        if share < 100:
            yield Found(match.start(), match.end(), Figure(share.quantize(Decimal("0.1"))), "%")
    for match in HALF.finditer(clause):
        yield Found(match.start(), match.end(), Figure(Decimal(50)), "%")
    for match in CHINESE_PERCENT.finditer(clause):
        if number := chinese_range(match["number"]):
            yield Found(match.start(), match.end(), Figure(number[0]), "%")


def _tenth_of_tenths(more: str | None) -> Decimal:
    """What stands behind 成, in points: 半 and 五 are five."""
    return Decimal(5) if more == "半" else (chinese_range(more) or (Decimal(0),))[0] if more else Decimal(0)


def _multiples(clause: str) -> Iterator[Found]:
    for match in MULTIPLE.finditer(clause):
        number = (arabic(match["number"]), None) if match["number"][0].isdigit() else chinese_range(match["number"])
        if number:
            yield Found(match.start(), match.end(), Figure(number[0]), "倍")
    for match in DOUBLED.finditer(clause):
        times = {"": 1, "一": 1, "两": 2, "三": 3}[match["times"]]
        yield Found(match.start(), match.end(), Figure(Decimal(2**times - 1)), "倍", is_growth=True)


def _ranks(clause: str) -> Iterator[Found]:
    if not RANKED.search(clause):
        return
    for match in RANK.finditer(clause):
        printed = match["number"] or match["bare"] or match["top"]
        number = arabic(printed) if printed.isdigit() else (chinese_range(printed) or (None,))[0]
        if number is not None and match["top"] is None:
            yield Found(match.start(), match.end(), Figure(number), match["unit"] or "位", is_rank=True)


def told_in_years(clause: str) -> list[Found]:
    """Years, and the nothing something came down to: figures only where a change from one to the other is told."""
    years = [
        Found(match.start(), match.end(), Figure(*number), "年")
        for match in YEARS.finditer(clause)
        if (number := (arabic(match["number"]), None) if match["number"].isdigit() else chinese_range(match["number"]))
    ]
    return years + [Found(*match.span("none"), Figure(Decimal(0)), "") for match in NOTHING.finditer(clause)]


def came_to_nothing(clause: str) -> list[Found]:
    """The nothing that costs came down to (企业开办成本降为零) or a rate is, in the unit of what is told."""
    rates = [Found(*match.span("none"), Figure(Decimal(0)), "%") for match in AT_NOTHING.finditer(clause)]
    told = [
        Found(*match.span("none"), Figure(Decimal(0)), "元")
        for match in NOTHING.finditer(clause)
        if MONEY_SPENT.search(clause[: match.start()])
    ]
    return [*rates, *told][:1]


def counted_in_chinese(clause: str) -> list[Found]:
    """Counts in Chinese numerals (三个环节): figures only where a change from one to the other is printed."""
    return [
        Found(match.start(), match.end(), Figure(*number), _plain(match["unit"]))
        for match in CHINESE_COUNT.finditer(clause)
        if (number := chinese_range(match["number"]))
    ]
