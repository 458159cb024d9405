"""Places in running text: names, chains, same names, ordinary words, areas, former names."""

import pytest

from tests.ingest.recognise.drafts import gazetteer

NAMES = [
    # chains come down to their last member
    ("忻州市岢岚县将“承诺制”升级", ["山西省忻州市岢岚县"]),
    ("重庆市万州区搭建平台", ["重庆市万州区"]),
    ("新疆喀什首单业务落地", ["新疆维吾尔自治区喀什地区"]),
    ("河南漯河出台举措，北京朝阳区跟进", ["河南省漯河市", "北京市朝阳区"]),
    ("浙江玉环市与贵州省桐梓县", ["浙江省台州市玉环市", "贵州省遵义市桐梓县"]),
    ("佛山顺德区扩容清单", ["广东省佛山市顺德区"]),
    ("佛山顺德扩容清单", ["广东省佛山市顺德区"]),
    ("广州：番禺区一窗通取", ["广东省广州市番禺区"]),
    ("湖北自贸试验区襄阳片区简化流程", ["湖北省襄阳市"]),
    ("新疆生产建设兵团第一师阿拉尔市", ["新疆维吾尔自治区阿拉尔市"]),
    # what follows a place is a place in it, whatever word the characters make
    ("山西太原与吉林长春推行", ["山西省太原市", "吉林省长春市"]),
    ("河北唐山路南区、唐山路北区", ["河北省唐山市路南区", "河北省唐山市路北区"]),
    ("济南市中区与济南市政府", ["山东省济南市市中区", "山东省济南市"]),
    ("河南信阳新县推行", ["河南省信阳市新县"]),
    ("唐山路改造", []),
    # words that are districts behind their city, counties behind their province
    ("深圳南山推行，郑州二七跟进", ["广东省深圳市南山区", "河南省郑州市二七区"]),
    ("河北正定与山东潍坊高密互认", ["河北省石家庄市正定县", "山东省潍坊市高密市"]),
    ("郑州市管城区与齐齐哈尔梅里斯区", ["河南省郑州市管城回族区", "黑龙江省齐齐哈尔市梅里斯达斡尔族区"]),
    ("优化营商环境的海口实践", ["海南省海口市"]),
    # a county's short name that is only a word and the beginning of another name
    ("记者从江苏省获悉，企业来安徽投资，主动向阳新县申报", ["江苏省", "安徽省", "湖北省黄石市阳新县"]),
    ("银保监会宁波监管局，贵州从江推行", ["浙江省宁波市", "贵州省黔东南苗族侗族自治州从江县"]),
    # two names that share a character: the first, unless its beginning ends another word
    ("中山东菱公司的负责人，广东中山东区、佛山东菱", ["广东省中山市", "广东省中山市", "广东省佛山市"]),
    ("集中山东力量，其中山东占三成，调研中山东某地", ["山东省", "山东省", "山东省"]),
    ("省内江西最早", ["江西省"]),
    # lists
    ("四川省绵阳市、内江市互评", ["四川省绵阳市", "四川省内江市"]),
    ("柳州市鱼峰区、城中区试点", ["广西壮族自治区柳州市鱼峰区", "广西壮族自治区柳州市城中区"]),
    ("长沙、株洲、湘潭三市签约", ["湖南省长沙市", "湖南省株洲市", "湖南省湘潭市"]),
    # 和 joins two names where another name begins behind it
    ("江苏和安徽、浙江省和安徽省互认", ["江苏省", "安徽省", "浙江省", "安徽省"]),
    ("福建省和平潭县、广东和平县", ["福建省", "福建省福州市平潭县", "广东省河源市和平县"]),
    # prefectures, banners, cities under a province
    (
        "黔东南州、湘西州、恩施州",
        ["贵州省黔东南苗族侗族自治州", "湖南省湘西土家族苗族自治州", "湖北省恩施土家族苗族自治州"],
    ),
    ("内蒙古自治区阿拉善右旗", ["内蒙古自治区阿拉善盟阿拉善右旗"]),
    ("湖北省仙桃市推行", ["湖北省仙桃市"]),
    ("济源：企业开办零成本", ["河南省济源市"]),
    # functional areas, listed or not
    ("湖南湘江新区政务中心", ["湖南省长沙市湖南湘江新区"]),
    ("赣州市经开区与赣州经开区", ["江西省赣州市赣州经济技术开发区", "江西省赣州市赣州经济技术开发区"]),
    ("岳麓高新区受理", ["湖南省长沙市岳麓区岳麓高新技术产业开发区"]),
    ("雨湖工业园区投产", ["湖南省湘潭市雨湖区"]),
    ("喀什综合保税区封关", ["新疆维吾尔自治区喀什地区"]),
    ("上海自贸区推出80条措施", ["上海市中国（上海）自由贸易试验区"]),
    ("中国（湖南）自由贸易试验区试点", ["湖南省中国（湖南）自由贸易试验区"]),
    ("湖北自贸试验区襄阳片区简化退税", ["湖北省襄阳市"]),
    ("中国（广东）自由贸易试验区南沙片区", ["广东省广州市南沙区"]),
    ("河北雄安新区容城县推行", ["河北省保定市容城县"]),
    ("海南自贸港推出“掌上通关”", ["海南省"]),
    ("合肥高新区与合肥市高新区拿地即开工", ["安徽省合肥市合肥高新技术产业开发区"] * 2),
    ("青岛西海岸新区设帮办窗口", ["山东省青岛市西海岸新区"]),
    ("苏州工业园区企业开办一日办结", ["江苏省苏州市苏州工业园区"]),
    ("北京亦庄推行告知承诺", ["北京市北京经济技术开发区"]),
    (
        "西部（重庆）科学城与西部（成都）科学城互认",
        ["重庆市重庆高新技术产业开发区", "四川省成都市西部（成都）科学城"],
    ),
    ("南京高新区、南通高新区联动", ["江苏省南京市南京高新技术产业开发区", "江苏省南通市南通高新技术产业开发区"]),
    ("张家口经开区推行帮办", ["河北省张家口市张家口经济技术开发区"]),
    ("滕州经开区和邳州高新区推行帮办", ["山东省枣庄市滕州市滕州经济技术开发区", "江苏省徐州市邳州市"]),
    ("江门经开区与昆山综保区通办", ["广东省江门市", "江苏省苏州市昆山市"]),
    ("西永综合保税区企业可先放后检", ["重庆市沙坪坝区重庆西永综合保税区"]),
    ("广州南沙经开区办成一件事", ["广东省广州市南沙区"]),
    ("杭州高新技术产业开发区与杭州经开区", ["浙江省杭州市杭州高新技术产业开发区", "浙江省杭州市杭州经济技术开发区"]),
    # traditional script
    ("長沙市嶽麓區與鄭州", ["湖南省长沙市岳麓区", "河南省郑州市"]),
    # former names and divisions
    ("襄樊市推行联审", ["湖北省襄阳市"]),
    ("山东省莱芜市一次办好", ["山东省济南市莱芜区"]),
    ("杭州市下城区试点", ["浙江省杭州市下城区"]),
    ("山西省长治市城区搭建平台", ["山西省长治市城区"]),
    ("广西壮族自治区平果县创新", ["广西壮族自治区百色市平果市"]),
]

SAME_NAMES = [
    ("吉林省吉林市船营区", ["吉林省吉林市船营区"]),
    ("吉林推进改革", ["吉林省"]),
    ("青海海南州推进改革", ["青海省海南藏族自治州"]),
    ("海南推进改革", ["海南省"]),
    ("辽宁省朝阳市推进改革", ["辽宁省朝阳市"]),
    ("长春市朝阳区推进改革", ["吉林省长春市朝阳区"]),
    ("山东临沂市接到河东区一家企业诉求", ["山东省临沂市", "山东省临沂市河东区"]),
    ("天津市河东区与河西区", ["天津市河东区", "天津市河西区"]),
    ("乐山市市中区、枣庄市市中区", ["四川省乐山市市中区", "山东省枣庄市市中区"]),
    ("海南省三沙市南沙区", ["海南省三沙市南沙区"]),
    ("福州市鼓楼区、南京市鼓楼区", ["福建省福州市鼓楼区", "江苏省南京市鼓楼区"]),
    ("深圳市龙岗区印发方案，结合龙岗实际", ["广东省深圳市龙岗区", "广东省深圳市龙岗区"]),
    ("开封市启动，开封鼓楼区跟进", ["河南省开封市", "河南省开封市鼓楼区"]),
]

NO_PLACES = [
    "追求和平发展，资源共享，通道畅通，友谊长存",
    "更新余额，扩大连接，推广元宇宙，投资阳光产业，经济源头",
    "长治久安，文山会海，三明治，大理石，阿里云",
    "宁波银行、平安银行、兴业银行、中山路、上海大学",
    "全市中区域统筹，老城区改造，新城区建设，高新区和经开区",
    "泰山西麓，黄河北岸，淮河南岸，东南通道",
    "名单县级统筹，街道县级联动",
    "南沙作业，海珠起航，安全生产，港口与机场联动，深圳港澳合作，上海港股上市",
    "资源：共建共享",
    "开发区和高新区互学，工业园区提质，临空经济区扩容",
    "向神州大地推广，全州上下联动，全州法院推行网上立案",
    "推进清水河治理，发展井冈山精神",
]

PORTS = [
    ("天津港推行“船边直提”", "天津市", 0.6, "“天津港”是港口，在天津市"),
    ("洋山港通关提速", "上海市", 0.6, "“洋山港”是港口，在上海市"),
    ("白云机场口岸24小时通关", "广东省广州市", 0.6, "“白云机场”是机场，在广东省广州市"),
    ("友谊关口岸无感通关", "广西壮族自治区崇左市凭祥市", 0.6, "“友谊关口岸”是口岸，在广西壮族自治区崇左市凭祥市"),
    ("宁波舟山港", "浙江省宁波市", 0.5, "“宁波舟山港”是港口，分属浙江省宁波市、浙江省舟山市"),
    ("江阴港", "江苏省无锡市江阴市", 0.5, "“江阴港”是港口，分属江苏省无锡市江阴市、福建省福州市"),
    # behind the name of its place
    ("广州白云机场推行", "广东省广州市", 0.85, "“白云机场”是机场，在广东省广州市"),
    ("广东白云机场推行", "广东省广州市", 0.75, "“白云机场”是机场，在广东省广州市"),
    # crossings and zones that bear the name of a region
    ("霍尔果斯口岸通关", "新疆维吾尔自治区伊犁哈萨克自治州霍尔果斯市", 0.85, "文中写作“霍尔果斯”"),
    ("横琴口岸通关", "广东省珠海市横琴粤澳深度合作区", 0.85, "文中写作“横琴”"),
    ("天津港保税区推行", "天津市滨海新区天津港保税区", 0.95, "文中写作“天津港保税区”"),
    ("黄石港区推行", "湖北省黄石市黄石港区", 0.95, "文中写作“黄石港区”"),
]

LEFT_OUT = [
    ("湖南通道建设提速", ["湖南省"]),
    ("广西资源丰富", ["广西壮族自治区"]),
    ("湖北公安机关推行", ["湖北省"]),
    ("甘肃合作社发展", ["甘肃省"]),
    ("怀化通道建设提速", ["湖南省怀化市"]),
    ("肇庆高要求推进", ["广东省肇庆市"]),
    ("广东南山推行", ["广东省"]),
    ("郑州：二七塔旁设窗口", ["河南省郑州市"]),
    ("长沙岳麓街道办事处", ["湖南省长沙市"]),
    ("锦州市清单：松山新区设立窗口", ["辽宁省锦州市"]),
    ("郑州市通报：上街法院审结快", ["河南省郑州市", "河南省郑州市上街区"]),
    ("武汉东湖高新区", ["湖北省武汉市东湖新技术开发区"]),
]


@pytest.mark.parametrize(("text", "expected"), [*NAMES, *SAME_NAMES, *LEFT_OUT])
def test_places_are_found(text: str, expected: list[str]) -> None:
    assert [gazetteer().full_name(match.code) for match in gazetteer().find(text)] == expected


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("芙蓉：一网通办", ["430100"], ["湖南省长沙市芙蓉区"]),
        ("芙蓉：一网通办", ["440300"], []),
        ("光明：一网通办", ["440300"], []),
    ],
)
def test_a_word_before_a_colon_is_a_district_of_the_city_spoken_of(
    text: str, known: list[str], expected: list[str]
) -> None:
    assert [gazetteer().full_name(match.code) for match in gazetteer().find(text, context=known)] == expected


@pytest.mark.parametrize("text", NO_PLACES)
def test_ordinary_words_are_no_places(text: str) -> None:
    assert [match.surface for match in gazetteer().find(text)] == []


def test_every_division_is_found_behind_those_above_it() -> None:
    """In full, behind its city's short name, and behind its province's and city's."""
    missed = []
    for entry in gazetteer():
        line = [gazetteer().entry(code) for code in gazetteer().lineage(entry.code)]
        if not entry.in_force or entry.level > 3 or len(line) < 2:
            continue
        behind = ["".join(above.name for above in line[:-1]), "".join(above.short_name for above in line[:-1])]
        for text in (f"{before}{entry.name}推行一件事" for before in dict.fromkeys(behind)):
            found = gazetteer().find(text)
            if not found or found[0].code != entry.code:
                missed.append(text)
    assert missed == []


@pytest.mark.parametrize(("text", "place", "confidence", "reason"), PORTS)
def test_ports_airports_and_crossings_are_where_they_lie(text: str, place: str, confidence: float, reason: str) -> None:
    (match,) = gazetteer().find(text)
    assert (gazetteer().full_name(match.code), match.confidence, match.reason) == (place, confidence, reason)


def test_a_port_of_two_places_is_in_the_one_spoken_of() -> None:
    *_, port = gazetteer().find("舟山市推行，宁波舟山港受益")
    assert (port.code, port.others) == ("330900", ())


def test_one_name_of_two_science_cities_is_doubtful_until_a_place_is_named() -> None:
    (bare,) = gazetteer().find("西部科学城推行极简审批")
    assert (bare.confidence, len(bare.others)) == (0.3, 1)
    *_, told = gazetteer().find("成都市试点，西部科学城推行极简审批")
    assert (told.code, told.others) == ("510100-xbkxc", ())


def test_context_decides_between_same_names() -> None:
    text = "鼓楼区推出“拿地即开工”"
    (doubtful,) = gazetteer().find(text)
    assert doubtful.confidence < 0.5
    assert len(doubtful.others) == 3
    (settled,) = gazetteer().find(text, context=["350100"])
    assert (settled.code, settled.others) == ("350102", ())
    assert settled.confidence > 0.5


def test_a_province_does_not_decide_between_two_of_its_districts() -> None:
    (match,) = gazetteer().find("江苏省鼓楼区推出举措")
    assert match.confidence < 0.5
    assert {match.code, *match.others} == {"320106", "320302"}


def test_a_match_covers_its_chain() -> None:
    text = "据悉，四川省绵阳市推行改革"
    (match,) = gazetteer().find(text)
    assert text[match.start : match.end] == match.surface == "四川省绵阳市"


def test_a_former_name_says_so() -> None:
    (match,) = gazetteer().find("山东省莱芜市一次办好")
    assert "旧名" in match.reason
    (match,) = gazetteer().find("杭州市下城区试点")
    assert "拱墅区" in match.reason


def test_letters_of_a_set_phrase_weigh_little() -> None:
    matches = gazetteer().find("川渝通办事项")
    assert [gazetteer().entry(match.code).short_name for match in matches] == ["四川", "重庆"]
    assert all(match.confidence < 0.5 for match in matches)


@pytest.mark.parametrize("text", ["洛阳市", "来到湖南", "在深圳前海"])
def test_a_name_at_the_end_of_a_text_ends_there(text: str) -> None:
    (match,) = gazetteer().find(text)
    assert text[match.start :] == match.surface
    assert match.end == len(text)
