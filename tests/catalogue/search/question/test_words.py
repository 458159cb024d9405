"""A question cut into what must be found."""

import pytest

from catalogue.search.question.words import words_of
from catalogue.search.text.analyser import Analyser
from catalogue.search.text.fold import fold


@pytest.fixture(scope="module")
def analyser(tmp_path_factory) -> Analyser:
    words = ["获得电力", "办电", "接电", "知识产权", "长沙市", "企业开办", "招不到工人", "不动产登记"]
    return Analyser(words, tmp_path_factory.mktemp("jieba"))


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("获得电力", ["获得电力"]),
        ("长沙市的知识产权", ["长沙市", "知识产权"]),  # 的 need not be found
        ("减材料", ["减材料"]),  # 减 alone says too little
        ("电力和电力", ["电力"]),
        ("怎么缩短接电时间", ["缩短", "接电", "时间"]),
        ("企业招不到工人怎么办", ["企业", "招不到工人"]),
        ("企业开办需要几天", ["企业开办", "几天"]),
        ("2021年湖南获得电力", ["2021年", "湖南", "获得电力"]),
        ("2021年度办电", ["2021年度", "办电"]),
        ("2021", ["2021"]),
        ("2019-2021", ["2019-2021"]),
        ("0.5个工作日", ["0.5", "工作日"]),
        ("怎么办理营业执照", ["办理", "营业执照"]),
        ("怎么办", ["怎么办"]),  # nothing but a question
        ("“——”", ['"--"']),
    ],
)
def test_words_that_a_question_asks_for(analyser, question, words):
    assert words_of(fold(question), analyser.cut) == words
