"""How far an index has followed the log of changes: rows that come late, rows that vanish."""

from __future__ import annotations

import time

import pytest

from catalogue.models import CaseChange
from catalogue.search.index.followed import ROWS_KEPT, DamagedIndexError, Followed, Gap, LogRow

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
