"""What the list says of how a question was understood: every line can be undone by a link."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from catalogue.search.query import CaseQuery, SearchResult
from catalogue.views.address import list_address

SHOWN_AT_ONCE = 6
"""Words also searched for that are shown before the others fold away."""


@dataclass(frozen=True, slots=True)
class ReadAs:
    """What a part of the question was taken for, and the address where it is taken as typed."""

    asked: str
    taken: str
    address: str


@dataclass(frozen=True, slots=True)
class Also:
    """A word that was searched for besides another, and the address without it."""

    word: str
    address: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A filter that the words name, the address with it in place of the word, and what that gives."""

    label: str
    address: str
    total: int


@dataclass(frozen=True, slots=True)
class ShownUnderstanding:
    """What the page shows above the hits."""

    read: list[ReadAs]
    also: list[Also]
    also_more: list[Also]
    """Those that fold away."""
    without_all: str | None
    """The address without any of `also`; None where there is but one."""
    with_all: str | None
    """The address with all that the reader has removed; None where nothing was."""
    offers: list[Offer]
    complete: int | None
    """How many cases hold all of the words, where others follow that hold most."""

    @property
    def says_something(self) -> bool:
        return bool(self.read or self.also or self.with_all or self.offers or self.complete is not None)


def shown_understanding(result: SearchResult) -> ShownUnderstanding:
    """The understanding of a question with the addresses that undo or narrow it."""
    query, understanding = result.query, result.understanding
    also = dict.fromkeys(other for widening in understanding.widened for other in widening.others)
    shown = [Also(other, list_address(_without(query, other))) for other in also]
    return ShownUnderstanding(
        read=list(_read(result)),
        also=shown[:SHOWN_AT_ONCE],
        also_more=shown[SHOWN_AT_ONCE:],
        without_all=list_address(_without(query, *also)) if len(also) > 1 else None,
        with_all=list_address(replace(query, without=(), page=1)) if query.without else None,
        offers=[Offer(offer.label, list_address(offer.query), offer.total) for offer in understanding.offers],
        complete=understanding.complete,
    )


def _read(result: SearchResult) -> Iterator[ReadAs]:
    for read in result.understanding.read:
        between = " " if read.in_a_row else _("或")
        yield ReadAs(read.asked, between.join(read.taken), list_address(_without(result.query, *read.taken)))


def _without(query: CaseQuery, *words: str) -> CaseQuery:
    return replace(query, without=tuple(dict.fromkeys([*query.without, *words])), page=1)
