"""Places in a text: longest match over every name a region has, chains put together, same names told apart.

A full name (天心区, 湘西土家族苗族自治州) is found anywhere. The short name of a province or a city (湖南, 长沙) is found
unless the characters are an ordinary word there. The short name of a county (天心, 资源, 通道) counts only in a chain
(长沙天心), before a word that makes it a place (岳麓高新区), or where the same text names the county in full.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from ingest.recognise.place_words import (
    AREA_TAIL,
    COUNTY_WORDS,
    GENERIC_NAMES,
    JOINERS,
    NOT_AFTER_SHORT_NAME,
    ORDINARY_WORDS,
    SIGN_RUNS,
)
from ingest.vocabulary import RegionEntry

PROVINCE, CITY, DISTRICT, AREA = 1, 2, 3, 4


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


@dataclass(frozen=True, slots=True)
class RegionMatch:
    """A place found: `text[start:end]` names the region `code`; a chain (忻州市岢岚县) is one match, of its lowest member.

    `confidence` is 0-1, `reason` Chinese, for an editor. `others` are the codes it could also have meant.
    """

    code: str
    start: int
    end: int
    surface: str
    confidence: float
    reason: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    surface: str
    namings: tuple[Naming, ...]


class Gazetteer:
    """Finds regions by their names; built once from the entries, then only read."""

    def __init__(self, entries: Iterable[RegionEntry]) -> None:
        self._entries = {entry.code: entry for entry in entries}
        names: dict[str, dict[str, Naming]] = defaultdict(dict)
        for entry in self._entries.values():
            for surface, naming in self._namings(entry):
                known = names[surface].get(naming.code)
                if known is None or (naming.strength, not naming.former) > (known.strength, not known.former):
                    names[surface][naming.code] = naming
        self._names = {surface: tuple(by_code.values()) for surface, by_code in names.items()}
        lengths: dict[str, set[int]] = defaultdict(set)
        for surface in self._names:
            lengths[surface[:2]].add(len(surface))
        self._lengths = {start: sorted(found, reverse=True) for start, found in lengths.items()}
        self._signs = {
            sign: entry.code
            for entry in self._entries.values()
            if entry.level == PROVINCE
            for sign in (entry.short_name, *entry.aliases)
            if len(sign) == 1
        }

    # -- the tree of regions ---------------------------------------------------------------------------------------

    def entry(self, code: str) -> RegionEntry:
        """The region with this code; `KeyError` when there is none."""
        return self._entries[code]

    def lineage(self, code: str) -> tuple[str, ...]:
        """The codes from the province down to the region itself."""
        line: list[str] = []
        at: str | None = code
        while at is not None and at in self._entries and at not in line:
            line.append(at)
            at = self._entries[at].parent
        return tuple(reversed(line))

    def is_within(self, code: str, above: str) -> bool:
        """Whether the region is `above` itself or lies below it."""
        return above in self.lineage(code)

    def full_name(self, code: str) -> str:
        """The names from the province down, run together: 湖南省长沙市天心区."""
        return "".join(self._entries[member].name for member in self.lineage(code))

    def below(self, code: str) -> Iterator[RegionEntry]:
        """The regions in force below this one, at any depth."""
        return (entry for entry in self._entries.values() if entry.in_force and code in self.lineage(entry.code)[:-1])

    # -- finding ---------------------------------------------------------------------------------------------------

    def find(self, text: str, context: Iterable[str] = ()) -> list[RegionMatch]:
        """The places named in `text`, in order; `context` are codes of regions known to be spoken of around it."""
        tokens = list(self._tokens(text))
        known = [code for code in context if code in self._entries]
        known += [t.namings[0].code for t in tokens if len(t.namings) == 1 and t.namings[0].strength is Strength.STRONG]
        matches: list[RegionMatch] = []
        for token in tokens:
            chain = self._after(matches[-1], token, text) if matches else None
            if chain is not None:
                matches[-1] = chain
                continue
            match = self._alone(token, text, [*known, *(m.code for m in matches)])
            if match is not None:
                matches.append(match)
        return sorted([*(self._with_tail(m, text) for m in matches), *self._sign_runs(text)], key=lambda m: m.start)

    def _namings(self, entry: RegionEntry) -> Iterator[tuple[str, Naming]]:
        code, former = self._in_force(entry), not entry.in_force
        if len(entry.name) > 1:
            strength = Strength.STRONG
            if entry.name in GENERIC_NAMES:
                strength = Strength.CHAINED
            elif len(entry.name) == 2:  # 忠县, 道县: also the end of 街道县级…
                strength = Strength.WEAK
            yield entry.name, Naming(code, strength, former)
        for surface in (entry.short_name, *entry.aliases):
            if len(surface) > 1 and surface != entry.name:
                yield surface, Naming(code, self._short_strength(entry, surface), former)

    def _short_strength(self, entry: RegionEntry, surface: str) -> Strength:
        if surface in GENERIC_NAMES or (entry.level >= DISTRICT and len(surface) == 2 and surface[-1] in "市区县州旗"):
            return Strength.CHAINED
        if surface in ORDINARY_WORDS or (entry.level >= DISTRICT and len(surface) == 2):
            return Strength.WEAK
        if surface[-1] in "省市区县州旗盟" and len(surface) > 2:  # 黔东南州, 通道县, 湘江新区
            return Strength.STRONG
        return Strength.FAIR

    def _in_force(self, entry: RegionEntry) -> str:
        """The code to file it under: that of the division that took its place, where one did."""
        seen = {entry.code}
        while not entry.in_force and entry.successor in self._entries and entry.successor not in seen:
            seen.add(entry.successor)
            entry = self._entries[entry.successor]
        return entry.code

    def _tokens(self, text: str) -> Iterator[_Token]:
        """Longest matches from left to right; names inside a longer one are not looked at."""
        at, end = 0, len(text)
        names, lengths = self._names, self._lengths
        while at < end - 1:
            for length in lengths.get(text[at : at + 2], ()):
                surface = text[at : at + length]
                if surface in names:
                    yield _Token(at, at + length, surface, names[surface])
                    at += length
                    break
            else:
                at += 1

    def _after(self, above: RegionMatch, token: _Token, text: str) -> RegionMatch | None:
        """The chain that `token` prolongs: 忻州市 + 岢岚县; None when it does not lie in the place before it."""
        if not JOINERS.fullmatch(text, above.end, token.start):
            return None
        inside = [n for n in token.namings if n.code != above.code and self.is_within(n.code, above.code)]
        if len(inside) > 1:  # 吉林省吉林市, 青海海南: the highest of them is meant
            inside = sorted(inside, key=lambda n: self._entries[n.code].level)
        if not inside:
            return self._area_of(above, token, text)
        if not self._may_prolong(inside[0], token, text[above.end : token.start]):
            return None
        surface = text[above.start : token.end]
        reason = f"文中写作“{surface}”" + self._former_note(inside[0], token.surface)
        return RegionMatch(inside[0].code, above.start, token.end, surface, 0.98, reason)

    def _area_of(self, above: RegionMatch, token: _Token, text: str) -> RegionMatch | None:
        """A functional area whose own name is also that of a place elsewhere: 武汉 + 东湖 + 高新区 is not in 南昌."""
        tail = AREA_TAIL.match(text, token.end)
        if token.start != above.end or tail is None or any(n.strength is Strength.STRONG for n in token.namings):
            return None
        return replace(above, end=token.end, surface=text[above.start : token.end])

    def _may_prolong(self, naming: Naming, token: _Token, between: str) -> bool:
        """Not every name after a place is a place in it: 湖南通道建设, 广西资源丰富, 四川，和平."""
        if naming.strength is Strength.STRONG:
            return True
        if token.surface in COUNTY_WORDS or (naming.strength is Strength.CHAINED and between):
            return False
        return between in {"", "：", ":", "·"}

    def _alone(self, token: _Token, text: str, known: Sequence[str]) -> RegionMatch | None:
        """The place a name means when no chain tells: the one near the places known, else the most prominent."""
        namings = [n for n in token.namings if n.strength > Strength.CHAINED]
        named = [n for n in namings if n.code in known]
        near = named or [n for n in namings if self._is_near(n.code, known)]
        usable = [
            n for n in near or namings if n.strength >= Strength.FAIR or self._reads_as_place(n, token, text, named)
        ]
        if not usable or (max(n.strength for n in usable) < Strength.STRONG and not _stands_free(token, text)):
            return None
        best = min(usable, key=lambda n: (n.former, self._prominence(n.code)))
        others = tuple(n.code for n in usable if n.code != best.code and not n.former)
        note = self._former_note(best, token.surface)
        if others and near and len({self.lineage(n.code)[0] for n in usable}) == 1:
            others = ()
        if others and not self._clearly_first(best, usable):
            names = "、".join(self.full_name(code) for code in (best.code, *others))
            return self._match(token, best, 0.3, f"“{token.surface}”有多地同名（{names}），文中未写明", others)
        if len(token.namings) > 1 and near:
            return self._match(token, best, 0.85, f"“{token.surface}”与文中其他地名同属一地{note}")
        confidence = 0.95 if best.strength is Strength.STRONG else 0.85 if best.strength is Strength.FAIR else 0.7
        return self._match(token, best, confidence, f"文中写作“{token.surface}”{note}")

    def _match(
        self, token: _Token, naming: Naming, confidence: float, reason: str, others: tuple[str, ...] = ()
    ) -> RegionMatch:
        return RegionMatch(naming.code, token.start, token.end, token.surface, confidence, reason, others)

    def _former_note(self, naming: Naming, surface: str) -> str:
        return f"，“{surface}”为旧名，今{self._entries[naming.code].name}" if naming.former else ""

    def _is_near(self, code: str, known: Sequence[str]) -> bool:
        """Whether a region that is spoken of lies above this one, or in the same city."""
        above = self.lineage(code)[:-1]
        return any(other in above or (len(above) > 1 and above[1] in self.lineage(other)) for other in known)

    def _reads_as_place(self, naming: Naming, token: _Token, text: str, named: Sequence[Naming]) -> bool:
        """Whether a weak name is a place here: named in full elsewhere, or part of a functional area's name."""
        if len(token.surface) == 2 and token.surface[-1] in "县市区":  # 忠县, not 街道县
            return naming in named or token.start == 0 or not text[token.start - 1].isalnum()
        return naming in named or AREA_TAIL.match(text, token.end) is not None

    def _prominence(self, code: str) -> tuple[int, int, str]:
        """Smaller is better known: provinces, cities, then districts of municipalities and provincial capitals."""
        line = self.lineage(code)
        level = self._entries[code].level
        of_capital = len(line) > 1 and (line[1].endswith("0100") or line[0][:2] in {"11", "12", "31", "50"})
        return level, 0 if of_capital else 1, code

    def _clearly_first(self, best: Naming, usable: Sequence[Naming]) -> bool:
        """A province or city outweighs counties of the same name, a present name a former one."""
        rest = [n for n in usable if n.code != best.code and not n.former]
        level = self._entries[best.code].level
        return level <= CITY and all(self._entries[n.code].level > level for n in rest)

    def _with_tail(self, match: RegionMatch, text: str) -> RegionMatch:
        """A functional area that has no entry of its own is filed under the place in its name: 长沙某经开区."""
        tail = AREA_TAIL.match(text, match.end)
        if tail is None or self._entries[match.code].level == AREA:
            return match
        surface = text[match.start : tail.end()]
        reason = f"“{surface}”不在区划表中，归入{self._entries[match.code].name}"
        return replace(match, end=tail.end(), surface=surface, confidence=min(match.confidence, 0.75), reason=reason)

    def _sign_runs(self, text: str) -> Iterator[RegionMatch]:
        """Provinces named by one character each in a set phrase: 川渝, 苏浙皖."""
        for run in SIGN_RUNS.finditer(text):
            for at in range(*run.span()):
                code = self._signs.get(text[at])
                if code is not None:
                    yield RegionMatch(code, at, at + 1, text[at], 0.2, f"合称“{run.group()}”")


def _stands_free(token: _Token, text: str) -> bool:
    """Whether a short name is not the beginning of another name: 宁波银行, 中山路."""
    return NOT_AFTER_SHORT_NAME.match(text, token.end) is None
