"""Clauses in the manner of the genre, each with the figures a reader would note down."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from ingest.recognise.outcomes import recognise_outcomes
from ingest.types import CaseDraft, Direction, Figure, MeasureDraft, OutcomeDraft, OutcomeKind, SpannedText, YearMention

UP, DOWN, LEVEL = Direction.UP, Direction.DOWN, Direction.LEVEL
RESULT, TARGET, INPUT, ELSEWHERE = OutcomeKind.RESULT, OutcomeKind.TARGET, OutcomeKind.INPUT, OutcomeKind.ELSEWHERE


def spanned(text: str) -> SpannedText:
    return SpannedText.of_source(text)


def case(lead: str, *measures: tuple[str, str], title: str = "某市优化营商环境", year: int | None = 2021) -> CaseDraft:
    drafts = tuple(MeasureDraft("", spanned(heading), spanned(text), 1) for heading, text in measures)
    return CaseDraft("1", spanned(title), False, spanned(lead), drafts, year=YearMention(year) if year else None)


def read(lead: str, *, plan: bool = False) -> list[OutcomeDraft]:
    return list(recognise_outcomes(case(lead), plan=plan).outcomes)


def figure(value: str | None) -> Figure | None:
    """“52—56” is a range, “30” a number."""
    if value is None:
        return None
    low, _, high = value.partition("—")
    return Figure(Decimal(low), Decimal(high) if high else None)


# text, before, after, unit, change in %, direction
CHANGES: list[tuple[str, str | None, str | None, str, str | None, Direction]] = [
    # from … to …
    ("办理环节由9个压减至4个。", "9", "4", "个", None, DOWN),
    ("申请材料从15份精简到6份。", "15", "6", "份", None, DOWN),
    ("抽检合格率由过去的91%提高到97.5%。", "91", "97.5", "%", None, UP),
    ("审批事项由83减至52项。", "83", "52", "项", None, DOWN),
    ("30多个环节压缩至8个。", "30", "8", "个", None, DOWN),
    ("注册时间从20个工作日缩短为3小时。", "20", "3", "小时", None, DOWN),
    ("报装环节由四个环节减至两个环节。", "4", "2", "个环节", None, DOWN),
    # to …
    ("企业开办时间压缩至1个工作日以内。", None, "1", "工作日", None, DOWN),
    ("工业项目审批时间压减至36—38个工作日。", None, "36—38", "工作日", None, DOWN),
    ("日均处理能力提升至30万件。", None, "30", "万件", None, UP),
    ("全程仅保留8项审批事项。", None, "8", "项", None, DOWN),
    ("办结时限缩短至半天。", None, "0.5", "天", None, DOWN),
    # by …
    ("通关效率提升30-50%。", None, None, "%", "30—50", UP),
    ("综合物流成本降低25%以上。", None, None, "%", "-25", DOWN),
    ("重大项目审批时效提速50%以上。", None, None, "%", "-50", DOWN),
    ("市场主体总量比改革前增长69.96%。", None, None, "%", "69.96", UP),
    ("企业销售收入翻两番。", None, None, "%", "300", UP),
    ("贷款余额增长2倍。", None, None, "%", "200", UP),
    ("窗口人员减少22人。", None, "22", "人", None, DOWN),
    ("新增上市企业12家。", None, "12", "家", None, UP),
    ("评审时限平均压缩1个多月。", None, "1", "个月", None, DOWN),
    ("为企业节约成本约1.9亿元。", None, "1.9", "亿元", None, DOWN),
    # a value and its change in the next clause are one outcome
    ("全县共有市场主体146976户，同比增长20.25%。", None, "146976", "户", "20.25", UP),
    ("归集信用信息4472.7万条，同比增加766.5万条。", None, "4472.7", "万条", None, UP),
    ("办结时限压至5个工作日内，提速80%以上。", None, "5", "工作日", "-80", DOWN),
    ("审批事项由71项精减至41项，减少的事项占总数的42%。", "71", "41", "项", "-42", DOWN),
    # how it was before stands in a clause of its own
    ("改革前办理需要耗时20多个工作日，如今只需五六个工作日。", "20", "5—6", "工作日", None, DOWN),
    ("将原来20个工作日的许可压缩为当场出证。", "20", None, "工作日", None, DOWN),
    ("办事时间由3天变为30分钟。", "3", "30", "分钟", None, DOWN),
    ("排名由第12位上升至第3位。", "12", "3", "位", None, LEVEL),
    ("时限由法定的20个工作日压缩至2个工作日。", "20", "2", "工作日", None, DOWN),
    # no change printed
    ("检查企业占比达5.5%。", None, "5.5", "%", None, LEVEL),
    ("8成以上的事项实现一窗办理。", None, "80", "%", None, LEVEL),
    ("从申报到放行仅8分钟。", None, "8", "分钟", None, LEVEL),
    ("最快两小时内办结。", None, "2", "小时", None, LEVEL),
    ("惠及企业17.94万家。", None, "17.94", "万家", None, LEVEL),
    ("网上立案3万余件。", None, "3", "万件", None, LEVEL),
    ("上市公司总市值达1.35万亿元。", None, "1.35", "万亿元", None, LEVEL),
    ("发现问题线索1,960条。", None, "1960", "条", None, LEVEL),
    ("在全省营商环境评价中排名第9位。", None, "9", "位", None, LEVEL),
    ("归集信用信息１９．６万条。", None, "19.6", "万条", None, LEVEL),
    ("驗收時間縮短三分之一。", None, None, "%", "-33.3", DOWN),
    ("跑动次数减少了一半。", None, None, "%", "-50", DOWN),
    ("一般工程用水接入6个工作日内完成。", None, "6", "工作日", None, LEVEL),
    ("已有27个项目实行模拟审批。", None, "27", "个", None, LEVEL),
    ("全县发出综合许可证520张。", None, "520", "张", None, LEVEL),
    ("累计执结案件 42420 件。", None, "42420", "件", None, LEVEL),
]


@pytest.mark.parametrize(("text", "expected"), [(text, tuple(expected)) for text, *expected in CHANGES])
def test_figures_of_a_clause(text: str, expected: tuple[str | None, ...]) -> None:
    before, after, unit, change, direction = expected
    (outcome,) = read(text)
    assert (outcome.before, outcome.after, outcome.change) == (figure(before), figure(after), figure(change))
    assert (outcome.unit, outcome.direction, outcome.kind) == (unit, direction, RESULT)


@pytest.mark.parametrize(
    "text",
    [
        "2021年11月25日，国办发〔2018〕108号文件印发。",
        "今年1—11月，工作持续推进。",
        "设置24小时自助服务厅，保障7×24小时通关。",
        "拨打12345热线即可咨询。",
        "推行“1325”改革，构建“1530”就医圈。",
        "将全过程划分为4个阶段，项目细分为5类。",
        "从清单管理、计划实施等7个方面进行规范。",
        "对长度在200米以内的接入工程免予审批。",
        "落实《关于支持民营经济发展的30条意见》。",
        "其余5起正在进一步核查中。",
        "在本地2家企业垄断协议案中，执法部门依法处置。",
        "企业两年后再次来访。",
        "营商环境4.0版上线，5G应用加快。",
        "深圳是首批6个试点城市之一。",
        "优化服务方面（5项）。",
        "6个月以上未结案件全部清零。",
        "共有3个市州、8个县市区受到表扬。",
        "1案入选“全省法院8件典型案例”。",
        "年产10万吨再生铜项目落户园区。",
        "每月1日至20日为企业安静期，1/2月例会照常。",
    ],
)
def test_figures_that_measure_nothing(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("力争将办理时间压减至3个工作日。", TARGET),
        ("下一步，将推动网办率达到95%。", TARGET),
        ("服务企业不少于50家。", TARGET),
        ("到2025年，电子保函替代率达到90%。", TARGET),
        ("到2020年底，全市网办率达到90%。", RESULT),
        ("将低压办电环节压减至2个。", RESULT),
        ("陆续出台《工作指南》等60余份文件。", INPUT),
        ("全市投入1800台自助服务一体机。", INPUT),
        ("培训从业人员1200人次。", INPUT),
        ("全省拥有900多万户市场主体。", INPUT),
        ("要求企业近12个月纳税5万元以上。", INPUT),
        ("设置25个科技法庭。", INPUT),
        ("将企业反映的问题向57个部门进行交办。", INPUT),
        ("选派337名干部组成服务团队。", INPUT),
        ("收集困难问题104个。", INPUT),
        ("收集并协调解决困难问题104个。", RESULT),
        ("全国新设市场主体2800万户。", ELSEWHERE),
        ("全省平均用时15.79天。", ELSEWHERE),
    ],
)
def test_kinds(text: str, kind: OutcomeKind) -> None:
    assert [outcome.kind for outcome in read(text)] == [kind]


def test_in_a_plan_figures_are_targets_unless_reached() -> None:
    planned, reached = "引进专利技术20项以上。", "目前已办结案件30件。"
    assert [outcome.kind for outcome in read(planned + reached, plan=True)] == [TARGET, RESULT]
    for title in ("营商环境优化年实施方案", "关于推进人才集聚工程的实施意见"):
        titled = recognise_outcomes(case("企业满意度达到95%。", title=title))
        assert [outcome.kind for outcome in titled.outcomes] == [TARGET]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "实现企业开办1日办结、不动产登记3日办结、项目审批25日办结。",
            ["实现企业开办1日办结", "不动产登记3日办结", "项目审批25日办结"],
        ),
        ("立案18起，责令整改1710家，结果公示率100%。", ["立案18起", "责令整改1710家", "结果公示率100%"]),
        (
            "空气质量提升（优良天数309天，同比增加34天，优良率同比提高9.1%）。",
            ["优良天数309天，同比增加34天", "优良率同比提高9.1%"],
        ),
        ("窗口受理率、按时办结率100%。", ["窗口受理率、按时办结率100%"]),
        ("“最多跑一次”项目950项，占全部进驻项目的96.2%。", ["“最多跑一次”项目950项，占全部进驻项目的96.2%"]),
        ("项目2587个，占比91.84%。", ["项目2587个", "占比91.84%"]),
    ],
)
def test_the_clause_is_given_as_printed(text: str, parts: list[str]) -> None:
    outcomes = read(text)
    assert [outcome.text.text for outcome in outcomes] == parts
    for outcome in outcomes:
        assert outcome.text.offset(0) == text.index(outcome.text.text)


def test_two_figures_said_of_one_thing() -> None:
    low, middle = read("低压、中压接入报装时间压缩至10个、30个工作日。")
    assert (low.after, low.unit) == (figure("10"), "工作日")
    assert (middle.after, middle.unit) == (figure("30"), "工作日")
    assert low.text == middle.text


def test_two_figures_with_one_unit() -> None:
    assert [one.after for one in read("政府和社会投资项目审批时限分别压缩至60、40个工作日。")] == [
        figure("60"),
        figure("40"),
    ]


def test_changes_said_of_two_figures_one_by_one() -> None:
    imports, exports = read("进口、出口通关时间分别压缩至36.7小时和1.2小时，较2017年分别压缩62.3%和90.5%。")
    assert (imports.after, imports.change) == (figure("36.7"), figure("-62.3"))
    assert (exports.after, exports.change) == (figure("1.2"), figure("-90.5"))


def test_a_clause_with_a_subject_of_its_own_is_not_joined() -> None:
    first, second = read("处置线索2300条，较上年减少检查频次35%。")
    assert (first.after, first.change) == (figure("2300"), None)
    assert (second.after, second.change) == (None, figure("-35"))


def test_units_that_differ_are_both_kept() -> None:
    (outcome,) = read("办理时间由15天压缩至2小时。")
    assert (outcome.before_unit, outcome.unit) == ("天", "小时")


def test_another_places_figure_is_no_before() -> None:
    (mine, *others) = read("项目审图用时仅10天，较全省平均水平15.79天缩短约50%。")
    assert (mine.text.text, mine.before, mine.after, mine.change) == ("项目审图用时仅10天", None, figure("10"), None)
    assert {other.kind for other in others} == {ELSEWHERE}


def test_a_change_that_does_not_fit_is_left_out_and_noted() -> None:
    read_case = recognise_outcomes(case("申请材料由20份减至10份，压减80%。"))
    (outcome,) = read_case.outcomes
    assert (outcome.before, outcome.after, outcome.change) == (figure("20"), figure("10"), None)
    (notice,) = read_case.notices
    assert notice.code == "change-disagrees"
    assert "压减80%" in notice.message


def test_figures_go_the_way_the_verb_says() -> None:
    assert all(outcome.before is None for outcome in read("从3个窗口减少到全市5个窗口。"))


def test_a_heading_that_repeats_the_text_counts_once() -> None:
    read_case = recognise_outcomes(
        case("导语没有数字。", ("办电环节压减至2个", "低压办电环节压减至2个。"), ("平均用时仅3天", "办理便捷。"))
    )
    first, second = read_case.measures
    assert [outcome.text.text for outcome in first.outcomes] == ["低压办电环节压减至2个"]
    assert [outcome.text.text for outcome in second.outcomes] == ["平均用时仅3天"]
    assert read_case.outcomes == ()


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("目前，企业办理业务单证由132种缩减至44种。", "企业办理业务单证"),
        ("截至2021年底，全市政采贷授信规模达4.24亿元。", "全市政采贷授信规模"),
        ("涉企案件审判周期从2016年的平均83.6天缩短至目前的60.6天。", "涉企案件审判周期"),
        ("市场主体总量比2014年改革前增长69.96%。", "市场主体总量"),
        ("报关单量同比增长23.4%。", "报关单量"),
        ("省级612项政务服务事项实现全程网办。", "政务服务事项实现全程网办"),
        ("将审批时限由法定的20个工作日压缩至2个工作日。", "审批时限"),
        ("去年新增12家上市企业。", "新增上市企业"),
        ("40项业务实现“多查合一”。", "业务实现“多查合一”"),
        ("在线受理调解案件300件。", "在线受理调解案件"),
        ("对外提供通办事项4.4万项。", "对外提供通办事项"),
        ("综合物流成本降低25%以上。", "综合物流成本"),
        ("审批时间压减至50个工作日以内。", "审批时间"),
        ("不动产登记3日办结。", "不动产登记"),
    ],
)
def test_what_is_measured(text: str, metric: str) -> None:
    (outcome,) = read(text)
    assert outcome.metric == metric


SEEDS = sorted((Path(__file__).parents[3] / "seeds").glob("*.txt"))


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name[:3])
def test_outcomes_of_real_texts_fit_the_rules_of_the_catalogue(seed: Path) -> None:
    """The rules are those of the model `Outcome`: what breaks one could not be stored."""
    outcomes = read(seed.read_text("utf-8"))
    assert outcomes
    for outcome in outcomes:
        before, after, change = outcome.before, outcome.after, outcome.change
        assert before or after or change
        if before and after and not outcome.before_unit:
            assert outcome.direction is not UP or after.low >= before.low
            assert outcome.direction is not DOWN or after.low <= before.low
        if change:
            assert outcome.direction is not UP or change.low >= 0
            assert outcome.direction is not DOWN or change.low <= 0
        for one in (before, after):
            assert one is None or one.high is None or one.high >= one.low
        assert outcome.before_unit != outcome.unit
        assert len(outcome.metric) <= 120
        assert len(outcome.unit) <= 20


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("工作成效", RESULT),
        ("2021年主要举措", RESULT),
        ("下一步工作打算", TARGET),
        ("2022年重点工作安排", TARGET),
        ("存在的主要问题", OutcomeKind.BACKGROUND),
        ("问题和困难", OutcomeKind.BACKGROUND),
    ],
)
def test_a_heading_says_what_the_figures_below_it_are(heading: str, kind: OutcomeKind) -> None:
    inner = MeasureDraft("（一）", spanned("登记窗口"), spanned("不动产登记2个工作日办结。"), 2)
    outer = MeasureDraft("三、", spanned(heading), spanned("全程网办率90%。"), 1, children=(inner,))
    read_case = recognise_outcomes(replace(case("企业开办1日办结。"), measures=(outer,)))
    kinds = [outcome.kind for measure in read_case.walk() for outcome in measure.outcomes]
    assert kinds == [kind, kind]
    assert read_case.outcomes[0].kind is RESULT


def test_a_paragraph_that_opens_with_what_comes_next_tells_aims_to_its_end() -> None:
    paragraphs = "下一步，我市将深化改革。不动产登记2个工作日办结。\n目前，企业开办1日办结。"
    assert [outcome.kind for outcome in read(paragraphs)] == [TARGET, RESULT]
