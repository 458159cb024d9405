"""Figures that no reform brought about: the term of a rule, the state of a place, the scene a report opens with."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ingest.recognise.outcomes.said import INPUT, MONEY, RESULT_WORD, TAKEN, TIME_UNIT, Judgement, Said, because
from ingest.types import OutcomeKind

# 贷款结清后10日内返还, 自受理之日起5日内作出: the term that a rule sets
TERM_BEFORE = re.compile(
    r"(?:之日|日|时)起(?:的)?\s*$|逾期\s*$|(?:结清|届满|期满|到期|公示|签订|生效|终结|发生|发布|公布|送达|下发|收到[^，]{0,8})(?:之?后|起)的?\s*$"
)
TERM_AFTER = re.compile(
    r"^之?内(?:进一步|逐步|逐一|全面|抓紧)[^，]{0,3}(?:明确|完善|修订|制定|细化|梳理|整改)|^之?(?:以)?内(?:予以|向|对|由|及时|一次性)?[^，]{0,8}?"
    r"(?:提出|返还|退还|退回|清退|支付|缴纳|提交|报送|报告|上报|公示|公布|公开|告知|通知|答复|反馈|移送|作出|签订|备案|录入|更正|核查|检查|回访|抽查)|^[红黄蓝绿橙]灯"
)
# 提前48小时核验资料, 列车到站前24小时申报: when it is done, not how much sooner
AHEAD_BEFORE = re.compile(r"提前\s*$")
BEFORE_AN_EVENT = re.compile(r"(?<![以此先从目提改])前\s*$")
AHEAD_AFTER = re.compile(
    r"^[^，]{0,6}(?:核验|预约|预检|预审|申报|告知|介入|通知|申请|提交|推送|提醒|发布|公示|报备|审核|准备|服务|对接)"
)
# 最多时一天立案60件; 一年要接受上百次检查, 平均要三天: how it was at its worst
AT_WORST = re.compile(
    r"最多(?:时|的[^，]{0,4}跑)|高峰[时期]|(?<![只仅需主重首不])要(?:(?:接受|跑|花|等|交|排|盖|填|提交|经过)[^，只仅]{0,10})?$"
)
# 上线8个月, 运行一个月: how long it has run; 上线后3天办结 is a time needed
RUNNING = re.compile(r"(?:上线|运行|实施|启用|开通|成立|推行|施行)(?:了|已|仅|才|近|刚|满|不到)*\s*$")
NOT_TAKEN = re.compile(rf"^(?!{TAKEN.pattern})")
# 欠债1.86亿元, 涉执行案件73件: what a firm in distress owes
OWED = re.compile(r"(?:欠债|负债|涉执行案件|涉诉案件|拖欠[^，]{0,6})(?:总额)?(?:高?达|共计?|约|近|超过?)*\s*$")
PAID = re.compile(r"化解|清偿|追回|兑付|解决|清欠|督促|清理")
# 权重为80%: how a score is made up
WEIGHT = re.compile(r"权重(?:为|是|占|达|提高到|提高至|调整为)?\s*$")
# 并处罚款1万元, 处2千元罚款: what one offender had to pay; 累计罚款 is what came of it
FINED = re.compile(r"处(?:以|罚)*(?:罚款|罚金)?\s*$")
FINE_AFTER = re.compile(r"^\s*的?(?:罚款|罚金|行政处罚|$)")
# 3家场馆未获得许可: who broke a rule
OFFENDERS = re.compile(r"^[^，]{0,16}?(?:未(?:获得|取得|经|办理|按)|(?<!无)违规|(?<!无)违法|私自|擅自)")
# 每天工资400元: what somebody earns
EARNED = re.compile(
    r"每[天日月年](?:的)?(?:工资|薪酬|薪水|收入)(?:为|是|约|达)*\s*$|(?:月薪|日薪|时薪|年薪)(?:为|是|约|达)*\s*$"
)
# 7万名白领, 职工近1.5万人: who works there
EMPLOYEES = re.compile(
    r"(?:^|，)(?:现|共|有|的|□|企业|公司|园区|全[厂市县区])*(?:职工|员工|白领)(?:总数)?(?:近|约|超过?|达到?|有|共|为)*\s*$"
)
EMPLOYEES_AFTER = re.compile(r"^(?:余|多)?(?:职工|员工|白领)$")
# 占外资利用总额的三分之二; 40%的工业产出与进出口贸易: how a total is made up
OF_TOTAL = re.compile(r"^[，\s]*占[^，]{2,12}总[额量值]的(?:近|约|超过?)?\s*$")
# 贡献了全省六成以上的税收: what a part of the economy contributes
CONTRIBUTED = re.compile(r"(?:贡献|创造)(?:了|着)?(?:我国|全[国省市县区])?(?:近|约|超过?)?\s*$")
SHARE_OF = re.compile(
    r"^(?:以上|左右)?的(?:工业|农业|服务业|进出口|外贸|税收|产值|经济|出口|财政|生产总值|GDP|国土|人口|面积|(?:城镇)?(?:劳动)?就业)"
)
# 以不到全国1%的国土面积创造出全国11%的GDP, 占同期全国外贸的12%: what a place weighs in the country
OF_THE_COUNTRY = re.compile(r"(?:不到|约|近|超过?|了|以|出)?(?:全国|全球|世界)(?:的)?(?:近|约|不到|超过?)?\s*$")
OF_COUNTRYS_TRADE = re.compile(r"占(?:同期)?(?:我国|全[国省市])[^，]{0,4}(?:外贸|经济|总量)(?:总[值额量])?的\s*$")
# 原材料价格上涨30%, 能源成本上涨了50%: what firms had to bear
DEARER = re.compile(r"(?:价格|物价|成本|租金|运费|运价)[^，]{0,6}(?:上涨|上升|攀升|大涨|涨)")
# 经济增速居全市第3, 业务量居全国第四: how the economy ranks
ECONOMY_RANKS = re.compile(
    r"(?:增速|增幅|总量|规模|业务量|货运量|吞吐量|招商引资|投入占比|数量|生产总值|经济|[产价]值)[^，]{0,14}$"
)
# 4个省级经开区, 11个综合保税区形成了…: places counted; 建成5个园区 is a result
PLACES_COUNTED = re.compile(
    r"^(?:余|多)?[^，、的]{0,4}(?:国家(?=[和及与]地区|（地区）|的|$)|城市|经开区|开发区|高新区|工业园区|产业园区|保税区|主产区|种植区|口岸)(?!.*(?:通办|覆盖|推广|受益))"
)
# 先后17次赶赴杭州; 31项建设项目紧锣密鼓推进
TRAVELLED = re.compile(r"^\s*(?:赶赴|前往|奔赴|登门|往返)")
UNDER_WAY = re.compile(r"^(?:余|多)?[^，]{0,8}(?:项目|工程)等?(?:紧锣密鼓|正在|正加紧|相继启动|陆续启动|加紧)")
PLACES_MADE = re.compile(r"建成|新[建设增]|覆盖|推广|撤并|撤销|整合|开通|通办|拓展|增[至到加]|减[至少]|获批|入选")
# 3名辅警常驻, 发生2起剐蹭事故, 有3人的研发团队: whom or what a report happens to tell of; 全年仅发生2起 is a result
SINGLE_THINGS = ("名", "位", "人", "起", "辆", "趟")
HARDLY_ANY = re.compile(r"(?:仅|共|累计|不足|不到|降[至到为])[^，]{0,6}$")
# 40多家外贸企业组团前往迪拜, 20名记者先后赴两市参访: who went or met where
ON_THE_MOVE = re.compile(r"^[^，]{0,16}(?:组团|前往|先后赴|参访|参观|亮相|齐聚|连线参会|到场|出席|讨论)")
# 全市经营主体7.8万户, 经开区有企业3.8万户: how many there are, with no word of what brought them
THERE_ARE = re.compile(
    r"^(?:目前|现在|□|，)*(?:全[省市县区]|[^，]{1,3}[市县区镇])?(?:共?有|现有)?(?:各类|工业|民营|外贸|中小微?|小微|规上|经营|市场|商事)*"
    r"(?:企业|主体|工商户|商户)(?:超过?|约|近|共|有)*$"
)
NOTHING_MORE = re.compile(r"^\s*$")
# 公司同时运营着17家门店, 我们企业大概有51人, 这家企业去年出口额突破2亿元: how one firm does
ONE_FIRM = re.compile(
    r"^[“\"]?(?:我们|咱们?|这家)[^，]{0,6}(?:企业|公司|工厂)(?:大概|大约|就|总共|一共)*有(?:近|约|超过?)?$|"
    r"^[“\"]?(?:(?:这家|该)[^，]{0,8})?(?:企业|公司|工厂)(?:同时|目前|现在?|已经?)*(?:运营|经营|拥有)(?:了|着)?(?:近|约|超过?)?$|"
    r"(?:这家|该)[^，]{0,12}(?:企业|公司|工厂)[^，]{0,8}(?:出口额|订单|销量|产能|产量)[^，]{0,6}$"
)
# 每分钟生产120个零件, 每秒640亿次运算: how fast a machine is
HOW_FAST = re.compile(r"每(?:分钟|小时|秒钟?)[^，]{0,10}$")
# 以一家年用电500万千瓦时的工厂为例
EXAMPLE_BEFORE = re.compile(r"(?:^|，)以[^，]*$")
EXAMPLE_AFTER = re.compile(r"为例$")
# 平均不到两个小时就有一趟班列; 公示5天后才能入住; 连续3个月没申报
EVERY_SO_LONG = re.compile(r"^就?(?:有|开|发)[^，]{0,3}一?[趟班列]|^的?[^，]{0,4}后?才(?:能|可|会)|^(?:没|未)")
# 30倍的显微镜; 可载客10人的飞机
TIMES_OF = re.compile(r"^的[^，]{2,8}$")
ROOM_FOR = re.compile(r"(?:可|能)(?:同时)?(?:载|容纳|停放|停靠)[客货]?(?:近|约|超过?)?$")
# 为期10天的招商之旅, 往往要走上百公里
FOR_SO_LONG = re.compile(r"为期\s*$")
# 10分钟路程, 15分钟车程; 早晚高峰15分钟一班
WAY_OR_ROUND = re.compile(r"^(?:的)?(?:路程|车程|脚程|步行|生活圈|服务圈|便民圈|一[班趟])")
# 售价20万元, 销售价格500多元, 一批价值约35万元的货: what a thing costs
PRICED = re.compile(r"(?:售价|单价|(?<!中)标价|市价|销售价格|一[批件台辆套][^，]{0,4}价值)(?:为|约|近|是|达|高达)?\s*$")
# 12%的税率, 大于政策规定的30%: what a rule sets
RATE_SET = re.compile(r"^的[^，]{0,10}(?:税率|关税)|^[^，]{0,4}的门槛")
RATE_SET_BEFORE = re.compile(
    r"(?:政策|规则|办法|条例|法律)?规定的?\s*$|容忍度(?:为|达|提高到)?\s*$|加工增值(?:超过?|达到?|满)?\s*$"
)
# 缴纳3个月以上社保, 每天在线12小时: whom a policy is for, how long somebody works
FOR_WHOM = re.compile(r"(?:缴纳|缴满|居住|参保)满?\s*$|每[天日周月][^，]{0,4}(?:在线|工作|营业|开放)\s*$")
# 除7项事项暂不进驻外: what is left out
EXCEPT = re.compile(r"(?:^|，)除(?:了)?[^，]{0,6}$")
LEFT_OUT = re.compile(r"外$")
# 注册资本超过1亿元的企业总部: the size of what is meant
SIZE_FROM = re.compile(r"(?:超过?|达到?|不低于|高于)\s*$")
SIZE_OF = re.compile(r"^(?:及?以上)?的[^，、]{0,12}(?:企业|总部|项目|工程)$")
# 这20天里, 不到3个月时间里, 70天的集中攻坚里: when it was
IN_THAT_TIME = re.compile(r"^[^，]{0,9}[里中]$")
ON_THE_ROAD = re.compile(r"(?:走|跑|驱车|行驶|奔波|距[^，]{0,8})(?:了|上)?(?:近|约|超过?|上)?\s*$")
# 用5分钟描述了困境; 摆着上百种布样: the scene a report opens with
BY_TAKING = re.compile(r"用$")
SPOKEN = re.compile(r"^[^，]{0,4}(?:描述|介绍|讲述?|说|汇报|发言|陈述)")
ON_SHOW = re.compile(r"(?:摆|挂|(?<!关)停|陈列|摆放|足有)着?(?:了|满)?(?:上|近|超|约)?\s*$")
# 三分之二以上同意; 财政补贴70%, 政府承担保费七成
AGREED = re.compile(r"^以上[^，]{0,6}同意")
SHARE_GRANTED_AFTER = re.compile(
    r"^\s*(?:的(?:[^，]{1,6}的)?|给予|予以)*(?:贴息|补贴|补助|奖励|奖补|贴补|资助|补偿)(?!率)"
)
SHARE_GRANTED = re.compile(r"(?:补贴|补助|贴息|承担|分担|补偿|奖励|优惠)(?!率)[^，]{0,6}$")
# 审理次数不超过2次, 间隔不得超过一个月: a limit; 时限不超过90天 tells how long it takes
LIMIT = re.compile(
    r"(?:次数|间隔(?:时间)?|期限)[^，]{0,6}不(?:得)?超过\s*$|(?:公示|异议|有效|冷静|试用)期限?(?:为|是)?\s*$"
)
# 最高奖励50万元, 按投资额给予10%补贴, 贷款额度最高500万元: the terms of a policy, not what was paid
TERMS = re.compile(
    r"最高(?:能|可)?贷(?:款|到)?\s*$|最高(?:贷款|授信|融资)?额度(?:可?达|可为|为|至)?\s*$|(?:最高|每(?:条|户|家|人|个|亩|件|年|月|次|部|台|栋|吨|笔|辆)|按[^，]{1,14}|一次性)[^，]{0,8}?(?:给予|奖励|补贴|补助|资助|贴息|奖补|可贷|可获)[^，]{0,8}$|"
    r"(?:给予|奖励|补贴|补助|资助|贴息|奖补|可贷|可获|额度)[^，]{0,6}(?:最高|不超过|上限|至多)[^，]{0,6}$"
)
# 每季度召开1次: how often
AT_MOST = re.compile(r"最多[^，]{0,4}$")
HOW_OFTEN = re.compile(r"每(?:年|半年|季度|季|月|周|天|日)[^，]{0,10}$")
# 比预想的快了3个月: what somebody had expected is no measure
EXPECTED = re.compile(r"比[^，]{0,8}(?:预想|想象|预料|意料)")
# 地区生产总值同比增长6.6%, 常住人口120万: the state of the place
ECONOMY = re.compile(
    r"生产总值|GDP(?!的比)|(?:常住|常驻|户籍|流动|总)人口|下辖|现辖|辖区(?:内)?(?:共?有|面积)|财政(?:总)?收入|预算收入|新增财力|固定资产投资|工业增加值|"
    r"经济增加值|社会消费品|可支配收入|城镇化率|(?:种植|播种|规划|占地|辖区|总)面积|年?产量|保有量|(?:种植|栽培|养殖)规模|"
    r"存栏|出栏|装机|^全[市县区省]有(?!效)"
)
ECONOMY_AFTER = re.compile(rf"^(?:{ECONOMY.pattern})")
# 种植黄花17万亩, 占地200亩; 盘活土地300亩 is a result
EXTENT = re.compile(r"(?:平方米|平方公里|公顷|亩|千瓦)$")
USED_ANEW = re.compile(
    r"盘活|并网|腾[出退空]|节约|节省|消化|处置|出让|供应(?!链|商)|供地|完成|保障|清理|收回|解决|交付|新增|减免|提供|登记|投用|投产"
)
TURNOVER = re.compile(r"(?:营业|业务|销售)(?:总)?收入|销售额|净?利润|总?产值|营收|年用[电气水]量?")
# 614家企业陆续入驻, 4000家商户签约, 4所院校坐落于此, 入驻企业超过2000家: who is there
SETTLED_AFTER = re.compile(
    r"^(?:余|多)?[^，]{0,6}(?:企业|商户|公司|机构)[^，]{0,6}(?:入驻|签约|落户|聚集|集聚)|^[^，]{0,12}(?:坐落|位于)"
)
SETTLED_BEFORE = re.compile(
    r"(?<!新增)(?:入驻|聚集|集聚|汇聚|拥有)[^，]{0,6}(?:企业|商户|公司|机构)[^，]{0,6}$|(?:聚集|集聚|汇聚)了?(?:近|超过?|约)?\s*$"
)
DRAWN = re.compile(r"新|每[年月天]|通过|吸引|引进|招引|带动|累计")
# 个体工商户占比超过五成, 九成以上是中小微企业, 占全国的1/7: how a stock is made up
MADE_UP = re.compile(
    r"(?:民营企业|国有企业|个体工商户|个体户|中小微?企业|小微企业|市场主体|经营主体|民营经济|民间投资|人口|产业|制造业|服务业|第三产业|出口|内销|财力)"
    r"(?:[^，合采份金]{0,4})(?:占比|占|比重)[^，]{0,8}$"
)
IS_MADE_UP = re.compile(r"^(?:以上)?(?:都|均)?(?:是|为)(?:中小|小微|民营|个体)|^(?:用于|投入)")
OCCASIONS = ("次", "场", "期", "批次")
PARTIES_COUNTED = ("家", "户", "名", "人", "个")


def _any(_: Said) -> bool:
    return True


def _unmoved(said: Said) -> bool:
    return not said.moves


def _time(said: Said) -> bool:
    return TIME_UNIT.search(said.unit) is not None


def _time_unmoved(said: Said) -> bool:
    return not said.moves and _time(said)


def _no_time(said: Said) -> bool:
    return not _time(said)


def _no_time_unmoved(said: Said) -> bool:
    return not said.moves and not _time(said)


def _share(said: Said) -> bool:
    return said.unit in ("%", "百分点")


def _share_unmoved(said: Said) -> bool:
    return not said.moves and _share(said)


def _share_opening_clause(said: Said) -> bool:
    return _share_unmoved(said) and not said.before.strip("， ")


def _money_or_share(said: Said) -> bool:
    return _share(said) or MONEY.search(said.unit) is not None


def _price(said: Said) -> bool:
    return not said.moves and MONEY.search(said.unit) is not None


def _distance(said: Said) -> bool:
    return not said.moves and said.unit == "公里"


def _extent(said: Said) -> bool:
    return not said.moves and EXTENT.search(said.unit) is not None


def _parties(said: Said) -> bool:
    return not said.moves and said.unit in PARTIES_COUNTED


def _counted(said: Said) -> bool:
    return not said.moves and (said.unit in PARTIES_COUNTED or said.unit == "款")


def _multiple(said: Said) -> bool:
    return not said.moves and said.unit == "倍"


def _rank(said: Said) -> bool:
    return said.unit in ("位", "名")


def _occasions(said: Said) -> bool:
    return said.unit in OCCASIONS


def _single(said: Said) -> bool:
    """Whether a few persons or incidents are counted, and no word makes them a result."""
    if said.moves or not said.few or said.unit not in SINGLE_THINGS or HARDLY_ANY.search(said.before):
        return False
    return not RESULT_WORD.search(said.before[-12:] + said.after[:12])


@dataclass(frozen=True, slots=True)
class Rule:
    """Words around a figure that make it `what`, if it is a figure `of` this sort."""

    what: str
    of: Callable[[Said], bool]
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    """Where both are given, both must stand there."""
    unless: re.Pattern[str] | None = None
    """Words in the clause that make it a result all the same."""

    def words(self, said: Said) -> str | None:
        """The words that decide, the unit where none are asked for; None where the figure is not `what`."""
        if not self.of(said) or (self.unless and self.unless.search(said.before + said.after)):
            return None
        after = self.after.search(said.after) if self.after else None
        before = self.before.search(said.before) if self.before else None
        if (self.after and not after) or (self.before and not before):
            return None
        return (after and after[0]) or (before and before[0]) or said.unit


RULES = (
    Rule("规定的期限", _time, before=TERM_BEFORE),
    Rule("规定的期限", _time_unmoved, after=TERM_AFTER),
    Rule("提前的时间", _time, before=AHEAD_BEFORE, after=AHEAD_AFTER),
    Rule("提前的时间", _time, before=BEFORE_AN_EVENT),
    Rule("已运行的时间", _time_unmoved, before=RUNNING, after=NOT_TAKEN),
    Rule("改革前或高峰时的情形", _unmoved, before=AT_WORST),
    Rule("企业的困境", _unmoved, before=OWED, unless=PAID),
    Rule("政策规定的标准", _share_unmoved, before=SHARE_GRANTED),
    Rule("政策规定的标准", _share_unmoved, after=SHARE_GRANTED_AFTER),
    Rule("构成比例", _share, before=WEIGHT),
    Rule("对个案的处罚", _money_or_share, before=FINED, after=FINE_AFTER),
    Rule("违规的主体", _parties, after=OFFENDERS),
    Rule("个人的收入", _money_or_share, before=EARNED),
    Rule("当地概况", _unmoved, before=EMPLOYEES),
    Rule("当地概况", _unmoved, after=EMPLOYEES_AFTER),
    Rule("构成比例", _share_unmoved, before=CONTRIBUTED),
    Rule("构成比例", _share_unmoved, before=OF_TOTAL),
    Rule("构成比例", _share_opening_clause, after=SHARE_OF),
    Rule("构成比例", _share_unmoved, before=OF_THE_COUNTRY, after=SHARE_OF),
    Rule("构成比例", _share_unmoved, before=OF_COUNTRYS_TRADE),
    Rule("企业的困境", _share, before=DEARER),
    Rule("当地概况", _rank, before=ECONOMY_RANKS),
    Rule("所涉及的地方", _parties, after=PLACES_COUNTED, unless=PLACES_MADE),
    Rule("奔走的次数", _occasions, after=TRAVELLED),
    Rule("在建的项目", _unmoved, after=UNDER_WAY),
    Rule("持续的时间", _time, before=FOR_SO_LONG, unless=INPUT),
    Rule("报道的情景", _distance, before=ON_THE_ROAD),
    Rule("报道的情景", _counted, after=ON_THE_MOVE),
    Rule("报道的情景", _multiple, after=TIMES_OF),
    Rule("所能容纳的数量", _unmoved, before=ROOM_FOR),
    Rule("机器的速度", _no_time_unmoved, before=HOW_FAST),
    Rule("所指的规模", _price, before=SIZE_FROM, after=SIZE_OF),
    Rule("除外的数量", _unmoved, before=EXCEPT, after=LEFT_OUT),
    Rule("规定的条件", _time_unmoved, before=FOR_WHOM),
    Rule("举例", _unmoved, before=EXAMPLE_BEFORE, after=EXAMPLE_AFTER),
    Rule("一家企业的情况", _unmoved, before=ONE_FIRM),
    Rule("现有的企业", _unmoved, before=THERE_ARE, after=NOTHING_MORE, unless=RESULT_WORD),
    Rule("所处的时段", _time_unmoved, after=EVERY_SO_LONG),
    Rule("路程或班次", _time_unmoved, after=WAY_OR_ROUND),
    Rule("所处的时段", _time_unmoved, after=IN_THAT_TIME),
    Rule("物品的价格", _price, before=PRICED),
    Rule("报道的情景", _single),
    Rule("政策规定的标准", _share_unmoved, after=RATE_SET),
    Rule("政策规定的标准", _share_unmoved, before=RATE_SET_BEFORE),
    Rule("报道的情景", _time_unmoved, before=BY_TAKING, after=SPOKEN),
    Rule("报道的情景", _no_time, before=ON_SHOW),
    Rule("规定的条件", _share, after=AGREED),
    Rule("规定的限度", _any, before=LIMIT),
    Rule("政策规定的标准", _money_or_share, before=TERMS),
    Rule("规定的次数", _occasions, before=HOW_OFTEN),
    Rule("规定的次数", _occasions, before=AT_MOST),
    Rule("与预期相比", _any, before=EXPECTED),
    Rule("当地概况", _any, before=ECONOMY),
    Rule("当地概况", _any, after=ECONOMY_AFTER),
    Rule("规模", _extent, unless=USED_ANEW),
    Rule("企业或行业的概况", _unmoved, before=TURNOVER),
    Rule("构成比例", _share_unmoved, before=MADE_UP),
    Rule("构成比例", _share_unmoved, after=IS_MADE_UP),
    Rule("现有的企业", _unmoved, after=SETTLED_AFTER, unless=DRAWN),
    Rule("现有的企业", _unmoved, before=SETTLED_BEFORE, unless=DRAWN),
)
"""The first that fits tells."""


def background(said: Said) -> Judgement | None:
    """A rule's term, an expectation, the state of the place or the make-up of a stock; None where it is none."""
    for rule in RULES:
        if words := rule.words(said):
            return because(OutcomeKind.BACKGROUND, words, f"{rule.what}，不是改革带来的")
    return None
