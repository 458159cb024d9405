"""Cases found by what repeats, whatever the items are called; and reports of one case in which things repeat too."""

from __future__ import annotations

import pytest

from ingest.clean import clean
from ingest.order import put_in_order
from ingest.segment import segment
from ingest.types import DocumentDraft
from tests.ingest.pages import GAZETTEER, LEXICON, cut, document, left_over

PROSE = "窗口一次收取全部材料，内部流转由部门自行完成，申请人不必再跑第二趟，办理时限由九个工作日压缩为三个工作日。"
OTHER = "银行依据税务、社保、水电等信息为小微企业画像，符合条件的当场授信，企业足不出户即可申请贷款，改革受到欢迎。"

CASES: dict[str, tuple[str, list[str]]] = {
    "a word of the document's own with rising numbers": (
        f"行走湘江看营商\n\n镜头一：长沙县“钉钉办”\n{PROSE}\n\n镜头二：湘潭县“一窗通”\n{OTHER}",
        ["长沙县“钉钉办”", "湘潭县“一窗通”"],
    ),
    "第1例": (
        f"“微改革”展播\n第1例长沙县：个体户“秒批”\n{PROSE}\n第2例湘潭县：“环评管家”\n{OTHER}",
        ["长沙县：个体户“秒批”", "湘潭县：“环评管家”"],
    ),
    "之一, all of one county": (
        (
            f"湘潭县改革探索\n\n改革探索之一：“湘莲贷”\n县政府金融办牵头推出。{OTHER}\n\n"
            f"改革探索之二：“码上监管”\n县市场监管局推行。{PROSE}"
        ),
        ["“湘莲贷”", "“码上监管”"],
    ),
    "numbers in circles": (
        f"各地特色实践\n①长沙市：涉企“检查码”\n{PROSE}\n②株洲市：“法律体检”\n{OTHER}",
        ["长沙市：涉企“检查码”", "株洲市：“法律体检”"],
    ),
    "a number alone over each title": (
        (
            f"长沙市十佳案例揭晓\n\n01\n“零证明”\n推荐单位：长沙县营商办\n创新点\n{PROSE}\n\n02\n“一码查”\n"
            f"推荐单位：市司法局\n创新点\n{OTHER}"
        ),
        ["“零证明”", "“一码查”"],
    ),
    "headings that come round again, the body below the title, groups between": (
        (
            f"改革创新案例选编\n\n准入篇\n\n证照联办\n（长沙县市场监督管理局）\n【改革背景】\n{PROSE}\n"
            f"【主要做法】\n{OTHER}\n\n"
            f"建设篇\n\n模拟审批\n（湘潭县行政审批服务局）\n【改革背景】\n{PROSE}\n【主要做法】\n{OTHER}"
        ),
        ["证照联办", "模拟审批"],
    ),
    "headings nobody else uses": (
        (
            f"县级创新奖获奖项目\n\n诉求直达\n\n报送地区：长沙县\n改革缘起\n{PROSE}\n具体路径\n{OTHER}\n\n"
            f"竣工一次过\n\n报送地区：湘潭县\n改革缘起\n{PROSE}\n具体路径\n{OTHER}"
        ),
        ["诉求直达", "竣工一次过"],
    ),
    "fields, the first of which is the title": (
        (
            f"创新成果展\n事项：办税“码上办”\n单位：长沙市税务局\n痛点：{PROSE}\n举措：{OTHER}\n\n"
            f"事项：“云签约”招商\n单位：湘潭市商务局\n痛点：{PROSE}\n举措：{OTHER}"
        ),
        ["办税“码上办”", "“云签约”招商"],
    ),
    "place｜title below rules": (
        f"三湘新变化\n━━━━━━\n长沙｜政务服务“跨域通办”\n{PROSE}\n━━━━━━\n湘潭｜工业项目“拿地即开工”\n{OTHER}",
        ["长沙｜政务服务“跨域通办”", "湘潭｜工业项目“拿地即开工”"],
    ),
    "【place】 over each title": (
        (
            f"营商环境进行时\n本报记者走进县市。\n\n【长沙县】\n一枚印章管审批\n{PROSE}\n\n【湘潭县】\n人才公寓留住人\n"
            f"{OTHER}"
        ),
        ["一枚印章管审批", "人才公寓留住人"],
    ),
    "place——brand": (
        f"“一县一品”新画卷\n\n长沙县——“星沙管家”\n{PROSE}\n\n湘潭县——“莲乡帮办”\n{OTHER}",
        ["长沙县——“星沙管家”", "湘潭县——“莲乡帮办”"],
    ),
    "paragraphs that open with the place": (
        f"三地做法获推广\n湖南2个做法入选。\n株洲市：推行“清单式”监管。{PROSE}\n湘潭市：打造“企业服务110”。{OTHER}",
        ["株洲市：推行“清单式”监管", "湘潭市：打造“企业服务110”"],
    ),
    "titles of different bodies of one city": (
        (
            f"优环境｜湘潭市直单位改革巡礼\n1.市行政审批局：推行全程代办\n{PROSE}\n2.市税务局：打造“枫桥式”服务厅\n"
            f"{OTHER}"
        ),
        ["市行政审批局：推行全程代办", "市税务局：打造“枫桥式”服务厅"],
    ),
    "as many as announced": (
        (
            f"湘潭县选树2个优化营商环境典型做法\n近日评选揭晓。\n★县行政审批局“周末预约办”\n{PROSE}\n"
            f"★县税务局“税收体检”\n{OTHER}"
        ),
        ["县行政审批局“周末预约办”", "县税务局“税收体检”"],
    ),
    "numbers through groups by indicator": (
        (
            f"长沙市典型做法汇编\n（一）开办企业\n1.“套餐式”服务\n长沙市市场监管局打包办理。{PROSE}\n"
            f"（二）获得信贷\n2.“莲城贷”\n湘潭市金融办先行。{OTHER}\n3.“仓单贷”\n株洲市试点。{OTHER}"
        ),
        ["“套餐式”服务", "“莲城贷”", "“仓单贷”"],
    ),
    "chapters above sections": (
        (
            f"湖南营商环境改革典型经验汇编\n第一章准入\n第一节长沙市：“智能审批”\n{PROSE}\n第二节株洲市：“一照通”\n"
            f"{OTHER}\n"
            f"第二章保障\n第一节湘潭市：联合报装\n{PROSE}"
        ),
        ["长沙市：“智能审批”", "株洲市：“一照通”", "湘潭市：联合报装"],
    ),
    "speeches, the speaker below the title": (
        (
            f"现场会交流发言材料\n\n交流材料之一\n\n坚持刀刃向内\n中共长沙县委长沙县人民政府\n\n"
            f"近年来，长沙县优化营商环境。\n一、做优服务\n{PROSE}\n\n"
            f"交流材料之二\n\n突出园区战场\n湘潭市发展和改革委员会\n\n湘潭市坚持企业至上。\n一、全程代办\n{OTHER}"
        ),
        ["坚持刀刃向内", "突出园区战场"],
    ),
    "subtitles": (
        (
            f"县域优秀成果\n\n从多头跑到一站办\n——长沙县推行集成服务的实践\n{PROSE}\n（一）一窗受理\n{OTHER}\n\n"
            f"小切口解决大难题\n——湘潭县优化流程的探索\n{PROSE}\n（一）清单管理\n{OTHER}"
        ),
        ["从多头跑到一站办 ——长沙县推行集成服务的实践", "小切口解决大难题 ——湘潭县优化流程的探索"],
    ),
    "articles of a page, a writer below each headline": (
        (
            f"湘潭日报\n2023年5月9日 星期二 第03版\n\n麻烦事变成一件事\n——湘潭县集成改革观察\n本报记者陈晓\n"
            f"{PROSE}\n\n"
            f"小印章撬动大改革\n——长沙县许可权试点走笔\n本报通讯员李华\n{OTHER}"
        ),
        ["麻烦事变成一件事 ——湘潭县集成改革观察", "小印章撬动大改革 ——长沙县许可权试点走笔"],
    ),
    "headlines with their days": (
        f"他山之石\n\n长沙打造“全程电子化”登记\n2023-03-02\n{PROSE}\n\n株洲“码”上解决企业诉求\n2023-03-05\n{OTHER}",
        ["长沙打造“全程电子化”登记", "株洲“码”上解决企业诉求"],
    ),
    "上篇 and 下篇": (
        f"营商环境优化实践（两则）\n上篇：长沙市“证照并销”\n{PROSE}\n下篇：株洲市“联动勘验”\n{OTHER}",
        ["长沙市“证照并销”", "株洲市“联动勘验”"],
    ),
    "Roman numbers": (
        f"改革案例精选\n\nⅠ 长沙市长沙县 “云上签约”\n{PROSE}\nⅡ 湘潭市湘潭县 “技改一链办”\n{OTHER}",
        ["长沙市长沙县 “云上签约”", "湘潭市湘潭县 “技改一链办”"],
    ),
    "letters": (
        f"各市举措掠影\nA. 长沙市：“齐好办”平台\n{PROSE}\nB. 株洲市：“承诺即换证”\n{OTHER}",
        ["长沙市：“齐好办”平台", "株洲市：“承诺即换证”"],
    ),
    "之一 alone, title and place below": (
        (
            f"优秀案例选编\n之一\n搭建桥梁破解难题\n湘潭市湘潭县\n\n{PROSE}\n\n之二\n首席专员助力建设\n长沙市长沙县\n\n"
            f"{OTHER}"
        ),
        ["搭建桥梁破解难题", "首席专员助力建设"],
    ),
    "titles over the body they come from, in groups by prize": (
        (
            f"“微改革”优秀案例\n\n一等奖（1个）\n\n窗口无否决权\n湘潭县行政审批局\n{PROSE}\n\n"
            f"二等奖（1个）\n\n招工直播间\n长沙县人力资源和社会保障局\n{OTHER}"
        ),
        ["窗口无否决权", "招工直播间"],
    ),
    "towns of one county": (
        f"湘潭县各乡镇优化营商环境亮点\n易俗河镇：设立企业驿站\n{PROSE}\n花石镇：推行项目管家\n{OTHER}",
        ["易俗河镇：设立企业驿站", "花石镇：推行项目管家"],
    ),
    "places at the end of the titles": (
        f"“小切口”改革案例选登\n\n首贷难怎么破——长沙市长沙县\n{PROSE}\n\n办件跑多次怎么办——湘潭市湘潭县\n{OTHER}",
        ["首贷难怎么破——长沙市长沙县", "办件跑多次怎么办——湘潭市湘潭县"],
    ),
    "labels that the title over them names": (
        (
            f"长沙市营商环境典型做法\n\n【典型做法一】开办企业“综窗集成”\n责任单位：市市场监督管理局\n{PROSE}\n\n"
            f"【典型做法二】用电“阳光业扩”\n责任单位：市供电公司\n{OTHER}"
        ),
        ["开办企业“综窗集成”", "用电“阳光业扩”"],
    ),
    "an annex below the signature, with no line that says so": (
        (
            f"湖南省人民政府办公厅关于推广自贸试验区创新成果的通知\n湘政办发〔2022〕45号\n各市州人民政府：\n"
            "现将创新成果印发给你们。\n"
            f"湖南省人民政府办公厅\n2022年9月16日\n湖南自贸试验区创新成果\n一、政府职能领域\n（一）联动过户\n"
            f"长沙市先行。{PROSE}\n"
            f"二、贸易领域\n（二）卸船直提\n株洲市推行。{OTHER}"
        ),
        ["联动过户", "卸船直提"],
    ),
    "a comment beside the stories": (
        (
            f"湘潭县：“证照一口办”\n本报记者张敏\n{PROSE}\n\n长沙县：“豆腐贷”\n通讯员李强\n{OTHER}\n\n"
            "◎短评\n把服务送到心坎上\n优化营商环境没有完成时，各级干部要多换位思考，用心用情解决难题。"
        ),
        ["湘潭县：“证照一口办”", "长沙县：“豆腐贷”"],
    ),
    "bulletin of short news, one of them a tender": (
        (
            f"营商环境工作动态\n2023年第7期\n\n长沙：报装“一站式”\n{PROSE}\n\n某服务大厅设备采购公开招标公告\n"
            f"{OTHER}\n\n"
            f"湘潭：企业“宁静日”\n{PROSE}\n\n2023年上半年全国新设经营主体1500万户\n{OTHER}"
        ),
        ["长沙：报装“一站式”", "湘潭：企业“宁静日”"],
    ),
}

ONE_CASE: dict[str, str] = {
    "bodies of the county under 二、": (
        f"湘潭县优化营商环境改革情况\n近年来，我县持续改革。\n一、坚持高位推动\n{PROSE}\n二、破解办事难题\n"
        f"（一）县行政审批局推行一窗受理。{PROSE}\n"
        f"（二）县税务局推行非接触办税。{OTHER}\n三、下一步打算\n{PROSE}"
    ),
    "as many measures as announced": (
        f"株洲市推出2条优化营商环境举措\n近日，株洲市出台2条举措。\n1.推行一日办。{PROSE}\n2.推行信易贷。{OTHER}"
    ),
    "indicators as sections": (
        f"湘潭市税务局优化税收营商环境工作总结\n全年扎实推进改革。\n一、纳税时间指标\n{PROSE}\n二、税费优惠指标\n"
        f"{OTHER}\n三、存在的主要问题\n{PROSE}"
    ),
    "stories under the sections": (
        f"湘潭县打造营商环境新名片\n近年来，我县深化改革。\n一、一窗通办\n{PROSE}\n典型事例：某企业半天领证。\n"
        f"二、一码评价\n{OTHER}\n典型事例：窗口当日整改。"
    ),
    "创新点一 and 创新点二": (
        f"长沙县“三办融合”\n{PROSE}\n一、主要做法\n创新点一：掌上办\n{PROSE}\n创新点二：就近办\n{OTHER}\n"
        f"二、工作成效\n{PROSE}"
    ),
    "a speech that reports": (
        f"在全省优化营商环境工作会议上的交流发言\n中共湘潭县委书记\n近年来，湘潭县优化营商环境。\n一、以改革破题\n"
        f"{PROSE}\n二、以服务立身\n{OTHER}"
    ),
    "what several offices did": (
        f"湘潭县多部门联动优化营商环境\n\n税务部门：优化办税服务\n{PROSE}\n\n住建部门：压减审批时限\n{OTHER}"
    ),
    "bullets": f"长沙县打造企业全周期服务\n{PROSE}\n◆准入即准营\n{PROSE}\n◆拿地即开工\n{OTHER}",
    "headings that a report of one case has": (
        f"典型案例：长沙县“管家式”服务\n一、案例背景\n{PROSE}\n二、主要做法\n（一）包联\n{PROSE}\n（二）解难\n"
        f"{OTHER}\n三、案例启示\n{PROSE}"
    ),
}

NO_CASE: dict[str, tuple[str, str]] = {
    "places rewarded": (
        (
            "真抓实干成效明显的地区名单及激励措施\n一、优化营商环境成效明显的地区\n长沙市、株洲市。\n"
            "二、商事制度改革成效明显的地区\n湘潭市、长沙县。"
        ),
        "名单",
    ),
    "tender": (
        "湘潭市政务服务中心窗口服务外包项目竞争性磋商公告\n项目编号：XX-05，预算金额96万元，采购方式为竞争性磋商。",
        "公告",
    ),
}


def read(text: str) -> DocumentDraft:
    """The text through cleaning and reading order, as the pipeline does it."""
    source = document(text)
    return segment(put_in_order(clean(source)), source, GAZETTEER, LEXICON)


@pytest.mark.parametrize(("text", "titles"), CASES.values(), ids=CASES.keys())
def test_cases(text: str, titles: list[str]) -> None:
    assert [section.title.text for section in read(text).sections] == titles


@pytest.mark.parametrize("text", ONE_CASE.values(), ids=ONE_CASE.keys())
def test_what_repeats_inside_one_case_does_not_make_it_many(text: str) -> None:
    assert [section.title.text for section in read(text).sections] == [text.partition("\n")[0]]


@pytest.mark.parametrize(("text", "reason"), NO_CASE.values(), ids=NO_CASE.keys())
def test_no_case_and_why(text: str, reason: str) -> None:
    draft = read(text)
    assert draft.sections == ()
    assert any(reason in notice.message for notice in draft.notices if notice.code == "not-a-case")


@pytest.mark.parametrize("text", [*(text for text, _ in (*CASES.values(), *NO_CASE.values())), *ONE_CASE.values()])
def test_every_character_is_in_a_case_or_in_a_notice(text: str) -> None:
    assert left_over(cut(text), text) == ""


def test_the_heading_over_a_group_belongs_to_no_item() -> None:
    sections = read(CASES["numbers through groups by indicator"][0]).sections
    assert [section.preamble.text for section in sections] == ["（一）开办企业", "（二）获得信贷", "（二）获得信贷"]
    assert all("获得信贷" not in block.text.text for section in sections for block in section.blocks)


def test_who_speaks_is_told_beside_the_case() -> None:
    sections = read(CASES["speeches, the speaker below the title"][0]).sections
    assert [section.preamble.text for section in sections] == ["中共长沙县委长沙县人民政府", "湘潭市发展和改革委员会"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            f"（本网讯）近日，湘潭县市场监督管理局推出“周末不打烊”服务，方便上班族利用休息时间办理企业登记，受到好评。\n{PROSE}",
            "湘潭县市场监督管理局推出“周末不打烊”服务",
        ),
        (
            (
                f"“材料齐全就能办好。”11月3日，在湘潭县政务服务中心，张女士只用二十分钟就拿到了证。\n"
                f"企业开办推行一张表单，专人帮办。{PROSE}"
            ),
            "湘潭县企业开办推行一张表单，专人帮办",
        ),
        (
            (f"浏阳市市民王某最近来这里办照。\n大厅把企业开办的事项全部进驻综合窗口，不用来回跑。\n在湘潭县，{PROSE}"),
            "湘潭县大厅把企业开办的事项全部进驻综合窗口，不用来回跑",
        ),
        (
            (
                f"据了解，今年初，湘潭县行政服务中心出台重大项目许可服务全程跟踪制、会办督办制和限时办结制等一整套制度。{PROSE}"
            ),
            "湘潭县行政服务中心出台重大项目许可服务全程跟踪制、会办督办制和限时办结制等一整套制度",
        ),
    ],
)
def test_a_title_is_made_from_the_place_and_what_it_did(text: str, title: str) -> None:
    (section,) = read(text).sections
    assert (section.title.text, section.title_is_made) == (title, True)
