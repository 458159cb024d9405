"""Whether a document or one of its items is a regional reform case, and if not, why, in Chinese for the editor."""

from __future__ import annotations

import re
from typing import Final

from ingest.recognise.gazetteer import Gazetteer

# Titles that speak for the whole country or for a ministry: “我国营商环境持续改善” “工信部19项举措…” “多部门联合发布…”
_NATIONAL_TITLE: Final = re.compile(
    r"[【《“]?(?:\d{4}年)?(?:上半年|下半年|前.{1,3}季度|第?.季度|\d{1,2}月份?)?(?:我国|全国|中国(?![（(])|国务院|国家|中央|中共中央|两办|多部门|[一二三四五六七八九十\d]+部门|[^，。]{0,6}总局|"
    r"(?:国家)?发改委|发展改革委|工信部|工业和信息化部|商务部|财政部|公安部|司法部|人社部|住建部|交通运输部|自然资源部|"
    r"农业农村部|生态环境部|市场监管总局|税务总局|海关总署|最高人民法院|最高法|世界银行)"
)
# “典型案例报送要求及模板” “案例申报表”: how cases are to be sent in
_HOW_TO_REPORT: Final = re.compile(
    r"(?:报送|申报|填报|评选|征集|推荐|投稿|撰写|编写)的?(?:要求|须知|说明|指南|流程|表格?|标准|格式|规范|体例)(?:[及和与、].{1,8})?$"
    r"|(?:模板|样表|评分(?:标准|细则|表)|填表说明)(?:[（(].{1,8}[）)])?$"
)
HOW_TO_REPORT: Final = "申报、报送的要求或表格，不是改革实践"
_REASONS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("讲话、访谈、解读，不是改革实践", re.compile(r"讲话|致辞|访谈|答记者问|政策解读|【.{0,4}解读】|解读$")),
    (
        "征求意见或公告，不是改革实践",
        re.compile(
            r"征求(?:社会|公众|.{0,6})?意见|征集|招聘|公示(?!”|制)|公告$|(?:招标|采购|磋商|中标|成交|谈判|询价|比选|遴选)(?:项目|结果)?(?:公告|公示|文件|邀请)"
        ),
    ),
    (
        "会议、活动报道，不是改革实践",
        re.compile(
            r"(?:召开|举行|举办|开幕|启动仪式|印发会|会议|座谈会|推进会|论坛|发布会)(?:[^，。]{0,8})$|"
            r"(?:举办|举行|组织|开展)[^，。]{0,20}(?:竞赛|比赛|大赛|培训班?|讲座|宣讲|招聘会|沙龙|演练|签约仪式|揭牌仪式|峰会|典礼|研讨会?)$"
        ),
    ),
    ("观点、研究摘要，不是改革实践", re.compile(r"^(?:摘要|导读|编者按|按语|核心提示)[：:]")),
    (
        "领导调研、考察活动，不是改革实践",
        re.compile(
            r"(?:调研|考察|视察|走访|回访|慰问|会见|督导|检查指导)(?:[^，。经验服务制]{0,12})$|"
            r"(?:组|团|一行|领导).{0,6}[来到赴莅].{1,12}(?:检查|核查|督查|巡查|考核|评估|验收|观摩|参观|学习|交流|指导)(?:工作)?$"
        ),
    ),
    (
        "企业或个人获奖的消息，不是地方改革实践",
        re.compile(
            r"^[^，。：]{2,24}(?:集团|公司|股份|银行|酒店|企业家|董事长)[^，。：]{0,4}(?:荣获|喜获|获评|获得?|当选|入选|被授予|上榜)"
        ),
    ),
    ("办事指南，不是改革实践", re.compile(r"(?<![制印推布立])(?:办事|服务|办理|申办|操作)(?:指南|须知|手册)$")),
    (
        "商业消息，不是改革实践",
        re.compile(r"(?:酒店|宾馆|商场|影院|门店|楼盘|综合体|专卖店|购物中心)[^，。]{0,4}(?:开业|开张|迎客|营业)?$"),
    ),
    ("代表建议、提案，不是改革实践", re.compile(r"关于.*(?:建议|提案|议案)|(?:提案|议案)(?:的?(?:答复|复函|办理))?$")),
    (
        "名单或表彰，没有改革内容",
        re.compile(r"(?:名单|激励(?:措施|对象)|光荣榜)(?:及.{2,8})?(?:[（(].{1,8}[）)])?$"),
    ),
    (
        "统计数据，没有改革实践",
        re.compile(r"统计(?:公报|快报|月报|数据|表|情况)?$|(?:数据|指标|排名|排行榜?)(?:公布|发布|出炉|一览表?)?$"),
    ),
    (
        "政策、标准发布消息，没有改革实践",
        re.compile(
            r"(?:《.+》|标准|意见|报告|方案|办法|条例|通知).{0,12}(?:印发|发布|出台|施行|实施|公布|亮相|出炉|揭晓)$|(?<!情况)(?<!情况的)报告$"
        ),
    ),
)
# “会议指出” “主持会议并讲话”: the report of a meeting; “率队到……调研” “考察组一行”: that of a visit
_TOLD: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    (
        "会议、活动报道，不是改革实践",
        re.compile(
            r"^(?=.{0,150}(?:召开|举行|出席|主持)).*(?:会议(?:指出|强调|要求|听取|传达|认为)|(?:出席|主持)(?:会议|座谈会|推进会)|并讲话)|"
            r"^同志们",
            re.DOTALL,
        ),
    ),
    (
        "领导调研、考察活动，不是改革实践",
        re.compile(
            r"(?:率队|带队|一行|带领)[^。，]{0,24}(?:调研|考察|督导|检查|走访|视察)|(?:调研|考察)(?:时|中)(?:指出|强调)|"
            r"^.{0,150}(?:检查|互查|督查|考核|核查|评估|调研|考察|督导)组一行"
        ),
    ),
    (
        "人大、政协的监督和视察活动，不是改革实践",
        re.compile(
            r"^.{0,200}(?:组织[^，。]{0,12}(?:人大代表|政协委员)|(?:人大|政协)(?!关于)[^，。、]{0,20})"
            r"(?:开展|进行|组织)[^，。]{0,24}(?:视察|调研|走访|询问|评议|协商|监督)",
            re.DOTALL,
        ),
    ),
)
# “新闻发布会实录” “在线访谈”: questions and answers about what a place has done are a case as well
_TRANSCRIPT: Final = re.compile(r"实录|访谈|答记者问|问答|发布会")
_SPEAKER: Final = re.compile(r"^[^，。：:]{2,30}[：:](?=\S{8})|^(?:问|答|主持人|记者)[：:]", re.MULTILINE)
_ACHIEVED: Final = re.compile(
    r"已?[从由][^，。]{1,24}(?:减|缩|降|压|增|升|提)[^，。]{0,6}[到至为]|(?:目前|已|累计|今年)[^。]{0,30}\d"
)
# “王宁，女，中共党员，……” opens the profile of a person
_PROFILE: Final = re.compile(
    r"^[\u4e00-\u9fff·]{2,6}(?:同志)?，(?:男|女)(?:，|；|。)|^[\u4e00-\u9fff·]{2,6}，[^，。]{0,12}，?(?:\d{4}年\d{0,2}月?)出?生",
    re.MULTILINE,
)
# “群众眼里的“活字典”——记某区窗口工作人员王宁” “【营商人物】…”: tells of a person
_OF_PERSON: Final = re.compile(
    r"—{1,2}\s?[记访][^，。]{0,40}(?:人员|干部|民警|法官|检察官|书记|主任|[局科所队厂院校]长|标兵|模范|劳模|获得者|先进个人|同志|专员|管家|网格员|代办员)"
    r"[\u4e00-\u9fff·]{2,4}$|【[\u4e00-\u9fff]{0,4}(?:人物|先锋|榜样|标兵|之星)】"
)
_ACTIVITY: Final = re.compile(r"调研|考察|视察|走访|慰问|会见|督导|座谈|检查")
SHORTEST_OTHER: Final = 200
"""Characters of a text that would say so if it told of what its title says."""
# “我国优化营商环境……”
_WHOLE_COUNTRY: Final = re.compile(r"我国|全国|中国")
MANY_PROVINCES: Final = 4
"""Provinces from which a comment without a place of its own takes its examples."""
# “第一条 为了优化营商环境，制定本条例。”
_ARTICLE: Final = re.compile(r"^第[一二三四五六七八九十百零]+条[\s　：:]", re.MULTILINE)
FEWEST_ARTICLES: Final = 3
"""Articles that make a text one of law."""
# “统计公报[1]”, “……的实践①”: the mark of a note behind a title
_NOTE_MARK: Final = re.compile(r"(?:[\[〔【]\d{1,2}[\]〕】]|[①-⑳*＊※])$")
OTHER_FIELD: Final = "与营商环境改革无关"
# “在全省优化营商环境会议上的交流发言”: what one place tells the others it has done
_REPORTED_ALOUD: Final = re.compile(r"(?:交流|典型|经验)发言(?:材料|稿|提纲)?$|(?:经验|交流|汇报|发言)材料$")
# “我市在全省营商环境评价中获评优秀”: news of a rank, unless the text tells how it came about
_AWARDED: Final = re.compile(r"获评|荣获|喜获|摘得|上榜|跻身|位列|位居|排名第|入选")
_PRACTICE: Final = re.compile(r"推行|推出|实施|建立|设立|开展|打造|上线|压减|精简|整合|优化|创新|探索|出台|搭建")
MOST_PROFILES: Final = 0.5
"""The share of paragraphs that are profiles, from which a text is one of persons."""
FEWEST_STEPS: Final = 2
"""Verbs of practice in a text that tells more than that a place was praised."""
NO_PLACE: Final = "没有提到具体地区"
_OPENING: Final = 600
"""Characters in which a report of a meeting or visit shows itself."""
# Places the text points to without a name: “我市”, “全县”, “新区”
_HERE: Final = re.compile(r"[我全本该](?:省|市|县|区|州|盟|旗|镇|乡)|(?:市|县|区|州)(?:委|政府|直|级)")
_REFORM: Final = re.compile(
    r"营商|政务服务|放管服|放管结合|审批|许可|一网通|一件事|一次办|最多跑|跑一次|零跑|办事|便民|利企|惠企|纾困|助企|为企|"
    r"企业开办|开办企业|登记|注销|报装|办电|获得电力|接电|用电|用水|用气|不动产|纳税|办税|税费|减税|降费|通关|口岸|贸易|信贷|融资|贷款|投资者|"
    r"执行合同|诉讼|仲裁|法院|破产|就业|用工|劳动力|采购|招标|投标|招投标|知识产权|专利|商标|监管|执法|信用|创新|对外开放|外资|外商|"
    r"市场主体|经营主体|民营|改革|证照|工程建设|施工|亲清|代办|帮办|一窗|拎包入驻|免申即享|兑现|奖补|惠及企业|服务企业|企业诉求|标准地|标准厂房|拿地即|招商|投产"
)
# What the eighteen indicators are about, as one-line practices put it; in lists of every kind of reform (扶贫, 医疗,
# 环保 …) it tells which are of this field.
_BUSINESS: Final = re.compile(
    r"营商|审批|证照|许可|登记|不动产|无籍房|一窗|一网|政务|放管服|简政|办事|跑|企业|商事|市场主体|经营主体|民营|准入|执法|双随机|监管|信用|"
    r"通关|贸易|边贸|口岸|自贸|开放|招商|投资|外资|纳税|办税|退税|税费|降成本|电力|用电|用水|用气|信贷|融资|知识产权|专利|招标|招投标|采购|"
    r"施工|审图|工程建设|项目建设|项目开工|外国人|人才|双创|创业|科技创新|创新驱动|创新平台|创新资源|创新高地|破产|诉讼|法院|仲裁|用工"
)


def why_no_case(title: str, text: str, gazetteer: Gazetteer) -> str | None:
    """The reason an item is no regional reform case; None where it is one."""
    title = _NOTE_MARK.sub("", title)
    if matter := _other_matter(title, text, gazetteer):
        return matter
    if _is_told_by_those_who_did_it(title, text) and _named(title, gazetteer):
        return None if _REFORM.search(title + text) else OTHER_FIELD
    title = "" if _REPORTED_ALOUD.search(title) or _is_of_another_item(title, text, gazetteer) else title
    told = next((reason for reason, pattern in _REASONS if pattern.search(title)), None) or next(
        (reason for reason, pattern in _TOLD if pattern.search(text[:_OPENING])), None
    )
    if told:
        return told
    if not _named(title, gazetteer) and not _HERE.search(text) and not _named(text[:2000], gazetteer):
        return NO_PLACE
    if _AWARDED.search(title) and len(_PRACTICE.findall(text)) < FEWEST_STEPS:
        return "获评、获奖的消息，没有改革内容"
    return None if _REFORM.search(title + text) else OTHER_FIELD


def _other_matter(title: str, text: str, gazetteer: Gazetteer) -> str | None:
    """What a paper treats that no place does as a reform, as far as its first words tell."""
    if tells_how_to_report(title):
        return HOW_TO_REPORT
    if _OF_PERSON.search(title) or _tells_of_persons(text):
        return "个人事迹，不是改革实践"
    if len(_ARTICLE.findall(text)) >= FEWEST_ARTICLES:
        return "法规、制度的条文，不是改革实践"
    if _NATIONAL_TITLE.match(title) and not _named(title[:30], gazetteer):
        return "全国性政策、数据或部委工作，没有地方改革实践"
    if _surveys_country(title, text, gazetteer):
        return "全国性综述、评论，没有哪一地的改革实践"
    return None


def _surveys_country(title: str, text: str, gazetteer: Gazetteer) -> bool:
    """Whether title and first paragraph name no place but the country, and places of many provinces follow.

    The one-sentence examples of many provinces are nobody's case.
    """
    opening = text.partition("\n")[0]
    if not _WHOLE_COUNTRY.search(opening) or _HERE.search(opening) or _named(title + opening, gazetteer):
        return False
    return len({place.code[:2] for place in gazetteer.find(text)}) >= MANY_PROVINCES


def _is_of_another_item(title: str, text: str, gazetteer: Gazetteer) -> bool:
    """Whether the title tells of a visit or meeting of which the text says nothing: a page put together wrongly.

    Neither the places the title names nor what was done there stand in the text.
    """
    activity = _ACTIVITY.search(title)
    if activity is None or len(text) < SHORTEST_OTHER or _ACTIVITY.search(text):
        return False
    names = gazetteer.find(title)
    return bool(names) and not any(name.surface in text for name in names)


def tells_how_to_report(title: str) -> bool:
    """Whether a paper only says how cases are to be sent in: what it numbers are no cases."""
    return bool(_HOW_TO_REPORT.search(title))


def _tells_of_persons(text: str) -> bool:
    """Whether most paragraphs, two or more, are profiles of persons."""
    profiles = len(_PROFILE.findall(text))
    return profiles >= 2 and profiles >= MOST_PROFILES * (text.count("\n") + 1)


def _is_told_by_those_who_did_it(title: str, text: str) -> bool:
    """Whether a transcript holds answers that tell of results: not a policy explained, not a mere announcement."""
    return bool(
        _TRANSCRIPT.search(title) and "《" not in title and len(_SPEAKER.findall(text)) >= 2 and _ACHIEVED.search(text)
    )


def tells_of_practice(text: str) -> bool:
    """Whether a text says that something was set up or made better, whatever its field."""
    return bool(_PRACTICE.search(text))


def outside_business_environment(title: str) -> bool:
    """Whether a one-line practice is a reform of some other field (扶贫, 医疗, 环保 …)."""
    return not _BUSINESS.search(title)


def _named(text: str, gazetteer: Gazetteer) -> bool:
    return bool(gazetteer.find(text))
