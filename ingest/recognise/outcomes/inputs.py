"""Figures of what was put in, or of whom a reform concerns."""

from __future__ import annotations

import re

from ingest.recognise.outcomes.said import (
    INPUT,
    MONEY,
    RESULT_WORD,
    Judgement,
    Said,
    because,
    ends_a_list,
)
from ingest.types import OutcomeKind

# 27项重点举措, 6项任务长期坚持开展: what was set; 5项任务已如期完成: what came of it
TASK = re.compile(
    r"^\s*(?:余|多)?\s*(?:项|个|条|件)?[^，给]{0,12}?(?:任务|举措|措施|行动|要点|清单|工作内容|重点工作|改革事项|基础事项|实事)(?P<rest>[^，]*)"
)
TASK_DONE = re.compile(r"完成|落地|办结|见效|销号|整改到位|实现|推广|备案|转化|达到|入选|获")
# 向57个部门交办, 由22个部门负责, 以300个城市为对象: whom it concerns
CONCERNED = re.compile(
    r"(?:向|由|(?<!参)与|(?<!合)同|和|赴|于|涉及|涵盖|包括|包含|围绕|针对|通过|依托|以|(?<!保险)覆盖|给|经过|全国|全市|全省|各|这|该|其中的|作为|在内的(?:共计?)?)\s*$|^通过对|^包括(?!.*在内)|^以(?=.*为)"
)
# 包括…等11项被国务院推广: what came of them
PROMOTED = re.compile(r"^\s*(?:被|获|已)[^，]{0,14}(?:推广|采纳|转发|备案)")
# 全市27个工业项目实现“竣工即领证”: which ones got it
WHOLE_PLACE = ("全市", "全省")
ACHIEVED = re.compile(r"^[^，]{0,14}(?:实现|享受|受益|完成|办结|拿到|通过)")
SUBJECT_IN = re.compile(
    r"(?<![\d余]个)(?:人员|部门|窗口|单位|工位|设备|面积|编制|清单|目录|文件|制度|措施|举措|政策|任务)(?:共计|共|计)?\s*$"
)
# 筛查招标文件742份: files that were worked through
LOOKED_THROUGH = re.compile(r"(?:审查|筛查|审核|清查|排查)[^，]{0,16}$")
# 14家银行与…签订协议, 337名干部组成服务团队: what they were brought in for
ROLE = re.compile(r"^[^，]{0,30}(?:签订|签署|组成|担任|纳入)|^[^，]{0,12}(?:作为|参与|参加|负责|分包|包保|包联)")
# 对14639个事项开展清理: what was worked through
TREATED_BEFORE = re.compile(r"^(?:其中)?对(?:全[省市县区州]|各|[^，]{0,6}的)?[^，]{0,10}$")
TREATED_AFTER = re.compile(r"(?:开展|进行|实施|加以)")
# 1540个审批事项进驻大厅, 97项权限下放: matters that came nearer to those who need them
MATTERS_MOVED = re.compile(r"^\s*(?:余|多)?(?:项|个)?[^，]{0,10}(?:事项|权限)[^，]{0,6}(?:进驻|入驻|上线|下沉|下放)")
MOVED_IN = re.compile(r"(?:接入|上线|进驻|入驻|下沉|下放)了?(?:近|约|超过?)?\s*$")
MATTERS = re.compile(r"^\s*(?:余|多)?(?:项|个)?[^，]{0,10}(?:事项|权限)")
# 吸纳600多人就业: the work is what came of it
EMPLOYED = re.compile(r"^\s*(?:余|多)?(?:名|人)?[^，]{0,8}就业")
# 26名业务骨干带事下沉, 96名执法人员
STAFF = re.compile(
    r"^\s*(?:余|多)?\s*(?:名|位|人)?[^，]{0,8}?(?:干部|人员|骨干|专员|服务员|特派员|辅导员|指导员|联络员|管家|党员|队员|志愿者|专家|领导|负责人|工作者|代办员|监督员|民警|辅警|法官|检察官)"
)
# 为10余名外籍人员办理签证: whom it was done for
SERVED = re.compile(r"(?:^|，)(?:已|及时|累计|先后)*(?:为|帮助|给|替)[^，]{0,16}$")
SERVED_WITH = re.compile(r"办理|解决|追回|发放|办妥|办结|提供|放贷|贷款|授信|融资")
# 42个中省直单位细化了方案, 16个区全部上网: who took part
TOOK_PART = re.compile(
    r"^\s*(?:余|多)?\s*(?:个|家)?[^，到至在]{0,8}?(?:部门|单位|乡镇|镇街|街道|社区|区县|省辖市|市地|园区|产业园|窗口|网点|公共服务中心|政务服务中心)"
)
# 投入3亿元: money is put in only by these
FUNDED = re.compile(
    r"投入|拿出|争取|出资|筹资|筹集|拨付|(?<!完成)(?<!直接)投资(?![^，]{0,4}完成)|安排|设立|成立|(?<!政府)采购(?!金额|项目)"
)
# 带动民间投资80亿元, 撬动社会投入2亿元: money that others put in is what came of it
BROUGHT_IN = re.compile(r"(?:带动|撬动|拉动|吸引)[^，]{0,16}$")
# 在37个行业试行, 为8条产业链各配备一名首席法官: where something was set up
SET_UP_IN = re.compile(
    r"^(?!.*(?:内|受理|办理|享受))[^，]{1,14}?(?:全部|全面|各|均|都|统一|率先)?(?:设立|设置|配备|布设|试行|推行|试点(?!企业|单位|项目)|建立|派驻|配置)"
)
# 王宁等5名农民工的信息: persons of whom one is named; 让在座的20余位企业家惊讶
PERSONS = ("名", "位", "人")
NAMED_PERSONS = re.compile(r"(?<!帮助)(?<!为)等(?:共计?)?\s*$|(?:在座|在场|到场|与会)的\s*$")
# 施工图审查、消防设计审查等4个事项: how many things were listed
LISTED = re.compile(r"、[^，、]{1,16}等\s*$")
LISTED_THINGS = re.compile(
    r"^(?:个|项|种|类)?[^，]{0,4}(?:业务|待遇|专业市场|产业集群|制造业集群|行业|事项|领域|环节|渠道|部门|方面|系统|平台|指标)"
)
# 首期3亿元: the size of a fund
FUND_SIZE = re.compile(r"(?:首期|注册资本|基金规模|总规模)(?:为|达|约|共)?\s*$")
# 让22万户市场主体迸发活力; 让1.2万户企业受益 is a result
MADE_TO = re.compile(r"(?:(?<!减)让|使|令)\s*$")
HELPED = re.compile(r"帮助|[为替给]|协助|让(?!在)|使")
BENEFITED = re.compile(r"受益|享受|获得|(?<!未)拿到|用上|实现")
RULE = re.compile(
    r"不得超过|(?<!时限)(?<!用时)(?<!时间)(?<!耗时)(?<!时长)(?<!天数)(?<!办理)(?<!全程)(?<!平均)不超过|不少于|不低于|不高于|按照|(?<![响供适对相反效呼顺])应(?:当)?(?![用急对收届答付纳诉])|须|要求(?=企业|申请|借款|纳税)|原则上|(?:标准(?!地|化|厂房)|条件)[^，]{0,6}$|凡|对于"
)
# 60余份文件, 1800台自助机, 61支小分队, 25个法庭: things that are put in, whatever the verb
INPUT_OBJECT = re.compile(
    r"^\s*(?:余|多)?\s*(?:名|位|台|套|支|个|项|条|份|件|家|场|次|期)?\s*[^，。实成入达开给]{0,12}?"
    r"(?:文件|制度|办法|措施|举措|清单|自助机|一体机|自助终端|设备|小分队|工作组|工作队|专班|服务站|窗口|点位|站点|"
    r"会议|座谈会|培训|讲座|活动|机制|方案|指南|政策|任务|接口|平台|系统|人员|律师|调解员|法庭|渠道|专区|专栏|模块)(?:$|赴|用于|指导|下沉|入驻)"
)
# 累计推送政策18.9万户次: how often somebody was served
TIMES_SERVED = re.compile(r"(?:户|家|人)次$")
SERVED_IN_ALL = re.compile(
    r"(?:累计|共)(?!计?(?:培训|出动|投入|组织|召开|走访|派出|检查|参加|参训))[^，]{0,4}(?:推送|服务|调剂|惠及|覆盖)[^，]{0,10}$"
)
# 走访企业4300余户次, 走访81个规上企业: how many were called on
CALLED_ON = re.compile(r"走访[^，]{0,12}$")
FIRMS_UNIT = re.compile(r"[户家]次?$")
FIRMS_AFTER = re.compile(r"^[^，]{0,8}企业")
INPUT_UNIT = re.compile(r"^(?:台|支|场|场次|期|批次|批|轮)$")


def put_in(said: Said) -> Judgement | None:
    """What was put in, or whom it concerns; None where the figure tells what came of it."""
    word = None if said.moves or PROMOTED.match(said.after) else _word_of_input(said)
    return because(OutcomeKind.INPUT, word, "投入或涉及的数量") if word else None


def _word_of_input(said: Said) -> str | None:
    """The word by which the figure counts what was put in, or whom it concerns, and not what came of it."""
    before, after = said.before, said.after
    if word := _concerned(said):
        return word
    moved = MATTERS_MOVED.match(after) or (MOVED_IN.search(before) and MATTERS.match(after))
    served_in_all = TIMES_SERVED.search(said.unit) and SERVED_IN_ALL.search(before)
    called_on = CALLED_ON.search(before) and (FIRMS_UNIT.search(said.unit) or FIRMS_AFTER.match(after))
    if said.is_time or moved or served_in_all or called_on:
        return None
    brought_about = RESULT_WORD.search(before[-12:]) and not ends_a_list(before, after)
    if said.unit != "%" and (task := TASK.match(after)):
        return None if TASK_DONE.search(task["rest"]) or brought_about else task[0].strip()[:12]
    if said.unit == "%" or RESULT_WORD.search(after[:8]) or EMPLOYED.match(after):
        return None
    served = SERVED.search(before) and SERVED_WITH.search(after)
    things = (not served and (STAFF.match(after) or TOOK_PART.match(after))) or INPUT_OBJECT.match(after)
    if (things or INPUT_UNIT.search(said.unit)) and not brought_about:
        return things[0].strip()[:12] if things else said.unit
    return _put_in_by_verb(before, FUNDED if MONEY.search(said.unit) else INPUT)


def _concerned(said: Said) -> str | None:
    """The word that makes the figure one of whom or what it concerns: 向57个部门, 对1.9万项事项进行清理."""
    before, after = said.before, said.after
    served = TIMES_SERVED.search(said.unit) or LOOKED_THROUGH.search(before)
    found = (
        (TREATED_BEFORE.match(before) and TREATED_AFTER.search(after))
        or (_of_those_counted(before, after) if said.unit not in ("%", "位") and not said.is_time else None)
        or (_of_persons(before, after) if said.unit in PERSONS else None)
        or RULE.search(before)
        or (None if served else SUBJECT_IN.search(before))
        or ROLE.search(after)
    )
    return (found[0].strip("， ") or said.unit) if found else None


def _of_those_counted(before: str, after: str) -> re.Match[str] | None:
    concerned = CONCERNED.search(before)
    if concerned and not (concerned[0].strip() in WHOLE_PLACE and ACHIEVED.search(after)):
        return concerned
    if not BENEFITED.search(after) and (made := MADE_TO.search(before)):
        return made
    listed = LISTED.search(before) if LISTED_THINGS.match(after) and not RESULT_WORD.search(after) else None
    return FUND_SIZE.search(before) or SET_UP_IN.search(after) or listed


def _of_persons(before: str, after: str) -> re.Match[str] | None:
    return None if BENEFITED.search(after) or HELPED.search(before) else NAMED_PERSONS.search(before)


def _put_in_by_verb(before: str, verbs: re.Pattern[str]) -> str | None:
    """The last verb of putting in, where no word of a result stands after it."""
    if BROUGHT_IN.search(before):
        return None
    verb, result = _last(verbs, before), _last(RESULT_WORD, before)
    return verb[0] if verb and (result is None or verb.start() > result.start()) else None


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The last match; None where there is none."""
    last = None
    for match in pattern.finditer(text):
        last = match
    return last
