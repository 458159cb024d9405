"""The regions as a tree: who lies in whom, what took whose place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ingest.vocabulary import RegionEntry

PROVINCE, CITY, DISTRICT, AREA = 1, 2, 3, 4


class RegionTree:
    """Region entries by code, with their lines of descent."""

    def __init__(self, entries: Iterable[RegionEntry]) -> None:
        self._entries = {entry.code: entry for entry in entries}
        self._lineages = {code: self._line(code) for code in self._entries}

    def __contains__(self, code: str) -> bool:
        return code in self._entries

    def __iter__(self) -> Iterator[RegionEntry]:
        return iter(self._entries.values())

    def entry(self, code: str) -> RegionEntry:
        """The region with this code; `KeyError` when there is none."""
        return self._entries[code]

    def lineage(self, code: str) -> tuple[str, ...]:
        """The codes from the province down to the region itself; `KeyError` when there is none."""
        return self._lineages[code]

    def level(self, code: str) -> int:
        return self._entries[code].level

    def is_within(self, code: str, above: str) -> bool:
        """Whether the region is `above` itself or lies below it."""
        return above in self._lineages[code]

    def is_autonomous(self, code: str) -> bool:
        """Whether it lies in an autonomous region, or is one."""
        return self._entries[self._lineages[code][0]].name.endswith("自治区")

    def same_city(self, code: str, other: str) -> bool:
        """Whether both lie in one city (in one province, where there is no city between)."""
        one, two = self._lineages[code][:2], self._lineages[other][:2]
        return one == two or (self.level(one[-1]) > CITY and one[0] == two[0])

    def full_name(self, code: str) -> str:
        """The names from the province down, run together: 湖南省长沙市天心区."""
        return "".join(self._entries[member].name for member in self._lineages[code])

    def below(self, code: str) -> Iterator[RegionEntry]:
        """The regions in force below this one, at any depth."""
        return (entry for entry in self if entry.in_force and code in self._lineages[entry.code][:-1])

    def filed_under(self, entry: RegionEntry) -> str:
        """The code to file a division under: its own, or that of the one that goes on with its name.

        平果县 is 平果市 today. 下城区 went into 拱墅区: what a text tells of it was never true of 拱墅区 as a whole.
        """
        seen = {entry.code}
        while not entry.in_force and entry.successor in self._entries and entry.successor not in seen:
            if self._entries[entry.successor].short_name != entry.short_name:
                break
            seen.add(entry.successor)
            entry = self._entries[entry.successor]
        return entry.code

    def _line(self, code: str) -> tuple[str, ...]:
        line: list[str] = []
        at: str | None = code
        while at is not None and at in self._entries and at not in line:
            line.append(at)
            at = self._entries[at].parent
        return tuple(reversed(line))
