"""What to try where a question finds nothing: which part to drop, and what may have been meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from django.utils.translation import gettext as _

from catalogue.search.find import counts, total
from catalogue.search.query import CaseQuery
from catalogue.search.sentence import in_words
from catalogue.search.text.fold import fold
from catalogue.search.vocabulary import Vocabulary, current

from .terms import TERM

MOST_HINTS = 6
SHORTEST_TO_CORRECT = 3
"""Characters of the shortest name that a slip is looked for in: of two, one wrong leaves too little to go by."""


class Suggestion(NamedTuple):
    """Another question, what to call it, and how many cases answer it (never none)."""

    label: str
    query: CaseQuery
    total: int


def suggest_relaxations(query: CaseQuery) -> list[Suggestion]:
    """The question with one part left out, the most fruitful first; where none of them helps, one part alone."""
    labels = {
        "q": _("不限检索词“%s”") % query.q,
        "regions": _("不限地区"),
        "indicators": _("不限指标"),
        "years": _("不限年份"),
        "sources": _("不限来源"),
    }
    given = {name: label for name, label in labels.items() if getattr(query, name)}
    dropped = [(label, query.without(name)) for name, label in given.items()]
    words = [match[0] for match in TERM.finditer(query.q)]
    if len(words) > 1:
        dropped += [
            (_("不限“%s”") % word, replace(query, q=" ".join(words[:at] + words[at + 1 :]), page=1))
            for at, word in enumerate(words)
        ]
    if found := _fruitful(dropped):
        return found
    only = {
        "q": _("只搜“%s”") % query.q,
        "regions": _("只看地区"),
        "indicators": _("只看指标"),
        "years": _("只看年份"),
        "sources": _("只看来源"),
    }
    alone = [(only[name], query.without(*(other for other in given if other != name))) for name in given]
    return _fruitful(alone) if len(given) > 2 else []


def _fruitful(tried: Iterable[tuple[str, CaseQuery]]) -> list[Suggestion]:
    found = (Suggestion(label, replace(query, sentence=in_words(query)), total(query)) for label, query in tried)
    return sorted((suggestion for suggestion in found if suggestion.total), key=lambda suggestion: -suggestion.total)


def hints(query: CaseQuery) -> list[Suggestion]:
    """What a word of the question may have meant; only what finds something is named.

    An indicator by its jargon (办电), a region or indicator by pinyin or initials (changsha, hddl), or the name of one
    with one character wrong (获得电刀).
    """
    known = current()
    found: dict[CaseQuery, Suggestion] = {}
    for match in TERM.finditer(query.q):
        word = fold(match["phrase"] or match[0])
        rest = " ".join((query.q[: match.start()] + query.q[match.end() :]).split())
        meant = _meant(word, replace(query, q=rest, page=1), known)
        for suggestion in (*meant, *_corrected(word, query, match.span(), known)):
            found.setdefault(replace(suggestion.query, sentence=""), suggestion)
    return sorted(found.values(), key=lambda suggestion: -suggestion.total)[:MOST_HINTS]


def _meant(word: str, rest: CaseQuery, known: Vocabulary) -> Iterator[Suggestion]:
    """The rest of the question within an indicator or region that the word names in another way."""
    slugs = dict.fromkeys([subject.slug for subject in known.find_subjects(word)])
    codes = dict.fromkeys([place.code for place in known.find_places(word)])
    if word.isascii() and len(word) > 1:
        slugs |= dict.fromkeys(known.subjects_read(word))
        codes |= dict.fromkeys(known.places_read(word))
    if not (slugs or codes):
        return
    counted = counts(rest)
    for slug in slugs:
        if number := counted["indicator"].get(slug):
            query = replace(rest, indicators=(slug,))
            label = _("指标：%s") % known.subjects[slug].name
            yield Suggestion(label, replace(query, sentence=in_words(query)), number)
    for code in codes:
        if number := counted["region"].get(code):
            query = replace(rest, regions=(code,))
            yield Suggestion(_("地区：%s") % known.path_name(code), replace(query, sentence=in_words(query)), number)


def _corrected(word: str, query: CaseQuery, span: tuple[int, int], known: Vocabulary) -> Iterator[Suggestion]:
    """The question with a name put in place of what differs from it by one character; `span` is the word's in it."""
    before, after = query.q[: span[0]], query.q[span[1] :]
    for name in known.names:
        if slip := _slip(word, fold(name)):
            better = replace(query, q=before + word.replace(slip, name) + after, page=1)
            if number := total(better):
                yield Suggestion(_("检索词：%s") % better.q, better, number)


def _slip(word: str, name: str) -> str:
    """The part of a word that is this name but for one wrong character; or the word, one character short or over."""
    size = len(name)
    if size < SHORTEST_TO_CORRECT:
        return ""
    for start in range(len(word) - size + 1):
        part = word[start : start + size]
        if sum(a != b for a, b in zip(part, name, strict=True)) == 1:
            return part
    longer, shorter = (word, name) if len(word) > size else (name, word)
    if len(longer) == len(shorter) + 1 and any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer))):
        return word
    return ""
