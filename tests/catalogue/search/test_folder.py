"""The folder of the index: lost, damaged or left half written, it is mended or built anew."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tantivy import Query

from catalogue.models import CaseStudy
from catalogue.search import find, find_all
from catalogue.search.index.compare import differences
from catalogue.search.index.folder import NOTE
from catalogue.search.index.follower import Follower, follower
from catalogue.search.index.schema import measure_schema
from catalogue.search.query import CaseQuery

from .conftest import generation_in
from .damage import cut, largest, note_of, put_note, spoil
from .edits import WORD, add_word, found


@pytest.fixture
def small(catalogue_db, settings) -> Iterator[Path]:
    """The folder of an index of ten cases, which is built anew in a moment."""
    ten = list(CaseStudy.objects.published().values_list("pk", flat=True)[:10])
    CaseStudy.objects.exclude(pk__in=ten).update(state=CaseStudy.State.DRAFT)
    follower().rebuild()
    folder = Path(settings.SEARCH_INDEX_DIR)
    yield folder
    shutil.rmtree(generation_in(folder))  # the database is about to have all its cases again


def _measures_with(word: str) -> list[int]:
    """Keys of the measures that the index as it is holds under a word of the dictionary."""
    generation = follower()._open()
    hits = generation.measures.search(Query.term_query(measure_schema(), "text_words", word), 10).hits
    return [int(key or 0) for key in generation.measures.fast_field_values("id", [address for _, address in hits])]


@pytest.mark.parametrize(
    "damage",
    [
        shutil.rmtree,
        lambda folder: shutil.rmtree(generation_in(folder)),
        lambda folder: (folder / "current").unlink(),
        lambda folder: (folder / "current").write_text(""),
        lambda folder: (folder / "current").write_text("generation-none"),
        lambda folder: (generation_in(folder) / NOTE).unlink(),
        lambda folder: (generation_in(folder) / NOTE).write_text("{"),
        lambda folder: put_note(folder, version="0"),
        lambda folder: (generation_in(folder) / "cases" / "meta.json").write_text(""),
        lambda folder: (generation_in(folder) / "measures" / "meta.json").unlink(),
        lambda folder: shutil.rmtree(generation_in(folder) / "measures"),
        lambda folder: spoil(largest(folder, ".idx")),
        lambda folder: spoil(largest(folder, ".pos")),
        lambda folder: cut(largest(folder, ".idx")),
        lambda folder: cut(largest(folder, ".term")),
        lambda folder: cut(largest(folder, ".pos")),
        lambda folder: cut(largest(folder, ".fast")),
        lambda folder: largest(folder, ".store").unlink(),
    ],
)
@pytest.mark.parametrize("by", ["the process that has it open", "a new process"])
def test_a_lost_or_damaged_index_is_built_anew(small, damage, by):
    before = generation_in(small)
    expected = find_all(CaseQuery(q="“服务”"))
    damage(small)
    if by == "a new process":
        Follower(small).searcher()
    assert sorted(find_all(CaseQuery(q="“服务”"))) == sorted(expected) != []
    assert generation_in(small) != before
    assert [path.name for path in small.glob("generation-*")] == [generation_in(small).name]


def test_a_new_process_reads_through_those_files_only_that_are_not_noted_as_whole(small):
    file = largest(small, ".idx")
    times = file.stat()
    spoil(file)
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))  # as a disk that loses a bit: `search check` finds it
    assert not Follower(small).status().fault
    put_note(small, files={})
    assert Follower(small).status().fault == f"cases/{file.name} is damaged"


def test_what_a_killed_rebuild_left_behind_is_cleared_away(folder):
    (folder / "generation-half").mkdir()
    assert find(CaseQuery()).total
    follower().rebuild()
    assert not (folder / "generation-half").exists()


def test_killed_between_the_engines_commit_and_its_note_the_same_rows_are_applied_again(folder):
    case = CaseStudy.objects.published().first()
    note = generation_in(folder) / NOTE
    before = note.read_text()
    add_word(case, "lead")
    assert found() == [case.pk]
    note.write_text(before)
    assert found() == [case.pk]
    assert find(CaseQuery()).total == CaseStudy.objects.published().count()
    assert Follower(folder).status().behind == 0


def test_killed_between_cases_and_measures_both_are_caught_up(folder):
    """The measures are put down after the cases, and the note after both."""
    case = CaseStudy.objects.published().filter(measures__isnull=False).first()
    kept = folder / "kept"
    shutil.copytree(generation_in(folder), kept)
    add_word(case, "measure")
    assert found() == [case.pk]
    assert len(_measures_with(WORD)) == 1
    shutil.rmtree(generation_in(folder) / "measures")
    shutil.move(kept / "measures", generation_in(folder) / "measures")
    shutil.move(kept / NOTE, generation_in(folder) / NOTE)
    assert _measures_with(WORD) == []
    assert found() == [case.pk]
    assert len(_measures_with(WORD)) == 1
    assert not differences(follower(), jobs=1)


def test_an_index_of_another_database_is_built_anew(folder):
    before = generation_in(folder)
    key, case, at = note_of(folder)["rows"][-1]
    put_note(folder, rows=[[key + 10**6, case, at]], whole=False)
    assert find(CaseQuery()).total == CaseStudy.objects.published().count()
    follower().searcher(look_now=True)
    assert generation_in(folder) != before
