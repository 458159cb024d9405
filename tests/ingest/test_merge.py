"""Last machine reading, new machine reading and live values: what becomes of them."""

from dataclasses import replace

import pytest

from ingest.merge import (
    AgencyRecord,
    CaseRecord,
    IndicatorRecord,
    MeasureRecord,
    OutcomeRecord,
    Reading,
    RegionRecord,
    SourceRecord,
    merge_document,
)
from ingest.merge.document import match_cases
from ingest.merge.matching import match

ONE = MeasureRecord(11, "一、", "压减办电环节", "低压办电压减为两个环节，企业线上提交一次申请即可。")
TWO = MeasureRecord(12, "二、", "延伸投资界面", "红线外的接电工程由供电公司投资建设，用户不再出资。")
UNDER_TWO = MeasureRecord(13, "（一）", "扩大范围", "一百六十千瓦以下的小微企业全部纳入。", level=2, parent=12)
OUTCOME = OutcomeRecord(
    21, "办电时间由30天压减到12天", "办电时间", measure=11, before="30", after="12", unit="天", direction="down"
)
LAST = CaseRecord(
    id=1,
    key="1",
    title="甲市：优化获得电力服务",
    year=2020,
    lead="甲市把办电作为优化营商环境的重点，推出一批新做法。",
    regions=(RegionRecord("430100", True, "标题写明"),),
    indicators=(IndicatorRecord("getting-electricity", "标题含“获得电力”"),),
    measures=(ONE, TWO, UNDER_TWO),
    outcomes=(OUTCOME,),
    agencies=(AgencyRecord(31, "市供电公司"),),
)


def as_read_anew(case: CaseRecord) -> CaseRecord:
    """The same reading as a machine gives it, which knows no row: ids count down within each list."""
    ids = {m.id: -n for n, m in enumerate(case.measures, 1)}
    return replace(
        case,
        id=-1,
        measures=tuple(replace(m, id=ids[m.id], parent=ids.get(m.parent)) for m in case.measures),
        outcomes=tuple(replace(o, id=-n, measure=ids.get(o.measure)) for n, o in enumerate(case.outcomes, 1)),
        agencies=tuple(replace(a, id=-n, measure=ids.get(a.measure)) for n, a in enumerate(case.agencies, 1)),
    )


def merged(new: CaseRecord, live: CaseRecord, last: CaseRecord = LAST):
    """What becomes of one case read before."""
    source = SourceRecord("汇编")
    readings = (Reading(source, (case,)) for case in (last, as_read_anew(new), live))
    (case,) = merge_document(*readings).cases
    return case


def said(merge) -> list[str]:
    return [str(clash) for clash in merge.clashes]


def test_the_same_reading_changes_nothing():
    merge = merged(LAST, LAST)
    assert merge.record == LAST
    assert not merge.is_changed
    assert said(merge) == []


@pytest.mark.parametrize(
    ("field", "values", "expected", "is_clash"),
    [
        ("year", (2020, 2021, 2020), 2021, False),  # staff left it: the new reading goes in
        ("year", (2020, 2020, 2019), 2019, False),  # staff changed it, the machine reads as before
        ("year", (2020, 2021, 2019), 2019, True),  # both changed it: staff's stays, and it is said
        ("year", (2020, 2019, 2019), 2019, False),  # the machine came round
        ("year", (2020, None, 2020), 2020, False),  # not found never erases
        ("year", (None, None, 2019), 2019, False),
        ("year", (None, 2021, None), 2021, False),
        ("year", (None, 2021, 2019), 2019, True),
        ("title", ("甲市办电", "甲市：办电更快", "甲市办电"), "甲市：办电更快", False),
        ("title", ("甲市办电", "甲市：办电更快", "甲市办电提速"), "甲市办电提速", True),
        ("lead", ("旧导语。", "新导语。", "旧导语。"), "新导语。", False),
        ("lead", ("旧导语。", "新导语。", "人写的导语。"), "人写的导语。", True),
        ("lead", ("旧导语。", "", "旧导语。"), "旧导语。", False),
    ],
)
def test_a_field_of_a_case(field, values, expected, is_clash):
    """Values: what the machine read last, what it reads now, what stands in the database."""
    last, new, live = (replace(LAST, **{field: value}) for value in values)
    merge = merged(new, live, last)
    assert getattr(merge.record, field) == expected
    assert bool(merge.clashes) == is_clash


def test_a_conflict_names_all_three_values():
    merge = merged(replace(LAST, year=2022), replace(LAST, year=2019))
    assert said(merge) == ["年份：识读由“2020”变为“2022”，人工改为“2019”，已保留人工所改"]


def test_a_lead_that_is_now_read_as_measures_does_not_stay_behind():
    was = replace(LAST, lead=f"{ONE.text}\n{TWO.text}", measures=(), outcomes=())
    merge = merged(replace(LAST, lead=""), was, was)
    assert merge.record.lead == ""
    assert [measure.heading for measure in merge.record.measures] == ["压减办电环节", "延伸投资界面", "扩大范围"]


class TestMeasures:
    def test_an_inserted_one_does_not_shift_staff_edits(self):
        live = replace(LAST, measures=(ONE, replace(TWO, heading="把红线外接电费用降为零"), UNDER_TWO))
        inserted = MeasureRecord(99, "二、", "推行不停电作业", "全年带电作业占比提高，用户几乎感觉不到停电。")
        new = replace(LAST, measures=(ONE, inserted, replace(TWO, label="三、"), UNDER_TWO))
        measures = merged(new, live).record.measures
        assert [(m.label, m.heading) for m in measures] == [
            ("一、", "压减办电环节"),
            ("二、", "推行不停电作业"),
            ("三、", "把红线外接电费用降为零"),
            ("（一）", "扩大范围"),
        ]
        assert [m.id for m in measures] == [11, -2, 12, 13]
        assert measures[3].parent == 12

    def test_one_that_staff_deleted_stays_deleted_and_its_child_moves_up(self):
        live = replace(LAST, measures=(ONE, replace(UNDER_TWO, parent=None)))
        merge = merged(LAST, live)
        assert [m.id for m in merge.record.measures] == [11, 13]
        assert merge.record.measures[1].parent is None
        assert [m.id for m in merge.reading.measures] == [11, 12, 13], "remembered, so that it stays deleted"

    def test_one_that_staff_added_stays_in_its_place(self):
        added = MeasureRecord(50, "", "人工补充的举措", "人工补充的正文。")
        merge = merged(LAST, replace(LAST, measures=(ONE, added, TWO, UNDER_TWO)))
        assert [m.id for m in merge.record.measures] == [11, 50, 12, 13]

    def test_an_order_that_staff_changed_stays(self):
        live = replace(LAST, measures=(TWO, UNDER_TWO, ONE))
        assert [m.id for m in merged(LAST, live).record.measures] == [12, 13, 11]

    def test_a_new_order_of_the_source_goes_in(self):
        new = replace(LAST, measures=(TWO, UNDER_TWO, ONE))
        assert [m.id for m in merged(new, LAST).record.measures] == [12, 13, 11]

    def test_one_no_longer_read_goes_unless_staff_changed_it(self):
        new = replace(LAST, measures=(TWO, UNDER_TWO))
        assert [m.id for m in merged(new, LAST).record.measures] == [12, 13]
        kept = merged(new, replace(LAST, measures=(replace(ONE, text="人改过的正文。"), TWO, UNDER_TWO)))
        assert [m.id for m in kept.record.measures] == [11, 12, 13]
        assert len(kept.clashes) == 1

    def test_none_read_at_all_erases_none(self):
        assert merged(replace(LAST, measures=(), outcomes=()), LAST).record.measures == LAST.measures

    def test_text_that_staff_corrected_stays_while_the_heading_follows_the_source(self):
        live = replace(LAST, measures=(replace(ONE, text="改正后的正文。"), TWO, UNDER_TWO))
        new = replace(LAST, measures=(replace(ONE, heading="压减办电的环节"), TWO, UNDER_TWO))
        measure = merged(new, live).record.measures[0]
        assert (measure.heading, measure.text) == ("压减办电的环节", "改正后的正文。")


class TestOutcomes:
    def test_a_figure_that_staff_corrected_stays(self):
        live = replace(LAST, outcomes=(replace(OUTCOME, after="10"),))
        merge = merged(LAST, live)
        assert merge.record.outcomes == live.outcomes
        assert merge.clashes == ()

    def test_figures_are_merged_as_one(self):
        """A machine's change of −60 % beside a staff figure of 10 would contradict it."""
        live = replace(LAST, outcomes=(replace(OUTCOME, after="10"),))
        new = replace(LAST, outcomes=(replace(OUTCOME, change_pct="-60"),))
        merge = merged(new, live)
        assert merge.record.outcomes == live.outcomes
        assert said(merge) == [
            (
                "成效：“办电时间由30天压减到12天”的数字：识读由“30 12 天 down”变为“30 12 天 -60 down”，"
                "人工改为“30 10 天 down”，已保留人工所改"
            )
        ]

    def test_better_figures_replace_what_nobody_touched(self):
        new = replace(LAST, outcomes=(replace(OUTCOME, before=None, after=None, change_pct="-60"),))
        outcome = merged(new, LAST).record.outcomes[0]
        assert (outcome.before, outcome.after, outcome.change_pct) == (None, None, "-60")

    def test_it_stays_with_the_case_when_its_measure_is_gone(self):
        live = replace(LAST, measures=(TWO, UNDER_TWO), outcomes=(replace(OUTCOME, measure=None),))
        assert merged(LAST, live).record.outcomes[0].measure is None

    def test_deleted_and_added_ones(self):
        added = OutcomeRecord(60, "惠及企业500家", "企业", after="500", unit="家")
        assert merged(LAST, replace(LAST, outcomes=(added,))).record.outcomes == (added,)


class TestRegions:
    @pytest.mark.parametrize(
        ("new", "live", "expected", "is_clash"),
        [
            (["430200"], ["430100"], ["430200"], False),
            (["430100"], ["430200"], ["430200"], False),
            (["110000"], ["430200"], ["430200"], True),
            ([], ["430100"], ["430100"], False),
            (["430100", "430200"], ["430100"], ["430100", "430200"], False),
            (["430100"], ["430100", "430200"], ["430100", "430200"], False),
            (["430100"], ["430200", "430100"], ["430200", "430100"], False),
        ],
    )
    def test_main_region_and_others(self, new, live, expected, is_clash):
        """The machine read 长沙 (430100) last; the first of each list is the main one."""
        cases = (
            replace(LAST, regions=tuple(RegionRecord(c, n == 0) for n, c in enumerate(codes))) for codes in (new, live)
        )
        merge = merged(*cases, last=replace(LAST, regions=(RegionRecord("430100", True),)))
        assert [region.code for region in merge.record.regions] == expected
        assert [region.main for region in merge.record.regions] == [n == 0 for n in range(len(expected))]
        assert bool(merge.clashes) == is_clash


def test_indicators_and_agencies_keep_what_staff_did():
    credit, land = IndicatorRecord("getting-credit"), IndicatorRecord("registering-property")
    live = replace(LAST, indicators=(land,), agencies=(AgencyRecord(70, "市发展改革委"),))
    new = replace(LAST, indicators=(*LAST.indicators, credit))
    record = merged(new, live).record
    assert {item.slug for item in record.indicators} == {"registering-property", "getting-credit"}
    assert [agency.name for agency in record.agencies] == ["市发展改革委"]


class TestDocument:
    POWER, TAX, LAND = (
        CaseRecord(n, str(n), title, lead=lead)
        for n, title, lead in (
            (1, "甲市：办电更快", "甲市供电公司压减办电环节，企业线上申请，不再跑营业厅。"),
            (2, "乙县：纳税更便利", "乙县税务局推行非接触式办税，九成事项网上办结。"),
            (3, "丙区：登记财产一窗受理", "丙区不动产登记中心把登记、交易、缴税并到一个窗口。"),
        )
    )

    def merge(self, last, new, live=None):
        source = SourceRecord("汇编")
        anew = tuple(replace(case, id=-n, key=str(n)) for n, case in enumerate(new, 1))
        return merge_document(
            Reading(source, tuple(last)), Reading(source, anew), Reading(source, tuple(last if live is None else live))
        ).cases

    def test_an_inserted_case_shifts_none(self):
        cases = self.merge([self.POWER, self.LAND], [self.TAX, self.POWER, self.LAND])
        assert [(c.live and c.live.id, c.record.title, c.record.key) for c in cases] == [
            (None, "乙县：纳税更便利", "1"),
            (1, "甲市：办电更快", "2"),
            (3, "丙区：登记财产一窗受理", "3"),
        ]

    def test_a_case_that_vanished_is_marked_and_comes_back(self):
        kept, gone = self.merge([self.POWER, self.TAX], [self.TAX])
        assert (kept.record.id, kept.record.vanished) == (2, False)
        assert (gone.record.id, gone.record.vanished, gone.is_changed) == (1, True, True)
        again = self.merge([kept.reading, gone.reading], [self.POWER, self.TAX], [kept.record, gone.record])
        assert [(c.record.id, c.record.vanished) for c in again] == [(1, False), (2, False)]

    def test_a_mark_that_staff_set_or_took_off_stays_until_the_case_goes_or_comes_back(self):
        power = replace(self.POWER, vanished=True)
        (marked,) = self.merge([self.POWER], [self.POWER], live=[power])
        assert marked.record.vanished
        (gone,) = self.merge([self.POWER], [])
        taken_off = replace(gone.record, vanished=False)
        (still,) = self.merge([gone.reading], [], live=[taken_off])
        assert (still.record.vanished, still.is_changed) == (False, False)
        (back,) = self.merge([still.reading], [self.POWER], live=[power])
        assert not back.record.vanished

    def test_a_case_that_staff_deleted_stays_deleted(self):
        cases = self.merge([self.POWER, self.TAX], [self.POWER, self.TAX], live=[self.POWER])
        assert [c.record and c.record.id for c in cases] == [1, None]

    def test_a_case_of_staffs_own_is_left_alone(self):
        own = CaseRecord(9, "own", "人工录入的案例")
        assert [c.record.id for c in self.merge([self.POWER], [self.POWER], live=[self.POWER, own])] == [1]

    def test_the_source_is_merged_too(self):
        last, new = SourceRecord("汇编", published_on="2021-12-01"), SourceRecord("汇编（一）", kind="notice")
        live = replace(last, title="每周汇编")
        merge = merge_document(Reading(last), Reading(new), Reading(live))
        assert merge.source == SourceRecord("每周汇编", kind="notice", published_on="2021-12-01")
        assert len(merge.source_clashes) == 1

    def test_a_rewritten_case_is_known_by_its_place_but_a_stranger_is_not(self):
        half = "甲市供电公司压减办电环节，企业线上申请，"
        rewritten = replace(
            self.POWER, title="电力服务再提速", lead=f"{half}另外，今年还推出了上门服务、容缺受理和分期付款等做法。"
        )
        assert match_cases([self.POWER], [rewritten]) == {0: 0}
        assert match_cases([self.POWER], [replace(self.TAX, key="1")]) == {}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (["甲甲甲甲", "乙乙乙乙"], ["乙乙乙乙", "甲甲甲甲"], {0: 1, 1: 0}),
        (["同一段文字", "同一段文字"], ["同一段文字", "同一段文字"], {0: 0, 1: 1}),
        (["推行容缺受理制度"], ["全面推行容缺受理制度"], {0: 0}),
        (["推行容缺受理制度"], ["建设智慧口岸平台"], {}),
        ([], ["推行容缺受理制度"], {}),
    ],
)
def test_matching(old, new, expected):
    def records(texts):
        return [MeasureRecord(n, text=text) for n, text in enumerate(texts)]

    assert match(records(old), records(new)) == expected


def test_a_reading_survives_its_storage():
    reading = Reading(SourceRecord("汇编", published_on="2021-12-01"), (replace(LAST, spans=((0, 5), (9, 12))),))
    assert Reading.from_json(reading.to_json()) == reading
    assert Reading.from_json({}) is None
