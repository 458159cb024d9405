"""Why a fact was read goes with the machine's own value, into the database and onto the editor's desk."""

from collections.abc import Callable, Sequence
from functools import cache

import pytest
from django.test import Client
from django.urls import reverse

from catalogue.models import Measure, Source
from ingest.load import DocumentReport, load_document, vocabulary
from ingest.pipeline import Reader
from ingest.vocabulary import Vocabulary
from tests.catalogue.admin.test_case import form_of

pytestmark = pytest.mark.django_db

FILE = "经验.txt"
TEXT = """湘发改〔2022〕3号
湖南省优化营商环境典型案例
案例1：株洲市优化获得电力服务
2021年，株洲市把办电作为优化营商环境的重点，办电由5个环节压减到2个环节。
（一）株洲市天元区延伸投资界面。红线外的工程由供电公司投资建设，用户不再出资。
（二）湘潭市雨湖区推行线上办电。企业线上提交一次申请，办电时间由20天压减到8天。
（三）株洲市荷塘区推行告知承诺。企业承诺后先行施工，每户少跑2次。
案例2：湘潭市推进不动产登记一窗受理
2021年，湘潭市把登记、交易、缴税并到一个窗口，登记时间由10个工作日压减到3个工作日。
湖南省发展和改革委员会
2022年3月1日
"""


@cache
def reader(known: Vocabulary) -> Reader:
    return Reader(known)


@pytest.fixture
def ingest(reference: None) -> Callable[..., DocumentReport]:
    known = vocabulary()

    def run(text: str = TEXT, version: str = "1") -> DocumentReport:
        return load_document(reader(known).read(FILE, text.encode()), version)

    return run


@pytest.fixture
def source(ingest: Callable[..., DocumentReport]) -> Source:
    ingest()
    return Source.objects.get(file=FILE)


@pytest.fixture
def staff(admin_client: Client) -> Client:
    return admin_client


def words(source: Source, spans: Sequence[Sequence[int]]) -> list[str]:
    return [source.text[start:end] for start, end in spans]


def told(source: Source) -> dict[str, list[str]]:
    """Where the facts of a document were read."""
    source.refresh_from_db()
    assert all(item["reason"] and 0 < item["confidence"] <= 1 for item in source.evidence)
    return {item["fact"]: words(source, item["spans"]) for item in source.evidence}


def test_the_facts_of_a_document(source: Source) -> None:
    assert told(source) == {
        "document_number": ["湘发改〔2022〕3号"],
        "kind": ["株洲市优化获得电力服务", "湘潭市推进不动产登记一窗受理"],
        "published_on": ["2022年3月1日"],
        "publisher": ["湖南省发展和改革委员会"],
    }


def test_the_editor_sees_them_and_what_staff_put_right_has_none(source: Source, staff: Client, ingest) -> None:
    address = reverse("admin:catalogue_source_change", args=[source.pk])
    page = staff.get(address)
    assert "发布单位：落款；把握 95%；" in page.content.decode()
    assert "【湖南省发展和改革委员会】" in page.content.decode()
    form = page.context["adminform"].form
    data = {bound.html_name: bound.value() or "" for bound in form} | {"publisher": "省营商办"}
    assert staff.post(address, data).status_code == 302
    assert "publisher" not in told(source)
    ingest(version="2")
    assert told(source).keys() == {"document_number", "kind", "published_on"}
    assert source.publisher == "省营商办"


def test_places_follow_a_corrected_text(source: Source, ingest) -> None:
    ingest(f"内部资料\n{TEXT}".replace("湖南省发展和改革委员会", "湖南省数据局"))
    assert told(source)["publisher"] == ["湖南省数据局"]
    assert told(source)["published_on"] == ["2022年3月1日"]


def test_the_region_of_a_measure(source: Source, staff: Client, ingest) -> None:
    measure = Measure.objects.get(case__source=source, heading__startswith="湘潭市雨湖区")
    assert (measure.region.name, words(source, measure.region_spans)) == ("雨湖区", ["湘潭市雨湖区"])
    assert measure.region_reason == "举措开头：文中写作“湘潭市雨湖区”"
    assert 0 < measure.region_confidence <= 1
    address = reverse("admin:catalogue_casestudy_change", args=[measure.case_id])
    assert measure.region_reason in staff.get(address).content.decode()
    data = form_of(staff, measure.case)
    row = next(name for name, value in data.items() if name.endswith("-id") and str(value) == str(measure.pk))
    assert staff.post(address, data | {row.replace("-id", "-region"): "430304"}).status_code == 302
    for version in ("1", "2"):
        ingest(version=version)
        measure.refresh_from_db()
        assert (measure.region_id, measure.region_reason, measure.region_spans) == ("430304", "", [])
