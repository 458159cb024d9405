"""Which regions a case is about, and what is doubtful about them."""

from dataclasses import replace

import pytest

from ingest.recognise.regions import recognise_regions
from tests.ingest.recognise.drafts import a_case, a_document, gazetteer, named

MAIN = [
    # title, lead, title of the document, main region
    ("天津市东丽区：全员抓营商环境", "", "", "天津市东丽区"),
    ("浙江省杭州市：余杭区提升效能", "", "", "浙江省杭州市余杭区"),
    ("四川省成都市：成都这样创新突破", "", "", "四川省成都市"),
    ("优化政务服务 山东打造一流营商环境", "临沂市接到河东区企业诉求。", "", "山东省"),
    ("打造审批服务“杭州样板”", "", "", "浙江省杭州市"),
    ("对标上海 长沙打造一流营商环境", "", "", "湖南省长沙市"),
    ("长沙至莫斯科班列开通", "", "", "湖南省长沙市"),
    ("推广上海经验 浙江“最多跑一次”的衢州样本", "衢州市首创改革。衢州窗口减半。", "", "浙江省衢州市"),
    ("山东打造一流营商环境 临沂热线接诉即办", "山东推出清单。山东各地梳理事项。临沂市先行。", "", "山东省"),
    ("学习浙江经验 推进改革", "我市推行一件事。", "湘潭市优化营商环境简报", "湖南省湘潭市"),
    ("政务服务体系", "柳河县以受办分离为切入点，柳河县政务大厅进驻部门34个。", "", "吉林省通化市柳河县"),
    ("昆山打造一流营商环境", "近日，昆山市推出清单。", "", "江苏省苏州市昆山市"),
    ("窗口减半 时间再减", "推行一件事。", "长沙市典型经验做法", "湖南省长沙市"),
    ("窗口减半 时间再减", "浏阳市推行一件事。浏阳市窗口减半。", "长沙市典型经验做法", "湖南省长沙市浏阳市"),
    ("窗口减半 时间再减", "我市推行一件事，受到岳阳市企业好评。", "湖南省典型案例", "湖南省岳阳市"),
    ("窗口减半 时间再减", "深圳市推行一件事。深圳市窗口减半。", "湖南省简报：他山之石", "广东省深圳市"),
    ("窗口减半 时间再减", "敦煌市推行一件事，全市办理3万件。", "甘肃省典型案例", "甘肃省酒泉市敦煌市"),
    ("窗口减半 时间再减", "浏阳市在全市率先推行一件事。", "长沙市典型案例", "湖南省长沙市浏阳市"),
    ("窗口减半 时间再减", "全区推行一件事，包头市先行。", "内蒙古自治区典型案例", "内蒙古自治区"),
    ("鼓楼区拿地即开工", "", "福州市创新案例", "福建省福州市鼓楼区"),
    ("南沙区深化采购改革", "广州市支持南沙区试点。", "", "广东省广州市南沙区"),
    ("第八师石河子市推行告知承诺", "", "", "新疆维吾尔自治区石河子市"),
    ("临港新片区推行一业一证", "", "", "上海市临港新片区"),
    ("中国（上海）自由贸易试验区临港新片区：一业一证", "", "", "上海市临港新片区"),
    ("张江科学城推行一业一证", "", "", "上海市浦东新区上海张江高新技术产业开发区"),
    ("亦庄：一日办结", "", "", "北京市北京经济技术开发区"),
    ("横琴推行一码开店", "", "", "广东省珠海市横琴粤澳深度合作区"),
    ("一业一证", "光谷推行一业一证，光谷企业受益。", "", "湖北省武汉市东湖新技术开发区"),
    ("海南自贸港一枚印章管审批", "", "", "海南省"),
    ("太仓推行一业一证", "", "", "江苏省苏州市太仓市"),
    ("川渝“跨省通办”再扩容", "重庆市与四川省推出清单，重庆市办理3万件。", "", "重庆市"),
    ("京津冀协同推进一业一证", "在武清区，窗口减半。武清区企业受益。", "", "天津市武清区"),
    ("余杭优化营商环境", "近日，余杭推出改革。余杭企业受益。", "", "浙江省杭州市余杭区"),
    ("一业一证", "我市推行一业一证，全市办理3万件。", "昆山市优化营商环境简报", "江苏省苏州市昆山市"),
    ("一业一证", "昆山海关推行提前申报。", "", "江苏省苏州市昆山市"),
    ("一业一证", "兰州海关推行提前申报。", "", "甘肃省兰州市"),
    ("一业一证", "新华社北京5月1日电（记者 李某）芜湖市推行一业一证。", "", "安徽省芜湖市"),
    ("一业一证", "新华社北京5月1日电芜湖市推行一业一证。", "", "安徽省芜湖市"),
    ("一业一证", "某某网合肥10月21日电（记者 李某）芜湖市推行一业一证，芜湖受益。", "", "安徽省芜湖市"),
    ("一业一证", "央视网消息（新闻联播）：湖南省推行一业一证。在长沙市，窗口减半。", "", "湖南省"),
    ("一业一证", "某某网3月2日讯（记者 李某）湖南省推行一业一证。在长沙市，窗口减半。", "", "湖南省"),
    ("一业一证", "湖南日报讯（记者 李某）岳阳市推行一业一证。", "", "湖南省岳阳市"),
    ("一业一证", "本报长沙讯 全市推行一业一证。", "", "湖南省长沙市"),
    ("一业一证", "本报长沙3月2日电（记者 李某）全省推行一业一证。", "", "湖南省"),
    ("市中区推行一业一证", "全区推行一业一证。", "济南市优化营商环境简报", "山东省济南市市中区"),
    ("一业一证", "北京某公司负责人说，常德市办事快。常德市推行一业一证。", "", "湖南省常德市"),
    ("一业一证", "对标上海、深圳，湘潭推行一业一证。", "", "湖南省湘潭市"),
    ("广西自贸试验区钦州港片区推行一业一证", "", "", "广西壮族自治区钦州市"),
    ("天津港推行一业一证", "", "", "天津市"),
    ("一业一证", "洋山港推行一业一证。", "", "上海市"),
    ("一业一证", "近日，友谊关口岸推行一业一证。", "", "广西壮族自治区崇左市凭祥市"),
    ("一业一证", "今天（5月1日），常德市推行一业一证。企业到长沙市不再往返。长沙市跟进。", "", "湖南省常德市"),
    ("一业一证", "推动便民利企再上台阶，湖南推行一业一证。在长沙市，窗口减半。", "", "湖南省"),
    ("一业一证", "浏阳市的小店开张了。近年来，长沙市推行一业一证。", "", "湖南省长沙市"),
    ("一业一证", "在岳麓区政务大厅，陈女士领到执照。长沙市推行一业一证。岳麓区是试点。", "", "湖南省长沙市"),
    ("一业一证", "岳麓区推行一业一证。长沙市将在各区推广。", "", "湖南省长沙市岳麓区"),
    ("一业一证", "长沙市民李某来到大厅。湖南推行一业一证。", "", "湖南省"),
    ("一业一证", "湖南首个自助大厅在常德市启用。常德市民随到随办，企业到常德市不再往返。", "", "湖南省常德市"),
    ("一业一证", "北京甲乙科技有限公司办完手续。常德市推行一业一证。", "", "湖南省常德市"),
    ("一业一证", "记者从湖南省市场监管局获悉，办件提速。常德市办理3万件，常德市窗口减半。", "", "湖南省"),
    # a port only where no division is spoken of
    ("货物从天津港一键出海", "石家庄市推行一业一证。", "", "河北省石家庄市"),
    ("对接天津港，唐山一业一证", "", "", "河北省唐山市"),
    ("一业一证", "企业从白云机场出口。", "佛山市优化营商环境简报", "广东省佛山市"),
    ("一业一证", "经济大省广东发布举措。2023年，河北省开展帮扶。", "", "广东省"),
    ("一业一证", "企业来自各地。为方便外地企业就近办事，近日常德市推行一业一证。", "", "湖南省常德市"),
    # the ground on which another is the first
    ("2023年在浙江省率先设立专厅", "在杭州市西湖区，窗口减半。", "", "浙江省杭州市西湖区"),
    ("在安徽首创一业一证 办证少跑三趟", "合肥市推行一业一证。", "", "安徽省合肥市"),
    # whose people another place serves
    ("香港居民办社保不出门", "珠海市推行一业一证，香港居民可在珠海参保。", "", "广东省珠海市"),
    ("澳门机动车入境便利", "澳门机动车经横琴口岸入境。横琴口岸减少环节。", "", "广东省珠海市横琴粤澳深度合作区"),
    ("重庆高新区推行一业一证", "", "", "重庆市重庆高新技术产业开发区"),
    # under a photograph
    ("一业一证", "深夜，二连浩特口岸在换装。唐 某摄（影像中国）常德市推行一业一证。", "", "湖南省常德市"),
    ("一业一证", "常德市拍摄宣传片，推行一业一证。岳阳市跟进。", "", "湖南省常德市"),
    # where a firm is from says less than any other mention
    ("一业一证", "山东某某供应链有限公司办完手续。平台由常德市建设。", "", "湖南省常德市"),
    ("一业一证", "窗口减半。", "该中心2023年在天津市率先设立专厅，服务湖南省", "湖南省"),
]


@pytest.mark.parametrize(("title", "lead", "document", "expected"), MAIN)
def test_main_region(title: str, lead: str, document: str, expected: str) -> None:
    case = a_case(title, lead)
    assert named(recognise_regions(case, a_document(document, case), gazetteer()))[0] == expected


def test_a_port_that_lies_in_two_places_is_doubtful_in_a_title() -> None:
    case = a_case("宁波舟山港推行一业一证", "港区推行一业一证。")
    read = recognise_regions(case, a_document("", case), gazetteer())
    assert named(read) == ["浙江省宁波市"]
    assert [notice.code for notice in read.notices] == ["ambiguous-region"]


PUBLISHED_BY = [
    ("信用中国（河南）", "河南省"),
    ("安化县人民政府办公室", "湖南省益阳市安化县"),
    ("长沙海关", "湖南省长沙市"),
    ("国家税务总局昆山市税务局", "江苏省苏州市昆山市"),
]


@pytest.mark.parametrize(("publisher", "expected"), PUBLISHED_BY)
def test_a_place_that_only_the_publisher_names(publisher: str, expected: str) -> None:
    case = a_case("推行一件事", "我县推行一件事。")
    assert named(recognise_regions(case, a_document("", case, publisher=publisher), gazetteer())) == [expected]


NOWHERE = [
    "安吉物流推出新产品。",
    "资源通道建设推进。",
    "湖南日报记者走访大厅。",
    "长寿药企推出新品。",
    "路桥公司中标。",
]


@pytest.mark.parametrize("text", NOWHERE)
def test_words_that_are_no_places(text: str) -> None:
    case = a_case("推行一件事", text)
    assert named(recognise_regions(case, a_document("", case), gazetteer())) == []


def test_heading_over_the_case_tells_its_region() -> None:
    case = a_case("一件事一次办", "推行改革。", preamble="案例1：岳阳县行政审批服务局")
    assert named(recognise_regions(case, a_document("各地经验", case), gazetteer())) == ["湖南省岳阳市岳阳县"]


def test_most_places_of_the_context_tell_the_region() -> None:
    context = "本报讯\n长沙市召开会议。\n长沙的经验入选。\n湘江新区作了发言。"
    case = a_case("一件事一次办", "推行改革。")
    assert named(recognise_regions(case, a_document("一张网", case, context=context), gazetteer())) == ["湖南省长沙市"]


def test_a_text_on_elsewhere_is_not_of_the_place_that_other_texts_of_the_page_name() -> None:
    context = "来安县推行标准地。\n来安县代办员上门。"
    case = a_case("家门口的就业超市", "在南谯区就业超市签约的刘女士很高兴。滁州市人社局建成86家。")
    assert named(recognise_regions(case, a_document("一张网", case, context=context), gazetteer())) == [
        "安徽省滁州市南谯区"
    ]
    case = a_case("信息化助力司法", "入选湖南十大创新。")
    assert named(
        recognise_regions(case, a_document("一张网", case, context=context.replace("来安", "长沙")), gazetteer())
    ) == ["湖南省长沙市长沙县"]


def test_the_heading_of_one_item_does_not_tell_where_another_is_from() -> None:
    first, second = a_case("岳阳市推行一业一证", "窗口减半。"), a_case("时间再减", "石门县推行改革。")
    document = a_document(first.title.text, first, second)
    assert named(recognise_regions(first, document, gazetteer())) == ["湖南省岳阳市"]
    assert named(recognise_regions(second, document, gazetteer())) == ["湖南省常德市石门县"]
    case = a_case("全国首张权证颁发", "全国首张权证近日在江西资溪颁发。")
    document = a_document("江苏前10月新增企业5万户", case, publisher="新闻联播")
    assert named(recognise_regions(case, document, gazetteer())) == ["江西省抚州市资溪县"]


@pytest.mark.parametrize("line", ["鹰潭市余江区委书记 王某", "余江区人民政府区长"])
def test_who_speaks_tells_the_region(line: str) -> None:
    case = a_case("在全省优化营商环境大会上的发言", "推行一件事。")
    assert named(recognise_regions(case, a_document(case.title.text, case, context=line), gazetteer())) == [
        "江西省鹰潭市余江区"
    ]


@pytest.mark.parametrize(
    ("publisher", "text", "expected"),
    [
        ("河南日报", "我省推行一业一证。", ["河南省"]),
        ("长沙晚报", "我市推行一业一证。", ["湖南省长沙市"]),
        ("内蒙古日报", "我区推行一业一证，全区办理3万件。", ["内蒙古自治区"]),
        ("河南日报", "我县推行一业一证。", []),
        ("今日高邮", "我市推行一业一证。", ["江苏省扬州市高邮市"]),
        ("河南日报", "我省焦作市推行一业一证。", ["河南省焦作市"]),
        ("", "本报讯（潍坊日报社全媒体记者 李某）我市推行一业一证。", ["山东省潍坊市"]),
        ("河南日报", "（某某晚报记者 李某）我省推行一业一证。", ["河南省"]),
    ],
)
def test_a_text_that_names_no_place_is_of_its_paper_s(publisher: str, text: str, expected: list[str]) -> None:
    case = a_case("推行一件事", text)
    assert named(recognise_regions(case, a_document("", case, publisher=publisher), gazetteer())) == expected


def test_a_roundup_has_a_region_for_each_of_its_places() -> None:
    lead = "新年，广东省发布举措。河北省开展帮扶。江西出台28条。"
    lead += "针对小微企业资金紧张，北京朝阳区设立基金。湖南、辽宁等地也在优化。"
    case = a_case("各地优化营商环境", lead)
    expected = ["广东省", "河北省", "江西省", "北京市朝阳区"]
    assert named(recognise_regions(case, a_document("", case), gazetteer())) == expected


def test_a_roundup_does_not_list_what_lies_in_a_place_it_told_of() -> None:
    lead = "广东省发布举措。河北省开展帮扶。石家庄市发放补贴。江西省赣州市出台28条。江西省跟进。"
    case = a_case("各地优化营商环境", lead)
    expected = ["广东省", "河北省", "江西省赣州市"]
    assert named(recognise_regions(case, a_document("", case), gazetteer())) == expected


def test_a_place_of_which_a_paragraph_tells_in_detail_is_no_further_region() -> None:
    case = a_case("湖南推行一业一证", "全省办理3万件。\n岳阳市窗口减半。\n岳阳市还设专厅。")
    assert named(recognise_regions(case, a_document("", case), gazetteer())) == ["湖南省"]


def test_where_a_place_opens_an_office_is_no_further_region() -> None:
    case = a_case("跨省通办", "赣州市推行跨省通办。在深圳设立窗口代收代办。")
    assert named(recognise_regions(case, a_document("", case), gazetteer())) == ["江西省赣州市"]


def test_measures_of_other_places_have_their_region() -> None:
    measures = ("湖南省税务局建立机制。", "岳阳市推行专窗，与武汉市合作。", "常德市石门县压减时限。")
    case = a_case("湖南省：表扬典型做法", "通报如下：", measures)
    read = recognise_regions(case, a_document("", case), gazetteer())
    regions = [measure.region and gazetteer().full_name(measure.region.code) for measure in read.measures]
    assert regions == [None, "湖南省岳阳市", "湖南省常德市石门县"]
    assert named(read) == ["湖南省", "湖南省岳阳市", "湖南省常德市石门县"]


def test_partners_and_destinations_are_no_regions() -> None:
    measures = (("跨省通办", "与珠海市斗门区签约。"), ("开行班列", "开行长沙至上海班列，对接深圳港。"))
    case = a_case("长沙市：扩大开放", "学习浙江经验。", measures)
    assert named(recognise_regions(case, a_document("", case), gazetteer())) == ["湖南省长沙市"]


def test_places_side_by_side_in_a_title_share_a_case() -> None:
    case = a_case("成都、重庆两地联合办税", "")
    assert named(recognise_regions(case, a_document("", case), gazetteer())) == ["四川省成都市", "重庆市"]


def test_short_names_side_by_side_in_a_title_share_a_case() -> None:
    case = a_case("福鼎苍南携手破解两头跑", "福建福鼎市民在窗口为浙江苍南的小店办照。")
    expected = ["福建省宁德市福鼎市", "浙江省温州市苍南县"]
    assert named(recognise_regions(case, a_document("", case), gazetteer())) == expected


def test_so_many_places_together_share_a_case() -> None:
    case = a_case("环评制度统一", "上海青浦、江苏吴江、浙江嘉善三地生态环境局去年印发方案。")
    expected = ["上海市青浦区", "江苏省苏州市吴江区", "浙江省嘉兴市嘉善县"]
    assert named(recognise_regions(case, a_document("", case), gazetteer())) == expected


def test_places_that_act_jointly_in_the_text_share_a_case() -> None:
    case = a_case("沪苏两地跨省通办", "上海市、江苏省联合推行跨省通办，与浙江省对接。")
    assert named(recognise_regions(case, a_document("", case), gazetteer())) == ["上海市", "江苏省"]
    case = a_case("成德跨市通办", "成都市、德阳市两地政务服务部门联合推出事项38项。")
    assert named(recognise_regions(case, a_document("", case), gazetteer())) == ["四川省成都市", "四川省德阳市"]


def test_places_that_the_text_lists_as_its_subject_share_a_case() -> None:
    case = a_case("四地试点一业一证", "为方便企业办事，两年来长沙市、株洲市、武汉市和广东省开展试点。")
    expected = ["湖南省长沙市", "湖南省株洲市", "湖北省武汉市", "广东省"]
    assert named(recognise_regions(case, a_document("", case), gazetteer())) == expected


def test_places_of_the_heading_over_a_case_share_it() -> None:
    case = a_case("档案随迁", "企业跨市迁移不再往返。", preamble="（株洲市、湘潭市）")
    read = recognise_regions(case, a_document("湖南省改革清单", case), gazetteer())
    assert named(read) == ["湖南省株洲市", "湖南省湘潭市"]


@pytest.mark.parametrize(
    ("title", "text", "document", "expected"),
    [
        ("京津冀签署一业一证协议", "京津冀三地在雄安新区共同签署协议。", "", ["北京市", "天津市", "河北省"]),
        ("税务部门推进川渝跨省通办", "四川省办理2万件，重庆市办理3万件。重庆跟进。", "", ["重庆市", "四川省"]),
        ("一业一证", "近日，沪苏两地推行一业一证。企业可在苏州办理。", "", ["上海市", "江苏省"]),
        ("成渝地区跨省通办再扩容", "两地联合发布清单。", "", ["四川省", "重庆市"]),
        ("高竹新区办川渝两地的税", "高竹新区地跨两地。", "", ["四川省广安市", "重庆市两江新区"]),
        ("推进粤港澳大湾区建设", "深圳市减时限。澳门推行跨境办。", "", ["广东省", "香港特别行政区", "澳门特别行政区"]),
        # the place that a sentence is about, or a list of them, says whose the case is
        ("川渝三市一业一证", "四川泸州、重庆江津两地推行一业一证。", "", ["四川省泸州市", "重庆市江津区"]),
        ("京津冀协同推进一业一证", "在武清区，窗口减半。", "", ["天津市武清区"]),
        ("推进京津冀协同发展", "我市推行一业一证。", "廊坊市优化营商环境简报", ["河北省廊坊市"]),
    ],
)
def test_provinces_named_in_one_word_share_a_case(title: str, text: str, document: str, expected: list[str]) -> None:
    case = a_case(title, text)
    assert named(recognise_regions(case, a_document(document, case), gazetteer())) == expected


def test_a_city_that_goes_ahead_is_no_further_region() -> None:
    case = a_case("跨省通办", "恩施州推行跨省通办。利川市先行先试。")
    assert named(recognise_regions(case, a_document("", case), gazetteer())) == ["湖北省恩施土家族苗族自治州"]


def test_a_made_title_that_breaks_off_within_a_name_is_read_with_its_text() -> None:
    lead = "日前，中国（广东）自由贸易试验区深圳前海蛇口片区推出举措。"
    case = replace(a_case(lead[:12], lead), title_is_made=True)
    expected = ["广东省深圳市前海深港现代服务业合作区"]
    assert named(recognise_regions(case, a_document("", case), gazetteer())) == expected


def test_doubts_are_told() -> None:
    doubtful = a_case("鼓楼区拿地即开工", "")
    read = recognise_regions(doubtful, a_document("", doubtful), gazetteer())
    assert [notice.code for notice in read.notices] == ["ambiguous-region"]
    assert read.regions[0].confidence < 0.5
    nowhere = a_case("一件事一次办", "推行改革。")
    read = recognise_regions(nowhere, a_document("", nowhere), gazetteer())
    assert [notice.code for notice in read.notices] == ["no-region"]
    assert read.regions == ()


def test_a_region_knows_where_it_was_read() -> None:
    case = a_case("长沙市：优化用电", "")
    (region,) = recognise_regions(case, a_document("", case), gazetteer()).regions
    assert region.spans == case.title[:3].spans()
    assert "标题" in region.reason


OWNER_LINES = [
    ("（宜昌片区）", "420500"),
    ("创新地区（单位）：襄阳市樊城区", "420606"),
    ("申报单位：黄石市发展改革委", "420200"),
    ("合作单位：长沙市", "420000"),  # elsewhere: not whose case it is
    ("宜昌、荆州两地前移查验。", "420000"),
]


@pytest.mark.parametrize(("line", "expected"), OWNER_LINES)
def test_the_line_below_a_title_says_whose_case_it_is(line: str, expected: str) -> None:
    case = a_case("集装箱分段放行", f"{line}\n推行前移查验，整船不再滞留。")
    read = recognise_regions(case, a_document("湖北省改革案例汇编", case), gazetteer())
    assert [region.code for region in read.regions][:1] == [expected]


def test_a_place_over_a_case_is_looked_for_in_the_document_s_region_first() -> None:
    case = a_case("铁海联运一单制", "签发提单2318票。", preamble="江北区")
    read = recognise_regions(case, a_document("重庆市改革案例汇编", case), gazetteer())
    assert gazetteer().full_name(read.regions[0].code) == "重庆市江北区"
