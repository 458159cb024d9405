"""The index follows the database: within a second, in every process, and it mends itself."""

from __future__ import annotations

import json
import shutil
import time
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.models.signals import post_save
from tantivy import Query

from catalogue.models import (
    Agency,
    CaseChange,
    CaseIndicator,
    CaseRegion,
    CaseStudy,
    Indicator,
    Measure,
    Outcome,
    Region,
    Source,
)
from catalogue.search import find, find_all, record
from catalogue.search.index.changelog import VOCABULARY
from catalogue.search.index.compare import differences
from catalogue.search.index.folder import NOTE
from catalogue.search.index.followed import ROWS_KEPT, DamagedIndexError, Followed, Gap, LogRow
from catalogue.search.index.follower import CASES_ASIDE, LOOK_EVERY, Follower, follower
from catalogue.search.index.schema import measure_schema
from catalogue.search.query import CaseQuery

from .conftest import Process, generation_in, manage

WORD = "麒麟"
"""Stands in none of the seeds."""


def found() -> list[int]:
    return find_all(CaseQuery(q=WORD))


def _measures_with(word: str) -> list[int]:
    """Keys of the measures that the index as it is holds under a word of the dictionary."""
    generation = follower()._open()
    hits = generation.measures.search(Query.term_query(measure_schema(), "text_words", word), 10).hits
    return [int(key or 0) for key in generation.measures.fast_field_values("id", [address for _, address in hits])]


@pytest.fixture
def case(catalogue_db) -> CaseStudy:
    assert found() == []
    return CaseStudy.objects.published().first()


def add_word(case: CaseStudy, part: str) -> None:
    """Write `WORD` into one part of a case, in the way that staff do: by saving that part."""
    match part:
        case "title":
            case.title += WORD
            case.save()
        case "lead":
            case.lead += f"\n{WORD}"
            case.save()
        case "measure":
            Measure.objects.create(case=case, position=99, heading="新举措", text=f"建成{WORD}平台。")
        case "label":
            Measure.objects.create(case=case, position=99, label=f"{WORD}、", heading="新举措")
        case "agency":
            Agency.objects.create(case=case, name=f"市{WORD}局")
        case "region":
            case.case_regions.first().delete()
            case.regions.add(Region.objects.create(code="999999", name=f"{WORD}省", short_name=WORD, level=1))
        case "indicator":
            case.indicators.set([Indicator.objects.create(slug="x", name=f"{WORD}指标")])


@pytest.mark.parametrize("part", ["title", "lead", "measure", "label", "agency", "region", "indicator"])
def test_an_edit_is_found_at_once_in_the_process_that_made_it(case, part):
    add_word(case, part)
    assert found() == [case.pk]


def test_a_name_that_changes_is_found_in_all_its_cases(case):
    hunan = Region.objects.get(code="430000")
    hunan.name = f"{WORD}省"
    hunan.save()
    assert set(found()) == set(CaseStudy.objects.published().in_regions(["430000"]).values_list("pk", flat=True))
    labels = {option.value: option.label for option in find(CaseQuery()).facets["region"]}
    assert labels["430000"] == f"{WORD}省"


def test_a_source_that_is_renamed_is_named_so_in_its_facet(case):
    source = case.source
    source.title = f"{WORD}汇编"
    source.save()
    options = find(CaseQuery()).facets["source"]
    assert [option.value for option in options if option.label == f"{WORD}汇编"] == [str(source.pk)]


def test_withdrawn_deleted_and_draft_cases_are_not_found(case):
    add_word(case, "lead")
    assert found() == [case.pk]
    for state in (CaseStudy.State.WITHDRAWN, CaseStudy.State.PUBLISHED, CaseStudy.State.DRAFT):
        case.state = state
        case.save()
        assert found() == ([case.pk] if state == CaseStudy.State.PUBLISHED else [])
    case.state = CaseStudy.State.PUBLISHED
    case.save()
    total = find(CaseQuery()).total
    case.delete()
    assert found() == []
    assert find(CaseQuery()).total == total - 1


def test_facets_move_with_a_case(case):
    case.year = 2013
    case.save()
    years = {option.value: option.count for option in find(CaseQuery()).facets["year"]}
    assert years["2013"] == 1
    assert case.pk in find_all(CaseQuery(years=((2013, 2013),)))


def test_writes_in_bulk_are_found_once_recorded(case):
    CaseStudy.objects.filter(pk=case.pk).update(lead=f"办成{WORD}。")
    record([case.pk])
    assert found() == [case.pk]


def test_a_rollback_leaves_nothing(case):
    logged = CaseChange.objects.count()
    with transaction.atomic():
        add_word(case, "lead")
        assert found() == []  # not even here: what is not committed is nobody's yet
        transaction.set_rollback(True)
    assert found() == []
    assert CaseChange.objects.count() == logged
    assert follower().status().behind == 0


def test_rows_that_become_visible_late_are_applied(case):
    """On PostgreSQL a row with a lower key may be committed after one with a higher."""
    other = CaseStudy.objects.published().exclude(pk=case.pk).first()
    newest = CaseChange.objects.order_by("-pk").first().pk
    CaseStudy.objects.filter(pk=other.pk).update(lead=WORD)
    CaseChange.objects.create(pk=newest + 10, case_id=other.pk)
    assert found() == [other.pk]
    CaseStudy.objects.filter(pk=case.pk).update(lead=WORD)
    CaseChange.objects.create(pk=newest + 5, case_id=case.pk)
    assert set(found()) == {case.pk, other.pk}


def test_keys_missing_before_a_row_that_vanished_may_come_later(case):
    """The log is set back to before a row with a higher key, and goes on with the keys that it had passed over."""
    newest = CaseChange.objects.order_by("-pk").first().pk
    passing = CaseChange.objects.create(pk=newest + 10, case_id=case.pk)
    assert found() == []
    passing.delete()
    assert found() == []
    CaseStudy.objects.filter(pk=case.pk).update(lead=WORD)
    CaseChange.objects.create(pk=newest + 5, case_id=case.pk)
    assert found() == [case.pk]


@pytest.mark.parametrize(
    ("write", "logs_names"),
    [
        (lambda case: case.save(), False),
        (lambda case: case.delete(), False),
        (lambda case: Measure.objects.create(case=case, position=98), False),
        (lambda case: case.measures.first().delete(), False),
        (lambda case: Outcome.objects.create(case=case, text="3天", after=3), False),
        (lambda case: Agency.objects.create(case=case, name="市局"), False),
        (lambda case: CaseRegion.objects.create(case=case, region_id="540000"), False),
        (lambda case: case.regions.clear(), False),
        (lambda case: case.regions.first().cases.remove(case), False),
        (lambda case: case.regions.first().cases.clear(), False),
        (lambda case: case.case_indicators.all().delete(), False),
        (lambda case: CaseIndicator.objects.get_or_create(case=case, indicator=Indicator.objects.last()), False),
        (lambda case: case.source.save(), True),
        (lambda case: case.regions.first().save(), True),
        (lambda case: case.indicators.first().save(), True),
    ],
)
def test_every_write_is_logged_in_its_transaction(catalogue_db, write, logs_names):
    case = CaseStudy.objects.filter(measures__isnull=False, indicators__isnull=False, regions__isnull=False).first()
    CaseIndicator.objects.filter(case=case, indicator=Indicator.objects.last()).delete()
    before = CaseChange.objects.order_by("-pk").first().pk
    pk = case.pk
    write(case)
    logged = set(CaseChange.objects.filter(pk__gt=before).values_list("case_id", flat=True))
    assert pk in logged
    assert (VOCABULARY in logged) == logs_names


def test_a_write_and_its_note_are_saved_together_or_not_at_all(reference):
    """As when the process is killed after the row is written and before the log is."""
    region = Region.objects.first()
    before = region.short_name

    def killed(**kwargs: object) -> None:
        raise KeyboardInterrupt

    post_save.connect(killed, sender=Region)
    try:
        region.short_name = "改到一半"
        with pytest.raises(KeyboardInterrupt):
            region.save()
    finally:
        post_save.disconnect(killed, sender=Region)
    assert Region.objects.get(pk=region.pk).short_name == before


def test_a_source_that_is_new_changes_nothing_yet(catalogue_db):
    before = CaseChange.objects.count()
    Source.objects.create(title="新", file="n.txt", sha256="1" * 64, text="")
    assert CaseChange.objects.count() == before


# --- the folder -------------------------------------------------------------------------------------------------------


def _note(folder: Path) -> dict[str, Any]:
    return json.loads((generation_in(folder) / NOTE).read_text())


def _put_note(folder: Path, **said: object) -> None:
    (generation_in(folder) / NOTE).write_text(json.dumps(_note(folder) | said))


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def _largest(folder: Path, ending: str) -> Path:
    return max(generation_in(folder).rglob(f"*{ending}"), key=lambda file: file.stat().st_size)


def _spoil(file: Path) -> None:
    """One bit, in the middle."""
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


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
        lambda folder: _put_note(folder, version="0"),
        lambda folder: (generation_in(folder) / "cases" / "meta.json").write_text(""),
        lambda folder: (generation_in(folder) / "measures" / "meta.json").unlink(),
        lambda folder: shutil.rmtree(generation_in(folder) / "measures"),
        lambda folder: _spoil(_largest(folder, ".idx")),
        lambda folder: _spoil(_largest(folder, ".pos")),
        lambda folder: _cut(_largest(folder, ".idx")),
        lambda folder: _cut(_largest(folder, ".term")),
        lambda folder: _cut(_largest(folder, ".pos")),
        lambda folder: _cut(_largest(folder, ".fast")),
        lambda folder: _largest(folder, ".store").unlink(),
    ],
)
@pytest.mark.parametrize("by", ["the process that has it open", "a new process"])
def test_a_lost_or_damaged_index_is_built_anew(folder, damage, by):
    before = generation_in(folder)
    expected = find_all(CaseQuery(q="电力"))
    damage(folder)
    if by == "a new process":
        Follower(folder).searcher()
    assert sorted(find_all(CaseQuery(q="电力"))) == sorted(expected) != []
    assert generation_in(folder) != before
    assert [path.name for path in folder.glob("generation-*")] == [generation_in(folder).name]


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
    key, case, at = _note(folder)["rows"][-1]
    _put_note(folder, rows=[[key + 10**6, case, at]], whole=False)
    assert find(CaseQuery()).total == CaseStudy.objects.published().count()
    follower().searcher(look_now=True)
    assert generation_in(folder) != before


# --- the log ----------------------------------------------------------------------------------------------------------


AT = "2026-01-01T00:00:00+00:00"


def _log(*keys: int) -> list[LogRow]:
    return [LogRow(key, 7, AT) for key in keys]


@pytest.mark.parametrize(
    ("batches", "newest", "gaps"),
    [
        ([[1, 2, 3]], 3, []),
        ([[1, 2], [3]], 3, []),
        ([[2]], 2, [(1, 1)]),
        ([[1, 5]], 5, [(2, 4)]),
        ([[1, 5], [3]], 5, [(2, 2), (4, 4)]),
        ([[1, 5], [2, 3, 4]], 5, []),
        ([[1, 5], [2, 7]], 7, [(3, 4), (6, 6)]),
    ],
)
def test_rows_that_are_not_there_yet_are_waited_for(batches, newest, gaps):
    followed = Followed("1")
    for keys in batches:
        followed = followed.with_rows(_log(*keys))
    assert followed.newest == newest
    assert [(gap.first, gap.last) for gap in followed.gaps] == gaps


def test_what_is_missing_for_an_hour_is_given_up():
    gap = Gap(2, 4, time.time() - 4000)
    assert Followed("1", tuple(_log(1, 5)), gaps=(gap,)).with_rows(_log(6)).gaps == ()


def test_the_note_stays_small_and_the_look_short_whatever_the_log(catalogue_db, django_assert_max_num_queries):
    CaseChange.objects.bulk_create([CaseChange(case_id=10**9 + n) for n in range(5000)])
    followed = Followed.of_log("1")
    assert (len(followed.rows), followed.whole) == (ROWS_KEPT, False)
    with django_assert_max_num_queries(2):  # one more where keys are missing, as PostgreSQL leaves them out
        assert followed.unread(100) == []
    added = CaseChange.objects.create(case_id=1)
    assert [row.key for row in followed.unread(100) or ()] == [added.pk]
    CaseChange.objects.filter(pk__gte=added.pk - 10).delete()
    assert followed.unread(100) is None
    left, cases = followed.without_vanished()
    assert len(left.rows) == ROWS_KEPT - 10
    assert cases == {10**9 + n for n in range(4990, 5000)}
    assert left.unread(100) == []
    CaseChange.objects.filter(pk__gte=followed.rows[0].key).delete()
    with pytest.raises(DamagedIndexError):
        followed.without_vanished()


# --- several processes ------------------------------------------------------------------------------------------------


def _search(word: str) -> str:
    return f"find_all(CaseQuery(q={word!r}))"


def _save(number: int, **fields: str) -> str:
    key = f"key={str(number)!r}"
    changes = "; ".join(f"case.{name} = {value!r}" for name, value in fields.items())
    return f"case = CaseStudy.objects.get({key}); {changes}; case.save()"


def _soon(reader: Process, word: str, wanted: bool) -> None:
    """The log is looked at twice a second; the rest of the time allowed is for a machine busy with other things."""
    deadline = time.monotonic() + 5
    while bool(reader.do(_search(word))) != wanted:
        assert time.monotonic() < deadline, f"{word}: not {wanted} in time"


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
    if connection.vendor != "postgresql":
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


# --- a site that is being read ----------------------------------------------------------------------------------------


READY = "not find(CaseQuery()).from_database"


def _until(reader: Process, question: str, answer: object = True) -> None:
    """Another process may have to start first, and the machine may be busy."""
    deadline = time.monotonic() + 30
    while reader.do(question) != answer:
        assert time.monotonic() < deadline, question
        time.sleep(0.1)


def _site(process: Any, **environment: str) -> Process:
    site: Process = process(**environment)
    site.do("serve()")
    return site


def test_a_site_without_an_index_is_up_on_the_database_and_then_has_one(process):
    site = _site(process)
    counted = "(lambda r: [r.from_database, r.total, len(r.hits), r.facets['region'][0].count])(find(CaseQuery()))"
    assert site.do(counted) == [True, 20, 20, 20]
    assert site.do("[hit.case_id for hit in find(CaseQuery(q='第7个')).hits] == find_all(CaseQuery(q='第7个'))")
    health = "(lambda r: [r.status_code, r.json()])(CLIENT.get('/healthz'))"
    assert site.do(health)[0] == 200
    _until(site, READY)
    assert site.do(health) == [200, {"status": "ok", "database": "ok", "index": "ok"}]
    assert site.do("find(CaseQuery()).total") == 20


def test_the_page_says_that_the_index_is_being_built(process):
    site = _site(process)
    page = "'检索索引正在重建' in CLIENT.get('/cases/').content.decode()"
    assert site.do(page) is True
    _until(site, READY)
    assert site.do(page) is False


def test_an_index_that_cannot_be_used_is_built_anew_with_the_site_up(process, shared):
    folder = Path(shared["SEARCH_INDEX_DIR"])
    readers = [_site(process), _site(process)]
    for damage in (
        lambda: shutil.rmtree(generation_in(folder)),
        lambda: _put_note(folder, version="0"),
        lambda: _cut(_largest(folder, ".pos")),
    ):
        for reader in readers:
            _until(reader, READY)
        damage()
        time.sleep(LOOK_EVERY)
        for reader in readers:
            assert reader.do("find(CaseQuery()).total") == 20
        for reader in readers:
            _until(reader, READY)
            assert reader.do("find(CaseQuery(q='“第7个案例”')).total") == 1
    assert manage(shared, "search", "check").returncode == 0


def test_many_changes_at_once_are_applied_aside(process):
    site = _site(process)
    _until(site, READY)
    number = CASES_ASIDE + 100
    site.do(
        f"record(case.pk for case in CaseStudy.objects.bulk_create([CaseStudy(source_id=Source.objects.first().pk,"
        f" key=f'x{{n}}', title='麒麟', state='published') for n in range({number})]))"
    )
    site.do("find(CaseQuery())")
    assert site.do("find(CaseQuery()).from_database") is False
    _until(site, "find(CaseQuery()).total", 20 + number)
