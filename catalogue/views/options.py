"""The choices of a facet as the form shows them: all of a few, of thousands those that the reader has come to."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from catalogue.search import vocabulary
from catalogue.search.query import CaseQuery, FacetOption
from catalogue.views.address import list_address

WHOLE_TREE = 400
"""Regions up to which the tree is sent whole; above that branches come when they are opened."""
MOST_SOURCES = 30
"""Sources shown before all are asked for: those with the most cases."""
OPEN = "open"
"""The parameter that names what is to stand open: codes of regions, `region` for the whole tree, `source` for all."""
REGION, SOURCE = "region", "source"


@dataclass(frozen=True, slots=True)
class ShownOption:
    """One choice with what the form shows below it."""

    option: FacetOption
    ticked: bool
    spelling: str = ""
    """Name, pinyin and initials, by which a region is found."""
    below: tuple[ShownOption, ...] = ()
    is_open: bool = False
    more: str = ""
    """The address of the list with this branch open, where what is below is not sent with the page."""


@dataclass(frozen=True, slots=True)
class ShownFacet:
    """The choices of a facet, and the address of the list with all of them, where some are left out."""

    options: tuple[ShownOption, ...]
    everything: str = ""
    left_out: int = 0


def shown_regions(options: Sequence[FacetOption], query: CaseQuery, opened: Collection[str]) -> ShownFacet:
    """The tree of regions; a large one is cut to its provinces and the branches that are chosen or opened."""
    tree = _Tree(query, frozenset(opened), REGION in opened or not _is_larger(options, WHOLE_TREE))
    return ShownFacet(tuple(tree.shown(options)), "" if tree.is_whole else tree.opening + REGION)


def shown_sources(options: Sequence[FacetOption], query: CaseQuery, opened: Collection[str]) -> ShownFacet:
    """The sources with the most cases, and those chosen."""
    if SOURCE in opened or len(options) <= MOST_SOURCES:
        return shown_options(options)
    others = options[MOST_SOURCES:] if query.sources else ()
    kept = [*options[:MOST_SOURCES], *(option for option in others if option.selected)]
    return ShownFacet(shown_options(kept).options, _opening(query) + SOURCE, len(options) - len(kept))


def shown_options(options: Iterable[FacetOption], unticked: Collection[str] = ()) -> ShownFacet:
    """All of these; `unticked` are chosen in another way than by their own box."""
    return ShownFacet(
        tuple(
            ShownOption(
                option, option.selected and option.value not in unticked, below=shown_options(option.children).options
            )
            for option in options
        )
    )


class _Tree:
    """Cuts a tree of regions to what is shown of it."""

    def __init__(self, query: CaseQuery, opened: frozenset[str], is_whole: bool) -> None:
        self.is_whole = is_whole
        self.opening = _opening(query)
        self._places = vocabulary.current().places
        chosen, asked = (
            [self._places[code].path for code in codes if code in self._places] for codes in (query.regions, opened)
        )
        self._open = {code for path in chosen for code in path[:-1]} | {code for path in asked for code in path}
        self._sent = self._open | {code for path in chosen for code in path}

    def shown(self, options: Iterable[FacetOption]) -> Iterator[ShownOption]:
        for option in options:
            is_sent = self.is_whole or option.value in self._sent
            yield ShownOption(
                option,
                option.selected,
                self._spelling(option),
                tuple(self.shown(option.children)) if is_sent else (),
                option.value in self._open,
                self.opening + option.value if option.children and not is_sent else "",
            )

    def _spelling(self, option: FacetOption) -> str:
        place = self._places.get(option.value)
        return f"{option.label} {place.pinyin.replace(' ', '')} {place.initials}" if place else option.label


def _is_larger(options: Sequence[FacetOption], most: int) -> bool:
    """Whether a tree has more options than so many; what lies under an option is counted without being made."""
    count, waiting = len(options), deque([options])
    while waiting and count <= most:
        for option in waiting.popleft():
            count += len(option.children)
            waiting.append(option.children)
            if count > most:
                break
    return count > most


def _opening(query: CaseQuery) -> str:
    """The list as it is, with something more standing open: what that is belongs at the end."""
    address = list_address(replace(query, page=1))
    return f"{address}{'&' if '?' in address else '?'}{OPEN}="
