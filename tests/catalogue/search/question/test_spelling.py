"""What was meant by a slip, by pinyin or by initials."""

import pytest

from catalogue.search.question.spelling import Spelling, without_tones

SPELLING = Spelling(["获得电力", "跨境贸易", "长沙", "长沙市", "办电", "知识产权"])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("获得电刀", ["获得电力"]),  # one wrong
        ("获电力", ["获得电力"]),  # one missing
        ("获得了电力", ["获得电力"]),  # one too many
        ("跨贸境易", ["跨境贸易"]),  # two changed for one another
        ("获得电力", []),
        ("获取电量", []),  # two wrong
        ("办点", []),  # of two, one wrong leaves too little
    ],
)
def test_one_slip(typed, meant):
    assert SPELLING.one_slip_from(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"), [("跨镜贸易", ["跨境贸易"]), ("货的电力", ["获得电力"]), ("办店", ["办电"]), ("长沙", [])]
)
def test_the_same_sound(typed, meant):
    assert SPELLING.sounding_like(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("办申", ["办电"]),  # looks like it
        ("常沙", ["长沙"]),  # 长 is read chang, too
        ("长纱市", ["长沙市"]),
        ("跨境贺易", ["跨境贸易"]),
        ("办税", []),  # neither looks nor sounds like it
        ("常纱", []),  # two wrong
        ("办电", []),
    ],
)
def test_one_character_that_is_easily_confused(typed, meant):
    assert SPELLING.taken_for(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("huodedianli", ["获得电力"]), ("hddl", ["获得电力"]), ("changsha", ["长沙"]), ("cs", []), ("quantum", [])],
)
def test_pinyin_and_initials(typed, meant):
    assert SPELLING.read(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("changshahuodedianli", ["长沙", "获得电力"]),
        ("changshashibandian", ["长沙市", "办电"]),
        ("changshaxyz", []),
        ("", []),
    ],
)
def test_pinyin_of_several_words(typed, meant):
    assert SPELLING.read_in_a_row(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("huode电力", ["获得电力"]),
        ("hd电力", ["获得电力"]),
        ("获得dianli", ["获得电力"]),
        ("zs产quan", ["知识产权"]),
        ("xx电力", []),
    ],
)
def test_half_in_characters(typed, meant):
    assert list(SPELLING.mixed(typed)) == meant


def test_tones_are_left_out():
    assert without_tones("huòdé diànlì") == "huode dianli"
