"""Lists of records: number, title, place and date, a field a line or a record a line, without a text."""

from __future__ import annotations

import pytest

from ingest.clean import clean
from ingest.order import put_in_order
from ingest.recognise.regions import recognise_regions
from ingest.recognise.years import recognise_year
from ingest.segment import segment
from tests.ingest.pages import GAZETTEER, LEXICON, cut, document, left_over
from tests.ingest.recognise.drafts import a_case, a_document

TITLES = ["不动产登记“一窗受理”上线", "率先推行企业开办“一件事”", "启用不动产电子证明"]
PLACES = ["浙江·杭州", "湖南·长沙", "上海"]
DAYS = ["2019-01-02", "2019-01-09", "2019-02-11"]
ROWS = list(zip(["1", "2", "3"], TITLES, PLACES, DAYS, strict=True))

LISTS: dict[str, str] = {
    "a field a line": "\n".join("\n".join(row) for row in ROWS),
    "a field a line, blank lines between": "\n\n".join("\n".join(row) for row in ROWS),
    "without numbers": "\n".join("\n".join(row[1:]) for row in ROWS),
    "blanks between": "\n".join("  ".join(row) for row in ROWS),
    "tabs between": "\n".join("\t".join(row).replace("·", "/") for row in ROWS),
    "bars between, dashes in the places": "\n".join("|".join(row).replace("·", "-") for row in ROWS),
    "a table of Markdown": "| 序号 | 标题 | 地区 | 日期 |\n" + "\n".join(f"| {' | '.join(row)} |" for row in ROWS),
    "the date first": "\n".join(f"{day} {place.replace('·', '')} {title}" for _, title, place, day in ROWS),
    "place and date in brackets": "\n".join(
        f"{title}（{place}，{day[:4]}年{int(day[5:7])}月{int(day[8:])}日）" for _, title, place, day in ROWS
    ),
    "a number and a place, no date": "\n".join(f"{n}、{title}  {place}" for n, title, place, _ in ROWS),
    "other writing of dates": "\n".join("\n".join(row).replace("2019-0", "2019.").replace("-", ".") for row in ROWS),
}


@pytest.mark.parametrize("rows", LISTS.values(), ids=LISTS.keys())
def test_each_record_is_a_case(rows: str) -> None:
    read_text = document(f"政策实施\n{rows}\n")
    draft = segment(put_in_order(clean(read_text)), read_text, GAZETTEER, LEXICON)
    assert [section.title.text for section in draft.sections] == TITLES
    named = [GAZETTEER.find(section.preamble.text)[-1].code for section in draft.sections]
    assert named == ["330100", "430100", "310000"]


def test_the_line_with_the_date_tells_the_year() -> None:
    for day in ("2019-01-02", "2019.1.2", "2019年1月2日", "2019年1月"):
        case = a_case("推行一件事", "", preamble=f"政策实施\n湖南·长沙\n{day}")
        found = recognise_year(case, a_document("", case)).year
        assert found is not None
        assert found.year == 2019, day


@pytest.mark.parametrize("place", ["湖南·长沙", "湖南/长沙", "湖南-长沙", "湖南长沙"])
def test_the_line_with_the_place_tells_the_region(place: str) -> None:
    case = a_case("首个便民受理点揭牌", "", preamble=f"政策实施\n{place}\n2019-01-02")
    assert recognise_regions(case, a_document("", case), GAZETTEER).regions[0].code == "430100"


def test_a_heading_over_a_group_is_no_title() -> None:
    first, *rest = ("\n".join(row) for row in ROWS)
    text = f"{first}\n政策实施\n" + "\n".join(rest)
    assert [section.title.text for section in cut(text).sections] == TITLES


def test_what_is_no_case_in_a_list_is_left_out() -> None:
    rows = [*ROWS, ("4", "长沙市召开不动产登记工作推进会", "湖南·长沙", "2019-02-12")]
    draft = cut("\n".join("\n".join(row) for row in rows))
    assert [section.title.text for section in draft.sections] == TITLES


@pytest.mark.parametrize(
    "text", ["\n".join("\n".join(row) for row in ROWS), LISTS["bars between, dashes in the places"]]
)
def test_every_character_is_in_a_case_or_in_a_notice(text: str) -> None:
    assert left_over(cut(text), text) == ""


NO_LISTS: dict[str, str] = {
    "two reports with place and day": "\n".join(
        f"{title}\n{place}\n{day}\n某地推行改革，企业只跑一次，当日办结，材料减少一半。"
        for _, title, place, day in ROWS[:2]
    ),
    "who took part": "湖南省优化营商环境座谈会\n代表名单如下。\n王宁 长沙\n李程 株洲\n吴恙 湘潭",
}


@pytest.mark.parametrize("text", NO_LISTS.values(), ids=NO_LISTS.keys())
def test_other_lines_are_no_records(text: str) -> None:
    assert all(section.blocks for section in cut(text).sections)
