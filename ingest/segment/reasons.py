"""What is no reform case by its title, its first words or its make; each reason in Chinese."""

from __future__ import annotations

import re
from typing import Final

# Papers of a kind: whatever they number, it is no case
_OTHER_PAPERS: Final = {
    # “典型案例报送要求及模板” “案例申报表”: how cases are to be sent in
    "申报、报送的要求或表格，不是改革实践": re.compile(
        r"(?:报送|申报|填报|评选|征集|推荐)的?(?:要求|须知|说明|指南|流程|表格?|标准|格式|规范)(?:[及和与、].{1,8})?$"
        r"|(?:模板|样表|评分(?:标准|细则|表)|填表说明)(?:[（(].{1,8}[）)])?$"
    ),
    "通报的是问题，不是改革实践": re.compile(
        r"(?:损害|破坏|侵害|妨碍|影响|阻碍)[^，。]{0,12}(?:营商|发展|企业|市场主体|经营主体|群众)[^，。]{0,12}(?:案例|问题|案件|行为|事件)|"
        r"(?:反面|负面|违纪|违法|违规|不作为|作风|腐败)[^，。]{0,12}(?:典型)?(?:案例|问题|案件)(?:的?(?:通报|情况|曝光))?$|"
        r"(?:典型|突出|部分)问题(?:的?(?:通报|情况|曝光))?$|曝光[^，。]{0,12}(?:案例|问题|案件)"
    ),
    "办事指南、问答，不是改革实践": re.compile(
        r"(?:办事|服务|办理|申办|操作)指南$|(?:常见|热点|高频)(?:问题|问答)|问题(?:解答|答疑)|一问一答|(?:政策|办事|业务|咨询)问答"
    ),
}
_ACTIVITY: Final = "会议、活动报道，不是改革实践"
_VISIT: Final = "领导调研、考察活动，不是改革实践"
_BY_TITLE: Final = {
    "讲话、访谈、解读，不是改革实践": re.compile(
        r"讲话|致辞|访谈(?![】」])|答记者问|政策解读|【.{0,4}解读】|—{1,2}\s?解读|解读(?:[（(].{1,6}[）)])?$|图解|一图读懂"
    ),
    "公告、名单、统计，不是改革实践": re.compile(
        r"征求(?:社会|公众|.{0,6})?意见|征集|招聘|公示(?!”|制)|公告$|(?:招标|采购|中标|成交|询价|比选)(?:项目|结果)?(?:公告|公示|文件)|"
        r"(?:名单|激励(?:措施|对象))(?:及.{2,8})?(?:[（(].{1,8}[）)])?$|统计(?:公报|快报|月报)"
    ),
    _ACTIVITY: re.compile(
        r"(?:召开|举行|举办|开幕|启动仪式|会议|座谈会|推进会|论坛|发布会)(?!上|实录)[^，。]{0,8}$|(?:比赛|竞赛|大赛|培训班)[^，。]{0,6}(?:\s|$)|(?:签署|签订)[^，。]{2,30}(?:协议|备忘录)"
    ),
    _VISIT: re.compile(
        r"[到赴][^，。]{2,16}(?:调研|考察|视察|督导)(?!.*(?:后|经验))|带队[^，。]{0,8}(?:检查|调研|督导|走访)"
    ),
    "观点、评论，不是改革实践": re.compile(
        r"评论员|^[\u4e00-\u9fff]{0,4}(?:评论|时评|快评|锐评)[：:｜|丨]|[｜|丨]\s?[\u4e00-\u9fff]{0,6}(?:评论|时评|快评|锐评)$"
    ),
    "代表建议、提案，不是改革实践": re.compile(r"^关于.*(?:建议|提案|议案)$|(?:建议|提案|议案)的?(?:答复|复函)$"),
}
# “会议指出” “主持会议并讲话”: the report of a meeting; “率队到……调研”: that of a visit
_BY_OPENING: Final = {
    _ACTIVITY: re.compile(
        r"^(?=.{0,150}(?:召开|举行|出席|主持)).*(?:会议(?:指出|强调|要求|听取|传达|认为)|(?:出席|主持)(?:会议|座谈会|推进会)|并讲话)|"
        r"^.{0,100}(?:召开|举办|主持)[^。\n]{0,40}会[，。].*[\u4e00-\u9fff]{2,4}(?:强调|指出)，",
        re.DOTALL,
    ),
    _VISIT: re.compile(
        r"(?:率队|带队|一行|带领)[^。，]{0,24}(?:调研|考察|督导|检查|走访|视察|观摩)|"
        r"^[^。]{0,60}(?:总书记|总理|主席|书记|部长|[省市县区州]长)[^。]{0,24}[到赴在][^。]{2,40}(?:调研|考察|视察|督导)"
    ),
}
# “现将三起损害营商环境典型案例通报如下”
_CIRCULATED: Final = re.compile(
    r"现[将就对][^。\n]{0,20}?(?P<what>[^，。\n]{4,40})(?:的?情况)?(?:予以)?(?:通报|公布|曝光)如下"
)
# “王宁，女，中共党员，……” opens the profile of a person
_PROFILE: Final = re.compile(r"^[\u4e00-\u9fff·]{2,6}(?:同志)?，(?:男|女)[，；。]", re.MULTILINE)
# “群众眼里的“活字典”——记某区窗口工作人员王宁”: tells of a person
_OF_PERSON: Final = re.compile(
    r"—{1,2}\s?记[^，。]{0,40}(?:人员|干部|民警|法官|书记|主任|[局科所队]长|标兵|模范|同志|专员|网格员)[\u4e00-\u9fff·]{2,4}$"
)
MOST_PROFILES: Final = 0.5
"""The share of paragraphs that are profiles, from which a text is one of persons."""
# “【基本案情】……【裁判结果】……”, which courts publish as 优化营商环境典型案例
_JUDGMENT: Final = re.compile(r"(?:基本案情|案情(?:概要|简介|回顾)).*(?:裁判|判决|裁定|审理|法院认为|受理)", re.DOTALL)
JUDGED: Final = "法院的裁判案例，不是改革实践"
# “第一条 为了优化营商环境，制定本条例。”
_ARTICLE: Final = re.compile(r"^第[一二三四五六七八九十百零]+条[\s　：:]", re.MULTILINE)
FEWEST_ARTICLES: Final = 3
"""Articles that make a text one of law."""
_OPENING: Final = 600
"""Characters in which a report of a meeting or visit shows itself."""


def other_paper(title: str) -> str | None:
    """Why nothing that a paper of this title numbers is a case: how to report, problems exposed, questions."""
    return next((reason for reason, pattern in _OTHER_PAPERS.items() if pattern.search(title)), None)


def circulated(text: str) -> str:
    """What the first words of a circular say that it makes known: 现将……典型案例通报如下."""
    found = _CIRCULATED.search(text[:_OPENING])
    return found["what"] if found else ""


def reason_told(title: str, text: str) -> str | None:
    """What the title, or the first words of the text, say that no reform case is."""
    by_title = (reason for reason, pattern in _BY_TITLE.items() if pattern.search(title))
    by_opening = (reason for reason, pattern in _BY_OPENING.items() if pattern.search(text[:_OPENING]))
    return next(by_title, None) or next(by_opening, None)


def other_genre(title: str, text: str) -> str | None:
    """Why a text of this make is none: profiles of persons, lawsuits, the articles of a law."""
    if _tells_of_persons(title, text):
        return "个人事迹，不是改革实践"
    if is_judgment(text):
        return JUDGED
    return "法规、制度的条文，不是改革实践" if len(_ARTICLE.findall(text)) >= FEWEST_ARTICLES else None


def is_judgment(text: str) -> bool:
    """Whether it tells of a lawsuit and how a court decided it: 基本案情, then 裁判结果."""
    return bool(_JUDGMENT.search(text))


def _tells_of_persons(title: str, text: str) -> bool:
    """Whether the title announces a person, or most paragraphs, two or more, are profiles of persons."""
    profiles = len(_PROFILE.findall(text))
    return bool(_OF_PERSON.search(title)) or (profiles >= 2 and profiles >= MOST_PROFILES * (text.count("\n") + 1))
