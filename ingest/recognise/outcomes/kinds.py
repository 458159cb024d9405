"""What a figure is: a result, a target, an input, another place's."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.types import OutcomeKind

# 力争减负1600亿元以上, 到2022年达到…, 确保压减至…, 下一步将…; “将审批时间压减至” is no future
TARGET = re.compile(
    r"力争|争取(?!到|省)|计划|预计|(?<![模虚])拟(?!制|定|订)|目标(?:是|为|任务)|有望|今后|未来|下一步|下步|即将|不少于|不低于|须在|应当?在|要求在|"
    r"将(?:进一步|持续|继续|全面|力争|实现|达到|超过|达|会|再|完成|新增|选取|建成|打造|推出|于|在)|"
    r"确保到□"
)
SENTENCE_TARGET = re.compile(
    r"^\s*(?:[^，]{0,6}表示)?[，,]?(?:计划|力争|预计|争取|下一步|下步|接下来|今后|未来|□*年?，?[^，]{0,10}将(?:进一步|持续|继续))"
)
DONE = re.compile(r"已|累计|截至|截止|目前|共(?:计)?|完成了|实现了|达到了|以来|去年|全年")
# 向57个部门交办, 由22个部门负责, 以300个城市为对象: whom it concerns
CONCERNED = re.compile(
    r"(?:向|由|与|同|和|赴|于|涉及|涵盖|包括|包含|围绕|针对|通过|依托|以|覆盖|给|全国|全市|全省|各|这|该|其中的|作为)\s*$|^通过对|^包括(?!.*在内)|^以(?=.*为)"
)
TIME_UNIT = re.compile(r"工作日|自然日|小时|分钟|秒|个月|天|日")
SUBJECT_IN = re.compile(r"(?:人员|部门|窗口|单位|工位|设备|面积|编制|清单|目录|文件|制度|措施|举措|政策)\s*$")
# 14家银行与…签订协议, 337名干部组成服务团队: what they were brought in for
ROLE = re.compile(r"^[^，]{0,30}(?:签订|签署|组成|担任|纳入)|^[^，]{0,12}(?:作为|参与|参加|负责)")
RULE = re.compile(r"不(?:得)?超过|不少于|不低于|按照|应(?:当)?|须|要求(?=企业|申请|借款|纳税)|原则上|标准|条件|凡|对于")

# 全国新设市场主体…, 较全省平均水平15.79天
ELSEWHERE = re.compile(
    r"地球|^(?:目前|截至目前|其中)?(?:全国(?!首|率先|第|领先|一体|性|范围|重点|示范)|全球|世界|我国(?!首)|国内|国家(?!级))|"
    r"(?:较|比|低于|高于|优于|快于|短于)?(?:全国|全省|全市|国家|世界|经合组织|东亚)[^，]{0,6}平均"
)

# 接入4个工作日内完成, 备案1天办结: how long it takes now
TAKEN = re.compile(
    r"\s*(?:之?内|以内|即可|就能|便可)?(?:全部)?(?:完成|办结|办好|办完|办妥|接通|通水|通气|通电|送电|领取|取证|拿证)"
)
# Verbs of what was put in or handed out; the figure counts their objects.
INPUT_VERB = (
    "出台|印发|制定|发布|编制|梳理|建立|设立|设置|组建|成立|开设|增设|投入|投放|配备|配置(?!到)|安排|选派|培训|召开|举办|开展|组织|"
    "走访|检查|抽查|抽取|抽检|签订|签署|签约|筹资|筹集|布设|部署|聘请|聘任|引进|吸纳|明确|确定|列出|推出|提出|"
    "出动|派出|发放(?:宣传|各类|政策|问卷|[^，]{0,4}[册料页单])|印制|征集|收集|反映|交办|清理|上门服务|咨询服务|入户走访|对接|连接|接入|纳入|宣传|宣讲|安装|采购(?!金额|项目)|购置|"
    "实施|推行|落实|拨付|筛选|邀请|参加|调研|座谈|核查(?!出)|共享.{0,4}接口|争取|现有|选聘|抽调|深入|走进|选取|表彰|授予|下发|编写|推送|评估|监督|发出(?!□|[^，]{0,12}[证照])|拥有|建设(?!项目|工程)|建成|评选|认定"
)
INPUT = re.compile(INPUT_VERB)
# 60余份文件, 1800台自助机, 61支小分队, 25个法庭: things that are put in, whatever the verb
INPUT_OBJECT = re.compile(
    r"^\s*(?:余|多)?\s*(?:名|位|台|套|支|个|项|条|份|件|家|场|次|期)?\s*[^，。实成入达开]{0,12}?"
    r"(?:文件|制度|办法|措施|举措|清单|自助机|一体机|自助终端|设备|小分队|工作组|工作队|专班|专员|服务站|窗口|点位|站点|"
    r"会议|座谈会|培训|讲座|活动|机制|方案|指南|政策|任务|接口|平台|系统|人员|律师|调解员|法庭|渠道|专区|专栏|模块)(?:$|赴|用于|指导|下沉|入驻)"
)
INPUT_UNIT = re.compile(r"人次$|^(?:台|套|支|场|场次|期|批次)$")
# What inputs brought about is a result, whatever verb stands before: 新增、办结、惠及、节约、减少
RESULT_WORD = re.compile(
    r"办结|惠及|受益|节约|节省|减少|减免|减负|新增|净增|增长|增加|压减|压缩|缩短|缩减|精简|降低|降至|提升|提高|提速|实现|融资|放款|授信|贷款|"
    r"解决|化解|执结|到位|整改|立案|发现|查处|查出|排查出|罚款|罚没|退税|减税|兑现|达|排名|位列|满意|率|占比|访问量|办件量|总量|成功|通办|开通|开行|下放|取消"
)


@dataclass(frozen=True, slots=True)
class Said:
    """What stands around a figure in its clause."""

    before: str
    after: str
    unit: str
    moves: bool
    """A change or a comparison is printed (压减至, 提升, 由A到B)."""


def kind_of(said: Said, sentence: str, *, plan: bool) -> OutcomeKind:
    """What a figure is, by its clause and the whole `sentence`.

    `plan` tells that the document is a plan, where a figure is a target unless it is said to be reached.
    """
    clause = said.before + said.after
    if ELSEWHERE.search(clause):
        return OutcomeKind.ELSEWHERE
    if TARGET.search(clause) or SENTENCE_TARGET.search(sentence) or (plan and not DONE.search(sentence)):
        return OutcomeKind.TARGET
    return OutcomeKind.INPUT if not said.moves and _is_input(said) else OutcomeKind.RESULT


def _is_input(said: Said) -> bool:
    """Whether the figure counts what was put in, or whom it concerns, and not what came of it."""
    concerned = CONCERNED.search(said.before) and said.unit not in ("%", "位") and not TIME_UNIT.search(said.unit)
    if concerned or RULE.search(said.before) or SUBJECT_IN.search(said.before) or ROLE.search(said.after):
        return True
    if TIME_UNIT.search(said.unit) and TAKEN.match(said.after):
        return False
    if said.unit == "%" or RESULT_WORD.search(said.after[:8]):
        return False
    put_in = INPUT_UNIT.search(said.unit) or INPUT_OBJECT.match(said.after)
    if put_in and not RESULT_WORD.search(said.before[-12:]):
        return True
    return _last(INPUT, said.before) > _last(RESULT_WORD, said.before)


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match begins; -1 where there is none."""
    return max((match.start() for match in pattern.finditer(text)), default=-1)
