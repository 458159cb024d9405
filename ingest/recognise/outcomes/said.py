"""What stands around a figure, what it is judged to be, and the words that more than one judgement looks for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.recognise.outcomes.masks import BLOT
from ingest.types import OutcomeKind

MONEY = re.compile(r"元$")
TIME_UNIT = re.compile(r"工作日|自然日|小时|分钟|秒|个月|天|日")
# 接入4个工作日内完成, 备案1天办结: how long it takes now
TAKEN = re.compile(
    r"\s*(?:之?内|以内|即可|就能|便可)?(?:全部)?(?:完成|办结|办好|办完|办妥|接通|通水|通气|通电|送电|领取|取证|拿证)"
)
# Verbs of what was put in or handed out; the figure counts their objects.
INPUT_VERB = (
    "出台|印发|制定|发布(?![^，]{0,4}岗位)|编制|梳理|建立|(?<!新)设立|[下内]设|设置|组建|成立|开设|增设|投入|拿出|配备|配置(?!到)|安排|选派|培训|召开|举办|开展|组织|"
    "走访|检查(?!站)|抽查|抽取|抽检|签订|签署|筹资|筹集|布设|部署|聘请|聘任|引进(?![^，]{0,10}(?:人才|博士|硕士|高校毕业生|外资|企业|项目|机构))|吸纳(?![^，]{0,4}就业)|内含|挑选|汇集(?!到)|明确|确定|列出|推出|提出|"
    "出动|派出|发放(?:宣传|督办|通知|各类|政策|问卷|[^，]{0,4}[册料页单])|印制|(?<![免少])提交|征集|收集|反映|交办|清理(?!案件|[^，]{0,6}(?:收费|证明|拖欠|欠款|账款|积案|壁垒))|上门服务|咨询服务|入户走访|对接|连接|接入|纳入|宣传|宣讲|安装|(?<!政府)采购(?!金额|项目)|购置|"
    "实施(?![^，]{0,24}项目)|推行|落实|拨付|筛选|邀请|参加|调研|座谈|核查(?!出)|共享.{0,4}接口|争取|现有|选聘|抽调|深入|走进|选取|表彰|授予|下发|编写|推送|评估|监督|发出(?!□|[^，]{0,12}[证照])|拥有|建设(?!项目|工程)|评选|(?<!新)认定(?![^，]{0,16}(?:企业|总部|机构|中心))|"
    "派驻|委派|打造|谋划|出资|[细划]分|分为|拆[解分][为成]|分包|公布(?!的)|归集(?=发布)"
)
INPUT = re.compile(INPUT_VERB)
# What inputs brought about is a result, whatever verb stands before: 新增、办结、惠及、节约、减少
RESULT_WORD = re.compile(
    r"办结|(?:累计|共计?|已|成功|联动|在线|网上|全年|全程)(?:受理)?办理|惠及|受益|节约|节省|减少|减免|减负|新增|净增|增长|增加|压减|压缩|缩短|缩减|精简|降低|降至|提升|提高|提速|实现|融资(?!机构|担保|性|平台|服务|对接)|放款|授信|贷款(?!机构|产品|服务)|"
    r"解决|化解|审结|分流|完成反馈|办理(?:企业|群众)?诉求|交付|安置|盘活|清偿|处置|解封|追回|执结|到位|整改|立案|发现|破获|侦破|查获|抓获|挽回|查处|查出|排查出|罚款|罚没|退税|减税|兑现|达|排名|位列|满意|率|占比|访问量|办件|总量|成功|通办|开通|打通|开行|下放|取消|(?:进|出)[境口]|制度(?:集成)?创新|创新(?:实践)?(?:案例|成果)|"
    r"服务(?=企业|群众|市场主体|经营主体|老年人|居民|旅客|学生|农户|用户|客户|游客|市民|各类|职工|项目|\s*$)|(?:带动|吸纳|促进|稳定|实现|新增|安置)[^，]{0,6}就业|验放|让利|缓[交缴]|免缴"
)


# 减免房租、开通专窗等30项举措: the verbs belong to the list, not to the number of what is listed
LIST_END = re.compile(r"等(?:共|近|约|超)?\s*$")
MEASURES = re.compile(r"\s*(?:余|多)?(?:项|条|个)?[^，]{0,8}(?:任务|举措|措施|政策)")


def ends_a_list(before: str, after: str) -> bool:
    """Whether a figure counts the measures listed before it."""
    return bool(LIST_END.search(before) and MEASURES.match(after))


FIGURE = "◆"
"""Stands for the figure in its clause."""


@dataclass(frozen=True, slots=True)
class Said:
    """What stands around a figure in its clause."""

    before: str
    after: str
    unit: str
    moves: bool
    """A change or a comparison is printed (压减至, 提升, 由A到B)."""
    few: bool = False
    """It counts less than ten, and is no rank."""

    @property
    def is_time(self) -> bool:
        return TIME_UNIT.search(self.unit) is not None

    @property
    def clause(self) -> str:
        """Its clause, with a mark for the figure."""
        return f"{self.before}{FIGURE}{self.after}"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a figure is, and the words that decided; `reason` is empty for a result, which needs no excuse."""

    kind: OutcomeKind
    reason: str = ""


def because(kind: OutcomeKind, words: str, what: str) -> Judgement:
    """The judgement with the words that decided, without the blots in them."""
    words = words.replace(BLOT, "").replace(FIGURE, "…").strip("…， ")
    return Judgement(kind, f"“{words}”：{what}" if words else what)
