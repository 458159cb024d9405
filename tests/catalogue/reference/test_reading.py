"""A reference file that contradicts itself is refused, and the message says where."""

import pytest

from catalogue.reference import ReferenceFileError, read_indicators, read_regions

HEADER = "# two rows\ncode,name,short_name,aliases,pinyin,initials,level,parent,valid_from,valid_to,successor\n"
HUNAN = "430000,湖南省,湖南,湘,hunan,hn,1,,,,\n"
CHANGSHA = "430100,长沙市,长沙,,changsha,cs,2,430000,,,\n"


def test_a_good_file_is_read_parents_first(tmp_path):
    path = tmp_path / "regions.csv"
    path.write_text(HEADER + CHANGSHA + HUNAN, encoding="utf-8")
    hunan, changsha = read_regions(path)
    assert hunan.aliases == ("湘",)
    assert (changsha.parent, changsha.path, changsha.aliases) == ("430000", "430000/430100/", ())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("code,name\n430000,湖南省\n", "the columns must be"),
        (HEADER + HUNAN + HUNAN, "code stands more than once: 430000"),
        (HEADER + CHANGSHA, "its parent 430000 is unknown"),
        (HEADER + HUNAN + "110100,长沙市,长沙,,changsha,cs,2,430000,,,\n", "does not begin like its parent's"),
        (HEADER + HUNAN + "430100,长沙市,长沙,,changsha,cs,1,430000,,,\n", "not of a higher level"),
        (HEADER + "430100,长沙市,长沙,,changsha,cs,2,,,,\n", "has no parent but is no province"),
        (HEADER + "430000,湖南省,湖南,湘,hunan,hn,省,,,,\n", "level '省' is none of"),
        (HEADER + "430000,湖南省,湖南,湘,,hn,1,,,,\n", "pinyin is empty"),
        (HEADER + "430000,湖南省,湖南\n", "must have 11 fields"),
        (HEADER + "430000,湖南省,湖南,湘,hunan,hn,1,,,,,,\n", "must have 11 fields"),
        (HEADER + "430000,湖南省,湖南,湘,hunan,hn,1,,,2019年,\n", "'2019年' is no date"),
        (HEADER + "430000,湖南省,湖南,湘,hunan,hn,1,,,2019-12-31,440000\n", "its successor 440000 is unknown"),
        (HEADER + "430000,湖南省,湖南,湘,hunan,hn,1,,,,430000\n", "has a successor but no valid_to"),
        (HEADER + "430000,湖南省,湖南,湘,hunan,hn,1,,,2019-12-31,430000\n", "run in a circle"),
    ],
)
def test_a_bad_file_of_regions_is_refused(tmp_path, text, message):
    path = tmp_path / "regions.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ReferenceFileError, match=message) as caught:
        read_regions(path)
    assert "regions.csv" in str(caught.value)


NATIONAL = """
[[indicator]]
slug = "water-and-gas"
name = "获得用水用气"
order = 4
definition = "接通用水用气的难易。"
aliases = ["报装"]
doing_business = []
b_ready = ["Utility Services"]
"""
LOCAL = """
[[indicator.local]]
slug = "gas"
name = "获得用气"
definition = "接通用气的难易。"
aliases = []
"""


def test_a_local_indicator_takes_its_place_and_topics_from_the_national_one(tmp_path):
    path = tmp_path / "indicators.toml"
    path.write_text(NATIONAL + LOCAL, encoding="utf-8")
    national, local = read_indicators(path)
    assert (national.parent, local.parent) == (None, "water-and-gas")
    assert (local.order, local.b_ready) == (4, ("Utility Services",))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[indicator]\n", "indicators.toml"),
        (NATIONAL.replace("order = 4\n", ""), "water-and-gas: order is missing"),
        (NATIONAL.replace("order = 4", 'order = "4"'), "water-and-gas: order is missing or no int"),
        (NATIONAL.replace("aliases", "alias"), "water-and-gas: alias is unknown here"),
        (NATIONAL + LOCAL + "order = 5\n", "gas: order is unknown here"),
        (NATIONAL + NATIONAL, "slug stands more than once: water-and-gas"),
        (NATIONAL + LOCAL.replace("获得用气", "获得用水用气"), "name stands more than once: 获得用水用气"),
    ],
)
def test_a_bad_file_of_indicators_is_refused(tmp_path, text, message):
    path = tmp_path / "indicators.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ReferenceFileError, match=message):
        read_indicators(path)
