"""Numbers as a Chinese reader expects them."""

from __future__ import annotations

import re
from decimal import Decimal

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalogue.models import Outcome

register = template.Library()

CHANGE_ALONE = re.compile(
    r"(?P<verb>减少|压减|缩短|节省|节约|降低|新增|增加|增长|提高|压缩|下降)了?(?:约|近|超过|超|逾|不少于)?\s*$"
)
"""“操作处理人员减少” before 22 人; not “压减至” before 3 天."""

READ_OUT = {
    Outcome.Direction.DOWN: gettext_lazy("减至"),
    Outcome.Direction.UP: gettext_lazy("增至"),
    Outcome.Direction.LEVEL: gettext_lazy("变为"),
}
"""What a screen reader says for the arrow between two figures."""

MINUS = "\N{MINUS SIGN}"
RANGE = "—"
"""The dash of Chinese ranges: 36—38 个工作日."""


@register.filter
def number(value: Decimal | int | None) -> str:
    """A number without trailing zeros, thousands not separated as is usual in Chinese: 15.79, 34, 0.5; "" for None."""
    if value is None:
        return ""
    text = f"{Decimal(value):f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace("-", MINUS)


def span(low: Decimal | None, high: Decimal | None, unit: str = "") -> str:
    """A figure or a range with its unit: 143 天, 36—38 个工作日, 90%."""
    figures = number(low) if high is None or high == low else f"{number(low)}{RANGE}{number(high)}"
    if not figures or not unit:
        return figures
    return f"{figures}{unit}" if unit[0] in "%‰" else f"{figures} {unit}"


@register.filter
def before(outcome: Outcome) -> str:
    """The figure before the reform with its unit; "" where none is printed."""
    return span(outcome.before, outcome.before_max, outcome.before_unit or outcome.unit)


@register.filter
def after(outcome: Outcome) -> str:
    """The figure after the reform with its unit; "" where none is printed.

    A change printed alone keeps the verb that tells it from a level: 减少 22 人.
    """
    text = span(outcome.after, outcome.after_max, outcome.unit)
    if not text or outcome.before is not None:
        return text
    return f"{_change_word(outcome)} {text}".strip()


def _change_word(outcome: Outcome) -> str:
    """The verb right before the figure where the clause prints by how much, not to what; "" otherwise."""
    head, figure, _tail = outcome.text.partition(number(outcome.after))
    match = CHANGE_ALONE.search(head) if figure else None
    return match["verb"] if match else ""


@register.filter
def change(outcome: Outcome) -> str:
    """The change with its sign: −66.7%, +30%—50%; "" where it is not known.

    One worked out from before and after says so: −66.7%（算得）. Shares differ in points: +18 个百分点（算得）.
    """
    if outcome.change_pct is None:
        return _points(outcome)
    low, high = outcome.change_pct, outcome.change_pct_max
    if high is not None and abs(high) < abs(low):
        low, high = high, low
    sign = MINUS if low < 0 else "+" if low > 0 else ""
    figures = f"{_percent(low)}%"
    if high is not None and high != low:
        figures = f"{_percent(low)}%{RANGE}{_percent(high)}%"
    return _computed(f"{sign}{figures}") if outcome.change_is_computed else f"{sign}{figures}"


def _points(outcome: Outcome) -> str:
    """How many points lie between two shares; "" where the outcome does not tell two."""
    ranges = (outcome.before_max, outcome.after_max)
    if outcome.unit != "%" or outcome.before is None or outcome.after is None or any(ranges) or outcome.before_unit:
        return ""
    points = outcome.after - outcome.before
    sign = MINUS if points < 0 else "+" if points > 0 else ""
    return _computed(_("%(points)s 个百分点") % {"points": f"{sign}{number(abs(points))}"})


def _computed(change: str) -> str:
    return _("%(change)s（算得）") % {"change": change}


def _percent(value: Decimal) -> str:
    """Without its sign; two decimal places as a source may print them (69.96), a longer quotient rounded to one."""
    size = abs(Decimal(value))
    return number(size if size == size.quantize(Decimal("0.01")) else size.quantize(Decimal("0.1")))


@register.simple_tag
def figures(outcome: Outcome) -> SafeString:
    """An outcome in one line: “143 → 34 天” or “−66.7%”, the arrow read out as 减至/增至/变为 by a screen reader."""
    if outcome.before is not None and outcome.after is not None:
        same_unit = not outcome.before_unit or outcome.before_unit == outcome.unit
        return format_html(
            '<span class="figure"><span class="figure-before">{}</span>'
            '<span class="figure-arrow" aria-hidden="true">→</span><span class="visually-hidden">{}</span>'
            '<span class="figure-after">{}</span></span>',
            span(outcome.before, outcome.before_max, "%" if outcome.unit == "%" else "")
            if same_unit
            else before(outcome),
            READ_OUT[Outcome.Direction(outcome.direction)],
            span(outcome.after, outcome.after_max, outcome.unit),
        )
    return format_html(
        '<span class="figure"><span class="figure-after">{}</span></span>', after(outcome) or change(outcome)
    )
