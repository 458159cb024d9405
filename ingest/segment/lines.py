"""The lines of a document or annex with what each tells by itself: its number, its words, the place it opens with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from ingest.outline.labels import Label, read_label
from ingest.outline.learning import learnt_labels
from ingest.outline.wording import is_heading_line
from ingest.recognise.body_names import BUREAU
from ingest.recognise.gazetteer import Gazetteer
from ingest.segment.imprint import BREADCRUMB, CREDIT_LINE, DATE_LINE, TIME_LINE
from ingest.segment.numbers import item_numbers
from ingest.segment.press import BYLINE, CITATION
from ingest.types import Block

LONGEST_META: Final = 60
"""Characters of a line with writer, day and source."""
LONGEST_OPENING: Final = 40
"""Characters of a line in which the place it opens with is looked for."""

_OPENING_MARKS: Final = re.compile(
    r"[\s【〖\[（(“「《—]*(?:(?:近日|日前|近期|最近|今年以来|(?:今年)?\d{1,2}月(?:\d{1,2}日)?(?:上午|下午)?)[，,])?"
)
# “（3项）” “（共2个）” behind the name of a place that heads a group
_COUNTED: Final = re.compile(r"\s*[（(]?\s*共?\s*[\d一二三四五六七八九十]{1,3}\s*[项个条例则][）)]?$")
_PLACE_MARKS: Final = re.compile(r"[\s〇○◯【】〖〗\[\]（）()：:“”「」●◎◆■▲★]+")
# “市行政审批服务局：” “县税务局“税收体检””: the body whose practice it is
_BODY: Final = re.compile(
    rf"(?P<body>[\u4e00-\u9fff]{{1,16}}?(?:{BUREAU}|委员会|[政市县区州]委|办公室|[融商改商督政]办|法院|检察院|管委会|中心|公司|银行|海关|厅|商会|园区|开发区|高新区|经开区|新区|片区|街道|镇|乡))"
    r"(?=[：:“—｜|\s，推打创探建实深优以聚开构坚牵立率全积着首发组制设搭])"
)
# “（长沙市开福区市场监督管理局）” “中共衡阳市委衡阳市人民政府”: a line that is the name of a body
_BODY_LINE: Final = re.compile(
    rf"[（(]?[^，。：:；“”！？]{{3,40}}(?:{BUREAU}|委员会|[省市县区州]委|办公室|政府|法院|检察院|管委会|中心|公司|银行|海关|厅|商会|协会|学会|大学|学院|开发区|高新区|经开区|新区)[）)]?$"
)
# “（浦东新区市场监管局供稿）” “来源：株洲市行政审批服务局”: closes an item
CONTRIBUTOR: Final = re.compile(
    r"[（(][^（()）。]{4,40}(?:供稿|撰稿|提供|报送|来稿)[）)]$|[（(]?(?:来源|供稿|稿源|信息来源|报送单位)\s?[：:][^，。]{2,30}[）)]?$"
)
# “株洲市（2项）” “项目建设篇”: a group of items stands below
_GROUP: Final = r".{2,12}[（(]共?\s?\d{1,2}\s?[项个条例则]）$|[^【】]{2,12}(?:篇|类|板块)$"
# The same or “【开办企业】”, however short the item above
GROUP_LINE: Final = re.compile(rf"{_GROUP}|【.{{2,16}}】$")
OWNER: Final = (
    r"(?:[申填呈]报|报送|推荐|实施|创新|改革|责任|牵头|所属|所在|主办|选送|供稿|案例|揭榜|完成|承担|获奖|提供|来源|首创)?"
    r"(?:单位|地区|地方|部门|市县|区县|县区|市州|机构|主体|区域|城市)"
)
"""The name of a field that says whose a case is."""
# “推荐单位：天心区行政审批局” “报送地区：江永县”: stands below a title
OWNER_FIELD: Final = re.compile(rf"【?{OWNER}(?:名称|[（(](?:单位|部门|地区|机构)[）)])?】?\s?[：:]\s?\S.{{1,40}}$")
# “洛阳市涧西区”
_PLACE_LINE: Final = re.compile(
    r"[（(]?[\u4e00-\u9fff]{1,6}(?:省|市|自治区|州|盟)(?:[\u4e00-\u9fff]{1,6}[市区县旗])?[）)]?$"
)
# “（宜昌片区）” “（经开区）” below a title
BRACKETED_PLACE: Final = re.compile(
    r"[（(【][^，。：:；“”！？（）()【】]{2,20}(?:片区|园区|区|县|市|旗|州|盟|省|镇|乡|街道)[）)】]$"
)
_NO_TITLE: Final = (
    BREADCRUMB,
    DATE_LINE,
    CREDIT_LINE,
    CONTRIBUTOR,
    BYLINE,
    CITATION,
    re.compile(_GROUP),
)


class Lines:
    """The blocks of a part, their texts, labels (those learnt from the part itself too) and words without labels."""

    def __init__(self, blocks: Sequence[Block], gazetteer: Gazetteer) -> None:
        self.blocks = tuple(blocks)
        self.gazetteer = gazetteer
        self.texts = [block.text.strip().text for block in blocks]
        learnt = item_numbers(self.texts) | learnt_labels(self.texts)
        self.labels: list[Label | None] = [read_label(text) or learnt.get(at) for at, text in enumerate(self.texts)]
        self.words = [
            text[label.length :] if label else text for text, label in zip(self.texts, self.labels, strict=True)
        ]

    def __len__(self) -> int:
        return len(self.blocks)

    @cached_property
    def labelled(self) -> list[tuple[int, Label]]:
        """The lines that begin with a label: their places and labels."""
        return [(at, label) for at, label in enumerate(self.labels) if label]

    @cached_property
    def places(self) -> list[str | None]:
        """For each line the code of the place it opens with."""
        return [opening_place(words, self.gazetteer) for words in self.words]

    def is_title(self, at: int) -> bool:
        """Whether the line, its number aside, reads like a printed heading."""
        return is_title_words(self.words[at]) or (self.labels[at] is not None and not self.words[at])

    def is_bare_title(self, at: int) -> bool:
        """A heading without a number."""
        return self.labels[at] is None and is_title_words(self.texts[at])

    def is_subtitle(self, at: int) -> bool:
        """——长沙市…的实践, right below an unnumbered title, the only one of its kind there."""
        return (
            at > 0
            and self.texts[at].startswith("——")
            and is_title_words(self.words[at])
            and self.is_bare_title(at - 1)
            and not (at + 1 < len(self) and self.texts[at + 1].startswith("——"))
        )

    def is_place_alone(self, at: int) -> bool:
        """Whether the line is the name of one place, with or without brackets and a count, and nothing more."""
        return is_place_alone(self.words[at], self.gazetteer)


def is_title_words(text: str) -> bool:
    """Whether a line reads like the heading of an item: no date, no writer, no heading over a group of items."""
    return is_heading_line(text) and not any(pattern.match(text) for pattern in _NO_TITLE)


def is_place_alone(text: str, gazetteer: Gazetteer) -> bool:
    """Whether a text is the name of one place and nothing more: 上海市, 【天心区】, 株洲市（2项）."""
    name = _PLACE_MARKS.sub("", _COUNTED.sub("", text))
    found = gazetteer.find(name) if 2 <= len(name) <= 20 else []
    return len(found) == 1 and len(found[0].surface) == len(name)


def opening_place(text: str, gazetteer: Gazetteer) -> str | None:
    """The code of the place a text opens with; brackets, quotation marks and a word of time (近日，) aside."""
    marks = _OPENING_MARKS.match(text)
    opening = text[marks.end() if marks else 0 :][:LONGEST_OPENING]
    found = gazetteer.find(opening) if opening else []
    return found[0].code if found and found[0].start <= 2 else None


def opening_body(text: str) -> str | None:
    """The office, court or company a text opens with: 市税务局：打造…"""
    match = _BODY.match(text)
    return match["body"] if match else None


def names_owner(line: str) -> bool:
    """Whether a line below a title says whose the case is: 报送单位：…, a body, a place, the writer."""
    named = OWNER_FIELD.match(line) or _PLACE_LINE.match(line) or BRACKETED_PLACE.match(line)
    return bool(named) or is_meta_line(line) or is_body_line(line)


def is_meta_line(text: str) -> bool:
    """Whether a line gives the writer, the day or the source of what stands around it, and nothing more."""
    return len(text) <= LONGEST_META and any(
        pattern.match(text) for pattern in (BYLINE, CITATION, TIME_LINE, CREDIT_LINE, DATE_LINE)
    )


def is_body_line(text: str) -> bool:
    """Whether a line is the name of an office or company and nothing more."""
    return bool(_BODY_LINE.match(text)) and read_label(text) is None
