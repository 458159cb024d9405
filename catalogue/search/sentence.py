"""A question in words."""

from __future__ import annotations

from django.utils.translation import gettext as _

from catalogue.models import Source

from .query import CaseQuery
from .vocabulary import current


def in_words(query: CaseQuery) -> str:
    """The question without the words to search for: “湖南省或湖北省、获得电力、2019-2021 年”; empty where open."""
    vocabulary = current()
    titles = dict(Source.objects.filter(pk__in=query.sources).values_list("pk", "title")) if query.sources else {}
    parts = (
        [vocabulary.places[code].name if code in vocabulary.places else code for code in query.regions],
        [vocabulary.subjects[slug].name if slug in vocabulary.subjects else slug for slug in query.indicators],
        [_("%(years)s 年") % {"years": years_in_words(years)} for years in query.years],
        [_("《%(title)s》") % {"title": titles.get(key, key)} for key in query.sources],
    )
    return _("、").join(_("或").join(names) for names in parts if names)


def years_in_words(years: tuple[int, int]) -> str:
    """An inclusive range as it is typed: 2021, 2019-2021."""
    first, last = years
    return str(first) if first == last else f"{first}-{last}"
