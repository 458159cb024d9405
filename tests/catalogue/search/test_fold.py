"""Folding: one spelling for all, and the way back."""

import random

import pytest

from catalogue.search.text.fold import FoldedText, fold


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("ＡＰＰ１２３％", "app123%"),  # full width
        ("優化營商環境", "优化营商环境"),  # Traditional
        ("营 商\u3000环\n境\u200b", "营商环境"),  # blanks and zero-width
        ("52—56个工作日", "52-56个工作日"),
        ("52–56", "52-56"),
        ("“一件事”", '"一件事"'),
        ("「一件事」", '"一件事"'),
        ("稳步…推进", "稳步...推进"),  # one character becomes three
        ("①㎡", "1m2"),
        ("⻓沙⺠生", "长沙民生"),  # radicals from PDF files
        ("电\x00力\ud800", "电力"),
        ("开办、注销。", "开办,注销."),
        ("", ""),
    ],
)
def test_one_spelling(printed, folded):
    assert fold(printed) == folded


def test_any_run_folds_to_a_run_of_the_folded_text():
    text = "（一）優化…「乾坤」 52—56個工作日，ＡＰＰ①㎡ 长沙\u200b市\n“證照分離”"
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            assert fold(text[start:end]) in fold(text)


@pytest.mark.parametrize(
    ("original", "needle", "found"),
    [
        ("优化 营商\n环境", "营商环境", "营商\n环境"),
        ("稳步……推进改革", "推进", "推进"),
        ("稳步……推进改革", "...推", "…推"),
        ("ＡＰＰ　办理", "app办", "ＡＰＰ　办"),
        ("全市優化營商環境", "营商", "營商"),
        ("\u200b\u200b电力", "电力", "电力"),
    ],
)
def test_offsets_lead_back_to_the_original(original, needle, found):
    folded = FoldedText(original)
    at = folded.text.index(needle)
    start, end = folded.original_range(at, at + len(needle))
    assert original[start:end] == found


@pytest.mark.parametrize(
    ("original", "folded", "found"),
    [
        ("企业开办，企业注销", "企业", ["企业", "企业"]),
        ("開辦企業、企业注销", "企业", ["企業", "企业"]),
        ("开办、注销（一网通办）", "注销(一网", ["注销（一网"]),
        ("证 照 分\n离…证照", "证照", ["证 照", "证照"]),
        ("哈哈哈", "哈哈", ["哈哈"]),
        ("APP办理，app", "app", ["APP", "app"]),
        ("", "电力", []),
    ],
)
def test_places_of_a_folded_text(original, folded, found):
    assert [original[start:end] for start, end in FoldedText(original).places(folded)] == found


def test_places_are_those_in_the_whole_folded_text():
    """Whether a text has nothing but common marks to fold, and is searched as it stands, or more than that."""
    rng = random.Random(3)
    for characters in ("企业开办ab12，。、“”（）—", "企業开办aB1２，。…① \n\u200b㎡"):
        for _ in range(300):
            text = "".join(rng.choices(characters, k=30))
            start = rng.randrange(28)
            needle = fold(text[start : start + rng.randint(1, 3)])
            if needle:
                places = FoldedText(text).places(needle)
                assert len(places) == fold(text).count(needle)
                assert all(needle in fold(text[slice(*place)]) for place in places)
