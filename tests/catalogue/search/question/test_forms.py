"""Names that are made of the same words, or of words that stand for one another."""

import pytest

from catalogue.search.question.forms import Forms

ALIKE = [("职工", "员工", "劳动者"), ("转化", "产业化"), ("企业", "公司"), ("注册", "登记"), ("权益", "维权")]
NAMES = ["职工权益", "科技成果转化", "企业注册", "产权登记", "企业"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("员工权益", ("职工权益",)),
        ("权益劳动者", ("职工权益",)),  # in whatever order
        ("科技成果产业化", ("科技成果转化",)),
        ("公司登记", ("企业注册",)),
        ("职工权益", ()),  # a name is not like itself
        ("公司", ()),  # one general word says too little
        ("员工宿舍", ()),
        ("科技成果转化率", ()),
        ("公司公司", ()),
        ("", ()),
        ("科技成果转化" * 5, ()),
    ],
)
def test_names_of_one_form(text, names):
    assert Forms(ALIKE, NAMES).like(text) == names


def test_the_longest_general_word_is_taken():
    forms = Forms([("人员", "人才"), ("从业人员", "工人")], ["工人培训"])
    assert forms.like("从业人员培训") == ("工人培训",)
    assert forms.like("从业人才培训") == ()


def test_without_general_words_nothing_is_alike():
    assert Forms([], NAMES).like("员工权益") == ()
