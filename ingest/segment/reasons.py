"""What is no reform case by its title or its first words: meetings, visits, rules, letters; each reason in Chinese."""

from __future__ import annotations

import re
from typing import Final

# “典型案例报送要求及模板” “案例申报表”: how cases are to be sent in
_HOW_TO_REPORT: Final = re.compile(
    r"(?:报送|申报|填报|评选|征集|推荐|投稿|撰写|编写)的?(?:要求|须知|说明|指南|流程|表格?|标准|格式|规范|体例)(?:[及和与、].{1,8})?$"
    r"|(?:模板|样表|评分(?:标准|细则|表)|填表说明)(?:[（(].{1,8}[）)])?$"
)
# Papers of a kind: whatever they number, it is no case
_OTHER_PAPERS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("申报、报送的要求或表格，不是改革实践", _HOW_TO_REPORT),
    (
        "通报的是问题，不是改革实践",
        re.compile(
            r"(?:损害|破坏|侵害|妨碍|影响|阻碍)[^，。]{0,12}(?:营商|发展|企业|市场主体|经营主体|群众)[^，。]{0,12}(?:案例|问题|案件|行为|事件)|"
            r"(?:反面|负面|违纪|违法|违规|不作为|作风|腐败)[^，。]{0,12}(?:典型)?(?:案例|问题|案件)(?:的?(?:通报|情况|曝光))?$|"
            r"(?:典型|突出|部分)问题(?:的?(?:通报|情况|曝光))$|曝光[^，。]{0,12}(?:案例|问题|案件)"
        ),
    ),
    ("书信、倡议，不是改革实践", re.compile(r"(?:一封信|公开信|倡议书?|承诺书|感谢信|慰问信|贺信|邀请函|邀请书)$")),
    (
        "办事问答，不是改革实践",
        re.compile(
            r"(?:常见|热点|高频)(?:问题|问答)|问题(?:解答|答疑)|百问(?:百答)?$|一问一答|(?:政策|办事|业务|咨询)问答|咨询(?:解答|答复)"
        ),
    ),
)
_ACTIVITY: Final = "会议、活动报道，不是改革实践"
PUBLISHED: Final = "政策、标准发布消息，没有改革实践"
_REASONS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    (
        "讲话、访谈、解读，不是改革实践",
        re.compile(
            r"讲话|致辞|访谈(?![】」])|答记者问|政策解读|【.{0,4}解读】|—{1,2}\s?解读|解读(?:[（(].{1,6}[）)])?$|图解|一图读懂"
        ),
    ),
    (
        "征求意见或公告，不是改革实践",
        re.compile(
            r"征求(?:社会|公众|.{0,6})?意见|征集|招聘|公示(?!”|制)|公告$|(?:招标|采购|磋商|中标|成交|谈判|询价|比选|遴选)(?:项目|结果)?(?:公告|公示|文件|邀请)"
        ),
    ),
    (
        _ACTIVITY,
        re.compile(
            r"(?:召开|举行|举办|开幕|启动仪式|印发会|会议|座谈会|推进会|论坛|发布会)(?:[^，。]{0,8})$|"
            r"(?:举办|举行|组织|开展)[^，。]{0,20}(?:竞赛|比赛|大赛|培训班?|讲座|宣讲|招聘会|沙龙|演练|签约仪式|揭牌仪式|峰会|典礼|研讨会?|推介会|说明会|活动|讲堂)”?(?:\s|$)|"
            r"(?:比赛|竞赛|大赛|论坛|活动|展览|行动月|宣传[周月])(?:圆满)?(?:落幕|收官|闭幕|开赛|举行|举办|启动)$|"
            r"邀请?[^，。]{2,16}(?:旁听|列席|观摩|参观|观礼|做客)|"
            r"(?:理论|集体|专题)学习|学习中心组|主题党日|专题党课|"
            r"(?:签署|签订)[^，。]{2,30}(?:协议|备忘录|合同)|签约(?:仪式|活动|项目\s?\d)|(?:培训|研修|轮训)班(?:开班|结业|开讲|举办|举行|圆满)?[^，。]{0,6}$|(?:推介会|说明会|洽谈会)(?:[^，。]{0,6})(?:\s|$)"
        ),
    ),
    (
        "党内教育、党务活动，不是改革实践",
        re.compile(
            r"^(?!.*(?:营商|企业|民营|审批|政务|办事|便民|市场主体|经营主体)).*"
            r"(?:主题教育|(?:党史|党纪|八项规定精神)[^，。]{0,2}学习教育|群众路线教育|两学一做|三严三实|巡视|巡察|警示教育|廉政|党风|党员(?:教育|发展))"
        ),
    ),
    (
        "观点、研究摘要，不是改革实践",
        re.compile(
            r"^[\u4e00-\u9fff]{0,8}(?:评论员(?:文章)?|评论|社论|时评|快评|锐评|短评|热评|述评|随笔|来论)[：:｜|丨\s]|[｜|丨]\s?[\u4e00-\u9fff]{0,6}(?:评论|时评|快评|锐评|短评|热评)$|【.{0,4}(?:评论|时评|快评|社论).{0,4}】|"
            r"[（(][\u4e00-\u9fff]{0,4}(?:评论|时评|锐评|快评|短评|社论|随笔|杂谈|漫谈|来论)[）)]|"
            r"^(?:摘要|导读|编者按|按语|核心提示)[：:]|(?:影响|机制|对策|路径|实证|比较)研究$|(?:困境|问题|现状|挑战)[^，。]{0,6}(?:对策|出路|路径)|对策(?:分析|建议|思考)|实证分析|浅析|刍议|探析"
        ),
    ),
    (
        "领导调研、考察活动，不是改革实践",
        re.compile(
            r"(?:调研|考察|视察|走访|回访|慰问|会见|督导|检查指导)(?:[^，。经验服务制]{0,12})$|"
            r"(?:调研|考察|视察|督导|检查|座谈|会议?)[^，。]{0,20}[时中上](?:强调|指出|要求)|"
            r"[到赴][^，。]{2,16}(?:调研|考察|视察|督导|督查)(?!.*(?:后|经验))|"
            r"(?:组|团|一行|专家|代表)[^，。]{0,4}(?:访问|到访|来访)|"
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
        re.compile(
            r"统计(?:(?:公报|快报|月报)(?:[\[〔（(\s]|$)|数据$|表$|情况$|$)|(?:数据|指标|排名|排行榜?)(?:公布|发布|出炉|一览表?)?$"
        ),
    ),
    (
        "对事件的调查、处理，不是改革实践",
        re.compile(r"调查组[^，。]{0,4}(?:认定|通报|公布|发布|回应|介入)|拟?被罚(?:款)?\d|处罚不当"),
    ),
    (
        "立法消息，没有改革实践",
        re.compile(r"(?:通过|审议|批准|颁布|修订|修改)[^，。]{0,4}《[^》]*(?:条例|规定|办法|决定)(?:（[^）]*）)?》"),
    ),
    (
        PUBLISHED,
        re.compile(
            r"(?:《.+》|标准|意见|报告|方案|办法|条例|通知).{0,12}(?:印发|发布|出台|施行|实施|公布|亮相|出炉|揭晓)$"
            r"|(?<!情况)(?<!情况的)报告$"
        ),
    ),
    (
        "白皮书、榜单发布消息，没有改革实践",
        re.compile(r"发布[^，。]{0,24}[白蓝]皮书(?:\s|$)|发布[^，。]{0,6}《[^》]*(?:目录|名录|指数|榜单|年鉴|地图)》"),
    ),
)
# “会议指出” “主持会议并讲话”: the report of a meeting; “率队到……调研” “考察组一行”: that of a visit
_TOLD: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    (
        _ACTIVITY,
        re.compile(
            r"^(?=.{0,150}(?:召开|举行|出席|主持)).*(?:会议(?:指出|强调|要求|听取|传达|认为)|(?:出席|主持)(?:会议|座谈会|推进会)|并讲话)|"
            r"^.{0,100}(?:召开|举办|主持)[^。\n]{0,40}(?:会|会议)[，。].*(?:[，。\n](?:座谈|恳谈|见面)?会(?:上|后)，|[\u4e00-\u9fff]{2,4}(?:强调|指出)，)|"
            r"^同志们",
            re.DOTALL,
        ),
    ),
    (
        _ACTIVITY,
        re.compile(
            r"^.{0,150}?(?:开展|举办|举行|组织|启动)[^。\n]{0,80}?活动[，。](?=.*(?:活动(?:现场|当天|期间|中)，|(?:此次|本次|这次|该|”)活动[是旨，]|此次活动|与会(?:人员|代表|嘉宾)))",
            re.DOTALL,
        ),
    ),
    (
        "领导调研、考察活动，不是改革实践",
        re.compile(
            r"(?:率队|带队|一行|带领)[^。，]{0,24}(?:调研|考察|督导|检查|走访|视察|观摩)|"
            r"(?:^|[。\n])(?![^。\n]{0,40}(?:总书记|\d{4}年))[^。\n]*(?:调研|考察)(?:时|中)(?:指出|强调)|"
            r"^.{0,150}(?:检查|互查|督查|考核|核查|评估|调研|考察|督导)组一行|"
            r"^[^。]{0,60}(?:中共中央总书记|国务院总理|中共中央政治局)[^。]{0,60}(?:考察|视察|调研)|"
            r"^(?=.*(?:强调|指出|要求|表示))[^。]{0,40}日[^。]{0,80}(?:总书记|总理|主席|委员长|政治局|国务委员|书记|部长|主任|[省市县区州]长|负责人)[^。]{0,40}"
            r"(?:深入|走进|来到|前往|[在到赴])[^。]{2,60}(?:调研|考察|视察|检查|督导|走访|慰问|督查)",
            re.DOTALL,
        ),
    ),
    (
        "讲话、访谈、解读，不是改革实践",
        re.compile(
            r"^.{0,40}(?:召开|举行|举办)[^。\n]{0,60}解读[^。\n]{0,8}(?:会|活动)|"
            r"^.{0,20}“[^”]{2,16}”[^。\n]{0,20}(?:是指|指的是|通常指|是一个?[^。，]{0,8}(?:术语|概念))",
            re.DOTALL,
        ),
    ),
    (
        "观点、研究摘要，不是改革实践",
        re.compile(r"^.{0,300}笔者(?=[^。]{0,60}(?:调研|走访|认为|发现|建议|观察)|.{0,300}亟[待需])", re.DOTALL),
    ),
    (
        "论文，不是改革实践",
        re.compile(
            r"[【\[［]?(?:摘\s?要|内容提要|基金项目|作者简介|中图分类号)[】\]］]?[：:\s\u4e00-\u9fff].*^[【\[［]?关\s?键\s?词[】\]］]?[：:\s\u4e00-\u9fff]"
            r"|^[【\[［]?关\s?键\s?词[】\]］]?[：:\s\u4e00-\u9fff].*^(?:[一1][、.．]\s?)?(?:引言|问题的提出|文献综述|研究目的)$"
            r"|^(?:[一二1-2][、.．]\s?)?(?:引言与?)?文献(?:回顾|综述)$|本文(?:以[^。]{2,40}为例|结合|聚焦|梳理|重点|将从|拟|试图)|本文(?:选取|采用|构建|运用|利用|基于)[^。]{0,60}(?:数据|模型|样本|方法|实证)",
            re.DOTALL | re.MULTILINE,
        ),
    ),
    (
        _ACTIVITY,
        re.compile(r"^[^。]{0,150}(?:举行|举办)[^。，]{0,20}(?:开播|首播|开机|颁奖|授牌)仪式"),
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
# “现将三起损害营商环境典型案例通报如下”
_CIRCULATED: Final = re.compile(
    r"现[将就对][^。\n]{0,20}?(?P<what>[^，。\n]{4,40})(?:的?情况)?(?:予以)?(?:通报|公布|曝光)如下"
)
# “新闻发布会实录” “在线访谈”: questions and answers about what a place has done are a case as well
# “——编者”: what an editor says of the stories below
_EDITOR: Final = re.compile(
    r"^[—－\-\s]*编\s*者(?:按|的话)?$|\A[【（(]?(?:编者按|编者的话)[】）)]?\s?[：:].*\Z", re.MULTILINE
)
# “平均减环节58.2%” “办理时限压缩70%”: what was spared those who come with business
_PRESS_CONFERENCE: Final = re.compile(r"(?:新闻|结果|情况)(?:发布|通报|通气)会")
_SPARED: Final = re.compile(
    r"(?:减|压[缩减]|缩短|精简)[^，。；\d]{0,4}(?:环节|时限|时间|材料|跑动)[^，。；\d]{0,6}\d"
    r"|(?:环节|时限|时间|材料|跑动)[^，。；\d]{0,6}(?:减|压[缩减]|缩短|精简)[^，。；\d]{0,4}\d"
)
_TRANSCRIPT: Final = re.compile(r"实录|访谈|答记者问|问答|发布会")
_SPEAKER: Final = re.compile(r"^[^，。：:]{2,30}[：:](?=\S{8})|^(?:问|答|主持人|记者)[：:]", re.MULTILINE)
_ACHIEVED: Final = re.compile(
    r"已?[从由][^，。]{1,24}(?:减|缩|降|压|增|升|提)[^，。]{0,6}[到至为]|(?:减|缩|降|压|增|升|提)[^，。]{0,4}[到至为]\s?\d|"
    r"(?:目前|已|累计|今年|全年|新增|共)[^。]{0,30}\d"
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
# “【基本案情】……【裁判结果】……”, which courts publish as 优化营商环境典型案例
_JUDGMENT: Final = re.compile(r"(?:基本案情|案情(?:概要|简介|回顾)).*(?:裁判|判决|裁定|审理|法院认为|受理)", re.DOTALL)
JUDGED: Final = "法院的裁判案例，不是改革实践"
# “第一条 为了优化营商环境，制定本条例。”
_ARTICLE: Final = re.compile(r"^第[一二三四五六七八九十百零]+条[\s　：:]", re.MULTILINE)
FEWEST_ARTICLES: Final = 3
"""Articles that make a text one of law."""
# “在全省优化营商环境会议上的交流发言”: what one place tells the others it has done
REPORTED_ALOUD: Final = re.compile(
    r"(?:交流|典型|经验)发言(?:材料|稿|提纲)?$|(?:会议?|论坛|活动)上的?(?:发言|汇报)(?:材料|稿|提纲)?$|(?:经验|交流|汇报|发言)材料$"
)
# “我市在全省营商环境评价中获评优秀”: news of a rank, unless the text tells how it came about
_AWARDED: Final = re.compile(r"获评|荣获|喜获|摘得|上榜|跻身|位列|位居|排名第|排名[^，。]{0,6}前|入选")
_PRACTICE: Final = re.compile(
    r"(?:推行|推出|实施|建立|设立|开展|打造|上线|压减|精简|整合|优化|创新(?!高|低)|探索|出台|搭建)(?!以来)"
)
# “《优化营商环境条例》” “优化营商环境工作”: names that hold such a verb
_NAMES: Final = re.compile(r"《[^》]*》|(?:优化|改善)营商环境(?:评价|指数|工作|报告|条例)|创新(?:环境|指数)")
_STEP: Final = re.compile(rf"{_PRACTICE.pattern}|推广|推动|深化|组建|构建|试行|试点|启用|取消|压缩|简化|下放")
# “某省进出口总值连续两年突破百亿元” “绿电交易增长143%”: a figure, unless the text tells how it came about
_FIGURES_TOLD: Final = re.compile(
    r"(?:突破|超过?|达到?|首超|增长|增加|下降|减少|上涨|回升|增幅|增速|同比|环比|增至|升至|跃居|位居|居)[^，。]{0,10}"
    r"(?:\d|[一二三四五六七八九十百千万]+[万亿元个家户人件倍成]|[百千万]亿|位$|第)|第[一二三]$|(?:新高|新低|双下降”?|双增长”?|双升”?|翻番|稳中[有向]\w)$"
)
# “大型集装箱船在宁波首航” “跨江大桥合龙” “综合保税区通过验收”: traffic and building, unless the text tells what was
# done for firms
_EVENT_TOLD: Final = re.compile(
    r"(?:首航|首飞|试航|试飞|下水|通车|合龙|封顶|贯通|转场|开航|奠基|开园|通过[^，。]{0,6}验收|获批(?:设立|建设)?)$"
)
# “101座船闸取消收费” “下调用水价格”
_RELIEVED: Final = re.compile(r"取消|减免|免收|免征|下调|试行|试点|启用|压缩|简化|下放")
# “发布10方面人才支持政策”
_ISSUED: Final = re.compile(r"发布[^，。《》]{0,20}(?:政策|措施|举措|\d+条)")
# More words for what somebody did or changed; figures of traffic and trade come without any
_ACTED: Final = re.compile(
    rf"{_PRACTICE.pattern}|推广|推进|推动|深化|组建|成立|构建|完善|采取|采用|试行|试点|启用|开通|开设|核发|率先|首[张批本例单笔]|取消|减少|减至|缩短|压缩|缩减|降低|改革|"
    r"机制|模式|制度|平台|专窗|专班|一站式|一体化|集成|指导|支持|帮助|免费|协同|联动|承诺|梳理|公布|清单|简化|下放|共享|上门|“(?!一带一路)[^”]{2,14}”"
)
# “——访湘潭市市长王宁”: with questions and answers below, who leads a place tells what it has done
_OF_LEADER: Final = re.compile(r"访[^，。]{2,30}(?:书记|[省市县区州盟旗]长|主席|局长|厅长|主任)[\u4e00-\u9fff·]{2,4}$")
_QUESTION: Final = re.compile(r"^(?:[^，。：:]{0,6}记者|问)\s?[：:]", re.MULTILINE)
MOST_PROFILES: Final = 0.5
"""The share of paragraphs that are profiles, from which a text is one of persons."""
LONGEST_INTRODUCTION: Final = 600
"""Characters of what an editor says of the stories below."""
FEWEST_STEPS: Final = 2
"""Verbs of practice in a text that tells more than that a place was praised."""
SHORT_NEWS: Final = 200
"""Characters of an item in which one such verb is enough."""
_OPENING: Final = 600
"""Characters in which a report of a meeting or visit shows itself."""


def other_paper(title: str) -> str | None:
    """Why nothing that a paper of this title numbers is a case: how to report, problems exposed, letters, questions."""
    return next((reason for reason, pattern in _OTHER_PAPERS if pattern.search(title)), None)


def circulated(text: str) -> str:
    """What the first words of a circular say that it makes known: 现将……典型案例通报如下."""
    found = _CIRCULATED.search(text[:_OPENING])
    return found["what"] if found else ""


def reason_told(title: str, text: str) -> str | None:
    """What the title, or the first words of the text, say that no reform case is."""
    by_title = (reason for reason, pattern in _REASONS if pattern.search(title))
    by_opening = (reason for reason, pattern in _TOLD if pattern.search(text[:_OPENING]))
    told = next(by_title, None) or next(by_opening, None)
    # A day on which officials answer companies is one step among others, where the text counts what was spared them
    if told == _ACTIVITY and (len(_SPARED.findall(text)) > 1 or _is_of_press_conference(text)):
        return None
    return told


def _is_of_press_conference(text: str) -> bool:
    """Whether it opens with a press conference and tells what was set up and reached: the conference is only where."""
    made_known = _PRESS_CONFERENCE.search(text[:_OPENING])
    return bool(made_known and steps_told(text) and _ACHIEVED.search(text))


def tells_of_persons(title: str, text: str) -> bool:
    """Whether the title announces a person, or most paragraphs, two or more, are profiles of persons.

    No person is announced where the head of a place is asked what it has done.
    """
    profiles = len(_PROFILE.findall(text))
    of_persons = profiles >= 2 and profiles >= MOST_PROFILES * (text.count("\n") + 1)
    interviewed = _OF_LEADER.search(title) and _QUESTION.search(text)
    return of_persons or (bool(_OF_PERSON.search(title)) and not interviewed)


def is_by_editor(text: str) -> bool:
    """Whether it is short and signed by an editor, as what introduces the stories below it."""
    return len(text) < LONGEST_INTRODUCTION and bool(_EDITOR.search(text))


def is_law(text: str) -> bool:
    """Whether it is made up of articles: 第一条 …."""
    return len(_ARTICLE.findall(text)) >= FEWEST_ARTICLES


def is_judgment(text: str) -> bool:
    """Whether it tells of a lawsuit and how a court decided it: 基本案情, then 裁判结果."""
    return bool(_JUDGMENT.search(text))


def other_genre(title: str, text: str) -> str | None:
    """Why a text of this make is none: profiles of persons, an editor's words, the articles of a law, lawsuits."""
    if tells_of_persons(title, text):
        return "个人事迹，不是改革实践"
    if is_by_editor(text):
        return "编者的话，不是改革实践"
    if is_judgment(text):
        return JUDGED
    return "法规、制度的条文，不是改革实践" if is_law(text) else None


def is_told_by_those_who_did_it(title: str, text: str) -> bool:
    """Whether a transcript holds answers that tell of results: not a policy explained, not a mere announcement."""
    return bool(
        _TRANSCRIPT.search(title) and "《" not in title and len(_SPEAKER.findall(text)) >= 2 and _ACHIEVED.search(text)
    )


def is_mere_praise(title: str, text: str) -> bool:
    """Whether a place was praised or ranked, and the text does not tell for what it did."""
    return bool(_AWARDED.search(title)) and len(_PRACTICE.findall(_NAMES.sub("", text))) < FEWEST_STEPS


def steps_told(text: str) -> int:
    """How many verbs of practice stand in a text."""
    return len(_STEP.findall(text))


def names_practice(title: str) -> bool:
    """Whether a title says that somebody set something up: 推行, 打造, 上线, 发布……政策."""
    return bool(_PRACTICE.search(title) or _ISSUED.search(title) or _RELIEVED.search(title))


def is_mere_figures(title: str, text: str) -> bool:
    """Whether the title tells of a figure and of nothing done, and the text does not tell what it was done by."""
    told = _FIGURES_TOLD.search(title) and not _PRACTICE.search(title)
    return bool(told) and steps_told(text) < (FEWEST_STEPS if len(text) > SHORT_NEWS else 1)


def is_mere_event(title: str, text: str) -> bool:
    """Whether the title tells of a first voyage or of something built, and the text hardly of anything done."""
    told = _EVENT_TOLD.search(title) and not _PRACTICE.search(title)
    return bool(told) and len(_PRACTICE.findall(text)) < FEWEST_STEPS


def tells_of_practice(text: str) -> bool:
    """Whether a text says that something was set up or made better, whatever its field."""
    return bool(_ACTED.search(text))
