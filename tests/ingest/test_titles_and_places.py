"""What a whole document's case is called and whose it is: texts as offices, papers and programmes print them."""

from __future__ import annotations

import pytest

from ingest.accounting import UNACCOUNTED
from ingest.types import DocumentReading
from tests.reading import reader

NEWS = (
    "市行政审批局推行“一件事一次办”改革，把营业执照、公章、发票、社保、开户归并到一个窗口，"
    "企业开办由五个环节压减为一个环节，当日即可办结，企业不用再跑第二趟。"
)
PROSE = "窗口一次收取全部材料，内部流转由部门自行完成，申请人不必再跑第二趟，办理时限由九个工作日压缩为三个工作日。"


def read(text: str) -> DocumentReading:
    return reader().read("试.txt", text.encode())


PRINTED = {
    "one item of a day's news, with its number": (
        (
            f"# 晚间新闻 2023-04-15\n\n## 5. 【开年第一课】上海：优化营商环境\n\n央视网消息：上海{NEWS}\n"
            f"一是减环节。{PROSE}\n二是减材料。{PROSE}"
        ),
        ("【开年第一课】上海：优化营商环境", "上海市"),
    ),
    "its number unmarked, the day before the programme": (
        f"2023年4月15日新闻联播文字版\n\n6、海南：封关准备压茬推进\n\n央视网消息：海南{NEWS}",
        ("海南：封关准备压茬推进", "海南省"),
    ),
    "the name of a column over the title": (
        f"【改革进行时】\n\n昆山：外资企业登记提速\n\n昆山{NEWS}",
        ("昆山：外资企业登记提速", "江苏省苏州市昆山市"),
    ),
    "a plan named in three lines": (
        f"湘潭经济技术开发区\n建设“营商环境标杆区”\n2026年行动计划\n湘潭经济技术开发区{NEWS}",
        ("湘潭经济技术开发区 建设“营商环境标杆区” 2026年行动计划", "湖南省湘潭市湘潭经济技术开发区"),
    ),
    "a plan and the years it is for": (
        f"湘潭市优化营商环境\n行动方案\n（2024—2026年）\n湘潭市{NEWS}\n一、减环节\n{PROSE}\n二、减材料\n{PROSE}",
        ("湘潭市优化营商环境 行动方案 （2024—2026年）", "湖南省湘潭市"),
    ),
    "a slogan over the title": (
        f"优化营商环境 我们在行动\n宁乡市：水电气联办只跑一次\n{NEWS}",
        ("宁乡市：水电气联办只跑一次", "湖南省长沙市宁乡市"),
    ),
    "a port and no other place": (
        f"洋山港：查验预约一次办成\n\n近日，洋山港{NEWS}洋山港海关把查验预约、调箱、放行合在一张单上。{PROSE}",
        ("洋山港：查验预约一次办成", "上海市"),
    ),
    "a title between marks": (
        f"《“拿地即开工”审批模式的威海实践》\n\n{NEWS}\n\n{PROSE}",
        ("“拿地即开工”审批模式的威海实践", "山东省威海市"),
    ),
    "a title that ends in 不用等": (
        f"宝安：“秒批”让企业办事不用等\n\n“没想到刚点提交，结果就出来了。”深圳市一家企业的负责人说。{NEWS}",
        ("宝安：“秒批”让企业办事不用等", "广东省深圳市宝安区"),
    ),
    "the body that tells, below the title": (
        f"“标准地”改革跑出新速度\n\n德清县发展和改革局\n\n为破解拿地慢问题，我县率先推行改革。{PROSE}\n一、定标。{PROSE}\n二、交底。{PROSE}",
        ("“标准地”改革跑出新速度", "浙江省湖州市德清县"),
    ),
    "the office that reports, right below the title": (
        f"山东：深化“一业一证”改革\n山东省人民政府办公厅职转办\n近年来，我省在全省推开改革。{PROSE}\n{PROSE}",
        ("山东：深化“一业一证”改革", "山东省"),
    ),
    "one item of a list, its number and all": (
        f"（三）抚州市：企业开办“一站式”办结\n抚州市建立机制。{NEWS}",
        ("抚州市：企业开办“一站式”办结", "江西省抚州市"),
    ),
    "a Markdown title over its source": (
        f"# 天心区打造首善之区\n\n> 来源：湖南日报 2022-05-06\n\n天心区{NEWS}",
        ("天心区打造首善之区", "湖南省长沙市天心区"),
    ),
    "the name of a part of a bulletin over the title": (
        f"县区动态\n蒙城县“四个聚焦”优化审批服务\n发布时间：2021-11-03\n蒙城县{NEWS}",
        ("蒙城县“四个聚焦”优化审批服务", "安徽省亳州市蒙城县"),
    ),
    "a title that ends like the name of an office": (
        f"重庆设立首个跨境电商综合服务中心\n\n重庆{NEWS}",
        ("重庆设立首个跨境电商综合服务中心", "重庆市"),
    ),
    "a title broken after a comma": (
        f"绵阳市涪城区推行“无证明办事”，\n让数据多跑路\n\n涪城区{NEWS}",
        ("绵阳市涪城区推行“无证明办事”，让数据多跑路", "四川省绵阳市涪城区"),
    ),
    "a title broken inside a word": (
        f"辽宁省以群众需求为导向努力建设人民满\n意的政务环境\n{NEWS}\n{PROSE}",
        ("辽宁省以群众需求为导向努力建设人民满意的政务环境", "辽宁省"),
    ),
    "a title of several clauses": (
        f"曲水县创新服务思路，强化帮办代办，激发内生活力\n\n近日，曲水县{NEWS}",
        ("曲水县创新服务思路，强化帮办代办，激发内生活力", "西藏自治区拉萨市曲水县"),
    ),
    "a couplet": (
        f"船边直提\n货畅其流\n\n青岛海关推行改革。{NEWS}",
        ("船边直提 货畅其流", "山东省青岛市"),
    ),
    "two lines over the source": (
        f"贵州遵义：“一减一增”\n企业办事更省心\n2022-05-06 09:12  来源：湖南日报\n遵义{NEWS}\n{PROSE}",
        ("贵州遵义：“一减一增” 企业办事更省心", "贵州省遵义市"),
    ),
    "headings without numbers are no second line": (
        f"贵州遵义：“一减一增”助企开办\n主要做法\n遵义{NEWS}\n工作成效\n{PROSE}",
        ("贵州遵义：“一减一增”助企开办", "贵州省遵义市"),
    ),
    "bodies of a city that only the signature names": (
        (
            "公积金贷款“带押过户”更便捷\n\n为降低成本，市住房公积金管理中心推行“带押过户”，卖方无需提前还清贷款即可过户登记，"
            f"已办理312笔。{PROSE}\n\n贵阳市住房公积金管理中心\n2023年6月30日"
        ),
        ("公积金贷款“带押过户”更便捷", "贵州省贵阳市"),
    ),
    "a reporter's name below the title": (
        f"我区企业开办时间压缩至半天\n内蒙古日报全媒体记者 王某\n今年以来，我区深化改革，全区新登记28万户。{PROSE}",
        ("我区企业开办时间压缩至半天", "内蒙古自治区"),
    ),
    "a speech before the whole province": (
        (
            f"在江西省优化营商环境大会上的典型发言\n鹰潭市余江区委书记 王某\n\n各位领导：\n我区推行改革。\n"
            f"一、审批提速。{PROSE}\n二、政策兑现。{PROSE}"
        ),
        ("在江西省优化营商环境大会上的典型发言", "江西省鹰潭市余江区"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), PRINTED.values(), ids=PRINTED.keys())
def test_a_printed_title_and_its_place(text: str, expected: tuple[str, str]) -> None:
    reading = read(text)
    (case,) = reading.cases
    assert (case.title.text, reader().gazetteer.full_name(case.regions[0].code)) == expected
    assert not case.title_is_made
    assert UNACCOUNTED not in {notice.code for notice in reading.notices}


COMPILED = {
    "the place in brackets behind each title, its name opens the text": (
        (
            f"浙江省优化营商环境最佳实践案例（第五批）\n\n1.“企呼我应”闭环解决机制（宁波市北仑区）\n北仑区{NEWS}\n"
            f"2.“民呼我为”助企纾困（绍兴市柯桥区）\n柯桥区{NEWS}\n3.“一码找订单”（金华市）\n金华市{NEWS}"
        ),
        [
            ("“企呼我应”闭环解决机制", "浙江省宁波市北仑区"),
            ("“民呼我为”助企纾困", "浙江省绍兴市柯桥区"),
            ("“一码找订单”", "浙江省金华市"),
        ],
    ),
    "titles of two lines, numbered": (
        (
            f"优化营商环境典型案例汇编\n\n1. 厦门市推行“免证办”，\n打造政务服务新样板\n厦门市{NEWS}\n"
            f"2. 高邮市：扫码入企\n让“无事不扰”看得见\n高邮市{NEWS}"
        ),
        [
            ("厦门市推行“免证办”，打造政务服务新样板", "福建省厦门市"),
            ("高邮市：扫码入企 让“无事不扰”看得见", "江苏省扬州市高邮市"),
        ],
    ),
    "titles of two lines behind 案例一, parts below": (
        (
            f"优化营商环境典型案例汇编\n\n案例一 哈尔滨市探索集群登记，\n推进商事制度改革\n【改革背景】{PROSE}\n"
            f"【主要做法】哈尔滨市{NEWS}\n案例二 厦门市推行“免证办”，\n打造政务服务新样板\n【改革背景】{PROSE}\n"
            f"【主要做法】厦门市{NEWS}"
        ),
        [
            ("哈尔滨市探索集群登记，推进商事制度改革", "黑龙江省哈尔滨市"),
            ("厦门市推行“免证办”，打造政务服务新样板", "福建省厦门市"),
        ],
    ),
    "lines that head the parts of each text": (
        (
            f"优化营商环境典型案例汇编\n\n1. 厦门市推行“免证办”\n梳理事项清单\n厦门市{NEWS}\n打通部门数据\n{PROSE}\n"
            f"2. 高邮市推行“扫码入企”\n合并检查事项\n高邮市{NEWS}\n公开检查结果\n{PROSE}"
        ),
        [("厦门市推行“免证办”", "福建省厦门市"), ("高邮市推行“扫码入企”", "江苏省扬州市高邮市")],
    ),
    "the name of the place on a line of its own": (
        f"湖南省优化营商环境典型案例（第一批）\n\n长沙市\n推行“交房即交证”改革\n{PROSE}\n\n株洲市\n打造“无证明城市”\n{PROSE}",
        [("推行“交房即交证”改革", "湖南省长沙市"), ("打造“无证明城市”", "湖南省株洲市")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), COMPILED.values(), ids=COMPILED.keys())
def test_titles_and_places_of_several_cases(text: str, expected: list[tuple[str, str]]) -> None:
    full_name = reader().gazetteer.full_name
    assert [(case.title.text, full_name(case.regions[0].code)) for case in read(text).cases] == expected


MADE = {
    "what was done before who did it": (
        (
            "一表申请、一窗受理、一同核查，荆门市市场监管部门以帮企业高效办事为目标，构建“三个一”审批联动体系，"
            f"开店大提速。{PROSE}"
        ),
        ("荆门市市场监管部门构建“三个一”审批联动体系", "湖北省荆门市"),
    ),
    "below the room for a picture": (
        f"（资料图片仅供参考）\n近日，衡阳{NEWS}{PROSE}",
        ("衡阳市行政审批局推行“一件事一次办”改革", "湖南省衡阳市"),
    ),
    "under what a bureau did it": (
        (
            "今年以来，雨湖区市场监管局紧紧围绕中心工作，在《湘潭市优化营商环境若干措施》的统领下，推行登记“零跑腿”。"
            f"{PROSE}"
        ),
        ("雨湖区市场监管局推行登记“零跑腿”", "湖南省湘潭市雨湖区"),
    ),
    "counties of a prefecture that speaks for all of it": (
        (
            "恩施市、宣恩县、咸丰县率先推行企业开办“一窗通办”。全州政务大厅一律设立专区，全州企业开办时间压减一半。"
            f"{PROSE}"
        ),
        ("恩施市、宣恩县、咸丰县率先推行企业开办“一窗通办”", "湖北省恩施土家族苗族自治州"),
    ),
    "a day of publication below the path of a page": (
        f"首页-新闻资讯\n发表时间：2021年11月3日\n蒙城县优化审批服务，开设“一件事”窗口。{NEWS}",
        ("蒙城县优化审批服务，开设“一件事”窗口", "安徽省亳州市蒙城县"),
    ),
    "an occasion between who and what": (
        (
            "大丰区行政审批局针对企业“领了照、不知下一步办什么”的痛点，在全市率先推行“一企来”照后服务，"
            f"办理时间压缩60%。{PROSE}"
        ),
        ("大丰区行政审批局在全市率先推行“一企来”照后服务", "江苏省盐城市大丰区"),
    ),
    "a day in brackets": (
        f"今天（2月18日），吉林省推出40项新举措，企业开办压缩至半个工作日。{PROSE}",
        ("吉林省推出40项新举措，企业开办压缩至半个工作日", "吉林省"),
    ),
    "a news agency's dateline": (
        (
            f"新华社青岛6月3日电（记者张某）记者从青岛市行政审批服务局获悉，青岛市近日推出工程建设项目“拿地即开工”改革，"
            f"审批时限由45个工作日压减至12个工作日。{PROSE}"
        ),
        ("青岛市近日推出工程建设项目“拿地即开工”改革", "山东省青岛市"),
    ),
    "a province told of from its capital": (
        f"本报石家庄3月2日电（记者张某）在河北，企业办事越来越方便。全省推行“高效办成一件事”，材料减少48%。{PROSE}",
        ("河北全省推行“高效办成一件事”，材料减少48%", "河北省"),
    ),
    "who says it": (
        (f"随县政务服务中心负责人王宁说，中心把二十个部门的事项全部进驻综合窗口，企业只跑一次。{PROSE}"),
        ("随县中心把二十个部门的事项全部进驻综合窗口，企业只跑一次", "湖北省随州市随县"),
    ),
    "why first, in three clauses": (
        (
            "随着区域协同发展全面推进，三地往来日渐紧密，但企业异地办事仍有难点。21日起，青岛市179项政务服务事项在各区市"
            f"实现通办。{PROSE}"
        ),
        ("青岛市179项政务服务事项在各区市实现通办", "山东省青岛市"),
    ),
    "what it was done for, in three clauses": (
        (
            "本报讯（记者 王宁）为帮助市场主体减轻负担，纾困解难，促进经济发展，我市推出稳岗返还“免申即享”。"
            f"青岛市的企业收到资金，不用申请。{PROSE}"
        ),
        ("青岛市推出稳岗返还“免申即享”", "山东省青岛市"),
    ),
    "a scene first": (
        (
            "走进霸州市政务服务大厅，“跨省通办”窗口前，工作人员正在忙碌。\n“以前得跑两趟。”客商赵先生说。\n"
            f"今年，霸州市建立“跨省通办”合作机制，梳理通办事项162项，办理业务2300余件。{PROSE}"
        ),
        ("霸州市建立“跨省通办”合作机制，梳理通办事项162项", "河北省廊坊市霸州市"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), MADE.values(), ids=MADE.keys())
def test_a_made_title_and_its_place(text: str, expected: tuple[str, str]) -> None:
    (case,) = read(text).cases
    assert (case.title.text, reader().gazetteer.full_name(case.regions[0].code)) == expected
    assert case.title_is_made
