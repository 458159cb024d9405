"""Filters that the words of a question name: 只看 湖南省."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from catalogue.search.query import CaseQuery
from catalogue.search.sentence import years_name
from catalogue.search.text.fold import FoldedText, fold
from catalogue.search.vocabulary import current

from .terms import Word
from .understand import Understood


def named_filters(query: CaseQuery, understood: Understood) -> Iterator[tuple[str, CaseQuery]]:
    """What each place, indicator and year among the words is called, and the question with it as a filter instead.

    None where that facet has a choice already.
    """
    known = current()
    words = [word for term in understood.terms if not term.excluded for word in term.words]
    for word in words:
        rest = _without_word(query, word, understood)
        for code in () if query.regions else word.places:
            yield known.path_name(code), replace(rest, regions=(code,))
        for slug in () if query.indicators else word.subjects:
            yield known.subjects[slug].name, replace(rest, indicators=(slug,))
        if word.years and not query.years:
            yield years_name(word.years), replace(rest, years=(word.years,))


def _without_word(query: CaseQuery, word: Word, understood: Understood) -> CaseQuery:
    """The question without a word of it, or without what was read as that word."""
    asked = [fold(read.asked) for read in understood.read if word.text in read.taken]
    folded = FoldedText(query.q)
    for text in (*asked, word.text):
        if (at := folded.text.find(text)) >= 0:
            start, end = folded.original_range(at, at + len(text))
            return replace(query, q=" ".join(f"{query.q[:start]} {query.q[end:]}".split()), page=1)
    return replace(query, page=1)
