"""What a name can mean: a place, how far the name alone tells so, and which places are spoken of around it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from ingest.recognise.region_tree import RegionTree


class Strength(IntEnum):
    """How far a name alone tells that a place is meant."""

    CHAINED = 0
    """Only right after the place it belongs to: 市中区, 城区."""
    WEAK = 1
    """Only with the full name near, or in a chain: short names of counties, ordinary words."""
    FAIR = 2
    """Anywhere, where it does not run into another word: short names of provinces and cities."""
    STRONG = 3
    """Anywhere: full names."""


@dataclass(frozen=True, slots=True)
class Naming:
    """One meaning of a name; `former` says that the name or its division is no longer in force."""

    code: str
    strength: Strength
    former: bool = False
    landmark: str = ""
    """What lies in the region under this name, where it is not the region's own: 港口, 机场, 口岸."""


@dataclass(frozen=True, slots=True)
class RegionMatch:
    """A place found: `text[start:end]` names the region `code`; a chain (忻州市岢岚县) is one match, its last member.

    `confidence` is 0-1, `reason` Chinese, for an editor. `others` are the codes it could also have meant.
    """

    code: str
    start: int
    end: int
    surface: str
    confidence: float
    reason: str
    others: tuple[str, ...] = ()
    is_landmark: bool = False
    """Whether a port, an airport or a crossing was named, which counts where no division is spoken of."""


@dataclass(frozen=True, slots=True)
class Token:
    start: int
    end: int
    surface: str
    namings: tuple[Naming, ...]
    leads_on: bool = False
    """The name of a place in it follows at once, and so no other word that it could be part of: 唐山路南区."""
    is_crossed: bool = False
    """Another place's name begins within it and ends behind it: 佛山|东菱 has nothing to do with 山东."""

    @property
    def strength(self) -> Strength:
        """That of its strongest meaning."""
        return max(naming.strength for naming in self.namings)

    @property
    def is_landmark(self) -> bool:
        return bool(self.namings[0].landmark)


class Known:
    """The regions spoken of so far, latest last."""

    def __init__(self, tree: RegionTree) -> None:
        self._tree = tree
        self.codes: dict[str, None] = {}
        self._lines: set[str] = set()

    def add(self, code: str) -> None:
        if code in self._tree:
            self.codes.pop(code, None)
            self.codes[code] = None
            self._lines.update(self._tree.lineage(code))

    def __contains__(self, code: str | None) -> bool:
        return code in self.codes

    def near(self, code: str) -> bool:
        """Whether one of them lies above this region, or in the same city."""
        above = self._tree.lineage(code)[:-1]
        return any(other in self.codes for other in above) or (len(above) > 1 and above[1] in self._lines)
