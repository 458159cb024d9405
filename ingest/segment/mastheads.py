"""What stands over a title: the frame of a web page, an editor's note, the name of a bulletin, column or series."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ingest.segment.framing import SHORTEST, is_framed
from ingest.segment.imprint import BREADCRUMB, is_meta
from ingest.segment.lines import OWNER_FIELD
from ingest.segment.press import is_signed
from ingest.segment.title_lines import LONGEST_TITLE, is_title_line
from ingest.types import Block

MOST_SITE_LINES: Final = 30
"""Lines at the top of a page among which one says where on its site it is."""
# “编者按：近年来……” “【编者的话】”: introduces what stands below it, title and all
EDITORS_NOTE: Final = re.compile(r"[【（\[［]?(?:编者按|编者的话|编前语|按语|编辑按)[】）\]］]?\s?[：:\s]?")
# “优化营商环境工作简报” over “第12期” or “2022年第3期（总第15期）”
BULLETIN: Final = re.compile(r"[^，。：]{2,24}(?:简报|专报|快报|通讯|动态|信息|内参|交流|参考|专刊)$")
ISSUE: Final = re.compile(r"[（(]?(?:\d{4}\s*年\s*)?第\s*\d+\s*期")
# “第12期”, “（总第86期）”, “2022年第115期 2022年6月13日”, alone on its line
_ISSUE_LINE: Final = re.compile(
    r"[（(]?(?:\d{4}\s*年\s*)?总?第\s*[\d一二三四五六七八九十百]+\s*期[（(）)\s总第\d期年月日./-]*$"
)
# “【改革进行时】” “[ 基层动态 ]” “◆营商环境面对面◆”: the column a title stands in
_COLUMN: Final = re.compile(r"[【\[〖［■◆●☆★·•]\s?[^，。：；、]{2,14}\s?[】\]〗］■◆●☆★·•]$")
# What a title tells of, and the name of a section does not
_ACTS: Final = r"(?:推[行进动出]|优化|打造|建[设立成]|深化|创新|实[施现行]|破解|赋能|提[升速质]|[减增]|跑|让|助|变)"
# “附件2” over the title of what is annexed
_ANNEXED: Final = re.compile(r"附\s*件\s*[\d一二三四五六七八九十]{0,2}\s*[：:]?$")
# “县区动态” “基层要闻” “政务公开” “新闻中心”
COLUMN_NAME: Final = re.compile(
    r"[\u4e00-\u9fff]{0,8}(?:动态|要闻|快讯|简讯|资讯|观察|聚焦|关注|视窗|风采|头条|速递|之窗|纵横|专栏|连线|报道|新闻)$"
    rf"|(?!.*{_ACTS})[\u4e00-\u9fff]{{2,4}}(?:信息|公开|详情|中心|正文|内容|专题|专版|传真|扫描|广角|采风|短波|焦点|热点|前沿|瞭望|经纬)$"
)
# “优化营商环境系列报道之三” “改革典型案例（二）”: which of several it is
_OF_SERIES: Final = re.compile(
    r"[^，。：；“”]{2,24}(?:系列(?:报道|评论|案例|稿件)?|典型案例|经验交流|报道)"
    r"(?:之[一二三四五六七八九十\d]{1,3}|[（(][一二三四五六七八九十\d]{1,3}[）)]|[①-⑳])$"
)
# “优化营商环境”, “改革创新典型案例”: words of the field, which every one of its papers could bear
_OF_FIELD: Final = re.compile(
    r"(?:优化|法治化?|营商环境|放管服|改革|创新|政务服务|优秀|典型|先进|经验|做法|案例|实践|工作|示范|最佳|[十百]佳){2,}$"
)
# “优化营商环境 我们在行动” over “宁乡市：水电气联办只跑一次”
_SLOGAN: Final = re.compile(r"[^，。：；、|｜“”《》]{4,18}$")
_OF_A_PLACE: Final = re.compile(r"(?!主持人|[\u4e00-\u9fff]{0,8}记者)[\u4e00-\u9fff]{2,10}[：:｜|]\s?\S{6}")
# “学习强国”, “衡阳发布”, “一带一路国家级信息服务平台”, “衡阳热线——衡阳晚报官方网站”, “衡阳热线网衡阳热线网”:
# who prints a page, over or below its title
SITE_NAME: Final = re.compile(
    r"[\u4e00-\u9fff]{2,4}发布$|[\u4e00-\u9fff·—-]{2,24}(?:(?:官方|门户)网站|官网)$|(?!.*(?:建|打造|织|推|优化|上线|开通|启用|变|让|办|享|亮|成|连|通[^讯]))(?P<name>[\u4e00-\u9fff·—-]{0,12}"
    r"(?:网|门户|频道|在线|客户端|(?:日|晚|早|晨|时|商|都市|法治|青年)报|融媒(?:体中心)?|电视台|广播台|学习平台|信息服务平台|学习强国|文库|论坛|之窗|头条|政务微信|公众号|APP))\s?(?P=name)?$"
)
SHORTEST_ARTICLE: Final = 2
"""Paragraphs of a text below an editor's note."""
MOST_NAME_LINES: Final = 3
"""Lines of a bulletin's name."""


def end_of_site(blocks: Sequence[Block]) -> int:
    """Where a web page's own lines end, of which the last says where on its site the page is; a title stands below."""
    lines = [block.text.strip().text for block in blocks[:MOST_SITE_LINES]]
    end = next((at for at, line in enumerate(lines, 1) if BREADCRUMB.match(line)), 0)
    below = next((line for line in lines[end:] if not is_meta(line)), "")
    return end if end and all(map(is_title_line, lines[: end - 1])) and is_title_line(below) else 0


def end_of_frame(blocks: Sequence[Block]) -> int:
    """Where the title begins that the page's own lines above it print, too: “……_部门动态_衡南县人民政府”."""
    lines = [block.text.strip().text for block in blocks[:MOST_SITE_LINES]]
    paragraph = next((at for at, line in enumerate(lines) if len(line) > LONGEST_TITLE or "。" in line), len(lines))
    titles = (at for at in range(1, paragraph) if len(lines[at]) >= SHORTEST and is_title_line(lines[at]))
    return next((at for at in titles if any(is_framed(line, lines[at]) for line in lines[:at])), 0)


def end_of_note(blocks: Sequence[Block], at: int) -> int:
    """Where an editor's note that begins here ends, its label a line of its own or not; 0 if no title stands below."""
    ends = _ends_of_note(blocks, at)
    return next((end for end in ends if end < len(blocks) and is_title_line(blocks[end].text.strip().text)), 0)


def end_of_note_below(blocks: Sequence[Block], at: int) -> int:
    """The same for a note below the title; 0 if the text does not begin below it."""
    return next((end for end in _ends_of_note(blocks, at)[-1:] if len(blocks) - end >= SHORTEST_ARTICLE), 0)


def _ends_of_note(blocks: Sequence[Block], at: int) -> Sequence[int]:
    """Where an editor's note that begins here may end: its label is a line of its own or not."""
    line = blocks[at].text.strip().text
    label = EDITORS_NOTE.match(line)
    if label is None:
        return ()
    return (at + 1, at + 2) if label.end() == len(line) else (at + 1,)


def is_masthead(blocks: Sequence[Block], at: int, story: int) -> bool:
    """优化营商环境工作简报, its issue number on one of the next lines; 【基层动态】 and the like over a title.

    `story` is where the writer's name stands below the heading, if one does.
    """
    line = blocks[at].text.strip().text
    below = [block.text.strip().text for block in blocks[at + 1 : at + 4]]
    if (BULLETIN.match(line) and any(ISSUE.match(other) for other in below)) or _is_over_issue(blocks, at):
        return True
    if COLUMN_NAME.match(line) or _OF_SERIES.match(line) or _OF_FIELD.match(line):
        return _is_over_only_title(blocks, at, story)
    if not below or not is_title_line(below[0]) or is_meta(below[0]):
        return False
    named = _COLUMN.match(line) or _ANNEXED.match(line) or SITE_NAME.match(line)
    return bool(named or (_SLOGAN.match(line) and _is_over_only_place(blocks[at + 1 :])))


def _is_over_only_title(blocks: Sequence[Block], at: int, story: int) -> bool:
    """Whether the first line below that is no day, source or column's name is the only title, up to the writer's name.

    The text below it has no line that could be a title.
    """
    titles = [n for n in range(at + 1, len(blocks)) if _could_be_title(blocks[n])]
    if not titles or not all(
        _is_beside(block) or COLUMN_NAME.match(block.text.text) for block in blocks[at + 1 : titles[0]]
    ):
        return False
    return titles[-1] < max(titles[0] + 1, story)


def _could_be_title(block: Block) -> bool:
    line = block.text.strip().text
    return is_title_line(line) and not _is_beside(block) and not COLUMN_NAME.match(line)


def _is_over_only_place(blocks: Sequence[Block]) -> bool:
    """Whether the first of the lines is a title that begins with a place and a colon, the only one that does."""
    titles = [block for block in blocks if is_title_line(block.text.text) and not _is_beside(block)]
    return [block for block in titles if _OF_A_PLACE.match(block.text.text)] == [blocks[0]]


def _is_over_issue(blocks: Sequence[Block], at: int) -> bool:
    """Whether the line is of a bulletin's name, in whatever words: the number of the issue stands below it."""
    lines = [block.text.strip().text for block in blocks[: MOST_NAME_LINES + 1]]
    issue = next((n for n, line in enumerate(lines) if _ISSUE_LINE.match(line)), 0)
    below = (block.text.strip().text for block in blocks[issue + 1 : issue + 6])
    return at < issue and all(map(is_title_line, lines[:issue])) and any(map(is_title_line, below))


def _is_beside(block: Block) -> bool:
    """Whether a line that may stand near a title says who wrote or issued it, where and when."""
    line = block.text.strip().text
    return is_meta(line) or is_signed(line) or bool(OWNER_FIELD.match(line))
