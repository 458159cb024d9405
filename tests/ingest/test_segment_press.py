"""What newspapers and bulletins print around an item: where it was printed first, its column, its day."""

from __future__ import annotations

import pytest

from ingest.clean import clean
from ingest.segment import segment
from ingest.types import DocumentDraft
from tests.ingest.pages import GAZETTEER, LEXICON, PROSE, cut, document, left_over


def cut_clean(text: str) -> DocumentDraft:
    """The text tidied and taken apart into its cases."""
    source = document(text)
    return segment(clean(source), source, GAZETTEER, LEXICON)


def test_where_an_item_was_printed_first_is_no_part_of_its_title() -> None:
    draft = cut(
        "阅报摘编\n2026年第8期\n\n"
        f"长沙推行企业登记“一窗办”\n《人民日报》（2025年4月16日第11版）\n本报长沙4月15日电（记者王宁）长沙市推行“一窗办”。{PROSE}\n\n"
        f"浙江简化涉企审批\n《人民日报》（2026年1月22日第11版）\n本报杭州1月21日电（记者李程）浙江省简化审批。{PROSE}\n"
    )
    assert [section.title.text for section in draft.sections] == ["长沙推行企业登记“一窗办”", "浙江简化涉企审批"]
    assert "2026年1月22日" in draft.sections[1].preamble.text


def test_the_first_story_of_a_page_needs_no_dateline() -> None:
    told = f"湘潭县组建服务专班，推行“一窗受理”，审批时限由30天压缩到7天。{PROSE}"
    others = (
        f"杭州市推进“一件事”改革\n本报讯（记者王宁）杭州市把开办时间压缩到半天。{PROSE}\n\n"
        f"成都市上线惠企平台\n本报讯（记者李程）成都市兑现资金3.2亿元。{PROSE}\n"
    )
    text = f"服务专班跑出审批加速度\n{told}\n今年以来，专班代办事项312件，开工提前2个月。{PROSE}\n\n{others}"
    draft = cut(text)
    assert [section.title.text for section in draft.sections] == [
        "服务专班跑出审批加速度",
        "杭州市推进“一件事”改革",
        "成都市上线惠企平台",
    ]
    assert not left_over(draft, text)
    note = f"近年来，各地深入贯彻党中央、国务院决策部署，持续优化营商环境，现将部分做法刊发如下。{PROSE}"
    draft = cut(f"各地优化营商环境新动态\n编者按：{note}\n{note}\n\n{others}")
    assert len(draft.sections) == 2


def test_titles_of_two_lines_below_a_table_of_contents_that_leaves_the_column_out() -> None:
    signed = "本报记者王宁《人民日报》（2025年2月20日第13版）"
    text = (
        "营商见闻选编\n\n目录\n长沙综合查一次\n一支队伍进企业……1\n杭州服务到楼宇\n审批少跑腿……2\n"
        f"破产重整让企业“破茧重生”……3\n\n长沙综合查一次\n一支队伍进企业\n{signed}\n长沙市推行“综合查一次”。{PROSE}\n\n"
        f"杭州服务到楼宇\n审批少跑腿\n{signed}\n杭州市服务进楼宇。{PROSE}\n\n"
        f"破产重整让企业“破茧重生”（以案说法）\n{signed}\n长沙市中级人民法院受理破产重整。{PROSE}\n"
    )
    source = document(text)
    draft = segment(clean(source), source, GAZETTEER, LEXICON)
    assert [section.title.text for section in draft.sections] == [
        "长沙综合查一次 一支队伍进企业",
        "杭州服务到楼宇 审批少跑腿",
        "破产重整让企业“破茧重生”",
    ]


def test_a_column_in_brackets_is_no_part_of_the_title_below_it() -> None:
    text = (
        "工作简报\n2026年第11期\n\n【一网通办】\n上海推进“一网通办”\n"
        f"本报上海5月17日电（记者王宁）上海市推进“一网通办”。{PROSE}\n\n"
        f"【专家观点】\n学者：就业是最大的民生\n就业局势总体稳定，政策持续发力，新的动能不断增加。\n\n"
        f"【人才工作】\n湖南株洲简化人才引进审批\n本报长沙1月15日电（记者李程）湖南省株洲市简化审批。{PROSE}\n"
    )
    draft = cut(text)
    assert [section.title.text for section in draft.sections] == ["上海推进“一网通办”", "湖南株洲简化人才引进审批"]
    assert "学者" in "".join(notice.message for notice in draft.notices)


def test_what_a_place_tells_the_others_at_a_meeting_is_a_case() -> None:
    told = (
        "在全省优化营商环境推进会上的发言\n中共湘潭县委、湘潭县人民政府\n\n尊敬的各位领导：\n"
        f"近年来，我们把优化营商环境作为一号工程。{PROSE}"
    )
    assert len(cut(told).sections) == 1


def test_owners_in_brackets_behind_most_titles_are_no_part_of_them() -> None:
    draft = cut(
        "湖南省第四批营商环境创新举措清单\n\n"
        "1．工业厂房“分栋验收”（长沙市长沙县）\n2．企业跨市迁移“一地申请”（株洲市、湘潭市）\n"
        "3．进口货物“抽样后即放行”（长沙海关）\n4．破产案件“一网查询”（湘潭市中级人民法院）"
    )
    assert [section.title.text for section in draft.sections] == [
        "工业厂房“分栋验收”",
        "企业跨市迁移“一地申请”",
        "进口货物“抽样后即放行”",
        "破产案件“一网查询”",
    ]
    assert "株洲市" in draft.sections[1].preamble.text


def test_stories_of_a_page_below_their_writers_or_datelines() -> None:
    source = document(
        "长沙以一套数据让群众\n办事更方便\n本报记者  王宁\n长沙市推行“一数一源”，数据多方共享。基层报表减少。\n\n"
        "“只有懂得业务，改革才能成为帮\n株洲核发首张三维产权证\n"
        f"本报株洲3月26日电（记者李程）株洲市核发首张不动产权证。{PROSE}\n\n"
        f"湘潭推行“一窗通办”\n本报湘潭5月14日电（记者李程）湘潭市推行“一窗通办”。{PROSE}\n"
    )
    draft = segment(clean(source), source, GAZETTEER, LEXICON)
    assert [section.title.text for section in draft.sections] == [
        "长沙以一套数据让群众 办事更方便",
        "株洲核发首张三维产权证",
        "湘潭推行“一窗通办”",
    ]


def test_a_notice_whose_number_is_masked_is_a_notice() -> None:
    text = (
        "湖南省人民政府办公厅关于优化营商环境典型经验做法的通报\n湘政办函〔2022〕××号\n各市州人民政府：\n"
        f"现将典型经验做法印发。\n湖南省人民政府办公厅\n2022年3月21日\n附件\n典型经验做法\n\n"
        f"【长沙市】“照章联办”让企业准入又准营\n长沙市推行联办。{PROSE}\n\n【株洲市】“交房即交证”\n株洲市推行。{PROSE}"
    )
    assert len(cut(text).sections) == 2


HEADINGS = {
    "a place, a headline with its column, a writer": (
        "湖南湘潭\n\n靠什么让企业少跑腿（身边的营商环境）\n\n本报记者  王 宁《湖南日报》（2025年4月2日第11版）",
        "湖南湘潭 靠什么让企业少跑腿",
    ),
    "a kicker that ends in a dash": (
        "企业登记用时缩短一半，长沙——\n\n窗口并起来\n\n本报记者 李程",
        "企业登记用时缩短一半，长沙——窗口并起来",
    ),
    "a place and a colon": (
        "湖南湘潭：\n“流动办公桌”破解企业办事难题\n《湖南日报》（2025年4月2日第4版）",
        "湖南湘潭：“流动办公桌”破解企业办事难题",
    ),
    "a kicker, the text opening with what somebody says": (
        (
            "长沙市开展涉企法律服务——\n这里有家“法治诊所”\n本报记者  王  宁《湖南日报》（2025年4月2日第9版）\n"
            "“来了律师函，可怎么办？”"
        ),
        "长沙市开展涉企法律服务——这里有家“法治诊所”",
    ),
    "three lines": (
        "长沙市优化企业登记\n\n一个窗口办成事（经济聚焦）\n\n审批时间缩短一半\n\n《湖南日报》（2025年4月2日第1版）",
        "一个窗口办成事 审批时间缩短一半",
    ),
    "a part of a plan's title": (
        "长沙市优化营商环境若干措施（试行）\n\n本报记者 王宁",
        "长沙市优化营商环境若干措施（试行）",
    ),
}


@pytest.mark.parametrize(("heading", "title"), HEADINGS.values(), ids=HEADINGS)
def test_all_lines_over_the_writer_of_the_only_story_are_its_title(heading: str, title: str) -> None:
    crosshead = "窗口一合并 办事更省心"
    draft = cut_clean(f"{heading}\n\n长沙市与湘潭市推行“一窗办”。{PROSE}\n\n{crosshead}\n\n企业到窗口办事。{PROSE}\n")
    assert [section.title.text for section in draft.sections] == [title]


SHANGHAI = (
    f"上海浦东新区的商务区里企业众多，每天都有人前来咨询。\n{PROSE}\n上海为企业提供上门服务，浦东新区设了12个站点。"
)
HUNAN = f"来到湖南长沙，调解室里正在调解一起两家企业的货款纠纷。\n{PROSE}\n长沙市还设立了联络站。"


def test_sections_that_each_tell_of_another_province_are_cases() -> None:
    draft = cut_clean(
        "公安机关服务企业发展\n\n本报记者 李程《湖南日报》（2025年4月2日第2版）\n\n"
        "近日，记者走进上海、湖南，看公安机关怎样为企业排忧解难。\n\n"
        f"一家护企工作站，助企防范风险\n\n{SHANGHAI}\n\n一支调解队，化解涉企纠纷\n\n{HUNAN}\n"
    )
    assert [section.title.text for section in draft.sections] == [
        "一家护企工作站，助企防范风险",
        "一支调解队，化解涉企纠纷",
    ]


def test_sections_on_a_matter_with_examples_of_several_provinces_are_none() -> None:
    draft = cut_clean(
        "湖南优化涉企服务\n\n本报记者 李程《湖南日报》（2025年4月2日第2版）\n\n湖南省持续优化营商环境。\n\n"
        f"助企防范风险\n\n{SHANGHAI}\n{HUNAN}\n\n化解涉企纠纷\n\n{HUNAN}\n{SHANGHAI}\n"
    )
    assert len(draft.sections) == 1


def test_the_note_of_the_reporter_goes_with_the_story() -> None:
    draft = cut_clean(
        f"长沙推行企业登记“一窗办”\n\n本报记者 王宁\n\n长沙市推行“一窗办”。{PROSE}\n\n{PROSE}\n\n"
        "记者手记\n\n从小事做起\n\n优化营商环境，首先要明白企业要什么，提的诉求件件有回音，企业才愿意再开口。\n"
    )
    assert len(draft.sections) == 1
    assert draft.sections[0].blocks[-1].text.text.startswith("优化营商环境，首先")


def test_the_questions_put_to_one_places_head_part_no_cases() -> None:
    draft = cut_clean(
        "让企业在湘潭办成事\n\n——访湖南省湘潭市市长王宁\n\n本报记者 李程《湖南日报》（2025年4月2日第2版）\n\n"
        f"湘潭市近年持续优化营商环境。记者采访了湘潭市市长王宁。{PROSE}\n\n"
        f"一个窗口办成事\n\n记者：湘潭市怎样让企业少跑腿？\n\n王宁：我们推行“一窗办”。{PROSE}\n\n{PROSE}\n\n"
        f"审批时间更短\n\n记者：审批时间怎样再缩短？\n\n王宁：我们合并审批环节。{PROSE}\n\n{PROSE}\n"
    )
    assert [section.title.text for section in draft.sections] == ["让企业在湘潭办成事 ——访湖南省湘潭市市长王宁"]
    assert "怎样再缩短" in "".join(block.text.text for block in draft.sections[0].blocks)


def test_a_headline_without_a_place_goes_with_that_of_the_place_above_it() -> None:
    draft = cut_clean(
        "各地动态摘编\n\n（内部参阅，第7期）\n\n"
        f"长沙推行企业登记“一窗办”\n\n长沙市推行“一窗办”。{PROSE}\n\n"
        f"株洲简化涉企审批\n\n企业到窗口办事少跑腿\n\n株洲市简化审批。{PROSE}\n\n"
        f"浙江推行“证照联办”\n\n浙江省推行“证照联办”。{PROSE}\n\n"
        f"上海推行“一网通办”\n\n上海市推行“一网通办”。{PROSE}\n"
    )
    assert [section.title.text for section in draft.sections] == [
        "长沙推行企业登记“一窗办”",
        "株洲简化涉企审批 企业到窗口办事少跑腿",
        "浙江推行“证照联办”",
        "上海推行“一网通办”",
    ]


def test_each_story_of_several_keeps_its_whole_heading_without_the_column() -> None:
    by = "本报记者  王 宁《湖南日报》（2025年4月2日第11版）"
    draft = cut_clean(
        f"营商环境剪报\n\n湖南湘潭\n\n靠什么让企业少跑腿（身边的营商环境）\n\n{by}\n\n湘潭市推行“一窗办”。{PROSE}\n\n{PROSE}\n\n"
        f"企业登记用时缩短一半，长沙——\n\n窗口并起来 审批快起来\n\n{by}\n\n长沙市推行“一窗办”。{PROSE}\n\n{PROSE}\n\n"
        f"株洲市优化企业登记\n\n一个窗口办成事（经济聚焦）\n\n{by}\n\n株洲市推行“一窗办”。{PROSE}\n"
    )
    assert [section.title.text for section in draft.sections] == [
        "湖南湘潭 靠什么让企业少跑腿",
        "企业登记用时缩短一半，长沙——窗口并起来 审批快起来",
        "株洲市优化企业登记 一个窗口办成事",
    ]


def test_one_story_of_several_has_a_heading_of_two_lines_over_its_source() -> None:
    draft = cut_clean(
        f"营商环境媒体摘编\n2025年第6期\n\n"
        f"长沙企业开办一日办结\n来源：长沙晚报 2025-03-01\n长沙市推行“一窗办”。{PROSE}\n{PROSE}\n\n"
        f"株洲推行“一业一证”\n办证材料减少六成\n来源：株洲日报 2025-03-02\n株洲市推行“一业一证”。{PROSE}\n{PROSE}\n\n"
        f"湘潭“帮办代办”进园区\n来源：湘潭日报 2025-03-03\n湘潭市推行“帮办代办”。{PROSE}\n{PROSE}\n"
    )
    assert [section.title.text for section in draft.sections] == [
        "长沙企业开办一日办结",
        "株洲推行“一业一证” 办证材料减少六成",
        "湘潭“帮办代办”进园区",
    ]
