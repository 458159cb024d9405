"""What a question leaves out, and what it finds where no case holds all of it, on the seeds."""

import pytest

from catalogue.models import CaseStudy
from catalogue.search import find, find_all
from catalogue.search.query import CaseQuery

pytestmark = pytest.mark.usefixtures("catalogue_db")


def printing(text: str) -> set[int]:
    """Published cases that print a text in their title or body."""
    return {case.pk for case in CaseStudy.objects.published() if text in case.title or text in case.body}


@pytest.mark.parametrize(("q", "word"), [("知识产权", "专利"), ("企业", "注销"), ("政务服务", "好差评")])
def test_a_word_excluded_drops_the_cases_that_print_it_and_no_others(q, word):
    asked = set(find_all(CaseQuery(q=q)))
    assert set(find_all(CaseQuery(q=f"{q} -{word}"))) == asked - printing(word) < asked


@pytest.mark.parametrize(
    ("word", "filed"),
    [("获得电力", {"indicators": ("getting-electricity",)}), ("湖南", {"regions": ("430000",)})],
)
def test_a_name_excluded_drops_the_cases_filed_under_it(word, filed):
    under = set(find_all(CaseQuery(**filed)))
    assert under
    assert not under & set(find_all(CaseQuery(q=f"企业 -{word}")))


def test_a_word_excluded_is_not_among_what_the_others_widen_to():
    def widened(q: str) -> set[str]:
        return {other for widening in find(CaseQuery(q=q)).understanding.widened for other in widening.others}

    assert "专利" in widened("知识产权")
    assert not [word for word in widened("知识产权 -专利") if "专利" in word]


@pytest.mark.parametrize("q", ["好差评", "首席服务员", "特约监督员", "银企对接"])
def test_what_prints_a_word_goes_before_what_only_means_nearly_the_same(q):
    found, printed = find_all(CaseQuery(q=q)), printing(q)
    assert set(found[: len(printed)]) == printed < set(found)


@pytest.mark.parametrize(
    ("q", "printed", "absent"),
    [
        ("中欧班列 -长沙", "中欧班列", "长沙"),
        ("不动产登记 -税务", "不动产登记", "税务"),  # 市税务局 is an agency of a case that does not print 税务
        ("帮办代办 -长沙", "帮办代办", "长沙"),
    ],
)
def test_beside_a_word_excluded_the_others_are_meant_as_typed(q, printed, absent):
    wanted, found = printing(printed) - printing(absent), find_all(CaseQuery(q=q))
    assert set(found[: len(wanted)]) == wanted != set()


@pytest.mark.parametrize("q", ["长沙 天然气报装流程", "企业 专利贷款问题", "湖南 办执照流程"])
def test_everyday_words_for_a_topic_find_it(q):
    assert find(CaseQuery(q=q)).total


@pytest.mark.parametrize(
    ("q", "meant"),
    [
        ("power outage", "停电"),
        ("Credit Repair", "信用修复"),
        ("insolvency administrators", "破产管理人"),
        ("e-procurement", "采购电子化"),
        ("Cross Border Trade", "跨境贸易"),
        ("how to start a business in Changsha", "企业开办 长沙"),
        ("joint inspections of companies in Chongqing", "联合检查 重庆"),
        ("companies", "企业"),
    ],
)
def test_english_is_read_as_what_documents_print(q, meant):
    assert find_all(CaseQuery(q=q)) == find_all(CaseQuery(q=meant)) != []


@pytest.mark.parametrize(("q", "meant"), [("shuiwu", "税务"), ("hangzhou shuiwu", "杭州 税务"), ("caigou", "采购")])
def test_pinyin_is_read_as_the_word_that_most_cases_print(q, meant):
    """水务 is a word of the field, too, and stands before 税务 in its list."""
    assert find_all(CaseQuery(q=q)) == find_all(CaseQuery(q=meant)) != []


@pytest.mark.parametrize(
    ("q", "meant"),
    [
        ("异地办税", "海宁"),
        ("水路运输", "滚装码头"),
        ("边境贸易", "口岸"),
        ("打破信息孤岛", "数据孤岛"),
        ("企业服务专员", "管家"),
        ("renewable energy", "新能源"),
        ("government efficiency", "效能"),
    ],
)
def test_other_names_of_the_field_find_what_documents_print(q, meant):
    assert set(find_all(CaseQuery(q=q))) & printing(meant)


@pytest.mark.parametrize(
    ("q", "meant"),
    [
        ("员工权益", "职工权益"),
        ("科研成果产业化", "成果转化"),
        ("企业诚信档案", "信用档案"),
        ("股票纠纷调处", "证券"),
        ("沿边贸易", "边境贸易"),
        ("线上跨省缴税", "办税"),
    ],
)
def test_names_made_of_words_like_those_of_another_find_what_that_finds(q, meant):
    assert set(find_all(CaseQuery(q=q))) & set(find_all(CaseQuery(q=meant)))


def test_what_a_name_is_like_is_shown_and_can_be_removed():
    def widened(*without: str) -> dict[str, tuple[str, ...]]:
        asked = find(CaseQuery(q="雇员权益", without=without)).understanding.widened
        return {widening.word: widening.others for widening in asked}

    assert "职工权益" in widened()["雇员权益"]
    assert "职工权益" not in widened("职工权益").get("雇员权益", ())


def test_what_few_cases_answer_is_answered_last_by_what_is_near_to_its_other_names():
    """技能培训 has no group of near words but those of its other names, among them 职业技能培训."""
    assert "创业培训" in [
        other for widening in find(CaseQuery(q="技能培训")).understanding.widened for other in widening.others
    ]


@pytest.mark.parametrize("word", ["贷款", "融资", "破产", "失信", "社保"])
def test_a_name_that_holds_the_word_asked_for_takes_no_place_among_the_others(word):
    """Every case that prints 融资服务 prints 融资, so it would find nothing more."""
    widened = {each.word: each.others for each in find(CaseQuery(q=word)).understanding.widened}
    assert not any(word in other for other in widened[word])


def test_an_indicator_as_a_whole_answers_only_for_what_no_case_prints():
    """Of other cases of an indicator one in twenty has to do with a word of its jargon."""
    assert "包容普惠创新" not in [
        other for widening in find(CaseQuery(q="科技成果转化")).understanding.widened for other in widening.others
    ]


@pytest.mark.parametrize(
    ("q", "matter", "missing"),
    [
        ("厂子倒闭了怎么收场", "破产", "收场"),
        ("专利被人盗走", "专利", "盗走"),
        ("professional mediation chambers", "诉前调解", "chambers"),
    ],
)
def test_a_sentence_that_no_case_holds_finds_what_it_is_about(q, matter, missing):
    found = find(CaseQuery(q=q))
    assert found.total
    assert all(missing in hit.missing for hit in found.hits)
    assert set(found.ids) <= printing(matter) | set(find_all(CaseQuery(q=matter)))


@pytest.mark.parametrize(
    ("q", "meant"),
    [
        ("project approval speed", "项目审批"),
        ("loans for small companies", "获得信贷"),
        ("customs inspection fees", "海关查验"),
    ],
)
def test_english_words_that_say_little_need_not_be_found(q, meant):
    assert set(find_all(CaseQuery(q=q))) == set(find_all(CaseQuery(q=meant))) != set()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("获得电刀", "获得电力"),
        ("破严", "破产"),  # of two characters one that looks like it
        ("重清", "重庆"),  # 重 is read chong, too
        ("长纱市", "长沙市"),
        ("资今", "资金"),  # 紫金, a county, sounds like it, but no case is of it
        ("银行货款", "银行贷款"),  # both are words, but no case prints them in a row
        ("改务大厅", "政务大厅"),  # not 税务大厅: 改 is like 政
        ("实县", "实现"),  # 时限 is a name of the field, but two characters of it are others
        ("公给", "供给"),  # 给 is no word to be left out here
        ("经及社会", "经济社会"),
        ("长沙 办水", "长沙 办税"),  # 办水 is in the dictionary, but rare
    ],
)
def test_what_was_typed_wrongly_is_answered_as_what_was_meant(typed, meant):
    assert find_all(CaseQuery(q=typed)) == find_all(CaseQuery(q=meant)) != []


@pytest.mark.parametrize(
    "q", ["获得电力 压减环节", "招商引资项目落地快", "官司拖太久", "孩子在外地上学", "卫生许可证当场办好"]
)
def test_what_is_no_slip_is_not_put_right(q):
    """One character more (减环节), other words (项目落地难), too few characters to tell (等太久, 在外地办)."""
    assert find(CaseQuery(q=q)).understanding.read == ()


def test_of_words_of_one_kind_each_in_its_own_way_goes_first():
    """监督 is another way to say both words; who prints 暗访 and 督查 holds more of what was asked."""
    found = find_all(CaseQuery(q="营商环境督查 暗访"))
    both, one = printing("暗访") & printing("督查"), set(found) - printing("暗访") - printing("督查")
    assert both
    assert one
    assert max(map(found.index, both)) < min(map(found.index, one))


def test_single_characters_of_a_sentence_are_not_marked():
    hits = find(CaseQuery(q="小老板贷不到款")).hits
    passages = [hit.passage for hit in hits if hit.passage]
    assert passages
    assert all(mark.end - mark.start > 1 for passage in passages for mark in passage.marks)


FAR = """
    量子计算机 宠物医院 足球联赛 火星探测 葡萄酒品鉴 篮球比赛 电影票房 恐龙化石 咖啡豆烘焙 钢琴考级 减肥食谱 婚纱摄影
    天文望远镜 古典音乐 流浪猫救助 围棋定段 冲浪教学 火锅底料 核潜艇 相对论 滑雪场 红烧肉做法 考研英语 星座运势 汽车改装
    登山装备 摇滚乐队 量子纠缠 手游攻略 二手手机维修 珊瑚礁保护 深海捕捞 高考志愿 心脏移植
    脑机接口 网约车 蜜蜂 太极拳 蝗虫防治 牙齿矫正 台风路径 书法
"""


@pytest.mark.parametrize(
    "q", [*FAR.split(), "企业 量子计算机", "长沙 宠物医院", "办理 火星探测", "nuclear fusion", "to be or not to be"]
)
def test_a_far_topic_finds_nothing(q):
    assert find(CaseQuery(q=q)).total == 0
