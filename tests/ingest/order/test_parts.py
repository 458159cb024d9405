"""The parts of the reading order: which number can follow, the assignment, the word model."""

import itertools
import random

import pytest

from ingest.lexicon import WordModel, jieba_words
from ingest.order import assignment
from ingest.order.assignment import assign
from ingest.order.numbering import Outline, Verdict, read_label


@pytest.mark.parametrize(
    ("before", "label", "verdict"),
    [
        ("", "一、", Verdict.FITS),
        ("一、", "（一）", Verdict.FITS),
        ("一、（一）（二）", "二、", Verdict.FITS),
        ("一、（一）", "（三）", Verdict.GAP),
        ("一、（一）（二）", "（二）", Verdict.ORPHAN),
        ("一、", "（二）", Verdict.ORPHAN),
        ("一、1. 2. 二、", "3. ", Verdict.FITS),
        ("三、（一）", "一、", Verdict.FITS),
    ],
)
def test_which_label_can_follow(before, label, verdict):
    outline = Outline()
    for printed in before.replace("、", "、 ").replace("）", "） ").split():
        _, outline = outline.follow(read_label(printed) or pytest.fail(printed))
    assert outline.follow(read_label(label) or pytest.fail(label))[0] is verdict


def best_total(scores: dict[tuple[int, int], float]) -> float:
    """By trying every set of pairs."""
    return max(
        sum(scores[pair] for pair in pairs)
        for size in range(min(4, len(scores)) + 1)
        for pairs in itertools.combinations(scores, size)
        if len({row for row, _ in pairs}) == len({column for _, column in pairs}) == size
    )


def test_the_assignment_is_the_best_there_is():
    rng = random.Random(7)
    for _ in range(300):
        cells = [(row, 10 + column) for row in range(rng.randint(1, 4)) for column in range(rng.randint(1, 4))]
        scores = {cell: rng.choice([0.5, 1.0, 2.0, 3.5]) for cell in cells if rng.random() < 0.6}
        links = assign(scores)
        assert len(set(links.values())) == len(links)
        assert sum(scores[pair] for pair in links.items()) == pytest.approx(best_total(scores))


def test_beyond_its_limit_the_assignment_is_still_one_to_one(monkeypatch):
    monkeypatch.setattr(assignment, "LARGEST", 3)
    links = assign({(row, column): float(row + column) for row in range(6) for column in range(5)})
    assert links == {5: 4, 4: 3, 3: 2, 2: 1, 1: 0}


def test_a_word_across_the_seam_is_worth_something():
    words = WordModel({"指标": 50, "指": 20, "标": 10, "体系": 60, "的": 900})
    assert words.gain("指", "标体系") > 0
    assert words.gain("指标", "体系") == pytest.approx(0)


def test_jieba_knows_the_words_of_the_trade():
    words = jieba_words()
    assert words.gain("工作机", "制，") > words.gain("工作机", "标的")
    assert words.begins_words("监")
    assert not words.begins_words("的")
