"""Who is in charge: lines that say so, and bodies that act in the text."""

import pytest

from ingest.recognise.agencies import assigned_agencies, is_agency_line, parse_agency_line, recognise_agencies
from ingest.recognise.regions import recognise_regions
from ingest.types import AgencyDraft, SpannedText
from tests.ingest.recognise.drafts import a_case, a_document, gazetteer


def roles(agencies: tuple[AgencyDraft, ...]) -> list[tuple[str, str]]:
    return [(agency.name, agency.role.value) for agency in agencies]


LINES = [
    (
        "牵头单位：市发展改革委；重点责任单位：市委组织部（市委人才办）、市教育局。",
        [("市发展改革委", "lead"), ("市委组织部（市委人才办）", "responsible"), ("市教育局", "responsible")],
    ),
    ("**责任科室：**综合科、审批服务科", [("综合科", "responsible"), ("审批服务科", "responsible")]),
    ("配合单位（部门）：财政局、国投公司", [("财政局", "cooperating"), ("国投公司", "cooperating")]),
    (
        "压减时限。（责任单位：市住建局、各县（市、区）政府）",
        [("市住建局", "responsible"), ("各县（市、区）政府", "responsible")],
    ),
    (
        "（牵头单位：市住建局；配合单位：市财政局等按职责分工负责；完成时限：2021年6月底前）",
        [("市住建局", "lead"), ("市财政局", "cooperating")],
    ),
    ("责任单位：市数据局（牵头）、市财政局", [("市数据局", "lead"), ("市财政局", "responsible")]),
    ("【责任单位：市数据局】", [("市数据局", "responsible")]),
    (
        "责任单位：市数据局牵头，市财政局、市税务局配合",
        [("市数据局", "lead"), ("市财政局", "cooperating"), ("市税务局", "cooperating")],
    ),
    ("责任单位：政务服务科，完成时限：长期坚持", [("政务服务科", "responsible")]),
    (
        "责任单位：市医保局等有关部门，各县（市、区）政府",
        [("市医保局", "responsible"), ("各县（市、区）政府", "responsible")],
    ),
    ("责任单位：市直有关部门按职责分工负责", []),
    ("责任单位：市数据局、各县区分工负责", [("市数据局", "responsible"), ("各县区", "responsible")]),
    ("责任单位:市税务局 市医保局", [("市税务局", "responsible"), ("市医保局", "responsible")]),
    ("完成时限：全年持续推进。", []),
    ("压实责任，单位之间协调配合。", []),
]


@pytest.mark.parametrize(("text", "expected"), LINES)
def test_agency_lines(text: str, expected: list[tuple[str, str]]) -> None:
    assert roles(parse_agency_line(SpannedText.of_source(text))) == expected


REASONS = [
    ("牵头单位：市住建局", "列在“牵头单位”之后"),
    ("责任单位：市数据局（牵头）", "注明“（牵头）”"),
    ("责任单位：市数据局牵头，市财政局配合", "注明“牵头”"),
]


@pytest.mark.parametrize(("text", "reason"), REASONS)
def test_why_a_body_has_its_part(text: str, reason: str) -> None:
    first, *_ = parse_agency_line(SpannedText.of_source(text))
    assert first.reason == reason
    assert first.confidence > 0.9


def test_a_body_found_acting_is_less_sure_than_one_that_is_said_to_lead() -> None:
    case = a_case("一件事", "由市数据局牵头推行一件事。市财政局支持。")
    said, acting = recognise_agencies(case, a_document(), gazetteer()).agencies
    assert (said.reason, acting.reason) == ("写明“牵头”", "正文中行动的单位")
    assert said.confidence > acting.confidence
    (alone,) = recognise_agencies(a_case("一件事", "市数据局推行一件事。"), a_document(), gazetteer()).agencies
    assert alone.reason == "正文中最先行动的单位"


def test_names_know_where_they_stand() -> None:
    text = "牵头单位：市住建局"
    (agency,) = parse_agency_line(SpannedText.of_source(text))
    (span,) = agency.spans
    assert text[span.start : span.end] == "市住建局"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("责任科室：综合科", True), ("（牵头单位：市住建局）", True), ("压减时限。（责任单位：市住建局）", False)],
)
def test_lines_of_their_own(text: str, expected: bool) -> None:
    assert is_agency_line(text) is expected


ACTING = [
    ("市行政审批服务局以一件事为切入点。", [("市行政审批服务局", "lead")]),
    ("长沙市中级人民法院推行示范判决。", [("长沙市中级人民法院", "lead")]),
    (
        "市财政局出台办法，会同市税务局、市医保局联审。",
        [("市财政局", "lead"), ("市税务局", "cooperating"), ("市医保局", "cooperating")],
    ),
    ("由市发展改革委牵头，联合长沙供电公司实施。", [("市发展改革委", "lead"), ("长沙供电公司", "cooperating")]),
    ("国家税务总局长沙市税务局推出清单。", [("国家税务总局长沙市税务局", "lead")]),
    ("中国（长沙）知识产权保护中心提供服务。", [("中国（长沙）知识产权保护中心", "lead")]),
    ("市财政局推行采购改革。长沙市财政局还推行电子保函。", [("市财政局", "lead")]),
    ("新奥燃气公司优化流程。", [("新奥燃气公司", "lead")]),
    (
        "由市财政局、市人社局牵头，市税务局、市医保局配合。",
        [("市财政局", "lead"), ("市人社局", "lead"), ("市税务局", "cooperating"), ("市医保局", "cooperating")],
    ),
    (
        "长沙海关推行提前申报，会同人行长沙中心支行服务企业。",
        [("长沙海关", "lead"), ("人行长沙中心支行", "cooperating")],
    ),
    ("中国人民银行湖南省分行推出再贷款。", [("中国人民银行湖南省分行", "lead")]),
    ("湘江新区管委会推行告知承诺。", [("湘江新区管委会", "lead")]),
    ("长沙市人民政府出台意见，市教委落实。", [("长沙市人民政府", "lead"), ("市教委", "responsible")]),
    ("岳麓区法院推行诉前调解。", [("岳麓区法院", "lead")]),
    ("市审批局推行一枚印章。", [("市审批局", "lead")]),
    ("市政务服务与数据管理局推行云勘验。", [("市政务服务与数据管理局", "lead")]),
    ("长沙县行政服务中心推行一窗通办。由市数据局牵头推进。", [("长沙县行政服务中心", "lead"), ("市数据局", "lead")]),
    # named, but not acting
    ("承接省政府办公厅新推出的2个事项，经市政府同意。", []),
    ("组织各分行推进，该行推出信用贷。", []),
    ("记者从市税务局获悉，时间减半。", []),
    ("企业到市政务服务中心办理。", []),
    ("市市场监管局副局长介绍。", []),
    ("政府采购改革深入推进，财政部门发力。", []),
    ("与武汉市政务服务局签约。", []),
]


@pytest.mark.parametrize(("text", "expected"), ACTING)
def test_bodies_that_act(text: str, expected: list[tuple[str, str]]) -> None:
    case = a_case("长沙市：推行改革", text)
    case = recognise_regions(case, a_document("", case), gazetteer())
    assert roles(recognise_agencies(case, a_document(), gazetteer()).agencies) == expected


def test_the_body_in_the_title_is_in_the_lead() -> None:
    case = a_case("甘肃省兰州市：司法局优化营商环境", "兰州市司法局出台措施，区县司法局落实。")
    assert roles(recognise_agencies(case, a_document(), gazetteer()).agencies) == [("兰州市司法局", "lead")]


CONTEXT = """通报
（一）获得信贷指标
牵头单位：市政府金融办；重点责任单位：市财政局。
（二）办理破产指标
牵头单位：市中级人民法院。
"""


NOTES = [
    (
        "实行清单管理。（市政府办公室、市数据局牵头，市委编办、市司法局配合）",
        [("市政府办公室", "lead"), ("市数据局", "lead"), ("市委编办", "cooperating"), ("市司法局", "cooperating")],
    ),
    ("做好承接。（省商务厅、编办等省有关部门，甲、乙两市政府负责）", []),
    (
        "做好承接。（省商务厅、编办等省有关部门，长沙、株洲市政府负责）",
        [("省商务厅", "responsible"), ("编办", "responsible"), ("长沙、株洲市政府", "responsible")],
    ),
    ("做好承接。（省商务厅、编办等省有关部门负责）", [("省商务厅", "responsible"), ("编办", "responsible")]),
    ("做好承接。（长沙、株洲、湘潭市人民政府负责）", [("长沙、株洲、湘潭市人民政府", "responsible")]),
    (
        "做好承接。（各有关部门及各县（市、区）政府按职责分工负责）。",
        [("各有关部门", "responsible"), ("各县（市、区）政府", "responsible")],
    ),
    ("由专人办理（窗口人员负责）", []),
    ("实行清单管理（含市级、县级）。", []),
]


@pytest.mark.parametrize(("text", "expected"), NOTES)
def test_notes_that_put_in_charge_without_a_label(text: str, expected: list[tuple[str, str]]) -> None:
    case = recognise_agencies(a_case("推行改革", "", (text,)), a_document(), gazetteer())
    assert roles(case.measures[0].agencies) == expected


def test_a_list_outside_the_case_assigns_its_bodies() -> None:
    document = a_document("通报", context=CONTEXT)
    expected = [("市政府金融办", "lead"), ("市财政局", "responsible")]
    listed = assigned_agencies("获得信贷指标——强化保障", document)
    assert roles(listed) == expected
    assert [[CONTEXT[span.start : span.end] for span in agency.spans] for agency in listed] == [
        ["市政府金融办"],
        ["市财政局"],
    ]
    assert {agency.reason for agency in listed} == {"文件在“获得信贷”下列出"}
    assert assigned_agencies("跨境贸易指标——集约发展", document) == ()
    case = a_case("办理破产指标——四化建设", "市司法局推行改革。")
    assert roles(recognise_agencies(case, document, gazetteer()).agencies) == [("市中级人民法院", "lead")]


def test_abbreviations_are_completed_by_the_case_s_region() -> None:
    case = recognise_regions(
        a_case("长沙市推进拿地即开工", "市发展改革委会同市数据局联审。"), a_document(), gazetteer()
    )
    named = recognise_agencies(case, a_document(), gazetteer()).agencies
    assert [(agency.name, agency.full_name) for agency in named] == [
        ("市发展改革委", "长沙市发展和改革委员会"),
        ("市数据局", ""),
    ]
