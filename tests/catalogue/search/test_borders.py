"""Words that two others make by chance where they meet, told from those that stand there."""

import pytest

from catalogue.models import CaseStudy, Measure
from catalogue.search import find, find_all, find_measures
from catalogue.search.index.follower import follower
from catalogue.search.index.schema import BY_CHANCE
from catalogue.search.query import CaseQuery
from catalogue.search.text.analyser import Analyser
from catalogue.search.text.fold import fold
from catalogue.search.text.lexicon import lexicon

MADE_BY_CHANCE = """
    打通关键环节 通关
    申办电子营业执照 办电
    构建亲清关系 清关
    税务人员使用电子税务局 用电
    现场协调解决企业困难 调解
    大大提高企业满意度 高企
    推动工作落实 动工
    部门召开工作协调会 开工
    诉求和解决办法 和解
    诉求和解决办法 求和
    深入学习贯彻 入学
    要求职能部门限时答复 求职
    企业服务工作专班 务工
    逐一设立项目警长 立项
    小镇入驻企业 驻企
    聚合金融资源 融资
    公开标准和流程 开标
    测评标准 评标
    节约用水管理办法 水管
    加快推出海关新举措 出海
    暂停业务办理 停业
    打通办事堵点 通办
    领导办公室 导办
    指导服务企业 导服
    结合同类案件 合同
    合法权益受到侵害 法权
    行政执法人员培训 法人
    国际贸易单一窗口 一窗
    规范化方法规范化 法规
    新增信息报送 增信
"""
MEANT = """
    中国农业发展银行 农业
    在建工程抵押 工程
    企业服务专班办电 办电
    申请接电报装 接电
    缩短通关时间 通关
    优化清关流程 清关
    政府采购人责任 采购人
    知识产权质押融资 融资
    市民政局 民政
    外出务工群众 务工
    工程建设项目审批制度改革 项目审批
    工程建设项目审批制度改革 建设项目
    不动产权证书 产权
    电子营业执照 执照
    湖南省级部门 省级
    高新技术企业 高新
    个体工商户 工商户
    社会信用体系 信用
    办税服务厅 办税
    市场监督管理局 监督
    公共资源交易中心 交易
    就近办理涉企事项 就近办
    网上办事大厅 网上办
    一网通办 通办
    诉前调解 调解
    民事和解协议 和解
    签订劳动合同 合同
    大学生就业 学生
    企业用电成本 用电
    水电气联合报装 水电
"""


def table(rows: str) -> list[tuple[str, str]]:
    return [(text, word) for text, word in (line.split() for line in rows.strip().splitlines())]


@pytest.fixture(scope="module")
def analyser(tmp_path_factory) -> Analyser:
    return Analyser(lexicon(), tmp_path_factory.mktemp("jieba"))


@pytest.mark.parametrize(("text", "word"), table(MADE_BY_CHANCE))
def test_what_two_words_make_by_chance_is_told(analyser, text, word):
    read = analyser.read(text)
    assert word in read.by_chance
    assert word not in read.words
    assert word in analyser.words(text)
    assert analyser.borders.is_by_chance(text, text.index(word), text.index(word) + len(word))


@pytest.mark.parametrize(("text", "word"), table(MEANT))
def test_what_is_meant_is_not_taken_for_chance(analyser, text, word):
    read = analyser.read(text)
    assert word in read.words
    assert word not in read.by_chance
    assert not analyser.borders.is_by_chance(text, text.index(word), text.index(word) + len(word))


def test_a_word_that_stands_both_ways_is_told_at_each_place(analyser):
    text = "打通关键环节，通关效率"
    assert (analyser.read(text).words.count("通关"), analyser.read(text).by_chance) == (1, ["通关"])
    places = [at for at in range(len(text)) if text.startswith("通关", at)]
    assert [analyser.borders.is_by_chance(text, at, at + 2) for at in places] == [True, False]


# --- on the seeds


def printing(word: str, *meaning_else: str) -> tuple[set[int], set[int]]:
    """Published cases that print a word, and those of them that print it within certain texts only."""
    texts = {case.pk: fold(f"{case.title}\n{case.body}") for case in CaseStudy.objects.published()}
    by_chance: set[int] = set()
    for pk, text in texts.items():
        rest = text
        for other in meaning_else:
            rest = rest.replace(other, "")
        if word in text and word not in rest:
            by_chance.add(pk)
    return {pk for pk, text in texts.items() if word in text}, by_chance


def others(word: str) -> tuple[str, ...]:
    """What a word is widened to."""
    return tuple(other for widened in find(CaseQuery(q=word)).understanding.widened for other in widened.others)


@pytest.mark.usefixtures("catalogue_db")
def test_every_word_made_by_chance_is_found():
    """Alone and quoted, in whatever case it stands by chance only."""
    words = [word for word, _ in follower().searcher().terms_with_prefix(BY_CHANCE, "", limit=10_000)]
    assert len(words) > 200
    texts = {case.pk: fold(f"{case.title}\n{case.body}") for case in CaseStudy.objects.published()}
    for word in words:
        printed = {pk for pk, text in texts.items() if word in text}
        assert printed <= set(find_all(CaseQuery(q=word))), word
        assert printed == set(find_all(CaseQuery(q=f'"{word}"'))), word


@pytest.mark.usefixtures("catalogue_db")
@pytest.mark.parametrize(
    ("word", "by_chance"),
    [
        ("用电", ["使用电子", "运用电子"]),
        ("调解", ["协调解决"]),
        ("动工", ["推动工作", "行动工作", "联动工作"]),
        ("务工", ["服务工作", "业务工作"]),
        ("法人", ["执法人员"]),
    ],
)
def test_a_word_that_is_meant_goes_before_one_made_by_chance(word, by_chance):
    printed, made = printing(word, *by_chance)
    found = [pk for pk in find_all(CaseQuery(q=word, without=others(word))) if pk in printed]
    assert made
    assert set(found) == printed
    assert set(found[-len(made) :]) == made


@pytest.mark.usefixtures("catalogue_db")
def test_nothing_is_widened_to_a_word_made_by_chance():
    """Who asks for 用工 is given cases of 工人, but not 务工人员."""
    word, asked = "工人", "招工"
    assert word in others(asked)
    found = set(find_all(CaseQuery(q=asked, without=tuple(other for other in others(asked) if other != word))))
    printed, made = printing(word, "务工人员")
    assert made
    assert found == printed - made | printing(asked)[0]


@pytest.mark.usefixtures("catalogue_db")
@pytest.mark.parametrize("word", ["调解", "务工", "用电"])
def test_measures_that_print_a_word_by_chance_are_found_too(word):
    found = {hit.measure_id for hit in find_measures(CaseQuery(q=word), 500).hits}
    measures = Measure.objects.filter(case__in=CaseStudy.objects.published())
    assert {m.pk for m in measures if word in fold(m.heading) or word in fold(m.text)} <= found
