"""What to try where a question finds nothing: which part to drop, and what may have been meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from django.utils.translation import gettext as _

from catalogue.search.find import total
from catalogue.search.query import CaseQuery, Suggestion
from catalogue.search.sentence import in_words

from .jargon import jargon
from .parts import parts
from .spelling import SHORTEST_TO_MEND, without_tones

MOST_HINTS = 6
MOST_TRIED = 20
"""Names near to what was typed of which it is looked up whether they find something."""


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
    dropped = [(label, query.leaving_open(name)) for name, label in given.items()]
    words = [query.q[slice(*part.span)] for part in parts(query.q)]
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
    alone = [(only[name], query.leaving_open(*(other for other in given if other != name))) for name in given]
    return _fruitful(alone) if len(given) > 2 else []


def _fruitful(tried: Iterable[tuple[str, CaseQuery]]) -> list[Suggestion]:
    found = (Suggestion(label, replace(query, sentence=in_words(query)), total(query)) for label, query in tried)
    return sorted((suggestion for suggestion in found if suggestion.total), key=lambda suggestion: -suggestion.total)


def hints(query: CaseQuery) -> list[Suggestion]:
    """What a part of the question may have meant that finds nothing: a name of the field one slip away or spelt so.

    Only what finds something is named.
    """
    found: dict[str, Suggestion] = {}
    for part in parts(query.q):
        if part.is_free and not total(CaseQuery(q=part.text)):
            start, end = part.span
            for better in islice(_meant(part.text), MOST_TRIED):
                q = query.q[:start] + better + query.q[end:]
                if q not in found and q != query.q and (number := total(asked := replace(query, q=q, page=1))):
                    found[q] = Suggestion(q, asked, number)
    return sorted(found.values(), key=lambda suggestion: -suggestion.total)[:MOST_HINTS]


def _meant(text: str) -> Iterator[str]:
    """The text with a part of it put right, the longest part first."""
    spelling = jargon().spelling
    if text.isascii():
        yield from spelling.read(without_tones(text))
        return
    for size in range(len(text), min(len(text), SHORTEST_TO_MEND) - 1, -1):
        for start in range(len(text) - size + 1):
            piece = text[start : start + size]
            for name in (*spelling.sounding_like(piece), *spelling.one_slip_from(piece)):
                yield text[:start] + name + text[start + size :]
