"""Figures that no reform brought about: the term of a rule, the state of a place, the scene a report opens with."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.recognise.outcomes.said import FIGURE, MONEY, RESULT_WORD, TIME_UNIT, Judgement, Said, because
from ingest.types import OutcomeKind

SHARE = re.compile(r"^(?:%|百分点)$")
MONEY_OR_SHARE = re.compile(rf"{SHARE.pattern}|{MONEY.pattern}")
COUNTED = re.compile(r"^[家户名人个款]$")


@dataclass(frozen=True, slots=True)
class Rule:
    """Words around a figure that make it `what`."""

    what: str
    words: re.Pattern[str]
    """In the clause, the figure as ◆."""
    unless: re.Pattern[str] | None = None
    """Words in the clause that make it a result all the same."""
    units: re.Pattern[str] | None = None
    """Only of figures in these units."""
    even_moved: bool = False
    """Of figures that are said to have changed, too."""

    def find(self, said: Said) -> re.Match[str] | None:
        """The words that decide, where they do."""
        if (said.moves and not self.even_moved) or (self.units and not self.units.search(said.unit)):
            return None
        return None if self.unless and self.unless.search(said.clause) else self.words.search(said.clause)


RULES = (
    # 自受理之日起5日内作出, 贷款结清后10日内返还
    Rule(
        "规定的期限",
        re.compile(
            r"(?:之日|日|时)起的?\s*◆|逾期\s*◆"
            r"|(?:结清|届满|期满|到期|公示|签订|生效|终结|发生|发布|公布|送达|下发|收到[^，]{0,8})(?:之?后|起)的?\s*◆"
        ),
        units=TIME_UNIT,
        even_moved=True,
    ),
    Rule(
        "规定的期限",
        re.compile(
            r"◆之?内(?:进一步|逐步|逐一|全面|抓紧)[^，]{0,3}(?:明确|完善|修订|制定|细化|梳理|整改)|◆[红黄蓝绿橙]灯"
            r"|◆之?(?:以)?内(?:予以|向|对|由|及时|一次性)?[^，]{0,8}?(?:提出|返还|退还|退回|清退|支付|缴纳|提交|报送|报告|上报"
            r"|公示|公布|公开|告知|通知|答复|反馈|移送|作出|签订|备案|录入|更正|核查|检查|回访|抽查)"
        ),
        units=TIME_UNIT,
    ),
    # 提前48小时核验资料, 列车到站前24小时申报: when it is done, not how much sooner
    Rule(
        "提前的时间",
        re.compile(
            r"提前\s*◆[^，]{0,6}(?:核验|预约|预检|预审|申报|告知|介入|通知|申请|提交|推送|提醒|发布|公示|报备|审核|准备|服务|对接)"
            r"|(?<![以此先从目提改])前\s*◆"
        ),
        units=TIME_UNIT,
        even_moved=True,
    ),
    # 上线8个月, 运行一个月, 为期10天的招商之旅: how long it has run; 上线后3天办结 is a time needed
    Rule(
        "持续的时间",
        re.compile(r"(?:上线|运行|实施|启用|开通|成立|推行|施行)(?:了|已|仅|才|近|刚|满|不到)*\s*◆$|为期\s*◆"),
        units=TIME_UNIT,
    ),
    # 缴纳3个月以上社保, 每天在线12小时: whom a policy is for, how long somebody works
    Rule(
        "规定的条件",
        re.compile(r"(?:缴纳|缴满|居住|参保)满?\s*◆|每[天日周月][^，]{0,4}(?:在线|工作|营业|开放)\s*◆"),
        units=TIME_UNIT,
    ),
    # 公示5天后才能入住, 连续3个月没申报; 10分钟路程, 15分钟一班; 不到3个月时间里: when it was, how far it is
    Rule(
        "所处的时段",
        re.compile(
            r"◆(?:没|未)|◆的?[^，]{0,4}后才(?:能|可|会)|◆[^，]{0,9}[里中]$"
            r"|◆的?(?:路程|车程|脚程|步行|生活圈|服务圈|便民圈|一[班趟])"
        ),
        units=TIME_UNIT,
    ),
    # 最多时一天立案60件; 一年要接受上百次检查, 平均要三天: how it was at its worst
    Rule(
        "改革前或高峰时的情形",
        re.compile(
            r"(?:最多(?:时|的[^，]{0,4}跑)|高峰[时期])(?=.*◆)"
            r"|(?<![只仅需主重首不也])要(?:(?:接受|跑|花|等|交|排|盖|填|提交|经过)[^，只仅]{0,10})?◆"
        ),
    ),
    # 欠债1.86亿元, 涉执行案件73件: what a firm in distress owes
    Rule(
        "企业的困境",
        re.compile(r"(?:欠债|负债|涉执行案件|涉诉案件|拖欠[^，]{0,6})(?:总额)?(?:高?达|共计?|约|近|超过?)*\s*◆"),
        unless=re.compile(r"化解|清偿|追回|兑付|解决|清欠|督促|清理"),
    ),
    # 3家场馆未获得许可: who broke a rule
    Rule(
        "违规的主体",
        re.compile(r"◆[^，]{0,16}?(?:未(?:获得|取得|经|办理|按)|(?<!无)违规|(?<!无)违法|私自|擅自)"),
        units=COUNTED,
    ),
    # 财政补贴70%, 给予30%的贴息; 大于政策规定的30%; 21%的关税: what a rule sets
    Rule(
        "政策规定的标准",
        re.compile(
            r"(?:补贴|补助|贴息|承担|分担|补偿|奖励|优惠)(?!率)[^，]{0,6}◆|规定的?\s*◆|容忍度(?:为|达|提高到)?\s*◆"
            r"|加工增值(?:超过?|达到?|满)?\s*◆|◆的[^，]{0,10}(?:税率|关税)|◆[^，]{0,4}的门槛"
            r"|◆\s*(?:的(?:[^，]{1,6}的)?|给予|予以)*(?:贴息|补贴|补助|奖励|奖补|贴补|资助|补偿)(?!率)"
        ),
        units=SHARE,
    ),
    # 最高奖励50万元, 按投资额给予10%补贴, 贷款额度最高500万元: the terms of a policy, not what was paid
    Rule(
        "政策规定的标准",
        re.compile(
            r"最高(?:能|可)?贷(?:款|到)?\s*◆|最高(?:贷款|授信|融资)?额度(?:可?达|可为|为|至)?\s*◆"
            r"|(?:最高|每(?:条|户|家|人|个|亩|件|年|月|次|部|台|栋|吨|笔|辆)|按[^，]{1,14}|一次性)[^，]{0,8}?"
            r"(?:给予|奖励|补贴|补助|资助|贴息|奖补|可贷|可获)[^，]{0,8}◆"
            r"|(?:给予|奖励|补贴|补助|资助|贴息|奖补|可贷|可获|额度)[^，]{0,6}(?:最高|不超过|上限|至多)[^，]{0,6}◆"
        ),
        units=MONEY_OR_SHARE,
        even_moved=True,
    ),
    # 占同期全国外贸的12%, 贡献了全省六成以上的税收, 权重为80%, 个体工商户占比超过五成: how a total is made up
    Rule(
        "构成比例",
        re.compile(
            r"^[，\s]*占[^，]{2,12}总[额量值]的(?:近|约|超过?)?\s*◆|占(?:同期)?(?:我国|全[国省市])[^，]{0,8}的\s*◆"
            r"|(?:贡献|创造)[了着出]?(?:我国|全[国省市县区])?(?:近|约|超过?)?\s*◆|权重为?\s*◆"
            r"|(?:民营企业|国有企业|个体工商户|个体户|中小微?企业|小微企业|市场主体|经营主体|民营经济|民间投资|人口|产业|制造业|服务业"
            r"|第三产业|出口|内销|财力)[^，合采份金贷]{0,4}(?:占比|占|比重)[^，]{0,8}◆"
            r"|◆(?:以上)?(?:都|均)?(?:是|为)(?:中小|小微|民营|个体)|◆(?:用于|投入)|◆(?:以上|左右)?的(?:国土|人口|GDP|经济|税收|工业|外贸|出口)"
        ),
        units=SHARE,
    ),
    # 地区生产总值同比增长6.6%, 常住人口120万, 职工近1.5万人: the state of the place
    Rule(
        "当地概况",
        re.compile(
            r"(?:生产总值|GDP(?!的比)|(?:常住|常驻|户籍|流动|总)人口|下辖|现辖|辖区(?:内)?(?:共?有|面积)|财政(?:总)?收入|预算收入"
            r"|新增财力|固定资产投资|工业增加值|经济增加值|社会消费品|可支配收入|城镇化率|(?:种植|播种|规划|占地|辖区|总)面积"
            r"|年?产量|保有量|(?:种植|栽培|养殖)规模|存栏|出栏|装机|^全[市县区省]有(?!效|.*(?:被|获)))(?=.*◆)"
        ),
        even_moved=True,
    ),
    Rule(
        "当地概况",
        re.compile(
            r"(?:^|，)(?:现?有|全[厂区市县]|企业|公司|园区)?(?:职工|员工|白领)(?:总数)?(?:近|约|有|共|超过?|达到?)*\s*◆|◆(?:余|多)?(?:职工|员工|白领)$"
        ),
        unless=RESULT_WORD,
    ),
    # 经济增速居全市第3, 业务量居全国第四: how the economy ranks
    Rule(
        "当地概况",
        re.compile(
            r"(?:增速|增幅|总量|规模|业务量|货运量|吞吐量|招商引资|投入占比|数量|生产总值|经济|[产价]值)[^，]{0,14}◆"
        ),
        units=re.compile(r"^[位名]$"),
        even_moved=True,
    ),
    # 4个省级经开区, 11个综合保税区形成了…: places counted; 建成5个园区 is a result
    Rule(
        "所涉及的地方",
        re.compile(
            r"◆(?:余|多)?[^，、的]{0,4}(?:国家(?=[和及与]地区|（地区）|的|$)|城市|经开区|开发区|高新区|工业园区|产业园区|保税区"
            r"|主产区|种植区|口岸)(?!.*(?:通办|覆盖|推广|受益))"
        ),
        unless=re.compile(r"建成|新[建设增]|覆盖|推广|撤并|撤销|整合|开通|通办|拓展|增[至到加]|减[至少]|获批|入选"),
        units=COUNTED,
    ),
    # 全市经营主体7.8万户, 经开区有企业3.8万户: how many there are, with no word of what brought them
    Rule(
        "现有的企业",
        re.compile(
            r"^(?:目前|现在|□|，)*(?:全[省市县区]|[^，]{1,3}[市县区镇])?(?:共?有|现有)?"
            r"(?:各类|工业|民营|外贸|中小微?|小微|规上|经营|市场|商事)*(?:企业|主体|工商户|商户)(?:超过?|约|近|共|有)*◆\s*$"
        ),
        unless=RESULT_WORD,
    ),
    # 614家企业陆续入驻, 4000家商户签约, 4所院校坐落于此, 入驻企业超过2000家: who is there
    Rule(
        "现有的企业",
        re.compile(
            r"◆(?:余|多)?[^，]{0,6}(?:企业|商户|公司|机构)[^，]{0,6}(?:入驻|签约|落户|聚集|集聚)|◆[^，]{0,12}(?:坐落|位于)"
            r"|(?<!新增)(?:入驻|聚集|集聚|汇聚|拥有)[^，]{0,6}(?:企业|商户|公司|机构)[^，]{0,6}◆"
            r"|(?:聚集|集聚|汇聚)了?(?:近|超过?|约)?\s*◆"
        ),
        unless=re.compile(r"(?<!高)新(?!区)|每[年月天]|通过|吸引|引进|招引|带动|累计"),
    ),
    # 公司同时运营着17家门店, 我们企业大概有51人, 这家企业去年出口额突破2亿元: how one firm does
    Rule(
        "一家企业的情况",
        re.compile(
            r"^[“\"]?(?:我们|咱们?|这家)[^，]{0,6}(?:企业|公司|工厂)(?:大概|大约|就|总共|一共)*有(?:近|约|超过?)?◆"
            r"|^[“\"]?(?:(?:这家|该)[^，]{0,8})?(?:企业|公司|工厂)(?:同时|目前|现在?|已经?)*(?:运营|经营|拥有)[了着]?(?:近|约|超过?)?◆"
            r"|(?:这家|该)[^，]{0,12}(?:企业|公司|工厂)[^，]{0,8}(?:出口额|订单|销量|产能|产量)[^，]{0,6}◆"
        ),
    ),
    Rule(
        "企业或行业的概况",
        re.compile(r"(?:(?:营业|业务|销售)(?:总)?收入|销售额|净?利润|总?产值|营收|年用[电气水]量?)(?=.*◆)"),
    ),
    # 种植黄花17万亩, 占地200亩, 30倍的显微镜; 盘活土地300亩 is a result
    Rule(
        "规模",
        re.compile("◆"),
        unless=re.compile(
            r"盘活|并网|腾[出退空]|节约|节省|消化|处置|出让|供应(?!链|商)|供地|完成|保障|清理|收回|解决|交付|新增|减免|提供|登记"
            r"|投用|投产"
        ),
        units=re.compile(r"(?:平方米|平方公里|公顷|亩|千瓦|倍)$"),
    ),
    # 售价20万元, 销售价格500多元, 一批价值约35万元的货: what a thing costs
    Rule(
        "物品的价格",
        re.compile(r"(?:售价|单价|(?<!中)标价|市价|销售价格|一[批件台辆套][^，]{0,4}价值)(?:为|约|近|是|达|高达)?\s*◆"),
        units=MONEY,
    ),
    # 注册资本超过1亿元的企业总部: the size of what is meant
    Rule(
        "所指的规模",
        re.compile(r"(?:超过?|达到?|不低于|高于)\s*◆(?:及?以上)?的[^，、]{0,12}(?:企业|总部|项目|工程)"),
        units=MONEY,
    ),
    # 31项建设项目紧锣密鼓推进
    Rule(
        "在建的项目",
        re.compile(r"◆(?:余|多)?[^，]{0,8}(?:项目|工程)等?(?:紧锣密鼓|正在|正加紧|相继启动|陆续启动|加紧)"),
    ),
    # 40多家外贸企业组团前往迪拜, 20名记者先后赴两市参访: who went or met where
    Rule(
        "报道的情景",
        re.compile(r"◆[^，]{0,16}(?:组团|前往|先后赴|参访|参观|亮相|齐聚|连线参会|到场|出席|讨论)"),
        units=COUNTED,
    ),
    # 摆着上百种布样: the scene a report opens with
    Rule("报道的情景", re.compile(r"(?:摆|挂|(?<!关)停|陈列|摆放|足有)着?[了满]?(?:上|近|超|约)?\s*◆")),
    # 每季度召开1次: how often
    Rule(
        "规定的次数",
        re.compile(r"每(?:年|半年|季度|季|月|周|天|日)[^，]{0,10}◆"),
        units=re.compile(r"^(?:[次场期]|批次)$"),
        even_moved=True,
    ),
    # 比预想的快了3个月: what somebody had expected is no measure
    Rule("与预期相比", re.compile(r"比[^，]{0,8}(?:预想|想象|预料|意料)(?=.*◆)"), even_moved=True),
)
"""The first that fits tells."""

# 3名辅警常驻, 发生2起剐蹭事故, 有3人的研发团队: whom or what a report happens to tell of; 全年仅发生2起 is a result
SINGLE_THINGS = ("名", "位", "人", "起", "辆", "趟")
HARDLY_ANY = re.compile(r"(?:仅|共|累计|不足|不到|降[至到为])[^，]{0,6}$")


def background(said: Said) -> Judgement | None:
    """A rule's term, the state of the place or the make-up of a stock; None where it is none of these."""
    for rule in RULES:
        if words := rule.find(said):
            told = said.unit if words[0] == FIGURE else words[0]
            return because(OutcomeKind.BACKGROUND, told, f"{rule.what}，不是改革带来的")
    if _is_single(said):
        return because(OutcomeKind.BACKGROUND, said.unit, "报道的情景，不是改革带来的")
    return None


def _is_single(said: Said) -> bool:
    """Whether a few persons or incidents are counted, and no word makes them a result."""
    if said.moves or not said.few or said.unit not in SINGLE_THINGS or HARDLY_ANY.search(said.before):
        return False
    return not RESULT_WORD.search(said.before[-12:] + said.after[:12])
