"""How a figure moved: from what to what, by how much, up or down."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from ingest.recognise.outcomes.beside import those_served
from ingest.recognise.outcomes.clauses import Clause
from ingest.recognise.outcomes.figures import Found, came_to_nothing, counted_in_chinese, told_in_years
from ingest.recognise.outcomes.masks import BLOT
from ingest.recognise.outcomes.said import ends_a_list
from ingest.types import Direction, Figure

TOLERANCE = Decimal("1.5")
"""Points by which a printed change may miss before and after: sources round (71→41 项 as 42%)."""

_DOWN = (
    "压减|压缩|压降|压至|压到|缩短|缩减|缩小|缩至|精简|精减|简化|减少|减至|减到|减为|减低|减轻|减免|减负|减税|降费|"
    "降低|降至|降到|降为|降幅|减幅|下降|下调|回落|节约|节省|省下|省去|省掉|砍[掉去至到]|少了|(?<![至减不缩])少(?:跑|填|交|等|开|提交)|合并|取消|仅保留|只保留|提速|提前|加快|快了|"
    r"减(?=时限|环节|材料|跑动|成本)|(?:缩|减|降)(?=了|约|近|\s*\d|$)"
)
_UP = (
    "提升|提高|增长|增加|增至|增到|增幅|新增|净增|(?<!创)新开(?!展)|上升|升至|升到|升为|上涨|涨幅|扩容|扩大|扩至|拓展[到至]|扩展[到至]|延长|"
    r"翻[^，]{0,2}番|攀升|跃居|跃升|挺进|首次进入|晋升|前移|多了|(?:增|涨)(?=了|约|近|\s*\d|$)"
)
DOWN = re.compile(_DOWN)
MOVE = re.compile(rf"{_DOWN}|{_UP}")
LONGEST_LIST = 6
"""Figures that one verb is said of; a longer run is no list that answers another."""
NEAR = 14
"""How many characters before a figure its verb is looked for."""
# 压减至, 提高到, 精简为: what follows is the new figure; 缩短50%, 减少22人: what follows is the change
TO = re.compile(r"(?:至|到(?!位)|为|成(?![本功交果立效员])|达|只需|仅需|仅|只用|变(?![更化动得]))[^\d，]{0,8}$")
# 10张表变成1张表, 由5趟变1趟
BECAME = re.compile(r"变(?![更化动得])[成为]?[^\d，]{0,4}$")
# 由132种缩减至44种, 从5%降至3%, 由过去的49%提高到72%
FROM = re.compile(r"(?:由|从|自|原来|原有|原先|原本|过去|此前|改革前|以前|以往|法定|最初)[^，。]{0,16}$")
# 从平均每月30件左右，下降到…: the next clause goes on
COMES_FROM = re.compile(
    r"(?:由|从)(?:原来|原先|过去|之前|先前|此前|以前|以往|改革前|最初|法定|平均|每[年月天日]|最[多高长]|的|约|近|□)*$"
)
ABOUT = re.compile(r"(?:左右|上下|以上|多)?")
# 由改革前需要30多份申请材料, 原有56项的总法定办理时限1569小时
EARLIER = re.compile(r"改革前|原需|法定[^，]{0,6}时限")
# 办证需要2天, 要跑8次: what it took
NEEDED = re.compile(r"需|要|须|跑|不到|不足|只有|仅有|花费?|耗时|用时|长达|时间|时限")
# 增幅达20.7%, 时限压缩率达到94.90%
RATE_OF_CHANGE = re.compile(
    r"(?:[增涨降减]幅|增速|(?:压缩|压减|缩减|缩短|精简|减少|减|提速|提升|增长|下降|降低)[^，]{0,8}?(?:率|(?<!占)比例?|幅度))[^，]{0,8}$"
)
# 提高企业满意度98%: the verb is of the thing, the figure its rate
RATE = re.compile(r"(?:(?<!效)(?<!速)率|度|占比|比例|比重|占)\s*(?:近|约|超过|超)?\s*$")
EACH = re.compile(r"分别|各")
# 环节、时间分别压减至2个、3天: the first is no time; 低压、中压报装分别压减至10个、30个工作日 are both
COUNTED_THING = re.compile(r"环节|材料|事项|证照|印章|许可|表单|跑动|次数")
# 是原来的5倍, 达到去年同期的3倍: how many times what it was
TIMES_AS_MUCH = re.compile(
    r"(?:是|为|达到?|相当于)?(?:原来|原先|改革前|此前|过去|以前|往年|去年同期|上年同期|同期)的?(?:近|约|超过?)?$"
)
# 环节压减至两个, 只需三个环节
CAME_DOWN_TO = re.compile(
    r"(?:压缩|压减|精简|缩减|简化|减少|优化)(?:至|到|为|成)(?:了|仅)?$|(?:减|降)(?:至|到|为)$|环节(?:只有|仅)$"
)
# 由交房后3个月提前到当天, 由12份精简为“一表申请”: what it came to is no figure
AT_ONCE = re.compile(
    r"^[^，\d]{0,4}(?:提前|压[缩减]|缩短|精简|减少?|合并|整合|改|变)[^，\d]{0,3}(?:到|至|为|成)[^，\d]{0,4}(?:当[天日场]|即时|实时|立等可取|秒批|□)"
)
# 拿证时间提前了半年: how much sooner
SOONER = re.compile(r"(?:提前|缩短|节省|节约|压缩|减少|快了)(?:了|近|约|至少|超过|整整)*$")
# 16批140项: the second counts the thing
BUNDLES = ("批", "批次", "期", "组")
# 将分散的1169个事项集中到一个窗口: where to, not to how many
GATHERED = re.compile(r"(?:集中|汇集|归集|划转|下放|下沉|移交|进驻|入驻|延伸|整合|纳入)(?:至|到|为|成)\D{0,8}$")
PLACE_AFTER = re.compile(r"^\s*(?:综合)?(?:窗口|平台|网|大厅|中心|部门|系统|门|专区)")
# 同比增长20.25%, 较上年增加34天, 减少或合并事项占总数的42%, 提速80%以上: clauses without a subject of their own
SAID_OF_LAST = re.compile(
    r"^(?:[\d一二三四五六七八九十两]{1,3}年(?:来|间)?)?(?:同比|环比|(?:是|为|达到?|相当于)(?:原来|原先|改革前|去年|上年|同期)|(?:几乎|已)?(?:是|为|相当于)[^，]{1,12}的[^，]{1,6}倍|分别(?:较|比|同比|增长|上升|提高|提升|下降|降低|压缩|缩短|减少)|同期|较|比(?![例重率])|年均(?=增长|增加|增幅|增速)|[增涨降减]幅|(?:办理|审批)?(?:时限|时间)?压[缩减](?:率|比例)|[缩精][短简]率|"
    r"(?:减少|压减|精简|合并)[^，]{0,12}占|占(?:全部|总|其中)[^，]{0,14}的|"
    r"(?:平均)?(?:压缩|压减|缩短|减少|增长|增加|上升|下降|提升|提高|降低|提速)(?:幅度|了|率|比例)*(?:达到?|为|近|约|超过?)*\s*\d)"
)
# 占全部进驻项目的99.08%, 是2021年的2.7倍: how the figure before it stands beside another, no change
BESIDE_LAST = re.compile(
    r"^占(?:全部|总|其中)[^，]{0,14}的|^(?:几乎|已)?(?:是|为|相当于)(?!原|改革前|此前|过去|以[前往]|往年|[去上]年|同期)[^，]{1,16}倍"
)
# 较上年减少检查频次35%: the clause has a subject of its own after all
OWN_SUBJECT = re.compile(r"(?!.*占)(?:了|近|约|达|到|为|至|超|过|幅度|\s)*[^\s了近约达到为至超过幅度]{2,}")
# 其余5起正在核查中, 3家企业过会待发: not yet so; 需要缴纳20万元: what it took before
NOT_YET = re.compile(
    r"(?<!或)正在|可能|尚未|待发|其余(?!.*(?:全部|均|都|已))|仍有|尚有|(?<![只仅])(?:需要?|须|要)(?:按[^，]{0,8})?(?:缴纳|支付|花费|跑)"
)
# 在丰都县2家企业垄断协议案中, 从来到万州第一天开始: the scene, not the statement
SCENE = re.compile(
    r"^(?:首批|这|该|上述)?[\d.]+\s{0,3}[万亿]?\s{0,3}[户家个项件名条款笔起][^，]{2,14}中$|^(?:在|从)[^，]*(?:中|(?<!以)上|(?<!以)下|(?<!小)时|期间|之后|之前|后|方面|里|开始|以来)$"
)
# （不含境外上市企业以及过会待发企业）: a remark says nothing of the figure before it
REMARK = re.compile(r"[（(][^（）()]*[）)]")
PAIRED = re.compile(r"\s*[、和或及]\s*")


# 提升城市品质五大方面任务共计27项, 减免房租等30项举措: the verb is of the things listed, not of their number
LISTED = re.compile(r"^.*(?:方面|任务|行动|举措|措施|工程)(?=共|，|$|\D{0,4}$)")

FROM_TO = "原文印有改革前后的数字"


@dataclass(frozen=True, slots=True)
class Reading:
    """Figures of one clause put in their places; at least one is given."""

    before: Found | None = None
    after: Found | None = None
    change: Found | None = None
    direction: Direction = Direction.LEVEL
    reason: str = ""
    """How it was read, in Chinese for the editor."""
    is_beside: bool = False
    """It stands beside the figure that the clause leads up to: what follows is not said of it."""

    @property
    def main(self) -> Found:
        """The figure that the clause leads up to."""
        return self.after or self.change or self.first

    @property
    def first(self) -> Found:
        """The figure printed first."""
        return min((f for f in (self.before, self.after, self.change) if f), key=lambda found: found.start)


def direction_of(text: str) -> Direction:
    """Up or down by the last verb of movement in `text`; level where there is none."""
    moves = list(MOVE.finditer(text))
    if not moves:
        return Direction.LEVEL
    return Direction.DOWN if DOWN.match(text, moves[-1].start()) else Direction.UP


def read_clause(clause: Clause) -> list[Reading]:
    """What a clause says of its figures: mostly one thing, two for 压缩至10个、30个工作日, nothing for a scene."""
    if NOT_YET.search(REMARK.sub("", clause.text)) or SCENE.match(clause.text):
        return []
    if each := _each_from_to(clause) or _by_unit(clause):
        return each
    moved = _from_to(clause)
    return [moved] if moved else _alone(clause)


def speaks_of_last(clause: Clause, reading: Reading) -> bool:
    """Whether a clause without a subject says how the figure before it moved (…146976户，同比增长20.25%)."""
    if reading.before is not None or not SAID_OF_LAST.match(clause.text):
        return False
    lead = clause.text[: reading.first.start]
    verbs = list(MOVE.finditer(lead))
    return not (verbs and OWN_SUBJECT.match(lead[verbs[-1].end() :]))


def earlier_state(clause: Clause, *, was: bool) -> list[Found]:
    """The figures of a clause that tells how it was before (由改革前需要30多份材料), for a later clause to refer to.

    `was`: the clauses before it have been telling how it was (过去，新开一家便利店，办证需要2天).
    """
    told = EARLIER.search(clause.follows + clause.text) or (was and NEEDED.search(clause.text))
    if not (told or _breaks_off(clause)):
        return []
    return [found for found in clause.figures if found.unit and not MOVE.search(clause.text[: found.start][-NEAR:])]


def _breaks_off(clause: Clause) -> bool:
    """Whether the clause ends with the figure from which the next one goes on: 从每月30件左右，下降到每月8件."""
    last = clause.figures[-1] if clause.figures else None
    return bool(last and COMES_FROM.search(clause.text[: last.start]) and ABOUT.fullmatch(clause.text[last.end :]))


def since(before: Found, reading: Reading) -> Reading | None:
    """`reading` with the figure of an earlier clause as its before, where both measure the same."""
    after = reading.after
    if not after or reading.before or before.magnitude == after.magnitude or not before.is_like(after):
        return None
    return replace(reading, before=before, direction=_told(before, after), reason=FROM_TO)


def _from_to(clause: Clause) -> Reading | None:
    """由A减至B: two figures with a verb of movement, or 至/到/为 after 由/从, between them."""
    figures = list(clause.figures)
    if sum(bool(found.unit) for found in figures) < 2:
        worded = [*counted_in_chinese(clause.text), *told_in_years(clause.text)]
        bare = [one for one in figures if one.start not in {found.start for found in worded}]
        figures = sorted({*bare, *worded}, key=lambda found: found.start)
    for left, right in pairwise(figures):
        if reading := _moved(clause.text, left, right):
            return reading
    return None


def _moved(text: str, left: Found, right: Found, between: str = "") -> Reading | None:
    """The two figures as before and after, where the words `between` them say so."""
    between = (between or text[left.end : right.start]).replace(BLOT, "")
    comes_from = FROM.search(text[: left.start])
    if not TO.search(between) or not (comes_from or MOVE.search(between) or BECAME.search(between)):
        return None
    if GATHERED.search(between) and PLACE_AFTER.match(text[right.end :]):
        return None
    before, after = _with_unit(left, right), _with_unit(right, left)
    if not before.unit or (before.figure, before.unit) == (after.figure, after.unit) or _in_a_year(before, after):
        return None
    direction = direction_of(between)
    if direction is Direction.LEVEL and comes_from:
        direction = direction_of(text[right.end :])
    if before.is_rank:
        # 由第12位上升至第3位: the number falls while the place rises
        return Reading(before=before, after=after, reason=FROM_TO)
    told = _told(before, after)
    if before.unit == after.unit and direction not in (told, Direction.LEVEL):
        return None
    return Reading(before, after, direction=direction if told is Direction.LEVEL else told, reason=FROM_TO)


def _in_a_year(before: Found, after: Found) -> bool:
    """Whether the first figure is the year in which the second came about: 一年能为企业省下30万元."""
    return before.unit == "年" and not after.is_time


def _told(before: Found, after: Found) -> Direction:
    """The direction that the two figures tell by themselves; level where their units cannot be compared."""
    if not before.is_like(after) or before.magnitude == after.magnitude:
        return Direction.LEVEL
    return Direction.UP if after.magnitude > before.magnitude else Direction.DOWN


def _with_unit(found: Found, other: Found) -> Found:
    """A bare number takes the unit of the other: 由71减至41项; 压缩至10个、30个工作日."""
    bare = not found.unit or (found.unit == "个" and other.is_time)
    return replace(found, unit=other.unit) if bare else found


def _alone(clause: Clause) -> list[Reading]:
    """One figure: the new value (压减至B, 达B, 仅B), the change (提升p%, 减少N人), or a plain count."""
    usable = [found for found in clause.figures if found.unit] or _in_words(clause.text)
    if not usable:
        return []
    found = _leading(clause, usable)
    twins = _twins(clause.text, list(clause.figures), found)
    lead = clause.text[: twins[0].start]
    if len(twins) == 1 and (became := _became(clause.text, found)):
        return [Reading(before=found, direction=direction_of(became), reason=f"“{became}”前的数值")]
    if found.is_growth:
        return [Reading(change=found, direction=Direction.UP, reason="“翻番”：增长的幅度")]
    listed = ends_a_list(lead, clause.text[twins[0].end :])
    near = "" if listed else LISTED.sub("", lead[-NEAR:])
    if found.unit == "倍" and (past := TIMES_AS_MUCH.search(lead)) and found.figure.low > 1:
        grown = replace(found, figure=Figure(found.figure.low - 1))
        return [Reading(change=grown, direction=Direction.UP, reason=f"“{past[0]}”：与改革前相比的倍数")]
    direction = direction_of(near)
    if _is_change(found, near):
        verb = list(MOVE.finditer(near))[-1][0]
        return [Reading(change=one, direction=direction, reason=f"“{verb}”：变化的幅度") for one in twins]
    others = [one for one in usable if one not in twins]
    served = [
        Reading(after=one, reason="受益者的数量", is_beside=True) for one in those_served(clause.text, others, found)
    ]
    reason = _because(near, "变化的数量")
    return [*served, *(Reading(after=one, direction=direction, reason=reason) for one in twins)]


def _became(text: str, found: Found) -> str:
    """The verb that says what became of an earlier figure (原有3个月…缩短, 由3个月提前到当天); “” where none does."""
    lead, rest = text[: found.start], text[found.end :]
    told = EARLIER.search(lead) and MOVE.search(rest)
    told = told or (FROM.search(lead) and AT_ONCE.match(rest) and MOVE.search(rest))
    return told[0] if told else ""


def _in_words(text: str) -> list[Found]:
    """A figure in words: 环节压减至两个 (it came down to that), 提前了半年以上 (by so much), 成本降为零."""
    counted = [found for found in counted_in_chinese(text) if CAME_DOWN_TO.search(text[: found.start])]
    years = [found for found in told_in_years(text) if found.unit == "年" and SOONER.search(text[: found.start])]
    return [*counted, *years, *came_to_nothing(text)][:1]


def _because(near: str, what: str) -> str:
    """In words: the last verb of movement before the figure, and what the figure is by it."""
    verbs = list(MOVE.finditer(near))
    if not verbs:
        return "陈述的数值"
    return f"“{verbs[-1][0]}”：{'改革后的数值' if TO.search(near[verbs[-1].start() :]) else what}"


def _runs(text: str, figures: list[Found]) -> list[list[Found]]:
    """The figures, those together that only 、 or 和 parts: 分别由5天、20天压减至2天、10天 has two runs of two."""
    runs: list[list[Found]] = []
    for one in figures:
        if runs and PAIRED.fullmatch(text[runs[-1][-1].end : one.start]):
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def _twins(text: str, figures: list[Found], found: Found) -> list[Found]:
    """The figure, and those next to it that are said of the same: 10个、30个工作日, 分别为19%、17%、21%."""
    run = next((run for run in _runs(text, figures) if found in run), [found])
    if len(run) > LONGEST_LIST:
        return [found]
    if (
        EACH.search(text[: run[0].start])
        and COUNTED_THING.search(text[: run[0].start])
        and all(one.unit for one in run)
    ):
        return run
    same = [_with_unit(one, run[-1]) for one in run]
    return same if len({one.unit for one in same}) == 1 else [found]


def _each_from_to(clause: Clause) -> list[Reading]:
    """环节、时间分别由5个、8天减至1个、1天: as many figures after the verb as before it, one by one."""
    runs = _runs(clause.text, list(clause.figures))
    for left, right in pairwise(runs):
        if 1 < len(left) == len(right) <= LONGEST_LIST and EACH.search(clause.text[: left[0].start]):
            filled = [_with_unit(a, left[-1]) for a in left], [_with_unit(b, right[-1]) for b in right]
            text = clause.text[: left[0].start], clause.text[left[-1].end : right[0].start]
            pairs = (_moved(f"{text[0]}{text[1]}", a, b, between=text[1]) for a, b in zip(*filled, strict=True))
            readings = [reading for reading in pairs if reading]
            if len(readings) == len(left):
                return readings
    return []


def _by_unit(clause: Clause) -> list[Reading]:
    """由4个环节9个工作日压缩为2个环节3个工作日: each answers the figure of its own unit."""
    half, odd = divmod(len(clause.figures), 2)
    left, right = clause.figures[:half], clause.figures[half:]
    units = [one.unit for one in left]
    if odd or half < 2 or len({*units, ""}) != half + 1 or units != [one.unit for one in right]:
        return []
    lead, between = clause.text[: left[0].start], clause.text[left[-1].end : right[0].start]
    readings = [_moved(f"{lead}{between}", a, b, between=between) for a, b in zip(left, right, strict=True)]
    return [reading for reading in readings if reading] if all(readings) else []


def _is_change(found: Found, near: str) -> bool:
    """Whether a percentage or multiple is how much something moved, not what it came to."""
    verbs = list(MOVE.finditer(near))
    if found.unit not in ("%", "倍") or not verbs:
        return False
    return bool(RATE_OF_CHANGE.search(near)) or not (
        TO.search(near[verbs[-1].start() :]) or RATE.search(near[verbs[-1].end() :])
    )


def _leading(clause: Clause, usable: list[Found]) -> Found:
    """The figure a clause leads up to: a rank, else one right after a verb of movement, else the last."""
    for found in usable:
        if found.is_rank:
            return found
    if len(usable) > 1 and usable[-2].end == usable[-1].start and usable[-2].unit not in BUNDLES:
        # 审结案件5件32人: the first counts the thing
        return usable[-2]
    for found in reversed(usable):
        if MOVE.search(clause.text[max(0, found.start - 6) : found.start]):
            return found
    return usable[-1]


def change_figure(found: Found, direction: Direction) -> Figure:
    """A printed change in %, signed by its direction; 2倍 is 200 %."""
    low, high = found.figure.low, found.figure.high
    if found.unit == "倍":
        low, high = low * 100, high * 100 if high is not None else None
    if direction is Direction.DOWN:
        return Figure(-low, -high if high is not None else None)
    return Figure(low, high)


def agrees(before: Figure, after: Figure, change: Figure) -> bool:
    """Whether a printed change fits before and after, within the tolerance; ranges are not checked."""
    if before.low <= 0 or before.high is not None or after.high is not None or change.high is not None:
        return True
    return abs((after.low / before.low - 1) * 100 - change.low) <= TOLERANCE
