"""Abbreviated names of bodies in full, where nothing has to be guessed."""

import pytest

from ingest.recognise.agency_names import full_name
from tests.ingest.recognise.drafts import gazetteer

CHANGSHA, TIANXIN, HUNAN, BEIJING, CHAOYANG = "430100", "430103", "430000", "110000", "110105"
XIANGXI, GUANGXI, LIUYANG = "433100", "450000", "430181"

NAMES = [
    ("市发展改革委", CHANGSHA, "长沙市发展和改革委员会"),
    ("长沙市发改委", CHANGSHA, "长沙市发展和改革委员会"),
    ("市场监管局", CHANGSHA, ""),  # of which level is not said
    ("市市场监管局", CHANGSHA, "长沙市市场监督管理局"),
    ("市人社局", TIANXIN, "长沙市人力资源和社会保障局"),
    ("区人社局", TIANXIN, "长沙市天心区人力资源和社会保障局"),
    ("天心区人社局", TIANXIN, "长沙市天心区人力资源和社会保障局"),
    ("省人社厅", TIANXIN, "湖南省人力资源和社会保障厅"),
    ("省市场监管局", CHANGSHA, "湖南省市场监督管理局"),
    ("省财政厅", CHANGSHA, "湖南省财政厅"),
    ("省财政局", CHANGSHA, ""),  # there is none
    ("市财政局", HUNAN, ""),  # which city?
    ("市财政局", LIUYANG, ""),  # 浏阳市's or 长沙市's
    ("浏阳市财政局", LIUYANG, "浏阳市财政局"),
    ("市税务局", CHANGSHA, "国家税务总局长沙市税务局"),
    ("市中院", CHANGSHA, "长沙市中级人民法院"),
    ("省高院", CHANGSHA, "湖南省高级人民法院"),
    ("区法院", TIANXIN, "长沙市天心区人民法院"),
    ("区检察院", TIANXIN, "长沙市天心区人民检察院"),
    ("市住建委", BEIJING, "北京市住房和城乡建设委员会"),
    ("市住建委", CHANGSHA, ""),
    ("市规划和自然资源委", BEIJING, ""),
    ("市教委", BEIJING, ""),
    ("市财政局", CHAOYANG, "北京市财政局"),
    ("区财政局", CHAOYANG, "北京市朝阳区财政局"),
    ("州发展改革委", XIANGXI, "湘西土家族苗族自治州发展和改革委员会"),
    ("自治区发展改革委", GUANGXI, "广西壮族自治区发展和改革委员会"),
    ("自治区财政厅", CHANGSHA, ""),
    ("市自然资源局", CHANGSHA, ""),  # 自然资源和规划局 in many places
    ("区文旅局", TIANXIN, ""),
    ("综合科", TIANXIN, ""),
    ("市政府", CHANGSHA, "长沙市人民政府"),
    ("天心区人民政府", TIANXIN, "长沙市天心区人民政府"),
    ("省政府", CHANGSHA, "湖南省人民政府"),
    ("市政府办公室", CHANGSHA, ""),
    ("区卫健局", TIANXIN, "长沙市天心区卫生健康局"),
    ("市应急局", CHANGSHA, "长沙市应急管理局"),
    ("市医保局", CHANGSHA, "长沙市医疗保障局"),
    ("省医保局", CHANGSHA, "湖南省医疗保障局"),
    ("市教育局", CHANGSHA, "长沙市教育局"),
    ("州中院", XIANGXI, "湘西土家族苗族自治州中级人民法院"),
    ("区税务局", TIANXIN, "国家税务总局长沙市天心区税务局"),
    ("市行政审批局", CHANGSHA, ""),  # 行政审批服务局 in many places
    ("市数据局", CHANGSHA, ""),
    ("长沙海关", CHANGSHA, ""),
]


@pytest.mark.parametrize(("printed", "region", "expected"), NAMES)
def test_names_in_full(printed: str, region: str, expected: str) -> None:
    assert full_name(printed, region, gazetteer()) == expected
