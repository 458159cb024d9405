"""Places in a text: longest match over every name a region has, chains put together, same names told apart.

A full name (天心区, 湘西土家族苗族自治州) is found anywhere. The short name of a province or a city (湖南, 长沙) is
found unless the characters are an ordinary word there. The short name of a county (天心, 资源, 通道) counts only in a
chain (长沙天心), before a word that makes it a place (岳麓高新区), or where the same text names the county in full.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest

from ingest.recognise.free_names import is_known_place, opens_clause, stands_free
from ingest.recognise.naming import Known, Naming, RegionMatch, Strength, Token
from ingest.recognise.place_words import (
    AREA_KINDS,
    AREA_TAIL,
    CITY_WORDS,
    COUNTY_WORDS,
    EXAMPLE_AFTER,
    GENERIC_NAMES,
    JOINERS,
    LOCAL_BODY,
    NOT_AFTER_PORT,
    NOT_AFTER_SHORT_NAME,
    ORDINARY_WORDS,
)
from ingest.recognise.plain import traditional
from ingest.recognise.region_tree import AREA, CITY, DISTRICT, PROVINCE, RegionTree
from ingest.recognise.set_phrases import SHARED_GROUND, SetPhrases
from ingest.vocabulary import LandmarkEntry, RegionEntry

LANDSCAPE = "山河湖江岛关楼堰台坝"
"""How short names of counties end that are also mountains, rivers and sights: 井冈山, 清水河, 都江堰."""
LANDMARK, SHARED_LANDMARK, CHAINED_LANDMARK = 0.6, 0.5, 0.75
"""The confidence that a port tells its place: by its name, where it lies in two, behind its province's name."""


class Gazetteer(RegionTree):
    """Finds regions by their names; built once from the entries, then only read."""

    def __init__(self, entries: Iterable[RegionEntry], landmarks: Iterable[LandmarkEntry] = ()) -> None:
        super().__init__(entries)
        names: dict[str, dict[str, Naming]] = defaultdict(dict)
        for entry in self:
            for surface, naming in self._namings(entry):
                known = names[surface].get(naming.code)
                if known is None or (naming.strength, not naming.former) > (known.strength, not known.former):
                    names[surface][naming.code] = naming
        landmarks = list(landmarks)
        self._names = self._landmark_names(landmarks)
        self._names |= {surface: tuple(by_code.values()) for surface, by_code in names.items()}
        lengths: dict[str, set[int]] = defaultdict(set)
        for surface in self._names:
            lengths[surface[:2]].add(len(surface))
        self._lengths = {start: sorted(found, reverse=True) for start, found in lengths.items()}
        written = set("".join(self._names))  # 乾安县 keeps its 乾, which elsewhere stands for 干
        self._simplified = {
            ord(old): new for old, new in traditional().items() if new in written and old not in written
        }
        self._areas = {entry.name: entry.code for entry in self if entry.level == AREA}
        signs = {
            sign: entry.code
            for entry in self
            if entry.level == PROVINCE
            for sign in (entry.short_name, *entry.aliases)
            if len(sign) == 1
        }
        grounds = (ground for ground in landmarks if all(code in self for code in ground.regions))
        self._set_phrases = SetPhrases(signs, grounds)

    def find(self, text: str, context: Iterable[str] = ()) -> list[RegionMatch]:
        """The places named in `text`, in order; `context` are codes of regions known to be spoken of around it.

        Traditional characters are read as simplified ones, so that a surface may differ from the text in them.
        """
        text = text.translate(self._simplified)
        tokens = self._tokens(text)
        known = Known(self)
        for code in context:
            known.add(code)
        for token in tokens:
            if len(token.namings) == 1 and token.namings[0].strength is Strength.STRONG:
                known.add(token.namings[0].code)
        matches: list[RegionMatch] = []
        for token in tokens:
            last = matches[-1] if matches else None
            chain = self._after(last, token, text, known) if last else None
            match = chain or (self._beside(last, token, text) if last else None) or self._alone(token, text, known)
            if match is None:
                continue
            if chain:
                matches.pop()
            matches.append(match)
            known.add(match.code)
        matches = [*(self._with_tail(match, text) for match in matches), *self._set_phrases.find(text)]
        return sorted(matches, key=lambda match: match.start)

    def _landmark_names(self, landmarks: Iterable[LandmarkEntry]) -> dict[str, tuple[Naming, ...]]:
        """What ports, airports and crossings mean, as far as their regions are known."""
        return {
            surface: tuple(Naming(code, Strength.STRONG, landmark=landmark.kind) for code in codes)
            for landmark in landmarks
            if (codes := [code for code in landmark.regions if code in self])
            for surface in (landmark.name, *landmark.aliases)
            if landmark.kind != SHARED_GROUND
        }

    def _namings(self, entry: RegionEntry) -> Iterator[tuple[str, Naming]]:
        code, former = self.filed_under(entry), not entry.in_force
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
        if surface in GENERIC_NAMES or (entry.level >= DISTRICT and len(surface) == 2 and surface[-1] in "市区县旗"):
            return Strength.CHAINED
        county = entry.level == DISTRICT
        if surface in ORDINARY_WORDS or (county and len(surface) == 2):
            return Strength.WEAK
        if entry.level >= DISTRICT and surface[-1] in LANDSCAPE:
            return Strength.WEAK
        if surface[-1] in "省市区县州旗盟" and len(surface) > 2:  # 黔东南州, 通道县, 湘江新区
            return Strength.STRONG
        return Strength.FAIR

    def _tokens(self, text: str) -> list[Token]:
        """The leftmost names, of these the longest, unless one gives way; names inside another are not looked at."""
        at, end = 0, len(text)
        tokens: list[Token] = []
        while at < end - 1:
            for surface in self._names_at(text, at):
                token = Token(at, at + len(surface), surface, self._names[surface])
                if crossing := self._crossing(token, text):
                    if self._gives_way(token, crossing, text, tokens[-1] if tokens else None):
                        continue
                    token = replace(token, is_crossed=True)
                tokens.append(self._before_district(token, text))
                at = tokens[-1].end
                break
            else:
                at += 1
        following = zip_longest(tokens, tokens[1:])
        return [replace(token, leads_on=True) if self._leads_on(token, other) else token for token, other in following]

    def _names_at(self, text: str, at: int) -> Iterator[str]:
        """The names that begin there, the longest first."""
        surfaces = (text[at : at + length] for length in self._lengths.get(text[at : at + 2], ()))
        return (surface for surface in surfaces if surface in self._names)

    def _crossing(self, token: Token, text: str) -> list[Token]:
        """The names that begin within a short name, end behind it, and tell a place by themselves: 中|山东|菱."""
        if token.strength is Strength.STRONG:
            return []
        within = ((at, name) for at in range(token.start + 1, token.end) for name in self._names_at(text, at))
        others = (Token(at, at + len(name), name, self._names[name]) for at, name in within)
        return [other for other in others if other.end > token.end and other.strength > Strength.WEAK]

    def _gives_way(self, token: Token, crossing: Iterable[Token], text: str, before: Token | None) -> bool:
        """Whether a short name is only the end of one word and the beginning of another name: 从|江苏, 集中|山东.

        That of a province or a city stays where it is a word of its own so far; one that is a common word too, where
        it also opens the clause (中山|东菱). That of a county stays only behind what it lies in (湖南|平江|西部).
        """
        if before and before.end == token.start:
            above = [naming.code for naming in before.namings]
            if any(self.is_within(naming.code, code) for naming in token.namings for code in above):
                return False
        is_city = any(self.level(naming.code) <= CITY for naming in token.namings)
        may_stay = token.strength is Strength.FAIR or (is_city and opens_clause(token, text))
        if may_stay and stands_free(replace(token, is_crossed=True), text):
            return False
        return any(other.strength is Strength.STRONG or stands_free(other, text) for other in crossing)

    def _before_district(self, token: Token, text: str) -> Token:
        """The short name of a city before one of its districts that begins with 市: 济南|市中区, not 济南市|中区."""
        district = text[token.end - 1 : token.end + 2]
        short = token.surface[:-1]
        if not token.surface.endswith("市") or short not in self._names or district not in self._names:
            return token
        cities = {naming.code for naming in token.namings}
        inside = any(self.entry(naming.code).parent in cities for naming in self._names[district])
        return Token(token.start, token.end - 1, short, self._names[short]) if inside else token

    def _leads_on(self, token: Token, other: Token | None) -> bool:
        if other is None or other.start != token.end:
            return False
        pairs = ((below.code, above.code) for below in other.namings for above in token.namings)
        return any((below != above or other.is_landmark) and self.is_within(below, above) for below, above in pairs)

    def _after(self, above: RegionMatch, token: Token, text: str, known: Known) -> RegionMatch | None:
        """The chain that `token` prolongs: 忻州市 + 岢岚县; None when it does not lie in the place before it."""
        if not JOINERS.fullmatch(text, above.end, token.start):
            return None
        if token.is_landmark:
            port = self._landmark(token, text, known)
            return self._lying_in(above, port, text) if port and token.start == above.end else None
        whole = self._extent(above.code)
        inside = [n for n in token.namings if n.code not in {above.code, whole} and self.is_within(n.code, whole)]
        if not inside:
            return self._area_of(above, token, text)
        # 吉林省吉林市, 青海海南: the highest of them is meant
        best = min(inside, key=lambda n: (n.former, *self._prominence(n.code)))
        if not self._may_prolong(best, above, token, text):
            return None
        surface = text[above.start : token.end]
        others = tuple(n.code for n in inside if n is not best and not n.former)
        if others and self.level(others[0]) == self.level(best.code):  # 江苏省鼓楼区: in 南京 and in 徐州
            return RegionMatch(best.code, above.start, token.end, surface, *self._doubt(surface, best.code, others))
        reason = f"文中写作“{surface}”" + self._former_note(best, token.surface)
        return RegionMatch(best.code, above.start, token.end, surface, 0.98, reason)

    def _extent(self, code: str) -> str:
        """Where the parts of a region may lie: those of an area right under a province (湖北自贸试验区) all over it."""
        entry = self.entry(code)
        spread = entry.level == AREA and entry.parent is not None and self.level(entry.parent) == PROVINCE
        return entry.parent if spread and entry.parent else code

    def _beside(self, before: RegionMatch, token: Token, text: str) -> RegionMatch | None:
        """The next of a list under one city: 柳州市鱼峰区、城中区."""
        if token.is_landmark or text[before.end : token.start] not in {"、", "和", "与"}:
            return None
        parent = self.entry(before.code).parent
        siblings = [
            n for n in token.namings if parent and n.code != before.code and self.entry(n.code).parent == parent
        ]
        if len(siblings) != 1 or self.level(siblings[0].code) <= CITY:
            return None
        return self._match(token, siblings[0], 0.9, f"与“{before.surface}”并列")

    def _area_of(self, above: RegionMatch, token: Token, text: str) -> RegionMatch | None:
        """A functional area whose own name is also that of a place elsewhere: 武汉 + 东湖 + 高新区 is not in 南昌."""
        tail = AREA_TAIL.match(text, token.end)
        if token.start != above.end or tail is None or any(n.strength is Strength.STRONG for n in token.namings):
            return None
        return replace(above, end=token.end, surface=text[above.start : token.end])

    def _may_prolong(self, naming: Naming, above: RegionMatch, token: Token, text: str) -> bool:
        """Not every name after a place is a place in it: 湖南通道建设, 广西资源丰富, 四川，和平."""
        if naming.strength is Strength.STRONG:
            return True
        if naming.strength is Strength.CHAINED and token.start > above.end:
            return False
        if token.surface in COUNTY_WORDS and not self._is_bare_county(naming, above, token, text):
            return False
        if not token.leads_on and NOT_AFTER_SHORT_NAME.match(text, token.end):
            return False
        between = text[above.end : token.start]
        return between in {"", "：", ":", "·"} or between.endswith(("区", "团", "师"))

    def _is_bare_county(self, naming: Naming, above: RegionMatch, token: Token, text: str) -> bool:
        """Whether a word right behind a place is a county or district in it all the same: 深圳南山, 河北正定.

        A district is named behind its city, not behind the province: 广东南山.
        """
        behind_city = self.level(above.code) >= CITY or not self.entry(naming.code).name.endswith("区")
        is_word = token.surface in CITY_WORDS or not stands_free(token, text)
        return token.start == above.end and behind_city and not is_word

    def _alone(self, token: Token, text: str, known: Known) -> RegionMatch | None:
        """The place a name means when no chain tells: the one near the places known, else the most prominent."""
        if token.is_landmark:
            return self._landmark(token, text, known)
        namings = [n for n in token.namings if n.strength > Strength.CHAINED]
        if not namings:
            return self._generic(token, text, known)
        near = [n for n in namings if n.code in known] or [n for n in namings if known.near(n.code)]
        if len(near) > 1:
            near = self._nearest(near, known)
        usable = [
            n for n in near or namings if n.strength >= Strength.FAIR or self._reads_as_place(n, token, text, known)
        ]
        free = token.leads_on or stands_free(token, text)
        if not usable or (max(n.strength for n in usable) < Strength.STRONG and not free):
            return None
        best = min(usable, key=lambda n: (n.former, self._prominence(n.code)))
        others = tuple(n.code for n in usable if n.code != best.code and not n.former)
        if others and not self._clearly_first(best, others):
            return self._match(token, best, *self._doubt(token.surface, best.code, others))
        note = self._former_note(best, token.surface)
        if len(token.namings) > 1 and near:
            return self._match(token, best, 0.85, f"“{token.surface}”与文中其他地名同属一地{note}")
        confidence = {Strength.STRONG: 0.95, Strength.FAIR: 0.85}.get(best.strength, 0.7)
        return self._match(token, best, confidence, f"文中写作“{token.surface}”{note}")

    def _landmark(self, token: Token, text: str, known: Known) -> RegionMatch | None:
        """Where a port, an airport or a crossing lies; one that lies in two places, in the one spoken of."""
        if NOT_AFTER_PORT.match(text, token.end):
            return None
        codes = [naming.code for naming in token.namings]
        near = [code for code in codes if known.near(code) or code in known]
        code, *others = near if len(near) == 1 else codes
        where = "、".join(self.full_name(member) for member in (code, *others))
        reason = f"“{token.surface}”是{token.namings[0].landmark}，{'分属' if others else '在'}{where}"
        sure = SHARED_LANDMARK if others else LANDMARK
        return RegionMatch(code, token.start, token.end, token.surface, sure, reason, tuple(others), is_landmark=True)

    def _lying_in(self, above: RegionMatch, port: RegionMatch, text: str) -> RegionMatch | None:
        """A port with its place before it (广州白云机场, 浙江宁波舟山港): then a division is named."""
        if not self.is_within(port.code, self._extent(above.code)):
            return None
        sure = above.confidence if port.code == above.code else port.confidence if port.others else CHAINED_LANDMARK
        surface = text[above.start : port.end]
        return replace(port, start=above.start, surface=surface, confidence=sure, is_landmark=above.is_landmark)

    def _generic(self, token: Token, text: str, known: Known) -> RegionMatch | None:
        """A district whose name every city could use (市中区), where it opens a clause in a text on its own city."""
        own = [
            n for n in token.namings if self.entry(n.code).parent in known and token.surface == self.entry(n.code).name
        ]
        if len(own) != 1 or len(token.surface) < 3 or not opens_clause(token, text):
            return None
        return self._match(token, own[0], 0.8, f"“{token.surface}”在文中所说的市里")

    def _nearest(self, namings: list[Naming], known: Known) -> list[Naming]:
        """Of places that bear one name, those in the city, else the province, that was spoken of last."""
        for related in (self.same_city, lambda code, other: self.lineage(code)[0] == self.lineage(other)[0]):
            for other in reversed(known.codes):
                close = [n for n in namings if related(n.code, other)]
                if len(close) == 1:
                    return close
        return namings

    def _match(
        self, token: Token, naming: Naming, confidence: float, reason: str, others: tuple[str, ...] = ()
    ) -> RegionMatch:
        return RegionMatch(naming.code, token.start, token.end, token.surface, confidence, reason, others)

    def _doubt(self, surface: str, best: str, others: tuple[str, ...]) -> tuple[float, str, tuple[str, ...]]:
        """Confidence and reason where several places bear a name and nothing decides."""
        names = "、".join(self.full_name(code) for code in (best, *others))
        return 0.3, f"“{surface}”有多地同名（{names}），文中未写明", others

    def _former_note(self, naming: Naming, surface: str) -> str:
        if not naming.former:
            return ""
        entry = self.entry(naming.code)
        if entry.in_force:
            return f"，“{surface}”为旧名，今{entry.name}"
        heir = self._entries.get(entry.successor or "")
        return f"，{entry.name}已撤销" + (f"，今属{heir.name}" if heir else "")

    def _reads_as_place(self, naming: Naming, token: Token, text: str, known: Known) -> bool:
        """Whether a weak name is a place here: named in full elsewhere, part of the name of a functional area, where it
        is near the places spoken of (锦州's 松山新区 is not in 赤峰市松山区) or means nothing else (昆山综保区), part
        of a court's, a city that opens the clause or is an example (大连推出…, 海口实践); 忠县 is none in 街道县级…."""
        if naming.code in known:
            return True
        if AREA_TAIL.match(text, token.end) and (
            not known.codes or known.near(naming.code) or is_known_place(token, text)
        ):
            return True
        if LOCAL_BODY.match(text, token.end):  # 上街法院
            return True
        if token.start == 0 and text[token.end : token.end + 1] in {"：", ":"}:  # 义乌：…
            is_word = token.surface in (CITY_WORDS if known.near(naming.code) else COUNTY_WORDS)
            return not is_word
        if not opens_clause(token, text) and not EXAMPLE_AFTER.match(text, token.end):
            return False
        return self.level(naming.code) <= CITY or token.surface[-1] in "县市区" or is_known_place(token, text)

    def _prominence(self, code: str) -> tuple[int, int, str]:
        """Smaller is better known: provinces, cities, then districts of municipalities and provincial capitals."""
        line = self.lineage(code)
        level = self.level(code)
        of_capital = len(line) > 1 and (line[1].endswith("0100") or line[0][:2] in {"11", "12", "31", "50"})
        return level, 0 if of_capital else 1, code

    def _clearly_first(self, best: Naming, others: Iterable[str]) -> bool:
        """A province or city outweighs counties of the same name (吉林, 海南, 朝阳市)."""
        level = self.level(best.code)
        return level <= CITY and all(self.level(code) > level for code in others)

    def _with_tail(self, match: RegionMatch, text: str) -> RegionMatch:
        """The functional area a place's name opens: the one that has an entry, else filed under the place itself."""
        tail = AREA_TAIL.match(text, match.end)
        if tail is None or self.level(match.code) == AREA or match.is_landmark:
            return match
        surface, place = text[match.start : tail.end()], self.entry(match.code)
        kind = next((full for full, shorts in AREA_KINDS.items() if tail.group() in shorts), tail.group())
        area = self._areas.get(place.short_name + kind)
        if area is not None and self.is_within(area, match.code):
            reason = f"文中写作“{surface}”，即{self.entry(area).name}"
            return replace(match, code=area, end=tail.end(), surface=surface, reason=reason)
        reason = f"“{surface}”不在区划表中，归入{place.name}"
        return replace(match, end=tail.end(), surface=surface, confidence=min(match.confidence, 0.75), reason=reason)
