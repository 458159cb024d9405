"""What stands in a report beside its measures: whom it is for, its annexes, what is wrong still, what is planned."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import count, takewhile
from typing import Final

from ingest.outline.labels import ARABIC, INLINE_STYLES, Label

# “文/吴恙” “丁仁圣摄” “来源：湖南日报” “（撰写人：李程）” “2021年2月18日” “记者 王某” “长沙晚报全媒体记者 王某”
NOT_A_HEADING: Final = re.compile(
    r"文/|图/|（?\s*(?:来源|作者|撰写人|撰稿|记者|通讯员|编辑|责编|审核|供稿|本报讯|联系人|电话|附件|附：|注：|序号|(?:专家|案例|编辑)?(?:点评|评语|短评)[：:])"
    r"|[\u4e00-\u9fff\s]{2,14}(?:通讯员|(?<=[报台网体端])记者)[\u4e00-\u9fff\s:：]{2,}$|[\u4e00-\u9fff\s]{2,12}(?:摄影?|绘|供图|制图)$|(?:核心|延伸)阅读$|(?:内容|阅读)提[要示]$|后\s*记$|编\s*后(?:记|语)?$|参考(?:资料|文献)$|表\s*\d|\d{4}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?$|[\d\s.．·—\-/]+$|https?:|www\."
)
# “责任单位：” “配合单位（部门）：” “完成时限：”
DUTY_LINE: Final = re.compile(
    r"[（(【]?(?P<word>(?:重点|主要)?(?:牵头|责任|配合|协办|主办|承办|参与|参加|落实|实施|主责)(?:责任)?"
    r"(?:单位|部门|科室|处室|股室|机构|领导|人)?(?:[（(][^）)]{1,6}[）)])?|(?:完成)?(?:时限|时间)(?:要求)?)[】]?\s*[：:]"
)
# “完成时限：2021年12月底前”, alone on its line
DEADLINE: Final = re.compile(
    r"[（(【]?(?:完成|办结)?(?:时限|(?<=完成)时间)(?:要求)?[】]?\s*[：:][^。\n]{1,40}[）)]?。?$"
)
# “责任单位：审批局 完成时限：全年”
TIME_LIMIT: Final = re.compile(r"[\s；;，,。]*[（(]?(?:完成|办结)?(?:时限|时间)(?:要求)?\s*[：:]")
# “……实现一次办结。（责任单位：市发展改革委、市财政局）” at the end of a paragraph
DUTY_NOTE: Final = re.compile(
    r"[（(【](?P<duty>(?:牵头|责任|配合|主办|协办|承办)[^：:（）]{0,8}[：:](?:[^（）()]|[（(][^（）()]*[）)])*)[）)】]。?$"
)
REMARK: Final = re.compile(r"[（(]?(?:注|备注|注释|说明|附\s*件?)\s*[：:]")
"""How a note or a list of annexes begins."""
# “下一步，我市将一是……；二是……” “存在的不足：一是……”
PLANS: Final = re.compile(
    r"(?:下一?步|下一?阶段|今后|接下来|下半年|明年)(?:的?工作中?)?[，,：:]|(?:存在|面临)的?(?:主要|突出)?(?:问题|不足|困难|短板)[：:，]"
)

# “市发展改革委：” “县营商办：” alone on its line
_ADDRESSEE: Final = re.compile(
    r"[\u4e00-\u9fff、（）]{2,}(?:局|委|厅|署|法院|府|公司|中心|单位|部门|同志|委员会|管委会|协会|商会|[府商编革组融信招才化]办)[：:]$"
)
_ANNEXES: Final = re.compile(r"附\s*件?\s*[：:]")
_LONGEST_ANNEX: Final = 50
_SENTENCE_END: Final = re.compile(r"[。！？!?；;]")
# “存在的主要问题” “问题与不足” “下一步工作打算” “2024年工作打算” “存在不足和下步打算”
_STILL_WRONG: Final = (
    r"(?:当前|目前|工作中?|仍然?|还|尚|主要)*(?:存在|面临)的?(?:主要|突出|一些|困难|的)*(?:问题|不足|困难|短板|差距|挑战)"
    r"|(?:主要|突出)?(?:问题|困难|不足)[和与及、](?:问题|不足|困难|短板|差距|建议)|不足之处"
)
_PLANNED: Final = (
    r"(?:下一?步|下一?阶段|今后|明年|下半年)(?:的|重点|主要)*(?:工作)?(?:的|重点|主要)*(?:打算|思路|计划|安排|考虑|设想|措施|举措|重点)"
    r"|(?:\d{4}年)?(?:重点|主要)?工作打算"
)
_ASIDE: Final = re.compile(
    rf"(?:{_STILL_WRONG}|{_PLANNED})(?:[和与及以、]+(?:{_STILL_WRONG}|{_PLANNED}|对策|建议|原因)[^。；：:，]{{0,6}})?(?:[。：:]|$)"
)


def addressee(texts: Sequence[str]) -> int | None:
    """The place of the line that says whom a report is for; where there are several, they head what each body did."""
    found = [at for at, text in enumerate(texts) if _ADDRESSEE.match(text)]
    return found[0] if len(found) == 1 else None


def annexes(texts: Sequence[str], labels: Sequence[Label | None]) -> set[int]:
    """The places of numbered titles that go on a list of annexes (附件：1.甲清单 / 2.乙清单)."""
    found: set[int] = set()
    for at, text in enumerate(texts):
        if match := _ANNEXES.match(text):
            below = list(takewhile(lambda n: n < len(texts) and _is_annex(texts[n], labels[n]), count(at + 1)))
            if match.end() < len(text) or len(below) > 1:
                found.update(below)
    return found


def _is_annex(text: str, label: Label | None) -> bool:
    return (
        label is not None and label.style == ARABIC and len(text) <= _LONGEST_ANNEX and not _SENTENCE_END.search(text)
    )


def beside_measures(texts: Sequence[str], labels: Sequence[Label | None], plain: Sequence[bool]) -> set[int]:
    """The places of all that stands under a heading of what is wrong still or planned: its clauses are no measures."""
    found: set[int] = set()
    path: list[str] = []  # the styles of the open headings
    numbered = False  # whether the open heading of this kind is
    depth = None  # how many of them an open heading of this kind stands under, itself among them
    for at, (text, label) in enumerate(zip(texts, labels, strict=True)):
        section = label is not None and label.style not in INLINE_STYLES
        heads = (section or label is None) and bool(_ASIDE.match(text[label.length if label else 0 :]))
        if label and label.style in path:
            del path[path.index(label.style) :]
        if (plain[at] and not numbered) or (depth is not None and len(path) < depth):
            depth = None
        if label and section:
            path.append(label.style)
        if heads and depth is None and (section or plain[at]):
            depth, numbered = len(path), section
        if heads or depth is not None:
            found.add(at)
    return found
