"""From the engine's counts to the choices that a reader sees."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import islice
from typing import Any, overload

from django.utils.translation import gettext as _

from catalogue.search import vocabulary
from catalogue.search.query import MISSING, NO_YEAR, CaseQuery, FacetOption
from catalogue.search.vocabulary import Place, Subject, Vocabulary

Named = Place | Subject

Counts = Mapping[str, int]
"""Number of cases by value; a region's value counts the cases of everything under it, a national indicator's those of
the local ones that belong to it, each case once."""


class Options(Sequence[FacetOption]):
    """Options listed and made as they are looked at: of three thousand regions and as many sources a page shows a few
    dozen."""

    def __init__(self, listed: Callable[[], Sequence[Any]], make: Callable[[Any], FacetOption]) -> None:
        self._listed = listed
        self._make = make

    @cached_property
    def _values(self) -> Sequence[Any]:
        return self._listed()

    def __len__(self) -> int:
        return len(self._values)

    def __iter__(self) -> Iterator[FacetOption]:
        return map(self._make, self._values)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    @overload
    def __getitem__(self, at: int) -> FacetOption: ...

    @overload
    def __getitem__(self, at: slice) -> Options: ...

    def __getitem__(self, at: int | slice) -> FacetOption | Options:
        if isinstance(at, slice):
            return Options(lambda: self._values[at], self._make)
        return self._make(self._values[at])


def facet_options(counts: Mapping[str, Mapping[Any, int]], query: CaseQuery) -> dict[str, Sequence[FacetOption]]:
    """The choices of every facet: those that some case has, and those already chosen, even where they give none."""
    known = vocabulary.current()
    regions, indicators = set(query.regions), set(query.indicators)
    no_year = NO_YEAR in query.years
    return {
        "region": (
            *_regions(counts["region"], regions, known),
            *_missing(_("未注明地区"), counts["region"], MISSING in regions),
        ),
        "indicator": (
            *_indicators(counts["indicator"], indicators, known),
            *_missing(_("未注明指标"), counts["indicator"], MISSING in indicators),
        ),
        "year": _years(counts["year"], query.years) + _missing(_("未注明年份"), counts["year"], no_year),
        "source": _sources(counts["source"], query.sources),
    }


def _regions(counts: Counts, chosen: set[str], known: Vocabulary) -> Sequence[FacetOption]:
    """The tree province › city › district › area, each level in the order of the official codes."""
    above = {code for value in chosen if value in known.places for code in known.places[value].path}
    # A region that is counted has those above it counted, too.
    return _Tree(known.places, known.places_under, counts, chosen, above).options()


def _indicators(counts: Counts, chosen: set[str], known: Vocabulary) -> Sequence[FacetOption]:
    """National indicators in the order of the national evaluation, each with the local ones that belong to it."""
    above = {each for slug in chosen if slug in known.subjects for each in known.with_parent(slug)}
    return _Tree(known.subjects, known.subjects_under, counts, chosen, above).options()


def _missing(label: str, counts: Counts, chosen: bool) -> tuple[FacetOption, ...]:
    """The cases that have no value in a facet, where there are any."""
    count = counts.get(MISSING, 0)
    return (FacetOption(MISSING, label, count, chosen),) if count or chosen else ()


@dataclass(frozen=True, slots=True, eq=False)
class _Tree:
    """Options in levels; what no case has is left out, unless it is chosen or lies `above` what is.

    An object, not functions that call each other: their circle would keep all counts until Python looks for circles.
    """

    named: Mapping[str, Named]
    under: Mapping[str, Sequence[str]]
    counts: Counts
    chosen: set[str]
    above: set[str]

    def options(self, parent: str = "") -> Sequence[FacetOption]:
        """Those under a value, or of the first level, made with those under them when they are looked at."""
        return Options(lambda: list(filter(self._is_shown, self.under.get(parent, ()))), self._option)

    def _is_shown(self, value: str) -> bool:
        return value in self.counts or value in self.above

    def _option(self, value: str) -> FacetOption:
        below = self.options(value) if value in self.under else ()
        return FacetOption(value, self.named[value].name, self.counts.get(value, 0), value in self.chosen, below)


def _years(counts: Counts, chosen: Iterable[tuple[int, int]]) -> tuple[FacetOption, ...]:
    """Years, the newest first."""
    chosen = [years for years in chosen if years != NO_YEAR]
    single = {str(first) for first, last in chosen if first == last}
    label = _("%(year)s 年")
    return tuple(
        FacetOption(
            year,
            label % {"year": year},
            counts.get(year, 0),
            any(first <= int(year) <= last for first, last in chosen),
        )
        for year in sorted(counts.keys() - {MISSING} | single, reverse=True)
    )


def _sources(counts: Mapping[int, int], chosen: Collection[int]) -> Sequence[FacetOption]:
    """Sources, those with the most cases first, of equals by their titles."""
    counts = {**dict.fromkeys(chosen, 0), **counts}
    titles = cache(lambda: vocabulary.source_titles(counts))

    def option(key: int) -> FacetOption:
        return FacetOption(str(key), titles()[key], counts[key], key in chosen)

    return Options(lambda: _MostFirst(counts, titles()), option)


class _MostFirst(Sequence[int]):
    """Keys of sources in order of their counts, of equals in that of titles.

    The first few are found without putting all in order: a page shows thirty of what may be twenty thousand.
    """

    def __init__(self, counts: Mapping[int, int], titles: Mapping[int, str]) -> None:
        self._counts = counts
        self._titles = titles

    def __len__(self) -> int:
        return len(self._counts)

    def __iter__(self) -> Iterator[int]:
        return iter(self._all)

    def __getitem__(self, at: Any) -> Any:
        if isinstance(at, slice) and not at.start and at.stop in range(1, len(self)):
            return self._first(at.stop)
        return self._all[at]

    def _first(self, number: int) -> Sequence[int]:
        counts, titles = self._counts, self._titles
        least = sorted(counts.values())[-number]
        above = [key for key, count in counts.items() if count > least and key in titles]
        above.sort(key=lambda key: (-counts[key], titles[key], str(key)))
        equal = (key for key in titles if counts.get(key) == least)
        return [*above, *islice(equal, number - len(above))]

    @cached_property
    def _all(self) -> Sequence[int]:
        return sorted(filter(self._counts.__contains__, self._titles), key=self._counts.__getitem__, reverse=True)
