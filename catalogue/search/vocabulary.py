"""Regions and indicators by every name they go by, held in memory: 3 000 rows that hardly ever change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import filterfalse

from catalogue.models import Indicator, Region, Source

from .text.fold import fold

_KINDS_OF_DISTRICT = ("市", "区", "县", "旗")


@dataclass(frozen=True, slots=True)
class Place:
    """A region as search knows it."""

    code: str
    name: str
    short_name: str
    aliases: tuple[str, ...]
    pinyin: str
    initials: str
    level: int
    path: tuple[str, ...]
    """Codes from the province down to this region itself."""
    in_force: bool
    successor: str | None
    """Code of the division that took its place, where it is no longer in force."""


@dataclass(frozen=True, slots=True)
class Subject:
    """An indicator as search knows it."""

    slug: str
    name: str
    aliases: tuple[str, ...]
    parent: str | None
    """Slug of the national indicator that this local one belongs to."""
    english: tuple[str, ...] = ()
    """The World Bank's topics that answer to it."""


@dataclass(frozen=True)
class Vocabulary:
    """All regions by code and all indicators by slug, each in its official order."""

    places: dict[str, Place]
    subjects: dict[str, Subject]

    @classmethod
    def load(cls) -> Vocabulary:
        """As the database has it now: two queries."""
        regions = Region.objects.values_list(
            *(
                "code",
                "name",
                "short_name",
                "aliases",
                "pinyin",
                "initials",
                "level",
                "path",
                "valid_to",
                "successor_id",
            )
        )
        indicators = Indicator.objects.values_list(
            "slug", "name", "aliases", "parent__slug", "doing_business", "b_ready"
        )
        return cls(
            places={
                code: Place(
                    code, name, short, tuple(aliases), pinyin, initials, level, _codes(path), ended is None, heir
                )
                for code, name, short, aliases, pinyin, initials, level, path, ended, heir in regions.order_by("code")
            },
            subjects={
                slug: Subject(slug, name, tuple(aliases), parent, (*doing_business, *b_ready))
                for slug, name, aliases, parent, doing_business, b_ready in indicators.order_by("order", "slug")
            },
        )

    def with_parent(self, slug: str) -> tuple[str, ...]:
        """The slugs of an indicator and of the national one it belongs to: a case of the one is a case of both."""
        parent = self.subjects[slug].parent
        return (slug, parent) if parent else (slug,)

    def containing(self, code: str) -> tuple[str, ...]:
        """The codes of the regions a case of this one is a case of: those above it and itself, each once.

        What was abolished lies in what took its place as well: a case of 下城区 is one of 拱墅区. The same regions as
        those whose `Region.objects.under()` has this one.
        """
        found: dict[str, None] = {}
        waiting = [code]
        while waiting:
            path = [above for above in self.places[waiting.pop()].path if above not in found]
            found |= dict.fromkeys(path)
            waiting += [heir for above in path if (heir := self.places[above].successor)]
        return tuple(found)

    @cached_property
    def places_under(self) -> dict[str, list[str]]:
        """The codes right under each region that has any, in the order of codes; under "" the provinces."""
        under: defaultdict[str, list[str]] = defaultdict(list)
        for code in sorted(self.places):
            path = self.places[code].path
            under[path[-2] if len(path) > 1 else ""].append(code)
        return dict(under)

    @cached_property
    def subjects_under(self) -> dict[str, list[str]]:
        """The local indicators of each national one that has any; under "" the national ones."""
        under: defaultdict[str, list[str]] = defaultdict(list)
        for slug, subject in self.subjects.items():
            under[subject.parent or ""].append(slug)
        return dict(under)

    @cached_property
    def _places_named(self) -> dict[str, tuple[str, ...]]:
        return _by_name((place.code, (place.name,)) for place in self.places.values())

    @cached_property
    def _places_called(self) -> dict[str, tuple[str, ...]]:
        return _by_name((place.code, (place.short_name, *place.aliases)) for place in self.places.values())

    @cached_property
    def _subjects_named(self) -> dict[str, tuple[str, ...]]:
        return _by_name((subject.slug, (subject.name,)) for subject in self.subjects.values())

    @cached_property
    def _subjects_called(self) -> dict[str, tuple[str, ...]]:
        return _by_name((subject.slug, subject.aliases) for subject in self.subjects.values())

    def find_places(self, text: str) -> tuple[Place, ...]:
        """The region that a code, a name (长沙市), a short name or alias (长沙, 沪) or a path (广州市南沙区) means.

        Several where the text leaves it open, none where no region is called so. Regions in force go before former
        ones, full names before short ones, and of short names the one of the highest level (吉林 is the province).
        A county may be called what it once was (番禺市 for 番禺区): counties become cities, and both become districts.
        """
        code = text.strip().lower()
        if code in self.places:
            return (self.places[code],)
        name = fold(text)
        for named in (self._places_named, self._places_called):
            if found := self._best(named.get(name, ()), highest=named is self._places_called):
                return found
        return self._best(self._codes_by_path(name) or self._codes_of_district(name), highest=False)

    def _best(self, codes: Iterable[str], *, highest: bool) -> tuple[Place, ...]:
        places = [self.places[code] for code in codes]
        places = [place for place in places if place.in_force] or places
        if highest and places:
            top = min(place.level for place in places)
            places = [place for place in places if place.level == top]
        return tuple(places)

    def _codes_of_district(self, name: str) -> list[str]:
        """Codes of the divisions of county level with this name, whatever kind its last character says they are."""
        if not name.endswith(_KINDS_OF_DISTRICT):
            return []
        called = self._places_called.get(name[:-1], ())
        return [code for code in called if self.places[code].level == Region.Level.DISTRICT]

    def _codes_by_path(self, name: str) -> list[str]:
        """Codes of the regions that `name` spells with their ancestors before them: 广东省广州市南沙区, 广州南沙区."""
        found: list[str] = []
        for cut in range(2, len(name) - 1):
            above, own = name[:cut], name[cut:]
            codes = {*self._places_named.get(own, ()), *self._places_called.get(own, ())}
            found += [code for code in sorted(codes) if self._spells_ancestors(above, self.places[code].path[:-1])]
            if found:
                break
        return found

    def _spells_ancestors(self, text: str, path: tuple[str, ...]) -> bool:
        """Whether `text` is made of names of regions on this path, each at most once and from the top down."""
        if not text:
            return True
        for index in range(len(path)):
            if place := self.places.get(path[index]):
                for name in (place.name, place.short_name, *place.aliases):
                    rest = text.removeprefix(fold(name))
                    if rest != text and self._spells_ancestors(rest, path[index + 1 :]):
                        return True
        return False

    def find_subjects(self, text: str) -> tuple[Subject, ...]:
        """The indicator that a slug, a name or an alias (办电) means; several where an alias points to several."""
        slug = text.strip().lower()
        if slug in self.subjects:
            return (self.subjects[slug],)
        name = fold(text)
        slugs = self._subjects_named.get(name) or self._subjects_called.get(name) or ()
        return tuple(self.subjects[slug] for slug in slugs)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Names and jargon of indicators and names of regions in force, each once."""
        subjects = (name for subject in self.subjects.values() for name in (subject.name, *subject.aliases))
        places = (place.name for place in self.places.values() if place.in_force)
        return tuple(dict.fromkeys([*subjects, *places]))

    def path_name(self, code: str) -> str:
        """Where a region lies: “广东省 › 广州市 › 南沙区”."""
        return " › ".join(self.places[above].name for above in self.places[code].path if above in self.places)


def _codes(path: str) -> tuple[str, ...]:
    return tuple(path.rstrip("/").split("/"))


def _by_name(named: Iterable[tuple[str, Iterable[str]]]) -> dict[str, tuple[str, ...]]:
    index: defaultdict[str, list[str]] = defaultdict(list)
    for key, names in named:
        for name in {fold(name) for name in names} - {""}:
            index[name].append(key)
    return {name: tuple(keys) for name, keys in index.items()}


_current: Vocabulary | None = None


def current() -> Vocabulary:
    """The vocabulary, read once and kept until `forget`; an empty one (nothing loaded yet) is not kept."""
    global _current  # noqa: PLW0603  one a process, as the database connection
    vocabulary = _current
    if vocabulary is None:
        vocabulary = Vocabulary.load()
        if vocabulary.places and vocabulary.subjects:
            _current = vocabulary
    return vocabulary


def forget() -> None:
    """Regions or indicators have changed: read them anew at the next need."""
    global _current, _titles  # noqa: PLW0603
    _current = None
    _titles = {}


_titles: dict[int, str] = {}
"""In the order of titles."""


def source_titles(keys: Collection[int]) -> Mapping[int, str]:
    """Titles of sources by key, in their order, of these and of others; read when first needed, kept until `forget`."""
    global _titles  # noqa: PLW0603
    titles = _titles
    if missing := [*filterfalse(titles.__contains__, keys)]:
        read = titles | dict(Source.objects.filter(pk__in=missing).values_list("pk", "title"))
        titles = _titles = dict(sorted(read.items(), key=lambda item: (item[1], str(item[0]))))
    return titles
