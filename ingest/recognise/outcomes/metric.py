"""What a figure measures: the noun phrase it is said of."""

from __future__ import annotations

import re

from ingest.recognise.outcomes.masks import BLOT

LONGEST = 40

# 目前，其中，截至□，全年累计…: words that set the time or the manner, not the thing
OPENING = re.compile(
    r"^(?:我们|其中|目前|现已|同时|此外|另外|今年|去年|当年|近年来?|全年|年内|截至|截止|以来|最终|保守估计|累计|共计|总计|共|已经|已|均可|均|"
    r"可|仅|只|将|把|使|让|对(?![外标接口])|推动|实现|使得|有效|成功|率先|优先|平均|压缩|压减|缩短|精简|在(?!线)|据|其|为|从(?!业)|由|该|的|了|，|、|"
    r"\s|□|年|月|日|以|来)+"
)
# …压减至, …达, …提升了约: the verb before the figure and its adverbs
CLOSING = re.compile(
    r"(?:压减|压缩|缩短|缩减|精简|精减|减少|降低|下降|减低|提升|提高|提速|增长|增加|上升|扩容|扩大|延长|优化|下调|整合|合并|转化|跃居|位列|位居|排名|"
    r"仅保留|保留|仅用|只用|只需|仅需|仅|达到|达|为|至|到|成|由|从|超过|超|逾|突破|共计|共|已|已经|不足|不到|近|约|最快|最短|最高|在|由过去的?|由原来的?|"
    r"由原先的?|原来的?|过去的?|改革前的?|了|分别|同比|环比|较上年|较上|平均|均可|可|占|的|有|平均仅|全程|用时仅|办结|累计|也|都|全部|缩|减|压|降|第|"
    r"大幅|进一步|“|”|（|\(|，|、|：|\s|□)+$"
)
# 84项人社业务入驻…, 55项业务实现“多查合一”: the noun behind the figure
FOLLOWING = re.compile(
    r"^\s*(?:余|多|之内|内|以上|左右|以下|以内|的|件|项(?!目)|个)*+\s*(?P<noun>(?:[^\s，。；（(“”]|“[^”，。；]{1,16}”){2,24})"
)
# 3日办结, 30天即可, 4个多月时间就…: what follows is no thing counted
NO_NOUN = ("内", "即可", "就", "便可", "办结", "完成", "时间", "同比", "较", "比", "和", "及", "至", "到", "用于")
# 新增□, 开通□, 企业反馈的□, 全区今年已有□: short, and the thing counted stands behind the figure
INCOMPLETE = 12
# 从2016年的平均, 由过去的, 比2014年改革前: what the figure is compared with
SINCE = re.compile(
    r"(?:从|由|自|比|较)[^，]{0,10}?(?:(?:19|20)\d\d\s*年|过去|原来|原先|原有|此前|改革前|以前|法定|规定)[^，]*$"
)
# 省级612项政务服务事项: whose, not what
WHOSE = re.compile(r"(?:全?[国省市区县州]|[省市区县]级|第[一二三]批|首批|我[省市区县]|各地)*$")
COMPARED = re.compile(r"(?<![同环])(?:比|较)[^，]{0,24}$")


def metric_of(before: str, after: str, previous: str) -> str:
    """A short name for what is measured, from what stands before and after the figure, else the clause before it."""
    name = _noun(COMPARED.sub("", SINCE.sub("", before)))
    counted = _counted(after)
    if len(name) >= 2 and not WHOSE.match(name):
        return (name + counted)[:LONGEST] if len(name) <= INCOMPLETE else name
    return counted or _noun(previous)


def _counted(after: str) -> str:
    """The thing counted where it stands behind the figure (新增12家上市企业); “” where nothing of the kind does."""
    following = FOLLOWING.match(after.replace(BLOT, ""))
    if following is None or following["noun"].startswith(NO_NOUN):
        return ""
    return following["noun"][:LONGEST]


def _noun(text: str) -> str:
    text = text.replace(BLOT, "")
    stripped = CLOSING.sub("", OPENING.sub("", text))
    name = stripped.strip(" ，、：（）()\u3000")[-LONGEST:]
    return name if name.count("“") == name.count("”") else name.replace("“", "").replace("”", "")
