"""Lines around a title that are no part of it: who issued a paper, where and when, under which number."""

from __future__ import annotations

import re
from typing import Final

from ingest.recognise.body_names import BUREAU

# “国办发〔2018〕108号” “湘政办发[2020]12号”
DOCUMENT_NUMBER: Final = re.compile(
    r"[\u4e00-\u9fff]{2,10}\s*[〔\[［（(]\s*(?:19|20)\d{2}\s*[〕\]］）)]\s*第?\s*(?:\d{1,4}|[×xX*＊]{1,4})\s*号"
)
DAY: Final = r"[（(]?(?:\d{8}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日)[）)]?"
# “2023年2月20日 星期一 19:00”
MOMENT: Final = rf"{DAY}\s?(?:(?:星期|周)[一二三四五六日天])?\s?(?:\d{{1,2}}[：:]\d{{2}}(?:[：:]\d{{2}})?)?"
# “《新闻联播》 (20230220)” “晚间新闻 2023-02-20” “2023年2月20日新闻联播文字版” “2021年第12期” “第238期”
# “中国信息化周报 2018年41期”
MASTHEAD: Final = re.compile(
    rf"《[^》]+》\s*{MOMENT}$|《?[\u4e00-\u9fff]{{2,10}}》?\s?[（(]?\d{{4}}([-/.])\d{{1,2}}\1\d{{1,2}}[）)]?$"
    rf"|(?:{DAY}\s?)?《?[\u4e00-\u9fff]{{0,6}}(?:联播|新闻|播报|直播间|快讯)》?\s?(?:文字[版稿]|完整版|主要内容|节目单){{0,2}}\s?(?:{MOMENT})?$"
    rf"|《?(?:朝闻天下|新闻30分|东方时空|焦点访谈|共同关注|第一时间|经济半小时)》?\s?(?:{MOMENT})?$"
    r"|(?:[\u4e00-\u9fff]{2,12}年鉴)?\s?[（(]?\d{4}[）)]?[卷版]?$|[\u4e00-\u9fff]{2,12}年鉴$|本期(?:要目|目录|导读|看点)$"
    r"|.{0,12}(?:\d{4}年第?|第)\s*\d+\s*期(?:[（(]总第\s*\d+\s*期[）)])?[）)]?$"
)
# “浙江日报数字报纸”, “00003版：要闻”: the frame of a newspaper's page on the web
_WEB_PAPER: Final = re.compile(
    r"[^，。：]{2,10}\s?(?:数字报纸?|电子版|数字版|数字报刊)$|(?:\d{4}-\d{2}-\d{2}\s?)?第?[A-Z]?\d{1,5}\s?版[：:].{0,20}$"
    r"|当前版\s?[：:].{0,10}$|[^，。：；“”]{2,20}(?:主管|主办|承办|编印){1,2}$|本版(?:要闻|新闻列表|导读|标题导航)$|(?:返回目录.{0,20})?上一[篇版期]\s*下一[篇版期]$|[^，。：]{2,10}数据库(?:[（(]\d{4}[-—]\d{4}[）)])?$"
)
# “您所在的位置：首页>社会宣传”, “首页 > 要闻 > 正文”: where a page stands on its site
BREADCRUMB: Final = re.compile(
    r"(?:[您你](?:所|现)?在的?|[您你]?(?:当前|现在|目前)(?:所在)?的?|[您你]的|所在)位置\s?[：:].{0,60}$|位置\s?[：:][^，。；]{0,20}[>＞»][^，。；]{0,50}$|[^，。：；]{2,16}\s?(?:>{1,2}|＞|»)\s?[^，。；]{0,50}$|首页\s?[-—/›][^，。；]{0,50}$"
)
# “要闻 | 县区 | 部门 | 视频”, “首页 新闻 政务公开”, “人民网”
_SITE_LINE: Final = re.compile(
    r"[^，。：；、“”|｜丨]{1,8}(?:\s*[|｜丨]\s*[^，。：；、“”|｜丨]{1,8}){3,}$|(?:网站)?首页(?!改)[^，。：；、“”]{0,40}$"
    r"|(?:人民|新华|光明|央视|中国|中新|经济日报)[\u4e00-\u9fff]{0,4}网$"
)
# “湘潭日报 2023年3月21日 星期二 第二版 要闻”, “某某日报 要闻 2023年3月21日”, “2023年3月21日 星期二 A03版”,
# “B02 民生 2023年3月21日”, “A3 经济”: over a page
FOLIO: Final = re.compile(
    r"(?:[^，。：]{2,12}[报報](?:\s?[\u4e00-\u9fff]{2,4})?|[A-Z]?\d{1,3}\s?[\u4e00-\u9fff]{2,4})?"
    r"\s?\d{4}年\d{1,2}月\d{1,2}日\s?(?:星期[一二三四五六日天])?\s?"
    r"(?:第?\s?[A-Z]?[\d一二三四五六七八九十]{1,3}\s?版.{0,10})?$|[A-D]\d{1,2}\s?版?\s?(?:[\u4e00-\u9fff]{2,4})?$"
)
# “长沙市优化营商环境工作领导小组办公室” “山东省人民政府办公厅职转办”, but not “重庆设立首个跨境电商综合服务中心”
LETTERHEAD: Final = re.compile(
    r"(?!.*(?:设立|成立|组建|建成|打造|上线|启用|揭牌|走进|首个|首家|变身|落户|争创|让[企群数]|——|[_|｜]|\S\s?-\s?[\u4e00-\u9fff]))(?:"
    r"[\u4e00-\u9fff]{2}(?:日报|晚报|晨报|早报|时报|商报)$|"
    rf"[^，。：“”]{{3,40}}(?:办公室|委员会|人民政府|办公厅|领导小组|管委会|中心|厅|{BUREAU}|法院|检察院|海关|文件|智库|日报|晚报|研究院|协会"
    r"|(?:营商|职转|改革|审改|放管服|政务|督查|编)办)$)"
)
# “各区县（市）政府、园区管委会，市直各相关单位：”
ADDRESSEES: Final = re.compile(r"各.+[：:]$")
# “2021年2月18日” “12月13日-12月19日” “二〇二一年”
DATE_LINE: Final = re.compile(
    r"[（(]?(?:[\d〇○零一二三四五六七八九十]{4}\s*年)?[\s\d〇一二三四五六七八九十]*月[\d一二三四五六七八九十\s]*日?(?:[—\-至~][^，。]{0,20})?[）)]?$"
)
# “来安县委改革办 2023年4月12日”, “衡阳新闻网讯 2022-06-13”
ISSUED_BY: Final = re.compile(
    r"[^，。：；]{2,40}?\d{4}年\d{1,2}月\d{1,2}日$|[^，。：；\d]{2,14}\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$"
)
# “2023-05-06 08:12 来源：新华日报” “（2023-05-06）稿件来源：新华日报”, “2023-05-06编辑：某某网”
TIME_LINE: Final = re.compile(
    r"[（(]?\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[）)]?(?:\s|$|\d{2}:|(?:稿件|信息)?来源|作者|(?:责任)?编辑：|[·|｜•])[^。]*$"
)
# “央视网消息（新闻联播）：” alone, “来源：湖南日报” “文/吴恙” “电话：0731…”, but no question “记者：有哪些举措？”
CREDIT_LINE: Final = re.compile(
    r"[\u4e00-\u9fff]{2,8}消息(?:[（(][^（()）]{2,12}[）)])?[：:]$|(?:文|图|撰文|摄影)\s*[/／]|(?:本文|本报道)?(?:转载自|转自|来自)\s?[：:]|字号\s?[：:]"
    r"|(?!.*[？?]$)[（(【]?(?:来源|信息来源|作者|记者|通讯员|编辑|责任编辑|(?:发布|发表|更新|刊发)(?:时间|日期)|浏览|点击|资料获取|(?:办公|联系|咨询|投诉|监督|举报)?(?:电\s*话|地址|时间|邮箱))\s*[：:\s]"
)
# “□ 湖南日报全媒体记者 王某 通讯员 李某 文/图”
_REPORTER: Final = re.compile(
    r"[□■]?\s?(?:[\u4e00-\u9fff]{0,10}[报网台社端体]|见习)(?:全媒体|融媒体)?(?:记者|通讯员)\s?[\u4e00-\u9fff\s、/／]{2,30}$"
)
# “日期查询：2024年3月18日”, “见报日：2024-03-18 星期一”: whatever it is called, nothing but a day stands behind it
_DATED_FIELD: Final = re.compile(rf"[\u4e00-\u9fff]{{2,8}}(?:\s?[：:]|(?<=时间|日期))\s?{MOMENT}$")
# “报送单位：湘潭县营商办 日期：2021年11月” “所属地区：湖南-湘潭” “[ 索引号 ] …”: the fields of a form or a web page
FIELD_LINE: Final = re.compile(
    r"\[?\s?(?:[报申呈]送单位|[申填]报(?:单位|人|时间|日期)|(?:发布|发文|主办|承办|来稿)(?:单位|机构|机关)|索引号|文号|主题(?:分类|词)|体裁分类|发文字号|有效性|公开(?:方式|形式|范围|属性|目录|时限|类别|责任|日期)|(?:发件|收件|抄送|联系)人|[引眉肩副]标?题|(?:相关|关联)?(?:附件|文件)下载|附件(?=\s?[：:]\s?\d{1,2}\s?个)|(?:生效|施行|废止)(?:日期|时间)|"
    r"(?:统一)?登记号|信息(?:分类|类别|来源|索引)|服务对象|系列|专栏|(?:点击|浏览|阅读)(?:数|次数)|正文|date|source|author|url|tags|"
    r"[\u4e00-\u9fff]{0,4}(?:来源|时间|日期|作者|编辑|次数|版次|版[名面]|期[数号]|类型|密级|程度)|所[属在]地区?|关键[词字]|标签|栏目|成文日期|生成日期|(?:发稿|报送)?(?:日期|时间)|地点|签发人?|字号|阅读量?)\s?[：:\]]"
)
# “内部资料 注意保存” “（仅供参阅）” “★内部资料★” “特急”: how a paper is to be treated
_TREATMENT: Final = re.compile(
    r"[^\u4e00-\u9fff]{0,3}(?:内部(?:资料|参考|参阅|材料|文件|刊物)|仅供(?:参[阅考]|领导)|注意保[存密密]|妥善保管|不得外传|请勿外传|送审稿|讨论稿|会议(?:材料|交流材料)之?[一二三四五六七八九十\d]*|"
    r"[\u4e00-\u9fff]{0,4}(?:交流|典型|汇报|发言)材料之?[一二三四五六七八九十\d]+|特急|加急|秘密)[^\u4e00-\u9fff。]{0,3}(?:[，\s]?\s*(?:注意保[存密]|妥善保管|仅供.{2,4}|不得外传|请勿外传|第\s?\d+\s?期))?[^\u4e00-\u9fff。]{0,3}$"
)
# “责编 李某 美编 张某” “组稿编辑：王宁 执行编辑：李程”
_MAKERS: Final = re.compile(
    r"(?:本版)?(?:责编|责任编辑|美编|美术编辑|组稿(?:编辑)?|执行(?:编辑|主编)|值班(?:编辑|主任|编委)|编辑|主编|版式|视觉|校对|核稿|统筹|策划|图编|制图)"
    r"\s*[：:\s丨|/／]\s*[^，。]{2,40}$"
)


# “（优化营商环境典型案例选登）”: the column, below the title
_COLUMN_BELOW: Final = re.compile(
    r"[（(][^（）()，。]{2,24}(?:选登|选编|选介|展播|展示|系列|专题|连载|之[一二三四五六七八九十\d]{1,3})[）)]$"
)
# “时间”, “评论”: what a page prints below a title for its scripts to fill in or to press; “HU NAN RI BAO”
_BARE_LABEL: Final = re.compile(
    r"(?:(?:发布|更新)?(?:时间|日期)|(?:文章|信息)?来源|作者|编辑|字[号体]|分享|评论|收藏|打印|点赞|(?:浏览|点击|阅读|访问)[量数]\s?\d*|(?:星期|周)[一二三四五六日天]|标题|题名|正文|0|(?:内容|视频)简介|核心提示|内容提要)$"
    r"|[A-Za-z\s]{8,}$"
)
LONGEST_FIELD: Final = 10
"""Characters of the name of a form's field."""


def is_bare_field(line: str) -> bool:
    """Whether a line is the name of a form's field alone: 索引号：."""
    return len(line) <= LONGEST_FIELD and line.endswith(("：", ":")) and bool(FIELD_LINE.match(line))


def is_imprint(line: str) -> bool:
    """Whether a line only says who made the page: 本版责编：王宁."""
    return bool(_MAKERS.match(line))


def is_meta(line: str) -> bool:
    """Whether a line says who, where or when, or how a paper is to be treated, and nothing more."""
    return bool(
        MASTHEAD.match(line)
        or (LETTERHEAD.match(line) and "关于" not in line)
        or DOCUMENT_NUMBER.fullmatch(line)
        or ADDRESSEES.match(line)
        or DATE_LINE.match(line)
        or ISSUED_BY.match(line)
        or (TIME_LINE.match(line) and len(line) <= 60)
        or CREDIT_LINE.match(line)
        or _REPORTER.match(line)
        or _TREATMENT.match(line)
        or _MAKERS.match(line)
        or FOLIO.match(line)
        or _BARE_LABEL.match(line)
        or _WEB_PAPER.match(line)
        or BREADCRUMB.match(line)
        or _SITE_LINE.match(line)
        or (FIELD_LINE.match(line) and len(line) <= 60)
        or _DATED_FIELD.match(line)
        or _COLUMN_BELOW.match(line)
    )
