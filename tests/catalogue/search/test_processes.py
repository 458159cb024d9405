"""What one process writes, every other finds soon."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.databases import manage
from tests.environment import ON_POSTGRES

from .conftest import Process
from .edits import WORD

pytestmark = pytest.mark.processes


def _search(word: str) -> str:
    return f"find_all(CaseQuery(q={word!r}))"


def _save(number: int, **fields: str) -> str:
    key = f"key={str(number)!r}"
    changes = "; ".join(f"case.{name} = {value!r}" for name, value in fields.items())
    return f"case = CaseStudy.objects.get({key}); {changes}; case.save()"


def _soon(reader: Process, word: str, wanted: bool) -> None:
    """The log is looked at twice a second."""
    reader.until(f"bool({_search(word)})", wanted)


@pytest.mark.parametrize("own_folder", [False, True], ids=["one folder", "a folder each"])
def test_an_edit_is_found_and_a_withdrawal_gone_in_another_process_soon(process, tmp_path, own_folder):
    writer = process()
    reader = process(**({"SEARCH_INDEX_DIR": str(tmp_path / "second")} if own_folder else {}))
    assert len(reader.do("find(CaseQuery()).ids")) == 20
    for number in range(3):
        writer.do(_save(number, lead=f"办成{WORD}{number}。"))
        _soon(reader, f"{WORD}{number}", wanted=True)
        for state in ("withdrawn", "published", "withdrawn"):
            writer.do(_save(number, state=state))
            _soon(reader, f"{WORD}{number}", wanted=state == "published")
    writer.do("CaseStudy.objects.get(key='7').delete()")
    _soon(reader, "“第7个案例”", wanted=False)
    assert reader.do("find(CaseQuery()).total") == 16


def test_a_rolled_back_edit_is_found_in_no_process(process, tmp_path):
    writer, reader = process(), process(SEARCH_INDEX_DIR=str(tmp_path / "second"))
    writer.do("block = transaction.atomic(); block.__enter__()")
    writer.do(_save(1, lead=WORD))
    assert writer.do(_search(WORD)) == []
    assert reader.do(_search(WORD)) == []
    writer.do("block.__exit__(ValueError, ValueError(), None)")
    for one in (writer, reader):
        assert one.do(_search(WORD)) == []
    assert reader.do("CaseChange.objects.filter(pk__gt=60).count()") == 0


def test_of_two_that_write_at_once_the_one_that_commits_last_is_found_too(process):
    if not ON_POSTGRES:
        pytest.skip("only PostgreSQL lets two write at once")
    slow, quick, reader = process(), process(), process()
    slow.do("block = transaction.atomic(); block.__enter__()")
    slow.do(_save(1, lead=f"{WORD}一"))
    quick.do(_save(2, lead=f"{WORD}二"))
    _soon(reader, f"{WORD}二", wanted=True)
    slow.do("block.__exit__(None, None, None)")
    _soon(reader, f"{WORD}一", wanted=True)


def test_processes_that_start_together_build_one_index(process, shared):
    readers = [process() for _ in range(3)]
    for reader in readers:
        reader.start("find(CaseQuery()).total")
    assert [reader.answer() for reader in readers] == [20, 20, 20]
    assert len(list(Path(shared["SEARCH_INDEX_DIR"]).glob("generation-*"))) == 1


def test_a_process_killed_in_mid_write_leaves_an_index_that_catches_up(process, shared):
    for pause in (0.25, 0.4):
        writer = process()
        writer.do(_search(WORD))
        writer.start(
            "for n in range(10**6):"
            " case = CaseStudy.objects.get(key=str(n % 20)); case.lead = f'麒麟{n}。'; case.save(); find(CaseQuery())"
        )
        time.sleep(pause)
        writer.kill()
        reader = process()
        assert reader.do("find(CaseQuery()).total") == 20
        newest = reader.do("CaseStudy.objects.order_by('-updated_at').first().lead.strip('。')")
        _soon(reader, f"“{newest}”", wanted=True)
        reader.kill()
    checked = manage(shared, "search", "check")
    assert (checked.returncode, checked.stdout) == (0, "20 个案例、0 条举措，与索引完全一致\n"), checked.stderr
