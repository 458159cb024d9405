"""`manage.py search rebuild|status|check`: looks after the search index."""

from __future__ import annotations

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from catalogue.models import CaseStudy
from catalogue.search.documents import contents, digest
from catalogue.search.follower import Follower, follower


class Command(BaseCommand):
    help = (
        "The search index. `rebuild` builds it anew beside the one in use and swaps it in; `status` says where it is "
        "and how far it has followed the change log; `check` compares every published case with the index and exits "
        "with 1 where they differ. The site keeps the index in step by itself: none of these is needed in daily use."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("action", choices=["rebuild", "status", "check"])

    def handle(self, *args: Any, **options: Any) -> None:
        {"rebuild": self._rebuild, "status": self._status, "check": self._compare}[options["action"]](follower())

    def _rebuild(self, follower: Follower) -> None:
        start = time.monotonic()
        follower.rebuild()
        self.stdout.write(f"{follower.status().cases} cases indexed in {time.monotonic() - start:.1f} s")

    def _status(self, follower: Follower) -> None:
        status = follower.status()
        self.stdout.write(f"folder:  {status.folder or 'none yet'}")
        if status.fault:
            self.stdout.write(f"fault:   {status.fault}; it is built anew at the next search")
            return
        published = CaseStudy.objects.published().count()
        self.stdout.write(f"cases:   {status.cases} of {published} published")
        self.stdout.write(f"behind:  {status.behind} changes, applied at the next search")

    def _compare(self, follower: Follower) -> None:
        """Compare every published case with the index.

        Raises:
            CommandError: some cases differ; the message names them.
        """
        held = follower.digests()
        published = CaseStudy.objects.published().order_by("pk").values_list("pk", flat=True)
        wanted = {content["id"]: digest(content) for content in contents(published.iterator(), follower.analyser)}
        missing = sorted(wanted.keys() - held.keys())
        extra = sorted(held.keys() - wanted.keys())
        differing = sorted(pk for pk in wanted.keys() & held.keys() if wanted[pk] != held[pk])
        if missing or extra or differing:
            raise CommandError(
                f"missing from the index: {_listed(missing)}; in it but not published: {_listed(extra)}; "
                f"not as they now are: {_listed(differing)}. `search rebuild` puts this right."
            )
        self.stdout.write(f"{len(wanted)} cases, all as in the index")


def _listed(keys: list[int]) -> str:
    """The first keys and how many there are: “3 (1, 2, 5)”."""
    shown = ", ".join(map(str, keys[:20]))
    return f"{len(keys)} ({shown}{' …' if len(keys) > 20 else ''})" if keys else "none"
