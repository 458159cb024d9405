"""The suggestions for what has been typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, zip_longest

from django.utils.translation import gettext as _
from tantivy import Query, Searcher

from catalogue.models import CaseRegion, CaseStudy, Measure
from catalogue.search import vocabulary
from catalogue.search.index.folder import Generation
from catalogue.search.index.follower import IndexBeingBuiltError, follower
from catalogue.search.index.schema import measure_schema, schema
from catalogue.search.query import Mark
from catalogue.search.question.known import number_found
from catalogue.search.text.fold import FoldedText, fold
from catalogue.search.text.readings import spelled, syllables
from catalogue.search.vocabulary import Vocabulary

from .entries import Entry, Kind
from .names import Found, names_of
from .texts import Spelt, Texts, Typed, candidates, spelt

MOST = 10
"""Entries in all; the kinds take turns until these places are taken."""
MOST_OF_A_KIND = 6
COMPARED = 12
"""Names that answer equally well, of which those with the most cases are taken."""
LONGEST = 40
"""Characters that are read; no entry is called by more."""


def suggest(text: str) -> tuple[Entry, ...]:
    """What someone may mean who has typed this much: of each kind a few, and only what published cases have.

    Indicators and regions come with the number of their cases. Nothing is offered while there is no index. Never
    raises, whatever the text.
    """
    typed = Typed(tuple(term for part in text[:LONGEST].split() if (term := fold(part).replace("'", ""))))
    if not typed.terms:
        return ()
    try:
        generation = follower().generation()
    except IndexBeingBuiltError:
        return ()
    known = vocabulary.current()
    named = list(_named("".join(typed.terms), generation.cases, known))
    return _sharing(
        [
            [entry for entry in named if entry.kind == Kind.INDICATOR],
            [entry for entry in named if entry.kind == Kind.REGION],
            *_printed(typed, generation, known),
        ]
    )


def _sharing(found: list[list[Entry]]) -> tuple[Entry, ...]:
    """The first of each kind, the second of each and so on, until there are enough; shown by kind."""
    in_turn = (entry for turn in zip_longest(*(kind[:MOST_OF_A_KIND] for kind in found)) for entry in turn if entry)
    taken = list(islice(in_turn, MOST))
    return tuple(sorted(taken, key=lambda entry: list(Kind).index(entry.kind)))


# --- indicators and regions -------------------------------------------------------------------------------------------


def _named(typed: str, searcher: Searcher, known: Vocabulary) -> Iterator[Entry]:
    """Indicators and regions of which a name spells what was typed, those of the most cases first among equals."""
    spelling = names_of(known).spelling(typed)
    for kind in (Kind.INDICATOR, Kind.REGION):
        counted = ((one, _cases_of(one, searcher)) for one in spelling if one.name.kind == kind)
        held = list(islice(((one, count) for one, count in counted if count), COMPARED))
        for one, count in sorted(held, key=lambda pair: (pair[0].rank, -pair[1]))[:MOST_OF_A_KIND]:
            yield _entry(one, count, typed, known)


def _cases_of(one: Found, searcher: Searcher) -> int:
    """How many cases the indicator or region has."""
    field = one.name.kind.value
    if not searcher.doc_freq(field, one.name.key):  # far cheaper; only deleted cases make it differ
        return 0
    return number_found(searcher, Query.term_query(schema(), field, one.name.key, "basic"))


def _entry(one: Found, count: int, typed: str, known: Vocabulary) -> Entry:
    kind, key = one.name.kind, one.name.key
    label = known.subjects[key].name if kind == Kind.INDICATOR else known.places[key].name
    return Entry(
        kind,
        key,
        label,
        marks=_mark(typed, label) if one.name.is_own else (),
        alias="" if one.name.is_own else one.name.text,
        context=known.path_name(key) if kind == Kind.REGION and len(known.places[key].path) > 1 else "",
        count=count,
    )


def _mark(typed: str, label: str) -> tuple[Mark, ...]:
    folded = FoldedText(label)
    place = spelled(typed, folded.text, syllables(folded.text))
    return (Mark(*folded.original_range(*place)),) if place else ()


# --- measures and cases -----------------------------------------------------------------------------------------------


def _printed(typed: Typed, generation: Generation, known: Vocabulary) -> tuple[list[Entry], list[Entry]]:
    """Measures and cases with a heading or title that spells what was typed."""
    cut = follower().analyser.cut
    measures = candidates(typed, Texts(generation.measures, measure_schema(), "heading_words", cut))
    cases = candidates(typed, Texts(generation.cases, schema(), "title_words", cut), weighed_by="freshness")
    columns = Measure.objects.filter(pk__in=measures).order_by().values_list("pk", "case_id", "heading")
    case_of = {pk: case for pk, case, _heading in columns}
    headings = spelt({pk: heading for pk, _case, heading in columns}, measures, typed, cut)
    published = _published([*cases, *(case_of[one.key] for one in headings)])
    titles = spelt({pk: title for pk, (title, _year) in published.items()}, cases, typed, cut)
    places = _places_of([one.key for one in titles], known)
    return (
        [_measure(one, case_of[one.key], published) for one in headings if case_of[one.key] in published],
        [_case(one, places.get(one.key, ""), published[one.key][1]) for one in titles],
    )


def _measure(one: Spelt, case: int, published: dict[int, tuple[str, int | None]]) -> Entry:
    title, _year = published[case]
    return Entry(Kind.MEASURE, str(one.key), one.text, one.marks, context=title, case_id=case)


def _case(one: Spelt, place: str, year: int | None) -> Entry:
    facts = [place, _("%(year)s 年") % {"year": year} if year else ""]
    return Entry(Kind.CASE, str(one.key), one.text, one.marks, context=" · ".join(filter(None, facts)))


def _published(keys: Iterable[int]) -> dict[int, tuple[str, int | None]]:
    """Titles and years of those of these cases that are published.

    The keys alone are asked for: with the state beside them SQLite goes through all published cases.
    """
    cases = CaseStudy.objects.filter(pk__in=keys).order_by().only("title", "year", "state", "repeat_of")
    return {case.pk: (case.title, case.year) for case in cases if case.is_public}


def _places_of(cases: list[int], known: Vocabulary) -> dict[int, str]:
    main = CaseRegion.objects.filter(case__in=cases, is_main=True).order_by().values_list("case_id", "region_id")
    return {case: known.path_name(code) for case, code in main if code in known.places}
