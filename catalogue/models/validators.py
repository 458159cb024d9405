"""Checks that depend on today's date, which a database constraint cannot know."""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

EARLIEST_YEAR = 1978
"""Reform and opening-up begins; no case is older."""


def latest_year() -> int:
    """The last year a case may have: next year, for plans already announced."""
    return date.today().year + 1


def plausible_year(year: int) -> None:
    """Refuse a year before 1978 or after next year.

    Raises:
        ValidationError: the year is outside that range.
    """
    if not EARLIEST_YEAR <= year <= latest_year():
        raise ValidationError(
            _("年份应在 %(first)s 年至 %(last)s 年之间。"), params={"first": EARLIEST_YEAR, "last": latest_year()}
        )
