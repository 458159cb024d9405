"""regions.csv: complete, consistent, and right where pinyin, short names and history are easily wrong."""

from collections import Counter
from itertools import pairwise

import pytest

from catalogue.reference import AREA_LEVEL, RegionRow, read_regions


@pytest.fixture(scope="module")
def regions() -> dict[str, RegionRow]:
    return {row.code: row for row in read_regions()}


def test_every_division_in_force_is_there(regions):
    """34 provinces, 333 prefectures and 2,847 counties: the codes of the national place-name database, 2026-09."""
    in_force = [row for row in regions.values() if row.valid_to is None and row.level != AREA_LEVEL]
    assert Counter(row.level for row in in_force) == {1: 34, 2: 333, 3: 2847}


def test_the_header_counts_what_the_file_holds(regions):
    from catalogue.reference.reading import FOLDER

    header = [line for line in (FOLDER / "regions.csv").read_text(encoding="utf-8").splitlines() if line[0] == "#"]
    former = Counter(row.level for row in regions.values() if row.valid_to)
    areas = sum(row.level == AREA_LEVEL for row in regions.values())
    text = "\n".join(header)
    assert f"# {len(regions)} rows:" in text
    assert f"{former[2]} of level 2, {former[3]} of level 3" in text
    assert f"{areas} functional areas (level 4)" in text


def test_codes_are_six_digits_and_those_of_areas_extend_one_near_their_parents(regions):
    """Mostly the parent's; a code stays where the parent is put right (重庆高新区, once filed under 九龙坡区)."""
    for row in regions.values():
        if row.level == AREA_LEVEL:
            near, letters = row.code.split("-")
            assert row.parent in regions[near].path.split("/")
            assert letters.isascii()
            assert letters.islower()
        else:
            assert row.code.isdigit(), row
            assert len(row.code) == 6, row


def test_paths_run_from_the_province_down(regions):
    for row in regions.values():
        codes = row.path.rstrip("/").split("/")
        assert codes[-1] == row.code
        assert regions[codes[0]].level == 1
        for above, code in pairwise(codes):
            assert regions[code].parent == above
            assert code[:2] == above[:2]


def test_every_region_comes_after_the_one_above_it():
    seen = set()
    for row in read_regions():
        assert row.parent is None or row.parent in seen, row
        seen.add(row.code)


def test_nothing_named_twice_in_one_row(regions):
    for row in regions.values():
        names = [row.name, *row.aliases]
        assert len(names) == len(set(names)), row
        assert row.short_name not in row.aliases, row


def test_no_county_goes_by_the_short_name_of_a_province(regions):
    """海南藏族自治州, 河北区, 吉林市: asking for 海南 means the province."""
    provinces = {row.short_name for row in regions.values() if row.level == 1}
    taken = [row for row in regions.values() if row.level > 1 and provinces & {row.short_name, *row.aliases}]
    assert taken == []


@pytest.mark.parametrize(
    ("code", "pinyin", "initials"),
    [
        ("500000", "chongqing", "cq"),  # 重庆
        ("610000", "shanxi", "sx"),  # 陕西
        ("540000", "xizang", "xz"),  # 西藏
        ("350200", "xiamen", "xm"),  # 厦门
        ("341500", "luan", "la"),  # 六安
        ("341600", "bozhou", "bz"),  # 亳州
        ("340300", "bengbu", "bb"),  # 蚌埠
        ("411100", "luohe", "lh"),  # 漯河
        ("331000", "taizhou", "tz"),  # 台州
        ("331100", "lishui", "ls"),  # 丽水
        ("441900", "dongguan", "dg"),  # 东莞
        ("530300", "qujing", "qj"),  # 曲靖
        ("330382", "yueqing", "yq"),  # 乐清
        ("361124", "yanshan", "ys"),  # 铅山
        ("340722", "zongyang", "zy"),  # 枞阳
        ("341021", "shexian", "sx"),  # 歙县
        ("410621", "xunxian", "xx"),  # 浚县
        ("370612", "muping", "mp"),  # 牟平
        ("410122", "zhongmu", "zm"),  # 中牟
        ("370881", "qufu", "qf"),  # 曲阜
        ("371481", "laoling", "ll"),  # 乐陵
        ("130224", "luannan", "ln"),  # 滦南
        ("130225", "laoting", "lt"),  # 乐亭
        ("131025", "daicheng", "dc"),  # 大城
        ("130726", "yuxian", "yx"),  # 蔚县
        ("140428", "zhangzi", "zz"),  # 长子
        ("141024", "hongtong", "ht"),  # 洪洞
        ("222404", "hunchun", "hc"),  # 珲春
        ("320116", "luhe", "lh"),  # 六合
        ("320830", "xuyi", "xy"),  # 盱眙
        ("321183", "jurong", "jr"),  # 句容
        ("341621", "guoyang", "gy"),  # 涡阳
        ("440113", "panyu", "py"),  # 番禺
        ("441422", "dabu", "db"),  # 大埔
        ("510117", "pidu", "pd"),  # 郫都
        ("511123", "qianwei", "qw"),  # 犍为
        ("511527", "junlian", "jl"),  # 筠连
        ("450804", "qintang", "qt"),  # 覃塘
        ("130503", "xindu", "xd"),  # 信都
        ("610404", "weicheng", "wc"),  # 渭城
        ("620802", "kongtong", "kt"),  # 崆峒
        ("610681", "zichang", "zc"),  # 子长
        ("440115", "nansha", "ns"),  # 南沙
    ],
)
def test_pinyin_of_names_read_in_a_special_way(regions, code, pinyin, initials):
    assert (regions[code].pinyin, regions[code].initials) == (pinyin, initials)


@pytest.mark.parametrize(
    ("code", "short_name", "other_names"),
    [
        ("430000", "湖南", {"湘"}),
        ("310000", "上海", {"沪"}),
        ("150000", "内蒙古", {"蒙"}),
        ("450000", "广西", {"桂", "广西自治区"}),
        ("810000", "香港", {"港", "香港特区"}),
        ("522600", "黔东南", {"黔东南州", "黔东南自治州"}),
        ("433100", "湘西", {"湘西州"}),
        ("653000", "克孜勒苏", {"克州"}),
        ("632500", "海南州", set()),
        ("220200", "吉林市", set()),
        ("420528", "长阳", {"长阳县"}),
        ("210521", "本溪县", set()),
        ("430121", "长沙县", set()),
        ("440115", "南沙", {"南沙新区"}),
        ("310115", "浦东", {"上海浦东新区"}),
        ("140302", "城区", set()),
        ("110105", "朝阳", set()),
        ("420600", "襄阳", {"襄樊市", "襄樊"}),
        ("371324", "兰陵", {"苍山县"}),
        ("430100-xjxq", "湘江新区", {"长沙湘江新区"}),
        ("360700-gzjkq", "赣州经开区", {"赣州经济开发区", "赣州开发区"}),
        ("420100-whdhgxq", "武汉东湖高新区", {"光谷", "东湖高新区"}),
    ],
)
def test_short_names_and_aliases(regions, code, short_name, other_names):
    assert regions[code].short_name == short_name
    assert other_names <= set(regions[code].aliases)


NATIONAL_NEW_AREAS = """
    浦东新区 滨海新区 两江新区 舟山群岛新区 兰州新区 西咸新区 贵安新区 西海岸新区 金普新区
    天府新区 湖南湘江新区 江北新区 福州新区 滇中新区 哈尔滨新区 长春新区 赣江新区 雄安新区
"""


def test_the_national_new_areas_are_there(regions):
    """Eighteen under their own name; the nineteenth, 广州南沙新区, is the district 南沙区."""
    names = {row.name for row in regions.values() if row.valid_to is None}
    assert set(NATIONAL_NEW_AREAS.split()) <= names


FREE_TRADE_ZONES = """
    上海 广东 天津 福建 辽宁 浙江 河南 湖北 重庆 四川 陕西 山东 江苏 广西 河北 云南 黑龙江 北京 湖南 安徽 新疆
"""


def test_the_pilot_free_trade_zones_are_there(regions):
    """Twenty-one under their province; the twenty-second is all of 海南, and a name of it."""
    zones = {row.name: regions[row.parent].short_name for row in regions.values() if "自由贸易试验区" in row.name}
    assert zones == {f"中国（{place}）自由贸易试验区": place for place in FREE_TRADE_ZONES.split()}
    assert "海南自贸试验区" in regions["460000"].aliases


HIGH_TECH_ZONES = """
    中关村 天津滨海 石家庄 唐山 保定 承德 燕郊 太原 长治 包头稀土 呼和浩特金山 鄂尔多斯 沈阳 大连 鞍山 本溪 锦州 营口
    阜新 辽阳 长春 长春净月 吉林 通化 延吉 哈尔滨 齐齐哈尔 大庆 张江 紫竹 南京 无锡 江阴 徐州 常州 武进 苏州 昆山 常熟
    南通 连云港 淮安 盐城 扬州 镇江 泰州医药 宿迁 苏州工业园区 杭州 萧山临江 宁波 温州 湖州莫干山 嘉兴秀洲 绍兴 衢州
    合肥 芜湖 蚌埠 淮南 马鞍山慈湖 铜陵狮子山 安庆 滁州 福州 厦门火炬 莆田 三明 泉州 漳州 龙岩 南昌 景德镇 新余 鹰潭
    赣州 吉安 抚州 九江共青城 丰城 济南 莱芜 青岛 淄博 枣庄 黄三角农高区 烟台 潍坊 济宁 泰安 威海火炬 临沂 德州
    郑州 洛阳 平顶山 安阳 新乡 焦作 许昌 南阳 信阳 武汉东湖 黄石大冶湖 宜昌 襄阳 荆门 孝感 荆州 黄冈 咸宁 随州 仙桃 潜江
    长沙 宁乡 株洲 湘潭 衡阳 常德 益阳 郴州 怀化 广州 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州仲恺 源城 清远
    松山湖 中山火炬 南宁 柳州 桂林 北海 海口 重庆 璧山 荣昌 永川 成都 自贡 攀枝花钒钛 泸州 德阳 绵阳 遂宁 内江 乐山
    贵阳 遵义 安顺 昆明 玉溪 楚雄 拉萨 西安 宝鸡 咸阳 渭南 榆林 安康 杨凌农高区 兰州 白银 青海 银川 石嘴山
    乌鲁木齐 昌吉 石河子 阿拉尔 克拉玛依
"""
"""All but 雄安's, which is filed under 雄安新区."""


def test_the_high_tech_zones_are_there(regions):
    names = {name for row in regions.values() if row.level == AREA_LEVEL for name in (row.short_name, *row.aliases)}
    assert [zone for zone in HIGH_TECH_ZONES.split() if not names & {zone, f"{zone}高新区"}] == []


def test_no_functional_area_goes_by_the_name_of_another_region(regions):
    """But for 西部科学城: there is one in 重庆 and one in 成都, and a text has to tell which."""
    bearers: dict[str, set[str]] = {}
    for row in regions.values():
        for name in (row.name, row.short_name, *row.aliases):
            bearers.setdefault(name, set()).add(row.code)
    shared = {name for name, codes in bearers.items() if len(codes) > 1 and any("-" in code for code in codes)}
    assert shared == {"西部科学城"}


@pytest.mark.parametrize(
    ("former", "name", "present"),
    [
        ("371200", "莱芜市", "济南市莱芜区"),
        ("370282", "即墨市", "青岛市即墨区"),
        ("210282", "普兰店市", "大连市普兰店区"),
        ("330104", "江干区", "杭州市上城区"),
        ("330103", "下城区", "杭州市拱墅区"),
        ("330204", "江东区", "宁波市鄞州区"),
        ("320683", "通州市", "南通市通州区"),
        ("511721", "达县", "达州市达川区"),
        ("431121", "祁阳县", "永州市祁阳市"),
        ("310108", "闸北区", "上海市静安区"),
        ("500105", "江北区", "重庆市两江新区"),
        ("522200", "铜仁地区", "贵州省铜仁市"),
    ],
)
def test_what_became_of_a_former_division(regions, former, name, present):
    row = regions[former]
    assert row.name == name
    assert row.valid_to is not None
    successor = regions[row.successor]
    assert regions[successor.parent].name + successor.name == present


def test_the_successors_of_every_former_division_end_in_force(regions):
    for row in regions.values():
        last = row
        while last.valid_to:
            assert last.successor, row
            last = regions[last.successor]
