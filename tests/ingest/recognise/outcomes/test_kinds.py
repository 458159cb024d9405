"""Figures that are no result of the case, each kept as what it is, with the words that decided."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from ingest.recognise.outcomes import recognise_outcomes
from ingest.types import Figure, OutcomeKind, RegionMention
from tests.ingest.recognise.drafts import a_case
from tests.ingest.recognise.outcomes.reading import read

RESULT, TARGET, INPUT = OutcomeKind.RESULT, OutcomeKind.TARGET, OutcomeKind.INPUT
ELSEWHERE, BACKGROUND = OutcomeKind.ELSEWHERE, OutcomeKind.BACKGROUND


@pytest.mark.parametrize(
    ("text", "kind", "reason"),
    [
        # aims
        ("力争全年为企业减负2亿元。", TARGET, "“力争”"),
        ("在未来产业领域累计孵化企业86家。", RESULT, ""),
        ("到2027年，全程网办率达到95%以上。", TARGET, "“到2027年”"),
        ("今年将重点攻坚17个高频难题。", TARGET, "“将重点”"),
        ("平均用时符合30天的目标要求。", TARGET, "“目标”"),
        ("厂房面积将扩大一倍以上。", TARGET, "将扩大"),
        ("开工时间比预计提前两个月。", RESULT, "提前"),
        ("建设进度比预期快了3个月。", RESULT, "快了"),
        ("今年，我们将力争实现开办零跑动，新增经营主体8000户以上。", TARGET, "力争"),
        ("全市拖拉机保有量1.9万台。", BACKGROUND, "保有量"),
        ("行政机关负责人出庭应诉率保持100%。", RESULT, "陈述"),
        ("通关时间有望再压缩三分之一。", TARGET, "“有望”"),
        ("基本实现审批时限缩减90%的目标。", RESULT, "“缩减”"),
        ("6支队伍的检查计划合并为1200户次。", RESULT, ""),
        # what was put in, whom it concerned
        ("梳理形成27项重点举措。", INPUT, "举措"),
        ("6项任务长期坚持开展。", INPUT, "任务"),
        ("5项任务已如期完成。", RESULT, "陈述"),
        ("选派128名干部担任驻企专员。", INPUT, "干部"),
        ("争取上级专项资金2.6亿元。", INPUT, "争取"),
        ("大厅26名业务骨干下沉一线。", INPUT, "骨干"),
        ("48个市直单位细化了方案。", INPUT, "单位"),
        ("对全市1.9万项事项进行清理。", INPUT, "进行"),
        ("区财政出资3亿元。", INPUT, "出资"),
        ("创新开展3次主题活动。", INPUT, ""),
        ("发现包括这家公司在内的共11家企业需要用工。", INPUT, "在内"),
        ("让22万户市场主体迸发活力。", INPUT, "让"),
        ("向企业派驻364名首席服务员。", INPUT, "服务员"),
        ("明确包括破产办理在内的37项重点工作任务清单。", INPUT, "在内"),
        ("事项细分为412个办理情形。", INPUT, "细分"),
        ("提升效率、优化监管、强化保障等五大方面任务共计27项。", INPUT, ""),
        ("去年的10件惠企实事中，标准地居首。", INPUT, "实事"),
        ("园区工厂已吸纳了600多人就业。", RESULT, ""),
        ("累计进境科研用物品310批次。", RESULT, ""),
        ("引进良种3200份，同比增长40%。", RESULT, "增长"),
        ("为31家社区工厂办妥贷款手续。", RESULT, ""),
        ("累计发布制度创新案例56项。", RESULT, ""),
        ("6项创新举措获批备案。", RESULT, ""),
        ("包括跨境理赔在内等9项被全国推广。", RESULT, ""),
        ("新认定高新技术企业210家。", RESULT, ""),
        ("企业获得政府采购合同12亿元。", RESULT, ""),
        ("税务干部走访企业3200户次。", RESULT, ""),
        ("走访困难群众40人。", INPUT, "走访"),
        ("基金撬动企业投资32亿元。", RESULT, ""),
        ("民间投资累计完成21亿元。", RESULT, ""),
        ("区财政投资2亿元。", INPUT, "投资"),
        ("累计建成海外仓80个。", RESULT, ""),
        ("该县出台减免房租、开通专窗等30条措施。", INPUT, "措施"),
        ("本地已推出发放补贴、降低费率等25项举措。", INPUT, "举措"),
        ("筛查招标文件310份。", RESULT, ""),
        ("已有50家企业发布岗位2300个。", RESULT, ""),
        ("将工业项目审批分为4个层级。", INPUT, "分为"),
        # what a report tells by the way
        ("30多家外贸企业组团前往迪拜。", BACKGROUND, "前往"),
        ("来自各国的25名记者先后赴两市参访。", BACKGROUND, "先后赴"),
        ("借助20倍的显微镜。", BACKGROUND, "规模"),
        ("企业同时运营着9家海外门店。", BACKGROUND, "运营"),
        ("我们公司大概有40人。", BACKGROUND, "我们"),
        ("一家工厂年用气量120万立方米。", BACKGROUND, "用气"),
        ("目前，该县规上工业企业有128家。", BACKGROUND, "企业有"),
        ("企业职工近1.8万人。", BACKGROUND, "职工"),
        ("重整留住职工650名。", RESULT, ""),
        ("公告发布后10日内可提出异议。", BACKGROUND, "发布后"),
        ("累计认定高新技术企业610家。", RESULT, ""),
        ("这家做滤芯的企业去年出口额突破3亿元。", BACKGROUND, "出口额"),
        ("已有460家企业用信用报告代替无违法证明。", RESULT, ""),
        ("受益企业有300家。", RESULT, ""),
        ("目前全县经营主体3.1万户。", BACKGROUND, "经营主体"),
        ("惠及全区企业300家。", RESULT, ""),
        ("公示5天后才能入住。", BACKGROUND, "才能"),
        ("连续3个月没申报。", BACKGROUND, "没"),
        ("产品出口到60多个国家和地区。", BACKGROUND, "国家"),
        ("对守信企业给予利率优惠0.5个百分点。", BACKGROUND, "优惠"),
        ("符合缴纳6个月以上社保条件的个人。", BACKGROUND, "缴纳"),
        ("注册资本超过2亿元的企业总部。", BACKGROUND, "总部"),
        ("加工增值超过30%免征关税。", BACKGROUND, "加工增值"),
        ("骑手每天工作10小时。", BACKGROUND, "工作"),
        ("建成国家高新技术企业孵化载体20个。", RESULT, ""),
        ("15个国家和省部级实验室落户。", RESULT, ""),
        ("单位产值能耗再下降12%的节能任务。", TARGET, ""),
        ("企业投产后年税收可达800万元。", TARGET, "可"),
        ("平台已上线8个月。", BACKGROUND, "持续"),
        ("系统上线后3天办结。", RESULT, ""),
        ("比原计划提前两个月开工。", RESULT, "提前"),
        # other places, the country
        ("高于全国平均水平3.5个百分点。", ELSEWHERE, "高于全国"),
        ("从提交材料到拿到执照，全程不超过半天。", RESULT, ""),
        ("关税减让2.4亿元。", RESULT, ""),
        ("较全省平均水平快2.3天。", ELSEWHERE, "较全省平均"),
        ("全市办税时间平均压缩至78小时。", RESULT, "压缩"),
        ("减租惠及员工2100人。", RESULT, ""),
        ("外地先进城市同类事项办理仅需0.5天。", ELSEWHERE, "外地"),
        ("全国共有经营主体1.8亿户。", ELSEWHERE, "全国"),
        # the term of a rule
        ("贷款结清后10日内返还抵押凭证。", BACKGROUND, "期限"),
        ("自受理之日起5个工作日内作出决定。", BACKGROUND, "期限"),
        ("中标通知书发出后5日内退还保证金。", BACKGROUND, "期限"),
        ("实现企业登记1个工作日内完成。", RESULT, ""),
        ("推行承诺制，货物2小时放行。", RESULT, ""),
        ("落实首问负责制，企业诉求3个工作日内响应。", RESULT, ""),
        ("完成标准地供地50宗。", RESULT, ""),
        ("组织1540个审批事项进驻大厅。", RESULT, ""),
        ("养老保险覆盖53万人。", RESULT, ""),
        ("公布100多项通办事项清单。", INPUT, "清单"),
        ("发放督办函23份。", INPUT, "发放督办"),
        ("2009年至2018年全国质押专利数由600件增加到5400件。", ELSEWHERE, "全国"),
        ("开展为期4个月的专项行动。", BACKGROUND, "为期"),
        ("20项工作内容已分解到人。", INPUT, "工作内容"),
        ("在装修、印刷等26个行业试行。", INPUT, "试行"),
        ("为12条产业链各配备一名专员。", INPUT, "配备"),
        ("在市县两级18个大厅全部设立专窗。", INPUT, "设立"),
        ("首期2亿元。", INPUT, "首期"),
        ("挑选4件典型纠纷先行审理。", INPUT, "挑选"),
        ("礼包内含印章4枚。", INPUT, "内含"),
        ("累计引进高层次人才310名。", RESULT, ""),
        ("引进设备30台。", INPUT, ""),
        ("社区工厂吸纳就业5200人。", RESULT, ""),
        ("清理规范涉企收费21项。", RESULT, ""),
        ("服务老年人3.2万人次。", RESULT, ""),
        ("体检合同960份。", RESULT, ""),
        ("全市新设立市场主体2.6万户。", RESULT, ""),
        ("专班下设9个小组。", INPUT, "下设"),
        ("平台已接入1800个政务服务事项。", RESULT, ""),
        ("平台已接入120个系统。", INPUT, "系统"),
        ("专席受理人才引进政策咨询办件1.2万件。", RESULT, ""),
        ("全市新增市场主体要达到5万户。", TARGET, "要达到"),
        # a name is no intention
        ("从受理到重整计划获批仅用120天。", RESULT, ""),
        ("“小巨人”培育计划惠及企业90家。", RESULT, ""),
        ("公司计划投资3亿元。", TARGET, "计划"),
        ("《行动方案》明确提出，办理时限比承诺时限缩减30%。", TARGET, "提出"),
        ("12月底前，实现跨省通办事项200项。", TARGET, ""),
        ("今年全市将把审批时间压减至90个工作日以内。", TARGET, "将把"),
        # as it was at its worst, what a firm owes, what a place has
        ("锚地候泊平均要三四天。", BACKGROUND, "要"),
        ("一年要接受10个部门上百次检查。", BACKGROUND, "要接受"),
        ("最多时一天立案45件。", BACKGROUND, "最多时"),
        ("公司欠债2.3亿元。", BACKGROUND, "欠债"),
        ("化解拖欠账款2.3亿元。", RESULT, ""),
        ("全县药材种植面积达320万亩。", BACKGROUND, "种植面积"),
        ("年产量约80万吨。", BACKGROUND, "年产量"),
        ("清洁能源装机超过600万千瓦。", BACKGROUND, "装机"),
        ("全县种植黄花12万亩。", BACKGROUND, ""),
        ("常驻人口26万。", BACKGROUND, "人口"),
        ("3所大专院校坐落在这里。", BACKGROUND, "坐落"),
        ("盘活闲置厂房5.6万平方米。", RESULT, ""),
        ("98万平方米厂房提前投用。", RESULT, ""),
        ("财政补贴保费七成。", BACKGROUND, "补贴"),
        ("对不予处罚的主体30日内回访。", BACKGROUND, "回访"),
        ("逾期5天亮黄灯。", BACKGROUND, "逾期"),
        ("海关提前48小时核验资料。", BACKGROUND, "提前"),
        ("列车到站前36小时完成申报。", BACKGROUND, "前"),
        ("贷款利率不高于4.5%。", INPUT, "不高于"),
        ("中小企业合同份额占比达76%。", RESULT, ""),
        # beside a place it is compared with
        ("与某高新区相比还有差距，他们的企业开办已实现3小时办结。", ELSEWHERE, "他们"),
        # the terms of a policy, how often something is done
        ("对新认定企业最高奖励50万元。", BACKGROUND, "奖励"),
        ("按设备投资额给予10%补贴。", BACKGROUND, "标准"),
        ("信用贷款额度最高500万元。", BACKGROUND, "额度"),
        ("每季度召开政企座谈会1次。", BACKGROUND, "每季度"),
        ("累计发放补贴1200万元。", RESULT, ""),
        ("单日访问量最高达46万次。", RESULT, ""),
        # the state of the place, how a stock is made up, what was expected
        ("全县常住人口42万人。", BACKGROUND, "常住人口"),
        ("地区生产总值310亿元，同比增长6.1%。", BACKGROUND, "生产总值"),
        ("公司营业收入超过2200万元。", BACKGROUND, "营业收入"),
        ("园区已有614家企业入驻。", BACKGROUND, "入驻"),
        ("个体工商户占比超过五成。", BACKGROUND, "占比"),
        ("九成以上是中小微企业。", BACKGROUND, "中小"),
        ("坚持每年新增财力的80%用于民生。", BACKGROUND, "财力"),
        ("项目建成比预想的快了3个月。", BACKGROUND, "预想"),
        ("园区汇聚了1200余家企业。", BACKGROUND, "汇聚"),
        ("企业去年销售额2000多万美元。", BACKGROUND, "销售额"),
        # the terms a paper sets, how a score is made up, who broke a rule
        ("在1个月内进一步明确检查要点。", BACKGROUND, "期限"),
        ("给予年化1%的贴息补助。", BACKGROUND, "标准"),
        ("通用指标权重为80%。", BACKGROUND, "权重"),
        ("3家场馆未获得许可对外营业。", BACKGROUND, "违规"),
        # the scene of a report, persons of whom one is named
        ("门口展示架上摆着上百种布样。", BACKGROUND, "摆着"),
        ("系统发现了王宁等5名农民工的线索。", INPUT, "等"),
        ("让在座的20余位企业家有些惊讶。", INPUT, "在座"),
        ("占外资利用总额的三分之二。", BACKGROUND, "构成"),
        ("40%的工业产出来自外企。", BACKGROUND, "构成"),
        ("开启为期10天的招商之旅。", BACKGROUND, "为期"),
        ("将施工图审查、消防审查等4个事项并联预审。", INPUT, "等"),
        ("同期全国通关时间为37小时。", ELSEWHERE, "全国"),
        # what a reader takes for results all the same
        ("将设立登记、刻章等4个事项压减为1个。", RESULT, ""),
        ("累计罚款12万元。", RESULT, ""),
        ("以保函提交的保证金占保证金总额的82.86%。", RESULT, ""),
        ("全市27个工业项目实现“竣工即领证”。", RESULT, ""),
        ("累计精准推送政策18.9万户次。", RESULT, ""),
        ("专区共服务外籍人员1260人次。", RESULT, ""),
        ("《意见》提出搭建平台，目前已有720余家企业发布岗位。", RESULT, ""),
        ("工作站成立至今累计破获涉企案件2400余起。", RESULT, ""),
        ("为急需入境的10余名外籍人员办理签证。", RESULT, ""),
        ("帮助王宁等5名农民工追回欠薪。", RESULT, ""),
        ("清理资产总额38.9亿元。", RESULT, ""),
        ("交付房屋1650套。", RESULT, ""),
        ("让1.2万户企业受益。", RESULT, ""),
        ("全市市场主体总量达12万户。", RESULT, ""),
        ("为企业提供贷款授信超2.7亿元。", RESULT, ""),
        ("累计服务企业1.2万家。", RESULT, ""),
        ("16项创新举措在全省复制推广。", RESULT, ""),
        # how often people were served is a result, unless a verb says what was put in
        ("大厅日均接待群众900余人次。", RESULT, ""),
        ("驿站促成零工就业3.1万人次。", RESULT, ""),
        ("夜间专线每天运送2600人次。", RESULT, ""),
        ("累计培训从业人员1800人次。", INPUT, "培训"),
        # the verb belongs to another word, the body is counted beside the thing
        ("承接23个部门312项审批事项。", RESULT, ""),
        ("免提交营业执照6.4万户次。", RESULT, ""),
        ("支持58家保税维修试点企业升级。", RESULT, ""),
        ("办结小额债务集中清理案件160件。", RESULT, ""),
        ("本季度重大项目完成投资86亿元。", RESULT, ""),
        ("打通11个审批系统。", RESULT, ""),
        ("新能源项目并网容量120万千瓦。", RESULT, ""),
        ("中心内设4个科室。", INPUT, "内设"),
        ("就近受理税务、社保、公积金等46项业务。", INPUT, "等"),
        ("签约重点产业项目120个。", RESULT, ""),
        ("边防检查站查验货运车辆9.6万辆次。", RESULT, ""),
        # planned once more
        ("今年，施工许可审批时限再压缩20%。", TARGET, "再压缩"),
        ("在法定时限基础上再压缩30%。", RESULT, "压缩"),
        # what is told of by the way: a few persons, a price, a rate, a way, a span of time
        ("16名辅警常驻办公。", INPUT, "辅警"),
        ("路口发生2起剐蹭事故。", BACKGROUND, "情景"),
        ("当年还是一支只有4人的小队伍。", BACKGROUND, "情景"),
        ("全年仅发生安全事故2起。", RESULT, ""),
        ("为6名外籍人才办结工作许可。", RESULT, ""),
        ("一辆售价18万元的汽车装船出口。", BACKGROUND, "价格"),
        ("按8%的税率征收。", BACKGROUND, "标准"),
        ("加工增值率大于政策规定的30%。", BACKGROUND, "标准"),
        ("从地铁站步行10分钟路程。", BACKGROUND, "路程"),
        ("摆渡车12分钟一班。", BACKGROUND, "时段"),
        ("这15天里，窗口没有关过灯。", BACKGROUND, "时段"),
        ("民营企业贡献了全市六成以上的税收。", BACKGROUND, "构成"),
        ("最高能贷300万元。", BACKGROUND, "标准"),
        ("信用贷最高额度可达500万元。", BACKGROUND, "标准"),
        ("企业能拿到研发经费4%的资助。", BACKGROUND, "标准"),
        # how the economy does
        ("七成以上的税收来自中小企业。", BACKGROUND, "构成"),
        ("以全国2%的人口总量带动创新。", BACKGROUND, "构成"),
        ("规模占同期全国外贸的9%。", BACKGROUND, "构成"),
        ("外贸增速位居全省第4。", BACKGROUND, "概况"),
        ("在全省营商环境评价中位列第4。", RESULT, "陈述"),
        # places and works
        ("全市共有6家省级开发区。", BACKGROUND, "地方"),
        ("撤并了6家省级开发区。", RESULT, "陈述"),
        ("26项重点工程相继启动。", BACKGROUND, "在建"),
        ("市里拿出3亿元。", INPUT, "拿出"),
        ("梳理纳税、用电等14项指标。", INPUT, ""),
        ("项目投产后年产值可达4亿元。", TARGET, "投产后"),
    ],
)
def test_kinds_and_reasons(text: str, kind: OutcomeKind, reason: str) -> None:
    (outcome,) = read(text)
    assert outcome.kind is kind
    assert reason in outcome.reason
    assert outcome.reason


@pytest.mark.parametrize(
    ("region", "text", "kind"),
    [
        ("610700", "2022年，全省新登记市场主体48万户，日均新登记企业1037户。", ELSEWHERE),
        ("610700", "全省首创“兵团式帮办”，惠及企业300家。", RESULT),
        ("610000", "2022年，全省新登记市场主体48万户。", RESULT),
        ("610700", "全市新登记市场主体2万户。", RESULT),
    ],
)
def test_the_figure_of_the_province_is_none_of_a_citys(region: str, text: str, kind: OutcomeKind) -> None:
    case = replace(a_case("推行兵团式帮办", text), regions=(RegionMention(region),))
    assert {outcome.kind for outcome in recognise_outcomes(case).outcomes} == {kind}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("共办结企业诉求两千一百四十七件。", 2147),
        ("一百零五宗用地实现当天拿证。", 105),
        ("把三百一十六项审批事项划转。", 316),
    ],
)
def test_an_exact_count_in_words(text: str, number: int) -> None:
    (outcome,) = read(text)
    assert outcome.after is not None
    assert outcome.after.low == number


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("累计为企业节省成本超亿元。", (1, "亿元")),
        ("一年减少物流支出上亿元。", (1, "亿元")),
        ("贷款惠及近万家企业。", (10000, "家")),
    ],
)
def test_a_round_figure_without_a_number(text: str, amount: tuple[int, str]) -> None:
    (outcome,) = read(text)
    assert outcome.after is not None
    assert (outcome.after.low, outcome.unit) == amount


@pytest.mark.parametrize(
    "text",
    [
        "上午9时20分，大厅开门。",
        "音量不超过70分贝。",
        "老税务在这里工作了26个年头。",
        "签下超亿元项目。",
        "服务上万元的单子。",
    ],
)
def test_what_only_looks_like_a_figure(text: str) -> None:
    assert read(text) == []


def test_a_sentence_that_opens_with_a_plan_tells_aims() -> None:
    outcomes = read("按照计划，年底前将建成充电桩1.2万个，新增泊位8000个。")
    assert {outcome.kind for outcome in outcomes} == {TARGET}


def test_bundles_are_not_what_is_counted() -> None:
    (outcome,) = read("累计发布制度创新案例12批95项。")
    assert (outcome.after, outcome.unit) == (Figure(Decimal(95)), "项")


def test_the_reason_quotes_words_of_the_text_only() -> None:
    (outcome,) = read("全市组织67支“三送”小分队。")
    assert outcome.reason == "“小分队”：投入或涉及的数量"


def test_a_sentence_about_the_country_is_so_to_its_end() -> None:
    outcomes = read("今年上半年，全国新登记经营主体1300万户，授信规模突破10万亿元。")
    assert {outcome.kind for outcome in outcomes} == {ELSEWHERE}


def test_the_countrys_figure_does_not_hide_the_places_own() -> None:
    kinds = [outcome.kind for outcome in read("全国首创“首席代办”，全市惠及企业300家。")]
    assert kinds == [RESULT]


def test_how_it_was_before_is_told_to_the_end_of_the_sentence() -> None:
    assert read("过去，新开一家便利店，办理食品许可需2天，烟草许可需5天。") == []
    (outcome,) = read("过去，新开一家便利店，办理许可需要7天，现在仅需1天。")
    assert (outcome.before is not None, outcome.after is not None) == (True, True)
