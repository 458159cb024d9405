"""Words and pairs of characters."""

import random

import pytest

from catalogue.search.text.analyser import Analyser, pairs, phrase_pairs, spelled_pairs
from catalogue.search.text.fold import fold
from catalogue.search.text.lexicon import lexicon
from tests.environment import SEEDS


@pytest.fixture(scope="module")
def analyser(tmp_path_factory) -> Analyser:
    return Analyser(["获得电力", "办电", "知识产权创造保护和运用", "长沙市"], tmp_path_factory.mktemp("jieba"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("获得电力", {"获得电力", "获得", "电力"}),
        ("知识产权创造保护和运用", {"知识产权", "保护", "运用", "知识产权创造保护和运用"}),
        ("長沙市辦電", {"长沙市", "办电"}),
        ("在建工程", {"工程"}),
        ("中国农业发展银行", {"农业", "发展", "银行"}),
        ("推进\n企业 开办", {"推进", "企业", "开办"}),
        ("建设ＡＰＰ 2.0", {"建设", "app"}),
    ],
)
def test_words_for_the_index_hold_the_shorter_words_inside(analyser, text, words):
    assert words <= set(analyser.words(text))


def test_words_have_two_characters_at_least_and_no_marks(analyser):
    assert all(len(word) > 1 and word.isalnum() for word in analyser.words("一是办了电，（二）“减”环节。"))


def test_the_dictionary_is_kept_in_the_folder_given(analyser, tmp_path):
    other = Analyser(["办电"], tmp_path / "own")
    other.load()
    assert [file.name for file in (tmp_path / "own").iterdir()] == ["jieba.cache"]


def test_the_version_tells_lexicons_apart(tmp_path):
    assert Analyser(["办电", "长沙市"], tmp_path).version == Analyser(["长沙市", "办电", "办电"], tmp_path).version
    assert Analyser(["办电"], tmp_path).version != Analyser(["办电", "长沙市"], tmp_path).version


def test_pairs_hold_every_character_at_its_place():
    assert list(pairs("获得电力")) == ["获得", "得电", "电力", "力"]
    assert list(pairs("")) == []


@pytest.mark.parametrize("text", ["", "获", "获得", "获得电力", "𬇹江app", "得\ue000电"])
def test_all_pairs_at_once_are_the_same(text):
    assert spelled_pairs(text) == " ".join(pairs(text))


@pytest.mark.parametrize(
    ("text", "spelt"),
    [
        ("获得", [(0, "获得")]),
        ("获得电", [(0, "获得"), (1, "得电")]),
        ("获得电力", [(0, "获得"), (2, "电力")]),
        ("获得电力吧", [(0, "获得"), (2, "电力"), (3, "力吧")]),
    ],
)
def test_the_fewest_pairs_that_spell_a_text(text, spelt):
    assert phrase_pairs(text) == spelt


def test_rjieba_cuts_alike(tmp_path):
    """On the seeds, and on any characters in a row: words, rare characters, marks, letters, other planes."""
    pytest.importorskip("rjieba")
    slow, fast = (Analyser(lexicon(), tmp_path, fast=one) for one in (False, True))
    rng = random.Random(3)
    words = [word for name in lexicon() if (word := fold(name))]
    others = "，。、“”+#&._%- 12３abcＡγ卡热线开工程电力的脰蹡𬇹𠀀㐀龥龦😀\u3000"
    texts = [line for file in SEEDS.iterdir() for line in file.read_text("utf-8").split("\n")]
    for _ in range(20_000):
        texts.append("".join(rng.choice(words) if rng.random() < 0.5 else rng.choice(others) for _ in range(6)))
        texts.append("".join(chr(rng.randrange(0x4E00, 0x9FFF)) for _ in range(8)))
    assert [text for text in texts if slow.words(text) != fast.words(text)] == []
    folded = [fold(text) for text in texts]
    assert [text for text in folded if slow.cut(text) != fast.cut(text)] == []
