"""Lines made clean: tables of (as printed, as read)."""

import re
import unicodedata
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.clean import clean, clean_line
from ingest.read import read
from ingest.types import Page, SpannedText


def page(text: str) -> Page:
    return clean(read("case.txt", text.encode()))


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        # blanks inside Chinese
        ("全年新登记 111 万户，同比增长 9.5%。", "全年新登记111万户，同比增长9.5%。"),
        ("2020 年 11 月 18 日", "2020年11月18日"),
        ("打通“最后 一公里”。", "打通“最后一公里”。"),
        ("　　上线 APP 与 Open API 平台。", "上线APP与Open API平台。"),
        ("目 录", "目录"),
        ("优化政务环境 激发市场活力", "优化政务环境 激发市场活力"),
        ("衢州市：一件事集成改革 让企业少跑腿", "衢州市：一件事集成改革 让企业少跑腿"),
        ("优化政务环境 激发市场活力，成效明显。", "优化政务环境激发市场活力，成效明显。"),
        ("最高奖励 2312万元", "最高奖励2312万元"),
        ("第一章 总则", "第一章 总则"),
        ("01 人人都是营商环境", "01 人人都是营商环境"),
        ("（十一） 保护中小投资者指标", "（十一）保护中小投资者指标"),
        ("1. 压缩办理时限", "1. 压缩办理时限"),
        # stray words and marks
        ("帮助企业 and 群众办事", "帮助企业和群众办事"),
        ("市供电公司and市发展改革委", "市供电公司和市发展改革委"),
        ("以新思想 and “十四五”规划为指导", "以新思想和“十四五”规划为指导"),
        ("research and development 投入", "research and development投入"),
        ("**审批效率全省第一。**通过流程再造", "审批效率全省第一。通过流程再造"),
        ("2. **坚持对标先进。**", "2. 坚持对标先进。"),
        ("PM_{2.5}、PM₁₀平均浓度", "PM2.5、PM₁₀平均浓度"),
        (r"提速$60\%$以上", "提速60%以上"),
        ("## 优化信用环境", "优化信用环境"),
        ("企\u200b业开\u00ad办", "企业开办"),
        ("２０２１年ＡＰＰ上线，提速６０％", "2021年APP上线，提速60%"),
        # punctuation
        ("开办时间压缩至1天,提速50%,全省第一;", "开办时间压缩至1天，提速50%，全省第一；"),
        ("每天11:30至12:00,减免1,000元", "每天11:30至12:00，减免1,000元"),
        ("经开区(高新区)设2个窗口", "经开区（高新区）设2个窗口"),
        ("引入RCEP(Regional Partnership) rules", "引入RCEP(Regional Partnership) rules"),
        ("怎么办?马上办!", "怎么办？马上办！"),
        ("(1)报装做减法.材料减少2份,提速5%.目前已办结.", "（1）报装做减法。材料减少2份，提速5%。目前已办结。"),
        ("一. 总体情况.", "一. 总体情况。"),
        ('建设"工业上楼",拓展"生存空间".', '建设"工业上楼"，拓展"生存空间"。'),
        ("买买提.艾力说，证件当天就办好了。", "买买提.艾力说，证件当天就办好了。"),
        ("▍主要做法", "主要做法"),
        ("网址 https://example.org/a?b=1", "网址https://example.org/a?b=1"),
    ],
)
def test_lines(printed, text):
    assert clean_line(SpannedText.of_source(printed)).text == text


def test_every_character_keeps_its_place_in_the_source():
    printed = "推动 ２ 项 and **3** 项"
    line = clean_line(SpannedText.of_source(printed))
    assert line.text == "推动2项和3项"
    assert [printed[line.offset(i)] for i in (0, 1, 2, 3, 5, 6)] == list("推动２项3项")


def test_blocks_know_gaps_breaks_and_heading_levels():
    blocks = page("# 总标题\n\n\n第一段。\n第二段。\f### 小标题\n").blocks
    assert [(b.text.text, b.gap_before, b.hard_break, b.heading_level) for b in blocks] == [
        ("总标题", 0, False, 1),
        ("第一段。", 2, False, 0),
        ("第二段。", 0, False, 0),
        ("小标题", 0, True, 3),
    ]


def test_notices_of_the_reader_are_passed_on():
    assert [n.code for n in page("企业\x07开办。").notices] == ["unstorable-characters"]


def test_readings_put_in_between_are_left_out():
    read_aloud = page("新津区（qū）推出“一件事”，企业(yè)和群众少跑(pǎo)腿，税费1元（含税）。")
    assert [block.text.text for block in read_aloud.blocks] == [
        "新津区推出“一件事”，企业和群众少跑腿，税费1元（含税）。"
    ]
    assert [(notice.code, len(notice.spans)) for notice in read_aloud.notices] == [("reading", 3)]


def test_addresses_put_in_between_are_left_out():
    text = "企业一天就能开办。（本文来自www.example.com）群众少跑腿（办事指南见www.example.gov.cn）。"
    stamped = page(f"{text}\n（原创文章www.example.com）\n窗口只收一次材料。 (转载自 https://example.com/a/1.html)")
    assert [block.text.text for block in stamped.blocks] == [
        "企业一天就能开办。群众少跑腿（办事指南见www.example.gov.cn）。",
        "窗口只收一次材料。",
    ]
    assert [(notice.code, len(notice.spans)) for notice in stamped.notices] == [("site-address", 2), ("navigation", 1)]


def words(text: str) -> Counter[str]:
    """Letters, digits and ideographs, folded; what no stage may lose."""
    folded = unicodedata.normalize("NFKC", re.sub(r"\band\b", "和", text))
    return Counter(c for c in folded if unicodedata.category(c)[0] in "LN")


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "目录",
                "优化服务......3",
                "- 4 -",
                "营商简报",
                "文/王宁",
                "电话：0571 8888 6666",
                "（本报记者李宁摄）",
                "一、压缩时限",
                "## 小标题",
                "开办时间由 3 天压缩至1天,提速60%",
                "企业 and 群众满意。",
                "企业(yè)到政务（wù）大厅。",
                "当天办结。（本文来自www.example.com）",
                "效果明显。（撰写人：王宁）",
                "详情如下。<<进入全文",
            ]
        ),
        st.text(alphabet="企业办事，。、（）“”(),: *#_-$0１2Ａb \t", max_size=40),
    ),
    min_size=1,
    max_size=14,
)


@given(LINES)
@settings(max_examples=150, deadline=None)
def test_every_word_is_in_a_block_or_in_a_notice(lines):
    text = "\n".join(["开头一段。", *lines])
    document = read("case.txt", text.encode())
    result = clean(document)
    spans = [span for block in result.blocks for span in block.text.spans()]
    spans += [span for notice in result.notices for span in notice.spans]
    covered = set().union(*(range(span.start, span.end) for span in spans))
    missed = "".join(c for i, c in enumerate(document.text) if i not in covered)
    assert not words(missed)
    kept = words("\n".join(block.text.text for block in result.blocks))
    left_out = words("\n".join(document.text[s.start : s.end] for n in result.notices for s in n.spans))
    assert kept + left_out == words(document.text)
