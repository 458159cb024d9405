"""How far an index has followed the change log: a few kilobytes, however long the log is.

Rows of the log become visible out of order (on PostgreSQL a row with a lower key may be committed after one with a
higher), and the newest vanish when the database is set back (a backup, a test's rollback). So the newest key alone
would not tell; every key below it that was not there is remembered as a gap, and the last rows are kept by name.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from django.db.models import Q, QuerySet
from django.utils import timezone

from catalogue.models import CaseChange

from .changelog import VOCABULARY

ROWS_KEPT = 1000
"""How many rows may vanish before the whole index is built anew."""
GAPS_LAST = timedelta(hours=1)
"""How long a missing row is waited for: no transaction that writes cases runs that long."""


class DamagedIndexError(Exception):
    """The index cannot be read, or another version or database is behind it: it must be built anew."""


class LogRow(NamedTuple):
    """A row of the change log: its key, the case's, and when, as ISO text."""

    key: int
    case: int
    at: str


class Gap(NamedTuple):
    """Keys, both ends included, that the log did not have when it was read; since when, in seconds of the epoch."""

    first: int
    last: int
    since: float


Files = dict[str, tuple[int, int]]
"""Size in bytes and time of writing in nanoseconds of the engine's files, by name within a generation."""


@dataclass(frozen=True, slots=True)
class Followed:
    """The rows of the log that an index contains: all up to the last of `rows`, but for the `gaps`."""

    version: str
    rows: tuple[LogRow, ...] = ()
    """The newest ones, in order of their keys, `ROWS_KEPT` at most."""
    whole: bool = True
    """Whether `rows` is all of the log."""
    gaps: tuple[Gap, ...] = ()
    names: int = 0
    """How many of all rows said that names had changed: where this has grown, they are read anew."""
    files: Files | None = None
    """The engine's files as they were when they were last found whole."""

    @classmethod
    def of_log(cls, version: str) -> Followed:
        """The log as it is now, all of it taken as contained: read it before the cases themselves."""
        last = [LogRow(key, case, at.isoformat()) for key, case, at in _rows().order_by("-pk")[: ROWS_KEPT + 1]]
        settled = timezone.now() - GAPS_LAST
        before = CaseChange.objects.filter(at__lt=settled).order_by("-pk").values_list("pk", flat=True)
        young = CaseChange.objects.filter(at__gte=settled).order_by("pk").values_list("pk", flat=True)
        return cls(
            version,
            rows=tuple(reversed(last[:ROWS_KEPT])),
            whole=len(last) <= ROWS_KEPT,
            gaps=tuple(_gaps([before.first() or 0], young.iterator())),
        )

    @classmethod
    def read(cls, file: Path) -> Followed:
        """What a folder says of itself.

        Raises:
            DamagedIndexError: it says nothing that can be read.
        """
        try:
            said = json.loads(file.read_text("utf-8"))
            return cls(
                str(said["version"]),
                tuple(LogRow(int(key), int(case), str(at)) for key, case, at in said["rows"]),
                bool(said["whole"]),
                tuple(Gap(int(first), int(last), float(since)) for first, last, since in said["gaps"]),
                int(said["names"]),
                {str(name): (int(size), int(at)) for name, (size, at) in said["files"].items()},
            )
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise DamagedIndexError(str(error)) from error

    def write(self, file: Path) -> None:
        said = {name: getattr(self, name) for name in self.__slots__} | {"files": self.files or {}}
        replace_file(file, json.dumps(said))

    @property
    def newest(self) -> int:
        return self.rows[-1].key if self.rows else 0

    def with_rows(self, rows: Sequence[LogRow]) -> Followed:
        """With these rows too, which came after the others or into their gaps."""
        late = {row.key for row in rows if row.key < self.newest}
        gaps = [part for gap in self.gaps for part in _without(gap, late)]
        gaps += _gaps([self.newest], sorted(row.key for row in rows if row.key > self.newest))
        oldest = time.time() - GAPS_LAST.total_seconds()
        kept = sorted([*self.rows, *rows])
        return replace(
            self,
            rows=tuple(kept[-ROWS_KEPT:]),
            whole=self.whole and len(kept) <= ROWS_KEPT,
            gaps=tuple(gap for gap in gaps if gap.since > oldest),
            names=self.names + sum(row.case == VOCABULARY for row in rows),
        )

    def unread(self, limit: int) -> list[LogRow] | None:
        """Up to `limit` rows of the log that are not contained; None where rows that are have vanished.

        Reads as many rows as there are new ones, and one more; the length of the log does not matter.
        """
        rows = _read(Q(pk__gte=self.newest), limit + 1)
        if self.rows:
            if not rows or rows[0] != self.rows[-1]:
                return None
            rows = rows[1:]
        if self.gaps:
            missing = Q()
            for gap in self.gaps:
                missing |= Q(pk__range=(gap.first, gap.last))
            rows = [*_read(missing, limit), *rows]
        return rows[:limit]

    def without_vanished(self) -> tuple[Followed, set[int]]:
        """What is left of the rows after the log was set back, and the cases that those of the others spoke of.

        Raises:
            DamagedIndexError: more has vanished than is known here: it is another database's log.
        """
        there = set(_read(Q(pk__range=(self.rows[0].key, self.newest)), None))
        if not self.whole and self.rows[0] not in there:
            raise DamagedIndexError("the change log is another than the index has followed")
        gone = [row for row in self.rows if row not in there]
        kept = tuple(row for row in self.rows if row in there)
        names = self.names + sum(row.case == VOCABULARY for row in gone)
        # Beyond the last row left everything is read as new: a gap there would give its rows again and again.
        gaps = tuple(gap for gap in self.gaps if kept and gap.first < kept[-1].key)
        return replace(self, rows=kept, names=names, gaps=gaps), {row.case for row in gone}


def _rows() -> QuerySet:
    return CaseChange.objects.values_list("pk", "case_id", "at")


def _read(which: Q, limit: int | None) -> list[LogRow]:
    return [LogRow(key, case, at.isoformat()) for key, case, at in _rows().filter(which).order_by("pk")[:limit]]


def _gaps(before: Iterable[int], keys: Iterable[int]) -> list[Gap]:
    now = time.time()
    known = [*before, *keys]
    return [Gap(one + 1, next_one - 1, now) for one, next_one in pairwise(known) if next_one > one + 1]


def _without(gap: Gap, keys: set[int]) -> list[Gap]:
    """What is left of a gap when rows with these keys have come."""
    inside = sorted(key for key in keys if gap.first <= key <= gap.last)
    bounds = [gap.first - 1, *inside, gap.last + 1]
    return [Gap(one + 1, next_one - 1, gap.since) for one, next_one in pairwise(bounds) if next_one > one + 1]


def replace_file(file: Path, text: str) -> None:
    """Write a file so that readers see the old or the new one, never half of it."""
    draft = file.with_name(f"{file.name}.{os.getpid()}.new")
    draft.write_text(text, "utf-8")
    draft.replace(file)
