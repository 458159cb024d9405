"""Whether a change is good for whoever does business, and for whom it was made.

Good or bad goes by what is measured: less time is better, more loans are better. Where the table says nothing, or no
direction is printed, neither is claimed.
"""

from __future__ import annotations

import re

from ingest.types import Direction, Effect

# 免费堆存期延长30天, 宽限期延长: a term in favour of the user
GRACE = re.compile(r"免费|宽限|缓[缴交]|有效期|贷款期限|续贷")
# 为企业减负、节约成本: what was saved; 时效提速50%: faster is better, though the time fell
SAVED = re.compile(r"减负|减税|降费|让利|节约|节省|减免|退税|少跑")
FASTER = re.compile(r"提速|提前|加快|快了")
# 办理时间、环节、材料、成本、投诉: the less the better
LESS_IS_BETTER = re.compile(
    r"时间|时限|用时|耗时|时长|周期|天数|工期|期限|环节|步骤|流程|程序|手续|材料|单证|表单|要件|证明|证照|印章|跑动|跑腿|次数|频次|"
    r"成本|费用|费率|利率|收费|支出|税负|税费|租金|保证金|违约金|资金占用|占用资金|负担|投诉|差评|退件|积案|欠款|停电|门槛|审批事项|许可事项|"
    r"收费项目|现场检查|抽查|检查(?:企业)?(?:次数|频次|数)|单独执法|违法"
)
# 贷款、办件量、满意率、市场主体: the more the better
MORE_IS_BETTER = re.compile(
    r"效率|时效|优良天数|数量|总量|满意|好评|便利度|得分|网办|即办|办结率|结案率|达标率|通过率|成功率|履约率|覆盖|公示率|参与率|贷款|授信|融资|放款|投放|信贷|"
    r"主体|企业|个体|户数|就业|岗位|上市|专利|商标|办件|业务量|办理量|处理能力|交易额|贸易|进出口|出口|进口|吞吐|班列|航线|投资|外资|订单|"
    r"通办|可办|服务事项|事项清单|诉求|调解|优良|准确率|合格率|问题发现"
)
# 报装精简至2个环节, 3份材料, 5个工作日: the unit tells what was spent where the name does not
SPENT = re.compile(r"环节|步骤|工作日|自然日|小时|分钟|天|份|页|趟")
# 企业开办由5个环节减为1个: steps and time are spent whatever the name speaks of
STEPS_OR_TIME = re.compile(r"环节|步骤|工作日|自然日|小时|分钟|天|趟")
# 惠及企业、为群众节约、纳税人办税: the first named after a word of giving, else the first named at all
_PEOPLE = (
    r"中小微企业|小微企业|中小企业|民营企业|外资企业|外贸企业|出口企业|个体工商户|经营主体|市场主体|企业|商户|纳税人|缴费人|群众|市民|居民|百姓|"
    r"申请人|当事人|投标人|投标企业|供应商|投资者|职工|劳动者|用工单位|求职者|毕业生|旅客|司机|用户|客户|农户|学生|老年人"
)
GIVEN_TO = re.compile(rf"(?:惠及|服务|为|帮助|向|让|使|方便|减轻)(?:[^，]{{0,6}}?)(?P<who>{_PEOPLE})")
NAMED = re.compile(rf"(?P<who>{_PEOPLE})(?!开办|注册|登记|信用|满意度?调查|等\d|数据)")


def effect_of(metric: str, clause: str, unit: str, direction: Direction) -> Effect:
    """Better or worse by what is measured and where it went; unjudged where the table or the print says nothing.

    Worse is said only where the thing measured stands at the end of its name: a wrong “worse” hurts more than none.
    """
    if direction is Direction.LEVEL:
        return Effect.UNJUDGED
    up = direction is Direction.UP
    if not up and (SAVED.search(metric) or FASTER.search(clause)):
        return Effect.BETTER
    if GRACE.search(metric):
        return Effect.BETTER if up else Effect.UNJUDGED
    less, more = _last(LESS_IS_BETTER, metric), _last(MORE_IS_BETTER, metric)
    if less == more == -1:
        return Effect.BETTER if not up and SPENT.search(unit) else Effect.UNJUDGED
    steps_saved = not up and more > less and STEPS_OR_TIME.search(unit)
    # 企业办理时间: what is measured stands last
    if steps_saved or (less > more) is not up:
        return Effect.BETTER
    return Effect.WORSE if max(less, more) >= len(metric) - 2 else Effect.UNJUDGED


def beneficiary_of(clause: str) -> str:
    """For whom it is, as the clause names them; “” where it names nobody."""
    found = GIVEN_TO.search(clause) or NAMED.search(clause)
    return found["who"] if found else ""


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.end() for match in pattern.finditer(text)), default=-1)
