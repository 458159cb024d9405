"""A case that two documents print: one page, which names both."""

import pytest
from django.test import Client
from django.urls import reverse

from catalogue.models import CaseStudy, Source

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue_db")]


@pytest.fixture
def first() -> CaseStudy:
    return CaseStudy.objects.published().filter(case_regions__is_main=True).first()


@pytest.fixture
def repeat(first: CaseStudy) -> CaseStudy:
    """The only case of its source."""
    source = Source.objects.create(title="工作简报第7期", file="简报.txt", sha256="7" * 64, text="又载一次。其他。")
    case = CaseStudy(source=source, key="1", title="又载一次", spans=[[0, 5]], state="published", repeat_of=first)
    case.save()
    case.case_regions.create(region_id="710000", is_main=True)
    return case


def test_the_first_names_where_else_it_is_printed(client: Client, first: CaseStudy, repeat: CaseStudy):
    page = client.get(first.get_absolute_url())
    html = page.content.decode()
    assert "另见于" in html
    assert f'href="{repeat.source.get_absolute_url()}#case-{repeat.pk}">工作简报第7期</a>' in html
    assert "又载一次[Z]//工作简报第7期." in html


def test_no_other_case_says_so(client: Client, first: CaseStudy, repeat: CaseStudy):
    other = CaseStudy.objects.published().exclude(pk=first.pk).first()
    assert "另见于" not in client.get(other.get_absolute_url()).content.decode()


def test_the_repeat_leads_to_the_first(client: Client, first: CaseStudy, repeat: CaseStudy):
    page = client.get(repeat.get_absolute_url())
    assert (page.status_code, page["Location"]) == (302, first.get_absolute_url())


def test_its_source_lists_the_first_and_marks_its_own_text(client: Client, first: CaseStudy, repeat: CaseStudy):
    page = client.get(repeat.source.get_absolute_url())
    assert [item.case.pk for item in page.context["hits"]] == [first.pk]
    html = page.content.decode()
    assert f'id="case-{repeat.pk}"' in html
    assert f'首见于：<a href="{first.source.get_absolute_url()}#case-{first.pk}">{first.source.title}</a>' in html
    listed = client.get(reverse("cases"), {"source": repeat.source_id}).content.decode()
    assert 'data-total="1"' in listed
    assert f'data-case="{first.pk}"' in listed


def test_it_is_in_no_list_and_no_count(client: Client, first: CaseStudy, repeat: CaseStudy):
    for address in (reverse("cases"), reverse("home"), reverse("api:cases"), reverse("outcomes")):
        assert "又载一次" not in client.get(address).content.decode()
    assert client.get(reverse("api:case", args=[repeat.pk])).status_code == 404
    sitemap = client.get("/sitemap.xml").content.decode()
    assert f"{repeat.get_absolute_url()}<" not in sitemap
    assert "/regions/710000/" not in sitemap, "only the repeat names it"
    assert f"{repeat.source.get_absolute_url()}<" in sitemap


@pytest.mark.parametrize("state", [CaseStudy.State.WITHDRAWN, CaseStudy.State.DRAFT])
def test_it_is_hidden_with_the_first_and_when_it_is_withdrawn_itself(
    client: Client, first: CaseStudy, repeat: CaseStudy, state: str
):
    CaseStudy.objects.filter(pk=repeat.pk).update(state=state)
    assert client.get(repeat.source.get_absolute_url()).status_code == 404
    assert "另见于" not in client.get(first.get_absolute_url()).content.decode()
    CaseStudy.objects.filter(pk=repeat.pk).update(state="published")
    CaseStudy.objects.filter(pk=first.pk).update(state=state)
    assert client.get(repeat.get_absolute_url()).status_code == 404
    assert client.get(repeat.source.get_absolute_url()).status_code == 404
