"""Pieces of a source."""

import pytest

from catalogue.models import CaseStudy, Measure, Outcome, Source
from catalogue.provenance import passages, ranges, source_pieces


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], []),
        ([[5, 9], [1, 3]], [(1, 3), (5, 9)]),
        ([[1, 5], [3, 9], [9, 10]], [(1, 10)]),
        ([[1, 9], [2, 3]], [(1, 9)]),
    ],
)
def test_ranges_are_sorted_and_merged(spans: list[list[int]], expected: list[tuple[int, int]]) -> None:
    assert ranges(spans) == expected


TEXT = "前言。一、压减环节。由5个减至2个。二、压减时间。尾注"


@pytest.fixture
def case(db: None) -> CaseStudy:
    """A case whose second measure is printed apart from the first."""
    source = Source.objects.create(title="简报", file="a.txt", sha256="0" * 64, text=TEXT)
    case = CaseStudy.objects.create(
        source=source, key="1", title="压减环节", spans=[[3, 18], [18, 25]], state="published"
    )
    first = Measure.objects.create(case=case, position=0, heading="压减环节", spans=[[3, 18]])
    Measure.objects.create(case=case, position=1, heading="压减时间", spans=[[18, 25]])
    Outcome.objects.create(
        case=case, measure=first, text="由5个减至2个", before=5, after=2, unit="个", spans=[[10, 17]]
    )
    return case


def test_passages_print_the_source_with_figures_marked(case: CaseStudy) -> None:
    [passage] = passages(case)
    assert [(piece.text, piece.figure) for piece in passage.pieces] == [
        ("一、压减环节。", False),
        ("由5个减至2个", True),
        ("。", False),
        ("二、压减时间。", False),
    ]
    first, second = case.measures.all()
    assert passage.pieces[0].anchors == (f"source-measure-{first.pk}",)
    assert passage.pieces[3].anchors == (f"source-measure-{second.pk}",)


def test_a_source_is_shown_whole_with_its_cases_marked(case: CaseStudy) -> None:
    pieces = source_pieces(case.source, [case])
    assert "".join(piece.text for piece in pieces) == TEXT
    assert [(piece.text[:2], piece.case_id) for piece in pieces] == [("前言", None), ("一、", case.pk), ("尾注", None)]
    assert pieces[1].anchors == (f"case-{case.pk}",)


def test_cases_that_share_text_do_not_print_it_twice(case: CaseStudy) -> None:
    other = CaseStudy.objects.create(source=case.source, key="2", title="压减时间", spans=[[18, 27]], state="published")
    pieces = source_pieces(case.source, [case, other])
    assert "".join(piece.text for piece in pieces) == TEXT
    assert [piece.case_id for piece in pieces] == [None, case.pk, other.pk]


def test_pages_are_told_where_they_begin(case: CaseStudy) -> None:
    case.source.pages = [0, 10, 25, 25]
    pieces = source_pieces(case.source, [case])
    assert "".join(sheet.text for piece in pieces for sheet in piece.sheets) == TEXT
    assert [[sheet.page for sheet in piece.sheets] for piece in pieces] == [[1], [None, 2], [4]]
    assert [passage.pages for passage in passages(case)] == [(1, 2)]
