"""The same case met in two documents, or twice in one."""

from functools import cache

import pytest

from catalogue.models import CaseFingerprint, CaseStudy, Finding
from catalogue.repeats import promote
from catalogue.search import find
from catalogue.search.query import CaseQuery
from ingest.load import DocumentReport, load_document, vocabulary
from ingest.pipeline import Reader
from ingest.vocabulary import Vocabulary

pytestmark = pytest.mark.django_db

POWER = """湖南省株洲市优化获得电力服务

2021年，株洲市把办电作为优化营商环境的重点，推出一批新做法。

一、压减办电环节
低压办电由5个环节压减到2个环节，企业线上提交一次申请即可。

二、延伸投资界面
红线外的接电工程由供电公司投资建设，全年为3600户企业节省投资1.2亿元。
"""
ELSEWHERE = f"""优化营商环境工作简报

第7期

{POWER}"""
MISREAD = (
    POWER.replace("作为", "作爲").replace("压减", "庄减").replace("，推出", "推出").replace("优化获得", "优 化获得")
)
NEXT_YEAR = POWER.translate(str.maketrans({"1": "2", "5": "4", "3": "7", "2": "9"})).replace("9091", "2022")
TAX = """湖南省株洲市推行非接触式办税

2021年，株洲市税务局推行非接触式办税，让纳税人在家就能办事。

一、网上办理
九成以上的涉税事项网上办结，平均办理时间压减到30分钟。
"""


@cache
def reader(known: Vocabulary) -> Reader:
    return Reader(known)


@pytest.fixture
def ingest(reference):
    def run(file: str, text: str, version: str = "1", **options) -> DocumentReport:
        return load_document(reader(vocabulary()).read(file, text.encode()), version, **options)

    return run


def case_of(file: str) -> CaseStudy:
    return CaseStudy.objects.get(source__file=file)


@pytest.fixture
def pair(ingest) -> tuple[CaseStudy, CaseStudy]:
    """A case and its repeat in a second document."""
    ingest("一.txt", POWER)
    ingest("二.txt", MISREAD)
    return case_of("一.txt"), case_of("二.txt")


def links(*files: str) -> list[int | None]:
    return [case_of(file).repeat_of_id for file in files]


def open_codes(case: CaseStudy) -> dict[str, str]:
    return {
        finding.code: finding.severity for finding in case.findings.filter(resolved=False, code__startswith="repeat")
    }


@pytest.mark.parametrize("text", [POWER, MISREAD, ELSEWHERE, POWER[: POWER.index("二、")] + "二、延伸投资界面\n"])
def test_a_case_met_again_is_linked_and_not_shown_twice(ingest, text):
    assert ingest("一.txt", POWER).cases == {"new": 1}
    report = ingest("二.txt", f"{text}\n")
    assert report.cases == {"repeat": 1}
    first, second = case_of("一.txt"), case_of("二.txt")
    assert second.repeat_of == first
    assert first.repeat_of is None
    assert first in CaseStudy.objects.published()
    assert second not in CaseStudy.objects.published()
    assert second in CaseStudy.objects.printed()
    assert "repeat" in report.findings
    finding = second.findings.get(code="repeat")
    assert first.title in finding.message
    assert first.source.title in finding.message
    assert find(CaseQuery(q='株洲 "延伸投资界面"')).ids == (first.pk,)
    assert find(CaseQuery(sources=(second.source_id,))).ids == (first.pk,), "it is printed there too"


@pytest.mark.parametrize(
    "text",
    [
        NEXT_YEAR,
        POWER.replace("株洲", "湘潭"),  # another city in the very same words
        TAX,
        POWER[: POWER.index("一、")],
    ],
    ids=["next year's report", "another city", "another case of the place", "a short notice of it"],
)
def test_what_is_no_repeat_is_published(ingest, text):
    ingest("一.txt", POWER)
    ingest("二.txt", text)
    assert set(CaseStudy.objects.filter(source__file="二.txt").values_list("repeat_of", flat=True)) <= {None}
    assert "repeat" not in open_codes(case_of("一.txt"))


@pytest.mark.parametrize(("one", "other", "expected"), [("株洲市", "株洲市天元区", True), ("株洲市", "湘潭市", False)])
def test_one_region_or_one_under_the_other(ingest, one, other, expected):
    """Nothing in the text but the title names the place."""
    text = POWER.replace("，株洲市把", "，当地把")
    ingest("一.txt", text.replace("株洲市", one))
    ingest("二.txt", text.replace("株洲市", other))
    assert (case_of("二.txt").repeat_of == case_of("一.txt")) is expected


def test_twice_in_one_document(ingest):
    text = f"典型案例汇编\n\n一、{POWER}\n二、{TAX}\n三、{POWER}"
    text = (
        text.replace("\n一、压减", "\n（一）压减")
        .replace("\n二、延伸", "\n（二）延伸")
        .replace("\n一、网上", "\n（一）网上")
    )
    report = ingest("一.txt", text)
    assert report.cases == {"new": 2, "repeat": 1}
    first, _, again = CaseStudy.objects.filter(source__file="一.txt").order_by("pk")
    assert again.repeat_of == first
    assert ingest("一.txt", text, version="2").cases == {"unchanged": 3}


def test_all_repeats_name_the_first(ingest, pair):
    ingest("三.txt", ELSEWHERE)
    assert case_of("三.txt").repeat_of == pair[0]
    assert pair[0].repeats.count() == 2


def test_a_second_reading_changes_nothing(ingest, pair):
    before = list(CaseStudy.objects.order_by("pk").values_list("pk", "repeat_of", "updated_at"))
    prints = set(CaseFingerprint.objects.values_list("pk", "case", "value"))
    for file, text in (("一.txt", POWER), ("二.txt", MISREAD)):
        assert ingest(file, text, version="2").cases == {"unchanged": 1}
    assert list(CaseStudy.objects.order_by("pk").values_list("pk", "repeat_of", "updated_at")) == before
    assert set(CaseFingerprint.objects.values_list("pk", "case", "value")) == prints
    assert open_codes(pair[1]) == {"repeat": "info"}


class TestStaff:
    """What they decide stays."""

    def test_undo_a_link(self, ingest, pair):
        _, second = pair
        second.repeat_of = None
        second.save()
        assert find(CaseQuery(q='株洲 "延伸投资界面"')).total == 2
        for version in "23":
            ingest("二.txt", MISREAD, version=version)
            second.refresh_from_db()
            assert second.repeat_of is None
            assert open_codes(second) == {}
        assert find(CaseQuery(sources=(second.source_id,))).ids == (second.pk,)

    def test_link_by_hand(self, ingest):
        ingest("一.txt", POWER)
        ingest("二.txt", TAX)
        second = case_of("二.txt")
        second.repeat_of = case_of("一.txt")
        second.save()
        ingest("二.txt", TAX, version="2")
        second.refresh_from_db()
        assert second.repeat_of == case_of("一.txt")
        assert open_codes(second) == {}

    def test_edits_in_the_first_hide_no_repeat(self, ingest):
        """The machine takes the place wrongly again, where an editor has put it right in the first."""
        ingest("一.txt", POWER)
        first = case_of("一.txt")
        first.title = "株洲办电"
        first.save()
        first.measures.all().delete()
        first.case_regions.all().delete()
        first.case_regions.create(region_id="110000", is_main=True)
        ingest("二.txt", POWER + "\n")
        assert case_of("二.txt").repeat_of == first

    def test_the_other_way_round(self, ingest, pair):
        ingest("三.txt", ELSEWHERE)
        first, second = pair
        promote(second)
        assert links("一.txt", "二.txt", "三.txt") == [second.pk, None, second.pk]
        for file, text in (("一.txt", POWER), ("二.txt", MISREAD), ("三.txt", ELSEWHERE)):
            ingest(file, text, version="2")
        assert links("一.txt", "二.txt", "三.txt") == [second.pk, None, second.pk]
        assert find(CaseQuery(sources=(first.source_id,))).ids == (second.pk,)
        promote(case_of("三.txt"))
        ingest("二.txt", MISREAD, version="3")
        assert open_codes(second) == {"repeat": "info"}, "also of one that came later"

    def test_a_repeat_of_a_repeat_is_one_of_the_first(self, ingest, pair):
        ingest("三.txt", TAX)
        third = case_of("三.txt")
        third.repeat_of = pair[1]
        third.save()
        assert case_of("三.txt").repeat_of == pair[0]

    def test_an_editor_sees_what_was_met_as_a_draft_only(self, ingest):
        ingest("一.txt", POWER, draft=True)
        ingest("二.txt", MISREAD)
        second = case_of("二.txt")
        assert second.repeat_of == case_of("一.txt")
        assert open_codes(second) == {"repeat": "warning"}

    def test_an_editor_sees_that_the_repeat_is_the_fuller_one(self, ingest):
        ingest("一.txt", POWER[: POWER.index("二、延伸")])
        ingest("二.txt", POWER)
        assert case_of("二.txt").repeat_of is not None
        assert open_codes(case_of("二.txt")) == {"repeat": "warning"}


class TestWhenTheFirstGoes:
    def test_deleted_a_repeat_takes_its_place(self, ingest, pair):
        ingest("三.txt", ELSEWHERE)
        pair[0].delete()
        second, third = case_of("二.txt"), case_of("三.txt")
        assert (second.repeat_of, third.repeat_of) == (None, second)
        assert "repeat-promoted" in open_codes(second)
        assert find(CaseQuery(q='株洲 "延伸投资界面"')).ids == (second.pk,)
        for file, text in (("一.txt", POWER), ("二.txt", MISREAD), ("三.txt", ELSEWHERE)):
            ingest(file, text, version="2")
        assert not CaseStudy.objects.filter(source__file="一.txt").exists()
        assert (case_of("二.txt").repeat_of, case_of("三.txt").repeat_of) == (None, second)
        assert "repeat-promoted" in open_codes(second)

    def test_deleted_together_with_the_next_one(self, ingest, pair):
        for file in ("三.txt", "四.txt"):
            ingest(file, ELSEWHERE + "\n" * len(file) + file)
        CaseStudy.objects.filter(pk__in=[case.pk for case in pair]).delete()
        assert (case_of("三.txt").repeat_of, case_of("四.txt").repeat_of) == (None, case_of("三.txt"))

    def test_withdrawn_no_copy_comes_up(self, ingest, pair):
        first, second = pair
        first.state = CaseStudy.State.WITHDRAWN
        first.save()
        assert find(CaseQuery(q='株洲 "延伸投资界面"')).total == 0
        assert second not in CaseStudy.objects.printed()
        ingest("二.txt", MISREAD, version="2")
        assert open_codes(second) == {"repeat": "warning", "repeat-withdrawn": "warning"}
        ingest("三.txt", ELSEWHERE)
        assert find(CaseQuery(q='株洲 "延伸投资界面"')).total == 0
        first.state = CaseStudy.State.PUBLISHED
        first.save()
        assert "repeat-withdrawn" not in open_codes(second)
        first.state = CaseStudy.State.WITHDRAWN
        first.save()
        first.delete()
        assert case_of("二.txt").state == CaseStudy.State.DRAFT, "an editor decides"

    def test_vanished_it_stays(self, ingest, pair):
        """It is still shown, flagged as before; and is the same case when it comes back."""
        ingest("一.txt", f"{TAX}\n\n{POWER[-30:]}")
        assert case_of("二.txt").repeat_of_id == pair[0].pk


class TestTextsThatChange:
    def test_what_becomes_a_repeat_later_is_told_and_not_hidden(self, ingest):
        ingest("一.txt", POWER)
        early = (
            POWER.replace("把办电作为优化营商环境的重点", "有许多想法").replace("1.2亿", "2.5亿").replace("5个", "9个")
        )
        ingest("二.txt", early.replace("3600", "88"))
        second = case_of("二.txt")
        assert second.repeat_of is None
        for version in "12":
            ingest("二.txt", POWER + "\n", version=version)
            second.refresh_from_db()
            assert second.repeat_of is None
            assert open_codes(second) == {"repeat-found": "warning"}

    def test_what_is_one_no_longer_is_told_and_stays_linked(self, ingest, pair):
        for version in "12":
            ingest("二.txt", NEXT_YEAR, version=version)
            assert case_of("二.txt").repeat_of == pair[0]
            assert "repeat-differs" in open_codes(pair[1])


def test_the_first_is_the_one_that_came_first(ingest):
    for number, (file, text) in enumerate((("乙.txt", ELSEWHERE), ("甲.txt", POWER), ("丙.txt", MISREAD))):
        ingest(file, text)
        assert Finding.objects.filter(code="repeat").count() == number
    assert case_of("甲.txt").repeat_of == case_of("丙.txt").repeat_of == case_of("乙.txt")
