"""The file of words that mean the same."""

import pytest

from catalogue.reference import Kind, ReferenceFileError, read_indicators, read_thesaurus
from catalogue.search.text.fold import fold


def test_the_file_says_what_it_should():
    groups = read_thesaurus()
    electricity = next(group for group in groups if group.kind == Kind.SAME and "获得电力" in group.words)
    assert {"办电", "业扩报装", "接电"} <= set(electricity.words)
    assert "getting electricity" in electricity.english


@pytest.mark.parametrize("group", read_thesaurus(), ids=lambda group: group.asking[0])
def test_each_group_holds_several_words_each_once(group):
    words = [fold(word) for word in (*group.asked, *group.words)]
    assert len(words) > 1
    assert len(set(words)) == len(words)
    assert all(len(word) > 1 and not any(mark.isspace() for mark in word) for word in words)


@pytest.mark.parametrize(
    ("broad", "topic"), [("天然气", "用气报装"), ("开工", "拿地即开工"), ("清关", "通关"), ("银行", "银企对接")]
)
def test_a_broad_word_asks_for_a_topic_that_does_not_ask_for_it(broad, topic):
    """清关 stands in 构建亲清关系 too: who asks for 通关 does not want that."""
    groups = read_thesaurus()
    assert any(broad in group.asking and topic in group.words for group in groups)
    assert not any(topic in group.asking and broad in group.words for group in groups)


@pytest.mark.parametrize(
    ("narrow", "wider", "sibling"),
    [
        ("房产税", "税收", "增值税"),
        ("个人所得税", "所得税", "企业所得税"),
        ("工伤保险", "社保", "医保"),
        ("养老保险", "社会保险", "失业保险"),
        ("商标", "知识产权", "专利"),
        ("商业秘密", "知识产权", "地理标志"),
        ("地铁", "交通", "机场"),
        ("民宿", "旅游", "景区"),
        ("光伏", "新能源", "风电"),
        ("电梯", "特种设备", "锅炉"),
        ("低保", "社会救助", "残疾人"),
        ("渣土", "城管", "户外广告"),
        ("护照", "出入境", "签证"),
        ("关联交易", "中小投资者", "代表人诉讼"),
        ("非法集资", "金融风险", "私募"),
        ("环保督察", "环境监管", "排污许可"),
        ("物联网", "新技术应用", "区块链"),
    ],
)
def test_a_wider_word_asks_for_what_is_of_its_kind_and_not_the_reverse(narrow, wider, sibling):
    """Who asks for 房产税, which no case prints, is not answered with 减税降费."""
    groups = [group for group in read_thesaurus() if group.kind not in (Kind.ALIKE, Kind.EVERYDAY)]
    assert {narrow, sibling} <= {word for group in groups if wider in group.asking for word in group.words}
    assert not {wider, sibling} & {word for group in groups if narrow in group.asking for word in group.words}


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("手机办事", "掌上办"),
        ("手机客户端", "移动端"),
        ("线上开标", "不见面开标"),
        ("信用评分", "信用评价"),
        ("农产品", "农副产品"),
        ("房屋证书", "不动产权证"),
        ("挂靠地址", "集群注册"),
        ("海外仓库", "海外仓"),
        ("临时工", "灵活用工"),
        ("罚单", "行政处罚"),
        ("邮包", "邮件快件"),
        ("报规", "规划许可"),
        ("建筑工地", "施工安全"),
        ("股票", "证券纠纷"),
        ("欠水费", "欠费不停供"),
        ("外卖员", "新就业形态劳动者"),
        ("国土局", "自然资源局"),
        ("环保局", "环评"),
        ("国税局", "税务局"),
        ("工商部门", "市场监管局"),
        ("强镇扩权", "下放权限"),
        ("入企扫码", "扫码入企"),
        ("逐利执法", "规范执法"),
        ("账期", "拖欠账款"),
        ("关门歇业", "歇业备案"),
        ("随借随还", "无还本续贷"),
        ("中标合同融资", "政府采购合同融资"),
        ("股东查账", "股东权利"),
        ("预约通关", "通关便利化"),
        ("洗白", "信用修复"),
        ("联合实验室", "产学研"),
        ("增资扩产", "招商引资"),
    ],
)
def test_what_people_say_asks_for_what_documents_print(typed, printed):
    assert any(typed in group.asking and printed in group.words for group in read_thesaurus())


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("使用电子印章", "用电"),
        ("开通电子税务局", "通电"),
        ("提供暖心服务", "供暖"),
        ("用热情服务企业", "用热"),
        ("协调解决企业困难", "调解"),
        ("诉求和解决办法", "和解"),
        ("推动工作落实", "动工"),
        ("提高企业满意度", "高企"),
        ("开展效能评价", "能评"),
        ("查找工作中的问题", "找工作"),
        ("做好服务工作", "务工"),
        ("科学技术局", "学技术"),
        ("设立项目专班", "立项"),
        ("电力公司设立专岗", "公司设立"),
        ("小镇入驻企业", "驻企"),
        ("知识产权保护", "产权保护"),
        ("新增信息", "增信"),
        ("公开标准", "开标"),
        ("测评标准", "评标"),
        ("建设城市码头", "城市码"),
        ("构建亲清关系", "清关"),
        ("自动售货机", "货机"),
        ("产业链长期稳定", "链长"),
        ("节约用水管理", "水管"),
        ("推出海关新举措", "出海"),
        ("暂停业务办理", "停业"),
        ("打通办事堵点", "通办"),
        ("领导办公室", "导办"),
        ("指导服务企业", "导服"),
        ("要求职能部门", "求职"),
        ("深入学习贯彻", "入学"),
        ("有关公司", "关公司"),
        ("名下企业", "下企业"),
        ("召开企业座谈会", "开企业"),
        ("远程办公", "远程办"),
        ("社区办公室", "社区办"),
        ("数字人才", "数字人"),
        ("增强执行力", "强执"),
        ("确保全程网办", "保全"),
        ("依法拍卖", "法拍"),
        ("设计委托", "计委"),
        ("垂直提升", "直提"),
        ("平台办理", "台办"),
        ("成立办公室", "立办"),
        ("吸引商家", "引商"),
        ("土地所有权", "土地所"),
        ("企业法人", "企业法"),
    ],
)
def test_no_word_asks_for_what_stands_by_chance_across_two_words(text, word):
    """A case that prints the text is no answer to a question for what means the same as the word."""
    assert word in text
    asked_for = {other for group in read_thesaurus() if group.kind != Kind.EVERYDAY for other in group.words}
    assert word not in asked_for


def test_every_national_indicator_has_words_of_its_own():
    words = {word for group in read_thesaurus() if group.kind == Kind.SAME for word in group.words}
    national = {row.name for row in read_indicators() if row.parent is None}
    assert national - words == {"包容普惠创新"}  # made of so much that nothing means the same


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("[[same]]\nwords = ['办电', '接电']\n[[everyday]]\nwords = ['接电', '时间']", "more than once: 接电"),
        ("[[same]]\nwords = ['电']", "two characters"),
        ("[[same]]\nwords = []", "no words"),
        ("[[same]]\nword = ['办电']", "word is unknown"),
        ("[[near]]\nwords = ['办电', '接电']\nasked = ['电']", "asked is unknown"),
        ("[[same]]\nwords = ['办电', '接电']\n[[near]]\nof = ['接电', '办电']", "begins with 接电"),
        ("[[leads]]\nwords = ['办电', '接电']", "no words"),
        ("[[alike]]\nwords = ['职工', '员工']\n[[everyday]]\nwords = ['员工', '个人']", "more than once: 员工"),
        ("[[likewise]]\nwords = ['办电']", "likewise is unknown"),
        ("[[same]", "thesaurus.toml"),
    ],
)
def test_a_file_that_contradicts_itself_is_refused(tmp_path, text, wrong):
    path = tmp_path / "thesaurus.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ReferenceFileError, match=wrong):
        read_thesaurus(path)


def test_a_word_may_be_near_to_several(tmp_path):
    path = tmp_path / "thesaurus.toml"
    path.write_text("[[near]]\nwords = ['水电气', '办电']\n[[near]]\nwords = ['水电气', '接水']", encoding="utf-8")
    assert len(read_thesaurus(path)) == 2


def test_groups_may_be_near_to_one_another_with_all_their_words(tmp_path):
    path = tmp_path / "thesaurus.toml"
    path.write_text(
        "[[same]]\nwords = ['贷款', '借钱']\n[[same]]\nwords = ['融资', '筹资']\n"
        "[[near]]\nof = ['贷款', '融资']\nwords = ['授信']",
        encoding="utf-8",
    )
    *_, near = read_thesaurus(path)
    assert near.words == ("贷款", "借钱", "融资", "筹资", "授信")
