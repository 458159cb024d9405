"""The choices of a facet in their order."""

from __future__ import annotations

import pytest

from catalogue.facets import facet_options
from catalogue.models import Source
from catalogue.search import vocabulary
from catalogue.search.query import CaseQuery

TITLES = ("丙", "甲", "乙", "丁", "甲")
"""Two sources may be titled alike."""


@pytest.fixture
def sources(db):
    """Keys of sources with these titles, in this order."""
    vocabulary.forget()
    yield [Source.objects.create(title=title, file=f"{n}.txt", sha256=str(n)).pk for n, title in enumerate(TITLES)]
    vocabulary.forget()


@pytest.mark.parametrize(
    ("counts", "chosen", "expected"),
    [
        ((3, 3, 3, 3, 3), (), "丁丙乙甲甲"),
        ((1, 2, 3, 4, 5), (), "甲丁乙甲丙"),
        ((2, 1, 2, 1, 2), (), "丙乙甲丁甲"),
        ((2, 0, 1, 0, 0), (), "丙乙"),
        ((2, 0, 1, 0, 0), (3,), "丙乙丁"),
        ((0, 0, 0, 0, 0), (), ""),
    ],
)
def test_sources_with_the_most_cases_come_first_of_equals_by_title(sources, counts, chosen, expected):
    counted = {key: count for key, count in zip(sources, counts, strict=True) if count}
    query = CaseQuery(sources=tuple(sources[at] for at in chosen))
    options = facet_options({"region": {}, "indicator": {}, "year": {}, "source": counted}, query)["source"]
    assert "".join(option.label for option in options) == expected
    for number in range(len(TITLES) + 1):
        assert "".join(option.label for option in options[:number]) == expected[:number]


def test_a_source_that_has_gone_since_it_was_counted_is_left_out(sources):
    counted = dict.fromkeys([*sources, max(sources) + 1], 1)
    options = facet_options({"region": {}, "indicator": {}, "year": {}, "source": counted}, CaseQuery())["source"]
    assert [option.value for option in options[:3]] == [option.value for option in options][:3]
    assert len([*options]) == len(TITLES)
