"""The document's own date and number."""

from datetime import date

import pytest

from ingest.recognise.dates import document_facts, with_arabic_years
from ingest.recognise.lines import lines_of

SIGNED = """\
某市人民政府办公室
关于印发方案的通知
各区县：
2020年，全市办件量增长。
附件：做法
某市人民政府办公室
2021 年 2 月 18 日
附件
一、减环节"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SIGNED, date(2021, 2, 18)),
        ("通知正文。\n某市政务服务局\n二〇二一年十二月三十日", date(2021, 12, 30)),
        ("通知正文。\n某市政务服务局\n二○一九年三月六日\n（此件公开发布）", date(2019, 3, 6)),
        ("《新闻联播》 (20230220)\n\n各地优化营商环境", date(2023, 2, 20)),
        ("一网通办\n来源：市政务局　发布时间：2021-12-14 10:20　浏览次数：35", date(2021, 12, 14)),
        ("一网通办\n• 2023-02-22 17:35\n• 来源：办公室\n正文。", date(2023, 2, 22)),
        ("一网通办\n2019-01-17 08:35\n正文。", date(2019, 1, 17)),
        ("一网通办\n发布时间：21-12-14\n正文。", date(2021, 12, 14)),
        ("一网通办\n发布日期：2021.12.14\n正文。", date(2021, 12, 14)),
        ("一网通办\n发表时间：2021年12月14日\n正文。", date(2021, 12, 14)),
        ("（2025年8月27日在某市人民代表大会常务委员会会议上）\n某市人民政府\n正文。", date(2025, 8, 27)),
        ("2024年5月6日在会议上作了发言。", None),
        ("2021年12月03日 第A02版：要闻\n正文。", date(2021, 12, 3)),
        ("一网通办\n来自：某市政府门户网站 时间：2018-11-22\n正文。", date(2018, 11, 22)),
        ("时间：2022/3/5\n正文。", date(2022, 3, 5)),
        ("一网通办\n（2020年6月5日）\n正文。", date(2020, 6, 5)),
        ("某某日报 2021年12月3日 星期五\n正文。", date(2021, 12, 3)),
        ("> 2022-09-01 | 龙岗发布\n正文。", date(2022, 9, 1)),
        ("某某晚报 · 2022年9月1日\n正文。", date(2022, 9, 1)),
        ("一网通办\n金台资讯  2020-10-21 16:31\n正文。", date(2020, 10, 21)),
        ("晚间新闻2023-04-15\n一网通办\n正文。", date(2023, 4, 15)),
        ("2023年4月5日新闻联播文字版\n一网通办\n正文。", date(2023, 4, 5)),
        ("2023年4月5日新闻发布会\n正文。", None),
        ("简报\n第12期\n某市优化营商环境工作领导小组办公室　2022年9月6日\n一网通办", date(2022, 9, 6)),
        ("自2022年9月1日起施行\n正文。", None),
        ("2020年5月20日，龙岗区印发方案。", None),
        ("完成时间：2021年12月31日", None),
        ("没有日期。", None),
        ("某单位\n2021年13月40日", None),
    ],
)
def test_date_of_issue(text: str, expected: date | None) -> None:
    assert document_facts(lines_of(text)).published_on == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (SIGNED, "2021 年 2 月 18 日"),
        ("一网通办\r\n　来源：市政务局　发布时间：2021-12-14 10:20　浏览次数：35", "2021-12-14"),
        ("一网通办\n发布时间：21-12-14\n正文。", "21-12-14"),
        ("# 《新闻联播》 (20230220)\n\n各地优化营商环境", "20230220"),
        ("一网通办\n（2020年6月5日）\n正文。", "（2020年6月5日）"),
        ("某某日报 2021年12月3日 星期五\n正文。", "2021年12月3日"),
    ],
)
def test_where_the_date_of_issue_stands(text: str, words: str) -> None:
    (at,) = document_facts(lines_of(text)).evidence["published_on"].spans
    assert text[at.start : at.end] == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("国务院办公厅关于表扬的通报\n国办发〔2018〕108号\n各省：", "国办发〔2018〕108号"),
        ("湘新管发 [2019] 10 号\n关于印发方案的通知", "湘新管发[2019]10号"),
        ("发文字号：深府规〔2020〕3号\n各区：", "深府规〔2020〕3号"),
        ("索引号：4300/2021 发布机构：某办 文　　号：湘政办发〔2021〕3号 有效性：有效\n关于…", "湘政办发〔2021〕3号"),
        ("方案\n根据《通知》（湘新管发〔2019〕10号），结合实际，制定本方案。", ""),
        ("根据《实施办法》（穗府办规〔2019〕4号）等文件", ""),
    ],
)
def test_own_document_number(text: str, expected: str) -> None:
    assert document_facts(lines_of(text)).document_number == expected


def test_arabic_years_keep_the_length() -> None:
    text = "二〇二一年，全市二十个部门"
    assert with_arabic_years(text) == "2021年，全市二十个部门"
    assert len(with_arabic_years(text)) == len(text)
