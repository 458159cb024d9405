"""Marks stand on what the reader asked for, never off by one."""

import random
from itertools import pairwise

import pytest

from catalogue.search.marks import PASSAGE_LENGTH, CaseText, best_passage, marks
from catalogue.search.question.terms import Term, Way, Word
from catalogue.search.text.analyser import Analyser
from catalogue.search.text.borders import Borders
from catalogue.search.text.fold import fold
from catalogue.search.text.lexicon import lexicon


@pytest.fixture(scope="module")
def borders(tmp_path_factory) -> Borders:
    return Analyser(lexicon(), tmp_path_factory.mktemp("jieba")).borders


def marked(text: str, *wanted: Term) -> list[str]:
    return [text[mark.start : mark.end] for mark in marks(text, wanted)]


@pytest.mark.parametrize(
    ("text", "term", "found"),
    [
        ("优化营商环境永远在路上", Term("营商环境"), ["营商环境"]),
        ("優化營商環境", Term("营商环境"), ["營商環境"]),
        ("推广ＡＰＰ办理，app普及", Term("app"), ["ＡＰＰ", "app"]),
        ("营商\n环境", Term("营商环境"), ["营商\n环境"]),
        ("压减至52—56个工作日", Term("52-56个"), ["52—56个"]),
        ("长沙市获得电力", Term("长沙电力", (Word("长沙"), Word("电力"))), ["长沙", "电力"]),
        ("长沙电力，电力", Term("长沙电力", (Word("长沙"), Word("电力"))), ["长沙电力"]),  # the whole, so not its words
        ("业扩报装快", Term("办电", (Word("办电", (Way("业扩报装", 0.5),)),)), ["业扩报装"]),
        ("哈哈哈", Term("哈哈"), ["哈哈"]),
        ("办理", Term("电力"), []),
        ("", Term("电力"), []),
    ],
)
def test_marks(text, term, found):
    assert marked(text, term) == found


def test_marks_of_several_terms_that_touch_become_one():
    assert marked("企业开办便利", Term("企业"), Term("开办"), Term("业开")) == ["企业开办"]


def test_marks_are_exact_on_any_text():
    """Whatever is marked folds to what was looked for, and as often as it stands there."""
    rng = random.Random(7)
    characters = "营商環境电力ＡＢ12％…①\n \u3000\u200b“”，。—"
    for _ in range(500):
        text = "".join(rng.choices(characters, k=40))
        start = rng.randrange(38)
        needle = fold(text[start : start + rng.randint(1, 5)])
        if not needle:
            continue
        found = marks(text, [Term(needle)])
        assert found
        assert all(fold(text[mark.start : mark.end]).replace(needle, "") in needle for mark in found)
        assert all(before.end < after.start for before, after in pairwise(found))


def test_the_passage_is_the_sentence_with_most_of_what_was_asked_for():
    lead = CaseText("我市重视电力。办理环节不变。", None)
    measure = CaseText("一是减少环节。二是电力接入的办理环节由4个压减到2个。三是降费。", 17, "（一）减环节")
    passage = best_passage([lead, measure], [Term("电力"), Term("环节")])
    assert passage is not None
    assert passage.text == "二是电力接入的办理环节由4个压减到2个。"
    assert passage.measure_id == 17
    assert [passage.text[mark.start : mark.end] for mark in passage.marks] == ["电力", "环节"]
    assert [passage.heading[mark.start : mark.end] for mark in passage.heading_marks] == ["环节"]


def test_a_passage_of_a_long_sentence_begins_and_ends_with_clauses():
    before, after = "逐项梳理各部门的审批事项和材料清单，" * 4, "同步公布办理结果并接受企业和群众的监督，" * 8
    text = f"{before}把接电时间由1,250小时压减到800小时，{after}。"
    passage = best_passage([CaseText(text)], [Term("接电时间")])
    assert passage is not None
    assert passage.text.startswith("逐项梳理")
    assert passage.text.endswith("监督，")
    assert "把接电时间由1,250小时压减到800小时，" in passage.text
    assert len(passage.text) <= PASSAGE_LENGTH


def test_the_passage_is_looked_for_in_the_whole_case():
    texts = [CaseText("电力先行。" * 3), CaseText("别的事。"), CaseText("办电的时间减半，电力稳定。", 4)]
    terms = [Term("电力", (Word("电力"),)), Term("时间", (Word("时间"),))]
    passage = best_passage(texts, terms)
    assert passage is not None
    assert passage.text == "办电的时间减半，电力稳定。"


def test_a_place_or_year_says_less_than_what_is_done():
    text = CaseText("长沙市2021年的做法。业扩报装减至两个环节。")
    words = (
        Word("长沙", places=("430100",)),
        Word("2021年", years=(2021, 2021)),
        Word("办电", (Way("业扩报装", 0.4),)),
    )
    passage = best_passage([text], [Term("长沙2021年办电", words)])
    assert passage is not None
    assert "业扩报装" in passage.text


WAYS = (Way("水电气", 0.2), Way("业扩报装", 0.4))


@pytest.mark.parametrize(
    ("texts", "shown"),
    [
        # the word asked for before any number of others
        (["水电气、业扩报装，水电气和业扩报装，水电气。", "以降低办电成本。"], "以降低办电成本。"),
        # what means the same before what is of the same kind, however often that stands
        (["水电气一次办，水电气联办，水电气过户。", "压减业扩报装环节。"], "压减业扩报装环节。"),
        # the word that is meant before one that two others make by chance, and before that another way to say it
        (["申办电子营业执照，申办电子证照。", "以降低办电成本。"], "以降低办电成本。"),
        (["申办电子营业执照，申办电子证照。", "压减业扩报装环节。"], "压减业扩报装环节。"),
    ],
)
def test_the_passage_prints_the_word_that_was_asked_for(texts, shown, borders):
    term = Term("办电", (Word("办电", WAYS, known=True),))
    passage = best_passage([CaseText(text, at) for at, text in enumerate(texts)], [term], borders)
    assert passage is not None
    assert passage.text == shown


@pytest.mark.parametrize(
    ("text", "marked_there"),
    [
        ("申办电子营业执照。", ["办电"]),  # asked for: marked wherever it stands
        ("打通关键环节，优化报关。", ["报关"]),  # 通关 is another way to say it, which does not stand here
    ],
)
def test_other_ways_are_not_marked_where_two_words_make_them(text, marked_there, borders):
    terms = [
        Term("办电", (Word("办电", WAYS, known=True),)),
        Term("清关", (Word("清关", (Way("通关", 0.4), Way("报关", 0.4)), known=True),)),
    ]
    passage = best_passage([CaseText(text)], terms, borders)
    assert passage is not None
    assert [passage.text[mark.start : mark.end] for mark in passage.marks] == marked_there


def test_a_measure_that_is_all_heading_is_shown_by_it():
    passage = best_passage([CaseText("", 5, "一、推行联合验收")], [Term("联合验收")])
    assert passage is not None
    assert (passage.text, passage.measure_id, passage.heading) == ("", 5, "一、推行联合验收")
    assert [passage.heading[mark.start : mark.end] for mark in passage.heading_marks] == ["联合验收"]


def test_a_long_sentence_is_cut_around_its_marks():
    text = "甲" * 300 + "电力" + "乙" * 300
    passage = best_passage([CaseText(text, None)], [Term("电力")])
    assert passage is not None
    assert len(passage.text) == PASSAGE_LENGTH
    assert [passage.text[mark.start : mark.end] for mark in passage.marks] == ["电力"]


def test_a_passage_without_the_blanks_around_it_is_marked_right():
    passage = best_passage([CaseText("　　第一句。\n　　供电  可靠。\n", None)], [Term("可靠")])
    assert passage is not None
    assert passage.text == "供电  可靠。"
    assert [passage.text[mark.start : mark.end] for mark in passage.marks] == ["可靠"]


def test_no_passage_where_the_text_does_not_hold_it():
    assert best_passage([CaseText("别的事。", None)], [Term("湖南省")]) is None
