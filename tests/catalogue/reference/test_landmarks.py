"""landmarks.csv: ports, airports, crossings and grounds of several provinces, each in regions that are in force."""

import pytest

from catalogue.reference import ReferenceFileError, read_landmarks, read_regions


def test_where_they_lie():
    places = {row.name: row.regions for row in read_landmarks()}
    names = {row.code: row.name for row in read_regions() if row.valid_to is None}
    assert {code for codes in places.values() for code in codes} <= names.keys()
    assert [names[code] for code in places["宁波舟山港"]] == ["宁波市", "舟山市"]
    assert [names[code] for code in places["友谊关口岸"]] == ["凭祥市"]
    assert [names[code] for code in places["粤港澳大湾区"]] == ["广东省", "香港特别行政区", "澳门特别行政区"]


def test_none_bears_the_name_of_a_region():
    regions = {name for row in read_regions() for name in (row.name, row.short_name, *row.aliases)}
    assert {name for row in read_landmarks() for name in (row.name, *row.aliases)} & regions == set()


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("天津港,,车站,120000", "车站"),
        ("天津港,,港口,", "天津港"),
        (",,港口,120000", "no name"),
        ("天津港,,港口", "天津港"),
        ("天津港,津港,港口,120000\n上海港,津港,港口,310000", "more than once: 津港"),
    ],
)
def test_a_file_that_contradicts_itself_is_refused(tmp_path, line, wrong):
    path = tmp_path / "landmarks.csv"
    path.write_text(f"# a note\nname,aliases,kind,regions\n{line}\n", encoding="utf-8")
    with pytest.raises(ReferenceFileError, match=wrong):
        read_landmarks(path)


def test_other_columns_are_refused(tmp_path):
    path = tmp_path / "landmarks.csv"
    path.write_text("name,kind\n天津港,港口\n", encoding="utf-8")
    with pytest.raises(ReferenceFileError, match="columns"):
        read_landmarks(path)
