"""Captions and credits of pictures: 图为企业在窗口办理业务, （资料图片）, ……一角。王宁 摄."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

LONGEST: Final = 80
"""Characters of a caption."""

CREDIT: Final = re.compile(
    r"[（(][^（）()]{0,30}(?:摄影?|供图|配图|制图)[）)]$"  # "（本报记者王宁摄）"
    r"|\s(?:摄影?|供图)\s?[：:/／]?\s?\S{0,8}$"  # "… 摄影：王宁"
    r"|(?:记者|通讯员)\s?\S{2,4}摄$|[。”』][\u4e00-\u9fff]{2,12}(?:摄影?|供图)$"  # "……一角。王宁摄"
)
CREDIT_ALONE: Final = re.compile(r"[（(]?[^，。]{2,16}(?:摄影?|供图)[）)]?$")
IN_BRACKETS: Final = re.compile(r"[（(][^（）()]{4,60}[）)]$")  # "（企业办事人员在窗口咨询业务。）" over "（王宁 摄）"
PICTURE: Final = re.compile(
    r"[▲△◤]|[上下左右]?图为|图\d{0,2}[：:]"  # "图为企业在窗口办理业务"
    r"|[（(]?(?:(?:内文|封面)?图片来源|题图来源|图源)(?:[：:].*)?[）)]?$"
    # “（资料图片仅供参考）”, “【资料图】”
    r"|[（(【\[]?(?:相关)?(?:资料|配|示意|网络|新闻)图片?(?:[，,]?[仅与][^（）。]{2,8})?(?:[：:].*)?[）)】\]]?$"
    # “发布会现场。”
    r"|(?!.*[到在进至上把])[\u4e00-\u9fff]{0,8}(?:会|仪式|论坛|活动|培训|座谈|签约|启动|揭牌)现场[。]?$"
)
SCENE: Final = re.compile(
    r"正在|图|摄|现场|大厅|窗口|航拍|一角|外景|工作人员"
)  # what a caption shows: "▲企业在窗口办事"


def is_photo_caption(line: str) -> bool:
    """Whether the line stands under a picture, or in its place."""
    return len(line) <= LONGEST and bool(CREDIT.search(line) or PICTURE.match(line))


def photo_captions(lines: tuple[str, ...], found: dict[int, str]) -> Iterator[int]:
    """Captions and credits of pictures; ▲ before several lines none of which shows a scene is a bullet."""
    marked = [i for i, line in enumerate(lines) if line.startswith(("▲", "△"))]
    bullets = set(marked) if len(marked) > 1 and not any(SCENE.search(lines[i]) for i in marked) else set()
    captions = [i for i, line in enumerate(lines) if is_photo_caption(line) and i not in bullets]
    yield from captions
    yield from (i - 1 for i in captions if i and CREDIT_ALONE.match(lines[i]) and IN_BRACKETS.match(lines[i - 1]))
