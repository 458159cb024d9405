"""What the names of places look like in running text: which are ordinary words, what follows a place, what joins two.

A name is listed when the same characters are common in reform texts with another meaning. Two-character short names of
counties and districts need no list to stand alone: they never do (“资源” is a county in 广西, “通道” one in 湖南).
"""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


GENERIC_NAMES = _words("""
    城区 郊区 矿区 东区 西区 市中区 市南区 市北区 新城区 老城区 新市区 城中区 城东区 城西区 城北区 港口区
    平房区 湖滨新区 空港新城 科技城新区 生态科技新城 全州
""")
"""Names every city or prefecture could use (全州法院): they count only right after their own (乐山市市中区)."""

ORDINARY_WORDS = _words("""
    来宾 白银 开封 大同 朝阳 安康 中山 黄山 日照 海西 海东 黄石 海口 玉树 四平 阿里 孝感 包头 泰达 万盛 宁东
""")
"""Short names of cities that are words or parts of words: they count only in a chain, or beside the full name."""

CITY_WORDS = _words("""
    资源 通道 共和 和平 平安 兴业 友谊 同心 合作 会同 平原 光明 互助 公安 商城 富裕 富民 惠民 民权 温泉 中方
    新建 安定 平定 前进 新华 解放 友好 延长 新兴 运河 工农 复兴 振兴 大方 清新 回民 老城 乐业 安居 海港 平房
    比如 南部 四方
""")
"""Short names of counties and districts that are words even behind their own city: 怀化通道建设, 荆州公安机关."""

COUNTY_WORDS = CITY_WORDS | _words("""
    方正 武功 民乐 高明 大通 交口 向阳 红旗 集美 太平 正定 双流 监利 永清 清流 城口 河口 江口 盐田 同安 利通
    凤凰 万年 前锋 长子 宏伟 芙蓉 洞口 三元 威信 平和 宁远 白云 当阳 三门 大观 二七 台前 丰满 高台 文峰 保康
    小河 二道 无为 天涯 七星 海棠 博爱 钟楼 灯塔 大兴 红星 龙凤 高密 新民 水城 下关 星子 爱民 民和 新星 上高
    天元 大安 安平 万全 大田 三台 三水 双塔 从江 乐安 定边 永定 九里 连平 五常 高要 多伦 平顺 大足 大英 进贤
    大丰 东光 路北 路南 四会 隆回 资中 上街 丰泽 九台 平泉 响水 交城 新源 新丰 明光 东明 含山 大名 大悟 南山
    东山 西山 铁西 铁东 南岸 天山 长岛 宝塔 灵台 富源 长安 长宁 建华 名山 方城 高安 建安 建平
""")
"""Those and others that are words: they count neither alone nor before a colon.

Behind their city the others are places: 深圳南山, 郑州二七, 潍坊高密.
"""

SELDOM_PLACES = _words("""
    三山 三江 东坡 中原 临江 兴隆 凤阳 北湖 南湖 卧龙 吉利 古城 咸丰 大关 大城 大港 天桥 太湖 安国 山城 崆峒
    巫山 平阳 德化 徽州 恒山 故城 敦煌 新河 松山 江山 江海 沙河 沿河 泰山 湖口 湖滨 满城 滨海 灵山 牡丹 玉山
    白河 盐湖 罗城 花山 英山 衡山 西城 西夏 西平 西沙 谷城 路桥 连城 通城 锦江 长乐 长寿 阳城 青龙 黑山 龙井
    龙门 东海 南海 东湖 上城 下城 伊川 红原 天全 乐平 安吉
""")
"""Short names of counties that, alone at the beginning of a clause, rather are a firm, a sight or a word."""

NOT_AFTER_SHORT_NAME = re.compile(
    r"(?<=阿里)(?:云|巴巴|健康)|(?<=哈密)瓜|日报|晚报|晨报|早报|商报|都市报|电视台|卫视|广播|银行|大学|学院|中学|小学|路|街道?|大道|高速|大桥|石|岸|话|菜|港(?!区|务|口|航|片)|湾|山(?!东|西|市|县|区)|河(?!东|西|南|北|市|县|区)"
    r"|江(?!苏|西|市|县|区)|战役|会战|精神|会议|议定书|合作组织|时间|模式化|证券|保险|人寿|航空(?!港)|石化|油田|铁路|证交所|交易所"
)
"""What makes a short name part of another name: 宁波银行, 中山路, 大理石, 平安保险."""

NOT_AFTER_PORT = re.compile(r"(?<=港)[澳台股资籍商企独人式]")
"""What makes the 港 of a port Hong Kong: 深圳港澳合作, 上海港股."""

JOINERS = re.compile(
    r"[\s·：:，,]?|[）)]?(?:自由贸易试验区|自贸试验区|自贸区)|(?:生产建设)?兵团(?:第?[一二三四五六七八九十\d]{1,3}师)?"
)
"""What may stand between the members of one chain: 湖南·长沙, 广州：番禺区, 湖北自贸试验区襄阳片区."""

AREA_TAIL = re.compile(
    r"(?:国家级?|国际|省级)?(?:(?:经济(?:技术)?(?:产业)?|高新技术(?:产业)?|新技术)?开发区|经开区|高新区"
    r"|(?:综合)?保税区|综保区|保税港区|自由贸易试验区|自贸(?:试验|片)?区|片区|临空经济区|航空港区|(?:空港|临港)?新区"
    r"|(?:工业|(?:高新技术)?产业)园区|度假区|示范区|合作区)"
)
"""A functional area named after its place: 长沙经开区, 喀什综合保税区."""

LOCAL_BODY = re.compile(r"(?:人民)?(?:法院|检察院)|海关|税务局|供电(?:分)?公司|供电局|海事局")
"""What only a county or a city has, so that its short name before it is a place: 上街法院, 昆山海关."""

EXAMPLE_AFTER = re.compile(r"(?:实践|样[本板]|模式|经验|答卷|探索|做法|路径|密码|解法)")
"""What only a place sets: 海口实践, 义乌样本."""

AREA_KINDS = {
    "经济技术开发区": ("经开区", "经济开发区", "开发区"),
    "高新技术产业开发区": ("高新区", "高新技术开发区", "高新技术产业园区"),
    "综合保税区": ("综保区", "保税区"),
}
"""Kinds of functional areas by their full name, and what texts shorten it to."""

SIGN_RUNS = re.compile(
    r"京津冀|京津|川渝|渝川|沪苏浙皖|苏浙皖|苏浙沪|沪苏浙|江浙沪|沪苏|沪浙|浙沪|苏皖|浙皖|皖苏|闽粤|粤闽|闽赣|粤桂|桂粤|粤琼|琼粤|湘赣"
    r"|赣湘|湘鄂赣|湘鄂|鄂湘|鄂豫皖|豫鲁|鲁豫|晋陕豫|晋陕|陕晋|陕甘宁|甘青|云贵川|云贵|川滇|滇川|川黔|渝黔|黔渝|川滇黔|贵渝|蒙辽|晋冀鲁豫|晋冀"
)
"""Set phrases of one-character abbreviations, as texts on cooperation between provinces use them."""
