"""A question in words."""

from __future__ import annotations

from django.utils.translation import gettext as _

from catalogue.models import Source

from .query import MISSING, NO_YEAR, CaseQuery
from .vocabulary import current


def in_words(query: CaseQuery) -> str:
    """The question without the words to search for: “湖南省或湖北省、获得电力、2019-2021 年”; empty where open."""
    titles = dict(Source.objects.filter(pk__in=query.sources).values_list("pk", "title")) if query.sources else {}
    parts = (
        map(region_name, query.regions),
        map(indicator_name, query.indicators),
        map(years_name, query.years),
        [_("《%(title)s》") % {"title": titles.get(key, key)} for key in query.sources],
    )
    return _("、").join(joined for names in parts if (joined := _("或").join(names)))


def region_name(code: str) -> str:
    """What to call a region that is asked for: 湖南省, 未注明地区."""
    places = current().places
    return _("未注明地区") if code == MISSING else places[code].name if code in places else code


def indicator_name(slug: str) -> str:
    """What to call an indicator that is asked for: 获得电力, 未注明指标."""
    subjects = current().subjects
    return _("未注明指标") if slug == MISSING else subjects[slug].name if slug in subjects else slug


def years_name(years: tuple[int, int]) -> str:
    """What to call years that are asked for: 2019-2021 年, 未注明年份."""
    return _("未注明年份") if years == NO_YEAR else _("%(years)s 年") % {"years": years_in_words(years)}


def years_in_words(years: tuple[int, int]) -> str:
    """An inclusive range as it is typed: 2021, 2019-2021; `none` for no year."""
    first, last = years
    return MISSING if years == NO_YEAR else str(first) if first == last else f"{first}-{last}"
