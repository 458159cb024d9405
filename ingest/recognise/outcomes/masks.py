"""Figures that measure nothing: dates, document numbers, names, hotlines, opening hours, thresholds, enumerations.

They are blotted out of a sentence before its figures are read, each with as many blots as it has characters, so that
places in the text still hold.
"""

from __future__ import annotations

import re

BLOT = "□"

_NOT_MEASURED = (
    # 《工程建设项目审批工作指南（2020年版）》
    r"《[^》]*》",
    # 国办发〔2018〕108号, 湘新管发[2019]3号
    r"[〔\[［（(]20\d\d[〕\]］）)]\s*\d*\s*号?",
    # “1325”改革, “1+5”的方式, “三十一证合一”: a short name in quotation marks; a quoted sentence stays
    r"[“‘\"][^“”‘’\"，。；！？]{1,12}[”’\"](?!以)",
    # 2021年11月25日, 2020年底, 11月上旬, 1—11月, 12月13日-12月19日, 前三季度
    r"(?:19|20)\d\d\s*(?:[-—~至]\s*(?:19|20)\d\d\s*)?年(?:度|底|末|初|来|以来|[上下]半年)?",
    r"\d{1,2}\s*[-—~至到]\s*\d{1,2}\s*月(?:份|底)?",
    r"\d{1,2}\s*月\s*(?:\d{1,2}\s*日|份|底|初|末|以来|[上中下]旬)?(?!内)",
    r"[前后近头首过未]\s*(?:去|来)?\s*(?:\d+|[一二三四五两几]+)\s*个?(?:多)?(?:年|月|季度)(?:来|间)?",
    r"(?:\d+|[一二三四五六七八九十两]+)\s*年(?:来|多来|行动|计划|规划|攻坚|内|间|期)",
    r"(?:19|20)\d\d[-./]\d{1,2}(?:[-./]\d{1,2})?",
    # 7×24小时, 7天24小时, 24小时自助
    r"7\s*[×xX*]\s*24(?:\s*小时)?|7\s*天\s*24\s*小时|24\s*小时(?!内|以内|之内)",
    r"[78]\s*小时\s*(?:外|工作制)",
    # 12345热线, 12368, 拨打96178
    r"(?<!\d)(?:12[0-9]{3}|96\d{3,4})(?!\d)(?!\s*[万亿件个家户人条项次元份起名笔])",
    # 5G, 3D, 4.0版, PM2.5, A4, V2.0, 10+N
    r"\d+(?:\.\d+)?\s*(?:G(?![A-Za-z])|D(?![A-Za-z])|版)|[A-Za-z_{]+\d+(?:\.\d+)?\}?|\d+\s*\+\s*[\dXNn]+",
    # 第3条, 第一批, 第23期, 98号, 5楼, 299号; a rank (第9位, 第2名) stays
    r"第\s*(?:\d+|[一二三四五六七八九十]+)\s*(?:条|款|届|次|批|期|号|部|季度|轮|只|个|份|步|方|十)",
    r"(?<![\d.])\d+\s*(?:号|楼|层)",
    r"[①-⑳]|\d+\s*/\s*\d+",
    # 200米以内, 规模以上, 5000万元以下的项目, 20人以上企业: a limit on what is meant
    r"\d+(?:\.\d+)?\s*(?:米|公里|千伏安?|千瓦|平方米|亩|兆瓦|周?岁|kV|kW)(?:\s*(?:以内|以下|以上|及以下|及以上))?",
    r"\d+(?:\.\d+)?\s*[万亿]?\s*(?:元|人|户|㎡)\s*(?:以内|以下|以上|及以下|及以上)\s*(?:的)?(?=[\u4e00-\u9fff])(?=.{0,6}(?:企业|项目|工程|用户|单位|客户|贷款|标的|纳税))",
    # 7个方面, 4个阶段, 5类, 十大行动, 15个要素: the parts of an enumeration
    r"(?:\d+|[一二三四五六七八九十两]+)\s*(?:个|大|项|种|类|条|方面)?\s*(?:方面|阶段|维度|要素|类别|类|大类|板块|版块|领域|维|原则|专题|专项行动|季度|版本|档)",
    r"\d+\s*个(?:一级|二级)?(?:指标|样本|试点城市|试点|城市之一)",
    # 10万吨再生铜项目, 600兆瓦风电基地: the size that names a project
    r"\d+(?:\.\d+)?\s*[万亿]?\s*(?:吨|套|台|辆|只|升|平方米)[^，。；、]{1,20}(?:项目|工程|基地|生产线)",
    # （2项）, （共130项）, 第一天
    r"[（(]\s*(?:共|计)?\s*\d+\s*[项个条类例家]\s*[）)]",
    r"第\s*[一二三四五六七八九十\d]+\s*天",
    # 10个省级示范特色小镇之一
    r"\d+\s*[个家][^，。；、]{0,14}之一",
)
NOT_MEASURED = re.compile("|".join(f"(?:{part})" for part in _NOT_MEASURED))
# A list's own number: “1.” “（2）” “3、” at the head of a paragraph
LIST_NUMBER = re.compile(r"^\s*[（(]?\d{1,2}[）)]?\s*[.、．](?!\d)", re.MULTILINE)


def blot(text: str) -> str:
    """`text` with the figures that measure nothing blotted out; as long as before."""
    text = LIST_NUMBER.sub(lambda match: BLOT * len(match[0]), text)
    return NOT_MEASURED.sub(lambda match: BLOT * len(match[0]), text)
