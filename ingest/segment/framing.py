"""What forms and web pages print with a title: its label before it, the site's name behind it, marks around it."""

from __future__ import annotations

import re
from typing import Final

from ingest.types import SpannedText

# “标题：衡阳市推行……” “title: ……”
_LABEL: Final = re.compile(r"(?:(?:文件|信息)?标题|题\s?目|题名|信息名称|title)\s?[：:]\s?", re.IGNORECASE)
# “《“拿地即开工”的威海实践》” “【一窗办结】” “（原标题：上海：一网通办）”: a whole title between marks
_WRAPPED: Final = re.compile(
    r"《(?P<title>[^《》]+)》$|【(?P<bracketed>[^【】]{12,})】$|[（(]?原标题\s?[：:]\s?(?P<first>.+?)[）)]?$"
)
# “……“一件事一次办”_政务动态_衡阳市人民政府门户网站” “……-湖南省人民政府”
_SITE: Final = re.compile(
    r"\s?[_|｜\-–]\s?(?:[^_|｜\-–，。：]{2,12}\s?[_|｜\-–]\s?)*[^_|｜\-–，。：]{0,16}"
    r"(?:人民政府|政府网|门户网|新闻网|政务网|信息网|人民网|新华网|央视网|红网|澎湃新闻|日报|融媒体中心|管委会|局|委员会)(?:门户)?(?:网站)?$"
)
SHORTEST: Final = 8
"""Characters that are left of a title without its site."""


def length_of_label(line: str) -> int:
    """How many characters say that a title follows (标题：); 0 where none do."""
    found = _LABEL.match(line)
    return found.end() if found else 0


def unwrapped(title: SpannedText) -> SpannedText:
    """The title without the marks that stand around the whole of it: 《“拿地即开工”的威海实践》."""
    found = _WRAPPED.match(title.text)
    return title[found.start(found.lastgroup) : found.end(found.lastgroup)] if found and found.lastgroup else title


def without_site(title: SpannedText) -> SpannedText:
    """The title without the name of the site that a browser shows behind it."""
    found = _SITE.search(title.text)
    return title[: found.start()] if found and found.start() >= SHORTEST else title
