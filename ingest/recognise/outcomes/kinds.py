"""What a figure is: a result, a target, an input, another place's, background; and why, in words for the editor."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.recognise.outcomes.masks import BLOT
from ingest.recognise.outcomes.scope import COMPARED_WITH, ELSEWHERE
from ingest.types import OutcomeKind

# 力争减负1600亿元以上, 到2022年达到…, 确保压减至…, 下一步将…; “将审批时间压减至” is no future
TARGET = re.compile(
    r"力争|争取(?!到|省)|(?<![整动增育流展程贴划原])计划(?![”》书内获经表通])|预计|(?<![模虚])拟(?!制|定|订)|目标(?:是|为|任务)|有望|今后|未来|下一步|下步|即将|不少于|不低于|须在|应当?在|要求在|"
    r"将(?:把|进一步|持续|继续|全面|力争|实现|达到|超过|达|会|再|完成|新增|选取|建成|打造|推出|于|在|重点|着力|全力|加快|陆续|分批|逐步|适时|启动|开展|新建|攻坚)|"
    r"将分别(?:压|缩|降|减|提|增)|确保到□|(?<![需只主重首不])要(?:达到|实现|完成|控制在)"
)
SENTENCE_TARGET = re.compile(
    r"^\s*(?:[^，]{0,6}表示)?[，,]?(?:计划|力争|预计|争取|下一步|下步|接下来|今后|未来|□*年?，?[^，]{0,10}将(?:进一步|持续|继续))|^\s*[^，]{0,6}，?[^，]{0,8}将(?:力争|争取|确保)|"
    # 《…方案》明确提出, 12月底前，实现: what a document asks for, by a day to come
    r"□中?(?:还|也)?(?:明确)?(?:提出|规定)(?!的)|(?:^|，)□+前，?(?:要|须|全面|全部|基本|确保)?(?:实现|完成|建成|达到|压[缩减])"
)
# 实现600天的目标要求: what was asked for, not what came of it; 基本实现缩减90%的目标 says that it did
ASKED_FOR = re.compile(r"^的?目标")
DONE = re.compile(r"已|累计|截至|截止|目前|共(?:计)?|完成了|实现了|达到了|以来|去年|全年")

# 《…意见》提出…，目前已有720余家企业: what came of what a document asked for
REACHED = re.compile(r"^(?:截至[^，]{0,8})?目前，?已")

# 贷款结清后10日内返还, 自受理之日起5日内作出: the term that a rule sets
TERM_BEFORE = re.compile(
    r"(?:之日|日|时)起(?:的)?\s*$|逾期\s*$|(?:结清|届满|期满|到期|公示|签订|生效|终结|发生|收到[^，]{0,8})(?:之?后|起)的?\s*$"
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
    r"最多时|高峰[时期]|(?<![只仅需主重首不])要(?:(?:接受|跑|花|等|交|排|盖|填|提交|经过)[^，只仅]{0,10})?$"
)
# 上线8个月, 运行一个月: how long it has run; 上线后3天办结 is a time needed
RUNNING = re.compile(r"(?:上线|运行|实施|启用|开通|成立|推行|施行)(?:了|已|仅|才|近|刚|满|不到)*\s*$")
# 欠债1.86亿元, 涉执行案件73件: what a firm in distress owes
OWED = re.compile(r"(?:欠债|负债|涉执行案件|涉诉案件|拖欠[^，]{0,6})(?:总额)?(?:高?达|共计?|约|近|超过?)*\s*$")
PAID = re.compile(r"化解|清偿|追回|兑付|解决|清欠|督促|清理")
# 权重为80%: how a score is made up
WEIGHT = re.compile(r"权重(?:为|是|占|达)?\s*$")
# 并处罚款1万元, 处2千元罚款: what one offender had to pay; 累计罚款 is what came of it
FINED = re.compile(r"处(?:以|罚)*(?:罚款|罚金)?\s*$")
FINE_AFTER = re.compile(r"^\s*的?(?:罚款|罚金|行政处罚|$)")
# 3家场馆未获得许可: who broke a rule
OFFENDERS = re.compile(r"^[^，]{0,16}?(?:未(?:获得|取得|经|办理|按)|违规|违法|私自|擅自)")
# 每天工资400元: what somebody earns
EARNED = re.compile(
    r"每[天日月年](?:的)?(?:工资|薪酬|薪水|收入)(?:为|是|约|达)*\s*$|(?:月薪|日薪|时薪|年薪)(?:为|是|约|达)*\s*$"
)
# 7万名白领, 职工近1.5万人: who works there
EMPLOYEES = re.compile(r"(?:^|，)[^，]{0,4}(?:职工|员工|白领)(?:总数)?(?:近|约|超过?|达到?|有|共|为)*\s*$")
EMPLOYEES_AFTER = re.compile(r"^(?:余|多)?(?:职工|员工|白领)$")
# 占外资利用总额的三分之二; 40%的工业产出与进出口贸易: how a total is made up
OF_TOTAL = re.compile(r"^[，\s]*占[^，]{2,12}总[额量值]的(?:近|约|超过?)?\s*$")
SHARE_OF = re.compile(r"^的(?:工业|农业|服务业|进出口|税收|产值|经济|出口|财政)")
# 为期10天的招商之旅, 往往要走上百公里
FOR_SO_LONG = re.compile(r"为期\s*$")
ON_THE_ROAD = re.compile(r"(?:走|跑|驱车|行驶|奔波|距[^，]{0,8})(?:了|上)?(?:近|约|超过?|上)?\s*$")
# 用5分钟描述了困境; 摆着上百种布样: the scene a report opens with
SPOKEN = re.compile(r"^[^，]{0,4}(?:描述|介绍|讲述?|说|汇报|发言|陈述)")
ON_SHOW = re.compile(r"(?:摆|挂|停|陈列|摆放)着?(?:了|满)?(?:上|近|超|约)?\s*$")
# 三分之二以上同意; 财政补贴70%, 政府承担保费七成
AGREED = re.compile(r"^以上[^，]{0,6}同意")
SHARE_GRANTED_AFTER = re.compile(r"^\s*的?(?:贴息|补贴|补助|奖励|奖补|贴补)(?!率)")
SHARE_GRANTED = re.compile(r"(?:补贴|补助|贴息|承担|分担|补偿|奖励)(?!率)[^，]{0,6}$")
# 审理次数不超过2次, 间隔不得超过一个月: a limit; 时限不超过90天 tells how long it takes
# 容积率不得低于1.2，亩产税收达30万元以上: a sentence that sets conditions
CONDITIONS = re.compile(r"不得(?:低于|少于|高于|小于)")
LIMIT = re.compile(
    r"(?:次数|间隔(?:时间)?|期限)[^，]{0,6}不(?:得)?超过\s*$|(?:公示|异议|有效|冷静|试用)期限?(?:为|是)?\s*$"
)
# 最高奖励50万元, 按投资额给予10%补贴, 贷款额度最高500万元: the terms of a policy, not what was paid
TERMS = re.compile(
    r"(?:最高|每(?:条|户|家|人|个|亩|件|年|月|次|部|台|栋|吨|笔|辆)|按[^，]{1,14}|一次性)[^，]{0,8}?(?:给予|奖励|补贴|补助|资助|贴息|奖补|可贷|可获)[^，]{0,8}$|"
    r"(?:给予|奖励|补贴|补助|资助|贴息|奖补|可贷|可获|额度)[^，]{0,6}(?:最高|不超过|上限|至多)[^，]{0,6}$"
)
# 每季度召开1次: how often
AT_MOST = re.compile(r"最多[^，]{0,4}$")
HOW_OFTEN = re.compile(r"每(?:年|半年|季度|季|月|周|天|日)[^，]{0,10}$")
# 比预想的快了3个月: what somebody had expected is no measure
EXPECTED = re.compile(r"比[^，]{0,8}(?:预想|预期|想象|预料|意料)")
# 地区生产总值同比增长6.6%, 常住人口120万: the state of the place
ECONOMY = re.compile(
    r"生产总值|GDP(?!的比)|(?:常住|常驻|户籍|总)人口|下辖|现辖|辖区(?:内)?(?:共?有|面积)|财政(?:总)?收入|预算收入|新增财力|固定资产投资|工业增加值|"
    r"经济增加值|社会消费品|可支配收入|城镇化率|(?:种植|播种|规划|占地|辖区|总)面积|年?产量|保有量|(?:种植|栽培|养殖)规模|"
    r"存栏|出栏|装机|^全[市县区省]有"
)
# 种植黄花17万亩, 占地200亩; 盘活土地300亩 is a result
EXTENT = re.compile(r"(?:平方米|平方公里|公顷|亩|千瓦)$")
USED_ANEW = re.compile(
    r"盘活|腾[出退空]|节约|节省|消化|处置|出让|供应|供地|完成|保障|清理|收回|解决|交付|新增|减免|提供|登记|投用|投产"
)
TURNOVER = re.compile(r"(?:营业|业务|销售)(?:总)?收入|销售额|净?利润|总?产值|营收")
# 614家企业陆续入驻, 4000家商户签约, 4所院校坐落于此, 入驻企业超过2000家: who is there
SETTLED_AFTER = re.compile(
    r"^(?:余|多)?[^，]{0,6}(?:企业|商户|公司|机构)[^，]{0,6}(?:入驻|签约|落户|聚集|集聚)|^[^，]{0,12}(?:坐落|位于)"
)
SETTLED_BEFORE = re.compile(
    r"(?<!新增)(?:入驻|聚集|集聚|汇聚|拥有)[^，]{0,6}(?:企业|商户|公司|机构)[^，]{0,6}$|(?:聚集|集聚|汇聚)了?(?:近|超过?|约)?\s*$"
)
DRAWN = re.compile(r"新|通过|吸引|引进|招引|带动|累计")
# 个体工商户占比超过五成, 九成以上是中小微企业, 占全国的1/7: how a stock is made up
MADE_UP = re.compile(
    r"(?:民营企业|国有企业|个体工商户|个体户|中小微?企业|小微企业|市场主体|经营主体|民营经济|人口|产业|制造业|服务业|第三产业|出口|内销|财力)"
    r"(?:[^，合采份金]{0,4})(?:占比|占|比重)[^，]{0,8}$"
)
IS_MADE_UP = re.compile(r"^(?:以上)?(?:都|均)?(?:是|为)(?:中小|小微|民营|个体)|^(?:用于|投入)")
# 27项重点举措, 6项任务长期坚持开展: what was set; 5项任务已如期完成: what came of it
TASK = re.compile(
    r"^\s*(?:余|多)?\s*(?:项|个|条|件)?[^，]{0,12}?(?:任务|举措|措施|行动|要点|清单|工作内容|重点工作|改革事项|基础事项|实事)(?P<rest>[^，]*)"
)
TASK_DONE = re.compile(r"完成|落地|办结|见效|销号|整改到位|实现|推广|转化|达到|入选|获")

# 向57个部门交办, 由22个部门负责, 以300个城市为对象: whom it concerns
CONCERNED = re.compile(
    r"(?:向|由|(?<!参)与|(?<!合)同|和|赴|于|涉及|涵盖|包括|包含|围绕|针对|通过|依托|以|(?<!保险)覆盖|给|经过|全国|全市|全省|各|这|该|其中的|作为|在内的(?:共计?)?)\s*$|^通过对|^包括(?!.*在内)|^以(?=.*为)"
)
# 全市27个工业项目实现“竣工即领证”: which ones got it
WHOLE_PLACE = ("全市", "全省")
ACHIEVED = re.compile(r"^[^，]{0,14}(?:实现|享受|受益|完成|办结|拿到|通过)")
MONEY = re.compile(r"元$")
# 开展为期4个月的专项行动: how long it was worked on
LASTING = re.compile(r"为期|历时|培训|集中|连续|开展")
PARTIES_COUNTED = ("家", "户", "名", "人", "个")
OCCASIONS = ("次", "场", "期", "批次")
TIME_UNIT = re.compile(r"工作日|自然日|小时|分钟|秒|个月|天|日")
SUBJECT_IN = re.compile(
    r"(?:人员|部门|窗口|单位|工位|设备|面积|编制|清单|目录|文件|制度|措施|举措|政策|任务)(?:共计|共|计)?\s*$"
)
# 14家银行与…签订协议, 337名干部组成服务团队: what they were brought in for
ROLE = re.compile(r"^[^，]{0,30}(?:签订|签署|组成|担任|纳入)|^[^，]{0,12}(?:作为|参与|参加|负责|分包|包保|包联)")
# 对14639个事项开展清理: what was worked through
TREATED_BEFORE = re.compile(r"^(?:其中)?对(?:全[省市县区州]|各|[^，]{0,6}的)?[^，]{0,10}$")
TREATED_AFTER = re.compile(r"(?:开展|进行|实施|加以)")
# 1540个审批事项进驻大厅, 97项权限下放: matters that came nearer to those who need them
MATTERS_MOVED = re.compile(r"^\s*(?:余|多)?(?:项|个)?[^，]{0,10}(?:事项|权限)[^，]{0,6}(?:进驻|入驻|上线|下沉|下放)")
MOVED_IN = re.compile(r"(?:接入|上线|进驻|入驻|下沉|下放)了?(?:近|约|超过?)?\s*$")
MATTERS = re.compile(r"^\s*(?:余|多)?(?:项|个)?[^，]{0,10}(?:事项|权限)")
# 联合供电、供水2家企业: with whom it was done
TOGETHER_WITH = re.compile(r"(?:联合|会同|携手)[^，]{0,24}$")
WITH_BODIES = re.compile(r"^\s*(?:余|多)?(?:企业|单位|部门|银行|机构|公司)")
# 吸纳600多人就业: the work is what came of it
EMPLOYED = re.compile(r"^\s*(?:余|多)?(?:名|人)?[^，]{0,8}就业")
# 26名业务骨干带事下沉, 96名执法人员
STAFF = re.compile(
    r"^\s*(?:余|多)?\s*(?:名|位|人)?[^，]{0,8}?(?:干部|人员|骨干|专员|服务员|特派员|辅导员|指导员|联络员|管家|党员|队员|志愿者|专家|领导|负责人|工作者|代办员|监督员)"
)
# 为10余名外籍人员办理签证: whom it was done for
SERVED = re.compile(r"(?:^|，)(?:已|及时|累计|先后)*(?:为|帮助|给|替)[^，]{0,16}$")
SERVED_WITH = re.compile(r"办理|解决|追回|发放|办妥|办结|提供")
# 42个中省直单位细化了方案, 16个区全部上网: who took part
TOOK_PART = re.compile(
    r"^\s*(?:余|多)?\s*(?:个|家)?[^，到至在]{0,8}?(?:部门|单位|乡镇|镇街|街道|社区|区县|省辖市|市地|园区|产业园|窗口|网点|公共服务中心|政务服务中心)"
)
# 投入3亿元: money is put in only by these
FUNDED = re.compile(r"投入|出资|筹资|筹集|拨付|投资|安排|设立|成立|采购(?!金额|项目)")
# 在37个行业试行, 为8条产业链各配备一名首席法官: where something was set up
SET_UP_IN = re.compile(
    r"^(?!.*(?:内|受理|办理))[^，]{1,14}?(?:全部|全面|各|均|都|统一|率先)?(?:设立|设置|配备|布设|试行|推行|试点|建立|派驻|配置)"
)
# 王宁等5名农民工的信息: persons of whom one is named; 让在座的20余位企业家惊讶
PERSONS = ("名", "位", "人")
NAMED_PERSONS = re.compile(r"(?<!帮助)(?<!为)等(?:共计?)?\s*$|(?:在座|在场|到场|与会)的\s*$")
# 施工图审查、消防设计审查等4个事项: how many things were listed
LISTED = re.compile(r"、[^，、]{1,16}等\s*$")
LISTED_THINGS = re.compile(r"^(?:个|项|种|类)?[^，]{0,4}(?:行业|事项|领域|环节|渠道|部门|方面|系统|平台)")
# 每人联系3至5家企业: what falls to each
FALLS_TO_EACH = re.compile(r"每[人名位个][^，]{0,8}(?:联系|负责|包联|包保|挂联|服务|对接)[^，]{0,3}$")
# 某公司等19家公司合并重整案: the parties of one case
PARTIES = re.compile(r"^[^，]{0,4}(?:公司|企业|股东|被告|当事人)[^，]{0,12}案(?:件?中)?$")
# 首期3亿元: the size of a fund
FUND_SIZE = re.compile(r"(?:首期|注册资本|基金规模|总规模)(?:为|达|约|共)?\s*$")
# 让22万户市场主体迸发活力; 让1.2万户企业受益 is a result
MADE_TO = re.compile(r"(?:让|使|令)\s*$")
HELPED = re.compile(r"帮助|[为替给]|协助|让(?!在)|使")
BENEFITED = re.compile(r"受益|享受|获得|(?<!未)拿到|用上|实现")
RULE = re.compile(
    r"不得超过|(?<!时限)(?<!用时)(?<!时间)(?<!耗时)(?<!时长)(?<!天数)不超过|不少于|不低于|不高于|按照|(?<![响供适对相反效呼顺])应(?:当)?(?![用急对收届答付纳诉])|须|要求(?=企业|申请|借款|纳税)|原则上|(?:标准(?!地|化|厂房)|条件)[^，]{0,6}$|凡|对于"
)

# 接入4个工作日内完成, 备案1天办结: how long it takes now
TAKEN = re.compile(
    r"\s*(?:之?内|以内|即可|就能|便可)?(?:全部)?(?:完成|办结|办好|办完|办妥|接通|通水|通气|通电|送电|领取|取证|拿证)"
)
# Verbs of what was put in or handed out; the figure counts their objects.
INPUT_VERB = (
    "出台|印发|制定|发布|编制|梳理|建立|(?<!新)设立|下设|设置|组建|成立|开设|增设|投入|投放|配备|配置(?!到)|安排|选派|培训|召开|举办|开展|组织|"
    "走访|检查|抽查|抽取|抽检|签订|签署|签约|筹资|筹集|布设|部署|聘请|聘任|引进(?![^，]{0,10}(?:人才|博士|硕士|高校毕业生|外资))|吸纳(?![^，]{0,4}就业)|内含|挑选|汇集(?!到)|明确|确定|列出|推出|提出|"
    "出动|派出|发放(?:宣传|督办|通知|各类|政策|问卷|[^，]{0,4}[册料页单])|印制|提交|征集|收集|反映|交办|清理(?![^，]{0,6}(?:收费|证明|拖欠|欠款|账款|积案|壁垒))|上门服务|咨询服务|入户走访|对接|连接|接入|纳入|宣传|宣讲|安装|采购(?!金额|项目)|购置|"
    "实施|推行|落实|拨付|筛选|邀请|参加|调研|座谈|核查(?!出)|共享.{0,4}接口|争取|现有|选聘|抽调|深入|走进|选取|表彰|授予|下发|编写|推送|评估|监督|发出(?!□|[^，]{0,12}[证照])|拥有|建设(?!项目|工程)|建成|评选|认定|"
    "派驻|委派|打造|谋划|出资|完成(?=[^，]{0,6}投资)|细分|划分|分包|公布(?!的)|归集(?=发布)"
)
INPUT = re.compile(INPUT_VERB)
# 60余份文件, 1800台自助机, 61支小分队, 25个法庭: things that are put in, whatever the verb
INPUT_OBJECT = re.compile(
    r"^\s*(?:余|多)?\s*(?:名|位|台|套|支|个|项|条|份|件|家|场|次|期)?\s*[^，。实成入达开给]{0,12}?"
    r"(?:文件|制度|办法|措施|举措|清单|自助机|一体机|自助终端|设备|小分队|工作组|工作队|专班|专员|服务站|窗口|点位|站点|"
    r"会议|座谈会|培训|讲座|活动|机制|方案|指南|政策|任务|接口|平台|系统|人员|律师|调解员|法庭|渠道|专区|专栏|模块)(?:$|赴|用于|指导|下沉|入驻)"
)
# 累计推送政策18.9万户次: how often somebody was served
TIMES_SERVED = re.compile(r"(?:户|家|人)次$")
SERVED_IN_ALL = re.compile(
    r"(?:累计|共)(?!计?(?:培训|出动|投入|组织|召开|走访|派出|检查|参加|参训))[^，]{0,4}(?:推送|服务|调剂|惠及|覆盖)[^，]{0,10}$"
)
INPUT_UNIT = re.compile(r"人次$|^(?:台|支|场|场次|期|批次|轮)$")
# What inputs brought about is a result, whatever verb stands before: 新增、办结、惠及、节约、减少
RESULT_WORD = re.compile(
    r"办结|(?:累计|共计?|已|成功|联动|在线|网上|全年|全程)(?:受理)?办理|惠及|受益|节约|节省|减少|减免|减负|新增|净增|增长|增加|压减|压缩|缩短|缩减|精简|降低|降至|提升|提高|提速|实现|融资(?!机构|担保|性|平台|服务|对接)|放款|授信|贷款(?!机构|产品|服务)|"
    r"解决|化解|审结|分流|完成反馈|办理(?:企业|群众)?诉求|交付|安置|盘活|清偿|处置|解封|追回|执结|到位|整改|立案|发现|破获|侦破|查获|抓获|挽回|查处|查出|排查出|罚款|罚没|退税|减税|兑现|达|排名|位列|满意|率|占比|访问量|办件|总量|成功|通办|开通|开行|下放|取消|(?:进|出)[境口]|"
    r"服务(?=企业|群众|市场主体|经营主体|老年人|居民|旅客|学生|农户|用户|客户|游客|市民|各类|职工|项目|\s*$)|(?:带动|吸纳|促进|稳定|实现|新增|安置)[^，]{0,6}就业|颁发|验放|让利|缓[交缴]|免缴"
)


@dataclass(frozen=True, slots=True)
class Said:
    """What stands around a figure in its clause."""

    before: str
    after: str
    unit: str
    moves: bool
    """A change or a comparison is printed (压减至, 提升, 由A到B)."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a figure is, and the words that decided; `reason` is empty for a result, which needs no excuse."""

    kind: OutcomeKind
    reason: str = ""


RESULT = Judgement(OutcomeKind.RESULT)


def _because(kind: OutcomeKind, words: str, what: str) -> Judgement:
    """The judgement with the words that decided, without the blots in them."""
    words = words.replace(BLOT, "").strip("， ")
    return Judgement(kind, f"“{words}”：{what}" if words else what)


def kind_of(said: Said, sentence: str, *, plan: bool) -> Judgement:
    """What a figure is, by its clause and the whole `sentence`.

    `plan` tells that the document is a plan, where a figure is a target unless it is said to be reached.
    """
    clause = said.before + said.after
    if there := ELSEWHERE.search(clause) or COMPARED_WITH.search(said.before):
        return _because(OutcomeKind.ELSEWHERE, there[0], "不是本地的数字")
    if aim := TARGET.search(clause) or (not REACHED.search(clause) and SENTENCE_TARGET.search(sentence)):
        return _because(OutcomeKind.TARGET, aim[0], "尚未实现")
    if not said.moves and ASKED_FOR.search(said.after):
        return Judgement(OutcomeKind.TARGET, "“目标”：所要求的，不是所达到的")
    if plan and not DONE.search(sentence):
        return Judgement(OutcomeKind.TARGET, "文件是方案或计划，未说已经实现")
    if not said.moves and (rule := CONDITIONS.search(sentence)):
        return _because(OutcomeKind.BACKGROUND, rule[0], "规定的条件，不是改革带来的")
    return _background(said) or _input(said) or RESULT


def _background(said: Said) -> Judgement | None:
    """A rule's term, an expectation, the state of the place or the make-up of a stock; None where it is none."""
    before, after, is_time = said.before, said.after, TIME_UNIT.search(said.unit) is not None
    is_granted = MONEY.search(said.unit) is not None or said.unit == "%"
    found: list[tuple[re.Match[str] | None, str]] = [
        ((is_time and TERM_BEFORE.search(before)) or None, "规定的期限"),
        ((is_time and not said.moves and TERM_AFTER.search(after)) or None, "规定的期限"),
        ((is_time and AHEAD_BEFORE.search(before) and AHEAD_AFTER.search(after)) or None, "提前的时间"),
        ((is_time and BEFORE_AN_EVENT.search(before)) or None, "提前的时间"),
        ((is_time and not said.moves and not TAKEN.match(after) and RUNNING.search(before)) or None, "已运行的时间"),
        ((not said.moves and AT_WORST.search(before)) or None, "改革前或高峰时的情形"),
        ((not said.moves and not PAID.search(before) and OWED.search(before)) or None, "企业的困境"),
        ((said.unit == "%" and not said.moves and SHARE_GRANTED.search(before)) or None, "政策规定的标准"),
        ((said.unit == "%" and not said.moves and SHARE_GRANTED_AFTER.search(after)) or None, "政策规定的标准"),
        ((said.unit == "%" and WEIGHT.search(before)) or None, "构成比例"),
        ((is_granted and FINE_AFTER.search(after) and FINED.search(before)) or None, "对个案的处罚"),
        ((not said.moves and said.unit in PARTIES_COUNTED and OFFENDERS.search(after)) or None, "违规的主体"),
        ((is_granted and EARNED.search(before)) or None, "个人的收入"),
        ((not said.moves and (EMPLOYEES.search(before) or EMPLOYEES_AFTER.search(after))) or None, "当地概况"),
        ((said.unit == "%" and not said.moves and _of_total(before, after)) or None, "构成比例"),
        ((is_time and not INPUT.search(before) and FOR_SO_LONG.search(before)) or None, "持续的时间"),
        ((said.unit == "公里" and not said.moves and ON_THE_ROAD.search(before)) or None, "报道的情景"),
        ((is_time and not said.moves and before.endswith("用") and SPOKEN.search(after)) or None, "报道的情景"),
        ((not is_time and ON_SHOW.search(before)) or None, "报道的情景"),
        ((said.unit == "%" and AGREED.search(after)) or None, "规定的条件"),
        ((not said.moves and not USED_ANEW.search(before + after) and EXTENT.search(said.unit)) or None, "规模"),
        (LIMIT.search(before), "规定的限度"),
        ((is_granted and TERMS.search(before)) or None, "政策规定的标准"),
        ((said.unit in OCCASIONS and (HOW_OFTEN.search(before) or AT_MOST.search(before))) or None, "规定的次数"),
        (EXPECTED.search(before), "与预期相比"),
        (ECONOMY.search(before) or ECONOMY.match(after), "当地概况"),
        ((not said.moves and TURNOVER.search(before)) or None, "企业或行业的概况"),
        ((said.unit == "%" and not said.moves and _made_up(before, after)) or None, "构成比例"),
        ((not said.moves and not DRAWN.search(before + after) and _settled(before, after)) or None, "现有的企业"),
    ]
    for match, what in found:
        if match:
            return _because(OutcomeKind.BACKGROUND, match[0], f"{what}，不是改革带来的")
    return None


def _made_up(before: str, after: str) -> re.Match[str] | None:
    return MADE_UP.search(before) or IS_MADE_UP.search(after)


def _of_total(before: str, after: str) -> re.Match[str] | None:
    return OF_TOTAL.search(before) or (SHARE_OF.match(after) if not before.strip("， ") else None)


def _settled(before: str, after: str) -> re.Match[str] | None:
    return SETTLED_AFTER.search(after) or SETTLED_BEFORE.search(before)


def _input(said: Said) -> Judgement | None:
    """What was put in, or whom it concerns; None where the figure tells what came of it."""
    word = _put_in(said) if not said.moves else None
    return _because(OutcomeKind.INPUT, word, "投入或涉及的数量") if word else None


def _put_in(said: Said) -> str | None:
    """The word by which the figure counts what was put in, or whom it concerns, and not what came of it."""
    before, after = said.before, said.after
    is_time = TIME_UNIT.search(said.unit)
    if word := _concerned(said):
        return word
    moved = MATTERS_MOVED.match(after) or (MOVED_IN.search(before) and MATTERS.match(after))
    takes_time = is_time and (TAKEN.match(after) or not LASTING.search(before))
    served_in_all = TIMES_SERVED.search(said.unit) and SERVED_IN_ALL.search(before)
    if takes_time or moved or served_in_all:
        return None
    counts = not is_time and said.unit != "%"
    brought_about = RESULT_WORD.search(before[-12:])
    if counts and (task := TASK.match(after)):
        return None if TASK_DONE.search(task["rest"]) or brought_about else task[0].strip()[:12]
    if said.unit == "%" or RESULT_WORD.search(after[:8]) or EMPLOYED.match(after):
        return None
    served = SERVED.search(before) and SERVED_WITH.search(after)
    things = (not served and STAFF.match(after)) or TOOK_PART.match(after) or INPUT_OBJECT.match(after)
    if (things or INPUT_UNIT.search(said.unit)) and not brought_about:
        return things[0].strip()[:12] if things else said.unit
    return _put_in_by_verb(before, FUNDED if MONEY.search(said.unit) else INPUT)


def _concerned(said: Said) -> str | None:
    """The word that makes the figure one of whom or what it concerns: 向57个部门, 对1.9万项事项进行清理."""
    if TREATED_BEFORE.match(said.before) and (treated := TREATED_AFTER.search(said.after)):
        return treated[0]
    counts = said.unit not in ("%", "位") and not TIME_UNIT.search(said.unit)
    found = CONCERNED.search(said.before) if counts else None
    if found and found[0].strip() in WHOLE_PLACE and ACHIEVED.search(said.after):
        found = None
    if counts and not found and not BENEFITED.search(said.after):
        found = MADE_TO.search(said.before)
    if said.unit in PERSONS and not found and not BENEFITED.search(said.after) and not HELPED.search(said.before):
        found = NAMED_PERSONS.search(said.before)
    if counts and not found and WITH_BODIES.match(said.after):
        found = TOGETHER_WITH.search(said.before)
    if counts and not found:
        found = FALLS_TO_EACH.search(said.before) or FUND_SIZE.search(said.before) or _in_after(said.after)
    if counts and not found and LISTED_THINGS.match(said.after) and not RESULT_WORD.search(said.after):
        found = LISTED.search(said.before)
    subject = None if TIMES_SERVED.search(said.unit) else SUBJECT_IN.search(said.before)
    found = found or RULE.search(said.before) or subject or ROLE.search(said.after)
    return (found[0].strip("， ") or said.unit) if found else None


def _in_after(after: str) -> re.Match[str] | None:
    """Words behind a count that make it one of places or of parties."""
    return SET_UP_IN.search(after) or PARTIES.search(after)


def _put_in_by_verb(before: str, verbs: re.Pattern[str]) -> str | None:
    """The last verb of putting in, where no word of a result stands after it."""
    verb, result = _last(verbs, before), _last(RESULT_WORD, before)
    return verb[0] if verb and (result is None or verb.start() > result.start()) else None


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The last match; None where there is none."""
    last = None
    for match in pattern.finditer(text):
        last = match
    return last
