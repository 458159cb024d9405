"""Cases that the catalogue has already from another document, or from another page of this one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from catalogue.likeness import Printing
from catalogue.models import CaseFingerprint, CaseRegion, CaseStudy, Region, Source
from ingest.merge import CaseMerge, CaseRecord, Reading
from ingest.types import Notice, Severity, Span

ASKED_AT_ONCE = 1000
"""Fingerprints in one query."""

LONGER = 1.15
"""From how much more text a repeat is worth an editor's look: the first printing may be the abridged one."""


class Repeats:
    """Finds for each case of one reading the case that printed it first: the earlier one in the catalogue is the first.

    Compares machine readings, as the sources print them: what staff edited in a case does not hide that it was met
    again. Only cases that share a fingerprint are compared, so the size of the catalogue does not matter.
    """

    def __init__(self, source: Source, text: str, cases: Sequence[CaseRecord]) -> None:
        self._source = source
        self._cases = cases
        self._printings = [Printing("\n".join(text[start:end] for start, end in case.spans)) for case in cases]
        self._known: dict[int, Printing] = {}
        self._regions: dict[int, str] = {}
        self._holders: dict[int, set[int]] = defaultdict(set)
        self._written: dict[int, frozenset[int]] = {}
        self._text = (0, "")
        for value, pk in self._elsewhere():
            self._holders[value].add(pk)

    def first_of(self, index: int, live: CaseRecord | None) -> int | None:
        """The case that the reading's case prints once more; None where it is the first. `live`: None for a new one.

        The one that it is linked to already, where they are alike still, even if that came in later.
        """
        printing = self._printings[index]
        if live and live.repeat_of and printing.repeats(self._printing(live.repeat_of)):
            return live.repeat_of
        sharing = set().union(*(self._holders.get(value, ()) for value in printing.fingerprint))
        for candidate in sorted(sharing):
            if live and candidate >= live.id:
                break
            if printing.repeats(self._printing(candidate)) and self._same_place(self._cases[index], candidate):
                return candidate
        return None

    def written(self, index: int, pk: int, *, is_repeat: bool) -> None:
        """The reading's case has this row now; what comes later in the document may be its repeat."""
        printing = self._printings[index]
        self._written[pk] = printing.fingerprint
        if not is_repeat:
            self._known[pk] = printing
            self._regions[pk] = _main_region(self._cases[index])
            for value in printing.fingerprint:
                self._holders[value].add(pk)

    def store_fingerprints(self) -> None:
        """By which the cases written will be known again."""
        stored: dict[int, set[int]] = defaultdict(set)
        for pk, value in CaseFingerprint.objects.filter(case__source=self._source).values_list("case", "value"):
            stored[pk].add(value)
        changed = {pk: values for pk, values in self._written.items() if stored.get(pk, set()) != values}
        CaseFingerprint.objects.filter(case__in=[pk for pk in changed if pk in stored]).delete()
        rows = (CaseFingerprint(case_id=pk, value=value) for pk, values in changed.items() for value in sorted(values))
        CaseFingerprint.objects.bulk_create(rows, batch_size=ASKED_AT_ONCE)

    def notices(self, index: int, merge: CaseMerge, first: int | None, linked: int | None) -> Iterator[Notice]:
        """What an editor should know. `first`: as found now; `linked`: as it stands.

        The machine links a case when it comes in and never later: afterwards only people do, and are told.
        """
        was = merge.last.repeat_of if merge.last else None
        if linked is not None and (first is not None or was is not None):
            yield self._repeat(index, linked)
        if linked is not None and first is None and was is not None:
            yield self._notice(index, "repeat-differs", "与所列的首个案例不再相近，请核对是否仍为重复。")
        if linked is None and first is not None and first != was:
            words = f"与{self._named(first)}几乎相同；如是同一案例，请在“重复于”中选它。"
            yield self._notice(index, "repeat-found", words)

    def _repeat(self, index: int, first: int) -> Notice:
        longer = len(self._printings[index].letters) > LONGER * len(self._printing(first).letters)
        words = f"与{self._named(first)}是同一案例，不重复发布。"
        if longer:
            words += "此处的文字更多，请核对以哪一处为准。"
        is_shown = CaseStudy.objects.published().filter(pk=first).exists()
        if not is_shown:
            words += "首个案例尚未公开。"
        return self._notice(index, "repeat", words, Severity.INFO if is_shown and not longer else Severity.WARNING)

    def _notice(self, index: int, code: str, words: str, severity: Severity = Severity.WARNING) -> Notice:
        return Notice(code, severity, words, tuple(Span(*pair) for pair in self._cases[index].spans))

    def _named(self, pk: int) -> str:
        title, source = CaseStudy.objects.values_list("title", "source__title").get(pk=pk)
        return f"《{source}》所载“{title}”"

    def _elsewhere(self) -> Iterator[tuple[int, int]]:
        """Fingerprints of this reading's cases that first cases of other sources have."""
        values = sorted(set().union(*(printing.fingerprint for printing in self._printings)))
        rows: list[tuple[int, int]] = []
        for at in range(0, len(values), ASKED_AT_ONCE):
            rows += CaseFingerprint.objects.filter(value__in=values[at : at + ASKED_AT_ONCE]).values_list(
                "value", "case"
            )
        # Two steps: joined into one, SQLite goes through all first cases of the catalogue to look for these few.
        holders = {pk for _, pk in rows}
        cases = CaseStudy.objects.filter(pk__in=holders, repeat_of=None).exclude(source=self._source)
        firsts = set(cases.values_list("pk", flat=True))
        return (row for row in rows if row[1] in firsts)

    def _printing(self, pk: int) -> Printing:
        if pk not in self._known:
            case = CaseStudy.objects.get(pk=pk)
            if self._text[0] != case.source_id:  # candidates come from few sources, and these may be large
                self._text = (case.source_id, Source.objects.values_list("text", flat=True).get(pk=case.source_id))
            case.source = Source(pk=case.source_id, text=self._text[1])
            self._known[pk] = Printing(case.printing)
        return self._known[pk]

    def _same_place(self, case: CaseRecord, candidate: int) -> bool:
        """Whether both are of one region, or of one under the other's; what is not known contradicts nothing."""
        own = _main_region(case)
        if candidate in self._regions:
            return self._in_line(own, self._regions[candidate])
        stands = CaseRegion.objects.filter(case=candidate, is_main=True).values_list("region", flat=True).first()
        return self._in_line(own, stands or "") or self._in_line(own, _region_as_read(candidate))

    def _in_line(self, one: str, other: str) -> bool:
        a, b = self._paths.get(one, ""), self._paths.get(other, "")
        return a.startswith(b) or b.startswith(a)

    @cached_property
    def _paths(self) -> dict[str, str]:
        return dict(Region.objects.values_list("code", "path"))


def _main_region(case: CaseRecord) -> str:
    return next((region.code for region in case.regions if region.main), "")


def _region_as_read(pk: int) -> str:
    """What the machine took for the main region of a case that staff may have put right: it will do so again."""
    kept = Source.objects.values_list("machine_reading", flat=True).get(cases=pk)
    reading = Reading.from_json(kept)
    return next((_main_region(case) for case in reading.cases if case.id == pk), "-") if reading else "-"
