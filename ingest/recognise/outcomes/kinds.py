"""What a figure is: a result, a target, an input, another place's, background; and why, in words for the editor."""

from __future__ import annotations

import re

from ingest.recognise.outcomes.background import background
from ingest.recognise.outcomes.inputs import put_in
from ingest.recognise.outcomes.said import Judgement, Said, because
from ingest.recognise.outcomes.scope import COMPARED_WITH, ELSEWHERE
from ingest.types import OutcomeKind

# 力争减负1600亿元以上, 投产后年产能可达3亿元, 到2022年达到…, 确保压减至…, 下一步将…, 时限再压缩10%; no future are
# “将审批时间压减至” and “在法定时限基础上再压缩10%”
TARGET = re.compile(
    r"(?:投产|达产|建成|竣工)后，?[^，]{0,8}(?:可|将|预计)|力争|争取(?!到|省|[^，]{0,12}(?:资金|补助|债券))|(?<![整动增育流展程贴划原查])计划(?![”》书内获经表通])|(?<!比)(?<!较)预计|(?<![模虚])拟(?!制|定|订)|目标(?:是|为|任务)|有望|今后|未来(?!科技|产业|社区|工厂|乡村)|(?:税收|产值|收入|产能|营收)[^，]{0,4}可达|下一步|下步|即将|不少于|不低于|须在|应当?在|要求在|"
    r"将(?:把|进一步|持续|继续|全面|力争|实现|达到|超过|达|会|再|完成|新增|选取|建成|打造|推出|于|在|重点|着力|全力|加快|陆续|分批|逐步|适时|启动|开展|新建|攻坚)|"
    r"将(?:分别)?(?:压|缩[短减]|降[低至到]|减[少至到]|提[升高]|增[加长至]|扩大)(?![^，]{0,4}[的后])|(?<!基础上)再(?:压[缩减]|缩短|减少|降低?|提升|提高)(?![了至到为])|确保到□|(?<![需只主重首不])要(?:达到|实现|完成|控制在)"
)
SENTENCE_TARGET = re.compile(
    r"^(?:按照?|根据)[^，]{0,8}(?:计划|规划|方案)，.*将|^\s*(?:[^，]{0,6}表示)?[，,]?(?:计划|力争|预计|争取(?![^，]{0,12}(?:资金|补助|债券))|下一步|下步|接下来|今后|未来)|^\s*[^，]{0,6}，?[^，]{0,8}将(?:力争|争取|确保)|"
    # 《…方案》明确提出, 12月底前，实现: what a document asks for, by a day to come
    r"□中?(?:还|也)?(?:明确)?(?:提出|规定)(?!的)|(?:^|，)□+前，?(?:要|须|全面|全部|基本|确保)?(?:实现|完成|建成|达到|压[缩减])"
)
# 600天的目标要求, 再下降12%的节能任务: what was asked for, not what came of it; 实现缩减90%的目标 says that it did
ASKED_FOR = re.compile(r"^(?:（及）|以上|以下)*[”\"]?(?:的?目标|的[^，]{0,2}(?:任务|条件))")
MET = re.compile(r"实现|完成|达成")
DONE = re.compile(r"已|累计|截至|截止|目前|完成了|实现了|达到了|以来|去年|全年")
# 《…意见》提出…，目前已有720余家企业: what came of what a document asked for
REACHED = re.compile(r"^(?:截至[^，]{0,8})?目前，?已")

RESULT = Judgement(OutcomeKind.RESULT)


def kind_of(said: Said, sentence: str, *, plan: bool) -> Judgement:
    """What a figure is, by its clause and the whole `sentence`.

    `plan` tells that the document is a plan, where a figure is a target unless it is said to be reached.
    """
    clause = said.before + said.after
    # 15个国家和省部级实验室: what stands behind a figure does not open its clause
    if there := ELSEWHERE.search(said.clause) or COMPARED_WITH.search(said.before):
        return because(OutcomeKind.ELSEWHERE, there[0], "不是本地的数字")
    if aim := TARGET.search(clause) or (not REACHED.search(clause) and SENTENCE_TARGET.search(sentence)):
        return because(OutcomeKind.TARGET, aim[0], "尚未实现")
    if ASKED_FOR.search(said.after) and not (said.moves and MET.search(said.before)):
        return Judgement(OutcomeKind.TARGET, "“目标”：所要求的，不是所达到的")
    if plan and not DONE.search(sentence):
        return Judgement(OutcomeKind.TARGET, "文件是方案或计划，未说已经实现")
    return background(said) or put_in(said) or RESULT
