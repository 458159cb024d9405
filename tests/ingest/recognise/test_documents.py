"""What a document says about itself: publisher and kind."""

from dataclasses import replace
from datetime import date

import pytest

from ingest.recognise.documents import recognise_document
from ingest.types import DocumentDraft, ReadDocument, SpannedText
from tests.ingest.recognise.drafts import a_case, a_document
from tests.ingest.test_pipeline import reader

LETTER = """\
各县（市、区）人民政府，市政府各部门：
《某市优化营商环境行动方案》已经市政府同意，现印发给你们，请认真贯彻落实。
某市人民政府办公室
2023年6月21日
某市优化营商环境行动方案
为优化营商环境，制定本方案。"""


def read(text: str, title: str = "推行一件事", letterhead: str = "") -> DocumentDraft:
    draft = replace(a_document(title, context=letterhead), letterhead=SpannedText.of_source(letterhead))
    return recognise_document(draft, ReadDocument("x.txt", "", text))


PUBLISHERS = [
    # title, text, letterhead, publisher
    ("甲市人民政府办公厅关于印发方案的通知", "乙市人民政府\n2023年5月1日", "", "甲市人民政府办公厅"),
    ("甲市人民政府办公厅印发关于改革的意见的通知", "", "", "甲市人民政府办公厅"),
    ("市人民政府关于优化营商环境的方案", "来自：甲市政府门户网站 时间：2018-11-22", "", "甲市政府门户网站"),
    ("关于印发方案的通知", "请落实。\n甲市人民政府办公厅\n二○○六年四月二十八日", "", "甲市人民政府办公厅"),
    ("推行一件事", "请落实。\n甲市数据局 乙市税务局\n2023年5月1日", "", "甲市数据局 乙市税务局"),
    ("推行一件事", "营商简报\n第3期\n甲市营商办编　　2022年5月6日\n正文。", "", "甲市营商办"),
    ("推行一件事", "正文。\n中国人民银行甲州中心支行\n2022年4月1日", "", "中国人民银行甲州中心支行"),
    ("推行一件事", "推行改革。\n甲县委改革办 2023年4月12日", "", "甲县委改革办"),
    ("推行一件事", "发布机构：甲市政务服务局\n正文。", "", "甲市政务服务局"),
    ("推行一件事", "正文。", "甲市人民政府文件", "甲市人民政府"),
    ("推行一件事", "来源：甲州日报 2023-05-01\n正文。", "", "甲州日报"),
    ("推行一件事", "本文转自：甲州日报\n正文。", "", "甲州日报"),
    ("推行一件事", "来源：信用中国（河南） 2023-05-01\n正文。", "", "信用中国（河南）"),
    ("推行一件事", "来源：本站\n正文。", "", ""),
    ("推行一件事", "甲州日报 2021年12月3日 星期五\n正文。", "", "甲州日报"),
    ("推行一件事", "中国网 · 李某/摄 | 发布时间2022-01-14 19:10:06\n正文。", "", "中国网"),
    ("推行一件事", "今日甲州 数字报纸\n00001版：要闻\n正文。", "", "今日甲州"),
    ("推行一件事", "《新闻联播》 (20230220)\n正文。", "", "新闻联播"),
    ("推行一件事", "甲州日报讯（记者 李某）1月2日，大厅人头攒动。", "", "甲州日报"),
    ("推行一件事", "新华社北京5月1日电（记者 李某）推行改革。", "", "新华社"),
    ("推行一件事", "近日，甲州日报记者走访大厅。", "", "甲州日报"),
    ("推行一件事", "央视网消息（新闻联播）：推行改革。", "", "央视网"),
    ("推行一件事", "本报记者　李某《甲州日报》（2025年06月04日第 07 版）\n正文。", "", "甲州日报"),
    ("推行一件事", "本报讯 推行改革。\n2021年，办理3万件。\n2021年5月1日", "", ""),
]


@pytest.mark.parametrize(("title", "text", "letterhead", "expected"), PUBLISHERS)
def test_publisher(title: str, text: str, letterhead: str, expected: str) -> None:
    assert read(text, title, letterhead).publisher == expected


KINDS = [
    ("某市优化营商环境行动方案", LETTER, "plan"),
    ("任务分解表", "各镇人民政府，区政府各部门：\n现将《任务分解表（一）》印发给你们。", "plan"),
    ("推行一件事", "各镇人民政府，区政府各部门：\n有关事项通知如下。", "notice"),
    ("某市2022年优化营商环境工作要点", "推行一件事。", "plan"),
    ("某市优化营商环境办法", "第一条 推行一件事。", "policy"),
    ("某市2023年工作报告", "2023-02-22 17:35\n来源：办公室\n推行一件事。", "other"),
    ("推行一件事", "本报讯 某市推行一件事。", "news"),
    ("推行一件事", "某州日报讯（记者 李某）推行一件事。", "news"),
    ("推行一件事", "央视网消息（新闻联播）：某市推行一件事。", "news"),
    ("推行一件事", "推行一件事。\n（通讯员 李某）", "news"),
    ("推行一件事", "来源：某州日报\n推行一件事。", "news"),
    ("推行一件事", "发布时间：2021-12-14 来源：市政务局 浏览次数：3\n推行一件事。", "news"),
    ("推行一件事", "本市推行一件事，办理3万件。", "other"),
]


@pytest.mark.parametrize(("title", "text", "expected"), KINDS)
def test_kind(title: str, text: str, expected: str) -> None:
    assert read(text, title).kind.value == expected


TOLD = [
    # text, fact, why, and the words that tell it
    ("正文。\n甲市数据局\n2023年5月1日", "publisher", "落款", "甲市数据局"),
    ("营商简报\n甲市营商办编　　2022年5月6日\n正文。", "publisher", "落款", "甲市营商办"),
    ("发布机构：甲市政务服务局\n正文。", "publisher", "写明发布机构", "甲市政务服务局"),
    ("正文。\n来源：甲州日报 2023-05-01", "publisher", "写明来源", "甲州日报"),
    ("《新闻联播》 (20230220)\n正文。", "publisher", "报头", "新闻联播"),
    ("新华社北京5月1日电（记者 李某）推行改革。", "publisher", "电头", "新华社"),
    ("近日，甲州日报记者走访大厅。", "publisher", "正文提到其记者", "甲州日报"),
    ("甲政发〔2021〕3号\n正文。", "document_number", "文件开头印有文号", "甲政发〔2021〕3号"),
    ("正文。\n甲市数据局\n2023年5月1日", "published_on", "落款日期", "2023年5月1日"),
    ("发布时间：2021-12-14\n正文。", "published_on", "写明发布时间", "2021-12-14"),
    ("《新闻联播》 (20230220)\n正文。", "published_on", "报头印有日期", "20230220"),
    ("甲州日报讯（记者 李某）推行改革。", "kind", "印有“甲州日报讯”", "甲州日报讯"),
    ("各镇人民政府：\n有关事项通知如下。", "kind", "开头写明主送单位，印发或通知有关事项", "各镇人民政府："),
]


@pytest.mark.parametrize(("text", "fact", "reason", "words"), TOLD)
def test_what_a_document_says_about_itself_says_why_and_where(text: str, fact: str, reason: str, words: str) -> None:
    told = read(text).evidence[fact]
    assert (told.reason, [text[span.start : span.end] for span in told.spans]) == (reason, [words])
    assert 0.5 < told.confidence < 1


def test_a_title_that_tells_the_kind_and_who_issued_is_where_both_stand() -> None:
    title = "甲市人民政府办公厅关于印发《获得电力实施方案》的通知"
    text = f"{title}\n各区：\n现将方案印发给你们。"
    evidence = reader().read("x.txt", text.encode()).draft.evidence
    words = {fact: [text[span.start : span.end] for span in evidence[fact].spans] for fact in ("publisher", "kind")}
    assert words == {"publisher": ["甲市人民政府办公厅"], "kind": ["关于印发《获得电力实施方案》的通知"]}
    assert evidence["kind"].reason == "标题写明“…获得电力实施方案》的通知”"


PAGE_FRAMES = [
    "您所在的位置：某某宣传网>社会宣传",
    "首页 > 要闻 > 正文",
    "邮箱登录| 官方微信",
    "智能问答   |   无障碍浏览   |   长者专区",
    "人民网\n人民网>>传媒>>研究院",
    "第01版：\n本版新闻列表\n上一篇  下一篇",
    "今日某某 数字报纸",
    "本文转自：某州日报",
    "【发布日期：2025-06-27】 【来源：本站】",
]


@pytest.mark.parametrize("frame", PAGE_FRAMES)
def test_the_frame_of_a_page_is_no_title(frame: str) -> None:
    text = f"{frame}\n长沙市推行一件事一次办\n2021年，长沙市将企业开办时间由3天压减至1天，办理3万件。"
    assert reader().read("x.txt", text.encode()).draft.title == "长沙市推行一件事一次办"


def test_who_reports_one_of_several_cases_has_not_published_them() -> None:
    text = "一网通办\n推行改革。\n甲县改革办 2023年4月12日\n一窗通办\n推行改革。\n乙县改革办 2023年4月13日"
    cases = a_case("一网通办", "推行改革。"), a_case("一窗通办", "推行改革。")
    document = ReadDocument("x.txt", "", text)
    assert recognise_document(a_document("典型案例", *cases), document).publisher == ""


def test_a_day_beside_who_signs_is_the_document_s() -> None:
    assert read("推行一件事\n甲市税务局 2021年12月3日\n全市推行改革。").published_on == date(2021, 12, 3)
