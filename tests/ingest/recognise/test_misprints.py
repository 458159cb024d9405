"""Names of places with one wrong character: put right where one is meant, left to the editor where several may be."""

import pytest

from ingest.recognise.misprints import unknown_place
from ingest.recognise.regions import recognise_regions
from tests.ingest.recognise.drafts import a_case, a_document, gazetteer, named


def test_a_misprinted_name_is_put_right_and_flagged() -> None:
    measures = ("长治市制定方案。", "太原市布设终端。", "朔洲市整合窗口。", "晋中市压缩时限。")
    case = a_case("山西省：表扬典型做法", "", measures)
    read = recognise_regions(case, a_document("", case), gazetteer())
    assert named(read) == ["山西省", "山西省长治市", "山西省太原市", "山西省朔州市", "山西省晋中市"]
    (notice,) = [notice for notice in read.notices if notice.code == "region-misprint"]
    assert "朔洲市" in notice.message
    assert notice.spans == read.measures[2].text[:3].spans()


MISPRINTS = [
    ("湘谭市推行", "430000", ["湘潭市"]),
    ("景德真市推行", "360000", ["景德镇市"]),
    ("岳阴县推行", "430000", ["岳阳县", "湘阴县"]),
    ("茑州市推行", "140000", ["朔州市", "忻州市", "霍州市"]),
    ("设区市推行", "320000", []),
    ("沿海市推行", "370000", []),
    ("平好县推行", "140000", []),  # like four of them, and so hardly a name
]


@pytest.mark.parametrize(("text", "province", "expected"), MISPRINTS)
def test_names_with_one_wrong_character(text: str, province: str, expected: list[str]) -> None:
    _, meant = unknown_place(text, gazetteer(), province, []) or ("", ())
    assert [entry.name for entry in meant] == expected


def test_a_misprint_that_could_be_two_places_is_left_to_the_editor() -> None:
    measures = ("长沙县制定方案。", "华容县布设终端。", "岳阴县整合窗口。")
    case = a_case("湖南省：表扬典型做法", "", measures)
    read = recognise_regions(case, a_document("", case), gazetteer())
    (notice,) = read.notices
    assert notice.code == "region-misprint-unclear"
    assert notice.message == "“岳阴县”不是地名，可能是“岳阳县”或“湘阴县”之误，未归到其中任何一地，请核对并补上地区。"
    assert notice.spans == read.measures[2].text[:3].spans()
    assert read.measures[2].region is None


@pytest.mark.parametrize(
    "text", ["示范区建立机制。", "沿海市压缩时限。", "各县区压缩时限。", "全市推行。", "高新区试点。"]
)
def test_common_nouns_are_no_misprints(text: str) -> None:
    case = a_case("山西省：表扬典型做法", "", ("长治市制定方案。", "太原市布设终端。", text))
    read = recognise_regions(case, a_document("", case), gazetteer())
    assert [notice.code for notice in read.notices] == []
    assert read.measures[2].region is None


@pytest.mark.parametrize(
    ("title", "text", "region", "codes"),
    [
        ("湖南省湘谭市推行容缺受理", "材料减少三成。", "湖南省湘潭市", ["region-misprint"]),
        ("推行容缺受理", "湖南省湘谭市推行容缺受理，材料减少三成。", "湖南省湘潭市", ["region-misprint"]),
        ("山西省茑州市推行容缺受理", "材料减少三成。", "山西省", ["region-misprint-unclear"]),
        ("山西省各县区推行容缺受理", "材料减少三成。", "山西省", []),
        ("山西省示范区推行容缺受理", "材料减少三成。", "山西省", []),
        ("山西省朔州市推行容缺受理", "材料减少三成。", "山西省朔州市", []),
    ],
)
def test_a_misprint_behind_its_province(title: str, text: str, region: str, codes: list[str]) -> None:
    case = a_case(title, text)
    case = recognise_regions(case, a_document("各地经验", case), gazetteer())
    assert named(case)[:1] == [region]
    assert [notice.code for notice in case.notices] == codes
