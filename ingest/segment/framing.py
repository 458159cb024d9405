"""What forms and web pages print with a title: its label before it, the site's name behind it, marks around it."""

from __future__ import annotations

import re
from typing import Final

from ingest.segment.imprint import DAY
from ingest.types import SpannedText

# “标题：衡阳市推行……” “title: ……” “[部门动态] 衡阳市推行……”, “《经济半小时》 20230612 ……”
_LABEL: Final = re.compile(
    rf"《[^》]{{2,10}}》\s?{DAY}\s?(?=.{{8}})|(?:(?:文件|信息|主)?标题|题\s?目|[篇题]名|(?:信息|文件|案例|项目|事项)?名\s?称|主\s?题|title)\s?[：:]\s?|【\s?(?:标\s?题|[篇题]\s?名)\s?】|\[[\u4e00-\u9fff]{{2,8}}\]\s?(?=.{{8}})",
    re.IGNORECASE,
)
# “（原标题：上海：一网通办）”: what another site or paper had called it
FIRST_TITLE: Final = re.compile(r"[（(]?原标题\s?[：:]")
# “《“拿地即开工”的威海实践》” “【一窗办结】” “（原标题：上海：一网通办）”: a whole title between marks
_WRAPPED: Final = re.compile(
    r"《(?P<title>[^《》]+)》$|【(?P<bracketed>[^【】]{12,})】$|[（(]?原标题\s?[：:]\s?(?P<first>.+?)[）)]?$"
)
# “……“一件事一次办” [打印本页]”, “……一次办.docx”
_BUTTON_BEHIND: Final = re.compile(
    r"\s?(?:[\[【(（](?:打印本页|复制链接|打印|分享|转载|图)[】\]）)]|\.(?:docx?|pdf|txt|wps))$"
)
# “……“一件事一次办”_政务动态_衡阳市人民政府门户网站” “……-湖南省人民政府”
_SITE: Final = re.compile(
    r"\s?[_|｜\-–]\s?(?:[^_|｜\-–，。：]{2,12}\s?[_|｜\-–]\s?)*[^_|｜\-–，。：]{0,16}"
    r"(?:人民政府|政府网|门户网|新闻网|政务网|信息网|人民网|新华网|央视网|红网|澎湃新闻|日报|融媒体中心|管委会|局|委员会|(?<![电联])网|在线)(?:门户)?(?:网站)?$"
)
# “2023/5/12 10:26”, “标题：”, “当前位置：首页 > 要闻 >”, “[部门动态]”
_BEFORE: Final = re.compile(
    r"\s*(?:[\d/.: 年月日-]{8,20}|[（(]?(?:原?标题|名称|题名|title)\s?[：:]|.{0,40}[>＞»]"
    r"|[\[【][^\[\]【】]{2,10}[\]】])?\s*",
    re.IGNORECASE,
)
# “_部门动态_衡南县人民政府”, “ - 衡阳新闻网 2023/5/12”, “.docx”, “[打印本页]”
_BEHIND: Final = re.compile(
    r"[）)]?\s*(?:(?:[_|｜\-–—]\s?[^，。；]{2,40}|\.\w{2,4}|[\[【(（][^，。]{2,10}[】\]）)])?[\d/.: -]{0,20})\s*"
)
SHORTEST: Final = 8
"""Characters that are left of a title without its site."""


def length_of_label(line: str) -> int:
    """How many characters say that a title follows (标题：); 0 where none do."""
    found = _LABEL.match(line)
    return found.end() if found else 0


def is_framed(line: str, title: str) -> bool:
    """Whether a line prints a title with what a site or form sets around it: a moment, a label, the site's name."""
    before, found, behind = line.partition(title)
    return bool(found and line != title) and bool(_BEFORE.fullmatch(before)) and bool(_BEHIND.fullmatch(behind))


def unwrapped(title: SpannedText) -> SpannedText:
    """The title without the marks that stand around the whole of it: 《“拿地即开工”的威海实践》."""
    found = _WRAPPED.match(title.text)
    return title[found.start(found.lastgroup) : found.end(found.lastgroup)] if found and found.lastgroup else title


def without_site(title: SpannedText) -> SpannedText:
    """The title without the name of the site that a browser shows behind it, or a button."""
    if button := _BUTTON_BEHIND.search(title.text):
        title = title[: button.start()]
    found = _SITE.search(title.text)
    return title[: found.start()] if found and found.start() >= SHORTEST else title
