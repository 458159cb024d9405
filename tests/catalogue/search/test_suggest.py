"""What is suggested to those who are typing."""

from __future__ import annotations

import random

import pytest

from catalogue.filters import CaseFilter
from catalogue.models import CaseStudy, Indicator, Measure, Region
from catalogue.search import find
from catalogue.search.index.follower import follower
from catalogue.search.query import CaseQuery
from catalogue.search.suggest import Entry, Kind, suggest
from catalogue.search.text.fold import fold
from catalogue.search.text.readings import (
    say_little,
    spelled,
    spellings,
    split_reading,
    syllable_ends,
    syllables,
    syllables_of,
)

pytestmark = pytest.mark.usefixtures("in_step")

LONGEST_SHOWN = 10


@pytest.fixture
def in_step(catalogue_db) -> None:
    """What an earlier test wrote was rolled back a moment ago: look at the change log now."""
    follower().searcher(look_now=True)


def named(entry: Entry) -> str:
    """An entry in a word: what it is and what it is called."""
    return f"{entry.kind.value}:{entry.label}" + (f"（{entry.alias}）" if entry.alias else "")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        # indicators: as written, Traditional, full width, in pinyin, by initials, mixed, by jargon, in English
        ("获得电", "indicator:获得电力"),
        ("獲得電力", "indicator:获得电力"),
        ("huodedianli", "indicator:获得电力"),
        ("huodedianl", "indicator:获得电力"),
        ("huo de dian li", "indicator:获得电力"),
        ("hddl", "indicator:获得电力"),
        ("ＨＤＤＬ", "indicator:获得电力"),
        ("获得dianli", "indicator:获得电力"),
        ("huode电", "indicator:获得电力"),
        ("hd电力", "indicator:获得电力"),
        ("电力", "indicator:获得电力"),
        ("dianli", "indicator:获得电力"),
        ("办电", "indicator:获得电力（办电）"),
        ("bandian", "indicator:获得电力（办电）"),
        ("getting el", "indicator:获得电力（Getting Electricity）"),
        ("kjmy", "indicator:跨境贸易"),
        ("kuajing", "indicator:跨境贸易"),
        ("一件事", "indicator:政务服务（一件事）"),
        ("12345", "indicator:政务服务（12345热线）"),
        # places
        ("长沙", "region:长沙市"),
        ("長沙", "region:长沙市"),
        ("changsha", "region:长沙市"),
        ("changs", "region:长沙市"),
        ("chang'sha", "region:长沙市"),
        ("cs", "region:长沙市"),
        ("长sha", "region:长沙市"),
        ("changzhi", "region:长治市"),
        ("chongqing", "region:重庆市"),
        ("湘", "region:湖南省（湘）"),
        ("hn", "region:湖南省"),
        ("txq", "region:天心区"),
        ("黔东南", "region:黔东南苗族侗族自治州"),
        ("广州南沙", "region:南沙区（广州南沙）"),
        # measures
        ("压减业", "measure:压减业扩报装环节时间"),
        ("yajianyekuo", "measure:压减业扩报装环节时间"),
        ("压减yek", "measure:压减业扩报装环节时间"),
        ("配电网", "measure:加快配电网工程建设"),
        ("电网工程建设审", "measure:优化电网工程建设审批"),
        # cases
        ("南沙区深化", "case:广东省广州市：南沙区深化政府采购制度改革 助推政府采购营商环境再上新台阶"),
        ("南沙 采购", "case:广东省广州市：南沙区深化政府采购制度改革 助推政府采购营商环境再上新台阶"),
        ("qudashenhua", None),
        ("数智纾困", None),
        ("天心区打", "case:天心区打造营商环境首善之区"),
        ("tianxinqudazao", "case:天心区打造营商环境首善之区"),
        ("txqdz", "case:天心区打造营商环境首善之区"),
        ("xiu", "measure:修订废止各类政策措施文件81件"),
        # what the catalogue does not hold, and what says nothing
        ("上海", None),
        ("沪", None),
        ("量子计算机", None),
        ("zzzzzz", None),
        ("", None),
        ("　", None),
        ("?", None),
    ],
)
def test_first(typed: str, first: str | None):
    found = suggest(typed)
    assert (named(found[0]) if found else None) == first


def test_each_is_shown_once_by_kind_and_no_more_than_fit():
    for typed in ("服务", "企业", "优化", "政务", "h", "z", "服", "fuwu", "营商环境"):
        found = suggest(typed)
        assert 0 < len(found) <= LONGEST_SHOWN
        assert [entry.kind for entry in found] == sorted((entry.kind for entry in found), key=list(Kind).index)
        assert len({(entry.kind, entry.key) for entry in found}) == len(found)
        assert len({entry.label for entry in found if entry.kind == Kind.MEASURE}) == len(
            [entry for entry in found if entry.kind == Kind.MEASURE]
        )


def test_what_begins_so_goes_first():
    headings = [entry.label for entry in suggest("服务") if entry.kind == Kind.MEASURE]
    assert headings[0].startswith("服务")
    assert not headings[-1].startswith("服务")


def test_letters_that_say_little_are_looked_for_at_the_beginning_only():
    """Of 措施, 城市 and 产生 the initials cs stand in half of all titles; chang is 产 and 过, 常, 长."""
    for typed in ("cs", "chang"):
        assert all(not entry.alias for entry in suggest(typed))
        assert all(entry.marks[0].start == 0 for entry in suggest(typed) if entry.marks)


def test_an_entry_says_what_and_where_it_is():
    [place] = [entry for entry in suggest("南沙") if entry.kind == Kind.REGION]
    assert (place.key, place.context) == ("440115", "广东省 › 广州市 › 南沙区")
    [province] = [entry for entry in suggest("贵州省") if entry.kind == Kind.REGION]
    assert province.context == ""
    measure, *_others = suggest("压减业扩")
    case = CaseStudy.objects.get(pk=measure.case_id)
    assert measure.context == case.title
    assert case.measures.filter(pk=measure.key, heading=measure.label).exists()
    found = [entry for entry in suggest("天心区打造") if entry.kind == Kind.CASE]
    assert [entry.context for entry in found] == ["湖南省 › 长沙市 › 天心区 · 2020 年"]


@pytest.mark.parametrize(
    ("typed", "marked"),
    [
        ("电力", ["电力"]),
        ("dianl", ["电力"]),
        ("hddl", ["获得电力"]),
        ("電力", ["电力"]),
        ("南沙 采购", ["南沙", "采购"]),
        ("全生命周期“一", ["全生命周期“一"]),
    ],
)
def test_what_was_typed_is_marked_in_the_original(typed, marked):
    entry = suggest(typed)[0]
    assert [entry.label[mark.start : mark.end] for mark in entry.marks] == marked


def test_counts_are_those_of_the_list():
    fields = {Kind.INDICATOR: "indicator", Kind.REGION: "region"}
    for typed in ("h", "服务", "长", "g", "办", "zhengwu"):
        for entry in suggest(typed):
            if entry.kind in fields:
                query = CaseFilter({fields[entry.kind]: entry.key}).query()
                assert entry.count == find(query).total > 0


@pytest.mark.parametrize(
    "typed",
    ['"', "'", "''", "*", "(", "[", "\\", "^", "^长", "~", ":", "AND", "\x00", "\ud800", "\ufeff", "🙂", "a" * 999,
     "电" * 999, "' OR 1=1 --", "电 力 " * 50, "长\u200b沙", "ü", "lv", "e办", "１２", "%", "_", "xi'an'", "aeiou" * 9],
    ids=lambda typed: ascii(typed[:12]),
)  # fmt: skip
def test_anything_may_be_typed(typed):
    assert len(suggest(typed)) <= LONGEST_SHOWN


# --- only what is published -------------------------------------------------------------------------------------------


def offered(typed: str) -> set[str]:
    follower().searcher(look_now=True)
    return {named(entry) for entry in suggest(typed)}


def test_what_is_withdrawn_vanishes_and_comes_back():
    case = CaseStudy.objects.get(title="优化电力服务 提供强劲电力保障")
    own = {f"case:{case.title}", "measure:压减业扩报装环节时间"}
    assert own <= offered("优化电力") | offered("压减业扩")
    case.state = CaseStudy.State.WITHDRAWN
    case.save()
    assert not own & (offered("优化电力") | offered("压减业扩"))
    case.state = CaseStudy.State.PUBLISHED
    case.save()
    assert own <= offered("优化电力") | offered("压减业扩")


def test_a_region_or_indicator_is_offered_while_a_published_case_has_it():
    assert "region:黔东南苗族侗族自治州" in offered("黔东南")
    CaseStudy.objects.filter(regions="522600").first().delete()
    assert "region:黔东南苗族侗族自治州" not in offered("黔东南")


def test_an_edit_is_followed():
    measure = Measure.objects.get(heading="压减业扩报装环节时间")
    measure.heading = "麒麟办电"
    measure.save()
    assert "measure:麒麟办电" in offered("麒麟") & offered("qilin") & offered("qlbd")
    assert "measure:压减业扩报装环节时间" not in offered("压减业扩")


def test_letters_that_a_text_prints_are_found_anywhere_in_it():
    case = CaseStudy.objects.get(title="天心区打造营商环境首善之区")
    case.title = "打造AI政务"
    case.save()
    assert "case:打造AI政务" in offered("ai") & offered("AI政") & offered("AIzhengwu") & offered("aizw")


def test_a_new_name_is_known():
    Indicator.objects.filter(slug="getting-electricity").update(aliases=["麒麟电"])
    indicator = Indicator.objects.get(slug="getting-electricity")
    indicator.save()
    assert "indicator:获得电力（麒麟电）" in offered("麒麟")
    region = Region.objects.get(code="430100")
    region.aliases = [*region.aliases, "麒麟城"]
    region.save()
    assert "region:长沙市（麒麟城）" in offered("qilinc")


def test_titles_and_headings_are_found_by_runs_from_anywhere_in_them():
    """As written and in pinyin; the longer run is, the fewer others hold it too."""
    rng = random.Random(1)
    texts = list(CaseStudy.objects.published().values_list("title", flat=True))
    texts += Measure.objects.filter(case__in=CaseStudy.objects.published()).values_list("heading", flat=True)
    for text in rng.sample([fold(text) for text in texts if len(text) > 9], 60):
        start = rng.randrange(len(text) - 8)
        read = syllables_of(text, follower().analyser.cut(text))
        for typed in (text[start : start + 9], "".join(read[start : start + 9])):
            assert text in {fold(entry.label) for entry in suggest(typed)}, (typed, text)


# --- readings ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "text", "place"),
    [
        ("获得", "获得电力", (0, 2)),
        ("得电", "获得电力", (1, 3)),
        ("huode", "获得电力", (0, 2)),
        ("huod", "获得电力", (0, 2)),
        ("hddl", "获得电力", (0, 4)),
        ("hdedianl", "获得电力", (0, 4)),
        ("dianli", "获得电力", (2, 4)),
        ("获dedl", "获得电力", (0, 4)),
        ("e办", "e办通", (0, 2)),
        ("ebant", "e办通", (0, 3)),
        ("xian", "西安", (0, 2)),
        ("xian", "县城", (0, 1)),
        ("dianlik", "获得电力", None),
        ("力电", "获得电力", None),
        ("hd电l", "获得电力", (0, 4)),
    ],
)
def test_spelled(typed, text, place):
    assert spelled(typed, text, syllables(text)) == place


def test_spellings_hold_every_run_of_a_text():
    assert set(spellings("获得电力接入", ["获得电力", "接入"])) == {
        "^获", "^huo", "^h", "^hd",
        "huodedianli", "dedianli", "dianli", "li", "hddl",
        "jieru", "ru", "jr",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("reading", "name", "split"),
    [
        ("chongqing", "重庆", ("chong", "qing")),
        ("xian", "西安", ("xi", "an")),
        ("changzhi", "长治", ("chang", "zhi")),
        ("laoling", "乐陵", ()),  # read as no dictionary has it
    ],
)
def test_a_whole_reading_is_split_into_syllables(reading, name, split):
    assert split_reading(reading, name) == split


@pytest.mark.parametrize(
    ("letters", "little"),
    [("c", True), ("cs", True), ("chang", True), ("xian", True), ("zhuang", True), ("lv", True), ("csx", False),
     ("hddl", False), ("changs", False), ("banli", False), ("xianc", False), ("rcep", False)],
)  # fmt: skip
def test_a_syllable_or_two_initials_say_little(letters, little):
    assert say_little(letters) == little


@pytest.mark.parametrize(
    ("letters", "ends"),
    [
        ("changsha", [3, 4, 5, 8]),  # cha, chan, chang; sha
        ("xian", [2, 3, 4]),
        ("huod", [2, 3]),
        ("hddl", []),
        ("rcep", []),
        ("sh", []),
    ],
)
def test_where_syllables_end(letters, ends):
    assert syllable_ends(letters) == ends


def test_nothing_is_suggested_for_an_open_question():
    assert suggest("") == ()
    assert find(CaseQuery()).total > 0
